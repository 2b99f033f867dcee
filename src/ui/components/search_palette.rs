//! The search over everything: a dialog with one field and a list that arrows walk through.

use leptos::{html, prelude::*};
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::icon::{Glyph, Icon};
use super::identity::fresh_id;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// What is given back when chosen, such as a link.
    pub value: String,
    /// Its name.
    pub label: String,
    /// What kind it is and where it belongs.
    pub detail: String,
    /// The icon of its kind.
    pub glyph: Glyph,
}

/// The palette. The caller finds `hits` for `query`.
#[component]
pub fn SearchPalette(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Runs when it was closed; must make `open` false.
    #[prop(into)]
    on_close: Callback<()>,
    /// The name of the dialog and its field.
    #[prop(into)]
    label: Signal<String>,
    /// An example inside the empty field.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// What was typed.
    #[prop(into)]
    query: RwSignal<String>,
    /// What was found, best first.
    #[prop(into)]
    hits: Signal<Vec<SearchHit>>,
    /// What to say when nothing was found.
    #[prop(into)]
    empty_text: Signal<String>,
    /// Runs with the value of the chosen hit; must close the palette.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let open: Signal<bool> = Memo::new(move |_| open.get()).into();
    let hits = Memo::new(move |_| hits.get());
    let node = NodeRef::<html::Dialog>::new();
    let at = RwSignal::new(0_usize);
    let list_id = fresh_id("search");
    let controls = list_id.clone();
    let stem = list_id.clone();
    show_when_open(node, open);
    keep_in_view(list_id.clone(), at);
    let keys = move |event: KeyboardEvent| {
        let count = hits.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => at.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => at.update(|at| *at = (*at + count - 1) % count),
            "Enter" => {
                if let Some(hit) = hits.with_untracked(|hits| hits.get(at.get_untracked()).cloned())
                {
                    on_choose.run(hit.value);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let active =
        move || hits.with(|hits| (!hits.is_empty()).then(|| format!("{stem}-{}", at.get())));
    let rows = {
        let stem = list_id.clone();
        move || {
            hits.get()
                .into_iter()
                .enumerate()
                .map(|(index, hit)| hit_view(format!("{stem}-{index}"), index, at, hit, on_choose))
                .collect_view()
        }
    };
    let nothing = move || {
        (hits.with(Vec::is_empty) && query.with(|query| !query.trim().is_empty()))
            .then(|| empty_text.get())
    };
    view! {
        <dialog node_ref=node class="search" aria-label=label on:close=move |_| if open.get_untracked() { on_close.run(()) }
            on:click=move |event| if node.get_untracked().is_some_and(|node| event.target().as_ref() == Some(node.as_ref())) { on_close.run(()) }
        >
            <div class="search__box">
                <div class="search__field">
                    <Icon glyph=Glyph::Search />
                    <input
                        class="search__input" type="text" role="combobox" autocomplete="off" spellcheck="false" autofocus=true
                        aria-label=label aria-autocomplete="list" aria-controls=controls aria-expanded="true"
                        aria-activedescendant=active placeholder=move || placeholder.get()
                        prop:value=query
                        on:input=move |event| { query.set(event_target_value(&event)); at.set(0); }
                        on:keydown=keys
                    />
                </div>
                <div class="search__list" role="listbox" id=list_id aria-label=label>{rows}</div>
                <p class="search__empty" role="status">{nothing}</p>
            </div>
        </dialog>
    }
    .into_any()
}

fn show_when_open(node: NodeRef<html::Dialog>, open: Signal<bool>) {
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(element) = node.get() else { return };
        if wanted && !element.open() {
            // Fails only when the element is already open or detached.
            element.show_modal().ok();
        } else if !wanted && element.open() {
            element.close();
        }
    });
}

/// Scrolls the list so that the hit the arrows are at can be seen.
fn keep_in_view(stem: String, at: RwSignal<usize>) {
    Effect::new(move |_| {
        let id = format!("{stem}-{}", at.get());
        if let Some(hit) = document().get_element_by_id(&id) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            hit.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

fn hit_view(
    id: String,
    index: usize,
    at: RwSignal<usize>,
    hit: SearchHit,
    on_choose: Callback<String>,
) -> AnyView {
    let SearchHit {
        value,
        label,
        detail,
        glyph,
    } = hit;
    view! {
        <div
            class="search__hit" role="option" id=id
            aria-selected=move || if at.get() == index { "true" } else { "false" }
            on:mousemove=move |_| if at.get_untracked() != index { at.set(index) }
            on:click=move |_| on_choose.run(value.clone())
        >
            <Icon glyph=glyph />
            <span class="search__label">{label}</span>
            <span class="search__detail">{detail}</span>
        </div>
    }
    .into_any()
}
