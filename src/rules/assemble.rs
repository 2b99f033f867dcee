//! Puts rule sets together from dated entries: exactly one entry for each place on each day.

use std::sync::Arc;

use super::basis::{Basis, Count, Figure, Principle};
use super::class::{ClassFigure, ClassRules, GateRule, Threshold};
use super::criteria::{CriteriaLine, CriteriaSection};
use super::entry::Intake;
use super::fault::FaultReason;
use super::formula::{Formula, LeadershipRule, PlacedComponent, TaskRules};
use super::handbook::{CatalogueDefaults, SuggestedBand};
use super::in_force::{CivilServantRules, RuleSet};
use super::organisation::{OrganisationCondition, OrganisationRules};
use super::procedure::{PrincipleId, ProcedureRules, ProcedureStep, ResultUse, YearlyDay};
use super::reading::{Reading, ReadingId, ReadingOption};
use crate::domain::{Class, Day, Gate, Span};

/// Everything dated that rule sets are put together from.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) sections: Vec<CriteriaSection>,
    pub(super) lines: Vec<CriteriaLine>,
    pub(super) figures: Vec<Figure>,
    pub(super) counts: Vec<Count>,
    pub(super) formulas: Vec<Principle>,
    pub(super) components: Vec<PlacedComponent>,
    pub(super) leadership: Vec<LeadershipRule>,
    pub(super) class_figures: Vec<ClassFigure>,
    pub(super) thresholds: Vec<Threshold>,
    pub(super) gates: Vec<GateRule>,
    pub(super) organisation_thresholds: Vec<Threshold>,
    pub(super) conditions: Vec<OrganisationCondition>,
    pub(super) yearly_days: Vec<YearlyDay>,
    pub(super) principles: Vec<Principle>,
    pub(super) uses: Vec<ResultUse>,
    pub(super) papers: Vec<Principle>,
    pub(super) steps: Vec<ProcedureStep>,
    pub(super) bands: Vec<SuggestedBand>,
    pub(super) readings: Vec<Reading>,
    pub(super) options: Vec<ReadingOption>,
}

impl Parts {
    /// The days on which some entry comes into force or has just gone out of it.
    pub(super) fn changes(&self) -> Vec<Day> {
        let mut spans = Vec::new();
        spans.extend(spans_of(&self.sections));
        spans.extend(spans_of(&self.lines));
        spans.extend(spans_of(&self.figures));
        spans.extend(spans_of(&self.counts));
        spans.extend(spans_of(&self.formulas));
        let components = self.components.iter();
        spans.extend(components.map(|placed| placed.component.basis.span));
        spans.extend(spans_of(&self.leadership));
        spans.extend(spans_of(&self.class_figures));
        spans.extend(spans_of(&self.thresholds));
        spans.extend(spans_of(&self.gates));
        spans.extend(spans_of(&self.organisation_thresholds));
        spans.extend(spans_of(&self.conditions));
        spans.extend(spans_of(&self.yearly_days));
        spans.extend(spans_of(&self.principles));
        spans.extend(spans_of(&self.uses));
        spans.extend(spans_of(&self.papers));
        spans.extend(spans_of(&self.steps));
        spans.extend(spans_of(&self.bands));
        spans.extend(spans_of(&self.readings));
        spans.extend(spans_of(&self.options));
        let ends = |span: &Span| span.to.and_then(|to| to.succ_opt());
        let days = spans.iter().flat_map(|span| [Some(span.from), ends(span)]);
        days.flatten().collect()
    }
}

fn spans_of<T: Dated>(pool: &[T]) -> Vec<Span> {
    pool.iter().map(|entry| entry.basis().span).collect()
}

/// Something with a legal basis.
trait Dated: Clone {
    fn basis(&self) -> &Basis;
}

macro_rules! dated {
    ($($type:ty),+ $(,)?) => {$(
        impl Dated for $type {
            fn basis(&self) -> &Basis {
                &self.basis
            }
        }
    )+};
}

dated!(
    CriteriaSection,
    CriteriaLine,
    Figure,
    Count,
    Principle,
    LeadershipRule,
    ClassFigure,
    Threshold,
    GateRule,
    OrganisationCondition,
    YearlyDay,
    ResultUse,
    ProcedureStep,
    SuggestedBand,
    Reading,
    ReadingOption,
);

/// Puts together the rules for one stretch of days without a change.
pub(super) fn assemble(
    set: &RuleSet,
    span: Span,
    parts: &Parts,
    intake: &Intake,
) -> Option<CivilServantRules> {
    let pick = Picker {
        day: span.from,
        intake,
    };
    let general_points = pick.one(&parts.figures, "general.points");
    let scale = pick.one(&parts.figures, "scale");
    let sections = sections(&pick, parts);
    let (task, class) = (task(&pick, parts), class(&pick, parts));
    let organisation = organisation(&pick, parts);
    let (procedure, catalogue) = (procedure(&pick, parts), catalogue(&pick, parts));
    let readings = readings(&pick, parts);
    let principles = PrincipleId::ALL
        .iter()
        .map(|id| pick.one(&parts.principles, id.key()));
    let principles: Vec<Option<Principle>> = principles.collect();
    let rules = CivilServantRules {
        basis: Arc::clone(&set.basis),
        span,
        general_points: general_points?,
        scale: scale?,
        sections,
        task: task?,
        class: class?,
        organisation: organisation?,
        procedure: procedure?,
        catalogue: catalogue?,
        readings: readings?,
        principles: principles.into_iter().collect::<Option<_>>()?,
    };
    super::check::sums(&rules, intake);
    Some(rules)
}

struct Picker<'a> {
    day: Day,
    intake: &'a Intake,
}

impl Picker<'_> {
    fn all<T: Dated>(&self, pool: &[T]) -> Vec<T> {
        let in_force = pool.iter().filter(|e| e.basis().span.contains(self.day));
        in_force.cloned().collect()
    }

    /// The one entry with this key; none or two are faults.
    fn one<T: Dated>(&self, pool: &[T], key: &str) -> Option<T> {
        self.single(key, |entry: &T| entry.basis().key == key, pool)
    }

    fn single<T: Dated>(&self, what: &str, wanted: impl Fn(&T) -> bool, pool: &[T]) -> Option<T> {
        let mut found = pool
            .iter()
            .filter(|e| wanted(e) && e.basis().span.contains(self.day));
        let first = found.next();
        if first.is_none() {
            self.fault(what, FaultReason::Gap(self.day));
        }
        if found.next().is_some() {
            self.fault(what, FaultReason::Overlap(self.day));
            return None;
        }
        first.cloned()
    }

    fn fault(&self, what: &str, reason: FaultReason) {
        self.intake.faults.report("rules in force", what, reason);
    }
}

fn sections(pick: &Picker, parts: &Parts) -> Vec<CriteriaSection> {
    let mut sections = pick.all(&parts.sections);
    sections.sort_by_key(|section| section.number);
    let mut lines = pick.all(&parts.lines);
    lines.sort_by_key(|line| line.id);
    for section in &mut sections {
        let mine = lines.iter().filter(|l| l.id.section == section.number);
        section.lines = mine.cloned().collect();
    }
    sections
}

fn formula(pick: &Picker, parts: &Parts, name: &str) -> Option<Formula> {
    let basis = pick.one(&parts.formulas, &format!("formula.{name}"))?.basis;
    let mine = parts
        .components
        .iter()
        .filter(|placed| placed.formula == name && placed.component.basis.span.contains(pick.day));
    let components: Vec<_> = mine.map(|placed| placed.component.clone()).collect();
    if components.is_empty() {
        pick.fault(name, FaultReason::Gap(pick.day));
        return None;
    }
    Some(Formula { basis, components })
}

fn task(pick: &Picker, parts: &Parts) -> Option<TaskRules> {
    use crate::domain::LeadershipCriterion as Criterion;
    let figure = |key: &str| pick.one(&parts.figures, key);
    let leadership = |criterion: Criterion, key: &str| {
        pick.single(
            key,
            |r: &LeadershipRule| r.criterion == criterion,
            &parts.leadership,
        )
    };
    let (points, failure, late) = (
        figure("task.points"),
        figure("task.failure_deduction"),
        figure("task.late_deduction"),
    );
    let (staff, leader, support) = (
        formula(pick, parts, "staff"),
        formula(pick, parts, "leader"),
        formula(pick, parts, "support"),
    );
    let (d, dd, e) = (
        leadership(Criterion::UnitResult, "leadership d"),
        leadership(Criterion::Organising, "leadership đ"),
        leadership(Criterion::Unity, "leadership e"),
    );
    let (full, reduced) = (figure("leadership.full"), figure("leadership.reduced"));
    let unit_result_class = pick.one(&parts.class_figures, "leadership.unit_result_class");
    Some(TaskRules {
        points: points?,
        failure_deduction: failure?,
        late_deduction: late?,
        staff: staff?,
        leader: leader?,
        support: support?,
        leadership: [d?, dd?, e?],
        leadership_full: full?,
        leadership_reduced: reduced?,
        unit_result_class: unit_result_class?,
    })
}

fn thresholds(pick: &Picker, pool: &[Threshold], whose: &str) -> Option<Vec<Threshold>> {
    let one = |class: Class| {
        let what = format!("{whose} {class:?}");
        pick.single(&what, |t: &Threshold| t.class == class, pool)
    };
    let all = Class::ALL.map(one);
    all.into_iter().collect()
}

fn class(pick: &Picker, parts: &Parts) -> Option<ClassRules> {
    let gate = |gate: Gate| {
        let what = format!("gate {gate:?}");
        pick.single(&what, |rule: &GateRule| rule.gate == gate, &parts.gates)
    };
    let gates = [
        Gate::Degradation,
        Gate::PartyProhibition,
        Gate::ExampleDuty,
        Gate::DutyDiscipline,
        Gate::UnitCorruption,
    ]
    .map(gate);
    let thresholds = thresholds(pick, &parts.thresholds, "threshold");
    let (cap, raised_cap) = (
        pick.one(&parts.figures, "cap.normal"),
        pick.one(&parts.figures, "cap.raised"),
    );
    let minimum_months = pick.one(&parts.counts, "class.minimum_months");
    let head = pick.one(&parts.principles, PrincipleId::HeadNotAboveUnit.key());
    Some(ClassRules {
        thresholds: thresholds?,
        gates: gates.into_iter().collect::<Option<_>>()?,
        cap: cap?,
        raised_cap: raised_cap?,
        minimum_months: minimum_months?,
        head_not_above_unit: head?.basis,
    })
}

fn organisation(pick: &Picker, parts: &Parts) -> Option<OrganisationRules> {
    let figure = |key: &str| pick.one(&parts.figures, key);
    let pool = &parts.organisation_thresholds;
    let thresholds = thresholds(pick, pool, "organisation threshold");
    let (general, task) = (
        figure("organisation.general_points"),
        figure("organisation.task_points"),
    );
    let (cap, raised) = (
        figure("organisation.cap"),
        figure("organisation.raised_cap"),
    );
    Some(OrganisationRules {
        general_points: general?,
        task_points: task?,
        thresholds: thresholds?,
        conditions: pick.all(&parts.conditions),
        cap: cap?,
        raised_cap: raised?,
    })
}

fn procedure(pick: &Picker, parts: &Parts) -> Option<ProcedureRules> {
    let day = |key: &str| pick.one(&parts.yearly_days, key);
    let count = |key: &str| pick.one(&parts.counts, key);
    let (evaluation, special, last) = (
        day("year.evaluation"),
        day("year.special_evaluation"),
        day("year.last_counted_deadline"),
    );
    let (petition, synchronise, groups) = (
        count("petition.working_days"),
        count("synchronise.days"),
        count("catalogue.groups"),
    );
    Some(ProcedureRules {
        evaluation: evaluation?,
        special_evaluation: special?,
        last_counted_deadline: last?,
        petition_working_days: petition?,
        synchronise_days: synchronise?,
        catalogue_groups: groups?,
        uses: pick.all(&parts.uses),
        papers: pick.all(&parts.papers),
        steps: pick.all(&parts.steps),
    })
}

fn catalogue(pick: &Picker, parts: &Parts) -> Option<CatalogueDefaults> {
    let standard_points = pick.one(&parts.figures, "catalogue.standard_points");
    let decimals = pick.one(&parts.counts, "catalogue.coefficient_decimals");
    Some(CatalogueDefaults {
        bands: pick.all(&parts.bands),
        standard_points: standard_points?,
        coefficient_decimals: decimals?,
    })
}

fn readings(pick: &Picker, parts: &Parts) -> Option<Vec<Reading>> {
    let one = |id: &ReadingId| {
        let mut reading = pick.one(&parts.readings, id.key())?;
        let options = pick.all(&parts.options);
        reading.options = options.into_iter().filter(|o| o.reading == *id).collect();
        match reading.options.iter().filter(|o| o.default).count() {
            0 => pick.fault(
                &format!("default of {}", id.key()),
                FaultReason::Gap(pick.day),
            ),
            1 => return Some(reading),
            _ => pick.fault(
                &format!("default of {}", id.key()),
                FaultReason::Overlap(pick.day),
            ),
        }
        None
    };
    let all: Vec<Option<Reading>> = ReadingId::ALL.iter().map(one).collect();
    all.into_iter().collect()
}

/// The stretches of a rule set's days on which no entry changes.
pub(super) fn stretches(set: Span, changes: &[Day]) -> Vec<Span> {
    let mut starts: Vec<Day> = changes
        .iter()
        .copied()
        .filter(|day| set.contains(*day) && *day > set.from)
        .collect();
    starts.push(set.from);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(Day::pred_opt);
    let ends: Vec<Option<Day>> = ends.chain([set.to]).collect();
    let spans = starts.into_iter().zip(ends);
    spans.map(|(from, to)| Span { from, to }).collect()
}
