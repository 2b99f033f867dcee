//! Finds which table a sheet holds and turns its rows into typed values.
//!
//! Three steps, each of which a person can look at: [`Mapping`] says which
//! column is which field, [`RawTable`] holds typed values with every problem
//! listed, and only the import (elsewhere) turns them into records.

mod field;
mod mapping;
mod raw;

pub use field::{Field, Scorer, TableKind};
pub use mapping::{HeaderColumn, Mapping, RememberedMapping, SheetProposal};
pub use raw::{
    CatalogueFacts, CellProblem, ProblemReason, RawRow, RawTable, RawValue, SkipReason, SkippedRow,
    Stage, Suggestion,
};
