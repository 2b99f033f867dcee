//! What the summary workbook is filled from: plain values, results of the engine beside inputs.

use crate::domain::{Class, Classification, Day, Decimal, Exact, Period};
use crate::ledger::LogHead;
use crate::rules::{CapBase, CapRounding, Denominator, Excess};

use super::Names;

/// Everything in the workbook.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Printed above every sheet.
    pub agency: String,
    /// The year.
    pub year: u16,
    /// The day of writing.
    pub written_on: Option<Day>,
    /// Where the log stands, for the file's properties.
    pub log: Option<LogHead>,
    /// Whether names are shown.
    pub names: Names,
    /// The numbers the formulas use.
    pub parameters: Parameters,
    /// People in the order of the list; pseudonyms count in this order.
    pub people: Vec<SummaryPerson>,
}

impl Summary {
    /// A year without people and with parameters that are all nothing, to be filled.
    #[must_use]
    pub fn empty(year: u16) -> Self {
        Self {
            agency: String::new(),
            year,
            written_on: None,
            log: None,
            names: Names::Shown,
            parameters: Parameters::empty(),
            people: Vec::new(),
        }
    }
}

/// A value with the place it is written at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it stands, as shown to people.
    pub citation: String,
    /// How binding that is, as shown to people.
    pub grade: String,
}

impl<T> Sourced<T> {
    fn unsourced(value: T) -> Self {
        Self {
            value,
            citation: String::new(),
            grade: String::new(),
        }
    }
}

/// The numbers of the law and the chosen readings, from the rules in force.
#[derive(Debug, Clone)]
pub struct Parameters {
    /// Lines of the general criteria in order.
    pub criteria: Vec<Criterion>,
    /// Largest points of the task result, for instance 70.
    pub result_points: Sourced<Decimal>,
    /// Part taken off for one failed quality assessment, for instance 0.25.
    pub failure_deduction: Sourced<Decimal>,
    /// Part taken off for one late occurrence.
    pub late_deduction: Sourced<Decimal>,
    /// Least q and t, for instance 0 (reading R4).
    pub floor: Sourced<Decimal>,
    /// Least points of the three classes above the last, best first.
    pub thresholds: [Sourced<Decimal>; 3],
    /// Largest share of the best class, for instance 0.2.
    pub cap_share: Sourced<Decimal>,
    /// Reading R2.
    pub denominator: Sourced<Denominator>,
    /// Reading R3.
    pub over_full: Sourced<Excess>,
    /// Reading R5.
    pub cap_base: Sourced<CapBase>,
    /// Reading R6.
    pub cap_rounding: Sourced<CapRounding>,
    /// Printed decimals (reading R10).
    pub decimals: u8,
}

impl Parameters {
    fn empty() -> Self {
        let nothing = || Sourced::unsourced(Decimal::ZERO);
        Self {
            criteria: Vec::new(),
            result_points: nothing(),
            failure_deduction: nothing(),
            late_deduction: nothing(),
            floor: nothing(),
            thresholds: [nothing(), nothing(), nothing()],
            cap_share: nothing(),
            denominator: Sourced::unsourced(Denominator::Assigned),
            over_full: Sourced::unsourced(Excess::Keep),
            cap_base: Sourced::unsourced(CapBase::FinalGood),
            cap_rounding: Sourced::unsourced(CapRounding::Down),
            decimals: 0,
        }
    }
}

/// A line of the general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// `I.1`.
    pub number: String,
    /// Its words.
    pub wording: String,
    /// Its largest points.
    pub most_points: Decimal,
}

/// A person of the summary.
#[derive(Debug, Clone)]
pub struct SummaryPerson {
    /// Staff code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Position and title.
    pub position: String,
    /// Unit.
    pub unit: String,
    /// Group of similar duties; empty when none.
    pub group: String,
    /// Their scored periods, months or quarters, in order.
    pub periods: Vec<PersonPeriod>,
    /// Exact mean of the year.
    pub mean: Option<Exact>,
    /// False while periods of the year are missing: then there is no computed class.
    pub complete: bool,
    /// The class the mean alone gives.
    pub score_class: Option<Class>,
    /// Why the class is Không hoàn thành whatever the score, if so.
    pub gate: Option<String>,
    /// The class of the unit they lead, which theirs is not above.
    pub unit_class: Option<Class>,
    /// Why they are not classified, if so.
    pub unclassified: Option<String>,
    /// What the engine computed.
    pub computed: Classification,
    /// What was decided, if it was.
    pub decided: Option<Classification>,
    /// Free text.
    pub note: String,
}

impl SummaryPerson {
    /// What the cap counts: the decision, before it exists the computed class.
    #[must_use]
    pub fn last_class(&self) -> Classification {
        self.decided.unwrap_or(self.computed)
    }
}

/// How the result of a period is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodRole {
    /// Mean of a, b, c.
    Staff,
    /// Mean of a, b, c, d, đ, e.
    Leader,
    /// Mean of a, b, c entered by the authority, without products.
    Support,
}

/// One scored period of a person.
#[derive(Debug, Clone)]
pub struct PersonPeriod {
    /// A month or a quarter.
    pub period: Period,
    /// How the result is put together.
    pub role: PeriodRole,
    /// Points of the general criteria in the order of [`Parameters::criteria`].
    pub general_lines: Vec<Option<Decimal>>,
    /// a, b, c as fractions of 1.
    pub ratios: [Option<Exact>; 3],
    /// d, đ, e as fractions of 1.
    pub leadership: [Option<Exact>; 3],
    /// Points of the task result.
    pub result: Option<Exact>,
    /// The total.
    pub total: Option<Exact>,
    /// The total when it does not follow from the parts: confirmed before, or brought
    /// along from another agency.
    pub fixed_total: Option<Exact>,
    /// Whether it counts in the mean of the year.
    pub in_year: bool,
    /// What is missing, or why it does not count.
    pub note: String,
    /// Its tasks.
    pub tasks: Vec<TaskLine>,
}

impl PersonPeriod {
    /// Sum of the general criteria, when no line is missing.
    #[must_use]
    pub fn general(&self) -> Option<Exact> {
        self.general_lines
            .iter()
            .try_fold(Exact::zero(), |sum, line| Some(sum.plus(&(*line)?.exact())))
    }
}

/// Where a task came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskOrigin {
    /// Planned and assigned at first.
    Planned,
    /// Unplanned.
    Unplanned,
    /// Taken over from another person.
    TakenOver,
    /// Handed back.
    HandedBack,
}

/// A task as it counts in a period.
#[derive(Debug, Clone)]
pub struct TaskLine {
    /// Its number in the register.
    pub code: String,
    /// What is to be done.
    pub title: String,
    /// Product of the catalogue.
    pub product: String,
    /// Where it came from.
    pub origin: TaskOrigin,
    /// Whether its amount is in the denominators.
    pub in_assigned: bool,
    /// The part of it that counts in this period, one for a whole task (reading R9).
    pub share: Exact,
    /// k.
    pub coefficient: Decimal,
    /// g.
    pub assigned: Decimal,
    /// h.
    pub completed: Decimal,
    /// Day of assignment.
    pub assigned_on: Option<Day>,
    /// First deadline.
    pub due: Option<Day>,
    /// Deadline in force after extensions.
    pub due_in_force: Option<Day>,
    /// Day of completion.
    pub finished: Option<Day>,
    /// "Chưa đạt" assessments, and how many of them are excused.
    pub failures: u32,
    /// See `failures`.
    pub excused_failures: u32,
    /// Late occurrences under the reading in force, and how many of them are excused.
    pub late: u32,
    /// See `late`.
    pub excused_late: u32,
    /// q, a fraction of 1.
    pub quality: Exact,
    /// t, a fraction of 1.
    pub timeliness: Exact,
    /// True when t does not follow from the number of late occurrences (reading R1, by slabs).
    pub timeliness_given: bool,
}
