//! The sums of a period's tasks, as integers: the denominators and numerators of a, b and c.

use super::line::LineFigures;

/// Sums over the tasks of one official in one period.
///
/// All sums share one scale: a whole converted quantity is `10^12 · parts`, where `parts`
/// grows only when lines are split by shares (R9). Quality and schedule are further in
/// parts of the terms' unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Number of lines.
    pub lines: u32,
    /// Number of lines in the denominators.
    pub planned_lines: u32,
    /// Σ k·g of planned lines.
    pub assigned: i128,
    /// Σ k·h.
    pub completed: i128,
    /// Σ k·h·q.
    pub quality: i128,
    /// Σ k·h·t.
    pub schedule: i128,
    /// Parts a whole line is divided into.
    pub parts: i128,
    /// True when a sum went beyond what is added exactly; there is no score then.
    pub too_large: bool,
}

/// Millionths of millionths in one.
pub const SCALE: i128 = 1_000_000_000_000;

impl Default for Tally {
    fn default() -> Self {
        Self {
            lines: 0,
            planned_lines: 0,
            assigned: 0,
            completed: 0,
            quality: 0,
            schedule: 0,
            parts: 1,
            too_large: false,
        }
    }
}

/// The product; nothing when it does not fit. What fits in machine words is quick.
fn product(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b),
    }
}

impl Tally {
    /// Adds `shares` of `of` equal shares of a line.
    pub fn add(&mut self, line: &LineFigures, shares: u32, of: u32) {
        if self.try_add(line, shares, of).is_none() {
            self.too_large = true;
        }
    }

    fn try_add(&mut self, line: &LineFigures, shares: u32, of: u32) -> Option<()> {
        self.lines += 1;
        self.planned_lines += u32::from(line.planned);
        let weight = if shares == of {
            self.parts
        } else {
            self.divide(i128::from(of))?;
            self.parts / i128::from(of) * i128::from(shares)
        };
        let completed = product(line.completed, weight)?;
        if line.planned {
            let assigned = product(line.assigned, weight)?;
            self.assigned = self.assigned.checked_add(assigned)?;
        }
        self.completed = self.completed.checked_add(completed)?;
        self.quality = self
            .quality
            .checked_add(product(completed, line.quality)?)?;
        self.schedule = self
            .schedule
            .checked_add(product(completed, line.schedule)?)?;
        Some(())
    }

    /// Makes the parts divisible by `of`.
    fn divide(&mut self, of: i128) -> Option<()> {
        let factor = of / num_integer::gcd(of, self.parts);
        if factor != 1 {
            for sum in [
                &mut self.parts,
                &mut self.assigned,
                &mut self.completed,
                &mut self.quality,
                &mut self.schedule,
            ] {
                *sum = sum.checked_mul(factor)?;
            }
        }
        Some(())
    }

    /// The same sums with their common powers of ten taken out, so that ratios stay small.
    #[must_use]
    pub fn lean(&self) -> Self {
        let mut lean = self.clone();
        for power in [1_000_000, 1_000] {
            let sums = [lean.assigned, lean.completed, lean.quality, lean.schedule];
            if sums.iter().all(|sum| sum % power == 0) {
                lean.assigned /= power;
                lean.completed /= power;
                lean.quality /= power;
                lean.schedule /= power;
            }
        }
        lean
    }
}
