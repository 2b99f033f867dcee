//! The agency's catalogue of products and works with their conversion (Điều 13).

use super::{CatalogueId, Decimal, Span};

/// One decided catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Name.
    pub name: String,
    /// Number and date of the decision.
    pub decision: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Days in force.
    pub span: Span,
    /// Points of the standard product (coefficient 1).
    pub standard_points: Decimal,
    /// Decimals the coefficient is rounded to; nothing means not rounded.
    pub coefficient_decimals: Option<u8>,
    /// Complexity groups with their point bands, at most five.
    pub bands: Vec<Band>,
}

/// One complexity group of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Name, for example "N2".
    pub name: String,
    /// Lowest points.
    pub from: Decimal,
    /// Highest points.
    pub to: Decimal,
}

/// One product or work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The catalogue it belongs to.
    pub catalogue: CatalogueId,
    /// Code as printed, for example "DC.01"; unique within its catalogue.
    pub code: String,
    /// The duty it belongs to.
    pub task: String,
    /// What is done.
    pub detail: Option<String>,
    /// What comes out.
    pub output: Option<String>,
    /// Department it is reserved for, as printed.
    pub department: Option<String>,
    /// Complexity group, as printed.
    pub band: Option<String>,
    /// Points or range of points.
    pub points: ProductPoints,
    /// Coefficient or range of coefficients to the standard product.
    pub coefficient: ProductCoefficient,
    /// Free note.
    pub note: Option<String>,
}

/// Points of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductPoints {
    /// One value.
    Fixed(Decimal),
    /// A range; the value is fixed when the task is assigned.
    Range(Decimal, Decimal),
    /// Not given in the catalogue.
    Unknown,
}

/// Coefficient of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductCoefficient {
    /// One value.
    Fixed(Decimal),
    /// A range; the value is fixed when the task is assigned.
    Range(Decimal, Decimal),
}
