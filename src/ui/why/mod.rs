//! *Vì sao?*: the panel that explains a score, the same on every screen.

mod places;

use leptos::prelude::*;

use crate::app::view::why::{FindingView, WhyNode, WhyOf, WhyView, why};
use crate::app::view::{Severity, Step};
use crate::domain::{Class, Classification, Grade};
use crate::i18n::finding::FindingMessage;
use crate::i18n::reason::{self, ClassName, ClassWord, GradeName, ReasonMessage};
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, ClassBadge, ClassMark, Glyph, GradeMark, Note, NoteKind,
    ReasonLink, ReasonNode, ReasonTreeView, SidePanel, Tone,
};
use crate::ui::use_app;
use crate::ui::{App, Route};

pub use places::route;

/// The shape of a class.
#[must_use]
pub const fn mark(answer: Classification) -> ClassMark {
    match answer {
        Classification::Class(class) => class_mark(class),
        Classification::Unclassified | Classification::None => ClassMark::None,
    }
}

/// The shape of a class that is there.
#[must_use]
pub const fn class_mark(class: Class) -> ClassMark {
    match class {
        Class::Excellent => ClassMark::Excellent,
        Class::Good => ClassMark::Good,
        Class::Completed => ClassMark::Fair,
        Class::NotCompleted => ClassMark::Poor,
    }
}

/// The mark of how binding a rule is.
#[must_use]
pub const fn grade_mark(grade: Grade) -> GradeMark {
    match grade {
        Grade::Mandatory => GradeMark::M,
        Grade::Guidance => GradeMark::G,
        Grade::Local => GradeMark::L,
        Grade::Proposal => GradeMark::P,
    }
}

/// The panel; nothing while nothing is asked about.
#[component]
pub fn WhyPanel(
    /// What is asked about.
    #[prop(into)]
    of: Signal<Option<WhyOf>>,
    /// Runs on close; must make `of` nothing.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let shown = Memo::new(move |_| of.get().map(|of| app.read(|model| why(model, of))));
    let panel = move || {
        let of = of.get()?;
        let title = Signal::derive(move || shown.with(|view| title(app, view.as_ref())));
        let aside = Signal::derive(move || {
            let name = shown.with(|view| view.as_ref().map(|view| view.name.clone()));
            let period = format::period(of.period(), app.locale.get());
            Some(format!("{} · {period}", name.unwrap_or_default()))
        });
        let content = move || shown.get().map(|view| body(app, view));
        Some(view! {
            <SidePanel title=title aside=aside close_label=app.t(ShellMessage::Close) on_close=on_close>
                {content}
            </SidePanel>
        })
    };
    view! { {panel} }.into_any()
}

fn title(app: App, view: Option<&WhyView>) -> String {
    let Some(view) = view else {
        return app.t(ShellMessage::Why);
    };
    let locale = app.locale.get();
    match (view.of, &view.total) {
        (WhyOf::Year(..), _) => {
            let class = ClassWord::from(view.class).say(locale);
            app.t(ReasonMessage::WhyYear { class })
        }
        (WhyOf::Period(..), Some(total)) => {
            let total = format::points(total, 2, locale);
            app.t(ReasonMessage::WhyTotal { total })
        }
        (WhyOf::Period(..), None) => app.t(ReasonMessage::WhyNone),
    }
}

/// The explanation itself, without a frame.
#[must_use]
pub fn body(app: App, view: WhyView) -> AnyView {
    let locale = app.locale.get();
    let sum = view.total.as_ref().map(|total| {
        let total = format::points(total, 2, locale);
        view! { <span class="why__value">{total}</span> }
    });
    let label = ClassName::from(view.class).say(locale);
    let standing = reason::standing(&view, locale);
    let confirmed = view.confirmed.as_ref().map(|(day, by)| {
        app.t(ReasonMessage::Frozen {
            day: format::day(*day),
            by: by.clone(),
        })
    });
    let decided = view.decided.map(|class| {
        let class = ClassName::from(class).say(locale);
        app.t(ReasonMessage::Decided { class })
    });
    let sentences = standing.into_iter().chain(confirmed).chain(decided);
    let sentences = sentences.map(|text| view! { <p class="why__text">{text}</p> });
    let tree = view
        .tree
        .as_ref()
        .map(|tree| vec![node(app, tree, 0, None)]);
    view! {
        <div class="why">
            <div class="why__sum">
                {sum}
                <ClassBadge mark=mark(view.class) label=label />
            </div>
            {sentences.collect_view()}
            {open_complaints(app, view.open_complaints)}
            {findings(app, &view.findings)}
            {tree.map(|nodes| view! { <ReasonTreeView label=app.t(ReasonMessage::Tree) nodes=nodes /> })}
            <div class="why__actions no-print">
                {sheet_link(app, view.of)}
                <Button icon=Glyph::Print label=app.t(ShellMessage::Print) look=ButtonLook::Quiet on_press=move |()| print() />
            </div>
        </div>
    }
    .into_any()
}

/// Prints the page; a browser without printing does nothing.
fn print() {
    window().print().ok();
}

fn sheet_link(app: App, of: WhyOf) -> AnyView {
    let (here, route) = match of {
        WhyOf::Period(official, period) => (
            Route::Scoring(Some(official)),
            Route::SheetOf(official, period),
        ),
        WhyOf::Year(official, _) => (Route::Year(Some(official)), Route::Year(Some(official))),
    };
    if app.route.get() == here {
        return ().into_any();
    }
    view! { <ButtonLink icon=Glyph::Document label=app.t(ReasonMessage::OpenSheet) href=route.href() /> }
        .into_any()
}

fn open_complaints(app: App, count: usize) -> Option<AnyView> {
    (count > 0).then(|| {
        let count = format::count(count, app.locale.get());
        let text = app.t(ReasonMessage::OpenComplaints { count });
        view! { <Note><p>{text}</p></Note> }.into_any()
    })
}

/// Findings as a list, each with the way to where it is put right.
#[must_use]
pub fn findings(app: App, found: &[FindingView]) -> Option<AnyView> {
    if found.is_empty() {
        return None;
    }
    let locale = app.locale.get();
    let blocks = found.iter().any(|found| found.severity == Severity::Blocks);
    let kind = if blocks {
        NoteKind::Warning
    } else {
        NoteKind::Info
    };
    let items = found.iter().map(|found| {
        let text = found.say(locale);
        let link = found.place.map(|place| {
            let href = route(place).href();
            view! { " "<a href=href>{app.t(FindingMessage::Fix)}</a> }
        });
        view! { <li class="why__finding">{text}{link}</li> }
    });
    let items = items.collect_view();
    let title = app.t(ReasonMessage::Missing);
    Some(
        view! { <Note kind=kind title=title><ul class="why__findings">{items}</ul></Note> }
            .into_any(),
    )
}

/// Steps opened at first: the total and what it is made of.
const OPEN_DEPTH: usize = 2;

/// A step; the way to its rule stands where the step above rests on another one.
fn node(app: App, step: &WhyNode, depth: usize, above: Option<&str>) -> ReasonNode {
    let locale = app.locale.get();
    let told = reason::tell(step, locale);
    let record = step.place.map(|place| ReasonLink {
        label: app.t(ReasonMessage::OpenRecord),
        href: route(place).href(),
    });
    let rule = step.help.as_deref();
    let rule_link = rule
        .filter(|rule| above != Some(*rule))
        .map(|rule| ReasonLink {
            label: app.t(ReasonMessage::OpenRule),
            href: Route::Help(Some(rule.to_owned())).href(),
        });
    let wraps = matches!(step.step, Step::Confirmed | Step::YearClass);
    ReasonNode {
        title: told.title,
        value: told.value,
        citation: (!told.citation.is_empty()).then_some(told.citation),
        grade: Some((
            grade_mark(step.grade),
            GradeName::from(step.grade).say(locale),
        )),
        notes: told.notes,
        links: record.into_iter().chain(rule_link).collect(),
        tone: tone(step),
        open: wraps || depth < OPEN_DEPTH && opens(step.step),
        children: step
            .children
            .iter()
            .map(|child| node(app, child, depth + usize::from(!wraps), rule))
            .collect(),
    }
}

const fn opens(step: Step) -> bool {
    !matches!(step, Step::General | Step::GeneralLine(_))
}

const fn tone(step: &WhyNode) -> Tone {
    match step.step {
        Step::Gate(_) | Step::ComplaintEffect => Tone::Poor,
        _ => match step.value {
            crate::app::view::Value::Missing => Tone::Muted,
            _ => Tone::Neutral,
        },
    }
}
