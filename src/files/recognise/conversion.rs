//! The conversion of a catalogue: points of the standard product, rounding, and coefficients computed where the file holds none.

use std::collections::BTreeSet;

use super::{
    CatalogueFacts, ExtractOptions, Field, Mapping, ProblemReason, RawTable, RawValue, Suggestion,
};
use crate::domain::Decimal;
use crate::files::tabular::{Cell, Sheet, Workbook};
use crate::text::{parse_number, search_key};

/// Titles, header and the first notes stand here.
const ROWS_LOOKED_AT: usize = 12;

/// How coefficients follow from points in one catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Conversion {
    standard: Option<Decimal>,
    source: Option<String>,
    decimals: Option<u8>,
}

impl Conversion {
    /// What the person answered, else what the sheet says in words ("Sản phẩm
    /// chuẩn = 5 điểm = hệ số 1,00"), else what its formulas do (`ROUND(H5/5,2)`),
    /// else what another sheet of the file says.
    pub(super) fn of(
        workbook: &Workbook,
        sheet: &Sheet,
        mapping: &Mapping,
        options: &ExtractOptions,
    ) -> Self {
        let mut found = Self {
            standard: options.standard_points,
            source: None,
            decimals: options.coefficient_decimals,
        };
        found.add(stated(sheet));
        found.add(by_formula(sheet, mapping));
        workbook
            .sheets
            .iter()
            .for_each(|other| found.add(stated(other)));
        found
    }

    fn add(&mut self, other: Option<Self>) {
        let Some(other) = other else { return };
        if self.standard.is_none() {
            (self.standard, self.source) = (other.standard, other.source);
        }
        self.decimals = self.decimals.or(other.decimals);
    }

    /// Points ÷ standard points, rounded half up; nothing when the standard or,
    /// for an endless fraction, the rounding is unknown.
    fn coefficient(&self, points: Decimal) -> Option<Decimal> {
        let standard = self.standard.filter(|standard| *standard > Decimal::ZERO)?;
        let unit =
            Decimal::SCALE / 10_i64.checked_pow(u32::from(self.decimals.unwrap_or(6).min(6)))?;
        let numerator = i128::from(points.millionths()) * i128::from(Decimal::SCALE);
        let step = i128::from(standard.millionths()) * i128::from(unit);
        if self.decimals.is_none() && numerator % step != 0 {
            return None;
        }
        let steps = (2 * numerator + step) / (2 * step);
        i64::try_from(steps * i128::from(unit))
            .ok()
            .map(Decimal::from_millionths)
    }

    fn coefficient_of(&self, points: &RawValue) -> Option<RawValue> {
        match points {
            RawValue::Decimal(points) => self.coefficient(*points).map(RawValue::Decimal),
            RawValue::Range(from, to) => Some(RawValue::Range(
                self.coefficient(*from)?,
                self.coefficient(*to)?,
            )),
            _ => None,
        }
    }
}

/// Computes the coefficients the file holds no result for and compares the others.
pub(super) fn complete(table: &mut RawTable, conversion: &Conversion, sheet: &Sheet) {
    let mut facts = CatalogueFacts {
        standard_points: conversion.standard,
        standard_source: conversion.source.clone(),
        coefficient_decimals: conversion.decimals,
        computed: 0,
    };
    let mut settled = BTreeSet::new();
    let mut rows = std::mem::take(&mut table.rows);
    for row in &mut rows {
        let computed = row
            .get(Field::Points)
            .and_then(|points| conversion.coefficient_of(points));
        match (row.get(Field::Coefficient).cloned(), computed) {
            (Some(RawValue::Decimal(written)), Some(RawValue::Decimal(computed)))
                if written != computed =>
            {
                let reason = ProblemReason::CoefficientDiffers { computed };
                let suggestion = Some(Suggestion::Use(RawValue::Decimal(computed)));
                let shown = shown_coefficient(table, sheet, row.row);
                table.problems.push(table.problem_at(
                    row.row,
                    Field::Coefficient,
                    shown,
                    reason,
                    suggestion,
                    false,
                ));
            }
            (None, Some(computed)) => {
                row.values.insert(Field::Coefficient, computed);
                facts.computed += 1;
                settled.insert(row.row);
            }
            (None, None) if row.get(Field::Points).is_some() => {
                let shown = shown_coefficient(table, sheet, row.row);
                settled.insert(row.row);
                let reason = ProblemReason::StandardPointsUnknown;
                let ask = Some(Suggestion::TellStandardPoints);
                table.problems.push(table.problem_at(
                    row.row,
                    Field::Coefficient,
                    shown,
                    reason,
                    ask,
                    true,
                ));
            }
            (Some(_), _) | (None, None) => {}
        }
    }
    table.rows = rows;
    table
        .problems
        .retain(|one| !settled.contains(&one.row) || !is_missing_result(&one.reason, one.field));
    table.catalogue = Some(facts);
}

fn is_missing_result(reason: &ProblemReason, field: Field) -> bool {
    field == Field::Coefficient && *reason == ProblemReason::FormulaWithoutValue
}

fn shown_coefficient(table: &RawTable, sheet: &Sheet, row: u32) -> String {
    let column = table.mapping.column(Field::Coefficient);
    column
        .and_then(|at| sheet.cell(row.saturating_sub(1), at))
        .map(Cell::shown)
        .unwrap_or_default()
}

fn stated(sheet: &Sheet) -> Option<Conversion> {
    let texts = sheet
        .rows
        .iter()
        .take(ROWS_LOOKED_AT)
        .flat_map(|row| &row.cells)
        .filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(text),
            _ => None,
        });
    texts.into_iter().find_map(|text| in_words(text))
}

/// "Sản phẩm chuẩn = 5 điểm = hệ số 1,00": the points, and two decimals.
fn in_words(text: &str) -> Option<Conversion> {
    let key = search_key(text);
    let after = &key[key.find("san pham chuan")?..];
    let (before_points, rest) = after.split_once("diem")?;
    let number = before_points
        .rsplit(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
        .find(|word| !word.is_empty())?;
    let standard = Decimal::parse(&parse_number(number).ok()?.sure()?)
        .ok()
        .filter(|points| *points > Decimal::ZERO)?;
    let decimals = rest.split_once("he so").and_then(|(_, coefficient)| {
        let number: String = coefficient
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
            .collect();
        let decimals = number
            .split_once([',', '.'])?
            .1
            .trim_end_matches(['.', ','])
            .len();
        u8::try_from(decimals).ok()
    });
    Some(Conversion {
        standard: Some(standard),
        source: Some(crate::text::collapse_spaces(text)),
        decimals,
    })
}

fn by_formula(sheet: &Sheet, mapping: &Mapping) -> Option<Conversion> {
    let column = mapping.column(Field::Coefficient)?;
    let formulas = sheet.rows.iter().filter_map(|row| match row.cell(column) {
        Some(Cell::Formula(formula)) if !formula.is_empty() => Some(formula),
        _ => None,
    });
    formulas.into_iter().find_map(|formula| in_formula(formula))
}

/// `ROUND(H5/5,2)`, in OpenDocument `of:=ROUND([.H5]/5;2)`.
fn in_formula(formula: &str) -> Option<Conversion> {
    let upper = formula.to_ascii_uppercase();
    let (before, rounding) = match upper.split_once("ROUND(") {
        Some((_, inner)) => inner.rsplit_once([',', ';'])?,
        None => (upper.as_str(), ""),
    };
    let divisor = before.rsplit_once('/')?.1.trim().trim_end_matches(')');
    let standard = Decimal::parse(divisor)
        .ok()
        .filter(|points| *points > Decimal::ZERO)?;
    let decimals = rounding.trim().trim_end_matches(')').trim().parse().ok();
    Some(Conversion {
        standard: Some(standard),
        source: Some(format!("={formula}")),
        decimals,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn the_standard_product_is_read_from_words_and_from_formulas() {
        let words = in_words("Sản phẩm chuẩn = 5 điểm = hệ số 1,00").unwrap();
        assert_eq!(
            (words.standard, words.decimals),
            (Some(decimal("5")), Some(2))
        );
        let formula = in_formula("of:=ROUND([.H5]/5;2)").unwrap();
        assert_eq!(
            (formula.standard, formula.decimals),
            (Some(decimal("5")), Some(2))
        );
        assert_eq!(in_formula("H5/5").unwrap().decimals, None);
        assert_eq!(in_formula("H5*2"), None);
        assert_eq!(in_words("Sản phẩm chuẩn theo quy định"), None);
    }

    #[test]
    fn a_coefficient_is_rounded_half_up_and_never_guessed() {
        let with = |decimals| Conversion {
            standard: Some(decimal("3")),
            source: None,
            decimals,
        };
        assert_eq!(
            with(Some(2)).coefficient(decimal("5")),
            Some(decimal("1.67"))
        );
        assert_eq!(
            with(Some(1)).coefficient(decimal("0.15")),
            Some(decimal("0.1"))
        );
        assert_eq!(with(None).coefficient(decimal("6")), Some(decimal("2")));
        assert_eq!(with(None).coefficient(decimal("5")), None);
        assert_eq!(Conversion::default().coefficient(decimal("5")), None);
    }
}
