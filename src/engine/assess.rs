//! The entry points: the whole answer for one official, reasons included.

use std::collections::BTreeMap;

use crate::domain::{
    Assignment, AssignmentId, Class, Exact, GroupId, Month, OfficialId, Period, Tracking,
};
use crate::ledger::Book;
use crate::rules::Rules;

use super::explain::{explain_mean, explain_period, explain_year};
use super::line::line_findings;
use super::period::{ScoreState, Subject, frozen, seat_of};
use super::placement::{period_of, place};
use super::scores::{figures_of, score_without_rules, tallies_of, tally_in};
use super::tally::Tally;
use super::terms::{Terms, TermsTable};
use super::year::{mean_of, year_score};
use super::{
    Assessment, CapMember, CapReport, CapTerms, Finding, Part, Scores, YearAssessment, cap_report,
};

/// Scores one official for one period: a month, quarter, half-year or year.
///
/// Months are scored where the agency follows months, quarters where it follows quarters;
/// longer periods are the mean of the shorter ones (Điều 17). Scores everybody to know how
/// those led stand: for more than one answer keep [`Scores`] and ask it.
#[must_use]
pub fn assess(book: &Book, official: OfficialId, period: Period, rules: &Rules) -> Assessment {
    Scores::full(book, rules).assess(book, rules, official, period)
}

/// Classifies one official for one year (Điều 20).
#[must_use]
pub fn assess_year(book: &Book, official: OfficialId, year: u16, rules: &Rules) -> YearAssessment {
    Scores::full(book, rules).assess_year(book, rules, official, year)
}

impl Scores {
    /// The whole answer for one official and period, from scores that are up to date.
    #[must_use]
    pub fn assess(
        &self,
        book: &Book,
        rules: &Rules,
        official: OfficialId,
        period: Period,
    ) -> Assessment {
        let table = TermsTable::new(book, rules);
        let tracked = match (period, table.tracking()) {
            (Period::Month(_), Tracking::Monthly)
            | (Period::Quarter { .. }, Tracking::Quarterly) => true,
            (Period::Month(_), Tracking::Quarterly) => {
                let none = ScoreState::NotComputed;
                return Assessment::none(official, period, none, Finding::NotTracked);
            }
            _ => false,
        };
        if tracked {
            self.assess_tracked(book, &table, official, period, true)
        } else {
            self.assess_mean(book, &table, official, period)
        }
    }

    /// The numbers of one official in one tracked period, without the reasons for them.
    #[must_use]
    pub fn numbers(
        &self,
        book: &Book,
        table: &TermsTable,
        official: OfficialId,
        period: Period,
    ) -> Assessment {
        self.assess_tracked(book, table, official, period, false)
    }

    fn assess_tracked(
        &self,
        book: &Book,
        table: &TermsTable,
        official: OfficialId,
        period: Period,
        explained: bool,
    ) -> Assessment {
        let seat = seat_of(book, official, period);
        let tallies = tallies_of(book, table, official);
        let tally = tally_in(&tallies, period).cloned().unwrap_or_default();
        let led = self.led_from(seat, period);
        let found = figures_of(book, table, official, period, seat, &tally, led);
        let (Some(figures), Some(terms)) = (found, table.of(period)) else {
            let score = score_without_rules(book, official, period, seat);
            let state = ScoreState::NotComputed;
            return Assessment {
                seat,
                total: score.total,
                class: score.class,
                ..Assessment::none(official, period, state, Finding::NotComputed)
            };
        };
        let subject = Subject {
            book,
            terms: &terms,
            official,
            seat,
            tally: &tally,
            led,
        };
        let reason = explained.then(|| explain_period(self, table, &subject, &figures));
        let mut assessment = Assessment::from_figures(official, period, &figures, tally.clone());
        assessment.reason = reason;
        let doubts = task_findings(book, table, official, period);
        assessment.findings.extend(doubts);
        assessment
    }

    fn assess_mean(
        &self,
        book: &Book,
        table: &TermsTable,
        official: OfficialId,
        period: Period,
    ) -> Assessment {
        let Some(terms) = table.of(period) else {
            let state = ScoreState::NotComputed;
            return Assessment::none(official, period, state, Finding::NotComputed);
        };
        let parts = self.parts_or_empty(book, table, official, period);
        let mut findings = Vec::new();
        let mean = mean_of(&parts, Some(terms.empty_month), &|_| false, &mut findings);
        if mean.mean.is_none() {
            findings.push(Finding::NothingScored);
        }
        let mut total = mean.mean.clone().filter(|_| mean.complete);
        let mut state = if total.is_some() {
            ScoreState::Mean
        } else {
            ScoreState::Incomplete
        };
        let mut class = total
            .as_ref()
            .map(|total| terms.rules.class.class_of(total));
        let reason = explain_mean(book, &terms, official, &parts, total.as_ref(), &|_| false);
        let computed = total.clone();
        if let Some(confirmation) = frozen(book, official, period) {
            if computed
                .as_ref()
                .is_some_and(|now| *now != confirmation.total)
            {
                findings.push(Finding::ConfirmedDiffers);
            }
            findings.retain(|finding| !finding.blocks());
            state = ScoreState::Confirmed;
            total = Some(confirmation.total.clone());
            class = Some(confirmation.class);
        }
        Assessment {
            seat: seat_of(book, official, period),
            total,
            class,
            computed,
            parts,
            findings,
            reason: Some(reason),
            ..Assessment::none(official, period, state, Finding::NothingScored)
        }
    }

    /// The parts of a longer period; for a year without any record all are empty.
    fn parts_or_empty(
        &self,
        book: &Book,
        table: &TermsTable,
        official: OfficialId,
        period: Period,
    ) -> Vec<Part> {
        let parts = self.parts(official, period);
        if !parts.is_empty() {
            return parts;
        }
        let mut periods: Vec<Period> = period
            .months()
            .into_iter()
            .map(|month: Month| period_of(month, table.tracking()))
            .collect();
        periods.dedup();
        let none = Tally::default();
        let empty = |period: Period| {
            let seat = seat_of(book, official, period);
            let led = self.led_from(seat, period);
            let figures = figures_of(book, table, official, period, seat, &none, led);
            Part {
                period,
                state: figures.map_or(ScoreState::NotComputed, |figures| figures.state),
                total: None,
            }
        };
        periods.into_iter().map(empty).collect()
    }

    /// The whole answer for one official and year, from scores that are up to date.
    #[must_use]
    pub fn assess_year(
        &self,
        book: &Book,
        rules: &Rules,
        official: OfficialId,
        year: u16,
    ) -> YearAssessment {
        let table = TermsTable::new(book, rules);
        let period = Period::Year(year);
        let terms = table.of(period);
        let parts = self.parts_or_empty(book, &table, official, period);
        let awaited = self.awaited(terms.as_deref(), year);
        let of = (official, year);
        let score = year_score(book, rules, terms.as_deref(), of, &parts, &awaited);
        let in_force = terms.as_ref().map(|terms| terms.rules);
        YearAssessment {
            official,
            year,
            missing_to_next: in_force.and_then(|rules| score.missing_to_next(rules)),
            reason: terms
                .as_ref()
                .map(|terms| explain_year(book, terms, official, &parts, &score)),
            score,
            parts,
        }
    }

    /// The cap on Xuất sắc of a year at both levels; nothing where no rules are in force.
    #[must_use]
    pub fn cap(&self, book: &Book, rules: &Rules, year: u16) -> Option<CapReport> {
        let terms = Terms::of(book, rules, Period::Year(year))?;
        Some(self.cap_under(book, &terms, year))
    }

    /// The cap of a year under given terms.
    pub(super) fn cap_under(&self, book: &Book, terms: &Terms, year: u16) -> CapReport {
        let members: Vec<CapMember> = self
            .year_scores(year)
            .map(|(official, score)| CapMember {
                official,
                group: group_of(book, official, year),
                mean: score.mean.clone(),
                computed: score.computed,
                standing: score.standing(),
            })
            .collect();
        cap_report(year, &members, cap_terms(book, terms, year))
    }

    /// What would change if these scores became those: for a preview before a switch.
    #[must_use]
    pub fn impact(&self, after: &Self) -> Impact {
        let mut impact = Impact::default();
        for period in self.periods() {
            for (official, before) in self.period_scores(period) {
                let now = after.score(official, period);
                if now.is_none_or(|now| now.total != before.total) {
                    impact.periods.insert(
                        (official, period),
                        Change {
                            before: before.total.clone(),
                            after: now.and_then(|now| now.total.clone()),
                        },
                    );
                }
            }
        }
        for year in self.years() {
            for (official, before) in self.year_scores(year) {
                let now = after.year(official, year);
                let (old, new) = (before.class(), now.and_then(super::YearScore::class));
                if old != new {
                    impact.classes.insert(
                        (official, year),
                        Change {
                            before: old,
                            after: new,
                        },
                    );
                }
            }
        }
        impact
    }
}

/// Whose score or class differs between two states of the same book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Impact {
    /// Totals of periods that differ.
    pub periods: BTreeMap<(OfficialId, Period), Change<Exact>>,
    /// Computed classes of years that differ.
    pub classes: BTreeMap<(OfficialId, u16), Change<Class>>,
}

/// A value before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<T> {
    /// Before.
    pub before: Option<T>,
    /// After.
    pub after: Option<T>,
}

/// The group of similar duties an official belongs to in a year.
#[must_use]
pub fn group_of(book: &Book, official: OfficialId, year: u16) -> Option<GroupId> {
    let (_, position) = book.position_in(official, Period::Year(year))?;
    position.group
}

/// The percentage is raised when the authority raised it for the agency as a whole: for
/// every unit without a unit above it.
fn cap_terms(book: &Book, terms: &Terms, year: u16) -> CapTerms {
    let mut roots = book
        .units
        .iter()
        .filter(|(_, unit)| unit.parent.is_none())
        .peekable();
    let any = roots.peek().is_some();
    let raised = any
        && roots.all(|(id, _)| {
            let record = book.unit_years.get((id, year));
            record.is_some_and(|record| record.raised_cap)
        });
    let class = &terms.rules.class;
    CapTerms {
        percent: if raised {
            class.raised_cap.value
        } else {
            class.cap.value
        },
        base: terms.chosen.cap_base(),
        rounding: terms.chosen.cap_rounding(),
    }
}

/// What is doubtful about the tasks that count in a period.
#[must_use]
pub fn task_findings(
    book: &Book,
    table: &TermsTable,
    official: OfficialId,
    period: Period,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, task) in book.assignments.of(official) {
        match place(task, table) {
            Some(placement) => {
                let mut periods = placement.shares(table.tracking());
                if periods.any(|(counted, _)| counted == period) {
                    findings.extend(line_findings(id, task));
                    findings.extend(parts_finding(book, id, task));
                }
            }
            None => findings.push(Finding::Undated { task: id }),
        }
    }
    findings
}

/// A part whose whole is not what its parts sum to any more.
fn parts_finding(book: &Book, id: AssignmentId, task: &Assignment) -> Option<Finding> {
    let (of, whole) = task.part_of()?;
    let sum = book.sum_of_parts(of);
    let finding = Finding::PartsDoNotSum {
        task: id,
        sum,
        whole,
    };
    (sum != Some(whole)).then_some(finding)
}
