//! Units and groups of similar duties: listed, added, renamed, removed.

use leptos::prelude::*;

use crate::app::Operation;
use crate::app::workflow::unit::{UnitField, remove_group, remove_unit, save_group, save_unit};
use crate::domain::{GroupId, UnitId};
use crate::i18n::official::OfficialEditMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Choice, Dialog, Glyph};
use crate::ui::form::{Answer, Ask, Question, form_dialog, numbered};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    None,
    List,
    Unit(Option<UnitId>),
    Group(Option<GroupId>),
}

pub(super) fn dialogs(app: App, open: RwSignal<Open>) -> AnyView {
    // A form goes back to the list it was opened from.
    let back = Callback::new(move |()| open.set(Open::List));
    let shown = move || match open.get() {
        Open::None => ().into_any(),
        Open::List => list(app, open),
        Open::Unit(id) => unit(app, id, back),
        Open::Group(id) => group(app, id, back),
    };
    shown.into_any()
}

fn list(app: App, open: RwSignal<Open>) -> AnyView {
    let close = Callback::new(move |()| open.set(Open::None));
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=app.t(OfficialEditMessage::UnitsTitle)
            close_label=app.t(ShellMessage::Close)
            on_close=close
            actions=move || view! {
                <Button label=app.t(ShellMessage::Close) on_press=close />
                <Button icon=Glyph::Plus label=app.t(OfficialEditMessage::AddGroup) on_press=move |()| open.set(Open::Group(None)) />
                <Button icon=Glyph::Plus label=app.t(OfficialEditMessage::AddUnit) on_press=move |()| open.set(Open::Unit(None)) />
            }
        >
            <div class="stack">
                <p class="form__note">{app.t(OfficialEditMessage::UnitsText)}</p>
                {part(app, open, true)}
                {part(app, open, false)}
            </div>
        </Dialog>
    }
    .into_any()
}

/// The units, or the groups.
fn part(app: App, open: RwSignal<Open>, of_units: bool) -> AnyView {
    let (head, none) = if of_units {
        (OfficialEditMessage::UnitsHead, OfficialEditMessage::NoUnits)
    } else {
        (
            OfficialEditMessage::GroupsHead,
            OfficialEditMessage::NoGroups,
        )
    };
    let none = app.t(none);
    let rows = move || {
        let rows = rows(app, of_units);
        if rows.is_empty() {
            return view! { <p class="muted">{none.clone()}</p> }.into_any();
        }
        let items = rows.into_iter().map(|row| item(app, open, row));
        view! { <ul class="units">{items.collect_view()}</ul> }.into_any()
    };
    view! { <section class="stack stack--tight"><h3>{app.t(head)}</h3>{rows}</section> }.into_any()
}

/// Name, how many people hold a position there today, and the form that opens it.
fn rows(app: App, of_units: bool) -> Vec<(String, usize, Open)> {
    app.read(|model| {
        let book = &model.book;
        let today = model.now.today;
        let held = || {
            let all = book.positions.iter();
            all.filter(move |(_, position)| position.span.contains(today))
        };
        if of_units {
            let people = |id| held().filter(|(_, it)| it.unit == id).count();
            let all = book.units.iter();
            all.map(|(id, unit)| (unit.name.clone(), people(id), Open::Unit(Some(id))))
                .collect()
        } else {
            let people = |id| held().filter(|(_, it)| it.group == Some(id)).count();
            let all = book.groups.iter();
            all.map(|(id, group)| (group.name.clone(), people(id), Open::Group(Some(id))))
                .collect()
        }
    })
}

fn item(app: App, open: RwSignal<Open>, row: (String, usize, Open)) -> AnyView {
    let (name, count, form) = row;
    let remove = move |()| {
        let draft: Option<Operation> = app.peek(|model| match form {
            Open::Unit(Some(id)) => Some(remove_unit(&model.book, id)),
            Open::Group(Some(id)) => Some(remove_group(&model.book, id)),
            _ => None,
        });
        if let Some(draft) = draft {
            app.act(draft);
        }
    };
    let used = count > 0;
    let (edit, removal) = (
        OfficialEditMessage::EditOf { name: name.clone() },
        OfficialEditMessage::RemoveOf { name: name.clone() },
    );
    let people = app.t(OfficialEditMessage::People { count });
    view! {
        <li class="units__item">
            <span class="units__name">{name}" "<span class="muted small">{people}</span></span>
            <Button icon=Glyph::Edit icon_only=true look=ButtonLook::Quiet label=app.t(edit) on_press=move |()| open.set(form) />
            <Button
                icon=Glyph::Trash
                icon_only=true
                look=ButtonLook::Quiet
                label=app.t(removal)
                disabled=used
                on_press=remove
            />
        </li>
    }
    .into_any()
}

fn answer(text: impl Into<String>) -> Answer {
    RwSignal::new(text.into())
}

fn unit(app: App, id: Option<UnitId>, close: Callback<()>) -> AnyView {
    let known = id.and_then(|id| app.peek(|model| model.book.units.get(id).cloned()));
    let parent = known.as_ref().and_then(|unit| unit.parent);
    let (name, code) = known.map(|it| (it.name, it.code)).unwrap_or_default();
    let answers = [
        answer(name),
        answer(code.unwrap_or_default()),
        answer(parent.map(|unit| unit.0.to_string()).unwrap_or_default()),
    ];
    let save = Callback::new(move |()| {
        let [name, code, parent] = answers.map(|answer| answer.get_untracked());
        let parent = parent.parse().ok().map(UnitId);
        app.peek(|model| save_unit(&model.book, id, &name, &code, parent))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let above = app.peek(|model| {
        let mut made = vec![Choice::new("", app.t(OfficialEditMessage::NoParent))];
        let below = id.map(|id| model.book.units_under(id)).unwrap_or_default();
        let others = model.book.units.iter();
        let others = others.filter(|(other, _)| !below.contains(other));
        made.extend(others.map(|(id, unit)| Choice::new(id.0.to_string(), unit.name.clone())));
        made
    });
    let [name, code, parent] = answers;
    let questions = vec![
        name_question(app, name),
        Question::new(
            UnitField::Code as usize,
            Ask::Words,
            app.t(OfficialEditMessage::Code),
            code,
        ),
        Question::new(
            usize::MAX,
            Ask::Choice(Signal::stored(above)),
            app.t(OfficialEditMessage::Parent),
            parent,
        )
        .wide(),
    ];
    let title = match id {
        None => OfficialEditMessage::AddUnit,
        Some(_) => OfficialEditMessage::EditUnit,
    };
    form_dialog(app, app.t(title), None, questions, save, close)
}

fn name_question(app: App, name: Answer) -> Question {
    let label = app.t(OfficialEditMessage::Name);
    Question::new(UnitField::Name as usize, Ask::Words, label, name).required()
}

fn group(app: App, id: Option<GroupId>, close: Callback<()>) -> AnyView {
    let known = id.and_then(|id| app.peek(|model| model.book.groups.get(id).cloned()));
    let name = answer(known.map(|group| group.name).unwrap_or_default());
    let save = Callback::new(move |()| {
        let name = name.get_untracked();
        app.peek(|model| save_group(&model.book, id, &name))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let title = match id {
        None => OfficialEditMessage::AddGroup,
        Some(_) => OfficialEditMessage::EditGroup,
    };
    let questions = vec![name_question(app, name)];
    form_dialog(app, app.t(title), None, questions, save, close)
}
