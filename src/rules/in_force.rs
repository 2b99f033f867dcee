//! The rules in force on a day, and the plain answer where there are none to compute with.

use std::sync::Arc;

use thiserror::Error;

use super::basis::{Basis, Figure, Principle};
use super::chosen::{ChosenReadings, ReadingFinding};
use super::class::ClassRules;
use super::criteria::{CriteriaLine, CriteriaSection};
use super::formula::TaskRules;
use super::handbook::CatalogueDefaults;
use super::organisation::OrganisationRules;
use super::procedure::{PrincipleId, ProcedureRules};
use super::reading::{Reading, ReadingId};
use crate::domain::{Day, LineId, ReadingChoice, Span};

/// All rules by which civil servants are evaluated, unchanged over the days of its span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CivilServantRules {
    /// The instrument's rule set these rules belong to.
    pub basis: Arc<Basis>,
    /// The days on which exactly these rules hold.
    pub span: Span,
    /// Points of the general criteria: 30 (Điều 12.2).
    pub general_points: Figure,
    /// Points of the whole scale: 100 (Điều 12).
    pub scale: Figure,
    /// Sections of the general criteria with their lines (Phụ lục I, Mẫu số 01).
    pub sections: Vec<CriteriaSection>,
    /// How a task result is formed (Điều 14 to 17).
    pub task: TaskRules,
    /// How a year's mean becomes a class (Điều 11, 20).
    pub class: ClassRules,
    /// How organisations are classified (Điều 5 to 9).
    pub organisation: OrganisationRules,
    /// Days, clocks, steps and papers (Điều 19 to 26).
    pub procedure: ProcedureRules,
    /// Defaults of an empty catalogue (handbook).
    pub catalogue: CatalogueDefaults,
    /// Open questions in order.
    pub readings: Vec<Reading>,
    /// Rules without a number.
    pub principles: Vec<Principle>,
}

/// The evaluated time lies outside what this program computes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{day} is not computed: it does not fall under an instrument whose rules are at hand")]
pub struct NotComputed {
    /// The first day of what was asked for.
    pub day: Day,
    /// Key of the instrument that governs it, where it is known.
    pub instrument: Option<String>,
}

/// One instrument's rules for civil servants and whether they are computed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    /// Legal basis; its span is the days it governs.
    pub basis: Arc<Basis>,
    /// Key of the instrument.
    pub instrument: String,
    /// False for history that is only recorded and shown.
    pub computed: bool,
}

impl CivilServantRules {
    /// The lines of the general criteria in printed order.
    pub fn lines(&self) -> impl Iterator<Item = &CriteriaLine> {
        self.sections.iter().flat_map(|section| &section.lines)
    }

    /// One line of the general criteria.
    #[must_use]
    pub fn line(&self, id: LineId) -> Option<&CriteriaLine> {
        self.lines().find(|line| line.id == id)
    }

    /// The basis of a rule without a number.
    #[must_use]
    pub fn principle(&self, id: PrincipleId) -> &Arc<Basis> {
        let found = self.principles.iter().find(|p| p.basis.key == id.key());
        &found
            .expect("the loader refuses rules without all principles")
            .basis
    }

    /// One open question.
    #[must_use]
    pub fn reading(&self, id: ReadingId) -> &Reading {
        let found = self.readings.iter().find(|reading| reading.id == id);
        found.expect("the loader refuses rules without all readings")
    }

    /// The readings to score with on a day; choices that cannot be understood come back as
    /// findings and are passed over.
    #[must_use]
    pub fn choose(
        &self,
        choices: &[ReadingChoice],
        day: Day,
    ) -> (ChosenReadings, Vec<ReadingFinding>) {
        ChosenReadings::resolve(&self.readings, choices, day)
    }

    /// The shipped defaults of all readings.
    #[must_use]
    pub fn default_readings(&self) -> ChosenReadings {
        self.choose(&[], self.span.from).0
    }
}
