//! The readings with their options, what the agency uses, and who another answer would change.

use crate::app::workflow::entry::EntryError;
use crate::app::workflow::reading::{ChoiceField, NewChoice, choices_after, draft};
use crate::app::{Model, law};
use crate::domain::{Decimal, ReadingChoice};
use crate::engine::Trial;
use crate::rules::{LateUnit, OptionEffect, Reading, ReadingId, ReadingOption, Wording};

use super::impact::ImpactRun;
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

/// Begins to work out who a choice would change.
///
/// # Errors
/// The field that was not taken.
pub fn impact_of(model: &Model, new: &NewChoice) -> Result<ImpactRun, (ChoiceField, EntryError)> {
    let operation = draft(model, new)?;
    let choices = choices_after(&model.book, &operation);
    Ok(ImpactRun::new(model, Trial::Readings(choices)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::impact::{ImpactStep, ImpactView};
    use crate::domain::{Day, Month, OfficialId};
    use crate::engine::Scores;
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

    fn run(model: &Model, new: &NewChoice) -> ImpactView {
        let mut run = impact_of(model, new).expect("a known option");
        loop {
            match run.step(model) {
                ImpactStep::Working(percent) => assert!(percent < 100),
                ImpactStep::Ready(preview) => return preview,
                ImpactStep::Stale => panic!("nothing changed meanwhile"),
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
        let mut run = impact_of(&model, &choice("R1", "per_day")).expect("known");
        model.sequence += 1;
        assert_eq!(run.step(&model), ImpactStep::Stale);
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
