//! Keys and records: one variant for every kind of thing the book holds.

use crate::domain as d;
use crate::domain::Period;

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident($($key:ty),*) => $record:ty),+ $(,)?) => {
        /// Which record: its kind and number.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $($(#[$doc])* $name($($key),*),)+
        }

        /// The content of one record.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Record {
            $($(#[$doc])* $name($record),)+
        }

        /// The kinds of records.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name,)+
        }

        impl Kind {
            /// All kinds, in an order in which references point to earlier kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }

        impl Key {
            /// The kind of record this key names.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name(..) => Kind::$name,)+ }
            }
        }

        impl Record {
            /// The kind of this record.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)+ }
            }
        }

        $(impl From<$record> for Record {
            fn from(record: $record) -> Self {
                Self::$name(record)
            }
        })+
    };
}

records! {
    /// The agency of this workspace; there is one.
    Agency() => d::Agency,
    /// A unit.
    Unit(d::UnitId) => d::Unit,
    /// A group of similar duties.
    Group(d::GroupId) => d::DutyGroup,
    /// A civil servant.
    Official(d::OfficialId) => d::Official,
    /// A dated position.
    Position(d::PositionId) => d::Position,
    /// An absence.
    Absence(d::AbsenceId) => d::Absence,
    /// A catalogue.
    Catalogue(d::CatalogueId) => d::Catalogue,
    /// A product of a catalogue.
    Product(d::ProductId) => d::Product,
    /// A task.
    Assignment(d::AssignmentId) => d::Assignment,
    /// A complaint.
    Complaint(d::ComplaintId) => d::Complaint,
    /// A disciplinary decision.
    Discipline(d::DisciplineId) => d::Discipline,
    /// A conclusion that closes a gate.
    GateConclusion(d::ConclusionId) => d::GateConclusion,
    /// General criteria of an official in a period.
    General(d::OfficialId, Period) => d::GeneralSheet,
    /// Leadership answers of an official in a period.
    Leadership(d::OfficialId, Period) => d::LeadershipSheet,
    /// Ratings of a support worker in a period.
    Support(d::OfficialId, Period) => d::SupportSheet,
    /// The confirmation of an official's period.
    Confirmation(d::OfficialId, Period) => d::Confirmation,
    /// A month's score from elsewhere.
    ForeignScore(d::OfficialId, d::Month) => d::ForeignScore,
    /// A unit's own year.
    UnitYear(d::UnitId, u16) => d::UnitYear,
    /// A decision on a year's class.
    Decision(d::DecisionId) => d::YearDecision,
    /// A choice of a reading.
    Reading(d::ReadingChoiceId) => d::ReadingChoice,
    /// An edited day of the calendar.
    Calendar(d::CalendarEditId) => d::CalendarEdit,
    /// An incident.
    Incident(d::IncidentId) => d::Incident,
    /// Who made a complaint, kept apart from it.
    Complainant(d::ComplaintId) => d::Complainant,
    /// A set of local criteria and tariffs.
    LocalRules(d::LocalRulesId) => d::LocalRules,
    /// The agency's own length of a time limit for complaints.
    Clock(d::ClockChoiceId) => d::ClockChoice,
    /// What bears on a complaint's time limits, beside it since format 1 has no place for it.
    Grounds(d::ComplaintId) => d::Grounds,
}

impl Key {
    /// The number in a key: its own, or that of the complaint it stands beside; none where a
    /// record is told by whose and when it is.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        Some(match self {
            Self::Unit(id) => id.0,
            Self::Group(id) => id.0,
            Self::Official(id) => id.0,
            Self::Position(id) => id.0,
            Self::Absence(id) => id.0,
            Self::Catalogue(id) => id.0,
            Self::Product(id) => id.0,
            Self::Assignment(id) => id.0,
            Self::Complaint(id) | Self::Complainant(id) | Self::Grounds(id) => id.0,
            Self::Discipline(id) => id.0,
            Self::GateConclusion(id) => id.0,
            Self::Decision(id) => id.0,
            Self::Reading(id) => id.0,
            Self::Calendar(id) => id.0,
            Self::Incident(id) => id.0,
            Self::LocalRules(id) => id.0,
            Self::Clock(id) => id.0,
            Self::Agency()
            | Self::General(..)
            | Self::Leadership(..)
            | Self::Support(..)
            | Self::Confirmation(..)
            | Self::ForeignScore(..)
            | Self::UnitYear(..) => return None,
        })
    }
}
