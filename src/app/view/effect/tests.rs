//! The look beforehand, on the sample agency: it says exactly what saving then does.

use super::*;
use crate::app::workflow::effect::decide;
use crate::domain::{ComplaintId, OfficialId};
use crate::engine::Scores;
use crate::ledger::Key;
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

/// A complaint found right without a decision, and a scored month of the official that is open.
fn undecided(model: &mut Model) -> (EffectOf, OfficialId, Month) {
    let book = &model.book;
    let found = book.complaints.iter().find(|(id, it)| {
        footing(book, EffectOf::Complaint(*id)).is_some() && it.effects.is_empty()
    });
    let (id, complaint) = found.expect("one waits for a decision");
    let official = complaint.official.expect("about somebody");
    let month = Month::new(2026, 10).expect("a month");
    // An open month: what was confirmed would stand in the way.
    let key = Key::Confirmation(official, Period::Month(month));
    assert!(model.book.put(key, None));
    model.scores = Scores::full(&model.book, law());
    (EffectOf::Complaint(id), official, month)
}

fn taking(line: &str, month: Month, points: &str) -> NewEffect {
    NewEffect {
        line: LineId::parse(line),
        month: Some(month),
        taken: true,
        points: points.to_owned(),
        by: "Chủ tịch UBND xã".to_owned(),
        reason: "Đã kết luận đúng".to_owned(),
        on: "22/11/2026".to_owned(),
    }
}

#[test]
fn a_preview_is_what_saving_then_does() {
    let mut model = model();
    let (of, official, month) = undecided(&mut model);
    let new = taking("II.4", month, "1");
    let EffectTrial::Ready(preview) = preview(&model, of, &new) else {
        panic!("an open month");
    };
    let period = Period::Month(month);
    let total = |model: &Model| {
        let score = model.scores.score(official, period);
        score.and_then(|score| score.total.clone())
    };
    let year = |model: &Model| {
        let year = model.scores.year(official, 2026).expect("a year");
        (year.mean.clone(), year.computed)
    };
    assert_eq!(preview.total.0, total(&model));
    assert_eq!((preview.mean.0.clone(), preview.year.0), year(&model));
    let operation = decide(&model.book, of, &new, model.now.today).expect("complete");
    model.book.apply(&operation).expect("an effect");
    model.scores.update(&model.book, law(), &operation);
    assert_eq!(preview.total.1, total(&model));
    assert_eq!((preview.mean.1.clone(), preview.year.1), year(&model));
    let (before, after) = preview.total;
    let difference = before
        .zip(after)
        .map(|(before, after)| before.minus(&after));
    assert_eq!(difference, Some(Exact::whole(1)));
    assert_eq!(preview.beyond, None);
}

#[test]
fn a_line_that_would_go_below_zero_is_said_beforehand() {
    let mut model = model();
    let (of, official, month) = undecided(&mut model);
    let key = Key::General(official, Period::Month(month));
    let mut sheet = model
        .book
        .generals
        .get((official, Period::Month(month)))
        .cloned()
        .expect("a sheet");
    let line = LineId::parse("II.4").expect("a line");
    let little = Decimal::parse("0.5").expect("a number");
    sheet.own.set(line, Some(little));
    sheet.authority.set(line, Some(little));
    assert!(model.book.put(key, Some(sheet.into())));
    model.scores = Scores::full(&model.book, law());
    let EffectTrial::Ready(preview) = preview(&model, of, &taking("II.4", month, "2")) else {
        panic!("an open month");
    };
    assert_eq!(preview.beyond, Decimal::parse("1.5").ok());
    assert_eq!(preview.line, (Some(little), Some(Decimal::ZERO)));
}

#[test]
fn a_confirmed_month_and_open_answers_say_so() {
    let model = model();
    let book = &model.book;
    let locked = book.complaints.iter().find_map(|(id, _)| {
        let of = EffectOf::Complaint(id);
        let official = footing(book, of)?.official;
        let mut months = Month::all_of(2026);
        let month = months.find(|month| lock::locked(book, official, *month).is_some())?;
        Some((of, month))
    });
    let (of, month) = locked.expect("a confirmed month");
    assert_eq!(
        preview(&model, of, &taking("II.4", month, "1")),
        EffectTrial::Locked(Period::Month(month))
    );
    let november = Month::new(2026, 11).expect("a month");
    let open = taking("II.4", november, "");
    assert_eq!(preview(&model, of, &open), EffectTrial::Open);
}

#[test]
fn only_what_is_found_right_or_confirmed_begins_a_form() {
    let model = model();
    for (id, complaint) in model.book.complaints.iter() {
        let of = EffectOf::Complaint(id);
        let right = complaint.is_found_right() && complaint.official.is_some();
        assert_eq!(form(&model, of).is_some(), right, "{}", complaint.number);
        let may = may_decide(&model.book, of).expect("there");
        assert_eq!(may == MayDecide::Yes, right, "{}", complaint.number);
    }
    for (id, incident) in model.book.incidents.iter() {
        let of = EffectOf::Incident(id);
        let right = incident.is_confirmed() && incident.official.is_some();
        assert_eq!(form(&model, of).is_some(), right);
        if let Some(form) = form(&model, of) {
            assert!(form.months.contains(&form.month.expect("a month")));
            let month = form.month.expect("a month");
            let proposal = proposed(&model, of, month).expect("a proposal");
            assert_eq!((proposal.grade, proposal.source), (Grade::Proposal, None));
        }
    }
    assert_eq!(
        may_decide(&model.book, EffectOf::Complaint(ComplaintId(0))),
        None
    );
}
