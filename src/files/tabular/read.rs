//! The two entry points: a file's bytes, and what the clipboard holds.

use super::detect::{Content, detect};
use super::intake::Intake;
use super::{
    Cell, FileFormat, ForeignContent, Limits, OnProgress, ReadFinding, Separator, Sheet,
    TabularError, TextEncoding, Workbook,
};
use super::{encoding, html, ods, text_table, xls, xlsx};

/// A question mark inside one word may be meant; in so many cells it is not.
const CELLS_WITH_LOST_LETTERS: usize = 3;

/// Reads a table file of any supported format; the content decides which it
/// is, the name only serves the messages.
///
/// # Errors
/// [`TabularError`], one precise reason; nothing is read halfway.
///
/// # Example
/// ```
/// use congtam::files::tabular::{Limits, read};
/// let mut keep_on = |_| std::ops::ControlFlow::Continue(());
/// let workbook = read(b"a;b\n1;2\n", "danh-sach.csv", Limits::default(), &mut keep_on).unwrap();
/// assert_eq!(workbook.sheets[0].cell(1, 1).map(|cell| cell.shown()).as_deref(), Some("2"));
/// ```
pub fn read(
    bytes: &[u8],
    file_name: &str,
    limits: Limits,
    on_progress: OnProgress<'_>,
) -> Result<Workbook, TabularError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if bytes.is_empty() {
        return Err(TabularError::EmptyFile);
    }
    if size > limits.file_bytes {
        return Err(TabularError::FileTooLarge {
            bytes: size,
            limit: limits.file_bytes,
        });
    }
    let extension = extension_of(file_name);
    let foreign = |found| TabularError::NotATable {
        found,
        extension: extension.clone(),
    };
    let mut intake = Intake::new(limits, on_progress);
    let format = match detect(bytes)? {
        Content::Xlsx => xlsx::read_xlsx(bytes, &mut intake).map(|()| FileFormat::Xlsx)?,
        Content::Xls => xls::read_xls(bytes, &mut intake).map(|()| FileFormat::Xls)?,
        Content::Ods => ods::read_ods(bytes, &mut intake).map(|()| FileFormat::Ods)?,
        Content::Html => {
            let (page, _) =
                encoding::decode(bytes).ok_or_else(|| foreign(ForeignContent::Unknown))?;
            if !html::read_html(&page, &mut intake)? {
                return Err(foreign(ForeignContent::PageWithoutTable));
            }
            FileFormat::Html
        }
        Content::Text => {
            let (text, encoding) =
                encoding::decode(bytes).ok_or_else(|| foreign(ForeignContent::Unknown))?;
            let separator = text_table::read_text(&text, None, &mut intake)?;
            FileFormat::Text {
                encoding,
                separator,
            }
        }
        Content::Foreign(found) => return Err(foreign(found)),
    };
    let sheets = intake.finish()?;
    let mut findings = spoilt_letters(&sheets);
    if !extension_fits(&extension, format) {
        findings.insert(0, ReadFinding::NamedOtherwise { extension });
    }
    Ok(Workbook {
        format,
        sheets,
        findings,
    })
}

/// Reads a pasted block: the html a spreadsheet program puts on the clipboard
/// when it holds a table, else the text with its tabs.
///
/// # Errors
/// [`TabularError::NothingInside`] for a blank block, and the limits.
pub fn read_clipboard(
    text: &str,
    html: Option<&str>,
    limits: Limits,
    on_progress: OnProgress<'_>,
) -> Result<Workbook, TabularError> {
    let bytes = u64::try_from(text.len().max(html.map_or(0, str::len))).unwrap_or(u64::MAX);
    if bytes > limits.file_bytes {
        return Err(TabularError::FileTooLarge {
            bytes,
            limit: limits.file_bytes,
        });
    }
    let mut intake = Intake::new(limits, on_progress);
    let page = html.filter(|page| page.to_ascii_lowercase().contains("<table"));
    let format = if let Some(page) = page {
        html::read_html(&crate::text::nfc(page), &mut intake)?;
        FileFormat::Html
    } else {
        let separator =
            text_table::read_text(&crate::text::nfc(text), Some(Separator::Tab), &mut intake)?;
        FileFormat::Text {
            encoding: TextEncoding::Utf8,
            separator,
        }
    };
    let sheets = intake.finish()?;
    Ok(Workbook {
        format,
        findings: spoilt_letters(&sheets),
        sheets,
    })
}

fn extension_of(file_name: &str) -> String {
    file_name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase())
        .unwrap_or_default()
}

fn extension_fits(extension: &str, format: FileFormat) -> bool {
    match format {
        FileFormat::Xlsx => matches!(extension, "" | "xlsx" | "xlsm" | "xltx" | "xltm"),
        FileFormat::Xls => matches!(extension, "" | "xls" | "xlt"),
        FileFormat::Ods => matches!(extension, "" | "ods" | "ots"),
        FileFormat::Text { .. } => matches!(extension, "" | "csv" | "tsv" | "txt" | "tab"),
        FileFormat::Html => matches!(extension, "" | "html" | "htm"),
    }
}

/// What went wrong with the letters before the file came here, sheet by sheet.
fn spoilt_letters(sheets: &[Sheet]) -> Vec<ReadFinding> {
    sheets
        .iter()
        .flat_map(|sheet| [double_encoded(sheet), letters_lost(sheet)])
        .flatten()
        .collect()
}

fn double_encoded(sheet: &Sheet) -> Option<ReadFinding> {
    let example = texts(sheet)
        .find(|text| encoding::is_double_encoded(text))?
        .clone();
    Some(ReadFinding::DoubleEncoded {
        sheet: sheet.name.clone(),
        example,
    })
}

fn letters_lost(sheet: &Sheet) -> Option<ReadFinding> {
    let mut spoilt = texts(sheet).filter(|text| encoding::has_lost_letters(text));
    let example = spoilt.next()?.clone();
    let many = spoilt.take(CELLS_WITH_LOST_LETTERS - 1).count() == CELLS_WITH_LOST_LETTERS - 1;
    many.then(|| ReadFinding::LettersLost {
        sheet: sheet.name.clone(),
        example,
    })
}

fn texts(sheet: &Sheet) -> impl Iterator<Item = &String> {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.filter_map(|(_, cell)| match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    })
}
