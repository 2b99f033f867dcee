//! The stored shape of version 1. Changing it means a new version beside it.

use serde::Serialize;

use super::{
    ExportCap, ExportDecision, ExportOfficial, ExportPeriod, ExportRole, ExportYear, FORMAT,
    OfficialExport, VERSION,
};
use crate::domain::{Class, Classification, Decimal, Exact, Grade};
use crate::files::names::{Names, pseudonym};

#[derive(Serialize)]
pub struct FileRecord<'a> {
    format: &'static str,
    version: u32,
    written_on: String,
    names_hidden: bool,
    agency: AgencyRecord<'a>,
    year: u16,
    instrument: &'a str,
    decimals: u8,
    readings: Vec<ReadingRecord<'a>>,
    officials: Vec<OfficialRecord<'a>>,
    caps: Vec<CapRecord<'a>>,
}

#[derive(Serialize)]
struct AgencyRecord<'a> {
    name: &'a str,
    superior: Option<&'a str>,
    code: Option<&'a str>,
}

#[derive(Serialize)]
struct ReadingRecord<'a> {
    id: &'a str,
    option: &'a str,
    grade: &'static str,
}

#[derive(Serialize)]
struct OfficialRecord<'a> {
    code: String,
    name: String,
    position: &'a str,
    unit: &'a str,
    group: Option<&'a str>,
    periods: Vec<PeriodRecord<'a>>,
    year: YearRecord<'a>,
}

#[derive(Serialize)]
struct PeriodRecord<'a> {
    period: String,
    role: &'static str,
    confirmed: bool,
    general: GeneralRecord<'a>,
    result: ResultRecord,
    total: Option<ScoreRecord>,
    findings: &'a [String],
}

#[derive(Serialize)]
struct GeneralRecord<'a> {
    own: Vec<LineRecord<'a>>,
    authority: Vec<LineRecord<'a>>,
    points: Option<ScoreRecord>,
}

#[derive(Serialize)]
struct LineRecord<'a> {
    line: &'a str,
    points: String,
}

/// The parts of the task result; `dd` is đ.
#[derive(Serialize)]
struct ResultRecord {
    a: Option<String>,
    b: Option<String>,
    c: Option<String>,
    d: Option<String>,
    dd: Option<String>,
    e: Option<String>,
    points: Option<ScoreRecord>,
}

#[derive(Serialize)]
struct ScoreRecord {
    exact: String,
    shown: String,
}

#[derive(Serialize)]
struct YearRecord<'a> {
    mean: Option<ScoreRecord>,
    months: u8,
    gates: &'a [String],
    computed: &'static str,
    decided: Option<DecisionRecord<'a>>,
}

#[derive(Serialize)]
struct DecisionRecord<'a> {
    class: &'static str,
    number: Option<&'a str>,
    day: Option<String>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct CapRecord<'a> {
    group: Option<&'a str>,
    share: String,
    excellent: u32,
    base: u32,
    allowed: u32,
}

pub fn of(export: &OfficialExport) -> FileRecord<'_> {
    let hidden = export.names == Names::Hidden;
    let officials = export.officials.iter().enumerate();
    FileRecord {
        format: FORMAT,
        version: VERSION,
        written_on: export.written_on.to_string(),
        names_hidden: hidden,
        agency: AgencyRecord {
            name: &export.agency.name,
            superior: export.agency.superior.as_deref(),
            code: export.agency.code.as_deref(),
        },
        year: export.year,
        instrument: &export.instrument,
        decimals: export.decimals,
        readings: export
            .readings
            .iter()
            .map(|reading| ReadingRecord {
                id: &reading.id,
                option: &reading.option,
                grade: grade(reading.grade),
            })
            .collect(),
        officials: officials
            .map(|(place, one)| official(one, hidden.then(|| pseudonym(place)), export.decimals))
            .collect(),
        caps: export.caps.iter().map(cap).collect(),
    }
}

fn official(
    official: &ExportOfficial,
    pseudonym: Option<String>,
    decimals: u8,
) -> OfficialRecord<'_> {
    let hidden = pseudonym.is_some();
    let shown = |text: &str| pseudonym.clone().unwrap_or_else(|| text.to_owned());
    OfficialRecord {
        code: shown(&official.code),
        name: shown(&official.name),
        position: &official.position,
        unit: &official.unit,
        group: official.group.as_deref(),
        periods: official
            .periods
            .iter()
            .map(|one| period(one, decimals))
            .collect(),
        year: year(&official.year, hidden, decimals),
    }
}

fn period(period: &ExportPeriod, decimals: u8) -> PeriodRecord<'_> {
    let [a, b, c] = &period.ratios;
    let [d, dd, e] = &period.leadership;
    PeriodRecord {
        period: period.period.to_string(),
        role: role(period.role),
        confirmed: period.confirmed,
        general: GeneralRecord {
            own: line_records(&period.own_lines),
            authority: line_records(&period.authority_lines),
            points: score(period.general.as_ref(), decimals),
        },
        result: ResultRecord {
            a: exact(a.as_ref()),
            b: exact(b.as_ref()),
            c: exact(c.as_ref()),
            d: exact(d.as_ref()),
            dd: exact(dd.as_ref()),
            e: exact(e.as_ref()),
            points: score(period.result.as_ref(), decimals),
        },
        total: score(period.total.as_ref(), decimals),
        findings: &period.findings,
    }
}

fn line_records(lines: &[(String, Decimal)]) -> Vec<LineRecord<'_>> {
    lines
        .iter()
        .map(|(line, points)| LineRecord {
            line,
            points: points.to_string(),
        })
        .collect()
}

fn year(year: &ExportYear, hidden: bool, decimals: u8) -> YearRecord<'_> {
    YearRecord {
        mean: score(year.mean.as_ref(), decimals),
        months: year.months,
        gates: &year.gates,
        computed: class(year.computed),
        decided: year.decided.as_ref().map(|one| decision(one, hidden)),
    }
}

fn decision(decision: &ExportDecision, hidden: bool) -> DecisionRecord<'_> {
    DecisionRecord {
        class: class(decision.class),
        number: decision.number.as_deref(),
        day: decision.day.map(|day| day.to_string()),
        reason: decision.reason.as_deref().filter(|_| !hidden),
    }
}

fn cap(cap: &ExportCap) -> CapRecord<'_> {
    CapRecord {
        group: cap.group.as_deref(),
        share: cap.share.to_string(),
        excellent: cap.excellent,
        base: cap.base,
        allowed: cap.allowed,
    }
}

fn exact(value: Option<&Exact>) -> Option<String> {
    value.map(ToString::to_string)
}

fn score(value: Option<&Exact>, decimals: u8) -> Option<ScoreRecord> {
    value.map(|value| ScoreRecord {
        exact: value.to_string(),
        shown: value.truncated(u32::from(decimals)),
    })
}

const fn role(role: ExportRole) -> &'static str {
    match role {
        ExportRole::Staff => "staff",
        ExportRole::Head => "head",
        ExportRole::Deputy => "deputy",
        ExportRole::Support => "support",
    }
}

const fn class(class: Classification) -> &'static str {
    match class {
        Classification::Class(Class::Excellent) => "excellent",
        Classification::Class(Class::Good) => "good",
        Classification::Class(Class::Completed) => "completed",
        Classification::Class(Class::NotCompleted) => "not_completed",
        Classification::Unclassified => "unclassified",
        Classification::None => "none",
    }
}

const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Mandatory => "M",
        Grade::Guidance => "G",
        Grade::Local => "L",
        Grade::Proposal => "P",
    }
}
