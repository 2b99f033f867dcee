//! The readings with their options, what the agency uses, and who another option would change.

use std::collections::BTreeMap;

use crate::app::workflow::entry::EntryError;
use crate::app::workflow::reading::{ChoiceField, NewChoice, choices_after, draft};
use crate::app::{Model, law};
use crate::domain::{Classification, Decimal, Exact, OfficialId, Period, ReadingChoice};
use crate::engine::{CapLine, CapReport, CapScope, Scores, ScoresUnder};
use crate::ledger::Book;
use crate::rules::{LateUnit, OptionEffect, Reading, ReadingId, ReadingOption, Wording};
use crate::text::name_sort_key;

use super::officials::scored_period;
use super::rules::{Source, source};

/// One open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingView {
    /// Its key, for example `R1`.
    pub key: String,
    /// The question and where it is left open.
    pub question: Source,
    /// The answers in order.
    pub options: Vec<OptionView>,
    /// The agency's own choices in order of days; empty while the default holds.
    pub choices: Vec<ReadingChoice>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// Its key.
    pub key: String,
    /// Its words and what it rests on.
    pub source: Source,
    /// True for the shipped default.
    pub default: bool,
    /// True when it holds in the period looked at.
    pub current: bool,
    /// Slabs of days late, with the percent taken off; the last has no days.
    pub slabs: Vec<(Option<u32>, Decimal)>,
}

/// The readings as they stand in the period looked at; empty where no rules are in force.
#[must_use]
pub fn readings(model: &Model) -> Vec<ReadingView> {
    let period = scored_period(model.month(), model.book.agency.tracking);
    let Ok(rules) = law().for_period(period) else {
        return Vec::new();
    };
    let choices: Vec<ReadingChoice> = model.book.readings.iter().map(|(_, c)| c.clone()).collect();
    let (chosen, _) = rules.choose(&choices, period.last_day());
    let view = |reading: &Reading| {
        let now = chosen.option(reading.id);
        let mut own: Vec<ReadingChoice> = choices
            .iter()
            .filter(|choice| choice.reading == reading.id.key())
            .cloned()
            .collect();
        own.sort_by_key(|choice| choice.span.from);
        ReadingView {
            key: reading.id.key().to_owned(),
            question: source(&reading.basis),
            options: reading.options.iter().map(|o| option(o, now)).collect(),
            choices: own,
        }
    };
    rules.readings.iter().map(view).collect()
}

fn option(option: &ReadingOption, now: &ReadingOption) -> OptionView {
    let current = now.key.split(':').next() == Some(option.key.as_str());
    let held = if current { now } else { option };
    let slabs = match &held.effect {
        OptionEffect::LateUnit(LateUnit::Slabs(slabs)) => slabs
            .slabs()
            .iter()
            .map(|slab| (slab.to_days, slab.deduction))
            .collect(),
        _ => Vec::new(),
    };
    OptionView {
        key: option.key.clone(),
        source: source(&option.basis),
        default: option.default,
        current,
        slabs,
    }
}

/// The words of the option a stored key stands for.
#[must_use]
pub fn option_name(reading: &str, option: &str) -> Option<Wording> {
    let id = ReadingId::parse(reading)?;
    let rules = law().in_force().last()?;
    let found = rules.reading(id).option(option)?;
    Some(found.basis.name.clone())
}

/// Somebody a choice would change.
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

/// A cap a choice would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedCap {
    /// The group's name; nothing for the whole organisation.
    pub group: Option<String>,
    /// How many Xuất sắc are allowed, before and after.
    pub allowed: (u32, u32),
    /// How many stand at Xuất sắc.
    pub standing: u32,
}

/// What a choice would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadingPreview {
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

/// A preview being computed.
#[derive(Debug)]
pub struct PreviewRun {
    under: Option<ScoresUnder<'static>>,
    sequence: u64,
}

/// How far a preview is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PreviewStep {
    /// So many percent.
    Working(u8),
    /// Done.
    Ready(ReadingPreview),
    /// The records changed meanwhile: begin again.
    Stale,
}

impl PreviewRun {
    /// Begins the preview of a choice.
    ///
    /// # Errors
    /// The field that was not taken.
    pub fn begin(model: &Model, new: &NewChoice) -> Result<Self, (ChoiceField, EntryError)> {
        let operation = draft(model, new)?;
        let choices = choices_after(&model.book, &operation);
        Ok(Self {
            under: Some(ScoresUnder::new(&model.book, law(), choices)),
            sequence: model.sequence,
        })
    }

    /// Goes on for a few milliseconds.
    pub fn step(&mut self, model: &Model) -> PreviewStep {
        if self.sequence != model.sequence {
            return PreviewStep::Stale;
        }
        let Some(mut under) = self.under.take() else {
            return PreviewStep::Stale;
        };
        if !under.step(&model.book, TASKS_A_STEP) {
            let percent = under.percent();
            self.under = Some(under);
            return PreviewStep::Working(percent);
        }
        let (after, cap) = under.finish(&model.book, model.month().year());
        PreviewStep::Ready(preview(model, &after, cap.as_ref()))
    }
}

fn preview(model: &Model, after: &Scores, cap: Option<&CapReport>) -> ReadingPreview {
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
    ReadingPreview {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, Month};
    use crate::sample;

    fn model() -> Model {
        let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let mut model = Model::default();
        let operation = sample::agency(sample::SEED, 45, 3, today);
        model.book.apply(&operation).expect("the sample");
        model.scores = Scores::full(&model.book, law());
        model.now.today = today;
        model.month = Month::new(2026, 10).ok();
        model
    }

    fn choice(reading: &str, option: &str) -> NewChoice {
        NewChoice {
            reading: reading.to_owned(),
            option: option.to_owned(),
            from: "01/01/2026".to_owned(),
            ground: "Quy chế mẫu".to_owned(),
            issuer: String::new(),
        }
    }

    fn run(model: &Model, new: &NewChoice) -> ReadingPreview {
        let mut run = PreviewRun::begin(model, new).expect("a known option");
        loop {
            match run.step(model) {
                PreviewStep::Working(percent) => assert!(percent < 100),
                PreviewStep::Ready(preview) => return preview,
                PreviewStep::Stale => panic!("nothing changed meanwhile"),
            }
        }
    }

    #[test]
    fn the_preview_names_exactly_those_who_change_when_the_choice_is_made() {
        let before = model();
        for (reading, option) in [("R1", "per_day"), ("R7", "asks"), ("R8", "also_late")] {
            let new = choice(reading, option);
            let preview = run(&before, &new);
            let mut after = model();
            let operation = crate::app::workflow::reading::choose(&after, &new).expect("a choice");
            after.book.apply(&operation).expect("a good operation");
            let change = after.scores.update(&after.book, law(), &operation);
            assert!(change.everything);
            let mut changed = Vec::new();
            for (official, _) in before.book.officials.iter() {
                let differs = before.scores.periods().into_iter().any(|period| {
                    let total = |scores: &Scores| {
                        scores.score(official, period).and_then(|s| s.total.clone())
                    };
                    total(&before.scores) != total(&after.scores)
                });
                let year = |model: &Model| {
                    let year = model.scores.year(official, 2026);
                    year.map(|year| (year.mean.clone(), year.computed))
                };
                if differs || year(&before) != year(&after) {
                    changed.push(official);
                }
            }
            let mut listed: Vec<OfficialId> = preview.people.iter().map(|p| p.official).collect();
            listed.sort_unstable();
            assert_eq!(listed, changed, "{reading}");
        }
    }

    #[test]
    fn a_reading_of_the_cap_changes_the_cap_and_nobody() {
        let preview = run(&model(), &choice("R5", "good_and_above"));
        assert!(preview.people.is_empty());
        assert!(
            preview
                .caps
                .iter()
                .all(|cap| cap.allowed.1 >= cap.allowed.0)
        );
        let printed = run(&model(), &choice("R10", "3"));
        assert_eq!(printed.people, []);
        assert_eq!(printed.caps, []);
    }

    #[test]
    fn a_preview_of_records_that_changed_begins_again() {
        let mut model = model();
        let mut run = PreviewRun::begin(&model, &choice("R1", "per_day")).expect("known");
        model.sequence += 1;
        assert_eq!(run.step(&model), PreviewStep::Stale);
    }

    #[test]
    fn every_reading_has_one_option_in_use_and_one_default() {
        let shown = readings(&model());
        assert_eq!(shown.len(), ReadingId::ALL.len());
        for reading in shown {
            let count =
                |of: fn(&OptionView) -> bool| reading.options.iter().filter(|o| of(o)).count();
            assert_eq!(count(|o| o.current), 1, "{}", reading.key);
            assert_eq!(count(|o| o.default), 1, "{}", reading.key);
        }
    }
}
