//! The forms in which what happens to a task is recorded: their questions, and answers as typed.

use std::collections::BTreeMap;

use crate::domain::{Day, TaskEvent, TaskEventKind};
use crate::text::format_date;

use super::super::entry::{self, EntryError};

/// What is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventForm {
    /// The deadline is moved.
    Extension,
    /// An objective cause for one failure or lateness.
    Cause,
    /// A recorded cause is confirmed by the competent authority.
    Confirmation,
    /// Work stops while waiting for another body.
    Pause,
    /// A part with a deadline of its own.
    Milestone,
    /// A version handed in was assessed.
    Assessment,
    /// What was done about a late task.
    Handling,
    /// An apology slip for a late dossier.
    Apology,
    /// A reminder before anything was late.
    Reminder,
    /// Who decides on the product and answers for it.
    Answerable,
    /// Dossiers handled, and how many electronically and on time.
    Dossiers,
}

/// A question of such a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventField {
    /// The day it happened or was decided.
    On,
    /// What is excused: the number of an event, or [`DERIVED`].
    Target,
    /// The cause, the milestone, the measure, the reason.
    What,
    /// The new deadline, the last day of a pause, the day promised.
    Until,
    /// The day it was handed in.
    Done,
    /// Whether the version met the requirement: [`PASSED`] or [`RETURNED`].
    Passed,
    /// All dossiers.
    Handled,
    /// Those handled electronically and on time.
    Electronic,
    /// Who approved, confirmed, assessed, reminded; whom one waits for.
    Who,
    /// Number and day of the document.
    Document,
    /// Free words.
    Note,
}

/// The target that means the lateness that follows from the dates.
pub const DERIVED: &str = "derived";
/// The version met the requirement.
pub const PASSED: &str = "passed";
/// The version was returned.
pub const RETURNED: &str = "returned";

/// Answers as typed; a question without an answer is empty.
pub type EventAnswers = BTreeMap<EventField, String>;

impl EventForm {
    /// What can be recorded about any task, in the order of the menu.
    pub const ALL: [Self; 10] = [
        Self::Extension,
        Self::Cause,
        Self::Pause,
        Self::Milestone,
        Self::Assessment,
        Self::Handling,
        Self::Apology,
        Self::Reminder,
        Self::Answerable,
        Self::Dossiers,
    ];

    /// Its key in a menu.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Extension => "extend",
            Self::Cause => "cause",
            Self::Confirmation => "confirm",
            Self::Pause => "pause",
            Self::Milestone => "milestone",
            Self::Assessment => "assessment",
            Self::Handling => "handling",
            Self::Apology => "apology",
            Self::Reminder => "reminder",
            Self::Answerable => "answerable",
            Self::Dossiers => "dossiers",
        }
    }

    /// The form with a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.key() == key)
    }

    /// Its questions in order, and whether each must be answered.
    #[must_use]
    pub const fn questions(self) -> &'static [(EventField, bool)] {
        use EventField::{
            Document, Done, Electronic, Handled, Note, On, Passed, Target, Until, What, Who,
        };
        match self {
            Self::Extension => &[(Until, true), (Who, true), (Document, false), (On, true)],
            Self::Cause => &[
                (Target, true),
                (What, true),
                (Who, false),
                (Document, false),
                (On, true),
            ],
            Self::Confirmation => &[(Who, true), (Document, false)],
            Self::Pause => &[(Who, true), (On, true), (Until, false), (Document, false)],
            Self::Milestone => &[(What, true), (Until, true), (Done, false)],
            Self::Assessment => &[(Passed, true), (On, true), (Who, false), (Note, false)],
            Self::Handling => &[(What, true), (On, true), (Who, true), (Document, false)],
            Self::Apology => &[(What, true), (Until, false), (On, true), (Document, false)],
            Self::Reminder => &[(On, true), (Who, false), (Note, false)],
            Self::Answerable => &[(Who, true)],
            Self::Dossiers => &[(Handled, true), (Electronic, true), (On, true)],
        }
    }

    /// The form in which an event is corrected; nothing for what is only revoked, or counted.
    #[must_use]
    pub const fn correcting(kind: &TaskEventKind) -> Option<Self> {
        Some(match kind {
            TaskEventKind::Pause { .. } => Self::Pause,
            TaskEventKind::Milestone { .. } => Self::Milestone,
            TaskEventKind::Assessment { .. } => Self::Assessment,
            TaskEventKind::Handling { .. } => Self::Handling,
            TaskEventKind::Apology { .. } => Self::Apology,
            TaskEventKind::Reminder { .. } => Self::Reminder,
            TaskEventKind::Answerable { .. } => Self::Answerable,
            TaskEventKind::Dossiers { .. } => Self::Dossiers,
            TaskEventKind::Extension { .. }
            | TaskEventKind::ObjectiveCause { .. }
            | TaskEventKind::QualityFailure { .. }
            | TaskEventKind::Late { .. }
            | TaskEventKind::PartOf { .. } => return None,
        })
    }
}

/// What a recorded event answers, for the form that corrects it.
#[must_use]
pub fn answers_of(event: &TaskEvent) -> EventAnswers {
    use EventField::{Document, Done, Electronic, Handled, Note, On, Passed, Until, What, Who};
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    let day = |day: &Option<Day>| day.map(format_date).unwrap_or_default();
    let mut answers = EventAnswers::from([(On, format_date(event.on))]);
    answers.extend(match &event.kind {
        TaskEventKind::ObjectiveCause {
            confirmed_by,
            document,
            ..
        } => vec![(Who, text(confirmed_by)), (Document, text(document))],
        TaskEventKind::Pause {
            to,
            waiting_for,
            document,
        } => vec![
            (Who, waiting_for.clone()),
            (Until, day(to)),
            (Document, text(document)),
        ],
        TaskEventKind::Milestone { name, due, done } => vec![
            (What, name.clone()),
            (Until, format_date(*due)),
            (Done, day(done)),
        ],
        TaskEventKind::Assessment {
            passed, by, note, ..
        } => {
            let word = if *passed { PASSED } else { RETURNED };
            vec![
                (Passed, word.to_owned()),
                (Who, text(by)),
                (Note, text(note)),
            ]
        }
        TaskEventKind::Handling {
            measure,
            by,
            document,
        } => vec![
            (What, measure.clone()),
            (Who, text(by)),
            (Document, text(document)),
        ],
        TaskEventKind::Apology {
            reason,
            again_on,
            document,
        } => vec![
            (What, reason.clone()),
            (Until, day(again_on)),
            (Document, text(document)),
        ],
        TaskEventKind::Reminder { by, note } => vec![(Who, text(by)), (Note, text(note))],
        TaskEventKind::Answerable { who } => vec![(Who, who.clone())],
        TaskEventKind::Dossiers {
            handled,
            electronic,
        } => vec![
            (Handled, handled.to_string()),
            (Electronic, electronic.to_string()),
        ],
        TaskEventKind::Extension { .. }
        | TaskEventKind::QualityFailure { .. }
        | TaskEventKind::Late { .. }
        | TaskEventKind::PartOf { .. } => Vec::new(),
    });
    answers
}

/// Reads answers one by one and keeps every refusal.
pub(super) struct Reader<'a> {
    pub form: EventForm,
    answers: &'a EventAnswers,
    year: u16,
    pub errors: Vec<(EventField, EntryError)>,
}

impl<'a> Reader<'a> {
    pub fn new(form: EventForm, answers: &'a EventAnswers, year: u16) -> Self {
        Self {
            form,
            answers,
            year,
            errors: Vec::new(),
        }
    }

    /// An answer as typed.
    pub fn typed(&self, field: EventField) -> &'a str {
        self.answers
            .get(&field)
            .map(|answer| answer.trim())
            .unwrap_or_default()
    }

    /// Refuses an answer; the first reason is the one told.
    pub fn refuse(&mut self, field: EventField, error: EntryError) {
        if self.errors.iter().all(|(other, _)| *other != field) {
            self.errors.push((field, error));
        }
    }

    /// True when the form asks for it.
    pub fn is_asked(&self, field: EventField) -> bool {
        self.form
            .questions()
            .iter()
            .any(|(asked, _)| *asked == field)
    }

    fn is_needed(&self, field: EventField) -> bool {
        self.form.questions().contains(&(field, true))
    }

    /// Words, or nothing.
    pub fn words(&mut self, field: EventField) -> Option<String> {
        let words = entry::text(self.typed(field));
        if words.is_none() && self.is_needed(field) {
            self.refuse(field, EntryError::Required);
        }
        words
    }

    /// A day, or nothing.
    pub fn day(&mut self, field: EventField) -> Option<Day> {
        match entry::day(self.typed(field), self.year) {
            Ok(None) if self.is_needed(field) => self.refuse(field, EntryError::Required),
            Ok(day) => return day,
            Err(error) => self.refuse(field, error),
        }
        None
    }

    /// A whole number; nothing when it was refused.
    pub fn count(&mut self, field: EventField) -> Option<u32> {
        let typed = self.typed(field);
        if typed.is_empty() {
            self.refuse(field, EntryError::Required);
            return None;
        }
        let too_large = |_| EntryError::NumberOutOfRange(typed.to_owned());
        match entry::count(typed).and_then(|count| u32::try_from(count).map_err(too_large)) {
            Ok(count) => Some(count),
            Err(error) => {
                self.refuse(field, error);
                None
            }
        }
    }

    /// Refuses a day outside the two.
    pub fn within(
        &mut self,
        field: EventField,
        day: Option<Day>,
        first: Option<Day>,
        last: Option<Day>,
    ) {
        let Some(day) = day else { return };
        if let Some(first) = first.filter(|first| day < *first) {
            self.refuse(field, EntryError::TooEarly(first));
        } else if let Some(last) = last.filter(|last| day > *last) {
            self.refuse(field, EntryError::TooLate(last));
        }
    }
}
