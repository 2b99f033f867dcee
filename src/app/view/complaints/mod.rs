//! The register of complaints: which rows, and what each says.

mod clock;
mod column;
mod detail;

use crate::app::Model;
use crate::domain::{Complaint, ComplaintId, ComplaintState, Day, OfficialId, UnitId};
use crate::ledger::Book;
use crate::rules::Wording;
use crate::text::matches;

use crate::app::law;

use super::query::{QuickFilter, RegisterQuery};

pub use clock::{ClockPart, ClockState, ClockView, clocks, pressing};
pub use column::{COLUMNS, ClockKind, STATES, criterion_at, criterion_place, procedure_at, value};
pub use detail::{ComplaintView, LinkedComplaint, complainant, detail, link_choices};

/// What the register is asked for.
pub type ComplaintQuery = RegisterQuery<ComplaintFilter>;

/// Quick filters of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ComplaintFilter {
    /// All complaints.
    #[default]
    All,
    /// Received, nothing decided.
    Received,
    /// Accepted or being verified.
    Handled,
    /// Past a time limit that still runs.
    Overdue,
    /// Concluded as right, its effect on a score not decided.
    Undecided,
    /// Concluded.
    Concluded,
    /// Not accepted, or sent on.
    TurnedAway,
}

impl QuickFilter for ComplaintFilter {
    const ALL: &'static [Self] = &[
        Self::All,
        Self::Received,
        Self::Handled,
        Self::Overdue,
        Self::Undecided,
        Self::Concluded,
        Self::TurnedAway,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::All => "tat-ca",
            Self::Received => "moi-nhan",
            Self::Handled => "dang-xu-ly",
            Self::Overdue => "qua-han",
            Self::Undecided => "cho-quyet-dinh",
            Self::Concluded => "da-ket-luan",
            Self::TurnedAway => "khong-thu-ly",
        }
    }
}

impl ComplaintFilter {
    fn keeps(self, row: &ComplaintRow) -> bool {
        use ComplaintState as State;
        match self {
            Self::All => true,
            Self::Received => row.state == State::Received,
            Self::Handled => matches!(
                row.state,
                State::Accepted | State::Verifying | State::Extended
            ),
            Self::Overdue => matches!(row.clock, ClockState::Overdue(_)),
            Self::Undecided => row.undecided,
            Self::Concluded => row.concluded,
            Self::TurnedAway => matches!(row.state, State::Refused | State::Forwarded),
        }
    }
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintRow {
    /// Which.
    pub id: ComplaintId,
    /// Number.
    pub number: String,
    /// Day of receipt.
    pub received: Day,
    /// What it says.
    pub summary: String,
    /// The person's or the unit's name; empty when neither is known.
    pub about: String,
    /// The person.
    pub official: Option<OfficialId>,
    /// The unit it belongs to; empty when it is not known.
    pub unit: String,
    /// The directive's criterion.
    pub criterion: Option<String>,
    /// Kind of procedure.
    pub procedure: Option<Wording>,
    /// Key of the procedure.
    pub procedure_key: Option<String>,
    /// Where it stands.
    pub state: ComplaintState,
    /// How the time limit that presses most stands.
    pub clock: ClockState,
    /// Its last day.
    pub last_day: Option<Day>,
    /// True once a conclusion is recorded.
    pub concluded: bool,
    /// True when it was found right and nobody decided what follows.
    pub undecided: bool,
}

/// The rows of the register and the counts of the quick filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComplaintList {
    /// Rows in order.
    pub rows: Vec<ComplaintRow>,
    /// How many each quick filter would leave, in the order of [`ComplaintFilter::ALL`].
    pub counts: [usize; 7],
    /// True when the whole register is empty.
    pub nothing: bool,
}

/// Projects the register, latest received first; how it is arranged is the page's own affair.
#[must_use]
pub fn list(model: &Model, query: &ComplaintQuery) -> ComplaintList {
    let book = &model.book;
    let units = query.unit.map(|unit| book.units_under(unit));
    let mut list = ComplaintList {
        nothing: book.complaints.is_empty(),
        ..ComplaintList::default()
    };
    for (id, complaint) in book.complaints.iter() {
        let inside = units
            .as_ref()
            .is_none_or(|units| unit_of(book, complaint).is_some_and(|unit| units.contains(&unit)));
        let of_kind = query.criterion.is_empty()
            || complaint.criterion.as_deref() == Some(query.criterion.as_str());
        if !inside || !of_kind {
            continue;
        }
        let row = row(book, id, complaint, model.now.today);
        if !found(&row, complaint, &query.words) {
            continue;
        }
        for (count, filter) in list.counts.iter_mut().zip(ComplaintFilter::ALL) {
            *count += usize::from(filter.keeps(&row));
        }
        if query.filter.keeps(&row) {
            list.rows.push(row);
        }
    }
    let latest_first = |row: &ComplaintRow| std::cmp::Reverse((row.received, row.id));
    list.rows.sort_by_key(latest_first);
    list
}

/// The unit a complaint is about: its own, else the person's on the day of receipt.
#[must_use]
pub fn unit_of(book: &Book, complaint: &Complaint) -> Option<UnitId> {
    let place = || {
        let official = complaint.official?;
        let held = book.position_on(official, complaint.received);
        held.map(|(_, position)| position.unit)
    };
    complaint.unit.or_else(place)
}

fn found(row: &ComplaintRow, complaint: &Complaint, words: &str) -> bool {
    let dossier = complaint.dossier.as_deref().unwrap_or_default();
    words.trim().is_empty()
        || [&*row.number, &*row.summary, &*row.about, dossier]
            .into_iter()
            .any(|text| matches(words, text))
}

fn row(book: &Book, id: ComplaintId, complaint: &Complaint, today: Day) -> ComplaintRow {
    let grounds = book.grounds.get(id).copied().unwrap_or_default();
    let (clock, last_day) = pressing(book, complaint, grounds, today);
    let unit = || {
        let unit = complaint.unit.and_then(|unit| book.units.get(unit));
        unit.map(|unit| unit.name.clone()).unwrap_or_default()
    };
    let about = complaint
        .official
        .map_or_else(unit, |official| book.official_name(official).to_owned());
    let procedure = complaint.procedure.as_deref();
    let procedure = procedure.and_then(|key| law().complaint.procedure(key));
    let conclusion = complaint.conclusion();
    ComplaintRow {
        id,
        number: complaint.number.clone(),
        received: complaint.received,
        summary: complaint.summary.clone(),
        about,
        official: complaint.official,
        unit: unit_of(book, complaint)
            .and_then(|unit| book.units.get(unit))
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        criterion: complaint.criterion.clone(),
        procedure: procedure.map(|procedure| procedure.basis.name.clone()),
        procedure_key: procedure.map(|procedure| procedure.basis.key.clone()),
        state: complaint.state(),
        clock,
        last_day,
        concluded: conclusion.is_some() && complaint.linked_to().is_none(),
        undecided: complaint.is_found_right()
            && complaint.official.is_some()
            && complaint.effects.is_empty(),
    }
}

/// What a complaint or an incident may come under: the directive's criteria that are measured by
/// complaints or recorded incidents, and the subjects besides them. With every criterion that is
/// already in the register, when asked.
#[must_use]
pub fn criteria(book: &Book, with_used: bool) -> Vec<(String, Wording)> {
    let used = |key: &str| {
        let mut all = book.complaints.iter();
        with_used && all.any(|(_, complaint)| complaint.criterion.as_deref() == Some(key))
    };
    let directive = law().directive.iter();
    let directive = directive
        .filter(|criterion| criterion.measure.counts_complaints() || used(&criterion.basis.key))
        .map(|criterion| &criterion.basis);
    let subjects = law().complaint.subjects.iter();
    directive
        .chain(subjects.map(|subject| &subject.basis))
        .map(|basis| (basis.key.clone(), basis.name.clone()))
        .collect()
}

/// The mark a criterion goes by on screen: its key for one of the directive, nothing for a
/// subject, which is called by its name.
#[must_use]
pub fn mark(key: &str) -> &str {
    if law().complaint.subject(key).is_some() {
        ""
    } else {
        key
    }
}

/// What a criterion's or subject's key stands for.
#[must_use]
pub fn criterion_name(key: &str) -> Option<Wording> {
    let criterion = law().directive_criterion(key).map(|it| &it.basis);
    let subject = law().complaint.subject(key).map(|it| &it.basis);
    criterion.or(subject).map(|basis| basis.name.clone())
}

/// Ways a complaint comes in, by key.
#[must_use]
pub fn channels() -> Vec<(String, Wording)> {
    let channels = law().complaint.channels.iter();
    channels
        .map(|channel| (channel.basis.key.clone(), channel.basis.name.clone()))
        .collect()
}

/// Kinds of procedure, by key.
#[must_use]
pub fn procedures() -> Vec<(String, Wording)> {
    let procedures = law().complaint.procedures.iter();
    procedures
        .map(|procedure| (procedure.basis.key.clone(), procedure.basis.name.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
