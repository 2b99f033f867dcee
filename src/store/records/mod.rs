//! Stored shapes: one serde mirror for every domain type, so that both may change alone.
//!
//! The bytes of every shape are pinned by fixtures under `tests/golden`. A shape that must
//! change gets a higher [`FORMAT`] and a migration; variants and fields are only ever
//! appended, because postcard knows them by position.

mod catalogue;
mod complaint;
mod decision;
mod key;
mod local_rules;
mod mirror;
mod operation;
mod people;
mod period;
mod sheet;
mod task;

pub use catalogue::*;
pub use complaint::*;
pub use decision::*;
pub use key::*;
pub use local_rules::*;
pub use mirror::{RecordError, Stored};
pub use operation::*;
pub use people::*;
pub use period::*;
pub use sheet::*;
pub use task::*;

/// The format this build writes; older ones are migrated when read, newer ones refused.
pub const FORMAT: u16 = 3;
