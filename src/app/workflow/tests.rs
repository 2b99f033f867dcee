//! Books the tests of the workflows begin with.

use crate::app::{Model, law};
use crate::domain::{Day, Official, OfficialId};
use crate::engine::Scores;
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};
use crate::sample;

/// The name of the only official of [`one_official`].
pub const PERSON: &str = "Người Mẫu Một";

/// The day on which the tests act.
pub fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 20).expect("a day")
}

/// A book that knows one official.
pub fn one_official() -> Book {
    let mut book = Book::default();
    let mut draft = Draft::new(&book, Action::Add(Kind::Official));
    let person = Official {
        name: PERSON.to_owned(),
        ..Official::default()
    };
    draft.put(Key::Official(OfficialId(1)), person);
    let operation = draft.finish();
    book.apply(&operation).expect("one official");
    book
}

/// The sample agency with its scores.
pub fn sample_agency() -> Model {
    let mut model = Model::default();
    let operation = sample::agency(sample::SEED, 45, 3, today());
    model.book.apply(&operation).expect("the sample");
    model.scores = Scores::full(&model.book, law());
    model
}

/// Does what an operation says, scores included.
pub fn apply(model: &mut Model, operation: &Operation) {
    model.book.apply(operation).expect("a good operation");
    model.scores.update(&model.book, law(), operation);
}
