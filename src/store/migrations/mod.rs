//! Brings rows written by older builds up to date, one format at a time.
//!
//! One file per migration, named after the format it leads to (`to_2.rs`). A migration
//! keeps its own copy of the old shapes, so that later changes never touch it.

mod to_2;
mod to_3;

use std::borrow::Cow;

use thiserror::Error;

use super::records::FORMAT;

/// What a stored row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The manifest.
    Manifest,
    /// A journal entry's head.
    Entry,
    /// A journal entry's changes.
    Payload,
    /// A chunk of records.
    Chunk,
}

/// Why an older row could not be brought up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MigrationError {
    /// No migration starts at this format.
    #[error("no way from format {0}")]
    NoWay(u16),
    /// The old row does not have its old shape.
    #[error("not a row of format {0}")]
    OldShape(u16),
}

/// One step from a format to the next.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The format it reads; it writes the next one.
    pub from: u16,
    /// Rewrites the content of a row; nothing when it does not have its old shape.
    pub step: fn(Shape, &[u8]) -> Option<Vec<u8>>,
}

/// All migrations, oldest first.
const MIGRATIONS: &[Migration] = &[
    Migration {
        from: 1,
        step: to_2::step,
    },
    Migration {
        from: 2,
        step: to_3::step,
    },
];

/// Brings the content of a row written in `format` up to date.
///
/// # Errors
/// [`MigrationError`] when there is no way or the row is not what it claims to be.
pub fn upgrade(shape: Shape, format: u16, content: &[u8]) -> Result<Cow<'_, [u8]>, MigrationError> {
    upgrade_along(MIGRATIONS, FORMAT, shape, format, content)
}

fn upgrade_along<'a>(
    migrations: &[Migration],
    to: u16,
    shape: Shape,
    format: u16,
    content: &'a [u8],
) -> Result<Cow<'a, [u8]>, MigrationError> {
    let mut content = Cow::Borrowed(content);
    for at in format..to {
        let migration = migrations
            .iter()
            .find(|migration| migration.from == at)
            .ok_or(MigrationError::NoWay(at))?;
        let next = (migration.step)(shape, &content).ok_or(MigrationError::OldShape(at))?;
        content = Cow::Owned(next);
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LADDER: &[Migration] = &[
        Migration {
            from: 1,
            step: |_, content| Some([content, b"2"].concat()),
        },
        Migration {
            from: 2,
            step: |shape, content| (shape == Shape::Chunk).then(|| [content, b"3"].concat()),
        },
    ];

    #[test]
    fn migrations_run_one_after_the_other_from_the_format_of_the_row() {
        let up = |format| upgrade_along(LADDER, 3, Shape::Chunk, format, b"x").map(Cow::into_owned);
        assert_eq!(up(1), Ok(b"x23".to_vec()));
        assert_eq!(up(2), Ok(b"x3".to_vec()));
        assert_eq!(up(3), Ok(b"x".to_vec()));
    }

    #[test]
    fn a_missing_migration_and_a_wrong_row_are_named() {
        let none = upgrade_along(LADDER, 4, Shape::Chunk, 3, b"x");
        assert_eq!(none, Err(MigrationError::NoWay(3)));
        let wrong = upgrade_along(LADDER, 3, Shape::Entry, 1, b"x");
        assert_eq!(wrong, Err(MigrationError::OldShape(2)));
    }

    #[test]
    fn every_older_format_has_a_way_to_the_current_one() {
        let from: Vec<_> = MIGRATIONS.iter().map(|migration| migration.from).collect();
        assert_eq!(from, (1..FORMAT).collect::<Vec<_>>());
    }
}
