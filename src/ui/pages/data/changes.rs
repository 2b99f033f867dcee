//! What an action changes, every record field by field, before and after.

use leptos::prelude::*;

use crate::app::view::changes::{Changed, ChangedField, ChangedRecord, Happened, changed};
use crate::app::{Model, Operation};
use crate::i18n::changes::{ChangesMessage, counts, field_name, record_name, shown_or_empty};
use crate::i18n::format;
use crate::i18n::log::LogMessage;
use crate::ui::App;
use crate::ui::components::{Facts, Table, TableCell, TableColumn};

/// Records shown at once.
pub(super) const MOST: usize = 50;

/// What an operation changes, so many records of it; those it names are called as they are
/// called now.
pub(super) fn tell(model: &Model, operation: &Operation, most: usize) -> Changed {
    changed(&operation.changes, &|key| model.book.get(key), most)
}

/// What was changed: how much of each kind, then the records.
pub(super) fn shown(app: App, changed: &Changed) -> AnyView {
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
