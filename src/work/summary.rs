//! The summary workbook of a year, filled from the scores.

use std::ops::ControlFlow;

use crate::app::job::{Bytes, JobProgress, MadeFile, NotMade, Order};
use crate::app::law;
use crate::domain::{
    Assignment, Class, Classification, Decimal, Exact, OfficialId, Origin, Period, Role,
};
use crate::engine::{
    Assessment, LatenessSource, ScoreState, Scores, Terms, TermsTable, YearAssessment, figures,
    general_lines, place,
};
use crate::files::workbook::{
    PeriodRole, PersonPeriod, Summary, SummaryPerson, TaskLine, TaskOrigin, write_summary,
};
use crate::ledger::Book;
use crate::rules::LateUnit;

use super::people::{self, Person};
use super::{Report, parameters};

/// The workbook of the year the order's period lies in.
pub(super) fn workbook(
    book: &Book,
    order: &Order,
    report: Report<'_>,
) -> Result<MadeFile, NotMade> {
    let summary = summary(book, order)?;
    let tell = |progress: crate::files::archive::PackProgress| {
        report(JobProgress {
            done: progress.done as u64,
            of: progress.total as u64,
        });
        ControlFlow::Continue(())
    };
    let bytes = write_summary(&summary, tell).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: format!("Tong-hop-{}.xlsx", summary.year),
        bytes: Bytes(bytes),
    })
}

/// Everything in the workbook.
pub(super) fn summary(book: &Book, order: &Order) -> Result<Summary, NotMade> {
    let year = people::period(order).ok_or(NotMade::NothingToMake)?.year();
    let period = Period::Year(year);
    let table = TermsTable::new(book, law());
    let terms = table.of(period).ok_or(NotMade::NothingToMake)?;
    let scores = Scores::full(book, law());
    let filler = Filler {
        book,
        table: &table,
        year: &terms,
        scores: &scores,
    };
    let people: Vec<SummaryPerson> = people::people(book, order, period)
        .iter()
        .map(|person| filler.person(person, year))
        .collect();
    if people.is_empty() {
        return Err(NotMade::NothingToMake);
    }
    let cap = scores.cap(book, law(), year);
    let percent = cap.map_or(terms.rules.class.cap.value, |cap| cap.organisation.percent);
    Ok(Summary {
        agency: book.agency.name.clone(),
        year,
        written_on: people::today(order),
        log: people::log_head(order),
        names: people::names(order),
        parameters: parameters::of(&terms, percent),
        people,
    })
}

struct Filler<'a, 'r> {
    book: &'a Book,
    table: &'a TermsTable<'r>,
    /// The terms the formulas use.
    year: &'a Terms<'r>,
    scores: &'a Scores,
}

impl Filler<'_, '_> {
    fn person(&self, person: &Person, year: u16) -> SummaryPerson {
        let assessed = self.scores.assess_year(self.book, law(), person.id, year);
        let tracked = assessed
            .parts
            .iter()
            .filter(|part| !matches!(part.state, ScoreState::Away | ScoreState::NotComputed));
        let periods = tracked
            .map(|part| self.period(person.id, part.period))
            .collect();
        let score = &assessed.score;
        SummaryPerson {
            code: person.code.clone(),
            name: person.name.clone(),
            position: person.title.clone(),
            unit: person.unit.clone(),
            group: person.group.clone(),
            periods,
            mean: score.mean.clone(),
            complete: score.complete,
            score_class: score.band,
            gate: self.gate(&assessed),
            unit_class: score.limit.and_then(|(_, class)| class),
            unclassified: (score.computed == Classification::Unclassified).then(|| {
                let minimum = &self.year.rules.class.minimum_months;
                minimum.basis.name.vi.clone()
            }),
            computed: score.computed,
            decided: score
                .decided
                .map(|(_, class): (_, Class)| Classification::Class(class)),
            note: String::new(),
        }
    }

    fn gate(&self, assessed: &YearAssessment) -> Option<String> {
        let names: Vec<&str> = assessed
            .score
            .gates
            .iter()
            .map(|closed| {
                let gate = self.year.rules.class.gate(closed.gate);
                gate.basis.name.vi.as_str()
            })
            .collect();
        (!names.is_empty()).then(|| names.join("; "))
    }

    fn period(&self, official: OfficialId, period: Period) -> PersonPeriod {
        let assessed = self.scores.assess(self.book, law(), official, period);
        let role = role(assessed.seat.map(|seat| seat.role));
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
        let (ratios, leadership) = match role {
            PeriodRole::Support => (three, [const { None }; 3]),
            PeriodRole::Leader => (of_tasks, three),
            PeriodRole::Staff => (of_tasks, [const { None }; 3]),
        };
        let points = self.year.rules.task.points.exact();
        let result = assessed.result.as_ref().map(|part| part.times(&points));
        let terms = self.table.of(period);
        let lines = terms.iter().flat_map(|terms| {
            let lines = general_lines(self.book, terms, official);
            lines.map(|line| line.counted()).collect::<Vec<_>>()
        });
        PersonPeriod {
            period,
            role,
            general_lines: lines.collect(),
            ratios,
            leadership,
            fixed_total: self.fixed_total(&assessed),
            result,
            in_year: assessed.total.is_some(),
            total: assessed.total,
            note: String::new(),
            tasks: self.tasks(official, period),
        }
    }

    /// The total, where the formulas cannot arrive at it from the parts: it was confirmed
    /// before the records changed, came from elsewhere, or was scored under other terms.
    fn fixed_total(&self, assessed: &Assessment) -> Option<Exact> {
        let same_terms = self.table.of(assessed.period).is_some_and(|terms| {
            terms.denominator == self.year.denominator
                && terms.excess == self.year.excess
                && terms.chosen.floor() == self.year.chosen.floor()
                && std::ptr::eq(terms.rules, self.year.rules)
        });
        let follows = same_terms && assessed.computed == assessed.total;
        assessed.total.clone().filter(|_| !follows)
    }

    fn tasks(&self, official: OfficialId, period: Period) -> Vec<TaskLine> {
        let Some(terms) = self.table.of(period) else {
            return Vec::new();
        };
        let all = self.book.assignments.of(official);
        all.filter_map(|(_, task)| {
            let placement = place(task, self.table)?;
            let mut shares = placement.shares(self.table.tracking());
            let (_, here) = shares.find(|(each, _)| *each == period)?;
            let share = Exact::ratio(i128::from(here), i128::from(placement.months));
            Some(self.task(task, &terms, share))
        })
        .collect()
    }

    fn task(&self, task: &Assignment, terms: &Terms<'_>, share: Exact) -> TaskLine {
        let figures = figures(task, terms);
        let product = task.product.and_then(|id| self.book.products.get(id));
        let product_name = product.map(|product| product.task.clone());
        let slabs = matches!(terms.late_unit, LateUnit::Slabs(_));
        TaskLine {
            code: task.code.clone().unwrap_or_default(),
            title: task.name.clone().unwrap_or_default(),
            product: product_name.unwrap_or_default(),
            origin: origin(task),
            in_assigned: figures.planned,
            share,
            coefficient: task.coefficient,
            assigned: task.assigned,
            completed: if task.handed_back.is_some() {
                Decimal::ZERO
            } else {
                task.completed
            },
            assigned_on: task.assigned_on,
            due: task.due,
            due_in_force: task.deadline(),
            finished: task.finished,
            failures: figures.failures,
            excused_failures: figures.excused_failures,
            late: figures.lateness.count,
            excused_late: figures.lateness.excused,
            quality: terms.share(figures.quality),
            timeliness: terms.share(figures.schedule),
            timeliness_given: slabs && figures.lateness.source == LatenessSource::Dates,
        }
    }
}

const fn role(role: Option<Role>) -> PeriodRole {
    match role {
        Some(Role::Head | Role::Deputy) => PeriodRole::Leader,
        Some(Role::Support) => PeriodRole::Support,
        Some(Role::Staff) | None => PeriodRole::Staff,
    }
}

const fn origin(task: &Assignment) -> TaskOrigin {
    match (&task.handed_back, task.origin) {
        (Some(_), _) => TaskOrigin::HandedBack,
        (None, Origin::Planned) => TaskOrigin::Planned,
        (None, Origin::Unplanned) => TaskOrigin::Unplanned,
        (None, Origin::TakenOver) => TaskOrigin::TakenOver,
    }
}
