//! What is kept stays readable: stored bytes, recovery, backups.

mod backup;
mod carrying;
mod cleaning;
mod erasing;
mod formats;
mod golden;
mod log;
mod mending;
mod host_cipher;
mod locked;
mod newer;
mod recovery;
mod sealed;
mod specimens;
