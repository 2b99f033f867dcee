//! Scores, findings and reasons as JSON.

use congtam::domain::{Citation, Class, Classification, Exact, Grade, Origin, Role};
use congtam::engine::{Finding, Input, InputName, Reason, Step, Value as Figure};
use serde_json::{Value, json};

use super::case::CLASSES;

/// An exact fraction as a text.
pub fn exact(value: Option<&Exact>) -> Value {
    value.map_or(Value::Null, |value| Value::from(value.to_string()))
}

/// As people read it: cut off, with a comma.
pub fn shown(value: Option<&Exact>, decimals: u32) -> Value {
    value.map_or(Value::Null, |value| {
        Value::from(value.truncated(decimals).replace('.', ","))
    })
}

/// The word for a class.
pub fn class(class: Class) -> &'static str {
    let found = CLASSES.iter().find(|(_, known)| *known == class);
    found.map_or("none", |(word, _)| word)
}

/// The codes of findings.
pub fn findings(findings: &[Finding]) -> Value {
    findings
        .iter()
        .map(|finding| Value::from(finding.code()))
        .collect()
}

/// A reason with its children.
pub fn reason(reason: &Reason) -> Value {
    let citations: Vec<String> = reason.citations().iter().map(citation).collect();
    let readings = reason.readings.iter();
    let readings: Vec<Value> = readings
        .map(|used| json!({ "id": used.id.key(), "option": used.option }))
        .collect();
    json!({
        "step": format!("{:?}", reason.step),
        "rule": reason.rule.key,
        "citation": citations.join("; "),
        "grade": grade(reason.grade()),
        "readings": readings,
        "inputs": reason.inputs.iter().map(input).collect::<Vec<_>>(),
        "value": figure(&reason.value),
        "children": reason.children.iter().map(self::reason).collect::<Vec<_>>(),
    })
}

/// What the reasons tell of extensions and causes, in order, counting or not.
pub fn history(reason: Option<&Reason>) -> Value {
    let mut told = Vec::new();
    if let Some(reason) = reason {
        tell(reason, &mut told);
    }
    told.into_iter().map(Value::from).collect()
}

/// What else the reasons name of tasks, in order: failures, late occurrences, lateness by the
/// dates, hand-backs, and work that is not of the plan.
pub fn counted(reason: Option<&Reason>) -> Value {
    let mut told = Vec::new();
    if let Some(reason) = reason {
        name(reason, &mut told);
    }
    told.into_iter().map(Value::from).collect()
}

fn name(reason: &Reason, told: &mut Vec<String>) {
    let found = |name: InputName| reason.inputs.iter().find(|input| input.name == name);
    let is_excused = found(InputName::Excused).is_some_and(|it| it.value == Figure::Flag(true));
    let excused = if is_excused { " excused" } else { "" };
    let words = match reason.step {
        Step::QualityFailure => Some(format!("failure{excused}")),
        Step::LateOccurrence => Some(format!("late{excused}")),
        Step::DerivedLateness => Some(format!("late by its dates{excused}")),
        Step::HandedBack => Some("handed back".to_owned()),
        Step::Task => match found(InputName::Origin).map(|it| &it.value) {
            Some(Figure::Origin(Origin::TakenOver)) => Some("taken over".to_owned()),
            Some(Figure::Origin(Origin::Unplanned)) => Some("unplanned".to_owned()),
            _ => None,
        },
        _ => None,
    };
    // A task stands under a, b and c: what is the same in all three is named once.
    let again = matches!(reason.step, Step::HandedBack | Step::Task);
    if let Some(words) = words.filter(|words| !(again && told.contains(words))) {
        told.push(words);
    }
    for child in &reason.children {
        name(child, told);
    }
}

fn tell(reason: &Reason, told: &mut Vec<String>) {
    let found = |name: InputName| reason.inputs.iter().find(|input| input.name == name);
    let revoked = found(InputName::Revoked).map(|input| plain(&figure(&input.value)));
    let stands = match (revoked, found(InputName::Superseded), &reason.value) {
        (Some(day), ..) => format!("revoked {day}"),
        (None, Some(_), _) => "superseded".to_owned(),
        (None, None, Figure::Flag(false)) => "open".to_owned(),
        (None, None, Figure::Flag(true)) => "counts".to_owned(),
        _ => "in force".to_owned(),
    };
    match reason.step {
        Step::Extension => told.push(format!(
            "extension {} {stands}",
            plain(&figure(&reason.value))
        )),
        Step::ObjectiveCause => told.push(format!("cause {stands}")),
        _ => {}
    }
    for child in &reason.children {
        tell(child, told);
    }
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn input(input: &Input) -> Value {
    json!({
        "name": format!("{:?}", input.name),
        "value": figure(&input.value),
        "record": input.record.map(|key| format!("{key:?}")),
        "event": input.event.map(|event| event.0),
    })
}

fn figure(value: &Figure) -> Value {
    match value {
        Figure::Points(value)
        | Figure::Ratio(value)
        | Figure::Quantity(value)
        | Figure::Months(value) => Value::from(value.to_string()),
        Figure::Count(count) => Value::from(*count),
        Figure::Day(day) => Value::from(day.to_string()),
        Figure::Period(period) => Value::from(period.to_string()),
        Figure::Class(value) | Figure::Classification(Classification::Class(value)) => {
            Value::from(class(*value))
        }
        Figure::Classification(Classification::Unclassified) => Value::from("unclassified"),
        Figure::Classification(Classification::None) | Figure::Missing => Value::Null,
        Figure::Role(role) => Value::from(match role {
            Role::Head => "head",
            Role::Deputy => "deputy",
            Role::Staff => "staff",
            Role::Support => "support",
        }),
        Figure::Origin(origin) => Value::from(match origin {
            Origin::Planned => "planned",
            Origin::TakenOver => "taken_over",
            Origin::Unplanned => "unplanned",
        }),
        Figure::ByAuthority(by) => Value::from(if *by { "authority" } else { "own" }),
        Figure::Flag(flag) => Value::from(*flag),
        Figure::Text(text) => Value::from(text.clone()),
    }
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Mandatory => "M",
        Grade::Guidance => "G",
        Grade::Local => "L",
        Grade::Proposal => "P",
    }
}

fn citation(citation: &Citation) -> String {
    let mut text = citation.instrument.clone();
    if let Some(article) = citation.article {
        text = format!("{text} Đ{article}");
        if let Some(clause) = citation.clause {
            text = format!("{text}.{clause}");
        }
        text.push_str(citation.point.as_deref().unwrap_or_default());
    }
    if let Some(part) = &citation.part {
        text.push(' ');
        text.push_str(part);
    }
    text
}
