//! One line of the log, opened: every record it changed, before and after.

use leptos::prelude::*;

use crate::app::view::changes::Changed;
use crate::app::view::log::{OpenedLine, opened};
use crate::app::{Effect as Wanted, Event, Notice, StorageProblem};
use crate::i18n::format;
use crate::i18n::log::{LogFileMessage, LogMessage, said};
use crate::ui::App;
use crate::ui::components::{Button, Dialog, DialogShape, Facts, Note, NoteKind, Progress};
use crate::ui::pages::data::changes::{MOST, shown, tell};

/// What is known of the contents of the line.
#[derive(Debug, Clone, PartialEq)]
enum Contents {
    /// They are being read.
    Reading,
    /// What it changed.
    Read(Changed),
    /// They could not be read.
    Not(StorageProblem),
}

/// The line that is open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    app: App,
    line: RwSignal<Option<(OpenedLine, Contents)>>,
}

impl Open {
    /// No line is open.
    pub(super) fn none(app: App) -> Self {
        let line = RwSignal::new(None);
        // What is taken out of the log for good must not stay on the screen.
        let taken_out = app.view(|model| {
            let lines = model.log.iter().rev();
            let mut took = lines.filter(|line| line.action.cleaned().is_some());
            took.next().map(|line| line.sequence)
        });
        let of = app.view(|model| model.workspace.id.clone());
        Effect::new(move |before: Option<()>| {
            taken_out.track();
            of.track();
            if before.is_some() {
                line.set(None);
            }
        });
        Self { app, line }
    }

    /// Opens a line.
    pub(super) fn open(self, sequence: u64) {
        let app = self.app;
        let Some(line) = app.peek(|model| opened(&model.log, sequence)) else {
            return;
        };
        let at_hand = app.peek(|model| {
            let operation = model.operations.get(&sequence)?;
            Some(tell(model, operation, MOST))
        });
        let reads = at_hand.is_none();
        let contents = at_hand.map_or(Contents::Reading, Contents::Read);
        self.line.set(Some((line, contents)));
        if reads {
            app.perform_heard(Wanted::ReadAction(sequence), move |event| {
                self.heard(sequence, event);
            });
        }
    }

    fn heard(self, sequence: u64, event: &Event) {
        let Event::ActionRead(read, result) = event else {
            return;
        };
        let contents = match result {
            Ok(operation) => self
                .app
                .peek(|model| Contents::Read(tell(model, operation, MOST))),
            Err(problem) => Contents::Not(problem.clone()),
        };
        let asked = |line: &OpenedLine| line.row.sequence == sequence && *read == sequence;
        self.line.update(|open| {
            if let Some((line, held)) = open
                && asked(line)
            {
                *held = contents;
            }
        });
    }

    /// The dialog that shows it.
    pub(super) fn dialog(self) -> AnyView {
        let app = self.app;
        let open = Signal::derive(move || self.line.with(Option::is_some));
        let title = Signal::derive(move || {
            let number = self.line.with(|line| {
                let line = line.as_ref();
                line.map_or(0, |(line, _)| line.row.sequence)
            });
            app.t(LogMessage::Opened { number })
        });
        let close = move |()| self.line.set(None);
        let actions = move || {
            view! { <Button label=app.t(LogMessage::Close) on_press=close /> }
        };
        view! {
            <Dialog
                open=open on_close=close title=title close_label=app.t(LogMessage::Close)
                shape=DialogShape::Wide actions=actions
            >
                {move || self.line.get().map(|(line, contents)| body(app, &line, contents))}
            </Dialog>
        }
        .into_any()
    }
}

fn body(app: App, line: &OpenedLine, contents: Contents) -> AnyView {
    let taken_out = line.taken_out_by.map(|number| {
        let title = app.t(LogMessage::TakenOut { number });
        view! { <Note kind=NoteKind::Info title=title /> }
    });
    let contents = match contents {
        Contents::Reading => view! { <Progress label=app.t(LogMessage::Reading) /> }.into_any(),
        Contents::Read(changed) => shown(app, &changed),
        Contents::Not(problem) => {
            let title = app.t(LogMessage::Unreadable);
            let why = match problem {
                // One damaged action leaves the data as they are.
                StorageProblem::Damaged(_) => app.t(Notice::ActionUnreadable),
                other => app.t(other),
            };
            view! { <Note kind=NoteKind::Warning title=title><p>{why}</p></Note> }.into_any()
        }
    };
    view! {
        <div class="data__stack">
            <Facts items=facts(app, line) />
            {taken_out}
            {contents}
        </div>
    }
    .into_any()
}

fn facts(app: App, line: &OpenedLine) -> Vec<(String, String)> {
    let row = &line.row;
    let desk = if row.desk.is_empty() {
        app.t(LogMessage::NoDesk)
    } else {
        row.desk.clone()
    };
    let mut facts = vec![
        (
            app.t(LogFileMessage::When),
            format::day_and_time(row.day, row.time),
        ),
        (app.t(LogFileMessage::Desk), desk),
        (
            app.t(LogFileMessage::What),
            said(row, app.locale.get_untracked()),
        ),
    ];
    facts.extend(
        row.hash
            .map(|hash| (app.t(LogFileMessage::Hash), hash.to_string())),
    );
    facts
}
