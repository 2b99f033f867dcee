//! The readings an agency scores with on a day: its own choices over the shipped defaults.

use super::reading::{
    CapBase, CapRounding, Denominator, EmptyMonth, Excess, LateUnit, OptionEffect, QuarterForm,
    Reading, ReadingId, ReadingOption, Spanning, UnfinishedLate,
};
use crate::domain::{Day, Decimal, ReadingChoice};

/// One option for each reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenReadings {
    options: Vec<ReadingOption>,
}

/// Why a stored choice was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingFinding {
    /// No reading has this key.
    UnknownReading {
        /// The stored key.
        reading: String,
    },
    /// The reading has no such option.
    UnknownOption {
        /// The reading.
        reading: ReadingId,
        /// The stored key.
        option: String,
    },
}

macro_rules! chosen {
    ($($(#[$doc:meta])* $name:ident: $id:ident, $effect:ident -> $type:ty;)+) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> $type {
            match &self.option(ReadingId::$id).effect {
                OptionEffect::$effect(value) => value.clone(),
                _ => unreachable!("the loader gives every option the effect of its reading"),
            }
        }
    )+};
}

impl ChosenReadings {
    /// The defaults, replaced by the choices in force on the day.
    ///
    /// Of several choices for one reading the one that came into force last counts, of
    /// those the last in the list. Choices that cannot be understood are passed over and
    /// returned as findings.
    pub(super) fn resolve(
        readings: &[Reading],
        choices: &[ReadingChoice],
        day: Day,
    ) -> (Self, Vec<ReadingFinding>) {
        let mut findings = Vec::new();
        let mut in_force: Vec<&ReadingChoice> =
            choices.iter().filter(|c| c.span.contains(day)).collect();
        in_force.sort_by_key(|choice| choice.span.from);
        for choice in &in_force {
            if ReadingId::parse(&choice.reading).is_none() {
                let reading = choice.reading.clone();
                findings.push(ReadingFinding::UnknownReading { reading });
            }
        }
        let mut options = Vec::with_capacity(readings.len());
        for reading in readings {
            let mine = in_force.iter().filter(|c| c.reading == reading.id.key());
            let mut chosen = reading.default_option().clone();
            for choice in mine {
                match reading.option(&choice.option) {
                    Some(option) => chosen = option,
                    None => findings.push(ReadingFinding::UnknownOption {
                        reading: reading.id,
                        option: choice.option.clone(),
                    }),
                }
            }
            options.push(chosen);
        }
        (Self { options }, findings)
    }

    /// The chosen option of one reading, with its basis.
    #[must_use]
    pub fn option(&self, id: ReadingId) -> &ReadingOption {
        let found = self.options.iter().find(|option| option.reading == id);
        found.expect("the loader refuses rules without all readings")
    }

    /// The chosen options in order of the readings.
    pub fn iter(&self) -> impl Iterator<Item = &ReadingOption> {
        self.options.iter()
    }

    chosen! {
        /// R1.
        late_unit: R1, LateUnit -> LateUnit;
        /// R2.
        denominator: R2, Denominator -> Denominator;
        /// R3.
        excess: R3, Excess -> Excess;
        /// R4: lowest quality and schedule factor in percent.
        floor: R4, Floor -> Decimal;
        /// R5.
        cap_base: R5, CapBase -> CapBase;
        /// R6.
        cap_rounding: R6, CapRounding -> CapRounding;
        /// R7.
        empty_month: R7, EmptyMonth -> EmptyMonth;
        /// R8.
        unfinished_late: R8, UnfinishedLate -> UnfinishedLate;
        /// R9.
        spanning: R9, Spanning -> Spanning;
        /// R10.
        decimals: R10, Decimals -> u8;
        /// R11.
        quarter_form: R11, QuarterForm -> QuarterForm;
    }
}
