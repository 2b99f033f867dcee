//! What each screen shows, projected from the model.

/// The frame around every screen.
pub mod frame;
/// The register of tasks.
pub mod tasks;
