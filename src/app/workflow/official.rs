//! Adding officials with their first position.

use crate::domain::{Official, OfficialId, Position, PositionId, Role, Span, Unit, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

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
    let taken = code.as_ref().is_some_and(|code| {
        book.officials
            .iter()
            .any(|(_, other)| other.code.as_ref() == Some(code))
    });
    if taken {
        errors.push((OfficialField::Code, EntryError::Ambiguous(new.code.clone())));
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
}
