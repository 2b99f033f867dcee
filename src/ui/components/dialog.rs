//! Dialogs on the native element: focus stays inside, Esc closes, focus returns to where it was.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::button::{Button, ButtonLook};
use super::focus::Place;
use super::icon::Glyph;
use super::identity::fresh_id;

/// Where and how wide a dialog stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogShape {
    /// In the middle, for a question or a short form.
    #[default]
    Middle,
    /// In the middle, wide enough for a table.
    Wide,
    /// At the end edge, full height.
    Side,
}

impl DialogShape {
    const fn class(self) -> &'static str {
        match self {
            Self::Middle => "dialog",
            Self::Wide => "dialog dialog--wide",
            Self::Side => "dialog dialog--side",
        }
    }
}

/// A modal dialog. Its content exists only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Runs when it was closed, by whatever means; must make `open` false.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the closing button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Where and how wide.
    #[prop(optional)]
    shape: DialogShape,
    /// The buttons under the content.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    // Only a real change may open, close or draw anew: what was typed inside must stay.
    let open = Memo::new(move |_| open.get()).into();
    let node = NodeRef::<html::Dialog>::new();
    follow_open(node, open);
    let title_id = fresh_id("dialog");
    let labelled_by = title_id.clone();
    let content = StoredValue::new(children);
    let actions = StoredValue::new(actions);
    view! {
        <dialog
            node_ref=node
            class=shape.class()
            aria-labelledby=labelled_by
            on:close=move |_| if open.get_untracked() { on_close.run(()) }
        >
            {move || open.get().then(|| view! {
                <header class="dialog__head">
                    <h2 class="dialog__title" id=title_id.clone()>{title}</h2>
                    <Button
                        label=close_label icon=Glyph::Cross icon_only=true look=ButtonLook::Quiet
                        on_press=move |()| on_close.run(())
                    />
                </header>
                <div class="dialog__body">{content.with_value(|content| content())}</div>
                <footer class="dialog__actions">{actions.with_value(ViewFn::run)}</footer>
            }.into_any())}
        </dialog>
    }
    .into_any()
}

/// Opens and closes the native element as `open` says, after its content is in place.
///
/// The browser gives the focus back only to an element that still stands, and not at all when the
/// dialog itself leaves the page; so it is remembered here.
fn follow_open(node: NodeRef<html::Dialog>, open: Signal<bool>) {
    let before = StoredValue::new_local(None::<Place>);
    let give_back = move || {
        if let Some(place) = before.try_update_value(Option::take).flatten() {
            place.go_back();
        }
    };
    on_cleanup(give_back);
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(element) = node.get() else { return };
        if wanted && !element.open() {
            request_animation_frame(move || {
                if open.get_untracked() && !element.open() && element.is_connected() {
                    before.set_value(Place::now());
                    // Fails only when the element is already open or detached; both were ruled out.
                    element.show_modal().ok();
                    focus_first_field(&element);
                }
            });
        } else if !wanted && element.open() {
            element.close();
            give_back();
        }
    });
}

/// A form is opened to be filled in: its first field takes the focus, unless something asked for it.
fn focus_first_field(dialog: &web_sys::HtmlDialogElement) {
    let found = |selector: &str| dialog.query_selector(selector).ok().flatten();
    if found("[autofocus]").is_some() {
        return;
    }
    let field = found(".dialog__body :is(input, select, textarea):not(:disabled)")
        .or_else(|| found(".dialog__actions .button--primary"));
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A field that cannot take the focus leaves it where the browser put it.
        field.focus().ok();
    }
}

/// Asks before something that matters happens.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen, and whether it can be undone.
    #[prop(into)]
    text: Signal<String>,
    /// The verb of the confirming button.
    #[prop(into)]
    confirm_label: Signal<String>,
    /// The word of the cancelling button.
    #[prop(into)]
    cancel_label: Signal<String>,
    /// Colours the confirming button as dangerous.
    #[prop(optional)]
    danger: bool,
    /// Runs on yes; must make `open` false.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// Runs on no; must make `open` false.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let look = if danger {
        ButtonLook::Danger
    } else {
        ButtonLook::Primary
    };
    let buttons = move || {
        view! {
            <Button label=cancel_label on_press=move |()| on_cancel.run(()) autofocus=danger />
            <Button label=confirm_label look=look on_press=move |()| on_confirm.run(()) autofocus=!danger />
        }
    };
    view! {
        <Dialog open=open on_close=on_cancel title=title close_label=cancel_label actions=buttons>
            <p class="dialog__text">{text}</p>
        </Dialog>
    }
    .into_any()
}

/// A panel beside the content, such as *Vì sao?*: not modal, and over the page on narrow screens.
#[component]
pub fn SidePanel(
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// Quiet words under the title.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    /// The name of the closing button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Runs on close and on Esc inside.
    #[prop(into)]
    on_close: Callback<()>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let title_id = fresh_id("side");
    let labelled_by = title_id.clone();
    let leave = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.stop_propagation();
            on_close.run(());
        }
    };
    view! {
        <aside class="side-panel" aria-labelledby=labelled_by on:keydown=leave>
            <header class="side-panel__head">
                <div>
                    <h2 class="side-panel__title" id=title_id>{title}</h2>
                    {move || aside.get().map(|text| view! { <p class="side-panel__aside">{text}</p> })}
                </div>
                <Button
                    label=close_label icon=Glyph::Cross icon_only=true look=ButtonLook::Quiet
                    on_press=move |()| on_close.run(())
                />
            </header>
            <div class="side-panel__body">{children()}</div>
        </aside>
    }
    .into_any()
}
