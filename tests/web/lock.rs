//! The browser's cipher behind a lock, and a workspace locked and opened with it.

use congtam::app::StorageProblem;
use congtam::browser::{IndexedDb, Vault, WebKey, WebSmith};
use congtam::store::conformance;
use congtam::store::sealed::{
    Cipher, Fresh, GuardedStore, Keysmith, NewLock, Opener, Piece, Standing, SwitchError, Way,
    change, standing, switch_off, switch_on, unlock,
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{add_official, save};

fn bytes(hex: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
    (0..hex.len()).step_by(2).map(digit).collect()
}

/// Few rounds: what is tested is not how long it takes.
const fn way<'a>(secret: &'a str, salt: &'a [u8]) -> Way<'a> {
    Way {
        secret,
        salt,
        rounds: 1_000,
        label: b"test",
    }
}

fn fresh(secret: &str) -> Fresh<'_> {
    Fresh {
        secret,
        salt: vec![9; 16],
        rounds: 1_000,
    }
}

async fn new_key() -> WebKey {
    let way = way("bí mật", b"0123456789abcdef");
    let wrapped = WebSmith.make(&[way]).await.expect("makes a key");
    let key = WebSmith.unwrap(way, &wrapped[0]).await.expect("answers");
    key.expect("the same secret")
}

/// Made with another program: PBKDF2-SHA-256 with 600,000 rounds, AES-256-GCM.
#[wasm_bindgen_test]
async fn what_another_program_sealed_in_the_documented_way_opens() {
    let salt: Vec<u8> = (0..16).collect();
    let wrapped = bytes(
        "0101010101010101010101016595dbbc3279dc1cea1035e7ecb907a958c310768a8392af4d30a2dcd5bc0beb9ff03d8683c54c4c41168651abd60766",
    );
    let sealed =
        bytes("0202020202020202020202027455529e32cbd1527437ffb6f5a32617817f9065b4b59408749a");
    let way = |secret| Way {
        secret,
        salt: &salt,
        rounds: 600_000,
        label: b"congtam key 1\0mau\0passphrase",
    };
    let wrong = WebSmith.unwrap(way("năm con dê"), &wrapped).await;
    assert!(matches!(wrong, Ok(None)));
    let key = WebSmith.unwrap(way("năm con voi"), &wrapped).await;
    let key = key.expect("answers").expect("the right secret");
    let piece = |label: &[u8]| Piece {
        label: label.to_vec(),
        bytes: sealed.clone(),
    };
    let opened = key
        .open(vec![
            piece(b"congtam row 1\0mau\0chunks\0\x05\0\0\0\0\0\0\0"),
            piece(b"congtam row 1\0mau\0chunks\0\x06\0\0\0\0\0\0\0"),
        ])
        .await;
    assert_eq!(opened, Ok(vec![Some("nội dung".as_bytes().to_vec()), None]));
}

#[wasm_bindgen_test]
async fn every_piece_has_a_nonce_of_its_own_and_a_changed_one_is_refused() {
    let key = new_key().await;
    let piece = |bytes: &[u8]| Piece {
        label: b"here".to_vec(),
        bytes: bytes.to_vec(),
    };
    let sealed = key
        .seal(vec![piece(b"same"), piece(b"same"), piece(b"")])
        .await;
    let sealed = sealed.expect("seals");
    assert_ne!(sealed[0][..12], sealed[1][..12]);
    let opened = key.open(sealed.iter().map(|it| piece(it)).collect()).await;
    let same = Some(b"same".to_vec());
    assert_eq!(opened, Ok(vec![same.clone(), same, Some(Vec::new())]));
    for at in 0..sealed[0].len() {
        let mut changed = sealed[0].clone();
        changed[at] ^= 1;
        assert_eq!(
            key.open(vec![piece(&changed)]).await,
            Ok(vec![None]),
            "byte {at}"
        );
    }
    for short in [0, 11, 12, 20] {
        let cut = piece(&sealed[0][..short]);
        assert_eq!(key.open(vec![cut]).await, Ok(vec![None]), "{short} bytes");
    }
}

#[wasm_bindgen_test]
async fn indexed_db_sealed_keeps_every_promise_of_a_store() {
    let key = new_key().await;
    conformance::run(async |name| {
        let below = IndexedDb::open(&format!("test-sealed-{name}")).await;
        GuardedStore::sealed(below.expect("opens"), name, key.clone())
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_locked_workspace_opens_with_its_key_only() {
    let (vault, contents) = Vault::open("locked").await.expect("opens");
    let operation = add_official(&contents.book, "Người Mẫu");
    assert!(save(&vault, 1, &operation).await.is_ok());
    drop(vault);
    let store = IndexedDb::open("congtam-locked").await.expect("opens");
    let lock = NewLock {
        workspace: "locked",
        passphrase: fresh("một hai ba"),
        recovery: fresh("ABCD"),
    };
    assert!(switch_on(&store, &WebSmith, lock).await.is_ok());
    let refused = Vault::open("locked").await.err();
    assert_eq!(refused.map(|it| it.0), Some(StorageProblem::Locked));

    let to = (Opener::Passphrase, fresh("bốn năm sáu"));
    let from = (Opener::Recovery, "ABCD");
    let changed = change(&store, &WebSmith, "locked", from, to).await;
    assert_eq!(changed, Ok(()));
    let Ok(Standing::Locked(record)) = standing(&store, "locked").await else {
        panic!("it is locked");
    };
    let wrong = unlock(&WebSmith, &record, Opener::Passphrase, "một hai ba").await;
    assert_eq!(wrong.map(|_| ()), Err(SwitchError::Wrong));
    let key = unlock(&WebSmith, &record, Opener::Passphrase, "bốn năm sáu").await;
    let opened = Vault::open_with("locked", key.ok()).await;
    let (vault, contents) = opened.expect("opens with the key");
    assert_eq!(contents.book.officials.len(), 1);
    let operation = add_official(&contents.book, "Người Mẫu Hai");
    assert!(save(&vault, 2, &operation).await.is_ok());
    drop(vault);

    let off = switch_off(&store, &WebSmith, "locked", "bốn năm sáu").await;
    assert_eq!(off, Ok(()));
    let (_, contents) = Vault::open("locked").await.expect("opens");
    assert_eq!(contents.book.officials.len(), 2);
}
