//! Scores of the same book under other readings or local rules, in steps short enough for a screen to stay alive.

use crate::domain::{LocalRules, LocalRulesId, OfficialId, Period, ReadingChoice};
use crate::ledger::Book;
use crate::rules::Rules;

use super::CapReport;
use super::scores::{Scores, Tallies, tallies_of};
use super::terms::TermsTable;

/// What is tried out before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trial {
    /// These choices of readings and no others.
    Readings(Vec<ReadingChoice>),
    /// These local rules and no others.
    Local(Vec<(LocalRulesId, LocalRules)>),
}

/// A full recompute under other readings or local rules that can pause between officials.
///
/// The book must not change between the first step and [`ScoresUnder::finish`].
#[derive(Debug)]
pub struct ScoresUnder<'r> {
    rules: &'r Rules,
    table: TermsTable<'r>,
    officials: Vec<OfficialId>,
    tallies: Vec<(OfficialId, Tallies)>,
}

impl<'r> ScoresUnder<'r> {
    /// Under what is tried out; nothing computed yet.
    #[must_use]
    pub fn new(book: &Book, rules: &'r Rules, trial: &Trial) -> Self {
        Self {
            rules,
            table: TermsTable::new(book, rules).under(trial),
            officials: book.officials.iter().map(|(id, _)| id).collect(),
            tallies: Vec::new(),
        }
    }

    /// Sums the tasks of further officials, about so many tasks; true when all are summed.
    pub fn step(&mut self, book: &Book, tasks: usize) -> bool {
        let mut seen = 0;
        while let Some(official) = self.officials.get(self.tallies.len()).copied() {
            if seen >= tasks {
                return false;
            }
            seen += 1 + book.assignments.of(official).count();
            let sums = tallies_of(book, &self.table, official);
            self.tallies.push((official, sums));
        }
        true
    }

    /// Percent of the officials whose tasks are summed.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let all = self.officials.len().max(1);
        u8::try_from(self.tallies.len() * 100 / all).unwrap_or(100)
    }

    /// The scores, and the cap of a year.
    #[must_use]
    pub fn finish(mut self, book: &Book, year: u16) -> (Scores, Option<CapReport>) {
        self.step(book, usize::MAX);
        let scores = Scores::from_tallies(book, self.rules, &self.table, &self.tallies);
        let terms = self.table.of(Period::Year(year));
        let cap = terms.map(|terms| scores.cap_under(book, &terms, year));
        (scores, cap)
    }
}
