//! Officials, units and groups by name or code and products by code, found the same way however
//! many cells ask.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::domain::{GroupId, OfficialId, ProductId, UnitId};
use crate::ledger::Book;
use crate::text::{rank_of_keys, search_key};

use super::super::entry::EntryError;
use super::super::lock::Locks;

/// Looks names and codes up in a book; each index is made when it is first asked for.
#[derive(Debug)]
pub struct Known<'a> {
    book: &'a Book,
    people: OnceCell<People>,
    products: OnceCell<BTreeMap<String, ProductId>>,
    units: OnceCell<BTreeMap<String, UnitId>>,
    locks: OnceCell<Locks<'a>>,
}

/// Whom a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An official.
    Person(OfficialId),
    /// A unit.
    Unit(UnitId),
}

#[derive(Debug)]
struct People {
    by_name: BTreeMap<String, Vec<OfficialId>>,
    by_code: BTreeMap<String, OfficialId>,
    /// Search keys of the names.
    keys: Vec<(String, OfficialId)>,
}

impl<'a> Known<'a> {
    /// What a book knows.
    #[must_use]
    pub const fn new(book: &'a Book) -> Self {
        Self {
            book,
            people: OnceCell::new(),
            products: OnceCell::new(),
            units: OnceCell::new(),
            locks: OnceCell::new(),
        }
    }

    /// The book looked into.
    #[must_use]
    pub const fn book(&self) -> &'a Book {
        self.book
    }

    /// The confirmed periods.
    pub fn locks(&self) -> &Locks<'a> {
        self.locks.get_or_init(|| Locks::of(self.book))
    }

    /// The official meant by a name, `name · code`, or a code; nothing for an empty text.
    ///
    /// # Errors
    /// [`EntryError::Unknown`] or [`EntryError::Ambiguous`]; a part of a name never decides.
    pub fn official(&self, text: &str) -> Result<Option<OfficialId>, EntryError> {
        if text.is_empty() {
            return Ok(None);
        }
        let (name, code) = match text.rsplit_once('·') {
            Some((name, code)) => (name.trim(), Some(code.trim())),
            None => (text, None),
        };
        let people = self.people.get_or_init(|| People::of(self.book));
        let wanted = crate::text::nfc(name).to_lowercase();
        let named = people.by_name.get(&wanted).map_or(&[][..], Vec::as_slice);
        let found: Vec<OfficialId> = named
            .iter()
            .filter(|id| code.is_none_or(|code| self.has_code(**id, code)))
            .copied()
            .collect();
        match found[..] {
            [one] => Ok(Some(one)),
            [] => people
                .by_code
                .get(&name.to_ascii_lowercase())
                .map(|id| Some(*id))
                .ok_or_else(|| EntryError::Unknown(text.to_owned())),
            _ => Err(EntryError::Ambiguous(text.to_owned())),
        }
    }

    /// The only official whose name holds the words, diacritics or not; to be asked, never decided.
    #[must_use]
    pub fn like(&self, words: &str) -> Option<OfficialId> {
        let wanted = search_key(words);
        let people = self.people.get_or_init(|| People::of(self.book));
        let mut found = people
            .keys
            .iter()
            .filter(|(key, _)| rank_of_keys(&wanted, key).is_some());
        match (found.next(), found.next()) {
            (Some((_, id)), None) => Some(*id),
            _ => None,
        }
    }

    fn has_code(&self, id: OfficialId, code: &str) -> bool {
        let official = self.book.officials.get(id);
        let own = official.and_then(|official| official.code.as_deref());
        own.is_some_and(|own| own.eq_ignore_ascii_case(code))
    }

    /// The product a text begins with the code of; of equal codes the newest.
    ///
    /// # Errors
    /// [`EntryError::Unknown`].
    pub fn product(&self, text: &str) -> Result<ProductId, EntryError> {
        let products = self.products.get_or_init(|| {
            let all = self.book.products.iter();
            all.map(|(id, product)| (product.code.to_ascii_lowercase(), id))
                .collect()
        });
        let code = text.split_whitespace().next().unwrap_or_default();
        products
            .get(&code.to_ascii_lowercase())
            .copied()
            .ok_or_else(|| EntryError::Unknown(text.to_owned()))
    }
}

impl Known<'_> {
    /// The unit meant by a name or a code; nothing for an empty text.
    ///
    /// # Errors
    /// [`EntryError::Unknown`].
    pub fn unit(&self, text: &str) -> Result<Option<UnitId>, EntryError> {
        if text.is_empty() {
            return Ok(None);
        }
        let units = self.units.get_or_init(|| {
            let all = self.book.units.iter().rev();
            let names = all.flat_map(|(id, unit)| {
                let written = std::iter::once(&unit.name).chain(&unit.code);
                written.map(move |written| (written.to_lowercase(), id))
            });
            names.collect()
        });
        let found = units.get(&crate::text::nfc(text).to_lowercase());
        found
            .copied()
            .map(Some)
            .ok_or_else(|| EntryError::Unknown(text.to_owned()))
    }

    /// The name of the only unit whose name holds the words; to be asked, never decided.
    #[must_use]
    pub fn like_unit(&self, words: &str) -> Option<String> {
        let wanted = search_key(words);
        let all = self.book.units.iter();
        let mut found =
            all.filter(|(_, unit)| rank_of_keys(&wanted, &search_key(&unit.name)).is_some());
        match (found.next(), found.next()) {
            (Some((_, unit)), None) => Some(unit.name.clone()),
            _ => None,
        }
    }

    /// The group of similar duties of a name; nothing for an empty text.
    ///
    /// # Errors
    /// [`EntryError::Unknown`].
    pub fn group(&self, text: &str) -> Result<Option<GroupId>, EntryError> {
        if text.is_empty() {
            return Ok(None);
        }
        let wanted = crate::text::nfc(text).to_lowercase();
        let mut groups = self.book.groups.iter();
        let found = groups.find(|(_, group)| group.name.to_lowercase() == wanted);
        found
            .map(|(id, _)| Some(id))
            .ok_or_else(|| EntryError::Unknown(text.to_owned()))
    }

    /// The official or else the unit meant; nothing for an empty text.
    ///
    /// # Errors
    /// [`EntryError`] when it is neither.
    pub fn about(&self, text: &str) -> Result<Option<About>, EntryError> {
        match self.official(text) {
            Err(EntryError::Unknown(_)) => self.unit(text).map(|unit| unit.map(About::Unit)),
            other => other.map(|person| person.map(About::Person)),
        }
    }
}

impl People {
    fn of(book: &Book) -> Self {
        let mut people = Self {
            by_name: BTreeMap::new(),
            by_code: BTreeMap::new(),
            keys: Vec::new(),
        };
        for (id, official) in book.officials.iter() {
            let name = official.name.to_lowercase();
            people.keys.push((search_key(&official.name), id));
            people.by_name.entry(name).or_default().push(id);
            if let Some(code) = &official.code {
                people
                    .by_code
                    .entry(code.to_ascii_lowercase())
                    .or_insert(id);
            }
        }
        people
    }
}
