//! Decisions on incidents, and where proposed points come from.

use super::*;
use crate::app::workflow::incident;
use crate::app::workflow::tests::{PERSON, one_official, today};
use crate::domain::{Conclusion, LocalLine, LocalRules, LocalTariff, Span, TariffForm};
use crate::ledger::Kind;

const CONFIRMED: EffectOf = EffectOf::Incident(IncidentId(1));

/// A book with one incident, reviewed or not.
fn with_incident(confirmed: Option<bool>) -> Book {
    let mut book = one_official();
    let new = incident::NewIncident {
        on: "05/10/2026".to_owned(),
        criterion: "CT.5".to_owned(),
        official: PERSON.to_owned(),
        summary: "Đùn đẩy việc được giao".to_owned(),
        recorded_by: "Trưởng phòng".to_owned(),
        ..incident::NewIncident::default()
    };
    let operation = incident::record(&book, &new, today()).expect("complete");
    book.apply(&operation).expect("an incident");
    let new = incident::NewReview {
        confirmed,
        by: "Chủ tịch UBND xã".to_owned(),
        on: "12/10/2026".to_owned(),
        document: String::new(),
    };
    if confirmed.is_some() {
        let operation = incident::review(&book, IncidentId(1), &new, today());
        book.apply(&operation.expect("complete")).expect("a review");
    }
    book
}

fn october() -> Month {
    Month::new(2026, 10).expect("a month")
}

fn taking() -> NewEffect {
    NewEffect {
        line: LineId::parse("II.3"),
        month: Some(october()),
        taken: true,
        points: "0,5".to_owned(),
        by: "Chủ tịch UBND xã".to_owned(),
        reason: "Đã xác nhận".to_owned(),
        on: "15/10/2026".to_owned(),
    }
}

fn points(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

#[test]
fn only_a_confirmed_incident_bears_an_effect() {
    for verdict in [None, Some(false)] {
        let book = with_incident(verdict);
        let errors = decide(&book, CONFIRMED, &taking(), today()).expect_err("not confirmed");
        assert_eq!(errors, [(EffectField::Line, EntryError::NoSuchStep)]);
        assert_eq!(proposal(&book, CONFIRMED, october()), None);
    }
    let mut book = with_incident(Some(true));
    let operation = decide(&book, CONFIRMED, &taking(), today()).expect("confirmed");
    assert_eq!(operation.action, Action::DecideEffect);
    book.apply(&operation).expect("an effect");
    let incident = book.incidents.get(IncidentId(1)).expect("there");
    assert_eq!(incident.effects_in_force().count(), 1);
}

#[test]
fn a_look_beforehand_needs_line_month_and_points_only() {
    let book = with_incident(Some(true));
    let unsigned = NewEffect {
        by: String::new(),
        reason: String::new(),
        on: String::new(),
        ..taking()
    };
    assert!(trial(&book, CONFIRMED, &unsigned).is_some());
    let too_much = NewEffect {
        points: "9".to_owned(),
        ..unsigned
    };
    assert_eq!(trial(&book, CONFIRMED, &too_much), None);
}

#[test]
fn a_local_tariff_in_force_at_the_month_comes_before_the_shipped_proposal() {
    let mut book = with_incident(Some(true));
    let shipped = proposal(&book, CONFIRMED, october()).expect("a proposal");
    assert_eq!((shipped.grade, shipped.set), (Grade::Proposal, None));
    let set = LocalRules {
        title: "Quy định mẫu".to_owned(),
        issuer: "UBND xã mẫu".to_owned(),
        decision: "01/QĐ-UBND".to_owned(),
        span: Span {
            from: Day::from_ymd_opt(2026, 10, 15).expect("a day"),
            to: None,
        },
        lines: Vec::new(),
        tariffs: vec![LocalTariff {
            criterion: "CT.5".to_owned(),
            max: points("10"),
            form: TariffForm::Share,
            proposed: Some(points("0.25")),
        }],
        conclusions: vec![(Conclusion::Substantiated, points("2"))],
    };
    let mut draft = Draft::new(&book, Action::Add(Kind::LocalRules));
    draft.put(Key::LocalRules(LocalRulesId(1)), set);
    let operation = draft.finish();
    book.apply(&operation).expect("a set");
    let local = proposal(&book, CONFIRMED, october()).expect("a proposal");
    assert_eq!(local.points, points("0.25"));
    assert_eq!(
        (local.grade, local.set),
        (Grade::Local, Some(LocalRulesId(1)))
    );
    let before = Month::new(2026, 9).expect("a month");
    let earlier = proposal(&book, CONFIRMED, before).expect("a proposal");
    assert_eq!(earlier, shipped);
}

#[test]
fn the_lines_and_their_most_are_those_in_force_in_the_month() {
    let mut book = with_incident(Some(true));
    let mut lines: Vec<LocalLine> = lines_on(&book, october())
        .into_iter()
        .map(|line| LocalLine {
            line: line.id,
            wording: format!("Nội dung mẫu {}", line.id),
            max: line.max,
        })
        .collect();
    let most = lines.len();
    // II.3 and II.4 share five points.
    for (at, max) in [("II.3", "4"), ("II.4", "1")] {
        let own = lines
            .iter_mut()
            .find(|own| Some(own.line) == LineId::parse(at));
        own.expect("a line").max = points(max);
    }
    let set = LocalRules {
        title: "Quy định mẫu".to_owned(),
        issuer: "UBND xã mẫu".to_owned(),
        decision: "01/QĐ-UBND".to_owned(),
        span: Span {
            from: Day::from_ymd_opt(2026, 10, 15).expect("a day"),
            to: None,
        },
        lines,
        tariffs: Vec::new(),
        conclusions: Vec::new(),
    };
    let of = |book: &Book, number: u8| {
        let month = Month::new(2026, number).expect("a month");
        let all = lines_on(book, month);
        assert_eq!(all.len(), most);
        let found = all.into_iter().find(|line| Some(line.id) == taking().line);
        let line = found.expect("II.3");
        (line.max, line.basis.name.vi.clone())
    };
    let decree = of(&book, 10);
    let more = NewEffect {
        points: "3".to_owned(),
        ..taking()
    };
    let above = vec![(EffectField::Points, EntryError::Above(decree.0))];
    assert_eq!(decide(&book, CONFIRMED, &more, today()), Err(above));
    assert!(book.put(Key::LocalRules(LocalRulesId(1)), Some(set.into())));
    let own = (points("4"), "Nội dung mẫu II.3".to_owned());
    assert_eq!((of(&book, 9), of(&book, 10)), (decree, own));
    assert!(decide(&book, CONFIRMED, &more, today()).is_ok());
    let too_much = NewEffect {
        points: "4,5".to_owned(),
        ..more
    };
    let above = vec![(EffectField::Points, EntryError::Above(points("4")))];
    assert_eq!(decide(&book, CONFIRMED, &too_much, today()), Err(above));
}
