//! One record with its key: a line of the book.

use super::mirror::{Json, JsonError, json_enum};
use crate::domain as d;
use crate::domain::Period;
use crate::ledger::{Key, Record};

json_enum! {
    /// What kind of record.
    KindJson for ledger::Kind {
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
        Clock,
        Grounds,
    }
}

json_enum! {
    /// A record's key alone: `{ "official": 7 }`.
    KeyJson for ledger::Key {
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
        Clock(id: d::ClockChoiceId),
        Grounds(id: d::ComplaintId),
    }
}

/// Each kind with the parts of its key.
macro_rules! lines {
    ($($kind:ident { $($part:ident: $type:ty),* } => $record:ident;)+) => {
        /// One record with its key: `{ "official": { "id": 7, "record": { … } } }`.
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[allow(missing_docs, reason = "the variants are the kinds of records")]
        pub enum LineJson {
            $($kind {
                $($part: <$type as Json>::Form,)*
                record: Box<<d::$record as Json>::Form>,
            },)+
        }

        impl LineJson {
            /// The line of a record; nothing when the key is of another kind.
            #[must_use]
            pub fn of(key: Key, record: &Record) -> Option<Self> {
                match (key, record) {
                    $((Key::$kind($($part),*), Record::$kind(record)) => Some(Self::$kind {
                        $($part: Json::to_form(&$part),)*
                        record: Box::new(Json::to_form(record)),
                    }),)+
                    _ => None,
                }
            }

            /// The record of a line.
            ///
            /// # Errors
            /// [`JsonError`] with the text that cannot be.
            pub fn read(self) -> Result<(Key, Record), JsonError> {
                Ok(match self {
                    $(Self::$kind { $($part,)* record } => (
                        Key::$kind($(<$type as Json>::from_form($part)?),*),
                        Record::$kind(<d::$record as Json>::from_form(*record)?),
                    ),)+
                })
            }
        }
    };
}

lines! {
    Agency {} => Agency;
    Unit { id: d::UnitId } => Unit;
    Group { id: d::GroupId } => DutyGroup;
    Official { id: d::OfficialId } => Official;
    Position { id: d::PositionId } => Position;
    Absence { id: d::AbsenceId } => Absence;
    Catalogue { id: d::CatalogueId } => Catalogue;
    Product { id: d::ProductId } => Product;
    Assignment { id: d::AssignmentId } => Assignment;
    Complaint { id: d::ComplaintId } => Complaint;
    Discipline { id: d::DisciplineId } => Discipline;
    GateConclusion { id: d::ConclusionId } => GateConclusion;
    General { official: d::OfficialId, period: Period } => GeneralSheet;
    Leadership { official: d::OfficialId, period: Period } => LeadershipSheet;
    Support { official: d::OfficialId, period: Period } => SupportSheet;
    Confirmation { official: d::OfficialId, period: Period } => Confirmation;
    ForeignScore { official: d::OfficialId, month: d::Month } => ForeignScore;
    UnitYear { unit: d::UnitId, year: u16 } => UnitYear;
    Decision { id: d::DecisionId } => YearDecision;
    Reading { id: d::ReadingChoiceId } => ReadingChoice;
    Calendar { id: d::CalendarEditId } => CalendarEdit;
    Incident { id: d::IncidentId } => Incident;
    Complainant { id: d::ComplaintId } => Complainant;
    LocalRules { id: d::LocalRulesId } => LocalRules;
    Clock { id: d::ClockChoiceId } => ClockChoice;
    Grounds { id: d::ComplaintId } => Grounds;
}
