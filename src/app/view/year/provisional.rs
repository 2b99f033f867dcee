//! How a year that is not over, or not recorded whole, stands so far. Nobody is classified by it.

use chrono::Datelike as _;

use crate::app::Model;
use crate::domain::{Class, Classification, OfficialId, Period};
use crate::engine::{Finding, ScoreState, YearScore, periods_of};

/// The mean of the first periods of a year and the class it would reach.
///
/// A year is the mean of all its periods (Điều 17.3), so this is no classification: it is
/// there only while the year lasts or nothing of anybody is recorded in a period of it, and
/// only when nothing else is missing up to its last period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provisional {
    /// The last period of the mean.
    pub until: Period,
    /// The class the mean would reach.
    pub band: Class,
    /// How many periods before that have no data of anybody yet.
    pub unrecorded: usize,
}

/// How an official's year stands so far; nothing once it is over and recorded, settled by a ground, or
/// when a period before a scored one is missing.
pub(super) fn provisional(
    model: &Model,
    official: OfficialId,
    year: u16,
    score: &YearScore,
) -> Option<Provisional> {
    let is_unrecorded = |finding: &&Finding| matches!(finding, Finding::PeriodUnrecorded { .. });
    let waits = score.findings.iter().any(|finding| is_unrecorded(&finding));
    let over = model.now.today.year() > i32::from(year);
    if (over && !waits) || score.complete || score.computed != Classification::None {
        return None;
    }
    let mut until = None;
    for period in periods_of(year, model.book.agency.tracking) {
        let part = model.scores.score(official, period)?;
        if part.state == ScoreState::NotComputed {
            return None;
        }
        if part.total.is_some() {
            until = Some(period);
        }
    }
    let until = until?;
    let gap_before = score.findings.iter().any(|finding| match finding {
        Finding::PeriodIncomplete { period } | Finding::PeriodUnsettled { period } => {
            *period < until
        }
        _ => false,
    });
    let band = score.band.filter(|_| !gap_before)?;
    let unrecorded = score.findings.iter().filter(
        |finding| matches!(finding, Finding::PeriodUnrecorded { period } if *period < until),
    );
    Some(Provisional {
        until,
        band,
        unrecorded: unrecorded.count(),
    })
}
