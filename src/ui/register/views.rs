//! Views a person saved: filters, order, groups and columns under one name.

use leptos::prelude::*;

use crate::app::view::arrange::SavedView;
use crate::i18n::register::RegisterMessage;
use crate::ui::components::{Button, ButtonLook, Glyph, Popover, TextInput};

use super::Register;

pub(super) fn chooser(register: Register) -> AnyView {
    let app = register.app;
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let save = move |()| {
        let name = typed.get_untracked().trim().to_owned();
        if name.is_empty() {
            error.set(Some(app.t(RegisterMessage::ViewNameNeeded)));
            return;
        }
        save_as(register, name);
        typed.set(String::new());
    };
    let list = move || {
        let views = register.views.get();
        if views.is_empty() {
            return view! { <p class="small muted">{app.t(RegisterMessage::ViewsNone)}</p> }
                .into_any();
        }
        let each = views.into_iter().map(|saved| saved_view(register, saved));
        view! { <ul class="register-columns__list">{each.collect_view()}</ul> }.into_any()
    };
    view! {
        <Popover label=app.t(RegisterMessage::Views) icon=Glyph::Eye>
            <div class="register-columns">
                {list}
                <TextInput
                    label=app.t(RegisterMessage::ViewName)
                    bind=typed error=error
                    on_input=move |_| error.set(None)
                />
                <p class="small muted">{app.t(RegisterMessage::ViewsHint)}</p>
                <Button label=app.t(RegisterMessage::ViewSave) icon=Glyph::Plus on_press=save />
            </div>
        </Popover>
    }
    .into_any()
}

/// Keeps what is shown now under a name; a view of that name is replaced.
fn save_as(register: Register, name: String) {
    let mut views = register.views.get_untracked();
    let saved = SavedView {
        name,
        quick: register.source().quick.get_untracked(),
        arrangement: register.arrangement.get_untracked(),
    };
    match views.iter_mut().find(|view| view.name == saved.name) {
        Some(view) => *view = saved,
        None => views.push(saved),
    }
    register.set_views(views);
}

fn saved_view(register: Register, saved: SavedView) -> AnyView {
    let app = register.app;
    let name = saved.name.clone();
    let gone = name.clone();
    let show = move |()| {
        register.source().set_quick.run(saved.quick.clone());
        register.take(saved.arrangement.clone());
    };
    let delete = move |()| {
        let mut views = register.views.get_untracked();
        views.retain(|view| view.name != gone);
        register.set_views(views);
    };
    view! {
        <li class="register-columns__column">
            <Button label=name.clone() look=ButtonLook::Quiet on_press=show />
            <Button
                label=app.t(RegisterMessage::ViewDelete { name }) icon=Glyph::Trash icon_only=true
                look=ButtonLook::Quiet on_press=delete
            />
        </li>
    }
    .into_any()
}
