//! Công Tâm: exact, explained evaluation of civil servants, in the browser.
//!
//! Where to start: the `engine` is what the program is for, the `ledger` holds what it
//! works on, the `rules` are the law it applies. Modules in reading order, each with
//! the one thing that is always true of it.

/// The nouns. Knows no rule, no sentence for people, no file format.
#[deny(clippy::float_arithmetic)]
pub mod domain;
/// Vietnamese text. Pure functions of strings; knows nothing else of ours.
pub mod text;
/// The law as dated data. No number of the law stands anywhere else.
#[deny(clippy::float_arithmetic)]
pub mod rules;
/// All records and every change made to them. A change is applied whole or not at all.
#[deny(clippy::float_arithmetic)]
pub mod ledger;
/// Scores. Pure and exact: the same book and rules give the same answer everywhere.
#[deny(clippy::float_arithmetic)]
pub mod engine;
/// The invented agency people try the program with, and books of any size for benchmarks.
pub mod sample;
/// What keeping means, without a browser: stored shapes, journal, chunks, migrations.
pub mod store;
/// Bytes in, typed values out, and back. Any bytes give data with findings or one clear error.
pub mod files;
/// The program without a screen: events in, new model and effects out.
pub mod app;
/// Every sentence a person reads, in Vietnamese and English. Exhaustive by construction.
pub mod i18n;
/// What the worker does: jobs from bytes or the book to files. Runs on the host too.
pub mod work;
/// Code fetched when first needed. Knows no other module.
pub mod parts;
/// The only module that touches the browser's own facilities.
#[allow(
    clippy::disallowed_methods,
    reason = "clocks, randomness and the window are met here"
)]
pub mod browser;
/// What people see. Holds no logic: it shows view models and sends events.
pub mod ui;
