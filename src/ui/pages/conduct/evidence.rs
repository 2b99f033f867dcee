//! The panel beside the criteria: tariff, proposals, direction and the records behind a figure.

use leptos::prelude::*;

use crate::app::view::conduct::{
    CardFigure, ConductRow, ConductView, Evidence, EvidenceRow, evidence_row,
};
use crate::i18n::conduct::{
    ConductFinding, ConductMessage, evidence_words, figure, proposal, tariff, trend_label,
};
use crate::i18n::reason::{GradeName, citation, wording};
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    GradeBadge, Line, LineChart, LinePoint, Note, NoteKind, SidePanel, Tone,
};
use crate::ui::why::{grade_mark, route};
use crate::ui::{App, Route};

use super::ConductState;
use super::criteria::drawn;

/// Records shown at once; the workbook has all of them.
const MOST: usize = 200;

pub(super) fn panel(state: ConductState) -> Option<AnyView> {
    let app = state.app;
    let key = state.open.get()?;
    let row = state.shown.with(|shown| find(shown.as_ref()?, &key))?;
    let locale = app.locale.get_untracked();
    let title = [key.as_str(), wording(&row.source.name, locale)].join(" ");
    let aside = figure(row.card.figure, locale);
    let content = body(app, &row);
    Some(
        view! {
            <SidePanel title=title aside=aside close_label=app.t(ShellMessage::Close) on_close=move |()| state.open.set(None)>
                {content}
            </SidePanel>
        }
        .into_any(),
    )
}

fn find(shown: &ConductView, key: &str) -> Option<ConductRow> {
    shown.rows().find(|row| row.source.key == key).cloned()
}

fn body(app: App, row: &ConductRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let named = wording(&row.card.criterion.named, locale).to_owned();
    let cited = citation(&row.source.citations, locale);
    let findings = row.card.findings.iter().map(|finding| {
        let text = ConductFinding::from(*finding).say(locale);
        view! { <Note kind=NoteKind::Info><p>{text}</p></Note> }
    });
    let findings = findings.collect_view();
    let proposals = proposals(app, row);
    let parts = (
        points(app, row),
        trend(app, row),
        records(app, &row.card.evidence),
    );
    view! {
        <div class="conduct__panel">
            <p class="conduct__named"><strong>{app.t(ConductMessage::Named)}": "</strong>{named}" "<span class="muted">{cited}</span></p>
            {parts.0}
            {findings}
            {proposals}
            {parts.1}
            {parts.2}
        </div>
    }
    .into_any()
}

fn points(app: App, row: &ConductRow) -> Option<AnyView> {
    let locale = app.locale.get_untracked();
    let own = row.card.points.as_ref()?;
    let earned = crate::i18n::conduct::points(own, locale);
    let words = tariff(own, row.tariff.as_ref(), locale);
    let grade = GradeName::from(own.grade).say(locale);
    Some(
        view! {
            <section>
                <h3 class="conduct__part">{app.t(ConductMessage::Points)}</h3>
                <p><strong>{earned}</strong>" "<GradeBadge mark=grade_mark(own.grade) label=grade /></p>
                <p class="muted">{app.t(ConductMessage::Tariff)}": "{words}</p>
            </section>
        }
        .into_any(),
    )
}

fn proposals(app: App, row: &ConductRow) -> Option<AnyView> {
    if row.card.proposals.is_empty() {
        return None;
    }
    let locale = app.locale.get_untracked();
    let all = row.card.proposals.iter().map(|one| {
        view! { <li>{proposal(one, locale)}</li> }
    });
    let all = all.collect_view();
    Some(
        view! {
            <section>
                <h3 class="conduct__part">{app.t(ConductMessage::Proposals)}</h3>
                <ul class="conduct__proposals">{all}</ul>
            </section>
        }
        .into_any(),
    )
}

fn trend(app: App, row: &ConductRow) -> Option<AnyView> {
    let locale = app.locale.get_untracked();
    let trend = &row.card.trend;
    let points: Vec<Option<LinePoint>> = trend
        .iter()
        .map(|(_, value)| {
            drawn(*value).map(|amount| LinePoint {
                amount,
                text: figure(*value, locale),
            })
        })
        .collect();
    if points.iter().flatten().count() < 2 {
        return None;
    }
    let most = points.iter().flatten().map(|point| point.amount);
    let events = matches!(row.card.figure, CardFigure::Events { .. });
    let max = if events {
        most.fold(1.0, f64::max)
    } else {
        100.0
    };
    let columns: Vec<String> = trend.iter().map(|(span, _)| trend_label(*span)).collect();
    let label = app.t(ConductMessage::TrendOf {
        criterion: row.source.key.clone(),
    });
    let lines = vec![Line {
        label: wording(&row.source.name, locale).to_owned(),
        points,
        tone: if events { Tone::Poor } else { Tone::Accent },
    }];
    Some(
        view! {
            <section>
                <h3 class="conduct__part">{app.t(ConductMessage::Trend)}</h3>
                <LineChart label=label table_label=app.t(ConductMessage::ShowTable) corner=app.t(ConductMessage::Month) columns=columns lines=lines max=max />
            </section>
        }
        .into_any(),
    )
}

fn records(app: App, evidence: &[Evidence]) -> AnyView {
    let locale = app.locale.get_untracked();
    let title = app.t(ConductMessage::Evidence);
    if evidence.is_empty() {
        return view! {
            <section>
                <h3 class="conduct__part">{title}</h3>
                <p class="muted">{app.t(ConductMessage::NoEvidence)}</p>
            </section>
        }
        .into_any();
    }
    let rows: Vec<EvidenceRow> = app.peek(|model| {
        let first = evidence.iter().take(MOST);
        first.map(|one| evidence_row(&model.book, one)).collect()
    });
    let rows = rows.into_iter().map(|row| record(app, row)).collect_view();
    let more = evidence.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        let count = format::count(more, locale);
        view! { <p class="muted">{app.t(ConductMessage::MoreEvidence { count })}</p> }
    });
    view! {
        <section>
            <h3 class="conduct__part">{title}</h3>
            <ul class="conduct__records">{rows}</ul>
            {more}
        </section>
    }
    .into_any()
}

/// One record: what it shows, whose it is, its document, and the way to it.
pub(super) fn record(app: App, row: EvidenceRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let words = evidence_words(&row, locale);
    let called = [row.number.as_str(), row.name.as_str()].join(" ");
    let called = called.trim().to_owned();
    let name = match row.place {
        Some(place) => view! { <a href=route(place).href()>{called}</a> }.into_any(),
        None => called.into_any(),
    };
    let who = row.official.map(|(id, name)| {
        view! { <a href=Route::Official(id).href()>{name}</a>" · " }
    });
    let documents = (!row.documents.is_empty()).then(|| {
        let document = row.documents.join("; ");
        view! { <p class="conduct__detail">{app.t(ConductMessage::Document { document })}</p> }
    });
    view! {
        <li class="conduct__record">
            <p>{name}</p>
            <p class="conduct__detail">{who}{format::day(row.on)}" · "{words}</p>
            {documents}
        </li>
    }
    .into_any()
}
