//! Time at work: positions held, less absences (Điều 11, 19.3).

use chrono::Datelike;

use crate::domain::{AbsenceKind, Day, Exact, Month, OfficialId, Period, Span};
use crate::ledger::Book;

/// Time served and worked in a year, in months; a broken month is a fraction of its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedTime {
    /// Held a position and was not away.
    pub worked: Exact,
    /// Held a position and was on sick or maternity leave.
    pub on_leave: Exact,
    /// Held a position and was away for another reason.
    pub otherwise_away: Exact,
}

/// True when absences together cover every day of the period.
#[must_use]
pub fn is_away_throughout(book: &Book, official: OfficialId, period: Period) -> bool {
    let spans: Vec<Span> = book
        .absences
        .of(official)
        .map(|(_, absence)| absence.span)
        .collect();
    if spans.is_empty() {
        return false;
    }
    let (first, last) = (period.first_day(), period.last_day());
    days_covered(&spans, first, last) == days(first, last)
}

/// The time worked in a year. Months scored elsewhere count as worked (Điều 19.1).
#[must_use]
pub fn worked_time(book: &Book, official: OfficialId, year: u16) -> WorkedTime {
    let positions: Vec<Span> = book
        .positions
        .of(official)
        .map(|(_, held)| held.span)
        .collect();
    let of_kinds = |kinds: &[AbsenceKind]| -> Vec<Span> {
        let absences = book.absences.of(official);
        absences
            .filter(|(_, absence)| kinds.contains(&absence.kind))
            .map(|(_, absence)| absence.span)
            .collect()
    };
    let leave = of_kinds(&[AbsenceKind::Sick, AbsenceKind::Maternity]);
    let other = of_kinds(&[AbsenceKind::Unpaid, AbsenceKind::Other]);
    let mut time = WorkedTime {
        worked: Exact::zero(),
        on_leave: Exact::zero(),
        otherwise_away: Exact::zero(),
    };
    let whole = leave.is_empty() && other.is_empty() && covers_year(&positions, year);
    if whole {
        time.worked = Exact::whole(12);
        return time;
    }
    for month in Month::all_of(year) {
        add_month(&mut time, month, &positions, &leave, &other);
        let elsewhere = book.foreign_scores.contains((official, month));
        let served = positions
            .iter()
            .any(|span| days_covered(&[*span], month.first_day(), month.last_day()) > 0);
        if elsewhere && !served {
            time.worked = time.worked.plus(&Exact::one());
        }
    }
    time
}

fn covers_year(spans: &[Span], year: u16) -> bool {
    let (first, last) = (
        Period::Year(year).first_day(),
        Period::Year(year).last_day(),
    );
    spans
        .iter()
        .any(|span| span.contains(first) && span.contains(last))
}

fn add_month(time: &mut WorkedTime, month: Month, held: &[Span], leave: &[Span], other: &[Span]) {
    let (mut worked, mut on_leave, mut away) = (0_i128, 0_i128, 0_i128);
    let (first, last) = (month.first_day(), month.last_day());
    for day in first.iter_days().take_while(|day| *day <= last) {
        let inside = |spans: &[Span]| spans.iter().any(|span| span.contains(day));
        if !inside(held) {
            continue;
        }
        if inside(leave) {
            on_leave += 1;
        } else if inside(other) {
            away += 1;
        } else {
            worked += 1;
        }
    }
    let length = i128::from(last.day());
    time.worked = time.worked.plus(&Exact::ratio(worked, length));
    time.on_leave = time.on_leave.plus(&Exact::ratio(on_leave, length));
    time.otherwise_away = time.otherwise_away.plus(&Exact::ratio(away, length));
}

fn days(from: Day, to: Day) -> i64 {
    (to - from).num_days() + 1
}

/// Days between the two, inclusive, that lie in any of the spans.
fn days_covered(spans: &[Span], from: Day, to: Day) -> i64 {
    let mut clipped: Vec<(Day, Day)> = spans
        .iter()
        .map(|span| (span.from.max(from), span.to.unwrap_or(to).min(to)))
        .filter(|(start, end)| start <= end)
        .collect();
    clipped.sort_unstable();
    let mut covered = 0;
    let mut reached: Option<Day> = None;
    for (start, end) in clipped {
        let start = match reached {
            Some(day) if day >= end => continue,
            Some(day) if day >= start => day.succ_opt().unwrap_or(day),
            _ => start,
        };
        covered += days(start, end);
        reached = Some(end);
    }
    covered
}
