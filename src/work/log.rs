//! The log as a csv file: what was done when, oldest first, and whether its chain is whole.

use crate::app::LogLine;
use crate::app::job::{Bytes, LogOrder, MadeFile, NotMade};
use crate::app::view::log::{LogFilter, LogQuery, LogRow, log};
use crate::domain::Day;
use crate::files::csv_out::{CsvCell, write_csv};
use crate::i18n::log::{LogFileMessage, said};
use crate::i18n::{Locale, Say, format};
use crate::ledger::LogEntry;

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
        LogFileMessage::Previous,
        LogFileMessage::Hash,
    ]
    .map(text);
    let shown = view.rows.len();
    let rows = view.rows.iter().rev().filter_map(|row| {
        let at = usize::try_from(row.sequence).ok()?.checked_sub(1)?;
        Some(cells(row, entries.get(at)?, locale))
    });
    let foot = [
        vec![],
        vec![CsvCell::Text(text(LogFileMessage::Shown {
            shown: format::count(shown, locale),
            of: format::count(entries.len(), locale),
        }))],
        vec![CsvCell::Text(text(verdict(entries, broken)))],
    ];
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let bytes = write_csv(&head, rows.chain(foot)).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: format!("Nhat-ky-{today}.csv"),
        bytes: Bytes(bytes),
    })
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

fn cells(row: &LogRow, entry: &LogEntry, locale: Locale) -> Vec<CsvCell> {
    let state = if row.undone {
        LogFileMessage::Undone
    } else {
        LogFileMessage::Stands
    };
    vec![
        CsvCell::Number(row.sequence.to_string()),
        CsvCell::Text(format::day_and_time(row.day, row.time)),
        CsvCell::Text(entry.desk.clone()),
        CsvCell::Text(said(row, locale)),
        CsvCell::Number(row.changes.to_string()),
        CsvCell::Text(state.say(locale)),
        CsvCell::Text(entry.previous.to_string()),
        CsvCell::Text(entry.hash.to_string()),
    ]
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
    use crate::ledger::{Action, Digest, Kind, Moment, Operation};

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
        assert_eq!(lines.len(), 1 + 3 + 3);
        assert!(lines[1].starts_with("1;28/11/2025 09:00;'=bàn 1;Thêm đơn vị;0;Còn hiệu lực;"));
        assert!(lines[2].contains(";Đã hoàn tác;"));
        assert!(lines[3].contains("Hoàn tác: Chấm điểm (2)"));
        assert!(lines[6].contains(&Digest::of(&[1]).to_string()));
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
