//! The general criteria by line: own and authority's points side by side, with the evidence.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::app::Action;
use crate::app::Notice;
use crate::app::view::scoring::{Evidence, EvidenceSource, Found, SheetLine, SheetSection};
use crate::app::view::why::Place;
use crate::app::workflow::score::{self, PointEntry, Side};
use crate::domain::{Grade, LineId};
use crate::i18n::format;
use crate::i18n::local_rules::LocalMessage;
use crate::i18n::reason::{GradeName, wording};
use crate::i18n::scoring::SheetMessage;
use crate::ui::App;
use crate::ui::components::{Button, GradeBadge, NumberInput, Panel};
use crate::ui::why::{grade_mark, route};

use super::sheet::Sheet;

/// Whose words and points these are, where they are not the decree's.
fn local_rules(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let cited = sheet.part(|view| view.local_rules.clone());
    let shown = move || {
        cited.get().map(|cited| {
            let grade = app.t(GradeName::from(Grade::Local));
            view! {
                <p class="criteria__local">
                    {app.t(LocalMessage::SheetNote { cited })}" "
                    <GradeBadge mark=grade_mark(Grade::Local) label=grade />
                </p>
            }
        })
    };
    view! { {shown} }.into_any()
}

pub(super) fn panel(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let copy = move |()| {
        let drafted = app.peek(|model| {
            let when = crate::app::view::scoring::period(model);
            score::copy_own(&model.book, &[sheet.official], when, model.now.today)
        });
        match drafted {
            Ok(operation) => app.act(operation),
            Err(error) => app.tell(Notice::NotTaken(error)),
        }
    };
    let aside = sheet.part(|view| view.authority_on);
    let aside = Signal::derive(move || {
        let day = aside.get()?;
        Some(app.t(SheetMessage::AuthorityOn {
            day: format::day(day),
        }))
    });
    let sections = sheet
        .view
        .with_untracked(|view| view.as_ref().map(|view| view.sections.clone()))
        .unwrap_or_default();
    let mut before = 0;
    let shown: Vec<AnyView> = sections
        .into_iter()
        .map(|part| {
            let first = before;
            before += part.lines.len();
            section(sheet, part, first)
        })
        .collect();
    view! {
        <Panel
            title=app.t(SheetMessage::General)
            aside=aside
            actions=move || view! {
                <Button label=app.t(SheetMessage::CopyOwn) hint=app.t(SheetMessage::CopyHint) disabled=sheet.locked on_press=copy />
            }
        >
            {local_rules(sheet)}
            <div class="criteria" on:keydown=move |event| step(&event)>
                <div class="criteria__heads" aria-hidden="true">
                    <span>{app.t(SheetMessage::Criterion)}</span>
                    <span class="number">{app.t(SheetMessage::Most)}</span>
                    <span class="number">{app.t(SheetMessage::Own)}</span>
                    <span class="number">{app.t(SheetMessage::Authority)}</span>
                </div>
                {shown}
                {sums(sheet)}
            </div>
        </Panel>
    }
    .into_any()
}

fn section(sheet: Sheet, part: SheetSection, first: usize) -> AnyView {
    let app = sheet.app;
    let locale = app.locale.get();
    let most = app.t(SheetMessage::SectionMost {
        max: format::decimal(part.max, locale),
    });
    let lines = part
        .lines
        .iter()
        .enumerate()
        .map(|(at, one)| line(sheet, one, first + at))
        .collect_view();
    view! {
        <section class="criteria__section">
            <h3 class="criteria__title">
                {wording(&part.name, locale).to_owned()}" "<span class="muted">{most}</span>
            </h3>
            <ul class="criteria__lines">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(sheet: Sheet, shown: &SheetLine, at: usize) -> AnyView {
    let app = sheet.app;
    let locale = app.locale.get();
    let id = shown.id;
    let name = format!("{id} {}", wording(&shown.name, locale));
    let details: Vec<String> = shown
        .details
        .iter()
        .map(|detail| wording(detail, locale).to_owned())
        .collect();
    let held = sheet.part(move |view| {
        let line = lines_of(&view.sections).find(|line| line.id == id);
        line.map(|line| line.evidence.clone()).unwrap_or_default()
    });
    view! {
        <li class="criteria__line">
            <div class="criteria__name">
                <span title=details.join("\n")>{name}</span>
                {move || evidence(sheet, held.get())}
            </div>
            <span class="criteria__most number">{format::decimal(shown.max, locale)}</span>
            <div class="criteria__points" data-point=format!("own-{at}")>
                <span class="criteria__head" aria-hidden="true">{app.t(SheetMessage::Own)}</span>
                {input(sheet, id, Side::Own)}
            </div>
            <div class="criteria__points" data-point=format!("authority-{at}")>
                <span class="criteria__head" aria-hidden="true">{app.t(SheetMessage::Authority)}</span>
                {input(sheet, id, Side::Authority)}
            </div>
        </li>
    }
    .into_any()
}

fn lines_of(sections: &[SheetSection]) -> impl Iterator<Item = &SheetLine> {
    sections.iter().flat_map(|section| &section.lines)
}

fn input(sheet: Sheet, line: LineId, side: Side) -> AnyView {
    let app = sheet.app;
    let error = RwSignal::new(None::<String>);
    let given = sheet.part(move |view| {
        let line = lines_of(&view.sections).find(|other| other.id == line);
        line.and_then(|line| match side {
            Side::Own => line.own,
            Side::Authority => line.authority,
        })
    });
    let value = Signal::derive(move || {
        let locale = app.locale.get();
        let given = given.get();
        given
            .map(|points| format::decimal(points, locale))
            .unwrap_or_default()
    });
    let named = line.to_string();
    let label = app.t(match side {
        Side::Own => SheetMessage::OwnOf { line: named },
        Side::Authority => SheetMessage::AuthorityOf { line: named },
    });
    let commit = move |text: String| {
        let entry = PointEntry {
            official: sheet.official,
            line,
            side,
            text,
        };
        let drafted = app.peek(|model| {
            let when = crate::app::view::scoring::period(model);
            score::enter(&model.book, when, &[entry], Action::Score, model.now.today)
        });
        match drafted {
            Ok(operation) => {
                error.set(None);
                app.act(operation);
            }
            Err((_, problem)) => error.set(Some(app.t(problem))),
        }
    };
    view! {
        <NumberInput
            label=label
            label_hidden=true
            value=value
            error=Signal::derive(move || error.get())
            disabled=sheet.locked
            on_commit=commit
        />
    }
    .into_any()
}

fn evidence(sheet: Sheet, held: Vec<Evidence>) -> Option<AnyView> {
    if held.is_empty() {
        return None;
    }
    let items = held.into_iter().map(|found| one_evidence(sheet, found));
    Some(view! { <ul class="criteria__evidence">{items.collect_view()}</ul> }.into_any())
}

fn one_evidence(sheet: Sheet, found: Evidence) -> AnyView {
    let app = sheet.app;
    let locale = app.locale.get();
    let (message, place) = match found {
        Evidence::Effect {
            source,
            points,
            taken,
            by,
        } => {
            let place = source.place;
            let source = source_text(app, source);
            let points = format::decimal(points, locale);
            let message = if taken {
                SheetMessage::EvidenceEffect { source, points, by }
            } else {
                SheetMessage::EvidenceDeclined { source, by }
            };
            (message, Some(place))
        }
        Evidence::Undecided { source, found } => {
            let place = source.place;
            let source = source_text(app, source);
            let message = match found {
                Found::Wholly => SheetMessage::EvidenceUndecided { source },
                Found::Partly => SheetMessage::EvidencePartly { source },
                Found::Confirmed => SheetMessage::EvidenceConfirmed { source },
            };
            (message, Some(place))
        }
        Evidence::Open { source } => {
            let place = source.place;
            let source = source_text(app, source);
            let message = match place {
                Place::Incident(_) => SheetMessage::EvidenceUnreviewed { source },
                _ => SheetMessage::EvidenceOpen { source },
            };
            (message, Some(place))
        }
        Evidence::HandedBack(count) => (SheetMessage::EvidenceHandedBack { count }, None),
    };
    let text = app.t(message);
    match place {
        Some(place) => view! { <li><a href=route(place).href()>{text}</a></li> }.into_any(),
        None => view! { <li>{text}</li> }.into_any(),
    }
}

fn source_text(app: App, source: EvidenceSource) -> String {
    let EvidenceSource { place, name } = source;
    app.t(match place {
        Place::Incident(_) => SheetMessage::SourceIncident { day: name },
        _ => SheetMessage::SourceComplaint { number: name },
    })
}

fn sums(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let sums = sheet.part(|view| view.sums);
    let most = sheet.part(|view| view.most);
    let text = move |value| format::decimal(value, app.locale.get());
    view! {
        <div class="criteria__sum">
            <span class="strong">{app.t(SheetMessage::Sum)}</span>
            <span class="number">{move || text(most.get())}</span>
            <span class="number strong">{move || text(sums.get()[0])}</span>
            <span class="number strong">{move || text(sums.get()[1])}</span>
        </div>
    }
    .into_any()
}

/// Enter and the vertical arrows go to the next or previous line of the same column.
fn step(event: &KeyboardEvent) {
    let forward = match event.key().as_str() {
        "Enter" | "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    if let Some(next) = neighbour(event, forward) {
        event.prevent_default();
        // Leaving the field commits it; an element in the page takes the focus.
        next.focus().ok();
        next.select();
    }
}

/// The field of the next or previous line: each stands in an element that names its column
/// and the number of its line.
fn neighbour(event: &KeyboardEvent, forward: bool) -> Option<HtmlInputElement> {
    let own: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let place = own.closest("[data-point]").ok().flatten()?;
    let name = place.get_attribute("data-point")?;
    let (column, at) = name.split_once('-')?;
    let at: usize = at.parse().ok()?;
    let next = if forward { at + 1 } else { at.checked_sub(1)? };
    let found = own
        .closest(".criteria")
        .ok()
        .flatten()?
        .query_selector(&format!("[data-point='{column}-{next}'] input"));
    found.ok().flatten()?.dyn_into().ok()
}
