//! Menus and popovers on the native popover: they close on Esc, on a press outside, and never clip.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::button::ButtonLook;
use super::icon::{Glyph, Icon};
use super::identity::fresh_id;
use super::size::pixels;

/// One entry of a menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuItem {
    /// Its key, given back when chosen.
    pub key: String,
    /// Its words.
    pub label: String,
    /// An icon before the words.
    pub icon: Option<Glyph>,
    /// Keys that do the same.
    pub keys: Option<String>,
    /// Whether it is the current one of its kind.
    pub checked: Option<bool>,
    /// Takes something away.
    pub danger: bool,
    /// Cannot be chosen now.
    pub disabled: bool,
}

impl MenuItem {
    /// An entry with words only.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// With an icon.
    #[must_use]
    pub const fn icon(mut self, glyph: Glyph) -> Self {
        self.icon = Some(glyph);
        self
    }

    /// As one of several of which one is current.
    #[must_use]
    pub const fn checked(mut self, on: bool) -> Self {
        self.checked = Some(on);
        self
    }
}

/// A button that opens a list of actions.
#[component]
pub fn Menu(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// The entries.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// Runs with the key of the chosen entry.
    #[prop(into)]
    on_select: Callback<String>,
    /// How much the button asks to be pressed.
    #[prop(optional)]
    look: ButtonLook,
    /// An icon on the button.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Shows the icon alone.
    #[prop(optional)]
    icon_only: bool,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let items = Memo::new(move |_| items.get());
    let place = Placement::new();
    let id = place.id.get_value();
    let choose = move |key: String| {
        place.close();
        on_select.run(key);
    };
    view! {
        <Trigger place=place popup="menu" label=label look=look icon=icon icon_only=icon_only />
        <div
            node_ref=place.panel id=id class="menu" popover="auto" role="menu" aria-label=label
            style:inset-block-start=move || place.top.get()
            style:inset-inline-start=move || place.start.get()
            style:inset-inline-end=move || place.end.get()
            on:keydown=walk_menu
            on:toggle=move |_| place.focus_first()
        >
            {move || items.get().into_iter().map(|item| item_view(item, choose)).collect_view()}
        </div>
    }
    .into_any()
}

/// A button that opens a small surface with any content, such as filters or column choice.
#[component]
pub fn Popover(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// How much the button asks to be pressed.
    #[prop(optional)]
    look: ButtonLook,
    /// An icon on the button.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Shows the icon alone.
    #[prop(optional)]
    icon_only: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    let place = Placement::new();
    let id = place.id.get_value();
    view! {
        <Trigger place=place popup="dialog" label=label look=look icon=icon icon_only=icon_only />
        <div
            node_ref=place.panel id=id class="popover" popover="auto" role="dialog" aria-label=label
            style:inset-block-start=move || place.top.get()
            style:inset-inline-start=move || place.start.get()
            style:inset-inline-end=move || place.end.get()
        >
            {children()}
        </div>
    }
    .into_any()
}

/// Where an opened surface stands: under its button, inside the window.
#[derive(Clone, Copy)]
struct Placement {
    panel: NodeRef<html::Div>,
    id: StoredValue<String>,
    top: RwSignal<String>,
    start: RwSignal<String>,
    end: RwSignal<String>,
}

impl Placement {
    fn new() -> Self {
        let auto = || RwSignal::new("auto".to_owned());
        Self {
            panel: NodeRef::new(),
            id: StoredValue::new(fresh_id("popup")),
            top: auto(),
            start: auto(),
            end: auto(),
        }
    }

    /// Puts the surface under `button`, at the side where the window has more room.
    fn under(&self, button: &HtmlElement) {
        let rect = button.get_bounding_client_rect();
        let width = document()
            .document_element()
            .map_or(0.0, |root| f64::from(root.client_width()));
        self.top.set(pixels(rect.bottom() + 4.0));
        if rect.left() > width / 2.0 {
            self.start.set("auto".to_owned());
            self.end.set(pixels(width - rect.right()));
        } else {
            self.start.set(pixels(rect.left()));
            self.end.set("auto".to_owned());
        }
    }

    fn close(&self) {
        if let Some(panel) = self.panel.get_untracked() {
            // Fails when it is closed already, which is what is wanted.
            panel.hide_popover().ok();
        }
    }

    fn focus_first(&self) {
        let Some(panel) = self.panel.get_untracked() else {
            return;
        };
        if panel.matches(":popover-open").unwrap_or(false) {
            focus_item(&panel, 0);
        }
    }
}

#[component]
fn Trigger(
    place: Placement,
    popup: &'static str,
    label: Signal<String>,
    look: ButtonLook,
    icon: Option<Glyph>,
    icon_only: bool,
) -> impl IntoView {
    let open = move |event: web_sys::MouseEvent| {
        let button = event
            .current_target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(button) = button {
            place.under(&button);
        }
    };
    view! {
        <button
            type="button" class=look.class() class:button--icon=icon_only
            aria-haspopup=popup popovertarget=place.id.get_value()
            aria-label=move || icon_only.then(|| label.get())
            title=move || icon_only.then(|| label.get())
            on:click=open
        >
            {icon.map(|glyph| view! { <Icon glyph=glyph size=16 /> })}
            {(!icon_only).then(|| view! {
                <span class="button__label">{label}</span>
                <Icon glyph=Glyph::ChevronDown size=14 />
            })}
        </button>
    }
    .into_any()
}

fn item_view(item: MenuItem, choose: impl Fn(String) + Copy + 'static) -> AnyView {
    let MenuItem {
        key,
        label,
        icon,
        keys,
        checked,
        danger,
        disabled,
    } = item;
    let role = if checked.is_some() {
        "menuitemradio"
    } else {
        "menuitem"
    };
    let glyph = match checked {
        Some(true) => Some(Glyph::Check),
        Some(false) => None,
        None => icon,
    };
    view! {
        <button
            type="button" role=role class="menu__item" class:menu__item--danger=danger tabindex="-1" disabled=disabled
            aria-checked=checked.map(|on| if on { "true" } else { "false" })
            on:click=move |_| choose(key.clone())
        >
            <span class="menu__icon">{glyph.map(|glyph| view! { <Icon glyph=glyph size=16 /> })}</span>
            <span class="menu__label">{label}</span>
            {keys.map(|keys| view! { <kbd class="key">{keys}</kbd> })}
        </button>
    }
    .into_any()
}

fn walk_menu(event: KeyboardEvent) {
    let Some(menu) = event
        .current_target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let items = menu.children();
    let count = items.length();
    let focused = document().active_element();
    let at = (0..count)
        .find(|index| items.item(*index) == focused)
        .unwrap_or(0);
    let next = match event.key().as_str() {
        "ArrowDown" => (at + 1) % count.max(1),
        "ArrowUp" => (at + count.max(1) - 1) % count.max(1),
        "Home" => 0,
        "End" => count.saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    focus_item(&menu, next);
}

fn focus_item(menu: &HtmlElement, index: u32) {
    if let Some(item) = menu
        .children()
        .item(index)
        .and_then(|item| item.dyn_into::<HtmlElement>().ok())
    {
        // An entry that cannot take the focus leaves it where it is.
        item.focus().ok();
    }
}
