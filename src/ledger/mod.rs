//! The book of all records, the operations that change it, and the log of them.
//!
//! Everything a user does is one [`Operation`]: a list of changes, each with the record
//! before and after, so that undo, audit, merging and recovery read the same thing.
//! [`Book::apply`] takes an operation whole or not at all.

mod action;
mod bin;
mod book;
mod changes;
mod check;
mod cleaning;
mod erase;
mod history;
mod log;
mod operation;
mod part;
mod query;
mod record;
mod stretches;
mod table;
mod texts;

pub use action::*;
pub use bin::*;
pub use book::*;
pub use changes::*;
pub use check::*;
pub use cleaning::*;
pub use erase::*;
pub use history::*;
pub use log::*;
pub use operation::*;
pub use record::*;
pub use table::*;
