//! The parts of a span over which a figure is followed.

use crate::domain::{Day, Month, Span};

/// Months shown before a span that lies in one month.
const MONTHS_BACK: usize = 5;
/// The most months shown.
const MOST: usize = 24;

/// The months of a span, cut at its ends; for a span within one month that month and the five
/// before it, so that there is something to compare with. The last two years of a longer span.
#[must_use]
pub fn trend_spans(span: Span) -> Vec<Span> {
    let last = span.to.unwrap_or(span.from);
    let (from, to) = (Month::of(span.from), Month::of(last));
    let whole = |month: Month| Span {
        from: month.first_day(),
        to: Some(month.last_day()),
    };
    if from == to {
        let mut spans: Vec<Span> =
            std::iter::successors(Some(from.previous()), |month| Some(month.previous()))
                .take(MONTHS_BACK)
                .map(whole)
                .collect();
        spans.reverse();
        spans.push(span);
        return spans;
    }
    let months = std::iter::successors(Some(from), |month| Some(month.next()));
    let all: Vec<Span> = months
        .take_while(|month| *month <= to)
        .map(|month| {
            let whole = whole(month);
            Span {
                from: whole.from.max(span.from),
                to: whole.to.map(|end| end.min(last)),
            }
        })
        .collect();
    let skipped = all.len().saturating_sub(MOST);
    all[skipped..].to_vec()
}

/// The first day that must be gathered for a span with its trend.
#[must_use]
pub fn trend_start(span: Span) -> Day {
    let first = trend_spans(span).first().map(|part| part.from);
    first.unwrap_or(span.from).min(span.from)
}
