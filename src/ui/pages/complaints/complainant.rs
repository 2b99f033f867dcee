//! Who complained: hidden until one asks for it, hidden again when one leaves, never printed.

use leptos::prelude::*;

use crate::app::view::complaints::{ComplaintView, complainant};
use crate::app::workflow::complaint::{ComplainantField, forget, keep};
use crate::domain::ComplaintId;
use crate::i18n::complaint::ComplaintMessage;
use crate::ui::App;
use crate::ui::components::{Button, Facts, Glyph, Panel};
use crate::ui::form::{Ask, Question, UNCHECKED, form_dialog, numbered, removal_dialog};

use super::dialogs::{Open, answer};

/// The panel; whether it shows the name lives and dies with the page.
pub(super) fn panel(
    app: App,
    id: ComplaintId,
    shown: Memo<Option<ComplaintView>>,
    open: RwSignal<Open>,
) -> AnyView {
    let there =
        Memo::new(move |_| shown.with(|it| it.as_ref().is_some_and(|it| it.has_complainant)));
    let revealed = RwSignal::new(false);
    // What is removed or brought back begins hidden.
    Effect::new(move |_| {
        let _ = there.get();
        revealed.set(false);
    });
    let content = move || {
        if !there.get() {
            let text = app.t(ComplaintMessage::ComplainantNone);
            return view! {
                <div class="row">
                    <p>{text}</p>
                    <Button label=app.t(ComplaintMessage::ComplainantKeep) on_press=move |()| open.set(Open::Complainant(id)) />
                </div>
            }
            .into_any();
        }
        if revealed.get() {
            return revealed_view(app, id, open, revealed);
        }
        let text = app.t(ComplaintMessage::ComplainantHidden);
        view! {
            <div class="row">
                <p>{text}</p>
                <Button icon=Glyph::Eye label=app.t(ComplaintMessage::ComplainantShow) on_press=move |()| revealed.set(true) />
            </div>
        }
        .into_any()
    };
    view! {
        <Panel title=app.t(ComplaintMessage::Complainant) class="span-12 no-print">
            <div class="stack stack--tight">
                <p class="muted small">{app.t(ComplaintMessage::ComplainantText)}</p>
                {content}
            </div>
        </Panel>
    }
    .into_any()
}

fn revealed_view(
    app: App,
    id: ComplaintId,
    open: RwSignal<Open>,
    revealed: RwSignal<bool>,
) -> AnyView {
    let unknown = move || app.t(ComplaintMessage::Unknown);
    let facts = move || {
        let person = app.read(|model| complainant(model, id));
        let (name, contact) = person.map(|it| (it.name, it.contact)).unzip();
        let contact = contact.flatten().unwrap_or_else(unknown);
        vec![
            (
                app.t(ComplaintMessage::ComplainantName),
                name.unwrap_or_else(unknown),
            ),
            (app.t(ComplaintMessage::ComplainantContact), contact),
        ]
    };
    view! {
        <div class="stack stack--tight complaint__who">
            {move || view! { <Facts items=facts() /> }}
            <div class="row">
                <Button icon=Glyph::EyeOff label=app.t(ComplaintMessage::ComplainantHide) on_press=move |()| revealed.set(false) />
                <Button icon=Glyph::Edit label=app.t(ComplaintMessage::ComplainantEdit) on_press=move |()| open.set(Open::Complainant(id)) />
                <Button icon=Glyph::Trash label=app.t(ComplaintMessage::ComplainantForget) on_press=move |()| open.set(Open::Forget(id)) />
            </div>
        </div>
    }
    .into_any()
}

pub(super) fn dialog(app: App, id: ComplaintId, close: Callback<()>) -> AnyView {
    let known = app.peek(|model| complainant(model, id));
    let title = if known.is_some() {
        ComplaintMessage::ComplainantEdit
    } else {
        ComplaintMessage::ComplainantKeep
    };
    let (name, contact) = known.map(|it| (it.name, it.contact)).unzip();
    let name = answer(name.unwrap_or_default());
    let contact = answer(contact.flatten().unwrap_or_default());
    let save = Callback::new(move |()| {
        let (name, contact) = (name.get_untracked(), contact.get_untracked());
        app.peek(|model| keep(&model.book, id, &name, &contact))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let questions = vec![
        Question::new(
            ComplainantField::Name as usize,
            Ask::Words,
            app.t(ComplaintMessage::ComplainantName),
            name,
        )
        .required()
        .wide(),
        Question::new(
            UNCHECKED,
            Ask::Words,
            app.t(ComplaintMessage::ComplainantContact),
            contact,
        )
        .wide(),
    ];
    let text = app.t(ComplaintMessage::ComplainantText);
    form_dialog(app, app.t(title), Some(text), questions, save, close)
}

pub(super) fn forgetting(app: App, id: ComplaintId, close: Callback<()>) -> AnyView {
    let confirm = move || app.act(app.peek(|model| forget(&model.book, id)));
    let verb = app.t(ComplaintMessage::ComplainantForget);
    let text = app.t(ComplaintMessage::ComplainantForgetAsk);
    removal_dialog(app, verb.clone(), text, verb, confirm, close)
}
