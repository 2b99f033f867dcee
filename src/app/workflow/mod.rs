//! What a person can do: each function checks its input and drafts one operation.
//!
//! Input is text as typed; what cannot be understood comes back as a typed error that
//! `i18n` words. Nothing here changes the model: the operation goes through `update`.

/// What a cell means that names an entry of the rules.
mod basis;
/// The path of a complaint.
pub mod complaint;
/// What a complaint or an incident takes off a line.
pub mod effect;
/// The register of incidents.
pub mod incident;
/// The register of discipline.
pub mod discipline;
/// Reading typed values.
pub mod entry;
/// Locked periods.
pub mod lock;
/// Adding officials.
pub mod official;
/// Units and groups of similar duties.
pub mod unit;
/// Blocks pasted onto registers.
pub mod paste;
/// The life of a task.
pub mod task;
/// Confirming and unlocking periods.
pub mod confirm;
/// Deciding the classes of a year.
pub mod decide;
/// Restoring backups.
pub mod restore;
/// Putting back what was deleted.
pub mod bin;
/// Erasing a person.
pub mod erase;
/// The passphrase of a sealed backup.
pub mod passphrase;
/// Practising a restore.
pub mod practise;
/// Entering points, answers and ratings.
pub mod score;
/// Choosing a reading.
pub mod reading;
/// The agency's own criteria and tariffs.
pub mod local_rules;
/// The agency's own time limits for complaints.
pub mod clock;
/// The catalogue of products.
pub mod catalogue;
/// The agency's own days in the calendar.
pub mod calendar;
/// The agency itself.
pub mod settings;

/// Books the tests of the workflows begin with.
#[cfg(test)]
pub(in crate::app) mod tests;
