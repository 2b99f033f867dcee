//! One official's year: periods, result, grounds, decision, petition, with the reasons beside.

use leptos::prelude::*;

use crate::app::law;
use crate::app::view::why::{WhyOf, why};
use crate::app::view::year::{PartView, YearSheet, sheet, year};
use crate::app::workflow::decide::give_own;
use crate::domain::{Classification, OfficialId, YearDecision};
use crate::i18n::reason::{ClassName, ClassWord, StateName, amount, wording};
use crate::i18n::scoring::SheetMessage;
use crate::i18n::start::FormsMessage;
use crate::i18n::year::{YearSheetMessage, column};
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, ClassBadge, ClassMark, ClassShape, EmptyState, Facts, Glyph,
    PageHead, Panel, Select,
};
use crate::ui::why::{body, class_mark, findings, mark};
use crate::ui::{App, Route, StatutoryForm};

use super::list::{class_choices, class_key, class_of};
use super::{Open, dialog, others};

/// What the parts of the sheet share.
#[derive(Clone, Copy)]
struct Year {
    app: App,
    official: OfficialId,
    view: Memo<Option<YearSheet>>,
    why: RwSignal<WhyOf>,
    open: RwSignal<Open>,
}

pub(super) fn page(app: App, official: OfficialId) -> AnyView {
    let shared = Year {
        app,
        official,
        view: app.view(move |model| sheet(model, official)),
        why: RwSignal::new(WhyOf::Year(official, app.peek(year))),
        open: RwSignal::new(Open::None),
    };
    let view = shared.view;
    // Another year chosen above is another question.
    Effect::new(move |_| {
        let year = app.read(year);
        shared.why.set(WhyOf::Year(official, year));
    });
    let there = Memo::new(move |_| view.with(Option::is_some));
    let content = move || {
        if there.get() {
            parts(shared)
        } else {
            gone(app)
        }
    };
    view! {
        <div class="page year">
            {content}
            {move || dialog(app, shared.open)}
        </div>
    }
    .into_any()
}

fn gone(app: App) -> AnyView {
    view! {
        <PageHead title=app.t(YearSheetMessage::Gone) />
        <EmptyState icon=Glyph::Person title=app.t(YearSheetMessage::Gone) text=app.t(YearSheetMessage::GoneText)>
            <ButtonLink label=app.t(YearSheetMessage::Back) href=Route::Year(None).href() />
        </EmptyState>
    }
    .into_any()
}

fn parts(shared: Year) -> AnyView {
    let app = shared.app;
    let view = shared.view;
    let title = Signal::derive(move || {
        let (name, year) = view.with(|view| {
            let row = view.as_ref().map(|view| (view.row.name.clone(), view.year));
            row.unwrap_or_default()
        });
        app.t(YearSheetMessage::Title { name, year })
    });
    let subtitle = Signal::derive(move || {
        view.with(|view| view.as_ref().map(|view| view.row.position.clone()))
    });
    let explained = Memo::new(move |_| app.read(|model| why(model, shared.why.get())));
    let whole = Signal::derive(move || matches!(shared.why.get(), WhyOf::Year(..)));
    let back = move |()| {
        let year = app.peek(year);
        shared.why.set(WhyOf::Year(shared.official, year));
    };
    let paper = Route::Paper(StatutoryForm::Yearly, Some(shared.official)).href();
    view! {
        <PageHead title=title subtitle=subtitle>
            <ButtonLink label=app.t(YearSheetMessage::Back) href=Route::Year(None).href() />
            <ButtonLink icon=Glyph::Print label=app.t(FormsMessage::YearlyShort) href=paper />
        </PageHead>
        <div class="split">
            <div class="stack">
                {periods(shared)}
                {move || view.get().map(|view| result(shared, &view))}
                {move || view.get().and_then(|view| gates(shared, &view))}
                {move || view.get().map(|view| decision(shared, &view))}
                {move || view.get().map(|view| petition(shared, &view))}
            </div>
            <Panel
                title=app.t(SheetMessage::Why)
                actions=move || (!whole.get()).then(|| view! { <Button look=ButtonLook::Quiet label=app.t(YearSheetMessage::WhyYear) on_press=back /> })
            >
                <div aria-live="polite">{move || body(app, explained.get())}</div>
            </Panel>
        </div>
    }
    .into_any()
}

fn periods(shared: Year) -> AnyView {
    let app = shared.app;
    let view = shared.view;
    let cells = move || {
        let parts = view.with(|view| view.as_ref().map(|view| view.row.parts.clone()));
        let parts = parts.unwrap_or_default();
        parts
            .into_iter()
            .map(|part| period(shared, part))
            .collect_view()
    };
    view! {
        <Panel title=app.t(YearSheetMessage::Periods)>
            <p class="muted small">{app.t(YearSheetMessage::PeriodsText)}</p>
            <ol class="months" aria-label=app.t(YearSheetMessage::Periods)>{cells}</ol>
        </Panel>
    }
    .into_any()
}

/// One period as a button that asks why.
fn period(shared: Year, part: PartView) -> AnyView {
    let app = shared.app;
    let locale = app.locale.get();
    let shape = part.class.map_or(ClassMark::None, class_mark);
    let total = part.total.as_ref();
    let value = total.map_or_else(|| "—".to_owned(), |total| format::points(total, 2, locale));
    let word = part.class.map_or_else(
        || StateName::from(part.state).say(locale),
        |class| ClassWord::from(class).say(locale),
    );
    let when = format::period(part.period, locale);
    let of = WhyOf::Period(shared.official, part.period);
    let pressed = move || {
        if shared.why.get() == of {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <li class="months__month">
            <button
                type="button"
                class=format!("months__cell months__cell--{} year__period", shape.tone().name())
                aria-pressed=pressed
                title=format!("{when}: {value}, {word}")
                on:click=move |_| shared.why.set(of)
            >
                <span class="months__label">{column(part.period, locale)}</span>
                <span class="months__value">{value.clone()}</span>
                <span class="months__shape"><ClassShape mark=shape /></span>
                <span class="visually-hidden">{word.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}

fn result(shared: Year, view: &YearSheet) -> AnyView {
    let app = shared.app;
    let locale = app.locale.get();
    let row = &view.row;
    let class = |class: Option<crate::domain::Class>| {
        class.map_or_else(
            || app.t(YearSheetMessage::Missing),
            |class| ClassName::from(class).say(locale),
        )
    };
    let mean = row.mean.as_ref();
    let mean = mean.map_or_else(|| "—".to_owned(), |mean| format::points(mean, 2, locale));
    let worked = app.t(YearSheetMessage::Months {
        count: amount(&view.worked.worked, locale),
    });
    let mut items = vec![
        (app.t(YearSheetMessage::Mean), mean),
        match row.provisional {
            Some(so_far) => {
                let period = format::period(so_far.until, locale);
                (
                    app.t(YearSheetMessage::SoFar { period }),
                    class(Some(so_far.band)),
                )
            }
            None => (app.t(YearSheetMessage::Band), class(row.band)),
        },
        (app.t(YearSheetMessage::Worked), worked),
    ];
    if let Some((unit, limit)) = &view.limit {
        let unit = unit.clone();
        items.push((app.t(YearSheetMessage::UnitClass { unit }), class(*limit)));
    }
    let computed = ClassName::from(row.computed).say(locale);
    let class = mark(row.computed);
    let problems = findings(app, &view.findings);
    view! {
        <Panel title=app.t(YearSheetMessage::Result)>
            <div class="stack">
                <div class="row">
                    <span class="strong">{app.t(YearSheetMessage::Computed)}</span>
                    <ClassBadge mark=class label=computed />
                </div>
                <Facts items=items />
                {problems}
            </div>
        </Panel>
    }
    .into_any()
}

fn gates(shared: Year, view: &YearSheet) -> Option<AnyView> {
    if view.gates.is_empty() {
        return None;
    }
    let app = shared.app;
    let locale = app.locale.get();
    let items = view.gates.iter().map(|gate| {
        let text = wording(&gate.name, locale).to_owned();
        view! { <li>{text}</li> }
    });
    let items = items.collect_view();
    let href = Route::Complaints(Some("ky-luat".to_owned())).href();
    Some(
        view! {
            <Panel title=app.t(YearSheetMessage::Gates)>
                <div class="stack stack--tight">
                    <ul class="year__plain">{items}</ul>
                    <p><a href=href>{app.t(YearSheetMessage::OpenRegister)}</a></p>
                </div>
            </Panel>
        }
        .into_any(),
    )
}

fn decision(shared: Year, view: &YearSheet) -> AnyView {
    let app = shared.app;
    let locale = app.locale.get();
    let official = shared.official;
    let decided = view.in_force.is_some();
    let current = view
        .in_force
        .as_ref()
        .map(|(_, found)| one_decision(app, found));
    let replaced = view.replaced.iter().map(|(_, found)| {
        let line = decision_line(app, found);
        view! { <li>{line}</li> }
    });
    let replaced = replaced.collect_view();
    let history = (!view.replaced.is_empty()).then(|| {
        view! {
            <h3 class="year__cap-name">{app.t(YearSheetMessage::ReplacedTitle)}</h3>
            <ul class="year__plain">{replaced}</ul>
        }
    });
    let own = view.row.own.map(class_key).unwrap_or_default().to_owned();
    let give = move |key: String| {
        let class = class_of(&key);
        let operation = app.peek(|model| give_own(&model.book, official, year(model), class));
        app.act(operation);
    };
    let label = move || {
        app.t(if decided {
            YearSheetMessage::Replace
        } else {
            YearSheetMessage::Decide
        })
    };
    let options = class_choices(app.t(YearSheetMessage::Missing), locale);
    let none =
        (!decided).then(|| view! { <p class="muted">{app.t(YearSheetMessage::NoDecision)}</p> });
    view! {
        <Panel
            title=app.t(YearSheetMessage::Decision)
            actions=move || view! { <Button icon=Glyph::Edit label=label() on_press=move |()| shared.open.set(Open::Decide(official, None)) /> }
        >
            <div class="stack">
                {current}
                {none}
                {history}
                <Select label=app.t(YearSheetMessage::Own) hint=app.t(YearSheetMessage::OwnHint) options=options value=own on_change=give />
            </div>
        </Panel>
    }
    .into_any()
}

fn one_decision(app: App, found: &YearDecision) -> AnyView {
    let locale = app.locale.get();
    let class = found
        .class
        .map_or(Classification::None, Classification::Class);
    let label = ClassName::from(class).say(locale);
    let reason = found.reason.clone().map(|reason| {
        let text = app.t(YearSheetMessage::DecisionReason { reason });
        view! { <p>{text}</p> }
    });
    let proposal = found.proposal.clone().map(|text| {
        let text = app.t(YearSheetMessage::DecisionProposal { text });
        view! { <p>{text}</p> }
    });
    view! {
        <div class="stack stack--tight">
            <div class="row">
                <ClassBadge mark=mark(class) label=label />
                <span class="muted">{paper(found)}</span>
            </div>
            {reason}
            {proposal}
        </div>
    }
    .into_any()
}

/// Number and day of a decision, as far as there are.
fn paper(found: &YearDecision) -> String {
    let day = found.on.map(format::day);
    let parts = found.number.clone().into_iter().chain(day);
    parts.collect::<Vec<_>>().join(" · ")
}

fn decision_line(app: App, found: &YearDecision) -> String {
    let locale = app.locale.get();
    let class = found
        .class
        .map(|class| ClassWord::from(class).say(locale))
        .unwrap_or_default();
    app.t(YearSheetMessage::DecisionLine {
        class,
        number: found.number.clone().unwrap_or_else(|| "—".to_owned()),
        day: found.on.map_or_else(|| "—".to_owned(), format::day),
    })
}

fn petition(shared: Year, view: &YearSheet) -> AnyView {
    let app = shared.app;
    let decision = view.in_force.as_ref().map(|(id, _)| *id);
    let days = law()
        .for_year(view.year)
        .map_or(0, |rules| rules.procedure.petition_working_days.value);
    let content = match (&view.petition, decision) {
        (Some(row), _) => {
            view! { <div class="year__who">{others::clock(app, row)}</div> }.into_any()
        }
        (None, Some(_)) => {
            view! { <p class="muted">{app.t(YearSheetMessage::PetitionNone)}</p> }.into_any()
        }
        (None, None) => {
            view! { <p class="muted">{app.t(YearSheetMessage::PetitionNeedsDecision)}</p> }
                .into_any()
        }
    };
    let edit = move || {
        decision.map(|id| {
            view! { <Button label=app.t(YearSheetMessage::PetitionEdit) on_press=move |()| shared.open.set(Open::Petition(id)) /> }
        })
    };
    view! {
        <Panel title=app.t(YearSheetMessage::Petition) actions=edit>
            <div class="stack stack--tight">
                {content}
                <p class="muted small">{app.t(YearSheetMessage::PetitionText { days })}</p>
            </div>
        </Panel>
    }
    .into_any()
}
