//! In which period a task counts (R9, and the last deadline of a year).

use crate::domain::{Assignment, Day, Month, Period, Tracking};
use crate::rules::Spanning;

use super::terms::TermsTable;

/// The months a task counts in, an equal share in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// First month.
    pub first: Month,
    /// Number of months; more than one only when lines are split by shares (R9).
    pub months: u32,
}

impl Placement {
    /// The periods it counts in, with the number of its shares that fall in each.
    pub fn shares(self, tracking: Tracking) -> impl Iterator<Item = (Period, u32)> {
        let mut month = self.first;
        let mut left = self.months;
        std::iter::from_fn(move || {
            if left == 0 {
                return None;
            }
            let period = period_of(month, tracking);
            let mut here = 0;
            while left > 0 && period_of(month, tracking) == period {
                here += 1;
                left -= 1;
                month = month.next();
            }
            Some((period, here))
        })
    }
}

/// The tracked period a month lies in.
#[must_use]
pub const fn period_of(month: Month, tracking: Tracking) -> Period {
    match tracking {
        Tracking::Monthly => Period::Month(month),
        Tracking::Quarterly => Period::quarter_of(month),
    }
}

/// The tracked periods of a year.
#[must_use]
pub fn periods_of(year: u16, tracking: Tracking) -> Vec<Period> {
    let mut periods: Vec<Period> = Month::all_of(year)
        .map(|month| period_of(month, tracking))
        .collect();
    periods.dedup();
    periods
}

/// Where a task counts; nothing when it has neither a deadline nor a day of assignment.
///
/// The month is that of the deadline in force, or of the assignment where there is none.
/// Deadlines after the last one counted in a year move to the first month of the next.
#[must_use]
pub fn place(task: &Assignment, table: &TermsTable) -> Option<Placement> {
    let Some(deadline) = task.deadline() else {
        return task.assigned_on.map(|day| Placement {
            first: Month::of(day),
            months: 1,
        });
    };
    let month = counted_month(deadline, table);
    let whole = Placement {
        first: month,
        months: 1,
    };
    let Some(assigned) = task.assigned_on.map(Month::of).filter(|from| *from < month) else {
        return Some(whole);
    };
    if month != Month::of(deadline) {
        return Some(whole);
    }
    let terms = table.of(period_of(month, table.tracking()));
    let split = terms.is_some_and(|terms| terms.spanning == Spanning::ByShares);
    if !split {
        return Some(whole);
    }
    Some(Placement {
        first: assigned,
        months: month.ordinal() - assigned.ordinal() + 1,
    })
}

fn counted_month(deadline: Day, table: &TermsTable) -> Month {
    let month = Month::of(deadline);
    if table
        .last_counted(month.year())
        .is_none_or(|last| deadline <= last)
    {
        return month;
    }
    let last = Period::Year(month.year()).last_day();
    Month::of(last.succ_opt().unwrap_or(last))
}
