//! The desk's name: who works at this machine, as the log says it. There are no accounts.
//!
//! It belongs to the machine and not to a set of data, so it is a preference: every set opened
//! here is written to under the same name.

use crate::text::{collapse_spaces, nfc};

use super::Model;

/// The preference that keeps it.
pub const DESK: &str = "desk";

/// Characters it may have: it stands in every line of the log.
pub const LONGEST_DESK: usize = 60;

/// The name typed is longer than a desk's may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("longer than {LONGEST_DESK} characters")]
pub struct DeskTooLong;

/// A desk's name as it is kept: one line, without idle spaces; empty for none.
///
/// # Errors
/// [`DeskTooLong`] above [`LONGEST_DESK`] characters.
pub fn desk_name(typed: &str) -> Result<String, DeskTooLong> {
    let line: String = typed
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let name = collapse_spaces(&nfc(&line)).trim().to_owned();
    if name.chars().count() > LONGEST_DESK {
        return Err(DeskTooLong);
    }
    Ok(name)
}

impl Model {
    /// The desk that acts, as every operation is logged under; empty while it has no name.
    #[must_use]
    pub fn desk(&self) -> String {
        self.preferences.get(DESK).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_named_in_one_short_line() {
        assert_eq!(
            desk_name("  Phòng  Nội vụ,\n máy 2 "),
            Ok("Phòng Nội vụ, máy 2".to_owned())
        );
        assert_eq!(desk_name(" \t "), Ok(String::new()));
        assert_eq!(
            desk_name(&"ă".repeat(LONGEST_DESK)).map(|it| it.chars().count()),
            Ok(60)
        );
        assert_eq!(desk_name(&"ă".repeat(LONGEST_DESK + 1)), Err(DeskTooLong));
    }
}
