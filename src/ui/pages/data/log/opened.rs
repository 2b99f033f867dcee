//! One line of the log, opened: every record it changed, before and after.

use leptos::prelude::*;

use crate::app::view::changes::{Changed, ChangedField, ChangedRecord, Happened, changed};
use crate::app::view::log::{OpenedLine, opened};
use crate::app::{Effect as Wanted, Event, Model, Notice, Operation, StorageProblem};
use crate::i18n::changes::{ChangesMessage, counts, field_name, record_name, shown_or_empty};
use crate::i18n::format;
use crate::i18n::log::{LogFileMessage, LogMessage, said};
use crate::ui::App;
use crate::ui::components::{
    Button, Dialog, DialogShape, Facts, Note, NoteKind, Progress, Table, TableCell, TableColumn,
};

/// Records shown of one action.
const MOST: usize = 50;

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
            Some(tell(model, operation))
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
                .peek(|model| Contents::Read(tell(model, operation))),
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

/// What an operation changed; the records it names are called as they are called now.
fn tell(model: &Model, operation: &Operation) -> Changed {
    changed(&operation.changes, &|key| model.book.get(key), MOST)
}

fn body(app: App, line: &OpenedLine, contents: Contents) -> AnyView {
    let taken_out = line.taken_out_by.map(|number| {
        let title = app.t(LogMessage::TakenOut { number });
        view! { <Note kind=NoteKind::Info title=title /> }
    });
    let contents = match contents {
        Contents::Reading => view! { <Progress label=app.t(LogMessage::Reading) /> }.into_any(),
        Contents::Read(changed) => changes(app, &changed),
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

fn changes(app: App, changed: &Changed) -> AnyView {
    let locale = app.locale.get_untracked();
    if changed.records.is_empty() {
        return view! { <p class="data__text">{app.t(LogMessage::Nothing)}</p> }.into_any();
    }
    let more = (changed.more > 0).then(|| {
        let count = format::count(changed.more, locale);
        view! { <p class="data__text muted">{app.t(LogMessage::More { count })}</p> }
    });
    let all = vec![(app.t(LogMessage::Changed), counts(&changed.kinds, locale))];
    let records = changed.records.iter().map(|record| one(app, record));
    view! {
        <Facts items=all />
        <ul class="log__records">{records.collect_view()}</ul>
        {more}
    }
    .into_any()
}

fn one(app: App, record: &ChangedRecord) -> AnyView {
    let locale = app.locale.get_untracked();
    let happened = app.t(ChangesMessage::from(record.happened));
    let name = format::capitalised(&record_name(record, locale));
    let caption = app.t(ChangesMessage::RecordHappened {
        record: name,
        happened,
    });
    if record.fields.is_empty() {
        return view! { <li class="log__record">{caption}</li> }.into_any();
    }
    // What is new was nothing before, and what is gone is nothing now.
    let was = record.happened != Happened::Added;
    let is = record.happened != Happened::Removed;
    let mut columns = vec![TableColumn::text(app.t(LogMessage::Field))];
    columns.extend(was.then(|| TableColumn::text(app.t(LogMessage::Before))));
    columns.extend(is.then(|| TableColumn::text(app.t(LogMessage::After))));
    let row = |field: &ChangedField| {
        let name = field_name(field.field, field.of.as_deref(), locale);
        let mut cells = vec![TableCell::from(name)];
        let side = |value| TableCell::from(shown_or_empty(value, locale));
        cells.extend(was.then(|| side(field.before.as_ref())));
        cells.extend(is.then(|| side(field.after.as_ref())));
        cells
    };
    let rows: Vec<Vec<TableCell>> = record.fields.iter().map(row).collect();
    view! {
        <li class="log__record">
            <Table caption=caption columns=columns rows=rows caption_shown=true />
        </li>
    }
    .into_any()
}
