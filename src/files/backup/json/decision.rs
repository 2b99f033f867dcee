//! The JSON of discipline, decisions, readings and the edited calendar.

use super::mirror::{json_enum, json_struct};
use crate::domain::{
    Class, Day, DecisionId, DisciplineId, DisciplineSide, Gate, OfficialId, Petition, Span, UnitId,
};

json_struct! {
    /// A disciplinary decision.
    DisciplineJson for Discipline {
        official: OfficialId,
        form: String,
        side: DisciplineSide,
        act: String,
        act_on: Option<Day>,
        decision: Option<String>,
        effective: Day,
        duty_related: bool,
        same_act_as: Option<DisciplineId>,
        already_used_in: Option<u16>,
        act_unit: Option<UnitId>,
    }
    /// A conclusion that closes a gate.
    GateConclusionJson for GateConclusion {
        official: OfficialId,
        gate: Gate,
        year: u16,
        authority: String,
        document: String,
        on: Day,
    }
    /// A decision on a year's class.
    YearDecisionJson for YearDecision {
        official: OfficialId,
        year: u16,
        own_class: Option<Class>,
        class: Option<Class>,
        reason: Option<String>,
        number: Option<String>,
        on: Option<Day>,
        proposal: Option<String>,
        replaces: Option<DecisionId>,
        petition: Option<Petition>,
    }
    /// A petition.
    PetitionJson for Petition {
        received: Day,
        answered: Option<Day>,
        document: Option<String>,
    }
    /// A choice of a reading.
    ReadingChoiceJson for ReadingChoice {
        reading: String,
        option: String,
        span: Span,
        issuer: Option<String>,
        document: Option<String>,
    }
    /// An edited day of the calendar.
    CalendarEditJson for CalendarEdit { day: Day, working: bool, note: Option<String> }
}

json_enum! {
    /// Who disciplined.
    DisciplineSideJson for domain::DisciplineSide { Party, Administrative }
    /// A ground that sets the class.
    GateJson for domain::Gate {
        Degradation,
        PartyProhibition,
        ExampleDuty,
        DutyDiscipline,
        UnitCorruption,
    }
}
