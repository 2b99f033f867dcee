//! How nouns travel inside the shapes that go between page and worker.
//!
//! Domain types carry no serialisation of their own; the shapes of `files` name these
//! stand-ins with `#[serde(with = …)]`.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain as d;
use crate::text;

/// [`d::Decimal`] as millionths.
pub mod decimal {
    use super::{Deserialize, Deserializer, Serialize, Serializer, d};

    /// Writes it.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &d::Decimal, to: S) -> Result<S::Ok, S::Error> {
        value.millionths().serialize(to)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<d::Decimal, D::Error> {
        i64::deserialize(from).map(d::Decimal::from_millionths)
    }
}

/// An optional [`d::Decimal`] as millionths.
pub mod some_decimal {
    use super::{Deserialize, Deserializer, Serialize, Serializer, d};

    /// Writes it.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &Option<d::Decimal>, to: S) -> Result<S::Ok, S::Error> {
        value.map(d::Decimal::millionths).serialize(to)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<d::Decimal>, D::Error> {
        Ok(Option::<i64>::deserialize(from)?.map(d::Decimal::from_millionths))
    }
}

/// [`d::Day`] as the number of days since the common era.
pub mod day {
    use chrono::Datelike as _;

    use super::{Deserialize, Deserializer, Serialize, Serializer, d, de};

    /// Writes it.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &d::Day, to: S) -> Result<S::Ok, S::Error> {
        value.num_days_from_ce().serialize(to)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Those of the deserializer, or a number that is no day.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<d::Day, D::Error> {
        let number = i32::deserialize(from)?;
        d::Day::from_num_days_from_ce_opt(number).ok_or_else(|| de::Error::custom("not a day"))
    }
}

/// [`d::LineId`] as section and line.
pub mod line {
    use super::{Deserialize, Deserializer, Serialize, Serializer, d};

    /// Writes it.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &d::LineId, to: S) -> Result<S::Ok, S::Error> {
        (value.section, value.line).serialize(to)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<d::LineId, D::Error> {
        let (section, line) = Deserialize::deserialize(from)?;
        Ok(d::LineId { section, line })
    }
}

/// [`d::Role`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "d::Role")]
#[allow(missing_docs, reason = "the variants are those of the noun")]
pub enum RoleWire {
    Head,
    Deputy,
    Staff,
    Support,
}

/// [`d::Origin`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "d::Origin")]
#[allow(missing_docs, reason = "the variants are those of the noun")]
pub enum OriginWire {
    Planned,
    TakenOver,
    Unplanned,
}

/// [`d::Conclusion`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "d::Conclusion")]
#[allow(missing_docs, reason = "the variants are those of the noun")]
pub enum ConclusionWire {
    Substantiated,
    PartlySubstantiated,
    Unfounded,
    Withdrawn,
    NotEstablished,
}

/// [`text::WrittenPeriod`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "text::WrittenPeriod")]
#[allow(missing_docs, reason = "the variants are those of the period")]
pub enum WrittenPeriodWire {
    Month { year: i32, month: u32 },
    Quarter { year: i32, quarter: u32 },
}
