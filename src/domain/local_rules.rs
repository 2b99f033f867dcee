//! An agency's or a province's own criteria and tariffs, dated, with issuer and decision.
//!
//! # Legal basis
//! Điều 26.1b: each agency may add methods of its own. They carry grade L and never replace
//! what the decree itself fixes: thirty points in three sections, seventy for the tasks.

use super::{Conclusion, Decimal, LineId, Span};

/// One set of local rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalRules {
    /// What it is called.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Number of the decision.
    pub decision: String,
    /// When it is in force.
    pub span: Span,
    /// The lines of the general criteria, when they are worded or weighed locally; else the
    /// decree's form.
    pub lines: Vec<LocalLine>,
    /// Tariffs of the directive's criteria; one not named here keeps the shipped proposal.
    pub tariffs: Vec<LocalTariff>,
    /// Points proposed to take off a line for a concluded complaint.
    pub conclusions: Vec<(Conclusion, Decimal)>,
}

impl LocalRules {
    /// Decision and issuer as one cites them. No two sets of a book share both, so this is also
    /// how a confirmed period names the set it was scored with.
    #[must_use]
    pub fn cited(&self) -> String {
        format!("{}, {}", self.decision, self.issuer)
    }

    /// The tariff of a criterion of the directive; nothing leaves the shipped proposal.
    #[must_use]
    pub fn tariff(&self, criterion: &str) -> Option<&LocalTariff> {
        self.tariffs
            .iter()
            .find(|tariff| tariff.criterion == criterion)
    }

    /// The points proposed to take off a line for a conclusion; nothing leaves the shipped
    /// proposal.
    #[must_use]
    pub fn proposed_for(&self, conclusion: Conclusion) -> Option<Decimal> {
        let found = self.conclusions.iter().find(|(of, _)| *of == conclusion);
        found.map(|(_, points)| *points)
    }
}

/// A line of the general criteria as worded and weighed locally.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalLine {
    /// Which line of the form.
    pub line: LineId,
    /// Its words.
    pub wording: String,
    /// Its most points.
    pub max: Decimal,
}

/// The points of one criterion of the directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalTariff {
    /// Key of the criterion, for example `CT.2`.
    pub criterion: String,
    /// Most points.
    pub max: Decimal,
    /// How the figure becomes points.
    pub form: TariffForm,
    /// Points proposed to take off the decree's line for each event; nothing proposes nothing.
    pub proposed: Option<Decimal>,
}

/// How a figure becomes points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TariffForm {
    /// The most points times the share reached.
    Share,
    /// This many points off for each event, not below zero.
    PerEvent(Decimal),
    /// The points of the band the figure lies in.
    Bands(Vec<TariffBand>),
}

/// One band of a figure: a share in percent, or a number of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TariffBand {
    /// From this figure on.
    pub from: Decimal,
    /// Below this figure; the last band has no end.
    pub below: Option<Decimal>,
    /// Its points.
    pub points: Decimal,
}
