//! One official: positions, months, tasks, complaints.

use leptos::prelude::*;

use crate::app::view::officials::{OfficialView, StripPart, official as project};
use crate::domain::{OfficialId, Span};
use crate::i18n::people::{OfficialMessage, OfficialsMessage};
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    ButtonLink, ButtonLook, ClassBadge, EmptyState, Facts, Glyph, MonthStrip, MonthView, PageHead,
    Panel,
};
use crate::ui::pages::officials::{class_mark, mark};
use crate::ui::{App, Route, use_app};

const DECIMALS: u32 = 2;

/// One official: positions, months, tasks, complaints.
#[component]
pub fn OfficialPage(official: OfficialId) -> impl IntoView {
    let app = use_app();
    let shown = app.view(move |model| project(model, official));
    move || match shown.get() {
        Some(shown) => page(app, official, &shown),
        None => view! { <EmptyState icon=Glyph::Person title=app.t(OfficialMessage::Gone) /> }
            .into_any(),
    }
}

fn page(app: App, id: OfficialId, shown: &OfficialView) -> AnyView {
    let row = &shown.row;
    let line: Vec<String> = [
        row.title.clone(),
        row.unit.clone(),
        row.code.clone().unwrap_or_default(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    let year = app.peek(|model| model.month().year());
    let months: Vec<MonthView> = shown
        .strip
        .iter()
        .map(|part| month(app, id, part))
        .collect();
    let (records, positions, absences) = (
        records(app, shown),
        positions(app, shown),
        absences(app, shown),
    );
    let (name, standing) = (row.name.clone(), row.year);
    view! {
        <div class="page official">
            <PageHead title=name.clone() subtitle=line.join(" · ")>
                <ButtonLink label=app.t(OfficialMessage::Back) href=Route::Officials.href() />
                <ButtonLink label=app.t(OfficialMessage::YearSheet) href=Route::Year(Some(id)).href() />
                <ButtonLink look=ButtonLook::Primary label=app.t(OfficialMessage::ScoreSheet) href=Route::Scoring(Some(id)).href() />
            </PageHead>
            <Panel title=app.t(OfficialMessage::Year { year })>
                <p><ClassBadge mark=mark(standing) label=app.t(OfficialsMessage::from(standing)) /></p>
                <MonthStrip label=name months=months />
            </Panel>
            <div class="cards">
                <Panel title=app.t(OfficialMessage::Records) class="span-6"><Facts items=records /></Panel>
                <Panel title=app.t(OfficialMessage::Positions) class="span-6"><Facts items=positions /></Panel>
                <Panel title=app.t(OfficialMessage::Absences) class="span-6"><Facts items=absences /></Panel>
            </div>
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
        href: Some(Route::Scoring(Some(id)).href()),
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
            app.t(OfficialMessage::Disciplines),
            app.t(OfficialMessage::DisciplinesValue {
                count: shown.disciplines,
            }),
        ),
    ]
}

fn positions(app: App, shown: &OfficialView) -> Vec<(String, String)> {
    shown
        .positions
        .iter()
        .map(|held| {
            let words = [
                held.title.clone(),
                held.unit.clone(),
                app.t(OfficialsMessage::from(held.role)),
            ];
            let words: Vec<String> = words.into_iter().filter(|part| !part.is_empty()).collect();
            (span(app, held.span), words.join(" · "))
        })
        .collect()
}

fn absences(app: App, shown: &OfficialView) -> Vec<(String, String)> {
    if shown.absences.is_empty() {
        return vec![(app.t(OfficialMessage::NoAbsences), String::new())];
    }
    let one = |(kind, days, document): &(_, Span, Option<String>)| {
        let document = document
            .as_ref()
            .map(|document| format!(" · {document}"))
            .unwrap_or_default();
        (
            span(app, *days),
            format!("{}{document}", app.t(OfficialMessage::from(*kind))),
        )
    };
    shown.absences.iter().map(one).collect()
}
