//! The log: what was done when, newest first, a page at a time.

use leptos::prelude::*;

use crate::app::view::log::{Again, LogFilter, LogRow, log};
use crate::i18n::data::DataMessage;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, ChipView, EmptyState, FilterChips, Glyph, Panel, Table, TableCell,
    TableColumn, Tone,
};

/// Lines shown at once.
const PAGE: usize = 100;

/// The log.
pub(super) fn section(app: App) -> AnyView {
    let at = RwSignal::new(0_usize);
    let most = RwSignal::new(PAGE);
    let filter = move || LogFilter::ALL.get(at.get()).copied().unwrap_or_default();
    let view = Memo::new(move |_| app.read(|model| log(model, filter(), most.get())));
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
    let more = move || {
        let left = left.get();
        (left > 0).then(|| {
            let label = DataMessage::LogMore {
                count: format::count(left.min(PAGE), app.locale.get_untracked()),
            };
            view! {
                <div class="panel__foot">
                    <Button look=ButtonLook::Quiet label=app.t(label) on_press=move |()| most.update(|most| *most += PAGE) />
                </div>
            }
        })
    };
    let empty = Memo::new(move |_| view.with(|view| view.rows.is_empty()));
    let columns = StoredValue::new(columns);
    let body = move || {
        if empty.get() {
            view! { <EmptyState icon=Glyph::History title=app.t(DataMessage::LogEmpty) /> }
                .into_any()
        } else {
            view! { <Table caption=app.t(DataMessage::LogTitle) columns=columns.get_value() rows=rows /> }.into_any()
        }
    };
    let choose = move |key: String| {
        at.set(key.parse().unwrap_or_default());
        most.set(PAGE);
    };
    view! {
        <FilterChips label=app.t(DataMessage::LogFilters) chips=chips on_press=choose />
        <Panel flush=true class="log">{body}{more}</Panel>
    }
    .into_any()
}

fn cells(app: App, row: &LogRow) -> Vec<TableCell> {
    let action = app.t(row.action.clone());
    let what = match row.again {
        Again::No => action,
        Again::Undo(of) => named(app.t(ShellMessage::UndoNamed { action }), of),
        Again::Redo(of) => named(app.t(ShellMessage::RedoNamed { action }), of),
    };
    let (state, tone) = match (row.saved, row.undone) {
        (false, _) => (DataMessage::LogUnsaved, Tone::Poor),
        (_, true) => (DataMessage::LogUndone, Tone::Muted),
        _ => (DataMessage::LogStands, Tone::default()),
    };
    let mut cells: Vec<TableCell> = [
        row.sequence.to_string(),
        format::day_and_time(row.day, row.time),
        what,
        format::count(row.changes, app.locale.get_untracked()),
        app.t(state),
    ]
    .map(TableCell::from)
    .into();
    cells[4].tone = tone;
    cells
}

/// The number of the action meant stands behind its name.
fn named(mut what: String, of: u64) -> String {
    what.push_str(" (");
    what.push_str(&of.to_string());
    what.push(')');
    what
}
