//! The agency: what the forms print and how scores are followed.

use crate::domain::{Agency, Tracking};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

/// The agency as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewAgency {
    /// Name as printed.
    pub name: String,
    /// The superior body.
    pub superior: String,
    /// Place of the date line.
    pub place: String,
    /// Title of the signer.
    pub signer_title: String,
    /// Months or quarters.
    pub tracking: Tracking,
}

/// Drafts the agency.
///
/// # Errors
/// [`EntryError::Required`] without a name.
pub fn save(book: &Book, new: &NewAgency) -> Result<Operation, EntryError> {
    let name = entry::text(&new.name).ok_or(EntryError::Required)?;
    let text = |typed: &str| entry::text(typed).unwrap_or_default();
    let agency = Agency {
        name,
        superior: text(&new.superior),
        place: text(&new.place),
        signer_title: text(&new.signer_title),
        tracking: new.tracking,
        sample: book.agency.sample,
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::Agency));
    draft.put(Key::Agency(), agency);
    Ok(draft.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_needs_a_name_and_keeps_being_a_sample() {
        let mut book = Book::default();
        book.agency.sample = true;
        let mut new = NewAgency {
            place: "Xã Mẫu".to_owned(),
            ..NewAgency::default()
        };
        assert_eq!(save(&book, &new), Err(EntryError::Required));
        new.name = " UBND xã Mẫu ".to_owned();
        let operation = save(&book, &new).expect("a name");
        book.apply(&operation).expect("a good operation");
        assert_eq!(book.agency.name, "UBND xã Mẫu");
        assert!(book.agency.sample);
    }
}
