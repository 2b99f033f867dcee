//! The fields of a task and of what happened to it.

use crate::domain as d;
use crate::domain::TaskEventKind as E;
use crate::ledger::Key;

use super::fields::{Field, Parts};
use super::{Look, Shown};

/// The fields of a task.
pub(super) fn assignment(parts: &mut Parts<'_>, task: &d::Assignment) {
    let d::Assignment {
        code,
        name,
        official,
        unit,
        product,
        coefficient,
        assigned,
        completed,
        assigned_on,
        due,
        finished,
        origin,
        handed_back,
        events,
        note,
    } = task;
    parts.note(Field::Code, code.as_ref());
    parts.note(Field::Task, name.as_ref());
    parts.about(Field::Lead, official.map(Key::Official));
    parts.about(Field::Unit, unit.map(Key::Unit));
    parts.about(Field::Product, product.map(Key::Product));
    parts.put(Field::Coefficient, Shown::Number(*coefficient));
    parts.put(Field::Assigned, Shown::Number(*assigned));
    parts.put(Field::Completed, Shown::Number(*completed));
    parts.day(Field::AssignedOn, *assigned_on);
    parts.day(Field::Due, *due);
    parts.day(Field::Finished, *finished);
    parts.put(Field::Origin, Shown::Origin(*origin));
    if let Some(back) = handed_back {
        let mut within = Parts::new(parts.look());
        within.day(Field::On, Some(back.on));
        within.note(Field::Reason, back.reason.as_ref());
        within.about(Field::TakenOverBy, back.taken_over_by.map(Key::Assignment));
        parts.put(Field::HandedBack, within.together());
    }
    for event in events {
        let (field, within) = happened(event, parts.look());
        parts.one_of(field, event.id.0.to_string(), within.together());
    }
    parts.note(Field::Note, note.as_ref());
}

#[allow(
    clippy::too_many_lines,
    reason = "one arm for each thing that happens to a task"
)]
fn happened<'a>(event: &d::TaskEvent, look: Look<'a>) -> (Field, Parts<'a>) {
    let mut parts = Parts::new(look);
    parts.day(Field::On, Some(event.on));
    let field = match &event.kind {
        E::Extension {
            to,
            approver,
            document,
            revoked,
        } => {
            parts.day(Field::NewDue, Some(*to));
            parts.note(Field::Approver, approver.as_ref());
            parts.note(Field::Document, document.as_ref());
            parts.day(Field::Revoked, *revoked);
            Field::Extension
        }
        E::QualityFailure { note } => {
            parts.note(Field::Note, note.as_ref());
            Field::Failure
        }
        E::Late { note } => {
            parts.note(Field::Note, note.as_ref());
            Field::Late
        }
        E::ObjectiveCause {
            excuses,
            cause,
            confirmed_by,
            document,
            revoked,
        } => {
            parts.text(Field::Cause, cause);
            if let d::Excuses::Event(excused) = excuses {
                parts.put(Field::Excuses, Shown::Whole(excused.0));
            }
            parts.note(Field::ConfirmedBy, confirmed_by.as_ref());
            parts.note(Field::Document, document.as_ref());
            parts.day(Field::Revoked, *revoked);
            Field::ObjectiveCause
        }
        E::Pause {
            to,
            waiting_for,
            document,
        } => {
            parts.text(Field::WaitingFor, waiting_for);
            parts.day(Field::To, *to);
            parts.note(Field::Document, document.as_ref());
            Field::Pause
        }
        E::Handling {
            measure,
            by,
            document,
        } => {
            parts.text(Field::Measure, measure);
            parts.note(Field::By, by.as_ref());
            parts.note(Field::Document, document.as_ref());
            Field::Handling
        }
        E::Assessment {
            version,
            passed,
            by,
            note,
        } => {
            parts.put(Field::Version, Shown::Whole(*version));
            parts.put(Field::Passed, Shown::Yes(*passed));
            parts.note(Field::By, by.as_ref());
            parts.note(Field::Note, note.as_ref());
            Field::Assessment
        }
        E::Milestone { name, due, done } => {
            parts.text(Field::Name, name);
            parts.day(Field::Due, Some(*due));
            parts.day(Field::Finished, *done);
            Field::Milestone
        }
        E::Reminder { by, note } => {
            parts.note(Field::By, by.as_ref());
            parts.note(Field::Note, note.as_ref());
            Field::Reminder
        }
        E::Apology {
            reason,
            again_on,
            document,
        } => {
            parts.text(Field::Reason, reason);
            parts.day(Field::AgainOn, *again_on);
            parts.note(Field::Document, document.as_ref());
            Field::Apology
        }
        E::PartOf { whole, quantity } => {
            parts.about(Field::Task, Some(Key::Assignment(*whole)));
            parts.put(Field::Quantity, Shown::Number(*quantity));
            Field::PartOf
        }
        E::Answerable { who } => {
            parts.text(Field::Name, who);
            Field::Answerable
        }
        E::Dossiers {
            handled,
            electronic,
        } => {
            parts.put(Field::Handled, Shown::Whole(*handled));
            parts.put(Field::Electronic, Shown::Whole(*electronic));
            Field::Dossiers
        }
    };
    (field, parts)
}
