//! The lock of a workspace at rest: every row sealed with a key that only a secret gives.
//!
//! A workspace lies on one of two *sides* of its store. In the clear its rows have their own
//! numbers; locked, every row lies sealed in its place on the other side, and in place of the
//! manifest stands the [`LockRecord`], which holds the key wrapped for each secret that opens
//! it. A whole row is one piece, so a chunk of thousands of records is opened at once; old rows of
//! the journal, small and many, are bound to volumes that are one piece too.
//!
//! [`GuardedStore`] shows either side as an ordinary store. [`switch_on`] and [`switch_off`]
//! write the other side, read it back, and change over in one batch; [`settle`] clears away at
//! the start what was left half-done. Ciphers come from outside: nothing here draws randomness.

mod cipher;
mod guarded;
mod record;
mod switch;
mod turns;
mod volume;

pub use cipher::*;
pub use guarded::GuardedStore;
pub use record::{KeySlot, LockRecord, Opener};
pub use switch::{
    Fresh, NewLock, Standing, SwitchError, change, settle, standing, switch_off, switch_on, unlock,
};
pub use turns::{Turn, Turns};
