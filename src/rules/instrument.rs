//! The instruments of law the rules cite.

use super::basis::Wording;
use super::entry::{DataFile, Entry};
use crate::domain::{Day, Span};

/// A law, decree, directive, decision or handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// Key used in citations, for example `nd-335-2025`.
    pub key: String,
    /// Printed short, for example "NĐ 335/2025/NĐ-CP".
    pub short: Wording,
    /// Printed in full, with number, date, issuer and subject.
    pub full: Wording,
    /// Day of signature, where known.
    pub signed: Option<Day>,
    /// Days in force.
    pub span: Span,
    /// True when the full text was at hand when the rules were written; otherwise second-hand.
    pub text_at_hand: bool,
    /// The day somebody last checked this entry.
    pub verified_on: Day,
    /// What a reader should know besides.
    pub note: Option<Wording>,
}

pub(super) fn read(file: &mut DataFile) -> Vec<Instrument> {
    file.read("instrument", read_one)
}

fn read_one(entry: &Entry) -> Option<Instrument> {
    let (key, short, full) = (
        entry.text("key"),
        entry.wording("short"),
        entry.wording("full"),
    );
    let (signed, span) = (entry.optional_day("signed"), entry.span());
    let (text_at_hand, verified_on) = (entry.flag("text_at_hand"), entry.day("verified_on"));
    let note = entry.optional_wording("note");
    Some(Instrument {
        key: key?,
        short: short?,
        full: full?,
        signed,
        span: span?,
        text_at_hand: text_at_hand?,
        verified_on: verified_on?,
        note,
    })
}
