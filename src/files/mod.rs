//! Files people bring and take: tables, forms, workbooks, backups.

pub mod archive;
pub mod backup;
pub mod csv_out;
pub mod forms;
pub mod ics;
pub mod local_rules;
pub mod log_mark;
pub mod names;
pub mod official;
pub mod recognise;
pub mod report;
pub mod tabular;
pub mod templates;
pub mod workbook;

/// How nouns travel between page and worker.
pub mod wire;
