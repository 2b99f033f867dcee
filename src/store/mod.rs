//! What keeping means, without a browser: stored shapes, journal, chunks, migrations.
//!
//! A workspace is kept as a chain of [journal entries](entry) and, folded from them in the
//! background, packed [chunks](chunk) of records that make the next start fast. The
//! [`Keeper`] turns operations into [`Batch`]es, a [`Store`] writes each batch whole or not
//! at all, [`load`](load::load) reads a workspace back or names what is wrong with it.
//! A workspace may be [locked](sealed): then every row lies sealed with a key.
//! Nothing here knows a browser: the one suite in [`conformance`] runs against every store.

pub mod canary;
mod carried;
mod chain;
pub mod chunk;
pub mod cleaning;
pub mod conformance;
pub mod entry;
pub mod filling;
pub mod fold;
pub mod frame;
pub mod keeper;
pub mod load;
pub mod manifest;
pub mod memory;
pub mod mend;
pub mod migrations;
pub mod records;
pub mod salvage;
pub mod verified;
/// The lock of a workspace at rest.
pub mod sealed;
mod whole;

mod area;

pub use area::*;
pub use canary::{Canary, CanaryMismatch};
pub use carried::{CarriedLog, NotProven, carried, leads_to};
pub use filling::{FillError, Note, fill, settle_filling};
pub use fold::{FoldError, fold};
pub use keeper::{Head, Keeper};
pub use load::{Damage, LoadError, Loaded, load};
pub use memory::MemoryStore;
pub use mend::{OpenRefusal, open};
pub use salvage::{Salvaged, salvage, salvage_to};
pub use verified::{Break, VerifiedLog, verify_log};
pub use whole::{WholeError, pack_book, unpack_book};

/// The result of a future that never waits, as those on a [`MemoryStore`] never do.
///
/// # Panics
/// When it does wait.
pub fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => unreachable!("the future waits for something"),
    }
}
