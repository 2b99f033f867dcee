//! Proposes which table a sheet holds and which column is which field.

use super::alias::{aliases, is_foreign, is_general};
use super::content;
use super::header::{Header, Words, candidates};
use super::{Field, Mapping, RememberedMapping, SheetProposal, TableKind};
use crate::domain::LineId;
use crate::files::tabular::{Cell, Sheet, Workbook};
use crate::text::{header_key, search_key};

/// Below this an alias does not explain a header.
const LEAST_LIKENESS: u32 = 50;
/// So many telling columns make a table of one that lacks a required column.
const LEAST_OF_INCOMPLETE: usize = 3;
const MOST_FOR_INCOMPLETE: u32 = 40;
/// The words of a title speak for a table about as much as one good column.
const TITLE_BONUS: u32 = 8;

/// Looks at every sheet and proposes a mapping for those that hold a table.
///
/// A remembered mapping with the same header goes before any guess.
#[must_use]
pub fn recognise(workbook: &Workbook, remembered: &[RememberedMapping]) -> Vec<SheetProposal> {
    workbook
        .sheets
        .iter()
        .enumerate()
        .map(|(at, sheet)| propose(at, sheet, remembered))
        .collect()
}

fn propose(at: usize, sheet: &Sheet, remembered: &[RememberedMapping]) -> SheetProposal {
    let headers = candidates(sheet);
    let known = headers.iter().find_map(|header| {
        let signature = header.signature();
        remembered
            .iter()
            .find(|one| one.signature == signature)
            .map(|one| (header, one))
    });
    if let Some((header, one)) = known {
        let mapping = Mapping {
            kind: one.kind,
            header_row: header.row,
            header_rows: header.rows,
            columns: one.columns.clone(),
        };
        return proposal(at, sheet, header, Some(mapping), 100, true);
    }
    let titles = title_key(sheet);
    let mut readings: Vec<Reading<'_>> = headers
        .iter()
        .flat_map(|header| TableKind::ALL.into_iter().map(move |kind| (header, kind)))
        .filter_map(|(header, kind)| read_as(sheet, header, kind, &titles))
        .collect();
    // The first of equals: the higher header, the flatter one.
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.score));
    let Some(best) = readings.first() else {
        return SheetProposal {
            sheet: at,
            name: sheet.name.clone(),
            columns: content::columns(sheet),
            headless: content::readings(sheet),
            ..SheetProposal::default()
        };
    };
    let rival = readings
        .iter()
        .find(|other| other.mapping.kind != best.mapping.kind);
    let confidence = confidence_of(best, rival);
    proposal(
        at,
        sheet,
        best.header,
        Some(best.mapping.clone()),
        confidence,
        false,
    )
}

/// The proposal for a header a person has chosen, for the kind they have chosen.
///
/// Rows count from 0.
#[must_use]
pub fn propose_for(
    sheet: &Sheet,
    at: usize,
    kind: TableKind,
    header_row: u32,
    header_rows: u32,
) -> SheetProposal {
    let header = super::header::header_at(sheet, header_row, header_rows.max(1));
    let columns = assign(&header, kind).columns;
    let mapping = Mapping {
        kind,
        header_row,
        header_rows: header_rows.max(1),
        columns,
    };
    proposal(at, sheet, &header, Some(mapping), 100, false)
}

fn proposal(
    at: usize,
    sheet: &Sheet,
    header: &Header,
    mapping: Option<Mapping>,
    confidence: u8,
    remembered: bool,
) -> SheetProposal {
    SheetProposal {
        sheet: at,
        name: sheet.name.clone(),
        mapping,
        confidence,
        remembered,
        columns: header.shown(sheet),
        signature: header.signature(),
        headless: Vec::new(),
    }
}

/// One way to read a sheet.
struct Reading<'a> {
    header: &'a Header,
    mapping: Mapping,
    score: u32,
    likeness: u32,
    /// Whether every required field has a column.
    complete: bool,
}

struct Assigned {
    columns: Vec<(u32, Field)>,
    score: u32,
    likeness: u32,
}

fn read_as<'a>(
    sheet: &Sheet,
    header: &'a Header,
    kind: TableKind,
    titles: &str,
) -> Option<Reading<'a>> {
    let assigned = assign(header, kind);
    let mapping = Mapping {
        kind,
        header_row: header.row,
        header_rows: header.rows,
        columns: assigned.columns,
    };
    let lines = mapping
        .columns
        .iter()
        .filter(|(_, field)| matches!(field, Field::Line(_)))
        .count();
    let is_scores = kind == TableKind::GeneralScores;
    let has_rows = sheet
        .rows
        .last()
        .is_some_and(|row| row.index >= header.first_data_row());
    let telling = mapping
        .columns
        .iter()
        .filter(|(_, field)| !matches!(field, Field::Ordinal | Field::Note))
        .count();
    if telling == 0 || mapping.columns.len() < 2 || (is_scores && lines < 3) || !has_rows {
        return None;
    }
    // A table that lacks what it needs is still shown, for a person to complete.
    let complete = mapping.missing().is_empty();
    if !complete && telling < LEAST_OF_INCOMPLETE {
        return None;
    }
    let bonus = if title_words(kind).iter().any(|words| titles.contains(words)) {
        TITLE_BONUS
    } else {
        0
    };
    let score = (assigned.score + bonus) / if complete { 1 } else { 2 };
    Some(Reading {
        header,
        mapping,
        score,
        likeness: assigned.likeness,
        complete,
    })
}

/// Gives each column the field whose alias is most like its header, the surest first.
fn assign(header: &Header, kind: TableKind) -> Assigned {
    let mut pairs: Vec<(u32, u32, Field)> = Vec::new();
    for words in &header.columns {
        for field in kind.fields() {
            let likeness = likeness(words, aliases(kind, *field));
            if likeness >= LEAST_LIKENESS {
                pairs.push((likeness, words.column, *field));
            }
        }
        if kind == TableKind::GeneralScores {
            pairs.extend(line_field(words).map(|field| (100, words.column, field)));
        }
    }
    pairs.sort_by_key(|(likeness, column, _)| (std::cmp::Reverse(*likeness), *column));
    let mut assigned = Assigned {
        columns: Vec::new(),
        score: 0,
        likeness: 0,
    };
    for (likeness, column, field) in pairs {
        let taken = assigned
            .columns
            .iter()
            .any(|(at, mapped)| *at == column || *mapped == field);
        if !taken {
            assigned.columns.push((column, field));
            assigned.score += weight(kind, field) * likeness / 100;
            assigned.likeness += likeness;
        }
    }
    drop_half_names(&mut assigned.columns);
    assigned.columns.sort_unstable();
    assigned
}

/// "Họ" alone or "Tên" beside a full name is no part of a name in two columns.
fn drop_half_names(columns: &mut Vec<(u32, Field)>) {
    let column_of = |field| {
        columns
            .iter()
            .find(|(_, mapped)| *mapped == field)
            .map(|(at, _)| *at)
    };
    let beside = match (column_of(Field::FamilyName), column_of(Field::GivenName)) {
        (Some(family), Some(given)) => given == family + 1,
        _ => false,
    };
    let has_full = column_of(Field::PersonName).is_some();
    if beside {
        columns.retain(|(_, field)| *field != Field::PersonName);
    } else if has_full {
        columns.retain(|(_, field)| !matches!(field, Field::FamilyName | Field::GivenName));
    }
}

/// How telling a column is for a kind of table.
fn weight(kind: TableKind, field: Field) -> u32 {
    use Field as F;
    match (kind, field) {
        (_, F::Ordinal | F::Note) => 1,
        (TableKind::Staff, F::Title | F::Role | F::Born | F::DutyGroup)
        | (TableKind::Catalogue, F::Points | F::Group | F::PointBand)
        | (TableKind::Tasks, F::Assigned | F::Completed | F::Due | F::Finished)
        | (
            TableKind::Complaints,
            F::Received | F::State | F::Conclusion | F::Channel | F::Dossier,
        )
        | (TableKind::GeneralCriteria, F::MaxPoints | F::Criterion) => 14,
        (TableKind::Catalogue, F::ProductCode | F::Coefficient | F::Detail | F::Output) => 11,
        (_, F::Line(_) | F::AuthorityLine(_)) => 12,
        _ => 8,
    }
}

fn likeness(words: &Words, aliases: impl Iterator<Item = &'static str> + Clone) -> u32 {
    if words.keys.iter().any(|key| is_foreign(key)) {
        return 0;
    }
    let by_key = words.keys.iter().enumerate().map(|(place, key)| {
        // Later keys leave part of the header out, so they say a little less.
        let loss = u32::try_from(place).unwrap_or(0) * 2;
        aliases
            .clone()
            .map(|alias| likeness_of_key(key, alias))
            .max()
            .unwrap_or(0)
            .saturating_sub(loss)
    });
    by_key.max().unwrap_or(0)
}

fn likeness_of_key(key: &str, alias: &str) -> u32 {
    if key == alias {
        return 100;
    }
    if is_general(alias) {
        return 0;
    }
    let extra = |rest: &str| {
        u32::try_from(rest.split_whitespace().count())
            .unwrap_or(u32::MAX)
            .saturating_mul(4)
    };
    let words_of_alias = alias.split(' ').count();
    if let Some(rest) = key.strip_prefix(alias).filter(|rest| rest.starts_with(' ')) {
        // "han" at the start says less than "han hoan thanh".
        let base = if words_of_alias > 1 { 88 } else { 66 };
        return base - extra(rest).min(base);
    }
    if words_of_alias > 1 && format!(" {key} ").contains(&format!(" {alias} ")) {
        return 72 - extra(&key.replacen(alias, "", 1)).min(72);
    }
    0
}

/// The line a column of a score table holds: "I.1", "Tiêu chí II.3", or "2"
/// under a group headed "III. …".
fn line_field(words: &Words) -> Option<Field> {
    let line = line_in(words.parts.iter().rev().map(String::as_str)).or_else(|| {
        let (lowest, above) = words.parts.split_last()?;
        let number: u8 = header_key(lowest).parse().ok()?;
        let section = above.iter().rev().find_map(|part| leading_roman(part))?;
        LineId::parse(&format!("{section}.{number}"))
    })?;
    let key = search_key(&words.parts.join(" "));
    let by_authority = [
        "cap co tham quyen",
        "cap tham quyen",
        "lanh dao cham",
        "thu truong cham",
        "cap tren cham",
        "tham quyen cham",
    ];
    Some(if by_authority.iter().any(|who| key.contains(who)) {
        Field::AuthorityLine(line)
    } else {
        Field::Line(line)
    })
}

fn line_in<'a>(parts: impl Iterator<Item = &'a str>) -> Option<LineId> {
    let mut words = parts.flat_map(|part| part.split([' ', '(', ')', ':', ',', ';', '\n']));
    words.find_map(|word| LineId::parse(word.trim_end_matches('.')))
}

fn leading_roman(part: &str) -> Option<&str> {
    let word = part.split([' ', '.', ':', ')', '-']).next()?;
    (!word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')))
        .then_some(word)
}

/// Everything above the data and the sheet's name, as one key.
fn title_key(sheet: &Sheet) -> String {
    let rows = sheet.rows.iter().take(8).filter(|row| row.cells.len() <= 3);
    let texts = rows
        .flat_map(|row| row.cells.iter().map(|(_, cell)| cell))
        .map(Cell::shown);
    header_key(
        &std::iter::once(sheet.name.clone())
            .chain(texts)
            .collect::<Vec<_>>()
            .join(" "),
    )
}

fn title_words(kind: TableKind) -> &'static [&'static str] {
    match kind {
        TableKind::Staff => &[
            "danh sach cong chuc",
            "danh sach can bo",
            "danh sach nhan su",
            "danh sach cbcc",
        ],
        TableKind::Catalogue => &[
            "danh muc san pham",
            "danh muc cong viec",
            "san pham cong viec quy doi",
            "danh muc nhiem vu",
        ],
        TableKind::GeneralCriteria => &["tieu chi chung"],
        TableKind::Tasks => &[
            "giao viec",
            "theo doi nhiem vu",
            "nhiem vu duoc giao",
            "bang giao nhiem vu",
            "so theo doi cong viec",
            "danh sach nhiem vu",
        ],
        TableKind::Complaints => &["phan anh", "khieu nai", "to cao", "don thu", "kien nghi"],
        TableKind::Incidents => &[
            "so vu viec",
            "theo doi vu viec",
            "ghi nhan vu viec",
            "danh sach vu viec",
        ],
        TableKind::GeneralScores => &[
            "cham diem tieu chi",
            "diem tieu chi chung",
            "bang cham diem",
            "tu cham diem",
        ],
    }
}

fn confidence_of(best: &Reading<'_>, rival: Option<&Reading<'_>>) -> u8 {
    let mapped = u32::try_from(best.mapping.columns.len())
        .unwrap_or(1)
        .max(1);
    let all = u32::try_from(best.header.columns.len())
        .unwrap_or(1)
        .max(mapped);
    let sure = best.likeness / mapped;
    let covered = 60 + 40 * mapped / all;
    let close = rival.is_some_and(|rival| rival.score * 100 > best.score * 85);
    let confidence = sure * covered / 100 * if close { 70 } else { 100 } / 100;
    let most = if best.complete {
        99
    } else {
        MOST_FOR_INCOMPLETE
    };
    u8::try_from(confidence.min(most)).unwrap_or(99)
}
