//! Copies: their names, which stay, when one is due, and what follows from what happened.

use super::*;
use crate::app::view::care::{Care, care};
use crate::app::{Effect, Event, LogLine, Notice, Now, Opened, Stage, Workspace, update};
use crate::domain::Day;
use crate::ledger::{Action, Kind, Operation};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A copy of a workspace, made at noon.
fn copy(workspace: &str, on: &str, sequence: u64) -> CopyName {
    CopyName {
        sequence,
        day: day(on),
        second: 12 * 3_600,
        workspace: workspace.to_owned(),
        agency: "xa-mau".to_owned(),
    }
}

fn thinned(copies: &[CopyName], today: &str) -> Vec<(String, u64)> {
    let gone = to_thin(copies, "a", day(today));
    let name = |copy: &CopyName| (copy.day.to_string(), copy.sequence);
    gone.into_iter().map(name).collect()
}

fn gone(pairs: &[(&str, u64)]) -> Vec<(String, u64)> {
    let owned = |(day, sequence): &(&str, u64)| ((*day).to_owned(), *sequence);
    pairs.iter().map(owned).collect()
}

#[test]
fn a_name_says_agency_time_action_and_workspace_and_reads_back() {
    // 09:05:12 of 22 November in Vietnam.
    let now = Moment(1_795_313_112_345);
    let name = CopyName::new("Xã Mẫu", "4f2a90c1d3e5", 153, now);
    assert_eq!(
        name.to_string(),
        "xa-mau_2026-11-22_09-05-12_153_4f2a90c1d3e5.congtam"
    );
    assert_eq!(name.time(), (9, 5));
    assert_eq!(CopyName::parse(&name.to_string()), Some(name));
}

#[test]
fn an_agency_without_a_name_still_gives_a_name_that_reads_back() {
    let name = CopyName::new("", "w", 1, Moment(0));
    assert_eq!(CopyName::parse(&name.to_string()), Some(name));
}

#[test]
fn a_file_of_anybody_else_is_no_copy() {
    for file in [
        "xa-mau-2026-11-22.congtam",
        "xa-mau_2026-11-22_09-05-12_153_a (1).congtam",
        "xa-mau_2026-11-22_09-05-12_153_a.zip",
        "xa-mau_2026-11-22_09-05-12_0153_a.congtam",
        "xa-mau_2026-11-31_09-05-12_153_a.congtam",
        "xa-mau_2026-11-22_24-05-12_153_a.congtam",
        "xa-mau_2026-11-22_9-5-12_153_a.congtam",
        "xa-mau_2026-11-22_09-05-12_153_.congtam",
        "ghi chép.docx",
        "",
    ] {
        assert_eq!(CopyName::parse(file), None, "{file}");
    }
}

#[test]
fn all_of_today_stay_and_the_last_of_each_day_before() {
    let copies = [
        copy("a", "2026-11-22", 9),
        copy("a", "2026-11-22", 8),
        copy("a", "2026-11-21", 7),
        copy("a", "2026-11-21", 6),
        copy("a", "2026-11-20", 5),
    ];
    assert_eq!(thinned(&copies, "2026-11-22"), gone(&[("2026-11-21", 6)]));
}

#[test]
fn after_a_month_the_last_of_each_month_stays() {
    let copies = [
        copy("a", "2026-10-23", 9),
        copy("a", "2026-10-22", 8),
        copy("a", "2026-10-21", 7),
        copy("a", "2026-10-02", 6),
        copy("a", "2026-09-30", 5),
        copy("a", "2026-09-29", 4),
        copy("a", "2025-09-30", 3),
    ];
    let expected = gone(&[("2026-10-02", 6), ("2026-09-29", 4)]);
    assert_eq!(thinned(&copies, "2026-11-22"), expected);
}

#[test]
fn a_month_back_from_its_last_day_ends_at_the_shorter_month() {
    // From 31 March a month back is 28 February, so the 28th is still kept by day.
    let copies = [
        copy("a", "2026-02-28", 4),
        copy("a", "2026-02-28", 3),
        copy("a", "2026-02-27", 2),
        copy("a", "2026-02-26", 1),
    ];
    let expected = gone(&[("2026-02-28", 3), ("2026-02-26", 1)]);
    assert_eq!(thinned(&copies, "2026-03-31"), expected);
    let leap = [copy("a", "2028-02-29", 2), copy("a", "2028-02-28", 1)];
    assert_eq!(thinned(&leap, "2028-03-31"), gone(&[]));
}

#[test]
fn day_by_day_thinning_leaves_no_month_without_a_copy() {
    let mut copies: Vec<CopyName> = Vec::new();
    let mut sequence = 0;
    let mut today = day("2026-01-01");
    while today <= day("2026-12-31") {
        for _ in 0..3 {
            sequence += 1;
            copies.push(copy("a", &today.to_string(), sequence));
        }
        let gone: Vec<CopyName> = to_thin(&copies, "a", today).into_iter().cloned().collect();
        copies.retain(|copy| !gone.contains(copy));
        today = today.succ_opt().unwrap();
    }
    let days: Vec<String> = copies.iter().map(|copy| copy.day.to_string()).collect();
    for last in ["2026-01-31", "2026-02-28", "2026-06-30", "2026-10-31"] {
        assert!(days.contains(&last.to_owned()), "{last}");
    }
    // The last of ten months; of November the last day before the daily ones, which begin on
    // the 30th and end yesterday; three of today.
    assert_eq!(copies.len(), 10 + 1 + 31 + 3);
    assert_eq!(newest(&copies, "a").unwrap().sequence, sequence);
}

#[test]
fn copies_made_before_the_clock_was_set_back_stay_and_the_newest_is_told_by_its_actions() {
    let copies = [
        copy("a", "2027-05-01", 5),
        copy("a", "2027-05-01", 6),
        copy("a", "2026-11-21", 7),
        copy("a", "2026-11-21", 4),
    ];
    assert_eq!(thinned(&copies, "2026-11-22"), gone(&[("2026-11-21", 4)]));
    assert_eq!(newest(&copies, "a").unwrap().sequence, 7);
}

#[test]
fn workspaces_in_one_folder_are_thinned_each_by_itself() {
    let copies = [
        copy("a", "2026-11-20", 2),
        copy("b", "2026-11-20", 9),
        copy("b", "2026-11-20", 1),
        copy("a", "2026-11-20", 1),
    ];
    assert_eq!(thinned(&copies, "2026-11-22"), gone(&[("2026-11-20", 1)]));
    assert_eq!(newest(&copies, "a").unwrap().sequence, 2);
    assert_eq!(newest(&copies, "c"), None);
}

#[test]
fn the_newest_copy_is_never_thinned_whatever_the_clock_says() {
    for today in ["1970-01-01", "2026-11-20", "2026-11-21", "2099-12-31"] {
        let copies = [
            copy("a", "2026-11-20", 3),
            copy("a", "2026-11-20", 2),
            copy("a", "2026-11-20", 1),
        ];
        let newest = gone(&[("2026-11-20", 3)])[0].clone();
        assert!(!thinned(&copies, today).contains(&newest), "{today}");
    }
}

#[test]
fn a_copy_is_due_after_minutes_or_actions_and_when_the_clock_jumped_back() {
    let since = |actions, first| Uncopied {
        actions,
        first: Some(Moment(first)),
    };
    let now = Moment(100 * MINUTE);
    assert!(!is_due(Uncopied::default(), now));
    assert!(!is_due(since(1, 96 * MINUTE), now));
    assert!(is_due(since(1, 95 * MINUTE), now));
    assert!(!is_due(since(COPY_AFTER_ACTIONS - 1, now.0), now));
    assert!(is_due(since(COPY_AFTER_ACTIONS, now.0), now));
    assert!(is_due(since(1, 101 * MINUTE), now));
}

#[test]
fn a_failed_copy_is_tried_again_after_a_minute() {
    let now = Moment(10 * MINUTE);
    assert!(may_try_again(None, now));
    assert!(!may_try_again(Some(Moment(now.0 - MINUTE + 1)), now));
    assert!(may_try_again(Some(Moment(now.0 - MINUTE)), now));
    assert!(may_try_again(Some(Moment(now.0 + DAY)), now));
}

#[test]
fn the_reminder_grows_with_the_age_and_is_silent_while_all_is_copied() {
    let now = Moment(100 * DAY);
    let at = |days: i64| Some(Moment(now.0 - days * DAY));
    let since = |days| Uncopied {
        actions: 1,
        first: at(days),
    };
    assert_eq!(reminder(Uncopied::default(), at(90), now), None);
    assert_eq!(reminder(since(0), at(0), now), None);
    assert_eq!(reminder(since(0), at(1), now), Some(Urgency::Gentle));
    assert_eq!(reminder(since(0), at(3), now), Some(Urgency::Firm));
    assert_eq!(reminder(since(0), at(7), now), Some(Urgency::Urgent));
    assert_eq!(reminder(since(3), None, now), Some(Urgency::Firm));
    assert_eq!(reminder(since(0), at(-1), now), Some(Urgency::Gentle));
}

#[test]
fn imports_restores_and_changes_of_the_rules_want_a_copy_before() {
    let import = Action::Import {
        kind: Kind::Official,
        source: String::new(),
    };
    for action in [
        import,
        Action::Restore,
        Action::ChooseReading,
        Action::Edit(Kind::LocalRules),
        Action::Add(Kind::Calendar),
        Action::Edit(Kind::Clock),
        Action::Edit(Kind::Agency),
        Action::Remove(Kind::Catalogue),
        Action::Paste(Kind::Product),
    ] {
        assert!(wants_copy_before(&action), "{action:?}");
    }
    for action in [
        Action::Score,
        Action::Edit(Kind::Official),
        Action::Undo(1),
        Action::LoadSample,
    ] {
        assert!(!wants_copy_before(&action), "{action:?}");
    }
}

/// An open model with a log, and a folder that can be written to.
fn with_folder(actions: u64, copied_to: u64) -> Model {
    let line = |sequence| LogLine {
        sequence,
        at: Moment(0),
        desk: String::new(),
        action: Action::Score,
        changes: 1,
        hash: None,
    };
    let mut model = Model {
        stage: Stage::Open,
        log: (1..=actions).map(line).collect(),
        sequence: actions,
        ..Model::default()
    };
    model.outside.folder = FolderState::Ready("Sao lưu".to_owned());
    model.outside.copied_to = copied_to;
    model
}

fn at(minutes: i64) -> Now {
    Now {
        moment: Moment(minutes * MINUTE),
        ..Now::default()
    }
}

/// A choice of a reading that changes one record.
fn rule_change(model: &Model) -> Operation {
    let mut draft = crate::ledger::Draft::new(&model.book, Action::ChooseReading);
    let official = crate::domain::Official {
        name: "Người Mẫu".to_owned(),
        ..crate::domain::Official::default()
    };
    let id = crate::domain::OfficialId(draft.fresh(Kind::Official));
    draft.put(crate::ledger::Key::Official(id), official);
    draft.finish()
}

#[test]
fn time_alone_makes_a_copy_due_and_one_at_a_time() {
    let mut model = with_folder(3, 1);
    assert_eq!(update(&mut model, Event::Ticked, at(4)), []);
    let copy = Effect::CopyOut { to: 3 };
    assert_eq!(update(&mut model, Event::Ticked, at(5)), [copy]);
    assert_eq!(update(&mut model, Event::Ticked, at(6)), []);
    let made = Event::BackedUp {
        at: Moment(5 * MINUTE),
        to: 3,
    };
    update(&mut model, made, at(6));
    assert_eq!(uncopied(&model), Uncopied::default());
    assert_eq!(model.last_backup, Some(Moment(5 * MINUTE)));
    assert_eq!(update(&mut model, Event::Ticked, at(100)), []);
}

#[test]
fn a_failed_copy_stays_visible_until_one_is_made() {
    let mut model = with_folder(1, 0);
    update(&mut model, Event::Ticked, at(5));
    update(&mut model, Event::CopyFailed(CopyProblem::Full), at(5));
    assert_eq!(model.outside.problem, Some(CopyProblem::Full));
    assert_eq!(update(&mut model, Event::Ticked, at(5)), []);
    let again = Effect::CopyOut { to: 1 };
    assert_eq!(update(&mut model, Event::Ticked, at(6)), [again]);
    let made = Event::BackedUp {
        at: Moment(0),
        to: 1,
    };
    update(&mut model, made, at(6));
    assert_eq!(model.outside.problem, None);
}

#[test]
fn a_lapsed_permission_is_seen_and_a_copy_follows_when_it_is_given_again() {
    let mut model = with_folder(1, 0);
    let lapsed = Event::CopyFailed(CopyProblem::NotAllowed);
    update(&mut model, lapsed, at(0));
    let name = "Sao lưu".to_owned();
    assert_eq!(model.outside.folder, FolderState::Lapsed(name.clone()));
    assert_eq!(update(&mut model, Event::Ticked, at(60)), []);
    let given = Event::FolderGiven(FolderState::Ready(name));
    let effects = update(&mut model, given, at(60));
    assert_eq!(effects, [Effect::CopyOut { to: 1 }]);
}

#[test]
fn before_a_change_of_the_rules_what_stands_is_copied_once() {
    let mut model = with_folder(2, 1);
    let first = rule_change(&model);
    let effects = update(&mut model, Event::Acted(first), at(0));
    assert_eq!(effects[0], Effect::CopyOut { to: 2 });
    let made = Event::BackedUp {
        at: Moment(0),
        to: 3,
    };
    update(&mut model, made, at(0));
    let second = rule_change(&model);
    let effects = update(&mut model, Event::Acted(second), at(0));
    assert!(matches!(effects[0], Effect::Persist(_)));
}

#[test]
fn data_brought_up_to_date_are_copied_as_soon_as_the_folder_can_be_written_to() {
    let mut model = Model::default();
    let opened = Opened {
        log: with_folder(2, 0).log,
        copied_to: 2,
        migrated: true,
        ..Opened::default()
    };
    let effects = update(&mut model, Event::Opened(Box::new(opened)), at(0));
    assert_eq!(effects, [Effect::LookAtFolder]);
    let seen = Event::FolderSeen(FolderState::Ready("Sao lưu".to_owned()));
    let effects = update(&mut model, seen, at(0));
    assert_eq!(effects, [Effect::CopyOut { to: 2 }]);
}

#[test]
fn without_a_folder_a_due_download_is_made_only_when_it_is_wanted() {
    let mut model = with_folder(1, 0);
    model.outside.folder = FolderState::NotChosen;
    assert_eq!(update(&mut model, Event::Ticked, at(2 * 24 * 60)), []);
    let wanted = (DOWNLOAD_WHEN_DUE.to_owned(), WANTED.to_owned());
    model.preferences.extend([wanted]);
    assert_eq!(update(&mut model, Event::Ticked, at(60)), []);
    let due = update(&mut model, Event::Ticked, at(2 * 24 * 60));
    assert_eq!(due, [Effect::OfferBackup]);
    model.workspace = Workspace {
        sample: true,
        ..Workspace::default()
    };
    assert_eq!(update(&mut model, Event::Ticked, at(4 * 24 * 60)), []);
}

#[test]
fn a_file_nobody_asked_for_is_a_copy_when_it_was_seen() {
    let mut model = with_folder(1, 0);
    model.outside.folder = FolderState::NotChosen;
    let wanted = (DOWNLOAD_WHEN_DUE.to_owned(), WANTED.to_owned());
    model.preferences.extend([wanted]);
    let days = |days: i64| at(days * 24 * 60);
    assert_eq!(
        update(&mut model, Event::Ticked, days(2)),
        [Effect::OfferBackup]
    );
    let offered = Offered {
        at: days(2).moment,
        to: 1,
    };
    update(&mut model, Event::Offered(offered), days(2));
    assert_eq!((model.last_backup, model.outside.copied_to), (None, 0));
    assert_eq!(care(&model), Some(Care::Offered { minutes: 0 }));
    // One file is enough until somebody answers.
    assert_eq!(update(&mut model, Event::Ticked, days(3)), []);
    assert_eq!(
        update(&mut model, Event::OfferedSeen, days(3)),
        [Effect::CountCopy(offered)]
    );
    let counted = Event::BackedUp {
        at: offered.at,
        to: offered.to,
    };
    update(&mut model, counted, days(3));
    assert_eq!(model.last_backup, Some(offered.at));
    assert_eq!(care(&model), None);
}

#[test]
fn the_first_real_work_asks_once_how_the_browser_keeps_the_data() {
    let mut model = Model::default();
    update(&mut model, Event::Opened(Box::default()), at(0));
    let operation = rule_change(&model);
    update(&mut model, Event::Acted(operation), at(0));
    let saved = || Event::Persisted(1, crate::ledger::Digest::default());
    let look = Effect::LookAtStorage { ask_to_keep: false };
    assert_eq!(update(&mut model, saved(), at(0)), [look]);
    assert_eq!(update(&mut model, saved(), at(0)), []);
}

#[test]
fn locked_data_are_copied_only_after_copies_in_the_clear_were_agreed_to() {
    let mut model = with_folder(3, 1);
    model.lock.on = true;
    assert_eq!(update(&mut model, Event::Ticked, at(99)), []);
    let refused = Effect::Tell(Notice::NotCopied(CopyProblem::InClear));
    assert_eq!(update(&mut model, Event::CopyAsked, at(99)), [refused]);
    let before = copy_before(&mut model, &Action::Restore);
    assert_eq!(before, None);
    let agreed = Event::Preferred {
        name: clear_preference(&model.workspace.id),
        value: WANTED.to_owned(),
    };
    update(&mut model, agreed, at(99));
    let copy = Effect::CopyOut { to: 3 };
    assert_eq!(update(&mut model, Event::Ticked, at(99)), [copy]);
}
