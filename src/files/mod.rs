//! Files people bring and take: tables, forms, workbooks, backups.

pub mod archive;
pub mod forms;
pub mod names;
pub mod recognise;
pub mod tabular;
pub mod templates;
pub mod workbook;
