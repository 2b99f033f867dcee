//! The frame around every page: top bar, rail, main area. Content comes in, nothing is known of the app.

pub mod rail;
pub mod shell;
pub mod top_bar;

pub use rail::{Rail, RailGroup, RailItem};
pub use shell::Shell;
pub use top_bar::{SearchButton, TopBar};
