//! The copies in the folder, newest first, each to be looked at before anything is restored.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::outside::CopyName;
use crate::i18n::format;
use crate::i18n::outside::OutsideMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Tag, Tone};

/// Copies shown; older ones are in the folder all the same.
const SHOWN: usize = 12;

/// Lists the copies when asked, and hands the bytes of the chosen one over.
pub(super) fn list(
    app: App,
    chosen: impl Fn(String, Vec<u8>) + Clone + Send + Sync + 'static,
) -> AnyView {
    let copies = RwSignal::new(None::<Vec<CopyName>>);
    let ask = move |()| {
        app.copies(move |listed| match listed {
            Ok(mut listed) => {
                listed.sort_by_key(|copy| std::cmp::Reverse((copy.day, copy.second)));
                copies.set(Some(listed));
            }
            Err(problem) => app.tell(Notice::NotCopied(problem)),
        });
    };
    (move || match copies.get() {
        None => view! {
            <div class="data__actions">
                <Button label=app.t(OutsideMessage::ListCopies) on_press=ask />
            </div>
        }
        .into_any(),
        Some(listed) if listed.is_empty() => {
            view! { <p class="data__text" role="status">{app.t(OutsideMessage::CopiesNone)}</p> }
                .into_any()
        }
        Some(listed) => found(app, &listed, &chosen),
    })
    .into_any()
}

fn found(
    app: App,
    listed: &[CopyName],
    chosen: &(impl Fn(String, Vec<u8>) + Clone + Send + Sync + 'static),
) -> AnyView {
    let open = app.peek(|model| model.workspace.id.clone());
    let shown = listed.iter().take(SHOWN);
    let lines = shown.map(|copy| one(app, copy, &open, chosen.clone()));
    let more = listed.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| {
        let count = format::count(more, app.locale.get_untracked());
        let text = app.t(OutsideMessage::CopiesMore { count });
        view! { <p class="data__text">{text}</p> }
    });
    view! {
        <h3 class="data__name">{app.t(OutsideMessage::CopiesTitle)}</h3>
        <ul class="data__sets">{lines.collect_view()}</ul>
        {more}
    }
    .into_any()
}

fn one(
    app: App,
    copy: &CopyName,
    open: &str,
    chosen: impl Fn(String, Vec<u8>) + Clone + Send + Sync + 'static,
) -> AnyView {
    let name = app.t(OutsideMessage::CopyOf {
        day: format::day_and_time(copy.day, copy.time()),
        agency: copy.agency.clone(),
    });
    let ours = (copy.workspace == open)
        .then(|| view! { <Tag label=app.t(OutsideMessage::CopyThis) tone=Tone::Muted /> });
    let copy = copy.clone();
    let look = move |()| {
        let (file, chosen) = (copy.to_string(), chosen.clone());
        app.read_copy(&copy, move |read| match read {
            Ok(bytes) => chosen(file.clone(), bytes),
            Err(problem) => app.tell(Notice::NotCopied(problem)),
        });
    };
    let hint = app.t(OutsideMessage::LookAt { name: name.clone() });
    view! {
        <li class="data__set">
            <span class="data__name">{name}</span>{ours}
            <span class="push">
                <Button look=ButtonLook::Quiet label=app.t(OutsideMessage::Look) hint=hint on_press=look />
            </span>
        </li>
    }
    .into_any()
}
