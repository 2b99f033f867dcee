//! One set of local rules as a file, so that a province sends it to all its agencies.
//!
//! The form is documented in `docs/local-rules.md`. The set looks as in a backup; beside it
//! stand format, version and a checksum, so that a file changed on its way is noticed.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::backup::json::Json;
use crate::domain::{Day, LocalRules};
use crate::ledger::Digest;

/// The name of the format, the first thing in the file.
pub const FORMAT: &str = "congtam.local-rules";
/// The version written here; older ones are read, newer ones refused.
pub const VERSION: u32 = 1;
/// The ending of the file's name.
pub const EXTENSION: &str = "json";

/// No set of criteria comes near this many bytes.
const LARGEST: usize = 4 << 20;

type Set = <LocalRules as Json>::Form;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    written_on: String,
    sha256: String,
    set: Set,
}

/// What every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Why a file of local rules was not read.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum LocalFileError {
    /// The file is something else.
    #[error("not a file of local rules")]
    NotOne,
    /// Made by a newer version.
    #[error("made in version {version}")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// The set is not as it was written.
    #[error("the checksum differs")]
    Changed,
    /// The set cannot be understood.
    #[error("{reason}")]
    Broken {
        /// What is wrong, technically.
        reason: String,
    },
    /// Larger than any set.
    #[error("too large")]
    TooLarge,
}

/// The file of a set.
///
/// # Errors
/// Those of the JSON writer.
pub fn write(set: &LocalRules, written_on: Day) -> Result<Vec<u8>, serde_json::Error> {
    let set = set.to_form();
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        written_on: written_on.to_string(),
        sha256: checksum(&set)?,
        set,
    };
    let mut bytes = serde_json::to_vec_pretty(&file)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The set of a file.
///
/// # Errors
/// [`LocalFileError`] when the file is no such file, newer, changed or cannot be understood.
pub fn read(bytes: &[u8]) -> Result<LocalRules, LocalFileError> {
    if bytes.len() > LARGEST {
        return Err(LocalFileError::TooLarge);
    }
    // Some editors put a mark before the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|_| LocalFileError::NotOne)?;
    if head.format != FORMAT {
        return Err(LocalFileError::NotOne);
    }
    if head.version > VERSION {
        return Err(LocalFileError::Newer {
            version: head.version,
        });
    }
    let broken = |reason: String| LocalFileError::Broken { reason };
    let file: File = serde_json::from_slice(bytes).map_err(|error| broken(error.to_string()))?;
    let found = checksum(&file.set).map_err(|error| broken(error.to_string()))?;
    if !found.eq_ignore_ascii_case(&file.sha256) {
        return Err(LocalFileError::Changed);
    }
    LocalRules::from_form(file.set).map_err(|error| broken(error.to_string()))
}

/// The name of a set's file: the decision and the day, in letters every system takes.
#[must_use]
pub fn file_name(set: &LocalRules) -> String {
    let plain = crate::text::search_key(&set.decision);
    let words: Vec<&str> = plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!("tieu-chi-{}-{}.{EXTENSION}", words.join("-"), set.span.from)
}

/// SHA-256 of the set written without spaces, in hexadecimal.
fn checksum(set: &Set) -> Result<String, serde_json::Error> {
    Ok(Digest::of(&serde_json::to_vec(set)?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Conclusion, Decimal, LineId, LocalLine, LocalTariff, Span, TariffBand, TariffForm,
    };

    fn set() -> LocalRules {
        let day = |text: &str| text.parse().expect("a day");
        LocalRules {
            title: "Bộ tiêu chí tỉnh Mẫu".to_owned(),
            issuer: "UBND tỉnh Mẫu".to_owned(),
            decision: "15/QĐ-UBND".to_owned(),
            span: Span {
                from: day("2026-07-01"),
                to: None,
            },
            lines: vec![LocalLine {
                line: LineId::parse("I.1").expect("a line"),
                wording: "Gương mẫu, “đúng mực”".to_owned(),
                max: Decimal::from_whole(5),
            }],
            tariffs: vec![LocalTariff {
                criterion: "CT.2".to_owned(),
                max: Decimal::from_whole(10),
                form: TariffForm::Bands(vec![TariffBand {
                    from: Decimal::ZERO,
                    below: None,
                    points: Decimal::from_whole(10),
                }]),
                proposed: Some(Decimal::ONE),
            }],
            conclusions: vec![(Conclusion::Substantiated, Decimal::ONE)],
        }
    }

    fn written() -> String {
        let bytes = write(&set(), "2026-11-23".parse().expect("a day")).expect("writes");
        String::from_utf8(bytes).expect("text")
    }

    /// The documented example; a released version never changes.
    const VERSION_1: &str = include_str!("local_rules_1.json");

    #[test]
    fn the_file_is_as_documented_and_reads_back() {
        assert_eq!(written(), VERSION_1);
        assert_eq!(read(VERSION_1.as_bytes()), Ok(set()));
        let marked = format!("\u{feff}{VERSION_1}");
        assert_eq!(read(marked.as_bytes()), Ok(set()));
        assert_eq!(file_name(&set()), "tieu-chi-15-qd-ubnd-2026-07-01.json");
    }

    #[test]
    fn a_file_that_is_none_or_newer_or_changed_is_refused() {
        assert_eq!(read(b"PK\x03\x04"), Err(LocalFileError::NotOne));
        assert_eq!(read(b"{}"), Err(LocalFileError::NotOne));
        let other = written().replace(FORMAT, "congtam.official");
        assert_eq!(read(other.as_bytes()), Err(LocalFileError::NotOne));
        let newer = written().replace("\"version\": 1", "\"version\": 2, \"more\": 1");
        assert_eq!(
            read(newer.as_bytes()),
            Err(LocalFileError::Newer { version: 2 })
        );
        let changed = written().replace("đúng mực", "khác đi");
        assert_eq!(read(changed.as_bytes()), Err(LocalFileError::Changed));
        let unknown = written().replace("\"title\"", "\"name\"");
        assert!(matches!(
            read(unknown.as_bytes()),
            Err(LocalFileError::Broken { .. })
        ));
        assert_eq!(
            read(&vec![b' '; LARGEST + 1]),
            Err(LocalFileError::TooLarge)
        );
    }
}
