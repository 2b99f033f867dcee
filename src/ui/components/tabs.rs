//! Tabs after the ARIA pattern: arrow keys move, the panel follows.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::identity::fresh_id;

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabView {
    /// Its key.
    pub key: String,
    /// Its words.
    pub label: String,
    /// A number behind the words, already written for reading.
    pub count: Option<String>,
}

impl TabView {
    /// A tab without a number.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            count: None,
        }
    }
}

/// A row of tabs over one panel; the caller shows the content of the current key.
#[component]
pub fn Tabs(
    /// What the tabs divide.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<TabView>>,
    /// The key of the current tab.
    #[prop(into)]
    current: Signal<String>,
    /// Runs with the key of the chosen tab.
    #[prop(into)]
    on_select: Callback<String>,
    /// The content of the current tab.
    children: Children,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let tabs = Memo::new(move |_| tabs.get());
    let base = fresh_id("tabs");
    let panel_id = format!("{base}-panel");
    let tab_panel = panel_id.clone();
    let tab_base = base.clone();
    let move_focus = move |event: KeyboardEvent| {
        let (keys, at) = tabs.with_untracked(|tabs| {
            let keys: Vec<String> = tabs.iter().map(|tab| tab.key.clone()).collect();
            let at = current
                .with_untracked(|current| keys.iter().position(|key| key == current).unwrap_or(0));
            (keys, at)
        });
        if let Some(next) = next_tab(&event.key(), at, keys.len()) {
            event.prevent_default();
            focus_tab(&event, next);
            on_select.run(keys[next].clone());
        }
    };
    view! {
        <div class="tabs">
            <div class="tabs__list" role="tablist" aria-label=label on:keydown=move_focus>
                {move || tabs.get().into_iter().map(|tab| {
                    tab_view(&tab_base, &tab_panel, tab, current, on_select)
                }).collect_view()}
            </div>
            <div
                class="tabs__panel" role="tabpanel" id=panel_id
                aria-labelledby=move || format!("{base}-{}", current.get())
            >
                {children()}
            </div>
        </div>
    }
    .into_any()
}

fn tab_view(
    base: &str,
    panel: &str,
    tab: TabView,
    current: Signal<String>,
    on_select: Callback<String>,
) -> AnyView {
    let TabView { key, label, count } = tab;
    let compared = key.clone();
    let selected = Memo::new(move |_| current.with(|current| *current == compared));
    view! {
        <button
            type="button" role="tab" class="tabs__tab" id=format!("{base}-{key}") aria-controls=panel.to_owned()
            aria-selected=move || if selected.get() { "true" } else { "false" }
            tabindex=move || if selected.get() { "0" } else { "-1" }
            on:click=move |_| on_select.run(key.clone())
        >
            {label}
            {count.map(|count| view! { " "<span class="tabs__count">{count}</span> })}
        </button>
    }
    .into_any()
}

/// The tab the key leads to, going round at the ends.
fn next_tab(key: &str, at: usize, count: usize) -> Option<usize> {
    if count == 0 {
        return None;
    }
    match key {
        "ArrowRight" => Some((at + 1) % count),
        "ArrowLeft" => Some((at + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

fn focus_tab(event: &KeyboardEvent, index: usize) {
    let list = event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let tab = list
        .and_then(|list| list.children().item(u32::try_from(index).unwrap_or(0)))
        .and_then(|tab| tab.dyn_into::<HtmlElement>().ok());
    if let Some(tab) = tab {
        // A tab that cannot take the focus stays where it is; nothing else depends on it.
        tab.focus().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::next_tab;

    #[test]
    fn arrows_go_round_at_the_ends() {
        assert_eq!(next_tab("ArrowRight", 2, 3), Some(0));
        assert_eq!(next_tab("ArrowLeft", 0, 3), Some(2));
        assert_eq!(next_tab("x", 0, 3), None);
        assert_eq!(next_tab("Home", 0, 0), None);
    }
}
