//! Adding officials with their first position, correcting them, their positions and absences.

mod absence;
mod cells;
mod position;

use crate::domain::{Day, Official, OfficialId, Position, PositionId, Role, Span, Unit, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

pub use absence::{AbsenceField, NewAbsence, remove_absence, save_absence};
pub use cells::{OfficialCell, OfficialLine, ROLES, shown_position};
pub use position::{NewPosition, PositionField, remove_position, save_position};

/// What a new official is made from, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewOfficial {
    /// Full name.
    pub name: String,
    /// Staff code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Role, when chosen.
    pub role: Option<Role>,
    /// A unit of the book.
    pub unit: Option<UnitId>,
    /// Name of a unit to be created.
    pub new_unit: String,
    /// First day in the position.
    pub from: String,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfficialField {
    /// Name.
    Name,
    /// Staff code.
    Code,
    /// Unit.
    Unit,
    /// First day.
    From,
    /// Day of birth.
    Born,
}

/// Drafts a new official with one position, and the unit when it is new.
///
/// # Errors
/// All fields that were not taken.
pub fn add(
    book: &Book,
    new: &NewOfficial,
    year: u16,
) -> Result<Operation, Vec<(OfficialField, EntryError)>> {
    let mut errors = Vec::new();
    let name = entry::text(&new.name);
    if name.is_none() {
        errors.push((OfficialField::Name, EntryError::Required));
    }
    let code = entry::text(&new.code);
    if code_taken(book, None, code.as_ref()) {
        errors.push((OfficialField::Code, EntryError::Taken(new.code.clone())));
    }
    let new_unit = entry::text(&new.new_unit);
    if new.unit.is_none() && new_unit.is_none() {
        errors.push((OfficialField::Unit, EntryError::Required));
    }
    let from = match entry::day(&new.from, year) {
        Ok(day) => day.unwrap_or_else(|| crate::domain::Period::Year(year).first_day()),
        Err(error) => {
            errors.push((OfficialField::From, error));
            crate::domain::Day::default()
        }
    };
    let (Some(name), true) = (name, errors.is_empty()) else {
        return Err(errors);
    };
    let mut draft = Draft::new(book, Action::Add(Kind::Official));
    let unit = match (new_unit, new.unit) {
        (Some(name), _) => {
            let unit = UnitId(draft.fresh(Kind::Unit));
            draft.put(
                Key::Unit(unit),
                Unit {
                    name,
                    code: None,
                    parent: None,
                },
            );
            unit
        }
        (None, Some(unit)) => unit,
        (None, None) => return Err(vec![(OfficialField::Unit, EntryError::Required)]),
    };
    let official = OfficialId(draft.fresh(Kind::Official));
    draft.put(
        Key::Official(official),
        Official {
            name,
            code,
            ..Official::default()
        },
    );
    let position = Position {
        official,
        unit,
        role: new.role.unwrap_or(Role::Staff),
        title: entry::text(&new.title).unwrap_or_default(),
        group: None,
        span: Span { from, to: None },
    };
    let id = PositionId(draft.fresh(Kind::Position));
    draft.put(Key::Position(id), position);
    Ok(draft.finish())
}

fn code_taken(book: &Book, id: Option<OfficialId>, code: Option<&String>) -> bool {
    let mut others = book.officials.iter();
    code.is_some() && others.any(|(other, it)| Some(other) != id && it.code.as_ref() == code)
}

/// Drafts a correction of who an official is.
///
/// # Errors
/// All fields that were not taken.
pub fn correct(
    book: &Book,
    id: OfficialId,
    typed: [&str; 4],
    today: Day,
) -> Result<Operation, Vec<(OfficialField, EntryError)>> {
    let [name, code, born, note] = typed;
    let mut errors = Vec::new();
    let name = entry::text(name);
    if name.is_none() {
        errors.push((OfficialField::Name, EntryError::Required));
    }
    let code = entry::text(code);
    if let Some(typed) = code
        .as_ref()
        .filter(|code| code_taken(book, Some(id), Some(code)))
    {
        errors.push((OfficialField::Code, EntryError::Taken(typed.clone())));
    }
    let born = entry::day(born, crate::domain::Month::of(today).year())
        .and_then(|day| match day {
            Some(day) if day > today => Err(EntryError::TooLate(today)),
            day => Ok(day),
        })
        .map_err(|error| errors.push((OfficialField::Born, error)));
    let (Some(name), Ok(born), true) = (name, born, errors.is_empty()) else {
        return Err(errors);
    };
    let record = Official {
        name,
        code,
        born,
        note: entry::text(note),
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::Official));
    draft.put(Key::Official(id), record);
    Ok(draft.finish())
}

/// Drafts the removal of an official recorded by mistake, with positions and absences; the book
/// refuses it while tasks, scores or decisions refer to them.
#[must_use]
pub fn remove(book: &Book, id: OfficialId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Official));
    for (position, _) in book.positions.of(id) {
        draft.remove(Key::Position(position));
    }
    for (absence, _) in book.absences.of(id) {
        draft.remove(Key::Absence(absence));
    }
    draft.remove(Key::Official(id));
    draft.finish()
}

/// Two days typed as first and last; the error says whether it is about the last.
fn span(from: &str, to: &str, year: u16) -> Result<Span, (bool, EntryError)> {
    let from = entry::day(from, year)
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(|error| (false, error))?;
    let to = entry::day(to, year).map_err(|error| (true, error))?;
    match to {
        Some(to) if to < from => Err((true, EntryError::TooEarly(from))),
        to => Ok(Span { from, to }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_official_brings_a_new_unit_along() {
        let mut book = Book::default();
        let new = NewOfficial {
            name: "Người Mẫu".into(),
            code: "M1".into(),
            new_unit: "Phòng Mẫu".into(),
            ..NewOfficial::default()
        };
        book.apply(&add(&book, &new, 2026).expect("complete"))
            .expect("applies");
        assert_eq!(
            (book.officials.len(), book.units.len(), book.positions.len()),
            (1, 1, 1)
        );
        let again = add(&book, &new, 2026).expect_err("the code is taken");
        assert_eq!(again[0].0, OfficialField::Code);
    }

    #[test]
    fn everything_missing_is_named_at_once() {
        let errors = add(
            &Book::default(),
            &NewOfficial {
                from: "31/02/2026".into(),
                ..NewOfficial::default()
            },
            2026,
        )
        .expect_err("nothing typed");
        let fields: Vec<_> = errors.into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            [
                OfficialField::Name,
                OfficialField::Unit,
                OfficialField::From
            ]
        );
    }

    fn one() -> Book {
        let mut book = Book::default();
        let new = NewOfficial {
            name: "Người Mẫu".into(),
            code: "M1".into(),
            new_unit: "Phòng Mẫu".into(),
            ..NewOfficial::default()
        };
        book.apply(&add(&book, &new, 2026).expect("complete"))
            .expect("applies");
        book
    }

    fn moving(from: &str, to: &str) -> NewPosition {
        NewPosition {
            unit: Some(UnitId(1)),
            role: Role::Head,
            title: "Trưởng phòng".into(),
            group: None,
            from: from.into(),
            to: to.into(),
            ends_earlier: true,
        }
    }

    #[test]
    fn a_new_position_ends_the_one_held_before_and_undo_opens_it_again() {
        let mut book = one();
        let before = book.clone();
        let new = moving("01/07/2026", "");
        let moved = save_position(&book, OfficialId(1), None, &new, 2026).expect("complete");
        book.apply(&moved).expect("a move");
        let held: Vec<_> = book.positions_of(OfficialId(1));
        let ended = held[0].1.span.to.map(|day| day.to_string());
        assert_eq!(ended.as_deref(), Some("2026-06-30"));
        assert_eq!(held[1].1.role, Role::Head);
        book.apply(&moved.inverse(Action::Undo(1))).expect("back");
        assert_eq!(book.positions, before.positions);
    }

    fn confirmed(book: &mut Book, period: &str) -> crate::domain::Period {
        let confirmation = crate::domain::Confirmation {
            version: 1,
            on: "2026-08-01".parse().expect("a day"),
            by: "Chủ tịch".to_owned(),
            total: crate::domain::Exact::whole(80),
            general: crate::domain::Exact::whole(25),
            result: crate::domain::Exact::one(),
            class: crate::domain::Class::Good,
            readings: Vec::new(),
            unlocked: None,
        };
        let period = crate::domain::Period::parse(period).expect("a period");
        let key = Key::Confirmation(OfficialId(1), period);
        assert!(book.put(key, Some(confirmation.into())));
        period
    }

    #[test]
    fn a_position_is_not_changed_where_a_period_is_confirmed() {
        let mut book = one();
        let (id, official) = (PositionId(1), OfficialId(1));
        let july = confirmed(&mut book, "2026-07");
        let locked = |field| Err(vec![(field, EntryError::Locked(july))]);
        let save = |id, new: &NewPosition| save_position(&book, official, id, new, 2026);
        assert_eq!(
            save(None, &moving("01/07/2026", "")),
            locked(PositionField::From)
        );
        assert!(save(None, &moving("01/08/2026", "")).is_ok());
        assert_eq!(
            save(Some(id), &moving("01/01/2026", "")),
            locked(PositionField::Unit)
        );
        let stays = |from: &str, to: &str| NewPosition {
            role: Role::Staff,
            ..moving(from, to)
        };
        assert!(save(Some(id), &stays("01/02/2026", "31/07/2026")).is_ok());
        assert_eq!(
            save(Some(id), &stays("02/07/2026", "")),
            locked(PositionField::From)
        );
        assert_eq!(
            save(Some(id), &stays("01/01/2026", "30/07/2026")),
            locked(PositionField::To)
        );
        assert_eq!(remove_position(&book, id), Err(EntryError::Locked(july)));
        let removed = remove_position(&one(), id).expect("nothing is confirmed");
        assert_eq!(removed.changes.len(), 1);
    }

    #[test]
    fn a_last_day_is_not_before_the_first() {
        let new = moving("01/07/2026", "30/06/2026");
        let errors = save_position(&one(), OfficialId(1), None, &new, 2026).expect_err("reversed");
        assert_eq!(errors[0].0, PositionField::To);
        let absence = NewAbsence {
            kind: crate::domain::AbsenceKind::Sick,
            from: String::new(),
            to: String::new(),
            document: String::new(),
        };
        let errors = save_absence(&one(), OfficialId(1), None, &absence, 2026);
        let missing = vec![(AbsenceField::From, EntryError::Required)];
        assert_eq!(errors, Err(missing));
    }

    #[test]
    fn an_official_is_corrected_and_removed_with_what_hangs_on_them_alone() {
        let mut book = one();
        let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let typed = ["Người Khác", "M2", "05/03/1990", ""];
        let corrected = correct(&book, OfficialId(1), typed, today).expect("complete");
        book.apply(&corrected).expect("a correction");
        assert_eq!(book.official_name(OfficialId(1)), "Người Khác");
        let born_later = ["Người Khác", "", "05/03/2030", ""];
        assert!(correct(&book, OfficialId(1), born_later, today).is_err());
        let removal = remove(&book, OfficialId(1));
        book.apply(&removal).expect("nothing else refers to them");
        assert!(book.officials.is_empty() && book.positions.is_empty());
    }
}
