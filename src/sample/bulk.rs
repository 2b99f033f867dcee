//! Books of any size for benchmarks: plain officials with plain tasks, quickly made.

use chrono::Days;

use super::catalogue::{self, Shelf};
use super::chance::Chance;
use super::words::Names;
use super::{YEAR, day, general_lines};
use crate::domain as d;
use crate::domain::{
    AssignmentId, Decimal, Month, OfficialId, Period, TaskEvent, TaskEventKind, UnitId,
};
use crate::ledger::{Action, Book, Draft, Key};

/// Officials in one unit.
const UNIT_SIZE: u32 = 40;

/// A book of 2026 with so many officials and so many tasks for each of them in the whole
/// year, spread evenly over its months, with general points for every month.
///
/// Ten thousand officials with a hundred tasks each are a million tasks. The same
/// arguments give the same book.
#[must_use]
pub fn book(seed: u64, officials: u32, tasks_per_official: u32) -> Book {
    let mut book = Book::default();
    let empty = Book::default();
    let mut draft = Draft::new(&empty, Action::LoadSample);
    let shelf = catalogue::stock(&mut draft, day(1, 1));
    for change in draft.finish().changes {
        book.put(change.key, change.after);
    }
    let mut chance = Chance::new(seed);
    units(&mut book, officials.div_ceil(UNIT_SIZE));
    let names = Names::new();
    let months: Vec<Month> = Month::all_of(YEAR).collect();
    for number in 1..=officials {
        official(&mut book, &mut chance, &names, number);
        let general = general(&mut chance);
        for month in &months {
            let key = Key::General(OfficialId(number), Period::Month(*month));
            book.put(key, Some(general.clone().into()));
        }
    }
    let mut next = 1;
    for number in 1..=officials {
        for task in 0..tasks_per_official {
            let month = months[task as usize % months.len()];
            let task = assignment(&mut chance, &shelf, OfficialId(number), month);
            book.put(Key::Assignment(AssignmentId(next)), Some(task.into()));
            next += 1;
        }
    }
    book
}

fn units(book: &mut Book, count: u32) {
    for number in 1..=count.max(1) + 1 {
        let unit = d::Unit {
            name: format!("Đơn vị {number:03}"),
            code: None,
            parent: (number > 1).then_some(UnitId(1)),
        };
        book.put(Key::Unit(UnitId(number)), Some(unit.into()));
        let group = d::DutyGroup {
            name: format!("Nhóm {number:03}"),
        };
        book.put(Key::Group(d::GroupId(number)), Some(group.into()));
    }
}

fn official(book: &mut Book, chance: &mut Chance, names: &Names, number: u32) {
    let id = OfficialId(number);
    let female = chance.percent(45);
    let official = d::Official {
        name: names.any(chance, female),
        code: Some(format!("CB.{number:05}")),
        born: None,
        note: None,
    };
    book.put(Key::Official(id), Some(official.into()));
    let unit = 2 + (number - 1) / UNIT_SIZE;
    let role = match (number - 1) % UNIT_SIZE {
        0 => d::Role::Head,
        1 | 2 => d::Role::Deputy,
        _ => d::Role::Staff,
    };
    let position = d::Position {
        official: id,
        unit: UnitId(unit),
        role,
        title: "Chuyên viên".to_owned(),
        group: (!role.leads()).then_some(d::GroupId(unit)),
        span: d::Span {
            from: day(1, 1),
            to: None,
        },
    };
    let key = Key::Position(d::PositionId(number));
    book.put(key, Some(position.into()));
    if !role.leads() {
        return;
    }
    let answer = Some(d::LeadershipAnswer {
        full: true,
        reason: None,
    });
    for month in Month::all_of(YEAR) {
        let sheet = d::LeadershipSheet {
            unit_result: None,
            organising: answer.clone(),
            unity: answer.clone(),
        };
        let key = Key::Leadership(id, Period::Month(month));
        book.put(key, Some(sheet.into()));
    }
}

fn general(chance: &mut Chance) -> d::GeneralSheet {
    let halves = |points: Decimal, off: u32| {
        let off = i64::from(off) * Decimal::SCALE / 2;
        Decimal::from_millionths(points.millionths() - off)
    };
    let lines = general_lines().into_iter();
    d::GeneralSheet {
        authority: lines
            .map(|(line, max)| (line, halves(max, chance.below(3))))
            .collect(),
        ..d::GeneralSheet::default()
    }
}

fn assignment(
    chance: &mut Chance,
    shelf: &Shelf,
    official: OfficialId,
    month: Month,
) -> d::Assignment {
    let product = chance.pick(shelf.all());
    let assigned = 1 + chance.below(6);
    let done = match chance.below(20) {
        0 => assigned - 1,
        _ => assigned,
    };
    let whole = |count: u32| Decimal::from_whole(i32::try_from(count).unwrap_or(1));
    let first = month.first_day();
    let due = first + Days::new(u64::from(7 + chance.below(21)));
    let finished = due - Days::new(3) + Days::new(u64::from(chance.below(5)));
    let mut events = Vec::new();
    if chance.percent(4) {
        events.push(TaskEvent {
            id: d::EventId(1),
            on: finished,
            kind: TaskEventKind::QualityFailure { note: None },
        });
    }
    d::Assignment {
        code: None,
        name: None,
        official: Some(official),
        unit: None,
        product: Some(product.id),
        coefficient: product.coefficient(),
        assigned: whole(assigned),
        completed: whole(done),
        assigned_on: Some(first),
        due: Some(due),
        finished: (done == assigned).then_some(finished),
        origin: d::Origin::Planned,
        handed_back: None,
        events,
        note: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_has_the_size_asked_for_and_repeats_itself() {
        let made = book(3, 100, 24);
        assert_eq!(made.officials.len(), 100);
        assert_eq!(made.assignments.len(), 2400);
        assert_eq!(made.assignments.of(OfficialId(7)).count(), 24);
        assert_eq!(made, book(3, 100, 24));
        assert_ne!(made, book(4, 100, 24));
    }
}
