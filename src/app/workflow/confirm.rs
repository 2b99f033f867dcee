//! Confirming periods, which freezes their figures, and unlocking them with a reason.

use thiserror::Error;

use crate::app::{Model, law};
use crate::domain::{Confirmation, Day, Exact, OfficialId, Period};
use crate::engine::{LOCAL_RULES, ScoreState, TermsTable};
use crate::ledger::{Action, Book, Draft, Key, Operation};

use super::entry::{self, EntryError};

/// Who of some officials can be confirmed in a period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfirmPlan {
    /// Complete: these are confirmed.
    pub ready: Vec<OfficialId>,
    /// Not complete: these stay open.
    pub open: Vec<OfficialId>,
    /// Confirmed already.
    pub locked: Vec<OfficialId>,
    /// Without anything to confirm: away, or nothing assigned.
    pub nothing: Vec<OfficialId>,
}

/// Why nothing is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfirmError {
    /// Nobody's score is complete.
    #[error("nobody is complete")]
    NobodyReady,
    /// Who confirms is not said.
    #[error("who confirms: {0}")]
    By(EntryError),
    /// The day cannot be read.
    #[error("the day: {0}")]
    On(EntryError),
}

/// Sorts officials by whether they can be confirmed.
#[must_use]
pub fn plan(model: &Model, period: Period, officials: &[OfficialId]) -> ConfirmPlan {
    let mut plan = ConfirmPlan::default();
    for official in officials {
        let state = model
            .scores
            .score(*official, period)
            .map_or(ScoreState::NotComputed, |score| score.state);
        let list = match state {
            ScoreState::Computed => &mut plan.ready,
            ScoreState::Confirmed => &mut plan.locked,
            ScoreState::Incomplete | ScoreState::Mean => &mut plan.open,
            ScoreState::Foreign
            | ScoreState::Empty
            | ScoreState::Away
            | ScoreState::NotComputed => &mut plan.nothing,
        };
        list.push(*official);
    }
    plan
}

/// Drafts the confirmation of everybody who is complete, with the figures as they stand.
///
/// # Errors
/// [`ConfirmError`] when nobody is complete, or who and when is not said.
pub fn confirm(
    model: &Model,
    period: Period,
    officials: &[OfficialId],
    by: &str,
    on: &str,
) -> Result<Operation, ConfirmError> {
    let by = entry::text(by).ok_or(ConfirmError::By(EntryError::Required))?;
    let on = entry::day(on, period.year())
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(ConfirmError::On)?;
    let book = &model.book;
    let readings = readings(book, period);
    let mut draft = Draft::new(book, Action::Confirm);
    for official in plan(model, period, officials).ready {
        let Some(record) = frozen(model, official, period, on, &by, &readings) else {
            continue;
        };
        draft.put(Key::Confirmation(official, period), record);
    }
    if draft.is_empty() {
        return Err(ConfirmError::NobodyReady);
    }
    Ok(draft.finish())
}

fn frozen(
    model: &Model,
    official: OfficialId,
    period: Period,
    on: Day,
    by: &str,
    readings: &[(String, String)],
) -> Option<Confirmation> {
    let book = &model.book;
    let answer = model.scores.assess(book, law(), official, period);
    let before = book.confirmations.get((official, period));
    Some(Confirmation {
        version: before.map_or(1, |before| before.version + 1),
        on,
        by: by.to_owned(),
        total: answer.total?,
        general: answer
            .general
            .map_or_else(Exact::zero, |points| points.exact()),
        result: answer.result?,
        class: answer.class?,
        readings: readings.to_vec(),
        unlocked: None,
    })
}

/// The readings a period is scored with, as key and option, and the local rules in force.
fn readings(book: &Book, period: Period) -> Vec<(String, String)> {
    let table = TermsTable::new(book, law());
    let Some(terms) = table.of(period) else {
        return Vec::new();
    };
    let chosen = terms.chosen.iter();
    let chosen = chosen.map(|option| (option.reading.key().to_owned(), option.key.clone()));
    let local = terms.local_rules();
    let local = local.map(|cited| (LOCAL_RULES.to_owned(), cited.to_owned()));
    chosen.chain(local).collect()
}

/// Drafts the unlocking of confirmed periods; the frozen figures stay on record.
///
/// # Errors
/// [`EntryError::Required`] without a reason, [`EntryError::Gone`] when nothing is confirmed.
pub fn unlock(
    book: &Book,
    period: Period,
    officials: &[OfficialId],
    reason: &str,
    today: Day,
) -> Result<Operation, EntryError> {
    let reason = entry::text(reason).ok_or(EntryError::Required)?;
    let mut draft = Draft::new(book, Action::Unlock);
    for official in officials {
        let Some(record) = book.confirmations.get((*official, period)) else {
            continue;
        };
        if record.unlocked.is_none() {
            let opened = Confirmation {
                unlocked: Some((today, reason.clone())),
                ..record.clone()
            };
            draft.put(Key::Confirmation(*official, period), opened);
        }
    }
    if draft.is_empty() {
        return Err(EntryError::Gone);
    }
    Ok(draft.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::tests::{apply, sample_agency};
    use crate::domain::Month;

    /// A period of the sample in which somebody can be confirmed.
    fn open_period(model: &Model, officials: &[OfficialId]) -> Period {
        let mut periods = Month::all_of(2026).map(Period::Month);
        periods
            .find(|period| !plan(model, *period, officials).ready.is_empty())
            .expect("a period with complete scores")
    }

    #[test]
    fn confirming_freezes_the_figures_and_unlocking_needs_a_reason() {
        let mut model = sample_agency();
        let officials: Vec<OfficialId> = model.book.officials.iter().map(|(id, _)| id).collect();
        let period = open_period(&model, &officials);
        let ready = plan(&model, period, &officials).ready;
        let before = model
            .scores
            .score(ready[0], period)
            .cloned()
            .expect("a score");
        let operation =
            confirm(&model, period, &officials, "Chủ tịch", "03/11/2026").expect("complete");
        apply(&mut model, &operation);
        let record = model
            .book
            .confirmations
            .get((ready[0], period))
            .expect("confirmed");
        assert_eq!(Some(&record.total), before.total.as_ref());
        assert_eq!(record.readings.len(), 11);
        let version = record.version;
        let refused = unlock(&model.book, period, &ready[..1], " ", record.on);
        assert_eq!(refused, Err(EntryError::Required));
        let day = record.on;
        let opened = unlock(&model.book, period, &ready[..1], "Bổ sung hồ sơ", day).expect("why");
        apply(&mut model, &opened);
        let again = confirm(&model, period, &ready[..1], "Chủ tịch", "04/11/2026").expect("again");
        apply(&mut model, &again);
        let record = model
            .book
            .confirmations
            .get((ready[0], period))
            .expect("confirmed");
        assert_eq!(record.version, version + 1);
    }

    #[test]
    fn without_a_name_or_a_day_nothing_is_confirmed() {
        let model = sample_agency();
        let officials: Vec<OfficialId> = model.book.officials.iter().map(|(id, _)| id).collect();
        let period = open_period(&model, &officials);
        let nameless = confirm(&model, period, &officials, "", "03/11/2026");
        assert_eq!(nameless, Err(ConfirmError::By(EntryError::Required)));
        let dayless = confirm(&model, period, &officials, "Chủ tịch", "");
        assert_eq!(dayless, Err(ConfirmError::On(EntryError::Required)));
    }
}
