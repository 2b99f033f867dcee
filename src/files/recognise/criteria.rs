//! The list of general criteria: its parts and lines, and whether their points add up.

use super::{Field, ProblemReason, RawRow, RawTable, RawValue, Suggestion};
use crate::domain::{Decimal, LineId};

/// One part (I, II, III) with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaPart {
    /// 1 for I.
    pub section: u8,
    /// Wording.
    pub title: String,
    /// Greatest points, as the part's own row says.
    pub max: Option<Decimal>,
    /// The lines of the part.
    pub lines: Vec<CriteriaLine>,
}

/// One line of the general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaLine {
    /// For example I.2.
    pub id: LineId,
    /// Wording.
    pub title: String,
    /// Greatest points.
    pub max: Decimal,
    /// Row number as the person sees it, from 1.
    pub row: u32,
}

/// The parts and lines of a table of general criteria, in its order.
#[must_use]
pub fn criteria_parts(table: &RawTable) -> Vec<CriteriaPart> {
    let mut parts: Vec<CriteriaPart> = Vec::new();
    for row in &table.rows {
        let title = row.text(Field::Criterion).unwrap_or_default().to_owned();
        let max = row.decimal(Field::MaxPoints);
        match (place(row), max) {
            (Some(Place::Part(section)), max) => parts.push(CriteriaPart {
                section,
                title,
                max,
                lines: Vec::new(),
            }),
            (Some(Place::Line(section, line)), Some(max)) => {
                let current = parts.last().map_or(1, |part| part.section);
                let id = LineId {
                    section: section.unwrap_or(current),
                    line,
                };
                if parts.is_empty() {
                    parts.push(CriteriaPart {
                        section: id.section,
                        title: String::new(),
                        max: None,
                        lines: Vec::new(),
                    });
                }
                if let Some(part) = parts.last_mut() {
                    part.lines.push(CriteriaLine {
                        id,
                        title,
                        max,
                        row: row.row,
                    });
                }
            }
            _ => {}
        }
    }
    parts
}

enum Place {
    Part(u8),
    Line(Option<u8>, u8),
}

/// "II" is a part, "3" a line of the part above, "II.3" a line of its own.
fn place(row: &RawRow) -> Option<Place> {
    let ordinal = row
        .text(Field::Ordinal)?
        .trim()
        .trim_end_matches(['.', ')']);
    if let Some(id) = LineId::parse(ordinal) {
        return Some(Place::Line(Some(id.section), id.line));
    }
    if let Ok(line) = ordinal.parse::<u8>() {
        return Some(Place::Line(None, line));
    }
    LineId::parse(&format!("{ordinal}.1")).map(|id| Place::Part(id.section))
}

/// Reports every part whose lines do not add up to its points, and a total
/// that is not the sum of all lines.
pub(super) fn check_sums(table: &mut RawTable, totals: &[RawRow]) {
    let parts = criteria_parts(table);
    let sum = |lines: &[CriteriaLine]| {
        lines
            .iter()
            .try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.max))
    };
    let mut found = Vec::new();
    let mut differs = |row: u32, written: Decimal, sum: Decimal| {
        let shown = crate::text::format_number(&written.to_string());
        let suggestion = Some(Suggestion::Use(RawValue::Decimal(sum)));
        found.push(table.problem_at(
            row,
            Field::MaxPoints,
            shown,
            ProblemReason::SumDiffers { sum },
            suggestion,
            false,
        ));
    };
    for part in parts.iter().filter(|part| !part.lines.is_empty()) {
        if let (Some(max), Some(sum)) = (part.max, sum(&part.lines))
            && max != sum
        {
            let row = part
                .lines
                .first()
                .map_or(0, |line| line.row.saturating_sub(1));
            differs(row, max, sum);
        }
    }
    let all: Vec<CriteriaLine> = parts.iter().flat_map(|part| part.lines.clone()).collect();
    for total in totals {
        if let (Some(written), Some(sum)) = (total.decimal(Field::MaxPoints), sum(&all))
            && written != sum
        {
            differs(total.row, written, sum);
        }
    }
    table.problems.extend(found);
}
