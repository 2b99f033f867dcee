//! The only module that touches the browser's own facilities: storage, clock, files, tabs.
//!
//! [`edge`](BrowserEdge) runs the program's effects with the parts below it. Nothing here
//! decides anything: what is to be done comes from `app`, what is stored from `store`.

mod channel;
mod clipboard;
mod clock;
mod copy;
mod download;
mod edge;
mod examine;
mod folder;
mod follower;
/// A workspace's store in IndexedDB.
pub mod indexed_db;
mod js;
/// What is kept in localStorage: preferences, drafts, canaries, the list of workspaces.
pub mod local;
mod lock;
mod page;
mod parcel;
mod problem;
mod quota;
mod rescue;
mod vault;
mod witness;
mod web_cipher;
mod worker_host;
mod worker_link;
mod worker_message;
mod workspaces;

pub use clipboard::{ClipboardError, copy, copy_rich, paste};
pub use clock::{now, pause, today};
pub use download::{DownloadError, download};
pub use edge::{BrowserEdge, edge};
pub use indexed_db::IndexedDb;
pub use lock::{Held, hold};
pub use page::{address, go_to, on_address, prefer, set_language, set_theme, take_on_preferences};
pub use quota::{Usage, ask_to_persist, is_persisted, usage};
pub use rescue::{RescueWords, install_rescue, language, rescue, rescue_asked};
pub use vault::{OpenError, Vault};
pub use web_cipher::{WebKey, WebSmith};
pub use worker_host::{serve, serve_jobs};
pub use worker_link::{JobAnswer, JobNumber, WorkerError, WorkerLink};
pub use workspaces::{
    anything_stored, database_name, delete_workspace, list_workspaces, new_workspace,
};
