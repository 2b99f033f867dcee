//! From rows of a file to one operation: matched, compared, explained before anything is done.
//!
//! [`plan`] is the dry run: it says for every row what would happen and drafts the
//! operation that does exactly that. Nothing is guessed: a row whose person or product
//! cannot be told is refused with the reason, and namesakes are the user's choice.

mod catalogue;
mod complaints;
mod differences;
mod people;
mod plan;
mod report;
mod scores;
mod staff;
mod tasks;
mod units;

pub use plan::{Choices, ImportSettings, plan};
pub use report::{FieldChange, ImportPlan, ImportProblem, PlannedRow, RowAt, ShownValue, Verdict};

#[cfg(test)]
mod tests;
