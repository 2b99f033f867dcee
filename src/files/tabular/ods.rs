//! Reads OpenDocument spreadsheets: exact numbers as stored, repeated rows never multiplied when empty.

use std::collections::BTreeSet;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::archive::Archive;
use super::excel_value::iso_cell;
use super::intake::{Intake, number_cell};
use super::xlsx_parts::attribute;
use super::xml_guard::XmlGuard;
use super::{Cell, MergedRange, TabularError};

const CONTENT: &str = "content.xml";
/// Elements read between two looks at the cancel button.
const ELEMENTS_PER_LOOK: u32 = 1 << 16;

/// Reads all tables into the intake.
pub(super) fn read_ods(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), TabularError> {
    let mut archive = Archive::open(bytes)?;
    if is_encrypted(&mut archive) {
        return Err(TabularError::PasswordProtected);
    }
    let limit = intake.limits().sheet_bytes;
    let content = archive.stream(CONTENT, limit + 1)?;
    let mut counted = Counted {
        inner: content,
        left: limit,
        guard: XmlGuard::default(),
        exceeded: false,
    };
    let outcome = OdsReader::new(BufReader::with_capacity(1 << 16, &mut counted), intake).read();
    if counted.exceeded {
        return Err(TabularError::UnpacksTooLarge {
            part: CONTENT.to_owned(),
            limit,
        });
    }
    outcome
}

fn is_encrypted(archive: &mut Archive<'_>) -> bool {
    if archive.has("encrypted-package") {
        return true;
    }
    let manifest = archive
        .part("META-INF/manifest.xml", 1 << 20)
        .unwrap_or_default();
    manifest
        .windows(15)
        .any(|bytes| bytes == b"encryption-data")
}

/// Notes when the content, or something in it, is longer than allowed.
struct Counted<R> {
    inner: R,
    left: u64,
    guard: XmlGuard,
    exceeded: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let count_now = u64::try_from(count).unwrap_or(u64::MAX);
        let left = self.left.checked_sub(count_now);
        self.exceeded = left.is_none() || !self.guard.feed(&buffer[..count]);
        if self.exceeded {
            return Ok(0);
        }
        self.left = left.unwrap_or_default();
        Ok(count)
    }
}

/// The place reading has come to, and the cell being read.
struct OdsReader<'i, 'p, R> {
    xml: Reader<R>,
    intake: &'i mut Intake<'p>,
    hidden_styles: BTreeSet<String>,
    style: String,
    in_table: bool,
    row: u32,
    row_repeats: u32,
    row_cells: Vec<(u32, u32, Cell)>,
    column: u32,
    cell: Option<OpenCell>,
    /// Depth inside a comment, whose text is no value.
    in_note: u32,
}

#[derive(Default)]
struct OpenCell {
    kind: String,
    value: Option<String>,
    formula: Option<String>,
    repeats: u32,
    columns: u32,
    rows: u32,
    text: String,
    paragraphs: u32,
}

impl<'i, 'p, R: std::io::BufRead> OdsReader<'i, 'p, R> {
    fn new(source: R, intake: &'i mut Intake<'p>) -> Self {
        let mut xml = Reader::from_reader(source);
        xml.config_mut().expand_empty_elements = true;
        Self {
            xml,
            intake,
            hidden_styles: BTreeSet::new(),
            style: String::new(),
            in_table: false,
            row: 0,
            row_repeats: 1,
            row_cells: Vec::new(),
            column: 0,
            cell: None,
            in_note: 0,
        }
    }

    fn read(mut self) -> Result<(), TabularError> {
        let mut buffer = Vec::new();
        let mut elements = 0_u32;
        loop {
            buffer.clear();
            elements = elements.wrapping_add(1);
            if elements.is_multiple_of(ELEMENTS_PER_LOOK) {
                self.intake.tell()?;
            }
            match self.xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => self.start(&tag)?,
                Ok(Event::End(tag)) => {
                    let name = tag.name().as_ref().to_owned();
                    self.end(&name)?;
                }
                Ok(Event::Text(text)) => self.push_text(&text.xml10_content()),
                Ok(Event::CData(text)) => self.push_text(&text.xml10_content()),
                Ok(Event::GeneralRef(reference)) => self.push_reference(&reference),
                Ok(Event::Eof) => {
                    return if self.in_table {
                        Err(damaged())
                    } else {
                        Ok(())
                    };
                }
                Ok(_) => {}
                Err(_) => return Err(damaged()),
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), TabularError> {
        match tag.name().as_ref() {
            "style:style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "style:table-properties" if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table" => {
                let style = attribute(tag, "style-name").unwrap_or_default();
                let visible = !self.hidden_styles.contains(&style);
                self.intake
                    .begin_sheet(&attribute(tag, "name").unwrap_or_default(), visible)?;
                (self.in_table, self.row) = (true, 0);
            }
            "table:table-row" => {
                self.row_repeats = count(tag, "number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(OpenCell::new(tag)),
            "office:annotation" => self.in_note += 1,
            "text:p" | "text:h" if self.in_note == 0 => self.begin_paragraph(),
            "text:line-break" => self.push_text("\n"),
            "text:tab" => self.push_text(" "),
            "text:s" => {
                let spaces = usize::try_from(count(tag, "c")).unwrap_or(1).min(1000);
                self.push_text(&" ".repeat(spaces));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), TabularError> {
        match name {
            "table:table" => self.in_table = false,
            "table:table-row" => self.end_row()?,
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "office:annotation" => self.in_note = self.in_note.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    fn begin_paragraph(&mut self) {
        if let Some(cell) = &mut self.cell {
            if cell.paragraphs > 0 {
                cell.text.push('\n');
            }
            cell.paragraphs += 1;
        }
    }

    fn push_text(&mut self, text: &str) {
        if self.in_note == 0
            && let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0)
        {
            cell.text.push_str(text);
        }
    }

    fn push_reference(&mut self, reference: &BytesRef<'_>) {
        let entity = reference.xml10_content();
        let letter = reference
            .resolve_char_ref()
            .ok()
            .flatten()
            .map(String::from);
        let known = quick_xml::escape::resolve_predefined_entity(&entity).map(str::to_owned);
        self.push_text(&letter.or(known).unwrap_or_default());
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (row, column) = (self.row, self.column);
        if cell.columns > 1 || cell.rows > 1 {
            self.intake.merge(MergedRange {
                first_row: row,
                first_column: column,
                last_row: row.saturating_add(cell.rows - 1),
                last_column: column.saturating_add(cell.columns - 1),
            });
        }
        let repeats = cell.repeats;
        if let Some(value) = cell.value() {
            self.row_cells.push((column, repeats, value));
        }
        self.column = column.saturating_add(repeats);
    }

    fn end_row(&mut self) -> Result<(), TabularError> {
        let cells = std::mem::take(&mut self.row_cells);
        if !cells.is_empty() {
            for row in self.row..self.row.saturating_add(self.row_repeats) {
                for (column, repeats, cell) in &cells {
                    for at in *column..column.saturating_add(*repeats) {
                        self.intake.cell(row, at, cell.clone())?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        Ok(())
    }
}

impl OpenCell {
    fn new(tag: &BytesStart<'_>) -> Self {
        let kind = attribute(tag, "value-type").unwrap_or_default();
        let name = match kind.as_str() {
            "date" => "date-value",
            "time" => "time-value",
            "boolean" => "boolean-value",
            "string" => "string-value",
            _ => "value",
        };
        Self {
            value: attribute(tag, name),
            kind,
            formula: attribute(tag, "formula"),
            repeats: count(tag, "number-columns-repeated"),
            columns: count(tag, "number-columns-spanned"),
            rows: count(tag, "number-rows-spanned"),
            ..Self::default()
        }
    }

    fn value(self) -> Option<Cell> {
        let is_formula = self.formula.is_some();
        let text = crate::text::nfc(&self.text);
        match (self.kind.as_str(), self.value) {
            ("float" | "percentage" | "currency", Some(number)) => Some(number_cell(&number)),
            ("date", Some(day)) => Some(iso_cell(&day)),
            ("time", Some(duration)) => Some(Cell::Time(clock(&duration).unwrap_or(text))),
            ("boolean", Some(yes)) => Some(Cell::Bool(yes == "true")),
            (_, Some(written)) if text.is_empty() => Some(Cell::Text(crate::text::nfc(&written))),
            _ if is_formula && (text.starts_with('#') || text.starts_with("Err:")) => {
                Some(Cell::Error(text))
            }
            _ if is_formula && text.is_empty() && self.kind.is_empty() => {
                self.formula.map(Cell::Formula)
            }
            _ if text.is_empty() => None,
            _ => Some(Cell::Text(text)),
        }
    }
}

fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name)
        .and_then(|value| value.parse().ok())
        .filter(|count| *count > 0)
        .unwrap_or(1)
}

/// `PT07H30M00S` as `07:30:00`.
fn clock(duration: &str) -> Option<String> {
    let (hours, rest) = duration.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    Some(format!("{hours:0>2}:{minutes:0>2}:{seconds:0>2}"))
}

fn damaged() -> TabularError {
    TabularError::Damaged {
        part: CONTENT.to_owned(),
    }
}
