//! The directive's scorecard of the agency, a unit or an official, as the screen and the reports
//! show it: the same numbers for both.

mod ask;
mod evidence;

use crate::app::law;
use crate::domain::{Day, Exact, OfficialId, Span, UnitId};
use crate::engine::Scores;
use crate::engine::scorecard::{
    ConditionMet, CriterionCard, Facts, UnitLine, compare, personnel, scorecard, trend_start,
};
use crate::ledger::Book;
use crate::rules::DirectiveScope;
use crate::text::name_sort_key;

use super::rules::{Source, source};

pub use ask::{ConductAsk, ConductSpan};
pub use evidence::{EvidenceRow, documents, row as evidence_row};

pub use crate::domain::{TariffBand, TariffForm};
pub use crate::engine::scorecard::{
    CardFigure, CardFinding, CardPoints, Detail, Evidence, EvidenceKind, Proposal, ProposalKind,
    Register, TariffSource, Whose,
};
pub use crate::rules::DirectiveFeed;

/// One criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct ConductRow {
    /// Its figure with everything behind it.
    pub card: CriterionCard,
    /// Its words and where they stand.
    pub source: Source,
    /// The shipped tariff's words, where that is what counts.
    pub tariff: Option<Source>,
}

/// One unit beside the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Its name; nothing for the whole.
    pub name: Option<String>,
    /// Its numbers.
    pub line: UnitLine,
}

/// One official who meets a documented condition.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// The conditions with their words.
    pub met: Vec<(ConditionMet, Source)>,
}

/// The scorecard of somebody over some days.
#[derive(Debug, Clone, PartialEq)]
pub struct ConductView {
    /// Whose.
    pub whose: Whose,
    /// What they are called.
    pub name: String,
    /// First to last day.
    pub span: Span,
    /// As of which day it is said what is unfinished.
    pub as_of: Day,
    /// Officials it is about.
    pub people: usize,
    /// The criteria of every civil servant.
    pub everyone: Vec<ConductRow>,
    /// The criteria of heads; empty for somebody who heads no unit.
    pub heads: Vec<ConductRow>,
    /// Points of what is measured, their most points, how many criteria that are.
    pub total: (Exact, Exact, usize),
    /// The whole and its units.
    pub units: Vec<UnitRow>,
    /// Who meets a documented condition, by given name.
    pub personnel: Vec<PersonRow>,
}

impl ConductView {
    /// All criteria in order.
    pub fn rows(&self) -> impl Iterator<Item = &ConductRow> {
        self.everyone.iter().chain(&self.heads)
    }
}

/// Projects the scorecard; nothing when there is no such unit or official.
#[must_use]
pub fn conduct(book: &Book, scores: &Scores, ask: ConductAsk, as_of: Day) -> Option<ConductView> {
    let name = name(book, ask.whose)?;
    let span = ask.span.days();
    let gathered = Span {
        from: trend_start(span),
        to: span.to,
    };
    let facts = Facts::gather(book, law(), gathered, as_of);
    let scorecard = scorecard(book, law(), &facts, ask.whose, span);
    let total = scorecard.total();
    let (heads, everyone): (Vec<_>, Vec<_>) = scorecard
        .criteria
        .into_iter()
        .map(row)
        .partition(|row| row.card.criterion.scope == DirectiveScope::Heads);
    let units = compare(&facts, ask.whose, span);
    let units = units.into_iter().map(|line| UnitRow {
        name: line.unit.map(|unit| unit_name(book, unit)),
        line,
    });
    let mut people: Vec<PersonRow> = personnel(book, law(), scores, &facts, ask.whose, span)
        .into_iter()
        .map(|row| PersonRow {
            official: row.official,
            name: book.official_name(row.official).to_owned(),
            met: row
                .met
                .into_iter()
                .map(|met| {
                    let words = source(&met.condition.basis);
                    (met, words)
                })
                .collect(),
        })
        .collect();
    people.sort_by_cached_key(|row| (name_sort_key(&row.name), row.official));
    Some(ConductView {
        whose: ask.whose,
        name,
        span,
        as_of,
        people: scorecard.people,
        everyone,
        heads,
        total,
        units: units.collect(),
        personnel: people,
    })
}

fn row(card: CriterionCard) -> ConductRow {
    let tariff = card
        .points
        .as_ref()
        .and_then(|points| match &points.source {
            TariffSource::Shipped(basis) => Some(source(basis)),
            TariffSource::Local { .. } => None,
        });
    ConductRow {
        source: source(&card.criterion.basis),
        tariff,
        card,
    }
}

fn name(book: &Book, whose: Whose) -> Option<String> {
    match whose {
        Whose::Agency => Some(book.agency.name.clone()),
        Whose::Unit(unit) => book.units.get(unit).map(|unit| unit.name.clone()),
        Whose::Official(official) => {
            let found = book.officials.get(official);
            found.map(|official| official.name.clone())
        }
    }
}

fn unit_name(book: &Book, unit: UnitId) -> String {
    let found = book.units.get(unit);
    found.map(|unit| unit.name.clone()).unwrap_or_default()
}
