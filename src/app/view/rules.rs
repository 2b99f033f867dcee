//! What stands behind the scores besides products and readings: criteria, calendar, agency.

use chrono::Datelike;

use crate::app::{Model, law};
use crate::domain::{Agency, CalendarEdit, CalendarEditId, Citation, Day, Decimal, Grade, Month};
use crate::rules::{Basis, CalendarDayKind, Wording};

/// A rule's words with where they stand written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its key in the rules.
    pub key: String,
    /// Its words.
    pub name: Wording,
    /// What a reader should know besides.
    pub note: Option<Wording>,
    /// Where it stands, with the name of the instrument.
    pub citations: Vec<(Citation, Wording)>,
    /// How binding it is.
    pub grade: Grade,
}

/// The source of a rule.
#[must_use]
pub fn source(basis: &Basis) -> Source {
    let named = basis.citations.iter().map(|citation| {
        let instrument = law().cited(citation);
        let name = instrument.map(|instrument| instrument.short.clone());
        (citation.clone(), name.unwrap_or_default())
    });
    Source {
        key: basis.key.clone(),
        name: basis.name.clone(),
        note: basis.note.clone(),
        citations: named.collect(),
        grade: basis.grade,
    }
}

/// One criterion with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionView {
    /// As printed: `I.2`, `đ`.
    pub mark: String,
    /// Most points, for a line of the general criteria.
    pub max: Option<Decimal>,
    /// Its words and where they stand.
    pub source: Source,
    /// What is asked for under it.
    pub details: Vec<Wording>,
}

/// A section of criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaView {
    /// As printed: `I`; empty for the criteria of heads and deputies.
    pub mark: String,
    /// Most points of the section.
    pub max: Option<Decimal>,
    /// Its words.
    pub source: Source,
    /// Its criteria.
    pub criteria: Vec<CriterionView>,
}

/// All criteria that are not counted out of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaPage {
    /// Points of the general criteria together.
    pub points: Decimal,
    /// Sections of the general criteria.
    pub general: Vec<CriteriaView>,
    /// The local rules in force at the end of the month looked at, and since when.
    pub local: Option<(String, Day)>,
    /// What heads and deputies answer besides.
    pub leaders: CriteriaView,
    /// Percent when such a criterion is met, and when it is not.
    pub percents: [Decimal; 2],
}

/// The criteria of the year looked at; nothing where no rules are in force.
#[must_use]
pub fn criteria(model: &Model) -> Option<CriteriaPage> {
    let rules = law().for_year(model.month().year()).ok()?;
    let general = rules.sections.iter().map(|section| CriteriaView {
        mark: section.lines.first().map_or_else(String::new, |line| {
            let id = line.id.to_string();
            id.split('.').next().unwrap_or_default().to_owned()
        }),
        max: Some(section.max),
        source: source(&section.basis),
        criteria: section
            .lines
            .iter()
            .map(|line| CriterionView {
                mark: line.id.to_string(),
                max: Some(line.max),
                source: source(&line.basis),
                details: line.details.clone(),
            })
            .collect(),
    });
    let symbols = rules.task.leader.components.iter().rev().take(3).rev();
    let leading = rules.task.leadership.iter().zip(symbols);
    let leaders = CriteriaView {
        mark: String::new(),
        max: None,
        source: source(&rules.task.leader.basis),
        criteria: leading
            .map(|(rule, component)| CriterionView {
                mark: component.symbol.clone(),
                max: None,
                source: source(&rule.basis),
                details: vec![rule.when_full.clone(), rule.when_reduced.clone()],
            })
            .collect(),
    };
    Some(CriteriaPage {
        points: rules.general_points.value,
        general: general.collect(),
        local: model
            .book
            .local_rules_on(model.month().last_day())
            .filter(|(_, set)| !set.lines.is_empty())
            .map(|(_, set)| (set.cited(), set.span.from)),
        leaders,
        percents: [
            rules.task.leadership_full.value,
            rules.task.leadership_reduced.value,
        ],
    })
}

/// Why a day differs from the plain week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A public holiday.
    Holiday,
    /// Off in place of a holiday.
    Compensatory,
    /// A working day moved away.
    SwappedOff,
    /// A rest day worked instead.
    SwappedWorked,
    /// Off by the agency's own entry.
    OwnOff,
    /// Worked by the agency's own entry.
    OwnWorked,
}

impl DayKind {
    /// True when the day is worked.
    #[must_use]
    pub const fn is_worked(self) -> bool {
        matches!(self, Self::SwappedWorked | Self::OwnWorked)
    }
}

/// One day that differs from the plain week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// The day.
    pub day: Day,
    /// Why.
    pub kind: DayKind,
    /// What the announcement calls it.
    pub name: Option<Wording>,
    /// The agency's own entry, with its note.
    pub own: Option<(CalendarEditId, Option<String>)>,
}

/// One month of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarMonth {
    /// Which.
    pub month: Month,
    /// For each day whether it is worked, and why it differs from the plain week.
    pub days: Vec<(bool, Option<DayKind>)>,
    /// Place of the first day in its week, 0 for Monday.
    pub offset: u32,
    /// Number of working days.
    pub working: usize,
}

/// The working days of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarView {
    /// The year.
    pub year: u16,
    /// Where its days come from; nothing for a year that is not shipped.
    pub source: Option<Source>,
    /// True when its days are those announced.
    pub verified: bool,
    /// The day somebody last checked it.
    pub verified_on: Option<Day>,
    /// The months.
    pub months: Vec<CalendarMonth>,
    /// The days that differ from the plain week, in order.
    pub special: Vec<SpecialDay>,
}

/// The years that can be looked at: the shipped ones and those with own entries.
#[must_use]
pub fn calendar_years(model: &Model) -> Vec<u16> {
    let own = model.book.calendar.iter();
    let own = own.filter_map(|(_, edit)| u16::try_from(edit.day.year()).ok());
    let shipped = law().calendar.years.iter().map(|year| year.year);
    let all: std::collections::BTreeSet<u16> =
        own.chain(shipped).chain([model.month().year()]).collect();
    all.into_iter().collect()
}

/// The calendar of a year with the agency's own entries.
#[must_use]
pub fn calendar(model: &Model, year: u16) -> CalendarView {
    let edits: Vec<CalendarEdit> = model.book.calendar.iter().map(|(_, e)| e.clone()).collect();
    let working = law().calendar.with_edits(&edits);
    let special = special(model, year);
    let month = |month: Month| {
        let days: Vec<(bool, Option<DayKind>)> = month
            .first_day()
            .iter_days()
            .take_while(|day| *day <= month.last_day())
            .map(|day| {
                let found = special.iter().find(|special| special.day == day);
                (working.is_working(day), found.map(|found| found.kind))
            })
            .collect();
        CalendarMonth {
            month,
            offset: month.first_day().weekday().num_days_from_monday(),
            working: days.iter().filter(|(worked, _)| *worked).count(),
            days,
        }
    };
    let shipped = law().calendar.year(year);
    CalendarView {
        year,
        source: shipped.map(|shipped| source(&shipped.basis)),
        verified: shipped.is_some_and(|shipped| shipped.verified),
        verified_on: shipped.map(|shipped| shipped.basis.verified_on),
        months: Month::all_of(year).map(month).collect(),
        special,
    }
}

fn special(model: &Model, year: u16) -> Vec<SpecialDay> {
    let shipped = law().calendar.days_of(year).map(|day| SpecialDay {
        day: day.day,
        kind: match day.kind {
            CalendarDayKind::Holiday => DayKind::Holiday,
            CalendarDayKind::Compensatory => DayKind::Compensatory,
            CalendarDayKind::SwappedOff => DayKind::SwappedOff,
            CalendarDayKind::SwappedWorked => DayKind::SwappedWorked,
        },
        name: Some(day.name.clone()),
        own: None,
    });
    let mut all: std::collections::BTreeMap<Day, SpecialDay> =
        shipped.map(|day| (day.day, day)).collect();
    for (id, edit) in model.book.calendar.iter() {
        if edit.day.year() != i32::from(year) {
            continue;
        }
        let name = all.get(&edit.day).and_then(|day| day.name.clone());
        let kind = if edit.working {
            DayKind::OwnWorked
        } else {
            DayKind::OwnOff
        };
        let own = Some((id, edit.note.clone()));
        let day = edit.day;
        all.insert(
            day,
            SpecialDay {
                day,
                kind,
                name,
                own,
            },
        );
    }
    all.into_values().collect()
}

/// The agency as it is recorded.
#[must_use]
pub fn agency(model: &Model) -> Agency {
    model.book.agency.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::calendar::{NewDay, set};

    fn model() -> Model {
        Model {
            month: Month::new(2026, 10).ok(),
            ..Model::default()
        }
    }

    #[test]
    fn the_general_criteria_add_up_to_the_points_of_the_rules() {
        let shown = criteria(&model()).expect("criteria of 2026");
        let rules = law().for_year(2026).expect("rules of 2026");
        let lines = shown.general.iter().flat_map(|section| &section.criteria);
        let sum = lines
            .filter_map(|line| line.max)
            .fold(Decimal::ZERO, |sum, max| {
                sum.checked_add(max).expect("a small sum")
            });
        assert_eq!(sum, rules.general_points.value);
        let leaders = shown.leaders.criteria.iter();
        let marks: Vec<&str> = leaders.map(|one| one.mark.as_str()).collect();
        assert_eq!(marks, ["d", "đ", "e"]);
    }

    #[test]
    fn an_own_entry_stands_over_the_announced_day_and_is_counted() {
        let mut model = model();
        let before = calendar(&model, 2026).months[4].working;
        let new = NewDay {
            day: "04/05/2026".to_owned(),
            working: false,
            note: "Hội nghị toàn cơ quan".to_owned(),
        };
        let operation = set(&model.book, &new, 2026).expect("a day");
        model.book.apply(&operation).expect("a good operation");
        let after = calendar(&model, 2026);
        assert_eq!(after.months[4].working + 1, before);
        let day = Day::from_ymd_opt(2026, 5, 4).expect("a day");
        let found = after.special.iter().find(|special| special.day == day);
        assert_eq!(found.map(|found| found.kind), Some(DayKind::OwnOff));
    }

    #[test]
    fn a_year_that_is_not_shipped_says_so() {
        let unknown = calendar(&model(), 2031);
        assert_eq!(unknown.source, None);
        assert!(!unknown.verified && unknown.special.is_empty());
        assert!(calendar(&model(), 2026).verified);
    }
}
