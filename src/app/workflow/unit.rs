//! Units and groups of similar duties: add, rename, move, remove.

use crate::domain::{DutyGroup, GroupId, Unit, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

/// A field of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitField {
    /// Name.
    Name,
    /// Code.
    Code,
}

type Errors = Vec<(UnitField, EntryError)>;

/// Drafts a new unit, or the correction of a recorded one.
///
/// # Errors
/// All fields that were not taken: a name or code another unit has. That a unit is not above
/// itself is refused by the book.
pub fn save_unit(
    book: &Book,
    id: Option<UnitId>,
    name: &str,
    code: &str,
    parent: Option<UnitId>,
) -> Result<Operation, Errors> {
    let mut errors = Vec::new();
    let taken = |same: &dyn Fn(&Unit) -> bool| {
        let mut others = book.units.iter().filter(|(other, _)| Some(*other) != id);
        others.any(|(_, other)| same(other))
    };
    let name = named(
        name,
        &|name| taken(&|other| other.name == name),
        &mut errors,
    );
    let code = entry::text(code);
    if let Some(typed) = &code
        && taken(&|other| other.code.as_ref() == Some(typed))
    {
        errors.push((UnitField::Code, EntryError::Taken(typed.clone())));
    }
    let (Some(name), true) = (name, errors.is_empty()) else {
        return Err(errors);
    };
    let kind = Kind::Unit;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    let id = id.unwrap_or_else(|| UnitId(draft.fresh(kind)));
    draft.put(Key::Unit(id), Unit { name, code, parent });
    Ok(draft.finish())
}

/// Drafts a new group of similar duties, or another name for one.
///
/// # Errors
/// [`UnitField::Name`] when it is empty or taken.
pub fn save_group(book: &Book, id: Option<GroupId>, name: &str) -> Result<Operation, Errors> {
    let mut errors = Vec::new();
    let taken = |name: &str| {
        let mut others = book.groups.iter().filter(|(other, _)| Some(*other) != id);
        others.any(|(_, other)| other.name == name)
    };
    let Some(name) = named(name, &taken, &mut errors) else {
        return Err(errors);
    };
    let kind = Kind::Group;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    let id = id.unwrap_or_else(|| GroupId(draft.fresh(kind)));
    draft.put(Key::Group(id), DutyGroup { name });
    Ok(draft.finish())
}

fn named(text: &str, taken: &dyn Fn(&str) -> bool, errors: &mut Errors) -> Option<String> {
    let error = match entry::text(text) {
        None => EntryError::Required,
        Some(name) if taken(&name) => EntryError::Taken(name),
        Some(name) => return Some(name),
    };
    errors.push((UnitField::Name, error));
    None
}

/// Drafts the removal of a unit; the book refuses it while anything refers to it.
#[must_use]
pub fn remove_unit(book: &Book, id: UnitId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Unit));
    draft.remove(Key::Unit(id));
    draft.finish()
}

/// Drafts the removal of a group; the book refuses it while anything refers to it.
#[must_use]
pub fn remove_group(book: &Book, id: GroupId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Group));
    draft.remove(Key::Group(id));
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::ApplyError;

    fn with_units() -> Book {
        let mut book = Book::default();
        for (name, parent) in [("Văn phòng Mẫu", None), ("Phòng Mẫu", Some(UnitId(1)))] {
            let added = save_unit(&book, None, name, "", parent).expect("a new name");
            book.apply(&added).expect("a unit");
        }
        book
    }

    #[test]
    fn a_unit_is_added_and_renamed() {
        let mut book = with_units();
        let renamed = save_unit(&book, Some(UnitId(2)), "Phòng Mới", "PM", Some(UnitId(1)));
        book.apply(&renamed.expect("a free name")).expect("a name");
        let unit = book.units.get(UnitId(2)).expect("the unit");
        assert_eq!(
            (unit.name.as_str(), unit.parent),
            ("Phòng Mới", Some(UnitId(1)))
        );
    }

    #[test]
    fn two_units_do_not_share_a_name() {
        let errors = save_unit(&with_units(), None, "Phòng Mẫu", "", None).expect_err("taken");
        let taken = EntryError::Taken("Phòng Mẫu".to_owned());
        assert_eq!(errors, [(UnitField::Name, taken)]);
    }

    #[test]
    fn a_unit_in_use_stays_and_is_never_above_itself() {
        let mut book = with_units();
        let refused = book.apply(&remove_unit(&book.clone(), UnitId(1)));
        assert!(matches!(refused, Err(ApplyError::InUse { .. })));
        let circle = save_unit(&book, Some(UnitId(1)), "Văn phòng Mẫu", "", Some(UnitId(2)));
        assert!(book.apply(&circle.expect("well typed")).is_err());
    }

    #[test]
    fn a_group_is_added_renamed_and_removed() {
        let mut book = Book::default();
        let added = save_group(&book, None, "Nhóm mẫu").expect("a name");
        book.apply(&added).expect("a group");
        let renamed = save_group(&book, Some(GroupId(1)), "Nhóm khác").expect("a name");
        book.apply(&renamed).expect("a name");
        let removal = remove_group(&book, GroupId(1));
        book.apply(&removal).expect("nobody is in it");
        assert!(book.groups.is_empty());
    }
}
