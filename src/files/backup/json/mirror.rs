//! How a domain value becomes JSON and comes back.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::domain::{Day, Decimal, EventId, Exact, LineId, LinePoints, Month, Period};

/// Why a JSON value is no value of the field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} cannot be")]
pub struct JsonError(pub String);

/// A domain value with a JSON form.
pub trait Json: Sized {
    /// The JSON form.
    type Form: Serialize + DeserializeOwned + Absent;

    /// The form to write.
    fn to_form(&self) -> Self::Form;

    /// The value written.
    ///
    /// # Errors
    /// [`JsonError`] with the text that cannot be.
    fn from_form(form: Self::Form) -> Result<Self, JsonError>;
}

/// What may be left out of an object.
pub trait Absent {
    /// True when there is nothing to write.
    fn absent(&self) -> bool {
        false
    }
}

impl Absent for i64 {}

impl<T> Absent for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {}
impl<K, V> Absent for BTreeMap<K, V> {}
impl<A, B> Absent for (A, B) {}

macro_rules! as_is {
    ($($type:ty),+) => {$(
        impl Absent for $type {}

        impl Json for $type {
            type Form = Self;

            fn to_form(&self) -> Self {
                self.clone()
            }

            fn from_form(form: Self) -> Result<Self, JsonError> {
                Ok(form)
            }
        }
    )+};
}

as_is!(String, bool, u8, u16, u32, u64);

/// Values written as the text they are read from.
macro_rules! as_text {
    ($($(#[$doc:meta])* $type:ty => $parse:expr;)+) => {$(
        $(#[$doc])*
        impl Json for $type {
            type Form = String;

            fn to_form(&self) -> String {
                self.to_string()
            }

            fn from_form(form: String) -> Result<Self, JsonError> {
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(&form).ok_or(JsonError(form))
            }
        }
    )+};
}

as_text! {
    /// `2026-08-31`
    Day => |text| text.parse().ok();
    /// `12.5`
    Decimal => |text| Self::parse(text).ok();
    /// `n` or `n/d`
    Exact => |text| Self::parse(text).ok();
    /// `II.3`
    LineId => Self::parse;
    /// `2026-08`, `2026-Q3`, `2026-H1`, `2026`
    Period => |text| Self::parse(text).ok();
    /// `2026-08`
    Month => |text| match Period::parse(text) {
        Ok(Period::Month(month)) => Some(month),
        _ => None,
    };
}

macro_rules! as_number {
    ($($id:ident),+ $(,)?) => {$(
        impl Json for crate::domain::$id {
            type Form = u32;

            fn to_form(&self) -> u32 {
                self.0
            }

            fn from_form(form: u32) -> Result<Self, JsonError> {
                Ok(Self(form))
            }
        }
    )+};
}

as_number!(
    OfficialId,
    UnitId,
    PositionId,
    GroupId,
    AbsenceId,
    CatalogueId,
    ProductId,
    AssignmentId,
    ComplaintId,
    DisciplineId,
    ConclusionId,
    DecisionId,
    ReadingChoiceId,
    CalendarEditId,
    IncidentId,
    LocalRulesId,
    ClockChoiceId,
);

impl Json for EventId {
    type Form = u32;

    fn to_form(&self) -> u32 {
        self.0
    }

    fn from_form(form: u32) -> Result<Self, JsonError> {
        Ok(Self(form))
    }
}

/// `{ "I.1": "4.5" }`
impl Json for LinePoints {
    type Form = BTreeMap<String, String>;

    fn to_form(&self) -> Self::Form {
        self.iter()
            .map(|(line, points)| (line.to_form(), points.to_form()))
            .collect()
    }

    fn from_form(form: Self::Form) -> Result<Self, JsonError> {
        form.into_iter()
            .map(|(line, points)| Ok((LineId::from_form(line)?, Decimal::from_form(points)?)))
            .collect()
    }
}

impl<T: Json> Json for Option<T> {
    type Form = Option<T::Form>;

    fn to_form(&self) -> Self::Form {
        self.as_ref().map(T::to_form)
    }

    fn from_form(form: Self::Form) -> Result<Self, JsonError> {
        form.map(T::from_form).transpose()
    }
}

impl<T: Json> Json for Vec<T> {
    type Form = Vec<T::Form>;

    fn to_form(&self) -> Self::Form {
        self.iter().map(T::to_form).collect()
    }

    fn from_form(form: Self::Form) -> Result<Self, JsonError> {
        form.into_iter().map(T::from_form).collect()
    }
}

impl<A: Json, B: Json> Json for (A, B) {
    type Form = (A::Form, B::Form);

    fn to_form(&self) -> Self::Form {
        (self.0.to_form(), self.1.to_form())
    }

    fn from_form(form: Self::Form) -> Result<Self, JsonError> {
        Ok((A::from_form(form.0)?, B::from_form(form.1)?))
    }
}

/// The JSON object of a struct: the same fields; empty ones are left out, others refused.
macro_rules! json_struct {
    ($($(#[$doc:meta])* $form:ident for $domain:ident { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "the fields are those of the domain type")]
        pub struct $form {
            $(
                #[serde(skip_serializing_if = "crate::files::backup::json::mirror::Absent::absent")]
                pub $field: <$type as $crate::files::backup::json::Json>::Form,
            )*
        }

        impl $crate::files::backup::json::mirror::Absent for $form {}

        impl $crate::files::backup::json::Json for $crate::domain::$domain {
            type Form = $form;

            fn to_form(&self) -> $form {
                $form { $($field: $crate::files::backup::json::Json::to_form(&self.$field),)* }
            }

            fn from_form(form: $form) -> Result<Self, $crate::files::backup::json::JsonError> {
                Ok(Self {
                    $($field: <$type as $crate::files::backup::json::Json>::from_form(form.$field)?,)*
                })
            }
        }
    )+};
}

/// The JSON of an enum: a word, or an object with the word as its only name.
macro_rules! json_enum {
    ($($(#[$doc:meta])* $form:ident for $($domain:ident)::+ { $(
        $variant:ident $(($($part:ident: $ptype:ty),*))? $({ $($field:ident: $ftype:ty),+ $(,)? })?
    ),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[allow(missing_docs, reason = "the variants are those of the domain type")]
        pub enum $form {
            $($variant
                $(($(<$ptype as $crate::files::backup::json::Json>::Form),*))?
                $({ $(
                    #[serde(skip_serializing_if = "crate::files::backup::json::mirror::Absent::absent")]
                    $field: <$ftype as $crate::files::backup::json::Json>::Form
                ),+ })?
            ,)+
        }

        impl $crate::files::backup::json::mirror::Absent for $form {}

        impl $crate::files::backup::json::Json for $crate::$($domain)::+ {
            type Form = $form;

            fn to_form(&self) -> $form {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),+ })? => $form::$variant
                        $(($($crate::files::backup::json::Json::to_form($part)),*))?
                        $({ $($field: $crate::files::backup::json::Json::to_form($field)),+ })?,)+
                }
            }

            fn from_form(form: $form) -> Result<Self, $crate::files::backup::json::JsonError> {
                Ok(match form {
                    $($form::$variant $(($($part),*))? $({ $($field),+ })? => Self::$variant
                        $(($(<$ptype as $crate::files::backup::json::Json>::from_form($part)?),*))?
                        $({ $($field: <$ftype as $crate::files::backup::json::Json>::from_form($field)?),+ })?,)+
                })
            }
        }
    )+};
}

pub(super) use {json_enum, json_struct};
