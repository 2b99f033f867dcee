//! Whose score, class or points of the scorecard would change if the agency read the law
//! otherwise or had other criteria and tariffs.

use std::collections::BTreeMap;

use crate::app::{Model, law};
use crate::domain::{Classification, Exact, OfficialId, Period};
use crate::engine::scorecard::{PointsChange, PointsUnder, Whose};
use crate::engine::{CapLine, CapReport, CapScope, Scores, ScoresUnder, Trial};
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

/// Somebody whose points of the directive's scorecard a change would move.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedPoints {
    /// Whose scorecard.
    pub whose: Whose,
    /// The unit's or official's name; nothing for the whole agency.
    pub name: Option<String>,
    /// The period looked at where the points change in it, else the last month that they do in,
    /// else the last longer period.
    pub period: Period,
    /// Points earned and most points of what is measured, before.
    pub before: (Exact, Exact),
    /// The same after.
    pub after: (Exact, Exact),
    /// In how many months, quarters, half-years and years they change.
    pub periods: usize,
}

/// Who a change of readings or local rules would touch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImpactView {
    /// Exactly the people whose score or class changes; changed classes first, then by name.
    pub people: Vec<ChangedOfficial>,
    /// How many of them change class.
    pub classes: usize,
    /// Exactly those whose points of the directive's scorecard change: the agency, its units in
    /// order of numbers, its people by name.
    pub points: Vec<ChangedPoints>,
    /// The caps that change in the year looked at.
    pub caps: Vec<ChangedCap>,
    /// Confirmed periods, which keep their scores.
    pub confirmed: usize,
}

/// About how many tasks one step sums: a few milliseconds of work.
const TASKS_A_STEP: usize = 10_000;

/// How many scorecards one step compares.
const SCORECARDS_A_STEP: usize = 200;

/// A comparison being computed: first the scores, then the scorecards.
#[derive(Debug)]
pub struct ImpactRun {
    trial: Trial,
    part: Part,
    sequence: u64,
}

/// What is being computed.
#[derive(Debug)]
enum Part {
    Scores(Box<ScoresUnder<'static>>),
    Points(Box<(ImpactView, PointsUnder<'static>)>),
    /// Told already.
    Over,
}

/// How far a comparison is.
#[derive(Debug, Clone, PartialEq)]
pub enum ImpactStep {
    /// So many percent.
    Working(u8),
    /// Done.
    Ready(ImpactView),
    /// The records changed meanwhile: begin again.
    Stale,
}

impl ImpactRun {
    /// Begins the comparison with what is tried out.
    #[must_use]
    pub fn new(model: &Model, trial: Trial) -> Self {
        let under = ScoresUnder::new(&model.book, law(), &trial);
        Self {
            trial,
            part: Part::Scores(Box::new(under)),
            sequence: model.sequence,
        }
    }

    /// Goes on for a few milliseconds.
    pub fn step(&mut self, model: &Model) -> ImpactStep {
        if self.sequence != model.sequence {
            return ImpactStep::Stale;
        }
        let book = &model.book;
        match std::mem::replace(&mut self.part, Part::Over) {
            Part::Scores(mut under) => {
                if !under.step(book, TASKS_A_STEP) {
                    let percent = under.percent() / 2;
                    self.part = Part::Scores(under);
                    return ImpactStep::Working(percent);
                }
                let (after, cap) = under.finish(book, model.month().year());
                let view = preview(model, &after, cap.as_ref());
                let trial = self.trial.clone();
                let points = PointsUnder::new(book, law(), trial, model.now.today);
                self.part = Part::Points(Box::new((view, points)));
                ImpactStep::Working(50)
            }
            Part::Points(mut both) => {
                if !both.1.step(book, SCORECARDS_A_STEP) {
                    let percent = 50 + both.1.percent() / 2;
                    self.part = Part::Points(both);
                    return ImpactStep::Working(percent.min(99));
                }
                let (mut view, points) = *both;
                view.points = changed_points(model, &points.finish(book));
                ImpactStep::Ready(view)
            }
            Part::Over => ImpactStep::Stale,
        }
    }
}

fn changed_points(model: &Model, changes: &[PointsChange]) -> Vec<ChangedPoints> {
    let book = &model.book;
    let shown = scored_period(model.month(), book.agency.tracking);
    let mut found: BTreeMap<Whose, (usize, &PointsChange)> = BTreeMap::new();
    let is_month = |period: Period| matches!(period, Period::Month(_));
    for change in changes {
        let (count, told) = found.entry(change.whose).or_insert((0, change));
        *count += 1;
        let better = is_month(change.period) >= is_month(told.period);
        if change.period == shown || (told.period != shown && better) {
            *told = change;
        }
    }
    let name = |whose| match whose {
        Whose::Agency => None,
        Whose::Unit(unit) => book.units.get(unit).map(|unit| unit.name.clone()),
        Whose::Official(official) => Some(book.official_name(official).to_owned()),
    };
    let mut all: Vec<ChangedPoints> = found
        .into_iter()
        .map(|(whose, (periods, change))| ChangedPoints {
            whose,
            name: name(whose),
            period: change.period,
            before: change.before.clone(),
            after: change.after.clone(),
            periods,
        })
        .collect();
    all.sort_by_cached_key(|one| match one.whose {
        Whose::Agency | Whose::Unit(_) => (one.whose, None),
        Whose::Official(_) => {
            let name = one.name.as_deref().unwrap_or_default();
            (
                Whose::Official(OfficialId(0)),
                Some((name_sort_key(name), one.whose)),
            )
        }
    });
    all
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
        points: Vec::new(),
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
