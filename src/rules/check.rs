//! Checks over all entries: known instruments, no overlap, parts that add up.

use std::collections::BTreeMap;

use super::entry::{Intake, RegisteredRule};
use super::fault::FaultReason;
use super::in_force::CivilServantRules;
use super::instrument::Instrument;
use crate::domain::{Class, Decimal};

/// Reports citations of instruments that are not listed.
pub(super) fn citations(instruments: &[Instrument], intake: &Intake) {
    for rule in intake.register.borrow().iter() {
        for citation in &rule.basis.citations {
            if !instruments.iter().any(|i| i.key == citation.instrument) {
                let reason = FaultReason::Instrument(citation.instrument.clone());
                report(intake, rule, reason);
            }
        }
    }
}

/// Reports entries that share a key and a day, over all files.
pub(super) fn overlaps(intake: &Intake) {
    let register = intake.register.borrow();
    let mut by_key: BTreeMap<&str, Vec<&RegisteredRule>> = BTreeMap::new();
    for rule in register.iter() {
        by_key.entry(&rule.basis.key).or_default().push(rule);
    }
    for same_key in by_key.values_mut() {
        same_key.sort_by_key(|rule| rule.basis.span.from);
        for pair in same_key.windows(2) {
            if pair[0].basis.span.overlaps(&pair[1].basis.span) {
                let day = pair[1].basis.span.from;
                report(intake, pair[1], FaultReason::Overlap(day));
            }
        }
    }
}

fn report(intake: &Intake, rule: &RegisteredRule, reason: FaultReason) {
    let entry = format!("{} {}", rule.list, rule.basis.key);
    intake.faults.report(&rule.file, &entry, reason);
}

/// Reports wholes that differ from the sum of their parts, and thresholds out of order.
pub(super) fn sums(rules: &CivilServantRules, intake: &Intake) {
    for section in &rules.sections {
        let parts = section.lines.iter().map(|line| line.max);
        sum(intake, &section.basis.key, section.max, parts);
    }
    let sections = rules.sections.iter().map(|section| section.max);
    let general = rules.general_points.value;
    sum(intake, "general.points", general, sections);
    let whole = [general, rules.task.points.value];
    sum(intake, "scale", rules.scale.value, whole);
    let organisation = &rules.organisation;
    let whole = [
        organisation.general_points.value,
        organisation.task_points.value,
    ];
    sum(intake, "organisation scale", rules.scale.value, whole);
    for thresholds in [&rules.class.thresholds, &organisation.thresholds] {
        let falling = thresholds
            .windows(2)
            .all(|pair| pair[0].from > pair[1].from);
        let to_zero = thresholds
            .last()
            .is_some_and(|last| last.class == Class::NotCompleted && last.from.is_zero());
        if !falling || !to_zero {
            let reason = FaultReason::WrongKind {
                key: "points".to_owned(),
                expected: "falling from class to class down to 0",
            };
            intake.faults.report("rules in force", "thresholds", reason);
        }
    }
}

fn sum(intake: &Intake, what: &str, whole: Decimal, parts: impl IntoIterator<Item = Decimal>) {
    let total = parts
        .into_iter()
        .try_fold(Decimal::ZERO, Decimal::checked_add);
    if total != Some(whole) {
        let reason = FaultReason::Sum {
            expected: whole.to_string(),
            found: total.map_or_else(String::new, |total| total.to_string()),
        };
        intake.faults.report("rules in force", what, reason);
    }
}
