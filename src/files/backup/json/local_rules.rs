//! The JSON of local criteria, tariffs and time limits.

use super::mirror::{json_enum, json_struct};
use crate::domain::{
    Conclusion, Decimal, LineId, LocalLine, LocalTariff, Span, TariffBand, TariffForm,
};

json_struct! {
    /// A set of local rules.
    LocalRulesJson for LocalRules {
        title: String,
        issuer: String,
        decision: String,
        span: Span,
        lines: Vec<LocalLine>,
        tariffs: Vec<LocalTariff>,
        conclusions: Vec<(Conclusion, Decimal)>,
    }
    /// A line of the general criteria.
    LocalLineJson for LocalLine { line: LineId, wording: String, max: Decimal }
    /// The points of a criterion of the directive.
    LocalTariffJson for LocalTariff {
        criterion: String,
        max: Decimal,
        form: TariffForm,
        proposed: Option<Decimal>,
    }
    /// An own length of a time limit.
    ClockChoiceJson for ClockChoice {
        clock: String,
        length: u32,
        working_days: bool,
        span: Span,
        issuer: String,
        document: String,
    }
    /// One band of a figure.
    TariffBandJson for TariffBand { from: Decimal, below: Option<Decimal>, points: Decimal }
}

json_enum! {
    /// How a figure becomes points.
    TariffFormJson for domain::TariffForm {
        Share,
        PerEvent(points: Decimal),
        Bands(bands: Vec<TariffBand>),
    }
}
