//! The search over everything: people, tasks, products, complaints, incidents, and the places a screen names.
//!
//! The index keeps the search key of every record, so that a key stroke only compares. It
//! follows the log: after an operation only the records that changed are read again.

use std::collections::BTreeSet;

use crate::app::Model;
use crate::app::view::Wording;
use crate::domain::{AssignmentId, ComplaintId, IncidentId, OfficialId, ProductId};
use crate::ledger::Key;
use crate::text::{MatchRank, rank_of_keys, search_key};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One of the places given along, by its index.
    Place(usize),
    /// An official.
    Official(OfficialId),
    /// A task.
    Task(AssignmentId),
    /// A complaint.
    Complaint(ComplaintId),
    /// An incident.
    Incident(IncidentId),
    /// A product of a catalogue.
    Product(ProductId),
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// What tells it apart.
    pub detail: String,
}

/// A place that can be searched for by its name: a screen, or an entry of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    name: String,
    key: String,
    kind: usize,
}

impl Place {
    /// A screen: it comes first among equals.
    #[must_use]
    pub fn screen(name: String) -> Self {
        Self::of(name, SCREENS)
    }

    /// An entry of the help: it comes last among equals.
    #[must_use]
    pub fn help(name: String) -> Self {
        Self::of(name, HELP)
    }

    fn of(name: String, kind: usize) -> Self {
        let key = search_key(&name);
        Self { name, key, kind }
    }
}

/// Every rule the help explains: its key and its name.
#[must_use]
pub fn rules() -> Vec<(&'static str, &'static Wording)> {
    let mut seen = BTreeSet::new();
    let all = crate::app::law().register().iter();
    all.filter(|rule| seen.insert(&rule.basis.key))
        .map(|rule| (rule.basis.key.as_str(), &rule.basis.name))
        .collect()
}

/// The most things of one kind worth showing.
const MOST_OF_A_KIND: usize = 7;
/// Kinds of things, in the order equal matches are shown.
const KINDS: usize = 7;
const SCREENS: usize = 0;
const HELP: usize = 6;

/// The search keys of everything in the book.
#[derive(Debug, Default)]
pub struct SearchIndex {
    workspace: String,
    sequence: u64,
    entries: Vec<(Key, String)>,
}

impl SearchIndex {
    /// Follows the model; cheap when little has happened since.
    pub fn follow(&mut self, model: &Model) {
        let same = self.workspace == model.workspace.id && self.sequence <= model.sequence;
        let missed = self.sequence + 1..=model.sequence;
        let known = same && self.sequence > 0 && {
            let mut missed = missed.clone();
            missed.all(|sequence| model.operations.contains_key(&sequence))
        };
        if known {
            let touched: BTreeSet<Key> = missed
                .filter_map(|sequence| model.operations.get(&sequence))
                .flat_map(|operation| &operation.changes)
                .map(|change| change.key)
                .filter(|key| is_found(*key))
                .collect();
            // A task without a name of its own is called by its product.
            if touched.iter().any(|key| matches!(key, Key::Product(_))) {
                self.entries = keys(model).filter_map(|key| entry(model, key)).collect();
            } else if !touched.is_empty() {
                self.entries.retain(|(key, _)| !touched.contains(key));
                self.entries
                    .extend(touched.into_iter().filter_map(|key| entry(model, key)));
            }
        } else {
            self.entries = keys(model).filter_map(|key| entry(model, key)).collect();
        }
        self.workspace.clone_from(&model.workspace.id);
        self.sequence = model.sequence;
    }

    /// What answers the words typed, best first; nothing for nothing typed.
    ///
    /// The words may stand in any order; next to each other they rank higher.
    #[must_use]
    pub fn find(&self, model: &Model, typed: &str, places: &[Place]) -> Vec<Found> {
        let query = Query::of(typed);
        if query.whole.is_empty() {
            return Vec::new();
        }
        let mut best = Best::default();
        for (index, place) in places.iter().enumerate() {
            best.take(place.kind, query.rank(&place.key), Target::Place(index));
        }
        for (key, words) in &self.entries {
            if let Some((kind, target)) = target(*key) {
                best.take(kind, query.rank(words), target);
            }
        }
        best.in_order()
            .filter_map(|target| found(model, target, places))
            .collect()
    }
}

struct Query {
    whole: String,
    words: Vec<String>,
}

impl Query {
    fn of(typed: &str) -> Self {
        let whole = search_key(typed);
        let words = whole.split(' ').map(str::to_owned).collect();
        Self { whole, words }
    }

    /// How well a key answers: 0 is the best.
    fn rank(&self, key: &str) -> Option<u8> {
        match rank_of_keys(&self.whole, key) {
            Some(MatchRank::Start) => Some(0),
            Some(MatchRank::WordStart) => Some(1),
            Some(MatchRank::Inside) => Some(3),
            None => {
                let (last, before) = self.words.split_last()?;
                let all = !before.is_empty()
                    && before.iter().all(|word| has_word(key, word, true))
                    && has_word(key, last, false);
                all.then_some(2)
            }
        }
    }
}

/// Whether a word of the key is this one or, unless `whole`, begins with it.
fn has_word(key: &str, word: &str, whole: bool) -> bool {
    let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    key.match_indices(word).any(|(at, _)| {
        let after = key[at + word.len()..].chars().next();
        let before = key[..at].chars().next_back();
        !inside(before) && (!whole || !inside(after))
    })
}

/// The best few of each kind, in order of rank and then of coming.
#[derive(Default)]
struct Best([Vec<(u8, Target)>; KINDS]);

impl Best {
    fn take(&mut self, kind: usize, rank: Option<u8>, target: Target) {
        let (Some(rank), Some(kept)) = (rank, self.0.get_mut(kind)) else {
            return;
        };
        let full = kept.len() == MOST_OF_A_KIND;
        if full && kept.last().is_some_and(|(worst, _)| *worst <= rank) {
            return;
        }
        let at = kept.partition_point(|(other, _)| *other <= rank);
        kept.insert(at, (rank, target));
        kept.truncate(MOST_OF_A_KIND);
    }

    fn in_order(self) -> impl Iterator<Item = Target> {
        let mut all: Vec<_> = self.0.into_iter().flatten().collect();
        all.sort_by_key(|(rank, _)| *rank);
        all.into_iter().map(|(_, target)| target)
    }
}

fn keys(model: &Model) -> impl Iterator<Item = Key> + '_ {
    let book = &model.book;
    let officials = book.officials.iter().map(|(id, _)| Key::Official(id));
    let tasks = book.assignments.iter().map(|(id, _)| Key::Assignment(id));
    let complaints = book.complaints.iter().map(|(id, _)| Key::Complaint(id));
    let products = book.products.iter().map(|(id, _)| Key::Product(id));
    let incidents = book.incidents.iter().map(|(id, _)| Key::Incident(id));
    officials
        .chain(complaints)
        .chain(incidents)
        .chain(tasks)
        .chain(products)
}

const fn is_found(key: Key) -> bool {
    target(key).is_some()
}

/// What a record is found as, and the place of its kind.
const fn target(key: Key) -> Option<(usize, Target)> {
    match key {
        Key::Official(id) => Some((1, Target::Official(id))),
        Key::Complaint(id) => Some((2, Target::Complaint(id))),
        Key::Incident(id) => Some((3, Target::Incident(id))),
        Key::Assignment(id) => Some((4, Target::Task(id))),
        Key::Product(id) => Some((5, Target::Product(id))),
        _ => None,
    }
}

/// The words a record is found by.
fn entry(model: &Model, key: Key) -> Option<(Key, String)> {
    let book = &model.book;
    let mut words = String::new();
    let mut add = |text: &str| {
        words.push_str(text);
        words.push(' ');
    };
    match key {
        Key::Official(id) => {
            let official = book.officials.get(id)?;
            add(&official.name);
            add(official.code.as_deref().unwrap_or_default());
        }
        Key::Assignment(id) => {
            let task = book.assignments.get(id)?;
            add(&super::tasks::name(book, task));
            add(task.code.as_deref().unwrap_or_default());
        }
        Key::Complaint(id) => {
            let complaint = book.complaints.get(id)?;
            add(&complaint.number);
            add(&complaint.summary);
            add(complaint.dossier.as_deref().unwrap_or_default());
        }
        Key::Incident(id) => {
            let incident = book.incidents.get(id)?;
            add(&incident.summary);
            add(incident.evidence.as_deref().unwrap_or_default());
        }
        Key::Product(id) => {
            let product = book.products.get(id)?;
            add(&product.code);
            add(&product.task);
            add(product.detail.as_deref().unwrap_or_default());
        }
        _ => return None,
    }
    Some((key, search_key(&words)))
}

fn found(model: &Model, target: Target, places: &[Place]) -> Option<Found> {
    let book = &model.book;
    let (name, details) = match target {
        Target::Place(index) => (places.get(index)?.name.clone(), Vec::new()),
        Target::Official(id) => {
            let person = super::people::person(model, id);
            (person.name, vec![person.detail])
        }
        Target::Task(id) => {
            let task = book.assignments.get(id)?;
            let who = task.official.map(|id| book.official_name(id).to_owned());
            (
                super::tasks::name(book, task),
                who.into_iter().chain(task.code.clone()).collect(),
            )
        }
        Target::Complaint(id) => {
            let complaint = book.complaints.get(id)?;
            let who = complaint
                .official
                .map(|id| book.official_name(id).to_owned());
            (
                complaint.summary.clone(),
                who.into_iter().chain([complaint.number.clone()]).collect(),
            )
        }
        Target::Incident(id) => {
            let incident = book.incidents.get(id)?;
            let who = incident
                .official
                .map(|id| book.official_name(id).to_owned());
            let day = crate::text::format_date(incident.on);
            (
                incident.summary.clone(),
                who.into_iter().chain([day]).collect(),
            )
        }
        Target::Product(id) => {
            let product = book.products.get(id)?;
            let name = product.detail.as_ref().unwrap_or(&product.task);
            (
                name.clone(),
                product
                    .department
                    .iter()
                    .cloned()
                    .chain([product.code.clone()])
                    .collect(),
            )
        }
    };
    Some(Found {
        target,
        name,
        detail: details.join(" · "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Event, Now, update};
    use crate::domain::{Day, Official};
    use crate::ledger::{Action, Draft, Kind};

    fn sample() -> Model {
        let mut model = Model::default();
        update(&mut model, Event::Opened(Box::default()), Now::default());
        let today = Day::from_ymd_opt(2026, 11, 22).unwrap();
        let operation = crate::sample::agency(crate::sample::SEED, 20, 6, today);
        update(&mut model, Event::Acted(operation), Now::default());
        model
    }

    fn index(model: &Model) -> SearchIndex {
        let mut index = SearchIndex::default();
        index.follow(model);
        index
    }

    #[test]
    fn a_person_is_found_without_diacritics_and_with_words_in_any_order() {
        let model = sample();
        let index = index(&model);
        let (id, official) = model.book.officials.iter().next().unwrap();
        let plain = search_key(&official.name);
        let mut words: Vec<_> = plain.split(' ').collect();
        assert_eq!(
            index.find(&model, &plain, &[])[0].target,
            Target::Official(id)
        );
        words.reverse();
        let turned = index.find(&model, &words.join(" "), &[]);
        assert!(turned.iter().any(|one| one.target == Target::Official(id)));
    }

    #[test]
    fn words_apart_are_found_as_words_and_only_the_last_may_be_unfinished() {
        let query = Query::of("gia han");
        assert_eq!(query.rank("xin gia han nhiem vu"), Some(1));
        assert_eq!(query.rank("danh gia dung hanh vi"), Some(2));
        assert_eq!(query.rank("giai quyet kho khan cua nhan dan"), None);
        assert_eq!(query.rank("han dung, don gia"), Some(2));
    }

    #[test]
    fn every_kind_of_record_is_found_by_its_code() {
        let model = sample();
        let index = index(&model);
        let (task, of_task) = model
            .book
            .assignments
            .iter()
            .find(|(_, task)| task.code.is_some())
            .unwrap();
        let (complaint, of_complaint) = model.book.complaints.iter().next().unwrap();
        let (product, of_product) = model.book.products.iter().next().unwrap();
        for (typed, target) in [
            (of_task.code.clone().unwrap(), Target::Task(task)),
            (of_complaint.number.clone(), Target::Complaint(complaint)),
            (of_product.code.clone(), Target::Product(product)),
        ] {
            let found = index.find(&model, &typed, &[]);
            assert!(found.iter().any(|one| one.target == target), "{typed}");
        }
    }

    #[test]
    fn screens_come_first_among_equals_and_no_kind_floods_the_list() {
        let model = sample();
        let index = index(&model);
        let place = |name: &str| Place::screen(name.to_owned());
        let places = [place("Nhiệm vụ"), place("Dữ liệu")];
        let found = index.find(&model, "nhiem vu", &places);
        assert_eq!(found[0].target, Target::Place(0));
        assert!(index.find(&model, "a", &places).len() <= KINDS * MOST_OF_A_KIND);
        assert!(index.find(&model, "  ", &places).is_empty());
    }

    #[test]
    fn rules_of_the_help_are_found_after_records() {
        let rules = rules();
        assert!(!rules.is_empty());
        let named = rules.iter().map(|(_, name)| Place::help(name.vi.clone()));
        let places: Vec<Place> = named.collect();
        let model = sample();
        let found = index(&model).find(&model, &rules[0].1.vi, &places);
        assert!(found.iter().any(|one| one.target == Target::Place(0)));
    }

    #[test]
    fn the_index_follows_what_is_done_and_undone() {
        let mut model = sample();
        let mut index = index(&model);
        let mut draft = Draft::new(&model.book, Action::Add(Kind::Official));
        let id = OfficialId(draft.fresh(Kind::Official));
        let somebody = Official {
            name: "Trần Vô Danh".to_owned(),
            ..Official::default()
        };
        draft.put(Key::Official(id), somebody);
        let operation = draft.finish();
        update(&mut model, Event::Acted(operation), Now::default());
        index.follow(&model);
        assert_eq!(index.find(&model, "tran vo danh", &[]).len(), 1);
        update(&mut model, Event::UndoAsked, Now::default());
        index.follow(&model);
        assert!(index.find(&model, "tran vo danh", &[]).is_empty());
        let mut fresh = SearchIndex::default();
        fresh.follow(&model);
        fresh.entries.sort();
        index.entries.sort();
        assert_eq!(fresh.entries, index.entries);
    }
}
