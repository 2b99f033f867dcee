//! The handbook's worked example, scored by the same engine as everything else.

use std::sync::Arc;

use crate::app::law;
use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, EventId, Exact, GeneralSheet, Official, OfficialId,
    Origin, Period, Position, PositionId, ReadingChoice, ReadingChoiceId, Role, Span, TaskEvent,
    TaskEventKind, Unit, UnitId,
};
use crate::engine::assess;
use crate::ledger::{Book, Key};
use crate::rules::{ReadingId, ReadingOption, Wording};

const YEAR: i32 = 2026;
const MONTH: u32 = 11;

/// Coefficient, assigned, completed, in hundredths; due, finished; quality failures.
const LINES: [(i64, i64, i64, u32, u32, u8); 3] = [
    (100, 500, 400, 15, 19, 0),
    (270, 300, 300, 10, 12, 1),
    (370, 100, 80, 19, 18, 2),
];

/// The options of R1 the example is scored under.
const OPTIONS: [&str; 2] = ["per_occurrence", "per_day"];

/// One line of the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleLine {
    /// k.
    pub coefficient: Decimal,
    /// g.
    pub assigned: Decimal,
    /// h.
    pub completed: Decimal,
    /// Deadline.
    pub due: Day,
    /// Day of completion.
    pub finished: Day,
    /// Quality failures.
    pub failures: u8,
}

/// The example's score under one option of R1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleScore {
    /// The option's words.
    pub option: Wording,
    /// a, b, c and the result, fractions of one.
    pub ratios: [Exact; 4],
    /// The total.
    pub total: Exact,
}

/// The whole example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its lines.
    pub lines: Vec<ExampleLine>,
    /// Points of the general criteria.
    pub general: Decimal,
    /// Its scores.
    pub scores: Vec<ExampleScore>,
}

/// The example; nothing should the rules of its month be missing.
#[must_use]
pub fn example() -> Option<Example> {
    let day = |day: u32| Day::from_ymd_opt(YEAR, MONTH, day).unwrap_or_default();
    let hundredths = |count: i64| Decimal::from_millionths(count * (Decimal::SCALE / 100));
    let lines: Vec<ExampleLine> = LINES
        .iter()
        .map(|(k, g, h, due, finished, failures)| ExampleLine {
            coefficient: hundredths(*k),
            assigned: hundredths(*g),
            completed: hundredths(*h),
            due: day(*due),
            finished: day(*finished),
            failures: *failures,
        })
        .collect();
    let period = Period::Month(crate::domain::Month::of(day(1)));
    let rules = law().for_period(period).ok()?;
    let sheet = GeneralSheet {
        own: rules.lines().map(|line| (line.id, line.max)).collect(),
        ..GeneralSheet::default()
    };
    let mut book = Book::default();
    people(&mut book, day(1));
    book.put(Key::General(OfficialId(1), period), Some(sheet.into()));
    for (id, line) in (1..).zip(&lines) {
        book.put(Key::Assignment(AssignmentId(id)), Some(task(line).into()));
    }
    let reading = rules.reading(ReadingId::R1);
    let options = OPTIONS.iter().filter_map(|key| reading.option(key));
    let scores = options.map(|option| score(&mut book, option, period));
    Some(Example {
        scores: scores.collect::<Option<Vec<_>>>()?,
        lines,
        general: rules.general_points.value,
    })
}

fn people(book: &mut Book, from: Day) {
    let span = Span { from, to: None };
    let unit = Unit {
        name: String::from("–"),
        code: None,
        parent: None,
    };
    let official = Official {
        name: String::from("–"),
        ..Official::default()
    };
    let position = Position {
        official: OfficialId(1),
        unit: UnitId(1),
        role: Role::Staff,
        title: String::new(),
        group: None,
        span,
    };
    book.put(Key::Unit(UnitId(1)), Some(unit.into()));
    book.put(Key::Official(OfficialId(1)), Some(official.into()));
    book.put(Key::Position(PositionId(1)), Some(position.into()));
}

fn task(line: &ExampleLine) -> Assignment {
    let failure = |id: u8| TaskEvent {
        id: EventId(u32::from(id)),
        on: line.finished,
        kind: TaskEventKind::QualityFailure { note: None },
    };
    Assignment {
        code: None,
        name: None,
        official: Some(OfficialId(1)),
        unit: None,
        product: None,
        coefficient: line.coefficient,
        assigned: line.assigned,
        completed: line.completed,
        assigned_on: None,
        due: Some(line.due),
        finished: Some(line.finished),
        origin: Origin::Planned,
        handed_back: None,
        events: (1..=line.failures).map(failure).collect(),
        note: None,
    }
}

fn score(book: &mut Book, option: ReadingOption, period: Period) -> Option<ExampleScore> {
    let choice = ReadingChoice {
        reading: option.reading.key().to_owned(),
        option: option.key,
        span: Span {
            from: period.first_day(),
            to: None,
        },
        issuer: None,
        document: None,
    };
    book.put(Key::Reading(ReadingChoiceId(1)), Some(choice.into()));
    let answer = assess(book, OfficialId(1), period, law());
    Some(ExampleScore {
        option: Arc::unwrap_or_clone(option.basis).name,
        ratios: [
            answer.quantity?,
            answer.quality?,
            answer.schedule?,
            answer.result?,
        ],
        total: answer.total?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_gives_the_handbooks_figures() {
        let shown = example().expect("the rules of November 2026");
        let totals: Vec<String> = shown.scores.iter().map(|s| s.total.truncated(2)).collect();
        assert_eq!(totals, ["83.68", "76.70"]);
        let hundred = Exact::whole(100);
        let percent = |ratio: &Exact| ratio.times(&hundred).truncated(2);
        let days: Vec<String> = shown.scores[1].ratios.iter().map(percent).collect();
        assert_eq!(days, ["89.64", "68.77", "41.72", "66.71"]);
    }
}
