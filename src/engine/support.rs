//! The three ratings of support staff, entered by the authority (handbook, chapter III).

use crate::domain::{Decimal, SupportSheet};
use crate::rules::ComponentKind;

use super::fraction::Fraction;
use super::{Finding, SupportRating};

/// The rating a component of the support formula stands for.
#[must_use]
pub const fn rating_of(kind: ComponentKind) -> Option<SupportRating> {
    match kind {
        ComponentKind::SupportQuality => Some(SupportRating::Quality),
        ComponentKind::SupportCompliance => Some(SupportRating::Compliance),
        ComponentKind::SupportEffectiveness => Some(SupportRating::Effectiveness),
        _ => None,
    }
}

/// The entered rating in percent.
#[must_use]
pub fn entered(sheet: Option<&SupportSheet>, rating: SupportRating) -> Option<Decimal> {
    let sheet = sheet?;
    match rating {
        SupportRating::Quality => sheet.quality,
        SupportRating::Compliance => sheet.compliance,
        SupportRating::Effectiveness => sheet.effectiveness,
    }
}

/// The rating as a fraction of one, or the finding that it is missing.
pub(super) fn ratio(
    sheet: Option<&SupportSheet>,
    rating: SupportRating,
    findings: &mut Vec<Finding>,
) -> Option<Fraction> {
    let value = entered(sheet, rating);
    if value.is_none() {
        findings.push(Finding::SupportMissing { rating });
    }
    value.map(Fraction::percent)
}
