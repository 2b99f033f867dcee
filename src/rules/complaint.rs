//! Complaints: kinds of procedure with their clocks, channels, measures and proposed tariff.

use std::sync::Arc;

use super::basis::{Basis, Principle, Wording};
use super::entry::DataFile;
use crate::domain::{
    CalendarEdit, Complaint, Conclusion, Day, Decimal, Grounds, LeadershipCriterion,
};

use super::calendar::ShippedCalendar;

/// One kind of procedure: khiếu nại, tố cáo, phản ánh, kiến nghị.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintProcedure {
    /// Legal basis; its key is what complaints store, for example `khieu-nai`.
    pub basis: Arc<Basis>,
}

/// What starts a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockStart {
    /// The day of receipt.
    Received,
    /// The day of acceptance.
    Accepted,
}

/// What a clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockUnit {
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
}

/// One time limit of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintClock {
    /// Legal basis; its name is the stage.
    pub basis: Arc<Basis>,
    /// Key of the procedure.
    pub procedure: String,
    /// What starts it.
    pub start: ClockStart,
    /// How long it runs.
    pub length: u32,
    /// In what.
    pub unit: ClockUnit,
    /// True for the clock that runs when nothing special is recorded.
    pub ordinary: bool,
    /// How many recorded extensions put it in the ordinary clock's place; zero for the ordinary
    /// one and for those that no extension brings about.
    pub extensions: u32,
    /// The recorded grounds it runs with.
    pub grounds: Grounds,
}

impl ComplaintClock {
    /// The last day in time when the clock starts on `from`.
    #[must_use]
    pub fn last_day(&self, from: Day, calendar: &ShippedCalendar, edits: &[CalendarEdit]) -> Day {
        match self.unit {
            ClockUnit::Days => from + chrono::Days::new(u64::from(self.length)),
            ClockUnit::WorkingDays => calendar
                .with_edits(edits)
                .add_working_days(from, self.length),
        }
    }
}

/// Points proposed to take off one line for one concluded complaint; never a decree's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintTariff {
    /// Basis, always grade L or P.
    pub basis: Arc<Basis>,
    /// The conclusion it answers.
    pub conclusion: Conclusion,
    /// Points.
    pub points: Decimal,
}

/// Points proposed to take off one line for one confirmed incident; never a decree's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentTariff {
    /// Basis, always grade L or P.
    pub basis: Arc<Basis>,
    /// Points.
    pub points: Decimal,
}

/// What a complaint may be about besides the directive's criteria, with the questions put to
/// heads and deputies beside which it is looked at (Điều 15.3). It answers none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintSubject {
    /// Basis; its key stands where a complaint names its criterion.
    pub basis: Arc<Basis>,
    /// The questions.
    pub questions: Vec<LeadershipCriterion>,
}

/// Everything about complaints and lateness that is no score.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComplaintRules {
    /// Kinds of procedure.
    pub procedures: Vec<ComplaintProcedure>,
    /// Their clocks; a procedure without any has no known time limit.
    pub clocks: Vec<ComplaintClock>,
    /// Ways a complaint comes in.
    pub channels: Vec<Principle>,
    /// What can be done about a late task.
    pub measures: Vec<Principle>,
    /// Kinds of objective cause people may choose from.
    pub causes: Vec<Principle>,
    /// Proposed points.
    pub tariffs: Vec<ComplaintTariff>,
    /// Proposed points for incidents; the first one holds.
    pub incident_tariffs: Vec<IncidentTariff>,
    /// What complaints are about besides the directive's criteria.
    pub subjects: Vec<ComplaintSubject>,
}

impl ComplaintRules {
    /// The procedure with this key.
    #[must_use]
    pub fn procedure(&self, key: &str) -> Option<&ComplaintProcedure> {
        self.procedures.iter().find(|p| p.basis.key == key)
    }

    /// The clocks of a procedure in order.
    pub fn clocks_of(&self, procedure: &str) -> impl Iterator<Item = &ComplaintClock> {
        self.clocks.iter().filter(move |c| c.procedure == procedure)
    }

    /// True when the time limit may be extended once more: the procedure knows a longer one.
    #[must_use]
    pub fn can_extend(&self, complaint: &Complaint) -> bool {
        let procedure = complaint.procedure.as_deref().unwrap_or_default();
        let longest = self.clocks_of(procedure).map(|clock| clock.extensions);
        longest.max().unwrap_or(0) > complaint.extensions()
    }

    /// The proposed points for a conclusion; nothing when it may not count.
    #[must_use]
    pub fn tariff(&self, conclusion: Conclusion) -> Option<&ComplaintTariff> {
        self.tariffs.iter().find(|t| t.conclusion == conclusion)
    }

    /// The proposed points for a confirmed incident.
    #[must_use]
    pub fn incident_tariff(&self) -> Option<&IncidentTariff> {
        self.incident_tariffs.first()
    }

    /// The subject with this key.
    #[must_use]
    pub fn subject(&self, key: &str) -> Option<&ComplaintSubject> {
        self.subjects
            .iter()
            .find(|subject| subject.basis.key == key)
    }

    /// A channel's wording by its key.
    #[must_use]
    pub fn channel(&self, key: &str) -> Option<&Wording> {
        let found = self.channels.iter().find(|c| c.basis.key == key);
        found.map(|channel| &channel.basis.name)
    }
}

pub(super) fn read_procedures(file: &mut DataFile) -> Vec<ComplaintProcedure> {
    file.read("procedure", |entry| {
        Some(ComplaintProcedure {
            basis: entry.basis()?,
        })
    })
}

pub(super) fn read_clocks(file: &mut DataFile) -> Vec<ComplaintClock> {
    const STARTS: [(&str, ClockStart); 2] = [
        ("received", ClockStart::Received),
        ("accepted", ClockStart::Accepted),
    ];
    const UNITS: [(&str, ClockUnit); 2] = [
        ("days", ClockUnit::Days),
        ("working_days", ClockUnit::WorkingDays),
    ];
    const GROUNDS: [(&str, Ground); 2] = [("second", Ground::Second), ("remote", Ground::Remote)];
    file.read("clock", |entry| {
        let (basis, procedure) = (entry.basis(), entry.text("procedure"));
        let (start, length) = (entry.word("start", &STARTS), entry.whole("length"));
        let (unit, ordinary) = (entry.word("unit", &UNITS), entry.flag("ordinary"));
        let extensions = entry.optional_whole("extensions").unwrap_or(0);
        let grounds = entry.words("grounds", &GROUNDS);
        Some(ComplaintClock {
            basis: basis?,
            procedure: procedure?,
            start: start?,
            length: length?,
            unit: unit?,
            ordinary: ordinary?,
            extensions,
            grounds: grounds_of(&grounds?),
        })
    })
}

/// One of the grounds a clock names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    Second,
    Remote,
}

fn grounds_of(named: &[Ground]) -> Grounds {
    Grounds {
        second: named.contains(&Ground::Second),
        remote: named.contains(&Ground::Remote),
    }
}

pub(super) fn read_tariffs(file: &mut DataFile) -> Vec<ComplaintTariff> {
    const CONCLUSIONS: [(&str, Conclusion); 2] = [
        ("substantiated", Conclusion::Substantiated),
        ("partly_substantiated", Conclusion::PartlySubstantiated),
    ];
    file.read("tariff", |entry| {
        let (basis, points) = (entry.basis(), entry.decimal("points"));
        let conclusion = entry.word("conclusion", &CONCLUSIONS);
        Some(ComplaintTariff {
            basis: basis?,
            conclusion: conclusion?,
            points: points?,
        })
    })
}

pub(super) fn read_incident_tariffs(file: &mut DataFile) -> Vec<IncidentTariff> {
    file.read("incident_tariff", |entry| {
        let (basis, points) = (entry.basis(), entry.decimal("points"));
        Some(IncidentTariff {
            basis: basis?,
            points: points?,
        })
    })
}

pub(super) fn read_subjects(file: &mut DataFile) -> Vec<ComplaintSubject> {
    const QUESTIONS: [(&str, LeadershipCriterion); 3] = [
        ("d", LeadershipCriterion::UnitResult),
        ("đ", LeadershipCriterion::Organising),
        ("e", LeadershipCriterion::Unity),
    ];
    file.read("subject", |entry| {
        let (basis, questions) = (entry.basis(), entry.words("questions", &QUESTIONS));
        Some(ComplaintSubject {
            basis: basis?,
            questions: questions?,
        })
    })
}
