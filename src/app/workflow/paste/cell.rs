//! What a register says about its cells, so that values can be laid onto them.

use std::fmt::Debug;

use crate::domain::{Day, Month};
use crate::ledger::{Book, Draft, Kind};
use crate::text::search_key;

use super::super::entry::{EntryError, Numbers};
use super::super::task::Known;

/// What a cell holds: how it grows in a series and what may be meant by a text it does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words,
    /// A number.
    Number,
    /// A day.
    Day,
    /// An official.
    Person,
    /// A unit.
    Unit,
    /// An official or a unit.
    PersonOrUnit,
    /// One of a few, or a record of another register.
    Other,
}

/// When cells are entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// Today.
    pub today: Day,
    /// The month looked at; its year is meant where a day has none.
    pub month: Month,
    /// How numbers are read that may mean two.
    pub numbers: Numbers,
}

impl When {
    /// The year meant where a day has none.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.month.year()
    }
}

/// Cells that are not taken, each with the reason.
pub type Refused<F> = Vec<(F, EntryError)>;

/// A cell of one register's rows. Cells of a row are set in their order.
pub trait CellField: Copy + Ord + Debug + Send + Sync + 'static {
    /// Which record a row is.
    type Id: Copy + Ord + Debug + Send + Sync + 'static;
    /// A row while cells are laid onto it.
    type Row: Clone + Eq + Debug + Send + Sync + 'static;
    /// What the rows are.
    const KIND: Kind;
    /// All fields, in order.
    const FIELDS: &'static [Self];

    /// The key of its column.
    fn column(self) -> &'static str;

    /// What it holds.
    fn holds(self) -> Holds;

    /// Whether no two rows may hold the same in it.
    fn is_unique(self) -> bool {
        false
    }

    /// The record with a number.
    fn id(number: u32) -> Self::Id;

    /// A row of the book; nothing when it is gone.
    fn row(book: &Book, id: Self::Id, month: Month) -> Option<Self::Row>;

    /// A row nothing is known of.
    fn blank(book: &Book, when: When) -> Self::Row;

    /// Whether its text is the key of a choice, which nobody sees.
    fn is_choice(self) -> bool {
        false
    }

    /// The cells that may only stand together with this one, and what each is refused with while
    /// this one is missing.
    fn carries(self) -> (&'static [Self], EntryError) {
        (&[], EntryError::Required)
    }

    /// Refuses any change to a row.
    ///
    /// # Errors
    /// Why it may not change.
    fn locked(_known: &Known<'_>, _row: &Self::Row) -> Result<(), EntryError> {
        Ok(())
    }

    /// Refuses a row as it will stand, asked once all its cells are set.
    ///
    /// # Errors
    /// The cells that decide it, each with why the row may not stand so.
    fn check(_known: &Known<'_>, _row: &Self::Row) -> Result<(), Refused<Self>> {
        Ok(())
    }

    /// Sets the cell, or leaves the row as it is.
    ///
    /// # Errors
    /// [`EntryError`] when the text is not taken.
    fn set(
        self,
        known: &Known<'_>,
        row: &mut Self::Row,
        text: &str,
        when: When,
    ) -> Result<(), EntryError>;

    /// What stands in the cell, as one would type it there again.
    fn text(self, book: &Book, row: &Self::Row) -> String;

    /// Whether the cell shows nothing, for keys that jump along what is filled in.
    fn is_empty(self, book: &Book, row: &Self::Row) -> bool {
        self.text(book, row).is_empty()
    }

    /// What a row still needs, once the cells `given` says something for are set.
    fn missing(
        book: &Book,
        row: &Self::Row,
        is_new: bool,
        given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self>;

    /// Whether a new row takes a number of its own, so that it comes after those given one.
    fn takes_number(_row: &Self::Row) -> bool {
        false
    }

    /// Drafts the row; without a record it becomes one.
    fn put(draft: &mut Draft<'_>, id: Option<Self::Id>, row: &Self::Row);
}

/// The field of the column with a key.
#[must_use]
pub fn field_of<F: CellField>(key: &str) -> Option<F> {
    let mut all = F::FIELDS.iter().copied();
    all.find(|field| field.column() == key)
}

/// One of the few answers a cell takes: the key its choice has, what it means, and the words it is
/// known by, as [`search_key`] makes them.
pub type Answer<T> = (&'static str, T, &'static [&'static str]);

/// The key of an answer.
#[must_use]
pub fn key_of<T: Copy + PartialEq>(all: &[Answer<T>], value: T) -> String {
    let found = all.iter().find(|(_, other, _)| *other == value);
    found.map(|(key, ..)| (*key).to_owned()).unwrap_or_default()
}

/// The answer with a key, or known by a word.
///
/// # Errors
/// [`EntryError::Required`] for nothing, [`EntryError::Unknown`] for a word that is none of them.
pub fn one_of<T: Copy>(all: &[Answer<T>], text: &str) -> Result<T, EntryError> {
    if text.is_empty() {
        return Err(EntryError::Required);
    }
    let wanted = search_key(text);
    let mut all = all.iter();
    let found = all.find(|(key, _, words)| *key == wanted || words.contains(&wanted.as_str()));
    found
        .map(|(_, value, _)| *value)
        .ok_or_else(|| EntryError::Unknown(text.to_owned()))
}
