//! Every text a person typed into a record, for looking through all of them.
//!
//! Each record is taken apart field by field, so that a field it gains does not compile here
//! until somebody has said what its text is.

use crate::domain as d;

use super::Record;

/// A text of a record, and what it is.
#[derive(Debug)]
pub(super) enum Text<'a> {
    /// Says something about whom the record is about.
    Free(&'a mut String),
    /// The same, where there may be none.
    Note(&'a mut Option<String>),
    /// Names a thing: a unit, a product, a document of the agency.
    Name(&'a mut String),
    /// The same, where there may be none.
    Label(&'a mut Option<String>),
}

type See<'a> = &'a mut dyn FnMut(Text<'_>);

/// Shows every text of a record. Words the rules read, and the names of officials, are left out.
pub(super) fn see_texts(record: &mut Record, see: See<'_>) {
    match record {
        Record::Agency(it) => agency(it, see),
        Record::Unit(d::Unit {
            name,
            code,
            parent: _,
        }) => {
            see(Text::Name(name));
            see(Text::Label(code));
        }
        Record::Group(d::DutyGroup { name }) => see(Text::Name(name)),
        Record::Official(d::Official {
            name: _,
            code,
            born: _,
            note,
        }) => {
            see(Text::Note(code));
            see(Text::Note(note));
        }
        Record::Position(it) => see(Text::Free(&mut it.title)),
        Record::Absence(it) => see(Text::Note(&mut it.document)),
        Record::Catalogue(it) => catalogue(it, see),
        Record::Product(it) => product(it, see),
        Record::Assignment(it) => assignment(it, see),
        Record::Complaint(it) => complaint(it, see),
        Record::Discipline(it) => discipline(it, see),
        Record::GateConclusion(it) => {
            see(Text::Free(&mut it.authority));
            see(Text::Free(&mut it.document));
        }
        Record::General(it) => {
            for text in [&mut it.strengths, &mut it.weaknesses, &mut it.comment] {
                see(Text::Note(text));
            }
        }
        Record::Leadership(it) => {
            let answers = [&mut it.unit_result, &mut it.organising, &mut it.unity];
            for answer in answers.into_iter().flatten() {
                see(Text::Note(&mut answer.reason));
            }
        }
        Record::Support(d::SupportSheet {
            quality: _,
            compliance: _,
            effectiveness: _,
        })
        | Record::Grounds(d::Grounds {
            second: _,
            remote: _,
        }) => {}
        Record::Confirmation(it) => confirmation(it, see),
        Record::ForeignScore(it) => see(Text::Free(&mut it.source)),
        Record::UnitYear(it) => {
            see(Text::Label(&mut it.document));
            see(Text::Label(&mut it.raised_cap_document));
        }
        Record::Decision(it) => decision(it, see),
        Record::Reading(it) => {
            see(Text::Label(&mut it.issuer));
            see(Text::Label(&mut it.document));
        }
        Record::Calendar(it) => see(Text::Label(&mut it.note)),
        Record::Incident(it) => incident(it, see),
        Record::Complainant(it) => {
            see(Text::Name(&mut it.name));
            see(Text::Label(&mut it.contact));
        }
        Record::LocalRules(it) => {
            for text in [&mut it.title, &mut it.issuer, &mut it.decision] {
                see(Text::Name(text));
            }
            for line in &mut it.lines {
                see(Text::Name(&mut line.wording));
            }
        }
        Record::Clock(it) => {
            see(Text::Name(&mut it.issuer));
            see(Text::Name(&mut it.document));
        }
    }
}

fn agency(agency: &mut d::Agency, see: See<'_>) {
    let d::Agency {
        name,
        superior,
        place,
        signer_title,
        tracking: _,
        sample: _,
    } = agency;
    for text in [name, superior, place, signer_title] {
        see(Text::Name(text));
    }
}

fn catalogue(catalogue: &mut d::Catalogue, see: See<'_>) {
    let d::Catalogue {
        name,
        decision,
        issuer,
        span: _,
        standard_points: _,
        coefficient_decimals: _,
        bands: _,
    } = catalogue;
    see(Text::Name(name));
    see(Text::Label(decision));
    see(Text::Label(issuer));
}

fn product(product: &mut d::Product, see: See<'_>) {
    let d::Product {
        catalogue: _,
        code: _,
        task,
        detail,
        output,
        department,
        band: _,
        points: _,
        coefficient: _,
        note,
    } = product;
    see(Text::Name(task));
    for text in [detail, output, department, note] {
        see(Text::Label(text));
    }
}

fn assignment(task: &mut d::Assignment, see: See<'_>) {
    let d::Assignment {
        code,
        name,
        official: _,
        unit: _,
        product: _,
        coefficient: _,
        assigned: _,
        completed: _,
        assigned_on: _,
        due: _,
        finished: _,
        origin: _,
        handed_back,
        events,
        note,
    } = task;
    see(Text::Label(code));
    see(Text::Label(name));
    see(Text::Note(note));
    if let Some(back) = handed_back {
        see(Text::Note(&mut back.reason));
    }
    for event in events {
        task_event(&mut event.kind, see);
    }
}

fn task_event(kind: &mut d::TaskEventKind, see: See<'_>) {
    use d::TaskEventKind as E;
    match kind {
        E::Extension {
            approver, document, ..
        } => {
            see(Text::Note(approver));
            see(Text::Note(document));
        }
        E::QualityFailure { note } | E::Late { note } => see(Text::Note(note)),
        E::ObjectiveCause {
            cause,
            confirmed_by,
            document,
            ..
        } => {
            see(Text::Free(cause));
            see(Text::Note(confirmed_by));
            see(Text::Note(document));
        }
        E::Pause {
            waiting_for,
            document,
            ..
        } => {
            see(Text::Free(waiting_for));
            see(Text::Note(document));
        }
        E::Handling {
            measure,
            by,
            document,
        } => {
            see(Text::Free(measure));
            see(Text::Note(by));
            see(Text::Note(document));
        }
        E::Assessment { by, note, .. } | E::Reminder { by, note } => {
            see(Text::Note(by));
            see(Text::Note(note));
        }
        E::Milestone { name, .. } => see(Text::Free(name)),
        E::Apology {
            reason, document, ..
        } => {
            see(Text::Free(reason));
            see(Text::Note(document));
        }
        E::Answerable { who } => see(Text::Free(who)),
        E::PartOf { .. } | E::Dossiers { .. } => {}
    }
}

fn complaint(complaint: &mut d::Complaint, see: See<'_>) {
    let d::Complaint {
        number,
        received: _,
        channel: _,
        criterion: _,
        procedure: _,
        official: _,
        unit: _,
        assignment: _,
        dossier,
        summary,
        steps,
        effects,
    } = complaint;
    see(Text::Name(number));
    see(Text::Note(dossier));
    see(Text::Free(summary));
    for step in steps {
        for text in [&mut step.actor, &mut step.document, &mut step.note] {
            see(Text::Note(text));
        }
    }
    line_effects(effects, see);
}

fn line_effects(effects: &mut [d::LineEffect], see: See<'_>) {
    for effect in effects {
        see(Text::Free(&mut effect.by));
        see(Text::Free(&mut effect.reason));
    }
}

fn incident(incident: &mut d::Incident, see: See<'_>) {
    let d::Incident {
        on: _,
        criterion: _,
        official: _,
        unit: _,
        assignment: _,
        summary,
        recorded_by,
        evidence,
        explanation,
        reviews,
        effects,
    } = incident;
    see(Text::Free(summary));
    see(Text::Free(recorded_by));
    see(Text::Note(evidence));
    see(Text::Note(explanation));
    for review in reviews {
        see(Text::Free(&mut review.by));
        see(Text::Note(&mut review.document));
    }
    line_effects(effects, see);
}

fn discipline(discipline: &mut d::Discipline, see: See<'_>) {
    let d::Discipline {
        official: _,
        form: _,
        side: _,
        act,
        act_on: _,
        decision,
        effective: _,
        duty_related: _,
        same_act_as: _,
        already_used_in: _,
        act_unit: _,
    } = discipline;
    see(Text::Free(act));
    see(Text::Note(decision));
}

fn confirmation(confirmation: &mut d::Confirmation, see: See<'_>) {
    see(Text::Free(&mut confirmation.by));
    if let Some((_, reason)) = &mut confirmation.unlocked {
        see(Text::Free(reason));
    }
}

fn decision(decision: &mut d::YearDecision, see: See<'_>) {
    let d::YearDecision {
        official: _,
        year: _,
        own_class: _,
        class: _,
        reason,
        number,
        on: _,
        proposal,
        replaces: _,
        petition,
    } = decision;
    for text in [reason, number, proposal] {
        see(Text::Note(text));
    }
    if let Some(petition) = petition {
        see(Text::Note(&mut petition.document));
    }
}
