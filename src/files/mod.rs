//! Files people bring and take: tables, forms, workbooks, backups.

pub mod recognise;
pub mod tabular;
