//! A log that was tampered with is noticed, and the first entry that is not what was
//! written is named, whichever byte of it was changed.

use congtam::ledger::{Action, Digest, Kind, Moment, Operation};
use congtam::store::{
    Area, Damage, Head, Keeper, LAST_ROW, MemoryStore, Store, VerifiedLog, entry, ready, verify_log,
};

use super::specimens;

/// A log of four entries, and where it ends.
fn workspace() -> (MemoryStore, Head) {
    let store = MemoryStore::default();
    let mut keeper = Keeper::new("mau");
    let operations = [
        specimens::operation_of(specimens::records().into_iter().take(3).collect()),
        Operation::new(Action::Score),
        Operation::new(Action::Edit(Kind::Unit)),
        Operation::new(Action::Undo(2)),
    ];
    for (at, operation) in (1..).zip(&operations) {
        let (_, batch) = keeper.append(Moment(at), "bàn 1", operation);
        assert_eq!(ready(store.write(batch)), Ok(()));
    }
    (store, keeper.head())
}

fn verified(store: &MemoryStore, end: Head) -> VerifiedLog {
    ready(verify_log(store, Some(end))).unwrap()
}

fn rows(store: &MemoryStore, area: Area) -> Vec<(u64, Vec<u8>)> {
    ready(store.read(area, 0..=LAST_ROW)).unwrap()
}

/// The number of the entry named as the first that is not what was written.
fn named(store: &MemoryStore, end: Head) -> Option<u64> {
    let verified = verified(store, end);
    if let Some(broken) = &verified.broken {
        // What comes before the break is whole, and nothing behind it is believed.
        let before = verified.log.iter().map(|entry| entry.sequence);
        let last = if matches!(broken.damage, Damage::Entry(_, entry::EntryError::Hash)) {
            verified.log.len() as u64
        } else {
            broken.sequence - 1
        };
        assert!(before.eq(1..=last));
    }
    verified.broken.map(|broken| broken.sequence)
}

#[test]
fn a_log_nobody_touched_is_whole() {
    let (store, end) = workspace();
    assert_eq!(named(&store, end), None);
    assert_eq!(verified(&store, end).log.len(), 4);
}

#[test]
fn any_changed_byte_of_any_entry_is_found_and_its_entry_is_named() {
    let (store, end) = workspace();
    for area in [Area::Journal, Area::Payloads] {
        for (row, bytes) in rows(&store, area) {
            for at in 0..bytes.len() {
                for flip in [1_u8, 0x80, 0xff] {
                    let mut changed = bytes.clone();
                    changed[at] ^= flip;
                    store.tamper(area, row, Some(changed));
                    assert_eq!(named(&store, end), Some(row), "{area:?}, byte {at}");
                }
            }
            store.tamper(area, row, Some(bytes));
        }
    }
    assert_eq!(named(&store, end), None);
}

#[test]
fn any_entry_cut_short_or_made_longer_is_named() {
    let (store, end) = workspace();
    for area in [Area::Journal, Area::Payloads] {
        for (row, bytes) in rows(&store, area) {
            for length in 0..bytes.len() {
                store.tamper(area, row, Some(bytes[..length].to_vec()));
                assert_eq!(named(&store, end), Some(row), "{area:?}, {length}");
            }
            store.tamper(area, row, Some([&bytes[..], b"x"].concat()));
            assert_eq!(named(&store, end), Some(row), "{area:?}");
            store.tamper(area, row, Some(bytes));
        }
    }
}

#[test]
fn any_entry_taken_away_is_named_the_last_one_too() {
    let (store, end) = workspace();
    for area in [Area::Journal, Area::Payloads] {
        for (row, bytes) in rows(&store, area) {
            store.tamper(area, row, None);
            assert_eq!(named(&store, end), Some(row), "{area:?}");
            store.tamper(area, row, Some(bytes));
        }
    }
}

#[test]
fn entries_in_each_others_place_are_named() {
    let (store, end) = workspace();
    let heads = rows(&store, Area::Journal);
    store.tamper(Area::Journal, 2, Some(heads[2].1.clone()));
    store.tamper(Area::Journal, 3, Some(heads[1].1.clone()));
    assert_eq!(named(&store, end), Some(2));
}

/// The log with its second entry replaced, every checksum and hash of the entry made to fit.
fn forged(store: &MemoryStore, and_all_after: bool) {
    let before = verify(store)[0].hash;
    let mut last = (1, before);
    let others: Vec<Operation> = verify(store)[1..]
        .iter()
        .map(|entry| entry.operation.clone())
        .collect();
    for (at, mut operation) in others.into_iter().enumerate() {
        if at == 0 {
            operation.action = Action::Decide;
        } else if !and_all_after {
            return;
        }
        let new = entry::new_entry(last, Moment(2), "bàn 1", &operation);
        last = (new.head.sequence, new.head.hash);
        store.tamper(Area::Journal, last.0, Some(new.head_row));
        store.tamper(Area::Payloads, last.0, Some(new.payload_row));
    }
}

fn verify(store: &MemoryStore) -> Vec<congtam::ledger::LogEntry> {
    ready(verify_log(store, None)).unwrap().log
}

#[test]
fn a_forged_entry_whose_own_hashes_fit_is_found_by_the_one_after_it() {
    let (store, end) = workspace();
    forged(&store, false);
    assert_eq!(named(&store, end), Some(3));
}

#[test]
fn a_log_forged_to_its_end_is_found_by_the_head_kept_elsewhere() {
    let (store, end) = workspace();
    forged(&store, true);
    assert_eq!(ready(verify_log(&store, None)).unwrap().broken, None);
    assert_eq!(named(&store, end), Some(4));
    assert_ne!(verify(&store)[3].hash, end.hash);
    assert_ne!(end.hash, Digest::default());
}
