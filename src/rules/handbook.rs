//! The handbook's starting point for a catalogue, until the agency decides its own.

use std::sync::Arc;

use super::basis::{Basis, Figure};
use super::entry::DataFile;
use crate::domain::{Band, Decimal};

/// One complexity group the handbook suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedBand {
    /// Basis, grade G.
    pub basis: Arc<Basis>,
    /// Name and points.
    pub band: Band,
}

/// Defaults of an empty catalogue (Điều 13, handbook).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueDefaults {
    /// Suggested groups in order.
    pub bands: Vec<SuggestedBand>,
    /// Points of the standard product.
    pub standard_points: Figure,
    /// Decimals of the coefficient.
    pub coefficient_decimals: super::basis::Count,
}

pub(super) fn read_bands(file: &mut DataFile) -> Vec<SuggestedBand> {
    file.read("band", |entry| {
        let (basis, name) = (entry.basis(), entry.text("group"));
        let (from, to): (_, Option<Decimal>) =
            (entry.decimal("points_from"), entry.decimal("points_to"));
        Some(SuggestedBand {
            basis: basis?,
            band: Band {
                name: name?,
                from: from?,
                to: to?,
            },
        })
    })
}
