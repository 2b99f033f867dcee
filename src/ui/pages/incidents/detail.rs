//! One incident: what happened, what the official says, what was found, its effect on a score.

use leptos::prelude::*;

use crate::app::view::effect::MayDecide;
use crate::app::view::incidents::{IncidentState, IncidentView, detail as project};
use crate::domain::{IncidentId, IncidentReview};
use crate::i18n::format;
use crate::i18n::incident::{EffectMessage, IncidentMessage};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, Facts, Glyph, GonePage, Note, NoteKind, PageHead, Panel, Tag,
};
use crate::ui::pages::complaints::{criterion_text, effect};
use crate::ui::{App, Route};

use super::dialogs::{self, Open};
use super::state_tone;

pub(super) fn page(app: App, id: IncidentId) -> AnyView {
    let shown = app.view(move |model| project(model, id));
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let open = RwSignal::new(Open::None);
    let content = move || {
        if there.get() {
            body(app, id, shown, open)
        } else {
            gone(app)
        }
    };
    content.into_any()
}

fn gone(app: App) -> AnyView {
    view! {
        <GonePage
            icon=Glyph::Eye
            title=app.t(IncidentMessage::Gone)
            text=app.t(IncidentMessage::GoneText)
            back=app.t(IncidentMessage::Back)
            href=Route::incidents(None).href()
        />
    }
    .into_any()
}

fn body(
    app: App,
    id: IncidentId,
    shown: Memo<Option<IncidentView>>,
    open: RwSignal<Open>,
) -> AnyView {
    let part = move |look: fn(App, &IncidentView) -> AnyView| {
        move || shown.with(|shown| shown.as_ref().map(|shown| look(app, shown)))
    };
    let title = Signal::derive(move || {
        let day = shown.with(|it| it.as_ref().map(|it| format::day(it.row.on)));
        let day = day.unwrap_or_default();
        app.t(IncidentMessage::DetailTitle { day })
    });
    let holds = move |asked: fn(&IncidentView) -> bool| {
        Memo::new(move |_| shown.with(|it| it.as_ref().is_some_and(asked)))
    };
    let fresh = holds(|it| it.fresh);
    let reviewed = holds(|it| !it.incident.reviews.is_empty());
    let undecidable = holds(|it| it.may_decide != MayDecide::Yes);
    let review = Signal::derive(move || {
        app.t(if reviewed.get() {
            IncidentMessage::ReviewAgain
        } else {
            IncidentMessage::Review
        })
    });
    view! {
        <div class="page complaint">
            <PageHead title=title>
                <ButtonLink label=app.t(IncidentMessage::Back) href=Route::incidents(None).href() />
                {move || fresh.get().then(|| view! {
                    <Button icon=Glyph::Trash label=app.t(IncidentMessage::Remove) on_press=move |()| open.set(Open::Remove(id)) />
                })}
                <Button icon=Glyph::Edit label=app.t(IncidentMessage::Correct) on_press=move |()| open.set(Open::Correct(id)) />
                <Button look=ButtonLook::Primary label=review on_press=move |()| open.set(Open::Review(id)) />
            </PageHead>
            <div class="row">{part(standing)}</div>
            <div class="cards">
                <Panel title=app.t(IncidentMessage::Content) class="span-7">{part(content)}</Panel>
                <Panel
                    title=app.t(IncidentMessage::Explanation)
                    class="span-5"
                    actions=move || view! {
                        <Button label=app.t(IncidentMessage::Explain) on_press=move |()| open.set(Open::Explain(id)) />
                    }
                >
                    {part(explanation)}
                </Panel>
                <Panel title=app.t(IncidentMessage::Verdict) class="span-5">{part(verdict)}</Panel>
                <Panel
                    title=app.t(EffectMessage::Title)
                    class="span-7"
                    actions=move || view! {
                        <Button
                            label=app.t(EffectMessage::Decide)
                            disabled=undecidable
                            on_press=move |()| open.set(Open::Decide(id))
                        />
                    }
                >
                    {part(effects)}
                </Panel>
            </div>
            {dialogs::all(app, open)}
        </div>
    }
    .into_any()
}

fn standing(app: App, shown: &IncidentView) -> AnyView {
    let state = shown.row.state;
    let label = app.t(IncidentMessage::from(state));
    view! { <Tag label=label tone=state_tone(state) /> }.into_any()
}

fn content(app: App, shown: &IncidentView) -> AnyView {
    let incident = &shown.incident;
    let unknown = || app.t(IncidentMessage::Unknown);
    let criterion = shown.criterion.as_ref().map_or_else(
        || incident.criterion.clone(),
        |name| criterion_text(app, &incident.criterion, name),
    );
    let task = shown.task.as_ref().map(|(_, name)| name.clone());
    let facts = [
        (IncidentMessage::On, Some(format::day(incident.on))),
        (IncidentMessage::Criterion, Some(criterion)),
        (IncidentMessage::Official, shown.official.clone()),
        (IncidentMessage::Unit, shown.unit.clone()),
        (IncidentMessage::Task, task),
        (
            IncidentMessage::RecordedBy,
            Some(incident.recorded_by.clone()),
        ),
        (IncidentMessage::EvidenceOf, incident.evidence.clone()),
    ];
    let facts: Vec<(String, String)> = facts
        .into_iter()
        .map(|(name, value)| (app.t(name), value.unwrap_or_else(unknown)))
        .collect();
    let summary = incident.summary.clone();
    view! {
        <div class="stack">
            <p class="complaint__summary">{summary}</p>
            <Facts items=facts />
            <div class="row">{places(app, shown)}</div>
        </div>
    }
    .into_any()
}

fn places(app: App, shown: &IncidentView) -> AnyView {
    use crate::i18n::complaint::ComplaintMessage;
    let mut places = Vec::new();
    if let Some(official) = shown.incident.official {
        places.push((ComplaintMessage::OpenOfficial, Route::Official(official)));
        places.push((ComplaintMessage::OpenSheet, Route::Scoring(Some(official))));
    }
    if let Some((task, _)) = shown.task {
        let route = Route::Tasks(Some(task.0.to_string()));
        places.push((ComplaintMessage::OpenTask, route));
    }
    let links = places.into_iter().map(|(name, route)| {
        view! { <ButtonLink label=app.t(name) href=route.href() /> }
    });
    links.collect_view().into_any()
}

fn explanation(app: App, shown: &IncidentView) -> AnyView {
    match &shown.incident.explanation {
        Some(text) => view! { <p>{text.clone()}</p> }.into_any(),
        None => {
            let text = app.t(IncidentMessage::ExplanationNone);
            view! { <p class="muted">{text}</p> }.into_any()
        }
    }
}

fn verdict(app: App, shown: &IncidentView) -> AnyView {
    let mut reviews = shown.incident.reviews.iter().rev();
    let Some(last) = reviews.next() else {
        let text = app.t(IncidentMessage::ReviewNone);
        return view! { <Note kind=NoteKind::Info><p>{text}</p></Note> }.into_any();
    };
    let earlier: Vec<_> = reviews.map(|review| reviewed(app, review)).collect();
    let earlier = (!earlier.is_empty()).then(|| {
        view! {
            <h3 class="muted small">{app.t(IncidentMessage::ReviewsBefore)}</h3>
            {earlier.collect_view()}
        }
    });
    view! {
        <div class="stack stack--tight">
            {reviewed(app, last)}
            {earlier}
        </div>
    }
    .into_any()
}

fn reviewed(app: App, review: &IncidentReview) -> AnyView {
    let state = IncidentState::of(Some(review));
    let label = app.t(IncidentMessage::from(state));
    let by = app.t(IncidentMessage::ReviewBy {
        by: review.by.clone(),
        day: format::day(review.on),
    });
    let document = review.document.clone();
    let document = document.map(|text| view! { <p class="muted small">{text}</p> });
    view! {
        <div class="stack stack--tight">
            <div><Tag label=label tone=state_tone(state) /></div>
            <p>{by}</p>
            {document}
        </div>
    }
    .into_any()
}

fn effects(app: App, shown: &IncidentView) -> AnyView {
    effect::panel(app, &shown.effects, shown.may_decide)
}
