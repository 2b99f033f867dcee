//! What each screen shows, projected from the model.

/// How a person arranges a register, and the rows that follow.
pub mod arrange;
/// What a register with quick filters is asked for.
pub mod query;
/// The frame around every screen.
pub mod frame;
/// What the bar says about the safety of the data.
pub mod care;
/// What is stored, and where.
pub mod data;
/// What was deleted and can be put back.
pub mod bin;
/// Every operation ever done.
pub mod log;
/// What one operation changed, before and after.
pub mod changes;
/// The search over everything.
pub mod search;
/// The register of complaints, and one of them.
pub mod complaints;
/// The directive's scorecard.
pub mod conduct;
/// What a complaint or an incident takes off a line.
pub mod effect;
/// The register of incidents, and one of them.
pub mod incidents;
/// The register of discipline.
pub mod discipline;
/// All officials, and one of them.
pub mod officials;
/// What must be done now.
pub mod overview;
/// Suggestions while typing.
pub mod people;
/// The register of tasks.
pub mod tasks;
/// The calendar of deadlines.
pub mod deadlines;
/// Scores of a month or quarter.
pub mod scoring;
/// Why a score is what it is.
pub mod why;
/// Classes of the year.
pub mod year;
/// The catalogue of products.
pub mod catalogue;
/// Who a change of readings or local rules would touch.
pub mod impact;
/// The readings and what another one would change.
pub mod readings;
/// Time limits for complaints, with the agency's own lengths.
pub mod clocks;
/// The agency's own criteria and tariffs.
pub mod local_rules;
/// General criteria, calendar and agency.
pub mod rules;
/// The help, made from the rules.
pub mod help;

/// What a score is made of, as the engine names it: views show it, `i18n` words it.
pub use crate::engine::{RankedOfficial, ScoreState, Severity, Step, SupportRating, Value};
/// The law's own words.
pub use crate::rules::Wording;
