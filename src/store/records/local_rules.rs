//! Stored forms of local criteria, tariffs and time limits.

use super::mirror::{stored_enum, stored_struct};
use crate::domain::{
    Conclusion, Decimal, LineId, LocalLine, LocalTariff, Span, TariffBand, TariffForm,
};

stored_struct! {
    /// A set of local rules.
    LocalRulesRecord for LocalRules {
        title: String,
        issuer: String,
        decision: String,
        span: Span,
        lines: Vec<LocalLine>,
        tariffs: Vec<LocalTariff>,
        conclusions: Vec<(Conclusion, Decimal)>,
    }
    /// A line of the general criteria.
    LocalLineRecord for LocalLine { line: LineId, wording: String, max: Decimal }
    /// The points of a criterion of the directive.
    LocalTariffRecord for LocalTariff {
        criterion: String,
        max: Decimal,
        form: TariffForm,
        proposed: Option<Decimal>,
    }
    /// An own length of a time limit.
    ClockChoiceRecord for ClockChoice {
        clock: String,
        length: u32,
        working_days: bool,
        span: Span,
        issuer: String,
        document: String,
    }
    /// One band of a figure.
    TariffBandRecord for TariffBand { from: Decimal, below: Option<Decimal>, points: Decimal }
}

stored_enum! {
    /// How a figure becomes points.
    TariffFormRecord for domain::TariffForm {
        Share,
        PerEvent(points: Decimal),
        Bands(bands: Vec<TariffBand>),
    }
}
