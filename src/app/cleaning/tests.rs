//! The two steps of taking contents out for good.

use std::sync::Arc;

use super::*;
use crate::app::DESK;
use crate::app::{Event, Opened, update};
use crate::domain::{Official, OfficialId};
use crate::ledger::{CleanedEntry, Digest, Draft, Key, Kind, LogEntry, bin};

const DAY: i64 = 24 * 60 * 60_000;
const WHO: Key = Key::Official(OfficialId(1));

fn at(day: i64) -> Now {
    let today = Day::from_epoch_days(i32::try_from(day).unwrap_or_default());
    Now {
        moment: Moment(day * DAY),
        today: today.unwrap_or_default(),
    }
}

fn tell(model: &mut Model, event: Event, day: i64) -> Vec<Effect> {
    update(model, event, at(day))
}

fn act(model: &mut Model, day: i64, draft: impl FnOnce(&mut Draft<'_>)) {
    let mut drafted = Draft::new(&model.book, Action::Edit(Kind::Official));
    draft(&mut drafted);
    let operation = drafted.finish();
    tell(model, Event::Acted(operation), day);
    saved(model, day);
}

fn saved(model: &mut Model, day: i64) {
    let event = Event::Persisted(model.sequence, Digest::default());
    tell(model, event, day);
}

fn official(name: &str) -> Official {
    Official {
        name: name.to_owned(),
        ..Official::default()
    }
}

/// Somebody added on the first day and deleted on the second.
fn with_somebody_deleted() -> Model {
    let mut model = Model::default();
    tell(&mut model, Event::Opened(Box::<Opened>::default()), 1);
    act(&mut model, 1, |draft| draft.put(WHO, official("Người Mẫu")));
    act(&mut model, 2, |draft| draft.remove(WHO));
    model
}

/// What lies in the bin, as the edge would read it.
fn read_bin(model: &Model) -> Vec<Deleted> {
    let entry = |line: &LogLine| LogEntry {
        sequence: line.sequence,
        at: line.at,
        desk: line.desk.clone(),
        operation: model.operations[&line.sequence].clone(),
        previous: Digest::default(),
        hash: Digest::default(),
        first: None,
    };
    bin(&model.log.iter().map(entry).collect::<Vec<_>>())
}

/// What the edge would make of the log.
fn edge_makes(model: &Model, cleaning: Cleaning) -> CleaningMade {
    let entry = |sequence: &u64| CleanedEntry {
        sequence: *sequence,
        payload: Digest::default(),
        head: None,
    };
    let changed = model.operations.iter();
    let changed = changed.filter(|(_, it)| cleaning.changes(&it.changes).is_some());
    CleaningMade {
        cleaned: Cleaned(Arc::new(
            changed.map(|(sequence, _)| entry(sequence)).collect(),
        )),
        cleaning,
        rows: Vec::new(),
        to: model.sequence,
    }
}

#[test]
fn it_is_looked_once_a_day_and_only_when_something_is_old_enough() {
    let mut model = with_somebody_deleted();
    assert_eq!(tell(&mut model, Event::Ticked, 61), []);
    assert_eq!(tell(&mut model, Event::Ticked, 62), [Effect::LookIntoBin]);
    assert_eq!(tell(&mut model, Event::Ticked, 62), []);
    assert_eq!(tell(&mut model, Event::Ticked, 63), [Effect::LookIntoBin]);
    model.following = true;
    assert_eq!(tell(&mut model, Event::Ticked, 64), []);
}

#[test]
fn tables_brought_in_are_not_looked_through() {
    let mut model = Model::default();
    tell(&mut model, Event::Opened(Box::<Opened>::default()), 1);
    let source = "danh-sach.xlsx".to_owned();
    let kind = Kind::Official;
    let mut drafted = Draft::new(&model.book, Action::Import { kind, source });
    drafted.put(WHO, official("Người Mẫu"));
    let operation = drafted.finish();
    tell(&mut model, Event::Acted(operation), 1);
    saved(&mut model, 1);
    assert_eq!(tell(&mut model, Event::Ticked, 99), []);
}

#[test]
fn what_was_brought_in_again_does_not_lie_in_the_bin() {
    let mut model = with_somebody_deleted();
    let found = read_bin(&model);
    act(&mut model, 3, |draft| draft.put(WHO, official("Người Mẫu")));
    assert_eq!(tell(&mut model, Event::BinSeen(found), 70), []);
    assert_eq!(model.bin, Some(Vec::new()));
}

#[test]
fn what_is_due_is_shown_for_a_day_before_it_goes() {
    let mut model = with_somebody_deleted();
    let seen = |model: &mut Model, day| {
        let event = Event::BinSeen(read_bin(model));
        tell(model, event, day)
    };
    assert_eq!(seen(&mut model, 62), [], "sixty days are not over");
    let effects = seen(&mut model, 63);
    assert!(
        matches!(effects[..], [Effect::Prefer { .. }]),
        "{effects:?}"
    );
    assert_eq!(seen(&mut model, 63), []);
    let effects = seen(&mut model, 64);
    assert!(
        matches!(effects[..], [_, Effect::Clean(Cleaning::Purge { .. })]),
        "{effects:?}"
    );
    assert_eq!(seen(&mut model, 65), [], "one at a time");
}

#[test]
fn a_purge_empties_what_is_at_hand_and_is_not_undone() {
    let mut model = with_somebody_deleted();
    let keys = BTreeSet::from([WHO]);
    let until = Moment(3 * DAY);
    model.cleaning = true;
    let made = edge_makes(&model, Cleaning::Purge { until, keys });
    let effects = tell(&mut model, Event::Cleaning(Box::new(Ok(made))), 70);
    let [
        Effect::Persist(pending),
        Effect::Tell(Notice::DoneForGood(_)),
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert_eq!(pending.sequence, 3);
    assert!(pending.lesser.is_some());
    assert_eq!(read_bin(&model), []);
    assert!(!format!("{:?}", model.operations).contains("Người Mẫu"));
    let undone = tell(&mut model, Event::UndoAsked, 70);
    assert_eq!(undone, [Effect::Tell(Notice::NothingToUndo)]);
}

#[test]
fn what_was_done_meanwhile_is_cleaned_too() {
    let mut model = with_somebody_deleted();
    let keys = BTreeSet::from([WHO]);
    let until = Moment(3 * DAY);
    model.cleaning = true;
    let made = edge_makes(&model, Cleaning::Purge { until, keys });
    act(&mut model, 70, |draft| {
        draft.put(WHO, official("Người Khác"));
    });
    let effects = tell(&mut model, Event::Cleaning(Box::new(Ok(made))), 70);
    assert!(matches!(effects[..], [Effect::Clean(_)]), "{effects:?}");
    assert_eq!(model.sequence, 3);
}

#[test]
fn a_person_erased_is_nowhere_at_hand() {
    let mut model = Model::default();
    tell(&mut model, Event::Opened(Box::<Opened>::default()), 1);
    act(&mut model, 1, |draft| {
        draft.put(WHO, official("Người Mẫu Một"));
        let mut other = official("Người Mẫu Hai");
        other.note = Some("Thay Người Mẫu Một".to_owned());
        draft.put(Key::Official(OfficialId(2)), other);
    });
    let views = "views.officials".to_owned();
    let about_one = r#"[{"name":"Việc của Người Mẫu Một"}]"#.to_owned();
    model.preferences.insert(views.clone(), about_one);
    let eraser = Eraser::of(&model.book, OfficialId(1), "Người đã xóa");
    let effects = tell(&mut model, Event::EraseAsked(eraser), 2);
    let [Effect::Clean(cleaning)] = &effects[..] else {
        panic!("{effects:?}");
    };
    let made = edge_makes(&model, cleaning.clone());
    let effects = tell(&mut model, Event::Cleaning(Box::new(Ok(made))), 2);
    assert!(matches!(effects[0], Effect::Persist(_)));
    let Effect::Persist(pending) = &effects[0] else {
        return;
    };
    let written = &pending.lesser.as_ref().unwrap().operation;
    for text in [
        format!("{written:?}"),
        format!("{:?}", model.operations),
        format!("{:?}", model.book),
    ] {
        assert!(!text.contains("Người Mẫu Một"), "{text}");
    }
    assert!(!model.book.contains(WHO));
    let forgotten = r#"[{"name":"Việc của Người đã xóa"}]"#.to_owned();
    assert_eq!(model.preferences.get(&views), Some(&forgotten));
    let kept = effects.contains(&Effect::Prefer {
        name: views,
        value: forgotten,
    });
    assert!(kept, "the saved view is stored without the name");
    let note = model
        .book
        .officials
        .get(OfficialId(2))
        .unwrap()
        .note
        .clone();
    assert_eq!(note.as_deref(), Some("Thay Người đã xóa"));
}

#[test]
fn the_desk_keeps_its_name_and_loses_a_person_who_is_erased_from_it() {
    let erased_from = |desk: &str| {
        let mut model = Model::default();
        tell(&mut model, Event::Opened(Box::<Opened>::default()), 1);
        model.preferences.insert(DESK.to_owned(), desk.to_owned());
        act(&mut model, 1, |draft| {
            draft.put(WHO, official("Người Mẫu Một"));
        });
        let eraser = Eraser::of(&model.book, OfficialId(1), "Người đã xóa");
        let effects = tell(&mut model, Event::EraseAsked(eraser), 2);
        let [Effect::Clean(cleaning)] = &effects[..] else {
            panic!("{effects:?}");
        };
        let made = edge_makes(&model, cleaning.clone());
        tell(&mut model, Event::Cleaning(Box::new(Ok(made))), 2);
        (model.log[0].desk.clone(), model.desk())
    };
    let kept = "Phòng Nội vụ, máy 2".to_owned();
    assert_eq!(erased_from(&kept), (kept.clone(), kept));
    let lesser = "Máy của Người đã xóa".to_owned();
    assert_eq!(
        erased_from("Máy của Người Mẫu Một"),
        (lesser.clone(), lesser)
    );
}

#[test]
fn a_day_seen_for_what_has_gone_says_nothing_of_what_comes_later() {
    let mut model = with_somebody_deleted();
    let event = Event::BinSeen(read_bin(&model));
    tell(&mut model, event, 63);
    // Taken back out of the bin: nothing is due any more.
    let effects = tell(&mut model, Event::BinSeen(Vec::new()), 63);
    assert!(matches!(&effects[..], [Effect::Prefer { value, .. }] if value.is_empty()));
    assert_eq!(tell(&mut model, Event::BinSeen(Vec::new()), 63), []);
    let event = Event::BinSeen(read_bin(&model));
    let effects = tell(&mut model, event, 900);
    let only_seen = matches!(effects[..], [Effect::Prefer { .. }]);
    assert!(only_seen, "a first look under a wrong clock takes nothing");
}

#[test]
fn what_was_read_for_a_cleaning_is_dropped_once_the_data_are_left() {
    let mut model = with_somebody_deleted();
    let cleaning = Cleaning::Purge {
        until: Moment(3 * DAY),
        keys: BTreeSet::from([WHO]),
    };
    let made = edge_makes(&model, cleaning);
    let mut answered = |change: fn(&mut Model)| {
        model.cleaning = true;
        change(&mut model);
        let event = Event::Cleaning(Box::new(Ok(made.clone())));
        let effects = tell(&mut model, event, 70);
        (model.following, model.stage) = (false, Stage::Open);
        effects
    };
    assert_eq!(answered(|model| model.cleaning = false), []);
    assert_eq!(answered(|model| model.following = true), []);
    assert_eq!(answered(|model| model.stage = Stage::Starting), []);
    assert_eq!(model.sequence, 2);
}
