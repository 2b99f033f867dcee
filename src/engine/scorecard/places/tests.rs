//! Whose days are counted: heads who change, registers that are kept, since when a task is late.

use crate::domain::{ConclusionId, Gate, GateConclusion};

use super::*;

/// A position of somebody in a unit over some days.
fn seat(book: &mut Book, id: u32, who: (OfficialId, Role), unit: UnitId, span: (Day, Option<Day>)) {
    let position = Position {
        official: who.0,
        unit,
        role: who.1,
        title: String::new(),
        group: None,
        span: Span {
            from: span.0,
            to: span.1,
        },
    };
    put(book, Key::Position(PositionId(id)), position);
}

/// Three tasks late in the first half of March and two in the second.
fn late_all_month() -> [Assignment; 5] {
    let later = || Assignment {
        due: Some(day(3, 20)),
        finished: Some(day(3, 24)),
        ..task(STAFF)
    };
    [late(STAFF), late(STAFF), late(STAFF), later(), later()]
}

fn figures(book: &Book, whose: Whose) -> [CardFigure; 2] {
    ["CT.12", "CT.14"].map(|key| card(book, whose, key).figure)
}

#[test]
fn a_head_answers_for_the_days_of_heading_the_unit_and_no_others() {
    let mut book = book();
    tasks(&mut book, late_all_month());
    seat(
        &mut book,
        1,
        (HEAD, Role::Head),
        OFFICE,
        (day(1, 1), Some(day(3, 15))),
    );
    seat(
        &mut book,
        3,
        (OTHER, Role::Staff),
        OFFICE,
        (day(1, 1), Some(day(3, 15))),
    );
    seat(
        &mut book,
        4,
        (OTHER, Role::Head),
        OFFICE,
        (day(3, 16), None),
    );
    let [first, second] = [HEAD, OTHER].map(Whose::Official);
    assert_eq!(figures(&book, first), [share(0, 3), share(0, 3)]);
    assert_eq!(figures(&book, second), [share(0, 2), share(0, 2)]);
    assert_eq!(
        figures(&book, Whose::Unit(OFFICE)),
        [share(0, 5), share(0, 5)]
    );
    let facts = Facts::gather(&book, rules(), march(), day(4, 15));
    let tasks = |whose| {
        compare(&facts, whose, march())
            .iter()
            .map(|line| line.tasks)
            .collect()
    };
    let (first_lines, second_lines): (Vec<u64>, Vec<u64>) = (tasks(first), tasks(second));
    assert_eq!((first_lines, second_lines), (vec![3, 3], vec![2, 2]));
    let scores = Scores::full(&book, rules());
    let listed = |whose| {
        let rows = personnel(&book, rules(), &scores, &facts, whose, march());
        let counts = rows.iter().map(|row| (row.official, row.met[0].count));
        counts.collect::<Vec<_>>()
    };
    assert_eq!(listed(first), [(STAFF, 3)]);
    assert_eq!(
        listed(second),
        [],
        "two of the five are below the threshold"
    );
    assert_eq!(listed(Whose::Unit(OFFICE)), [(STAFF, 5)]);
}

#[test]
fn a_head_who_changes_unit_answers_for_each_in_its_own_days() {
    let mut book = book();
    let apart = UnitId(3);
    let unit = Unit {
        name: "Đơn vị 3".to_owned(),
        code: None,
        parent: None,
    };
    put(&mut book, Key::Unit(apart), unit);
    let elsewhere = |due: Day| Assignment {
        official: None,
        unit: Some(apart),
        due: Some(due),
        ..unfinished(STAFF)
    };
    tasks(
        &mut book,
        [elsewhere(day(3, 5)), elsewhere(day(3, 25)), late(STAFF)],
    );
    seat(
        &mut book,
        1,
        (HEAD, Role::Head),
        OFFICE,
        (day(1, 1), Some(day(3, 15))),
    );
    seat(&mut book, 4, (HEAD, Role::Head), apart, (day(3, 16), None));
    let management = card(&book, Whose::Official(HEAD), "CT.12");
    assert_eq!(management.figure, share(0, 2));
    let days: Vec<Day> = management.evidence.iter().map(|it| it.on).collect();
    assert_eq!(days, [day(3, 10), day(3, 25)]);
}

#[test]
fn one_register_says_nothing_about_another() {
    let mut book = book();
    let wrong = complaint("CT.8", OTHER, Some(Conclusion::Unfounded));
    put(&mut book, Key::Complaint(ComplaintId(1)), wrong);
    assert_eq!(card(&book, ME, "CT.9").figure, events(0, None));
    let not_kept = [CardFinding::NotKept(Register::Incidents)];
    let of_incidents = ["CT.5", "CT.6", "CT.7", "CT.8", "CT.10"];
    for key in of_incidents {
        let card = card(&book, ME, key);
        assert_eq!(card.figure, CardFigure::NotMeasured, "{key}");
        assert!(card.points.is_none(), "{key}");
        assert_eq!(card.findings, not_kept, "{key}");
    }

    let later = Incident {
        on: day(4, 1),
        ..incident("CT.7", OTHER, None)
    };
    put(&mut book, Key::Incident(IncidentId(1)), later);
    assert_eq!(card(&book, ME, "CT.7").figure, CardFigure::NotMeasured);
    let seen = incident("CT.7", OTHER, None);
    put(&mut book, Key::Incident(IncidentId(2)), seen);
    for key in of_incidents {
        assert_eq!(card(&book, ME, key).figure, events(0, None), "{key}");
    }
    let reminders = card(&book, ME, "CT.4");
    assert_eq!(reminders.figure, CardFigure::NotMeasured);
    let not_kept = [CardFinding::NotKept(Register::Reminders)];
    assert_eq!(reminders.findings, not_kept);
    let reminder = TaskEventKind::Reminder {
        by: None,
        note: None,
    };
    tasks(&mut book, [with(task(OTHER), day(3, 4), reminder)]);
    assert_eq!(card(&book, ME, "CT.4").figure, events(0, None));
}

#[test]
fn what_is_recorded_before_a_register_is_kept_gives_nobody_else_full_points() {
    let mut book = book();
    let right = complaint("CT.8", STAFF, Some(Conclusion::Substantiated));
    put(&mut book, Key::Complaint(ComplaintId(1)), right);
    assert_eq!(card(&book, ME, "CT.8").figure, events(1, None));
    let other = card(&book, Whose::Official(OTHER), "CT.8");
    assert_eq!(other.figure, CardFigure::NotMeasured);
    let whole = card(&book, Whose::Agency, "CT.8").points.expect("measured");
    assert_eq!((whole.earned, whole.mean_of), (Exact::whole(8), Some(1)));
}

#[test]
fn a_conclusion_of_the_authority_on_the_official_counts_with_complaints() {
    let mut book = book();
    for (id, gate) in [(1, Gate::Degradation), (2, Gate::UnitCorruption)] {
        let conclusion = GateConclusion {
            official: STAFF,
            gate,
            year: 2026,
            authority: "UBND tỉnh Mẫu".to_owned(),
            document: "12/KL".to_owned(),
            on: day(3, 18),
        };
        put(&mut book, Key::GateConclusion(ConclusionId(id)), conclusion);
    }
    let card = card(&book, ME, "CT.9");
    assert_eq!(card.figure, events(1, None));
    assert_eq!(card.points.expect("measured").earned, Exact::whole(8));
    let evidence = &card.evidence[0];
    assert_eq!(evidence.what, EvidenceKind::Conclusion);
    assert_eq!(evidence.key, Key::GateConclusion(ConclusionId(1)));
}

#[test]
fn who_never_finishes_is_late_and_recorded_occurrences_stand_in_its_place() {
    let mut book = book();
    let recorded = |task| with(task, day(3, 12), TaskEventKind::Late { note: None });
    let milestone = TaskEventKind::Milestone {
        name: String::new(),
        due: day(3, 4),
        done: Some(day(3, 6)),
    };
    tasks(
        &mut book,
        [
            unfinished(STAFF),
            recorded(unfinished(STAFF)),
            with(unfinished(STAFF), day(3, 6), milestone),
        ],
    );
    assert_eq!(card(&book, ME, "CT.2").figure, events(4, Some(3)));
    let facts = Facts::gather(&book, rules(), march(), day(4, 15));
    let scores = Scores::full(&book, rules());
    let rows = personnel(&book, rules(), &scores, &facts, Whose::Agency, march());
    assert_eq!((rows[0].official, rows[0].met[0].count), (STAFF, 4));
    let before = Facts::gather(&book, rules(), march(), day(3, 10));
    let rows = personnel(&book, rules(), &scores, &before, Whose::Agency, march());
    assert_eq!(rows, [], "nothing was overdue on the last day in time");
}

#[test]
fn what_a_complaint_is_about_besides_the_directive_is_no_unknown_criterion() {
    let mut book = book();
    let subject = &rules().complaint.subjects[0].basis.key;
    let right = complaint(subject, STAFF, Some(Conclusion::Substantiated));
    put(&mut book, Key::Complaint(ComplaintId(1)), right);
    let card_of = |book: &Book| card(book, ME, "CT.9");
    assert_eq!(card_of(&book).findings, []);
    let unknown = complaint("CT.99", STAFF, Some(Conclusion::Substantiated));
    put(&mut book, Key::Complaint(ComplaintId(2)), unknown);
    assert_eq!(card_of(&book).findings, [CardFinding::WithoutCriterion(1)]);
}

#[test]
fn what_came_before_a_task_was_late_handled_no_lateness() {
    for (on, handled) in [(day(3, 10), 0), (day(3, 11), 1)] {
        let mut book = book();
        let handling = TaskEventKind::Handling {
            measure: "xu-ly.nhac-nho".to_owned(),
            by: None,
            document: None,
        };
        tasks(&mut book, [with(late(STAFF), on, handling)]);
        let card = card(&book, Whose::Unit(OFFICE), "CT.14");
        assert_eq!(card.figure, share(handled, 1));
    }
}
