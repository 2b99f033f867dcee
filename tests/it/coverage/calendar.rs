//! Working days, yearly days and clocks.

use congtam::domain::{CalendarEdit, Grade};

use super::{day, rules};

#[test]
fn yearly_days_name_the_last_day_in_time() {
    let procedure = &rules().for_year(2026).expect("rules").procedure;
    assert_eq!(procedure.evaluation.named_day(2026), day("2026-12-15"));
    assert_eq!(procedure.evaluation.last_day(2026), day("2026-12-14"));
    let special = &procedure.special_evaluation;
    assert_eq!(special.last_day(2026), day("2027-01-14"));
    let last = &procedure.last_counted_deadline;
    assert_eq!(last.last_day(2026), day("2026-12-15"));
    assert_eq!(last.basis.grade, Grade::Guidance);
}

#[test]
fn seven_working_days_across_tet_2026_end_on_27_february() {
    let calendar = rules().calendar.with_edits(&[]);
    let petition = rules().for_year(2026).expect("rules");
    let days = petition.procedure.petition_working_days.value;
    let last = calendar.add_working_days(day("2026-02-11"), days);
    assert_eq!(last, day("2026-02-27"));
    let between = calendar.working_days_between(day("2026-02-11"), last);
    assert_eq!(between, days);
}

#[test]
fn swapped_and_compensatory_days_stand_as_announced() {
    let calendar = rules().calendar.with_edits(&[]);
    for off in [
        "2025-05-02",
        "2026-01-02",
        "2026-02-16",
        "2026-02-20",
        "2026-04-27",
        "2026-08-31",
        "2026-09-01",
        "2026-11-24",
    ] {
        assert!(!calendar.is_working(day(off)), "{off}");
    }
    for worked in [
        "2025-04-26",
        "2026-01-10",
        "2026-02-13",
        "2026-02-23",
        "2026-04-28",
    ] {
        assert!(calendar.is_working(day(worked)), "{worked}");
    }
}

#[test]
fn an_agency_can_correct_any_day_of_the_calendar() {
    let edit = |text: &str, working| CalendarEdit {
        day: day(text),
        working,
        note: None,
    };
    let edits = [
        edit("2026-02-23", false),
        edit("2026-02-24", false),
        edit("2026-02-24", true),
    ];
    let calendar = rules().calendar.with_edits(&edits);
    assert!(!calendar.is_working(day("2026-02-23")));
    assert!(
        calendar.is_working(day("2026-02-24")),
        "the later correction counts"
    );
    let last = calendar.add_working_days(day("2026-02-11"), 7);
    assert_eq!(last, day("2026-03-02"));
}

#[test]
fn the_calendar_says_which_years_are_verified() {
    let calendar = &rules().calendar;
    assert!(calendar.is_verified(day("2025-01-01"), day("2026-12-31")));
    assert!(!calendar.is_verified(day("2026-12-01"), day("2027-01-05")));
    assert!(!calendar.is_verified(day("2028-01-01"), day("2028-01-02")));
    let holidays = calendar.days_of(2026).count();
    assert!(holidays > 12, "{holidays}");
}

#[test]
fn clocks_of_complaints_run_from_acceptance() {
    let rules = rules();
    let clock = rules
        .complaint
        .clocks_of("to-cao")
        .find(|clock| clock.ordinary)
        .expect("a clock");
    let last = clock.last_day(day("2026-03-02"), &rules.calendar, &[]);
    assert_eq!(last, day("2026-04-01"));
    assert_eq!(clock.basis.grade, Grade::Guidance);
    assert!(rules.complaint.procedure("phan-anh").is_some());
    assert_eq!(rules.complaint.clocks_of("phan-anh").count(), 0);
}

#[test]
fn every_clock_belongs_to_a_procedure_and_one_start_has_one_ordinary_clock() {
    let complaint = &rules().complaint;
    for procedure in &complaint.procedures {
        let ordinary = complaint.clocks_of(&procedure.basis.key);
        let mut starts: Vec<_> = ordinary.filter(|c| c.ordinary).map(|c| c.start).collect();
        let all = starts.len();
        starts.sort_unstable();
        starts.dedup();
        assert_eq!(starts.len(), all, "{}", procedure.basis.key);
    }
    let lengths = complaint.clocks_of("khieu-nai").map(|clock| clock.length);
    assert_eq!(
        lengths.collect::<Vec<_>>(),
        [10, 30, 45, 45, 60, 45, 60, 60, 70]
    );
}
