//! One record behind a figure, with its name, its document and the way to it.

use crate::app::law;
use crate::app::view::why::{Place, place};
use crate::domain::{AssignmentId, ComplaintState, Day, OfficialId, TaskEventKind};
use crate::engine::scorecard::{Evidence, EvidenceKind};
use crate::ledger::{Book, Key};

/// One record, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The day it belongs to.
    pub on: Day,
    /// Its own number or code: never a name.
    pub number: String,
    /// What it is called or says; typed freely, so it may name people.
    pub name: String,
    /// Whom it is about.
    pub official: Option<(OfficialId, String)>,
    /// What it shows.
    pub what: EvidenceKind,
    /// For how many it counts.
    pub count: u64,
    /// Documents that prove it.
    pub documents: Vec<String>,
    /// True when a person still has to decide what follows.
    pub undecided: bool,
    /// Where it is looked at.
    pub place: Option<Place>,
}

/// The row of a record.
#[must_use]
pub fn row(book: &Book, evidence: &Evidence) -> EvidenceRow {
    let (number, name) = named(book, evidence.key);
    let official = evidence.official;
    EvidenceRow {
        on: evidence.on,
        number,
        name,
        official: official.map(|id| (id, book.official_name(id).to_owned())),
        what: evidence.what,
        count: evidence.count,
        documents: documents(book, evidence),
        undecided: evidence.undecided,
        place: place(book, evidence.key),
    }
}

fn named(book: &Book, key: Key) -> (String, String) {
    match key {
        Key::Assignment(id) => task(book, id),
        Key::Complaint(id) => {
            let found = book.complaints.get(id);
            found.map_or_else(Default::default, |it| {
                (it.number.clone(), it.summary.clone())
            })
        }
        Key::Incident(id) => {
            let summary = book.incidents.get(id).map(|it| it.summary.clone());
            (id.0.to_string(), summary.unwrap_or_default())
        }
        Key::Discipline(id) => {
            let found = book.disciplines.get(id);
            let number = found.and_then(|it| it.decision.clone());
            let act = found.map(|it| it.act.clone());
            (number.unwrap_or_default(), act.unwrap_or_default())
        }
        Key::Decision(id) => {
            let number = book.decisions.get(id).and_then(|it| it.number.clone());
            (number.unwrap_or_default(), String::new())
        }
        Key::GateConclusion(id) => {
            let found = book.gate_conclusions.get(id);
            let document = found.map(|it| it.document.clone());
            (document.unwrap_or_default(), String::new())
        }
        _ => Default::default(),
    }
}

fn task(book: &Book, id: AssignmentId) -> (String, String) {
    let Some(task) = book.assignments.get(id) else {
        return Default::default();
    };
    let product = task.product.and_then(|product| book.products.get(product));
    let called = || product.map(|product| product.task.clone());
    let number = task.code.clone().unwrap_or_else(|| id.0.to_string());
    let name = task.name.clone().or_else(called).unwrap_or_default();
    (number, name)
}

/// The documents that prove a record.
#[must_use]
pub fn documents(book: &Book, evidence: &Evidence) -> Vec<String> {
    match evidence.key {
        Key::Assignment(id) => handling(book, id, evidence.what),
        Key::Complaint(id) => {
            let found = book.complaints.get(id);
            let steps = found.map_or(&[][..], |complaint| &complaint.steps);
            let concluded = steps
                .iter()
                .rev()
                .find(|step| matches!(step.state, ComplaintState::Concluded(_)));
            let document = concluded.and_then(|step| step.document.clone());
            document.into_iter().collect()
        }
        Key::Incident(id) => {
            let found = book.incidents.get(id);
            let review = found.and_then(|it| it.review()?.document.clone());
            let own = found.and_then(|it| it.evidence.clone());
            review.into_iter().chain(own).collect()
        }
        Key::Discipline(id) => {
            let found = book.disciplines.get(id);
            let decision = found.and_then(|it| it.decision.clone());
            decision.into_iter().collect()
        }
        Key::Decision(id) => {
            let number = book.decisions.get(id).and_then(|it| it.number.clone());
            number.into_iter().collect()
        }
        Key::GateConclusion(id) => {
            let found = book.gate_conclusions.get(id);
            found.map(|it| it.document.clone()).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// What was done about a late task: the measure and its document.
fn handling(book: &Book, id: AssignmentId, what: EvidenceKind) -> Vec<String> {
    let Some(task) = book
        .assignments
        .get(id)
        .filter(|_| matches!(what, EvidenceKind::Handled(_)))
    else {
        return Vec::new();
    };
    let told = task.events.iter().filter_map(|event| match &event.kind {
        TaskEventKind::Handling {
            measure, document, ..
        } => {
            let mut known = law().complaint.measures.iter();
            let known = known.find(|it| it.basis.key == *measure);
            let words = known.map_or_else(|| measure.clone(), |it| it.basis.name.vi.clone());
            let document = document.iter().cloned();
            Some(std::iter::once(words).chain(document).collect::<Vec<_>>())
        }
        TaskEventKind::Apology { document, .. } => Some(document.iter().cloned().collect()),
        _ => None,
    });
    told.map(|parts| parts.join(", "))
        .filter(|text| !text.is_empty())
        .collect()
}
