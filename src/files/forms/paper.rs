//! A printed document as a list of blocks: what stands on the page, whoever draws it.

use chrono::Datelike;

use crate::domain::{Day, Period};

/// A whole document, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What the document is, for the file's properties; holds no personal data.
    pub title: String,
    /// What stands on it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// Words with an optional footnote mark after them, drawn raised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The footnote's number.
    pub mark: Option<u8>,
}

impl Words {
    /// Words without a mark.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            mark: None,
        }
    }

    /// Words with a footnote mark.
    #[must_use]
    pub fn marked(text: impl Into<String>, mark: u8) -> Self {
        Self {
            text: text.into(),
            mark: Some(mark),
        }
    }
}

/// One part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The number of the form, at the right edge.
    FormNumber(String),
    /// Agency at the left, name of the state and motto at the right.
    Head(FormHead),
    /// Centred lines; the first ones bold, a line in brackets plain.
    Title(Vec<Words>),
    /// A bold heading of a part.
    Section(Words),
    /// A label and what is filled in, or dots to the edge of the page.
    Field {
        /// With its colon; may be empty.
        label: String,
        /// Nothing: dots. Line breaks are kept.
        value: Option<String>,
        /// Further dotted lines when nothing is filled in.
        more_lines: u8,
    },
    /// A paragraph of running text.
    Text(String),
    /// A table with lines around its cells.
    Grid(Grid),
    /// Boxes to tick, one a line.
    Choices(Vec<Choice>),
    /// The two signatures side by side.
    Signatures(Box<[SignatureBlock; 2]>),
    /// Footnotes under a short rule.
    Notes(Vec<Note>),
    /// A numbered line of a nested list.
    Item {
        /// 0 for the outermost.
        level: u8,
        /// Its number, such as `1.2.3`.
        number: String,
        /// The sentence, bold on the outermost levels.
        text: String,
        /// What is said beside it, in smaller letters.
        detail: Option<String>,
    },
}

/// The agency's side of a form's head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormHead {
    /// The body above the agency, if it is printed.
    pub superior: Option<String>,
    /// The agency; nothing prints the placeholder of the form.
    pub agency: Option<String>,
}

impl FormHead {
    /// The placeholder the decree prints where no agency is given.
    pub const PLACEHOLDER: [&'static str; 2] = ["TÊN CƠ QUAN,", "TỔ CHỨC, ĐƠN VỊ"];
    /// The name of the state.
    pub const STATE: &'static str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    /// The motto.
    pub const MOTTO: &'static str = "Độc lập - Tự do - Hạnh phúc";
}

/// The person a form is about; an empty field is printed as dots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormPerson {
    /// Name, or the pseudonym when names are hidden.
    pub name: Option<String>,
    /// Position and title.
    pub position: Option<String>,
    /// Unit of work.
    pub unit: Option<String>,
}

impl FormPerson {
    pub(super) fn blocks(&self) -> [Block; 3] {
        let field = |label: &str, value: &Option<String>| Block::Field {
            label: label.to_owned(),
            value: value.clone(),
            more_lines: 0,
        };
        [
            field("Họ và tên:", &self.name),
            field("Chức vụ, chức danh:", &self.position),
            field("Đơn vị công tác:", &self.unit),
        ]
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows repeated at the top of every page.
    pub head: Vec<GridRow>,
    /// The other rows.
    pub rows: Vec<GridRow>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Share of the table's width, in percent; the shares sum to 100.
    pub percent: u8,
    /// Whether its cells are centred.
    pub centred: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Its cells from left to right; their spans sum to the number of columns.
    pub cells: Vec<Cell>,
    /// Whether the row is printed bold.
    pub bold: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Number of columns it covers.
    pub span: u8,
    /// Centred although its column is not.
    pub centred: bool,
}

impl GridRow {
    pub(super) fn of<T: Into<String>>(cells: impl IntoIterator<Item = T>) -> Self {
        let cells = cells.into_iter().map(|text| Cell {
            text: text.into(),
            span: 1,
            centred: false,
        });
        Self {
            cells: cells.collect(),
            bold: false,
        }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn centred(mut self) -> Self {
        for cell in &mut self.cells {
            cell.centred = true;
        }
        self
    }
}

/// A box to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Whether it is ticked.
    pub ticked: bool,
    /// What stands beside it.
    pub text: String,
}

impl Choice {
    /// The box as a letter.
    #[must_use]
    pub const fn sign(&self) -> &'static str {
        if self.ticked { "☑" } else { "☐" }
    }
}

/// What is known for a signature; what is not stays open on the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignatureFill {
    /// Place of signing.
    pub place: Option<String>,
    /// Day of signing.
    pub day: Option<Day>,
    /// Printed name under the room for the signature.
    pub name: Option<String>,
}

/// A signature as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureBlock {
    /// Place and date, or dots.
    pub dated: String,
    /// Who signs, in capitals.
    pub role: Vec<String>,
    /// How to sign, in brackets.
    pub instruction: String,
    /// The printed name, if any.
    pub name: Option<String>,
}

impl SignatureBlock {
    pub(super) fn new(role: &[&str], fill: &SignatureFill) -> Self {
        Self {
            dated: place_and_date(fill.place.as_deref(), fill.day),
            role: role.iter().map(ToString::to_string).collect(),
            instruction: "(Ký tên, ghi rõ họ tên)".to_owned(),
            name: fill.name.clone(),
        }
    }
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub mark: u8,
    /// Its words.
    pub text: String,
}

/// The place and date line of a form; what is not given stays dotted as printed.
///
/// Days below 10 and the months 1 and 2 are written with two digits.
///
/// # Example
/// ```
/// use congtam::files::forms::place_and_date;
/// assert_eq!(place_and_date(None, None), "....., ngày....tháng.....năm.....");
/// ```
#[must_use]
pub fn place_and_date(place: Option<&str>, day: Option<Day>) -> String {
    let place = place.unwrap_or(".....");
    match day {
        None => format!("{place}, ngày....tháng.....năm....."),
        Some(day) if day.month() < 3 => format!(
            "{place}, ngày {:02} tháng {:02} năm {}",
            day.day(),
            day.month(),
            day.year()
        ),
        Some(day) => format!(
            "{place}, ngày {:02} tháng {} năm {}",
            day.day(),
            day.month(),
            day.year()
        ),
    }
}

/// "tháng 8 năm 2026", "quý III năm 2026".
pub(super) fn period_words(period: Period) -> String {
    match period {
        Period::Month(month) => format!("tháng {} năm {}", month.number(), month.year()),
        Period::Quarter { year, number } => format!("quý {} năm {year}", roman(number)),
        Period::HalfYear { year, number: 1 } => format!("06 tháng đầu năm {year}"),
        Period::HalfYear { year, .. } => format!("06 tháng cuối năm {year}"),
        Period::Year(year) => format!("năm {year}"),
    }
}

/// I to IV, as quarters are written.
pub(super) const fn roman(quarter: u8) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_of_place_and_date_stays_dotted() {
        let day = Day::from_ymd_opt(2026, 2, 5);
        assert_eq!(
            place_and_date(Some("Xã Mẫu"), None),
            "Xã Mẫu, ngày....tháng.....năm....."
        );
        assert_eq!(
            place_and_date(None, day),
            "....., ngày 05 tháng 02 năm 2026"
        );
        assert_eq!(
            place_and_date(Some("Xã Mẫu"), Day::from_ymd_opt(2026, 12, 15)),
            "Xã Mẫu, ngày 15 tháng 12 năm 2026"
        );
    }

    #[test]
    fn periods_are_written_as_officials_write_them() {
        let words = |text| Period::parse(text).map(period_words);
        assert_eq!(words("2026-08").as_deref(), Ok("tháng 8 năm 2026"));
        assert_eq!(words("2026-Q3").as_deref(), Ok("quý III năm 2026"));
        assert_eq!(words("2026-H1").as_deref(), Ok("06 tháng đầu năm 2026"));
    }
}
