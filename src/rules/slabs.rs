//! An agency's own slabs of days late with the percentage each takes off (reading R1).

use crate::domain::Decimal;

/// Deductions by days late, in order of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slabs(Vec<Slab>);

/// One slab: up to and with so many days late, so much percent is taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slab {
    /// Last day of the slab; open when nothing.
    pub to_days: Option<u32>,
    /// Percent taken off.
    pub deduction: Decimal,
}

impl Slabs {
    /// Percent taken off for so many days late; nothing for no day late.
    #[must_use]
    pub fn deduction(&self, days_late: u32) -> Decimal {
        if days_late == 0 {
            return Decimal::ZERO;
        }
        let slab = self
            .0
            .iter()
            .find(|slab| slab.to_days.is_none_or(|to| days_late <= to));
        slab.map_or(Decimal::ZERO, |slab| slab.deduction)
    }

    /// The slabs in order of days.
    #[must_use]
    pub fn slabs(&self) -> &[Slab] {
        &self.0
    }

    /// Reads `5=25;*=100`: up to 5 days 25 percent, more 100 percent.
    ///
    /// Days rise, the last slab is open (`*`), percentages lie between 0 and 100.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hundred = Decimal::from_whole(100);
        let mut slabs: Vec<Slab> = Vec::new();
        for part in text.split(';') {
            let (days, percent) = part.trim().split_once('=')?;
            let to_days = match days.trim() {
                "*" => None,
                days => Some(days.parse().ok().filter(|days| *days > 0)?),
            };
            let deduction = Decimal::parse(percent.trim()).ok()?;
            let rises = match slabs.last() {
                None => true,
                Some(last) => last
                    .to_days
                    .is_some_and(|before| to_days.is_none_or(|to| to > before)),
            };
            if !rises || deduction.is_negative() || deduction > hundred {
                return None;
            }
            slabs.push(Slab { to_days, deduction });
        }
        let closed = slabs.last().is_some_and(|last| last.to_days.is_none());
        closed.then_some(Self(slabs))
    }
}

impl std::fmt::Display for Slabs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, slab) in self.0.iter().enumerate() {
            let separator = if place == 0 { "" } else { ";" };
            match slab.to_days {
                Some(days) => write!(f, "{separator}{days}={}", slab.deduction)?,
                None => write!(f, "{separator}*={}", slab.deduction)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slabs_take_off_by_days_late() {
        let slabs = Slabs::parse("5=25;*=100").expect("slabs");
        let off = |days| slabs.deduction(days).to_string();
        assert_eq!([off(0), off(1), off(5), off(6)], ["0", "25", "25", "100"]);
        assert_eq!(slabs.to_string(), "5=25;*=100");
    }

    #[test]
    fn slabs_must_rise_and_end_open() {
        for text in [
            "",
            "5=25",
            "5=25;3=50;*=100",
            "*=25;5=50",
            "5=125;*=100",
            "0=1;*=2",
        ] {
            assert_eq!(Slabs::parse(text), None, "{text}");
        }
    }
}
