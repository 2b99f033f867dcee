//! Tasks as a register whose cells are entered.

use crate::domain::{Assignment, AssignmentId, Month};
use crate::ledger::{Book, Draft, Key, Kind};

use super::super::entry::EntryError;
use super::super::paste::{CellField, Holds, Refused, When};
use super::{
    Known, TaskField, blank_on, cell_text, decides_period, fits_range, fixes_coefficient, is_blank,
    write_cell,
};

impl CellField for TaskField {
    type Id = AssignmentId;
    type Row = Assignment;
    const KIND: Kind = Kind::Assignment;
    const FIELDS: &'static [Self] = &Self::ALL;

    fn column(self) -> &'static str {
        self.key()
    }

    fn holds(self) -> Holds {
        match self {
            Self::Code | Self::Name | Self::Note => Holds::Words,
            Self::Official => Holds::Person,
            Self::AssignedOn | Self::Due | Self::Finished => Holds::Day,
            Self::Coefficient | Self::Assigned | Self::Completed | Self::Failures | Self::Late => {
                Holds::Number
            }
            Self::Product | Self::Origin => Holds::Other,
        }
    }

    fn id(number: u32) -> AssignmentId {
        AssignmentId(number)
    }

    fn row(book: &Book, id: AssignmentId, _month: Month) -> Option<Assignment> {
        book.assignments.get(id).cloned()
    }

    fn blank(_book: &Book, when: When) -> Assignment {
        blank_on(when.today)
    }

    fn set(
        self,
        known: &Known<'_>,
        row: &mut Assignment,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let year = when.year();
        write_cell(known, row, self, text, when.today, year, when.numbers)
    }

    fn is_choice(self) -> bool {
        self == Self::Origin
    }

    /// Product and coefficient are recorded together.
    fn carries(self) -> (&'static [Self], EntryError) {
        match self {
            Self::Coefficient => (&[Self::Product], EntryError::CoefficientFirst),
            _ => (&[], EntryError::Required),
        }
    }

    fn locked(known: &Known<'_>, row: &Assignment) -> Result<(), EntryError> {
        known.locks().check(row)
    }

    fn check(known: &Known<'_>, row: &Assignment) -> Result<(), Refused<Self>> {
        let held = known.locks().check(row);
        held.map_err(|error| {
            let decides = Self::ALL.into_iter().filter(|field| decides_period(*field));
            decides.map(|field| (field, error.clone())).collect()
        })
    }

    fn text(self, book: &Book, row: &Assignment) -> String {
        cell_text(book, row, self)
    }

    fn is_empty(self, _book: &Book, row: &Assignment) -> bool {
        is_blank(row, self)
    }

    fn missing(
        book: &Book,
        row: &Assignment,
        is_new: bool,
        given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self> {
        let mut missing = Vec::new();
        if is_new && row.name.is_none() && row.product.is_none() {
            missing.push(Self::Name);
        }
        if is_new && !given(Self::Assigned) {
            missing.push(Self::Assigned);
        }
        let fixed = fixes_coefficient(book, row);
        let chosen = is_new || given(Self::Product);
        if chosen && !fixed && !given(Self::Coefficient) {
            let fits = !is_new && fits_range(book, row);
            if !fits {
                missing.push(Self::Coefficient);
            }
        }
        missing
    }

    fn put(draft: &mut Draft<'_>, id: Option<AssignmentId>, row: &Assignment) {
        let id = id.unwrap_or_else(|| AssignmentId(draft.fresh(Kind::Assignment)));
        draft.put(Key::Assignment(id), row.clone());
    }
}
