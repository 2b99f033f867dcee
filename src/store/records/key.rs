//! Stored forms of keys, kinds and records of any kind.

use super::mirror::stored_enum;
use crate::domain as d;
use crate::domain::Period;

stored_enum! {
    /// Which record.
    KeyRecord for ledger::Key {
        Agency(),
        Unit(id: d::UnitId),
        Group(id: d::GroupId),
        Official(id: d::OfficialId),
        Position(id: d::PositionId),
        Absence(id: d::AbsenceId),
        Catalogue(id: d::CatalogueId),
        Product(id: d::ProductId),
        Assignment(id: d::AssignmentId),
        Complaint(id: d::ComplaintId),
        Discipline(id: d::DisciplineId),
        GateConclusion(id: d::ConclusionId),
        General(official: d::OfficialId, period: Period),
        Leadership(official: d::OfficialId, period: Period),
        Support(official: d::OfficialId, period: Period),
        Confirmation(official: d::OfficialId, period: Period),
        ForeignScore(official: d::OfficialId, month: d::Month),
        UnitYear(unit: d::UnitId, year: u16),
        Decision(id: d::DecisionId),
        Reading(id: d::ReadingChoiceId),
        Calendar(id: d::CalendarEditId),
        Incident(id: d::IncidentId),
        Complainant(id: d::ComplaintId),
        LocalRules(id: d::LocalRulesId),
    }
    /// What kind of record.
    KindRecord for ledger::Kind {
        Agency,
        Unit,
        Group,
        Official,
        Position,
        Absence,
        Catalogue,
        Product,
        Assignment,
        Complaint,
        Discipline,
        GateConclusion,
        General,
        Leadership,
        Support,
        Confirmation,
        ForeignScore,
        UnitYear,
        Decision,
        Reading,
        Calendar,
        Incident,
        Complainant,
        LocalRules,
    }
    /// The content of a record of any kind.
    ContentRecord for ledger::Record {
        Agency(record: d::Agency),
        Unit(record: d::Unit),
        Group(record: d::DutyGroup),
        Official(record: d::Official),
        Position(record: d::Position),
        Absence(record: d::Absence),
        Catalogue(record: d::Catalogue),
        Product(record: d::Product),
        Assignment(record: d::Assignment),
        Complaint(record: d::Complaint),
        Discipline(record: d::Discipline),
        GateConclusion(record: d::GateConclusion),
        General(record: d::GeneralSheet),
        Leadership(record: d::LeadershipSheet),
        Support(record: d::SupportSheet),
        Confirmation(record: d::Confirmation),
        ForeignScore(record: d::ForeignScore),
        UnitYear(record: d::UnitYear),
        Decision(record: d::YearDecision),
        Reading(record: d::ReadingChoice),
        Calendar(record: d::CalendarEdit),
        Incident(record: d::Incident),
        Complainant(record: d::Complainant),
        LocalRules(record: d::LocalRules),
    }
}
