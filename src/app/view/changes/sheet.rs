//! The fields of what is scored, confirmed and decided.

use crate::domain as d;
use crate::ledger::Key;

use super::Shown;
use super::fields::{Field, Parts};

/// The fields of the general criteria.
pub(super) fn general(parts: &mut Parts<'_>, sheet: &d::GeneralSheet) {
    let d::GeneralSheet {
        own,
        authority,
        authority_on,
        strengths,
        weaknesses,
        comment,
    } = sheet;
    for (field, points) in [(Field::OwnPoints, own), (Field::AuthorityPoints, authority)] {
        for (line, points) in points.iter() {
            parts.one_of(field, line.to_string(), Shown::Number(points));
        }
    }
    parts.day(Field::AuthorityOn, *authority_on);
    parts.note(Field::Strengths, strengths.as_ref());
    parts.note(Field::Weaknesses, weaknesses.as_ref());
    parts.note(Field::Comment, comment.as_ref());
}

/// The fields of the leadership answers.
pub(super) fn leadership(parts: &mut Parts<'_>, sheet: &d::LeadershipSheet) {
    let d::LeadershipSheet {
        unit_result,
        organising,
        unity,
    } = sheet;
    for (field, answer) in [
        (Field::UnitResult, unit_result),
        (Field::Organising, organising),
        (Field::Unity, unity),
    ] {
        let Some(d::LeadershipAnswer { full, reason }) = answer else {
            continue;
        };
        let mut within = Parts::new(parts.look());
        within.put(Field::Fulfilled, Shown::Yes(*full));
        within.note(Field::Reason, reason.as_ref());
        parts.put(field, within.together());
    }
}

/// The fields of the support ratings.
pub(super) fn support(parts: &mut Parts<'_>, sheet: &d::SupportSheet) {
    let d::SupportSheet {
        quality,
        compliance,
        effectiveness,
    } = sheet;
    parts.number(Field::Quality, *quality);
    parts.number(Field::Compliance, *compliance);
    parts.number(Field::Effectiveness, *effectiveness);
}

/// The fields of a confirmed period.
pub(super) fn confirmation(parts: &mut Parts<'_>, confirmation: &d::Confirmation) {
    let d::Confirmation {
        version,
        on,
        by,
        total,
        general,
        result,
        class,
        readings,
        unlocked,
    } = confirmation;
    parts.put(Field::Version, Shown::Whole(*version));
    parts.day(Field::On, Some(*on));
    parts.text(Field::By, by);
    parts.put(Field::Total, Shown::Exact(total.clone()));
    parts.put(Field::GeneralPoints, Shown::Exact(general.clone()));
    parts.put(Field::TaskPoints, Shown::Exact(result.clone()));
    parts.put(Field::Class, Shown::Class(*class));
    for (reading, option) in readings {
        parts.one_of(
            Field::Reading,
            reading.clone(),
            super::fields::option(reading, option),
        );
    }
    if let Some((on, reason)) = unlocked {
        let mut within = Parts::new(parts.look());
        within.day(Field::On, Some(*on));
        within.text(Field::Reason, reason);
        parts.put(Field::Unlocked, within.together());
    }
}

/// The fields of a unit's own year.
pub(super) fn unit_year(parts: &mut Parts<'_>, year: &d::UnitYear) {
    let d::UnitYear {
        score,
        class,
        document,
        decided_on,
        raised_cap,
        raised_cap_document,
    } = year;
    parts.number(Field::Total, *score);
    parts.class(Field::Class, *class);
    parts.note(Field::DecisionNumber, document.as_ref());
    parts.day(Field::On, *decided_on);
    parts.put(Field::RaisedCap, Shown::Yes(*raised_cap));
    parts.note(Field::RaisedCapDocument, raised_cap_document.as_ref());
}

/// The fields of a decision on a year's class.
pub(super) fn decision(parts: &mut Parts<'_>, decision: &d::YearDecision) {
    let d::YearDecision {
        official,
        year,
        own_class,
        class,
        reason,
        number,
        on,
        proposal,
        replaces,
        petition,
    } = decision;
    parts.about(Field::Official, Some(Key::Official(*official)));
    parts.whole(Field::Year, Some(u32::from(*year)));
    parts.class(Field::OwnClass, *own_class);
    parts.class(Field::Class, *class);
    parts.note(Field::Reason, reason.as_ref());
    parts.note(Field::DecisionNumber, number.as_ref());
    parts.day(Field::On, *on);
    parts.note(Field::Proposal, proposal.as_ref());
    parts.about(Field::Replaces, replaces.map(Key::Decision));
    if let Some(d::Petition {
        received,
        answered,
        document,
    }) = petition
    {
        let mut within = Parts::new(parts.look());
        within.day(Field::Received, Some(*received));
        within.day(Field::Answered, *answered);
        within.note(Field::Document, document.as_ref());
        parts.put(Field::Petition, within.together());
    }
}
