//! Reads the data files into [`Rules`], reporting every fault of every file at once.

use super::Rules;
use super::assemble::{Parts, assemble, stretches};
use super::calendar;
use super::check;
use super::class;
use super::complaint::{self, ComplaintRules};
use super::criteria;
use super::directive;
use super::discipline;
use super::entry::{DataFile, Intake, parse};
use super::fault::{FaultReason, RulesFaults};
use super::formula;
use super::handbook;
use super::in_force::{CivilServantRules, RuleSet};
use super::instrument;
use super::organisation;
use super::personnel;
use super::procedure;
use super::reading;

/// The shipped data files by name.
pub(super) const SHIPPED: [(&str, &str); 11] = [
    ("instruments.toml", include_str!("data/instruments.toml")),
    (
        "civil-servant.toml",
        include_str!("data/civil-servant.toml"),
    ),
    ("criteria.toml", include_str!("data/criteria.toml")),
    ("organisation.toml", include_str!("data/organisation.toml")),
    ("procedure.toml", include_str!("data/procedure.toml")),
    ("readings.toml", include_str!("data/readings.toml")),
    ("calendar.toml", include_str!("data/calendar.toml")),
    ("complaint.toml", include_str!("data/complaint.toml")),
    ("directive.toml", include_str!("data/directive.toml")),
    ("discipline.toml", include_str!("data/discipline.toml")),
    ("handbook.toml", include_str!("data/handbook.toml")),
];

/// Reads rules from data files given as name and text.
///
/// The lists of all files are pooled, so an agency's file may add entries to any list.
///
/// # Errors
/// [`RulesFaults`] with everything that is wrong.
pub(super) fn load(files: &[(&str, &str)]) -> Result<Rules, RulesFaults> {
    let intake = Intake::default();
    let mut rules = Rules::default();
    let mut parts = Parts::default();
    for (name, text) in files {
        let mut file = parse(name, text, &intake);
        read_parts(&mut file, &mut parts);
        read_rest(&mut file, &mut rules);
        file.finish();
    }
    check_clocks(&rules, &intake);
    check::citations(&rules.instruments, &intake);
    check::overlaps(&intake);
    check::calendar(&rules.calendar, &intake);
    check::forms(&rules.discipline_forms, &intake);
    rules.calendar.days.sort_by_key(|day| day.day);
    rules.in_force = rule_sets(&rules.rule_sets, &parts, &intake);
    let Intake { faults, register } = intake;
    rules.register = register.into_inner();
    let faults = faults.into_sorted();
    if faults.is_empty() {
        Ok(rules)
    } else {
        Err(RulesFaults(faults))
    }
}

fn read_parts(file: &mut DataFile, parts: &mut Parts) {
    parts.sections.extend(criteria::read_sections(file));
    parts.lines.extend(criteria::read_lines(file));
    parts.figures.extend(formula::read_figures(file));
    parts.counts.extend(class::read_counts(file));
    parts
        .formulas
        .extend(procedure::read_principles(file, "formula"));
    parts.components.extend(formula::read_components(file));
    parts.leadership.extend(formula::read_leadership(file));
    parts.class_figures.extend(class::read_class_figures(file));
    parts
        .thresholds
        .extend(class::read_thresholds(file, "threshold"));
    parts.gates.extend(class::read_gates(file));
    let organisations = class::read_thresholds(file, "organisation_threshold");
    parts.organisation_thresholds.extend(organisations);
    parts.conditions.extend(organisation::read_conditions(file));
    parts.yearly_days.extend(procedure::read_yearly_days(file));
    parts
        .principles
        .extend(procedure::read_principles(file, "principle"));
    parts.uses.extend(procedure::read_uses(file));
    parts
        .papers
        .extend(procedure::read_principles(file, "paper"));
    parts.steps.extend(procedure::read_steps(file));
    parts.bands.extend(handbook::read_bands(file));
    parts.readings.extend(reading::read_questions(file));
    parts.options.extend(reading::read_options(file));
}

fn read_rest(file: &mut DataFile, rules: &mut Rules) {
    rules.instruments.extend(instrument::read(file));
    rules.rule_sets.extend(read_rule_sets(file));
    let calendar = calendar::read(file);
    rules.calendar.rest_days.extend(calendar.rest_days);
    rules.calendar.years.extend(calendar.years);
    rules.calendar.days.extend(calendar.days);
    let complaint = &mut rules.complaint;
    complaint
        .procedures
        .extend(complaint::read_procedures(file));
    complaint.clocks.extend(complaint::read_clocks(file));
    complaint
        .channels
        .extend(procedure::read_principles(file, "channel"));
    complaint
        .measures
        .extend(procedure::read_principles(file, "measure"));
    complaint
        .causes
        .extend(procedure::read_principles(file, "cause"));
    complaint.tariffs.extend(complaint::read_tariffs(file));
    let incidents = complaint::read_incident_tariffs(file);
    complaint.incident_tariffs.extend(incidents);
    complaint.subjects.extend(complaint::read_subjects(file));
    rules.directive.extend(directive::read(file));
    rules.personnel.extend(personnel::read(file));
    rules.discipline_forms.extend(discipline::read(file));
}

fn read_rule_sets(file: &mut DataFile) -> Vec<RuleSet> {
    file.read("rule_set", |entry| {
        let (basis, computed) = (entry.basis(), entry.flag("computed"));
        let basis = basis?;
        let instrument = basis.citations.first()?.instrument.clone();
        Some(RuleSet {
            basis,
            instrument,
            computed: computed?,
        })
    })
}

/// Clocks of an unknown procedure are faults.
fn check_clocks(rules: &Rules, intake: &Intake) {
    let ComplaintRules {
        procedures, clocks, ..
    } = &rules.complaint;
    for clock in clocks {
        if !procedures.iter().any(|p| p.basis.key == clock.procedure) {
            let (key, word) = ("procedure".to_owned(), clock.procedure.clone());
            let entry = format!("clock {}", clock.basis.key);
            let reason = FaultReason::UnknownWord { key, word };
            intake.faults.report("complaint.toml", &entry, reason);
        }
    }
}

fn rule_sets(sets: &[RuleSet], parts: &Parts, intake: &Intake) -> Vec<CivilServantRules> {
    let changes = parts.changes();
    let computed = sets.iter().filter(|set| set.computed);
    let mut all: Vec<CivilServantRules> = computed
        .flat_map(|set| {
            let spans = stretches(set.basis.span, &changes);
            spans.into_iter().map(move |span| (set, span))
        })
        .filter_map(|(set, span)| assemble(set, span, parts, intake))
        .collect();
    all.sort_by_key(|rules| rules.span.from);
    all
}
