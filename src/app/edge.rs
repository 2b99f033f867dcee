//! The program's edge: who runs effects and knows the time.

use std::rc::Rc;

use crate::domain::Day;
use crate::ledger::Operation;
use crate::sample;

use super::{Effect, Event, Now};

/// What the program needs of its surroundings.
pub trait Edge {
    /// The time now.
    fn now(&self) -> Now;

    /// Does what an effect asks; answers, if any, come as events, later.
    fn run(&self, effect: Effect, answer: Rc<dyn Fn(Event)>);
}

/// The operation that fills an empty workspace with the sample agency, as it stands today.
#[must_use]
pub fn sample_agency(today: Day) -> Operation {
    sample::agency(
        sample::SEED,
        sample::OFFICIALS,
        sample::TASKS_PER_MONTH,
        today,
    )
}
