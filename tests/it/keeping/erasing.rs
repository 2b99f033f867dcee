//! A person who is erased is in no row any more; what others are measured by stays.

use chrono::Datelike as _;
use congtam::app::job::{Job, JobReply, Order, Product};
use congtam::app::law;
use congtam::domain as d;
use congtam::engine::Scores;
use congtam::i18n::action::KindName;
use congtam::i18n::{Locale, Say as _};
use congtam::ledger::{Action, Book, Cleaned, Cleaning, Draft, Eraser, Key, Kind, Record};
use congtam::work;

use super::cleaning::Desk;
use super::specimens;

const NAME: &str = "Người Mẫu 3";
const PSEUDONYM: &str = "Người đã xóa 3";
const WHO: d::OfficialId = d::OfficialId(3);

/// Everything there is, and texts about others that mention the person.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.act(specimens::operation());
    desk.edit(Action::Edit(Kind::Official), |draft| {
        let key = Key::Official(d::OfficialId(1));
        let Some(Record::Official(mut other)) = draft.get(key) else {
            panic!("the first official");
        };
        other.note = Some(format!("Bàn giao từ {NAME}, không phải {NAME}5."));
        draft.put(key, other);
    });
    desk.fold();
    desk
}

fn erase(desk: &mut Desk) {
    let eraser = Eraser::of(&desk.book, WHO, PSEUDONYM);
    desk.clean(Cleaning::Erase(eraser));
    desk.check();
    desk.fold();
    desk.check();
}

/// Every text and day that is only about the person in the specimens.
const ABOUT: [&str; 5] = ["CC3", "quá tải", "bão lũ", "nhắc nhở", "Giấy nghỉ"];

#[test]
fn no_row_says_anything_about_an_erased_person() {
    let mut desk = desk();
    for words in ABOUT {
        assert!(desk.says(words), "{words} stands somewhere before");
    }
    erase(&mut desk);
    for words in ABOUT {
        assert!(!desk.says(words), "{words}");
    }
    // Only as a part of somebody else's name.
    assert!(desk.says(&format!("không phải {NAME}5")));
    let all = desk.book.all();
    let named = all.filter(|(_, record)| format!("{record:?}").contains(&format!("{NAME}\"")));
    assert_eq!(named.count(), 0);
    let note = desk
        .book
        .officials
        .get(d::OfficialId(1))
        .unwrap()
        .note
        .clone();
    assert_eq!(
        note.unwrap(),
        format!("Bàn giao từ {PSEUDONYM}, không phải {NAME}5.")
    );
    // 1969-12-31, their day of birth, is the day before the first: -1.
    let left = desk.book.officials.get(WHO);
    assert!(left.is_none_or(|left| left.born.is_none() && left.name == PSEUDONYM));
}

#[test]
fn erasing_is_refused_by_nothing_and_leaves_a_book_that_fits_together() {
    for number in 1..=4 {
        let mut desk = desk();
        let whom = d::OfficialId(number);
        let eraser = Eraser::of(&desk.book, whom, PSEUDONYM);
        desk.clean(Cleaning::Erase(eraser));
        desk.check();
        // Put whole into an empty book, where every reference is checked.
        let again = specimens::book_of(desk.book.all().collect());
        assert!(again.all().eq(desk.book.all()));
        let kept = desk.book.officials.get(whom);
        assert!(kept.is_none_or(|kept| kept.name == PSEUDONYM));
    }
}

/// Two people of one unit in 2026, and both closed.
fn two_closed() -> Book {
    let mut book = Book::default();
    let mut draft = Draft::new(&book, Action::LoadSample);
    draft.put(
        Key::Unit(d::UnitId(1)),
        d::Unit {
            name: "Phòng Mẫu".to_owned(),
            code: None,
            parent: None,
        },
    );
    for (number, name) in [(1, "Người Mẫu Một"), (2, "Người Mẫu Hai")] {
        let who = d::OfficialId(number);
        let official = d::Official {
            name: name.to_owned(),
            code: Some(format!("CC{number}")),
            born: Some(specimens::day("1980-05-05")),
            note: None,
        };
        draft.put(Key::Official(who), official);
        let position = d::Position {
            official: who,
            unit: d::UnitId(1),
            role: d::Role::Staff,
            title: "Chuyên viên".to_owned(),
            group: None,
            span: specimens::span("2025-01-01", None),
        };
        draft.put(Key::Position(d::PositionId(number)), position);
        for year in [2025, 2026] {
            let decision = d::YearDecision {
                official: who,
                year,
                own_class: None,
                class: Some(d::Class::Excellent),
                reason: specimens::some("Hoàn thành tốt"),
                number: specimens::some("7/QĐ"),
                on: None,
                proposal: None,
                replaces: None,
                petition: None,
            };
            let id = d::DecisionId(number * 10 + u32::from(year - 2025));
            draft.put(Key::Decision(id), decision);
        }
    }
    let operation = draft.finish();
    book.apply(&operation).unwrap();
    book
}

fn erased(book: &Book, whom: d::OfficialId) -> Book {
    let mut after = book.clone();
    let eraser = Eraser::of(book, whom, PSEUDONYM);
    let operation = eraser.operation(book, Cleaned::default());
    after.apply(&operation).unwrap();
    after
}

#[test]
fn figures_others_are_measured_by_stay_under_a_pseudonym() {
    let book = two_closed();
    let after = erased(&book, d::OfficialId(1));
    assert_eq!(after.official_name(d::OfficialId(1)), PSEUDONYM);
    let classes: Vec<_> = after.decisions.iter().map(|(_, it)| it.class).collect();
    assert_eq!(classes, [Some(d::Class::Excellent); 4]);
    let mut own = after.decisions.of(d::OfficialId(1));
    assert!(own.all(|(_, it)| it.reason.is_none() && it.number.is_none()));
    let caps = |book: &Book| Scores::full(book, law()).cap(book, law(), 2026);
    let counted = |book: &Book| {
        let report = caps(book).expect("a cap");
        (report.organisation.clone(), report.groups.len())
    };
    assert_eq!(counted(&book), counted(&after));
}

#[test]
fn figures_nobody_else_needs_go_with_the_person() {
    let mut book = two_closed();
    // The other one came only in 2026: 2025 is nobody's but the first one's.
    let key = Key::Position(d::PositionId(2));
    let Some(Record::Position(mut position)) = book.get(key) else {
        panic!("the second position");
    };
    position.span.from = specimens::day("2026-01-01");
    book.put(key, Some(position.into()));
    let after = erased(&book, d::OfficialId(1));
    let years: Vec<_> = after
        .decisions
        .of(d::OfficialId(1))
        .map(|(_, it)| it.year)
        .collect();
    assert_eq!(years, [2026]);
    // Where the other one is erased too, nothing is left to be measured by.
    let mut alone = after.clone();
    alone.put(key, None);
    let nobody = erased(&alone, d::OfficialId(1));
    assert!(!nobody.officials.contains(d::OfficialId(1)));
    assert_eq!(nobody.decisions.of(d::OfficialId(1)).count(), 0);
}

#[test]
fn a_name_that_two_people_have_is_left_in_texts_about_others() {
    let mut book = two_closed();
    let key = Key::Official(d::OfficialId(2));
    let namesake = d::Official {
        name: "NGƯỜI MẪU MỘT".to_owned(),
        note: specimens::some("Không phải Người Mẫu Một của phòng khác"),
        ..d::Official::default()
    };
    book.put(key, Some(namesake.clone().into()));
    let eraser = Eraser::of(&book, d::OfficialId(1), PSEUDONYM);
    assert!(!eraser.finds_mentions());
    let after = erased(&book, d::OfficialId(1));
    assert_eq!(after.officials.get(d::OfficialId(2)), Some(&namesake));
}

#[test]
fn the_file_of_a_person_holds_all_about_them_in_words_and_nobody_elses_name() {
    let book = specimens::book();
    let order = Order {
        product: Product::Person,
        period: "2026".to_owned(),
        officials: vec![WHO.0],
        tasks: Vec::new(),
        names_hidden: false,
        english: false,
        today: specimens::day("2026-11-22").num_days_from_ce(),
        log: None,
    };
    let JobReply::File(file) = work::run(Job::Export(order), Some(&book), &mut |_| ()) else {
        panic!("the file of the person");
    };
    assert_eq!(file.name, "ho-so-nguoi-mau-3-2026-11-22.csv");
    let text = String::from_utf8(file.bytes.0).unwrap();
    assert!(text.starts_with("\u{FEFF}Bản ghi;Số;Mục;Nội dung\r\n"));
    let all = [
        Kind::Official,
        Kind::Position,
        Kind::Absence,
        Kind::Assignment,
        Kind::Incident,
    ];
    for kind in all {
        let kind = KindName::from(kind).say(Locale::Vi);
        let rows = text.lines().filter(|row| row.starts_with(&kind));
        assert!(rows.count() > 0, "{kind}");
    }
    assert!(text.contains(&format!(": {NAME};{};Họ và tên;{NAME}\r\n", WHO.0)));
    assert!(!text.contains("Người Gửi Mẫu") && !text.contains("Người Mẫu 1"));
}
