//! Yearly days, clocks, principles, uses of results and papers (Điều 11 to 24).

use std::sync::Arc;

use super::basis::{Basis, Count, Principle};
use super::entry::{DataFile, Entry};
use super::fault::FaultReason;
use crate::domain::{Class, Day};

/// A day that comes back every year, counted from the evaluated year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyDay {
    /// Legal basis.
    pub basis: Arc<Basis>,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Years after the evaluated one.
    pub years_after: u32,
    /// True when the named day itself is already too late ("trước ngày …").
    pub before: bool,
}

impl YearlyDay {
    /// The named day for an evaluated year.
    #[must_use]
    pub fn named_day(&self, year: u16) -> Day {
        let year = i32::from(year) + i32::try_from(self.years_after).unwrap_or(0);
        Day::from_ymd_opt(year, self.month, self.day).unwrap_or(Day::MAX)
    }

    /// The last day that still keeps the time.
    #[must_use]
    pub fn last_day(&self, year: u16) -> Day {
        let named = self.named_day(year);
        if self.before {
            named.pred_opt().unwrap_or(named)
        } else {
            named
        }
    }
}

/// Days and clocks of the yearly procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureRules {
    /// Classification before 15/12 (Điều 19.2).
    pub evaluation: YearlyDay,
    /// Special cases before 15/01 of the next year (Điều 19.2).
    pub special_evaluation: YearlyDay,
    /// Last deadline that counts in the year; later ones count next year (handbook).
    pub last_counted_deadline: YearlyDay,
    /// Working days to settle a petition (Điều 22).
    pub petition_working_days: Count,
    /// Days to synchronise results to the national database (Điều 26.1d).
    pub synchronise_days: Count,
    /// Most complexity groups of a catalogue (Điều 13.1a).
    pub catalogue_groups: Count,
    /// What results are used for (Điều 23), in the decree's order.
    pub uses: Vec<ResultUse>,
    /// Papers kept electronically (Điều 24.2), in the decree's order.
    pub papers: Vec<Principle>,
    /// Steps of the yearly classification (Điều 21), in order.
    pub steps: Vec<ProcedureStep>,
}

/// Which result a use rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResultCycle {
    /// The quarter's result (Điều 23.1).
    Quarter,
    /// The half-year's result (Điều 23.2).
    HalfYear,
    /// The year's class (Điều 23.3).
    Year,
}

/// One use of results (Điều 23).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultUse {
    /// Legal basis; its name is the use in the decree's words.
    pub basis: Arc<Basis>,
    /// Which result.
    pub cycle: ResultCycle,
    /// The classes it concerns; all when empty.
    pub classes: Vec<Class>,
}

/// One step of the yearly classification (Điều 21).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureStep {
    /// Legal basis; its name is the step.
    pub basis: Arc<Basis>,
    /// True when it is taken for heads.
    pub heads: bool,
    /// True when it is taken for deputies.
    pub deputies: bool,
    /// True when it is taken for everyone else.
    pub staff: bool,
}

macro_rules! principles {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// A rule without a number, by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PrincipleId {$($(#[$doc])* $name),+}

        impl PrincipleId {
            /// All principles.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The key in the data.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key),+}
            }
        }
    };
}

principles! {
    /// Total of the general criteria (Điều 12.2).
    GeneralCriteria = "general.criteria",
    /// The authority's points count once given (Điều 17.2, 18.2).
    AuthorityScore = "general.authority",
    /// The denominator is the assigned amount (Điều 14.2).
    AssignedDenominator = "task.assigned",
    /// A line handed back stays assigned and is not completed (Điều 18.1d).
    HandedBack = "task.handed_back",
    /// A line taken over is an addition (Điều 18.1d).
    TakenOver = "task.taken_over",
    /// Unplanned work is an addition (Điều 18.1d).
    Unplanned = "task.unplanned",
    /// A confirmed objective cause excuses (Điều 14.2b, c).
    ObjectiveCause = "task.objective_cause",
    /// Nothing assigned, no score.
    NothingAssigned = "task.nothing_assigned",
    /// Total of a period (Điều 17.1).
    PeriodTotal = "period.total",
    /// Quarter: mean of three months (Điều 17.3).
    QuarterMean = "period.quarter",
    /// Half-year: mean of six months (Điều 17.3).
    HalfYearMean = "period.half_year",
    /// Year: mean of twelve months (Điều 17.3).
    YearMean = "year.mean",
    /// Mean of the time worked (Điều 11.2, 19.3).
    TimeWorkedMean = "year.time_worked",
    /// Scores of the former agency count (Điều 19.1).
    Transfer = "year.transfer",
    /// Not classified below the minimum (Điều 11.1).
    Unclassified = "class.unclassified",
    /// The same act counts in one year only (Điều 11.3a).
    SameActOnce = "discipline.same_act",
    /// An act already used does not count again (Điều 11.3b).
    ActAlreadyUsed = "discipline.already_used",
    /// An act at the former organisation counts there (Điều 11.3c, d).
    FormerOrganisation = "discipline.former_organisation",
    /// The head is not above the organisation (Điều 20.6).
    HeadNotAboveUnit = "class.head_not_above_unit",
    /// The cap also holds in each group of similar duties (Điều 20.5a).
    CapLevels = "cap.levels",
    /// The decided class stands, a difference is reasoned (Điều 21).
    Decision = "class.decision",
    /// A new decision replaces the former (Điều 21.3).
    Replacement = "class.replacement",
    /// Only a concluded, substantiated complaint may bear on a score.
    ConcludedComplaint = "complaint.concluded",
    /// Display cuts, a class is decided on the exact value.
    Exactness = "display.truncate",
    /// An agency may add methods of its own (Điều 26.1b).
    LocalMethods = "local.methods",
}

pub(super) fn read_principles(file: &mut DataFile, list: &str) -> Vec<Principle> {
    file.read(list, |entry| {
        Some(Principle {
            basis: entry.basis()?,
        })
    })
}

pub(super) fn read_yearly_days(file: &mut DataFile) -> Vec<YearlyDay> {
    file.read("yearly_day", |entry| {
        let (basis, month, day) = (entry.basis(), entry.whole("month"), entry.whole("day"));
        let (years_after, before) = (entry.whole("years_after"), entry.flag("before"));
        let (month, day) = (month?, day?);
        valid_day(entry, month, day)?;
        Some(YearlyDay {
            basis: basis?,
            month,
            day,
            years_after: years_after?,
            before: before?,
        })
    })
}

/// Yearly days must exist in every year, so 29 February is none.
fn valid_day(entry: &Entry, month: u32, day: u32) -> Option<Day> {
    let found = Day::from_ymd_opt(2027, month, day);
    if found.is_none() {
        entry.fault(FaultReason::Day("day".to_owned()));
    }
    found
}

pub(super) fn read_uses(file: &mut DataFile) -> Vec<ResultUse> {
    const CYCLES: [(&str, ResultCycle); 3] = [
        ("quarter", ResultCycle::Quarter),
        ("half_year", ResultCycle::HalfYear),
        ("year", ResultCycle::Year),
    ];
    file.read("use", |entry| {
        let (basis, cycle) = (entry.basis(), entry.word("cycle", &CYCLES));
        let classes = entry.words("classes", &super::entry::CLASSES);
        Some(ResultUse {
            basis: basis?,
            cycle: cycle?,
            classes: classes?,
        })
    })
}

pub(super) fn read_steps(file: &mut DataFile) -> Vec<ProcedureStep> {
    file.read("step", |entry| {
        let (basis, heads) = (entry.basis(), entry.flag("heads"));
        let (deputies, staff) = (entry.flag("deputies"), entry.flag("staff"));
        Some(ProcedureStep {
            basis: basis?,
            heads: heads?,
            deputies: deputies?,
            staff: staff?,
        })
    })
}
