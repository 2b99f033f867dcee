//! The register and one complaint, on the sample agency.

use super::*;
use crate::app::view::effect::{EffectStanding, MayDecide};
use crate::domain::{Conclusion, Grounds};
use crate::engine::Scores;
use crate::sample;

fn model() -> Model {
    let today = Day::from_ymd_opt(2026, 11, 22).expect("a day");
    let mut model = Model::default();
    let operation = sample::agency(sample::SEED, 45, 3, today);
    model.book.apply(&operation).expect("the sample");
    model.scores = Scores::full(&model.book, law());
    model.now.today = today;
    model
}

fn complaint(received: &str, procedure: &str, steps: &[(ComplaintState, &str)]) -> Complaint {
    let day = |text: &str| text.parse::<Day>().expect("a day");
    let step = |(state, on): &(ComplaintState, &str)| crate::domain::ComplaintStep {
        on: day(on),
        state: *state,
        actor: None,
        document: None,
        note: None,
    };
    Complaint {
        number: "PA.900".to_owned(),
        received: day(received),
        channel: String::new(),
        criterion: None,
        procedure: Some(procedure.to_owned()),
        official: None,
        unit: None,
        assignment: None,
        dossier: None,
        summary: "Nội dung mẫu".to_owned(),
        steps: steps.iter().map(step).collect(),
        effects: Vec::new(),
    }
}

fn clock_on(complaint: &Complaint, today: &str) -> ClockState {
    let today = today.parse().expect("a day");
    pressing(&Book::default(), complaint, Grounds::default(), today).0
}

#[test]
fn a_complaint_is_to_be_accepted_within_ten_days() {
    let fresh = complaint("2026-10-01", "khieu-nai", &[]);
    assert_eq!(clock_on(&fresh, "2026-10-02"), ClockState::Running(9));
    assert_eq!(clock_on(&fresh, "2026-10-11"), ClockState::Soon(0));
    assert_eq!(clock_on(&fresh, "2026-10-12"), ClockState::Overdue(1));
}

#[test]
fn acceptance_ends_one_clock_and_starts_the_next() {
    let accepted = [(ComplaintState::Accepted, "2026-10-12")];
    let late = complaint("2026-10-01", "khieu-nai", &accepted);
    assert_eq!(clock_on(&late, "2026-10-13"), ClockState::Running(29));
    let views = clocks(
        &Book::default(),
        &late,
        Grounds::default(),
        "2026-10-13".parse().expect("a day"),
    );
    assert_eq!(views[0].state, ClockState::Late(1));
    assert!(
        views
            .iter()
            .any(|view| view.part == ClockPart::Special && view.last.is_some())
    );
}

#[test]
fn a_concluded_complaint_is_no_longer_overdue() {
    let steps = [
        (ComplaintState::Accepted, "2026-10-02"),
        (
            ComplaintState::Concluded(Conclusion::Unfounded),
            "2026-10-20",
        ),
    ];
    let done = complaint("2026-10-01", "to-cao", &steps);
    assert_eq!(clock_on(&done, "2027-01-01"), ClockState::Met);
}

#[test]
fn what_is_verified_again_is_to_be_settled_anew() {
    use ComplaintState as State;
    let right = State::Concluded(Conclusion::Substantiated);
    let mut steps = vec![
        (State::Accepted, "2026-03-02"),
        (State::Verifying, "2026-03-04"),
        (right, "2026-03-20"),
        (State::Closed, "2026-03-25"),
    ];
    let met = complaint("2026-03-01", "to-cao", &steps);
    assert_eq!(clock_on(&met, "2026-10-20"), ClockState::Met);
    steps.push((State::Verifying, "2026-10-01"));
    let again = complaint("2026-03-01", "to-cao", &steps);
    assert_eq!(clock_on(&again, "2026-10-20"), ClockState::Running(11));
    assert_eq!(clock_on(&again, "2026-11-02"), ClockState::Overdue(2));
    steps.push((State::Extended, "2026-10-20"));
    let extended = complaint("2026-03-01", "to-cao", &steps);
    assert_eq!(clock_on(&extended, "2026-11-02"), ClockState::Running(28));
    steps.push((right, "2026-12-03"));
    let late = complaint("2026-03-01", "to-cao", &steps);
    assert_eq!(clock_on(&late, "2026-12-20"), ClockState::Late(3));
}

#[test]
fn recorded_grounds_choose_the_clock_and_an_extension_the_longer_one_of_them() {
    use ComplaintState::{Accepted, Extended};
    let accepted = (Accepted, "2026-10-02");
    let in_force = |steps: &[(ComplaintState, &str)], second, remote| -> Vec<u32> {
        let complaint = complaint("2026-10-01", "khieu-nai", steps);
        let day = "2026-10-20".parse().expect("a day");
        let grounds = Grounds { second, remote };
        let views = clocks(&Book::default(), &complaint, grounds, day);
        let views = views.iter().filter(|view| view.part == ClockPart::InForce);
        views.map(|view| view.length).collect()
    };
    let extended = (Extended, "2026-10-10");
    for (second, remote, length, longer) in [
        (false, false, 30, 45),
        (false, true, 45, 60),
        (true, false, 45, 60),
        (true, true, 60, 70),
    ] {
        // The first is that of accepting, the same for all.
        assert_eq!(in_force(&[accepted], second, remote), [10, length]);
        assert_eq!(
            in_force(&[accepted, extended], second, remote),
            [10, longer]
        );
    }
    // A denunciation knows no such grounds.
    let report = complaint("2026-10-01", "to-cao", &[accepted]);
    let grounds = Grounds {
        second: false,
        remote: true,
    };
    let today = "2026-10-20".parse().expect("a day");
    let (state, _) = pressing(&Book::default(), &report, grounds, today);
    assert_eq!(state, ClockState::Running(12));
}

#[test]
fn a_verification_without_the_day_of_acceptance_is_neither_in_time_nor_late() {
    let read = [(ComplaintState::Verifying, "2026-11-01")];
    let read = complaint("2026-10-01", "khieu-nai", &read);
    assert_eq!(clock_on(&read, "2026-11-02"), ClockState::NotStarted);
}

#[test]
fn extensions_put_the_longer_clocks_in_the_ordinary_ones_place() {
    use ClockPart::{InForce, Replaced, Special};
    let mut steps = vec![(ComplaintState::Accepted, "2026-10-02")];
    let day = "2026-10-20".parse().expect("a day");
    let parts = |steps: &[(ComplaintState, &str)]| -> Vec<(u32, ClockPart)> {
        let complaint = complaint("2026-10-01", "to-cao", steps);
        let views = clocks(&Book::default(), &complaint, Grounds::default(), day);
        views.iter().map(|view| (view.length, view.part)).collect()
    };
    let settled = |steps: &[(ComplaintState, &str)]| {
        clock_on(&complaint("2026-10-01", "to-cao", steps), "2026-10-20")
    };
    assert_eq!(parts(&steps), [(30, InForce), (60, Special), (90, Special)]);
    assert_eq!(settled(&steps), ClockState::Running(12));
    steps.push((ComplaintState::Extended, "2026-10-15"));
    assert_eq!(
        parts(&steps),
        [(30, Replaced), (60, InForce), (90, Special)]
    );
    assert_eq!(settled(&steps), ClockState::Running(42));
    steps.push((ComplaintState::Extended, "2026-10-16"));
    assert_eq!(
        parts(&steps),
        [(30, Replaced), (60, Replaced), (90, InForce)]
    );
    assert_eq!(settled(&steps), ClockState::Running(72));
}

#[test]
fn a_link_ends_the_clocks_and_shows_on_both_sides() {
    let model = model();
    let rows = list(&model, &ComplaintQuery::default()).rows;
    let views: Vec<ComplaintView> = rows
        .iter()
        .filter_map(|row| detail(&model, row.id))
        .collect();
    let linked: Vec<_> = views.iter().filter(|it| it.linked_to.is_some()).collect();
    let [from] = linked[..] else {
        panic!("one linked complaint");
    };
    assert!(!matches!(from.row.clock, ClockState::Overdue(_)));
    assert!(!from.row.undecided && !from.may_link);
    let to = from.linked_to.as_ref().map(|other| other.id);
    let other = views.iter().find(|it| Some(it.row.id) == to);
    let followers = other.map(|it| it.followers.as_slice()).unwrap_or_default();
    assert_eq!(followers.len(), 1);
    assert_eq!(followers[0].id, from.row.id);
    let choices = link_choices(&model, to.expect("linked"));
    assert!(choices.iter().all(|(id, ..)| *id != from.row.id));
}

#[test]
fn who_complained_is_in_no_row_and_no_view_of_a_complaint() {
    let mut model = model();
    let first = list(&model, &ComplaintQuery::default()).rows[0].id;
    let kept = crate::domain::Complainant {
        name: "Người Gửi Kín Tên".to_owned(),
        contact: Some("0912 345 678".to_owned()),
    };
    let key = crate::ledger::Key::Complainant(first);
    assert!(model.book.put(key, Some(kept.clone().into())));
    let view = detail(&model, first).expect("there");
    assert!(view.has_complainant);
    let shown = format!("{view:?}");
    assert!(!shown.contains(&kept.name) && !shown.contains("0912"));
    let by_name = ComplaintQuery {
        words: "nguoi gui kin ten".to_owned(),
        ..ComplaintQuery::default()
    };
    assert!(list(&model, &by_name).rows.is_empty());
    let mut index = crate::app::view::search::SearchIndex::default();
    index.follow(&model);
    assert!(index.find(&model, "nguoi gui kin ten", &[]).is_empty());
    assert!(index.find(&model, "0912 345", &[]).is_empty());
    assert_eq!(complainant(&model, first), Some(kept));
}

/// A book with an own length of a time limit.
fn with_own(clock: &str, length: u32, working_days: bool) -> Book {
    let choice = crate::domain::ClockChoice {
        clock: clock.to_owned(),
        length,
        working_days,
        span: crate::domain::Span {
            from: "2026-10-01".parse().expect("a day"),
            to: None,
        },
        issuer: "UBND xã Mẫu".to_owned(),
        document: "15/QC-UBND".to_owned(),
    };
    let mut book = Book::default();
    let key = crate::ledger::Key::Clock(crate::domain::ClockChoiceId(1));
    book.put(key, Some(choice.into()));
    book
}

#[test]
fn an_own_length_takes_the_place_of_the_rules_for_complaints_received_in_its_days() {
    let book = with_own("khieu-nai.accept", 5, true);
    let state = |received: &str, today: &str| {
        let complaint = complaint(received, "khieu-nai", &[]);
        pressing(
            &book,
            &complaint,
            Grounds::default(),
            today.parse().expect("a day"),
        )
    };
    // 1/10/2026 is a Thursday: five working days end on Thursday 8/10.
    let (state_then, last) = state("2026-10-01", "2026-10-09");
    assert_eq!(state_then, ClockState::Overdue(1));
    assert_eq!(last, "2026-10-08".parse().ok());
    assert_eq!(state("2026-09-30", "2026-10-09").0, ClockState::Soon(1));

    let complaint = complaint("2026-10-01", "khieu-nai", &[]);
    let views = clocks(
        &book,
        &complaint,
        Grounds::default(),
        "2026-10-02".parse().expect("a day"),
    );
    assert_eq!(views[0].own.as_deref(), Some("15/QC-UBND, UBND xã Mẫu"));
    assert_eq!(views[0].grade, crate::domain::Grade::Local);
    assert!(views[0].working_days && views[0].citations.is_empty());
    assert!(views[1..].iter().all(|view| view.own.is_none()));
}

#[test]
fn an_own_limit_of_a_kind_without_one_runs_from_receipt_until_it_is_settled() {
    let book = with_own("phan-anh", 20, false);
    let accepted = (ComplaintState::Accepted, "2026-10-03");
    let state = |steps: &[(ComplaintState, &str)]| {
        let report = complaint("2026-10-01", "phan-anh", steps);
        pressing(
            &book,
            &report,
            Grounds::default(),
            "2026-10-25".parse().expect("a day"),
        )
        .0
    };
    assert_eq!(state(&[accepted]), ClockState::Overdue(4));
    let found = ComplaintState::Concluded(Conclusion::Unfounded);
    assert_eq!(state(&[accepted, (found, "2026-10-20")]), ClockState::Met);
}

#[test]
fn a_kind_without_a_time_limit_has_no_clock() {
    let report = complaint("2026-10-01", "phan-anh", &[]);
    assert_eq!(clock_on(&report, "2027-10-01"), ClockState::None);
}

#[test]
fn the_chips_count_what_they_leave() {
    let model = model();
    for (at, &filter) in ComplaintFilter::ALL.iter().enumerate() {
        let query = ComplaintQuery {
            filter,
            ..ComplaintQuery::default()
        };
        let list = list(&model, &query);
        assert_eq!(list.rows.len(), list.counts[at], "{filter:?}");
        assert_eq!(ComplaintFilter::from_word(filter.word()), filter);
    }
}

#[test]
fn words_kind_and_unit_narrow_the_register() {
    let model = model();
    let all = list(&model, &ComplaintQuery::default());
    assert!(!all.nothing && all.rows.len() > 5);
    let first = all.rows.first().expect("a row");
    let by_number = ComplaintQuery {
        words: first.number.to_lowercase(),
        ..ComplaintQuery::default()
    };
    assert_eq!(list(&model, &by_number).rows.len(), 1);
    let by_kind = ComplaintQuery {
        criterion: "CT.9".to_owned(),
        ..ComplaintQuery::default()
    };
    let rows = list(&model, &by_kind).rows;
    assert!(!rows.is_empty() && rows.len() < all.rows.len());
    assert!(all.rows.is_sorted_by(|a, b| a.received >= b.received));
}

#[test]
fn the_register_is_ordered_by_several_columns_and_filtered_by_kind() {
    use crate::app::view::arrange::{Arranged, Arrangement, ColumnFilter, Sorting, arranged};
    let model = model();
    let rows = list(&model, &ComplaintQuery::default()).rows;
    let by = |column: &str, descending| Sorting {
        column: column.to_owned(),
        descending,
    };
    let shown = |arrangement: &Arrangement| -> Arranged<usize, ()> {
        let all = (0..rows.len()).collect();
        let folded = std::collections::BTreeSet::new();
        arranged(all, arrangement, &COLUMNS, &folded, |row, column| {
            value(&rows[row], column)
        })
    };
    let state = COLUMNS.iter().position(|column| column.key == "state");
    let state = state.expect("a column");
    let place = |row: usize| match value(&rows[row], state) {
        super::super::arrange::Value::Choice(place, _) => place,
        other => panic!("every complaint has a state, not {other:?}"),
    };
    let arrangement = Arrangement {
        sort: vec![by("state", false), by("received", true)],
        ..Arrangement::default()
    };
    let ordered = shown(&arrangement).rows;
    assert_eq!(ordered.len(), rows.len());
    let keys: Vec<_> = ordered
        .iter()
        .map(|row| (place(*row), std::cmp::Reverse(rows[*row].received)))
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    assert!(keys.windows(2).any(|pair| pair[0].0 == pair[1].0));

    let wanted = place(0);
    let filter = ColumnFilter {
        among: [wanted.to_string()].into(),
        ..ColumnFilter::default()
    };
    let mut filtered = Arrangement::default();
    filtered.set_filter("state", filter);
    let kept = shown(&filtered).rows;
    assert!(!kept.is_empty() && kept.len() < rows.len());
    assert!(kept.iter().all(|row| place(*row) == wanted));
}

#[test]
fn every_complaint_of_the_sample_can_be_looked_at() {
    let model = model();
    for row in list(&model, &ComplaintQuery::default()).rows {
        let view = detail(&model, row.id).expect("it is in the register");
        let right = view.complaint.is_found_right();
        assert_eq!(
            view.may_decide == MayDecide::Yes,
            right && row.official.is_some()
        );
    }
}

#[test]
fn a_decision_overtaken_by_another_conclusion_is_shown_as_replaced() {
    let model = model();
    let rows = list(&model, &ComplaintQuery::default()).rows;
    let views = rows.iter().filter_map(|row| detail(&model, row.id));
    let twice = views
        .into_iter()
        .find(|view| view.effects.len() == 2)
        .expect("the overturned one");
    let standings: Vec<_> = twice.effects.iter().map(|it| it.standing).collect();
    assert_eq!(
        standings,
        [EffectStanding::Replaced, EffectStanding::Declined]
    );
}

#[test]
fn the_kinds_to_choose_from_are_those_the_directive_measures_by_complaints() {
    let keys: Vec<String> = criteria(&Book::default(), false)
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    let expected = ["CT.4", "CT.5", "CT.6", "CT.7", "CT.8", "CT.9", "CT.10"];
    let (directive, besides) = keys.split_at(expected.len());
    assert_eq!(directive, expected);
    assert_eq!(besides, ["noi-bo.doan-ket"]);
    assert_eq!((mark("CT.4"), mark(&besides[0])), ("CT.4", ""));
    assert!(criterion_name(&besides[0]).is_some());
}

#[test]
fn a_later_decision_gives_the_line_its_points_back() {
    let mut model = model();
    let taken = |(id, it): (ComplaintId, &Complaint)| {
        let effect = it.effects_in_force().find(|effect| effect.taken)?;
        it.is_found_right()
            .then(|| (id, it.official, effect.clone()))
    };
    let found = model.book.complaints.iter().find_map(taken);
    let (id, official, effect) = found.expect("one that takes points off");
    let official = official.expect("about somebody");
    let effects = |model: &Model| {
        let period = crate::domain::Period::Month(effect.month);
        let terms = crate::engine::Terms::of(&model.book, law(), period).expect("in 2026");
        let mut lines = crate::engine::general_lines(&model.book, &terms, official);
        let line = lines.find(|line| line.rule.id == effect.line);
        let line = line.expect("a line of the form");
        line.effects
            .iter()
            .filter(|(other, _)| *other == crate::ledger::Key::Complaint(id))
            .count()
    };
    assert_eq!(effects(&model), 1);
    let mut record = model.book.complaints.get(id).cloned().expect("it is there");
    record.effects.push(crate::domain::LineEffect {
        taken: false,
        ..effect.clone()
    });
    let key = crate::ledger::Key::Complaint(id);
    assert!(model.book.put(key, Some(record.into())));
    assert_eq!(effects(&model), 0);
}
