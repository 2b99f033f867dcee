//! The third step: what every row would do, and taking it.

use leptos::prelude::*;

use crate::app::import::{ImportPlan, Verdict};
use crate::i18n::action::KindName;
use crate::i18n::format;
use crate::i18n::import::ImportMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::Route;
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, ChipView, FilterChips, Note, NoteKind, Panel,
};

use super::correct::{self, Correction};
use super::rows;
use super::session::{Session, Step};

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    #[default]
    All,
    New,
    Changed,
    Same,
    Conflict,
    Refused,
    Look,
    Skipped,
}

impl Shown {
    const ALL: [Self; 8] = [
        Self::All,
        Self::New,
        Self::Changed,
        Self::Same,
        Self::Conflict,
        Self::Refused,
        Self::Look,
        Self::Skipped,
    ];

    const fn message(self) -> ImportMessage {
        match self {
            Self::All => ImportMessage::FilterAll,
            Self::New => ImportMessage::FilterNew,
            Self::Changed => ImportMessage::FilterChanged,
            Self::Same => ImportMessage::FilterSame,
            Self::Conflict => ImportMessage::FilterConflict,
            Self::Refused => ImportMessage::FilterRefused,
            Self::Look => ImportMessage::FilterLook,
            Self::Skipped => ImportMessage::FilterSkipped,
        }
    }

    /// True for rows shown under this filter.
    pub(super) fn keeps(self, row: &crate::app::import::PlannedRow) -> bool {
        match self {
            Self::All => true,
            Self::New => matches!(row.verdict, Verdict::New(_)),
            Self::Changed => matches!(row.verdict, Verdict::Changed(..)),
            Self::Same => matches!(row.verdict, Verdict::Unchanged(_)),
            Self::Conflict => matches!(row.verdict, Verdict::Conflict(_)),
            Self::Refused => matches!(row.verdict, Verdict::Refused(_)),
            Self::Look => !row.remarks.is_empty() || !row.cells.is_empty(),
            Self::Skipped => false,
        }
    }

    fn count(self, plan: &ImportPlan) -> usize {
        if self == Self::Skipped {
            plan.skipped.len()
        } else {
            plan.rows.iter().filter(|row| self.keeps(row)).count()
        }
    }
}

pub(super) fn step(session: Session) -> AnyView {
    let app = session.app;
    let plan = Memo::new(move |_| session.plan());
    let shown = RwSignal::new(Shown::default());
    let correcting = RwSignal::new(None::<Correction>);
    let chips = Signal::derive(move || {
        plan.with(|plan| {
            let chips = Shown::ALL.into_iter().enumerate().map(|(index, filter)| {
                ChipView::new(index.to_string(), app.t(filter.message()))
                    .count(filter.count(plan))
                    .pressed(shown.get() == filter)
            });
            chips.collect::<Vec<_>>()
        })
    });
    let choose = move |key: String| {
        shown.set(
            key.parse()
                .ok()
                .and_then(|index: usize| Shown::ALL.get(index).copied())
                .unwrap_or_default(),
        );
    };
    view! {
        <div class="import__review">
            {move || plan.with(|plan| summary(session, plan))}
            <FilterChips label=app.t(ImportMessage::Filters) chips=chips on_press=choose />
            <Panel flush=true>{rows::table(session, plan, shown, correcting)}</Panel>
            {correct::dialog(session, correcting)}
            <div class="import__actions">
                <Button label=app.t(ImportMessage::Back) on_press=move |()| session.step.set(Step::Sheets) />
                {move || plan.with(|plan| take_button(session, plan))}
            </div>
        </div>
    }
    .into_any()
}

fn summary(session: Session, plan: &ImportPlan) -> AnyView {
    let app = session.app;
    let locale = app.locale.get();
    let count = |filter: Shown| format::count(filter.count(plan), locale);
    let line = app.t(ImportMessage::Summary {
        added: count(Shown::New),
        changed: count(Shown::Changed),
        same: count(Shown::Same),
        conflict: count(Shown::Conflict),
        refused: count(Shown::Refused),
    });
    let created: Vec<String> = plan
        .created
        .iter()
        .map(|(kind, name)| format!("{} “{name}”", app.t(KindName::from(*kind))))
        .collect();
    view! {
        <Note kind=NoteKind::Info title=line>
            {(!created.is_empty()).then(|| app.t(ImportMessage::Created { list: created.join(", ") }))}
        </Note>
    }
    .into_any()
}

fn take_button(session: Session, plan: &ImportPlan) -> AnyView {
    let app = session.app;
    let count = plan.count(super::session::is_taken);
    let plan = plan.clone();
    let label = if count == 0 {
        ImportMessage::NothingToTake
    } else {
        ImportMessage::Take {
            count: format::count(count, app.locale.get()),
        }
    };
    view! { <Button look=ButtonLook::Primary label=app.t(label) disabled=plan.operation.is_empty() on_press=move |()| session.take_plan(&plan) /> }.into_any()
}

/// The page after the import.
pub(super) fn done(session: Session, count: usize) -> AnyView {
    let app = session.app;
    let source = session.name();
    let text = ImportMessage::DoneText {
        count: format::count(count, app.locale.get_untracked()),
        source: if source.is_empty() {
            app.t(ImportMessage::PastedName)
        } else {
            source
        },
    };
    view! {
        <div class="import__done">
            <Note kind=NoteKind::Success title=app.t(ImportMessage::DoneTitle)>{app.t(text)}</Note>
            <div class="import__actions">
                <Button
                    label=app.t(ShellMessage::Undo)
                    on_press=move |()| {
                        app.dispatch(crate::app::Event::UndoAsked);
                        session.start_over();
                    }
                />
                <Button label=app.t(ImportMessage::NextFile) on_press=move |()| session.start_over() />
                <ButtonLink look=ButtonLook::Primary label=app.t(ImportMessage::SeeScores) href=Route::Scoring(None).href() />
            </div>
        </div>
    }
    .into_any()
}
