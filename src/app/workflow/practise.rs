//! Practises a restore: what a copy would give back is compared with the book. Nothing changes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;

use crate::app::following::book_at;
use crate::app::{Model, law};
use crate::domain::{Day, OfficialId, Period};
use crate::engine::{Score, Scores, YearScore};
use crate::files::backup::Backup;
use crate::ledger::{Book, Kind};

/// Months after which a practice is due again.
pub const PRACTISE_EVERY_MONTHS: u32 = 1;

/// The preference that remembers the day of the last practice of a workspace that went well.
#[must_use]
pub fn preference(workspace: &str) -> String {
    format!("practised.{workspace}")
}

/// When a restore was last practised with success.
#[must_use]
pub fn practised(model: &Model) -> Option<Day> {
    let remembered = model.preferences.get(&preference(&model.workspace.id))?;
    remembered.parse().ok()
}

/// True when a practice is due: none yet, or the last one is a month old.
#[must_use]
pub fn is_due(practised: Option<Day>, today: Day) -> bool {
    let next = practised.and_then(|day| day.checked_add_months(Months::new(PRACTISE_EVERY_MONTHS)));
    next.is_none_or(|next| next <= today)
}

/// How many there are of something in the copy and in the book, and how many are not alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compared {
    /// In the copy.
    pub copy: usize,
    /// In the book, as it stood when the copy was made.
    pub book: usize,
    /// Only in one of them, or not the same in both.
    pub different: usize,
}

/// What came of practising a restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Records by kind, in the order of kinds.
    pub kinds: Vec<(Kind, Compared)>,
    /// Scores of periods.
    pub scores: Compared,
    /// Classes of years.
    pub years: Compared,
    /// Actions done after the copy was made, which it cannot hold.
    pub later: u64,
}

impl Practice {
    /// True when the copy gives back everything it should.
    #[must_use]
    pub fn is_good(&self) -> bool {
        let alike = |compared: &Compared| compared.different == 0;
        self.kinds.iter().all(|(_, kind)| alike(kind)) && alike(&self.scores) && alike(&self.years)
    }

    /// All records.
    #[must_use]
    pub fn records(&self) -> Compared {
        let mut all = Compared::default();
        for (_, kind) in &self.kinds {
            all.copy += kind.copy;
            all.book += kind.book;
            all.different += kind.different;
        }
        all
    }
}

/// Why a copy cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// It is of another workspace.
    OtherWorkspace,
    /// It is so old that the book of that time is no longer at hand; a newer copy is needed.
    TooOld,
}

/// Compares what a copy holds up to an action with the book as it stood after that action.
///
/// # Errors
/// [`NotComparable`] when there is no such book.
pub fn practise(model: &Model, backup: &Backup, to: u64) -> Result<Practice, NotComparable> {
    if backup.workspace != model.workspace.id {
        return Err(NotComparable::OtherWorkspace);
    }
    let book = book_at(model, to).ok_or(NotComparable::TooOld)?;
    let (ours, theirs) = (
        Scores::full(&book, law()),
        Scores::full(&backup.book, law()),
    );
    Ok(Practice {
        kinds: kinds(&book, &backup.book),
        scores: compare(&scores(&theirs), &scores(&ours)),
        years: compare(&years(&theirs), &years(&ours)),
        later: model.sequence - to,
    })
}

fn kinds(book: &Book, copy: &Book) -> Vec<(Kind, Compared)> {
    let mut kinds: BTreeMap<Kind, Compared> = BTreeMap::new();
    for (key, record) in copy.all() {
        let kind = kinds.entry(key.kind()).or_default();
        kind.copy += 1;
        kind.different += usize::from(book.get(key).as_ref() != Some(&record));
    }
    for (key, _) in book.all() {
        let kind = kinds.entry(key.kind()).or_default();
        kind.book += 1;
        kind.different += usize::from(!copy.contains(key));
    }
    let named = |kind: &Kind| Some((*kind, *kinds.get(kind)?));
    Kind::ALL.iter().filter_map(named).collect()
}

fn scores(all: &Scores) -> BTreeMap<(OfficialId, Period), &Score> {
    let periods = all.periods().into_iter();
    periods
        .flat_map(|period| {
            let scores = all.period_scores(period);
            scores.map(move |(official, score)| ((official, period), score))
        })
        .collect()
}

fn years(all: &Scores) -> BTreeMap<(OfficialId, u16), &YearScore> {
    let years = all.years().into_iter();
    years
        .flat_map(|year| {
            let scores = all.year_scores(year);
            scores.map(move |(official, score)| ((official, year), score))
        })
        .collect()
}

fn compare<K: Ord, V: PartialEq>(copy: &BTreeMap<K, V>, book: &BTreeMap<K, V>) -> Compared {
    let keys: BTreeSet<&K> = copy.keys().chain(book.keys()).collect();
    let different = keys
        .into_iter()
        .filter(|key| copy.get(key) != book.get(key));
    Compared {
        copy: copy.len(),
        book: book.len(),
        different: different.count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Event, Now, Opened, Workspace, update};
    use crate::domain::Official;
    use crate::ledger::{Action, Draft, Key, Record};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn opened() -> Model {
        let mut model = Model::default();
        let opened = Opened {
            workspace: Workspace {
                id: "a".to_owned(),
                sample: true,
            },
            ..Opened::default()
        };
        update(&mut model, Event::Opened(Box::new(opened)), Now::default());
        let sample = crate::app::sample_agency(day("2026-11-22"));
        update(&mut model, Event::Acted(sample), Now::default());
        model
    }

    fn backup_of(model: &Model) -> Backup {
        Backup {
            workspace: model.workspace.id.clone(),
            book: model.book.clone(),
            ..Backup::default()
        }
    }

    fn rename_somebody(model: &mut Model) {
        let (id, official) = model.book.officials.iter().next().unwrap();
        let renamed = Official {
            note: Some("Ghi chú mẫu".to_owned()),
            ..official.clone()
        };
        let mut draft = Draft::new(&model.book, Action::Edit(Kind::Official));
        draft.put(Key::Official(id), renamed);
        let operation = draft.finish();
        update(model, Event::Acted(operation), Now::default());
    }

    #[test]
    fn a_copy_that_gives_everything_back_is_good_and_changes_nothing() {
        let model = opened();
        let practice = practise(&model, &backup_of(&model), 1).unwrap();
        assert!(practice.is_good());
        assert_eq!(practice.later, 0);
        assert!(practice.scores.copy > 0 && practice.years.copy > 0);
        assert_eq!(practice.records().copy, model.book.all().count());
        assert_eq!(model.sequence, 1);
    }

    #[test]
    fn what_was_done_after_the_copy_is_counted_and_not_held_against_it() {
        let mut model = opened();
        let backup = backup_of(&model);
        rename_somebody(&mut model);
        let practice = practise(&model, &backup, 1).unwrap();
        assert!(practice.is_good());
        assert_eq!(practice.later, 1);
    }

    #[test]
    fn a_record_lost_or_changed_in_the_copy_shows_with_its_score() {
        let model = opened();
        let mut backup = backup_of(&model);
        let task = backup.book.all().find_map(|(key, record)| match record {
            Record::Assignment(_) => Some(key),
            _ => None,
        });
        backup.book.put(task.unwrap(), None);
        let practice = practise(&model, &backup, 1).unwrap();
        assert!(!practice.is_good());
        assert_eq!(practice.records().different, 1);
        assert_eq!(practice.records().book, practice.records().copy + 1);
        assert!(practice.scores.different > 0);
    }

    #[test]
    fn a_copy_of_another_workspace_or_of_long_ago_is_not_compared() {
        let mut model = opened();
        let mut backup = backup_of(&model);
        rename_somebody(&mut model);
        model.operations.clear();
        let too_old = practise(&model, &backup, 1);
        assert_eq!(too_old.unwrap_err(), NotComparable::TooOld);
        backup.workspace = "b".to_owned();
        let other = practise(&model, &backup, 1);
        assert_eq!(other.unwrap_err(), NotComparable::OtherWorkspace);
    }

    #[test]
    fn a_practice_is_due_every_month_to_the_day() {
        assert!(is_due(None, day("2026-11-22")));
        let last = Some(day("2026-10-31"));
        assert!(!is_due(last, day("2026-11-29")));
        assert!(is_due(last, day("2026-11-30")));
    }

    #[test]
    fn the_day_of_the_last_practice_is_remembered_for_each_workspace() {
        let mut model = opened();
        assert_eq!(practised(&model), None);
        let preferred = Event::Preferred {
            name: preference("a"),
            value: "2026-11-22".to_owned(),
        };
        update(&mut model, preferred, Now::default());
        assert_eq!(practised(&model), Some(day("2026-11-22")));
        model.workspace.id = "b".to_owned();
        assert_eq!(practised(&model), None);
    }
}
