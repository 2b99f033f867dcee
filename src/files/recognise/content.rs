//! Columns of a block without a header, told by what they hold.
//!
//! Only what shows beyond doubt is proposed: names of people, the one column of days, the one of
//! long texts, row numbers. The person chooses the rest, with samples beside each column.

use super::header::width_of;
use super::value::{Shape, parse_cell, shape};
use super::{Field, HeaderColumn, Mapping, TableKind};
use crate::files::tabular::{Cell, Sheet};

/// Rows looked at.
const ROWS: usize = 50;
const SAMPLES: usize = 3;
/// Letters a text has on average that tells what a record is about.
const LONG: usize = 12;

/// What the cells of one column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// 1, 2, 3, …
    Ordinal,
    Days,
    Names,
    /// Texts, with their average length.
    Texts(usize),
    Other,
}

/// The columns that hold anything, with samples.
pub(super) fn columns(sheet: &Sheet) -> Vec<HeaderColumn> {
    let filled = (0..width_of(sheet)).filter(|column| cells(sheet, *column).next().is_some());
    let shown = filled.map(|column| HeaderColumn {
        column,
        header: String::new(),
        samples: cells(sheet, column)
            .map(Cell::shown)
            .take(SAMPLES)
            .collect(),
    });
    shown.collect()
}

/// How the sheet reads for each kind when all its rows are data.
pub(super) fn readings(sheet: &Sheet) -> Vec<Mapping> {
    let Some(first) = sheet.rows.first() else {
        return Vec::new();
    };
    let looks: Vec<(u32, Look)> = (0..width_of(sheet))
        .filter(|column| cells(sheet, *column).next().is_some())
        .map(|column| (column, look(sheet, column)))
        .collect();
    let reading = |kind| Mapping {
        kind,
        header_row: first.index,
        header_rows: 0,
        columns: fields(kind, &looks),
    };
    TableKind::ALL.into_iter().map(reading).collect()
}

fn cells(sheet: &Sheet, column: u32) -> impl Iterator<Item = &Cell> {
    let rows = sheet.rows.iter().take(ROWS);
    rows.filter_map(move |row| row.cell(column))
        .filter(|cell| !cell.shown().trim().is_empty())
}

fn fields(kind: TableKind, looks: &[(u32, Look)]) -> Vec<(u32, Field)> {
    let mut found = Vec::new();
    let mut put = |column: Option<u32>, field: Option<Field>| {
        if let (Some(column), Some(field)) = (column, field) {
            found.push((column, field));
        }
    };
    let holds = |field: Field| kind.fields().contains(&field).then_some(field);
    let with = |wanted: Look| looks.iter().filter(move |(_, look)| *look == wanted);
    let first = |wanted: Look| with(wanted).next().map(|(column, _)| *column);
    let alone = |wanted: Look| first(wanted).filter(|_| with(wanted).count() == 1);
    put(first(Look::Ordinal), holds(Field::Ordinal));
    put(first(Look::Names), holds(Field::PersonName));
    put(alone(Look::Days), only_day(kind));
    let texts = looks.iter().filter_map(|(column, look)| match look {
        Look::Texts(length) if *length >= LONG => Some((*length, *column)),
        _ => None,
    });
    put(texts.max().map(|(_, column)| column), subject(kind));
    found.sort_unstable();
    found
}

/// The day a record of this kind cannot be without.
fn only_day(kind: TableKind) -> Option<Field> {
    let required = kind.required().iter().flat_map(|any| any.iter().copied());
    let mut days = required.filter(|field| shape(kind, *field) == Shape::Date);
    days.next()
}

/// What a record of this kind is about.
const fn subject(kind: TableKind) -> Option<Field> {
    match kind {
        TableKind::Tasks => Some(Field::TaskName),
        TableKind::Complaints | TableKind::Incidents => Some(Field::Summary),
        TableKind::Catalogue => Some(Field::ProductTask),
        TableKind::GeneralCriteria => Some(Field::Criterion),
        TableKind::Staff | TableKind::GeneralScores => None,
    }
}

fn look(sheet: &Sheet, column: u32) -> Look {
    let all: Vec<&Cell> = cells(sheet, column).collect();
    let every = |test: &dyn Fn(&Cell) -> bool| all.iter().all(|cell| test(cell));
    let counts = all.len() > 1
        && all
            .iter()
            .zip(1_usize..)
            .all(|(cell, number)| cell.shown().trim().trim_end_matches('.') == number.to_string());
    if counts {
        return Look::Ordinal;
    }
    if every(&is_day) {
        return Look::Days;
    }
    let texts: Vec<String> = all
        .iter()
        .filter(|cell| matches!(cell, Cell::Text(_)))
        .map(|cell| cell.shown())
        .collect();
    if texts.len() < all.len() {
        return Look::Other;
    }
    if texts.iter().all(|text| is_name(text)) {
        return Look::Names;
    }
    let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
    Look::Texts(letters / texts.len().max(1))
}

fn is_day(cell: &Cell) -> bool {
    // A bare number may be anything.
    !matches!(cell, Cell::Number(_)) && {
        let read = parse_cell(TableKind::Complaints, Field::Received, cell, None);
        read.value.is_some() && read.problem.is_none()
    }
}

/// Two to six words of letters, each with a capital: how a person's full name is written.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(char::is_alphabetic)
    };
    (2..=6).contains(&words.len()) && words.iter().all(capital)
}
