//! Small comparisons shared by the tables: one field before and after.

use crate::domain::{Day, Decimal};
use crate::files::recognise::Field;

use super::report::{FieldChange, ShownValue};

/// Collects the differences between a record and its row.
#[derive(Default)]
pub(super) struct Differences(pub(super) Vec<FieldChange>, bool);

impl Differences {
    /// The differences of a record; those of a new one are not noted, as all of it is new.
    pub(super) const fn of(is_new: bool) -> Self {
        Self(Vec::new(), is_new)
    }

    fn add(&mut self, field: Field, change: impl FnOnce() -> (ShownValue, ShownValue)) {
        if !self.1 {
            let (before, after) = change();
            self.0.push(FieldChange {
                field,
                before,
                after,
            });
        }
    }

    /// Takes over a text the file gives; an empty cell leaves the record as it is.
    pub(super) fn text(&mut self, field: Field, now: &mut Option<String>, given: Option<&str>) {
        let Some(given) = given else { return };
        if now.as_deref() == Some(given) {
            return;
        }
        self.add(field, || {
            let before = now.clone().map_or(ShownValue::Empty, ShownValue::Text);
            (before, ShownValue::Text(given.to_owned()))
        });
        *now = Some(given.to_owned());
    }

    /// Takes over a day the file gives.
    pub(super) fn day(&mut self, field: Field, now: &mut Option<Day>, given: Option<Day>) {
        let Some(given) = given else { return };
        if *now == Some(given) {
            return;
        }
        self.add(field, || {
            let before = now.map_or(ShownValue::Empty, ShownValue::Day);
            (before, ShownValue::Day(given))
        });
        *now = Some(given);
    }

    /// Takes over a number the file gives.
    pub(super) fn number(&mut self, field: Field, now: &mut Decimal, given: Option<Decimal>) {
        let Some(given) = given else { return };
        if *now == given {
            return;
        }
        self.add(field, || {
            (ShownValue::Decimal(*now), ShownValue::Decimal(given))
        });
        *now = given;
    }

    /// Notes a change whose words are made elsewhere.
    pub(super) fn note(&mut self, field: Field, before: ShownValue, after: ShownValue) {
        if before != after {
            self.add(field, || (before, after));
        }
    }
}
