//! Deadlines as a calendar file (RFC 5545) that Outlook, Google and phones take in.
//!
//! Whole-day events: a deadline holds until the end of its day, wherever one is. The same
//! deadline has the same number in every file, so that a calendar replaces it and keeps one.

use chrono::Datelike as _;

use crate::domain::Day;

/// One deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcsEvent {
    /// Unique in the world and the same in every file.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// One line.
    pub summary: String,
    /// More about it; line breaks are kept.
    pub description: String,
}

/// Most bytes of a line, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The calendar file. `stamp` is the day of writing.
///
/// # Example
/// ```
/// use congtam::domain::Day;
/// use congtam::files::ics::{IcsEvent, write_ics};
/// let day = Day::from_ymd_opt(2026, 11, 20).unwrap();
/// let event = IcsEvent {
///     uid: "1@x".into(),
///     day,
///     summary: "Hạn: báo cáo; tờ trình".into(),
///     description: String::new(),
/// };
/// let text = write_ics("Thời hạn", day, [event]);
/// assert!(text.contains("\r\nDTSTART;VALUE=DATE:20261120\r\n"));
/// assert!(text.contains("\r\nSUMMARY:Hạn: báo cáo\\; tờ trình\r\n"));
/// ```
#[must_use]
pub fn write_ics(name: &str, stamp: Day, events: impl IntoIterator<Item = IcsEvent>) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN:VCALENDAR");
    line(&mut text, "VERSION:2.0");
    line(&mut text, "PRODID:-//Cong Tam//Deadlines 1//VI");
    line(&mut text, "CALSCALE:GREGORIAN");
    line(&mut text, "METHOD:PUBLISH");
    line(&mut text, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        let after = event.day.succ_opt().unwrap_or(event.day);
        line(&mut text, "BEGIN:VEVENT");
        line(&mut text, &format!("UID:{}", escaped(&event.uid)));
        line(&mut text, &format!("DTSTAMP:{}T000000Z", date(stamp)));
        line(
            &mut text,
            &format!("DTSTART;VALUE=DATE:{}", date(event.day)),
        );
        line(&mut text, &format!("DTEND;VALUE=DATE:{}", date(after)));
        line(&mut text, &format!("SUMMARY:{}", escaped(&event.summary)));
        if !event.description.is_empty() {
            let description = escaped(&event.description);
            line(&mut text, &format!("DESCRIPTION:{description}"));
        }
        line(&mut text, "TRANSP:TRANSPARENT");
        line(&mut text, "END:VEVENT");
    }
    line(&mut text, "END:VCALENDAR");
    text
}

fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text value: what would end it or divide it is marked, what no calendar shows is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// One content line, folded before [`LINE`] bytes and never inside a letter.
fn line(out: &mut String, content: &str) {
    let mut used = 0;
    for letter in content.chars() {
        let size = letter.len_utf8();
        if used + size > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += size;
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(summary: &str, description: &str) -> String {
        let day = Day::from_ymd_opt(2026, 12, 31).unwrap();
        let event = IcsEvent {
            uid: "nhiem-vu-7@mau".to_owned(),
            day,
            summary: summary.to_owned(),
            description: description.to_owned(),
        };
        write_ics("Thời hạn", day, [event])
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn long_lines_are_folded_between_letters_and_come_back_whole() {
        let summary = "Tổng hợp báo cáo kết quả thực hiện nhiệm vụ ".repeat(9);
        let text = calendar(summary.trim(), "");
        for line in text.split("\r\n") {
            assert!(line.len() <= LINE, "{} bytes: {line}", line.len());
        }
        assert!(unfolded(&text).contains(&format!("SUMMARY:{}\r\n", summary.trim())));
    }

    #[test]
    fn what_would_end_a_value_is_marked() {
        let text = unfolded(&calendar(r"a\b; c, d", "một\r\nhai\nba\u{7}"));
        assert!(text.contains("SUMMARY:a\\\\b\\; c\\, d\r\n"), "{text}");
        assert!(text.contains("DESCRIPTION:một\\nhai\\nba\r\n"), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn a_deadline_is_one_whole_day_also_at_the_end_of_a_year() {
        let text = calendar("x", "");
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }
}
