//! The log as a csv file: what was done when, before and after, oldest first, and whether its
//! chain is whole.

use std::collections::BTreeMap;

use crate::app::LogLine;
use crate::app::job::{Bytes, LogOrder, MadeFile, NotMade};
use crate::app::view::changes::changed;
use crate::app::view::log::{LogFilter, LogQuery, LogRow, log};
use crate::domain::Day;
use crate::files::csv_out::{CsvCell, write_csv};
use crate::i18n::changes::{Side, side};
use crate::i18n::log::{LogFileMessage, LogMessage, said};
use crate::i18n::{Locale, Say, format};
use crate::ledger::{Key, LogEntry, Record};

/// Records told of one action: an import says how many more there are.
const RECORDS: usize = 20;

/// Characters of a cell that every spreadsheet takes.
const CELL: usize = 30_000;

/// The entries that pass the order's filter, and what the chain is worth.
///
/// `broken` is the first entry that is missing or not what was written; what is behind it
/// proves nothing and is not among the entries.
///
/// # Errors
/// [`NotMade`] when the order names no day or the file cannot be written.
pub fn file(
    entries: &[LogEntry],
    broken: Option<u64>,
    order: &LogOrder,
) -> Result<MadeFile, NotMade> {
    let today = Day::from_num_days_from_ce_opt(order.today).ok_or(NotMade::NothingToMake)?;
    let locale = if order.english {
        Locale::En
    } else {
        Locale::Vi
    };
    let lines: Vec<LogLine> = entries.iter().map(line).collect();
    let view = log(&lines, &query(order), usize::MAX, &|row| said(row, locale));
    let text = |message: LogFileMessage| message.say(locale);
    let head = [
        LogFileMessage::Number,
        LogFileMessage::When,
        LogFileMessage::Desk,
        LogFileMessage::What,
        LogFileMessage::Records,
        LogFileMessage::State,
        LogFileMessage::Before,
        LogFileMessage::After,
        LogFileMessage::Previous,
        LogFileMessage::Hash,
    ]
    .map(text);
    let shown: BTreeMap<u64, &LogRow> = view.rows.iter().map(|row| (row.sequence, row)).collect();
    let mut known = Known::default();
    let rows = entries.iter().filter_map(|entry| {
        known.note(entry);
        let row = shown.get(&entry.sequence)?;
        Some(cells(row, entry, &known, locale))
    });
    let foot = [
        vec![],
        vec![CsvCell::Text(text(LogFileMessage::Shown {
            shown: format::count(shown.len(), locale),
            of: format::count(entries.len(), locale),
        }))],
        vec![CsvCell::Text(text(verdict(entries, broken)))],
        vec![CsvCell::Text(LogMessage::Limits.say(locale))],
    ];
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let bytes = write_csv(&head, rows.chain(foot)).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: format!("Nhat-ky-{today}.csv"),
        bytes: Bytes(bytes),
    })
}

/// The records as they stood at the action that is written, for what they are called.
#[derive(Default)]
struct Known<'a>(BTreeMap<Key, &'a Record>);

impl<'a> Known<'a> {
    /// What is removed is still called by what it was.
    fn note(&mut self, entry: &'a LogEntry) {
        for change in &entry.operation.changes {
            if let Some(record) = &change.after {
                self.0.insert(change.key, record);
            }
        }
    }

    fn find(&self, key: Key) -> Option<Record> {
        self.0.get(&key).map(|record| (*record).clone())
    }
}

fn line(entry: &LogEntry) -> LogLine {
    LogLine {
        sequence: entry.sequence,
        at: entry.at,
        desk: entry.desk.clone(),
        action: entry.operation.action.clone(),
        changes: entry.operation.changes.len(),
        hash: Some(entry.hash),
    }
}

fn query(order: &LogOrder) -> LogQuery {
    let day = |number: Option<i32>| number.and_then(Day::from_num_days_from_ce_opt);
    LogQuery {
        filter: LogFilter::ALL
            .get(usize::from(order.filter))
            .copied()
            .unwrap_or_default(),
        words: order.words.clone(),
        from: day(order.from),
        to: day(order.to),
    }
}

fn cells(row: &LogRow, entry: &LogEntry, known: &Known<'_>, locale: Locale) -> Vec<CsvCell> {
    let state = if row.undone {
        LogFileMessage::Undone
    } else {
        LogFileMessage::Stands
    };
    let look = |key: Key| known.find(key);
    let changed = changed(&entry.operation.changes, &look, RECORDS);
    let told = |it| CsvCell::Text(cut(side(&changed, it, locale)));
    vec![
        CsvCell::Number(row.sequence.to_string()),
        CsvCell::Text(format::day_and_time(row.day, row.time)),
        CsvCell::Text(entry.desk.clone()),
        CsvCell::Text(said(row, locale)),
        CsvCell::Number(row.changes.to_string()),
        CsvCell::Text(state.say(locale)),
        told(Side::Before),
        told(Side::After),
        CsvCell::Text(entry.previous.to_string()),
        CsvCell::Text(entry.hash.to_string()),
    ]
}

/// A text that fits into a cell, and says so when it was cut.
fn cut(text: String) -> String {
    match text.char_indices().nth(CELL) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn verdict(entries: &[LogEntry], broken: Option<u64>) -> LogFileMessage {
    match (broken, entries.last()) {
        (Some(sequence), _) => LogFileMessage::Broken { sequence },
        (None, Some(last)) => LogFileMessage::Whole {
            sequence: last.sequence,
            hash: last.hash.to_string(),
        },
        (None, None) => LogFileMessage::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Absence, AbsenceId, AbsenceKind, Official, OfficialId, Span};
    use crate::ledger::{Action, Change, Digest, Kind, Moment, Operation};

    fn entries() -> Vec<LogEntry> {
        let actions = [Action::Add(Kind::Unit), Action::Score, Action::Undo(2)];
        let entry = |(sequence, action)| LogEntry {
            sequence,
            at: Moment(1_764_295_200_000),
            desk: "=bàn 1".to_owned(),
            operation: Operation::new(action),
            previous: Digest::of(&[0]),
            hash: Digest::of(&[1]),
            first: None,
        };
        (1..).zip(actions).map(entry).collect()
    }

    fn written(broken: Option<u64>, order: &LogOrder) -> String {
        let made = file(&entries(), broken, order).expect("a file");
        String::from_utf8(made.bytes.0).expect("text")
    }

    fn order() -> LogOrder {
        LogOrder {
            today: 739_946,
            ..LogOrder::default()
        }
    }

    #[test]
    fn every_action_stands_in_the_file_with_its_hash_and_the_chain_is_called_whole() {
        let text = written(None, &order());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 1 + 3 + 4);
        assert!(lines[1].starts_with("1;28/11/2025 09:00;'=bàn 1;Thêm đơn vị;0;Còn hiệu lực;"));
        assert!(lines[2].contains(";Đã hoàn tác;"));
        assert!(lines[3].contains("Hoàn tác: Chấm điểm (2)"));
        assert!(lines[6].contains(&Digest::of(&[1]).to_string()));
        assert!(lines[7].contains("không chứng minh ai ngồi ở bàn làm việc"));
    }

    #[test]
    fn every_line_tells_what_was_changed_and_calls_records_as_they_were_called_then() {
        let key = Key::Official(OfficialId(1));
        let named = |name: &str| -> Record {
            Official {
                name: name.to_owned(),
                ..Official::default()
            }
            .into()
        };
        let absence: Record = Absence {
            official: OfficialId(1),
            kind: AbsenceKind::Sick,
            span: Span {
                from: Day::from_ymd_opt(2026, 3, 2).expect("a day"),
                to: None,
            },
            document: None,
        }
        .into();
        let steps = [
            (key, None, Some(named("Người Mẫu"))),
            (Key::Absence(AbsenceId(1)), None, Some(absence)),
            (key, Some(named("Người Mẫu")), Some(named("Người Khác"))),
            (key, None, None),
        ];
        let entry = |(sequence, (key, before, after))| LogEntry {
            sequence,
            at: Moment(1_764_295_200_000),
            desk: "Máy 1".to_owned(),
            operation: Operation {
                action: Action::Edit(Kind::Official),
                changes: vec![Change { key, before, after }].into(),
            },
            previous: Digest::default(),
            hash: Digest::default(),
            first: None,
        };
        let entries: Vec<LogEntry> = (1..).zip(steps).map(entry).collect();
        let made = file(&entries, None, &order()).expect("a file");
        let text = String::from_utf8(made.bytes.0).expect("text");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains("Tình trạng;Trước;Sau;"), "{text}");
        assert!(lines[1].contains("(chưa có)"), "{text}");
        assert!(lines[2].contains("[thời gian nghỉ: Người Mẫu]"), "{text}");
        assert!(
            lines[3].contains("[công chức: Người Khác] Họ và tên: Người Mẫu"),
            "{text}"
        );
        assert!(
            lines[3].contains("[công chức: Người Khác] Họ và tên: Người Khác"),
            "{text}"
        );
        assert!(lines[4].contains("xóa hẳn khỏi nhật ký"), "{text}");
    }

    #[test]
    fn a_break_is_named_in_the_file() {
        let text = written(Some(4), &order());
        assert!(text.contains("ĐỨT ở thao tác số 4"), "{text}");
        assert!(!text.contains("nguyên vẹn"));
    }

    #[test]
    fn only_what_passes_the_filter_is_written_and_the_file_says_so() {
        let wanted = LogOrder {
            words: "cham diem".to_owned(),
            ..order()
        };
        let text = written(None, &wanted);
        assert!(!text.contains("Thêm đơn vị"));
        assert!(text.contains("2 trong 3"), "{text}");
    }
}
