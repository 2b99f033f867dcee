//! Checks over all entries: known instruments, no overlap, parts that add up.

use std::collections::BTreeMap;

use super::calendar::ShippedCalendar;
use super::discipline::DisciplineForm;
use super::entry::{Intake, RegisteredRule};
use super::fault::FaultReason;
use super::in_force::CivilServantRules;
use super::instrument::Instrument;
use crate::domain::{Class, Day, Decimal, Span};

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

/// Reports a day that stands twice in the calendar and a year that is missing between others.
pub(super) fn calendar(calendar: &ShippedCalendar, intake: &Intake) {
    let mut days: Vec<Day> = calendar.days.iter().map(|day| day.day).collect();
    days.sort_unstable();
    let twice = days.windows(2).filter(|pair| pair[0] == pair[1]);
    for pair in twice {
        let reason = FaultReason::Overlap(pair[0]);
        intake.faults.report("calendar", "day", reason);
    }
    let mut spans: Vec<Span> = calendar.years.iter().map(|y| y.basis.span).collect();
    spans.sort_by_key(|span| span.from);
    for pair in spans.windows(2) {
        let next = pair[0].to.and_then(|to| to.succ_opt());
        if let Some(next) = next.filter(|next| *next < pair[1].from) {
            let reason = FaultReason::Gap(next);
            intake.faults.report("calendar", "year", reason);
        }
    }
}

/// Reports a form of discipline that stands twice on one day.
pub(super) fn forms(forms: &[DisciplineForm], intake: &Intake) {
    for (place, one) in forms.iter().enumerate() {
        for other in &forms[place + 1..] {
            let same = one.side == other.side && one.form == other.form;
            if same && one.basis.span.overlaps(&other.basis.span) {
                let day = one.basis.span.from.max(other.basis.span.from);
                let entry = format!("form {}", other.basis.key);
                let reason = FaultReason::Overlap(day);
                intake.faults.report("discipline", &entry, reason);
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
