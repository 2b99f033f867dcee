//! What the dry run says.

use crate::domain::{Day, Decimal, OfficialId, Period};
use crate::files::recognise::{CellProblem, Field, SkippedRow, TableKind};
use crate::ledger::{Key, Kind, Operation};

/// Which row: the table's place among the tables of the import, and the row number as the person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowAt {
    /// Index of the table.
    pub table: usize,
    /// Row number from 1.
    pub row: u32,
}

/// The dry run of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// One entry for every row that holds a record.
    pub rows: Vec<PlannedRow>,
    /// Rows of the files that are no records, with the table's index.
    pub skipped: Vec<(usize, SkippedRow)>,
    /// Units, groups and catalogues that would be created on the way.
    pub created: Vec<(Kind, String)>,
    /// Exactly what taking the plan does.
    pub operation: Operation,
}

/// What would happen to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Which row.
    pub at: RowAt,
    /// The table it is in.
    pub kind: TableKind,
    /// How a person recognises it: name, task, number.
    pub label: String,
    /// What would happen.
    pub verdict: Verdict,
    /// What deserves a look although the row is taken.
    pub remarks: Vec<ImportProblem>,
    /// Problems of its cells, found while reading.
    pub cells: Vec<CellProblem>,
}

/// What would happen to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A new record.
    New(Key),
    /// A record there already, with these differences.
    Changed(Key, Vec<FieldChange>),
    /// A record there already, the same.
    Unchanged(Key),
    /// The user must choose which record is meant.
    Conflict(ImportProblem),
    /// The row cannot be taken.
    Refused(ImportProblem),
    /// The user left it out.
    LeftOut,
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// As it is.
    pub before: ShownValue,
    /// As it would be.
    pub after: ShownValue,
}

/// A value as the dry run shows it; words are found by `i18n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownValue {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Decimal(Decimal),
    /// A day.
    Day(Day),
    /// How many.
    Count(usize),
}

/// Why a row is refused, in conflict, or deserves a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportProblem {
    /// A cell without which there is no record is missing or unreadable.
    MissingField(Field),
    /// Nobody has this name or code; these come near.
    UnknownPerson {
        /// The cell: the code where there is one, else the name.
        field: Field,
        /// As written.
        written: String,
        /// Names that come near.
        near: Vec<String>,
    },
    /// Several people have this name.
    Namesakes {
        /// As written.
        written: String,
        /// Who they are.
        who: Vec<OfficialId>,
    },
    /// The name and the code belong to different people.
    NameAndCodeDiffer {
        /// As written.
        name: String,
        /// As written.
        code: String,
    },
    /// No catalogue holds this code.
    UnknownProduct {
        /// As written.
        code: String,
    },
    /// The product has a range: the coefficient must be given.
    CoefficientMissing,
    /// The coefficient lies outside the product's range.
    CoefficientOutOfRange {
        /// Lowest.
        from: Decimal,
        /// Highest.
        to: Decimal,
    },
    /// More completed than assigned.
    CompletedAboveAssigned,
    /// Finished before it was assigned.
    FinishedBeforeAssigned,
    /// The period is confirmed; unlock it first.
    PeriodConfirmed(Period),
    /// The points are above the line's greatest.
    AboveMaximum {
        /// Which line.
        line: crate::domain::LineId,
        /// Its greatest points.
        maximum: Decimal,
    },
    /// The same record stands in an earlier row.
    SameAsRow(u32),
    /// The period of the row cannot be told.
    PeriodMissing,
    /// More excused than happened.
    ExcusedAboveHappened,
    /// A state that needs another first, or a word that is not known.
    UnknownWord(String),
    /// The state does not lead on from where the book has the complaint: it stays there.
    NoSuchStep,
    /// A step on a day before the one before it, or after today: it is not taken.
    StepOutside {
        /// The earliest day it may be.
        from: Day,
        /// The latest.
        to: Day,
    },
    /// Another person, while an effect on the score of the one in the book is decided.
    PersonRestedOn,
    /// The general criteria of the file differ from those in force.
    CriteriaDiffer,
}

impl PlannedRow {
    /// True when taking the row leaves this cell out: the row comes without its value.
    #[must_use]
    pub const fn comes_without(&self, problem: &CellProblem) -> bool {
        problem.blocking
            && matches!(
                self.verdict,
                Verdict::New(_) | Verdict::Changed(..) | Verdict::Unchanged(_)
            )
    }
}

impl ImportPlan {
    /// Number of rows with a verdict.
    #[must_use]
    pub fn count(&self, of: impl Fn(&Verdict) -> bool) -> usize {
        self.rows.iter().filter(|row| of(&row.verdict)).count()
    }
}
