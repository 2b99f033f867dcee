//! Stored rows, and what page and worker send each other.
//!
//! A checksum stands before every stored row, which no random bytes would pass: the
//! content is given its envelope here, in the format of this build or an older one.
#![no_main]

use congtam::app::job::{Job, JobProgress, JobReply};
use congtam::ledger::{Action, Digest, Kind, Moment};
use congtam::store::chunk::{self, ChunkId};
use congtam::store::entry::{self, EntryHead};
use congtam::store::manifest::Manifest;
use congtam::store::records::FORMAT;
use congtam::store::{frame, unpack_book};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let [mode, format, rest @ ..] = data else {
        return;
    };
    let row = match format % 4 {
        0 => rest.to_vec(),
        older => enveloped(rest, u16::from(older)),
    };
    match mode % 8 {
        0 => drop(unpack_book(&row)),
        1 => drop(Manifest::open(&row)),
        2 => drop(entry::open_head(1, Digest::default(), &row)),
        3 => drop(entry::open_head(1, Digest::default(), &linked(rest))),
        4 => drop(entry::open_changes(&head_of(&row), &row)),
        5 => {
            let kind = Kind::ALL[usize::from(*format) % Kind::ALL.len()];
            drop(chunk::unpack(ChunkId { kind, number: 0 }, &row, |_, _| {}));
        }
        6 => drop(postcard::from_bytes::<Job>(rest)),
        _ => {
            drop(postcard::from_bytes::<JobReply>(rest));
            drop(postcard::from_bytes::<JobProgress>(rest));
        }
    }
});

fn enveloped(content: &[u8], format: u16) -> Vec<u8> {
    let mut row = frame::seal_with(|mut row| {
        row.extend_from_slice(content);
        row
    });
    frame::stamp(&mut row, format);
    row
}

/// A head whose hashes fit, whatever it says.
fn linked(sealed: &[u8]) -> Vec<u8> {
    let covered = [sealed, &FORMAT.to_le_bytes()].concat();
    let hash = Digest::link(Digest::default(), 1, &covered);
    frame::seal(&(sealed.to_vec(), [0_u8; 32], hash.0))
}

/// A head that vouches for these changes.
fn head_of(row: &[u8]) -> EntryHead {
    EntryHead {
        sequence: 1,
        at: Moment(0),
        desk: String::new(),
        action: Action::Score,
        changes: 0,
        size: 0,
        payload: Digest::of(row),
        first: Digest::of(row),
        previous: Digest::default(),
        hash: Digest::default(),
    }
}
