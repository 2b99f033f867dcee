//! Whose scorecard over which days, as the address says it.

use crate::domain::{Day, OfficialId, Period, Span, UnitId};

use super::Whose;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConductAsk {
    /// Whose.
    pub whose: Whose,
    /// Which days.
    pub span: ConductSpan,
}

/// Which days: a period, or days of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConductSpan {
    /// A month, quarter, half-year or year.
    Period(Period),
    /// From a first to a last day.
    Days(Day, Day),
}

impl ConductSpan {
    /// The days.
    #[must_use]
    pub fn days(self) -> Span {
        let (from, to) = match self {
            Self::Period(period) => (period.first_day(), period.last_day()),
            Self::Days(from, to) => (from, to),
        };
        Span { from, to: Some(to) }
    }

    /// As it stands in an address: `2026-Q3` or `2026-01-15_2026-02-14`.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Period(period) => period.to_string(),
            Self::Days(from, to) => [from.to_string(), to.to_string()].join("_"),
        }
    }

    /// Reads what [`ConductSpan::word`] writes; nothing for a span that ends before it begins.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let Some((from, to)) = word.split_once('_') else {
            return Period::parse(word).ok().map(Self::Period);
        };
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        (from <= to).then_some(Self::Days(from, to))
    }
}

impl Whose {
    /// As it stands in an address.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Agency => "co-quan".to_owned(),
            Self::Unit(unit) => ["don-vi-", &unit.0.to_string()].concat(),
            Self::Official(official) => ["cong-chuc-", &official.0.to_string()].concat(),
        }
    }

    /// Reads what [`Whose::word`] writes; anything else is the agency.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        let number = |text: &str| text.parse::<u32>().ok();
        let unit = word.strip_prefix("don-vi-").and_then(number);
        let official = word.strip_prefix("cong-chuc-").and_then(number);
        match (unit, official) {
            (Some(unit), _) => Self::Unit(UnitId(unit)),
            (_, Some(official)) => Self::Official(OfficialId(official)),
            _ => Self::Agency,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_reads_back_from_an_address() {
        for word in ["co-quan", "don-vi-3", "cong-chuc-12"] {
            assert_eq!(Whose::parse(word).word(), word);
        }
        assert_eq!(Whose::parse("don-vi-x"), Whose::Agency);
        for word in ["2026-08", "2026-Q3", "2026", "2026-01-15_2026-02-14"] {
            let read = ConductSpan::parse(word).map(ConductSpan::word);
            assert_eq!(read.as_deref(), Some(word));
        }
        assert_eq!(ConductSpan::parse("2026-02-14_2026-01-15"), None);
        assert_eq!(ConductSpan::parse("nay"), None);
    }
}
