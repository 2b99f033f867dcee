//! The law as dated data: instruments, criteria, thresholds, readings, calendars.
//!
//! No number of the law stands in code. Every entry of `data/*.toml` carries its citation,
//! how binding it is, the days it is in force and the day it was last verified; loading
//! reports all faults at once, and for every day there is exactly one rule set or a plain
//! [`NotComputed`], never a wrong one.

mod assemble;
mod basis;
mod calendar;
mod check;
mod chosen;
mod citation;
mod class;
mod complaint;
mod criteria;
mod directive;
mod discipline;
mod entry;
mod fault;
mod formula;
mod handbook;
mod in_force;
mod instrument;
mod load;
mod local;
mod organisation;
mod personnel;
mod procedure;
mod reading;
mod slabs;

use std::sync::OnceLock;

pub use basis::{Basis, Count, Figure, Principle, Wording};
pub use calendar::{
    CalendarDay, CalendarDayKind, CalendarYear, RestDay, ShippedCalendar, WorkingCalendar,
};
pub use chosen::{ChosenReadings, ReadingFinding};
pub use citation::parse_citation;
pub use class::{ClassFigure, ClassRules, GateRule, Threshold};
pub use complaint::{
    ClockStart, ClockUnit, ComplaintClock, ComplaintProcedure, ComplaintRules, ComplaintSubject,
    ComplaintTariff, IncidentTariff,
};
pub use criteria::{CriteriaLine, CriteriaSection, LOCAL_INSTRUMENT, local_sections};
pub use directive::{
    DirectiveCriterion, DirectiveFeed, DirectiveMeasure, DirectiveScope, DirectiveTariff,
};
pub use discipline::DisciplineForm;
pub use entry::RegisteredRule;
pub use fault::{FaultReason, RulesFault, RulesFaults};
pub use formula::{Component, ComponentKind, Formula, LeadershipRule, TaskRules};
pub use handbook::{CatalogueDefaults, SuggestedBand};
pub use in_force::{CivilServantRules, NotComputed, RuleSet};
pub use instrument::Instrument;
pub use local::{BandFault, LocalFault, band_faults, check_local, fed_lines, fits, section_sum};
pub use organisation::{ConditionKind, OrganisationCondition, OrganisationRules};
pub use personnel::{PersonnelCondition, PersonnelKind};
pub use procedure::{
    PrincipleId, ProcedureRules, ProcedureStep, ResultCycle, ResultUse, YearlyDay,
};
pub use reading::{
    CapBase, CapRounding, Denominator, EmptyMonth, Excess, LateUnit, OptionEffect, QuarterForm,
    Reading, ReadingId, ReadingOption, Spanning, UnfinishedLate,
};
pub use slabs::{Slab, Slabs};

use crate::domain::{Citation, Day, DisciplineSide, Month, Period};

/// All rules of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// Instruments of law.
    pub instruments: Vec<Instrument>,
    /// Which instrument governs which days, and whether it is computed here.
    pub rule_sets: Vec<RuleSet>,
    /// The working-day calendar.
    pub calendar: ShippedCalendar,
    /// Complaints and lateness.
    pub complaint: ComplaintRules,
    /// The directive's criteria in order.
    pub directive: Vec<DirectiveCriterion>,
    /// Documented conditions for personnel work.
    pub personnel: Vec<PersonnelCondition>,
    /// Forms of discipline, old and new.
    pub discipline_forms: Vec<DisciplineForm>,
    in_force: Vec<CivilServantRules>,
    register: Vec<RegisteredRule>,
}

impl Rules {
    /// Parses the shipped data.
    ///
    /// # Errors
    /// [`RulesFaults`] with everything that is wrong; a test keeps the shipped data free of it.
    pub fn shipped() -> Result<Self, RulesFaults> {
        load::load(&load::SHIPPED)
    }

    /// The shipped rules, parsed once.
    ///
    /// # Errors
    /// The same faults as [`Rules::shipped`].
    pub fn shipped_ref() -> Result<&'static Self, &'static RulesFaults> {
        static SHIPPED: OnceLock<Result<Rules, RulesFaults>> = OnceLock::new();
        SHIPPED.get_or_init(Self::shipped).as_ref()
    }

    /// The shipped data files as name and text, to show or to add an agency's own file to.
    #[must_use]
    pub const fn shipped_texts() -> &'static [(&'static str, &'static str)] {
        &load::SHIPPED
    }

    /// Parses rules from data files given as name and text.
    ///
    /// # Errors
    /// [`RulesFaults`] with everything that is wrong.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, RulesFaults> {
        load::load(files)
    }

    /// The rules for civil servants in force on a day.
    ///
    /// # Errors
    /// [`NotComputed`] for a day that no computed instrument governs.
    pub fn on(&self, day: Day) -> Result<&CivilServantRules, NotComputed> {
        let found = self.in_force.iter().find(|rules| rules.span.contains(day));
        found.ok_or_else(|| NotComputed {
            day,
            instrument: self.governing(day).map(|set| set.instrument.clone()),
        })
    }

    /// The rules of a period: those in force on its first day.
    ///
    /// # Errors
    /// [`NotComputed`] for a period that no computed instrument governs.
    pub fn for_period(&self, period: Period) -> Result<&CivilServantRules, NotComputed> {
        self.on(period.first_day())
    }

    /// The rules of an evaluated year: those in force on its first day.
    ///
    /// # Errors
    /// [`NotComputed`] for a year that no computed instrument governs, such as 2025.
    pub fn for_year(&self, year: u16) -> Result<&CivilServantRules, NotComputed> {
        self.for_period(Period::Year(year))
    }

    /// The rules of a month.
    ///
    /// # Errors
    /// [`NotComputed`] for a month that no computed instrument governs.
    pub fn for_month(&self, month: Month) -> Result<&CivilServantRules, NotComputed> {
        self.for_period(Period::Month(month))
    }

    /// All stretches of days with unchanged rules, in order.
    #[must_use]
    pub fn in_force(&self) -> &[CivilServantRules] {
        &self.in_force
    }

    /// The instrument that governs a day, computed here or not.
    #[must_use]
    pub fn governing(&self, day: Day) -> Option<&RuleSet> {
        self.rule_sets
            .iter()
            .find(|set| set.basis.span.contains(day))
    }

    /// The instrument with this key.
    #[must_use]
    pub fn instrument(&self, key: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|i| i.key == key)
    }

    /// The instrument a citation names.
    #[must_use]
    pub fn cited(&self, citation: &Citation) -> Option<&Instrument> {
        self.instrument(&citation.instrument)
    }

    /// One criterion of the directive by its key, for example `CT.9`.
    #[must_use]
    pub fn directive_criterion(&self, key: &str) -> Option<&DirectiveCriterion> {
        self.directive.iter().find(|c| c.basis.key == key)
    }

    /// The forms of discipline that exist on a day, mildest first.
    #[must_use]
    pub fn discipline_forms_on(&self, side: DisciplineSide, day: Day) -> Vec<&DisciplineForm> {
        let mut forms: Vec<&DisciplineForm> = self
            .discipline_forms
            .iter()
            .filter(|form| form.side == side && form.basis.span.contains(day))
            .collect();
        forms.sort_by_key(|form| form.severity);
        forms
    }

    /// The form of discipline a stored key means on a day.
    #[must_use]
    pub fn discipline_form(
        &self,
        side: DisciplineSide,
        form: &str,
        day: Day,
    ) -> Option<&DisciplineForm> {
        let all = self.discipline_forms_on(side, day);
        all.into_iter().find(|entry| entry.form == form)
    }

    /// Every rule of every file with its basis, in the order of the files.
    #[must_use]
    pub fn register(&self) -> &[RegisteredRule] {
        &self.register
    }

    /// The basis of the rule with this key in force on a day.
    #[must_use]
    pub fn basis(&self, key: &str, day: Day) -> Option<&Basis> {
        let found = self
            .register
            .iter()
            .find(|rule| rule.basis.key == key && rule.basis.span.contains(day));
        found.map(|rule| &*rule.basis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_data_are_without_fault() {
        if let Err(faults) = Rules::shipped() {
            panic!("{faults}");
        }
    }
}
