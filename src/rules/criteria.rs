//! The general criteria: thirty points in sections and lines (Điều 12.2, Phụ lục I, Mẫu số 01).

use std::sync::Arc;

use super::basis::{Basis, Wording};
use super::entry::{DataFile, Entry};
use super::fault::FaultReason;
use crate::domain::{Decimal, LineId};

/// A section of the general criteria, worded as Mẫu số 01 prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaSection {
    /// Legal basis; its name is the printed wording.
    pub basis: Arc<Basis>,
    /// 1 for I, 2 for II, 3 for III.
    pub number: u8,
    /// Most points of the section.
    pub max: Decimal,
    /// Its lines in order.
    pub lines: Vec<CriteriaLine>,
}

/// A line of the general criteria, worded as Mẫu số 01 prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaLine {
    /// Legal basis; its name is the printed wording.
    pub basis: Arc<Basis>,
    /// Section and line.
    pub id: LineId,
    /// Most points of the line.
    pub max: Decimal,
    /// What Phụ lục I asks for under this line, sentence by sentence; empty where the line
    /// itself is the sentence (section III).
    pub details: Vec<Wording>,
}

pub(super) fn read_sections(file: &mut DataFile) -> Vec<CriteriaSection> {
    file.read("section", |entry| {
        let (basis, number, max) = (entry.basis(), entry.whole("number"), entry.decimal("max"));
        Some(CriteriaSection {
            basis: basis?,
            number: u8::try_from(number?).ok()?,
            max: max?,
            lines: Vec::new(),
        })
    })
}

pub(super) fn read_lines(file: &mut DataFile) -> Vec<CriteriaLine> {
    file.read("line", |entry| {
        let (basis, id, max) = (entry.basis(), line(entry, "id"), entry.decimal("max"));
        let details = entry.wordings("detail");
        Some(CriteriaLine {
            basis: basis?,
            id: id?,
            max: max?,
            details: details?,
        })
    })
}

/// A line of the general criteria such as `II.3`.
pub(super) fn line(entry: &Entry, key: &str) -> Option<LineId> {
    let text = entry.text(key)?;
    let id = LineId::parse(&text);
    if id.is_none() {
        let (key, word) = (key.to_owned(), text);
        entry.fault(FaultReason::UnknownWord { key, word });
    }
    id
}
