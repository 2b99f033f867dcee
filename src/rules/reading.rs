//! Questions the decree leaves open, each with its options and a default.

use std::sync::Arc;

use super::basis::{Basis, Wording};
use super::entry::{DataFile, Entry};
use super::fault::FaultReason;
use super::slabs::Slabs;
use crate::domain::Decimal;

/// Which open question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadingId {
    /// What one late "lần" is.
    R1,
    /// Denominator of b and c.
    R2,
    /// Ratios above 100 %.
    R3,
    /// Floor of the quality and schedule factors.
    R4,
    /// Base of the Xuất sắc cap.
    R5,
    /// Rounding of the cap.
    R6,
    /// A month without any assigned task.
    R7,
    /// Lateness of an unfinished task past its deadline.
    R8,
    /// A line that spans several months.
    R9,
    /// Printed decimals.
    R10,
    /// Quarterly tracking in the twelve-month form.
    R11,
}

impl ReadingId {
    /// All readings in order.
    pub const ALL: [Self; 11] = [
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
    ];

    /// The key used in data, files and cases: `R1` to `R11`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        [
            "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11",
        ][self as usize]
    }

    /// The reading with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.key() == key)
    }
}

/// R1: what one late occurrence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LateUnit {
    /// Each deadline missed is one occurrence.
    PerOccurrence,
    /// Each calendar day late is one occurrence.
    PerDay,
    /// Each working day late is one occurrence.
    PerWorkingDay,
    /// The days late fall into slabs, each with its own deduction.
    Slabs(Slabs),
}

/// R2: what b and c are divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denominator {
    /// The assigned amount.
    Assigned,
    /// The completed amount.
    Completed,
}

/// R3: what becomes of ratios above 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// They count in full.
    Keep,
    /// Each of a, b, c is cut at 100 %.
    CapEach,
    /// The task result is cut at its full points.
    CapResult,
}

/// R5: which people the cap's percentage is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CapBase {
    /// Everyone finally rated Tốt, people moved down by the cap among them.
    FinalGood,
    /// Those whose score lies in the Tốt range.
    OriginalGood,
    /// Everyone at Tốt or above.
    GoodAndAbove,
}

/// R6: how a fractional cap becomes a number of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CapRounding {
    /// Cut off.
    Down,
    /// To the nearest, a half up.
    Nearest,
    /// Cut off, but at least one where anyone is rated Tốt.
    AtLeastOne,
}

/// R7: what a month without any assigned task does to the mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmptyMonth {
    /// It is left out and listed.
    LeftOut,
    /// It is asked for: no mean until it is settled.
    Asks,
}

/// R8: what an unfinished task past its deadline counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnfinishedLate {
    /// It lowers a only.
    QuantityOnly,
    /// It lowers a and is one late occurrence.
    AlsoLate,
}

/// R9: where a line that spans several months counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spanning {
    /// In the month of its deadline.
    DeadlineMonth,
    /// Split over its months by shares.
    ByShares,
}

/// R11: how quarterly scores stand in the twelve-month form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuarterForm {
    /// The quarter's score in each of its months.
    EachMonth,
    /// One row a quarter.
    OneRow,
}

/// What an option means to the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionEffect {
    /// Of R1.
    LateUnit(LateUnit),
    /// Of R2.
    Denominator(Denominator),
    /// Of R3.
    Excess(Excess),
    /// Of R4: the lowest factor, as a number of percent.
    Floor(Decimal),
    /// Of R5.
    CapBase(CapBase),
    /// Of R6.
    CapRounding(CapRounding),
    /// Of R7.
    EmptyMonth(EmptyMonth),
    /// Of R8.
    UnfinishedLate(UnfinishedLate),
    /// Of R9.
    Spanning(Spanning),
    /// Of R10: the printed decimals.
    Decimals(u8),
    /// Of R11.
    QuarterForm(QuarterForm),
}

/// One answer to an open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingOption {
    /// Legal basis of this answer; its name is what a person chooses.
    pub basis: Arc<Basis>,
    /// The reading it answers.
    pub reading: ReadingId,
    /// The option's key within its reading, for example `per_day`.
    pub key: String,
    /// What it means to the program.
    pub effect: OptionEffect,
    /// True for the shipped default.
    pub default: bool,
}

/// One open question with its answers, of which exactly one is the default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Legal basis of the question; its name is the question.
    pub basis: Arc<Basis>,
    /// Which.
    pub id: ReadingId,
    /// The answers in order.
    pub options: Vec<ReadingOption>,
}

impl Reading {
    /// The question as people read it.
    #[must_use]
    pub fn question(&self) -> &Wording {
        &self.basis.name
    }

    /// The option that holds when the agency has chosen nothing.
    #[must_use]
    pub fn default_option(&self) -> &ReadingOption {
        let found = self.options.iter().find(|option| option.default);
        found.expect("the loader refuses a reading without exactly one default")
    }

    /// The option a stored key stands for; `slabs:5=25;*=100` is the slab option with the
    /// agency's own slabs.
    #[must_use]
    pub fn option(&self, key: &str) -> Option<ReadingOption> {
        let (name, own_slabs) = match key.split_once(':') {
            Some((name, own)) => (name, Some(own)),
            None => (key, None),
        };
        let mut option = self.options.iter().find(|o| o.key == name)?.clone();
        if let Some(own) = own_slabs {
            let OptionEffect::LateUnit(LateUnit::Slabs(slabs)) = &mut option.effect else {
                return None;
            };
            *slabs = Slabs::parse(own)?;
            option.key = format!("{name}:{slabs}");
        }
        Some(option)
    }
}

pub(super) fn read_questions(file: &mut DataFile) -> Vec<Reading> {
    file.read("reading", |entry| {
        let (basis, id) = (entry.basis(), reading_id(entry, "key"));
        Some(Reading {
            basis: basis?,
            id: id?,
            options: Vec::new(),
        })
    })
}

pub(super) fn read_options(file: &mut DataFile) -> Vec<ReadingOption> {
    file.read("option", |entry| {
        let (basis, reading) = (entry.basis(), reading_id(entry, "reading"));
        let (key, default) = (entry.text("option"), entry.flag("default"));
        let (reading, key) = (reading?, key?);
        let effect = effect(entry, reading, &key);
        Some(ReadingOption {
            basis: basis?,
            reading,
            key,
            effect: effect?,
            default: default?,
        })
    })
}

fn reading_id(entry: &Entry, key: &str) -> Option<ReadingId> {
    let words: Vec<(&str, ReadingId)> = ReadingId::ALL.iter().map(|id| (id.key(), *id)).collect();
    entry.word(key, &words)
}

fn effect(entry: &Entry, reading: ReadingId, key: &str) -> Option<OptionEffect> {
    let effect = match (reading, key) {
        (ReadingId::R1, "per_occurrence") => OptionEffect::LateUnit(LateUnit::PerOccurrence),
        (ReadingId::R1, "per_day") => OptionEffect::LateUnit(LateUnit::PerDay),
        (ReadingId::R1, "per_working_day") => OptionEffect::LateUnit(LateUnit::PerWorkingDay),
        (ReadingId::R1, "slabs") => OptionEffect::LateUnit(LateUnit::Slabs(slabs(entry)?)),
        (ReadingId::R2, "assigned") => OptionEffect::Denominator(Denominator::Assigned),
        (ReadingId::R2, "completed") => OptionEffect::Denominator(Denominator::Completed),
        (ReadingId::R3, "keep") => OptionEffect::Excess(Excess::Keep),
        (ReadingId::R3, "cap_each") => OptionEffect::Excess(Excess::CapEach),
        (ReadingId::R3, "cap_result") => OptionEffect::Excess(Excess::CapResult),
        (ReadingId::R4, "floor") => OptionEffect::Floor(entry.decimal("lowest")?),
        (ReadingId::R5, "final_good") => OptionEffect::CapBase(CapBase::FinalGood),
        (ReadingId::R5, "original_good") => OptionEffect::CapBase(CapBase::OriginalGood),
        (ReadingId::R5, "good_and_above") => OptionEffect::CapBase(CapBase::GoodAndAbove),
        (ReadingId::R6, "down") => OptionEffect::CapRounding(CapRounding::Down),
        (ReadingId::R6, "nearest") => OptionEffect::CapRounding(CapRounding::Nearest),
        (ReadingId::R6, "at_least_one") => OptionEffect::CapRounding(CapRounding::AtLeastOne),
        (ReadingId::R7, "left_out") => OptionEffect::EmptyMonth(EmptyMonth::LeftOut),
        (ReadingId::R7, "asks") => OptionEffect::EmptyMonth(EmptyMonth::Asks),
        (ReadingId::R8, "quantity_only") => {
            OptionEffect::UnfinishedLate(UnfinishedLate::QuantityOnly)
        }
        (ReadingId::R8, "also_late") => OptionEffect::UnfinishedLate(UnfinishedLate::AlsoLate),
        (ReadingId::R9, "deadline_month") => OptionEffect::Spanning(Spanning::DeadlineMonth),
        (ReadingId::R9, "by_shares") => OptionEffect::Spanning(Spanning::ByShares),
        (ReadingId::R10, _) => OptionEffect::Decimals(decimals(entry, key)?),
        (ReadingId::R11, "quarter_each_month") => OptionEffect::QuarterForm(QuarterForm::EachMonth),
        (ReadingId::R11, "one_row") => OptionEffect::QuarterForm(QuarterForm::OneRow),
        _ => return unknown(entry, key),
    };
    Some(effect)
}

fn slabs(entry: &Entry) -> Option<Slabs> {
    let text = entry.text("slabs")?;
    let read = Slabs::parse(&text);
    if read.is_none() {
        entry.fault(FaultReason::UnknownWord {
            key: "slabs".to_owned(),
            word: text,
        });
    }
    read
}

fn decimals(entry: &Entry, key: &str) -> Option<u8> {
    key.parse().ok().or_else(|| unknown(entry, key))
}

fn unknown<T>(entry: &Entry, key: &str) -> Option<T> {
    entry.fault(FaultReason::UnknownWord {
        key: "option".to_owned(),
        word: key.to_owned(),
    });
    None
}
