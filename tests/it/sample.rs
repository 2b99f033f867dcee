//! What the sample agency promises to show, as the engine scores it.

use std::collections::BTreeMap;

use congtam::app::view::tasks::{TaskStatus, status};
use congtam::domain::{
    Assignment, Class, Classification, Conclusion, Day, Exact, Excuses, Month, OfficialId, Origin,
    Period, Role, TaskEventKind,
};
use congtam::engine::{CapScope, Finding, ScoreState, Scores};
use congtam::ledger::Book;
use congtam::rules::Rules;
use congtam::sample;

const SEEDS: [u64; 3] = [sample::SEED, 7, 1234];

fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(2026, month, day).unwrap()
}

struct Scored {
    seed: u64,
    book: Book,
    scores: Scores,
}

impl Scored {
    fn new(seed: u64, until: Day) -> Self {
        let operation = sample::agency(seed, sample::OFFICIALS, sample::TASKS_PER_MONTH, until);
        let mut book = Book::default();
        book.apply(&operation).unwrap();
        let scores = Scores::full(&book, Rules::shipped_ref().unwrap());
        Self { seed, book, scores }
    }

    fn whole_years() -> Vec<Self> {
        SEEDS.map(|seed| Self::new(seed, day(12, 31))).into()
    }

    fn classes(&self) -> BTreeMap<Classification, Vec<OfficialId>> {
        let mut classes: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (official, year) in self.scores.year_scores(2026) {
            classes.entry(year.computed).or_default().push(official);
        }
        classes
    }

    fn mean(&self, official: OfficialId) -> Exact {
        let year = self.scores.year(official, 2026).unwrap();
        year.mean.clone().unwrap()
    }

    fn tasks(&self) -> impl Iterator<Item = &Assignment> {
        self.book.assignments.iter().map(|(_, task)| task)
    }
}

/// Days in the middle and near the end of different months.
fn ordinary_days() -> [Day; 5] {
    [
        day(3, 18),
        day(9, 15),
        day(11, 12),
        day(11, 20),
        day(11, 24),
    ]
}

#[test]
fn of_the_open_tasks_about_one_in_fifteen_is_overdue() {
    for seed in SEEDS {
        for until in ordinary_days() {
            let sample = Scored::new(seed, until);
            let statuses = sample.tasks().map(|task| status(task, until));
            let (mut open, mut overdue) = (0, 0);
            for status in statuses {
                match status {
                    TaskStatus::Overdue(_) => overdue += 1,
                    TaskStatus::DueSoon(_) | TaskStatus::InProgress => open += 1,
                    _ => {}
                }
            }
            let share = overdue * 100 / (open + overdue);
            assert!(
                (5..=8).contains(&share),
                "seed {seed}, {until}: {overdue} of {open}"
            );
        }
    }
}

#[test]
fn of_earlier_months_only_three_tasks_were_never_finished() {
    for seed in SEEDS {
        for until in ordinary_days() {
            let sample = Scored::new(seed, until);
            let first = Month::of(until).first_day();
            let stuck: Vec<_> = sample
                .tasks()
                .filter(|task| matches!(status(task, until), TaskStatus::Overdue(_)))
                .filter(|task| task.deadline().is_some_and(|day| day < first))
                .collect();
            assert_eq!(stuck.len(), 3, "seed {seed}, {until}");
            let reminded = |task: &&&Assignment| {
                let reminders = task.events.iter();
                let reminders =
                    reminders.filter(|event| matches!(event.kind, TaskEventKind::Handling { .. }));
                reminders.count() == 2
            };
            assert_eq!(stuck.iter().filter(reminded).count(), 1);
        }
    }
}

#[test]
fn every_month_that_is_over_has_its_scores() {
    for seed in SEEDS {
        let sample = Scored::new(seed, day(11, 20));
        for month in Month::all_of(2026).take(10) {
            let scores = sample.scores.period_scores(Period::Month(month));
            let open = scores.filter(|(_, score)| score.state == ScoreState::Incomplete);
            let expected = usize::from(month.number() == 6);
            assert_eq!(open.count(), expected, "seed {seed}, {month}");
        }
    }
}

#[test]
fn lateness_counts_where_it_is_not_excused_and_only_there() {
    let sample = Scored::new(sample::SEED, day(11, 20));
    let late = |task: &&Assignment| {
        task.finished
            .zip(task.deadline())
            .is_some_and(|(finished, deadline)| finished > deadline)
    };
    let (excused, counted): (Vec<_>, Vec<_>) = sample
        .tasks()
        .filter(late)
        .partition(|task| task.is_excused(Excuses::DerivedLateness));
    assert!(excused.len() > 30 && counted.len() > 200);
    let today = day(11, 20);
    assert!(
        excused
            .iter()
            .all(|task| status(task, today) == TaskStatus::Excused)
    );
    assert!(counted.iter().all(|task| !matches!(
        status(task, today),
        TaskStatus::Excused | TaskStatus::OnTime
    )));
}

#[test]
fn an_extended_task_done_by_its_new_deadline_is_not_late() {
    let sample = Scored::new(sample::SEED, day(11, 20));
    let extended: Vec<_> = sample
        .tasks()
        .filter(|task| task.deadline() > task.due && task.finished <= task.deadline())
        .filter(|task| task.finished.is_some())
        .collect();
    assert!(extended.len() > 9);
    let on_time = |task: &&Assignment| status(task, day(11, 20)) == TaskStatus::OnTime;
    assert!(extended.iter().all(on_time));
}

#[test]
fn handed_back_and_unplanned_work_stand_where_the_decree_puts_them() {
    let sample = Scored::new(sample::SEED, day(11, 20));
    let given: Vec<_> = sample
        .tasks()
        .filter(|task| task.handed_back.is_some())
        .collect();
    assert!(given.len() >= 4);
    assert!(
        given
            .iter()
            .all(|task| task.origin == Origin::Planned && task.completed.is_zero())
    );
    let added = sample.tasks().filter(|task| task.origin != Origin::Planned);
    assert!(added.count() > 50);
}

/// The one whose tasks are written line by line: the first of the ordinary staff.
const NARROW: OfficialId = OfficialId(15);

#[test]
fn a_whole_year_ends_in_every_class_and_in_none() {
    for sample in Scored::whole_years() {
        let counts: BTreeMap<_, _> = sample
            .classes()
            .into_iter()
            .map(|(class, people)| (class, people.len()))
            .collect();
        let of = |class| counts.get(&Classification::Class(class)).copied();
        let context = format!("seed {}: {counts:?}", sample.seed);
        assert!(of(Class::Excellent) >= Some(8), "{context}");
        assert!(of(Class::Good) >= Some(30), "{context}");
        assert!(of(Class::Completed) >= Some(2), "{context}");
        assert!(of(Class::NotCompleted) >= Some(2), "{context}");
        assert!(
            counts.contains_key(&Classification::Unclassified),
            "{context}"
        );
        assert!(counts.contains_key(&Classification::None), "{context}");
    }
}

#[test]
fn one_mean_lies_just_under_the_highest_class_on_every_day() {
    for until in [day(6, 30), day(9, 30), day(11, 20), day(12, 31)] {
        let sample = Scored::new(sample::SEED, until);
        let mean = sample.mean(NARROW);
        assert!(mean < Exact::whole(90), "{until}: {mean}");
        assert_eq!(mean.truncated(2), "89.99", "{until}: {mean}");
        let year = sample.scores.year(NARROW, 2026).unwrap();
        assert_eq!(year.band, Some(Class::Good), "{until}");
    }
    let sample = Scored::new(sample::SEED, day(12, 31));
    let rounded = sample.mean(NARROW).times(&Exact::whole(100)).nearest();
    assert_eq!(rounded, 9000, "rounding would lift it into the next class");
}

#[test]
fn the_cap_binds_in_the_organisation_and_in_exactly_one_group() {
    for sample in Scored::whole_years() {
        let rules = Rules::shipped_ref().unwrap();
        let cap = sample.scores.cap(&sample.book, rules, 2026).unwrap();
        assert!(cap.organisation.over > 0, "seed {}: {cap:?}", sample.seed);
        let bound: Vec<_> = cap.groups.iter().filter(|line| line.over > 0).collect();
        assert_eq!(bound.len(), 1, "seed {}: {bound:#?}", sample.seed);
        let CapScope::Group(group) = bound[0].scope else {
            panic!("a group");
        };
        let name = &sample.book.groups.get(group).unwrap().name;
        assert_eq!(name, "Bộ phận một cửa");
    }
}

#[test]
fn a_discipline_closes_the_gate_of_somebody_whose_mean_is_better() {
    for sample in Scored::whole_years() {
        let (_, case) = sample.book.disciplines.iter().next().unwrap();
        let year = sample.scores.year(case.official, 2026).unwrap();
        assert_eq!(year.gates.len(), 1);
        assert_eq!(year.computed, Classification::Class(Class::NotCompleted));
        assert_eq!(year.band, Some(Class::Good), "seed {}", sample.seed);
    }
}

#[test]
fn a_heads_class_is_held_down_by_the_units() {
    for sample in Scored::whole_years() {
        let held = sample.scores.year_scores(2026).filter(|(_, year)| {
            let limit = year.limit.and_then(|(_, class)| class);
            year.band == Some(Class::Excellent) && limit > Some(Class::Excellent)
        });
        assert!(held.count() > 0, "seed {}", sample.seed);
        let unknown = sample.scores.year_scores(2026).filter(|(_, year)| {
            year.findings
                .iter()
                .any(|finding| matches!(finding, Finding::UnitClassMissing { .. }))
        });
        assert_eq!(unknown.count(), 1, "seed {}", sample.seed);
    }
}

#[test]
fn leave_transfer_and_months_without_tasks_are_scored_as_the_decree_says() {
    for sample in Scored::whole_years() {
        let states = |state| {
            let all = sample.scores.periods().into_iter();
            let found = all.filter(|period| period.year() == 2026);
            found
                .flat_map(|period| {
                    let scores = sample.scores.period_scores(period);
                    scores.map(move |(official, score)| (official, score.state))
                })
                .filter(|(_, found)| *found == state)
                .count()
        };
        assert!(states(ScoreState::Away) >= 8, "seed {}", sample.seed);
        assert_eq!(states(ScoreState::Foreign), 4, "seed {}", sample.seed);
        assert_eq!(states(ScoreState::Empty), 2, "seed {}", sample.seed);
        assert_eq!(states(ScoreState::Incomplete), 1, "seed {}", sample.seed);
        for (_, absence) in sample.book.absences.iter() {
            let year = sample.scores.year(absence.official, 2026).unwrap();
            assert_eq!(year.class(), Some(Class::Good), "{absence:?}");
        }
    }
}

#[test]
fn confirmed_months_are_what_the_engine_computes() {
    let sample = Scored::new(sample::SEED, day(11, 20));
    assert!(sample.book.confirmations.len() > 150);
    let unlocked = sample.book.confirmations.iter();
    assert_eq!(unlocked.filter(|(_, it)| it.unlocked.is_some()).count(), 1);
    for ((official, period), _) in sample.book.confirmations.iter() {
        let score = sample.scores.score(official, period).unwrap();
        let differs = score.findings.contains(&Finding::ConfirmedDiffers);
        assert!(!differs, "{official:?} {period}");
    }
}

#[test]
fn the_month_under_way_is_still_to_be_scored() {
    let sample = Scored::new(sample::SEED, day(11, 20));
    let november = Period::parse("2026-11").unwrap();
    let missing = sample
        .scores
        .period_scores(november)
        .filter(|(_, score)| score.state == ScoreState::Incomplete);
    assert!(missing.count() > 40);
    let heads = sample.book.positions.iter();
    let heads = heads.filter(|(_, position)| position.role == Role::Head);
    let (with, without): (Vec<_>, Vec<_>) = heads
        .map(|(_, position)| position.official)
        .partition(|official| sample.book.leaderships.contains((*official, november)));
    assert!(!with.is_empty() && !without.is_empty());
}

#[test]
fn an_overturned_complaint_takes_nothing_off() {
    let sample = Scored::new(sample::SEED, day(12, 31));
    let overturned: Vec<_> = sample
        .book
        .complaints
        .iter()
        .filter(|(_, complaint)| {
            let concluded = complaint.steps.iter().any(|step| {
                step.state == congtam::domain::ComplaintState::Concluded(Conclusion::Substantiated)
            });
            concluded
                && complaint
                    .conclusion()
                    .is_some_and(|(it, _)| !it.may_count())
        })
        .collect();
    assert_eq!(overturned.len(), 1);
    let (_, complaint) = overturned[0];
    assert_eq!(complaint.effects.len(), 2);
    assert!(!complaint.effects[1].taken);
}
