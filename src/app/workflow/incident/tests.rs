//! The path of an incident, as a unit head walks it.

use super::*;
use crate::app::workflow::tests::{PERSON, one_official, today};

fn pushed_off() -> NewIncident {
    NewIncident {
        on: "05/11/2026".to_owned(),
        criterion: "CT.5".to_owned(),
        official: PERSON.to_owned(),
        summary: "Chuyển hồ sơ cho người khác không có lý do".to_owned(),
        recorded_by: "Trưởng phòng".to_owned(),
        ..NewIncident::default()
    }
}

fn confirming() -> NewReview {
    NewReview {
        confirmed: Some(true),
        by: "Chủ tịch UBND xã".to_owned(),
        on: "10/11/2026".to_owned(),
        document: "12/TB-UBND".to_owned(),
    }
}

fn recorded() -> (Book, IncidentId) {
    let mut book = one_official();
    let operation = record(&book, &pushed_off(), today()).expect("complete");
    book.apply(&operation).expect("an incident");
    (book, IncidentId(1))
}

fn act(book: &mut Book, operation: &Operation) {
    book.apply(operation).expect("a good operation");
}

#[test]
fn everything_missing_is_named_at_once() {
    let errors = record(&one_official(), &NewIncident::default(), today()).expect_err("empty");
    let fields: Vec<IncidentField> = errors.into_iter().map(|(field, _)| field).collect();
    let expected = [
        IncidentField::On,
        IncidentField::Criterion,
        IncidentField::Official,
        IncidentField::Summary,
        IncidentField::RecordedBy,
    ];
    assert_eq!(fields, expected);
    let tomorrow = NewIncident {
        on: "21/11/2026".to_owned(),
        ..pushed_off()
    };
    let errors = record(&one_official(), &tomorrow, today()).expect_err("not yet");
    assert_eq!(errors, [(IncidentField::On, EntryError::TooLate(today()))]);
}

#[test]
fn what_the_official_says_is_kept_and_taken_away() {
    let (mut book, id) = recorded();
    let said = explain(&book, id, "Được phân công lại bằng lời").expect("there");
    act(&mut book, &said);
    let explanation = |book: &Book| book.incidents.get(id).and_then(|it| it.explanation.clone());
    assert!(explanation(&book).is_some());
    let silent = explain(&book, id, " ").expect("there");
    act(&mut book, &silent);
    assert_eq!(explanation(&book), None);
}

#[test]
fn a_review_needs_a_verdict_a_person_and_a_day_in_its_place() {
    let (book, id) = recorded();
    let early = NewReview {
        on: "04/11/2026".to_owned(),
        ..NewReview::default()
    };
    let errors = review(&book, id, &early, today()).expect_err("three faults");
    let fields: Vec<ReviewField> = errors.into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [ReviewField::Verdict, ReviewField::By, ReviewField::On]
    );
}

#[test]
fn once_reviewed_the_facts_it_rests_on_stay() {
    let (mut book, id) = recorded();
    let corrected = NewIncident {
        evidence: "Biên bản 03".to_owned(),
        ..pushed_off()
    };
    let operation = correct(&book, id, &corrected, today()).expect("open");
    act(&mut book, &operation);
    let operation = review(&book, id, &confirming(), today()).expect("complete");
    act(&mut book, &operation);
    assert!(book.incidents.get(id).is_some_and(Incident::is_confirmed));
    let other = NewIncident {
        on: "06/11/2026".to_owned(),
        criterion: "CT.8".to_owned(),
        ..pushed_off()
    };
    let errors = correct(&book, id, &other, today()).expect_err("reviewed");
    let fields: Vec<IncidentField> = errors.into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [IncidentField::On, IncidentField::Criterion]);
    assert_eq!(remove(&book, id), Err(EntryError::RestedOn));
    assert!(correct(&book, id, &corrected, today()).is_ok());
}

#[test]
fn a_later_review_holds_and_the_earlier_one_stays_recorded() {
    let (mut book, id) = recorded();
    let operation = review(&book, id, &confirming(), today()).expect("complete");
    act(&mut book, &operation);
    let dismissed = NewReview {
        confirmed: Some(false),
        on: "12/11/2026".to_owned(),
        ..confirming()
    };
    let operation = review(&book, id, &dismissed, today()).expect("complete");
    act(&mut book, &operation);
    let incident = book.incidents.get(id).expect("there");
    let all: Vec<bool> = incident.reviews.iter().map(|it| it.confirmed).collect();
    assert_eq!((all, incident.is_confirmed()), (vec![true, false], false));
    act(&mut book, &operation.inverse(Action::Undo(3)));
    assert!(book.incidents.get(id).is_some_and(Incident::is_confirmed));
}

#[test]
fn a_fresh_record_is_removed() {
    let (mut book, id) = recorded();
    let operation = remove(&book, id).expect("fresh");
    act(&mut book, &operation);
    assert!(book.incidents.is_empty());
}
