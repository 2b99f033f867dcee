//! What must be done now.

mod charts;

use leptos::prelude::*;

use crate::app::view::overview::{OverviewView, overview};
use crate::app::view::tasks::TaskFilter;
use crate::i18n::format;
use crate::i18n::people::OverviewMessage;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::ui::components::{ButtonLink, ButtonLook, EmptyState, Glyph, PageHead, Panel};
use crate::ui::{App, DataSection, Route, use_app};

/// What must be done now.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let app = use_app();
    let shown = app.view(overview);
    let subtitle = Signal::derive(move || Some(subtitle(app, &shown.get())));
    view! {
        <div class="page overview">
            <PageHead title=app.t(OverviewMessage::Title) subtitle=subtitle>
                <ButtonLink
                    look=ButtonLook::Primary
                    icon=Glyph::Upload
                    label=app.t(TaskMessage::Import)
                    href=Route::Data(DataSection::Import).href()
                />
            </PageHead>
            {move || body(app, &shown.get())}
        </div>
    }
}

fn subtitle(app: App, shown: &OverviewView) -> String {
    let locale = app.locale.get();
    let weekday = format::weekday(shown.today, locale).to_owned();
    let today = format::day(shown.today);
    app.t(match shown.days_left {
        Some(days) if days >= 0 => OverviewMessage::Subtitle {
            weekday,
            today,
            days,
        },
        Some(_) => OverviewMessage::SubtitlePast { weekday, today },
        None => OverviewMessage::SubtitlePlain { weekday, today },
    })
}

fn body(app: App, shown: &OverviewView) -> AnyView {
    if shown.empty {
        return view! {
            <Panel><EmptyState icon=Glyph::People title=app.t(OverviewMessage::EmptyTitle) text=app.t(OverviewMessage::EmptyText) /></Panel>
        }
        .into_any();
    }
    // Made before the panels, whose contents outlive this borrow.
    let (todo, late, spread, classes) = (
        waiting(app, shown),
        charts::lateness(app, shown),
        charts::distribution(app, shown),
        charts::classes(app, shown),
    );
    view! {
        <div class="cards">
            <Panel title=app.t(OverviewMessage::Waiting) class="span-5">{todo}</Panel>
            <Panel title=app.t(OverviewMessage::Lateness) aside=app.t(OverviewMessage::LatenessAside) class="span-7">{late}</Panel>
            <Panel title=app.t(OverviewMessage::Distribution) class="span-6">{spread}</Panel>
            <Panel title=app.t(OverviewMessage::Classes) class="span-6">{classes}</Panel>
        </div>
    }
    .into_any()
}

struct Todo {
    number: usize,
    tone: &'static str,
    text: OverviewMessage,
    href: String,
}

fn waiting(app: App, shown: &OverviewView) -> AnyView {
    let tasks = |filter: TaskFilter| Route::Tasks(Some(filter.word().to_owned())).href();
    let (over, allowed) = shown.over_cap.unwrap_or_default();
    let all = [
        Todo {
            number: shown.overdue,
            tone: "poor",
            text: OverviewMessage::Overdue,
            href: tasks(TaskFilter::Overdue),
        },
        Todo {
            number: shown.due_soon,
            tone: "fair",
            text: OverviewMessage::DueSoon,
            href: tasks(TaskFilter::DueSoon),
        },
        Todo {
            number: shown.unscored,
            tone: "plain",
            text: OverviewMessage::Unscored {
                of: shown.officials,
            },
            href: Route::Scoring(None).href(),
        },
        Todo {
            number: shown.open_complaints,
            tone: "poor",
            text: OverviewMessage::OpenComplaints,
            href: Route::Complaints(None).href(),
        },
        Todo {
            number: usize::try_from(over).unwrap_or(0),
            tone: "fair",
            text: OverviewMessage::OverCap { allowed },
            href: Route::Year(None).href(),
        },
        Todo {
            number: shown.unclear,
            tone: "plain",
            text: OverviewMessage::Unclear,
            href: tasks(TaskFilter::Unclear),
        },
    ];
    let rows: Vec<AnyView> = all
        .into_iter()
        .filter(|todo| todo.number > 0)
        .map(|todo| todo_view(app, todo))
        .collect();
    if rows.is_empty() {
        return view! { <p class="muted">{app.t(OverviewMessage::Nothing)}</p> }.into_any();
    }
    view! { <div class="todo">{rows}</div> }.into_any()
}

fn todo_view(app: App, todo: Todo) -> AnyView {
    let text = app.t(todo.text);
    let label = format!("{}: {text}", app.t(ShellMessage::Open));
    view! {
        <div class="todo__item">
            <span class=format!("todo__number todo__number--{}", todo.tone)>{format::count(todo.number, app.locale.get_untracked())}</span>
            <span>{text}</span>
            <a class="todo__link" href=todo.href aria-label=label>{app.t(ShellMessage::Open)}</a>
        </div>
    }
    .into_any()
}
