//! One open workspace: its lock, its store, and the writes on their way.
//!
//! Operations are written one after the other. After a failure nothing more is written
//! until the program asks to try again; everything not yet written waits here, in order.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::app::{Pending, StorageProblem};
use crate::ledger::{Book, Digest, History, Key, LogEntry, Operation, Record};
use crate::store::entry::EntryHead;
use crate::store::sealed::{GuardedStore, Standing, Turns, settle};
use crate::store::{
    Area, Batch, Canary, Keeper, LoadError, Loaded, Store, StoreError, load,
    load::{Damage, read_entry},
};

use super::copy::Rows;
use super::indexed_db::IndexedDb;
use super::local;
use super::lock::{Held, hold};
use super::problem::{of_canary, of_load, of_store};
use super::web_cipher::WebKey;
use super::workspaces::database_name;

mod locking;
mod private;

pub(super) use locking::read_whole;
use private::Private;

/// Records the journal may be ahead of the chunks before it is folded.
const FOLD_FROM: usize = 256;
/// Chunks brought up to date at a time, so that the page never waits long.
const FOLD_SLICE: usize = 2;
/// Milliseconds without a write before folding begins.
const QUIET: u32 = 2_000;
/// Milliseconds between two slices.
const BREATH: u32 = 30;

/// Why a workspace was not opened; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct OpenError(#[from] pub StorageProblem);

/// Told how a write ended.
type Told = Box<dyn FnOnce(Result<Digest, StorageProblem>)>;

/// An operation not yet on disk.
struct Unsaved {
    head: EntryHead,
    batch: Batch,
    told: Option<Told>,
}

/// A workspace's store, in the clear or sealed.
pub(super) type Guarded = GuardedStore<Rc<IndexedDb>, WebKey>;

/// One open workspace.
pub struct Vault {
    id: String,
    _lock: Held,
    store: RefCell<Rc<Guarded>>,
    /// Everything that touches the store while the lock may be switched waits here.
    gate: Turns,
    /// Which side of the store counts is not known: nothing is read or written any more.
    stopped: Cell<bool>,
    /// What lies sealed with a locked workspace and in localStorage otherwise.
    private: RefCell<Option<Private>>,
    keeper: RefCell<Keeper>,
    heads: RefCell<BTreeMap<u64, EntryHead>>,
    unsaved: RefCell<VecDeque<Unsaved>>,
    /// A write is under way.
    writing: Cell<bool>,
    /// A fold is waiting or under way.
    folding: Cell<bool>,
    /// Counts writes, so that folding waits for quiet.
    writes: Cell<u64>,
}

/// What was read when a workspace was opened.
#[derive(Debug)]
pub struct Contents {
    /// Its records.
    pub book: Book,
    /// The heads of its log.
    pub heads: Vec<EntryHead>,
    /// Recent entries with their changes.
    pub recent: Vec<LogEntry>,
    /// What can be undone.
    pub history: History,
}

impl Vault {
    /// Opens a workspace for writing.
    ///
    /// # Errors
    /// [`OpenError`] when another page holds it, the store does not open, or what it holds
    /// is damaged, newer, or less than the canary remembers.
    pub async fn open(id: &str) -> Result<(Rc<Self>, Contents), OpenError> {
        Self::open_with(id, None).await
    }

    /// The same with the key of a locked workspace.
    ///
    /// # Errors
    /// [`OpenError`] as for [`Vault::open`], and when it is locked and there is no key.
    pub async fn open_with(
        id: &str,
        key: Option<WebKey>,
    ) -> Result<(Rc<Self>, Contents), OpenError> {
        let name = database_name(id);
        let lock = hold(&name).await.ok_or(StorageProblem::HeldByOtherTab)?;
        let store = Rc::new(IndexedDb::open(&name).await.map_err(of_store)?);
        let store = match (settle(&store, id).await.map_err(of_load)?, key) {
            (Standing::Plain, _) => GuardedStore::plain(store),
            (Standing::Locked(_), Some(key)) => GuardedStore::sealed(store, id, key),
            (Standing::Locked(_), None) => return Err(StorageProblem::Locked.into()),
        };
        let private = Private::read(&store, id).await.map_err(of_store)?;
        let loaded = load(&store, id).await.map_err(of_load)?;
        let remembered = local::canary(id);
        if let Some(canary) = &remembered {
            canary.check(&loaded).map_err(|it| of_canary(&it))?;
        }
        let Loaded {
            book,
            heads,
            recent,
            history,
            keeper,
        } = loaded;
        let vault = Rc::new(Self {
            id: id.to_owned(),
            _lock: lock,
            store: RefCell::new(Rc::new(store)),
            gate: Turns::default(),
            stopped: Cell::new(false),
            private: RefCell::new(private),
            keeper: RefCell::new(keeper),
            heads: RefCell::new(heads.iter().map(|it| (it.sequence, it.clone())).collect()),
            unsaved: RefCell::default(),
            writing: Cell::new(false),
            folding: Cell::new(false),
            writes: Cell::new(0),
        });
        vault.fold_when_quiet();
        let contents = Contents {
            book,
            heads,
            recent,
            history,
        };
        Ok((vault, contents))
    }

    /// The workspace.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The key, when it is locked at rest.
    pub(super) fn key(&self) -> Option<WebKey> {
        self.store.borrow().key().cloned()
    }

    /// True when nothing waits to be written.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.unsaved.borrow().is_empty()
    }

    /// Writes an operation after all before it, and tells how that ended.
    ///
    /// An operation that was handed over before and could not be written is tried again.
    pub fn save(
        self: &Rc<Self>,
        pending: &Pending,
        told: impl FnOnce(Result<Digest, StorageProblem>) + 'static,
    ) {
        let told: Told = Box::new(told);
        let head = self.keeper.borrow().head().sequence;
        if pending.sequence == head + 1 {
            self.enqueue(pending, told);
        } else if let Some(told) = self.wait_again(pending.sequence, told) {
            told(self.known(pending.sequence));
            return;
        }
        self.write_on();
    }

    fn enqueue(self: &Rc<Self>, pending: &Pending, told: Told) {
        let mut keeper = self.keeper.borrow_mut();
        let (head, batch) = keeper.append(pending.at, &pending.desk, &pending.operation);
        self.unsaved.borrow_mut().push_back(Unsaved {
            head,
            batch,
            told: Some(told),
        });
        if let Some(name) = new_agency_name(&pending.operation) {
            drop(keeper);
            self.rename(pending.workspace.sample, name);
        }
    }

    /// Hands the listener to the waiting operation of this number, or back when none waits.
    fn wait_again(&self, sequence: u64, told: Told) -> Option<Told> {
        let mut unsaved = self.unsaved.borrow_mut();
        match unsaved.iter_mut().find(|it| it.head.sequence == sequence) {
            Some(waiting) => {
                waiting.told = Some(told);
                None
            }
            None => Some(told),
        }
    }

    /// The hash of an entry on disk; a number that was never handed over is a break.
    fn known(&self, sequence: u64) -> Result<Digest, StorageProblem> {
        let heads = self.heads.borrow();
        let head = heads.get(&sequence).map(|head| head.hash);
        head.ok_or(StorageProblem::Damaged(crate::app::Damage::Chain(sequence)))
    }

    /// Starts writing what waits, unless that is under way.
    fn write_on(self: &Rc<Self>) {
        if self.writing.replace(true) {
            return;
        }
        let vault = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            vault.write_all().await;
            vault.writing.set(false);
            vault.fold_when_quiet();
        });
    }

    async fn write_all(&self) {
        loop {
            let next = self.unsaved.borrow().front().map(|it| it.batch.clone());
            let Some(batch) = next else { return };
            self.writes.set(self.writes.get() + 1);
            let written = self.write_one(batch).await;
            let told = match &written {
                Ok(()) => self.saved(),
                Err(_) => self.take_listener(),
            };
            let failed = written.is_err();
            if let Some((told, hash)) = told {
                told(written.map(|()| hash).map_err(of_store));
            }
            if failed {
                return;
            }
        }
    }

    /// The first waiting operation is on disk.
    fn saved(&self) -> Option<(Told, Digest)> {
        let saved = self.unsaved.borrow_mut().pop_front()?;
        self.remember(&saved.head);
        let hash = saved.head.hash;
        let mut heads = self.heads.borrow_mut();
        heads.insert(saved.head.sequence, saved.head);
        saved.told.map(|told| (told, hash))
    }

    fn take_listener(&self) -> Option<(Told, Digest)> {
        let mut unsaved = self.unsaved.borrow_mut();
        let first = unsaved.front_mut()?;
        first.told.take().map(|told| (told, first.head.hash))
    }

    /// Keeps the canary in step.
    fn remember(&self, saved: &EntryHead) {
        let mut canary = Canary::of(&self.keeper.borrow(), local::canary(&self.id).as_ref());
        canary.sequence = saved.sequence;
        canary.hash = saved.hash.to_string();
        // An older canary is still true: the store may be ahead of it.
        drop(local::set_canary(&canary));
    }

    async fn write_one(&self, batch: Batch) -> Result<(), StoreError> {
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await?;
        match store.write(batch.clone()).await {
            Err(StoreError::Taken(..)) if self.is_written(&store, &batch).await => Ok(()),
            written => written,
        }
    }

    /// True when all rows to be added are there already: an earlier try had an answer too late.
    async fn is_written(&self, store: &Guarded, batch: &Batch) -> bool {
        for step in &batch.0 {
            if let crate::store::Step::Add(area, row, bytes) = step {
                let found = store.read(*area, *row..=*row).await;
                if found.ok().and_then(|rows| rows.into_iter().next()).as_ref()
                    != Some(&(*row, bytes.clone()))
                {
                    return false;
                }
            }
        }
        true
    }

    /// The store, opened again if the browser closed it and it still holds what was saved.
    async fn connected(&self) -> Result<Rc<Guarded>, StoreError> {
        if self.stopped.get() {
            return Err(StoreError::Closed);
        }
        let store = Rc::clone(&self.store.borrow());
        if !store.below().is_closed() {
            return Ok(store);
        }
        let below = Rc::new(IndexedDb::open(&database_name(&self.id)).await?);
        let store = Rc::new(match store.key() {
            Some(key) => GuardedStore::sealed(below, &self.id, key.clone()),
            None => GuardedStore::plain(below),
        });
        let last = self.heads.borrow().keys().next_back().copied();
        if let Some(last) = last {
            let found = store.read(Area::Journal, last..=last).await?;
            if found.is_empty() {
                return Err(StoreError::Closed);
            }
        }
        self.store.replace(Rc::clone(&store));
        Ok(store)
    }

    /// Reads an operation from the log.
    ///
    /// # Errors
    /// [`StorageProblem`] when the store fails or the entry is damaged.
    pub async fn fetch(&self, sequence: u64) -> Result<Operation, StorageProblem> {
        let head = self.heads.borrow().get(&sequence).cloned();
        let missing = || of_load(LoadError::Damaged(Damage::EntryMissing(sequence)));
        let head = head.ok_or_else(missing)?;
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await.map_err(of_store)?;
        let entry = read_entry(store.as_ref(), &head).await.map_err(of_load)?;
        Ok(entry.operation)
    }

    /// Copies the journal, which holds everything, and what is not yet written.
    ///
    /// # Errors
    /// [`StorageProblem`] when the store fails.
    pub(super) async fn copy(&self, rows: &mut Rows) -> Result<(), StorageProblem> {
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await.map_err(of_store)?;
        let read = rows.read(store.as_ref(), &[Area::Journal, Area::Payloads]);
        read.await.map_err(of_store)?;
        self.copy_unsaved(rows);
        Ok(())
    }

    /// Copies what is not yet written.
    pub(super) fn copy_unsaved(&self, rows: &mut Rows) {
        for waiting in self.unsaved.borrow().iter() {
            rows.take(&waiting.batch.0);
        }
    }

    /// Remembers that everything saved up to now was put outside the browser.
    pub fn backed_up(&self, at: crate::ledger::Moment) {
        let mut canary =
            local::canary(&self.id).unwrap_or_else(|| Canary::of(&Keeper::new(&self.id), None));
        canary.backed_up = Some(at.0);
        canary.backed_up_to = canary.sequence;
        // Without room the user is reminded of the backup too early, never too late.
        drop(local::set_canary(&canary));
    }

    /// Folds the journal into chunks once nothing was written for a while.
    fn fold_when_quiet(self: &Rc<Self>) {
        let due = self.keeper.borrow().unfolded() >= FOLD_FROM;
        if !due || self.folding.replace(true) {
            return;
        }
        let vault = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let mut seen = None;
            let mut wait = QUIET;
            loop {
                super::pause(wait).await;
                let Some(vault) = vault.upgrade() else { return };
                let quiet = vault.is_saved() && seen == Some(vault.writes.get());
                seen = Some(vault.writes.get());
                wait = if quiet { BREATH } else { QUIET };
                if quiet && !vault.fold_slice().await && !vault.bind_slice().await {
                    vault.folding.set(false);
                    return;
                }
            }
        });
    }

    /// Binds a few volumes of a locked journal; false when there is nothing more to do now.
    async fn bind_slice(&self) -> bool {
        let turn = self.gate.ask();
        turn.come().await;
        let Ok(store) = self.connected().await else {
            return false;
        };
        // Rows that are not bound only make the next start slower.
        store.bind(FOLD_SLICE).await.is_ok_and(|bound| bound > 0)
    }

    /// Folds a few chunks; false when there is nothing more to do now.
    async fn fold_slice(&self) -> bool {
        let turn = self.gate.ask();
        turn.come().await;
        let ids = self.keeper.borrow().to_fold(FOLD_SLICE);
        let Ok(store) = self.connected().await else {
            return false;
        };
        let mut rows = Vec::new();
        for id in &ids {
            match store.read(Area::Chunks, id.row()..=id.row()).await {
                Ok(found) => rows.extend(found),
                Err(_) => return false,
            }
        }
        if !self.is_saved() {
            return true;
        }
        let folded = self.keeper.borrow_mut().fold(&ids, &rows);
        let Ok(Some(fold)) = folded else { return false };
        // The journal still holds everything: a fold that fails loses only time.
        if store.write(fold.batch.clone()).await.is_err() {
            self.keeper.borrow_mut().fold_failed(fold);
            return false;
        }
        self.keeper.borrow().behind() > 0
    }
}

fn new_agency_name(operation: &Operation) -> Option<&str> {
    operation
        .changes
        .iter()
        .find_map(|change| match &change.after {
            Some(Record::Agency(agency)) if change.key == Key::Agency() => {
                Some(agency.name.as_str())
            }
            _ => None,
        })
}
