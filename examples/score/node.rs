//! Reads TOML values with their lines, so that every fault says where it is.

use std::collections::BTreeSet;

use congtam::domain::{Day, Decimal, Exact, Period};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where a file is wrong and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// Why.
    pub reason: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.line, self.reason)
    }
}

/// A reading or a fault.
pub type Read<T> = Result<T, Fault>;

fn line_at(text: &str, offset: usize) -> usize {
    let upto = &text.as_bytes()[..offset.min(text.len())];
    upto.split(|byte| *byte == b'\n').count()
}

/// Parses a file into its root table.
pub fn parse(text: &str) -> Read<Spanned<DeTable<'_>>> {
    DeTable::parse(text).map_err(|error| Fault {
        line: error.span().map_or(1, |span| line_at(text, span.start)),
        reason: error.message().to_owned(),
    })
}

/// One value with its place in the text.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    text: &'a str,
    value: &'a DeValue<'a>,
    line: usize,
}

/// One table of which every key must be read.
#[derive(Debug, Clone)]
pub struct Fields<'a> {
    text: &'a str,
    table: &'a DeTable<'a>,
    /// Line of the table's head.
    pub line: usize,
    read: BTreeSet<&'static str>,
}

impl<'a> Node<'a> {
    fn new(text: &'a str, value: &'a Spanned<DeValue<'a>>) -> Self {
        Self {
            text,
            value: value.get_ref(),
            line: line_at(text, value.span().start),
        }
    }

    /// A fault at this value.
    pub fn fault<T>(&self, reason: impl Into<String>) -> Read<T> {
        Err(Fault {
            line: self.line,
            reason: reason.into(),
        })
    }

    fn expected<T>(&self, what: &str) -> Read<T> {
        self.fault(format!("expected {what}, found {}", self.value.type_str()))
    }

    /// A text.
    pub fn string(&self) -> Read<&'a str> {
        match self.value {
            DeValue::String(text) => Ok(text),
            _ => self.expected("a text in quotes"),
        }
    }

    /// A decimal in quotes.
    pub fn decimal(&self) -> Read<Decimal> {
        let text = self.string()?;
        Decimal::parse(text).or_else(|error| self.fault(format!("\"{text}\": {error}")))
    }

    /// A decimal or fraction in quotes.
    pub fn exact(&self) -> Read<Exact> {
        let text = self.string()?;
        Exact::parse(text).or_else(|error| self.fault(format!("\"{text}\": {error}")))
    }

    /// A whole number from zero.
    pub fn whole(&self) -> Read<u32> {
        let DeValue::Integer(number) = self.value else {
            return self.expected("a whole number");
        };
        let read = u32::from_str_radix(number.as_str(), number.radix());
        read.or_else(|_| self.fault("expected a whole number from 0"))
    }

    /// True or false.
    pub fn flag(&self) -> Read<bool> {
        match self.value {
            DeValue::Boolean(flag) => Ok(*flag),
            _ => self.expected("true or false"),
        }
    }

    /// A date.
    pub fn day(&self) -> Read<Day> {
        let date = match self.value {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date,
            _ => None,
        };
        let Some(date) = date else {
            return self.expected("a date such as 2026-08-31");
        };
        let day = Day::from_ymd_opt(i32::from(date.year), date.month.into(), date.day.into());
        day.map_or_else(|| self.fault("there is no such day"), Ok)
    }

    /// A period in quotes.
    pub fn period(&self) -> Read<Period> {
        let text = self.string()?;
        Period::parse(text).or_else(|error| self.fault(format!("\"{text}\" is {error}")))
    }

    /// One of the given words.
    pub fn word<T: Copy>(&self, words: &[(&str, T)]) -> Read<T> {
        let text = self.string()?;
        let found = words.iter().find(|(word, _)| *word == text);
        found.map_or_else(
            || {
                let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                self.fault(format!("\"{text}\" is none of {}", known.join(", ")))
            },
            |(_, value)| Ok(*value),
        )
    }

    /// A list.
    pub fn list(&self) -> Read<Vec<Node<'a>>> {
        match self.value {
            DeValue::Array(items) => Ok(items
                .iter()
                .map(|item| Self::new(self.text, item))
                .collect()),
            _ => self.expected("a list"),
        }
    }

    /// A list of texts.
    pub fn strings(&self) -> Read<Vec<String>> {
        let items = self.list()?;
        items
            .iter()
            .map(|item| item.string().map(str::to_owned))
            .collect()
    }

    /// A table.
    pub fn fields(&self) -> Read<Fields<'a>> {
        match self.value {
            DeValue::Table(table) => Ok(Fields {
                text: self.text,
                table,
                line: self.line,
                read: BTreeSet::new(),
            }),
            _ => self.expected("a table"),
        }
    }

    /// A table whose keys are free.
    pub fn entries(&self) -> Read<Vec<(&'a str, Node<'a>)>> {
        match self.value {
            DeValue::Table(table) => Ok(table
                .iter()
                .map(|(key, value)| (key.get_ref().as_ref(), Self::new(self.text, value)))
                .collect()),
            _ => self.expected("a table"),
        }
    }

    /// True for a table, false for everything else.
    pub fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// The plain text of a text, number or date, for comparison.
    pub fn plain(&self) -> Read<String> {
        match self.value {
            DeValue::String(text) => Ok(text.as_ref().to_owned()),
            DeValue::Integer(number) => Ok(number.as_str().to_owned()),
            DeValue::Datetime(datetime) => Ok(datetime.to_string()),
            _ => self.expected("a text, a number or a date"),
        }
    }
}

impl<'a> Fields<'a> {
    /// The fields of the root table.
    pub fn root(text: &'a str, table: &'a Spanned<DeTable<'a>>) -> Self {
        Self {
            text,
            table: table.get_ref(),
            line: 1,
            read: BTreeSet::new(),
        }
    }

    /// The value of a key, if there.
    pub fn get(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.read.insert(key);
        self.table.get(key).map(|value| Node::new(self.text, value))
    }

    /// The value of a key.
    pub fn need(&mut self, key: &'static str) -> Read<Node<'a>> {
        let line = self.line;
        self.get(key).ok_or_else(|| Fault {
            line,
            reason: format!("`{key}` is missing"),
        })
    }

    /// The items of a list of tables, none when it is not there.
    pub fn tables(&mut self, key: &'static str) -> Read<Vec<Fields<'a>>> {
        let Some(node) = self.get(key) else {
            return Ok(Vec::new());
        };
        node.list()?.iter().map(Node::fields).collect()
    }

    /// Refuses keys nobody has read.
    pub fn finish(self) -> Read<()> {
        let unread = self
            .table
            .keys()
            .find(|key| !self.read.contains(key.get_ref().as_ref()));
        match unread {
            Some(key) => Err(Fault {
                line: line_at(self.text, key.span().start),
                reason: format!("unknown key `{}`", key.get_ref()),
            }),
            None => Ok(()),
        }
    }
}
