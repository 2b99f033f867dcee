//! What each screen shows, projected from the model.

/// The frame around every screen.
pub mod frame;
/// Suggestions while typing.
pub mod people;
/// The register of tasks.
pub mod tasks;
