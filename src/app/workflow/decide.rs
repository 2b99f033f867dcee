//! Deciding the classes of a year: decisions that replace each other, units, petitions.

use crate::app::Model;
use crate::domain::{
    Class, Decimal, DecisionId, OfficialId, Petition, UnitId, UnitYear, YearDecision,
};
use crate::engine::decision_of;
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};

/// A field of the decision's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecideField {
    /// The class.
    Class,
    /// Why it differs from the computed one.
    Reason,
    /// Day of the decision.
    On,
}

/// A decision as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewDecision {
    /// The class chosen; nothing while not chosen.
    pub class: Option<Class>,
    /// Why it differs.
    pub reason: String,
    /// Number of the decision.
    pub number: String,
    /// Its day as typed.
    pub on: String,
    /// Mẫu số 02, part IV.
    pub proposal: String,
}

/// Drafts a decision on a year's class; an earlier one is replaced, never changed.
///
/// # Errors
/// All fields that were not taken: a class that differs from the computed one needs a reason.
pub fn decide(
    model: &Model,
    official: OfficialId,
    year: u16,
    new: &NewDecision,
) -> Result<Operation, Vec<(DecideField, EntryError)>> {
    let book = &model.book;
    let mut errors = Vec::new();
    if new.class.is_none() {
        errors.push((DecideField::Class, EntryError::Required));
    }
    let computed = model
        .scores
        .year(official, year)
        .and_then(|score| score.class());
    let reason = entry::text(&new.reason);
    if new.class.is_some() && new.class != computed && reason.is_none() {
        errors.push((DecideField::Reason, EntryError::Required));
    }
    // Decisions on a year are made around its end, so a day without a year means that time.
    let on = match entry::day(&new.on, year + 1) {
        Ok(day) => day,
        Err(error) => {
            errors.push((DecideField::On, error));
            None
        }
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut draft = Draft::new(book, Action::Decide);
    let id = DecisionId(draft.fresh(Kind::Decision));
    let record = YearDecision {
        official,
        year,
        own_class: own_class(book, official, year),
        class: new.class,
        reason,
        number: entry::text(&new.number),
        on,
        proposal: entry::text(&new.proposal),
        replaces: decision_of(book, official, year).map(|(before, _)| before),
        petition: None,
    };
    draft.put(Key::Decision(id), record);
    Ok(draft.finish())
}

/// The class an official gave in a year: the one recorded last.
#[must_use]
pub fn own_class(book: &Book, official: OfficialId, year: u16) -> Option<Class> {
    let of_year = book.decisions.of(official).filter(|(_, d)| d.year == year);
    of_year
        .filter_map(|(_, decision)| decision.own_class)
        .next_back()
}

/// Drafts the class an official gives (Mẫu số 02, part II).
///
/// Kept with the decision in force, else on a record that has no decided class yet.
#[must_use]
pub fn give_own(book: &Book, official: OfficialId, year: u16, class: Option<Class>) -> Operation {
    let mut draft = Draft::new(book, Action::Edit(Kind::Decision));
    let last = book
        .decisions
        .of(official)
        .rfind(|(_, decision)| decision.year == year);
    match last {
        Some((id, decision)) => {
            let changed = YearDecision {
                own_class: class,
                ..decision.clone()
            };
            if class.is_none() && changed.class.is_none() && changed.petition.is_none() {
                draft.remove(Key::Decision(id));
            } else {
                draft.put(Key::Decision(id), changed);
            }
        }
        None if class.is_some() => {
            let id = DecisionId(draft.fresh(Kind::Decision));
            let record = YearDecision {
                official,
                year,
                own_class: class,
                class: None,
                reason: None,
                number: None,
                on: None,
                proposal: None,
                replaces: None,
                petition: None,
            };
            draft.put(Key::Decision(id), record);
        }
        None => {}
    }
    draft.finish()
}

/// A field of the petition's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PetitionField {
    /// Day of receipt.
    Received,
    /// Day of the answer.
    Answered,
}

/// Drafts the petition against a decision.
///
/// # Errors
/// All fields that were not taken; [`EntryError::Gone`] on receipt when there is no decision.
pub fn petition(
    book: &Book,
    decision: DecisionId,
    received: &str,
    answered: &str,
    document: &str,
) -> Result<Operation, Vec<(PetitionField, EntryError)>> {
    let Some(record) = book.decisions.get(decision) else {
        return Err(vec![(PetitionField::Received, EntryError::Gone)]);
    };
    let mut errors = Vec::new();
    let year = record.year + 1;
    let received = entry::day(received, year)
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(|error| errors.push((PetitionField::Received, error)));
    let answered =
        entry::day(answered, year).map_err(|error| errors.push((PetitionField::Answered, error)));
    let (Ok(received), Ok(answered)) = (received, answered) else {
        return Err(errors);
    };
    let changed = YearDecision {
        petition: Some(Petition {
            received,
            answered,
            document: entry::text(document),
        }),
        ..record.clone()
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::Decision));
    draft.put(Key::Decision(decision), changed);
    Ok(draft.finish())
}

/// A field of a unit's year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitField {
    /// Recognised score.
    Score,
    /// Day of the decision.
    DecidedOn,
    /// The document that raised the cap.
    RaisedDocument,
}

/// A unit's year as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewUnitYear {
    /// Recognised score as typed.
    pub score: String,
    /// Recognised class.
    pub class: Option<Class>,
    /// Number of the decision.
    pub document: String,
    /// Its day as typed.
    pub decided_on: String,
    /// True when the cap is raised.
    pub raised: bool,
    /// The document that raised it.
    pub raised_document: String,
}

/// The whole scale.
const SCALE: Decimal = Decimal::from_whole(100);

/// Drafts what is recorded of a unit for a year; a raised cap needs its document.
///
/// # Errors
/// All fields that were not taken.
pub fn record_unit(
    book: &Book,
    unit: UnitId,
    year: u16,
    new: &NewUnitYear,
) -> Result<Operation, Vec<(UnitField, EntryError)>> {
    let mut errors = Vec::new();
    let score = match new.score.trim() {
        "" => Ok(None),
        text => entry::number(text).map(Some),
    };
    let score = match score {
        Ok(Some(score)) if score > SCALE => Err(EntryError::Above(SCALE)),
        other => other,
    };
    let score = score.map_err(|error| errors.push((UnitField::Score, error)));
    let decided_on = entry::day(&new.decided_on, year + 1)
        .map_err(|error| errors.push((UnitField::DecidedOn, error)));
    let raised_cap_document = entry::text(&new.raised_document);
    if new.raised && raised_cap_document.is_none() {
        errors.push((UnitField::RaisedDocument, EntryError::Required));
    }
    let (Ok(score), Ok(decided_on), true) = (score, decided_on, errors.is_empty()) else {
        return Err(errors);
    };
    let record = UnitYear {
        score,
        class: new.class,
        document: entry::text(&new.document),
        decided_on,
        raised_cap: new.raised,
        raised_cap_document,
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::UnitYear));
    if record == UnitYear::default() {
        draft.remove(Key::UnitYear(unit, year));
    } else {
        draft.put(Key::UnitYear(unit, year), record);
    }
    Ok(draft.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::tests::{apply, sample_agency};

    fn choosing(class: Class, reason: &str) -> NewDecision {
        NewDecision {
            class: Some(class),
            reason: reason.to_owned(),
            number: "12/QĐ-UBND".to_owned(),
            on: "20/12/2026".to_owned(),
            ..NewDecision::default()
        }
    }

    /// Somebody whose computed class is not `class`.
    fn differs(model: &Model, class: Class) -> OfficialId {
        let mut years = model.scores.year_scores(2026);
        let found = years.find(|(official, score)| {
            score.class() != Some(class) && decision_of(&model.book, *official, 2026).is_none()
        });
        found.expect("somebody else's class").0
    }

    #[test]
    fn a_class_that_differs_from_the_computed_one_needs_a_reason() {
        let model = sample_agency();
        let official = differs(&model, Class::Excellent);
        let refused = decide(&model, official, 2026, &choosing(Class::Excellent, ""));
        assert_eq!(
            refused,
            Err(vec![(DecideField::Reason, EntryError::Required)])
        );
    }

    #[test]
    fn a_second_decision_replaces_the_first_and_keeps_it() {
        let mut model = sample_agency();
        let official = differs(&model, Class::Excellent);
        let first = decide(
            &model,
            official,
            2026,
            &choosing(Class::Excellent, "Thành tích"),
        );
        apply(&mut model, &first.expect("with a reason"));
        let (before, _) = decision_of(&model.book, official, 2026).expect("decided");
        let second = decide(
            &model,
            official,
            2026,
            &choosing(Class::Good, "Kiến nghị được nhận"),
        );
        apply(&mut model, &second.expect("with a reason"));
        let (now, decision) = decision_of(&model.book, official, 2026).expect("decided");
        assert_eq!(decision.replaces, Some(before));
        assert_eq!(decision.class, Some(Class::Good));
        assert_ne!(now, before);
        assert!(model.book.decisions.contains(before));
    }

    #[test]
    fn the_own_class_is_carried_into_the_decision() {
        let mut model = sample_agency();
        let official = differs(&model, Class::Good);
        let own = give_own(&model.book, official, 2026, Some(Class::Good));
        apply(&mut model, &own);
        assert_eq!(decision_of(&model.book, official, 2026), None);
        let decided = decide(&model, official, 2026, &choosing(Class::Completed, "Lý do"));
        apply(&mut model, &decided.expect("with a reason"));
        let (_, decision) = decision_of(&model.book, official, 2026).expect("decided");
        assert_eq!(decision.own_class, Some(Class::Good));
    }

    #[test]
    fn a_raised_cap_needs_its_document() {
        let model = sample_agency();
        let (unit, _) = model.book.units.iter().next().expect("a unit");
        let raised = NewUnitYear {
            raised: true,
            score: "101".to_owned(),
            ..NewUnitYear::default()
        };
        let refused = record_unit(&model.book, unit, 2026, &raised).expect_err("two faults");
        let fields: Vec<UnitField> = refused.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [UnitField::Score, UnitField::RaisedDocument]);
    }

    #[test]
    fn a_petition_belongs_to_a_decision() {
        let mut model = sample_agency();
        let official = differs(&model, Class::Good);
        let decided = decide(&model, official, 2026, &choosing(Class::Good, "Lý do"));
        apply(&mut model, &decided.expect("with a reason"));
        let (id, _) = decision_of(&model.book, official, 2026).expect("decided");
        let refused = petition(&model.book, id, "", "", "");
        assert_eq!(
            refused,
            Err(vec![(PetitionField::Received, EntryError::Required)])
        );
        let filed = petition(&model.book, id, "05/01/2027", "", "").expect("received");
        apply(&mut model, &filed);
        let record = model.book.decisions.get(id).expect("the decision");
        assert!(record.petition.is_some());
    }
}
