//! The book: every record of one workspace.

use crate::domain as d;
use crate::domain::Period;

use super::{Assignments, Key, Kind, OwnedTable, Record, Table};

/// All records of one workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// The agency.
    pub agency: d::Agency,
    /// Units.
    pub units: Table<d::UnitId, d::Unit>,
    /// Groups of similar duties.
    pub groups: Table<d::GroupId, d::DutyGroup>,
    /// Officials.
    pub officials: Table<d::OfficialId, d::Official>,
    /// Positions.
    pub positions: OwnedTable<d::PositionId, d::Position>,
    /// Absences.
    pub absences: OwnedTable<d::AbsenceId, d::Absence>,
    /// Catalogues.
    pub catalogues: Table<d::CatalogueId, d::Catalogue>,
    /// Products.
    pub products: Table<d::ProductId, d::Product>,
    /// Tasks.
    pub assignments: Assignments,
    /// Complaints.
    pub complaints: OwnedTable<d::ComplaintId, d::Complaint>,
    /// Disciplinary decisions.
    pub disciplines: OwnedTable<d::DisciplineId, d::Discipline>,
    /// Conclusions that close a gate.
    pub gate_conclusions: OwnedTable<d::ConclusionId, d::GateConclusion>,
    /// General criteria.
    pub generals: Table<(d::OfficialId, Period), d::GeneralSheet>,
    /// Leadership answers.
    pub leaderships: Table<(d::OfficialId, Period), d::LeadershipSheet>,
    /// Support ratings.
    pub supports: Table<(d::OfficialId, Period), d::SupportSheet>,
    /// Confirmations.
    pub confirmations: Table<(d::OfficialId, Period), d::Confirmation>,
    /// Scores from elsewhere.
    pub foreign_scores: Table<(d::OfficialId, d::Month), d::ForeignScore>,
    /// Years of units.
    pub unit_years: Table<(d::UnitId, u16), d::UnitYear>,
    /// Decisions.
    pub decisions: OwnedTable<d::DecisionId, d::YearDecision>,
    /// Choices of readings.
    pub readings: Table<d::ReadingChoiceId, d::ReadingChoice>,
    /// Edited days of the calendar.
    pub calendar: Table<d::CalendarEditId, d::CalendarEdit>,
    /// Incidents.
    pub incidents: OwnedTable<d::IncidentId, d::Incident>,
    /// Who made a complaint.
    pub complainants: Table<d::ComplaintId, d::Complainant>,
    /// Sets of local criteria and tariffs.
    pub local_rules: Table<d::LocalRulesId, d::LocalRules>,
    /// Own lengths of time limits for complaints.
    pub clocks: Table<d::ClockChoiceId, d::ClockChoice>,
    /// What bears on a complaint's time limits.
    pub grounds: Table<d::ComplaintId, d::Grounds>,
    pub(super) next: NextIds,
}

/// The next free number of each kind; a number is never given twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NextIds(std::collections::BTreeMap<Kind, u32>);

impl NextIds {
    /// The next free number of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> u32 {
        self.0.get(&kind).copied().unwrap_or(1)
    }

    /// Makes sure numbers up to and including `used` are not given again.
    pub fn spend(&mut self, kind: Kind, used: u32) {
        let next = self.0.entry(kind).or_insert(1);
        *next = (*next).max(used.saturating_add(1));
    }

    /// All kinds with a spent number, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Kind, u32)> + '_ {
        self.0.iter().map(|(kind, next)| (*kind, *next))
    }
}

macro_rules! dispatch {
    ($($variant:ident($($part:ident),*) => $table:ident[$key:expr] $(with $id:expr)?);+ $(;)?) => {
        impl Book {
            /// The record with this key, if there is one.
            #[must_use]
            pub fn get(&self, key: Key) -> Option<Record> {
                match key {
                    Key::Agency() => Some(Record::Agency(self.agency.clone())),
                    $(Key::$variant($($part),*) => self.$table.get($key).cloned().map(Record::$variant),)+
                }
            }

            /// True when there is a record with this key.
            #[must_use]
            pub fn contains(&self, key: Key) -> bool {
                match key {
                    Key::Agency() => true,
                    $(Key::$variant($($part),*) => self.$table.contains($key),)+
                }
            }

            /// Puts or removes a record without any check; the record must be of the key's kind.
            ///
            /// Returns false, changing nothing, when it is not. For loading what was stored;
            /// everything else goes through [`Book::apply`].
            pub fn put(&mut self, key: Key, record: Option<Record>) -> bool {
                if record.as_ref().is_some_and(|record| record.kind() != key.kind()) {
                    return false;
                }
                match (key, record) {
                    (Key::Agency(), Some(Record::Agency(agency))) => self.agency = agency,
                    (Key::Agency(), _) => self.agency = d::Agency::default(),
                    $((Key::$variant($($part),*), Some(Record::$variant(record))) => {
                        $(self.next.spend(Kind::$variant, $id.0);)?
                        self.$table.put($key, Some(record));
                    })+
                    $((Key::$variant($($part),*), _) => {
                        self.$table.put($key, None);
                    })+
                }
                true
            }

            /// Every record with its key, kind by kind.
            pub fn all(&self) -> impl Iterator<Item = (Key, Record)> + '_ {
                let agency = std::iter::once((Key::Agency(), Record::Agency(self.agency.clone())));
                agency $(.chain(self.$table.iter().map(|(key, record)| {
                    (Self::key_of(Tag::$variant(key)), Record::$variant(record.clone()))
                })))+
            }
        }
    };
}

/// Table keys tagged with their kind, so that single and paired keys are told apart.
enum Tag {
    Unit(d::UnitId),
    Group(d::GroupId),
    Official(d::OfficialId),
    Position(d::PositionId),
    Absence(d::AbsenceId),
    Catalogue(d::CatalogueId),
    Product(d::ProductId),
    Assignment(d::AssignmentId),
    Complaint(d::ComplaintId),
    Discipline(d::DisciplineId),
    GateConclusion(d::ConclusionId),
    General((d::OfficialId, Period)),
    Leadership((d::OfficialId, Period)),
    Support((d::OfficialId, Period)),
    Confirmation((d::OfficialId, Period)),
    ForeignScore((d::OfficialId, d::Month)),
    UnitYear((d::UnitId, u16)),
    Decision(d::DecisionId),
    Reading(d::ReadingChoiceId),
    Calendar(d::CalendarEditId),
    Incident(d::IncidentId),
    Complainant(d::ComplaintId),
    LocalRules(d::LocalRulesId),
    Clock(d::ClockChoiceId),
    Grounds(d::ComplaintId),
}

dispatch! {
    Unit(a) => units[a] with a;
    Group(a) => groups[a] with a;
    Official(a) => officials[a] with a;
    Position(a) => positions[a] with a;
    Absence(a) => absences[a] with a;
    Catalogue(a) => catalogues[a] with a;
    Product(a) => products[a] with a;
    Assignment(a) => assignments[a] with a;
    Complaint(a) => complaints[a] with a;
    Discipline(a) => disciplines[a] with a;
    GateConclusion(a) => gate_conclusions[a] with a;
    General(a, b) => generals[(a, b)];
    Leadership(a, b) => leaderships[(a, b)];
    Support(a, b) => supports[(a, b)];
    Confirmation(a, b) => confirmations[(a, b)];
    ForeignScore(a, b) => foreign_scores[(a, b)];
    UnitYear(a, b) => unit_years[(a, b)];
    Decision(a) => decisions[a] with a;
    Reading(a) => readings[a] with a;
    Calendar(a) => calendar[a] with a;
    Incident(a) => incidents[a] with a;
    Complainant(a) => complainants[a];
    LocalRules(a) => local_rules[a] with a;
    Clock(a) => clocks[a] with a;
    Grounds(a) => grounds[a];
}

impl Book {
    fn key_of(tag: Tag) -> Key {
        match tag {
            Tag::Unit(a) => Key::Unit(a),
            Tag::Group(a) => Key::Group(a),
            Tag::Official(a) => Key::Official(a),
            Tag::Position(a) => Key::Position(a),
            Tag::Absence(a) => Key::Absence(a),
            Tag::Catalogue(a) => Key::Catalogue(a),
            Tag::Product(a) => Key::Product(a),
            Tag::Assignment(a) => Key::Assignment(a),
            Tag::Complaint(a) => Key::Complaint(a),
            Tag::Discipline(a) => Key::Discipline(a),
            Tag::GateConclusion(a) => Key::GateConclusion(a),
            Tag::General((a, b)) => Key::General(a, b),
            Tag::Leadership((a, b)) => Key::Leadership(a, b),
            Tag::Support((a, b)) => Key::Support(a, b),
            Tag::Confirmation((a, b)) => Key::Confirmation(a, b),
            Tag::ForeignScore((a, b)) => Key::ForeignScore(a, b),
            Tag::UnitYear((a, b)) => Key::UnitYear(a, b),
            Tag::Decision(a) => Key::Decision(a),
            Tag::Reading(a) => Key::Reading(a),
            Tag::Calendar(a) => Key::Calendar(a),
            Tag::Incident(a) => Key::Incident(a),
            Tag::Complainant(a) => Key::Complainant(a),
            Tag::LocalRules(a) => Key::LocalRules(a),
            Tag::Clock(a) => Key::Clock(a),
            Tag::Grounds(a) => Key::Grounds(a),
        }
    }

    /// The numbers not yet given.
    #[must_use]
    pub const fn next_ids(&self) -> &NextIds {
        &self.next
    }

    /// The next free number of a kind, for a record about to be added.
    #[must_use]
    pub fn next_id(&self, kind: Kind) -> u32 {
        self.next.of(kind)
    }

    /// Restores the numbers spent, when a stored book is loaded.
    pub fn spend_ids(&mut self, kind: Kind, used: u32) {
        self.next.spend(kind, used);
    }
}
