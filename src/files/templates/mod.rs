//! Workbooks to download, fill in and import: one for each table, with examples and drop-downs.
//!
//! The importer needs no template, but who starts from nothing starts here. The
//! words are those of the tables themselves, so they stand here and not in `i18n`.

mod column;
mod write;

pub use write::{TemplateContents, TemplateError, filled_template, template, template_file_name};

#[cfg(test)]
mod tests;
