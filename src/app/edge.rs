//! The program's edge: who runs effects and knows the time.

use std::rc::Rc;

use super::{Effect, Event, Now};

/// What the program needs of its surroundings.
pub trait Edge {
    /// The time now.
    fn now(&self) -> Now;

    /// Does what an effect asks; answers, if any, come as events, later.
    fn run(&self, effect: Effect, answer: Rc<dyn Fn(Event)>);
}
