//! Disciplinary decisions and conclusions of an authority that bear on the class.

use super::{Day, DisciplineId, OfficialId, UnitId};

/// One disciplinary decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discipline {
    /// Who.
    pub official: OfficialId,
    /// Key of the form in the rules, for example `khien-trach`.
    pub form: String,
    /// Party or administrative.
    pub side: DisciplineSide,
    /// What was done.
    pub act: String,
    /// When it was done.
    pub act_on: Option<Day>,
    /// Number of the decision.
    pub decision: Option<String>,
    /// Day the decision takes effect.
    pub effective: Day,
    /// True when it concerns public duty, thought, ethics or lifestyle (Điều 11.3a, 20.4c).
    pub duty_related: bool,
    /// The other decision on the same act, so that it counts once (Điều 11.3a).
    pub same_act_as: Option<DisciplineId>,
    /// The year in which the act was already a ground before the decision (Điều 11.3b).
    pub already_used_in: Option<u16>,
    /// The unit where the act happened, when it was a former one (Điều 11.3c).
    pub act_unit: Option<UnitId>,
}

/// Who disciplined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisciplineSide {
    /// Party.
    Party,
    /// Administration.
    Administrative,
}

/// A ground that sets the class whatever the score (Điều 20.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gate {
    /// Degradation of political thought, ethics, lifestyle (điểm b).
    Degradation,
    /// Breach of what Party members must not do (điểm b).
    PartyProhibition,
    /// Breach of the duty to set an example (điểm b).
    ExampleDuty,
    /// A duty-related violation disciplined (điểm c).
    DutyDiscipline,
    /// A unit under the leader involved in corruption or waste and dealt with (điểm d).
    UnitCorruption,
}

/// A conclusion of the competent authority that closes a gate for one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateConclusion {
    /// Who.
    pub official: OfficialId,
    /// Which ground.
    pub gate: Gate,
    /// The evaluated year.
    pub year: u16,
    /// Who concluded.
    pub authority: String,
    /// With what document.
    pub document: String,
    /// When.
    pub on: Day,
}
