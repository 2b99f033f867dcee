//! Which column of a sheet is which field: proposed, editable, rememberable.

use serde::{Deserialize, Serialize};

use super::{Field, TableKind};

/// Says how to read one sheet. Data, so that a person can change it.
///
/// All indexes count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Which table the sheet holds.
    pub kind: TableKind,
    /// The first row of the header.
    pub header_row: u32,
    /// How many rows the header covers (two when groups of columns have a title, none when
    /// every row is data).
    pub header_rows: u32,
    /// Column and field; a field stands at most once.
    pub columns: Vec<(u32, Field)>,
}

impl Mapping {
    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<u32> {
        self.columns
            .iter()
            .find(|(_, mapped)| *mapped == field)
            .map(|(column, _)| *column)
    }

    /// The field of a column.
    #[must_use]
    pub fn field(&self, column: u32) -> Option<Field> {
        self.columns
            .iter()
            .find(|(at, _)| *at == column)
            .map(|(_, field)| *field)
    }

    /// Maps a column to a field or to nothing; the field leaves its old column.
    pub fn assign(&mut self, column: u32, field: Option<Field>) {
        self.columns
            .retain(|(at, mapped)| *at != column && Some(*mapped) != field);
        if let Some(field) = field {
            self.columns.push((column, field));
            self.columns.sort_unstable();
        }
    }

    /// The required fields of the kind that no column is mapped to.
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        let has = |field: &Field| self.column(*field).is_some();
        self.kind
            .required()
            .iter()
            .filter(|any| !any.iter().any(has))
            .map(|any| any[0])
            .collect()
    }
}

/// What was found on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetProposal {
    /// Index of the sheet in the workbook.
    pub sheet: usize,
    /// Name of the sheet.
    pub name: String,
    /// The proposed mapping; nothing when the sheet holds no table we know.
    pub mapping: Option<Mapping>,
    /// How sure the proposal is, 0–100; 100 for a remembered mapping.
    pub confidence: u8,
    /// Whether the mapping was confirmed earlier for the same header.
    pub remembered: bool,
    /// Every column of the header with what it looks like.
    pub columns: Vec<HeaderColumn>,
    /// Identifies the header, to remember a mapping by; empty without a header.
    pub signature: String,
    /// Where no header was found: how the sheet reads for each kind when every row is data,
    /// with the columns that show by their content what they are.
    #[serde(default)]
    pub headless: Vec<Mapping>,
}

/// One column of a recognised header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderColumn {
    /// Index from 0.
    pub column: u32,
    /// Its header as written; two header rows are joined with " – ".
    pub header: String,
    /// Up to three values below, as a person sees them.
    pub samples: Vec<String>,
}

/// A mapping a person confirmed, for the next file with the same header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedMapping {
    /// [`SheetProposal::signature`].
    pub signature: String,
    /// Which table it is.
    pub kind: TableKind,
    /// Column and field.
    pub columns: Vec<(u32, Field)>,
}

impl SheetProposal {
    /// What to remember once a person has confirmed (and perhaps changed) the mapping.
    #[must_use]
    pub fn remember(&self, mapping: &Mapping) -> RememberedMapping {
        RememberedMapping {
            signature: self.signature.clone(),
            kind: mapping.kind,
            columns: mapping.columns.clone(),
        }
    }
}

impl RememberedMapping {
    /// A list of remembered mappings as text, to keep among the preferences.
    #[must_use]
    pub fn list_to_text(list: &[Self]) -> String {
        serde_json::to_string(list).unwrap_or_default()
    }

    /// The list kept as text; empty when it is none.
    #[must_use]
    pub fn list_from_text(text: &str) -> Vec<Self> {
        serde_json::from_str(text).unwrap_or_default()
    }
}
