//! From rows of a file to one operation: matched, compared, explained before anything is done.
//!
//! [`plan`] is the dry run: it says for every row what would happen and drafts the
//! operation that does exactly that. Nothing is guessed: a row whose person or product
//! cannot be told is refused with the reason, and namesakes are the user's choice.

mod catalogue;
mod complaint_path;
mod complaints;
mod differences;
mod incidents;
mod people;
mod plan;
mod report;
mod scores;
mod staff;
mod tasks;
mod units;

pub use plan::{Choices, ImportSettings, plan};
pub use report::{FieldChange, ImportPlan, ImportProblem, PlannedRow, RowAt, ShownValue, Verdict};

/// What a file's rows and columns are called, as the screens of the import show them.
pub use crate::files::recognise::{
    CellProblem, Field, HeaderColumn, Mapping, ProblemReason, RawTable, RememberedMapping,
    SheetProposal, SkippedRow, TableKind,
};
/// Why a file could not be read, and the letters of a column.
pub use crate::files::tabular::{TabularError, column_letters};

#[cfg(test)]
mod tests;
