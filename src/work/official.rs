//! The year as JSON for the official system, filled from the scores.

use crate::app::job::{Bytes, MadeFile, NotMade, Order};
use crate::app::law;
use crate::domain::{Classification, Decimal, LineId, OfficialId, Period, Role};
use crate::engine::{CapLine, CapScope, ScoreState, Scores, Terms, decision_of};
use crate::files::official::{
    ExportAgency, ExportCap, ExportDecision, ExportOfficial, ExportPeriod, ExportReading,
    ExportRole, ExportYear, OfficialExport, write_official,
};
use crate::ledger::Book;

use super::people::{self, Person};

/// The JSON of the year the order's period lies in.
pub(super) fn json(book: &Book, order: &Order) -> Result<MadeFile, NotMade> {
    let year = people::period(order).ok_or(NotMade::NothingToMake)?.year();
    let period = Period::Year(year);
    let terms = Terms::of(book, law(), period).ok_or(NotMade::NothingToMake)?;
    let scores = Scores::full(book, law());
    let caps = scores.cap(book, law(), year);
    let caps = caps.iter().flat_map(|report| {
        let all = std::iter::once(&report.organisation).chain(&report.groups);
        all.map(|line| cap(book, line))
    });
    let governing = law().governing(period.first_day());
    let export = OfficialExport {
        agency: ExportAgency {
            name: book.agency.name.clone(),
            superior: Some(book.agency.superior.clone()).filter(|name| !name.is_empty()),
            code: None,
        },
        year,
        written_on: people::today(order).ok_or(NotMade::NothingToMake)?,
        names: people::names(order),
        instrument: governing.map_or_else(String::new, |set| set.instrument.clone()),
        readings: readings(&terms),
        decimals: terms.chosen.decimals(),
        officials: people::people(book, order, period)
            .iter()
            .map(|person| official(book, &terms, &scores, year, person))
            .collect(),
        caps: caps.collect(),
    };
    if export.officials.is_empty() {
        return Err(NotMade::NothingToMake);
    }
    let bytes = write_official(&export).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: format!("Ket-qua-{year}.json"),
        bytes: Bytes(bytes),
    })
}

fn readings(terms: &Terms<'_>) -> Vec<ExportReading> {
    let chosen = terms.chosen.iter();
    chosen
        .map(|option| ExportReading {
            id: option.reading.key().to_owned(),
            option: option.key.clone(),
            grade: option.basis.grade,
        })
        .collect()
}

fn cap(book: &Book, line: &CapLine) -> ExportCap {
    let group = match line.scope {
        CapScope::Organisation => None,
        CapScope::Group(group) => book.groups.get(group).map(|group| group.name.clone()),
    };
    let percent = line.percent.exact();
    ExportCap {
        group,
        share: percent.times(&crate::domain::Exact::ratio(1, 100)),
        excellent: line.standing,
        base: line.base,
        allowed: line.allowed,
    }
}

fn official(
    book: &Book,
    terms: &Terms<'_>,
    scores: &Scores,
    year: u16,
    person: &Person,
) -> ExportOfficial {
    let assessed = scores.assess_year(book, law(), person.id, year);
    let tracked = assessed
        .parts
        .iter()
        .filter(|part| !matches!(part.state, ScoreState::Away | ScoreState::NotComputed));
    let periods: Vec<ExportPeriod> = tracked
        .map(|part| period(book, terms, scores, person.id, part.period))
        .collect();
    let months = assessed.parts.iter().filter(|part| part.total.is_some());
    let months: usize = months.map(|part| part.period.months().len()).sum();
    let score = assessed.score;
    ExportOfficial {
        code: person.code.clone(),
        name: person.name.clone(),
        position: person.title.clone(),
        unit: person.unit.clone(),
        group: Some(person.group.clone()).filter(|group| !group.is_empty()),
        periods,
        year: ExportYear {
            mean: score.mean,
            months: u8::try_from(months).unwrap_or(u8::MAX),
            gates: score
                .gates
                .iter()
                .map(|closed| terms.rules.class.gate(closed.gate).basis.key.clone())
                .collect(),
            computed: score.computed,
            decided: decision(book, person.id, year),
        },
    }
}

fn decision(book: &Book, official: OfficialId, year: u16) -> Option<ExportDecision> {
    let (_, decision) = decision_of(book, official, year)?;
    Some(ExportDecision {
        class: Classification::Class(decision.class?),
        number: decision.number.clone(),
        day: decision.on,
        reason: decision.reason.clone(),
    })
}

fn period(
    book: &Book,
    terms: &Terms<'_>,
    scores: &Scores,
    official: OfficialId,
    period: Period,
) -> ExportPeriod {
    let assessed = scores.assess(book, law(), official, period);
    let sheet = book.generals.get((official, period));
    let lines = |points: &dyn Fn(LineId) -> Option<Decimal>| {
        let lines = terms.rules.lines();
        lines
            .filter_map(|line| Some((line.id.to_string(), points(line.id)?)))
            .collect()
    };
    let others = |place: usize| {
        let found = assessed.others.get(place);
        found.and_then(|(_, value)| value.clone())
    };
    let of_tasks = [
        assessed.quantity.clone(),
        assessed.quality.clone(),
        assessed.schedule.clone(),
    ];
    let three = [others(0), others(1), others(2)];
    let none = || [const { None }; 3];
    let role = role(assessed.seat.map(|seat| seat.role));
    let (ratios, leadership) = match role {
        ExportRole::Support => (three, none()),
        ExportRole::Head | ExportRole::Deputy => (of_tasks, three),
        ExportRole::Staff => (of_tasks, none()),
    };
    let points = terms.rules.task.points.exact();
    ExportPeriod {
        period,
        role,
        confirmed: assessed.state == ScoreState::Confirmed,
        own_lines: lines(&|line| sheet.and_then(|sheet| sheet.own.get(line))),
        authority_lines: lines(&|line| sheet.and_then(|sheet| sheet.authority.get(line))),
        general: assessed.general.map(Decimal::exact),
        ratios,
        leadership,
        result: assessed.result.as_ref().map(|part| part.times(&points)),
        total: assessed.total.clone(),
        findings: assessed
            .findings
            .iter()
            .map(|finding| finding.code().to_owned())
            .collect(),
    }
}

const fn role(role: Option<Role>) -> ExportRole {
    match role {
        Some(Role::Head) => ExportRole::Head,
        Some(Role::Deputy) => ExportRole::Deputy,
        Some(Role::Support) => ExportRole::Support,
        Some(Role::Staff) | None => ExportRole::Staff,
    }
}
