//! What is wrong with an agency's own criteria and tariffs: everything at once, before they count.
//!
//! # Legal basis
//! Điều 12.2, Mẫu số 01: thirty points in three sections, each with its lines; an agency may
//! word and weigh the lines (Điều 26.1b) but neither add nor drop any, nor touch the seventy
//! points of the tasks.

use std::collections::BTreeSet;

use super::criteria::CriteriaSection;
use super::directive::{DirectiveCriterion, DirectiveFeed};
use super::{CivilServantRules, Rules};
use crate::domain::{
    Band, Conclusion, Day, Decimal, LineId, LocalRules, LocalTariff, TariffBand, TariffForm,
};

/// One thing wrong with a set of local rules.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are named after what they hold")]
pub enum LocalFault {
    /// It has no name.
    TitleMissing,
    /// Nobody issued it.
    IssuerMissing,
    /// It has no number of a decision.
    DecisionMissing,
    /// It ends before it begins.
    Reversed { from: Day, to: Day },
    /// Another set is in force on a day of it.
    Overlaps { other: String, day: Day },
    /// Another set has the same decision of the same issuer.
    SameDecision { other: String },
    /// It says nothing: no line, no tariff, no points for a conclusion.
    Empty,
    /// The form has no such line.
    LineUnknown { line: LineId },
    /// A line stands more than once.
    LineRepeated { line: LineId },
    /// A line of the form is left out.
    LineMissing { line: LineId },
    /// A line has no words.
    WordingMissing { line: LineId },
    /// A line has no points.
    LineWithoutPoints { line: LineId },
    /// The lines of a section do not sum to what the decree gives the section.
    SectionSum {
        section: u8,
        sum: Decimal,
        wanted: Decimal,
    },
    /// The lines do not sum to what the decree gives the general criteria.
    TotalSum { sum: Decimal, wanted: Decimal },
    /// The directive has no such criterion.
    CriterionUnknown { criterion: String },
    /// A criterion has more than one tariff.
    CriterionRepeated { criterion: String },
    /// A tariff has no points.
    TariffWithoutPoints { criterion: String },
    /// A share for what is counted in events, or points per event for what is a share.
    FormUnfit { criterion: String },
    /// Points per event are not above zero.
    EventWithoutPoints { criterion: String },
    /// Points per event above the most points.
    EventAboveMost {
        criterion: String,
        points: Decimal,
        max: Decimal,
    },
    /// Bands without any band.
    NoBand { criterion: String },
    /// The first band does not begin at zero.
    BandsBegin { criterion: String, from: Decimal },
    /// Figures between two bands have no points.
    BandGap {
        criterion: String,
        from: Decimal,
        to: Decimal,
    },
    /// Figures lie in two bands.
    BandOverlap { criterion: String, from: Decimal },
    /// A band ends where it begins, or before.
    BandReversed {
        criterion: String,
        from: Decimal,
        below: Decimal,
    },
    /// Points of a band below zero or above the most points.
    BandPoints {
        criterion: String,
        points: Decimal,
        max: Decimal,
    },
    /// The last band ends, so that larger figures have no points.
    BandsEnd { criterion: String, below: Decimal },
    /// Points are proposed where the criterion feeds no line of the general criteria.
    ProposedNowhere { criterion: String },
    /// Proposed points are not above zero.
    ProposedWithoutPoints { criterion: String },
    /// Proposed points would take a line below zero.
    ProposedBelowZero {
        criterion: String,
        points: Decimal,
        line: LineId,
        max: Decimal,
    },
    /// A conclusion that finds nothing takes nothing off.
    ConclusionCannotCount { conclusion: Conclusion },
    /// A conclusion has points more than once.
    ConclusionRepeated { conclusion: Conclusion },
    /// Points of a conclusion are not above zero.
    ConclusionWithoutPoints { conclusion: Conclusion },
    /// Points of a conclusion could take a line below zero.
    ConclusionBelowZero {
        conclusion: Conclusion,
        points: Decimal,
        line: LineId,
        max: Decimal,
    },
}

/// Everything wrong with a set, given the other sets of the agency.
#[must_use]
pub fn check_local(set: &LocalRules, others: &[&LocalRules], rules: &Rules) -> Vec<LocalFault> {
    let mut faults = Vec::new();
    check_facts(set, others, &mut faults);
    let Some(law) = law_of(set, rules) else {
        return faults;
    };
    check_lines(set, law, &mut faults);
    let lines = lines_under(set, law);
    check_tariffs(set, &rules.directive, &lines, &mut faults);
    check_conclusions(set, &lines, &mut faults);
    faults
}

/// The rules the set builds on: those of its first day, or the first ones computed after it.
fn law_of<'r>(set: &LocalRules, rules: &'r Rules) -> Option<&'r CivilServantRules> {
    let all = rules.in_force();
    let on = all.iter().find(|law| law.span.contains(set.span.from));
    on.or_else(|| all.iter().find(|law| law.span.from >= set.span.from))
        .or_else(|| all.last())
}

fn check_facts(set: &LocalRules, others: &[&LocalRules], faults: &mut Vec<LocalFault>) {
    let texts = [
        (&set.title, LocalFault::TitleMissing),
        (&set.issuer, LocalFault::IssuerMissing),
        (&set.decision, LocalFault::DecisionMissing),
    ];
    let empty = texts
        .into_iter()
        .filter(|(text, _)| text.trim().is_empty())
        .map(|(_, fault)| fault);
    faults.extend(empty);
    if let Some(to) = set.span.to.filter(|to| *to < set.span.from) {
        faults.push(LocalFault::Reversed {
            from: set.span.from,
            to,
        });
    }
    for other in others {
        if other.span.overlaps(&set.span) {
            faults.push(LocalFault::Overlaps {
                other: other.title.clone(),
                day: set.span.from.max(other.span.from),
            });
        }
        if other.cited() == set.cited() {
            faults.push(LocalFault::SameDecision {
                other: other.title.clone(),
            });
        }
    }
    if set.lines.is_empty() && set.tariffs.is_empty() && set.conclusions.is_empty() {
        faults.push(LocalFault::Empty);
    }
}

fn check_lines(set: &LocalRules, law: &CivilServantRules, faults: &mut Vec<LocalFault>) {
    if set.lines.is_empty() {
        return;
    }
    let mut seen = BTreeSet::new();
    for own in &set.lines {
        let line = own.line;
        if law.line(line).is_none() {
            faults.push(LocalFault::LineUnknown { line });
        }
        if !seen.insert(line) {
            faults.push(LocalFault::LineRepeated { line });
        }
        if own.wording.trim().is_empty() {
            faults.push(LocalFault::WordingMissing { line });
        }
        if own.max <= Decimal::ZERO {
            faults.push(LocalFault::LineWithoutPoints { line });
        }
    }
    let missing = law.lines().filter(|line| !seen.contains(&line.id));
    faults.extend(missing.map(|line| LocalFault::LineMissing { line: line.id }));
    for section in &law.sections {
        let (sum, wanted) = (section_sum(set, section), section.max);
        if sum != wanted {
            let section = section.number;
            faults.push(LocalFault::SectionSum {
                section,
                sum,
                wanted,
            });
        }
    }
    let sum = sum(set.lines.iter().map(|own| own.max));
    let wanted = law.general_points.value;
    if sum != wanted {
        faults.push(LocalFault::TotalSum { sum, wanted });
    }
}

/// The points of the lines a set gives a section.
#[must_use]
pub fn section_sum(set: &LocalRules, section: &CriteriaSection) -> Decimal {
    let own = set.lines.iter();
    sum(own
        .filter(|own| own.line.section == section.number)
        .map(|own| own.max))
}

fn sum(points: impl Iterator<Item = Decimal>) -> Decimal {
    points.fold(Decimal::ZERO, |sum, points| {
        Decimal::from_millionths(sum.millionths().saturating_add(points.millionths()))
    })
}

/// The lines with their most points as the set leaves them.
fn lines_under(set: &LocalRules, law: &CivilServantRules) -> Vec<(LineId, Decimal)> {
    let most = |line: LineId, max| {
        let own = set.lines.iter().find(|own| own.line == line);
        own.map_or(max, |own| own.max)
    };
    law.lines()
        .map(|line| (line.id, most(line.id, line.max)))
        .collect()
}

fn check_tariffs(
    set: &LocalRules,
    directive: &[DirectiveCriterion],
    lines: &[(LineId, Decimal)],
    faults: &mut Vec<LocalFault>,
) {
    let mut seen = BTreeSet::new();
    for tariff in &set.tariffs {
        let criterion = || tariff.criterion.clone();
        if !seen.insert(&tariff.criterion) {
            faults.push(LocalFault::CriterionRepeated {
                criterion: criterion(),
            });
        }
        let known = directive
            .iter()
            .find(|known| known.basis.key == tariff.criterion);
        match known {
            None => faults.push(LocalFault::CriterionUnknown {
                criterion: criterion(),
            }),
            Some(known) => {
                if !fits(&tariff.form, known) {
                    faults.push(LocalFault::FormUnfit {
                        criterion: criterion(),
                    });
                }
                check_proposed(tariff, known, lines, faults);
            }
        }
        if tariff.max <= Decimal::ZERO {
            faults.push(LocalFault::TariffWithoutPoints {
                criterion: criterion(),
            });
        }
        match &tariff.form {
            TariffForm::Share => {}
            TariffForm::PerEvent(points) if *points <= Decimal::ZERO => {
                faults.push(LocalFault::EventWithoutPoints {
                    criterion: criterion(),
                });
            }
            TariffForm::PerEvent(points) if *points > tariff.max => {
                faults.push(LocalFault::EventAboveMost {
                    criterion: criterion(),
                    points: *points,
                    max: tariff.max,
                });
            }
            TariffForm::PerEvent(_) => {}
            TariffForm::Bands(bands) => check_bands(tariff, bands, faults),
        }
    }
}

/// True when a form suits what the criterion is measured by; bands suit both.
#[must_use]
pub fn fits(form: &TariffForm, criterion: &DirectiveCriterion) -> bool {
    let counts_events = criterion.tariff.per_event.is_some();
    match form {
        TariffForm::Share => !counts_events,
        TariffForm::PerEvent(_) => counts_events,
        TariffForm::Bands(_) => true,
    }
}

/// The lines of the general criteria a criterion feeds.
pub fn fed_lines(criterion: &DirectiveCriterion) -> impl Iterator<Item = LineId> + '_ {
    criterion.feeds.iter().filter_map(|feed| match feed {
        DirectiveFeed::Line(line) => Some(*line),
        _ => None,
    })
}

fn check_proposed(
    tariff: &LocalTariff,
    known: &DirectiveCriterion,
    lines: &[(LineId, Decimal)],
    faults: &mut Vec<LocalFault>,
) {
    let Some(points) = tariff.proposed else {
        return;
    };
    let criterion = tariff.criterion.clone();
    if points <= Decimal::ZERO {
        faults.push(LocalFault::ProposedWithoutPoints { criterion });
        return;
    }
    let fed: Vec<LineId> = fed_lines(known).collect();
    if fed.is_empty() {
        faults.push(LocalFault::ProposedNowhere { criterion });
        return;
    }
    let below = lines
        .iter()
        .filter(|(line, max)| fed.contains(line) && *max > Decimal::ZERO && points > *max);
    faults.extend(below.map(|(line, max)| LocalFault::ProposedBelowZero {
        criterion: criterion.clone(),
        points,
        line: *line,
        max: *max,
    }));
}

fn check_bands(tariff: &LocalTariff, bands: &[TariffBand], faults: &mut Vec<LocalFault>) {
    let criterion = || tariff.criterion.clone();
    let Some(first) = bands.first() else {
        faults.push(LocalFault::NoBand {
            criterion: criterion(),
        });
        return;
    };
    if !first.from.is_zero() {
        faults.push(LocalFault::BandsBegin {
            criterion: criterion(),
            from: first.from,
        });
    }
    for band in bands {
        if let Some(below) = band.below.filter(|below| *below <= band.from) {
            faults.push(LocalFault::BandReversed {
                criterion: criterion(),
                from: band.from,
                below,
            });
        }
        if band.points.is_negative() || band.points > tariff.max {
            faults.push(LocalFault::BandPoints {
                criterion: criterion(),
                points: band.points,
                max: tariff.max,
            });
        }
    }
    for (band, next) in bands.iter().zip(&bands[1..]) {
        let criterion = criterion();
        match band.below {
            Some(below) if next.from > below => faults.push(LocalFault::BandGap {
                criterion,
                from: below,
                to: next.from,
            }),
            Some(below) if next.from == below => {}
            _ => faults.push(LocalFault::BandOverlap {
                criterion,
                from: next.from,
            }),
        }
    }
    if let Some(below) = bands.last().and_then(|last| last.below) {
        faults.push(LocalFault::BandsEnd {
            criterion: criterion(),
            below,
        });
    }
}

fn check_conclusions(set: &LocalRules, lines: &[(LineId, Decimal)], faults: &mut Vec<LocalFault>) {
    let mut seen = BTreeSet::new();
    // A person chooses the line, so the points must fit the smallest one.
    let weighed = lines.iter().filter(|(_, max)| *max > Decimal::ZERO);
    let smallest = weighed.min_by_key(|(_, max)| *max);
    for (conclusion, points) in &set.conclusions {
        let (conclusion, points) = (*conclusion, *points);
        if !seen.insert(conclusion) {
            faults.push(LocalFault::ConclusionRepeated { conclusion });
        }
        if !conclusion.may_count() {
            faults.push(LocalFault::ConclusionCannotCount { conclusion });
        }
        if points <= Decimal::ZERO {
            faults.push(LocalFault::ConclusionWithoutPoints { conclusion });
        }
        if let Some((line, max)) = smallest.filter(|(_, max)| points > *max) {
            faults.push(LocalFault::ConclusionBelowZero {
                conclusion,
                points,
                line: *line,
                max: *max,
            });
        }
    }
}

/// What is wrong with the complexity groups of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are named after what they hold")]
pub enum BandFault {
    /// A group ends before it begins.
    Reversed { band: String },
    /// Two groups hold the same points.
    Overlap { lower: String, upper: String },
    /// Whole points between two groups belong to none.
    Gap { lower: String, upper: String },
    /// Two groups have the same name.
    SameName { band: String },
}

/// Gaps and overlaps of a catalogue's groups; groups of whole points adjoin when the next one
/// begins one point higher, as the handbook's do.
#[must_use]
pub fn band_faults(bands: &[Band]) -> Vec<BandFault> {
    let mut faults = Vec::new();
    let mut names = BTreeSet::new();
    for band in bands {
        if band.to < band.from {
            faults.push(BandFault::Reversed {
                band: band.name.clone(),
            });
        }
        if !names.insert(&band.name) {
            faults.push(BandFault::SameName {
                band: band.name.clone(),
            });
        }
    }
    let mut order: Vec<&Band> = bands.iter().filter(|band| band.from <= band.to).collect();
    order.sort_by_key(|band| (band.from, band.to));
    for (lower, upper) in order.iter().zip(order.iter().skip(1)) {
        let (low, high) = (lower.name.clone(), upper.name.clone());
        let next = lower.to.checked_add(Decimal::ONE).unwrap_or(lower.to);
        if upper.from <= lower.to {
            faults.push(BandFault::Overlap {
                lower: low,
                upper: high,
            });
        } else if upper.from > next {
            faults.push(BandFault::Gap {
                lower: low,
                upper: high,
            });
        }
    }
    faults
}

#[cfg(test)]
mod tests;
