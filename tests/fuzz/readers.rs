//! The program without its screens: what reads bytes, and what that needs.
//!
//! The same files as in `src`, without the rooms that know the browser, so that fuzzing
//! builds a third of the libraries, with checks the page does without.

#[path = "../../src/app/mod.rs"]
pub mod app;
#[path = "../../src/domain/mod.rs"]
pub mod domain;
#[path = "../../src/engine/mod.rs"]
pub mod engine;
#[path = "../../src/files/mod.rs"]
pub mod files;
#[path = "../../src/i18n/mod.rs"]
pub mod i18n;
#[path = "../../src/ledger/mod.rs"]
pub mod ledger;
#[path = "../../src/rules/mod.rs"]
pub mod rules;
#[path = "../../src/sample/mod.rs"]
pub mod sample;
#[path = "../../src/store/mod.rs"]
pub mod store;
#[path = "../../src/text/mod.rs"]
pub mod text;
#[path = "../../src/work/mod.rs"]
pub mod work;
