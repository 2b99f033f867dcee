//! The general criteria: thirty points in sections and lines (Điều 12.2, Phụ lục I, Mẫu số 01).

use std::sync::Arc;

use super::basis::{Basis, Wording};
use super::entry::{DataFile, Entry};
use super::fault::FaultReason;
use crate::domain::{Citation, Decimal, Grade, LineId, LocalRules};

/// The instrument that citations of local rules name; the decision itself is their part.
pub const LOCAL_INSTRUMENT: &str = "local";

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

/// The sections of the decree with the lines as a local set words and weighs them.
///
/// A line the set leaves out, or repeats word for word and point for point, stays the law's.
/// A line the form does not have is passed over: `local::check` refuses it.
#[must_use]
pub fn local_sections(sections: &[CriteriaSection], set: &LocalRules) -> Vec<CriteriaSection> {
    let mut all = sections.to_vec();
    for line in all.iter_mut().flat_map(|section| &mut section.lines) {
        let own = set.lines.iter().find(|own| own.line == line.id);
        let Some(own) = own.filter(|own| own.max != line.max || own.wording != line.basis.name.vi)
        else {
            continue;
        };
        line.max = own.max;
        line.basis = Arc::new(local_basis(&line.basis, &own.wording, set));
    }
    all
}

/// Grade L, by decision and issuer; the decree's translation stays while its words do.
fn local_basis(law: &Basis, wording: &str, set: &LocalRules) -> Basis {
    let name = if wording == law.name.vi {
        law.name.clone()
    } else {
        Wording {
            vi: wording.to_owned(),
            en: wording.to_owned(),
        }
    };
    Basis {
        key: law.key.clone(),
        name,
        citations: vec![Citation {
            instrument: LOCAL_INSTRUMENT.to_owned(),
            part: Some(set.cited()),
            ..Citation::default()
        }],
        grade: Grade::Local,
        span: set.span,
        verified_on: set.span.from,
        quote: None,
        note: None,
    }
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
