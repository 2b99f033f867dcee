//! Every time limit for complaints, with the agency's own lengths of it.

use crate::app::{Model, law};
use crate::domain::{Citation, ClockChoice, ClockChoiceId, Grade};
use crate::rules::{ClockUnit, Wording};

use super::why::cited;

/// One time limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRow {
    /// Its key: that of the time limit, or of a procedure the rules know none of.
    pub key: String,
    /// The procedure.
    pub procedure: Wording,
    /// The stage; nothing for the whole procedure.
    pub stage: Option<Wording>,
    /// As the rules have it.
    pub shipped: Option<ShippedClock>,
    /// The agency's own lengths, the latest first.
    pub own: Vec<(ClockChoiceId, ClockChoice)>,
}

/// A time limit as the rules have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShippedClock {
    /// How many days.
    pub length: u32,
    /// True when working days are counted.
    pub working_days: bool,
    /// Where it stands written.
    pub citations: Vec<(Citation, Wording)>,
    /// How binding it is.
    pub grade: Grade,
}

/// All time limits in the order of the rules.
#[must_use]
pub fn clocks(model: &Model) -> Vec<ClockRow> {
    let rules = &law().complaint;
    let mut rows = Vec::new();
    for procedure in &rules.procedures {
        let name = &procedure.basis.name;
        let before = rows.len();
        for clock in rules.clocks_of(&procedure.basis.key) {
            let basis = &clock.basis;
            rows.push(ClockRow {
                key: basis.key.clone(),
                procedure: name.clone(),
                stage: Some(basis.name.clone()),
                shipped: Some(ShippedClock {
                    length: clock.length,
                    working_days: clock.unit == ClockUnit::WorkingDays,
                    citations: cited(basis),
                    grade: basis.grade,
                }),
                own: own(model, &basis.key),
            });
        }
        if rows.len() == before {
            rows.push(ClockRow {
                key: procedure.basis.key.clone(),
                procedure: name.clone(),
                stage: None,
                shipped: None,
                own: own(model, &procedure.basis.key),
            });
        }
    }
    rows
}

fn own(model: &Model, key: &str) -> Vec<(ClockChoiceId, ClockChoice)> {
    let all = model.book.clocks.iter();
    let own = all.filter(|(_, choice)| choice.clock == key);
    let mut own: Vec<_> = own.map(|(id, choice)| (id, choice.clone())).collect();
    own.sort_by_key(|(_, choice)| std::cmp::Reverse(choice.span.from));
    own
}
