//! Complaints and incidents of a case, and their effects as the reasons name them.

use congtam::app::workflow::complaint::state_of;
use congtam::domain as d;
use congtam::domain::{ComplaintId, ComplaintState, Decimal, IncidentId, LineId, Month, Period};
use congtam::engine::{Assessment, Reason, Step, Value as Figure};
use congtam::ledger::Key;
use serde_json::Value;

use super::build::{Builder, WHO};
use super::node::{Fields, Node, Read};

/// A decision on what something takes off a line.
pub struct EffectCase {
    line: LineId,
    points: Decimal,
    taken: bool,
}

/// A complaint, with or without a decided effect.
pub struct ComplaintCase {
    states: Vec<ComplaintState>,
    effect: Option<EffectCase>,
}

/// An incident, with or without a decided effect.
pub struct IncidentCase {
    confirmed: Option<bool>,
    effect: Option<EffectCase>,
}

fn effect(fields: &mut Fields) -> Read<Option<EffectCase>> {
    let Some(line) = fields.get("line") else {
        return Ok(None);
    };
    let Some(id) = LineId::parse(line.string()?) else {
        return line.fault("expected a line such as II.3");
    };
    Ok(Some(EffectCase {
        line: id,
        points: fields.need("points")?.decimal()?,
        taken: fields.get("taken").map_or(Ok(true), |node| node.flag())?,
    }))
}

fn state(node: &Node) -> Read<ComplaintState> {
    let word = node.string()?;
    if let Some(other) = word.strip_prefix("linked:") {
        let other = other.parse().map(ComplaintId).map(ComplaintState::Linked);
        return other.or_else(|_| node.fault("expected a complaint's number after `linked:`"));
    }
    let known = state_of(word);
    known.map_or_else(
        || node.fault(format!("\"{word}\" is no state of a complaint")),
        Ok,
    )
}

impl ComplaintCase {
    /// Reads one complaint.
    pub fn read(mut fields: Fields) -> Read<Self> {
        let states = fields.need("states")?.list()?;
        let complaint = Self {
            states: states.iter().map(state).collect::<Read<_>>()?,
            effect: effect(&mut fields)?,
        };
        fields.finish()?;
        Ok(complaint)
    }

    fn is_linked(&self) -> bool {
        matches!(self.states.last(), Some(ComplaintState::Linked(_)))
    }

    fn record(&self, period: Period) -> d::Complaint {
        let on = period.first_day();
        let step = |state: &ComplaintState| d::ComplaintStep {
            on,
            state: *state,
            actor: None,
            document: None,
            note: None,
        };
        d::Complaint {
            number: "PA.01".to_owned(),
            received: on,
            channel: "truc-tiep".to_owned(),
            criterion: None,
            procedure: None,
            official: Some(WHO),
            unit: None,
            assignment: None,
            dossier: None,
            summary: String::new(),
            steps: self.states.iter().map(step).collect(),
            effects: effects(self.effect.as_ref(), period),
        }
    }
}

impl IncidentCase {
    /// Reads one incident.
    pub fn read(mut fields: Fields) -> Read<Self> {
        let review = fields.need("review")?;
        let incident = Self {
            confirmed: review.word(&[
                ("open", None),
                ("confirmed", Some(true)),
                ("dismissed", Some(false)),
            ])?,
            effect: effect(&mut fields)?,
        };
        fields.finish()?;
        Ok(incident)
    }

    fn record(&self, period: Period) -> d::Incident {
        let on = period.first_day();
        d::Incident {
            on,
            criterion: "CT.5".to_owned(),
            official: Some(WHO),
            unit: None,
            assignment: None,
            summary: String::new(),
            recorded_by: "Cấp mẫu".to_owned(),
            evidence: None,
            explanation: None,
            reviews: self
                .confirmed
                .into_iter()
                .map(|confirmed| d::IncidentReview {
                    confirmed,
                    by: "Cấp mẫu".to_owned(),
                    on,
                    document: None,
                })
                .collect(),
            effects: effects(self.effect.as_ref(), period),
        }
    }
}

fn effects(case: Option<&EffectCase>, period: Period) -> Vec<d::LineEffect> {
    let on = period.first_day();
    let one = |case: &EffectCase| d::LineEffect {
        line: case.line,
        month: Month::of(on),
        points: case.points,
        taken: case.taken,
        by: "Cấp mẫu".to_owned(),
        reason: String::new(),
        on,
    };
    case.map(one).into_iter().collect()
}

/// Puts the complaints and incidents of a case, numbered from 1; linked ones after the others.
pub fn put(
    builder: &mut Builder,
    complaints: &[ComplaintCase],
    incidents: &[IncidentCase],
    period: Period,
) -> Read<()> {
    for linked in [false, true] {
        for (id, case) in (1..).zip(complaints) {
            if case.is_linked() == linked {
                builder.put(Key::Complaint(ComplaintId(id)), case.record(period))?;
            }
        }
    }
    for (id, case) in (1..).zip(incidents) {
        builder.put(Key::Incident(IncidentId(id)), case.record(period))?;
    }
    Ok(())
}

/// The effects that count, as the reasons name them: `I.1: 2 for complaint 1`.
pub fn in_reasons(assessment: &Assessment) -> Value {
    let mut found = Vec::new();
    if let Some(reason) = &assessment.reason {
        collect(reason, None, &mut found);
    }
    Value::from(found)
}

fn collect(reason: &Reason, line: Option<LineId>, found: &mut Vec<String>) {
    let line = match reason.step {
        Step::GeneralLine(line) => Some(line),
        _ => line,
    };
    if let (Step::ComplaintEffect, Some(line), Figure::Points(points)) =
        (&reason.step, line, &reason.value)
    {
        let record = reason.inputs.iter().find_map(|input| input.record);
        let what = match record {
            Some(Key::Complaint(id)) => format!("complaint {}", id.0),
            Some(Key::Incident(id)) => format!("incident {}", id.0),
            other => format!("{other:?}"),
        };
        found.push(format!("{line}: {points} for {what}"));
    }
    for child in &reason.children {
        collect(child, line, found);
    }
}
