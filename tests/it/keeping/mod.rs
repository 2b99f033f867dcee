//! What is kept stays readable: stored bytes, recovery, backups.

mod backup;
mod golden;
mod host_cipher;
mod locked;
mod newer;
mod recovery;
mod sealed;
mod specimens;
