//! A sealed backup opens with its passphrase, and with nothing else.

use congtam::files::backup::{
    Backup, BackupError, Passphrase, is_sealed, open, read, seal, unseal, write,
};

use super::specimens;

/// The least work there is: these tests keep no secret.
const WORK: u8 = 1;

fn backup() -> Backup {
    Backup {
        workspace: "mau".into(),
        book: specimens::book(),
        ..Backup::default()
    }
}

fn passphrase() -> Passphrase {
    Passphrase::typed("ốc sên tím ngồi")
}

fn sealed() -> Vec<u8> {
    seal(&write(&backup()), &passphrase(), WORK)
}

#[test]
fn what_is_sealed_opens_with_its_passphrase() {
    let sealed = sealed();
    assert!(is_sealed(&sealed));
    assert_eq!(open(&sealed, Some(&passphrase())), Ok(backup()));
}

#[test]
fn a_backup_that_is_not_sealed_opens_with_and_without_a_passphrase() {
    let plain = write(&backup());
    assert!(!is_sealed(&plain));
    assert_eq!(open(&plain, None), Ok(backup()));
    assert_eq!(open(&plain, Some(&passphrase())), Ok(backup()));
    assert_eq!(unseal(&plain, &passphrase()), Err(BackupError::NotABackup));
}

#[test]
fn without_a_passphrase_the_seal_is_named() {
    assert_eq!(open(&sealed(), None), Err(BackupError::Sealed));
    assert_eq!(read(&sealed()), Err(BackupError::NotABackup));
}

#[test]
fn another_passphrase_opens_nothing_and_is_told_from_damage() {
    let sealed = sealed();
    for other in ["", "oc sen tim ngoi", "ốc sên tím ngồi ", "Ốc sên tím ngồi"] {
        let opened = open(&sealed, Some(&Passphrase::typed(other)));
        assert_eq!(opened, Err(BackupError::WrongPassphrase), "{other:?}");
    }
}

#[test]
fn nothing_of_the_records_shows_through() {
    let sealed = sealed();
    for inside in [&b"book.jsonl"[..], b"manifest.json", b"PK\x03\x04"] {
        let shows = sealed.windows(inside.len()).any(|window| window == inside);
        assert!(!shows, "{inside:?}");
    }
}

#[test]
fn the_same_backup_is_never_sealed_the_same_twice() {
    assert_ne!(sealed(), sealed());
}

/// Enough that three pieces of the format stand behind each other.
fn long() -> Vec<u8> {
    (0..150_000_u32).map(|at| (at % 251) as u8).collect()
}

#[test]
fn a_sealed_file_cut_short_is_refused_wherever_it_is_cut() {
    let content = long();
    let sealed = seal(&content, &passphrase(), WORK);
    assert_eq!(unseal(&sealed, &passphrase()), Ok(content));
    let head = sealed.len() - 150_000 - 3 * 16;
    let pieces = [head, head + 65_552, head + 2 * 65_552];
    let lengths = (0..head)
        .chain(pieces)
        .chain((head..sealed.len()).step_by(997));
    for length in lengths {
        let opened = unseal(&sealed[..length], &passphrase());
        let named = matches!(
            opened,
            Err(BackupError::NotABackup | BackupError::Truncated | BackupError::SealBroken)
        );
        assert!(named, "{length}: {:?}", opened.map(|bytes| bytes.len()));
    }
}

#[test]
fn every_flipped_byte_of_a_sealed_file_is_noticed() {
    let sealed = seal(b"PK", &passphrase(), WORK);
    for at in 0..sealed.len() {
        for bit in 0..8 {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1 << bit;
            let opened = unseal(&flipped, &passphrase());
            assert!(opened.is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_byte_flipped_in_the_records_is_called_damage_and_not_a_wrong_passphrase() {
    let mut sealed = seal(&long(), &passphrase(), WORK);
    let length = sealed.len();
    for at in [length - 149_000, length - 40_000, length - 1] {
        sealed[at] ^= 1;
        assert_eq!(
            unseal(&sealed, &passphrase()),
            Err(BackupError::SealBroken),
            "{at}"
        );
        sealed[at] ^= 1;
    }
}

#[test]
fn a_file_that_asks_for_too_much_work_is_refused_before_it_is_done() {
    let sealed = String::from_utf8_lossy(&sealed()[..80]).into_owned();
    let salt = sealed.split_whitespace().nth(3).unwrap();
    let body = "A".repeat(43);
    let costly = format!(
        "age-encryption.org/v1\n-> scrypt {salt} 40\n{body}\n--- {body}\n{}",
        "x".repeat(64)
    );
    assert_eq!(
        unseal(costly.as_bytes(), &passphrase()),
        Err(BackupError::SealTooCostly { work: 40, most: 20 })
    );
}

#[test]
fn a_file_sealed_for_a_key_is_told_from_one_under_a_passphrase() {
    let mut bytes = Vec::new();
    let recipient = age::x25519::Identity::generate().to_public();
    bytes.extend(age::encrypt(&recipient, b"PK").unwrap());
    assert_eq!(
        unseal(&bytes, &passphrase()),
        Err(BackupError::SealedOtherwise)
    );
}
