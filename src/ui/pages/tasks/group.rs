//! The headings of groups in the register of tasks, and the words of what tasks are grouped by.

use crate::app::view::arrange::GroupLine;
use crate::app::view::tasks::{Standing, TaskColumn, TaskTotal};
use crate::app::workflow::task::TaskField;
use crate::domain::{Decimal, Exact};
use crate::i18n::register::RegisterMessage;
use crate::i18n::task::TaskMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::RowView;
use crate::ui::register::Register;

/// The heading of a group.
pub(super) fn heading(group: &GroupLine<TaskTotal>, register: Register, locale: Locale) -> RowView {
    let total = &group.total;
    let sum = |millionths: i128| {
        let exact = Exact::ratio(millionths, i128::from(Decimal::SCALE));
        format::points(&exact, decimals(millionths), locale)
    };
    let share = Exact::ratio(wide(total.late), wide(group.count).max(1));
    let facts = [
        RegisterMessage::Assigned {
            sum: sum(total.assigned),
        },
        RegisterMessage::Completed {
            sum: sum(total.completed),
        },
        RegisterMessage::Late {
            count: format::count(total.late, locale),
            share: format::percent(&share, locale),
        },
    ];
    register.heading(group, facts.map(|fact| fact.say(locale)))
}

fn wide(count: usize) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}

/// Decimals a sum needs, none when it is whole.
fn decimals(millionths: i128) -> u32 {
    let mut rest = millionths % i128::from(Decimal::SCALE);
    let mut decimals = 0;
    while rest != 0 {
        rest = rest * 10 % i128::from(Decimal::SCALE);
        decimals += 1;
    }
    decimals
}

/// The words of a value a filter keeps: the text itself, or what its number stands for.
pub(super) fn word(column: &str, key: &str, locale: Locale) -> String {
    let numbered = || key.parse::<usize>().ok();
    match TaskColumn::from_key(column) {
        Some(TaskColumn::Status) => numbered()
            .and_then(|number| Standing::ALL.get(number))
            .map(|standing| TaskMessage::from(*standing).say(locale)),
        Some(TaskColumn::Field(TaskField::Origin)) => numbered()
            .and_then(|number| TaskColumn::ORIGINS.get(number))
            .map(|origin| TaskMessage::from(*origin).say(locale)),
        _ => Some(key.to_owned()),
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_with_the_decimals_they_have() {
        assert_eq!([3_000_000, 2_500_000, 1].map(decimals), [0, 1, 6]);
    }

    #[test]
    fn values_kept_as_numbers_have_words() {
        let named = |column: &str, key: &str| word(column, key, Locale::En);
        assert_eq!(named("official", "An"), "An");
        assert_eq!(named("status", "0"), "Overdue");
        assert_eq!(named("origin", "2"), "Unplanned");
    }
}
