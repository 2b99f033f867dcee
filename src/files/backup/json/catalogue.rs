//! The JSON of catalogues and products.

use super::mirror::{json_enum, json_struct};
use crate::domain::{Band, CatalogueId, Decimal, ProductCoefficient, ProductPoints, Span};

json_struct! {
    /// A catalogue.
    CatalogueJson for Catalogue {
        name: String,
        decision: Option<String>,
        issuer: Option<String>,
        span: Span,
        standard_points: Decimal,
        coefficient_decimals: Option<u8>,
        bands: Vec<Band>,
    }
    /// A complexity group.
    BandJson for Band { name: String, from: Decimal, to: Decimal }
    /// A product.
    ProductJson for Product {
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

json_enum! {
    /// Points of a product.
    ProductPointsJson for domain::ProductPoints {
        Fixed(points: Decimal),
        Range(from: Decimal, to: Decimal),
        Unknown,
    }
    /// Coefficient of a product.
    ProductCoefficientJson for domain::ProductCoefficient {
        Fixed(coefficient: Decimal),
        Range(from: Decimal, to: Decimal),
    }
}
