//! Stored forms of catalogues and products.

use super::mirror::{stored_enum, stored_struct};
use crate::domain::{Band, CatalogueId, Decimal, ProductCoefficient, ProductPoints, Span};

stored_struct! {
    /// A catalogue.
    CatalogueRecord for Catalogue {
        name: String,
        decision: Option<String>,
        issuer: Option<String>,
        span: Span,
        standard_points: Decimal,
        coefficient_decimals: Option<u8>,
        bands: Vec<Band>,
    }
    /// A complexity group.
    BandRecord for Band { name: String, from: Decimal, to: Decimal }
    /// A product.
    ProductRecord for Product {
        catalogue: CatalogueId,
        code: String,
        task: String,
        detail: Option<String>,
        output: Option<String>,
        department: Option<String>,
        band: Option<String>,
        points: ProductPoints,
        coefficient: ProductCoefficient,
        note: Option<String>,
    }
}

stored_enum! {
    /// Points of a product.
    ProductPointsRecord for domain::ProductPoints {
        Fixed(points: Decimal),
        Range(from: Decimal, to: Decimal),
        Unknown,
    }
    /// Coefficient of a product.
    ProductCoefficientRecord for domain::ProductCoefficient {
        Fixed(coefficient: Decimal),
        Range(from: Decimal, to: Decimal),
    }
}
