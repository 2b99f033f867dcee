//! What can be done with one task, for the menu of the register and that of its timeline.

use crate::app::workflow::task::EventForm;
use crate::domain::AssignmentId;
use crate::i18n::task::TaskMessage;
use crate::i18n::task_life::TaskLifeMessage;
use crate::ui::App;
use crate::ui::components::{Glyph, MenuItem};

use super::Open;

const fn glyph(form: EventForm) -> Glyph {
    match form {
        EventForm::Extension => Glyph::Calendar,
        EventForm::Cause | EventForm::Confirmation => Glyph::Shield,
        EventForm::Pause => Glyph::Clock,
        EventForm::Milestone => Glyph::Check,
        EventForm::Assessment => Glyph::Scales,
        EventForm::Handling => Glyph::Warning,
        EventForm::Apology => Glyph::Document,
        EventForm::Reminder => Glyph::Speech,
        EventForm::Answerable => Glyph::Person,
        EventForm::Dossiers => Glyph::Folder,
    }
}

/// The entries of the menu.
pub(super) fn items(app: App) -> Vec<MenuItem> {
    let forms = EventForm::ALL.into_iter().map(|form| {
        let label = app.t(TaskLifeMessage::from(form));
        MenuItem::new(form.key(), label).icon(glyph(form))
    });
    let others = [
        ("split", app.t(TaskLifeMessage::Split), Glyph::People),
        ("spread", app.t(TaskLifeMessage::Spread), Glyph::Columns),
        ("hand_over", app.t(TaskMessage::HandOver), Glyph::Repeat),
    ];
    let others = others
        .into_iter()
        .map(|(key, label, glyph)| MenuItem::new(key, label).icon(glyph));
    forms.chain(others).collect()
}

/// The dialog an entry opens for a task.
pub(super) fn opened(key: &str, task: AssignmentId) -> Option<Open> {
    match key {
        "split" => Some(Open::Divide(task, false)),
        "spread" => Some(Open::Divide(task, true)),
        "hand_over" => Some(Open::HandOver(task)),
        key => EventForm::from_key(key).map(|form| Open::Event(task, form, None)),
    }
}
