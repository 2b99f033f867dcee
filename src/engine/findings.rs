//! What is missing or doubtful about a score, as facts that travel with it.
//!
//! A finding that blocks is the reason there is no total; all others are for people to
//! look at. None of them changes a number.

use crate::domain::{
    AssignmentId, Class, ConclusionId, Decimal, DecisionId, DisciplineId, EventId, Gate,
    LeadershipCriterion, LineId, OfficialId, Period, UnitId,
};
use crate::ledger::Key;
use crate::rules::ReadingFinding;

use super::SupportRating;

/// One thing missing or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// No instrument computed here governs the period.
    NotComputed,
    /// The agency follows the other rhythm: months where it has quarters or the reverse.
    NotTracked,
    /// The official holds no position in the period, so no formula applies.
    NoPosition,
    /// Nothing is assigned in the period: no score, never 0 and never 100.
    NoAssignment,
    /// Figures beyond what can be added exactly.
    FiguresTooLarge,
    /// A line of the general criteria has no points.
    GeneralMissing {
        /// The line.
        line: LineId,
    },
    /// A line of the general criteria has more points than it may.
    GeneralAboveMax {
        /// The line.
        line: LineId,
        /// Points given.
        points: Decimal,
        /// Most points.
        max: Decimal,
    },
    /// Points stand on a line the rules do not know.
    GeneralUnknownLine {
        /// The line.
        line: LineId,
    },
    /// The authority has scored some lines but not all, so the official's own points count.
    AuthorityIncomplete,
    /// A leadership criterion is not answered.
    LeadershipUnanswered {
        /// Which.
        criterion: LeadershipCriterion,
    },
    /// Nobody is led in the period, so d cannot follow from scores and is not answered.
    NobodyLed,
    /// Officials led have no score, so d is open and not answered.
    LedUnscored {
        /// How many.
        count: u32,
    },
    /// d is answered in full although somebody led is under the threshold.
    UnitResultContradicted {
        /// How many are under it.
        below: u32,
    },
    /// A deputy's field is not recorded; everybody below in the unit was taken for d.
    DeputyField,
    /// A rating of a support worker is missing.
    SupportMissing {
        /// Which.
        rating: SupportRating,
    },
    /// An effect was taken but its complaint's conclusion, or its incident's review, no longer bears it: it does not count.
    EffectWithoutGround {
        /// The complaint or incident.
        record: Key,
    },
    /// The effect of a complaint or an incident is larger than the points of its line; the line is zero.
    EffectBeyondLine {
        /// The complaint or incident.
        record: Key,
        /// The line.
        line: LineId,
    },
    /// A confirmed total differs from what the records give now.
    ConfirmedDiffers,
    /// A score from elsewhere stands although tasks are recorded here too.
    ForeignWithTasks,
    /// A stored choice of a reading was passed over.
    Reading(ReadingFinding),
    /// A task is completed beyond what was assigned.
    CompletedAboveAssigned {
        /// The task.
        task: AssignmentId,
    },
    /// A task was finished before it was assigned.
    FinishedBeforeAssigned {
        /// The task.
        task: AssignmentId,
    },
    /// A task has no deadline; it counts in the month of its assignment.
    NoDeadline {
        /// The task.
        task: AssignmentId,
    },
    /// A task has neither a deadline nor a day of assignment: it counts nowhere.
    Undated {
        /// The task.
        task: AssignmentId,
    },
    /// A task is handed back and has a completed quantity, which does not count.
    HandedBackWithWork {
        /// The task.
        task: AssignmentId,
    },
    /// An objective cause is not confirmed: it excuses nothing.
    CauseUnconfirmed {
        /// The task.
        task: AssignmentId,
        /// The cause.
        event: EventId,
    },
    /// An objective cause names an event that is neither a failure nor a lateness.
    CauseWithoutEvent {
        /// The task.
        task: AssignmentId,
        /// The cause.
        event: EventId,
    },
    /// The parts of a divided task do not sum to the whole.
    PartsDoNotSum {
        /// The part.
        task: AssignmentId,
        /// What the parts sum to; nothing beyond what can be added.
        sum: Option<Decimal>,
        /// What was divided.
        whole: Decimal,
    },
    /// An empty period was left out of a mean (R7).
    PeriodLeftOut {
        /// The period.
        period: Period,
    },
    /// An empty period must be settled before there is a mean (R7).
    PeriodUnsettled {
        /// The period.
        period: Period,
    },
    /// Nothing of anybody is recorded in a period that belongs to the mean (R7): the year's class
    /// is provisional until there is.
    PeriodUnrecorded {
        /// The period.
        period: Period,
    },
    /// A period has tasks but no total, so the mean is not complete.
    PeriodIncomplete {
        /// The period.
        period: Period,
    },
    /// No period of the year has a score.
    NothingScored,
    /// The class of a head's unit is not recorded, so its limit is not applied.
    UnitClassMissing {
        /// The unit.
        unit: UnitId,
    },
    /// A ground for leaders only is recorded for somebody who leads nobody.
    GateForLeadersOnly {
        /// The conclusion.
        conclusion: ConclusionId,
        /// The ground.
        gate: Gate,
    },
    /// A disciplinary decision does not count in this year.
    DisciplineNotCounted {
        /// The decision.
        discipline: DisciplineId,
        /// Why not.
        why: NotCounted,
    },
    /// A form of discipline the rules do not know on its day; it counts all the same.
    UnknownDisciplineForm {
        /// The decision.
        discipline: DisciplineId,
    },
    /// The decided class differs from the computed one.
    DecisionDiffers {
        /// The decision.
        decision: DecisionId,
        /// As computed; nothing when there is no computed class.
        computed: Option<Class>,
        /// As decided.
        decided: Class,
        /// True when a reason is recorded.
        reasoned: bool,
    },
}

/// Why a disciplinary decision does not count in the year it takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotCounted {
    /// It is not about public duty, thought, ethics or lifestyle (Điều 11.3a, 20.4c).
    NotDutyRelated,
    /// The same act counted in an earlier year (Điều 11.3a).
    SameActEarlier,
    /// The act was already a ground before the decision (Điều 11.3b).
    AlreadyUsed,
    /// The act happened at a former organisation and counts there (Điều 11.3c).
    FormerOrganisation,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// There is no total or class because of it.
    Blocks,
    /// Somebody should look at it.
    Warns,
    /// Good to know.
    Notes,
}

impl Finding {
    /// A stable code for exports and tests.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotComputed => "not-computed",
            Self::NotTracked => "not-tracked",
            Self::NoPosition => "no-position",
            Self::NoAssignment => "no-assignment",
            Self::FiguresTooLarge => "figures-too-large",
            Self::GeneralMissing { .. } => "general-missing",
            Self::GeneralAboveMax { .. } => "general-above-max",
            Self::GeneralUnknownLine { .. } => "general-unknown-line",
            Self::AuthorityIncomplete => "authority-incomplete",
            Self::LeadershipUnanswered { .. } => "leadership-unanswered",
            Self::NobodyLed => "nobody-led",
            Self::LedUnscored { .. } => "led-unscored",
            Self::UnitResultContradicted { .. } => "unit-result-contradicted",
            Self::DeputyField => "deputy-field",
            Self::SupportMissing { .. } => "support-missing",
            Self::EffectWithoutGround { .. } => "effect-without-ground",
            Self::EffectBeyondLine { .. } => "effect-beyond-line",
            Self::ConfirmedDiffers => "confirmed-differs",
            Self::ForeignWithTasks => "foreign-with-tasks",
            Self::Reading(_) => "reading-unknown",
            Self::CompletedAboveAssigned { .. } => "completed-above-assigned",
            Self::FinishedBeforeAssigned { .. } => "finished-before-assigned",
            Self::NoDeadline { .. } => "no-deadline",
            Self::Undated { .. } => "undated",
            Self::HandedBackWithWork { .. } => "handed-back-with-work",
            Self::CauseUnconfirmed { .. } => "cause-unconfirmed",
            Self::CauseWithoutEvent { .. } => "cause-without-event",
            Self::PartsDoNotSum { .. } => "parts-do-not-sum",
            Self::PeriodLeftOut { .. } => "period-left-out",
            Self::PeriodUnsettled { .. } => "period-unsettled",
            Self::PeriodUnrecorded { .. } => "period-unrecorded",
            Self::PeriodIncomplete { .. } => "period-incomplete",
            Self::NothingScored => "nothing-scored",
            Self::UnitClassMissing { .. } => "unit-class-missing",
            Self::GateForLeadersOnly { .. } => "gate-for-leaders-only",
            Self::DisciplineNotCounted { .. } => "discipline-not-counted",
            Self::UnknownDisciplineForm { .. } => "unknown-discipline-form",
            Self::DecisionDiffers { .. } => "decision-differs",
        }
    }

    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NotComputed
            | Self::NotTracked
            | Self::NoPosition
            | Self::NoAssignment
            | Self::FiguresTooLarge
            | Self::GeneralMissing { .. }
            | Self::GeneralAboveMax { .. }
            | Self::LeadershipUnanswered { .. }
            | Self::NobodyLed
            | Self::LedUnscored { .. }
            | Self::SupportMissing { .. }
            | Self::PeriodUnsettled { .. }
            | Self::PeriodUnrecorded { .. }
            | Self::PeriodIncomplete { .. }
            | Self::NothingScored => Severity::Blocks,
            Self::DeputyField
            | Self::NoDeadline { .. }
            | Self::PeriodLeftOut { .. }
            | Self::DisciplineNotCounted { .. }
            | Self::AuthorityIncomplete => Severity::Notes,
            _ => Severity::Warns,
        }
    }

    /// True when there is no total or class because of it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.severity() == Severity::Blocks
    }

    /// The record where it can be put right, for a score of this official and period.
    #[must_use]
    pub const fn record(&self, official: OfficialId, period: Period) -> Option<Key> {
        match self {
            Self::NotTracked => Some(Key::Agency()),
            Self::NoPosition | Self::NothingScored => Some(Key::Official(official)),
            Self::GeneralMissing { .. }
            | Self::GeneralAboveMax { .. }
            | Self::GeneralUnknownLine { .. }
            | Self::AuthorityIncomplete => Some(Key::General(official, period)),
            Self::LeadershipUnanswered { .. }
            | Self::NobodyLed
            | Self::LedUnscored { .. }
            | Self::DeputyField
            | Self::UnitResultContradicted { .. } => Some(Key::Leadership(official, period)),
            Self::SupportMissing { .. } => Some(Key::Support(official, period)),
            Self::EffectWithoutGround { record } | Self::EffectBeyondLine { record, .. } => {
                Some(*record)
            }
            Self::ConfirmedDiffers => Some(Key::Confirmation(official, period)),
            Self::CompletedAboveAssigned { task }
            | Self::FinishedBeforeAssigned { task }
            | Self::NoDeadline { task }
            | Self::Undated { task }
            | Self::HandedBackWithWork { task }
            | Self::CauseUnconfirmed { task, .. }
            | Self::CauseWithoutEvent { task, .. }
            | Self::PartsDoNotSum { task, .. } => Some(Key::Assignment(*task)),
            Self::UnitClassMissing { unit } => Some(Key::UnitYear(*unit, period.year())),
            Self::GateForLeadersOnly { conclusion, .. } => Some(Key::GateConclusion(*conclusion)),
            Self::DisciplineNotCounted { discipline, .. }
            | Self::UnknownDisciplineForm { discipline } => Some(Key::Discipline(*discipline)),
            Self::DecisionDiffers { decision, .. } => Some(Key::Decision(*decision)),
            _ => None,
        }
    }
}
