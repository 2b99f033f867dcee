//! Finds which table a sheet holds and turns its rows into typed values.
//!
//! Three steps, each of which a person can look at: [`Mapping`] says which
//! column is which field, [`RawTable`] holds typed values with every problem
//! listed, and only the import (elsewhere) turns them into records.

mod alias;
mod content;
mod conversion;
mod criteria;
mod extract;
mod field;
mod header;
mod mapping;
mod propose;
mod raw;
mod row_kind;
mod value;
mod word;

pub use criteria::{CriteriaLine, CriteriaPart, criteria_parts};
pub use extract::{ExtractOptions, extract};
pub use field::{Field, Scorer, TableKind};
pub use mapping::{HeaderColumn, Mapping, RememberedMapping, SheetProposal};
pub use propose::{propose_for, recognise};
pub use raw::{
    CatalogueFacts, CellProblem, ProblemReason, RawRow, RawTable, RawValue, Reviewed, SkipReason,
    SkippedRow, Stage, Suggestion,
};

pub(crate) use value::{Shape, shape as shape_of};
pub(crate) use word::{usual_words, value_of as word_value};

#[cfg(test)]
mod tests;
