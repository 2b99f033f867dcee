//! What a case says, before a book is built from it.

use std::collections::BTreeSet;

use congtam::domain::{AbsenceKind, Class, Day, Decimal, Exact, Gate, LineId, Period, Role};
use congtam::rules::{ReadingId, Rules};

use super::complaint::{ComplaintCase, IncidentCase};
use super::node::{Fault, Fields, Node, Read};
use super::task::TaskCase;

/// One case.
pub struct Case<'a> {
    /// Name.
    pub name: String,
    /// Line of its head.
    pub line: usize,
    /// What it is about.
    pub kind: Kind,
    /// Expected values by field.
    pub expect: Vec<(&'a str, Node<'a>)>,
}

/// What a case is about.
pub enum Kind {
    /// A month or quarter of one official.
    Period(Box<PeriodCase>),
    /// A year of one official.
    Year(Box<YearCase>),
    /// The cap.
    Cap(Box<CapCase>),
    /// A clock in working days.
    Clock {
        /// Day of receipt.
        from: Day,
        /// Working days.
        working_days: u32,
    },
    /// Names in order.
    Names(Vec<String>),
    /// A search.
    Search {
        /// What is searched.
        query: String,
        /// Where.
        texts: Vec<String>,
    },
}

/// A month or quarter of one official.
pub struct PeriodCase {
    pub period: Period,
    pub role: Role,
    pub general: Option<General>,
    pub authority: Option<General>,
    pub readings: Vec<(ReadingId, String)>,
    pub leadership: [Option<bool>; 3],
    pub support: [Option<Decimal>; 3],
    pub tasks: Vec<TaskCase>,
    /// Scores of those led; nothing for somebody without a score.
    pub led: Vec<(Role, Option<Exact>)>,
    pub complaints: Vec<ComplaintCase>,
    pub incidents: Vec<IncidentCase>,
    /// Scores of the months a quarter or half-year is the mean of.
    pub months: Option<Vec<Option<Exact>>>,
    pub confirmed: Option<Exact>,
    pub foreign: Option<Decimal>,
}

/// Points of the general criteria.
pub enum General {
    /// Spread over the lines in order.
    Sum(Decimal),
    /// By line.
    Lines(Vec<(LineId, Decimal)>),
}

/// A year of one official.
pub struct YearCase {
    pub role: Role,
    pub months: Vec<Option<Exact>>,
    pub worked_months: u32,
    pub absence: Option<AbsenceKind>,
    pub gates: Vec<Gate>,
    pub unit_class: Option<Class>,
    pub readings: Vec<(ReadingId, String)>,
    pub disciplines: Vec<DisciplineCase>,
    pub decided: Option<Class>,
    /// True when nothing of anybody else is recorded in the agency.
    pub alone: bool,
}

/// A disciplinary decision.
pub struct DisciplineCase {
    pub effective: Day,
    pub duty_related: bool,
    pub already_used_in: Option<u16>,
    pub former_unit: bool,
    pub same_act: bool,
}

/// The cap.
pub struct CapCase {
    pub raised: bool,
    pub readings: Vec<(ReadingId, String)>,
    pub people: Vec<PersonCase>,
}

/// One person under the cap.
pub struct PersonCase {
    pub group: Option<String>,
    pub score: Exact,
    pub decided: Option<Class>,
}

const ROLES: [(&str, Role); 4] = [
    ("staff", Role::Staff),
    ("head", Role::Head),
    ("deputy", Role::Deputy),
    ("support", Role::Support),
];

/// The words for classes.
pub const CLASSES: [(&str, Class); 4] = [
    ("excellent", Class::Excellent),
    ("good", Class::Good),
    ("completed", Class::Completed),
    ("not_completed", Class::NotCompleted),
];

impl<'a> Case<'a> {
    /// Reads one case; unknown keys are faults.
    pub fn read(mut fields: Fields<'a>, rules: &Rules) -> Read<Self> {
        let name = fields.need("name")?.string()?.to_owned();
        let line = fields.line;
        let kind = fields.need("kind")?;
        let (kind, known): (Kind, &[&str]) = match kind.string()? {
            "period" => (
                Kind::Period(Box::new(read_period(&mut fields, rules)?)),
                &[
                    "quantity", "quality", "schedule", "result", "general", "total", "shown",
                    "class", "findings", "effects", "history", "counted",
                ],
            ),
            "year" => (
                Kind::Year(Box::new(read_year(&mut fields, rules)?)),
                &["mean", "shown", "class", "findings"],
            ),
            "cap" => (
                Kind::Cap(Box::new(read_cap(&mut fields, rules)?)),
                &["organisation", "groups"],
            ),
            "clock" => (
                Kind::Clock {
                    from: fields.need("from")?.day()?,
                    working_days: fields.need("working_days")?.whole()?,
                },
                &["due"],
            ),
            "text" => read_text(&mut fields)?,
            other => return kind.fault(format!("\"{other}\" is no kind of case")),
        };
        let expect = match fields.get("expect") {
            Some(expect) => expect.entries()?,
            None => Vec::new(),
        };
        for (key, node) in &expect {
            if !known.contains(key) {
                return node.fault(format!("unknown key `{key}` under `expect`"));
            }
        }
        fields.finish()?;
        Ok(Self {
            name,
            line,
            kind,
            expect,
        })
    }
}

fn read_text(fields: &mut Fields) -> Read<(Kind, &'static [&'static str])> {
    if let Some(names) = fields.get("names") {
        return Ok((Kind::Names(names.strings()?), &["sorted"]));
    }
    let query = fields.need("query")?.string()?.to_owned();
    let texts = fields.need("texts")?.strings()?;
    Ok((Kind::Search { query, texts }, &["matches"]))
}

fn read_period(fields: &mut Fields, rules: &Rules) -> Read<PeriodCase> {
    let period = fields.need("period")?.period()?;
    let tasks = fields.tables("task")?;
    let complaints = fields.tables("complaint")?;
    let incidents = fields.tables("incident")?;
    Ok(PeriodCase {
        period,
        role: fields.need("role")?.word(&ROLES)?,
        general: fields
            .get("general")
            .map(|node| read_general(&node))
            .transpose()?,
        authority: fields
            .get("authority")
            .map(|node| read_general(&node))
            .transpose()?,
        readings: read_readings(fields, rules)?,
        leadership: read_leadership(fields)?,
        support: read_support(fields)?,
        tasks: tasks.into_iter().map(TaskCase::read).collect::<Read<_>>()?,
        led: read_led(fields)?,
        complaints: complaints
            .into_iter()
            .map(ComplaintCase::read)
            .collect::<Read<_>>()?,
        incidents: incidents
            .into_iter()
            .map(IncidentCase::read)
            .collect::<Read<_>>()?,
        months: fields
            .get("months")
            .map(|node| read_months(&node))
            .transpose()?,
        confirmed: fields
            .get("confirmed")
            .map(|node| node.exact())
            .transpose()?,
        foreign: fields
            .get("foreign")
            .map(|node| node.decimal())
            .transpose()?,
    })
}

fn read_general(node: &Node) -> Read<General> {
    if !node.is_table() {
        return node.decimal().map(General::Sum);
    }
    let mut lines = Vec::new();
    for (key, points) in node.entries()? {
        match LineId::parse(key) {
            Some(line) => lines.push((line, points.decimal()?)),
            None => return points.fault(format!("`{key}` is no line such as II.3")),
        }
    }
    Ok(General::Lines(lines))
}

fn read_readings(fields: &mut Fields, rules: &Rules) -> Read<Vec<(ReadingId, String)>> {
    let Some(node) = fields.get("readings") else {
        return Ok(Vec::new());
    };
    let Some(in_force) = rules.in_force().last() else {
        return node.fault("no rules are in force");
    };
    let mut readings = Vec::new();
    for (key, option) in node.entries()? {
        let Some(id) = ReadingId::parse(key) else {
            return option.fault(format!("unknown key `{key}` under `readings`"));
        };
        let chosen = option.string()?;
        if in_force.reading(id).option(chosen).is_none() {
            return option.fault(format!("\"{chosen}\" is no option of {key}"));
        }
        readings.push((id, chosen.to_owned()));
    }
    Ok(readings)
}

fn read_leadership(fields: &mut Fields) -> Read<[Option<bool>; 3]> {
    let Some(node) = fields.get("leadership") else {
        return Ok([None; 3]);
    };
    let mut answers = node.fields()?;
    let mut one = |key| {
        let answer = answers.get(key);
        answer
            .map(|node| node.word(&[("100", true), ("50", false)]))
            .transpose()
    };
    let read = [one("d")?, one("dd")?, one("e")?];
    answers.finish()?;
    Ok(read)
}

fn read_support(fields: &mut Fields) -> Read<[Option<Decimal>; 3]> {
    let Some(node) = fields.get("support") else {
        return Ok([None; 3]);
    };
    let mut ratings = node.fields()?;
    let mut one = |key| ratings.get(key).map(|node| node.decimal()).transpose();
    let read = [one("quality")?, one("compliance")?, one("effectiveness")?];
    ratings.finish()?;
    Ok(read)
}

fn read_led(fields: &mut Fields) -> Read<Vec<(Role, Option<Exact>)>> {
    let people = fields.tables("led")?;
    let read = |mut person: Fields| {
        let role = person
            .get("role")
            .map_or(Ok(Role::Staff), |node| node.word(&ROLES))?;
        let score = read_score(&person.need("score")?)?;
        person.finish()?;
        Ok((role, score))
    };
    people.into_iter().map(read).collect()
}

fn read_score(node: &Node) -> Read<Option<Exact>> {
    if node.string()? == "-" {
        return Ok(None);
    }
    node.exact().map(Some)
}

fn read_months(node: &Node) -> Read<Vec<Option<Exact>>> {
    node.list()?.iter().map(read_score).collect()
}

fn read_year(fields: &mut Fields, rules: &Rules) -> Read<YearCase> {
    const ABSENCES: [(&str, Option<AbsenceKind>); 5] = [
        ("none", None),
        ("sick", Some(AbsenceKind::Sick)),
        ("maternity", Some(AbsenceKind::Maternity)),
        ("unpaid", Some(AbsenceKind::Unpaid)),
        ("other", Some(AbsenceKind::Other)),
    ];
    const GATES: [(&str, Gate); 5] = [
        ("degradation", Gate::Degradation),
        ("party_prohibition", Gate::PartyProhibition),
        ("example_duty", Gate::ExampleDuty),
        ("duty_discipline", Gate::DutyDiscipline),
        ("unit_corruption", Gate::UnitCorruption),
    ];
    let months_at = fields.need("months")?;
    let months = read_months(&months_at)?;
    if months.len() != 12 {
        return months_at.fault(format!("expected 12 months, found {}", months.len()));
    }
    let worked = fields.get("worked_months");
    let worked_months = worked.map_or(Ok(12), |node| node.whole())?;
    if worked_months > 12 {
        return months_at.fault("a year has at most 12 worked months");
    }
    let gates = match fields.get("gates") {
        Some(node) => node
            .list()?
            .iter()
            .map(|gate| gate.word(&GATES))
            .collect::<Read<_>>()?,
        None => Vec::new(),
    };
    let disciplines = fields.tables("discipline")?;
    Ok(YearCase {
        role: fields.need("role")?.word(&ROLES)?,
        months,
        worked_months,
        absence: fields
            .get("absence")
            .map_or(Ok(None), |node| node.word(&ABSENCES))?,
        gates,
        unit_class: fields
            .get("unit_class")
            .map(|node| node.word(&CLASSES))
            .transpose()?,
        readings: read_readings(fields, rules)?,
        disciplines: disciplines
            .into_iter()
            .map(read_discipline)
            .collect::<Read<_>>()?,
        decided: fields
            .get("decided")
            .map(|node| node.word(&CLASSES))
            .transpose()?,
        alone: fields.get("alone").map_or(Ok(false), |node| node.flag())?,
    })
}

fn read_discipline(mut fields: Fields) -> Read<DisciplineCase> {
    let used = fields
        .get("already_used_in")
        .map(|node| node.whole())
        .transpose()?;
    let discipline = DisciplineCase {
        effective: fields.need("effective")?.day()?,
        duty_related: fields
            .get("duty_related")
            .map_or(Ok(true), |node| node.flag())?,
        already_used_in: used.and_then(|year| u16::try_from(year).ok()),
        former_unit: fields
            .get("former_unit")
            .map_or(Ok(false), |node| node.flag())?,
        same_act: fields
            .get("same_act")
            .map_or(Ok(false), |node| node.flag())?,
    };
    fields.finish()?;
    Ok(discipline)
}

fn read_cap(fields: &mut Fields, rules: &Rules) -> Read<CapCase> {
    let percent = fields.need("percent")?;
    let class = &rules
        .in_force()
        .last()
        .ok_or_else(|| Fault {
            line: fields.line,
            reason: "no rules are in force".to_owned(),
        })?
        .class;
    let given = percent.decimal()?;
    let raised = match given {
        _ if given == class.cap.value => false,
        _ if given == class.raised_cap.value => true,
        _ => return percent.fault(format!("{given} percent is not a cap of the decree")),
    };
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    for mut person in fields.tables("person")? {
        let id = person.need("id")?;
        if !seen.insert(id.string()?.to_owned()) {
            return id.fault(format!("the id \"{}\" is used twice", id.string()?));
        }
        people.push(PersonCase {
            group: person
                .get("group")
                .map(|n| n.string().map(str::to_owned))
                .transpose()?,
            score: person.need("score")?.exact()?,
            decided: person
                .get("decided")
                .map(|node| node.word(&CLASSES))
                .transpose()?,
        });
        person.finish()?;
    }
    Ok(CapCase {
        raised,
        readings: read_readings(fields, rules)?,
        people,
    })
}
