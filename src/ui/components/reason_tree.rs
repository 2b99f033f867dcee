//! The reason tree: a number, what it is made of, and the article behind each step.

use leptos::prelude::*;

use super::badge::{GradeBadge, GradeMark};
use super::tone::Tone;

/// A link from a reason to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonLink {
    /// The record's name.
    pub label: String,
    /// Where it is.
    pub href: String,
}

/// One step of the reasoning, with the steps it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReasonNode {
    /// The step in a sentence.
    pub title: String,
    /// Its value, already written for reading.
    pub value: Option<String>,
    /// The article it follows.
    pub citation: Option<String>,
    /// How binding that article is, with its word.
    pub grade: Option<(GradeMark, String)>,
    /// Further sentences: the reading used, the inputs, what is missing.
    pub notes: Vec<String>,
    /// The records it rests on.
    pub links: Vec<ReasonLink>,
    /// Whether it is good or bad news.
    pub tone: Tone,
    /// Whether its steps are shown at first.
    pub open: bool,
    /// The steps it rests on.
    pub children: Vec<ReasonNode>,
}

impl ReasonNode {
    /// A step with a sentence only, opened.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            open: true,
            ..Self::default()
        }
    }
}

/// The whole tree.
#[component]
pub fn ReasonTreeView(
    /// What the tree explains.
    #[prop(into)]
    label: Signal<String>,
    /// The top steps.
    #[prop(into)]
    nodes: Signal<Vec<ReasonNode>>,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let nodes = Memo::new(move |_| nodes.get());
    view! {
        <div class="tree" role="group" aria-label=label>
            {move || branch(nodes.get())}
        </div>
    }
    .into_any()
}

fn branch(nodes: Vec<ReasonNode>) -> AnyView {
    view! { <ul class="tree__branch">{nodes.into_iter().map(step).collect_view()}</ul> }.into_any()
}

fn step(mut node: ReasonNode) -> AnyView {
    let children = std::mem::take(&mut node.children);
    let open = node.open;
    // A link inside a summary would be a control within a control.
    let under = (!children.is_empty()).then(|| {
        links(
            std::mem::take(&mut node.links),
            "tree__links tree__links--under",
        )
    });
    let row = row(node);
    if children.is_empty() {
        return view! { <li class="tree__node"><div class="tree__row tree__row--leaf">{row}</div></li> }.into_any();
    }
    view! {
        <li class="tree__node">
            <details class="tree__details" open=open>
                <summary class="tree__row">{row}</summary>
                {under}
                {branch(children)}
            </details>
        </li>
    }
    .into_any()
}

fn row(node: ReasonNode) -> AnyView {
    let ReasonNode {
        title,
        value,
        citation,
        grade,
        notes,
        links: records,
        tone,
        ..
    } = node;
    let cited = (citation.is_some() || grade.is_some()).then(|| {
        view! {
            <span class="tree__cite">
                {citation}
                {grade.map(|(mark, label)| view! { " "<GradeBadge mark=mark label=label /> })}
            </span>
        }
    });
    view! {
        <span class="tree__title">{title}</span>
        {value.map(|value| view! { <span class=tone.class("tree__value")>{value}</span> })}
        {cited}
        {notes.into_iter().map(|note| view! { <span class="tree__note">{note}</span> }).collect_view()}
        {links(records, "tree__links")}
    }
    .into_any()
}

fn links(records: Vec<ReasonLink>, class: &'static str) -> Option<AnyView> {
    if records.is_empty() {
        return None;
    }
    let shown = records
        .into_iter()
        .map(|link| view! { <a class="tree__link" href=link.href>{link.label}</a> })
        .collect_view();
    Some(view! { <span class=class>{shown}</span> }.into_any())
}
