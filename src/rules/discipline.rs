//! Forms of discipline, old and new, by side and day.

use std::sync::Arc;

use super::basis::Basis;
use super::entry::DataFile;
use crate::domain::DisciplineSide;

/// One form of discipline in its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisciplineForm {
    /// Legal basis, with the days the form exists.
    pub basis: Arc<Basis>,
    /// Key stored with decisions, for example `khien-trach`; the same in old and new lists.
    pub form: String,
    /// Party or administrative.
    pub side: DisciplineSide,
    /// Severity within its side, from 1 for khiển trách.
    pub severity: u32,
    /// True when it is for holders of a leadership post only.
    pub leaders_only: bool,
}

pub(super) fn read(file: &mut DataFile) -> Vec<DisciplineForm> {
    const SIDES: [(&str, DisciplineSide); 2] = [
        ("party", DisciplineSide::Party),
        ("administrative", DisciplineSide::Administrative),
    ];
    file.read("form", |entry| {
        let (basis, form) = (entry.basis(), entry.text("form"));
        let (side, severity) = (entry.word("side", &SIDES), entry.whole("severity"));
        let leaders_only = entry.flag("leaders_only");
        Some(DisciplineForm {
            basis: basis?,
            form: form?,
            side: side?,
            severity: severity?,
            leaders_only: leaders_only?,
        })
    })
}
