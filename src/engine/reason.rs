//! Why a score is what it is: a tree from the total down to single records.
//!
//! A reason holds facts, not sentences: the rule with its citation, the reading it was
//! applied under, the inputs with the records they come from, and the value. `i18n` puts
//! them into words. The tree is built from the figures the score is made of.

use std::sync::Arc;

use crate::domain::{
    Citation, Class, Classification, Day, EventId, Exact, Gate, Grade, LeadershipCriterion, LineId,
    OfficialId, Period, Role,
};
use crate::ledger::Key;
use crate::rules::{Basis, ReadingId, ReadingOption};

/// One step of the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What was done.
    pub step: Step,
    /// The rule it was done by.
    pub rule: Arc<Basis>,
    /// The readings of the law that bear on this step.
    pub readings: Vec<ReadingUsed>,
    /// What it was done with.
    pub inputs: Vec<Input>,
    /// What came out.
    pub value: Value,
    /// The steps it rests on.
    pub children: Vec<Reason>,
}

/// What a step of a reason does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// General points plus result points (Điều 17.1).
    Total,
    /// A total that was confirmed and is frozen.
    Confirmed,
    /// A total brought along from a former agency.
    Foreign,
    /// A total or year's score as the mean of shorter periods.
    Mean,
    /// One period within a mean.
    Part(Period),
    /// The sum of the general criteria.
    General,
    /// One line of the general criteria.
    GeneralLine(LineId),
    /// A complaint's effect on a line, decided by a person.
    ComplaintEffect,
    /// The task result, a ratio (Điều 16).
    Result,
    /// a: quantity.
    Quantity,
    /// b: quality.
    Quality,
    /// c: schedule.
    Schedule,
    /// d, đ, e.
    Leadership(LeadershipCriterion),
    /// One official led, within d.
    Led(OfficialId),
    /// One rating of a support worker.
    Support(SupportRating),
    /// One task within a, b or c.
    Task,
    /// A quality failure of a task.
    QualityFailure,
    /// A recorded late occurrence of a task.
    LateOccurrence,
    /// The lateness that follows from a task's dates.
    DerivedLateness,
    /// An extension of the deadline; one revoked or followed by another stays as history.
    Extension,
    /// An objective cause for the step above it; one revoked or not confirmed stays as history.
    ObjectiveCause,
    /// A task handed back.
    HandedBack,
    /// The class of a year.
    YearClass,
    /// The class a score reaches.
    Threshold,
    /// A ground that sets the class.
    Gate(Gate),
    /// The limit a head's class has from the unit's.
    HeadLimit,
    /// The time worked in a year.
    WorkedTime,
    /// The decided class.
    Decision,
}

/// The ratings of a support worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SupportRating {
    /// Quality of work.
    Quality,
    /// Compliance.
    Compliance,
    /// Effectiveness.
    Effectiveness,
}

/// A reading of the law that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingUsed {
    /// Which question.
    pub id: ReadingId,
    /// The chosen option's key.
    pub option: String,
    /// The option's basis; its name is what was chosen.
    pub basis: Arc<Basis>,
}

impl From<&ReadingOption> for ReadingUsed {
    fn from(option: &ReadingOption) -> Self {
        Self {
            id: option.reading,
            option: option.key.clone(),
            basis: Arc::clone(&option.basis),
        }
    }
}

/// One named input of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: InputName,
    /// Its value.
    pub value: Value,
    /// The record it comes from.
    pub record: Option<Key>,
    /// The event within that record.
    pub event: Option<EventId>,
}

/// What an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the documentation")]
pub enum InputName {
    Absence,
    Act,
    Assigned,
    AwayMonths,
    BelowThreshold,
    Class,
    Coefficient,
    Completed,
    ConfirmedBy,
    Deadline,
    Decided,
    Deduction,
    Denominator,
    Document,
    Due,
    Excused,
    ExcusedFailures,
    ExcusedLate,
    Factor,
    Failures,
    Finished,
    FullPoints,
    General,
    GivenBy,
    Given,
    HandedBack,
    Late,
    LateDays,
    Lines,
    Max,
    Months,
    Mean,
    MinimumMonths,
    Numerator,
    On,
    Origin,
    PeopleLed,
    Points,
    Result,
    Revoked,
    Role,
    Score,
    Share,
    Source,
    Superseded,
    TakenOverBy,
    Threshold,
    UnitClass,
    Unscored,
    Version,
    WorkedMonths,
}

/// A value with its kind, so that it is shown in its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Points of the hundred.
    Points(Exact),
    /// A fraction of one, shown as a percentage.
    Ratio(Exact),
    /// A quantity of products, converted or not.
    Quantity(Exact),
    /// A number of things.
    Count(u32),
    /// Months, possibly broken.
    Months(Exact),
    /// A day.
    Day(Day),
    /// A period.
    Period(Period),
    /// A class.
    Class(Class),
    /// What a year is answered with.
    Classification(Classification),
    /// A role.
    Role(Role),
    /// How a line came to its official.
    Origin(crate::domain::Origin),
    /// Who gave the points: true for the authority, false for the official.
    ByAuthority(bool),
    /// Yes or no.
    Flag(bool),
    /// Words a user entered.
    Text(String),
    /// Not there: the reason there is no value above.
    Missing,
}

impl Value {
    /// Points, or missing.
    #[must_use]
    pub fn points(value: Option<Exact>) -> Self {
        value.map_or(Self::Missing, Self::Points)
    }

    /// A ratio, or missing.
    #[must_use]
    pub fn ratio(value: Option<Exact>) -> Self {
        value.map_or(Self::Missing, Self::Ratio)
    }

    /// A day, or missing.
    #[must_use]
    pub fn day(value: Option<Day>) -> Self {
        value.map_or(Self::Missing, Self::Day)
    }
}

impl Reason {
    /// A step without inputs or children yet.
    #[must_use]
    pub fn new(step: Step, rule: &Arc<Basis>, value: Value) -> Self {
        Self {
            step,
            rule: Arc::clone(rule),
            readings: Vec::new(),
            inputs: Vec::new(),
            value,
            children: Vec::new(),
        }
    }

    /// With a reading that bears on the step.
    #[must_use]
    pub fn under(mut self, option: &ReadingOption) -> Self {
        self.readings.push(ReadingUsed::from(option));
        self
    }

    /// With an input that is a computed figure.
    #[must_use]
    pub fn with(mut self, name: InputName, value: Value) -> Self {
        self.inputs.push(Input {
            name,
            value,
            record: None,
            event: None,
        });
        self
    }

    /// With an input that stands in a record.
    #[must_use]
    pub fn on_record(mut self, name: InputName, value: Value, record: Key) -> Self {
        self.inputs.push(Input {
            name,
            value,
            record: Some(record),
            event: None,
        });
        self
    }

    /// With an input that stands in one event of a record.
    #[must_use]
    pub fn on_event(mut self, name: InputName, value: Value, record: Key, event: EventId) -> Self {
        self.inputs.push(Input {
            name,
            value,
            record: Some(record),
            event: Some(event),
        });
        self
    }

    /// With steps it rests on.
    #[must_use]
    pub fn because(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Where the rule stands written.
    #[must_use]
    pub fn citations(&self) -> &[Citation] {
        &self.rule.citations
    }

    /// How binding the rule is.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.rule.grade
    }
}
