//! Registers of complaints: a row takes only the steps the screen would take.

use super::*;
use crate::app::import::report::PlannedRow;
use crate::domain::{Complaint, ComplaintState, ComplaintStep, Conclusion, LineEffect};
use crate::files::recognise::Stage;
use crate::ledger::Draft;

type Values = Vec<(Field, RawValue)>;

const RIGHT: ComplaintState = ComplaintState::Concluded(Conclusion::Substantiated);

fn date(field: Field, value: &str) -> (Field, RawValue) {
    (field, RawValue::Date(day(value)))
}

/// One row about complaint 01/PA of 2 October, with what a test adds.
fn register(more: &[(Field, RawValue)]) -> RawTable {
    let mut row = vec![
        text(Field::ComplaintNumber, "01/PA"),
        date(Field::Received, "2026-10-02"),
        text(Field::PersonCode, "A1"),
        text(Field::Summary, "Thái độ chưa đúng mực"),
    ];
    row.extend_from_slice(more);
    table(TableKind::Complaints, &[&row])
}

fn right() -> Values {
    vec![
        (Field::State, RawValue::Stage(Stage::Concluded)),
        (
            Field::Conclusion,
            RawValue::Conclusion(Conclusion::Substantiated),
        ),
    ]
}

fn signed() -> Values {
    let document = [
        date(Field::ConclusionDate, "2026-10-20"),
        text(Field::ConclusionDocument, "12/KL-UBND"),
    ];
    right().into_iter().chain(document).collect()
}

/// Takes a register into the book; the only row and the complaint as it stands then.
fn take(book: &mut Book, more: &[(Field, RawValue)]) -> (PlannedRow, Complaint) {
    let mut plan = plan(book, &[register(more)], &settings(), &Choices::default());
    book.apply(&plan.operation).expect("a good operation");
    let complaint = book.complaints.iter().next().expect("one complaint");
    (plan.rows.remove(0), complaint.1.clone())
}

fn missing(fields: &[Field]) -> Vec<ImportProblem> {
    let fields = fields.iter();
    fields.map(|it| ImportProblem::MissingField(*it)).collect()
}

fn change(book: &mut Book, with: impl FnOnce(&mut Complaint)) {
    let (id, complaint) = book.complaints.iter().next().expect("one complaint");
    let mut changed = complaint.clone();
    with(&mut changed);
    let mut draft = Draft::new(book, Action::AdvanceComplaint);
    draft.put(Key::Complaint(id), changed);
    let operation = draft.finish();
    book.apply(&operation).expect("a good operation");
}

#[test]
fn a_conclusion_without_document_or_day_stays_under_verification_and_says_what_is_missing() {
    let lacking = |more: &[(Field, RawValue)]| {
        let values: Values = right().into_iter().chain(more.iter().cloned()).collect();
        let (row, complaint) = take(&mut with_staff(), &values);
        assert_eq!(complaint.state(), ComplaintState::Verifying);
        (row.remarks, complaint.steps[0].on)
    };
    let both = missing(&[Field::ConclusionDocument, Field::ConclusionDate]);
    assert_eq!(lacking(&[]), (both, settings().today));
    let on = date(Field::ConclusionDate, "2026-10-20");
    let document = missing(&[Field::ConclusionDocument]);
    assert_eq!(lacking(&[on]), (document, day("2026-10-20")));
    let document = text(Field::ConclusionDocument, "12/KL-UBND");
    let on = missing(&[Field::ConclusionDate]);
    assert_eq!(lacking(&[document]), (on, settings().today));
}

#[test]
fn a_conclusion_with_both_is_taken_on_its_day_and_not_that_of_receipt() {
    let mut book = with_staff();
    let (row, complaint) = take(&mut book, &signed());
    assert_eq!((row.remarks, complaint.state()), (Vec::new(), RIGHT));
    assert_eq!(
        complaint.conclusion(),
        Some((Conclusion::Substantiated, day("2026-10-20")))
    );
    let (again, complaint) = take(&mut book, &signed());
    assert!(matches!(again.verdict, Verdict::Unchanged(_)));
    assert_eq!(complaint.steps.len(), 1);
}

#[test]
fn a_refusal_without_document_leaves_the_complaint_as_received() {
    let refused = [(Field::State, RawValue::Stage(Stage::Refused))];
    let (row, complaint) = take(&mut with_staff(), &refused);
    assert_eq!(complaint.steps, []);
    let both = missing(&[Field::ConclusionDocument, Field::ConclusionDate]);
    assert_eq!(row.remarks, both);
}

#[test]
fn no_register_moves_a_complaint_back_or_concludes_it_twice() {
    let mut book = with_staff();
    take(&mut book, &signed());
    let back = [
        (Field::State, RawValue::Stage(Stage::Accepted)),
        date(Field::ConclusionDate, "2026-10-21"),
    ];
    let (row, complaint) = take(&mut book, &back);
    assert_eq!(
        (row.remarks, complaint.state()),
        (vec![ImportProblem::NoSuchStep], RIGHT)
    );
    let mut other = signed();
    other[1].1 = RawValue::Conclusion(Conclusion::Unfounded);
    let (row, complaint) = take(&mut book, &other);
    assert_eq!(
        (row.remarks, complaint.state()),
        (vec![ImportProblem::NoSuchStep], RIGHT)
    );
    // What is verified again is so by a document, as on the screen.
    let again = (Field::State, RawValue::Stage(Stage::Verifying));
    let on = date(Field::ConclusionDate, "2026-10-25");
    let (row, complaint) = take(&mut book, &[again.clone(), on.clone()]);
    let lacking = missing(&[Field::ConclusionDocument]);
    assert_eq!((row.remarks, complaint.state()), (lacking, RIGHT));
    let document = text(Field::ConclusionDocument, "20/TB-UBND");
    let (row, complaint) = take(&mut book, &[again, on, document]);
    let verifying = ComplaintState::Verifying;
    assert_eq!((row.remarks, complaint.state()), (Vec::new(), verifying));
}

#[test]
fn a_step_before_the_one_before_it_or_after_today_is_not_taken() {
    for (on, from) in [("2026-10-14", "2026-10-15"), ("2026-11-02", "2026-10-15")] {
        let mut book = with_staff();
        take(&mut book, &[]);
        change(&mut book, |complaint| {
            complaint.steps.push(ComplaintStep {
                on: day("2026-10-15"),
                state: ComplaintState::Verifying,
                actor: None,
                document: None,
                note: None,
            });
        });
        let mut values = signed();
        values[2] = date(Field::ConclusionDate, on);
        let (row, complaint) = take(&mut book, &values);
        let outside = ImportProblem::StepOutside {
            from: day(from),
            to: settings().today,
        };
        assert_eq!((row.remarks, complaint.steps.len()), (vec![outside], 1));
    }
}

#[test]
fn the_person_stays_once_an_effect_is_decided() {
    let mut book = with_staff();
    take(&mut book, &signed());
    let mut other = signed();
    other.push(text(Field::PersonCode, "B1"));
    let before = book.complaints.iter().next().map(|(_, it)| it.official);
    change(&mut book, |complaint| {
        complaint.effects.push(LineEffect {
            line: LineId {
                section: 1,
                line: 1,
            },
            month: Month::new(2026, 10).expect("a month"),
            points: Decimal::from_whole(1),
            taken: true,
            by: "Chủ tịch".to_owned(),
            reason: "Đã kết luận đúng".to_owned(),
            on: day("2026-10-25"),
        });
    });
    let (row, complaint) = take(&mut book, &other);
    let refused = Verdict::Refused(ImportProblem::PersonRestedOn);
    assert_eq!((row.verdict, Some(complaint.official)), (refused, before));
    change(&mut book, |complaint| complaint.effects.clear());
    let (row, complaint) = take(&mut book, &other);
    assert!(!matches!(row.verdict, Verdict::Refused(_)));
    assert_ne!(Some(complaint.official), before);
}

#[test]
fn the_way_in_is_a_known_one_or_stays_as_written_and_says_so() {
    for (written, key) in [
        ("Thanh tra", "thanh-tra"),
        ("Đơn thư", "don-thu"),
        ("don-thu", "don-thu"),
    ] {
        let (row, complaint) = take(&mut with_staff(), &[text(Field::Channel, written)]);
        assert_eq!((complaint.channel.as_str(), row.remarks), (key, Vec::new()));
    }
    let (row, complaint) = take(&mut with_staff(), &[text(Field::Channel, "Bồ câu")]);
    let unknown = ImportProblem::UnknownWord("Bồ câu".to_owned());
    assert_eq!(
        (complaint.channel.as_str(), row.remarks),
        ("Bồ câu", vec![unknown])
    );
}
