//! Exact scores with their reasons, for months, quarters and years.
//!
//! A score is a pure function of the [`Book`](crate::ledger::Book) and the
//! [`Rules`](crate::rules::Rules), so the same records and rules give the same score on
//! every machine and in every year, which is what makes it defensible when it is
//! contested. [`Scores`] keeps all of them up to date, operation by operation; [`assess`]
//! and [`assess_year`] give the whole answer for one official, reasons included, from the
//! very figures the scores are made of.

mod absence;
mod assess;
mod assessment;
mod cap;
mod explain;
mod findings;
mod footprint;
mod fraction;
mod gates;
mod general;
mod leadership;
mod line;
mod period;
mod placement;
mod ratio;
mod reason;
mod roster;
pub mod scorecard;
mod scores;
mod support;
mod tally;
mod terms;
mod under;
mod year;

pub use absence::*;
pub use assess::*;
pub use assessment::*;
pub use cap::*;
pub use findings::*;
pub use gates::*;
pub use general::*;
pub use leadership::{Standing, answer, is_full};
pub use line::*;
pub use period::*;
pub use placement::*;
pub use ratio::*;
pub use reason::*;
pub use roster::{Roster, UnitTree};
pub use scores::*;
pub use tally::*;
pub use terms::{LOCAL_RULES, Terms, TermsTable};
pub use under::{ScoresUnder, Trial};
pub use year::*;
