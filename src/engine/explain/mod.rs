//! Reasons, built from the figures the scores are made of: no formula stands here.

mod general;
mod leader;
mod line;
mod mean;
mod period;
mod year;

pub(super) use mean::explain_mean;
pub(super) use period::explain_period;
pub(super) use year::explain_year;
