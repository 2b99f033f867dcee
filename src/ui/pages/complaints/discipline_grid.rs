//! The grid of disciplinary decisions: columns, cells, what their editors offer.

use leptos::prelude::*;

use crate::app::view::discipline::{BEARS, DisciplineRow, SIDES, forms};
use crate::app::workflow::discipline::{self, DisciplineCell};
use crate::domain::{DisciplineId, DisciplineSide};
use crate::i18n::complaint::DisciplineMessage;
use crate::i18n::reason::wording;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::App;
use crate::ui::components::{CellView, Choice, EmptyState, Glyph, GridColumn, RowView, Tone};
use crate::ui::register::cells::Cells;
use crate::ui::register::{Listed, ROW_HEIGHT};

pub(super) fn grid(
    app: App,
    listed: Listed<DisciplineRow>,
    entered: Cells<DisciplineCell>,
    open: Callback<DisciplineId>,
) -> AnyView {
    let activate = move |key: &str| {
        if let Ok(id) = key.parse() {
            open.run(DisciplineId(id));
        }
    };
    let empty = move || {
        view! {
            <EmptyState icon=Glyph::Scales title=app.t(DisciplineMessage::EmptyTitle) text=app.t(DisciplineMessage::EmptyText) />
        }
    };
    let label = app.t(DisciplineMessage::Grid);
    listed.grid(entered, label, ROW_HEIGHT, cells, activate, empty)
}

pub(super) fn columns(locale: Locale) -> Vec<GridColumn> {
    let say = |message: DisciplineMessage| message.say(locale);
    let text = |key: &str, head: DisciplineMessage| GridColumn::text(key, say(head));
    let all = vec![
        text("official", DisciplineMessage::Official)
            .width(168)
            .sticky()
            .names_row(),
        text("form", DisciplineMessage::Form).width(132),
        text("side", DisciplineMessage::Side).width(148),
        text("act", DisciplineMessage::Act).width(200).grow(),
        GridColumn::date("act_on", say(DisciplineMessage::ActOn)),
        text("decision", DisciplineMessage::Decision).width(120),
        GridColumn::date("effective", say(DisciplineMessage::Effective)),
        text("duty", DisciplineMessage::Duty).width(120),
        GridColumn::number("used", say(DisciplineMessage::AlreadyUsed)),
        text("same_act", DisciplineMessage::SameAct).width(160),
        text("consequence", DisciplineMessage::Consequence).width(320),
    ];
    all.into_iter().map(GridColumn::sortable).collect()
}

fn cells(row: &DisciplineRow, keys: &[&'static str], locale: Locale) -> RowView {
    let cells = keys.iter().map(|key| cell(row, key, locale));
    RowView::new(row.id.0.to_string(), cells.collect())
}

fn cell(row: &DisciplineRow, key: &str, locale: Locale) -> CellView {
    let record = &row.record;
    match key {
        "official" => CellView::text(row.name.clone()),
        "form" => match &row.form {
            Some(form) => CellView::text(wording(form, locale)),
            None => {
                let form = record.form.clone();
                CellView::text(DisciplineMessage::UnknownForm { form }.say(locale))
            }
        },
        "side" => CellView::text(DisciplineMessage::from(record.side).say(locale)),
        "act" => CellView::text(record.act.clone()).title(record.act.clone()),
        "act_on" => CellView::text(record.act_on.map(format::day).unwrap_or_default()),
        "decision" => CellView::text(record.decision.clone().unwrap_or_default()),
        "effective" => CellView::text(format::day(record.effective)),
        "duty" => CellView::text(answer(record.duty_related).say(locale)),
        "used" => {
            let year = record.already_used_in.map(|year| year.to_string());
            CellView::text(year.unwrap_or_default())
        }
        "same_act" => CellView::text(same_acts(row, locale)),
        _ => {
            let said = row.consequence.say(locale);
            let tone = if row.bears() { Tone::Poor } else { Tone::Muted };
            CellView::text(said.clone()).title(said).tone(tone)
        }
    }
}

fn same_acts(row: &DisciplineRow, locale: Locale) -> String {
    let same = row.same_act.iter().map(|(number, day)| {
        let number = number.clone();
        let number = number.unwrap_or_else(|| DisciplineMessage::NoNumber.say(locale));
        let day = format::day(*day);
        DisciplineMessage::OtherDecision { number, day }.say(locale)
    });
    same.collect::<Vec<_>>().join(" · ")
}

const fn answer(yes: bool) -> DisciplineMessage {
    if yes {
        DisciplineMessage::Yes
    } else {
        DisciplineMessage::No
    }
}

/// What a value kept by its place is called.
pub(super) fn word_of(column: &str, key: &str, locale: Locale) -> String {
    let place = key.parse::<usize>().ok();
    let found = place.and_then(|place| match column {
        "side" => SIDES.get(place).map(|side| (*side).into()),
        "duty" => BEARS.get(place).map(|yes| answer(*yes)),
        "consequence" => BEARS.get(place).map(|bears| {
            if *bears {
                DisciplineMessage::Bears
            } else {
                DisciplineMessage::BearsNot
            }
        }),
        _ => None,
    });
    found.map_or_else(
        || key.to_owned(),
        |message: DisciplineMessage| message.say(locale),
    )
}

/// What a field is answered with, where that is one of a few.
pub(super) fn choices_of(app: App, field: DisciplineCell) -> Vec<Choice> {
    match field {
        DisciplineCell::Side => {
            let one = |(key, side, _): (&str, DisciplineSide, _)| {
                Choice::new(key, app.t(DisciplineMessage::from(side)))
            };
            discipline::SIDES.map(one).into()
        }
        DisciplineCell::Duty => {
            let one = |(key, yes, _): (&str, bool, _)| Choice::new(key, app.t(answer(yes)));
            discipline::DUTY.map(one).into()
        }
        DisciplineCell::Form => all_forms(app),
        _ => Vec::new(),
    }
}

/// The forms of today, of either side; a row refuses those of the other side.
fn all_forms(app: App) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let today = app.peek(|model| model.now.today);
    let sides = SIDES.into_iter().rev();
    let mut made: Vec<Choice> = Vec::new();
    for (key, name) in sides.flat_map(|side| forms(side, today)) {
        if made.iter().all(|choice| choice.value != key) {
            made.push(Choice::new(key, wording(&name, locale)));
        }
    }
    made
}
