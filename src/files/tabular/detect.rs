//! Tells what a file is by its first bytes and parts, never by its name.

use super::archive::Archive;
use super::{ForeignContent, TabularError};

/// What the content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Xlsx,
    Xls,
    Ods,
    Html,
    /// Neither of the others; perhaps separated text.
    Text,
    Foreign(ForeignContent),
}

/// # Errors
/// [`TabularError::Truncated`] for a damaged zip, [`TabularError::PasswordProtected`].
pub(super) fn detect(bytes: &[u8]) -> Result<Content, TabularError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_content(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return compound_content(bytes);
    }
    if let Some(found) = by_magic(bytes) {
        return Ok(Content::Foreign(found));
    }
    Ok(markup_content(bytes))
}

fn zip_content(bytes: &[u8]) -> Result<Content, TabularError> {
    let mut archive = Archive::open(bytes)?;
    let kind = archive.part("mimetype", 200).unwrap_or_default();
    let kind = String::from_utf8_lossy(&kind).into_owned();
    let open_document = kind.strip_prefix("application/vnd.oasis.opendocument.");
    Ok(match open_document {
        Some(kind) if kind.starts_with("spreadsheet") => Content::Ods,
        Some(kind) if kind.starts_with("text") => Content::Foreign(ForeignContent::TextDocument),
        Some(kind) if kind.starts_with("presentation") => {
            Content::Foreign(ForeignContent::Presentation)
        }
        _ if archive.has("xl/workbook.xml") => Content::Xlsx,
        _ if archive.has("xl/workbook.bin") => Content::Foreign(ForeignContent::BinaryWorkbook),
        _ if archive.has("[Content_Types].xml") && archive.has_under("xl/") => Content::Xlsx,
        _ if archive.has_under("word/") => Content::Foreign(ForeignContent::TextDocument),
        _ if archive.has_under("ppt/") => Content::Foreign(ForeignContent::Presentation),
        _ => Content::Foreign(ForeignContent::Archive),
    })
}

/// Office files before 2007 and encrypted ones since are little file systems
/// whose directory names its streams in UTF-16.
fn compound_content(bytes: &[u8]) -> Result<Content, TabularError> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes
            .windows(wide.len())
            .step_by(2)
            .any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return Err(TabularError::PasswordProtected);
    }
    Ok(if has("Workbook\0") || has("Book\0") {
        Content::Xls
    } else if has("WordDocument") {
        Content::Foreign(ForeignContent::TextDocument)
    } else if has("PowerPoint Document") {
        Content::Foreign(ForeignContent::Presentation)
    } else {
        Content::Foreign(ForeignContent::Unknown)
    })
}

fn by_magic(bytes: &[u8]) -> Option<ForeignContent> {
    const MAGIC: [(&[u8], ForeignContent); 9] = [
        (b"%PDF", ForeignContent::Pdf),
        (b"\x89PNG", ForeignContent::Picture),
        (b"\xFF\xD8\xFF", ForeignContent::Picture),
        (b"GIF8", ForeignContent::Picture),
        (b"{\\rtf", ForeignContent::RichText),
        (b"Rar!", ForeignContent::Archive),
        (b"7z\xBC\xAF", ForeignContent::Archive),
        (b"\x1F\x8B", ForeignContent::Archive),
        (b"MIME-Version:", ForeignContent::WebArchive),
    ];
    MAGIC
        .into_iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, found)| found)
}

fn markup_content(bytes: &[u8]) -> Content {
    let head =
        super::encoding::decode(&bytes[..bytes.len().min(1 << 16) & !1]).map(|(text, _)| text);
    // A letter cut at the end of the head can make it look like no text.
    let head = head.unwrap_or_else(|| {
        String::from_utf8_lossy(&bytes[..bytes.len().min(1 << 12)]).into_owned()
    });
    let start = head.trim_start().to_ascii_lowercase();
    if (start.starts_with('{') || start.starts_with('[')) && looks_like_json(&start) {
        return Content::Foreign(ForeignContent::Json);
    }
    if !start.starts_with('<') {
        return Content::Text;
    }
    let is_html = [
        "<html",
        "<table",
        "<!doctype html",
        "<meta",
        "<body",
        "<div",
        "<head",
        "<style",
    ];
    if is_html.iter().any(|mark| start.contains(mark)) {
        Content::Html
    } else if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        Content::Foreign(ForeignContent::Xml2003)
    } else if start.starts_with("<?xml") {
        Content::Foreign(ForeignContent::Xml)
    } else {
        Content::Text
    }
}

fn looks_like_json(start: &str) -> bool {
    let next = start[1..].trim_start();
    next.starts_with(['"', '{', '[', '}', ']'])
}
