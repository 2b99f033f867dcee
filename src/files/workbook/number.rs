//! Exact values as what a spreadsheet holds: doubles for cells, texts for results.

use crate::domain::{Decimal, Exact};

/// The nearest double to a decimal people typed; it prints as they typed it.
pub fn double(decimal: Decimal) -> f64 {
    decimal.to_string().parse().unwrap_or_default()
}

/// A formula's result from an exact value, to the twelfth decimal.
pub fn result(value: &Exact) -> String {
    let text = value.truncated(12);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

/// As [`result`], empty when there is no value.
pub fn result_or_empty(value: Option<&Exact>) -> String {
    value.map(result).unwrap_or_default()
}

/// A formula's result cut to the printed decimals, empty when there is no value.
pub fn shown_or_empty(value: Option<&Exact>, decimals: u32) -> String {
    let cut = value.and_then(|value| Exact::parse(&value.truncated(decimals)).ok());
    result_or_empty(cut.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_cut_and_plain() {
        let value = Exact::ratio(6025, 72);
        assert_eq!(result(&value), "83.680555555555");
        assert_eq!(shown_or_empty(Some(&value), 2), "83.68");
        assert_eq!(result(&Exact::whole(90)), "90");
        assert_eq!(shown_or_empty(None, 2), "");
    }
}
