//! Typed values of a table's rows, with every problem and every skipped row listed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, Mapping, Scorer, TableKind};
use crate::domain::{Conclusion, Day, Decimal, Origin, Role};
use crate::files::wire;
use crate::text::WrittenPeriod;

/// The rows of one sheet, read by one mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawTable {
    /// Name of the sheet.
    pub sheet: String,
    /// Which table it is.
    pub kind: TableKind,
    /// The mapping it was read by.
    pub mapping: Mapping,
    /// The headers as written, by column from 0.
    pub headers: BTreeMap<u32, String>,
    /// The lines of text above the header (titles, the decision's number).
    pub titles: Vec<String>,
    /// The rows that hold records, also those with problems.
    pub rows: Vec<RawRow>,
    /// Every cell that could not be taken as it stands.
    pub problems: Vec<CellProblem>,
    /// Every row that is no record, with the reason.
    pub skipped: Vec<SkippedRow>,
    /// What a catalogue says about its own conversion; for catalogues only.
    pub catalogue: Option<CatalogueFacts>,
}

/// One row that holds a record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RawRow {
    /// Row number as the person sees it, from 1.
    pub row: u32,
    /// The heading row above it inside the table ("II. Phòng Kinh tế"), if any.
    pub section: Option<String>,
    /// Its values; a cell with a blocking problem and an empty cell have none.
    pub values: BTreeMap<Field, RawValue>,
}

/// A typed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawValue {
    /// Text in normal form C with single spaces (line breaks kept in long texts).
    Text(String),
    /// An exact number.
    Decimal(#[serde(with = "wire::decimal")] Decimal),
    /// A range of numbers, from and to, as in "120-180".
    Range(
        #[serde(with = "wire::decimal")] Decimal,
        #[serde(with = "wire::decimal")] Decimal,
    ),
    /// How often something happened.
    Count(u32),
    /// A day.
    Date(#[serde(with = "wire::day")] Day),
    /// A month or a quarter.
    Period(#[serde(with = "wire::WrittenPeriodWire")] WrittenPeriod),
    /// Yes or no.
    Flag(bool),
    /// Head, deputy, staff, support.
    Role(#[serde(with = "wire::RoleWire")] Role),
    /// Planned, taken over, unplanned.
    Origin(#[serde(with = "wire::OriginWire")] Origin),
    /// Where a complaint stands.
    Stage(Stage),
    /// What a complaint's conclusion found.
    Conclusion(#[serde(with = "wire::ConclusionWire")] Conclusion),
    /// Whose score it is.
    Scorer(Scorer),
    /// What the competent person found of an incident.
    Review(Reviewed),
}

/// What the competent person found of an incident, as a register writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reviewed {
    /// It is confirmed.
    Confirmed,
    /// It is dismissed.
    Dismissed,
    /// Not looked at yet.
    Open,
}

/// Where a complaint stands, as a register writes it; the conclusion has its own column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Received.
    Received,
    /// Accepted for handling.
    Accepted,
    /// Not accepted.
    Refused,
    /// Sent on to the competent body.
    Forwarded,
    /// Being verified.
    Verifying,
    /// Concluded.
    Concluded,
    /// Followed up and closed.
    Closed,
}

/// A cell that could not be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// Name of the sheet.
    pub sheet: String,
    /// Row number as the person sees it, from 1.
    pub row: u32,
    /// Column letters as the person sees them; empty when the field has no column.
    pub column: String,
    /// Header of the column as written.
    pub header: String,
    /// The field the column is mapped to.
    pub field: Field,
    /// The value as the person sees it.
    pub value: String,
    /// What is wrong.
    pub reason: ProblemReason,
    /// What would be right, when there is one thing to propose.
    pub suggestion: Option<Suggestion>,
    /// True when the value was left out; false when it was taken and only deserves a look.
    pub blocking: bool,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemReason {
    /// The record cannot exist without this field.
    RequiredMissing,
    /// Not a number.
    NotANumber,
    /// Far beyond any use, for instance 1e300.
    NumberOutOfRange,
    /// A thousand or a fraction: "1.234".
    AmbiguousNumber,
    /// Below zero where that cannot be.
    Negative,
    /// Not a whole number where one is counted.
    NotWhole,
    /// More than six decimals; taken with six.
    TooPrecise,
    /// A date where a number belongs, as when Excel turned "1.5" into 1 May.
    DateInsteadOfNumber,
    /// Not a date.
    NotADate,
    /// No such day in the calendar.
    NoSuchDay,
    /// The year has two digits.
    TwoDigitYear,
    /// The year is outside 1900–2199.
    YearOutOfRange,
    /// Not a month and not a quarter.
    NotAPeriod,
    /// The month or quarter has no year.
    YearMissing,
    /// A word that none of the accepted ones equals.
    UnknownWord,
    /// A formula the file holds no result for.
    FormulaWithoutValue,
    /// A formula that failed, for instance `#REF!`.
    FailedFormula,
    /// The same key stands in an earlier row.
    Duplicate {
        /// That row's number.
        first_row: u32,
    },
    /// The coefficient is not points ÷ standard points; the written one is taken.
    CoefficientDiffers {
        /// Points ÷ standard points, rounded as the catalogue says.
        #[serde(with = "wire::decimal")]
        computed: Decimal,
    },
    /// The coefficient has to be computed and the points of the standard product are unknown.
    StandardPointsUnknown,
    /// The points of a part are not the sum of its lines.
    SumDiffers {
        /// The sum of the lines.
        #[serde(with = "wire::decimal")]
        sum: Decimal,
    },
    /// The text is longer than any field keeps.
    TextTooLong,
}

/// What would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suggestion {
    /// This value.
    Use(RawValue),
    /// One of these values.
    UseOneOf(Vec<RawValue>),
    /// One of these words.
    OneOfWords(Vec<String>),
    /// Write the date as dd/mm/yyyy.
    WriteDayMonthYear,
    /// Open the file in the spreadsheet program and save it, so that results are stored.
    SaveAgain,
    /// Tell the points of the standard product.
    TellStandardPoints,
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedRow {
    /// Row number as the person sees it, from 1.
    pub row: u32,
    /// Its first words.
    pub text: String,
    /// Why it is no record.
    pub reason: SkipReason,
}

/// Why a row is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SkipReason {
    /// A total: the label stands alone, no key column is filled.
    Total,
    /// A heading inside the table.
    Heading,
    /// The header again, as after a page break.
    RepeatedHeader,
    /// The numbers of the columns, "(1) (2) (3)".
    ColumnNumbers,
    /// An example row of our own template.
    Example,
    /// Text below the table: place and date, signatures, notes.
    BelowTable,
    /// Only the ordinal number is filled.
    OnlyOrdinal,
}

/// What a catalogue says about its own conversion.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CatalogueFacts {
    /// Points of the standard product (coefficient 1), when the sheet says so.
    #[serde(with = "wire::some_decimal")]
    pub standard_points: Option<Decimal>,
    /// The words it was read from.
    pub standard_source: Option<String>,
    /// Decimals of the coefficient, when formulas or values show them.
    pub coefficient_decimals: Option<u8>,
    /// How many coefficients were computed because the file held no result.
    pub computed: u32,
}

impl RawRow {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&RawValue> {
        self.values.get(&field)
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.get(field) {
            Some(RawValue::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The number of a field; a count is one too.
    #[must_use]
    pub fn decimal(&self, field: Field) -> Option<Decimal> {
        match self.get(field) {
            Some(RawValue::Decimal(value)) => Some(*value),
            Some(RawValue::Count(count)) => i32::try_from(*count).ok().map(Decimal::from_whole),
            _ => None,
        }
    }

    /// The count of a field.
    #[must_use]
    pub fn count(&self, field: Field) -> Option<u32> {
        match self.get(field) {
            Some(RawValue::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// The day of a field.
    #[must_use]
    pub fn date(&self, field: Field) -> Option<Day> {
        match self.get(field) {
            Some(RawValue::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The full name of the person, also when it stands in two columns.
    #[must_use]
    pub fn person_name(&self) -> Option<String> {
        if let Some(name) = self.text(Field::PersonName) {
            return Some(name.to_owned());
        }
        let given = self.text(Field::GivenName)?;
        Some(match self.text(Field::FamilyName) {
            Some(family) => format!("{family} {given}"),
            None => given.to_owned(),
        })
    }
}
