//! The log: every operation ever done, newest first, with what became of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::app::LogLine;
use crate::domain::Day;
use crate::ledger::{Action, Digest, Moment};
use crate::text::matches;

/// Which operations are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFilter {
    /// All.
    #[default]
    All,
    /// Imports, pastes, restores: many records at once.
    Brought,
    /// Points, confirmations, decisions, readings.
    Scored,
    /// Single records of the registers.
    Edited,
    /// Those taken back, and the taking back itself.
    Undone,
}

impl LogFilter {
    /// In the order shown.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Brought,
        Self::Scored,
        Self::Edited,
        Self::Undone,
    ];
}

/// What is looked for in the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogQuery {
    /// Which operations.
    pub filter: LogFilter,
    /// Words of what was done or of the desk, its number, or the beginning of its hash.
    pub words: String,
    /// Not before this day.
    pub from: Option<Day>,
    /// Not after this day.
    pub to: Option<Day>,
}

/// One operation of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// Its number.
    pub sequence: u64,
    /// The day, by Vietnam's time.
    pub day: Day,
    /// Hour and minute.
    pub time: (u32, u32),
    /// The desk that acted; empty when it had no name.
    pub desk: String,
    /// What was done; for undo and redo, what the operation they name had done.
    pub action: Action,
    /// Undo, redo, or neither.
    pub again: Again,
    /// Records changed.
    pub changes: usize,
    /// True when its effect does not stand any more.
    pub undone: bool,
    /// Its hash, once it is on disk.
    pub hash: Option<Digest>,
}

/// Whether an operation repeats or takes back an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// Something new.
    No,
    /// Takes back the operation of this number.
    Undo(u64),
    /// Does the operation of this number again.
    Redo(u64),
}

/// The log as shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogView {
    /// How many operations each filter leaves, in the order of [`LogFilter::ALL`].
    pub counts: [usize; 5],
    /// Those shown, newest first, at most as many as asked for.
    pub rows: Vec<LogRow>,
}

/// Projects the newest `most` operations that pass the query; `says` is what a person reads
/// of one, which its words are looked for in.
#[must_use]
pub fn log(
    log: &[LogLine],
    query: &LogQuery,
    most: usize,
    says: &dyn Fn(&LogRow) -> String,
) -> LogView {
    let lines = Lines::of(log);
    let mut view = LogView::default();
    for line in log.iter().rev() {
        let row = lines.row(line);
        if !query.holds(&row, says) {
            continue;
        }
        for (count, each) in view.counts.iter_mut().zip(LogFilter::ALL) {
            *count += usize::from(lines.keeps(each, line));
        }
        if view.rows.len() < most && lines.keeps(query.filter, line) {
            view.rows.push(row);
        }
    }
    view
}

impl LogQuery {
    /// Whether a row is of the days and has the words asked for.
    fn holds(&self, row: &LogRow, says: &dyn Fn(&LogRow) -> String) -> bool {
        let early = self.from.is_some_and(|from| row.day < from);
        let late = self.to.is_some_and(|to| row.day > to);
        if early || late {
            return false;
        }
        let words = self.words.trim();
        words.is_empty()
            || words == row.sequence.to_string()
            || row.hash.is_some_and(|hash| has_hash(words, hash))
            || matches(words, &row.desk)
            || matches(words, &says(row))
    }
}

/// Letters of a hash that are told from a word or a number.
const HASH_LETTERS: usize = 6;

/// Whether words hold the beginning of a hash, as it was copied from a paper or with the whole
/// sentence from a file's properties.
fn has_hash(words: &str, hash: Digest) -> bool {
    let is_one = |word: &&str| {
        let long = word.len() >= HASH_LETTERS;
        long && word.bytes().all(|letter| letter.is_ascii_hexdigit())
    };
    let mut found = words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(is_one)
        .peekable();
    if found.peek().is_none() {
        return false;
    }
    let hash = hash.to_string();
    found.any(|word| hash.starts_with(&word.to_ascii_lowercase()))
}

/// One line of the log, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedLine {
    /// The line.
    pub row: LogRow,
    /// The last action that took contents out of it for good, if one did.
    pub taken_out_by: Option<u64>,
}

/// Projects one line; nothing when there is none of this number.
#[must_use]
pub fn opened(log: &[LogLine], sequence: u64) -> Option<OpenedLine> {
    let line = log.iter().find(|line| line.sequence == sequence)?;
    let took = |later: &&LogLine| {
        let cleaned = later.action.cleaned();
        cleaned.is_some_and(|cleaned| cleaned.has(sequence))
    };
    Some(OpenedLine {
        row: Lines::of(log).row(line),
        taken_out_by: log.iter().rev().find(took).map(|line| line.sequence),
    })
}

/// The log with what follows from reading all of it.
struct Lines<'a> {
    by_number: BTreeMap<u64, &'a Action>,
    undone: BTreeSet<u64>,
}

impl<'a> Lines<'a> {
    fn of(log: &'a [LogLine]) -> Self {
        let mut undone = BTreeSet::new();
        for line in log {
            match line.action {
                Action::Undo(of) => undone.insert(of),
                Action::Redo(of) => undone.remove(&of),
                _ => false,
            };
        }
        let named = log.iter().map(|line| (line.sequence, &line.action));
        Self {
            by_number: named.collect(),
            undone,
        }
    }

    fn keeps(&self, filter: LogFilter, line: &LogLine) -> bool {
        match filter {
            LogFilter::All => true,
            LogFilter::Undone => {
                self.undone.contains(&line.sequence) || matches!(line.action, Action::Undo(_))
            }
            other => group(self.meant(&line.action)) == Some(other),
        }
    }

    /// What an undo or redo is about; any other action itself.
    fn meant(&self, action: &'a Action) -> &'a Action {
        match action {
            Action::Undo(of) | Action::Redo(of) => {
                self.by_number.get(of).copied().unwrap_or(action)
            }
            other => other,
        }
    }

    fn row(&self, line: &'a LogLine) -> LogRow {
        let (day, time) = local_time(line.at);
        LogRow {
            sequence: line.sequence,
            day,
            time,
            desk: line.desk.clone(),
            action: self.meant(&line.action).clone(),
            again: match line.action {
                Action::Undo(of) => Again::Undo(of),
                Action::Redo(of) => Again::Redo(of),
                _ => Again::No,
            },
            changes: line.changes,
            undone: self.undone.contains(&line.sequence),
            hash: line.hash,
        }
    }
}

const fn group(action: &Action) -> Option<LogFilter> {
    match action {
        Action::Import { .. } | Action::Paste(_) | Action::LoadSample | Action::Restore => {
            Some(LogFilter::Brought)
        }
        Action::Score
        | Action::Confirm
        | Action::Unlock
        | Action::Decide
        | Action::ChooseReading => Some(LogFilter::Scored),
        Action::Undo(_) | Action::Redo(_) => None,
        _ => Some(LogFilter::Edited),
    }
}

/// Minutes Vietnam's time is ahead of UTC, all year.
const VIETNAM: i64 = 7 * 60;
const MINUTES_A_DAY: i64 = 24 * 60;

/// The day, and hour and minute, of a moment by Vietnam's time.
#[must_use]
pub fn local_time(moment: Moment) -> (Day, (u32, u32)) {
    let minutes = moment.0.div_euclid(60_000) + VIETNAM;
    let (days, minute) = (
        minutes.div_euclid(MINUTES_A_DAY),
        u32::try_from(minutes.rem_euclid(MINUTES_A_DAY)).unwrap_or_default(),
    );
    let start = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    let day = start.checked_add_days(days).unwrap_or(start);
    (day, (minute / 60, minute % 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Cleaned, CleanedEntry, Kind};

    fn lines(actions: Vec<Action>) -> Vec<LogLine> {
        let line = |(index, action)| LogLine {
            sequence: index as u64 + 1,
            at: Moment(1_764_295_200_000),
            desk: String::new(),
            action,
            changes: 1,
            hash: None,
        };
        actions.into_iter().enumerate().map(line).collect()
    }

    fn only(filter: LogFilter) -> LogQuery {
        LogQuery {
            filter,
            ..LogQuery::default()
        }
    }

    fn said(row: &LogRow) -> String {
        format!("{:?}", row.action)
    }

    #[test]
    fn the_newest_comes_first_and_what_was_taken_back_says_so() {
        let lines = lines(vec![
            Action::Add(Kind::Unit),
            Action::Score,
            Action::Undo(2),
        ]);
        let view = log(&lines, &only(LogFilter::All), 10, &said);
        let shown: Vec<_> = view
            .rows
            .iter()
            .map(|row| (row.sequence, row.undone))
            .collect();
        assert_eq!(shown, [(3, false), (2, true), (1, false)]);
        assert_eq!(view.rows[0].action, Action::Score);
        assert_eq!(view.rows[0].again, Again::Undo(2));
    }

    #[test]
    fn done_again_stands_again() {
        let lines = lines(vec![Action::Score, Action::Undo(1), Action::Redo(1)]);
        let view = log(&lines, &only(LogFilter::All), 10, &said);
        assert!(view.rows.iter().all(|row| !row.undone));
    }

    #[test]
    fn filters_count_everything_and_show_a_page() {
        let import = Action::Import {
            kind: Kind::Official,
            source: "a.xlsx".to_owned(),
        };
        let lines = lines(vec![
            import,
            Action::Score,
            Action::Confirm,
            Action::Undo(3),
        ]);
        let view = log(&lines, &only(LogFilter::Scored), 2, &said);
        assert_eq!(view.counts, [4, 1, 3, 0, 2]);
        assert_eq!(view.rows.len(), 2);
    }

    #[test]
    fn words_a_number_and_days_narrow_the_log() {
        let lines = lines(vec![Action::Score, Action::Confirm, Action::Unlock]);
        let found = |query: LogQuery| {
            let view = log(&lines, &query, 10, &said);
            view.rows.iter().map(|row| row.sequence).collect::<Vec<_>>()
        };
        let words = |words: &str| LogQuery {
            words: words.to_owned(),
            ..LogQuery::default()
        };
        assert_eq!(found(words(" CONF ")), [2]);
        assert_eq!(found(words("3")), [3]);
        assert!(found(words("kỷ luật")).is_empty());
        let day = local_time(Moment(1_764_295_200_000)).0;
        let (from, to) = (day.succ_opt(), day.pred_opt());
        let all = LogQuery {
            from: Some(day),
            to: Some(day),
            ..LogQuery::default()
        };
        assert_eq!(found(all), [3, 2, 1]);
        assert!(
            found(LogQuery {
                from,
                ..LogQuery::default()
            })
            .is_empty()
        );
        assert!(
            found(LogQuery {
                to,
                ..LogQuery::default()
            })
            .is_empty()
        );
    }

    #[test]
    fn a_line_is_found_by_the_beginning_of_the_hash_a_paper_carries_and_by_its_desk() {
        let mut lines = lines(vec![Action::Score, Action::Confirm]);
        for line in &mut lines {
            line.hash = Some(Digest::of(&line.sequence.to_le_bytes()));
        }
        lines[0].desk = "Phòng Nội vụ, máy 2".to_owned();
        let found = |words: &str| {
            let query = LogQuery {
                words: words.to_owned(),
                ..LogQuery::default()
            };
            let view = log(&lines, &query, 10, &said);
            view.rows.iter().map(|row| row.sequence).collect::<Vec<_>>()
        };
        let hash = Digest::of(&2_u64.to_le_bytes()).to_string();
        assert_eq!(found(&hash), [2]);
        assert_eq!(found(&format!(" {} ", hash[..8].to_uppercase())), [2]);
        let sentence = format!("Nhật ký: thao tác số 2, mã băm {hash}.");
        assert_eq!(found(&sentence), [2]);
        assert!(
            found(&hash[..4]).is_empty(),
            "four letters are a word or a year"
        );
        assert!(found(&hash[1..]).is_empty(), "only from its beginning");
        assert_eq!(found("noi vu"), [1]);
    }

    #[test]
    fn an_opened_line_says_who_took_its_contents_out() {
        let mut lines = lines(vec![Action::Score, Action::Confirm]);
        assert_eq!(opened(&lines, 1).expect("a line").taken_out_by, None);
        assert_eq!(opened(&lines, 9), None);
        let entry = CleanedEntry {
            sequence: 1,
            payload: Digest::default(),
            head: None,
        };
        let mut purge = lines[1].clone();
        purge.sequence = 3;
        purge.action = Action::Purge {
            until: Moment(0),
            cleaned: Cleaned(vec![entry].into()),
        };
        lines.push(purge);
        assert_eq!(opened(&lines, 1).expect("a line").taken_out_by, Some(3));
        assert_eq!(opened(&lines, 2).expect("a line").taken_out_by, None);
    }

    #[test]
    fn the_time_is_that_of_vietnam() {
        let (day, time) = local_time(Moment(1_764_295_200_000));
        assert_eq!(day.to_string(), "2025-11-28");
        assert_eq!(time, (9, 0));
        let (day, time) = local_time(Moment(0));
        assert_eq!((day.to_string().as_str(), time), ("1970-01-01", (7, 0)));
    }
}
