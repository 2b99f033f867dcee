//! How records look in a backup: JSON a person or another program can read.
//!
//! Documented in `docs/backup-format.md` and independent of how the browser stores them:
//! days are `2026-08-31`, numbers with decimals are strings, names are in snake case, and
//! what is not there is left out.

mod catalogue;
mod complaint;
mod decision;
mod line;
mod local_rules;
mod log;
mod mirror;
mod people;
mod sheet;
mod task;

pub use line::{KindJson, LineJson};
pub use log::{EntryJson, FirstJson};
pub use mirror::{Json, JsonError};
