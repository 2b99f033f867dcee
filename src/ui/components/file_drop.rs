//! A place where files come in: a button for the picker and a zone to drop on.

use leptos::{html, prelude::*};
use web_sys::{DragEvent, File, FileList};

use super::button::{Button, ButtonLook};
use super::icon::{Glyph, Icon};
use super::identity::fresh_id;

/// Hands out the files; reading them is the caller's work.
#[component]
pub fn FileDrop(
    /// What to bring.
    #[prop(into)]
    label: Signal<String>,
    /// The words of the button.
    #[prop(into)]
    button_label: Signal<String>,
    /// Kinds and sizes that are accepted.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// File name endings for the picker, such as `.xlsx,.csv`.
    #[prop(optional, into)]
    accept: MaybeProp<String>,
    /// Takes several at once.
    #[prop(optional)]
    multiple: bool,
    /// Cannot take files now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Runs with the files.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let id = fresh_id("file");
    let hint_id = format!("{id}-hint");
    let described = hint_id.clone();
    let chosen = move |_| {
        let Some(element) = input.get_untracked() else {
            return;
        };
        let files = listed(element.files());
        // The same file can be chosen again after it was corrected.
        element.set_value("");
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = listed(event.data_transfer().and_then(|transfer| transfer.files()));
        if !files.is_empty() && !disabled.get_untracked() {
            on_files.run(files);
        }
    };
    let pick = move |()| {
        if let Some(element) = input.get_untracked() {
            element.click();
        }
    };
    view! {
        <div
            class="file-drop" class:file-drop--over=over
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <span class="file-drop__icon"><Icon glyph=Glyph::Upload size=28 /></span>
            <label class="file-drop__label" for=id.clone()>{label}</label>
            <input
                node_ref=input id=id class="visually-hidden" type="file" tabindex="-1" multiple=multiple disabled=disabled
                accept=move || accept.get() aria-describedby=described on:change=chosen
            />
            <Button label=button_label look=ButtonLook::Primary icon=Glyph::Folder disabled=disabled on_press=pick />
            <p class="file-drop__hint" id=hint_id>{move || hint.get()}</p>
        </div>
    }
    .into_any()
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.map_or_else(Vec::new, |files| {
        (0..files.length())
            .filter_map(|index| files.item(index))
            .collect()
    })
}
