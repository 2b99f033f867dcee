//! When a copy is due, before what one is made, and how urgent a reminder is.

use crate::ledger::{Action, Kind, Moment};

/// Minutes after which an action that no copy holds is copied to the folder.
pub const COPY_AFTER_MINUTES: i64 = 5;
/// Actions no copy holds after which they are copied to the folder without waiting.
pub const COPY_AFTER_ACTIONS: usize = 50;
/// Minutes after which a copy that failed is tried again.
pub const TRY_AGAIN_AFTER_MINUTES: i64 = 1;
/// Days without a copy after which a reminder is gentle, firm, urgent.
pub const REMIND_AFTER_DAYS: [i64; 3] = [1, 3, 7];

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// What no copy holds yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uncopied {
    /// How many actions.
    pub actions: usize,
    /// When the first of them was done.
    pub first: Option<Moment>,
}

/// True when enough was done, or long enough ago, for a copy in the folder.
///
/// When the first action lies in the future, the clock was set back: how long ago it was is
/// not known, so the copy is due.
#[must_use]
pub fn is_due(uncopied: Uncopied, now: Moment) -> bool {
    let Some(first) = uncopied.first else {
        return false;
    };
    let waits = 0..COPY_AFTER_MINUTES * MINUTE;
    uncopied.actions >= COPY_AFTER_ACTIONS || !waits.contains(&(now.0 - first.0))
}

/// True when a copy that failed at `tried` may be tried again.
#[must_use]
pub fn may_try_again(tried: Option<Moment>, now: Moment) -> bool {
    let waits = 0..TRY_AGAIN_AFTER_MINUTES * MINUTE;
    tried.is_none_or(|tried| !waits.contains(&(now.0 - tried.0)))
}

/// True for actions before which a copy is made: imports, restores and changes of the rules.
#[must_use]
pub const fn wants_copy_before(action: &Action) -> bool {
    match action {
        Action::Import { .. } | Action::Restore | Action::ChooseReading => true,
        Action::Add(kind) | Action::Edit(kind) | Action::Remove(kind) => is_rule(*kind),
        Action::Paste(kind) | Action::Replace(kind) | Action::Fill(kind) => {
            matches!(kind, Kind::Product)
        }
        _ => false,
    }
}

/// Records that say how everybody is scored or what is due when. A single product is not among them: whoever goes
/// through a catalogue line by line would have a copy made of every line.
const fn is_rule(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Agency
            | Kind::Catalogue
            | Kind::Reading
            | Kind::Calendar
            | Kind::LocalRules
            | Kind::Clock
    )
}

/// The step of an age that is shown: a minute within the hour, an hour within the day, a day.
#[must_use]
pub const fn age_step(since: Moment, now: Moment) -> (u8, i64) {
    let minutes = (now.0 - since.0) / MINUTE;
    match minutes {
        ..=0 => (0, 0),
        1..60 => (1, minutes),
        60..1440 => (2, minutes / 60),
        _ => (3, minutes / 1440),
    }
}

/// How urgent a reminder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// A word.
    Gentle,
    /// A warning.
    Firm,
    /// As loud as a failure.
    Urgent,
}

/// The reminder where no folder takes the copies: it grows with the age of the last copy, or
/// of the first action when there is none. Nothing while every action is in some copy.
#[must_use]
pub fn reminder(uncopied: Uncopied, last: Option<Moment>, now: Moment) -> Option<Urgency> {
    let since = last.or(uncopied.first)?;
    if uncopied.actions == 0 {
        return None;
    }
    let age = now.0 - since.0;
    let [gentle, firm, urgent] = REMIND_AFTER_DAYS.map(|days| days * DAY);
    match age {
        // The clock was set back: how old the copy is, nobody knows.
        ..0 => Some(Urgency::Gentle),
        _ if age >= urgent => Some(Urgency::Urgent),
        _ if age >= firm => Some(Urgency::Firm),
        _ if age >= gentle => Some(Urgency::Gentle),
        _ => None,
    }
}
