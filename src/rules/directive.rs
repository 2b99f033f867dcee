//! The directive's criteria: what they name, whom they bind, what they would propose.

use std::sync::Arc;

use super::basis::{Basis, Wording};
use super::entry::{DataFile, Entry};
use super::fault::FaultReason;
use crate::domain::{Decimal, LineId};

/// Whom a criterion of the directive binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DirectiveScope {
    /// Every civil servant.
    Everyone,
    /// Heads of units.
    Heads,
}

/// What of the decree a criterion has to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DirectiveFeed {
    /// A line of the general criteria.
    Line(LineId),
    /// a: số lượng.
    Quantity,
    /// b: chất lượng.
    Quality,
    /// c: tiến độ.
    Schedule,
    /// đ: tổ chức triển khai.
    Organising,
    /// The grounds that set the class.
    Gates,
}

/// What a criterion is measured by in the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DirectiveMeasure {
    /// Share of assigned lines completed by their deadline (CT.1).
    CompletedShare,
    /// Late occurrences, net of confirmed causes and extensions (CT.2).
    LateOccurrences,
    /// Quality failures, net of confirmed causes (CT.3).
    QualityFailures,
    /// Reminders before anything was late, confirmed incidents and substantiated complaints (CT.4).
    Reminders,
    /// Hand-backs without a reason, confirmed incidents and substantiated complaints (CT.5).
    HandBacksWithoutReason,
    /// Confirmed incidents and substantiated complaints under this criterion.
    ConfirmedIncidents,
    /// Substantiated complaints under this criterion, and conclusions of the authority (CT.9).
    SubstantiatedComplaints,
    /// Share handled electronically and on time (CT.11).
    ElectronicShare,
    /// Share of the unit's tasks that are not late, beside conclusions of inspections (CT.12).
    UnitLateShare,
    /// Share of the unit's tasks with lead person, product, who answers for it and deadline (CT.13).
    FourClearShare,
    /// Share of late tasks with a recorded handling (CT.14).
    HandledShare,
    /// Share of the decisions on a year's class that record what follows (CT.15).
    RecordedDecisions,
}

impl DirectiveMeasure {
    /// True when substantiated complaints under the criterion count in its figure.
    #[must_use]
    pub const fn counts_complaints(self) -> bool {
        self.counts_incidents() || matches!(self, Self::SubstantiatedComplaints)
    }

    /// True when confirmed incidents under the criterion count in its figure.
    #[must_use]
    pub const fn counts_incidents(self) -> bool {
        matches!(
            self,
            Self::Reminders | Self::HandBacksWithoutReason | Self::ConfirmedIncidents
        )
    }
}

/// One criterion of the directive scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectiveCriterion {
    /// Basis; its key is `CT.1` to `CT.15`, its name the short criterion.
    pub basis: Arc<Basis>,
    /// Whom it binds.
    pub scope: DirectiveScope,
    /// What the directive names.
    pub named: Wording,
    /// What in the records is evidence for it.
    pub evidence: Wording,
    /// What it is measured by.
    pub measure: DirectiveMeasure,
    /// What of the decree it has to do with.
    pub feeds: Vec<DirectiveFeed>,
    /// The points it can earn and lose; never a decree's number.
    pub tariff: DirectiveTariff,
}

/// The proposed points of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectiveTariff {
    /// Basis, grade L or P.
    pub basis: Arc<Basis>,
    /// Most points.
    pub max: Decimal,
    /// Points off per event, for measures that count events.
    pub per_event: Option<Decimal>,
}

pub(super) fn read(file: &mut DataFile) -> Vec<DirectiveCriterion> {
    let tariffs = file.read("directive_tariff", |entry| {
        let (basis, max) = (entry.basis(), entry.decimal("max"));
        let per_event = match entry.optional_text("per_event") {
            Some(_) => Some(entry.decimal("per_event")?),
            None => None,
        };
        Some(DirectiveTariff {
            basis: basis?,
            max: max?,
            per_event,
        })
    });
    file.read("criterion", |entry| {
        let (basis, scope) = (entry.basis(), entry.word("who", &SCOPES));
        let (named, evidence) = (entry.wording("named"), entry.wording("evidence"));
        let (measure, feeds) = (entry.word("measure", &MEASURES), feeds(entry));
        let wanted = entry.text("tariff")?;
        let Some(tariff) = tariffs.iter().find(|tariff| tariff.basis.key == wanted) else {
            let (key, word) = ("tariff".to_owned(), wanted);
            entry.fault(FaultReason::UnknownWord { key, word });
            return None;
        };
        Some(DirectiveCriterion {
            basis: basis?,
            scope: scope?,
            named: named?,
            evidence: evidence?,
            measure: measure?,
            feeds: feeds?,
            tariff: tariff.clone(),
        })
    })
}

const SCOPES: [(&str, DirectiveScope); 2] = [
    ("C", DirectiveScope::Everyone),
    ("H", DirectiveScope::Heads),
];

const MEASURES: [(&str, DirectiveMeasure); 12] = [
    ("completed_share", DirectiveMeasure::CompletedShare),
    ("late_occurrences", DirectiveMeasure::LateOccurrences),
    ("quality_failures", DirectiveMeasure::QualityFailures),
    ("reminders", DirectiveMeasure::Reminders),
    (
        "hand_backs_without_reason",
        DirectiveMeasure::HandBacksWithoutReason,
    ),
    ("confirmed_incidents", DirectiveMeasure::ConfirmedIncidents),
    (
        "substantiated_complaints",
        DirectiveMeasure::SubstantiatedComplaints,
    ),
    ("electronic_share", DirectiveMeasure::ElectronicShare),
    ("unit_late_share", DirectiveMeasure::UnitLateShare),
    ("four_clear_share", DirectiveMeasure::FourClearShare),
    ("handled_share", DirectiveMeasure::HandledShare),
    ("recorded_decisions", DirectiveMeasure::RecordedDecisions),
];

fn feeds(entry: &Entry) -> Option<Vec<DirectiveFeed>> {
    let texts = entry.texts("feeds")?;
    let read = |text: &String| {
        let feed = match text.as_str() {
            "a" => Some(DirectiveFeed::Quantity),
            "b" => Some(DirectiveFeed::Quality),
            "c" => Some(DirectiveFeed::Schedule),
            "đ" => Some(DirectiveFeed::Organising),
            "gates" => Some(DirectiveFeed::Gates),
            line => LineId::parse(line).map(DirectiveFeed::Line),
        };
        if feed.is_none() {
            let (key, word) = ("feeds".to_owned(), text.clone());
            entry.fault(FaultReason::UnknownWord { key, word });
        }
        feed
    };
    texts.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    fn measure_of(rules: &Rules, key: &str) -> DirectiveMeasure {
        let criterion = rules.directive_criterion(key).expect("a shipped criterion");
        criterion.measure
    }

    #[test]
    fn each_criterion_is_measured_by_the_records_it_names() {
        let rules = Rules::shipped().expect("the shipped data");
        let expected = [
            ("CT.4", DirectiveMeasure::Reminders),
            ("CT.5", DirectiveMeasure::HandBacksWithoutReason),
            ("CT.6", DirectiveMeasure::ConfirmedIncidents),
            ("CT.7", DirectiveMeasure::ConfirmedIncidents),
            ("CT.8", DirectiveMeasure::ConfirmedIncidents),
            ("CT.9", DirectiveMeasure::SubstantiatedComplaints),
            ("CT.10", DirectiveMeasure::ConfirmedIncidents),
        ];
        for (key, measure) in expected {
            assert_eq!(measure_of(&rules, key), measure, "{key}");
        }
        let counting = |counts: fn(DirectiveMeasure) -> bool| {
            let all = rules.directive.iter();
            let kept = all.filter(|criterion| counts(criterion.measure));
            kept.map(|criterion| criterion.basis.key.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            counting(DirectiveMeasure::counts_complaints),
            ["CT.4", "CT.5", "CT.6", "CT.7", "CT.8", "CT.9", "CT.10"]
        );
        assert_eq!(
            counting(DirectiveMeasure::counts_incidents),
            ["CT.4", "CT.5", "CT.6", "CT.7", "CT.8", "CT.10"]
        );
    }

    #[test]
    fn an_unknown_measure_is_refused_by_name() {
        let broken: Vec<(&str, String)> = Rules::shipped_texts()
            .iter()
            .map(|(name, text)| (*name, text.replace("\"electronic_share\"", "\"guesswork\"")))
            .collect();
        let files: Vec<(&str, &str)> = broken
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        let faults = Rules::parse(&files).expect_err("no such measure");
        assert!(faults.to_string().contains("guesswork"));
    }
}
