//! Công Tâm: exact, explained evaluation of civil servants, in the browser.
//!
//! Where to start: the `engine` is what the program is for, the `ledger` holds what it
//! works on, the `rules` are the law it applies. Modules in reading order, each with
//! the one thing that is always true of it.

/// The program without a screen: events in, new model and effects out.
pub mod app;
/// The only module that touches the browser's own facilities.
pub mod browser;
/// The nouns. Knows no rule, no sentence for people, no file format.
pub mod domain;
/// Scores. Pure and exact: the same book and rules give the same answer everywhere.
pub mod engine;
/// Bytes in, typed values out, and back. Any bytes give data with findings or one clear error.
pub mod files;
/// Every sentence a person reads, in Vietnamese and English. Exhaustive by construction.
pub mod i18n;
/// All records and every change made to them. A change is applied whole or not at all.
pub mod ledger;
/// The law as dated data. No number of the law stands anywhere else.
pub mod rules;
/// The invented agency people try the program with, and books of any size for benchmarks.
pub mod sample;
/// What keeping means, without a browser: stored shapes, journal, chunks, migrations.
pub mod store;
/// Vietnamese text. Pure functions of strings; knows nothing else of ours.
pub mod text;
/// What people see. Holds no logic: it shows view models and sends events.
pub mod ui;
