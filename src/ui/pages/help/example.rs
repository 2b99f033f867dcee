//! The handbook's example as tables: what went in, and what comes out under two readings.

use leptos::prelude::*;

use crate::app::view::help::{ExampleLine, ExampleScore, example};
use crate::i18n::help::HelpMessage as M;
use crate::i18n::reason::wording;
use crate::i18n::{Locale, format};
use crate::ui::App;
use crate::ui::components::{Table, TableCell, TableColumn};

pub(super) fn entry(app: App) -> Option<AnyView> {
    let shown = example()?;
    let locale = app.locale.get_untracked();
    let number = |message: M| TableColumn::number(app.t(message));
    let lines = vec![
        TableColumn::text(app.t(M::Line)),
        number(M::Coefficient),
        number(M::Assigned),
        number(M::Completed),
        number(M::Due),
        number(M::Finished),
        number(M::Failures),
    ];
    let scores = vec![
        TableColumn::text(app.t(M::Reading)),
        TableColumn::number("a"),
        TableColumn::number("b"),
        TableColumn::number("c"),
        number(M::Result),
        number(M::Total),
    ];
    let line_rows: Vec<Vec<TableCell>> = (1..)
        .zip(&shown.lines)
        .map(|(place, line)| line_cells(place, line, locale))
        .collect();
    let score_rows: Vec<Vec<TableCell>> = shown
        .scores
        .iter()
        .map(|score| score_cells(score, locale))
        .collect();
    let text = app.t(M::ExampleText {
        general: format::decimal(shown.general, locale),
    });
    Some(
        view! {
            <li class="help__entry help__example">
                <strong>{app.t(M::Example)}</strong>
                <p>{text}</p>
                <Table caption=app.t(M::ExampleLines) columns=lines rows=line_rows />
                <Table caption=app.t(M::ExampleScores) columns=scores rows=score_rows />
            </li>
        }
        .into_any(),
    )
}

fn line_cells(place: usize, line: &ExampleLine, locale: Locale) -> Vec<TableCell> {
    let number = |value| format::decimal(value, locale);
    let cells = [
        place.to_string(),
        number(line.coefficient),
        number(line.assigned),
        number(line.completed),
        format::day(line.due),
        format::day(line.finished),
        line.failures.to_string(),
    ];
    cells.map(TableCell::from).to_vec()
}

fn score_cells(score: &ExampleScore, locale: Locale) -> Vec<TableCell> {
    let mut cells = vec![TableCell::from(wording(&score.option, locale))];
    let ratios = score.ratios.iter();
    cells.extend(ratios.map(|ratio| TableCell::from(format::percent(ratio, locale))));
    cells.push(TableCell {
        strong: true,
        ..TableCell::from(format::points(&score.total, 2, locale))
    });
    cells
}
