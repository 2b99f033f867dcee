//! Small invented books the properties are tried on.

use congtam::domain as d;
use congtam::domain::{
    Assignment, Day, Decimal, EventId, Excuses, Month, OfficialId, Origin, Period, PositionId,
    Role, Span, TaskEvent, TaskEventKind, UnitId,
};
use congtam::ledger::{Action, Book, Draft, Key};
use proptest::prelude::*;

pub const OFFICIALS: u32 = 8;
pub const UNITS: u32 = 4;

pub fn month(number: u8) -> Month {
    Month::new(2026, number).unwrap()
}

pub fn day(month: u8, day: u32) -> Day {
    Day::from_ymd_opt(2026, month.into(), day).unwrap()
}

pub fn from_start() -> Span {
    Span {
        from: day(1, 1),
        to: None,
    }
}

pub fn full_points() -> d::GeneralSheet {
    let rules = super::rules().for_year(2026).unwrap();
    d::GeneralSheet {
        own: rules.lines().map(|line| (line.id, line.max)).collect(),
        ..d::GeneralSheet::default()
    }
}

/// The decree's form as a set of local rules from a month on, with so many points moved from
/// line to line; only the words differ when none move.
pub fn local_set(from: Month, number: u32, moved: u32) -> d::LocalRules {
    let rules = super::rules().for_year(2026).unwrap();
    let mut lines: Vec<d::LocalLine> = rules
        .lines()
        .map(|line| d::LocalLine {
            line: line.id,
            wording: format!("Nội dung mẫu {}", line.id),
            max: line.max,
        })
        .collect();
    // I.1 and I.2 share ten points.
    let half = i64::from(moved) * Decimal::SCALE / 2;
    lines[0].max = Decimal::from_millionths(lines[0].max.millionths() - half);
    lines[1].max = Decimal::from_millionths(lines[1].max.millionths() + half);
    d::LocalRules {
        title: format!("Bộ mẫu {number}"),
        issuer: "Cơ quan mẫu".to_owned(),
        decision: format!("{number}/QĐ"),
        span: Span {
            from: from.first_day(),
            to: None,
        },
        lines,
        tariffs: Vec::new(),
        conclusions: Vec::new(),
    }
}

/// An agency of four units in a chain and a fork, with two heads, a deputy and staff.
pub fn base() -> Book {
    let mut book = Book::default();
    let mut draft = Draft::new(&book, Action::LoadSample);
    for number in 1..=UNITS {
        let parent = match number {
            1 => None,
            4 => Some(UnitId(2)),
            _ => Some(UnitId(1)),
        };
        let name = format!("Đơn vị {number}");
        let unit = d::Unit {
            name,
            code: None,
            parent,
        };
        draft.put(Key::Unit(UnitId(number)), unit);
    }
    for number in 1..=OFFICIALS {
        add_official(&mut draft, number);
    }
    let tasks = [(1, 2, 1), (2, 3, 1), (3, 4, 2), (4, 5, 1), (5, 6, 2)];
    for (number, who, month) in tasks {
        let task = plain_task(Some(OfficialId(who)), month, 3);
        draft.put(Key::Assignment(d::AssignmentId(number)), task);
    }
    let operation = draft.finish();
    book.apply(&operation).unwrap();
    book
}

fn add_official(draft: &mut Draft, number: u32) {
    let official = d::Official {
        name: format!("Người Mẫu {number}"),
        ..d::Official::default()
    };
    let who = OfficialId(number);
    draft.put(Key::Official(who), official);
    let (unit, role) = match number {
        1 => (1, Role::Head),
        2 => (2, Role::Head),
        3 => (2, Role::Deputy),
        4 | 5 => (4, Role::Staff),
        6 => (3, Role::Head),
        7 => (3, Role::Support),
        _ => (1, Role::Staff),
    };
    let position = d::Position {
        official: who,
        unit: UnitId(unit),
        role,
        title: String::new(),
        group: None,
        span: from_start(),
    };
    draft.put(Key::Position(PositionId(number)), position);
    for number in 1..=2 {
        draft.put(
            Key::General(who, Period::Month(month(number))),
            full_points(),
        );
    }
}

/// A book with one official whose general points are full in May.
pub fn with_general() -> Book {
    let mut book = Book::default();
    let mut draft = Draft::new(&book, Action::LoadSample);
    let unit = d::Unit {
        name: "Đơn vị mẫu".to_owned(),
        code: None,
        parent: None,
    };
    draft.put(Key::Unit(UnitId(1)), unit);
    let who = OfficialId(1);
    let official = d::Official {
        name: "Người Mẫu".to_owned(),
        ..d::Official::default()
    };
    draft.put(Key::Official(who), official);
    let position = d::Position {
        official: who,
        unit: UnitId(1),
        role: Role::Staff,
        title: String::new(),
        group: None,
        span: from_start(),
    };
    draft.put(Key::Position(PositionId(1)), position);
    draft.put(Key::General(who, Period::Month(month(5))), full_points());
    let operation = draft.finish();
    book.apply(&operation).unwrap();
    book
}

pub fn plain_task(official: Option<OfficialId>, month: u8, completed: i32) -> Assignment {
    Assignment {
        code: None,
        name: None,
        official,
        unit: None,
        product: None,
        coefficient: Decimal::ONE,
        assigned: Decimal::from_whole(4),
        completed: Decimal::from_whole(completed),
        assigned_on: Some(day(month, 1)),
        due: Some(day(month, 20)),
        finished: None,
        origin: Origin::Planned,
        handed_back: None,
        events: Vec::new(),
        note: None,
    }
}

/// One to twelve tasks of May, late, failed, excused, extended or handed back.
pub fn tasks_of_one() -> impl Strategy<Value = Vec<Assignment>> {
    prop::collection::vec(task_of_one(), 1..12)
}

fn task_of_one() -> impl Strategy<Value = Assignment> {
    let numbers = (1_i64..40_000_000, 1_i64..9_000_000, 0_i64..100);
    let happened = (
        0_u32..6,
        0_u32..4,
        prop::option::of(1_u32..31),
        any::<bool>(),
    );
    (numbers, happened, 0_u8..8).prop_map(
        |((k, g, done), (failures, late, finished, extended), kind)| {
            let mut task = plain_task(Some(OfficialId(1)), 5, 0);
            task.coefficient = Decimal::from_millionths(k);
            task.assigned = Decimal::from_millionths(g);
            task.completed = Decimal::from_millionths(g * done / 100);
            task.finished = finished.map(|on| day(5, on));
            task.origin = match kind {
                0 => Origin::TakenOver,
                1 => Origin::Unplanned,
                _ => Origin::Planned,
            };
            task.handed_back = (kind == 2).then(|| d::HandBack {
                on: day(5, 3),
                reason: None,
                taken_over_by: None,
            });
            for _ in 0..failures {
                add_event(&mut task, true);
            }
            for _ in 0..late {
                add_event(&mut task, false);
            }
            if extended {
                push(
                    &mut task,
                    TaskEventKind::Extension {
                        to: day(5, 28),
                        approver: None,
                        document: None,
                        revoked: None,
                    },
                );
            }
            task
        },
    )
}

pub fn push(task: &mut Assignment, kind: TaskEventKind) -> EventId {
    let id = task.next_event();
    let on = day(5, 2);
    task.events.push(TaskEvent { id, on, kind });
    id
}

pub fn add_event(task: &mut Assignment, failure: bool) {
    let kind = if failure {
        TaskEventKind::QualityFailure { note: None }
    } else {
        TaskEventKind::Late { note: None }
    };
    push(task, kind);
}

/// A milestone of the second, handed in so many days late.
pub fn add_late_milestone(task: &mut Assignment, days: u32) {
    let kind = TaskEventKind::Milestone {
        name: "phần mẫu".to_owned(),
        due: day(5, 2),
        done: Some(day(5, 2 + days)),
    };
    push(task, kind);
}

/// Chooses an option of a reading from the start of the year on.
pub fn choose(book: &mut Book, reading: &str, option: &str) {
    let choice = d::ReadingChoice {
        reading: reading.to_owned(),
        option: option.to_owned(),
        span: from_start(),
        issuer: None,
        document: None,
    };
    let key = Key::Reading(d::ReadingChoiceId(1));
    assert!(book.put(key, Some(choice.into())));
}

pub fn excuse(task: &mut Assignment, excuses: Excuses, confirmed: bool) {
    push(
        task,
        TaskEventKind::ObjectiveCause {
            excuses,
            cause: "nguyên nhân mẫu".to_owned(),
            confirmed_by: confirmed.then(|| "Cấp mẫu".to_owned()),
            document: None,
            revoked: None,
        },
    );
}

pub fn excuse_all(task: &mut Assignment) {
    let events: Vec<EventId> = task.events.iter().map(|event| event.id).collect();
    for event in events {
        excuse(task, Excuses::Event(event), true);
    }
    excuse(task, Excuses::DerivedLateness, true);
}
