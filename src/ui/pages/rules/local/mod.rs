//! The agency's own criteria and tariffs: the list of sets, and the form of one.

mod bring;
mod clocks;
mod draft;
mod editor;
mod ending;
mod lines;
mod tariffs;

use chrono::Datelike as _;
use leptos::prelude::*;

use crate::app::Notice;
use crate::app::Worked;
use crate::app::job::{Job, JobReply};
use crate::app::view::local_rules::{SetState, SetView, sets};
use crate::app::workflow::local_rules::{TypedSet, shipped, typed};
use crate::domain::Grade;
use crate::domain::LocalRulesId;
use crate::i18n::Say as _;
use crate::i18n::format;
use crate::i18n::local_rules::LocalMessage as M;
use crate::i18n::reason::GradeName;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, EmptyState, Glyph, GradeBadge, Panel, Tag, Tone};
use crate::ui::why::grade_mark;

/// What is open beside the list.
#[derive(Clone, PartialEq)]
pub(super) enum Open {
    /// The list alone.
    List,
    /// The form of a set.
    Form(Box<Form>),
    /// Choosing a file.
    Bring,
    /// The end of a set.
    End(LocalRulesId),
    /// The removal of a set.
    Remove(LocalRulesId),
}

/// A form: which set it changes, what stands in it, the file it came from.
#[derive(Clone, PartialEq)]
pub(super) struct Form {
    pub id: Option<LocalRulesId>,
    pub typed: TypedSet,
    pub file: Option<String>,
}

impl Form {
    fn new(typed: TypedSet) -> Self {
        Self {
            id: None,
            typed,
            file: None,
        }
    }
}

pub(super) fn tab(app: App) -> AnyView {
    let open = RwSignal::new(Open::List);
    let content = move || match open.get() {
        Open::Form(form) => editor::form(app, open, *form),
        other => view! {
            {list(app, open)}
            {match other {
                Open::End(id) => ending::end(app, open, id),
                Open::Remove(id) => ending::remove(app, open, id),
                Open::Bring => bring::dialog(app, open),
                Open::List | Open::Form(_) => ().into_any(),
            }}
        }
        .into_any(),
    };
    view! { <div class="stack">{content}</div> }.into_any()
}

fn list(app: App, open: RwSignal<Open>) -> AnyView {
    let all = app.view(sets);
    let new = move |()| open.set(Open::Form(Box::new(Form::new(app.peek(shipped)))));
    let buttons = move || {
        view! {
            <Button icon=Glyph::Upload label=app.t(M::Import) hint=app.t(M::ImportHint) on_press=move |()| open.set(Open::Bring) />
            <Button look=ButtonLook::Primary icon=Glyph::Plus label=app.t(M::NewShipped) hint=app.t(M::NewShippedHint) on_press=new />
        }
    };
    let content = move || {
        let all = all.get();
        if all.is_empty() {
            return view! {
                <EmptyState icon=Glyph::Info title=app.t(M::EmptyTitle) text=app.t(M::EmptyText) />
            }
            .into_any();
        }
        let rows = all.into_iter().map(|one| row(app, open, one));
        view! { <ul class="local__list">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="rules__head">
            <p class="rules__words muted">{app.t(M::Intro)}</p>
            {buttons()}
        </div>
        <Panel title=app.t(M::List)>{content}</Panel>
        {clocks::panel(app)}
    }
    .into_any()
}

fn row(app: App, open: RwSignal<Open>, one: SetView) -> AnyView {
    let locale = app.locale.get_untracked();
    let set = &one.set;
    let tone = match one.state {
        SetState::InForce => Tone::Good,
        SetState::Future => Tone::Accent,
        SetState::Ended => Tone::Muted,
    };
    let days = match set.span.to {
        Some(to) => M::Days {
            from: format::day(set.span.from),
            to: format::day(to),
        },
        None => M::DaysOpen {
            from: format::day(set.span.from),
        },
    };
    let cited = M::Cited {
        decision: set.decision.clone(),
        issuer: set.issuer.clone(),
    };
    let mut holds = vec![app.t(match one.lines {
        0 => M::LinesSame,
        count => M::Lines { count },
    })];
    let counts = [
        (
            set.tariffs.len(),
            M::Tariffs {
                count: set.tariffs.len(),
            },
        ),
        (
            set.conclusions.len(),
            M::ConclusionCount {
                count: set.conclusions.len(),
            },
        ),
    ];
    holds.extend(
        counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, message)| app.t(message)),
    );
    let confirmed = (one.confirmed > 0).then(|| {
        let count = format::count(one.confirmed, locale);
        view! { <p class="small">{app.t(M::Confirmed { count })}</p> }
    });
    let grade = GradeName::from(Grade::Local).say(locale);
    view! {
        <li class="local__set">
            <div class="rules__words">
                <p class="rules__name">
                    <span>{set.title.clone()}</span>
                    <Tag tone=tone label=app.t(M::from(one.state)) />
                    <GradeBadge mark=grade_mark(Grade::Local) label=grade />
                </p>
                <p>{app.t(cited)}" · "{app.t(days)}</p>
                <p class="muted small">{holds.join(" · ")}</p>
                {confirmed}
            </div>
            {buttons(app, open, &one)}
        </li>
    }
    .into_any()
}

fn buttons(app: App, open: RwSignal<Open>, one: &SetView) -> AnyView {
    let id = one.id;
    let title = || one.set.title.clone();
    let own = typed(&one.set);
    let copied = TypedSet {
        decision: String::new(),
        to: String::new(),
        from: app.peek(|model| shipped(model).from),
        ..own.clone()
    };
    let edit = (one.confirmed == 0).then(|| {
        let form = Form {
            id: Some(id),
            ..Form::new(own)
        };
        view! { <Button icon=Glyph::Edit label=app.t(M::Edit) hint=app.t(M::EditNamed { title: title() }) on_press=move |()| open.set(Open::Form(Box::new(form.clone()))) /> }
    });
    let copy = move |()| open.set(Open::Form(Box::new(Form::new(copied.clone()))));
    let end = (one.state != SetState::Ended).then(|| {
        view! { <Button label=app.t(M::End) hint=app.t(M::EndNamed { title: title() }) on_press=move |()| open.set(Open::End(id)) /> }
    });
    let remove = (one.confirmed == 0).then(|| {
        view! { <Button look=ButtonLook::Danger label=app.t(M::Remove) hint=app.t(M::RemoveNamed { title: title() }) on_press=move |()| open.set(Open::Remove(id)) /> }
    });
    view! {
        <div class="local__buttons">
            {edit}
            <Button label=app.t(M::Copy) hint=app.t(M::CopyNamed { title: title() }) on_press=copy />
            <Button icon=Glyph::Download label=app.t(M::Export) hint=app.t(M::ExportNamed { title: title() }) on_press=move |()| export(app, id) />
            {end}
            {remove}
        </div>
    }
    .into_any()
}

/// Hands the user the file of a set.
fn export(app: App, id: LocalRulesId) {
    let today = app.peek(|model| model.now.today.num_days_from_ce());
    let job = Job::WriteLocalRules { set: id.0, today };
    app.work(job, true, move |heard| match heard {
        Worked::Done(JobReply::File(file)) => {
            app.offer(&file);
        }
        Worked::Done(JobReply::NotMade(why)) => app.tell(Notice::NotMade(why)),
        Worked::Failed(problem) => app.tell(Notice::NotWorked(problem)),
        Worked::Progress(_) | Worked::Done(_) => {}
    });
}
