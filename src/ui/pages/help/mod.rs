//! Help: how to work, and every rule with its article, made from the rules themselves.

mod example;
mod rule;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::view::help::{HelpChapter, chapters, instruments, is_found};
use crate::i18n::help::{Both, HelpMessage as M, TOPICS, Topic};
use crate::i18n::reason::{citation, wording};
use crate::i18n::{Say as _, format};
use crate::text::matches;
use crate::ui::components::{EmptyState, Glyph, InputKind, PageHead, TextInput};
use crate::ui::{App, Route, use_app};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Help {
    app: App,
    /// What is searched for.
    words: RwSignal<String>,
    /// The entry the address names.
    target: Memo<Option<String>>,
}

/// A part of the page: its word in the address, its title, its entries.
struct Part {
    key: String,
    title: String,
    entries: Vec<AnyView>,
}

/// Help, made from the rules.
#[component]
pub fn HelpPage() -> impl IntoView {
    let app = use_app();
    let target = Memo::new(
        move |before: Option<&Option<String>>| match app.route.get() {
            Route::Help(word) => word,
            _ => before.cloned().flatten(),
        },
    );
    let help = Help {
        app,
        words: RwSignal::new(String::new()),
        target,
    };
    let shown = app.view(chapters);
    let rules = shown.with_untracked(|all| all.iter().map(|chapter| chapter.rules.len()).sum());
    let parts = move || shown.with(|chapters| parts(help, chapters));
    Effect::new(move |_| {
        if let Some(word) = help.target.get() {
            if !help.words.with_untracked(String::is_empty) {
                help.words.set(String::new());
            }
            request_animation_frame(move || show(&word));
        }
    });
    let subtitle = app.t(M::Subtitle {
        rules: format::count(rules, app.locale.get_untracked()),
    });
    view! {
        <div class="page help">
            <PageHead title=app.t(M::Title) subtitle=subtitle />
            <div class="help__search">
                <TextInput
                    label=app.t(M::Filter) label_hidden=true kind=InputKind::Search
                    placeholder=app.t(M::FilterHint) bind=help.words
                />
            </div>
            {move || page(app, parts())}
        </div>
    }
    .into_any()
}

/// Contents at the side, parts beside them.
fn page(app: App, parts: Vec<Part>) -> AnyView {
    if parts.is_empty() {
        return view! { <EmptyState icon=Glyph::Search title=app.t(M::Nothing) /> }.into_any();
    }
    let locale = app.locale.get_untracked();
    let count = parts.iter().map(|part| part.entries.len()).sum();
    let count = app.t(M::Found {
        count: format::count(count, locale),
    });
    let links = parts.iter().map(|part| {
        let href = Route::Help(Some(part.key.clone())).href();
        let count = format::count(part.entries.len(), locale);
        view! { <li><a href=href>{part.title.clone()}</a>" "<span class="muted small">{count}</span></li> }
    });
    let links = links.collect_view();
    let sections = parts.into_iter().map(|part| {
        view! {
            <section class="panel help__part">
                <h2 class="help__title" id=anchor(&part.key) tabindex="-1">{part.title}</h2>
                <ul class="help__entries">{part.entries}</ul>
            </section>
        }
    });
    view! {
        <div class="help__columns">
            <nav class="help__contents no-print" aria-label=app.t(M::Contents)>
                <p class="muted small" role="status">{count}</p>
                <ul>{links}</ul>
            </nav>
            <div class="stack">{sections.collect_view()}</div>
        </div>
    }
    .into_any()
}

/// The id of an entry in the document.
fn anchor(key: &str) -> String {
    let mut id = String::from("help-");
    id.push_str(key);
    id
}

/// Opens an entry, brings it into view and puts the focus on it.
fn show(key: &str) {
    let Some(element) = document().get_element_by_id(&anchor(key)) else {
        return;
    };
    element.scroll_into_view();
    if element.tag_name() == "DETAILS" {
        // Attributes of an element in the document can always be set.
        element.set_attribute("open", "").ok();
    }
    let summary = element.query_selector("summary").ok().flatten();
    let target = summary
        .unwrap_or(element)
        .dyn_into::<web_sys::HtmlElement>();
    if let Ok(target) = target {
        // An entry that cannot take the focus is in view all the same.
        target.focus().ok();
    }
}

/// All parts with entries that fit what is searched for.
fn parts(help: Help, chapters: &[HelpChapter]) -> Vec<Part> {
    let words = help.words.get();
    let (first, rest) = TOPICS.split_at(1);
    let mut parts: Vec<Part> = first
        .iter()
        .map(|topic| topic_part(help, topic, &words))
        .collect();
    parts.extend(
        chapters
            .iter()
            .map(|chapter| chapter_part(help, chapter, &words)),
    );
    parts.push(instrument_part(help, &words));
    parts.extend(rest.iter().map(|topic| topic_part(help, topic, &words)));
    parts.retain(|part| !part.entries.is_empty());
    parts
}

fn topic_part(help: Help, topic: &Topic, words: &str) -> Part {
    let app = help.app;
    let found = topic.entries.iter().filter(|(name, text, _)| {
        words.trim().is_empty() || [name, text].iter().any(|both| fits(both, words))
    });
    let entries = found.map(|(name, text, place)| {
        let link = (!place.is_empty())
            .then(|| view! { " "<a class="nowrap" href=*place>{app.t(M::Screen)}</a> });
        view! { <li class="help__entry"><strong>{app.t(*name)}</strong><p>{app.t(*text)}{link}</p></li> }
            .into_any()
    });
    Part {
        key: topic.key.to_owned(),
        title: app.t(topic.title),
        entries: entries.collect(),
    }
}

fn fits(both: &Both, words: &str) -> bool {
    matches(words, both.0) || matches(words, both.1)
}

fn chapter_part(help: Help, chapter: &HelpChapter, words: &str) -> Part {
    let app = help.app;
    let locale = app.locale.get_untracked();
    let found = chapter
        .rules
        .iter()
        .filter(|rule| is_found(rule, &citation(&rule.source.citations, locale), words));
    let mut entries: Vec<AnyView> = found.map(|rule| rule::entry(help, rule)).collect();
    if chapter.chapter == crate::app::view::help::Chapter::Total && words.trim().is_empty() {
        entries.extend(example::entry(app));
    }
    Part {
        key: rule::chapter_key(chapter.chapter),
        title: chapter.chapter.say(locale),
        entries,
    }
}

fn instrument_part(help: Help, words: &str) -> Part {
    let app = help.app;
    let locale = app.locale.get_untracked();
    let all = instruments().into_iter().filter(|one| {
        let name = &one.name;
        words.trim().is_empty() || matches(words, &name.vi) || matches(words, &name.en)
    });
    let entries = all.map(|one| {
        let hand = app.t(if one.text_at_hand {
            M::TextAtHand
        } else {
            M::SecondHand
        });
        let note = one.note.as_ref();
        let note =
            note.map(|note| view! { <p class="muted">{wording(note, locale).to_owned()}</p> });
        view! {
            <li class="help__entry" id=anchor(&one.key)>
                <p>{wording(&one.name, locale).to_owned()}</p>
                <p class="help__facts">{rule::span(app, one.from, one.to)}" · "{hand}</p>
                {note}
            </li>
        }
        .into_any()
    });
    Part {
        key: "van-ban".to_owned(),
        title: app.t(M::InstrumentList),
        entries: entries.collect(),
    }
}
