//! Cases about a year of one official, and about the cap.

use congtam::domain as d;
use congtam::domain::{
    Classification, ConclusionId, DisciplineId, Gate, GroupId, Month, OfficialId, Period, Role,
    Span, Tracking, UnitId,
};
use congtam::engine::{Scores, assess_year};
use congtam::ledger::{Book, Key};
use congtam::rules::Rules;
use serde_json::{Map, Value};

use super::build::{Builder, UNIT, WHO, always};
use super::case::{CapCase, DisciplineCase, PersonCase, YearCase};
use super::json;
use super::node::Read;
use super::run::Answer;

/// The year every case is about.
const YEAR: u16 = 2026;

/// Somebody else of the agency.
const COLLEAGUE: OfficialId = OfficialId(9);

/// The fields of a year's answer.
pub fn answer_year(case: &YearCase, rules: &Rules, line: usize) -> Read<Answer> {
    let mut builder = Builder::new(line, Tracking::Monthly)?;
    builder.readings(&case.readings)?;
    let idle = idle_months(case);
    let worked = |month: &Month| !idle.contains(month);
    let spans = match case.absence {
        None if !idle.is_empty() => runs(&Month::all_of(YEAR).filter(worked).collect::<Vec<_>>()),
        _ => vec![always()],
    };
    builder.official(WHO, case.role, None, &spans)?;
    if let Some(kind) = case.absence {
        for (at, span) in runs(&idle).into_iter().enumerate() {
            let id = d::AbsenceId(u32::try_from(at).unwrap_or(0) + 1);
            let absence = d::Absence {
                official: WHO,
                kind,
                span,
                document: None,
            };
            builder.put(Key::Absence(id), absence)?;
        }
    }
    for (month, score) in Month::all_of(YEAR).zip(&case.months) {
        if let Some(score) = score {
            builder.confirm(WHO, Period::Month(month), score, rules)?;
        }
    }
    if !case.alone {
        add_colleague(&mut builder, rules)?;
    }
    add_grounds(&mut builder, case)?;
    let answer = assess_year(builder.book(), WHO, YEAR, rules);
    let mean = answer.score.mean.as_ref();
    let decimals = decimals(builder.book(), rules);
    Ok(vec![
        ("mean", json::exact(mean)),
        ("shown", json::shown(mean, decimals)),
        ("class", Value::from(classification(answer.score.computed))),
        ("findings", json::findings(&answer.score.findings)),
    ])
}

/// Somebody else with every month scored: a month without a score is one in which nothing was
/// assigned to the official the case is about, not one that nobody recorded.
fn add_colleague(builder: &mut Builder, rules: &Rules) -> Read<()> {
    builder.official(COLLEAGUE, Role::Staff, None, &[always()])?;
    for month in Month::all_of(YEAR) {
        builder.confirm(COLLEAGUE, Period::Month(month), &d::Exact::whole(80), rules)?;
    }
    Ok(())
}

fn decimals(book: &Book, rules: &Rules) -> u32 {
    let terms = congtam::engine::Terms::of(book, rules, Period::Year(YEAR));
    terms.map_or(2, |terms| u32::from(terms.chosen.decimals()))
}

fn classification(classification: Classification) -> &'static str {
    match classification {
        Classification::Class(class) => json::class(class),
        Classification::Unclassified => "unclassified",
        Classification::None => "none",
    }
}

/// The months not worked: those without a score first, then the last ones.
fn idle_months(case: &YearCase) -> Vec<Month> {
    let count = 12_usize.saturating_sub(case.worked_months as usize);
    let months: Vec<(Month, bool)> = Month::all_of(YEAR)
        .zip(case.months.iter().map(Option::is_none))
        .collect();
    let without = months.iter().rev().filter(|(_, empty)| *empty);
    let with = months.iter().rev().filter(|(_, empty)| !*empty);
    let mut idle: Vec<Month> = without
        .chain(with)
        .map(|(month, _)| *month)
        .take(count)
        .collect();
    idle.sort_unstable();
    idle
}

/// Months in order as spans of days.
fn runs(months: &[Month]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for month in months {
        match spans.last_mut() {
            Some(span) if span.to == month.first_day().pred_opt() => {
                span.to = Some(month.last_day());
            }
            _ => spans.push(Span {
                from: month.first_day(),
                to: Some(month.last_day()),
            }),
        }
    }
    spans
}

fn add_grounds(builder: &mut Builder, case: &YearCase) -> Read<()> {
    if let Some(class) = case.unit_class {
        let record = d::UnitYear {
            class: Some(class),
            ..d::UnitYear::default()
        };
        builder.put(Key::UnitYear(UNIT, YEAR), record)?;
    }
    let mut disciplines = 0;
    for (at, gate) in case.gates.iter().enumerate() {
        if *gate == Gate::DutyDiscipline {
            disciplines += 1;
            let record = discipline(Period::Year(YEAR).first_day());
            builder.put(Key::Discipline(DisciplineId(disciplines)), record)?;
            continue;
        }
        let conclusion = d::GateConclusion {
            official: WHO,
            gate: *gate,
            year: YEAR,
            authority: "Cấp mẫu".to_owned(),
            document: "01/KL".to_owned(),
            on: Period::Year(YEAR).first_day(),
        };
        let id = ConclusionId(u32::try_from(at).unwrap_or(0) + 1);
        builder.put(Key::GateConclusion(id), conclusion)?;
    }
    if case
        .disciplines
        .iter()
        .any(|discipline| discipline.former_unit)
    {
        let former = d::Unit {
            name: "Đơn vị cũ mẫu".to_owned(),
            code: None,
            parent: Some(UNIT),
        };
        builder.put(Key::Unit(UnitId(2)), former)?;
    }
    for one in &case.disciplines {
        disciplines += 1;
        let record = discipline_record(one, disciplines);
        builder.put(Key::Discipline(DisciplineId(disciplines)), record)?;
    }
    if let Some(class) = case.decided {
        let decision = d::YearDecision {
            official: WHO,
            year: YEAR,
            own_class: None,
            class: Some(class),
            reason: None,
            number: None,
            on: None,
            proposal: None,
            replaces: None,
            petition: None,
        };
        builder.put(Key::Decision(d::DecisionId(1)), decision)?;
    }
    Ok(())
}

fn discipline(effective: d::Day) -> d::Discipline {
    d::Discipline {
        official: WHO,
        form: "khien-trach".to_owned(),
        side: d::DisciplineSide::Administrative,
        act: String::new(),
        act_on: None,
        decision: None,
        effective,
        duty_related: true,
        same_act_as: None,
        already_used_in: None,
        act_unit: None,
    }
}

fn discipline_record(case: &DisciplineCase, number: u32) -> d::Discipline {
    d::Discipline {
        duty_related: case.duty_related,
        already_used_in: case.already_used_in,
        act_unit: case.former_unit.then_some(UnitId(2)),
        same_act_as: (case.same_act && number > 1).then_some(DisciplineId(number - 1)),
        ..discipline(case.effective)
    }
}

/// The fields of a cap's answer.
pub fn answer_cap(case: &CapCase, rules: &Rules, line: usize) -> Read<Answer> {
    let mut builder = Builder::new(line, Tracking::Monthly)?;
    builder.readings(&case.readings)?;
    if case.raised {
        let record = d::UnitYear {
            raised_cap: true,
            ..d::UnitYear::default()
        };
        builder.put(Key::UnitYear(UNIT, YEAR), record)?;
    }
    let mut groups: Vec<String> = Vec::new();
    for (at, person) in case.people.iter().enumerate() {
        let group = group(&mut builder, &mut groups, person)?;
        let id = OfficialId(u32::try_from(at).unwrap_or(0) + 1);
        builder.official(id, Role::Staff, group, &[always()])?;
        for month in Month::all_of(YEAR) {
            builder.confirm(id, Period::Month(month), &person.score, rules)?;
        }
        if let Some(class) = person.decided {
            let decision = d::YearDecision {
                official: id,
                year: YEAR,
                own_class: None,
                class: Some(class),
                reason: None,
                number: None,
                on: None,
                proposal: None,
                replaces: None,
                petition: None,
            };
            builder.put(Key::Decision(d::DecisionId(id.0)), decision)?;
        }
    }
    let scores = Scores::full(builder.book(), rules);
    let Some(report) = scores.cap(builder.book(), rules, YEAR) else {
        return Ok(Vec::new());
    };
    let named = report.groups.iter().filter_map(|line| {
        let congtam::engine::CapScope::Group(group) = line.scope else {
            return None;
        };
        let name = groups.get(group.index().checked_sub(1)?)?;
        Some((name.clone(), Value::from(line.allowed)))
    });
    let groups: Map<String, Value> = named.collect();
    Ok(vec![
        ("organisation", Value::from(report.organisation.allowed)),
        ("groups", Value::Object(groups)),
        ("findings", Value::Array(Vec::new())),
    ])
}

fn group(
    builder: &mut Builder,
    groups: &mut Vec<String>,
    person: &PersonCase,
) -> Read<Option<GroupId>> {
    let Some(name) = &person.group else {
        return Ok(None);
    };
    if let Some(at) = groups.iter().position(|known| known == name) {
        return Ok(Some(GroupId(u32::try_from(at).unwrap_or(0) + 1)));
    }
    groups.push(name.clone());
    let id = GroupId(u32::try_from(groups.len()).unwrap_or(0));
    builder.put(
        Key::Group(id),
        d::DutyGroup {
            name: format!("Nhóm {name}"),
        },
    )?;
    Ok(Some(id))
}
