//! Stored forms of discipline, decisions, readings and the edited calendar.

use super::mirror::{stored_enum, stored_struct};
use crate::domain::{
    Class, Day, DecisionId, DisciplineId, DisciplineSide, Gate, OfficialId, Petition, Span, UnitId,
};

stored_struct! {
    /// A disciplinary decision.
    DisciplineRecord for Discipline {
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
    GateConclusionRecord for GateConclusion {
        official: OfficialId,
        gate: Gate,
        year: u16,
        authority: String,
        document: String,
        on: Day,
    }
    /// A decision on a year's class.
    YearDecisionRecord for YearDecision {
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
    PetitionRecord for Petition {
        received: Day,
        answered: Option<Day>,
        document: Option<String>,
    }
    /// A choice of a reading.
    ReadingChoiceRecord for ReadingChoice {
        reading: String,
        option: String,
        span: Span,
        issuer: Option<String>,
        document: Option<String>,
    }
    /// An edited day of the calendar.
    CalendarEditRecord for CalendarEdit { day: Day, working: bool, note: Option<String> }
}

stored_enum! {
    /// Who disciplined.
    DisciplineSideRecord for domain::DisciplineSide { Party, Administrative }
    /// A ground that sets the class.
    GateRecord for domain::Gate {
        Degradation,
        PartyProhibition,
        ExampleDuty,
        DutyDiscipline,
        UnitCorruption,
    }
}
