//! Who is meant by a name and a code. A name alone never decides between namesakes.

use std::collections::BTreeMap;

use crate::domain::{Official, OfficialId};
use crate::files::recognise::Field;
use crate::ledger::{Book, Key, Record};
use crate::text::{nfc, search_key};

use super::plan::Run;
use super::report::{ImportProblem, RowAt};

/// Officials by code and by name.
pub(super) struct People {
    by_code: BTreeMap<String, OfficialId>,
    by_name: BTreeMap<String, Vec<OfficialId>>,
}

impl People {
    pub(super) fn of(book: &Book) -> Self {
        let mut people = Self {
            by_code: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        for (id, official) in book.officials.iter() {
            people.add(id, official);
        }
        people
    }

    pub(super) fn add(&mut self, id: OfficialId, official: &Official) {
        if let Some(code) = &official.code {
            self.by_code.insert(code_key(code), id);
        }
        let same_name = self.by_name.entry(name_key(&official.name)).or_default();
        if !same_name.contains(&id) {
            same_name.push(id);
        }
    }

    pub(super) fn with_code(&self, code: &str) -> Option<OfficialId> {
        self.by_code.get(&code_key(code)).copied()
    }

    pub(super) fn named(&self, name: &str) -> &[OfficialId] {
        self.by_name.get(&name_key(name)).map_or(&[], Vec::as_slice)
    }

    /// Names that differ only by diacritics, or share the given name and one more word.
    fn near(&self, name: &str) -> Vec<String> {
        let key = search_key(name);
        let words: Vec<&str> = key.split(' ').collect();
        let close = |other: &str| {
            let other_key = search_key(other);
            let others: Vec<&str> = other_key.split(' ').collect();
            other_key == key
                || (others.last() == words.last()
                    && others.iter().filter(|word| words.contains(word)).count() >= 2)
        };
        self.by_name
            .keys()
            .filter(|other| close(other))
            .take(5)
            .cloned()
            .collect()
    }
}

/// Names are compared letter by letter with their diacritics, whatever the case or composition.
fn name_key(name: &str) -> String {
    let name = nfc(name);
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        let mut letters = word.chars().flat_map(char::to_lowercase);
        if let Some(first) = letters.next() {
            key.extend(first.to_uppercase());
        }
        key.extend(letters);
    }
    key
}

fn code_key(code: &str) -> String {
    nfc(code.trim()).to_uppercase()
}

/// Finds the one official a row means.
///
/// # Errors
/// The reason why there is none, or more than one.
pub(super) fn find(
    run: &Run<'_>,
    at: RowAt,
    name: Option<&str>,
    code: Option<&str>,
    unit: Option<&str>,
) -> Result<OfficialId, ImportProblem> {
    if let Some(chosen) = run.choices.people.get(&at) {
        return Ok(*chosen);
    }
    if let Some(code) = code {
        let Some(found) = run.people.with_code(code) else {
            return Err(unknown(run, Field::PersonCode, code, name));
        };
        return match name {
            Some(name) if !run.people.named(name).contains(&found) => {
                Err(ImportProblem::NameAndCodeDiffer {
                    name: name.to_owned(),
                    code: code.to_owned(),
                })
            }
            _ => Ok(found),
        };
    }
    let Some(name) = name else {
        return Err(ImportProblem::MissingField(Field::PersonName));
    };
    match run.people.named(name) {
        [] => Err(unknown(run, Field::PersonName, name, Some(name))),
        [one] => Ok(*one),
        several => by_unit(run, several, unit).ok_or_else(|| ImportProblem::Namesakes {
            written: name.to_owned(),
            who: several.to_vec(),
        }),
    }
}

fn unknown(run: &Run<'_>, field: Field, written: &str, name: Option<&str>) -> ImportProblem {
    ImportProblem::UnknownPerson {
        field,
        written: written.to_owned(),
        near: name.map_or_else(Vec::new, |name| run.people.near(name)),
    }
}

/// The only namesake with a position in the named unit.
fn by_unit(run: &Run<'_>, several: &[OfficialId], unit: Option<&str>) -> Option<OfficialId> {
    let unit = run.units.named(unit?)?;
    let mut there = several.iter().filter(|official| {
        let drafted = run.draft.changes().any(|change| matches!(&change.after, Some(Record::Position(position)) if position.official == **official && position.unit == unit));
        drafted || run.draft.book().positions.of(**official).any(|(_, position)| position.unit == unit)
    });
    let only = there.next()?;
    there.next().is_none().then_some(*only)
}

/// The official as drafted or in the book.
pub(super) fn official(run: &Run<'_>, id: OfficialId) -> Option<Official> {
    match run.draft.get(Key::Official(id)) {
        Some(Record::Official(official)) => Some(official),
        _ => None,
    }
}
