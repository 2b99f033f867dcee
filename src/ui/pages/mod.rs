//! One directory per screen; each shows one view model and sends events.

pub mod start;
pub mod overview;
pub mod officials;
pub mod official;
pub mod tasks;
pub mod complaints;
pub mod scoring;
pub mod year;
pub mod forms;
pub mod rules;
pub mod data;
pub mod help;
