//! Runs the cases of one text and compares what was expected with what came out.

use std::collections::BTreeMap;

use congtam::domain::Exact;
use congtam::rules::Rules;
use congtam::text::{matches, sort_by_name};
use serde_json::{Map, Value};

use super::case::{Case, Kind};
use super::node::{Fault, Fields, Node, Read, parse};
use super::{period, year};

/// What one case came to.
#[derive(Debug)]
pub struct Outcome {
    /// One JSON object on one line.
    pub json: String,
    /// Expected values that differ.
    pub differences: Vec<Difference>,
}

/// One expected value that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    case: String,
    field: String,
    expected: String,
    got: String,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            case,
            field,
            expected,
            got,
        } = self;
        write!(
            f,
            "case \"{case}\", field {field}: expected {expected}, got {got}"
        )
    }
}

/// The fields of an answer, in order.
pub type Answer = Vec<(&'static str, Value)>;

/// Runs every case of a text; a fault anywhere refuses the whole text.
pub fn run_text(text: &str) -> Read<Vec<Outcome>> {
    let rules = Rules::shipped_ref().map_err(|faults| Fault {
        line: 1,
        reason: format!("the shipped rules are faulty: {faults}"),
    })?;
    let root = parse(text)?;
    let mut fields = Fields::root(text, &root);
    let cases = fields.tables("case")?;
    fields.finish()?;
    let cases: Vec<Case> = cases
        .into_iter()
        .map(|fields| Case::read(fields, rules))
        .collect::<Read<_>>()?;
    cases.iter().map(|case| run_case(case, rules)).collect()
}

fn run_case(case: &Case, rules: &Rules) -> Read<Outcome> {
    let (answer, extra) = match &case.kind {
        Kind::Period(inner) => period::answer(inner, rules, case.line)?,
        Kind::Year(inner) => (year::answer_year(inner, rules, case.line)?, Vec::new()),
        Kind::Cap(inner) => (year::answer_cap(inner, rules, case.line)?, Vec::new()),
        Kind::Clock { from, working_days } => {
            let calendar = rules.calendar.with_edits(&[]);
            let due = calendar.add_working_days(*from, *working_days);
            (vec![("due", Value::from(due.to_string()))], Vec::new())
        }
        Kind::Names(names) => {
            let mut sorted = names.clone();
            sort_by_name(&mut sorted, String::as_str);
            (vec![("sorted", Value::from(sorted))], Vec::new())
        }
        Kind::Search { query, texts } => {
            let found: Vec<String> = texts
                .iter()
                .filter(|t| matches(query, t))
                .cloned()
                .collect();
            (vec![("matches", Value::from(found))], Vec::new())
        }
    };
    let mut differences = Vec::new();
    for (field, expected) in &case.expect {
        let got = answer
            .iter()
            .chain(&extra)
            .find(|(name, _)| name == field)
            .map(|(_, value)| value);
        compare(case, field, expected, got, &mut differences)?;
    }
    let mut object = Map::new();
    object.insert("name".to_owned(), Value::from(case.name.clone()));
    object.insert("findings".to_owned(), Value::Array(Vec::new()));
    for (name, value) in answer.into_iter().chain(extra) {
        object.insert(name.to_owned(), value);
    }
    Ok(Outcome {
        json: Value::Object(object).to_string(),
        differences,
    })
}

fn compare(
    case: &Case,
    field: &str,
    expected: &Node,
    got: Option<&Value>,
    differences: &mut Vec<Difference>,
) -> Read<()> {
    let mut differ = |field: String, expected: String, got: String| {
        differences.push(Difference {
            case: case.name.clone(),
            field,
            expected,
            got,
        });
    };
    match got {
        Some(Value::Array(items)) => {
            let expected = expected.strings()?;
            let got: Vec<String> = items.iter().map(plain).collect();
            if expected != got {
                differ(field.to_owned(), expected.join(" | "), got.join(" | "));
            }
        }
        Some(Value::Object(entries)) => {
            let expected: BTreeMap<&str, Node> = expected.entries()?.into_iter().collect();
            let keys = entries
                .keys()
                .map(String::as_str)
                .chain(expected.keys().copied());
            let mut keys: Vec<&str> = keys.collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                let wanted = expected.get(key).map(Node::plain).transpose()?;
                let wanted = wanted.unwrap_or_else(|| "nothing".to_owned());
                let got = entries.get(key).map_or_else(|| "nothing".to_owned(), plain);
                if !same(&wanted, &got) {
                    differ(format!("{field}.{key}"), wanted, got);
                }
            }
        }
        other => {
            let wanted = expected.plain()?;
            let got = other.map_or_else(|| "none".to_owned(), plain);
            if !same(&wanted, &got) {
                differ(field.to_owned(), wanted, got);
            }
        }
    }
    Ok(())
}

/// Equal as written, or equal as numbers (`1.5` and `3/2`).
fn same(expected: &str, got: &str) -> bool {
    expected == got
        || match (Exact::parse(expected), Exact::parse(got)) {
            (Ok(expected), Ok(got)) => expected == got,
            _ => false,
        }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "none".to_owned(),
        other => other.to_string(),
    }
}
