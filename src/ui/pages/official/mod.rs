//! One official: positions, months, tasks, complaints.

mod edit;

use leptos::prelude::*;

use crate::app::view::incidents::{IncidentRow, IncidentState};
use crate::app::view::officials::{OfficialView, StripPart, official as project};
use crate::domain::{ComplaintId, ComplaintState, OfficialId, Span};
use crate::i18n::complaint::ComplaintMessage;
use crate::i18n::incident::IncidentMessage;
use crate::i18n::official::OfficialEditMessage;
use crate::i18n::people::{OfficialMessage, OfficialsMessage};
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, ButtonLook, ClassBadge, Facts, Glyph, GonePage, MonthStrip, MonthView,
    PageHead, Panel,
};
use crate::ui::pages::officials::{class_mark, mark};
use crate::ui::{App, Route, use_app};

use edit::Open;

const DECIMALS: u32 = 2;

/// One official: positions, months, tasks, complaints.
#[component]
pub fn OfficialPage(official: OfficialId) -> impl IntoView {
    let app = use_app();
    let shown: Shown = app.view(move |model| project(model, official));
    let there = Memo::new(move |_| shown.with(Option::is_some));
    move || {
        if there.get() {
            page(app, official, shown)
        } else {
            gone(app)
        }
    }
}

type Shown = Memo<Option<OfficialView>>;

fn gone(app: App) -> AnyView {
    view! {
        <GonePage
            icon=Glyph::Person
            title=app.t(OfficialMessage::Gone)
            back=app.t(OfficialMessage::Back)
            href=Route::Officials.href()
        />
    }
    .into_any()
}

fn page(app: App, id: OfficialId, shown: Shown) -> AnyView {
    let open = RwSignal::new(Open::None);
    let read = move |look: fn(&OfficialView) -> String| {
        Signal::derive(move || shown.with(|it| it.as_ref().map(look).unwrap_or_default()))
    };
    let part = move |look: fn(App, RwSignal<Open>, &OfficialView) -> AnyView| {
        move || shown.with(|it| it.as_ref().map(|it| look(app, open, it)))
    };
    let records = Signal::derive(move || {
        shown.with(|it| it.as_ref().map(|it| records(app, it)).unwrap_or_default())
    });
    let year = Signal::derive(move || {
        let year = app.read(|model| model.month().year());
        Some(app.t(OfficialMessage::Year { year }))
    });
    let line = read(|it| {
        let code = it.row.code.clone().unwrap_or_default();
        words(&[it.row.title.clone(), it.row.unit.clone(), code])
    });
    let add = move |label: OfficialEditMessage, form: Open| {
        view! { <Button icon=Glyph::Plus label=app.t(label) on_press=move |()| open.set(form) /> }
    };
    view! {
        <div class="page official">
            <PageHead title=read(|it| it.row.name.clone()) subtitle=Signal::derive(move || Some(line.get()))>
                <ButtonLink label=app.t(OfficialMessage::Back) href=Route::Officials.href() />
                <Button icon=Glyph::Trash label=app.t(OfficialEditMessage::Remove) on_press=move |()| open.set(Open::Remove) />
                <Button icon=Glyph::Edit label=app.t(OfficialEditMessage::Correct) on_press=move |()| open.set(Open::Correct) />
                <ButtonLink label=app.t(OfficialMessage::YearSheet) href=Route::Year(Some(id)).href() />
                <ButtonLink look=ButtonLook::Primary label=app.t(OfficialMessage::ScoreSheet) href=Route::Scoring(Some(id)).href() />
            </PageHead>
            <Panel title=year>{part(strip)}</Panel>
            <div class="cards">
                <Panel
                    title=app.t(OfficialMessage::Positions)
                    class="span-6"
                    actions=move || add(OfficialEditMessage::AddPosition, Open::Position(None))
                >
                    {part(positions)}
                </Panel>
                <Panel
                    title=app.t(OfficialMessage::Absences)
                    class="span-6"
                    actions=move || add(OfficialEditMessage::AddAbsence, Open::Absence(None))
                >
                    {part(absences)}
                </Panel>
                <Panel title=app.t(OfficialMessage::Records) class="span-12"><div class="stack"><Facts items=records />{part(registers)}</div></Panel>
            </div>
            {edit::dialogs(app, id, open)}
        </div>
    }
    .into_any()
}

/// The parts that say something, as one line.
fn words(parts: &[String]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    said.join(" · ")
}

fn strip(app: App, _: RwSignal<Open>, shown: &OfficialView) -> AnyView {
    let row = &shown.row;
    let months = shown.strip.iter().map(|part| month(app, row.id, part));
    let months: Vec<MonthView> = months.collect();
    let class = app.t(OfficialsMessage::from(row.year));
    let (name, mark) = (row.name.clone(), mark(row.year));
    view! {
        <div class="stack stack--tight">
            <p><ClassBadge mark=mark label=class /></p>
            <MonthStrip label=name months=months />
        </div>
    }
    .into_any()
}

fn month(app: App, id: OfficialId, part: &StripPart) -> MonthView {
    let locale = app.locale.get_untracked();
    let score = part
        .total
        .as_ref()
        .map(|total| format::points(total, DECIMALS, locale));
    let words = score
        .clone()
        .unwrap_or_else(|| OfficialMessage::NoScore.say(locale));
    let period = format::period(part.period, locale);
    let label = match part.period {
        crate::domain::Period::Month(month) => format!("T{}", month.number()),
        other => format::capitalised(&format::period(other, locale)),
    };
    MonthView {
        label,
        value: score.unwrap_or_else(|| "—".to_owned()),
        mark: part.class.map(class_mark).unwrap_or_default(),
        title: OfficialMessage::PartTitle {
            period: format::capitalised(&period),
            score: words,
        }
        .say(locale),
        href: Some(Route::SheetOf(id, part.period).href()),
        current: app.peek(|model| part.period.contains_month(model.month())),
        locked: part.locked,
    }
}

fn span(app: App, span: Span) -> String {
    let to = span
        .to
        .map_or_else(|| app.t(OfficialMessage::Now), format::day);
    app.t(OfficialMessage::Span {
        from: format::day(span.from),
        to,
    })
}

fn records(app: App, shown: &OfficialView) -> Vec<(String, String)> {
    let (all, late, overdue) = shown.tasks;
    let (complaints, right) = shown.complaints;
    let confirmed = |row: &&IncidentRow| row.state == IncidentState::Confirmed;
    let confirmed = shown.incidents.iter().filter(confirmed).count();
    vec![
        (
            app.t(OfficialMessage::Tasks),
            app.t(OfficialMessage::TasksValue { all, late, overdue }),
        ),
        (
            app.t(OfficialMessage::Complaints),
            app.t(OfficialMessage::ComplaintsValue {
                all: complaints,
                right,
            }),
        ),
        (
            app.t(OfficialMessage::Incidents),
            app.t(OfficialMessage::IncidentsValue {
                all: shown.incidents.len(),
                confirmed,
            }),
        ),
        (
            app.t(OfficialMessage::Disciplines),
            app.t(OfficialMessage::DisciplinesValue {
                count: shown.disciplines,
            }),
        ),
    ]
}

fn positions(app: App, open: RwSignal<Open>, shown: &OfficialView) -> AnyView {
    let rows = shown.positions.iter().map(|held| {
        let name = words(&[
            held.title.clone(),
            held.unit.clone(),
            app.t(OfficialsMessage::from(held.role)),
        ]);
        let said = [
            OfficialEditMessage::EditPositionOf { name: name.clone() },
            OfficialEditMessage::RemovePositionOf { name: name.clone() },
        ];
        let forms = [Open::Position(Some(held.id)), Open::RemovePosition(held.id)];
        item(app, open, span(app, held.span), name, said, forms)
    });
    list(app, rows.collect(), OfficialEditMessage::NoPositions)
}

fn absences(app: App, open: RwSignal<Open>, shown: &OfficialView) -> AnyView {
    let rows = shown.absences.iter().map(|(id, absence)| {
        let document = absence.document.clone().unwrap_or_default();
        let name = words(&[app.t(OfficialMessage::from(absence.kind)), document]);
        let said = [
            OfficialEditMessage::EditAbsenceOf { name: name.clone() },
            OfficialEditMessage::RemoveAbsenceOf { name: name.clone() },
        ];
        let forms = [Open::Absence(Some(*id)), Open::RemoveAbsence(*id)];
        item(app, open, span(app, absence.span), name, said, forms)
    });
    list(app, rows.collect(), OfficialEditMessage::NoAbsences)
}

/// Where the records behind the figures are: each complaint, each incident, and the register of
/// discipline.
fn registers(app: App, _: RwSignal<Open>, shown: &OfficialView) -> AnyView {
    let complaint = |(id, number, received, state): &(_, String, _, ComplaintState)| {
        let (number, day) = (number.clone(), format::day(*received));
        let state = app.t(ComplaintMessage::from(*state));
        let text = words(&[app.t(ComplaintMessage::DetailTitle { number }), day, state]);
        let id: &ComplaintId = id;
        (text, Route::Complaints(Some(id.0.to_string())))
    };
    let incident = |row: &IncidentRow| {
        let day = format::day(row.on);
        let state = app.t(IncidentMessage::from(row.state));
        let name = app.t(OfficialMessage::IncidentEntry { day });
        let text = words(&[name, row.summary.clone(), state]);
        (text, Route::incidents(Some(row.id)))
    };
    let discipline = (shown.disciplines > 0).then(|| {
        let text = app.t(ComplaintMessage::Discipline);
        (text, Route::Complaints(Some("ky-luat".to_owned())))
    });
    let complaints = shown.about.iter().map(complaint);
    let incidents = shown.incidents.iter().map(incident);
    let all = complaints.chain(incidents).chain(discipline);
    let links = all.map(|(text, route)| {
        let href = route.href();
        view! { <li><a href=href>{text}</a></li> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty())
        .then(|| view! { <ul class="stack stack--tight">{links}</ul> })
        .into_any()
}

fn list(app: App, rows: Vec<AnyView>, none: OfficialEditMessage) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{app.t(none)}</p> }.into_any();
    }
    view! { <ul class="held">{rows}</ul> }.into_any()
}

/// One dated record with the buttons that correct and remove it.
fn item(
    app: App,
    open: RwSignal<Open>,
    when: String,
    name: String,
    said: [OfficialEditMessage; 2],
    forms: [Open; 2],
) -> AnyView {
    let icons = [Glyph::Edit, Glyph::Trash];
    let buttons = said.into_iter().zip(forms).zip(icons);
    let buttons = buttons.map(|((label, form), icon)| {
        view! {
            <Button icon=icon icon_only=true look=ButtonLook::Quiet label=app.t(label) on_press=move |()| open.set(form) />
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <li class="held__item">
            <span class="held__words"><span>{name}</span><span class="muted small">{when}</span></span>
            {buttons}
        </li>
    }
    .into_any()
}
