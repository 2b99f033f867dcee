//! What each screen shows, projected from the model.

/// The frame around every screen.
pub mod frame;
/// All officials, and one of them.
pub mod officials;
/// What must be done now.
pub mod overview;
/// Suggestions while typing.
pub mod people;
/// The register of tasks.
pub mod tasks;
/// Scores of a month or quarter.
pub mod scoring;
/// Why a score is what it is.
pub mod why;
/// Classes of the year.
pub mod year;
