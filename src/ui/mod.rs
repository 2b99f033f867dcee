//! The screens, in Leptos: they show view models and send events, and hold no logic.

/// Building blocks that know neither the app nor its languages.
pub mod components;
/// Filters that several screens offer.
pub mod filter;
/// Dialogs whose questions are data.
pub mod form;
/// The frame around every page.
pub mod layout;
/// One directory per screen.
pub mod pages;
/// What arranges a register: filters of columns, groups, columns, views.
pub mod register;
/// Why a score is what it is.
pub mod why;
mod broken;
mod frame;
mod front;
mod pick;
mod root;
mod routes;
mod screens;
mod state;

pub use broken::{broken_words, rescue_words};
pub use front::{Outside, start};
pub use routes::{DataSection, Route, StatutoryForm};
pub use state::{App, use_app};
