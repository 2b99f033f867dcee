//! The program without a screen: events in, new model and effects out.
//!
//! [`update`] is the only place the model changes. Effects are data that `browser` runs;
//! their answers come back as events. View models under [`view`] are what screens show;
//! [`workflow`] turns what a person does on a screen into one operation.

mod carrying;
mod cleaning;
mod desk;
mod edge;
mod effect;
mod event;
mod locking;
mod model;
mod following;
mod notice;
mod recovery;
mod saving;
mod update;

/// From rows of a file to one operation.
pub mod import;

/// Heavy work for the worker.
pub mod job;
/// Copies outside the browser.
pub mod outside;
/// What each screen shows, projected from the model.
pub mod view;
/// What a person can do: each function checks and drafts one operation.
pub mod workflow;

pub use carrying::{BackupLog, Carrying, PackedLog, Restorable, takes_log};
pub use cleaning::{CleanedRow, CleaningMade, Lesser, looks_now};
pub use desk::*;
pub use edge::*;
pub use effect::*;
pub use event::*;
pub use following::Followed;
pub use locking::*;
pub use model::*;
pub use notice::*;
pub use recovery::*;
pub use saving::*;
pub use update::*;

/// A point in time, as screens count down to it.
pub use crate::ledger::Moment;
/// What a screen hands to the program when a person has done something.
pub use crate::ledger::{Action, BIN_DAYS, Cleaning, Eraser, Kind, Operation};
