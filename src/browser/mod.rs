//! The only module that touches the browser's own facilities: storage, clock, files, tabs.

/// A workspace's store in IndexedDB.
pub mod indexed_db;

pub use indexed_db::IndexedDb;
