//! Units side by side: who is late and what was done about it.

use leptos::prelude::*;

use crate::app::view::conduct::{CardFigure, ConductView, UnitRow, Whose};
use crate::domain::Exact;
use crate::i18n::conduct::{ConductMessage, figure, mean_days};
use crate::i18n::format;
use crate::ui::components::{Panel, Table, TableCell, TableColumn, Tone};
use crate::ui::{App, Route};

pub(super) fn panel(app: App, shown: &ConductView) -> AnyView {
    // One line alone compares nothing.
    if shown.units.len() < 2 {
        return ().into_any();
    }
    let columns: Vec<TableColumn> = std::iter::once(ConductMessage::UnitHead)
        .map(|head| TableColumn::text(app.t(head)))
        .chain(
            [
                ConductMessage::People,
                ConductMessage::Tasks,
                ConductMessage::Late,
                ConductMessage::LateShare,
                ConductMessage::Overdue,
                ConductMessage::Handled,
                ConductMessage::Speed,
                ConductMessage::Complaints,
                ConductMessage::Incidents,
            ]
            .map(|head| TableColumn::number(app.t(head))),
        )
        .collect();
    let days = shown.span;
    let rows: Vec<Vec<TableCell>> = shown
        .units
        .iter()
        .map(|row| cells(app, row, days))
        .collect();
    let title = app.t(ConductMessage::Compare);
    view! {
        <Panel title=title.clone() aside=app.t(ConductMessage::CompareAside) flush=true>
            <Table caption=title columns=columns rows=rows />
        </Panel>
    }
    .into_any()
}

fn cells(app: App, row: &UnitRow, days: crate::domain::Span) -> Vec<TableCell> {
    let locale = app.locale.get_untracked();
    let line = &row.line;
    let number = |value: u64| {
        let value = usize::try_from(value).unwrap_or(usize::MAX);
        TableCell::from(format::count(value, locale))
    };
    let bad = |value: u64| TableCell {
        tone: if value > 0 { Tone::Poor } else { Tone::Neutral },
        ..number(value)
    };
    let share = (line.tasks > 0).then(|| {
        let share = Exact::ratio(i128::from(line.late), i128::from(line.tasks));
        format::percent(&share, locale)
    });
    let handled = match line.handled {
        CardFigure::NotMeasured => app.t(ConductMessage::NoTasks),
        measured => figure(measured, locale),
    };
    let (handled_count, _) = match line.handled {
        CardFigure::Share { reached, of } => (reached, of),
        _ => (0, 0),
    };
    let speed = mean_days(line.handling_days, handled_count, locale);
    let nothing = || app.t(ConductMessage::NoTasks);
    let name = row.name.clone().map_or_else(
        || TableCell {
            strong: true,
            ..TableCell::from(app.t(ConductMessage::Whole))
        },
        |name| TableCell {
            href: line.unit.map(|unit| link(unit, days)),
            ..TableCell::from(name)
        },
    );
    vec![
        name,
        number(u64::try_from(line.people).unwrap_or(u64::MAX)),
        number(line.tasks),
        bad(line.late),
        TableCell::from(share.unwrap_or_else(nothing)),
        bad(line.overdue),
        TableCell::from(handled),
        TableCell::from(speed.unwrap_or_else(nothing)),
        number(line.complaints),
        number(line.incidents),
    ]
}

fn link(unit: crate::domain::UnitId, days: crate::domain::Span) -> String {
    let to = days.to.unwrap_or(days.from);
    let days = crate::app::view::conduct::ConductSpan::Days(days.from, to);
    Route::Conduct(Some(Whose::Unit(unit).word()), Some(days.word())).href()
}
