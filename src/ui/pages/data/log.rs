//! The log: what was done when, newest first, a page at a time.

mod desk;
mod opened;

use chrono::Datelike as _;
use leptos::prelude::*;

use crate::app::Effect;
use crate::app::job::LogOrder;
use crate::app::view::log::{LogFilter, LogQuery, LogRow, log};
use crate::app::workflow::entry;
use crate::domain::Day;
use crate::i18n::data::DataMessage;
use crate::i18n::log::{LogFileMessage, LogMessage, said};
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Locale, format};
use crate::text::format_date;
use crate::ui::App;
use crate::ui::components::{
    Button, ChipView, DateInput, EmptyState, FilterChips, Glyph, InputKind, Panel, ShowMore, Table,
    TableCell, TableColumn, TextInput, Tone,
};

use opened::Open;

/// Lines shown at once.
const PAGE: usize = 100;

/// The log.
pub(super) fn section(app: App) -> AnyView {
    let at = RwSignal::new(0_usize);
    let most = RwSignal::new(PAGE);
    let asked = Asked::new(app);
    let line = Open::none(app);
    let filter = move || LogFilter::ALL.get(at.get()).copied().unwrap_or_default();
    let view = Memo::new(move |_| {
        let locale = app.locale.get();
        let query = asked.query(filter());
        app.read(|model| log(&model.log, &query, most.get(), &|row| said(row, locale)))
    });
    let chips = Signal::derive(move || {
        let counts = view.with(|view| view.counts);
        let chips = LogFilter::ALL.into_iter().enumerate().map(|(index, each)| {
            ChipView::new(index.to_string(), app.t(DataMessage::from(each)))
                .count(counts[index])
                .pressed(at.get() == index)
        });
        chips.collect::<Vec<_>>()
    });
    let columns = vec![
        TableColumn::text(app.t(DataMessage::ColumnNumber)),
        TableColumn::text(app.t(DataMessage::ColumnWhen)),
        TableColumn::text(app.t(DataMessage::ColumnDesk)),
        TableColumn::text(app.t(DataMessage::ColumnWhat)),
        TableColumn::number(app.t(DataMessage::ColumnRecords)),
        TableColumn::text(app.t(DataMessage::ColumnState)),
    ];
    let rows = Signal::derive(move || {
        view.with(|view| {
            view.rows
                .iter()
                .map(|row| cells(app, row))
                .collect::<Vec<_>>()
        })
    });
    let left = Memo::new(move |_| {
        let all = view.with(|view| view.counts[at.get().min(LogFilter::ALL.len() - 1)]);
        all.saturating_sub(most.get())
    });
    let label = Signal::derive(move || {
        let count = format::count(left.get().min(PAGE), app.locale.get());
        app.t(DataMessage::LogMore { count })
    });
    let more = move |()| most.update(|most| *most += PAGE);
    let empty = Memo::new(move |_| view.with(|view| view.rows.is_empty()));
    let columns = StoredValue::new(columns);
    let open = move |place: usize| {
        let number = view.with_untracked(|view| view.rows.get(place).map(|row| row.sequence));
        if let Some(number) = number {
            line.open(number);
        }
    };
    let body = move || {
        if empty.get() {
            nothing(app)
        } else {
            view! {
                <Table
                    caption=app.t(DataMessage::LogTitle) columns=columns.get_value() rows=rows
                    on_open=open
                />
            }
            .into_any()
        }
    };
    let choose = move |key: String| {
        at.set(key.parse().unwrap_or_default());
        most.set(PAGE);
    };
    let export = move |()| app.perform(Effect::ExportLog(asked.order(at.get_untracked())));
    view! {
        {desk::field(app)}
        <div class="log__bar">
            {asked.fields(most)}
            <Button
                icon=Glyph::Download
                label=app.t(LogFileMessage::Export)
                hint=app.t(LogFileMessage::ExportHint)
                on_press=export
            />
        </div>
        <FilterChips label=app.t(DataMessage::LogFilters) chips=chips on_press=choose />
        <Panel flush=true class="log">
            {body}
            <ShowMore left=left label=label ended=app.t(ShellMessage::AllShown) on_press=more class="panel__foot" />
        </Panel>
        <p class="data__text muted">{app.t(LogMessage::Limits)}</p>
        {line.dialog()}
    }
    .into_any()
}

/// No line to show: there is none at all, or none is what is looked for.
fn nothing(app: App) -> AnyView {
    if app.peek(|model| model.log.is_empty()) {
        let title = app.t(DataMessage::LogEmpty);
        return view! { <EmptyState icon=Glyph::History title=title /> }.into_any();
    }
    let title = app.t(DataMessage::LogNotFound);
    let text = app.t(DataMessage::LogNotFoundText);
    view! { <EmptyState icon=Glyph::Search title=title text=text /> }.into_any()
}

fn cells(app: App, row: &LogRow) -> Vec<TableCell> {
    let what = said(row, app.locale.get_untracked());
    let (state, tone) = match (row.hash.is_some(), row.undone) {
        (false, _) => (DataMessage::LogUnsaved, Tone::Poor),
        (_, true) => (DataMessage::LogUndone, Tone::Muted),
        _ => (DataMessage::LogStands, Tone::default()),
    };
    let mut cells: Vec<TableCell> = [
        row.sequence.to_string(),
        format::day_and_time(row.day, row.time),
        row.desk.clone(),
        what,
        format::count(row.changes, app.locale.get_untracked()),
        app.t(state),
    ]
    .map(TableCell::from)
    .into();
    let number = row.sequence;
    cells[3].opens = Some(app.t(LogMessage::Open { number }));
    cells[5].tone = tone;
    cells
}

/// What is looked for, as typed.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    words: RwSignal<String>,
    from: Bound,
    to: Bound,
}

/// A day at an end of what is looked for, and what is wrong with what was typed.
#[derive(Clone, Copy)]
struct Bound {
    day: RwSignal<Option<Day>>,
    error: RwSignal<Option<String>>,
}

impl Bound {
    fn new() -> Self {
        Self {
            day: RwSignal::new(None),
            error: RwSignal::new(None),
        }
    }

    fn typed(self, app: App, text: &str) {
        let year = app.peek(|model| model.month().year());
        match entry::day(text, year) {
            Ok(day) => {
                self.error.set(None);
                self.day.set(day);
            }
            Err(problem) => self.error.set(Some(app.t(problem))),
        }
    }

    fn input(self, app: App, label: LogFileMessage) -> AnyView {
        let shown = Signal::derive(move || self.day.get().map(format_date).unwrap_or_default());
        let commit = move |text: String| self.typed(app, &text);
        view! {
            <DateInput
                label=app.t(label) value=shown error=self.error placeholder="dd/mm/yyyy"
                on_commit=commit
            />
        }
        .into_any()
    }
}

impl Asked {
    fn new(app: App) -> Self {
        Self {
            app,
            words: RwSignal::new(String::new()),
            from: Bound::new(),
            to: Bound::new(),
        }
    }

    fn query(self, filter: LogFilter) -> LogQuery {
        LogQuery {
            filter,
            words: self.words.get(),
            from: self.from.day.get(),
            to: self.to.day.get(),
        }
    }

    fn order(self, filter: usize) -> LogOrder {
        let day = |bound: Bound| bound.day.get_untracked().map(|day| day.num_days_from_ce());
        LogOrder {
            filter: u8::try_from(filter).unwrap_or_default(),
            words: self.words.get_untracked(),
            from: day(self.from),
            to: day(self.to),
            english: self.app.locale.get_untracked() == Locale::En,
            today: self.app.peek(|model| model.now.today.num_days_from_ce()),
        }
    }

    fn fields(self, most: RwSignal<usize>) -> AnyView {
        let app = self.app;
        view! {
            <TextInput
                kind=InputKind::Search
                label=app.t(LogFileMessage::Words)
                placeholder=app.t(LogFileMessage::WordsHint)
                bind=self.words
                on_input=move |_: String| most.set(PAGE)
            />
            {self.from.input(app, LogFileMessage::From)}
            {self.to.input(app, LogFileMessage::To)}
        }
        .into_any()
    }
}
