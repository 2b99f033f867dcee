//! A whole book as one run of bytes, for handing it to the worker.

use crate::ledger::{Book, Key, Record};

use super::frame::{self, FrameError};
use super::migrations::Shape;
use super::records::{ContentRecord, KeyRecord, Stored as _};

/// Why bytes are not a book.
pub type WholeError = FrameError;

/// The book's records, kind by kind.
#[must_use]
pub fn pack_book(book: &Book) -> Vec<u8> {
    frame::seal_with(|mut row| {
        for (key, record) in book.all() {
            row = frame::append(&(key.to_form(), record.to_form()), row);
        }
        row
    })
}

/// The book in bytes made by [`pack_book`].
///
/// # Errors
/// [`WholeError`] when they are none.
pub fn unpack_book(bytes: &[u8]) -> Result<Book, WholeError> {
    let content = frame::unwrap(Shape::Chunk, bytes)?;
    let mut rest: &[u8] = &content;
    let mut book = Book::default();
    while !rest.is_empty() {
        let taken = postcard::take_from_bytes::<(KeyRecord, ContentRecord)>(rest);
        let ((key, record), after) = taken.map_err(|_| FrameError::Shape)?;
        let key = Key::from_form(key).map_err(|_| FrameError::Shape)?;
        let record = Record::from_form(record).map_err(|_| FrameError::Shape)?;
        if !book.put(key, Some(record)) {
            return Err(FrameError::Shape);
        }
        rest = after;
    }
    Ok(book)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_comes_back_as_it_was() {
        let mut book = Book::default();
        let today = crate::domain::Day::from_ymd_opt(2026, 11, 22).expect("a day");
        book.apply(&crate::sample::agency(1, 20, 4, today))
            .expect("a sample");
        let back = unpack_book(&pack_book(&book)).expect("a book");
        assert!(back.all().eq(book.all()));
    }
}
