//! One open workspace: its lock, its store, and the writes on their way.
//!
//! Operations are written one after the other. After a failure nothing more is written
//! until the program asks to try again; everything not yet written waits here, in order.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::app::{Pending, Repair, StorageProblem};
use crate::ledger::{Book, Digest, History, Key, LogEntry, Operation, Record};
use crate::store::entry::EntryHead;
use crate::store::records::FORMAT;
use crate::store::sealed::{GuardedStore, Standing, Turns, settle};
use crate::store::{
    self as store, Area, Batch, Canary, Head, Keeper, LAST_ROW, LoadError, Loaded, Store,
    StoreError,
    load::{Damage, read_entry},
    settle_filling,
};

use super::copy::Rows;
use super::indexed_db::IndexedDb;
use super::local;
use super::lock::{Held, hold};
use super::problem::{of_load, of_refusal, of_store, of_writing};
use super::web_cipher::WebKey;
use super::witness;
use super::workspaces::database_name;

mod carrying;
mod cleaning;
mod locking;
mod private;

pub(super) use locking::{read_whole, side};
pub(super) use private::{Private, all_preferences};

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
    lock: Held,
    store: RefCell<Rc<Guarded>>,
    /// Everything that touches the store while the lock may be switched waits here.
    gate: Turns,
    /// The lock is being switched or changed.
    switching: Cell<bool>,
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
    /// Another tab writes from now on: nothing more is written here.
    given: Cell<bool>,
    /// An older build wrote it last.
    migrated: bool,
    /// The last action that took contents out of the log.
    cleaned: Cell<u64>,
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
    /// What was mended on the way.
    pub repairs: Vec<Repair>,
}

impl Contents {
    pub(super) fn of(loaded: Loaded) -> Self {
        Self {
            repairs: repairs(&loaded),
            book: loaded.book,
            heads: loaded.heads,
            recent: loaded.recent,
            history: loaded.history,
        }
    }
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
        let lock = hold(&database_name(id)).await;
        let lock = lock.ok_or(StorageProblem::HeldByOtherTab)?;
        Self::open_held(id, lock, key).await
    }

    /// Opens a workspace whose lock is held.
    ///
    /// # Errors
    /// [`OpenError`] as for [`Vault::open_with`].
    pub(super) async fn open_held(
        id: &str,
        lock: Held,
        key: Option<WebKey>,
    ) -> Result<(Rc<Self>, Contents), OpenError> {
        let format = local::format(id);
        if let Some(newer) = format.filter(|format| *format > FORMAT) {
            return Err(StorageProblem::Newer(newer).into());
        }
        let store = IndexedDb::open(&database_name(id))
            .await
            .map_err(of_store)?;
        let store = Rc::new(store);
        let rows = Rc::clone(&store);
        let store = match (settle(&store, id).await.map_err(of_load)?, key) {
            (Standing::Plain, _) => GuardedStore::plain(store),
            (Standing::Locked(_), Some(key)) => GuardedStore::sealed(store, id, key),
            (Standing::Locked(_), None) => return Err(StorageProblem::Locked.into()),
        };
        // What a backup left that did not go in wholly is no part of it.
        settle_filling(&store).await.map_err(of_store)?;
        let private = Private::read(&store, id).await.map_err(of_store)?;
        let loaded = store::open(&store, id, witness::canary(id).await.as_ref()).await;
        let loaded = loaded.map_err(of_refusal)?;
        // What is not remembered is asked of the rows themselves at the next start.
        drop(local::set_format(id, FORMAT));
        let heads = loaded.heads.iter();
        let vault = Rc::new(Self {
            id: id.to_owned(),
            lock,
            store: RefCell::new(Rc::new(store)),
            gate: Turns::default(),
            switching: Cell::new(false),
            stopped: Cell::new(false),
            private: RefCell::new(private),
            keeper: RefCell::new(loaded.keeper.clone()),
            heads: RefCell::new(heads.map(|it| (it.sequence, it.clone())).collect()),
            unsaved: RefCell::default(),
            writing: Cell::new(false),
            folding: Cell::new(false),
            writes: Cell::new(0),
            given: Cell::new(false),
            migrated: format.is_some_and(|format| format < FORMAT),
            cleaned: Cell::new(cleaning::last(&loaded.heads)),
        });
        rows.turn_log();
        vault.fold_when_quiet();
        Ok((vault, Contents::of(loaded)))
    }

    /// True when an older build wrote it last.
    #[must_use]
    pub const fn is_migrated(&self) -> bool {
        self.migrated
    }

    /// Writes nothing more: another tab does from now on.
    pub(super) fn give(&self) {
        self.given.set(true);
    }

    /// True while nobody else may write: no other tab was told so, and none took the lock.
    fn may_write(&self) -> bool {
        !self.given.get() && !self.lock.is_lost()
    }

    /// True while the lock is switched, which no other tab may interrupt.
    pub(super) fn is_switching(&self) -> bool {
        self.switching.get()
    }

    /// True when another tab was told that it may write.
    pub(super) fn is_given(&self) -> bool {
        self.given.get()
    }

    /// True when another tab holds the lock by now.
    pub(super) fn is_taken(&self) -> bool {
        self.lock.is_lost()
    }

    /// Number of the last action handed over to be written.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.keeper.borrow().head().sequence
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
        let (head, batch) = cleaning::append(&mut keeper, pending);
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
                told(written.map(|()| hash).map_err(of_writing));
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
        self.note_cleaned(&saved.head);
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
        witness::keep(&canary);
    }

    async fn write_one(&self, batch: Batch) -> Result<(), StoreError> {
        let turn = self.gate.ask();
        turn.come().await;
        if !self.may_write() {
            return Err(StoreError::Taken(Area::Journal, self.last()));
        }
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

    /// Copies everything stored and what is not yet written, up to an action. The chunks come
    /// along, so that a damaged entry shortens no backup.
    ///
    /// # Errors
    /// [`StorageProblem`] when the store fails.
    pub(super) async fn copy(&self, rows: &mut Rows, to: u64) -> Result<(), StorageProblem> {
        rows.end_at(to);
        self.copy_log(rows, to).await?;
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await.map_err(of_store)?;
        let areas = [Area::Manifest, Area::Chunks];
        let read = rows.read(store.as_ref(), &areas, LAST_ROW);
        read.await.map_err(of_store)
    }

    /// Copies the journal, which holds everything, and what is not yet written, up to an action.
    ///
    /// # Errors
    /// [`StorageProblem`] when the store fails.
    pub(super) async fn copy_log(&self, rows: &mut Rows, to: u64) -> Result<(), StorageProblem> {
        // First what waits: it may be written while the rest is read, and then comes twice.
        self.copy_unsaved(rows, to);
        let turn = self.gate.ask();
        turn.come().await;
        let store = self.connected().await.map_err(of_store)?;
        let read = rows.read(store.as_ref(), &[Area::Journal, Area::Payloads], to);
        read.await.map_err(of_store)
    }

    /// Where the log ends, with what is not yet written.
    pub(super) fn head(&self) -> Head {
        self.keeper.borrow().head()
    }

    /// Copies what is not yet written, up to an action.
    pub(super) fn copy_unsaved(&self, rows: &mut Rows, to: u64) {
        let unsaved = self.unsaved.borrow();
        for waiting in unsaved.iter().filter(|it| it.head.sequence <= to) {
            rows.take(&waiting.batch.0);
        }
    }

    /// Remembers that everything up to an action was put outside the browser.
    pub fn backed_up(&self, at: crate::ledger::Moment, to: u64) {
        let mut canary =
            local::canary(&self.id).unwrap_or_else(|| Canary::of(&Keeper::new(&self.id), None));
        canary.backed_up = Some(at.0);
        canary.backed_up_to = canary.backed_up_to.max(to);
        // Without room the user is reminded of the backup too early, never too late.
        drop(local::set_canary(&canary));
    }

    /// Folds the journal into chunks once nothing was written for a while.
    fn fold_when_quiet(self: &Rc<Self>) {
        let keeper = self.keeper.borrow();
        // What was taken out of the log must not stay in a chunk.
        let due = keeper.unfolded() >= FOLD_FROM || keeper.folded() < self.cleaned.get();
        drop(keeper);
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
        if !self.may_write() {
            return false;
        }
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
        if !self.may_write() {
            return false;
        }
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
        if !self.may_write() {
            return false;
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

fn repairs(loaded: &Loaded) -> Vec<Repair> {
    let mut repairs = Vec::new();
    if loaded.rebuilt {
        repairs.push(Repair::Rebuilt);
    }
    if !loaded.unreadable.is_empty() {
        repairs.push(Repair::LogOnly(loaded.unreadable.len()));
    }
    repairs
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
