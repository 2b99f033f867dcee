//! Since when the registers are kept that events are counted from.
//!
//! Nothing recorded means that nothing happened only where the register is kept, and a register
//! is kept from the first day with anything in it: of complaints whatever they are about and
//! whatever became of them, of incidents likewise. One register says nothing about another: a
//! complaint received does not tell that incidents are written down.

use crate::domain::{Day, TaskEventKind};
use crate::ledger::Book;
use crate::rules::DirectiveMeasure;

/// A register that events are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// Complaints and reports.
    Complaints,
    /// Incidents.
    Incidents,
    /// Reminders in the life of tasks.
    Reminders,
}

impl Register {
    /// The registers that must be kept before no event of a measure means that none happened.
    ///
    /// Complaints under a criterion of incidents count as well, but what it is measured by is
    /// the register of incidents. Hand-backs stand in the register of tasks itself.
    pub(super) const fn needed(measure: DirectiveMeasure) -> &'static [Self] {
        match measure {
            DirectiveMeasure::SubstantiatedComplaints => &[Self::Complaints],
            DirectiveMeasure::Reminders => &[Self::Reminders, Self::Incidents],
            DirectiveMeasure::HandBacksWithoutReason | DirectiveMeasure::ConfirmedIncidents => {
                &[Self::Incidents]
            }
            _ => &[],
        }
    }
}

/// The first day with anything in each register.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Registers {
    complaints: Option<Day>,
    incidents: Option<Day>,
    reminders: Option<Day>,
}

impl Registers {
    pub(super) fn of(book: &Book) -> Self {
        let events = book.assignments.iter().flat_map(|(_, task)| &task.events);
        let reminders = events
            .filter(|event| matches!(event.kind, TaskEventKind::Reminder { .. }))
            .map(|event| event.on);
        Self {
            complaints: book.complaints.iter().map(|(_, it)| it.received).min(),
            incidents: book.incidents.iter().map(|(_, it)| it.on).min(),
            reminders: reminders.min(),
        }
    }

    /// True when a register was kept by a day.
    pub(super) fn kept(&self, register: Register, by: Day) -> bool {
        let first = match register {
            Register::Complaints => self.complaints,
            Register::Incidents => self.incidents,
            Register::Reminders => self.reminders,
        };
        first.is_some_and(|first| first <= by)
    }
}
