//! Reads the entries of a data file, key by key, reporting every fault and going on.
//!
//! The only place that knows the file format: [`parse`] could be swapped for another one.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use toml::{Table, Value};

use super::basis::{Basis, Wording};
use super::citation::parse_citation;
use super::fault::{FaultReason, Faults};
use crate::domain::{Citation, Class, Day, Decimal, Grade, Span};

/// What reading the data files brings in: faults, and every rule's basis for the register.
#[derive(Debug, Default)]
pub(super) struct Intake {
    pub(super) faults: Faults,
    pub(super) register: RefCell<Vec<RegisteredRule>>,
}

/// One rule of the register: where its entry stands and its basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredRule {
    /// The data file.
    pub file: String,
    /// The list within the file, for example `figure`.
    pub list: String,
    /// Its basis.
    pub basis: Arc<Basis>,
}

/// One data file, parsed but not yet understood.
pub(super) struct DataFile<'a> {
    name: &'a str,
    intake: &'a Intake,
    defaults: Table,
    tables: Vec<(String, Vec<Table>)>,
}

/// Parses a file into its lists of entries; a syntax fault yields an empty file.
pub(super) fn parse<'a>(name: &'a str, text: &str, intake: &'a Intake) -> DataFile<'a> {
    let faults = &intake.faults;
    let mut file = DataFile {
        name,
        intake,
        defaults: Table::new(),
        tables: Vec::new(),
    };
    let root = match text.parse::<Table>() {
        Ok(root) => root,
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let upto = text.floor_char_boundary(start);
            let line = text[..upto].split('\n').count();
            let message = error.message().to_owned();
            faults.report(name, "", FaultReason::Syntax { line, message });
            return file;
        }
    };
    for (key, value) in root {
        match (key.as_str(), value) {
            ("defaults", Value::Table(table)) => file.defaults = table,
            (_, Value::Array(list)) => {
                let mut tables = Vec::with_capacity(list.len());
                for item in list {
                    match item {
                        Value::Table(table) => tables.push(table),
                        _ => faults.report(name, &key, FaultReason::Unknown(key.clone())),
                    }
                }
                file.tables.push((key, tables));
            }
            _ => faults.report(name, &key, FaultReason::Unknown(key.clone())),
        }
    }
    file
}

impl DataFile<'_> {
    /// Reads every entry of one list with `read`; faulty entries are reported and left out.
    pub(super) fn read<T>(&mut self, list: &str, read: impl Fn(&Entry) -> Option<T>) -> Vec<T> {
        let Some(at) = self.tables.iter().position(|(name, _)| name == list) else {
            return Vec::new();
        };
        let (_, tables) = self.tables.remove(at);
        let mut values = Vec::with_capacity(tables.len());
        for (place, table) in tables.iter().enumerate() {
            let label = match table.get("key").or_else(|| table.get("id")) {
                Some(Value::String(key)) => format!("{list} {key}"),
                _ => format!("{list} #{}", place + 1),
            };
            let entry = Entry {
                file: self.name,
                list,
                label,
                intake: self.intake,
                defaults: &self.defaults,
                table,
                used: RefCell::default(),
            };
            values.extend(read(&entry));
            entry.report_unread();
        }
        values
    }

    /// Reports the lists nobody has read.
    pub(super) fn finish(self) {
        for (list, _) in &self.tables {
            let reason = FaultReason::Unknown(list.clone());
            self.intake.faults.report(self.name, list, reason);
        }
    }
}

/// One entry of a list.
pub(super) struct Entry<'a> {
    file: &'a str,
    list: &'a str,
    label: String,
    intake: &'a Intake,
    defaults: &'a Table,
    table: &'a Table,
    used: RefCell<BTreeSet<String>>,
}

impl<'a> Entry<'a> {
    pub(super) fn fault(&self, reason: FaultReason) {
        self.intake.faults.report(self.file, &self.label, reason);
    }

    fn find(&self, key: &str) -> Option<&'a Value> {
        self.used.borrow_mut().insert(key.to_owned());
        self.table.get(key).or_else(|| self.defaults.get(key))
    }

    fn need(&self, key: &str) -> Option<&'a Value> {
        let found = self.find(key);
        if found.is_none() {
            self.fault(FaultReason::Missing(key.to_owned()));
        }
        found
    }

    fn wrong<T>(&self, key: &str, expected: &'static str) -> Option<T> {
        let key = key.to_owned();
        self.fault(FaultReason::WrongKind { key, expected });
        None
    }

    fn report_unread(&self) {
        let used = self.used.borrow();
        for key in self.table.keys().filter(|key| !used.contains(*key)) {
            self.fault(FaultReason::Unknown(key.clone()));
        }
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.need(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
            Value::String(_) => {
                self.fault(FaultReason::Empty(key.to_owned()));
                None
            }
            _ => self.wrong(key, "a text"),
        }
    }

    pub(super) fn optional_text(&self, key: &str) -> Option<String> {
        self.find(key).and_then(|_| self.text(key))
    }

    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        match self.need(key)? {
            Value::Boolean(flag) => Some(*flag),
            _ => self.wrong(key, "true or false"),
        }
    }

    pub(super) fn whole(&self, key: &str) -> Option<u32> {
        match self.need(key)? {
            Value::Integer(n) => u32::try_from(*n)
                .ok()
                .or_else(|| self.wrong(key, "a whole number from 0")),
            _ => self.wrong(key, "a whole number from 0"),
        }
    }

    pub(super) fn optional_whole(&self, key: &str) -> Option<u32> {
        self.find(key).and_then(|_| self.whole(key))
    }

    pub(super) fn decimal(&self, key: &str) -> Option<Decimal> {
        let text = self.text(key)?;
        match Decimal::parse(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                let key = key.to_owned();
                self.fault(FaultReason::Decimal { key, error });
                None
            }
        }
    }

    pub(super) fn day(&self, key: &str) -> Option<Day> {
        let day = match self.need(key)? {
            Value::Datetime(toml::value::Datetime {
                date: Some(date),
                time: None,
                offset: None,
            }) => Day::from_ymd_opt(
                i32::from(date.year),
                u32::from(date.month),
                u32::from(date.day),
            ),
            _ => None,
        };
        if day.is_none() {
            self.fault(FaultReason::Day(key.to_owned()));
        }
        day
    }

    pub(super) fn optional_day(&self, key: &str) -> Option<Day> {
        self.find(key).and_then(|_| self.day(key))
    }

    /// One of the given words, as the value that stands for it.
    pub(super) fn word<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        self.known(key, &text, words)
    }

    /// A list of the given words; a missing list is empty.
    pub(super) fn words<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Option<Vec<T>> {
        let texts = self.texts(key)?;
        texts
            .iter()
            .map(|text| self.known(key, text, words))
            .collect()
    }

    fn known<T: Copy>(&self, key: &str, text: &str, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let (key, word) = (key.to_owned(), text.to_owned());
            self.fault(FaultReason::UnknownWord { key, word });
        }
        found.map(|(_, value)| *value)
    }

    /// A list of texts; a missing list is empty.
    pub(super) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let Some(value) = self.find(key) else {
            return Some(Vec::new());
        };
        let Value::Array(items) = value else {
            return self.wrong(key, "a list of texts");
        };
        let texts: Option<Vec<String>> = items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect();
        texts.or_else(|| self.wrong(key, "a list of texts"))
    }

    /// The wording under `vi` and `en`, or `prefix_vi` and `prefix_en`.
    pub(super) fn wording(&self, prefix: &str) -> Option<Wording> {
        let name = |language: &str| match prefix {
            "" => language.to_owned(),
            _ => format!("{prefix}_{language}"),
        };
        let (vi, en) = (self.text(&name("vi")), self.text(&name("en")));
        Some(Wording { vi: vi?, en: en? })
    }

    /// A wording that may be left out as a whole.
    pub(super) fn optional_wording(&self, prefix: &str) -> Option<Wording> {
        let given = self.table.contains_key(&format!("{prefix}_vi"))
            || self.table.contains_key(&format!("{prefix}_en"));
        given.then(|| self.wording(prefix)).flatten()
    }

    /// Two equally long lists of texts under `prefix_vi` and `prefix_en`.
    pub(super) fn wordings(&self, prefix: &str) -> Option<Vec<Wording>> {
        let (vi, en) = (
            self.texts(&format!("{prefix}_vi"))?,
            self.texts(&format!("{prefix}_en"))?,
        );
        if vi.len() != en.len() {
            return self.wrong(&format!("{prefix}_en"), "as long as its Vietnamese list");
        }
        let pairs = vi.into_iter().zip(en);
        Some(pairs.map(|(vi, en)| Wording { vi, en }).collect())
    }

    pub(super) fn grade(&self) -> Option<Grade> {
        const GRADES: [(&str, Grade); 4] = [
            ("M", Grade::Mandatory),
            ("G", Grade::Guidance),
            ("L", Grade::Local),
            ("P", Grade::Proposal),
        ];
        self.word("grade", &GRADES)
    }

    pub(super) fn class(&self, key: &str) -> Option<Class> {
        self.word(key, &CLASSES)
    }

    pub(super) fn span(&self) -> Option<Span> {
        let (from, to) = (self.day("from"), self.optional_day("to"));
        let span = Span { from: from?, to };
        if span.to.is_some_and(|to| to < span.from) {
            self.fault(FaultReason::Span);
            return None;
        }
        Some(span)
    }

    pub(super) fn citations(&self) -> Option<Vec<Citation>> {
        let texts = self.texts("cite")?;
        if texts.is_empty() {
            self.fault(FaultReason::Empty("cite".to_owned()));
            return None;
        }
        let read = |text: &String| {
            let citation = parse_citation(text);
            if citation.is_none() {
                self.fault(FaultReason::Citation(text.clone()));
            }
            citation
        };
        let read: Vec<Option<Citation>> = texts.iter().map(read).collect();
        read.into_iter().collect()
    }

    /// What every rule carries.
    pub(super) fn basis(&self) -> Option<Arc<Basis>> {
        let (key, name) = (self.text("key"), self.wording(""));
        let (citations, grade) = (self.citations(), self.grade());
        let (span, verified_on) = (self.span(), self.day("verified_on"));
        let (quote, note) = (self.optional_text("quote"), self.optional_wording("note"));
        let basis = Arc::new(Basis {
            key: key?,
            name: name?,
            citations: citations?,
            grade: grade?,
            span: span?,
            verified_on: verified_on?,
            quote,
            note,
        });
        self.intake.register.borrow_mut().push(RegisteredRule {
            file: self.file.to_owned(),
            list: self.list.to_owned(),
            basis: Arc::clone(&basis),
        });
        Some(basis)
    }
}

/// The words of the data files for classes, the same as in worked cases.
pub(super) const CLASSES: [(&str, Class); 4] = [
    ("excellent", Class::Excellent),
    ("good", Class::Good),
    ("completed", Class::Completed),
    ("not_completed", Class::NotCompleted),
];
