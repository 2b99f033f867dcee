//! The button under a list of which only the first part is shown.

use leptos::{html, prelude::*};

use super::button::{Button, ButtonLook};
use super::focus::quietly;

/// Shows more of a list. After the last press the button gives way to a word that all is shown,
/// and that word takes the focus, without being scrolled to: one goes on with what has come.
#[component]
pub fn ShowMore(
    /// How many are not shown yet.
    #[prop(into)]
    left: Signal<usize>,
    /// The words of the button.
    #[prop(into)]
    label: Signal<String>,
    /// Said when all are shown.
    #[prop(into)]
    ended: Signal<String>,
    /// Runs on press.
    #[prop(into)]
    on_press: Callback<()>,
    /// The class of what holds the button.
    class: &'static str,
) -> impl IntoView {
    let any = Memo::new(move |_| left.get() > 0);
    let was_last = StoredValue::new(false);
    let end = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        if let Some(end) = end.get() {
            quietly(&end);
        }
    });
    let press = move |()| {
        on_press.run(());
        was_last.set_value(left.get_untracked() == 0);
    };
    let shown = move || {
        if any.get() {
            was_last.set_value(false);
            let button = view! { <Button look=ButtonLook::Quiet label=label on_press=press /> };
            return Some(view! { <div class=class>{button}</div> }.into_any());
        }
        let said = view! { <p node_ref=end tabindex="-1" class="muted">{ended}</p> };
        was_last
            .get_value()
            .then(|| view! { <div class=class>{said}</div> }.into_any())
    };
    view! { {shown} }.into_any()
}
