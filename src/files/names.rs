//! Hiding names: every person becomes a number, the same one throughout a file.

/// Whether an export says who people are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// Names and codes as recorded.
    #[default]
    Shown,
    /// Pseudonyms instead of names and codes, and no free text, which may name people.
    Hidden,
}

/// What a person is called while names are hidden, by their place in the file from 0.
///
/// # Example
/// ```
/// assert_eq!(congtam::files::names::pseudonym(0), "CC-001");
/// ```
#[must_use]
pub fn pseudonym(place: usize) -> String {
    format!("CC-{:03}", place + 1)
}
