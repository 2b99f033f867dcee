//! Each measure on a handful of records, and the whole on the sample agency.

use crate::domain::{
    Assignment, AssignmentId, Class, Complaint, ComplaintId, ComplaintState, ComplaintStep,
    Conclusion, Day, Decimal, DecisionId, EventId, Exact, Excuses, HandBack, Incident, IncidentId,
    IncidentReview, LocalRules, LocalRulesId, LocalTariff, Official, OfficialId, Origin, Position,
    PositionId, ProductId, Role, Span, TariffBand, TariffForm, TaskEvent, TaskEventKind, Unit,
    UnitId, YearDecision,
};
use crate::engine::Scores;
use crate::ledger::{Book, Key, Record};
use crate::rules::Rules;

use super::*;

/// Heads who change, registers that are kept, and when something is late.
#[path = "places/tests.rs"]
mod days;
/// Points, trends, decisions and the list of conditions.
#[path = "points/tests.rs"]
mod further;

const HEAD: OfficialId = OfficialId(1);
const STAFF: OfficialId = OfficialId(2);
const OTHER: OfficialId = OfficialId(3);
const OFFICE: UnitId = UnitId(2);

fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(2026, month, day).expect("a day")
}

fn march() -> Span {
    Span {
        from: day(3, 1),
        to: Some(day(3, 31)),
    }
}

fn rules() -> &'static Rules {
    Rules::shipped_ref().expect("the shipped rules")
}

fn put(book: &mut Book, key: Key, record: impl Into<Record>) {
    assert!(book.put(key, Some(record.into())));
}

/// An agency of two units; a head and two officials sit in the lower one.
fn book() -> Book {
    let mut book = Book::default();
    for (id, parent) in [(UnitId(1), None), (OFFICE, Some(UnitId(1)))] {
        let unit = Unit {
            name: format!("Đơn vị {}", id.0),
            code: None,
            parent,
        };
        put(&mut book, Key::Unit(id), unit);
    }
    for (id, role) in [
        (HEAD, Role::Head),
        (STAFF, Role::Staff),
        (OTHER, Role::Staff),
    ] {
        put(&mut book, Key::Official(id), Official::default());
        let position = Position {
            official: id,
            unit: OFFICE,
            role,
            title: String::new(),
            group: None,
            span: Span {
                from: day(1, 1),
                to: None,
            },
        };
        put(&mut book, Key::Position(PositionId(id.0)), position);
    }
    book
}

/// A task of one official, due on 10/03 and done in time.
fn task(official: OfficialId) -> Assignment {
    Assignment {
        code: None,
        name: Some("Báo cáo".to_owned()),
        official: Some(official),
        unit: None,
        product: None,
        coefficient: Decimal::ONE,
        assigned: Decimal::ONE,
        completed: Decimal::ONE,
        assigned_on: Some(day(3, 1)),
        due: Some(day(3, 10)),
        finished: Some(day(3, 9)),
        origin: Origin::Planned,
        handed_back: None,
        events: Vec::new(),
        note: None,
    }
}

fn unfinished(official: OfficialId) -> Assignment {
    Assignment {
        completed: Decimal::ZERO,
        finished: None,
        ..task(official)
    }
}

fn late(official: OfficialId) -> Assignment {
    Assignment {
        finished: Some(day(3, 14)),
        ..task(official)
    }
}

fn with(mut task: Assignment, on: Day, kind: TaskEventKind) -> Assignment {
    let id = task.next_event();
    task.events.push(TaskEvent { id, on, kind });
    task
}

fn tasks(book: &mut Book, tasks: impl IntoIterator<Item = Assignment>) {
    for (id, task) in (1..).zip(tasks) {
        put(book, Key::Assignment(AssignmentId(id)), task);
    }
}

fn cause(excuses: Excuses, confirmed: bool) -> TaskEventKind {
    TaskEventKind::ObjectiveCause {
        excuses,
        cause: String::new(),
        confirmed_by: confirmed.then(String::new),
        document: None,
        revoked: None,
    }
}

fn complaint(criterion: &str, official: OfficialId, conclusion: Option<Conclusion>) -> Complaint {
    let concluded = conclusion.map(|conclusion| ComplaintStep {
        on: day(3, 20),
        state: ComplaintState::Concluded(conclusion),
        actor: None,
        document: Some("12/KL".to_owned()),
        note: None,
    });
    Complaint {
        number: "PA.1".to_owned(),
        received: day(3, 5),
        channel: "don-thu".to_owned(),
        criterion: Some(criterion.to_owned()),
        procedure: None,
        official: Some(official),
        unit: None,
        assignment: None,
        dossier: None,
        summary: String::new(),
        steps: concluded.into_iter().collect(),
        effects: Vec::new(),
    }
}

fn incident(criterion: &str, official: OfficialId, confirmed: Option<bool>) -> Incident {
    Incident {
        on: day(3, 6),
        criterion: criterion.to_owned(),
        official: Some(official),
        unit: None,
        assignment: None,
        summary: String::new(),
        recorded_by: String::new(),
        evidence: None,
        explanation: None,
        reviews: confirmed.map_or_else(Vec::new, |confirmed| {
            vec![IncidentReview {
                confirmed,
                by: String::new(),
                on: day(3, 8),
                document: None,
            }]
        }),
        effects: Vec::new(),
    }
}

fn cards(book: &Book, whose: Whose) -> Scorecard {
    let facts = Facts::gather(book, rules(), march(), day(4, 15));
    scorecard(book, rules(), &facts, whose, march())
}

fn card(book: &Book, whose: Whose, key: &str) -> CriterionCard {
    let all = cards(book, whose).criteria.into_iter();
    let mut found = all.filter(|card| card.criterion.basis.key == key);
    found.next().expect("a criterion that applies")
}

const ME: Whose = Whose::Official(STAFF);

const fn share(reached: u64, of: u64) -> CardFigure {
    CardFigure::Share { reached, of }
}

const fn events(count: u64, of: Option<u64>) -> CardFigure {
    CardFigure::Events { count, of }
}

#[test]
fn an_empty_register_measures_nothing_and_earns_nothing() {
    for whose in [
        ME,
        Whose::Agency,
        Whose::Unit(OFFICE),
        Whose::Official(HEAD),
    ] {
        let scorecard = cards(&book(), whose);
        for card in &scorecard.criteria {
            assert_eq!(card.figure, CardFigure::NotMeasured, "{:?}", card.criterion);
            assert!(card.points.is_none());
            assert!(!card.findings.is_empty(), "{:?}", card.criterion);
        }
        assert_eq!(scorecard.total().2, 0);
    }
}

#[test]
fn heads_have_their_own_criteria_and_others_do_not() {
    let book = book();
    assert_eq!(cards(&book, ME).criteria.len(), 11);
    assert_eq!(cards(&book, Whose::Official(HEAD)).criteria.len(), 15);
    assert_eq!(cards(&book, Whose::Unit(OFFICE)).criteria.len(), 15);
}

#[test]
fn what_is_due_and_not_completed_lowers_the_first_criterion() {
    let mut book = book();
    let handed_back = Assignment {
        handed_back: Some(HandBack {
            on: day(3, 8),
            reason: Some("ốm".to_owned()),
            taken_over_by: None,
        }),
        ..unfinished(STAFF)
    };
    let not_yet = Assignment {
        due: Some(day(3, 31)),
        ..unfinished(STAFF)
    };
    tasks(
        &mut book,
        [
            task(STAFF),
            late(STAFF),
            unfinished(STAFF),
            handed_back,
            not_yet,
        ],
    );
    let facts = Facts::gather(&book, rules(), march(), day(3, 31));
    let all = scorecard(&book, rules(), &facts, ME, march());
    let card = &all.criteria[0];
    assert_eq!(card.figure, share(2, 4), "31/03 is not over yet");
    let what: Vec<_> = card.evidence.iter().map(|it| it.what).collect();
    assert_eq!(what, [EvidenceKind::NotCompleted, EvidenceKind::HandedBack]);
    let points = card.points.as_ref().expect("measured");
    assert_eq!(points.earned, Exact::whole(5));
}

#[test]
fn lateness_is_net_of_confirmed_causes_and_extensions() {
    let mut book = book();
    let extended = TaskEventKind::Extension {
        to: day(3, 20),
        approver: None,
        document: None,
        revoked: None,
    };
    let milestone = TaskEventKind::Milestone {
        name: String::new(),
        due: day(3, 4),
        done: Some(day(3, 6)),
    };
    tasks(
        &mut book,
        [
            late(STAFF),
            with(
                late(STAFF),
                day(3, 15),
                cause(Excuses::DerivedLateness, true),
            ),
            with(
                late(STAFF),
                day(3, 15),
                cause(Excuses::DerivedLateness, false),
            ),
            with(late(STAFF), day(3, 9), extended),
            with(task(STAFF), day(3, 2), milestone),
            unfinished(STAFF),
        ],
    );
    let card = card(&book, ME, "CT.2");
    assert_eq!(card.figure, events(4, Some(6)));
    assert_eq!(card.detail, Detail::LateDays(44));
    let points = card.points.expect("measured");
    assert_eq!(points.earned, Exact::whole(2), "10 and 2 off each");
    let overdue = card.evidence.last().expect("the unfinished one");
    assert_eq!(
        (overdue.what, overdue.count),
        (EvidenceKind::Overdue(36), 1)
    );
}

#[test]
fn failed_assessments_count_unless_excused() {
    let mut book = book();
    let failed = || TaskEventKind::Assessment {
        version: 1,
        passed: false,
        by: None,
        note: None,
    };
    let excused = with(task(STAFF), day(3, 5), failed());
    let excused = with(excused, day(3, 6), cause(Excuses::Event(EventId(1)), true));
    let twice = with(task(STAFF), day(3, 5), failed());
    let twice = with(
        twice,
        day(3, 6),
        TaskEventKind::QualityFailure { note: None },
    );
    tasks(&mut book, [excused, twice]);
    assert_eq!(card(&book, ME, "CT.3").figure, events(2, Some(2)));
}

#[test]
fn only_what_is_concluded_as_right_or_confirmed_counts() {
    let mut book = book();
    let all = [
        Some(Conclusion::Substantiated),
        Some(Conclusion::PartlySubstantiated),
        Some(Conclusion::Unfounded),
        Some(Conclusion::Withdrawn),
        Some(Conclusion::NotEstablished),
        None,
    ];
    for (id, conclusion) in (1..).zip(all) {
        let key = Key::Complaint(ComplaintId(id));
        put(&mut book, key, complaint("CT.8", STAFF, conclusion));
    }
    let mut twin = complaint("CT.8", STAFF, Some(Conclusion::Substantiated));
    twin.steps.push(ComplaintStep {
        state: ComplaintState::Linked(ComplaintId(1)),
        ..twin.steps[0].clone()
    });
    put(&mut book, Key::Complaint(ComplaintId(9)), twin);
    for (id, confirmed) in [(1, Some(true)), (2, Some(false)), (3, None)] {
        let key = Key::Incident(IncidentId(id));
        put(&mut book, key, incident("CT.8", STAFF, confirmed));
    }
    let eighth = card(&book, ME, "CT.8");
    assert_eq!(eighth.figure, events(3, None));
    assert!(eighth.evidence.iter().all(|evidence| evidence.undecided));
    assert_eq!(card(&book, ME, "CT.7").figure, events(0, None));
    let other = Whose::Official(OTHER);
    assert_eq!(card(&book, other, "CT.8").figure, events(0, None));
}

#[test]
fn an_incident_under_a_criterion_of_complaints_is_said_and_not_counted() {
    let mut book = book();
    let seen = incident("CT.9", STAFF, Some(true));
    put(&mut book, Key::Incident(IncidentId(1)), seen);
    let lost = incident("CT.99", STAFF, Some(true));
    put(&mut book, Key::Incident(IncidentId(2)), lost);
    let wrong = complaint("CT.8", OTHER, Some(Conclusion::Unfounded));
    put(&mut book, Key::Complaint(ComplaintId(1)), wrong);
    let card = card(&book, ME, "CT.9");
    assert_eq!(card.figure, events(0, None));
    let said = [
        CardFinding::WithoutCriterion(1),
        CardFinding::IncidentsNotCounted(1),
    ];
    assert_eq!(card.findings, said);
}

#[test]
fn reminders_and_hand_backs_without_reason_count_on_their_own_day() {
    let mut book = book();
    let reminder = || TaskEventKind::Reminder {
        by: None,
        note: None,
    };
    let back = |reason: Option<&str>| Assignment {
        handed_back: Some(HandBack {
            on: day(3, 8),
            reason: reason.map(str::to_owned),
            taken_over_by: None,
        }),
        ..unfinished(STAFF)
    };
    let reminded = with(task(STAFF), day(3, 4), reminder());
    let reminded = with(reminded, day(4, 4), reminder());
    tasks(
        &mut book,
        [reminded, back(None), back(Some(" ")), back(Some("ốm"))],
    );
    assert_eq!(card(&book, ME, "CT.4").figure, events(1, None));
    assert_eq!(card(&book, ME, "CT.5").figure, events(2, None));
}

#[test]
fn dossiers_give_a_share_and_impossible_ones_a_finding() {
    let mut book = book();
    let dossiers = |handled, electronic| TaskEventKind::Dossiers {
        handled,
        electronic,
    };
    let recorded = with(task(STAFF), day(3, 4), dossiers(40, 30));
    let recorded = with(recorded, day(3, 5), dossiers(10, 10));
    let recorded = with(recorded, day(3, 6), dossiers(1, 2));
    tasks(&mut book, [recorded]);
    let card = card(&book, ME, "CT.11");
    assert_eq!(card.figure, share(40, 50));
    assert_eq!(card.findings, [CardFinding::ImpossibleDossiers(1)]);
    assert_eq!(card.points.expect("measured").earned, Exact::whole(8));
}

#[test]
fn a_head_answers_for_the_lateness_of_the_unit_and_what_was_done_about_it() {
    let mut book = book();
    let handling = TaskEventKind::Handling {
        measure: "xu-ly.nhac-nho".to_owned(),
        by: None,
        document: None,
    };
    let apology = TaskEventKind::Apology {
        reason: String::new(),
        again_on: None,
        document: None,
    };
    tasks(
        &mut book,
        [
            task(STAFF),
            with(late(STAFF), day(3, 13), handling),
            with(late(OTHER), day(3, 17), apology),
            unfinished(OTHER),
        ],
    );
    let mut inspected = complaint("CT.9", STAFF, Some(Conclusion::Substantiated));
    inspected.channel = "thanh-tra".to_owned();
    put(&mut book, Key::Complaint(ComplaintId(1)), inspected);
    for whose in [Whose::Official(HEAD), Whose::Unit(OFFICE), Whose::Agency] {
        let management = card(&book, whose, "CT.12");
        assert_eq!(management.figure, share(1, 4));
        assert_eq!(management.detail, Detail::Inspections(1));
        let handled = card(&book, whose, "CT.14");
        assert_eq!(handled.figure, share(2, 3));
        let speed = Detail::Handling {
            days: 10,
            longest: 7,
            tasks: 2,
        };
        assert_eq!(handled.detail, speed);
    }
    let facts = Facts::gather(&book, rules(), march(), day(4, 15));
    let units = compare(&facts, Whose::Agency, march());
    assert_eq!(units.len(), 2, "the whole, and the only unit with people");
    assert_eq!((units[1].late, units[1].overdue), (3, 1));
    assert_eq!(units[1].handled, share(2, 3));
    assert_eq!(units[1].complaints, 1);
}

#[test]
fn the_four_clear_are_counted_apart_and_overlaps_are_not_clear() {
    let mut book = book();
    let who = || TaskEventKind::Answerable {
        who: "Chủ tịch".to_owned(),
    };
    let same = |official| Assignment {
        product: Some(ProductId(7)),
        ..with(task(official), day(3, 1), who())
    };
    let part = |official| {
        let whole = TaskEventKind::PartOf {
            whole: AssignmentId(3),
            quantity: Decimal::from_whole(2),
        };
        let part = Assignment {
            name: Some("Đề án".to_owned()),
            ..same(official)
        };
        with(part, day(3, 1), whole)
    };
    let nobody = Assignment {
        official: None,
        unit: Some(OFFICE),
        ..task(STAFF)
    };
    tasks(
        &mut book,
        [same(STAFF), same(OTHER), part(STAFF), part(OTHER), nobody],
    );
    let card = card(&book, Whose::Unit(OFFICE), "CT.13");
    assert_eq!(card.figure, share(2, 5));
    let detail = Detail::Clear {
        parts: [4, 4, 4, 5],
        overlapping: 2,
    };
    assert_eq!(card.detail, detail);
}

#[test]
fn who_answers_is_not_held_against_an_agency_that_records_it_nowhere() {
    let mut book = book();
    tasks(&mut book, [task(STAFF), task(OTHER)]);
    let card = card(&book, Whose::Agency, "CT.13");
    assert_eq!(card.figure, CardFigure::NotMeasured);
    assert_eq!(card.findings, [CardFinding::NobodyAnswers]);
}
