//! The fields of complaints, incidents, discipline and conclusions.

use crate::app::law;
use crate::domain as d;
use crate::ledger::Key;

use super::fields::{Field, Parts, law_or};
use super::{Look, Shown};

/// The fields of a complaint.
pub(super) fn complaint(parts: &mut Parts<'_>, complaint: &d::Complaint) {
    let d::Complaint {
        number,
        received,
        channel,
        criterion,
        procedure,
        official,
        unit,
        assignment,
        dossier,
        summary,
        steps,
        effects,
    } = complaint;
    let rules = &law().complaint;
    parts.text(Field::Number, number);
    parts.day(Field::Received, Some(*received));
    parts.law(Field::Channel, channel, rules.channel(channel));
    if let Some(key) = criterion {
        about(parts, key);
    }
    if let Some(key) = procedure {
        let found = rules.procedure(key).map(|found| &found.basis.name);
        parts.law(Field::Procedure, key, found);
    }
    parts.about(Field::Official, official.map(Key::Official));
    parts.about(Field::Unit, unit.map(Key::Unit));
    parts.about(Field::RelatedTask, assignment.map(Key::Assignment));
    parts.note(Field::Dossier, dossier.as_ref());
    parts.text(Field::Summary, summary);
    for (number, step) in (1_usize..).zip(steps) {
        let value = step_of(step, parts.look());
        parts.one_of(Field::Step, number.to_string(), value);
    }
    line_effects(parts, effects);
}

fn step_of(step: &d::ComplaintStep, look: Look<'_>) -> Shown {
    let d::ComplaintStep {
        on,
        state,
        actor,
        document,
        note,
    } = step;
    let mut parts = Parts::new(look);
    parts.day(Field::On, Some(*on));
    parts.put(Field::State, Shown::State(*state));
    if let d::ComplaintState::Linked(other) = state {
        parts.about(Field::SameCase, Some(Key::Complaint(*other)));
    }
    parts.note(Field::By, actor.as_ref());
    parts.note(Field::Document, document.as_ref());
    parts.note(Field::Note, note.as_ref());
    parts.together()
}

/// The criterion of the directive or the subject something is about.
fn about(parts: &mut Parts<'_>, key: &str) {
    let criterion = law().directive_criterion(key).map(|it| &it.basis.name);
    let subject = || law().complaint.subject(key).map(|it| &it.basis.name);
    parts.law(Field::Criterion, key, criterion.or_else(subject));
}

fn line_effects(parts: &mut Parts<'_>, effects: &[d::LineEffect]) {
    for (number, effect) in (1_usize..).zip(effects) {
        let d::LineEffect {
            line,
            month,
            points,
            taken,
            by,
            reason,
            on,
        } = effect;
        let mut within = Parts::new(parts.look());
        within.text(Field::Line, &line.to_string());
        within.put(Field::Month, Shown::Month(*month));
        within.put(Field::Taken, Shown::Yes(*taken));
        within.put(Field::Points, Shown::Number(*points));
        within.text(Field::By, by);
        within.day(Field::On, Some(*on));
        within.text(Field::Reason, reason);
        parts.one_of(Field::Effect, number.to_string(), within.together());
    }
}

/// The fields of an incident.
pub(super) fn incident(parts: &mut Parts<'_>, incident: &d::Incident) {
    let d::Incident {
        on,
        criterion,
        official,
        unit,
        assignment,
        summary,
        recorded_by,
        evidence,
        explanation,
        reviews,
        effects,
    } = incident;
    parts.day(Field::On, Some(*on));
    about(parts, criterion);
    parts.about(Field::Official, official.map(Key::Official));
    parts.about(Field::Unit, unit.map(Key::Unit));
    parts.about(Field::RelatedTask, assignment.map(Key::Assignment));
    parts.text(Field::Summary, summary);
    parts.text(Field::RecordedBy, recorded_by);
    parts.note(Field::Evidence, evidence.as_ref());
    parts.note(Field::Explanation, explanation.as_ref());
    for (number, review) in (1_usize..).zip(reviews) {
        let d::IncidentReview {
            confirmed,
            by,
            on,
            document,
        } = review;
        let mut within = Parts::new(parts.look());
        within.put(Field::Confirmed, Shown::Yes(*confirmed));
        within.text(Field::By, by);
        within.day(Field::On, Some(*on));
        within.note(Field::Document, document.as_ref());
        parts.one_of(Field::Review, number.to_string(), within.together());
    }
    line_effects(parts, effects);
}

/// The fields of a disciplinary decision.
pub(super) fn discipline(parts: &mut Parts<'_>, discipline: &d::Discipline) {
    let d::Discipline {
        official,
        form,
        side,
        act,
        act_on,
        decision,
        effective,
        duty_related,
        same_act_as,
        already_used_in,
        act_unit,
    } = discipline;
    let found = law().discipline_form(*side, form, *effective);
    parts.about(Field::Official, Some(Key::Official(*official)));
    parts.put(Field::Side, Shown::Side(*side));
    parts.law(Field::Form, form, found.map(|found| &found.basis.name));
    parts.text(Field::Act, act);
    parts.day(Field::ActOn, *act_on);
    parts.note(Field::DecisionNumber, decision.as_ref());
    parts.day(Field::Effective, Some(*effective));
    parts.put(Field::DutyRelated, Shown::Yes(*duty_related));
    parts.about(Field::SameAct, same_act_as.map(Key::Discipline));
    parts.whole(Field::AlreadyUsed, already_used_in.map(u32::from));
    parts.about(Field::ActUnit, act_unit.map(Key::Unit));
}

/// The fields of an authority's conclusion.
pub(super) fn conclusion(parts: &mut Parts<'_>, conclusion: &d::GateConclusion) {
    let d::GateConclusion {
        official,
        gate,
        year,
        authority,
        document,
        on,
    } = conclusion;
    let rules = law()
        .for_year(*year)
        .ok()
        .or_else(|| law().in_force().last());
    parts.about(Field::Official, Some(Key::Official(*official)));
    if let Some(rules) = rules {
        let ground = &rules.class.gate(*gate).basis.name;
        parts.put(Field::Ground, law_or("", Some(ground)));
    }
    parts.whole(Field::Year, Some(u32::from(*year)));
    parts.text(Field::Authority, authority);
    parts.text(Field::Document, document);
    parts.day(Field::On, Some(*on));
}
