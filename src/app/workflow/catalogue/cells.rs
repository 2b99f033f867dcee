//! The catalogue's products as a register whose cells are entered.
//!
//! Tasks keep the coefficient they were assigned with, so a product may be corrected at any time.

use crate::domain::{
    Catalogue, CatalogueId, Month, Product, ProductCoefficient, ProductId, ProductPoints,
};
use crate::ledger::{Book, Draft, Key, Kind};
use crate::text::format_number;

use super::super::entry::{self, EntryError};
use super::super::paste::{CellField, Holds, When};
use super::super::task::Known;
use super::{Ends, code_taken, coefficient_of, converted, ends_in, in_force, points_of, suggested};

/// A cell of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProductCell {
    /// Code.
    Code,
    /// The duty.
    Task,
    /// Complexity group.
    Band,
    /// Points: one number, or a range.
    Points,
    /// Coefficient, the same way.
    Coefficient,
    /// What comes out.
    Output,
    /// Department.
    Department,
    /// Note.
    Note,
}

/// A product while its cells are entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductLine {
    id: Option<ProductId>,
    /// Nothing where no catalogue is in force: then one is made, as the handbook suggests it.
    catalogue: Option<CatalogueId>,
    facts: Catalogue,
    code: String,
    task: String,
    detail: Option<String>,
    output: Option<String>,
    department: Option<String>,
    band: Option<String>,
    points: Option<Ends>,
    coefficient: Option<Ends>,
    note: Option<String>,
}

impl CellField for ProductCell {
    type Id = ProductId;
    type Row = ProductLine;
    const KIND: Kind = Kind::Product;
    const FIELDS: &'static [Self] = &[
        Self::Code,
        Self::Task,
        Self::Band,
        Self::Points,
        Self::Coefficient,
        Self::Output,
        Self::Department,
        Self::Note,
    ];

    fn column(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Task => "task",
            Self::Band => "band",
            Self::Points => "points",
            Self::Coefficient => "coefficient",
            Self::Output => "output",
            Self::Department => "department",
            Self::Note => "note",
        }
    }

    fn holds(self) -> Holds {
        match self {
            Self::Points | Self::Coefficient => Holds::Number,
            _ => Holds::Words,
        }
    }

    fn is_unique(self) -> bool {
        self == Self::Code
    }

    fn id(number: u32) -> ProductId {
        ProductId(number)
    }

    fn row(book: &Book, id: ProductId, _month: Month) -> Option<ProductLine> {
        let product = book.products.get(id)?;
        let facts = book.catalogues.get(product.catalogue)?.clone();
        Some(ProductLine {
            id: Some(id),
            catalogue: Some(product.catalogue),
            facts,
            code: product.code.clone(),
            task: product.task.clone(),
            detail: product.detail.clone(),
            output: product.output.clone(),
            department: product.department.clone(),
            band: product.band.clone(),
            points: match product.points {
                ProductPoints::Unknown => None,
                ProductPoints::Fixed(value) => Some((value, value)),
                ProductPoints::Range(from, to) => Some((from, to)),
            },
            coefficient: match product.coefficient {
                ProductCoefficient::Fixed(value) => Some((value, value)),
                ProductCoefficient::Range(from, to) => Some((from, to)),
            },
            note: product.note.clone(),
        })
    }

    fn blank(book: &Book, when: When) -> ProductLine {
        let held = in_force(book, when.today);
        let held = held.and_then(|id| Some((id, book.catalogues.get(id)?.clone())));
        ProductLine {
            id: None,
            catalogue: held.as_ref().map(|(id, _)| *id),
            facts: held.map_or_else(|| suggested(book, when.year()), |(_, facts)| facts),
            code: String::new(),
            task: String::new(),
            detail: None,
            output: None,
            department: None,
            band: None,
            points: None,
            coefficient: None,
            note: None,
        }
    }

    fn set(
        self,
        known: &Known<'_>,
        row: &mut ProductLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let text = text.trim();
        entry::plain(text)?;
        match self {
            Self::Code => {
                let code = entry::text(text).ok_or(EntryError::Required)?;
                if code_taken(known.book(), row.id, row.catalogue, &code) {
                    return Err(EntryError::Taken(code));
                }
                row.code = code;
            }
            Self::Task => row.task = entry::text(text).ok_or(EntryError::Required)?,
            Self::Band => row.band = entry::text(text),
            Self::Points => {
                row.points = ends_in(text, when.numbers)?;
                // The coefficient follows until it is given; that of a recorded product stays.
                if row.id.is_none() {
                    row.coefficient = row.worked_out();
                }
            }
            Self::Coefficient => {
                let typed = ends_in(text, when.numbers)?.or_else(|| row.worked_out());
                row.coefficient = Some(typed.ok_or(EntryError::Required)?);
            }
            Self::Output => row.output = entry::text(text),
            Self::Department => row.department = entry::text(text),
            Self::Note => row.note = entry::text(text),
        }
        Ok(())
    }

    fn text(self, _book: &Book, row: &ProductLine) -> String {
        let words = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Code => row.code.clone(),
            Self::Task => row.task.clone(),
            Self::Band => words(&row.band),
            Self::Points => typed(row.points),
            Self::Coefficient => typed(row.coefficient),
            Self::Output => words(&row.output),
            Self::Department => words(&row.department),
            Self::Note => words(&row.note),
        }
    }

    fn missing(
        _book: &Book,
        row: &ProductLine,
        _is_new: bool,
        _given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self> {
        let needed = [
            (Self::Code, row.code.is_empty()),
            (Self::Task, row.task.is_empty()),
            (Self::Coefficient, row.coefficient.is_none()),
        ];
        let missing = needed.into_iter().filter(|(_, missing)| *missing);
        missing.map(|(field, _)| field).collect()
    }

    fn put(draft: &mut Draft<'_>, id: Option<ProductId>, row: &ProductLine) {
        // Without a coefficient a row is missing something and is not put.
        let Some(coefficient) = row.coefficient.map(coefficient_of) else {
            return;
        };
        let catalogue = row.catalogue.unwrap_or_else(|| made(draft, &row.facts));
        let product = Product {
            catalogue,
            code: row.code.clone(),
            task: row.task.clone(),
            detail: row.detail.clone(),
            output: row.output.clone(),
            department: row.department.clone(),
            band: row.band.clone(),
            points: points_of(row.points),
            coefficient,
            note: row.note.clone(),
        };
        let id = id.unwrap_or_else(|| ProductId(draft.fresh(Kind::Product)));
        draft.put(Key::Product(id), product);
    }
}

impl ProductLine {
    /// The coefficient the points come to in its catalogue.
    fn worked_out(&self) -> Option<Ends> {
        let (from, to) = self.points?;
        Some((converted(from, &self.facts)?, converted(to, &self.facts)?))
    }
}

/// The catalogue made for the first of the rows that need one.
fn made(draft: &mut Draft<'_>, facts: &Catalogue) -> CatalogueId {
    let there = draft.changes().find_map(|change| match change.key {
        Key::Catalogue(id) => Some(id),
        _ => None,
    });
    there.unwrap_or_else(|| {
        let id = CatalogueId(draft.fresh(Kind::Catalogue));
        draft.put(Key::Catalogue(id), facts.clone());
        id
    })
}

/// One number, or a range as it is typed.
fn typed(ends: Option<Ends>) -> String {
    let number = |value: crate::domain::Decimal| format_number(&value.to_string());
    match ends {
        None => String::new(),
        Some((from, to)) if from == to => number(from),
        Some((from, to)) => format!("{}–{}", number(from), number(to)),
    }
}

#[cfg(test)]
mod tests;
