//! Choosing how an open question of the law is read, from a day on.

use crate::app::{Model, law};
use crate::domain::{Day, ReadingChoice, ReadingChoiceId, Span};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation, Record};
use crate::rules::ReadingId;

use super::entry::{self, EntryError};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChoiceField {
    /// The option, or the slabs of the option.
    Option,
    /// From which day.
    From,
    /// On what ground.
    Ground,
}

/// A choice as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewChoice {
    /// Key of the reading.
    pub reading: String,
    /// Key of the option.
    pub option: String,
    /// First day in force, as typed.
    pub from: String,
    /// The document or the reason.
    pub ground: String,
    /// Who decided.
    pub issuer: String,
}

/// Drafts a choice; the choices it replaces from its first day on end the day before.
///
/// # Errors
/// All fields that were not taken; a ground is needed.
pub fn choose(model: &Model, new: &NewChoice) -> Result<Operation, Vec<(ChoiceField, EntryError)>> {
    let mut errors = Vec::new();
    if entry::text(&new.ground).is_none() {
        errors.push((ChoiceField::Ground, EntryError::Required));
    }
    match draft(model, new) {
        Ok(operation) if errors.is_empty() => Ok(operation),
        Ok(_) => Err(errors),
        Err(error) => {
            errors.push(error);
            Err(errors)
        }
    }
}

/// The same without asking for a ground, for a preview.
///
/// # Errors
/// The field that was not taken.
pub fn draft(model: &Model, new: &NewChoice) -> Result<Operation, (ChoiceField, EntryError)> {
    let year = model.month().year();
    let from = entry::day(&new.from, year)
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(|error| (ChoiceField::From, error))?;
    let unknown = || {
        let option = new.option.clone();
        (ChoiceField::Option, EntryError::Unknown(option))
    };
    let id = ReadingId::parse(&new.reading).ok_or_else(unknown)?;
    let rules = law().on(from).map_err(|_| {
        let day = new.from.clone();
        (ChoiceField::From, EntryError::Unknown(day))
    })?;
    rules.reading(id).option(&new.option).ok_or_else(unknown)?;
    let choice = ReadingChoice {
        reading: id.key().to_owned(),
        option: new.option.clone(),
        span: Span { from, to: None },
        issuer: entry::text(&new.issuer),
        document: entry::text(&new.ground),
    };
    Ok(put(&model.book, choice))
}

fn put(book: &Book, choice: ReadingChoice) -> Operation {
    let from = choice.span.from;
    let mut draft = Draft::new(book, Action::ChooseReading);
    let same = book
        .readings
        .iter()
        .filter(|(_, old)| old.reading == choice.reading);
    for (id, old) in same {
        if old.span.from >= from {
            draft.remove(Key::Reading(id));
        } else if old.span.to.is_none_or(|to| to >= from) {
            let ended = ReadingChoice {
                span: Span {
                    from: old.span.from,
                    to: from.pred_opt(),
                },
                ..old.clone()
            };
            draft.put(Key::Reading(id), ended);
        }
    }
    let id = ReadingChoiceId(draft.fresh(Kind::Reading));
    draft.put(Key::Reading(id), choice);
    draft.finish()
}

/// The choices of the book as an operation would leave them, in order of keys.
#[must_use]
pub fn choices_after(book: &Book, operation: &Operation) -> Vec<ReadingChoice> {
    let mut all: std::collections::BTreeMap<ReadingChoiceId, ReadingChoice> = book
        .readings
        .iter()
        .map(|(id, choice)| (id, choice.clone()))
        .collect();
    for change in &operation.changes {
        match (change.key, &change.after) {
            (Key::Reading(id), Some(Record::Reading(choice))) => {
                all.insert(id, choice.clone());
            }
            (Key::Reading(id), _) => {
                all.remove(&id);
            }
            _ => {}
        }
    }
    all.into_values().collect()
}

/// The key of the slab option with an agency's own slabs: days and percent as typed, the
/// last without days.
///
/// # Errors
/// [`EntryError`] of the first value that was not taken.
pub fn slabs_key(option: &str, rows: &[(String, String)]) -> Result<String, EntryError> {
    let hundred = crate::domain::Decimal::from_whole(100);
    let mut key = format!("{option}:");
    let mut before = 0;
    // More days late never take less off.
    let mut least = crate::domain::Decimal::ZERO;
    for (at, (days, percent)) in rows.iter().enumerate() {
        let last = at + 1 == rows.len();
        if !last && days.trim().is_empty() && percent.trim().is_empty() {
            continue;
        }
        if last {
            key.push('*');
        } else {
            let count = entry::count(days)?;
            if count <= before {
                return Err(EntryError::NotRising(days.clone()));
            }
            before = count;
            key.push_str(&count.to_string());
        }
        let percent = entry::number(percent)?;
        if percent > hundred {
            return Err(EntryError::Above(hundred));
        }
        if percent < least {
            return Err(EntryError::Below(least));
        }
        least = percent;
        key.push('=');
        key.push_str(&percent.to_string());
        if !last {
            key.push(';');
        }
    }
    Ok(key)
}

/// The day a choice begins when nothing else is said: the first of the year looked at.
#[must_use]
pub fn first_day(model: &Model) -> Day {
    crate::domain::Period::Year(model.month().year()).first_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        let mut model = Model::default();
        model.now.today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        model
    }

    fn new(option: &str, from: &str) -> NewChoice {
        NewChoice {
            reading: "R1".to_owned(),
            option: option.to_owned(),
            from: from.to_owned(),
            ground: "Quy chế mẫu".to_owned(),
            issuer: String::new(),
        }
    }

    fn spans(model: &Model) -> Vec<(String, String, Option<String>)> {
        let all = model.book.readings.iter().map(|(_, choice)| {
            let to = choice.span.to.map(|day| day.to_string());
            (choice.option.clone(), choice.span.from.to_string(), to)
        });
        all.collect()
    }

    #[test]
    fn a_later_choice_ends_the_earlier_one_the_day_before() {
        let mut model = model();
        for (option, from) in [("per_day", "01/01/2026"), ("per_working_day", "01/07/2026")] {
            let operation = choose(&model, &new(option, from)).expect("a choice");
            model.book.apply(&operation).expect("a good operation");
        }
        let first = (
            "per_day".into(),
            "2026-01-01".into(),
            Some("2026-06-30".into()),
        );
        let second = ("per_working_day".into(), "2026-07-01".into(), None);
        assert_eq!(spans(&model), [first, second]);
    }

    #[test]
    fn a_choice_from_an_earlier_day_takes_the_place_of_later_ones_and_can_be_taken_back() {
        let mut model = model();
        let first = choose(&model, &new("per_day", "01/07/2026")).expect("a choice");
        model.book.apply(&first).expect("a good operation");
        let before = model.book.clone();
        let second = choose(&model, &new("per_occurrence", "01/01/2026")).expect("a choice");
        model.book.apply(&second).expect("a good operation");
        assert_eq!(
            spans(&model),
            [("per_occurrence".into(), "2026-01-01".into(), None)]
        );
        let undone = second.inverse(Action::Undo(2));
        model.book.apply(&undone).expect("its inverse");
        assert_eq!(model.book.readings, before.readings);
    }

    #[test]
    fn a_choice_needs_a_ground_a_known_option_and_a_day_under_the_decree() {
        let model = model();
        let without = NewChoice {
            ground: " ".to_owned(),
            ..new("per_day", "")
        };
        let refused = choose(&model, &without).expect_err("no ground, no day");
        let fields: Vec<ChoiceField> = refused.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [ChoiceField::Ground, ChoiceField::From]);
        assert!(choose(&model, &new("per_moon", "01/01/2026")).is_err());
        assert!(choose(&model, &new("per_day", "01/01/2025")).is_err());
    }

    #[test]
    fn slabs_are_written_as_the_rules_read_them() {
        let row = |days: &str, percent: &str| (days.to_owned(), percent.to_owned());
        let rows = [row("5", "25"), row("", ""), row("", "100")];
        assert_eq!(slabs_key("slabs", &rows).as_deref(), Ok("slabs:5=25;*=100"));
        let falling = [row("5", "25"), row("3", "50"), row("", "100")];
        assert_eq!(
            slabs_key("slabs", &falling),
            Err(EntryError::NotRising("3".to_owned()))
        );
        let milder = [row("5", "50"), row("", "25")];
        let fifty = crate::domain::Decimal::from_whole(50);
        assert_eq!(slabs_key("slabs", &milder), Err(EntryError::Below(fifty)));
        let chosen = choose(&model(), &new("slabs:5=12.5;*=100", "01/01/2026"));
        assert!(chosen.is_ok());
    }
}
