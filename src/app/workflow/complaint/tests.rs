//! The path of a complaint, as a personnel officer walks it.

use super::*;
use crate::app::workflow::effect::{EffectField, EffectOf, NewEffect, decide};
use crate::app::workflow::tests::{PERSON, one_official, today};
use crate::domain::{Conclusion, LineId, Month};
use crate::ledger::Record;

fn about_somebody() -> NewComplaint {
    NewComplaint {
        received: "05/10/2026".to_owned(),
        official: PERSON.to_owned(),
        criterion: "CT.9".to_owned(),
        procedure: "phan-anh".to_owned(),
        summary: "Yêu cầu thêm giấy tờ ngoài quy định".to_owned(),
        ..NewComplaint::default()
    }
}

fn recorded() -> (Book, ComplaintId) {
    let mut book = one_official();
    let operation = record(&book, &about_somebody(), today(), 2026).expect("complete");
    book.apply(&operation).expect("a complaint");
    (book, ComplaintId(1))
}

const ACTOR: &str = "Chánh Văn phòng";

fn step(state: ComplaintState, on: &str, document: &str) -> NewStep {
    NewStep {
        state: Some(state),
        on: on.to_owned(),
        actor: ACTOR.to_owned(),
        document: document.to_owned(),
        ..NewStep::default()
    }
}

fn walk(book: &mut Book, id: ComplaintId, steps: &[(ComplaintState, &str, &str)]) {
    for (state, on, document) in steps {
        let new = step(*state, on, document);
        let operation = advance(book, id, &new, today()).expect("a step that follows");
        book.apply(&operation).expect("a step");
    }
}

const RIGHT: ComplaintState = ComplaintState::Concluded(Conclusion::Substantiated);

fn concluded() -> (Book, ComplaintId) {
    let (mut book, id) = recorded();
    let steps = [
        (ComplaintState::Accepted, "06/10/2026", ""),
        (ComplaintState::Verifying, "07/10/2026", ""),
        (RIGHT, "20/10/2026", "09/KL-UBND"),
    ];
    walk(&mut book, id, &steps);
    (book, id)
}

fn taking(points: &str) -> NewEffect {
    NewEffect {
        line: LineId::parse("II.4"),
        month: Month::new(2026, 10).ok(),
        taken: true,
        points: points.to_owned(),
        by: "Chủ tịch UBND xã".to_owned(),
        reason: "Đã kết luận đúng".to_owned(),
        on: "25/10/2026".to_owned(),
    }
}

#[test]
fn a_complaint_gets_the_next_number_by_itself() {
    let (mut book, _) = recorded();
    assert_eq!(next_number(&book), "PA.002");
    let taken = NewComplaint {
        number: "PA.001".to_owned(),
        ..about_somebody()
    };
    let errors = record(&book, &taken, today(), 2026).expect_err("the number is taken");
    assert_eq!(errors[0].0, ComplaintField::Number);
    let operation = record(&book, &about_somebody(), today(), 2026).expect("complete");
    book.apply(&operation).expect("the next number");
    assert_eq!(book.complaints.len(), 2);
}

#[test]
fn everything_missing_is_named_at_once() {
    let new = NewComplaint {
        received: "01/12/2026".to_owned(),
        official: "Không Có Ai".to_owned(),
        ..NewComplaint::default()
    };
    let errors = record(&one_official(), &new, today(), 2026).expect_err("three faults");
    let fields: Vec<ComplaintField> = errors.iter().map(|(field, _)| *field).collect();
    let expected = [
        ComplaintField::Received,
        ComplaintField::Official,
        ComplaintField::Summary,
    ];
    assert_eq!(fields, expected);
    assert_eq!(errors[0].1, EntryError::TooLate(today()));
}

#[test]
fn a_complaint_never_goes_back() {
    let (mut book, id) = recorded();
    walk(
        &mut book,
        id,
        &[(ComplaintState::Accepted, "06/10/2026", "")],
    );
    let back = step(ComplaintState::Received, "07/10/2026", "");
    let errors = advance(&book, id, &back, today()).expect_err("backwards");
    assert_eq!(errors, [(StepField::State, EntryError::NoSuchStep)]);
    let earlier = step(ComplaintState::Verifying, "05/10/2026", "");
    let errors = advance(&book, id, &earlier, today()).expect_err("before the step before it");
    assert_eq!(errors[0].0, StepField::On);
}

#[test]
fn a_conclusion_needs_a_verification_and_a_document() {
    let (mut book, id) = recorded();
    walk(
        &mut book,
        id,
        &[(ComplaintState::Accepted, "06/10/2026", "")],
    );
    let early = step(RIGHT, "08/10/2026", "09/KL-UBND");
    let errors = advance(&book, id, &early, today()).expect_err("nothing was verified");
    assert_eq!(errors, [(StepField::State, EntryError::NoSuchStep)]);
    walk(
        &mut book,
        id,
        &[(ComplaintState::Verifying, "07/10/2026", "")],
    );
    let bare = step(RIGHT, "08/10/2026", " ");
    let errors = advance(&book, id, &bare, today()).expect_err("no document");
    assert_eq!(errors, [(StepField::Document, EntryError::Required)]);
}

#[test]
fn a_conclusion_alone_takes_nothing_off_and_a_decision_needs_one() {
    let (mut book, id) = recorded();
    let errors =
        decide(&book, EffectOf::Complaint(id), &taking("1"), today()).expect_err("not concluded");
    assert_eq!(errors, [(EffectField::Line, EntryError::NoSuchStep)]);
    (book, _) = concluded();
    let complaint = book.complaints.get(id).expect("the complaint");
    assert!(complaint.effects.is_empty());
    let operation = decide(&book, EffectOf::Complaint(id), &taking("1"), today()).expect("decided");
    book.apply(&operation).expect("an effect");
    let complaint = book.complaints.get(id).expect("the complaint");
    assert_eq!(complaint.effects_in_force().count(), 1);
}

#[test]
fn a_decision_takes_no_more_than_its_line_holds() {
    let (book, id) = concluded();
    let errors =
        decide(&book, EffectOf::Complaint(id), &taking("3"), today()).expect_err("above 2.5");
    assert_eq!(errors[0].0, EffectField::Points);
    let early = NewEffect {
        on: "19/10/2026".to_owned(),
        ..taking("1")
    };
    let errors =
        decide(&book, EffectOf::Complaint(id), &early, today()).expect_err("before the conclusion");
    assert_eq!(errors[0].0, EffectField::On);
}

#[test]
fn a_later_decision_on_the_same_line_and_month_replaces_the_earlier_one() {
    let (mut book, id) = concluded();
    let operation = decide(&book, EffectOf::Complaint(id), &taking("1"), today()).expect("decided");
    book.apply(&operation).expect("an effect");
    let nothing = NewEffect {
        taken: false,
        ..taking("")
    };
    let operation =
        decide(&book, EffectOf::Complaint(id), &nothing, today()).expect("decided again");
    book.apply(&operation).expect("another");
    let complaint = book.complaints.get(id).expect("the complaint");
    assert_eq!(complaint.effects.len(), 2);
    let in_force: Vec<bool> = complaint.effects_in_force().map(|it| it.taken).collect();
    assert_eq!(in_force, [false]);
}

#[test]
fn the_person_stays_once_an_effect_is_decided() {
    let (mut book, id) = concluded();
    let operation = decide(&book, EffectOf::Complaint(id), &taking("1"), today()).expect("decided");
    book.apply(&operation).expect("an effect");
    let other = NewComplaint {
        number: "PA.001".to_owned(),
        official: String::new(),
        ..about_somebody()
    };
    let errors = correct(&book, id, &other, today(), 2026).expect_err("an effect rests on it");
    assert_eq!(errors, [(ComplaintField::Official, EntryError::RestedOn)]);
}

#[test]
fn a_correction_keeps_steps_and_only_a_fresh_record_is_removed() {
    let (mut book, id) = concluded();
    let changed = NewComplaint {
        number: "PA.001".to_owned(),
        dossier: "H.1234".to_owned(),
        ..about_somebody()
    };
    let operation = correct(&book, id, &changed, today(), 2026).expect("complete");
    book.apply(&operation).expect("a correction");
    let complaint = book.complaints.get(id).expect("the complaint");
    assert_eq!(complaint.steps.len(), 3);
    assert_eq!(remove(&book, id), Err(EntryError::RestedOn));
    let (fresh, id) = recorded();
    assert!(remove(&fresh, id).is_ok());
}

#[test]
fn undo_takes_a_step_back() {
    let (mut book, id) = recorded();
    let new = step(ComplaintState::Accepted, "06/10/2026", "");
    let operation = advance(&book, id, &new, today()).expect("a step");
    let before = book.get(Key::Complaint(id));
    book.apply(&operation).expect("a step");
    book.apply(&operation.inverse(Action::Undo(1)))
        .expect("its inverse");
    assert_eq!(book.get(Key::Complaint(id)), before);
    assert!(matches!(before, Some(Record::Complaint(_))));
}

/// The concluded complaint and a second one about the same case.
fn two() -> (Book, ComplaintId, ComplaintId) {
    let (mut book, first) = concluded();
    let operation = record(&book, &about_somebody(), today(), 2026).expect("complete");
    book.apply(&operation).expect("another complaint");
    (book, first, ComplaintId(2))
}

fn linking(other: ComplaintId) -> NewLink {
    NewLink {
        other: Some(other),
        on: crate::text::format_date(today()),
        actor: ACTOR.to_owned(),
        ..NewLink::default()
    }
}

#[test]
fn a_linked_complaint_never_counts() {
    let (mut book, first, second) = two();
    let operation = decide(&book, EffectOf::Complaint(first), &taking("1"), today());
    book.apply(&operation.expect("decided")).expect("an effect");
    let right = |book: &Book| {
        book.complaints
            .get(first)
            .is_some_and(Complaint::is_found_right)
    };
    assert!(right(&book));
    let operation = link(&book, first, &linking(second), today()).expect("the same case");
    book.apply(&operation).expect("a link");
    assert!(!right(&book));
    let errors = decide(&book, EffectOf::Complaint(first), &taking("1"), today())
        .expect_err("followed elsewhere");
    assert_eq!(errors, [(EffectField::Line, EntryError::NoSuchStep)]);
    let last = book
        .complaints
        .get(first)
        .and_then(|it| it.steps.last().cloned());
    assert_eq!(last.map(|step| step.on), Some(today()));
}

#[test]
fn links_make_no_circle() {
    let (mut book, first, second) = two();
    let itself = link(&book, first, &linking(first), today()).expect_err("itself");
    assert_eq!(itself, [(LinkField::Other, EntryError::Required)]);
    let operation = link(&book, first, &linking(second), today()).expect("the same case");
    book.apply(&operation).expect("a link");
    let back = link(&book, second, &linking(first), today()).expect_err("a circle");
    let number = "PA.002".to_owned();
    assert_eq!(
        back,
        [(LinkField::Other, EntryError::LinkedElsewhere(number))]
    );
    assert!(candidates(&book, second).is_empty());
    assert_eq!(way(&book, first), [second]);
    assert!(!may_remove(
        &book,
        second,
        book.complaints.get(second).expect("there")
    ));
    assert_eq!(remove(&book, second), Err(EntryError::RestedOn));
}

#[test]
fn the_book_itself_refuses_a_circle() {
    let (mut book, first, second) = two();
    let operation = link(&book, first, &linking(second), today()).expect("the same case");
    book.apply(&operation).expect("a link");
    let mut circle = book.complaints.get(second).cloned().expect("there");
    circle.steps.push(crate::domain::ComplaintStep {
        on: today(),
        state: ComplaintState::Linked(first),
        actor: None,
        document: None,
        note: None,
    });
    let mut draft = Draft::new(&book, Action::AdvanceComplaint);
    draft.put(Key::Complaint(second), circle);
    let operation = draft.finish();
    assert!(book.apply(&operation).is_err());
}

#[test]
fn a_linked_complaint_is_taken_up_again_only_with_a_document() {
    let (mut book, first, second) = two();
    let operation = link(&book, first, &linking(second), today()).expect("the same case");
    book.apply(&operation).expect("a link");
    let bare = step(ComplaintState::Verifying, "20/11/2026", "");
    let errors = advance(&book, first, &bare, today()).expect_err("no document");
    assert_eq!(errors, [(StepField::Document, EntryError::Required)]);
    walk(
        &mut book,
        first,
        &[(ComplaintState::Verifying, "20/11/2026", "14/TB-UBND")],
    );
    assert!(
        book.complaints
            .get(first)
            .is_some_and(Complaint::is_found_right)
    );
}

#[test]
fn an_extension_before_the_verification_leads_on_to_it() {
    let (mut book, id) = recorded();
    let denunciation = NewComplaint {
        number: "PA.001".to_owned(),
        procedure: "to-cao".to_owned(),
        ..about_somebody()
    };
    let operation = correct(&book, id, &denunciation, today(), 2026).expect("complete");
    book.apply(&operation).expect("a correction");
    let steps = [
        (ComplaintState::Accepted, "06/10/2026", ""),
        (ComplaintState::Extended, "20/10/2026", "15/QĐ-UBND"),
        (ComplaintState::Verifying, "21/10/2026", ""),
        (ComplaintState::Extended, "01/11/2026", "16/QĐ-UBND"),
    ];
    walk(&mut book, id, &steps);
    let complaint = book.complaints.get(id).expect("there");
    assert!(!next_states(complaint).contains(&ComplaintState::Extended));
    assert!(next_states(complaint).contains(&RIGHT));
}

#[test]
fn who_complained_is_kept_apart_and_goes_with_the_complaint() {
    let (mut book, id) = recorded();
    let errors = keep(&book, id, " ", "0123").expect_err("no name");
    assert_eq!(errors, [(ComplainantField::Name, EntryError::Required)]);
    let kept = keep(&book, id, "Người Gửi Mẫu", "").expect("a name");
    book.apply(&kept).expect("kept apart");
    let operation = remove(&book, id).expect("fresh");
    assert_eq!(operation.changes.len(), 2);
    book.apply(&operation).expect("both removed");
    assert!(book.complainants.is_empty() && book.complaints.is_empty());
    book.apply(&operation.inverse(Action::Undo(3)))
        .expect("both back");
    assert!(book.complainants.contains(id));
    let forgotten = forget(&book, id);
    book.apply(&forgotten).expect("forgotten");
    assert!(book.complainants.is_empty() && book.complaints.contains(id));
}

#[test]
fn no_step_and_no_link_goes_without_who_acted_and_when() {
    let (book, first, second) = two();
    let nobody = NewStep {
        actor: "  ".to_owned(),
        ..step(ComplaintState::Accepted, "", "")
    };
    let errors = advance(&book, second, &nobody, today()).expect_err("nobody acted");
    let required = EntryError::Required;
    assert_eq!(
        errors,
        [
            (StepField::On, required.clone()),
            (StepField::Actor, required.clone())
        ]
    );
    let nobody = NewLink {
        on: String::new(),
        actor: String::new(),
        ..linking(second)
    };
    let errors = link(&book, first, &nobody, today()).expect_err("nobody found it");
    assert_eq!(
        errors,
        [
            (LinkField::On, required.clone()),
            (LinkField::Actor, required)
        ]
    );
}

#[test]
fn who_acted_on_the_complaint_last_is_offered_first() {
    let (mut book, first, second) = two();
    let new = NewStep {
        actor: "Thanh tra xã".to_owned(),
        ..step(ComplaintState::Accepted, "06/10/2026", "")
    };
    let operation = advance(&book, second, &new, today()).expect("a step");
    book.apply(&operation).expect("a step");
    assert_eq!(actors(&book, first), [ACTOR, "Thanh tra xã"]);
    assert_eq!(actors(&book, second), ["Thanh tra xã", ACTOR]);
}

#[test]
fn grounds_are_kept_beside_the_complaint_while_there_are_any_and_go_with_it() {
    let mut book = one_official();
    let remote = crate::domain::Grounds {
        second: false,
        remote: true,
    };
    let mut new = NewComplaint {
        grounds: remote,
        ..about_somebody()
    };
    let operation = record(&book, &new, today(), 2026).expect("complete");
    book.apply(&operation).expect("a complaint");
    let id = ComplaintId(1);
    assert_eq!(book.grounds.get(id), Some(&remote));
    let operation = remove(&book, id).expect("nothing rests on it");
    let mut gone = book.clone();
    gone.apply(&operation).expect("a removal");
    assert!(gone.grounds.is_empty());
    new.number = "PA.001".to_owned();
    new.grounds = crate::domain::Grounds::default();
    let operation = correct(&book, id, &new, today(), 2026).expect("complete");
    book.apply(&operation).expect("a correction");
    assert!(book.grounds.is_empty());
}
