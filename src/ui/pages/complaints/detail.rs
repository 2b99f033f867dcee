//! One complaint: what it says, its time limits, its path, its effect on a score.

use leptos::prelude::*;

use crate::app::view::complaints::{
    ClockPart, ClockView, ComplaintView, LinkedComplaint, detail as project,
};
use crate::app::view::effect::MayDecide;
use crate::domain::{ComplaintId, ComplaintState, ComplaintStep};
use crate::i18n::complaint::{ComplaintMessage, clock_length};
use crate::i18n::format;
use crate::i18n::incident::EffectMessage;
use crate::i18n::reason::wording;
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, Facts, Glyph, GonePage, Note, NoteKind, PageHead, Panel, Table,
    TableCell, TableColumn, Tag, Tone,
};
use crate::ui::{App, Route};

use super::dialogs::{self, Open};
use super::{clock_tone, complainant, criterion_text, effect, state_tone};

type Shown = Memo<Option<ComplaintView>>;

pub(super) fn page(app: App, id: ComplaintId) -> AnyView {
    let shown: Shown = app.view(move |model| project(model, id));
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
            icon=Glyph::Speech
            title=app.t(ComplaintMessage::Gone)
            text=app.t(ComplaintMessage::GoneText)
            back=app.t(ComplaintMessage::Back)
            href=Route::Complaints(None).href()
        />
    }
    .into_any()
}

fn body(app: App, id: ComplaintId, shown: Shown, open: RwSignal<Open>) -> AnyView {
    let part = move |look: fn(App, &ComplaintView) -> AnyView| {
        move || shown.with(|shown| shown.as_ref().map(|shown| look(app, shown)))
    };
    let title = Signal::derive(move || {
        let number = shown.with(|it| it.as_ref().map(|it| it.row.number.clone()));
        let number = number.unwrap_or_default();
        app.t(ComplaintMessage::DetailTitle { number })
    });
    let ended = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().is_none_or(|shown| shown.next.is_empty()))
    });
    let undecidable = Signal::derive(move || {
        shown.with(|it| it.as_ref().is_none_or(|it| it.may_decide != MayDecide::Yes))
    });
    let unlinkable = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().is_none_or(|shown| !shown.may_link))
    });
    let settled = move || shown.with(|it| it.as_ref().is_some_and(|it| it.fresh));
    let fresh = Memo::new(move |_| settled());
    view! {
        <div class="page complaint">
            <PageHead title=title>
                <ButtonLink label=app.t(ComplaintMessage::Back) href=Route::Complaints(None).href() />
                {move || fresh.get().then(|| view! {
                    <Button icon=Glyph::Trash label=app.t(ComplaintMessage::Remove) on_press=move |()| open.set(Open::Remove(id)) />
                })}
                <Button icon=Glyph::Link label=app.t(ComplaintMessage::Link) disabled=unlinkable on_press=move |()| open.set(Open::Link(id)) />
                <Button icon=Glyph::Edit label=app.t(ComplaintMessage::Correct) on_press=move |()| open.set(Open::Correct(id)) />
                <Button
                    look=ButtonLook::Primary
                    label=app.t(ComplaintMessage::Advance)
                    disabled=ended
                    on_press=move |()| open.set(Open::Advance(id))
                />
            </PageHead>
            <div class="row">{part(standing)}</div>
            {part(links)}
            <div class="cards">
                <Panel title=app.t(ComplaintMessage::Content) class="span-7">{part(content)}</Panel>
                <Panel title=app.t(ComplaintMessage::Path) class="span-5">{part(path)}</Panel>
                <Panel title=app.t(ComplaintMessage::Clocks) aside=app.t(ComplaintMessage::ClocksAside) class="span-7" flush=true>
                    {part(clocks)}
                </Panel>
                <Panel
                    title=app.t(EffectMessage::Title)
                    class="span-5"
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
                {complainant::panel(app, id, shown, open)}
            </div>
            {dialogs::all(app, open)}
        </div>
    }
    .into_any()
}

fn standing(app: App, shown: &ComplaintView) -> AnyView {
    let row = &shown.row;
    let state = app.t(ComplaintMessage::from(row.state));
    let clock = row.last_day.map(|_| {
        let words = app.t(ComplaintMessage::from(row.clock));
        view! { <Tag label=words tone=clock_tone(row.clock) /> }
    });
    view! { <Tag label=state tone=state_tone(row.state) /> {clock} }.into_any()
}

fn content(app: App, shown: &ComplaintView) -> AnyView {
    let locale = app.locale.get_untracked();
    let complaint = &shown.complaint;
    let unknown = || app.t(ComplaintMessage::Unknown);
    let procedure = shown.row.procedure.as_ref();
    let procedure = procedure.map(|name| wording(name, locale).to_owned());
    let criterion = shown.criterion.as_ref().map(|name| {
        let key = complaint.criterion.as_deref().unwrap_or_default();
        criterion_text(app, key, name)
    });
    let official = complaint.official.map(|_| shown.row.about.clone());
    let task = shown.task.as_ref().map(|(_, name)| name.clone());
    let settlement = if shown.grounds.second {
        ComplaintMessage::SettlementSecond
    } else {
        ComplaintMessage::SettlementFirst
    };
    let place = if shown.grounds.remote {
        ComplaintMessage::PlaceRemote
    } else {
        ComplaintMessage::PlaceOrdinary
    };
    let facts = [
        (
            ComplaintMessage::Received,
            Some(format::day(complaint.received)),
        ),
        (ComplaintMessage::Channel, Some(channel(app, shown))),
        (ComplaintMessage::Procedure, procedure),
        (ComplaintMessage::Settlement, Some(app.t(settlement))),
        (ComplaintMessage::PlaceOf, Some(app.t(place))),
        (ComplaintMessage::Criterion, criterion),
        (ComplaintMessage::Official, official),
        (ComplaintMessage::Unit, shown.unit.clone()),
        (ComplaintMessage::Task, task),
        (ComplaintMessage::Dossier, complaint.dossier.clone()),
    ];
    let facts: Vec<(String, String)> = facts
        .into_iter()
        .map(|(name, value)| (app.t(name), value.unwrap_or_else(unknown)))
        .collect();
    let mut places = Vec::new();
    if let Some(official) = complaint.official {
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
    let links = links.collect_view();
    let summary = complaint.summary.clone();
    view! {
        <div class="stack">
            <p class="complaint__summary">{summary}</p>
            <Facts items=facts />
            <div class="row">{links}</div>
        </div>
    }
    .into_any()
}

fn channel(app: App, shown: &ComplaintView) -> String {
    let locale = app.locale.get_untracked();
    match &shown.channel {
        Some(name) => wording(name, locale).to_owned(),
        None if shown.complaint.channel.is_empty() => app.t(ComplaintMessage::Unknown),
        None => shown.complaint.channel.clone(),
    }
}

fn clocks(app: App, shown: &ComplaintView) -> AnyView {
    if shown.clocks.is_empty() {
        let message = if shown.complaint.procedure.is_none() {
            ComplaintMessage::NoProcedure
        } else {
            ComplaintMessage::NoClocks
        };
        return view! { <p class="complaint__none">{app.t(message)}</p> }.into_any();
    }
    let is_special = |clock: &&ClockView| clock.part == ClockPart::Special;
    let table = |special: bool| {
        let rows = shown.clocks.iter();
        let rows = rows.filter(|clock| is_special(clock) == special);
        clock_table(app, rows.map(|clock| clock_row(app, clock)).collect())
    };
    let special = shown.clocks.iter().filter(is_special).count();
    let special = (special > 0).then(|| {
        let summary = app.t(ComplaintMessage::SpecialClocks { count: special });
        view! {
            <details class="complaint__special">
                <summary>{summary}</summary>
                {table(true)}
            </details>
        }
    });
    view! { {table(false)} {special} }.into_any()
}

fn clock_table(app: App, rows: Vec<Vec<TableCell>>) -> AnyView {
    let columns: Vec<TableColumn> = [
        ComplaintMessage::ClockStage,
        ComplaintMessage::ClockLength,
        ComplaintMessage::ClockLast,
        ComplaintMessage::ClockStanding,
    ]
    .into_iter()
    .map(|head| TableColumn::text(app.t(head)))
    .collect();
    view! { <Table caption=app.t(ComplaintMessage::Clocks) columns=columns rows=rows /> }.into_any()
}

fn clock_row(app: App, clock: &ClockView) -> Vec<TableCell> {
    let locale = app.locale.get_untracked();
    let last = clock.last.map_or_else(|| "—".to_owned(), format::day);
    let standing = ComplaintMessage::of_clock(clock);
    let tone = clock_tone(clock.state);
    let standing = TableCell {
        tone,
        strong: tone == Tone::Poor,
        ..app.t(standing).into()
    };
    vec![
        wording(&clock.name, locale).into(),
        clock_length(clock, locale).into(),
        last.into(),
        standing,
    ]
}

fn path(app: App, shown: &ComplaintView) -> AnyView {
    let received = app.t(ComplaintMessage::PathReceived {
        channel: channel(app, shown),
    });
    let first = item(
        format::day(shown.complaint.received),
        received,
        String::new(),
    );
    let steps = shown.complaint.steps.iter();
    let steps = steps.map(|step| one_step(app, shown, step));
    let items: Vec<AnyView> = std::iter::once(first).chain(steps).collect();
    let end = shown.next.is_empty().then(|| {
        let text = app.t(ComplaintMessage::AtEnd);
        view! { <p class="muted small">{text}</p> }
    });
    view! { <ol class="timeline">{items}</ol> {end} }.into_any()
}

fn one_step(app: App, shown: &ComplaintView, step: &ComplaintStep) -> AnyView {
    let other = match step.state {
        ComplaintState::Linked(_) => shown.linked_to.as_ref().map(|it| it.number.as_str()),
        _ => None,
    };
    let texts = [&step.document, &step.actor, &step.note];
    let texts = texts.into_iter().filter_map(|text| text.as_deref());
    let more: Vec<&str> = other.into_iter().chain(texts).collect();
    let state = app.t(ComplaintMessage::from(step.state));
    item(format::day(step.on), state, more.join(" · "))
}

fn item(day: String, text: String, more: String) -> AnyView {
    let more = (!more.is_empty()).then(|| view! { <span class="timeline__end">{more}</span> });
    view! {
        <li class="timeline__item">
            <span class="timeline__day">{day}</span>
            <span class="timeline__text">{text}</span>
            {more}
        </li>
    }
    .into_any()
}

fn effects(app: App, shown: &ComplaintView) -> AnyView {
    effect::panel(app, &shown.effects, shown.may_decide)
}

/// The complaint followed in place of this one, and those followed under it.
fn links(app: App, shown: &ComplaintView) -> AnyView {
    let to = shown.linked_to.as_ref().map(|other| {
        let number = other.number.clone();
        let text = app.t(ComplaintMessage::LinkedText { number });
        let title = app.t(ComplaintMessage::LinkedTo);
        let item = linked(app, other);
        view! {
            <Note kind=NoteKind::Info title=title><p>{text}</p><ul>{item}</ul></Note>
        }
    });
    let from = (!shown.followers.is_empty()).then(|| {
        let items = shown.followers.iter().map(|other| linked(app, other));
        let items: Vec<AnyView> = items.collect();
        let title = app.t(ComplaintMessage::LinkedFrom);
        view! {
            <Note kind=NoteKind::Info title=title><ul class="stack stack--tight">{items}</ul></Note>
        }
    });
    view! { {to} {from} }.into_any()
}

fn linked(app: App, other: &LinkedComplaint) -> AnyView {
    let entry = app.t(ComplaintMessage::LinkedEntry {
        number: other.number.clone(),
        day: format::day(other.received),
    });
    let href = Route::Complaints(Some(other.id.0.to_string())).href();
    let state = app.t(ComplaintMessage::from(other.state));
    let tone = state_tone(other.state);
    view! { <li class="row"><a href=href>{entry}</a><Tag label=state tone=tone /></li> }.into_any()
}
