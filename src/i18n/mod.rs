//! Every sentence a person reads, in Vietnamese and in English.
//!
//! Each screen has its own enum of messages, written with [`messages!`]: both languages
//! stand side by side, so a sentence without its translation does not compile. Values go
//! in as typed fields; nothing outside this module joins words into sentences.

/// The registers of complaints and discipline.
pub mod complaint;
/// The agency's own time limits for complaints.
pub mod clocks;
/// The directive's scorecard.
pub mod conduct;
/// The register of incidents, and what a complaint or an incident takes off a line.
pub mod incident;
/// Why a typed value was not taken.
pub mod entry;
/// The help.
pub mod help;
/// Catalogue, readings, criteria, calendar, agency.
pub mod rules;
/// The agency's own criteria and tariffs.
pub mod local_rules;
/// When the program itself broke.
pub mod broken;
/// The import.
pub mod import;
/// Correcting officials, positions, absences, units.
pub mod official;
/// The overview, the officials.
pub mod people;
/// The first start and the exports.
pub mod start;
/// Filters, order, groups, columns and views of every register.
pub mod register;
/// The register of tasks.
pub mod task;
/// Changing many cells of a register at once.
pub mod cells;
/// What happens to a task.
pub mod task_life;
/// The calendar of deadlines.
pub mod deadlines;
/// Backups: making, restoring, refusing.
pub mod backup;
/// Copies outside the browser, and tabs that follow.
pub mod outside;
/// The data screen.
pub mod data;
/// The bin, and erasing a person.
pub mod bin;
/// The log as a file.
pub mod log;
/// What one operation changed, before and after.
pub mod changes;
/// The lock of the data.
pub mod lock;
/// The search over everything.
pub mod search;
/// Mending and recovery.
pub mod recovery;
/// What is said about saving and stored data.
pub mod storage;
/// What the log and the undo button say.
pub mod action;
/// What is missing or doubtful about a score.
pub mod finding;
/// Why a score is what it is.
pub mod reason;
/// The screen of scores.
pub mod scoring;
/// The screen of the year's classes.
pub mod year;
/// Numbers, days and periods as each language writes them.
pub mod format;
/// The agency, the shell around every screen, saving and general actions.
pub mod shell;

/// A language of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Locale {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language's BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }

    /// The language with this tag; Vietnamese for anything unknown.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("en") {
            Self::En
        } else {
            Self::Vi
        }
    }
}

/// Something that can be said to a person.
pub trait Say {
    /// The sentence in a language.
    fn say(&self, locale: Locale) -> String;
}

/// What stands at a place of a sentence: texts keep their direction of writing to themselves.
///
/// ```
/// use congtam::i18n::Part;
/// assert_eq!("A\u{202e}B".to_owned().said(), "\u{2068}A\u{202e}B\u{2069}");
/// assert_eq!(format!("{:02}", 7_u32.said()), "07");
/// ```
pub trait Part {
    /// The form that is written.
    type Said<'a>: std::fmt::Display
    where
        Self: 'a;

    /// The part as it is written into the sentence.
    fn said(&self) -> Self::Said<'_>;
}

impl Part for String {
    type Said<'a> = std::borrow::Cow<'a, str>;

    fn said(&self) -> Self::Said<'_> {
        crate::text::isolated(self)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Part for $number {
            type Said<'a> = Self;

            fn said(&self) -> Self {
                *self
            }
        })*
    };
}

numbers!(u8, u16, u32, u64, usize, i32, i64);

/// Declares an enum of messages with both languages side by side.
///
/// ```
/// congtam::i18n::messages! {
///     /// Examples.
///     pub enum Example {
///         Title => "Nhiệm vụ", "Tasks";
///         Overdue { count: usize } => "{count} nhiệm vụ quá hạn", "{count} overdue tasks";
///     }
/// }
/// use congtam::i18n::{Locale, Say};
/// assert_eq!(Example::Overdue { count: 2 }.say(Locale::Vi), "2 nhiệm vụ quá hạn");
/// ```
///
/// A text put into a sentence cannot turn the rest of it around ([`Part`]).
#[macro_export]
macro_rules! messages {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $($variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => $vi:literal, $en:literal;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name {
            $($variant $({ $($field: $type),* })?,)+
        }

        impl $crate::i18n::Say for $name {
            fn say(&self, locale: $crate::i18n::Locale) -> String {
                match (self, locale) {
                    $(
                        (Self::$variant $({ $($field),* })?, $crate::i18n::Locale::Vi) => {
                            $($(let $field = $crate::i18n::Part::said($field);)*)?
                            format!($vi)
                        }
                        (Self::$variant $({ $($field),* })?, $crate::i18n::Locale::En) => {
                            $($(let $field = $crate::i18n::Part::said($field);)*)?
                            format!($en)
                        }
                    )+
                }
            }
        }
    };
}

pub use messages;
