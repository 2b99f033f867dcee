//! The register of discipline: record, correct, remove a decision.

mod cells;
mod conclusion;

use crate::app::law;
use crate::domain::{Day, Discipline, DisciplineId, DisciplineSide, UnitId};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};

use super::entry::{self, EntryError};
use super::task;

pub use cells::{DUTY, DisciplineCell, DisciplineLine, SIDES};
pub use conclusion::{ConclusionField, NewConclusion, conclude, remove_conclusion};

/// A disciplinary decision as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDiscipline {
    /// Who, as typed.
    pub official: String,
    /// Party or administrative.
    pub side: DisciplineSide,
    /// Key of the form.
    pub form: String,
    /// What was done.
    pub act: String,
    /// When it was done, as typed.
    pub act_on: String,
    /// Number of the decision.
    pub decision: String,
    /// Day it takes effect, as typed.
    pub effective: String,
    /// True when it concerns public duty, thought, ethics or lifestyle.
    pub duty_related: bool,
    /// The other decision on the same act.
    pub same_act_as: Option<DisciplineId>,
    /// The year in which the act was already a ground, as typed.
    pub already_used_in: String,
    /// The former unit where the act happened.
    pub act_unit: Option<UnitId>,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisciplineField {
    /// Who.
    Official,
    /// The form of discipline.
    Form,
    /// What was done.
    Act,
    /// When it was done.
    ActOn,
    /// Day it takes effect.
    Effective,
    /// The year of the earlier use.
    AlreadyUsedIn,
    /// The other decision on the same act.
    SameAct,
}

/// Drafts a new decision, or the correction of a recorded one.
///
/// # Errors
/// All fields that were not taken: the form must exist on the day the decision takes effect, and
/// the other decision on the same act must be another one about the same person.
pub fn save(
    book: &Book,
    id: Option<DisciplineId>,
    new: &NewDiscipline,
    year: u16,
) -> Result<Operation, Vec<(DisciplineField, EntryError)>> {
    let mut errors = Vec::new();
    let official = task::official(book, new.official.trim())
        .and_then(|official| official.ok_or(EntryError::Required))
        .map_err(|error| errors.push((DisciplineField::Official, error)));
    let effective = entry::day(&new.effective, year)
        .and_then(|day| day.ok_or(EntryError::Required))
        .map_err(|error| errors.push((DisciplineField::Effective, error)));
    let known = |day: Day| law().discipline_form(new.side, &new.form, day);
    if new.form.is_empty() || effective.is_ok_and(|day| known(day).is_none()) {
        errors.push((DisciplineField::Form, EntryError::Required));
    }
    let act = entry::text(&new.act);
    if act.is_none() {
        errors.push((DisciplineField::Act, EntryError::Required));
    }
    let act_on = entry::day(&new.act_on, year)
        .and_then(|day| match (day, effective) {
            (Some(day), Ok(effective)) if day > effective => Err(EntryError::TooLate(effective)),
            _ => Ok(day),
        })
        .map_err(|error| errors.push((DisciplineField::ActOn, error)));
    let already_used_in = used_year(&new.already_used_in)
        .map_err(|error| errors.push((DisciplineField::AlreadyUsedIn, error)));
    if let (Some(other), Ok(official)) = (new.same_act_as, &official) {
        let record = book.disciplines.get(other);
        let fits = Some(other) != id && record.is_some_and(|it| it.official == *official);
        if !fits {
            errors.push((DisciplineField::SameAct, EntryError::OtherPerson));
        }
    }
    let (Ok(official), Ok(effective), Some(act), Ok(act_on), Ok(already_used_in), true) = (
        official,
        effective,
        act,
        act_on,
        already_used_in,
        errors.is_empty(),
    ) else {
        return Err(errors);
    };
    let kind = Kind::Discipline;
    let action = id.map_or(Action::Add(kind), |_| Action::Edit(kind));
    let mut draft = Draft::new(book, action);
    let id = id.unwrap_or_else(|| DisciplineId(draft.fresh(kind)));
    let record = Discipline {
        official,
        form: new.form.clone(),
        side: new.side,
        act,
        act_on,
        decision: entry::text(&new.decision),
        effective,
        duty_related: new.duty_related,
        same_act_as: new.same_act_as,
        already_used_in,
        act_unit: new.act_unit,
    };
    draft.put(Key::Discipline(id), record);
    Ok(draft.finish())
}

/// A year with four digits, or nothing.
fn used_year(text: &str) -> Result<Option<u16>, EntryError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let year = text.parse().ok().filter(|_| text.len() == 4);
    year.map(Some)
        .ok_or_else(|| EntryError::NotANumber(text.to_owned()))
}

/// Drafts the removal of a decision that was recorded by mistake; others on the same act stand
/// without it from then on.
#[must_use]
pub fn remove(book: &Book, id: DisciplineId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Discipline));
    for (other, record) in book.disciplines.iter() {
        if record.same_act_as == Some(id) {
            let alone = Discipline {
                same_act_as: None,
                ..record.clone()
            };
            draft.put(Key::Discipline(other), alone);
        }
    }
    draft.remove(Key::Discipline(id));
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::tests::{PERSON, one_official};

    fn reprimand() -> NewDiscipline {
        NewDiscipline {
            official: PERSON.to_owned(),
            side: DisciplineSide::Administrative,
            form: "khien-trach".to_owned(),
            act: "Thẩm tra không đúng trình tự".to_owned(),
            act_on: "18/03/2026".to_owned(),
            decision: "45/QĐ-UBND".to_owned(),
            effective: "20/05/2026".to_owned(),
            duty_related: true,
            same_act_as: None,
            already_used_in: String::new(),
            act_unit: None,
        }
    }

    #[test]
    fn a_decision_is_recorded_corrected_and_removed() {
        let mut book = one_official();
        let added = save(&book, None, &reprimand(), 2026).expect("complete");
        book.apply(&added).expect("a decision");
        let id = DisciplineId(1);
        let warning = NewDiscipline {
            form: "canh-cao".to_owned(),
            ..reprimand()
        };
        let changed = save(&book, Some(id), &warning, 2026).expect("complete");
        book.apply(&changed).expect("a correction");
        let form = book.disciplines.get(id).map(|it| it.form.as_str());
        assert_eq!(form, Some("canh-cao"));
        book.apply(&remove(&book, id)).expect("removed");
        assert!(book.disciplines.is_empty());
    }

    #[test]
    fn a_former_form_is_taken_only_in_its_time() {
        let lowered = NewDiscipline {
            form: "ha-bac-luong".to_owned(),
            ..reprimand()
        };
        let errors = save(&one_official(), None, &lowered, 2026).expect_err("ended on 30/6/2025");
        assert_eq!(errors, [(DisciplineField::Form, EntryError::Required)]);
        let then = NewDiscipline {
            effective: "20/05/2024".to_owned(),
            act_on: String::new(),
            ..lowered
        };
        assert!(save(&one_official(), None, &then, 2026).is_ok());
    }

    #[test]
    fn decisions_on_one_act_are_about_one_person_and_survive_each_other() {
        let mut book = one_official();
        let added = save(&book, None, &reprimand(), 2026).expect("complete");
        book.apply(&added).expect("a decision");
        let party = NewDiscipline {
            side: DisciplineSide::Party,
            same_act_as: Some(DisciplineId(1)),
            ..reprimand()
        };
        let itself = save(&book, Some(DisciplineId(1)), &party, 2026).expect_err("itself");
        assert_eq!(
            itself,
            [(DisciplineField::SameAct, EntryError::OtherPerson)]
        );
        let added = save(&book, None, &party, 2026).expect("the other side");
        book.apply(&added).expect("another decision");
        book.apply(&remove(&book, DisciplineId(1)))
            .expect("the first one removed");
        let alone = book.disciplines.get(DisciplineId(2)).expect("there");
        assert_eq!(alone.same_act_as, None);
    }

    #[test]
    fn an_act_is_not_after_its_decision() {
        let late = NewDiscipline {
            act_on: "21/05/2026".to_owned(),
            already_used_in: "25".to_owned(),
            ..reprimand()
        };
        let errors = save(&one_official(), None, &late, 2026).expect_err("two faults");
        let fields: Vec<DisciplineField> = errors.into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            [DisciplineField::ActOn, DisciplineField::AlreadyUsedIn]
        );
    }

    #[test]
    fn a_conclusion_needs_everything_since_it_sets_a_class() {
        let mut book = one_official();
        let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let errors = conclude(&book, None, &NewConclusion::default(), today).expect_err("empty");
        assert_eq!(errors.len(), 6);
        let new = NewConclusion {
            official: PERSON.to_owned(),
            gate: Some(crate::domain::Gate::ExampleDuty),
            year: "2026".to_owned(),
            authority: "Ủy ban Kiểm tra".to_owned(),
            document: "07/KL-UBKT".to_owned(),
            on: "10/11/2026".to_owned(),
        };
        let added = conclude(&book, None, &new, today).expect("complete");
        book.apply(&added).expect("a conclusion");
        let removal = remove_conclusion(&book, crate::domain::ConclusionId(1));
        book.apply(&removal).expect("removed");
        assert!(book.gate_conclusions.is_empty());
    }
}
