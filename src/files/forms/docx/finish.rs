//! The last step of a Word file: what the library cannot write, and a small package.
//!
//! - Head rows carry an impossible height ([`HEAD_ROW_HEIGHT`]); here it becomes
//!   `w:tblHeader`, so Word repeats them on every page.
//! - Property lists are put into the prescribed order ([`in_order`]), and an
//!   attribute the format does not know is taken from table columns.
//! - Paragraph ids count on from one document to the next; they are taken out,
//!   so the same form gives the same bytes.
//! - Style sheet, settings and font table are replaced: one font, Vietnamese as
//!   the language (no red lines under every word), decimal comma.
//! - The package is compressed, with a fixed time on every part.

use std::io::{Cursor, Write};

use docx_rs::XMLDocx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::order::in_order;
use super::{DocxError, DocxProperties};
use crate::files::log_mark::log_mark;
use crate::ledger::LogHead;

/// A height no row of ours has (in twentieths of a point): the mark of a head row.
pub const HEAD_ROW_HEIGHT: u16 = 31_999;

const STYLES: &str = include_str!("styles.xml");
const SETTINGS: &str = include_str!("settings.xml");
const FONT_TABLE: &str = include_str!("font_table.xml");

/// Finishes the parts and puts them into one compressed file.
pub fn package(
    mut parts: XMLDocx,
    title: &str,
    properties: DocxProperties,
) -> Result<Vec<u8>, DocxError> {
    parts.document = document(&parts.document).into_bytes();
    parts.styles = STYLES.into();
    parts.settings = SETTINGS.into();
    parts.font_table = FONT_TABLE.into();
    parts.doc_props.core = core(&parts.doc_props.core, title, properties).into_bytes();
    for header in &mut parts.headers {
        *header = without_paragraph_ids(&String::from_utf8_lossy(header)).into_bytes();
    }
    pack(&parts)
}

fn document(xml: &[u8]) -> String {
    let sign = format!(r#"<w:trHeight w:val="{HEAD_ROW_HEIGHT}" w:hRule="atLeast" />"#);
    let xml = without_paragraph_ids(&String::from_utf8_lossy(xml)).replace(&sign, "<w:tblHeader/>");
    in_order(&without_column_types(&xml))
}

/// Takes ` w14:paraId="…"` out of every paragraph.
fn without_paragraph_ids(xml: &str) -> String {
    const ID: &str = r#" w14:paraId=""#;
    let mut pieces = xml.split(ID);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(piece.split_once('"').map_or(piece, |(_, rest)| rest));
    }
    out
}

/// Takes the type out of `<w:gridCol w:w="700" w:type="dxa" />`.
fn without_column_types(xml: &str) -> String {
    let mut pieces = xml.split("<w:gridCol ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str("<w:gridCol ");
        out.push_str(&piece.replacen(r#" w:type="dxa""#, "", 1));
    }
    out
}

fn core(xml: &[u8], title: &str, properties: DocxProperties) -> String {
    let day = properties
        .written_on
        .map_or_else(|| "1980-01-01".to_owned(), |day| day.to_string());
    let title = title
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    String::from_utf8_lossy(xml)
        .replace("1970-01-01T", &format!("{day}T"))
        .replace(">unknown<", ">Công Tâm<")
        .replace(
            "</cp:coreProperties>",
            &format!(
                "{}<dc:language>vi-VN</dc:language><dc:title>{title}</dc:title></cp:coreProperties>",
                properties.log.map(log_head).unwrap_or_default()
            ),
        )
}

/// What Word shows as the comment of the file.
fn log_head(head: LogHead) -> String {
    format!("<dc:description>{}</dc:description>", log_mark(head))
}

fn pack(parts: &XMLDocx) -> Result<Vec<u8>, DocxError> {
    let mut package = Package::new();
    package.add("[Content_Types].xml", &parts.content_type)?;
    package.add("_rels/.rels", &parts.rels)?;
    package.add("docProps/app.xml", &parts.doc_props.app)?;
    package.add("docProps/core.xml", &parts.doc_props.core)?;
    package.add("docProps/custom.xml", &parts.doc_props.custom)?;
    package.add("word/_rels/document.xml.rels", &parts.document_rels)?;
    package.add("word/document.xml", &parts.document)?;
    package.add("word/styles.xml", &parts.styles)?;
    package.add("word/settings.xml", &parts.settings)?;
    package.add("word/fontTable.xml", &parts.font_table)?;
    package.add("word/comments.xml", &parts.comments)?;
    package.add("word/numbering.xml", &parts.numberings)?;
    package.add("word/commentsExtended.xml", &parts.comments_extended)?;
    package.add("word/footnotes.xml", &parts.footnotes)?;
    for (at, header) in (1..).zip(&parts.headers) {
        package.add(&format!("word/header{at}.xml"), header)?;
    }
    for (at, rels) in (1..).zip(&parts.header_rels) {
        package.add(&format!("word/_rels/header{at}.xml.rels"), rels)?;
    }
    Ok(package.zip.finish()?.into_inner())
}

struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Package {
    fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            options: SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(DateTime::default()),
        }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), DocxError> {
        self.zip.start_file(name, self.options)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraph_ids_are_taken_out_and_nothing_else() {
        assert_eq!(
            without_paragraph_ids(
                r#"<w:p w14:paraId="00000001"><w:r/></w:p><w:p w14:paraId="2" a="b"/>"#
            ),
            r#"<w:p><w:r/></w:p><w:p a="b"/>"#
        );
    }
}
