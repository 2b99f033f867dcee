//! Draws a [`Paper`] as a Word file: A4 portrait, Times New Roman, margins as
//! official documents have them (top and bottom 20 mm, left 30 mm, right 15 mm).
//!
//! What the library below cannot write (repeated table heads, Vietnamese as the
//! language, a style sheet without other fonts, compression) is put in by
//! [`finish`], the last step. The same paper gives the same bytes.

mod blocks;
mod finish;
mod letters;
mod order;

use docx_rs::{Docx, Header, Paragraph};
use thiserror::Error;

use super::paper::Paper;
use crate::domain::Day;
use crate::ledger::LogHead;

/// A sheet of A4 and its margins, in twentieths of a point.
mod page {
    pub const WIDTH: u32 = 11_906;
    pub const HEIGHT: u32 = 16_838;
    pub const TOP: i32 = 1_134;
    pub const BOTTOM: i32 = 1_134;
    pub const LEFT: i32 = 1_701;
    pub const RIGHT: i32 = 851;
    /// From the edge to the page number.
    pub const HEADER: i32 = 567;
    /// What remains for text.
    pub const TEXT: usize = 9_354;
}

/// What the file says about itself. No name of a person belongs here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DocxProperties {
    /// The day of writing; 01/01/1980 when it is not given.
    pub written_on: Option<Day>,
    /// Where the log stood when it was written. It stands here and not on the page, which
    /// the decree prescribes to the letter.
    pub log: Option<LogHead>,
}

/// Why no Word file could be written.
#[derive(Debug, Error)]
pub enum DocxError {
    /// The package could not be put together.
    #[error("could not write the package: {0}")]
    Package(#[from] zip::result::ZipError),
    /// A part could not be put into the package.
    #[error("could not write a part: {0}")]
    Part(#[from] std::io::Error),
}

/// The paper as a Word file (docx).
///
/// # Errors
/// [`DocxError`] when the package cannot be put together.
pub fn write_docx(paper: &Paper, properties: DocxProperties) -> Result<Vec<u8>, DocxError> {
    let mut docx = Docx::new()
        .page_size(page::WIDTH, page::HEIGHT)
        .page_margin(docx_rs::PageMargin {
            top: page::TOP,
            bottom: page::BOTTOM,
            left: page::LEFT,
            right: page::RIGHT,
            header: page::HEADER,
            footer: page::HEADER,
            gutter: 0,
        })
        .header(Header::new().add_paragraph(letters::page_number()))
        .first_header(Header::new().add_paragraph(Paragraph::new()));
    for block in &paper.blocks {
        docx = blocks::draw(docx, block);
    }
    finish::package(docx.build(), &paper.title, properties)
}

#[cfg(test)]
mod tests {
    use super::super::{Annex, AnnexReason, MonthlyForm, YearlyForm};
    use super::*;
    use std::io::Read;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        package
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    fn document(paper: &Paper) -> String {
        let bytes = write_docx(paper, DocxProperties::default()).unwrap();
        part(&bytes, "word/document.xml")
    }

    #[test]
    fn the_same_form_gives_the_same_bytes() {
        let paper = MonthlyForm::default().paper();
        let first = write_docx(&paper, DocxProperties::default()).unwrap();
        document(&YearlyForm::default().paper());
        let second = write_docx(&paper, DocxProperties::default()).unwrap();
        assert!(first == second);
    }

    #[test]
    fn the_file_says_where_the_log_stood_and_the_page_does_not() {
        let head = LogHead {
            sequence: 12,
            hash: crate::ledger::Digest([0xab; 32]),
        };
        let with = DocxProperties {
            log: Some(head),
            ..DocxProperties::default()
        };
        let paper = MonthlyForm::default().paper();
        let bytes = write_docx(&paper, with).unwrap();
        let properties = part(&bytes, "docProps/core.xml");
        let mark = format!("Nhật ký: thao tác số 12, mã băm {}", "ab".repeat(32));
        assert!(properties.contains(&mark), "{properties}");
        assert_eq!(part(&bytes, "word/document.xml"), document(&paper));
        let without = write_docx(&paper, DocxProperties::default()).unwrap();
        assert!(!part(&without, "docProps/core.xml").contains("Nhật ký"));
    }

    #[test]
    fn table_heads_are_repeated_on_every_page() {
        let xml = document(&MonthlyForm::default().paper());
        assert_eq!(xml.matches("<w:tblHeader/>").count(), 2);
        assert!(!xml.contains("31999"));
    }

    #[test]
    fn no_other_font_than_times_new_roman_is_named_anywhere() {
        let paper = YearlyForm::default().paper();
        let bytes = write_docx(&paper, DocxProperties::default()).unwrap();
        for name in [
            "word/document.xml",
            "word/styles.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/fontTable.xml",
        ] {
            let xml = part(&bytes, name);
            for other in ["Calibri", "Arial", "Cambria", "Symbol"] {
                assert!(!xml.contains(other), "{other} in {name}");
            }
        }
        assert!(part(&bytes, "word/header1.xml").contains("PAGE"));
        assert!(!part(&bytes, "word/header2.xml").contains("PAGE"));
    }

    #[test]
    fn every_run_names_its_font() {
        let xml = document(&MonthlyForm::default().paper());
        let runs = xml.matches("<w:r>").count();
        assert!(runs > 40);
        assert_eq!(xml.matches("<w:rFonts ").count(), runs);
    }

    #[test]
    fn signs_of_markup_and_control_characters_in_texts_do_no_harm() {
        let annex = Annex {
            title: vec!["A < B & \"C\" \u{1}\u{b}\u{fffe}]]>".to_owned()],
            reasons: vec![AnnexReason {
                title: "dòng một\ndòng hai".to_owned(),
                ..AnnexReason::default()
            }],
            ..Annex::default()
        };
        let xml = document(&annex.paper());
        assert!(xml.contains("A &lt; B &amp; "));
        assert!(!xml.contains(['\u{1}', '\u{b}', '\u{fffe}']));
        assert!(xml.contains("<w:br "));
    }
}
