//! The decision on what a complaint found right, or an incident confirmed, takes off a line of
//! the general criteria, with what it would change before it is saved.

use leptos::prelude::*;

use crate::app::view::effect::{
    EffectPreview, EffectStanding, EffectTrial, EffectView, MayDecide, ProposalView, form, preview,
    proposed,
};
use crate::app::workflow::effect::{EffectField, EffectOf, NewEffect, decide, lines_on};
use crate::domain::{Decimal, Exact, LineId, Month, Period};
use crate::i18n::format;
use crate::i18n::incident::EffectMessage;
use crate::i18n::people::OfficialsMessage;
use crate::i18n::reason::{GradeName, wording};
use crate::i18n::{Locale, Say as _};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Choice, GradeBadge, Note, NoteKind, Table, TableCell, TableColumn, Tag,
    Tone,
};
use crate::ui::form::{Answer, Ask, Question, TICKED, UNCHECKED, form_dialog_with, numbered};
use crate::ui::pages::officials::class_mark;
use crate::ui::why::grade_mark;

use super::dialogs::answer;

const DECIMALS: u32 = 2;

/// The answers of the form.
#[derive(Clone, Copy)]
struct EffectAnswers {
    line: Answer,
    month: Answer,
    taken: Answer,
    points: Answer,
    by: Answer,
    reason: Answer,
    on: Answer,
}

impl EffectAnswers {
    fn read(self) -> NewEffect {
        NewEffect {
            line: LineId::parse(&self.line.get_untracked()),
            month: month_of(&self.month.get_untracked()),
            taken: self.taken.with_untracked(|taken| taken == TICKED),
            points: self.points.get_untracked(),
            by: self.by.get_untracked(),
            reason: self.reason.get_untracked(),
            on: self.on.get_untracked(),
        }
    }

    /// What bears on the score, followed as it is typed.
    fn bearing(self) -> NewEffect {
        NewEffect {
            line: LineId::parse(&self.line.get()),
            month: month_of(&self.month.get()),
            taken: self.taken.with(|taken| taken == TICKED),
            points: self.points.get(),
            ..NewEffect::default()
        }
    }
}

/// The dialog.
pub fn dialog(app: App, of: EffectOf, close: Callback<()>) -> AnyView {
    let Some(begun) = app.peek(|model| form(model, of)) else {
        return ().into_any();
    };
    let locale = app.locale.get_untracked();
    let today = app.peek(|model| model.now.today);
    let lines = line_choices(app, begun.month);
    let line = begun.feeds.first().map(ToString::to_string);
    let line = line.or_else(|| lines.first().map(|line| line.value.clone()));
    let points = begun
        .month
        .and_then(|month| app.peek(|model| proposed(model, of, month)));
    let points = points.map(|proposal| format::decimal(proposal.points, locale));
    let answers = EffectAnswers {
        line: answer(line.unwrap_or_default()),
        month: answer(
            begun
                .month
                .map(|month| month.to_string())
                .unwrap_or_default(),
        ),
        taken: answer(TICKED),
        points: answer(points.unwrap_or_default()),
        by: answer(""),
        reason: answer(""),
        on: answer(format::day(today)),
    };
    let save = Callback::new(move |()| {
        let new = answers.read();
        app.peek(|model| decide(&model.book, of, &new, model.now.today))
            .map_err(|errors| numbered(errors, |field| field as usize))
    });
    let questions = questions(app, answers, lines, begun.months, &begun.feeds);
    let below = ViewFn::from(move || beforehand(app, of, answers));
    let (title, note) = (app.t(EffectMessage::Decide), app.t(EffectMessage::Text));
    form_dialog_with(app, title, Some(note), questions, below, save, close)
}

fn questions(
    app: App,
    answers: EffectAnswers,
    lines: Vec<Choice>,
    months: Vec<Month>,
    feeds: &[LineId],
) -> Vec<Question> {
    let t = |message: EffectMessage| app.t(message);
    let taken = vec![
        Choice::new(TICKED, t(EffectMessage::TakenYes)),
        Choice::new("", t(EffectMessage::TakenNo)),
    ];
    let one_of = |options: Vec<Choice>| Ask::Choice(Signal::stored(options));
    let ask = |field: EffectField, ask: Ask, label: EffectMessage, answer: Answer| {
        Question::new(field as usize, ask, t(label), answer).required()
    };
    let line = ask(
        EffectField::Line,
        one_of(lines),
        EffectMessage::Line,
        answers.line,
    )
    .wide();
    let line = if feeds.is_empty() {
        line
    } else {
        let lines: Vec<String> = feeds.iter().map(ToString::to_string).collect();
        let lines = lines.join(", ");
        line.hint(t(EffectMessage::LineHint { lines }))
    };
    let months = one_of(month_choices(app, months));
    vec![
        line,
        ask(
            EffectField::Month,
            months,
            EffectMessage::Month,
            answers.month,
        ),
        Question::new(
            UNCHECKED,
            one_of(taken),
            t(EffectMessage::Taken),
            answers.taken,
        ),
        ask(
            EffectField::Points,
            Ask::Number,
            EffectMessage::Points,
            answers.points,
        ),
        ask(EffectField::On, Ask::Day, EffectMessage::On, answers.on),
        ask(EffectField::By, Ask::Words, EffectMessage::By, answers.by),
        ask(
            EffectField::Reason,
            Ask::Lines,
            EffectMessage::Reason,
            answers.reason,
        ),
    ]
}

/// The proposed points with who says so, and what saving would change.
fn beforehand(app: App, of: EffectOf, answers: EffectAnswers) -> AnyView {
    let tariff = move || {
        let taken = answers.taken.with(|taken| taken == TICKED);
        let month = month_of(&answers.month.get());
        let proposal = month.and_then(|month| app.read(|model| proposed(model, of, month)));
        taken.then(|| proposal_view(app, proposal, answers.points))
    };
    let trial = Memo::new(move |_| {
        let new = answers.bearing();
        app.read(|model| preview(model, of, &new))
    });
    let line = move || answers.line.get();
    let change = move || match trial.get() {
        EffectTrial::Open => {
            view! { <p class="muted small">{app.t(EffectMessage::PreviewOpen)}</p> }.into_any()
        }
        EffectTrial::Locked(period) => {
            let period = format::period(period, app.locale.get_untracked());
            let period = format::capitalised(&period);
            let text = app.t(EffectMessage::PreviewLocked { period });
            view! { <Note kind=NoteKind::Warning><p>{text}</p></Note> }.into_any()
        }
        EffectTrial::Ready(preview) => change_view(app, &line(), &preview),
    };
    view! {
        <div class="stack stack--tight">
            {tariff}
            <section class="effect" aria-live="polite">
                <h3 class="effect__title">{app.t(EffectMessage::Preview)}</h3>
                {change}
            </section>
        </div>
    }
    .into_any()
}

fn proposal_view(app: App, proposal: Option<ProposalView>, points: Answer) -> AnyView {
    let locale = app.locale.get_untracked();
    let Some(proposal) = proposal else {
        return view! { <p class="muted small">{app.t(EffectMessage::NoProposal)}</p> }.into_any();
    };
    let proposed = format::decimal(proposal.points, locale);
    let text = match proposal.source {
        Some((issuer, decision)) => EffectMessage::ProposedLocal {
            points: proposed.clone(),
            issuer,
            decision,
        },
        None => EffectMessage::Proposed {
            points: proposed.clone(),
        },
    };
    let other = {
        let proposed = proposed.clone();
        move || points.with(|points| *points != proposed)
    };
    let other = Memo::new(move |_| other());
    let grade = app.t(GradeName::from(proposal.grade));
    let taken = StoredValue::new(proposed);
    view! {
        <div class="row effect__proposal">
            <GradeBadge mark=grade_mark(proposal.grade) label=grade />
            <span class="small">{app.t(text)}</span>
            {move || other.get().then(|| view! {
                <Button
                    look=ButtonLook::Quiet
                    label=app.t(EffectMessage::UseProposal)
                    on_press=move |()| points.set(taken.get_value())
                />
            })}
        </div>
    }
    .into_any()
}

fn change_view(app: App, line: &str, preview: &EffectPreview) -> AnyView {
    let locale = app.locale.get_untracked();
    let t = |message: EffectMessage| app.t(message);
    let beyond = preview.beyond.map(|points| {
        let points = format::decimal(points, locale);
        let text = t(EffectMessage::Beyond { points });
        view! { <Note kind=NoteKind::Warning><p>{text}</p></Note> }
    });
    let period = format::period(preview.period, locale);
    let year = preview.period.year().to_string();
    let row = |what: EffectMessage, (before, after): (TableCell, TableCell)| {
        let changed = before.text != after.text;
        let after = TableCell {
            strong: changed,
            ..after
        };
        vec![TableCell::from(t(what)), before, after]
    };
    let class = |class: Option<crate::domain::Class>| TableCell {
        mark: Some(class.map(class_mark).unwrap_or_default()),
        ..match class {
            Some(class) => app.t(OfficialsMessage::from(class)).into(),
            None => app.t(OfficialsMessage::ClassNone).into(),
        }
    };
    let standing = |standing| TableCell {
        mark: Some(crate::ui::pages::officials::mark(standing)),
        ..app.t(OfficialsMessage::from(standing)).into()
    };
    let exact = |value: &Option<Exact>| TableCell::from(shown(app, value.as_ref(), locale));
    let points = |value: Option<Decimal>| {
        let text = value.map(|points| format::decimal(points, locale));
        TableCell::from(text.unwrap_or_else(|| t(EffectMessage::Missing)))
    };
    let rows = vec![
        row(
            EffectMessage::PreviewLine {
                line: line.to_owned(),
            },
            (points(preview.line.0), points(preview.line.1)),
        ),
        row(
            EffectMessage::PreviewTotal {
                period: period.clone(),
            },
            (exact(&preview.total.0), exact(&preview.total.1)),
        ),
        row(
            EffectMessage::PreviewClass { period },
            (class(preview.class.0), class(preview.class.1)),
        ),
        row(
            EffectMessage::PreviewMean { year: year.clone() },
            (exact(&preview.mean.0), exact(&preview.mean.1)),
        ),
        row(
            EffectMessage::PreviewYear { year },
            (standing(preview.year.0), standing(preview.year.1)),
        ),
    ];
    let same = preview.total.0 == preview.total.1
        && preview.mean.0 == preview.mean.1
        && preview.year.0 == preview.year.1;
    let same = same.then(|| {
        let text = t(EffectMessage::PreviewNone);
        view! { <p class="small">{text}</p> }
    });
    let columns = vec![
        TableColumn::text(t(EffectMessage::PreviewWhat)),
        TableColumn::text(t(EffectMessage::Before)),
        TableColumn::text(t(EffectMessage::After)),
    ];
    view! {
        {beyond}
        {same}
        <Table caption=t(EffectMessage::Preview) columns=columns rows=rows />
    }
    .into_any()
}

fn shown(app: App, value: Option<&Exact>, locale: Locale) -> String {
    value.map_or_else(
        || app.t(EffectMessage::Missing),
        |value| format::points(value, DECIMALS, locale),
    )
}

/// The decisions on an effect, and why none may be decided or that one is waited for.
pub fn panel(app: App, effects: &[EffectView], may: MayDecide) -> AnyView {
    let undecided = effects.is_empty() || may != MayDecide::Yes;
    let kind = if may == MayDecide::Yes {
        NoteKind::Warning
    } else {
        NoteKind::Info
    };
    let note = undecided.then(|| {
        let text = app.t(EffectMessage::from(may));
        view! { <Note kind=kind><p>{text}</p></Note> }
    });
    let items = effects.iter().map(|effect| one(app, effect));
    let items: Vec<AnyView> = items.collect();
    view! {
        <div class="stack stack--tight">
            <p class="muted small">{app.t(EffectMessage::Text)}</p>
            {note}
            {(!items.is_empty()).then(|| view! { <ul class="complaint__effects">{items}</ul> })}
        </div>
    }
    .into_any()
}

fn one(app: App, view: &EffectView) -> AnyView {
    let locale = app.locale.get_untracked();
    let effect = &view.effect;
    let month = format::month(effect.month, locale);
    let line = view.line.clone();
    let what = if effect.taken {
        let points = format::decimal(effect.points, locale);
        EffectMessage::EffectTaken {
            line,
            points,
            month,
        }
    } else {
        EffectMessage::EffectNothing { line, month }
    };
    let by = EffectMessage::EffectBy {
        by: effect.by.clone(),
        day: format::day(effect.on),
        reason: effect.reason.clone(),
    };
    let tone = match view.standing {
        EffectStanding::Counts => Tone::Poor,
        EffectStanding::Groundless => Tone::Fair,
        EffectStanding::Declined | EffectStanding::Replaced => Tone::Muted,
    };
    let standing = app.t(EffectMessage::from(view.standing));
    view! {
        <li class="complaint__effect">
            <Tag label=standing tone=tone />
            <span>{what.say(locale)}</span>
            <span class="muted small">{by.say(locale)}</span>
        </li>
    }
    .into_any()
}

/// The lines of the general criteria as they hold in a month.
fn line_choices(app: App, month: Option<Month>) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let lines = month.map(|month| app.peek(|model| lines_on(&model.book, month)));
    let lines = lines.into_iter().flatten();
    lines
        .map(|line| {
            let name = wording(&line.basis.name, locale).to_owned();
            let key = line.id.to_string();
            let line = key.clone();
            Choice::new(key, app.t(EffectMessage::LineOption { line, name }))
        })
        .collect()
}

fn month_choices(app: App, months: Vec<Month>) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let named = |month: Month| format::capitalised(&format::month(month, locale));
    let one = |month: Month| Choice::new(month.to_string(), named(month));
    months.into_iter().map(one).collect()
}

fn month_of(text: &str) -> Option<Month> {
    match Period::parse(text) {
        Ok(Period::Month(month)) => Some(month),
        _ => None,
    }
}
