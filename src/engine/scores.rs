//! All scores of a book, kept up to date operation by operation.
//!
//! [`Scores::full`] is the oracle; [`Scores::update`] touches only the officials an
//! operation is about, the leaders above them and their years, and gives exactly the same.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::{Day, OfficialId, Period, Tracking};
use crate::ledger::{Book, Operation};
use crate::rules::{CivilServantRules, Rules};

use super::footprint::{Footprint, footprint, years_of_book};
use super::leadership::Standing;
use super::line;
use super::period::{
    PeriodFigures, Score, ScoreState, Seat, Subject, foreign_total, frozen, seat_of,
};
use super::placement::{periods_of, place};
use super::roster::{Rank, Roster, UnitTree, standing_of};
use super::tally::Tally;
use super::terms::{Terms, TermsTable};
use super::year::{Part, YearScore, year_score};

/// Every score of a book: each official in each tracked period of each year with records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scores {
    tracking: Tracking,
    /// Years with records, and how many records each has.
    years: BTreeMap<u16, u32>,
    officials: BTreeMap<OfficialId, OfficialScores>,
    rosters: BTreeMap<Period, Roster>,
    /// How many officials have something recorded in a period, where anybody has.
    recorded: BTreeMap<Period, u32>,
    tree: UnitTree,
}

/// The scores of one official.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct OfficialScores {
    periods: Vec<(Period, Score)>,
    years: Vec<(u16, YearScore)>,
}

/// What an update changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScoresChange {
    /// True when everything was computed anew.
    pub everything: bool,
    /// Officials with a changed score, by period.
    pub periods: BTreeSet<(OfficialId, Period)>,
    /// Officials with a changed year.
    pub years: BTreeSet<(OfficialId, u16)>,
}

pub(super) type Tallies = Vec<(Period, Tally)>;

/// What is still to be scored, whoever is led before whoever leads.
type Queue = BTreeSet<(Rank, Period, OfficialId)>;

impl Scores {
    /// Scores everything.
    #[must_use]
    pub fn full(book: &Book, rules: &Rules) -> Self {
        let table = TermsTable::new(book, rules);
        let officials = book.officials.iter();
        let tallies: Vec<(OfficialId, Tallies)> = officials
            .map(|(official, _)| (official, tallies_of(book, &table, official)))
            .collect();
        Self::from_tallies(book, rules, &table, &tallies)
    }

    /// Scores everything from the sums of everybody's tasks, in order of officials.
    pub(super) fn from_tallies(
        book: &Book,
        rules: &Rules,
        table: &TermsTable,
        tallies: &[(OfficialId, Tallies)],
    ) -> Self {
        let counted = tallies.iter().flat_map(|(_, tallies)| tallies);
        let counted = counted.map(|(period, tally)| (period.year(), tally.lines));
        let mut scores = Self {
            tracking: book.agency.tracking,
            years: years_of_book(book, counted),
            tree: UnitTree::of(book),
            ..Self::default()
        };
        let periods = scores.periods();
        let mut leaders = Vec::new();
        for (at, (official, tallies)) in tallies.iter().enumerate() {
            let mut own = Vec::with_capacity(periods.len());
            for period in &periods {
                let seat = seat_of(book, *official, *period);
                if seat.is_some_and(|seat| seat.role.leads()) {
                    leaders.push((Rank::of(seat, &scores.tree), *period, at));
                    continue;
                }
                let score = scores.score_of(book, table, *official, *period, seat, tallies);
                scores.enrol(*official, *period, &score, table);
                own.push((*period, score));
            }
            let years = Vec::new();
            scores.officials.insert(
                *official,
                OfficialScores {
                    periods: own,
                    years,
                },
            );
        }
        leaders.sort_unstable();
        for (_, period, at) in leaders {
            let (official, tallies) = &tallies[at];
            let seat = seat_of(book, *official, period);
            let score = scores.score_of(book, table, *official, period, seat, tallies);
            scores.enrol(*official, period, &score, table);
            let own = scores.officials.entry(*official).or_default();
            let at = own.periods.partition_point(|(other, _)| *other < period);
            own.periods.insert(at, (period, score));
        }
        scores.score_years(book, rules, table);
        scores
    }

    fn score_years(&mut self, book: &Book, rules: &Rules, table: &TermsTable) {
        let years: Vec<u16> = self.years.keys().copied().collect();
        for year in years {
            let terms = table.of(Period::Year(year));
            let awaited = awaited(&self.recorded, terms.as_deref(), year);
            for (official, own) in &mut self.officials {
                let parts = parts_in(&own.periods, year);
                let of = (*official, year);
                let score = year_score(book, rules, terms.as_deref(), of, &parts, &awaited);
                own.years.push((year, score));
            }
        }
    }

    fn score_of(
        &self,
        book: &Book,
        table: &TermsTable,
        official: OfficialId,
        period: Period,
        seat: Option<Seat>,
        tallies: &Tallies,
    ) -> Score {
        let none = Tally::default();
        let tally = tally_in(tallies, period).unwrap_or(&none);
        let led = self.led_from(seat, period);
        figures_of(book, table, official, period, seat, tally, led).map_or_else(
            || score_without_rules(book, official, period, seat),
            PeriodFigures::score,
        )
    }

    /// How those led from a seat stand in a period.
    #[must_use]
    pub fn led_from(&self, seat: Option<Seat>, period: Period) -> Standing {
        let Some(seat) = seat.filter(|seat| seat.role.leads()) else {
            return Standing::default();
        };
        let roster = self.rosters.get(&period);
        roster.map_or_else(Standing::default, |roster| {
            roster.led_from(seat, &self.tree)
        })
    }

    /// Everybody led from a seat in a period, with their seats, in order of officials.
    #[must_use]
    pub fn led_by(&self, seat: Seat, period: Period) -> Vec<(OfficialId, Seat)> {
        let under = self.tree.under(seat.unit);
        let seats = self
            .period_scores(period)
            .filter_map(|(o, score)| Some((o, score.seat?)));
        seats
            .filter(|(_, other)| {
                seat.leads(*other) || (seat.role.leads() && under.contains(&other.unit))
            })
            .collect()
    }

    fn enrol(&mut self, official: OfficialId, period: Period, score: &Score, table: &TermsTable) {
        let standing = standing_of(score, table.of(period).as_deref());
        let roster = self.rosters.entry(period).or_default();
        roster.add(official, score.seat, standing);
        if score.recorded {
            *self.recorded.entry(period).or_default() += 1;
        }
    }

    /// One official fewer has something recorded in a period.
    fn strike(&mut self, period: Period) {
        if let Some(count) = self.recorded.get_mut(&period) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.recorded.remove(&period);
            }
        }
    }

    /// The periods of a year in which nobody has anything recorded although they end before
    /// the year is classified (Điều 19.2): nothing can be said of them yet.
    #[must_use]
    pub fn unrecorded(&self, rules: &Rules, year: u16) -> Vec<Period> {
        let day = rules
            .for_year(year)
            .ok()
            .map(|rules| classified_on(rules, year));
        let periods = periods_of(year, self.tracking).into_iter();
        let ended = periods.filter(|period| day.is_some_and(|day| period.last_day() < day));
        ended
            .filter(|period| !self.recorded.contains_key(period))
            .collect()
    }

    /// Brings the scores up to date with a book to which the operation has been applied.
    pub fn update(&mut self, book: &Book, rules: &Rules, operation: &Operation) -> ScoresChange {
        let table = TermsTable::new(book, rules);
        let touched = match footprint(self, book, &table, operation) {
            Footprint::Everything => {
                *self = Self::full(book, rules);
                return ScoresChange {
                    everything: true,
                    ..ScoresChange::default()
                };
            }
            Footprint::Officials { touched, years } => {
                self.years = years;
                touched
            }
        };
        let mut change = ScoresChange::default();
        let mut queue = BTreeSet::new();
        let recorded: BTreeSet<Period> = self.recorded.keys().copied().collect();
        for official in touched
            .iter()
            .filter(|official| !book.officials.contains(**official))
        {
            self.forget(book, *official, &table, &mut change, &mut queue);
        }
        self.rescore(book, &table, &touched, &mut change, queue);
        let mut changed: BTreeSet<OfficialId> = change.periods.iter().map(|(o, _)| *o).collect();
        if !recorded.iter().eq(self.recorded.keys()) {
            // What nobody had recorded anything in stands in everybody's year.
            changed.extend(self.officials.keys());
        }
        for official in touched.union(&changed) {
            self.rescore_years(book, rules, &table, *official, &mut change);
        }
        change
    }

    fn forget(
        &mut self,
        book: &Book,
        official: OfficialId,
        table: &TermsTable,
        change: &mut ScoresChange,
        queue: &mut Queue,
    ) {
        let Some(old) = self.officials.remove(&official) else {
            return;
        };
        for (period, score) in old.periods {
            let standing = standing_of(&score, table.of(period).as_deref());
            if let Some(roster) = self.rosters.get_mut(&period) {
                roster.remove(official, score.seat, standing);
            }
            if score.recorded {
                self.strike(period);
            }
            change.periods.insert((official, period));
            self.queue_leaders(book, official, period, score.seat, queue);
        }
    }

    /// Scores the touched officials and, upwards, every leader their change reaches.
    fn rescore(
        &mut self,
        book: &Book,
        table: &TermsTable,
        touched: &BTreeSet<OfficialId>,
        change: &mut ScoresChange,
        mut queue: Queue,
    ) {
        for official in touched
            .iter()
            .filter(|official| book.officials.contains(**official))
        {
            self.officials.entry(*official).or_default();
            for period in self.periods() {
                let rank = Rank::of(seat_of(book, *official, period), &self.tree);
                queue.insert((rank, period, *official));
            }
        }
        let mut tallies: BTreeMap<OfficialId, Tallies> = BTreeMap::new();
        while let Some((_, period, official)) = queue.pop_first() {
            let sums = tallies
                .entry(official)
                .or_insert_with(|| tallies_of(book, table, official));
            self.rescore_one(book, table, (official, period), sums, change, &mut queue);
        }
    }

    fn rescore_one(
        &mut self,
        book: &Book,
        table: &TermsTable,
        (official, period): (OfficialId, Period),
        tallies: &Tallies,
        change: &mut ScoresChange,
        queue: &mut Queue,
    ) {
        let terms = table.of(period);
        let old = self.score(official, period).cloned();
        let old_seat = old.as_ref().and_then(|old| old.seat);
        let old_standing = old.as_ref().map(|old| standing_of(old, terms.as_deref()));
        // Somebody who moves is not led from their own new place by way of the old one.
        if let Some(roster) = self.rosters.get_mut(&period) {
            roster.remove(official, old_seat, old_standing.unwrap_or_default());
        }
        if old.as_ref().is_some_and(|old| old.recorded) {
            self.strike(period);
        }
        let seat = seat_of(book, official, period);
        let score = self.score_of(book, table, official, period, seat, tallies);
        self.enrol(official, period, &score, table);
        if old.as_ref() == Some(&score) {
            return;
        }
        change.periods.insert((official, period));
        let standing = standing_of(&score, terms.as_deref());
        let own = self.officials.entry(official).or_default();
        match own
            .periods
            .binary_search_by_key(&period, |(period, _)| *period)
        {
            Ok(at) => own.periods[at].1 = score,
            Err(at) => own.periods.insert(at, (period, score)),
        }
        if old_seat != seat || old_standing != Some(standing) {
            self.queue_leaders(book, official, period, old_seat, queue);
            self.queue_leaders(book, official, period, seat, queue);
        }
    }

    fn queue_leaders(
        &self,
        book: &Book,
        official: OfficialId,
        period: Period,
        seat: Option<Seat>,
        queue: &mut Queue,
    ) {
        let (Some(seat), Some(roster)) = (seat, self.rosters.get(&period)) else {
            return;
        };
        for leader in roster.leaders_over(seat, &self.tree) {
            if leader != official {
                let rank = Rank::of(seat_of(book, leader, period), &self.tree);
                queue.insert((rank, period, leader));
            }
        }
    }

    fn rescore_years(
        &mut self,
        book: &Book,
        rules: &Rules,
        table: &TermsTable,
        official: OfficialId,
        change: &mut ScoresChange,
    ) {
        let Some(own) = self.officials.get_mut(&official) else {
            return;
        };
        let mut years = Vec::with_capacity(self.years.len());
        for year in self.years.keys() {
            let terms = table.of(Period::Year(*year));
            let awaited = awaited(&self.recorded, terms.as_deref(), *year);
            let parts = parts_in(&own.periods, *year);
            let of = (official, *year);
            let score = year_score(book, rules, terms.as_deref(), of, &parts, &awaited);
            years.push((*year, score));
        }
        for (year, score) in &years {
            let old = own.years.iter().find(|(other, _)| other == year);
            if old.is_none_or(|(_, old)| old != score) {
                change.years.insert((official, *year));
            }
        }
        own.years = years;
    }

    /// The score of an official in a tracked period.
    #[must_use]
    pub fn score(&self, official: OfficialId, period: Period) -> Option<&Score> {
        let own = &self.officials.get(&official)?.periods;
        let at = own
            .binary_search_by_key(&period, |(period, _)| *period)
            .ok()?;
        own.get(at).map(|(_, score)| score)
    }

    /// The year of an official.
    #[must_use]
    pub fn year(&self, official: OfficialId, year: u16) -> Option<&YearScore> {
        let own = &self.officials.get(&official)?.years;
        own.iter()
            .find(|(other, _)| *other == year)
            .map(|(_, score)| score)
    }

    /// All officials with their years, in order of officials.
    pub fn year_scores(&self, year: u16) -> impl Iterator<Item = (OfficialId, &YearScore)> + '_ {
        let all = self.officials.keys();
        all.filter_map(move |official| Some((*official, self.year(*official, year)?)))
    }

    /// All officials with their scores in a tracked period, in order of officials.
    pub fn period_scores(&self, period: Period) -> impl Iterator<Item = (OfficialId, &Score)> + '_ {
        let all = self.officials.keys();
        all.filter_map(move |official| Some((*official, self.score(*official, period)?)))
    }

    /// The years with records.
    #[must_use]
    pub fn years(&self) -> Vec<u16> {
        self.years.keys().copied().collect()
    }

    /// The tracked periods of the years with records, in order.
    #[must_use]
    pub fn periods(&self) -> Vec<Period> {
        let years = self.years.keys();
        years
            .flat_map(|year| periods_of(*year, self.tracking))
            .collect()
    }

    pub(super) const fn tracking(&self) -> Tracking {
        self.tracking
    }

    pub(super) const fn record_counts(&self) -> &BTreeMap<u16, u32> {
        &self.years
    }

    /// Whether a period of a year is one that something must still be recorded in.
    pub(super) fn awaited<'s>(
        &'s self,
        terms: Option<&Terms>,
        year: u16,
    ) -> impl Fn(Period) -> bool + use<'s> {
        awaited(&self.recorded, terms, year)
    }

    /// The parts of a mean over the tracked periods within a longer one.
    #[must_use]
    pub fn parts(&self, official: OfficialId, period: Period) -> Vec<Part> {
        let Some(own) = self.officials.get(&official) else {
            return Vec::new();
        };
        let (first, last) = (period.first_day(), period.last_day());
        own.periods
            .iter()
            .filter(|(part, _)| first <= part.first_day() && part.last_day() <= last)
            .map(|(part, score)| Part::of(*part, score))
            .collect()
    }
}

fn classified_on(rules: &CivilServantRules, year: u16) -> Day {
    rules.procedure.evaluation.named_day(year)
}

/// True for a period nobody has anything recorded in although it ends before the year is
/// classified: what comes after is classified without (Điều 19.2).
fn awaited<'s>(
    recorded: &'s BTreeMap<Period, u32>,
    terms: Option<&Terms>,
    year: u16,
) -> impl Fn(Period) -> bool + use<'s> {
    let day = terms.map(|terms| classified_on(terms.rules, year));
    move |period| day.is_some_and(|day| period.last_day() < day) && !recorded.contains_key(&period)
}

fn parts_in(periods: &[(Period, Score)], year: u16) -> Vec<Part> {
    let of_year = periods.iter().filter(|(period, _)| period.year() == year);
    of_year
        .map(|(period, score)| Part::of(*period, score))
        .collect()
}

/// The figures of a tracked period; nothing where no rules are in force.
pub(super) fn figures_of(
    book: &Book,
    table: &TermsTable,
    official: OfficialId,
    period: Period,
    seat: Option<Seat>,
    tally: &Tally,
    led: Standing,
) -> Option<PeriodFigures> {
    let terms = table.of(period)?;
    Some(PeriodFigures::of(&Subject {
        book,
        terms: &terms,
        official,
        seat,
        tally,
        led,
    }))
}

/// What is recorded for a period no rules are in force for: shown, not computed.
pub(super) fn score_without_rules(
    book: &Book,
    official: OfficialId,
    period: Period,
    seat: Option<Seat>,
) -> Score {
    let confirmation = frozen(book, official, period);
    let total = confirmation.map(|confirmation| confirmation.total.clone());
    Score {
        seat,
        state: ScoreState::NotComputed,
        general: None,
        total: total.or_else(|| foreign_total(book, official, period)),
        class: confirmation.map(|confirmation| confirmation.class),
        recorded: false,
        findings: Box::new([super::Finding::NotComputed]),
    }
}

/// The sums of an official's tasks by tracked period, in order of first appearance.
///
/// In periods without rules in force the tasks are only counted.
pub(super) fn tallies_of(book: &Book, table: &TermsTable, official: OfficialId) -> Tallies {
    let mut found: Vec<(Period, Option<Rc<Terms>>, Tally)> = Vec::new();
    for (_, task) in book.assignments.of(official) {
        let Some(placement) = place(task, table) else {
            continue;
        };
        for (period, shares) in placement.shares(table.tracking()) {
            let at = found.iter().rposition(|(known, ..)| *known == period);
            let at = at.unwrap_or_else(|| {
                found.push((period, table.of(period), Tally::default()));
                found.len() - 1
            });
            let (_, terms, tally) = &mut found[at];
            match terms {
                Some(terms) => tally.add(&line::figures(task, terms), shares, placement.months),
                None => tally.lines += 1,
            }
        }
    }
    found
        .into_iter()
        .map(|(period, _, tally)| (period, tally))
        .collect()
}

pub(super) fn tally_in(tallies: &Tallies, period: Period) -> Option<&Tally> {
    tallies
        .iter()
        .find(|(known, _)| *known == period)
        .map(|(_, tally)| tally)
}
