//! Everything that happened to one task, in order, with what can be done about each entry.

use crate::app::view::{Wording, people};
use crate::app::workflow::entry::EntryError;
use crate::app::workflow::task::{
    DERIVED, EventField, EventForm, calendar, changeable, excusable, is_removable,
};
use crate::app::{Model, law};
use crate::domain::{
    Assignment, AssignmentId, ComplaintId, Day, Decimal, EventId, Excuses, OfficialId, TaskEvent,
    TaskEventKind,
};

use super::lateness::{Days, RawAndNet, paused, raw_and_net};
use super::{TaskStatus, name, status};

/// What an entry tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// It was given, with its first deadline.
    Assigned {
        /// The first deadline.
        due: Option<Day>,
    },
    /// Something recorded with the task.
    Event {
        /// What.
        kind: TaskEventKind,
        /// For an extension: the deadline it moved.
        from: Option<Day>,
        /// For a cause: what it excuses.
        excuses: Option<Excused>,
        /// True when a confirmed cause excuses it.
        excused: bool,
    },
    /// It was taken over from somebody.
    TakenOver {
        /// From whom.
        from: String,
    },
    /// It was handed back.
    HandedBack {
        /// Who took it.
        to: Option<String>,
        /// Why.
        reason: Option<String>,
    },
    /// A complaint about it came in.
    Complaint {
        /// Which.
        id: ComplaintId,
        /// Its number.
        number: String,
    },
    /// It was finished.
    Finished,
}

/// What a cause excuses, as far as it is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excused {
    /// The lateness by the dates.
    ByDates,
    /// This event, of this day.
    Event(Day, TaskEventKind),
    /// An event that is not there any more.
    Gone,
}

/// What can be done about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Confirm the cause.
    Confirm,
    /// Revoke the extension or the cause.
    Revoke,
    /// Correct it in this form.
    Correct(EventForm),
    /// Take it away.
    Remove,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Where it stands in time; an event on its day, a milestone at its deadline.
    pub day: Option<Day>,
    /// The event behind it.
    pub event: Option<EventId>,
    /// What it tells.
    pub what: Happening,
    /// What can be done about it now.
    pub acts: Vec<Act>,
}

/// The parts of a divided task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartsView {
    /// The parts with who leads them, how much, until when.
    pub parts: Vec<(AssignmentId, String, Decimal, Option<Day>)>,
    /// What they sum to; nothing beyond what can be added.
    pub sum: Option<Decimal>,
    /// What was divided.
    pub whole: Decimal,
}

/// One task with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLife {
    /// What it is called.
    pub name: String,
    /// Who leads it.
    pub official: Option<(OfficialId, String)>,
    /// How it stands.
    pub status: TaskStatus,
    /// The deadline in force.
    pub deadline: Option<Day>,
    /// How late it is.
    pub lateness: Option<RawAndNet>,
    /// Days it waited for others.
    pub paused: Days,
    /// The parts it belongs to.
    pub parts: Option<PartsView>,
    /// What happened, oldest first.
    pub entries: Vec<TimelineEntry>,
    /// Why nothing can be changed, and what to do first.
    pub locked: Option<EntryError>,
}

/// Projects one task; nothing when it is gone.
#[must_use]
pub fn life(model: &Model, id: AssignmentId) -> Option<TaskLife> {
    let book = &model.book;
    let task = book.assignments.get(id)?;
    let (calendar, today) = (calendar(book), model.now.today);
    let locked = changeable(book, id).err();
    let who = |official: OfficialId| people::person(model, official).entry;
    let parts = task.part_of().map(|(whole, quantity)| PartsView {
        parts: book
            .parts_of(whole)
            .map(|(id, part)| {
                let lead = part.official.map(who).unwrap_or_default();
                (id, lead, part.assigned, part.deadline())
            })
            .collect(),
        sum: book.sum_of_parts(whole),
        whole: quantity,
    });
    let mut entries = entries(model, id, task);
    if locked.is_some() {
        for entry in &mut entries {
            entry.acts.clear();
        }
    }
    Some(TaskLife {
        name: name(book, task),
        official: task.official.map(|id| (id, who(id))),
        status: status(task, today),
        deadline: task.deadline(),
        lateness: raw_and_net(task, &calendar, today),
        paused: paused(task, &calendar, task.finished.unwrap_or(today)),
        parts,
        entries,
        locked,
    })
}

fn entries(model: &Model, id: AssignmentId, task: &Assignment) -> Vec<TimelineEntry> {
    let plain = |day: Option<Day>, what: Happening| TimelineEntry {
        day,
        event: None,
        what,
        acts: Vec::new(),
    };
    let mut entries = vec![plain(
        task.assigned_on,
        Happening::Assigned { due: task.due },
    )];
    if task.origin == crate::domain::Origin::TakenOver {
        let given = |other: &Assignment| {
            let back = other.handed_back.as_ref();
            back.is_some_and(|back| back.taken_over_by == Some(id))
        };
        let mut others = model.book.assignments.iter();
        let giver = others.find(|(_, other)| given(other));
        if let Some(giver) = giver.and_then(|(_, giver)| giver.official) {
            let from = people::person(model, giver).entry;
            entries.push(plain(task.assigned_on, Happening::TakenOver { from }));
        }
    }
    entries.extend(task.events.iter().map(|event| event_entry(task, event)));
    let complaints = model.book.complaints.iter();
    let about = complaints.filter(|(_, complaint)| complaint.assignment == Some(id));
    entries.extend(about.map(|(id, complaint)| {
        let number = complaint.number.clone();
        plain(
            Some(complaint.received),
            Happening::Complaint { id, number },
        )
    }));
    if let Some(back) = &task.handed_back {
        let taker = back
            .taken_over_by
            .and_then(|id| model.book.assignments.get(id)?.official);
        let what = Happening::HandedBack {
            to: taker.map(|id| people::person(model, id).entry),
            reason: back.reason.clone(),
        };
        entries.push(plain(Some(back.on), what));
    }
    if let Some(day) = task.finished {
        entries.push(plain(Some(day), Happening::Finished));
    }
    // Those of one day stay in order of entry.
    entries.sort_by_key(|entry| entry.day);
    entries
}

fn event_entry(task: &Assignment, event: &TaskEvent) -> TimelineEntry {
    let kind = &event.kind;
    let mut acts = Vec::new();
    match kind {
        TaskEventKind::Extension { revoked: None, .. } => acts.push(Act::Revoke),
        TaskEventKind::ObjectiveCause {
            revoked: None,
            confirmed_by,
            ..
        } => {
            if confirmed_by.is_none() {
                acts.push(Act::Confirm);
            }
            acts.push(Act::Revoke);
        }
        _ => {}
    }
    acts.extend(EventForm::correcting(kind).map(Act::Correct));
    if is_removable(kind) {
        acts.push(Act::Remove);
    }
    let day = match kind {
        TaskEventKind::Milestone { due, .. } => *due,
        _ => event.on,
    };
    let extensions = task.extensions();
    let moved = extensions.iter().find(|step| step.event == event.id);
    TimelineEntry {
        day: Some(day),
        event: Some(event.id),
        what: Happening::Event {
            kind: kind.clone(),
            from: moved.and_then(|step| step.from),
            excuses: excused_by(task, kind),
            excused: task.is_excused(Excuses::Event(event.id)),
        },
        acts,
    }
}

fn excused_by(task: &Assignment, kind: &TaskEventKind) -> Option<Excused> {
    let TaskEventKind::ObjectiveCause { excuses, .. } = kind else {
        return None;
    };
    Some(match excuses {
        Excuses::DerivedLateness => Excused::ByDates,
        Excuses::Event(target) => {
            let mut events = task.events.iter();
            let found = events.find(|event| event.id == *target);
            found.map_or(Excused::Gone, |event| {
                Excused::Event(event.on, event.kind.clone())
            })
        }
    })
}

/// What can be excused by a cause now, with the answer the form holds for it.
#[must_use]
pub fn targets(task: &Assignment, today: Day) -> Vec<(String, Excused)> {
    let named = |excuses: Excuses| match excuses {
        Excuses::DerivedLateness => Some((DERIVED.to_owned(), Excused::ByDates)),
        Excuses::Event(target) => {
            let mut events = task.events.iter();
            let event = events.find(|event| event.id == target)?;
            let excused = Excused::Event(event.on, event.kind.clone());
            Some((target.0.to_string(), excused))
        }
    };
    let targets = excusable(task, today);
    targets.into_iter().filter_map(named).collect()
}

/// The words of the rules for a question of a form: kinds of cause, what can be done about a
/// late task. Others can be typed.
#[must_use]
pub fn words_for(form: EventForm, field: EventField) -> Vec<Wording> {
    let words = match (form, field) {
        (EventForm::Cause, EventField::What) => &law().complaint.causes,
        (EventForm::Handling, EventField::What) => &law().complaint.measures,
        _ => return Vec::new(),
    };
    let names = words.iter().map(|word| word.basis.name.clone());
    names.collect()
}
