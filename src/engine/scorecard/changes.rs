//! Whose points other readings or local rules would move, in steps short enough for a screen to
//! stay alive.
//!
//! Looked at are the months, quarters, half-years and years that have begun, for the agency,
//! every unit and every official. Figures are counted once for both sides where only tariffs
//! differ.

use std::collections::BTreeSet;

use crate::domain::{Day, Decimal, Exact, LocalRules, LocalRulesId, Month, Period, Span};
use crate::ledger::Book;
use crate::rules::{DirectiveCriterion, DirectiveScope, Rules};

use super::super::under::Trial;
use super::facts::Facts;
use super::points::{self, Sets};
use super::{CardPoints, Whose, measure};

/// Points of a scorecard that differ.
#[derive(Debug, Clone, PartialEq)]
pub struct PointsChange {
    /// Whose scorecard.
    pub whose: Whose,
    /// Over which period.
    pub period: Period,
    /// Points earned and most points of what is measured, before.
    pub before: (Exact, Exact),
    /// The same after.
    pub after: (Exact, Exact),
}

/// A comparison of everybody's points that can pause between two scorecards.
///
/// The book must not change between the first step and the last.
#[derive(Debug)]
pub struct PointsUnder<'r> {
    rules: &'r Rules,
    trial: Trial,
    before: Facts,
    /// Nothing where what is tried out moves no figure.
    after: Option<Facts>,
    asked: Vec<(Whose, Period)>,
    done: usize,
    found: Vec<PointsChange>,
}

type Local<'b> = Option<(LocalRulesId, &'b LocalRules)>;

impl<'r> PointsUnder<'r> {
    /// Gathers the records; nothing compared yet. What is unfinished is so as of `as_of`.
    #[must_use]
    pub fn new(book: &Book, rules: &'r Rules, trial: Trial, as_of: Day) -> Self {
        let range = Span {
            from: Day::MIN,
            to: None,
        };
        let before = Facts::gather(book, rules, range, as_of);
        let after = match &trial {
            Trial::Readings(_) => Some(Facts::under(book, rules, &trial, range, as_of)),
            Trial::Local(_) => None,
        };
        let mut under = Self {
            rules,
            trial,
            before,
            after,
            asked: Vec::new(),
            done: 0,
            found: Vec::new(),
        };
        under.asked = under.what_can_differ(book);
        under
    }

    fn what_can_differ(&self, book: &Book) -> Vec<(Whose, Period)> {
        let units = book.units.iter().map(|(unit, _)| Whose::Unit(unit));
        let officials = book.officials.iter().map(|(id, _)| Whose::Official(id));
        let everybody: Vec<Whose> = std::iter::once(Whose::Agency)
            .chain(units)
            .chain(officials)
            .collect();
        let moved = self.moved_days();
        let (old, new) = self.sets(book);
        let differs = |period: &Period| {
            let (first, last) = (period.first_day(), period.last_day());
            let tariffs = |sets| {
                let local = points::in_force(sets, whole(*period));
                local.map_or(&[][..], |(_, set)| &set.tariffs)
            };
            moved.range(first..=last).next().is_some() || tariffs(&old) != tariffs(&new)
        };
        let periods = self.periods().into_iter().filter(differs);
        periods
            .flat_map(|period| everybody.iter().map(move |whose| (*whose, period)))
            .collect()
    }

    /// The days of the tasks whose lateness or failures differ.
    fn moved_days(&self) -> BTreeSet<Day> {
        let Some(after) = &self.after else {
            return BTreeSet::new();
        };
        let pairs = self.before.lines.iter().zip(&after.lines);
        pairs
            .filter(|(old, new)| {
                (old.late, old.overdue, old.failures, old.known)
                    != (new.late, new.overdue, new.failures, new.known)
            })
            .map(|(old, _)| old.day)
            .collect()
    }

    /// Every period with records that has begun, shorter ones first.
    fn periods(&self) -> Vec<Period> {
        let lines = self.before.lines.iter().map(|line| line.day);
        let events = self.before.events.iter().map(|event| event.day);
        let as_of = self.before.as_of();
        let years: BTreeSet<u16> = lines
            .chain(events)
            .chain([as_of])
            .map(|day| Month::of(day).year())
            .collect();
        let mut all: Vec<Period> = Vec::new();
        for year in years {
            all.extend(Month::all_of(year).map(Period::Month));
            all.extend((1..=4).map(|number| Period::Quarter { year, number }));
            all.extend((1..=2).map(|number| Period::HalfYear { year, number }));
            all.push(Period::Year(year));
        }
        all.retain(|period| period.first_day() <= as_of);
        all
    }

    fn sets<'s>(&'s self, book: &'s Book) -> (Sets<'s>, Sets<'s>) {
        let old: Sets<'s> = book.local_rules.iter().collect();
        let new = match &self.trial {
            Trial::Readings(_) => old.clone(),
            Trial::Local(sets) => sets.iter().map(|(id, set)| (*id, set)).collect(),
        };
        (old, new)
    }

    /// Compares so many more scorecards; true when all are.
    pub fn step(&mut self, book: &Book, scorecards: usize) -> bool {
        let end = self.asked.len().min(self.done.saturating_add(scorecards));
        let found = {
            let (old, new) = self.sets(book);
            let asked = self.asked[self.done..end].iter();
            let compared = asked.filter_map(|(whose, period)| {
                let span = whole(*period);
                let old = points::local_for(book, &old, *whose, span);
                let new = points::local_for(book, &new, *whose, span);
                self.compare(*whose, *period, old, new)
            });
            compared.collect::<Vec<_>>()
        };
        self.found.extend(found);
        self.done = end;
        self.done == self.asked.len()
    }

    /// Percent of the scorecards compared.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let all = self.asked.len().max(1);
        u8::try_from(self.done * 100 / all).unwrap_or(100)
    }

    /// Everything that differs among what is compared.
    #[must_use]
    pub fn finish(mut self, book: &Book) -> Vec<PointsChange> {
        self.step(book, usize::MAX);
        self.found
    }

    fn compare(
        &self,
        whose: Whose,
        period: Period,
        old: Local<'_>,
        new: Local<'_>,
    ) -> Option<PointsChange> {
        if self.after.is_none() && old == new {
            return None;
        }
        let after = self.after.as_ref().unwrap_or(&self.before);
        let old = points_of(self.rules, &self.before, old, whose, period);
        let new = points_of(self.rules, after, new, whose, period);
        let digits = |points: &Option<CardPoints>| {
            let points = points.as_ref();
            points.map(|points| (points.earned.clone(), points.max))
        };
        let same = old.iter().map(digits).eq(new.iter().map(digits));
        (!same).then(|| PointsChange {
            whose,
            period,
            before: total(&old),
            after: total(&new),
        })
    }
}

fn whole(period: Period) -> Span {
    Span {
        from: period.first_day(),
        to: Some(period.last_day()),
    }
}

fn points_of(
    rules: &Rules,
    facts: &Facts,
    local: Local<'_>,
    whose: Whose,
    period: Period,
) -> Vec<Option<CardPoints>> {
    let span = whole(period);
    let own = facts.scope(whose);
    let led = facts.led(whose, span);
    let points = |(at, criterion): (usize, &DirectiveCriterion)| {
        let scope = match criterion.scope {
            DirectiveScope::Everyone => &own,
            DirectiveScope::Heads => led.as_ref()?,
        };
        let mut outcome = measure(&facts.cut(scope, span), at, criterion.measure);
        let tariff = points::tariff(criterion, local);
        points::points(&tariff, &mut outcome, whose)
    };
    rules.directive.iter().enumerate().map(points).collect()
}

fn total(points: &[Option<CardPoints>]) -> (Exact, Exact) {
    let measured = points.iter().flatten();
    measured.fold((Exact::zero(), Exact::zero()), |(earned, max), points| {
        let most: Decimal = points.max;
        (earned.plus(&points.earned), max.plus(&most.exact()))
    })
}
