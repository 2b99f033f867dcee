//! What is kept stays readable: stored bytes, recovery, backups.

mod backup;
mod golden;
mod mending;
mod newer;
mod recovery;
mod specimens;
