//! What is true of every score, tried on invented books and operations.

mod edits;
mod local;
mod world;

use congtam::domain::{Assignment, AssignmentId, Decimal, Exact, OfficialId, Period};
use congtam::engine::{Scores, Terms};
use congtam::ledger::{Action, Book, Draft, Key, Kind, Record};
use congtam::rules::Rules;
use proptest::prelude::*;

use edits::Edit;
use world::{base, month, tasks_of_one};

fn rules() -> &'static Rules {
    Rules::shipped_ref().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn scores_kept_up_to_date_equal_those_computed_anew(
        edits in prop::collection::vec(any::<Edit>(), 1..40),
    ) {
        let mut book = base();
        let mut scores = Scores::full(&book, rules());
        for edit in edits {
            let operation = edit.on(&book);
            if book.apply(&operation).is_err() {
                continue;
            }
            scores.update(&book, rules(), &operation);
            let anew = Scores::full(&book, rules());
            prop_assert!(scores == anew, "they differ after {:?}", operation);
        }
    }

    #[test]
    fn taking_an_edit_back_gives_the_former_scores(
        edits in prop::collection::vec(any::<Edit>(), 1..12),
    ) {
        let mut book = base();
        let mut scores = Scores::full(&book, rules());
        let before = scores.clone();
        let mut done = Vec::new();
        for edit in edits {
            let operation = edit.on(&book);
            if book.apply(&operation).is_ok() {
                scores.update(&book, rules(), &operation);
                done.push(operation);
            }
        }
        for operation in done.iter().rev() {
            let back = operation.inverse(Action::Undo(1));
            book.apply(&back).unwrap();
            scores.update(&book, rules(), &back);
        }
        prop_assert!(scores == before);
    }

    #[test]
    fn the_order_of_records_never_changes_a_score(
        tasks in tasks_of_one(),
        turn in 0_usize..12,
    ) {
        let mut turned = tasks.clone();
        let by = turn % tasks.len().max(1);
        turned.rotate_left(by);
        let mut reversed = tasks.clone();
        reversed.reverse();
        let expected = total(&with_tasks(&tasks));
        prop_assert_eq!(&total(&with_tasks(&turned)), &expected);
        prop_assert_eq!(&total(&with_tasks(&reversed)), &expected);
    }

    #[test]
    fn finishing_more_never_lowers_a_score(tasks in tasks_of_one(), at in 0_usize..12) {
        let mut more = tasks.clone();
        let task = &mut more[at % tasks.len()];
        let added = task.completed.checked_add(Decimal::ONE).unwrap();
        task.completed = added.min(task.assigned.max(task.completed));
        prop_assert!(total(&with_tasks(&more)) >= total(&with_tasks(&tasks)));
    }

    #[test]
    fn one_more_lateness_or_failure_never_raises_a_score(
        tasks in tasks_of_one(),
        at in 0_usize..12,
        failure in any::<bool>(),
    ) {
        let mut worse = tasks.clone();
        let task = &mut worse[at % tasks.len()];
        world::add_event(task, failure);
        // Without recorded occurrences lateness follows from the dates; a recorded one
        // replaces that, so only tasks on time before are compared.
        prop_assume!(failure || task.finished.is_none());
        prop_assert!(total(&with_tasks(&worse)) <= total(&with_tasks(&tasks)));
    }

    #[test]
    fn one_more_late_occurrence_never_raises_a_score_under_slabs(
        tasks in tasks_of_one(),
        at in 0_usize..12,
        milestone in prop::option::of(1_u32..25),
        (slab, first, rest) in (1_u32..12, 0_u32..=100, 0_u32..=100),
    ) {
        let mut worse = tasks.clone();
        let task = &mut worse[at % tasks.len()];
        match milestone {
            Some(days) => world::add_late_milestone(task, days),
            None => world::add_event(task, false),
        }
        let under = |tasks: &[Assignment]| {
            let mut book = with_tasks(tasks);
            world::choose(&mut book, "R1", &format!("slabs:{slab}={first};*={rest}"));
            total(&book)
        };
        prop_assert!(under(&worse) <= under(&tasks));
    }

    #[test]
    fn a_confirmed_excuse_never_lowers_a_score(tasks in tasks_of_one(), at in 0_usize..12) {
        let mut excused = tasks.clone();
        world::excuse_all(&mut excused[at % tasks.len()]);
        prop_assert!(total(&with_tasks(&excused)) >= total(&with_tasks(&tasks)));
    }

    #[test]
    fn what_is_displayed_never_crosses_a_threshold(
        numerator in 0_i64..2_000_000_000,
        denominator in 1_i64..20_000_000,
        decimals in 1_u32..4,
    ) {
        let score = Exact::ratio(numerator.into(), denominator.into());
        let class = &rules().for_year(2026).unwrap().class;
        let shown = Exact::parse(&score.truncated(decimals)).unwrap();
        prop_assert!(shown <= score);
        prop_assert_eq!(class.class_of(&shown), class.class_of(&score));
    }
}

#[test]
fn a_kept_score_is_the_score_of_the_whole_answer() {
    let book = base();
    let scores = Scores::full(&book, rules());
    for period in scores.periods() {
        for (official, score) in scores.period_scores(period) {
            let answer = scores.assess(&book, rules(), official, period);
            assert_eq!(answer.total, score.total);
            assert_eq!(answer.general, score.general);
            assert_eq!(answer.state, score.state);
            let reason = answer.reason.expect("rules are in force");
            if let congtam::engine::Value::Points(points) = &reason.value {
                assert_eq!(Some(points), answer.total.as_ref());
            }
        }
    }
}

#[test]
fn the_terms_of_2025_do_not_exist() {
    let book = base();
    assert!(Terms::of(&book, rules(), Period::Year(2025)).is_none());
    assert!(Terms::of(&book, rules(), Period::Year(2026)).is_some());
}

fn with_tasks(tasks: &[Assignment]) -> Book {
    let mut book = world::with_general();
    let mut draft = Draft::new(&book, Action::Add(Kind::Assignment));
    for task in tasks {
        let id = AssignmentId(draft.fresh(Kind::Assignment));
        draft.put(Key::Assignment(id), Record::Assignment(task.clone()));
    }
    let operation = draft.finish();
    book.apply(&operation).unwrap();
    book
}

/// The total of the one official these books are about; none counts as the lowest.
fn total(book: &Book) -> Option<Exact> {
    let scores = Scores::full(book, rules());
    let score = scores.score(OfficialId(1), Period::Month(month(5)))?;
    score.total.clone()
}
