//! Cases about a month or quarter of one official.

use congtam::domain as d;
use congtam::domain::{AssignmentId, OfficialId, Period, Role, Tracking};
use congtam::engine::{Assessment, Terms, assess};
use congtam::ledger::Key;
use congtam::rules::{CivilServantRules, Rules};
use serde_json::Value;

use super::build::{Builder, WHO, always, line_points};
use super::case::PeriodCase;
use super::complaint;
use super::json;
use super::node::{Fault, Read};
use super::run::Answer;

/// The fields of a period's answer, and its findings and reasons.
pub fn answer(case: &PeriodCase, rules: &Rules, line: usize) -> Read<(Answer, Answer)> {
    let quarterly = matches!(case.period, Period::Quarter { .. }) && case.months.is_none();
    let tracking = if quarterly {
        Tracking::Quarterly
    } else {
        Tracking::Monthly
    };
    let mut builder = Builder::new(line, tracking)?;
    builder.readings(&case.readings)?;
    builder.official(WHO, case.role, None, &[always()])?;
    add_records(&mut builder, case, rules)?;
    let assessment = assess(builder.book(), WHO, case.period, rules);
    let decimals = Terms::of(builder.book(), rules, case.period)
        .map_or(2, |terms| u32::from(terms.chosen.decimals()));
    Ok((fields(&assessment, decimals), extra(&assessment)))
}

fn add_records(builder: &mut Builder, case: &PeriodCase, rules: &Rules) -> Read<()> {
    if let Some(months) = &case.months {
        for (month, score) in case.period.months().into_iter().zip(months) {
            if let Some(score) = score {
                builder.confirm(WHO, Period::Month(month), score, rules)?;
            }
        }
    }
    if let (Some(total), Period::Month(month)) = (case.foreign, case.period) {
        let source = "Cơ quan cũ mẫu".to_owned();
        builder.put(
            Key::ForeignScore(WHO, month),
            d::ForeignScore { total, source },
        )?;
    }
    if let Some(total) = &case.confirmed {
        builder.confirm(WHO, case.period, total, rules)?;
    }
    let Ok(in_force) = rules.for_period(case.period) else {
        return Ok(());
    };
    add_sheets(builder, case, in_force)?;
    add_tasks(builder, case, rules)?;
    for (at, (role, score)) in case.led.iter().enumerate() {
        let id = OfficialId(u32::try_from(at).unwrap_or(0) + 2);
        builder.official(id, *role, None, &[always()])?;
        if let Some(score) = score {
            builder.confirm(id, case.period, score, rules)?;
        }
    }
    complaint::put(builder, &case.complaints, &case.incidents, case.period)?;
    Ok(())
}

fn add_sheets(builder: &mut Builder, case: &PeriodCase, rules: &CivilServantRules) -> Read<()> {
    let points = |general: &Option<super::case::General>| {
        general
            .as_ref()
            .map(|general| line_points(general, rules))
            .unwrap_or_default()
    };
    let sheet = d::GeneralSheet {
        own: points(&case.general),
        authority: points(&case.authority),
        ..d::GeneralSheet::default()
    };
    if case.general.is_some() || case.authority.is_some() {
        builder.put(Key::General(WHO, case.period), sheet)?;
    }
    if case.role.leads() {
        let [d, dd, e] = case
            .leadership
            .map(|answer| answer.map(|full| d::LeadershipAnswer { full, reason: None }));
        let sheet = d::LeadershipSheet {
            unit_result: d,
            organising: dd,
            unity: e,
        };
        builder.put(Key::Leadership(WHO, case.period), sheet)?;
    }
    if case.role == Role::Support {
        let [quality, compliance, effectiveness] = case.support;
        let sheet = d::SupportSheet {
            quality,
            compliance,
            effectiveness,
        };
        builder.put(Key::Support(WHO, case.period), sheet)?;
    }
    Ok(())
}

fn add_tasks(builder: &mut Builder, case: &PeriodCase, rules: &Rules) -> Read<()> {
    for (at, task) in case.tasks.iter().enumerate() {
        let terms = Terms::of(builder.book(), rules, case.period).ok_or_else(|| Fault {
            line: task.line,
            reason: "no rules are in force for the period".to_owned(),
        })?;
        let mut record = task.record(case.period, &terms);
        record.official = (!task.other).then_some(WHO);
        let id = AssignmentId(u32::try_from(at).unwrap_or(0) + 1);
        builder
            .put(Key::Assignment(id), record)
            .map_err(|fault| Fault {
                line: task.line,
                ..fault
            })?;
    }
    Ok(())
}

fn fields(assessment: &Assessment, decimals: u32) -> Answer {
    let exact = json::exact;
    let total = assessment.total.as_ref();
    vec![
        ("quantity", exact(assessment.quantity.as_ref())),
        ("quality", exact(assessment.quality.as_ref())),
        ("schedule", exact(assessment.schedule.as_ref())),
        ("result", exact(assessment.result.as_ref())),
        (
            "general",
            exact(assessment.general.map(d::Decimal::exact).as_ref()),
        ),
        ("total", exact(total)),
        ("shown", json::shown(total, decimals)),
        (
            "class",
            Value::from(assessment.class.map_or("none", json::class)),
        ),
        ("findings", json::findings(&assessment.findings)),
        ("effects", complaint::in_reasons(assessment)),
    ]
}

fn extra(assessment: &Assessment) -> Answer {
    let reasons = assessment.reason.as_ref().map_or(Value::Null, json::reason);
    vec![
        ("history", json::history(assessment.reason.as_ref())),
        ("counted", json::counted(assessment.reason.as_ref())),
        ("reasons", reasons),
    ]
}
