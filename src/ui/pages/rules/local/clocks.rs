//! The agency's own time limits for complaints, beside those of the rules.

use leptos::prelude::*;

use crate::app::view::clocks::{ClockRow, clocks};
use crate::app::workflow::clock::{ClockField, NewClock, Outcome, foresee, remove, set};
use crate::domain::{ClockChoice, ClockChoiceId, Grade, Span};
use crate::i18n::clocks::ClocksMessage as M;
use crate::i18n::reason::{GradeName, citation, wording};
use crate::i18n::{Locale, Say as _, format};
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Choice, Glyph, GradeBadge, Panel};
use crate::ui::form::{Answer, Ask, Question, Save, UNCHECKED, form_dialog_with, numbered};
use crate::ui::why::grade_mark;

/// The choice that counts working days.
const WORKING: &str = "working";

pub(super) fn panel(app: App) -> AnyView {
    let all = app.view(clocks);
    let open = RwSignal::new(false);
    let list = move || {
        let rows = all.get().into_iter().map(|one| row(app, &one));
        view! { <ul class="local__list">{rows.collect_view()}</ul> }
    };
    let dialog = move || open.get().then(|| form(app, open));
    view! {
        <Panel
            title=app.t(M::Title)
            actions=move || view! { <Button icon=Glyph::Clock label=app.t(M::Set) on_press=move |()| open.set(true) /> }
        >
            <p class="muted prose">{app.t(M::Intro)}</p>
            {list}
            {dialog}
        </Panel>
    }
    .into_any()
}

fn name(row: &ClockRow, locale: Locale) -> String {
    let procedure = wording(&row.procedure, locale).to_owned();
    match &row.stage {
        Some(stage) => M::Name {
            procedure,
            stage: wording(stage, locale).to_owned(),
        },
        None => M::Whole { procedure },
    }
    .say(locale)
}

fn days(length: u32, working_days: bool) -> M {
    if working_days {
        M::WorkingDays { length }
    } else {
        M::Days { length }
    }
}

fn row(app: App, row: &ClockRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let shipped = match &row.shipped {
        None => app.t(M::NotShipped),
        Some(shipped) => app.t(M::Shipped {
            length: app.t(days(shipped.length, shipped.working_days)),
            cited: citation(&shipped.citations, locale),
        }),
    };
    let grade = row.shipped.as_ref();
    let grade = grade.map(|shipped| badge(app, shipped.grade));
    let own = row.own.iter().map(|(id, choice)| own(app, *id, choice));
    view! {
        <li class="local__set">
            <div class="rules__words">
                <p class="rules__name">{name(row, locale)}</p>
                <p class="muted small">{shipped}" "{grade}</p>
                {own.collect_view()}
            </div>
        </li>
    }
    .into_any()
}

fn badge(app: App, grade: Grade) -> AnyView {
    let label = GradeName::from(grade).say(app.locale.get_untracked());
    view! { <GradeBadge mark=grade_mark(grade) label=label /> }.into_any()
}

fn own(app: App, id: ClockChoiceId, choice: &ClockChoice) -> AnyView {
    let cited = choice.cited();
    let text = own_text(app, choice);
    let gone = move |()| app.act(app.peek(|model| remove(&model.book, id)));
    view! {
        <p class="row">
            <span>{text}</span>
            {badge(app, Grade::Local)}
            <Button look=ButtonLook::Quiet icon=Glyph::Trash icon_only=true label=app.t(M::Remove { cited }) on_press=gone />
        </p>
    }
    .into_any()
}

fn own_text(app: App, choice: &ClockChoice) -> String {
    app.t(M::Own {
        length: app.t(days(choice.length, choice.working_days)),
        days: span_text(app, choice.span),
        cited: choice.cited(),
    })
}

fn span_text(app: App, span: Span) -> String {
    let from = format::day(span.from);
    app.t(match span.to {
        None => M::Since { from },
        Some(to) => M::SinceTo {
            from,
            to: format::day(to),
        },
    })
}

/// What saving would do to the other own limits of the stage.
fn foreseen(app: App, outcome: &Outcome, open_end: bool) -> Vec<String> {
    let gives_way = outcome.span.to.filter(|_| open_end);
    let gives_way = gives_way.map(|to| {
        app.t(M::GivesWay {
            to: format::day(to),
        })
    });
    let cut = outcome.cut.iter().map(|(_, old, left)| {
        let own = own_text(app, old);
        app.t(match left[..] {
            [] => M::Ends { own },
            [one] => M::Cut {
                own,
                left: span_text(app, one),
            },
            [first, second, ..] => M::Cut {
                own,
                left: app.t(M::CutTwice {
                    first: span_text(app, first),
                    second: span_text(app, second),
                }),
            },
        })
    });
    gives_way.into_iter().chain(cut).collect()
}

fn form(app: App, open: RwSignal<bool>) -> AnyView {
    let locale = app.locale.get_untracked();
    let answers: [Answer; 7] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let [clock, length, unit, from, to, issuer, document] = answers;
    unit.set(WORKING.to_owned());
    let typed = move || NewClock {
        clock: clock.get(),
        length: length.get(),
        working_days: unit.get() == WORKING,
        from: from.get(),
        to: to.get(),
        issuer: issuer.get(),
        document: document.get(),
    };
    let below = move || {
        let new = typed();
        let open_end = new.to.trim().is_empty();
        let outcome = app.peek(|model| foresee(&model.book, &new, model.month().year()));
        let lines = outcome.map(|outcome| foreseen(app, &outcome, open_end));
        let lines = lines.into_iter().flatten();
        lines.map(|line| view! { <p>{line}</p> }).collect_view()
    };
    let below =
        ViewFn::from(move || view! { <div class="stack stack--tight" role="status">{below}</div> });
    let save: Save = Callback::new(move |()| {
        let new = untrack(typed);
        let drafted = app.peek(|model| set(&model.book, &new, model.month().year()));
        drafted.map_err(|errors| numbered(errors, |field| field as usize))
    });
    let mut stages = vec![Choice::new("", "—")];
    stages.extend(app.peek(|model| {
        let all = clocks(model).into_iter();
        all.map(|row| Choice::new(row.key.clone(), name(&row, locale)))
            .collect::<Vec<_>>()
    }));
    let units = vec![
        Choice::new(WORKING, app.t(M::UnitWorkingDays)),
        Choice::new("days", app.t(M::UnitDays)),
    ];
    let ask = |field: ClockField, ask: Ask, label: M, answer: Answer| {
        Question::new(field as usize, ask, app.t(label), answer)
    };
    let one_of = |options: Vec<Choice>| Ask::Choice(Signal::stored(options));
    let questions = vec![
        ask(ClockField::Clock, one_of(stages), M::Clock, clock)
            .required()
            .wide(),
        ask(ClockField::Length, Ask::Number, M::Length, length).required(),
        Question::new(UNCHECKED, one_of(units), app.t(M::Unit), unit),
        ask(ClockField::From, Ask::Day, M::From, from).required(),
        ask(ClockField::To, Ask::Day, M::To, to).hint(app.t(M::ToHint)),
        ask(ClockField::Issuer, Ask::Words, M::Issuer, issuer).required(),
        ask(ClockField::Document, Ask::Words, M::Document, document).required(),
    ];
    let close = Callback::new(move |()| open.set(false));
    let note = Some(app.t(M::SetNote));
    form_dialog_with(app, app.t(M::Set), note, questions, below, save, close)
}
