//! Who would change score or class if the agency read the law otherwise or had other criteria.

use std::collections::BTreeMap;

use crate::app::{Model, law};
use crate::domain::{Classification, Exact, OfficialId, Period};
use crate::engine::{CapLine, CapReport, CapScope, Scores, ScoresUnder};
use crate::ledger::Book;
use crate::text::name_sort_key;

use super::officials::scored_period;

/// Somebody a change would touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedOfficial {
    /// Who.
    pub official: OfficialId,
    /// Name.
    pub name: String,
    /// In which year.
    pub year: u16,
    /// The period looked at where it changes, else the last that does: total before and after.
    pub period: Option<(Period, Option<Exact>, Option<Exact>)>,
    /// How many periods of the year change.
    pub periods: usize,
    /// The year's mean, before and after.
    pub mean: (Option<Exact>, Option<Exact>),
    /// The computed class, before and after.
    pub class: (Classification, Classification),
}

/// A cap a change would touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedCap {
    /// The group's name; nothing for the whole organisation.
    pub group: Option<String>,
    /// How many Xuất sắc are allowed, before and after.
    pub allowed: (u32, u32),
    /// How many stand at Xuất sắc.
    pub standing: u32,
}

/// Who a change of readings or local rules would touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImpactView {
    /// Exactly the people whose score or class changes; changed classes first, then by name.
    pub people: Vec<ChangedOfficial>,
    /// How many of them change class.
    pub classes: usize,
    /// The caps that change in the year looked at.
    pub caps: Vec<ChangedCap>,
    /// Confirmed periods, which keep their scores.
    pub confirmed: usize,
}

/// About how many tasks one step sums: a few milliseconds of work.
const TASKS_A_STEP: usize = 10_000;

/// A comparison being computed.
#[derive(Debug)]
pub struct ImpactRun {
    under: Option<ScoresUnder<'static>>,
    sequence: u64,
}

/// How far a comparison is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImpactStep {
    /// So many percent.
    Working(u8),
    /// Done.
    Ready(ImpactView),
    /// The records changed meanwhile: begin again.
    Stale,
}

impl ImpactRun {
    /// Begins the comparison with the scores under other terms.
    #[must_use]
    pub const fn new(model: &Model, under: ScoresUnder<'static>) -> Self {
        Self {
            under: Some(under),
            sequence: model.sequence,
        }
    }

    /// Goes on for a few milliseconds.
    pub fn step(&mut self, model: &Model) -> ImpactStep {
        if self.sequence != model.sequence {
            return ImpactStep::Stale;
        }
        let Some(mut under) = self.under.take() else {
            return ImpactStep::Stale;
        };
        if !under.step(&model.book, TASKS_A_STEP) {
            let percent = under.percent();
            self.under = Some(under);
            return ImpactStep::Working(percent);
        }
        let (after, cap) = under.finish(&model.book, model.month().year());
        ImpactStep::Ready(preview(model, &after, cap.as_ref()))
    }
}

fn preview(model: &Model, after: &Scores, cap: Option<&CapReport>) -> ImpactView {
    let book = &model.book;
    let impact = model.scores.impact(after);
    let shown = scored_period(model.month(), book.agency.tracking);
    let mut changed: BTreeMap<(OfficialId, u16), (usize, Period)> = BTreeMap::new();
    for (official, period) in impact.periods.keys() {
        let own = changed.entry((*official, period.year()));
        let (count, told) = own.or_insert((0, *period));
        *count += 1;
        if *told != shown {
            *told = *period;
        }
    }
    let mut people = Vec::new();
    for year in model.scores.years() {
        for (official, before) in model.scores.year_scores(year) {
            let now = after.year(official, year);
            let mean = (before.mean.clone(), now.and_then(|now| now.mean.clone()));
            let computed = now.map_or(Classification::None, |now| now.computed);
            let class = (before.computed, computed);
            let own = changed.get(&(official, year)).copied();
            let periods = own.map_or(0, |(count, _)| count);
            if periods == 0 && mean.0 == mean.1 && class.0 == class.1 {
                continue;
            }
            let period = own.and_then(|(_, told)| {
                let change = impact.periods.get(&(official, told))?;
                Some((told, change.before.clone(), change.after.clone()))
            });
            people.push(ChangedOfficial {
                official,
                name: book.official_name(official).to_owned(),
                year,
                period,
                periods,
                mean,
                class,
            });
        }
    }
    people.sort_by_cached_key(|one| {
        (
            one.class.0 == one.class.1,
            name_sort_key(&one.name),
            one.official,
            one.year,
        )
    });
    let frozen = book.confirmations.iter();
    ImpactView {
        classes: people
            .iter()
            .filter(|one| one.class.0 != one.class.1)
            .count(),
        people,
        caps: caps(model, cap),
        confirmed: frozen.filter(|(_, c)| c.unlocked.is_none()).count(),
    }
}

fn caps(model: &Model, after: Option<&CapReport>) -> Vec<ChangedCap> {
    let book = &model.book;
    let before = model.scores.cap(book, law(), model.month().year());
    let (Some(before), Some(after)) = (before, after) else {
        return Vec::new();
    };
    let lines = |report: &CapReport| -> Vec<CapLine> {
        std::iter::once(&report.organisation)
            .chain(&report.groups)
            .cloned()
            .collect()
    };
    let pairs = lines(&before).into_iter().zip(lines(after));
    pairs
        .filter(|(old, new)| old.allowed != new.allowed)
        .map(|(old, new)| ChangedCap {
            group: group_name(book, old.scope),
            allowed: (old.allowed, new.allowed),
            standing: new.standing,
        })
        .collect()
}

fn group_name(book: &Book, scope: CapScope) -> Option<String> {
    match scope {
        CapScope::Organisation => None,
        CapScope::Group(group) => book.groups.get(group).map(|group| group.name.clone()),
    }
}
