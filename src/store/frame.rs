//! The envelope of every stored row: format, checksum, content.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::migrations::{self, MigrationError, Shape};
use super::records::FORMAT;

const HEAD: usize = 6;

/// Why a stored row is not readable.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FrameError {
    /// Too short to be one.
    #[error("cut short")]
    Truncated,
    /// Written by a newer build.
    #[error("written in format {0}, newer than {FORMAT}")]
    Newer(u16),
    /// The content is not what was written.
    #[error("checksum does not match")]
    Checksum,
    /// The content does not have the expected shape.
    #[error("not the expected shape")]
    Shape,
    /// An older content could not be brought up to date.
    #[error(transparent)]
    Migration(#[from] MigrationError),
}

/// Encodes a value and puts it into an envelope.
#[must_use]
pub fn seal<T: Serialize>(value: &T) -> Vec<u8> {
    seal_with(|row| append(value, row))
}

/// Puts into an envelope what `fill` appends to the row it is given.
#[must_use]
pub fn seal_with(fill: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut row = fill(vec![0; HEAD]);
    stamp(&mut row, FORMAT);
    row
}

/// Writes the head of an envelope: its format, and the checksum as that format has it.
pub fn stamp(row: &mut [u8], format: u16) {
    let Some((head, content)) = row.split_at_mut_checked(HEAD) else {
        return;
    };
    head[..2].copy_from_slice(&format.to_le_bytes());
    head[2..].copy_from_slice(&sum(format, content).to_le_bytes());
}

/// The first format whose checksum covers the format too: a row must not pass for an older one.
const SUMS_FORMAT: u16 = 3;

fn sum(format: u16, content: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    if format >= SUMS_FORMAT {
        sum.update(&format.to_le_bytes());
    }
    sum.update(content);
    sum.finalize()
}

/// Encodes a value without an envelope.
#[must_use]
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    append(value, Vec::new())
}

/// Encodes a value at the end of a row.
#[must_use]
pub fn append<T: Serialize>(value: &T, row: Vec<u8>) -> Vec<u8> {
    postcard::to_extend(value, row).expect("stored forms have no type postcard cannot encode")
}

/// The format an envelope says it is of; nothing says so but the envelope.
///
/// # Errors
/// [`FrameError::Truncated`] when there is none.
pub fn format(bytes: &[u8]) -> Result<u16, FrameError> {
    let format = bytes.first_chunk().ok_or(FrameError::Truncated)?;
    Ok(u16::from_le_bytes(*format))
}

/// The checksum an envelope carries.
///
/// # Errors
/// [`FrameError::Truncated`] when there is none.
pub fn checksum(bytes: &[u8]) -> Result<u32, FrameError> {
    let sum = bytes.get(2..HEAD).ok_or(FrameError::Truncated)?;
    let sum: [u8; 4] = sum.try_into().map_err(|_| FrameError::Truncated)?;
    Ok(u32::from_le_bytes(sum))
}

/// The content of an envelope, brought up to date.
///
/// # Errors
/// [`FrameError`] when it is damaged, newer, or cannot be brought up to date.
pub fn unwrap(shape: Shape, bytes: &[u8]) -> Result<std::borrow::Cow<'_, [u8]>, FrameError> {
    let format = format(bytes)?;
    let written = checksum(bytes)?;
    let content = &bytes[HEAD..];
    // First: a damaged row must not pass for one of a newer build.
    if sum(format, content) != written {
        return Err(FrameError::Checksum);
    }
    if format > FORMAT {
        return Err(FrameError::Newer(format));
    }
    Ok(migrations::upgrade(shape, format, content)?)
}

/// Opens an envelope and decodes its content.
///
/// # Errors
/// [`FrameError`] when it is damaged, newer, or of another shape.
pub fn open<T: DeserializeOwned>(shape: Shape, bytes: &[u8]) -> Result<T, FrameError> {
    let content = unwrap(shape, bytes)?;
    let (value, rest) = postcard::take_from_bytes(&content).map_err(|_| FrameError::Shape)?;
    if rest.is_empty() {
        Ok(value)
    } else {
        Err(FrameError::Shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens() {
        let bytes = seal(&("a", 7_u32));
        assert_eq!(open(Shape::Manifest, &bytes), Ok(("a".to_owned(), 7_u32)));
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let sealed = seal(&("công tâm", 7_u32));
        for at in 0..sealed.len() * 8 {
            let mut bytes = sealed.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            let opened = open::<(String, u32)>(Shape::Manifest, &bytes);
            assert!(opened.is_err(), "bit {at}");
        }
    }

    #[test]
    fn every_shortening_is_noticed() {
        let sealed = seal(&("công tâm", 7_u32));
        for length in 0..sealed.len() {
            assert!(open::<(String, u32)>(Shape::Manifest, &sealed[..length]).is_err());
        }
    }

    #[test]
    fn a_row_of_an_older_format_is_summed_as_it_was() {
        let mut bytes = seal(&1_u8);
        stamp(&mut bytes, 2);
        assert_eq!(checksum(&bytes), Ok(crc32fast::hash(&bytes[HEAD..])));
        assert_eq!(open::<u8>(Shape::Chunk, &bytes), Ok(1));
    }

    #[test]
    fn a_newer_format_is_named() {
        let mut bytes = seal(&1_u8);
        stamp(&mut bytes, FORMAT + 1);
        assert_eq!(
            open::<u8>(Shape::Manifest, &bytes),
            Err(FrameError::Newer(FORMAT + 1))
        );
    }
}
