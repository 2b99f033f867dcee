//! A workspace that another tab writes: read as it stands, then entry by entry as it grows.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::app::{Followed, StorageProblem};
use crate::ledger::{LogEntry, Operation};
use crate::store::entry::{EntryError, EntryHead, open_head};
use crate::store::{
    Area, Head, LAST_ROW, LoadError, Loaded, Store, load,
    load::{Damage, read_entry},
};

use super::channel::{Channel, Word};
use super::local;
use super::lock::Queued;
use super::problem::{of_load, of_store};
use super::vault::{Contents, Guarded, Private, all_preferences, side};
use super::web_cipher::WebKey;
use super::workspaces::random_id;

/// Times a workspace is read again that seems damaged: it may be read in the middle of a fold.
const TRIES: u32 = 5;
/// Milliseconds between two tries.
const BETWEEN: u32 = 300;

/// One workspace another tab writes.
pub(super) struct Follower {
    id: String,
    /// What this tab calls itself when it asks to write.
    tab: String,
    store: Guarded,
    /// The last entry taken.
    head: Cell<Head>,
    /// What is known of every entry, to read one again.
    heads: RefCell<BTreeMap<u64, EntryHead>>,
    /// Entries are being read.
    reading: Cell<bool>,
    /// More was told meanwhile.
    again: Cell<bool>,
    /// The tab that writes agreed to let this one write.
    given: Cell<bool>,
    /// The way to the other tabs.
    pub(super) channel: RefCell<Option<Channel>>,
    /// The place in the queue for the lock: whoever writes may end or break down.
    pub(super) queued: RefCell<Option<Queued>>,
}

/// A workspace as it is seen first, with the preferences sealed with it.
type Seen = (Rc<Follower>, Contents, Option<BTreeMap<String, String>>);

impl Follower {
    /// Reads a workspace without taking its lock.
    /// A locked one needs its key; what it then also gives are the preferences sealed with it.
    pub(super) async fn open(id: &str, key: Option<WebKey>) -> Result<Seen, StorageProblem> {
        let store = side(id, key).await?;
        let private = Private::seen(&store).await.map_err(of_store)?;
        let loaded = settled(&store, id).await.map_err(of_load)?;
        let follower = Self {
            id: id.to_owned(),
            tab: random_id(),
            store,
            head: Cell::new(loaded.keeper.head()),
            heads: RefCell::new(by_number(&loaded.heads)),
            reading: Cell::default(),
            again: Cell::default(),
            given: Cell::default(),
            channel: RefCell::default(),
            queued: RefCell::default(),
        };
        let preferences = all_preferences(private.as_ref());
        Ok((Rc::new(follower), Contents::of(loaded), preferences))
    }

    /// The workspace.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// The key, when the workspace is locked at rest.
    pub(super) fn key(&self) -> Option<WebKey> {
        self.store.key().cloned()
    }

    /// Everything written since it was last asked; nothing while an earlier question runs.
    pub(super) async fn catch_up(&self) -> Result<Option<Followed>, StorageProblem> {
        self.again.set(true);
        if self.reading.replace(true) {
            return Ok(None);
        }
        let mut entries = Vec::new();
        let mut read = Ok(());
        while read.is_ok() && self.again.replace(false) {
            read = self.read_on(&mut entries).await;
        }
        self.reading.set(false);
        // An entry that is not as its head says lost contents after the head was read; should
        // it be damaged instead, reading from the beginning says so.
        let anew = matches!(
            read,
            Err(LoadError::Damaged(Damage::Entry(_, EntryError::Hash)))
        );
        if !anew {
            read.map_err(of_load)?;
        }
        let canary = local::canary(&self.id);
        let last_backup = canary.as_ref().and_then(|canary| canary.last_backup());
        Ok(Some(Followed {
            entries,
            last_backup,
            copied_to: canary.map_or(0, |canary| canary.backed_up_to),
            anew,
        }))
    }

    async fn read_on(&self, entries: &mut Vec<LogEntry>) -> Result<(), LoadError> {
        let from = self.head.get().sequence + 1;
        for (row, bytes) in self.store.read(Area::Journal, from..=LAST_ROW).await? {
            let last = self.head.get();
            if row != last.sequence + 1 {
                return Err(Damage::EntryMissing(last.sequence + 1).into());
            }
            let head = open_head(row, last.hash, &bytes)
                .map_err(|error| LoadError::of(Damage::Entry(row, error)))?;
            entries.push(read_entry(&self.store, &head).await?);
            self.head.set(head.as_head());
            self.heads.borrow_mut().insert(head.sequence, head);
        }
        Ok(())
    }

    /// Reads an operation from the log again.
    pub(super) async fn fetch(&self, sequence: u64) -> Result<Operation, StorageProblem> {
        let head = self.heads.borrow().get(&sequence).cloned();
        let missing = || of_load(LoadError::Damaged(Damage::EntryMissing(sequence)));
        let head = head.ok_or_else(missing)?;
        let entry = read_entry(&self.store, &head).await.map_err(of_load)?;
        Ok(entry.operation)
    }

    /// Asks the tab that writes to let this one write.
    pub(super) fn ask(&self) {
        self.given.set(false);
        self.tell(&Word::Take(self.tab.clone()));
    }

    /// Hears that a tab may write; true from then on when it is this one.
    pub(super) fn hear_given(&self, tab: &str) {
        if tab == self.tab {
            self.given.set(true);
        }
    }

    /// True when the tab that writes has agreed.
    pub(super) fn is_given(&self) -> bool {
        self.given.get()
    }

    /// Tells all other tabs.
    pub(super) fn tell(&self, word: &Word) {
        if let Some(channel) = &*self.channel.borrow() {
            channel.tell(word);
        }
    }
}

fn by_number(heads: &[EntryHead]) -> BTreeMap<u64, EntryHead> {
    let numbered = heads.iter().map(|head| (head.sequence, head.clone()));
    numbered.collect()
}

/// Reads a workspace between the writes of another tab.
async fn settled(store: &Guarded, id: &str) -> Result<Loaded, LoadError> {
    let mut loaded = load(store, id).await;
    for _ in 1..TRIES {
        if !matches!(loaded, Err(LoadError::Damaged(_))) {
            break;
        }
        super::pause(BETWEEN).await;
        loaded = load(store, id).await;
    }
    loaded
}
