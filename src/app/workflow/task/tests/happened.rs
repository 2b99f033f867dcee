//! What happens to a task: extensions, causes, milestones, assessments, and closed periods.

use super::*;
use crate::app::law;
use crate::domain::{
    Class, Confirmation, Exact, Period, Position, PositionId, Role, Span, Unit, UnitId,
};
use crate::domain::{GeneralSheet, LineId};
use crate::engine::{Scores, Step, Value, assess};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn november() -> Period {
    Period::Month(Month::new(2026, 11).expect("a month"))
}

fn confirm(book: &mut Book, unlocked: Option<(Day, String)>) {
    let confirmation = Confirmation {
        version: 1,
        on: today(),
        by: "Cấp mẫu".to_owned(),
        total: Exact::whole(90),
        general: Exact::whole(30),
        result: Exact::whole(60),
        class: Class::Excellent,
        readings: Vec::new(),
        unlocked,
    };
    let key = Key::Confirmation(OfficialId(1), november());
    assert!(book.put(key, Some(confirmation.into())));
}

#[test]
fn an_extension_keeps_the_old_deadline_and_can_be_revoked() {
    let mut book = book();
    extend(&mut book, "30/11/2026");
    let extended = task(&book);
    assert_eq!(extended.deadline(), Some(day("2026-11-30")));
    assert_eq!(extended.due, Some(day("2026-11-20")));
    let event = extended.events[0].id;
    let revoked = revoke(&book, TASK, event, today()).expect("a revocation");
    assert_eq!(revoked.action, Action::Revoke);
    book.apply(&revoked).expect("applies");
    assert_eq!(task(&book).deadline(), task(&book).due);
    let again = revoke(&book, TASK, event, today());
    assert_eq!(again, Err(EntryError::NoSuchStep));
}

#[test]
fn two_extensions_on_one_day_stand_in_order_and_fall_back_in_order() {
    let mut book = book();
    for until in ["25/11/2026", "30/11/2026"] {
        extend(&mut book, until);
    }
    let moved = |book: &Book| -> Vec<(String, String, bool)> {
        let steps = task(book).extensions();
        let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        steps
            .iter()
            .map(|step| (text(step.from), step.to.to_string(), step.in_force))
            .collect()
    };
    let step = |from: &str, to: &str, in_force| (from.to_owned(), to.to_owned(), in_force);
    assert_eq!(
        moved(&book),
        [
            step("2026-11-20", "2026-11-25", false),
            step("2026-11-25", "2026-11-30", true)
        ]
    );
    let last = task(&book).events[1].id;
    let revoked = revoke(&book, TASK, last, today()).expect("a revocation");
    book.apply(&revoked).expect("applies");
    assert_eq!(task(&book).deadline(), Some(day("2026-11-25")));
    assert!(moved(&book)[0].2);
}

#[test]
fn an_extension_moves_forward_names_who_approved_and_follows_the_ones_before() {
    let mut book = book();
    let back = [
        (EventField::Until, "19/11/2026"),
        (EventField::Who, "Chủ tịch"),
    ];
    let refused = refusals(&book, EventForm::Extension, &back);
    assert_eq!(
        refused,
        [(EventField::Until, EntryError::TooEarly(day("2026-11-21")))]
    );
    let nobody = [(EventField::Until, "30/11/2026")];
    let refused = refusals(&book, EventForm::Extension, &nobody);
    assert_eq!(refused, [(EventField::Who, EntryError::Required)]);
    extend(&mut book, "25/11/2026");
    let earlier = [
        (EventField::Until, "30/11/2026"),
        (EventField::Who, "Chủ tịch"),
        (EventField::On, "21/11/2026"),
    ];
    assert_eq!(
        refusals(&book, EventForm::Extension, &earlier),
        [(EventField::On, EntryError::TooEarly(day("2026-11-22")))]
    );
    let future = [
        (EventField::Until, "30/11/2026"),
        (EventField::Who, "Chủ tịch"),
        (EventField::On, "23/11/2026"),
    ];
    assert_eq!(
        refusals(&book, EventForm::Extension, &future),
        [(EventField::On, EntryError::TooLate(today()))]
    );
}

#[test]
fn a_cause_names_what_it_excuses_once_and_is_confirmed_later() {
    let mut book = book();
    // Due on 20/11, today is 22/11: late by its dates.
    assert_eq!(excusable(task(&book), today()), [Excuses::DerivedLateness]);
    let missing = refusals(&book, EventForm::Cause, &[]);
    let fields: Vec<EventField> = missing.into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [EventField::What, EventField::Target]);
    let cause = [
        (EventField::Target, DERIVED),
        (EventField::What, "Thiên tai"),
    ];
    happen(&mut book, EventForm::Cause, &cause);
    assert!(!task(&book).is_excused(Excuses::DerivedLateness));
    let twice = refusals(&book, EventForm::Cause, &cause);
    assert_eq!(twice, [(EventField::Target, EntryError::NoSuchStep)]);
    let event = task(&book).events[0].id;
    let typed = answers(&[
        (EventField::Who, "Chủ tịch"),
        (EventField::Document, "9/UBND"),
    ]);
    let form = EventForm::Confirmation;
    let confirmed = save_event(&book, TASK, Some(event), form, &typed, today(), 2026);
    book.apply(&confirmed.expect("an open cause"))
        .expect("applies");
    assert!(task(&book).is_excused(Excuses::DerivedLateness));
    let again = save_event(&book, TASK, Some(event), form, &typed, today(), 2026);
    assert_eq!(again, Err(vec![(EventField::On, EntryError::NoSuchStep)]));
}

#[test]
fn a_milestone_is_handed_in_later_and_a_late_one_can_be_excused() {
    let mut book = book();
    let after = [
        (EventField::What, "Dự thảo"),
        (EventField::Until, "21/11/2026"),
    ];
    // The whole was assigned today, two days after its deadline: no milestone fits in between.
    assert!(!refusals(&book, EventForm::Milestone, &after).is_empty());
    let earlier = cell(TaskField::AssignedOn, "02/11/2026");
    let action = Action::Edit(Kind::Assignment);
    let moved = edit(&book, &[earlier], action, today(), 2026).expect("a day");
    book.apply(&moved).expect("applies");
    let good = [
        (EventField::What, "Dự thảo"),
        (EventField::Until, "10/11/2026"),
    ];
    happen(&mut book, EventForm::Milestone, &good);
    let event = task(&book).events[0].clone();
    let mut typed = answers_of(&event);
    typed.insert(EventField::Done, "12/11/2026".to_owned());
    let form = EventForm::Milestone;
    let done = save_event(&book, TASK, Some(event.id), form, &typed, today(), 2026);
    book.apply(&done.expect("a day")).expect("applies");
    assert_eq!(task(&book).events.len(), 1);
    assert!(excusable(task(&book), today()).contains(&Excuses::Event(event.id)));
}

#[test]
fn versions_are_numbered_and_count_among_the_failures() {
    let mut book = book();
    for result in [RETURNED, RETURNED, PASSED] {
        happen(
            &mut book,
            EventForm::Assessment,
            &[(EventField::Passed, result)],
        );
    }
    let versions: Vec<u32> = task(&book)
        .events
        .iter()
        .filter_map(|event| match event.kind {
            TaskEventKind::Assessment { version, .. } => Some(version),
            _ => None,
        })
        .collect();
    assert_eq!(versions, [1, 2, 3]);
    let action = Action::Edit(Kind::Assignment);
    let three = [cell(TaskField::Failures, "3")];
    let more = edit(&book, &three, action.clone(), today(), 2026).expect("three");
    book.apply(&more).expect("applies");
    assert_eq!(task(&book).events.len(), 4);
    let one = [cell(TaskField::Failures, "1")];
    let (_, error) = edit(&book, &one, action, today(), 2026).expect_err("two were assessed");
    assert_eq!(error, EntryError::InHistory(2));
    assert_eq!(cell_text(&book, task(&book), TaskField::Failures), "3");
    assert_eq!(
        refusals(&book, EventForm::Assessment, &[]),
        [(EventField::Passed, EntryError::Required)]
    );
}

#[test]
fn taking_an_event_away_takes_its_cause_along_but_an_extension_is_only_revoked() {
    let mut book = book();
    happen(
        &mut book,
        EventForm::Assessment,
        &[(EventField::Passed, RETURNED)],
    );
    let failure = task(&book).events[0].id;
    let target = failure.0.to_string();
    let cause = [
        (EventField::Target, target.as_str()),
        (EventField::What, "Thiên tai"),
    ];
    happen(&mut book, EventForm::Cause, &cause);
    let cause = task(&book).events[1].id;
    assert_eq!(
        remove_event(&book, TASK, cause),
        Err(EntryError::NoSuchStep)
    );
    let gone = remove_event(&book, TASK, failure).expect("a mistake");
    book.apply(&gone).expect("applies");
    assert!(task(&book).events.is_empty());
}

#[test]
fn electronic_dossiers_are_at_most_all_dossiers() {
    let typed = [(EventField::Handled, "10"), (EventField::Electronic, "11")];
    assert_eq!(
        refusals(&book(), EventForm::Dossiers, &typed),
        [(
            EventField::Electronic,
            EntryError::Above(Decimal::from_whole(10))
        )]
    );
}

#[test]
fn a_closed_period_refuses_everything_before_it_is_typed() {
    let mut book = book();
    let cause = [
        (EventField::Target, DERIVED),
        (EventField::What, "Thiên tai"),
    ];
    happen(&mut book, EventForm::Cause, &cause);
    let event = task(&book).events[0].id;
    confirm(&mut book, None);
    let locked = EntryError::Locked(november());
    assert_eq!(changeable(&book, TASK), Err(locked.clone()));
    let typed = answers(&[(EventField::Who, "Chủ tịch")]);
    let form = EventForm::Confirmation;
    let confirmed = save_event(&book, TASK, Some(event), form, &typed, today(), 2026);
    assert_eq!(confirmed, Err(vec![(EventField::On, locked.clone())]));
    assert_eq!(revoke(&book, TASK, event, today()), Err(locked.clone()));
    assert_eq!(remove_event(&book, TASK, event), Err(locked));
    // Unlocked with a reason, it goes on.
    confirm(&mut book, Some((today(), "bổ sung hồ sơ".to_owned())));
    assert_eq!(changeable(&book, TASK), Ok(()));
}

/// A person with every general point and one task of November.
fn scored() -> Book {
    let mut book = book();
    let unit = Unit {
        name: "Đơn vị mẫu".to_owned(),
        code: None,
        parent: None,
    };
    let position = Position {
        official: OfficialId(1),
        unit: UnitId(1),
        role: Role::Staff,
        title: String::new(),
        group: None,
        span: Span {
            from: day("2026-01-01"),
            to: None,
        },
    };
    let rules = law().for_period(november()).expect("rules");
    let points = rules.lines().map(|line| (line.id, line.max));
    let points: Vec<(LineId, Decimal)> = points.collect();
    let sheet = GeneralSheet {
        own: points.into_iter().collect(),
        ..GeneralSheet::default()
    };
    let records: [(Key, Record); 3] = [
        (Key::Unit(UnitId(1)), unit.into()),
        (Key::Position(PositionId(1)), position.into()),
        (Key::General(OfficialId(1), november()), sheet.into()),
    ];
    for (key, record) in records {
        assert!(book.put(key, Some(record)));
    }
    book
}

#[test]
fn extending_twice_and_revoking_a_cause_returns_the_score_exactly_and_tells_both_states() {
    let mut book = scored();
    let mut scores = Scores::full(&book, law());
    let mut act = |book: &mut Book, operation: &Operation| {
        book.apply(operation).expect("applies");
        scores.update(book, law(), operation);
        let now = assess(book, OfficialId(1), november(), law());
        let kept = scores.assess(book, law(), OfficialId(1), november());
        assert_eq!(now.total, kept.total, "kept up to date");
        now
    };
    let cells = [
        cell(TaskField::Completed, "4"),
        cell(TaskField::Finished, "22/11/2026"),
    ];
    let action = Action::Edit(Kind::Assignment);
    let done = edit(&book, &cells, action, today(), 2026).expect("done, two days late");
    let late = act(&mut book, &done);
    // c = 3/4: 30 + 70·11/12.
    assert_eq!(late.total, Some(Exact::ratio(565, 6)));
    for until in ["21/11/2026", "22/11/2026"] {
        let typed = answers(&[(EventField::Until, until), (EventField::Who, "Chủ tịch")]);
        let form = EventForm::Extension;
        let extended = save_event(&book, TASK, None, form, &typed, today(), 2026).expect("later");
        act(&mut book, &extended);
    }
    let in_time = assess(&book, OfficialId(1), november(), law());
    assert_eq!(in_time.total, Some(Exact::whole(100)));
    let second = task(&book).events[1].id;
    let revoked = revoke(&book, TASK, second, today()).expect("a revocation");
    assert_eq!(act(&mut book, &revoked).total, late.total);
    let typed = answers(&[
        (EventField::Target, DERIVED),
        (EventField::What, "Thiên tai"),
        (EventField::Who, "Chủ tịch"),
    ]);
    let form = EventForm::Cause;
    let cause = save_event(&book, TASK, None, form, &typed, today(), 2026).expect("a cause");
    assert_eq!(act(&mut book, &cause).total, Some(Exact::whole(100)));
    let event = task(&book).events[2].id;
    let revoked = revoke(&book, TASK, event, today()).expect("a revocation");
    let back = act(&mut book, &revoked);
    assert_eq!(back.total, late.total);
    let reason = back.reason.expect("reasons");
    let mut told = Vec::new();
    walk(&reason, &mut told);
    assert_eq!(
        told,
        [
            (Step::Extension, false),
            (Step::Extension, true),
            (Step::ObjectiveCause, true)
        ]
    );
}

/// Extensions and causes of the reasons, and whether each was revoked.
fn walk(reason: &crate::engine::Reason, told: &mut Vec<(Step, bool)>) {
    use crate::engine::InputName;
    if matches!(reason.step, Step::Extension | Step::ObjectiveCause) {
        let revoked = reason
            .inputs
            .iter()
            .any(|input| input.name == InputName::Revoked && input.value == Value::Day(today()));
        told.push((reason.step, revoked));
    }
    for child in &reason.children {
        walk(child, told);
    }
}
