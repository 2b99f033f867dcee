//! The invented agency people try the program with, and books of any size for benchmarks.
//!
//! Both are functions of a seed: the same arguments give the same records on every
//! machine. Everything about people is invented; only the catalogue of products is that
//! of a real commune's decision.

mod bulk;
mod cast;
mod catalogue;
mod chance;
mod complaints;
mod confirm;
mod directive;
mod incidents;
mod life;
mod overdue;
mod sheets;
mod situations;
mod words;
mod work;

pub use bulk::book;

use crate::domain::{Day, Decimal, LineId, Month};
use crate::ledger::{Action, Book, Draft, Operation};
use crate::rules::Rules;

use chance::Chance;

/// The seed the program itself uses.
pub const SEED: u64 = 2026;
/// Officials of the ordinary sample.
pub const OFFICIALS: u32 = 60;
/// Tasks of one official in one month of the ordinary sample.
pub const TASKS_PER_MONTH: u32 = 8;

/// The evaluated year of the sample.
const YEAR: u16 = 2026;
/// Months in which one official is given no task.
const IDLE_MONTHS: [u8; 2] = [4, 5];
const AGENCY_NAME: &str = "UBND xã Bình Minh (mẫu)";

/// The sample agency as one operation on an empty book: what would be recorded in 2026 up
/// to and including the day given.
///
/// A commune of five units. The first 43 officials are written by hand (leaders, absences,
/// a transfer, namesakes, somebody just under the highest class); fewer officials leave out
/// the last of them, more repeat ordinary staff. From October on every situation is there.
#[must_use]
pub fn agency(seed: u64, officials: u32, tasks_per_month: u32, until: Day) -> Operation {
    let book = Book::default();
    let mut maker = Maker::new(&book, seed, tasks_per_month, until);
    let mut cast = cast::assemble(&mut maker.draft, &mut maker.chance, officials);
    maker.complaints(&cast);
    maker.incidents(&cast);
    maker.discipline(&cast);
    for month in Month::all_of(YEAR).filter(|month| month.first_day() <= until) {
        for person in &mut cast.people {
            maker.month_of_work(person, month);
            maker.month_of_points(person, month);
        }
    }
    maker.thin_overdue();
    maker.situations(&cast);
    maker.stuck_tasks(&cast);
    maker.lives(&cast);
    maker.local_tariff();
    maker.directive_events(&cast);
    maker.unit_years(&cast);
    let mut operation =
        std::mem::replace(&mut maker.draft, Draft::new(&book, Action::LoadSample)).finish();
    maker.confirm(&mut operation, &cast);
    operation
}

/// What the parts of the sample share while it is made.
struct Maker<'a> {
    draft: Draft<'a>,
    chance: Chance,
    shelf: catalogue::Shelf,
    until: Day,
    tasks: u32,
    /// The lines of the general criteria with their most points.
    lines: Vec<(LineId, Decimal)>,
}

impl Maker<'_> {
    /// Whether a month is over: then it has been scored.
    fn is_closed(&self, month: Month) -> bool {
        last_day(month) <= self.until
    }
}

impl<'a> Maker<'a> {
    fn new(book: &'a Book, seed: u64, tasks: u32, until: Day) -> Self {
        let mut draft = Draft::new(book, Action::LoadSample);
        let shelf = catalogue::stock(&mut draft, day(1, 1));
        Self {
            draft,
            chance: Chance::new(seed),
            shelf,
            until,
            tasks,
            lines: general_lines(),
        }
    }
}

/// A day of the sample's year.
fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(i32::from(YEAR), month, day).unwrap_or_default()
}

/// The last day of a month that counts: in December the day the year is rated.
fn last_day(month: Month) -> Day {
    if month.number() == 12 {
        day(12, 15)
    } else {
        month.last_day()
    }
}

/// The lines of the general criteria with their most points, as the rules have them.
fn general_lines() -> Vec<(LineId, Decimal)> {
    let rules = Rules::shipped_ref().ok();
    let sections = rules
        .and_then(|rules| rules.for_year(YEAR).ok())
        .map_or(&[][..], |rules| &rules.sections);
    let lines = sections.iter().flat_map(|section| &section.lines);
    lines.map(|line| (line.id, line.max)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Assignment, ComplaintState, Conclusion, Excuses, Origin, Period, Role, TaskEventKind,
    };
    use std::collections::BTreeSet;

    const SEEDS: [u64; 3] = [SEED, 1, 77];

    fn sample(seed: u64) -> Book {
        let operation = agency(seed, OFFICIALS, TASKS_PER_MONTH, day(11, 20));
        let mut book = Book::default();
        book.apply(&operation).expect("the sample is a valid book");
        book
    }

    #[test]
    fn the_same_seed_gives_the_same_agency_and_another_seed_another() {
        let make = |seed| agency(seed, 60, 3, day(4, 10));
        assert_eq!(make(5), make(5));
        assert_ne!(make(5), make(6));
    }

    #[test]
    fn any_size_and_any_day_gives_a_valid_book() {
        for (officials, tasks, until) in [
            (1, 1, day(1, 1)),
            (20, 0, day(2, 28)),
            (90, 2, day(12, 31)),
            (60, 4, day(1, 1) - chrono::Days::new(400)),
            (60, 2, day(12, 31) + chrono::Days::new(400)),
        ] {
            let operation = agency(9, officials, tasks, until);
            let mut book = Book::default();
            book.apply(&operation).expect("a valid book");
            assert_eq!(book.officials.len(), officials as usize);
        }
    }

    #[test]
    fn it_says_that_it_is_a_sample_and_holds_no_decision_on_a_class() {
        let book = sample(SEED);
        assert!(book.agency.sample);
        assert_eq!(book.units.len(), 6);
        assert_eq!(book.products.len(), 371);
        assert!(book.decisions.is_empty());
    }

    #[test]
    fn two_namesakes_differ_by_code_and_everybody_else_by_name() {
        for seed in SEEDS {
            let book = sample(seed);
            let names: BTreeSet<_> = book.officials.iter().map(|(_, it)| &it.name).collect();
            let codes: BTreeSet<_> = book.officials.iter().map(|(_, it)| &it.code).collect();
            assert_eq!((names.len(), codes.len()), (59, 60), "seed {seed}");
        }
    }

    #[test]
    fn nothing_happened_after_the_last_day() {
        let book = sample(SEED);
        let until = day(11, 20);
        let late = book.assignments.iter().filter(|(_, task)| {
            task.finished.is_some_and(|day| day > until)
                || task.events.iter().any(|event| event.on > until)
        });
        assert_eq!(late.count(), 0);
        let steps = book.complaints.iter().flat_map(|(_, it)| &it.steps);
        let days: Vec<Day> = steps.map(|step| step.on).collect();
        assert!(days.len() > 20);
        assert!(days.iter().all(|day| *day <= until));
    }

    #[test]
    fn tasks_hold_every_kind_of_history() {
        for seed in SEEDS {
            let book = sample(seed);
            let tasks = || book.assignments.iter().map(|(_, task)| task);
            let some = |what: &str, found: bool| assert!(found, "seed {seed}: {what}");
            let with = |kind: fn(&TaskEventKind) -> bool| {
                tasks().filter(move |task| task.events.iter().any(|event| kind(&event.kind)))
            };
            let revoked = with(
                |kind| matches!(kind, TaskEventKind::Extension { revoked, .. } if revoked.is_some()),
            );
            assert_eq!(revoked.count(), 1, "seed {seed}");
            some(
                "extension",
                with(|k| matches!(k, TaskEventKind::Extension { .. })).count() > 9,
            );
            some(
                "failure",
                with(|k| matches!(k, TaskEventKind::QualityFailure { .. })).count() > 9,
            );
            some(
                "late",
                with(|k| matches!(k, TaskEventKind::Late { .. })).count() > 0,
            );
            some(
                "pause",
                with(|k| matches!(k, TaskEventKind::Pause { .. })).count() > 0,
            );
            some(
                "handling",
                with(|k| matches!(k, TaskEventKind::Handling { .. })).count() > 9,
            );
            let unconfirmed = with(
                |kind| matches!(kind, TaskEventKind::ObjectiveCause { confirmed_by, .. } if confirmed_by.is_none()),
            );
            some("unconfirmed cause", unconfirmed.count() > 0);
            some(
                "excused lateness",
                tasks().any(|task| task.is_excused(Excuses::DerivedLateness)),
            );
            some(
                "unplanned",
                tasks().any(|task| task.origin == Origin::Unplanned),
            );
            some(
                "no lead person",
                tasks().any(|task| task.official.is_none()),
            );
            some("no product", tasks().any(|task| task.product.is_none()));
            some("no deadline", tasks().any(|task| task.due.is_none()));
            let milestones = with(|kind| matches!(kind, TaskEventKind::Milestone { .. }));
            assert_eq!(milestones.count(), 2, "seed {seed}");
            let versions = with(|kind| matches!(kind, TaskEventKind::Assessment { .. }));
            assert_eq!(versions.count(), 1, "seed {seed}");
        }
    }

    #[test]
    fn a_divided_task_and_one_spread_over_months_have_parts_that_sum() {
        let book = sample(SEED);
        let wholes: BTreeSet<_> = book
            .assignments
            .iter()
            .filter_map(|(_, task)| task.part_of())
            .collect();
        assert_eq!(wholes.len(), 2);
        let mut shapes = Vec::new();
        for (whole, quantity) in wholes {
            assert_eq!(book.sum_of_parts(whole), Some(quantity));
            let parts = || book.parts_of(whole).map(|(_, part)| part);
            let people: BTreeSet<_> = parts().map(|part| part.official).collect();
            let months: BTreeSet<_> = parts().filter_map(Assignment::deadline).collect();
            shapes.push((people.len(), months.len()));
        }
        assert_eq!(shapes, [(2, 1), (1, 3)]);
    }

    #[test]
    fn a_local_tariff_is_in_force_and_in_order() {
        let book = sample(SEED);
        let rules = Rules::shipped_ref().expect("the shipped rules");
        let (_, set) = book.local_rules_on(day(11, 20)).expect("in force");
        assert_eq!(crate::rules::check_local(set, &[], rules), []);
        assert!(set.tariff("CT.2").is_some());
        for kind in ["before", "october"] {
            let on = if kind == "before" {
                day(9, 30)
            } else {
                day(10, 1)
            };
            assert_eq!(book.local_rules_on(on).is_some(), kind == "october");
        }
    }

    #[test]
    fn a_decided_effect_is_taken_off_once() {
        let book = sample(SEED);
        let rules = Rules::shipped_ref().expect("the shipped rules");
        let scores = crate::engine::Scores::full(&book, rules);
        let mut seen = 0;
        for (_, complaint) in book.complaints.iter().filter(|(_, it)| it.is_found_right()) {
            let official = complaint.official.expect("somebody it is about");
            for effect in complaint.effects_in_force().filter(|effect| effect.taken) {
                let period = Period::Month(effect.month);
                let Some(sheet) = book.generals.get((official, period)) else {
                    continue;
                };
                let others = book.complaints.of(official).flat_map(|(_, it)| &it.effects);
                let incidents = book.incidents.of(official).flat_map(|(_, it)| &it.effects);
                let here = others
                    .chain(incidents)
                    .filter(|it| it.month == effect.month);
                if here.filter(|it| it.taken).count() != 1 {
                    continue;
                }
                let mut sum = Decimal::ZERO;
                for (line, _) in general_lines() {
                    let points = sheet.authority.get(line).unwrap_or_default();
                    sum = sum.checked_add(points).expect("thirty points at most");
                }
                let general = scores
                    .score(official, period)
                    .and_then(|score| score.general);
                assert_eq!(
                    general.map(|points| points.exact().plus(&effect.points.exact())),
                    Some(sum.exact())
                );
                seen += 1;
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn nothing_is_unrecorded_before_the_month_under_way() {
        let rules = Rules::shipped_ref().expect("the shipped rules");
        let scores = crate::engine::Scores::full(&sample(SEED), rules);
        assert_eq!(scores.unrecorded(rules, YEAR), []);
    }

    #[test]
    fn a_task_handed_back_is_taken_over_by_a_colleague_of_the_same_group() {
        let book = sample(SEED);
        let pairs: Vec<_> = book
            .assignments
            .iter()
            .filter_map(|(_, task)| {
                let taken = task.handed_back.as_ref()?.taken_over_by?;
                Some((task, book.assignments.get(taken)?))
            })
            .collect();
        assert!(pairs.len() >= 4);
        for (given, taken) in pairs {
            assert_eq!(taken.origin, Origin::TakenOver);
            assert_eq!(given.product, taken.product);
            assert_ne!(given.official, taken.official);
        }
    }

    #[test]
    fn complaints_stand_in_every_state() {
        let book = sample(SEED);
        let states: BTreeSet<_> = book.complaints.iter().map(|(_, it)| it.state()).collect();
        for state in [
            ComplaintState::Received,
            ComplaintState::Accepted,
            ComplaintState::Refused,
            ComplaintState::Forwarded,
            ComplaintState::Verifying,
            ComplaintState::Concluded(Conclusion::Substantiated),
            ComplaintState::Concluded(Conclusion::PartlySubstantiated),
            ComplaintState::Concluded(Conclusion::Unfounded),
            ComplaintState::Closed,
        ] {
            assert!(states.contains(&state), "{state:?}");
        }
        let effects = |taken| {
            let effects = book.complaints.iter().flat_map(|(_, it)| &it.effects);
            effects.filter(|effect| effect.taken == taken).count()
        };
        assert!(effects(true) >= 2);
        assert!(effects(false) >= 2);
    }

    #[test]
    fn two_complaints_are_about_one_case_and_incidents_stand_in_every_state() {
        let book = sample(SEED);
        let linked: Vec<_> = book
            .complaints
            .iter()
            .filter_map(|(id, it)| Some((id, it.linked_to()?)))
            .collect();
        let [(from, to)] = linked[..] else {
            panic!("one linked pair, not {linked:?}");
        };
        let about = |id| book.complaints.get(id).map(|it| (it.official, it.received));
        assert_eq!(about(from).map(|it| it.0), about(to).map(|it| it.0));
        assert!(about(from) > about(to));
        let reviews: Vec<_> = book.incidents.iter().map(|(_, it)| it.review()).collect();
        let confirmed = |wanted: bool| {
            let reviewed = reviews.iter().filter_map(|review| *review);
            reviewed.filter(|it| it.confirmed == wanted).count()
        };
        assert_eq!((confirmed(true), confirmed(false)), (3, 1));
        assert!(reviews.iter().filter(|review| review.is_none()).count() >= 2);
        let effects = book.incidents.iter().flat_map(|(_, it)| &it.effects);
        let taken: Vec<bool> = effects.map(|effect| effect.taken).collect();
        assert_eq!(taken, [true, false]);
        let rules = Rules::shipped_ref().expect("the shipped rules");
        for (_, incident) in book.incidents.iter() {
            assert!(rules.directive_criterion(&incident.criterion).is_some());
        }
    }

    #[test]
    fn every_key_of_a_complaint_or_discipline_is_one_of_the_rules() {
        let book = sample(SEED);
        let rules = Rules::shipped_ref().expect("the shipped rules");
        assert_eq!(book.complaints.len(), 16);
        for (_, complaint) in book.complaints.iter() {
            let number = &complaint.number;
            let procedure = complaint.procedure.as_deref().unwrap_or_default();
            assert!(rules.complaint.procedure(procedure).is_some(), "{number}");
            assert!(
                rules.complaint.channel(&complaint.channel).is_some(),
                "{number}"
            );
            let criterion = complaint.criterion.as_ref();
            let known = |key: &String| {
                let mut criteria = rules.directive.iter();
                criteria.any(|it| it.basis.key == *key) || rules.complaint.subject(key).is_some()
            };
            assert!(criterion.is_none_or(known), "{number}");
        }
        for (_, discipline) in book.disciplines.iter() {
            let mut forms = rules.discipline_forms.iter();
            assert!(forms.any(|it| it.form == discipline.form && it.side == discipline.side));
        }
    }

    #[test]
    fn every_cause_and_measure_is_one_of_the_rules() {
        let rules = Rules::shipped_ref().expect("the shipped rules");
        for (kind, known) in [
            ("cause", &rules.complaint.causes),
            ("measure", &rules.complaint.measures),
        ] {
            for word in words::words(kind) {
                assert!(known.iter().any(|it| it.basis.name.vi == *word), "{word}");
            }
        }
    }

    #[test]
    fn leaders_support_and_absences_are_there() {
        let book = sample(SEED);
        let roles = |role| {
            let positions = book.positions.iter();
            positions.filter(|(_, it)| it.role == role).count()
        };
        assert_eq!([roles(Role::Head), roles(Role::Deputy)], [6, 7]);
        assert_eq!(roles(Role::Support), 1);
        assert_eq!(book.absences.len(), 3);
        assert_eq!(book.disciplines.len(), 1);
        assert_eq!(book.foreign_scores.len(), 4);
    }
}
