//! The export for the official system: one JSON file with every score and class of a year.
//!
//! The shape is described in `docs/official-json.md` and, for machines, in
//! `docs/official-json.schema.json`; it carries a version, and a released version
//! never changes. Numbers are texts, because JSON numbers are doubles: `exact` is
//! the fraction a class is decided on, `shown` what people see.

mod record;

use thiserror::Error;

use super::names::Names;
use crate::domain::{Classification, Day, Decimal, Exact, Grade, Period};

/// The name of the format, the first thing in the file.
pub const FORMAT: &str = "congtam.official";
/// The version written here.
pub const VERSION: u32 = 1;

/// Everything in the file.
#[derive(Debug, Clone)]
pub struct OfficialExport {
    /// The agency.
    pub agency: ExportAgency,
    /// The year.
    pub year: u16,
    /// The day of writing.
    pub written_on: Day,
    /// Whether names are in it.
    pub names: Names,
    /// Key of the decree in the rules, for example `nd-335-2025`.
    pub instrument: String,
    /// The readings in force.
    pub readings: Vec<ExportReading>,
    /// Decimals of every `shown`.
    pub decimals: u8,
    /// People in the order of the list; pseudonyms count in this order.
    pub officials: Vec<ExportOfficial>,
    /// The cap on the best class, for the agency and each group.
    pub caps: Vec<ExportCap>,
}

/// The agency.
#[derive(Debug, Clone, Default)]
pub struct ExportAgency {
    /// Name.
    pub name: String,
    /// Body above.
    pub superior: Option<String>,
    /// Identification code, if it has one.
    pub code: Option<String>,
}

/// A reading in force.
#[derive(Debug, Clone)]
pub struct ExportReading {
    /// `R1` to `R11`.
    pub id: String,
    /// The chosen option, by its key in the rules.
    pub option: String,
    /// How binding it is.
    pub grade: Grade,
}

/// A person.
#[derive(Debug, Clone)]
pub struct ExportOfficial {
    /// Staff code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Position and title.
    pub position: String,
    /// Unit.
    pub unit: String,
    /// Group of similar duties.
    pub group: Option<String>,
    /// Months or quarters in order.
    pub periods: Vec<ExportPeriod>,
    /// The year's result.
    pub year: ExportYear,
}

/// How the result of a period is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportRole {
    /// Mean of a, b, c.
    Staff,
    /// Head: mean of six parts.
    Head,
    /// Deputy: mean of six parts.
    Deputy,
    /// Support staff: three parts entered by the authority.
    Support,
}

/// One period of a person.
#[derive(Debug, Clone)]
pub struct ExportPeriod {
    /// A month or a quarter.
    pub period: Period,
    /// How the result is put together.
    pub role: ExportRole,
    /// Whether the period is confirmed and locked.
    pub confirmed: bool,
    /// Self-score of the general criteria: line and points.
    pub own_lines: Vec<(String, Decimal)>,
    /// The authority's score of the general criteria.
    pub authority_lines: Vec<(String, Decimal)>,
    /// Points of the general criteria that count.
    pub general: Option<Exact>,
    /// a, b, c as fractions of 1.
    pub ratios: [Option<Exact>; 3],
    /// d, đ, e as fractions of 1.
    pub leadership: [Option<Exact>; 3],
    /// Points of the task result.
    pub result: Option<Exact>,
    /// The total.
    pub total: Option<Exact>,
    /// Codes of what is missing or noteworthy.
    pub findings: Vec<String>,
}

/// The year's result of a person.
#[derive(Debug, Clone)]
pub struct ExportYear {
    /// Mean of the scored periods.
    pub mean: Option<Exact>,
    /// Number of months in the mean.
    pub months: u8,
    /// Keys of the gates that apply.
    pub gates: Vec<String>,
    /// The class computed.
    pub computed: Classification,
    /// What was decided, if it was.
    pub decided: Option<ExportDecision>,
}

/// A decision.
#[derive(Debug, Clone)]
pub struct ExportDecision {
    /// The class decided.
    pub class: Classification,
    /// Number of the document.
    pub number: Option<String>,
    /// Day of the decision.
    pub day: Option<Day>,
    /// Why it differs from the computed class; left out when names are hidden.
    pub reason: Option<String>,
}

/// The cap on the best class for one scope.
#[derive(Debug, Clone)]
pub struct ExportCap {
    /// The group of similar duties; nothing for the whole agency.
    pub group: Option<String>,
    /// The share, a fraction of 1.
    pub share: Exact,
    /// People of the best class.
    pub excellent: u32,
    /// People the share is taken of.
    pub base: u32,
    /// The most people of the best class.
    pub allowed: u32,
}

/// Why the file could not be written.
#[derive(Debug, Error)]
#[error("could not write the export: {0}")]
pub struct OfficialError(#[from] serde_json::Error);

/// The export as JSON text in UTF-8, indented, ending with a line break.
///
/// # Errors
/// [`OfficialError`] when the text cannot be put together.
pub fn write_official(export: &OfficialExport) -> Result<Vec<u8>, OfficialError> {
    let mut text = serde_json::to_vec_pretty(&record::of(export))?;
    text.push(b'\n');
    Ok(text)
}

#[cfg(test)]
mod tests;
