//! One directory per screen; each shows one view model and sends events.

pub mod complaints;
pub mod conduct;
pub mod data;
pub mod deadlines;
pub mod forms;
pub mod help;
pub mod incidents;
pub mod official;
pub mod officials;
pub mod overview;
pub mod rules;
pub mod scoring;
pub mod start;
pub mod tasks;
pub mod year;
