//! Confirmed periods: two units have had their months confirmed, as the engine scores them.

use chrono::Days;

use super::cast::{Cast, Person};
use super::{Maker, YEAR};
use crate::domain::{Confirmation, Month, Period, Role};
use crate::engine::{LOCAL_RULES, ScoreState, Scores, TermsTable};
use crate::ledger::{Book, Change, Key, Operation};
use crate::rules::Rules;

/// Places in the list of units: the office and the one-stop centre.
const CONFIRMING_UNITS: [usize; 2] = [1, 4];
/// Months confirmed at most.
const CONFIRMED_MONTHS: usize = 9;
/// Days after a month's end on which its scores are confirmed.
const CONFIRMED_AFTER: u64 = 5;

impl Maker<'_> {
    /// Adds confirmations to an operation that holds everything else.
    pub(super) fn confirm(&self, operation: &mut Operation, cast: &Cast) {
        let mut book = Book::default();
        let (Ok(rules), Ok(())) = (Rules::shipped_ref(), book.apply(operation)) else {
            return;
        };
        let scores = Scores::full(&book, rules);
        let table = TermsTable::new(&book, rules);
        let units = CONFIRMING_UNITS.map(|at| cast.units[at]);
        for month in Month::all_of(YEAR).take(CONFIRMED_MONTHS) {
            let on = month.last_day() + Days::new(CONFIRMED_AFTER);
            if on > self.until {
                break;
            }
            let staff =
                |person: &&Person| units.contains(&person.unit) && person.role != Role::Support;
            for person in cast.people.iter().filter(staff) {
                let key = Key::Confirmation(person.id, Period::Month(month));
                if let Some(mut record) = confirmation(&book, &table, &scores, person, month) {
                    record.on = on;
                    if person.story == "complained" && month.number() == 9 {
                        let reason = "Bổ sung nguyên nhân khách quan đã được xác nhận";
                        record.unlocked = Some((self.until, reason.to_owned()));
                    }
                    operation.changes.push(Change {
                        key,
                        before: None,
                        after: Some(record.into()),
                    });
                }
            }
        }
    }
}

/// The frozen figures of a month that has a score.
fn confirmation(
    book: &Book,
    table: &TermsTable,
    scores: &Scores,
    person: &Person,
    month: Month,
) -> Option<Confirmation> {
    let period = Period::Month(month);
    let found = scores.numbers(book, table, person.id, period);
    if found.state != ScoreState::Computed {
        return None;
    }
    let terms = table.of(period)?;
    let readings = terms.chosen.iter();
    let readings = readings.map(|option| (option.reading.key().to_owned(), option.key.clone()));
    let local = terms.local_rules();
    let local = local.map(|cited| (LOCAL_RULES.to_owned(), cited.to_owned()));
    Some(Confirmation {
        version: 1,
        on: month.last_day(),
        by: "Chủ tịch UBND xã".to_owned(),
        total: found.total?.reduced(),
        general: found.general?.exact(),
        result: found.result?.reduced(),
        class: found.class?,
        readings: readings.chain(local).collect(),
        unlocked: None,
    })
}
