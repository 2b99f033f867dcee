//! The second step: what each sheet holds and which column is which field.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::import::column_letters;
use crate::app::import::{Field, HeaderColumn, Mapping, SheetProposal, TableKind};
use crate::app::job::HeaderAt;
use crate::app::workflow::entry;
use crate::i18n::format;
use crate::i18n::import::{FieldName, ImportMessage, TableName};
use crate::ui::components::{Button, ButtonLook, Choice, Note, NoteKind, Panel, Select, TextInput};

use super::session::{Session, Step};

pub(super) fn step(session: Session) -> AnyView {
    let app = session.app;
    let Some(tables) = session.tables.get_untracked() else {
        return ().into_any();
    };
    let findings = tables.findings.iter().map(|finding| {
        view! { <Note kind=NoteKind::Warning title=app.t(finding.clone())>""</Note> }
    });
    let sheets = tables
        .proposals
        .iter()
        .map(|proposal| sheet(session, proposal.clone(), rows_of(session, proposal.sheet)));
    let changed = move || {
        let mapped =
            |mappings: &BTreeMap<usize, Option<Mapping>>| mappings.values().any(Option::is_some);
        session.mappings.with(mapped) || !session.standard.get().trim().is_empty()
    };
    let go_on = move |()| {
        if changed() {
            session.read(Step::Review);
        } else {
            session.step.set(Step::Review);
        }
    };
    view! {
        <div class="import__sheets">
            {findings.collect_view()}
            {sheets.collect_view()}
            <div class="import__actions">
                <Button label=app.t(ImportMessage::OtherFile) on_press=move |()| session.start_over() />
                <Button look=ButtonLook::Primary label=app.t(ImportMessage::ToReview) on_press=go_on />
            </div>
        </div>
    }
    .into_any()
}

fn rows_of(session: Session, sheet: usize) -> usize {
    session.tables.with_untracked(|tables| {
        tables
            .as_ref()
            .and_then(|tables| tables.tables.iter().find(|(index, _)| *index == sheet))
            .map_or(0, |(_, table)| table.rows.len())
    })
}

fn sheet(session: Session, proposal: SheetProposal, rows: usize) -> AnyView {
    let app = session.app;
    let index = proposal.sheet;
    let title = if proposal.name.is_empty() {
        app.t(ImportMessage::PastedSheet)
    } else {
        app.t(ImportMessage::Sheet {
            name: proposal.name.clone(),
        })
    };
    let aside = proposal
        .remembered
        .then(|| app.t(ImportMessage::Remembered));
    let kind = Signal::derive(move || {
        session
            .mapping(index)
            .map_or_else(String::new, |mapping| mapping.kind.key().to_owned())
    });
    let mut options = vec![Choice::new("", app.t(ImportMessage::SheetSkip))];
    options
        .extend(TableKind::ALL.map(|kind| Choice::new(kind.key(), app.t(TableName::from(kind)))));
    let standing = match (&proposal.mapping, proposal.headless.is_empty()) {
        (Some(_), _) => Standing::Known,
        (None, false) => Standing::Headless,
        (None, true) => Standing::Unknown,
    };
    let columns = proposal.columns.clone();
    let nothing_found = standing != Standing::Known;
    let start = Start {
        proposed: proposal.mapping.clone(),
        headless: proposal.headless.clone(),
    };
    view! {
        <Panel title=title aside=aside>
            <div class="import__sheet">
                <Select
                    label=app.t(ImportMessage::SheetKind)
                    options=options
                    value=kind
                    on_change=move |key: String| choose_kind(session, index, &start, &key)
                />
                {move || describe(session, index, rows, standing)}
                {standard_points(session, index)}
                <details class="import__columns" open=nothing_found>
                    <summary>{app.t(ImportMessage::Columns)}</summary>
                    {header_row(session, index)}
                    <ul class="import__column-list">
                        {columns.into_iter().map(|column| column_choice(session, index, column)).collect_view()}
                    </ul>
                </details>
            </div>
        </Panel>
    }
    .into_any()
}

/// What the choice of a kind begins with.
#[derive(Clone)]
struct Start {
    /// What was recognised by the header.
    proposed: Option<Mapping>,
    /// Without a header: what each kind's columns show by their content.
    headless: Vec<Mapping>,
}

fn choose_kind(session: Session, sheet: usize, start: &Start, key: &str) {
    let mapping = TableKind::from_key(key).map(|kind| {
        let of_kind = start.headless.iter().find(|mapping| mapping.kind == kind);
        if let Some(mapping) = of_kind {
            return mapping.clone();
        }
        let known = session.mapping(sheet).or_else(|| start.proposed.clone());
        let mut mapping = known.unwrap_or(Mapping {
            kind,
            header_row: 0,
            header_rows: 1,
            columns: Vec::new(),
        });
        mapping.kind = kind;
        mapping.columns.retain(|(_, field)| field.belongs_to(kind));
        mapping
    });
    session.mappings.update(|mappings| {
        mappings.insert(sheet, mapping);
    });
}

/// What was found on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// A table we know.
    Known,
    /// Rows without a header.
    Headless,
    /// Nothing.
    Unknown,
}

fn describe(session: Session, sheet: usize, rows: usize, standing: Standing) -> AnyView {
    let app = session.app;
    let Some(mapping) = session.mapping(sheet) else {
        let message = match standing {
            Standing::Known => ImportMessage::SheetSkip,
            Standing::Headless => {
                let title = app.t(ImportMessage::HeadlessTitle);
                return view! { <Note kind=NoteKind::Warning title=title>{app.t(ImportMessage::HeadlessText)}</Note> }
                    .into_any();
            }
            Standing::Unknown => ImportMessage::SheetUnknown,
        };
        return view! { <p class="muted">{app.t(message)}</p> }.into_any();
    };
    let missing: Vec<String> = mapping
        .missing()
        .into_iter()
        .map(|field| app.t(FieldName::from(field)))
        .collect();
    let found = if mapping.header_rows == 0 {
        ImportMessage::HeadlessFound
    } else {
        ImportMessage::SheetFound {
            rows: format::count(rows, app.locale.get()),
            header: (mapping.header_row + 1).to_string(),
        }
    };
    view! {
        <p class="muted">{app.t(found)}</p>
        {(!missing.is_empty()).then(|| view! {
            <Note kind=NoteKind::Warning title=app.t(ImportMessage::SheetMissing { fields: missing.join(", ") })>""</Note>
        })}
    }
    .into_any()
}

/// Where no header was found, or the wrong one: the user says which row it is.
fn header_row(session: Session, sheet: usize) -> AnyView {
    let app = session.app;
    let now = session.mapping(sheet);
    let row = now.map_or_else(String::new, |mapping| (mapping.header_row + 1).to_string());
    let typed = RwSignal::new(row);
    let wrong = RwSignal::new(false);
    let again = move |()| {
        let row = typed.get_untracked().trim().parse::<u32>().ok();
        let kind = session.mapping(sheet).map(|mapping| mapping.kind);
        let at = row.and_then(|row| row.checked_sub(1)).zip(kind);
        wrong.set(at.is_none());
        if let Some((row, kind)) = at {
            session.read_header(sheet, HeaderAt { kind, row });
        }
    };
    view! {
        <div class="import__again">
            <TextInput
                label=app.t(ImportMessage::HeaderRow)
                bind=typed
                error=Signal::derive(move || wrong.get().then(|| app.t(ImportMessage::HeaderWrong)))
            />
            <Button label=app.t(ImportMessage::HeaderAgain) on_press=again />
        </div>
    }
    .into_any()
}

/// Asks for the points of the standard product where the file does not say.
fn standard_points(session: Session, sheet: usize) -> Option<AnyView> {
    let app = session.app;
    let rows = session.without_standard(sheet);
    let title = ImportMessage::StandardTitle {
        rows: format::count(rows, app.locale.get_untracked()),
    };
    let error = Signal::derive(move || {
        let typed = session.standard.get();
        let typed = typed.trim();
        let wrong = (!typed.is_empty()).then(|| entry::number(typed).err());
        wrong.flatten().map(|error| app.t(error))
    });
    (rows > 0).then(|| {
        view! {
            <Note kind=NoteKind::Warning title=app.t(title)>
                <div class="import__standard">
                    <TextInput
                        label=app.t(ImportMessage::StandardLabel)
                        hint=app.t(ImportMessage::StandardHint)
                        bind=session.standard
                        error=error
                    />
                </div>
            </Note>
        }
        .into_any()
    })
}

fn column_choice(session: Session, sheet: usize, column: HeaderColumn) -> AnyView {
    let app = session.app;
    let at = column.column;
    let letters = column_letters(at);
    let options = Signal::derive(move || {
        let mut options = vec![Choice::new("", app.t(ImportMessage::ColumnNone))];
        let Some(mapping) = session.mapping(sheet) else {
            return options;
        };
        let mut fields: Vec<Field> = mapping.kind.fields().to_vec();
        if mapping.kind == TableKind::GeneralScores {
            let lines = app.peek(|model| {
                crate::app::import::ImportSettings::of(model, String::new()).line_maxima
            });
            fields.extend(lines.iter().map(|(line, _)| Field::Line(*line)));
            fields.extend(lines.iter().map(|(line, _)| Field::AuthorityLine(*line)));
        }
        options.extend(
            fields
                .into_iter()
                .map(|field| Choice::new(field.key(), app.t(FieldName::from(field)))),
        );
        options
    });
    let value = Signal::derive(move || {
        session
            .mapping(sheet)
            .and_then(|mapping| mapping.field(at))
            .map(Field::key)
            .unwrap_or_default()
    });
    let assign = move |key: String| {
        let Some(mut mapping) = session.mapping(sheet) else {
            return;
        };
        mapping.assign(at, Field::from_key(&key));
        session.mappings.update(|mappings| {
            mappings.insert(sheet, Some(mapping));
        });
    };
    let samples = column.samples.join(" · ");
    view! {
        <li class="import__column">
            <span class="import__header"><b>{letters.clone()}</b>" "{column.header.clone()}</span>
            <Select label=app.t(ImportMessage::ColumnIs { column: letters }) label_hidden=true options=options value=value on_change=assign />
            <span class="muted">{(!samples.is_empty()).then(|| app.t(ImportMessage::Example { values: samples }))}</span>
        </li>
    }
    .into_any()
}
