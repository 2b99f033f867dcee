//! The terms a period is scored under: the rules in force and the readings chosen.
//!
//! The rules are those of the period's first day; the readings and the agency's own criteria
//! those in force on its last day, when the score is formed. Percentages become whole parts of one common unit here,
//! so that a million tasks are added as integers.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::{
    CalendarEdit, Confirmation, Day, Decimal, Exact, LocalRules, LocalRulesId, Period,
    ReadingChoice, Span, Tracking,
};
use crate::ledger::Book;
use crate::rules::{
    ChosenReadings, CivilServantRules, CriteriaLine, CriteriaSection, Denominator, EmptyMonth,
    Excess, LateUnit, ReadingFinding, Rules, Spanning, UnfinishedLate, WorkingCalendar,
    local_sections,
};

use super::under::Trial;

/// The key under which a confirmation keeps, beside its readings, the local rules it was
/// scored with: by decision and issuer, as [`LocalRules::cited`] writes them.
pub const LOCAL_RULES: &str = "local";

/// Percent that make one whole, in millionths.
const WHOLE: i64 = 100 * Decimal::SCALE;

/// Rules and readings of one period.
#[derive(Debug)]
pub struct Terms<'r> {
    /// The period.
    pub period: Period,
    /// The rules of its first day.
    pub rules: &'r CivilServantRules,
    /// The readings of its last day.
    pub chosen: ChosenReadings,
    /// Choices that were passed over.
    pub passed_over: Vec<ReadingFinding>,
    /// R1.
    pub late_unit: LateUnit,
    /// R2.
    pub denominator: Denominator,
    /// R3.
    pub excess: Excess,
    /// R7.
    pub empty_month: EmptyMonth,
    /// R8.
    pub unfinished: UnfinishedLate,
    /// R9.
    pub spanning: Spanning,
    /// Parts that make a full quality or schedule factor.
    pub unit: i128,
    failure_step: i128,
    late_step: i128,
    floor: i128,
    calendar: Option<WorkingCalendar>,
    local: Vec<LocalCriteria>,
    local_now: Option<usize>,
}

/// The general criteria under one set of local rules.
#[derive(Debug)]
struct LocalCriteria {
    cited: String,
    sections: Vec<CriteriaSection>,
}

impl<'r> Terms<'r> {
    /// The terms of a period; nothing when no instrument computed here governs it.
    #[must_use]
    pub fn of(book: &Book, rules: &'r Rules, period: Period) -> Option<Self> {
        let choices: Vec<ReadingChoice> = book.readings.iter().map(|(_, c)| c.clone()).collect();
        let edits: Vec<CalendarEdit> = book.calendar.iter().map(|(_, e)| e.clone()).collect();
        Self::resolve(rules, &choices, &edits, &sets_of(book), period)
    }

    fn resolve(
        all: &'r Rules,
        choices: &[ReadingChoice],
        edits: &[CalendarEdit],
        sets: &[LocalRules],
        period: Period,
    ) -> Option<Self> {
        let rules = all.for_period(period).ok()?;
        let (chosen, passed_over) = rules.choose(choices, period.last_day());
        let late_unit = chosen.late_unit();
        let mut percents = vec![
            rules.task.failure_deduction.value,
            rules.task.late_deduction.value,
            chosen.floor(),
        ];
        if let LateUnit::Slabs(slabs) = &late_unit {
            percents.extend(slabs.slabs().iter().map(|slab| slab.deduction));
        }
        let unit = percents.iter().fold(1, |unit, percent| {
            let parts = WHOLE / gcd(percent.millionths(), WHOLE);
            unit / gcd(unit, parts) * parts
        });
        let parts = |percent: Decimal| {
            i128::from(percent.millionths()) * i128::from(unit) / i128::from(WHOLE)
        };
        let calendar =
            matches!(late_unit, LateUnit::PerWorkingDay).then(|| all.calendar.with_edits(edits));
        let last_day = period.last_day();
        let local = sets.iter().map(|set| LocalCriteria {
            cited: set.cited(),
            sections: local_sections(&rules.sections, set),
        });
        Some(Self {
            period,
            rules,
            local: local.collect(),
            local_now: sets.iter().rposition(|set| set.span.contains(last_day)),
            late_unit,
            denominator: chosen.denominator(),
            excess: chosen.excess(),
            empty_month: chosen.empty_month(),
            unfinished: chosen.unfinished_late(),
            spanning: chosen.spanning(),
            unit: i128::from(unit),
            failure_step: parts(percents[0]),
            late_step: parts(percents[1]),
            floor: parts(percents[2]),
            calendar,
            chosen,
            passed_over,
        })
    }

    /// The local rules in force on the period's last day, as [`LocalRules::cited`] writes them.
    #[must_use]
    pub fn local_rules(&self) -> Option<&str> {
        let now = self.local.get(self.local_now?)?;
        Some(now.cited.as_str())
    }

    /// The sections of the general criteria: those of the local rules in force on the period's
    /// last day, else the decree's.
    #[must_use]
    pub fn sections(&self) -> &[CriteriaSection] {
        let now = self.local_now.and_then(|at| self.local.get(at));
        now.map_or(&self.rules.sections, |set| &set.sections)
    }

    /// The same for one official: a confirmed period keeps the criteria it was scored with.
    #[must_use]
    pub fn sections_under(&self, confirmation: Option<&Confirmation>) -> &[CriteriaSection] {
        let Some(confirmation) = confirmation.filter(|_| !self.local.is_empty()) else {
            return self.sections();
        };
        let kept = confirmation
            .readings
            .iter()
            .find(|(key, _)| key == LOCAL_RULES);
        let kept = kept.and_then(|(_, cited)| self.local.iter().find(|set| set.cited == *cited));
        kept.map_or(&self.rules.sections, |set| &set.sections)
    }

    /// The quality factor after so many failures that count, in parts of [`Terms::unit`].
    #[must_use]
    pub fn quality_factor(&self, failures: u32) -> i128 {
        self.after(self.failure_step * i128::from(failures))
    }

    /// What late occurrences that count take off the schedule factor, in parts of
    /// [`Terms::unit`]: under local slabs (R1) what the slab of their days does, and a step for
    /// each where no days are known or there are no slabs.
    #[must_use]
    pub fn late_deduction(&self, occurrences: u32, days: u32) -> i128 {
        match &self.late_unit {
            LateUnit::Slabs(slabs) if days > 0 => {
                let percent = i128::from(slabs.deduction(days).millionths());
                percent * self.unit / i128::from(WHOLE)
            }
            _ => self.late_step * i128::from(occurrences),
        }
    }

    /// The schedule factor after what was taken off together, not below the floor (R4).
    #[must_use]
    pub fn schedule_factor(&self, deduction: i128) -> i128 {
        self.after(deduction)
    }

    fn after(&self, deduction: i128) -> i128 {
        (self.unit - deduction).max(self.floor)
    }

    /// A factor as a fraction of one.
    #[must_use]
    pub fn share(&self, factor: i128) -> Exact {
        Exact::ratio(factor, self.unit)
    }

    /// Late occurrences between a deadline and the day of completion (R1).
    #[must_use]
    pub fn occurrences(&self, deadline: Day, finished: Day) -> u32 {
        if finished <= deadline {
            return 0;
        }
        match &self.late_unit {
            LateUnit::PerOccurrence | LateUnit::Slabs(_) => 1,
            LateUnit::PerDay => days_between(deadline, finished),
            LateUnit::PerWorkingDay => self.calendar.as_ref().map_or(0, |calendar| {
                calendar.working_days_between(deadline, finished)
            }),
        }
    }
}

/// The local rules of a book, the one that holds on a day last among those in force on it.
fn sets_of(book: &Book) -> Vec<LocalRules> {
    in_order(book.local_rules.iter())
}

fn in_order<'s>(sets: impl Iterator<Item = (LocalRulesId, &'s LocalRules)>) -> Vec<LocalRules> {
    let mut sets: Vec<_> = sets.collect();
    sets.sort_by_key(|(id, set)| (set.span.from, *id));
    sets.into_iter().map(|(_, set)| set.clone()).collect()
}

/// The lines of some sections in printed order.
pub(super) fn lines_in(sections: &[CriteriaSection]) -> impl Iterator<Item = &CriteriaLine> {
    sections.iter().flat_map(|section| &section.lines)
}

/// Calendar days after the first up to and with the second.
#[must_use]
pub(super) fn days_between(from: Day, to: Day) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

const fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a.abs() }
}

/// The terms of confirmed periods whose readings are no longer those in force.
type Kept<'r> = BTreeMap<(Period, Vec<(String, String)>), Option<Rc<Terms<'r>>>>;

/// The terms of every period asked for, resolved once each.
#[derive(Debug)]
pub struct TermsTable<'r> {
    all: &'r Rules,
    choices: Vec<ReadingChoice>,
    edits: Vec<CalendarEdit>,
    sets: Vec<LocalRules>,
    tracking: Tracking,
    known: RefCell<BTreeMap<Period, Option<Rc<Terms<'r>>>>>,
    kept: RefCell<Kept<'r>>,
    last_counted: Cell<(u16, Option<Day>)>,
}

impl<'r> TermsTable<'r> {
    /// A table for a book as it is now.
    #[must_use]
    pub fn new(book: &Book, all: &'r Rules) -> Self {
        Self {
            all,
            choices: book.readings.iter().map(|(_, c)| c.clone()).collect(),
            edits: book.calendar.iter().map(|(_, e)| e.clone()).collect(),
            sets: sets_of(book),
            tracking: book.agency.tracking,
            known: RefCell::default(),
            kept: RefCell::default(),
            last_counted: Cell::new((0, None)),
        }
    }

    /// The same table as if the agency had these readings or local rules.
    #[must_use]
    pub(super) fn under(self, trial: &Trial) -> Self {
        let (choices, sets) = match trial {
            Trial::Readings(choices) => (choices.clone(), self.sets),
            Trial::Local(sets) => {
                let sets = in_order(sets.iter().map(|(id, set)| (*id, set)));
                (self.choices, sets)
            }
        };
        Self {
            choices,
            sets,
            known: RefCell::default(),
            kept: RefCell::default(),
            ..self
        }
    }

    /// The terms of a period; nothing when no instrument computed here governs it.
    #[must_use]
    pub fn of(&self, period: Period) -> Option<Rc<Terms<'r>>> {
        if let Some(known) = self.known.borrow().get(&period) {
            return known.clone();
        }
        let terms =
            Terms::resolve(self.all, &self.choices, &self.edits, &self.sets, period).map(Rc::new);
        self.known.borrow_mut().insert(period, terms.clone());
        terms
    }

    /// The same for a period that may be confirmed: it keeps the readings it was scored with.
    #[must_use]
    pub fn kept(
        &self,
        period: Period,
        confirmation: Option<&Confirmation>,
    ) -> Option<Rc<Terms<'r>>> {
        let terms = self.of(period);
        let Some(confirmation) = confirmation.filter(|it| it.unlocked.is_none()) else {
            return terms;
        };
        let readings = || {
            let all = confirmation.readings.iter();
            all.filter(|(key, _)| key != LOCAL_RULES)
        };
        let now = terms.as_deref()?;
        let same = |(key, option): &(String, String)| {
            let mut chosen = now.chosen.iter();
            chosen.any(|now| now.reading.key() == key && now.key == *option)
        };
        if readings().all(same) {
            return terms;
        }
        let key = (period, confirmation.readings.clone());
        if let Some(kept) = self.kept.borrow().get(&key) {
            return kept.clone();
        }
        let choices: Vec<ReadingChoice> = readings()
            .map(|(reading, option)| ReadingChoice {
                reading: reading.clone(),
                option: option.clone(),
                span: Span {
                    from: period.first_day(),
                    to: None,
                },
                issuer: None,
                document: None,
            })
            .collect();
        let kept = Terms::resolve(self.all, &choices, &self.edits, &self.sets, period).map(Rc::new);
        self.kept.borrow_mut().insert(key, kept.clone());
        kept
    }

    /// The last deadline that counts in a year; nothing when the rules set none.
    #[must_use]
    pub fn last_counted(&self, year: u16) -> Option<Day> {
        let (known, day) = self.last_counted.get();
        if known == year {
            return day;
        }
        let rules = self.all.for_year(year).ok();
        let day = rules.map(|rules| rules.procedure.last_counted_deadline.last_day(year));
        self.last_counted.set((year, day));
        day
    }

    /// The rhythm the agency follows.
    #[must_use]
    pub const fn tracking(&self) -> Tracking {
        self.tracking
    }
}
