//! The register of discipline: each decision, what it does to the year, and its dialogs.

use leptos::prelude::*;

use crate::app::Operation;
use crate::app::view::discipline::{
    COLUMNS, ConclusionRow, Consequence, DisciplineRow, conclusions, list, value,
};
use crate::app::workflow::discipline::{self, DisciplineCell, remove_conclusion};
use crate::domain::{ConclusionId, DisciplineId, OfficialId};
use crate::i18n::complaint::{ComplaintMessage, DisciplineMessage};
use crate::i18n::reason::wording;
use crate::i18n::{Say as _, format};
use crate::text::matches;
use crate::ui::components::{
    Button, ButtonLook, Glyph, InputKind, PageHead, Panel, Tag, TextInput, Tone,
};
use crate::ui::form::removal_dialog;
use crate::ui::register::cells::Cells;
use crate::ui::register::{FilterPopup, Listed, RegisterBar, RegisterFilters};
use crate::ui::{App, Route};

use super::discipline_grid::{choices_of, columns, grid, word_of};
use super::{Register, conclusion, decision, registers};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Add,
    Edit(DisciplineId),
    Remove(DisciplineId),
    Conclusion(Option<ConclusionId>),
    RemoveConclusion(ConclusionId),
}

pub(super) fn page(app: App) -> AnyView {
    let open = RwSignal::new(Open::None);
    let words = RwSignal::new(String::new());
    let all = app.view(list);
    let rows = Memo::new(move |_| {
        let found = |row: &&DisciplineRow| words.with(|words| is_found(row, words));
        all.with(|rows| rows.iter().filter(found).cloned().collect::<Vec<_>>())
    });
    let columns = Signal::derive(move || columns(app.locale.get()));
    let listed = Listed::new(app, "disciplines", &COLUMNS, columns, rows, value, word_of);
    let entered = listed.cells(
        |row: &DisciplineRow| row.id,
        choices_of,
        |_, _, _| Vec::new(),
    );
    let subtitle = Signal::derive(move || {
        let count = format::count(listed.kept(), app.locale.get_untracked());
        Some(app.t(DisciplineMessage::Subtitle { count }))
    });
    let edit = Callback::new(move |id| open.set(Open::Edit(id)));
    let held = app.view(conclusions);
    let concluded = move || {
        let rows = held.get();
        if rows.is_empty() {
            return view! { <p class="muted">{app.t(DisciplineMessage::NoConclusions)}</p> }
                .into_any();
        }
        let items = rows.iter().map(|row| conclusion_item(app, open, row));
        let items: Vec<AnyView> = items.collect();
        view! { <ul class="disciplines">{items}</ul> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title=app.t(DisciplineMessage::Title) subtitle=subtitle>
                {of_the_row(app, open, entered)}
                {entered.menu(None)}
                <Button
                    look=ButtonLook::Primary
                    icon=Glyph::Plus
                    label=app.t(DisciplineMessage::Add)
                    on_press=move |()| open.set(Open::Add)
                />
            </PageHead>
            {registers(app, Register::Discipline)}
            <p class="muted">{app.t(DisciplineMessage::Intro)}</p>
            <div class="chips">
                <TextInput
                    label=app.t(DisciplineMessage::Search)
                    label_hidden=true
                    kind=InputKind::Search
                    placeholder=app.t(DisciplineMessage::SearchHint)
                    bind=words
                />
                <RegisterBar register=listed.register groups=listed.groups() />
            </div>
            <RegisterFilters register=listed.register />
            {grid(app, listed, entered, edit)}
            <FilterPopup register=listed.register />
            <Panel
                title=app.t(DisciplineMessage::Conclusions)
                actions=move || view! {
                    <Button
                        icon=Glyph::Plus
                        label=app.t(DisciplineMessage::AddConclusion)
                        on_press=move |()| open.set(Open::Conclusion(None))
                    />
                }
            >
                <div class="stack">
                    <p class="muted small">{app.t(DisciplineMessage::ConclusionText)}</p>
                    {concluded}
                </div>
            </Panel>
            {dialogs(app, open)}
        </div>
    }
    .into_any()
}

fn is_found(row: &DisciplineRow, words: &str) -> bool {
    let number = row.record.decision.as_deref().unwrap_or_default();
    let texts = [row.name.as_str(), row.record.act.as_str(), number];
    words.trim().is_empty() || texts.into_iter().any(|text| matches(words, text))
}

/// What opens or removes the decision of the row one is at.
fn of_the_row(app: App, open: RwSignal<Open>, entered: Cells<DisciplineCell>) -> AnyView {
    let shown = move || {
        let id = entered.current_row()?;
        let name = app.read(|model| {
            let record = model.book.disciplines.get(id)?;
            Some(model.book.official_name(record.official).to_owned())
        })?;
        let edit = app.t(DisciplineMessage::EditOf { name: name.clone() });
        let removal = app.t(DisciplineMessage::RemoveOf { name });
        Some(view! {
            <Button icon=Glyph::Edit icon_only=true look=ButtonLook::Quiet label=edit on_press=move |()| open.set(Open::Edit(id)) />
            <Button icon=Glyph::Trash icon_only=true look=ButtonLook::Quiet label=removal on_press=move |()| open.set(Open::Remove(id)) />
        })
    };
    view! { {shown} }.into_any()
}

fn conclusion_item(app: App, open: RwSignal<Open>, row: &ConclusionRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let record = &row.record;
    let ground = row.ground.as_ref();
    let name = row.name.clone();
    let facts = [
        &*record.authority,
        &*record.document,
        &*format::day(record.on),
    ]
    .join(" · ");
    let shown = Entry {
        official: record.official,
        tag: record.year.to_string(),
        text: ground
            .map(|it| wording(it, locale).to_owned())
            .unwrap_or_default(),
        facts,
        edit: app.t(DisciplineMessage::EditConclusionOf { name: name.clone() }),
        removal: app.t(DisciplineMessage::RemoveConclusionOf { name: name.clone() }),
        name,
        forms: [
            Open::Conclusion(Some(row.id)),
            Open::RemoveConclusion(row.id),
        ],
    };
    entry_view(app, open, &row.consequence, shown)
}

/// One conclusion, already written for reading.
struct Entry {
    official: OfficialId,
    name: String,
    tag: String,
    text: String,
    facts: String,
    edit: String,
    removal: String,
    forms: [Open; 2],
}

fn entry_view(app: App, open: RwSignal<Open>, consequence: &Consequence, shown: Entry) -> AnyView {
    let tone = match consequence {
        Consequence::SetsClass { .. } => Tone::Poor,
        _ => Tone::Muted,
    };
    let consequence = consequence.say(app.locale.get_untracked());
    let href = Route::Official(shown.official).href();
    let Entry {
        name,
        tag,
        text,
        facts,
        edit,
        removal,
        forms: [edited, removed],
        ..
    } = shown;
    view! {
        <li class="discipline">
            <div class="discipline__words">
                <p class="row"><a class="strong" href=href>{name}</a><Tag label=tag tone=tone /></p>
                <p>{text}</p>
                <p class="muted small">{facts}</p>
                <p class="discipline__consequence">{consequence}</p>
            </div>
            <Button icon=Glyph::Edit icon_only=true look=ButtonLook::Quiet label=edit on_press=move |()| open.set(edited) />
            <Button icon=Glyph::Trash icon_only=true look=ButtonLook::Quiet label=removal on_press=move |()| open.set(removed) />
        </li>
    }
    .into_any()
}

fn dialogs(app: App, open: RwSignal<Open>) -> AnyView {
    let close = Callback::new(move |()| open.set(Open::None));
    let found = move |id| app.peek(|model| model.book.disciplines.get(id).cloned());
    let named = move |official: Option<OfficialId>| {
        let name = official.map(|it| app.peek(|model| model.book.official_name(it).to_owned()));
        name.unwrap_or_default()
    };
    let shown = move || match open.get() {
        Open::None => ().into_any(),
        Open::Add => decision::form(app, None, close),
        Open::Edit(id) => decision::form(app, found(id).map(|record| (id, record)), close),
        Open::Conclusion(id) => conclusion::form(app, id, close),
        Open::Remove(id) => {
            let official = found(id).map(|record| record.official);
            let name = named(official);
            let said = [
                DisciplineMessage::RemoveOf { name: name.clone() },
                DisciplineMessage::RemoveAsk { name },
            ];
            let draft = app.peek(|model| discipline::remove(&model.book, id));
            remove(app, said, draft, close)
        }
        Open::RemoveConclusion(id) => {
            let record = app.peek(|model| model.book.gate_conclusions.get(id).cloned());
            let name = named(record.map(|record| record.official));
            let said = [
                DisciplineMessage::RemoveConclusionOf { name: name.clone() },
                DisciplineMessage::RemoveConclusionAsk { name },
            ];
            let draft = app.peek(|model| remove_conclusion(&model.book, id));
            remove(app, said, draft, close)
        }
    };
    shown.into_any()
}

fn remove(
    app: App,
    said: [DisciplineMessage; 2],
    draft: Operation,
    close: Callback<()>,
) -> AnyView {
    let [title, text] = said.map(|message| app.t(message));
    let verb = app.t(ComplaintMessage::Remove);
    let confirm = move || app.act(draft.clone());
    removal_dialog(app, title, text, verb, confirm, close)
}
