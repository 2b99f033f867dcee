//! How a domain value becomes its stored form and comes back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::domain::{Day, Decimal, EventId, Exact};

/// Why a stored form is no domain value.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordError {
    /// No such day.
    #[error("{0} days after 1970-01-01 is not a day")]
    Day(i32),
    /// No such month, quarter or half-year.
    #[error("part {number} of {year} is not a period")]
    Period {
        /// The year.
        year: u16,
        /// The part of it.
        number: u8,
    },
    /// Not an exact number.
    #[error("{0:?} is not an exact number")]
    Exact(String),
}

/// A domain value with a stored form.
pub trait Stored: Sized {
    /// The stored form.
    type Form: Serialize + DeserializeOwned + std::fmt::Debug + Clone + PartialEq + Eq;

    /// The form to store.
    fn to_form(&self) -> Self::Form;

    /// The value stored.
    ///
    /// # Errors
    /// [`RecordError`] when the form holds what no value can be.
    fn from_form(form: Self::Form) -> Result<Self, RecordError>;
}

/// Types stored as they are.
macro_rules! stored_as_is {
    ($($type:ty),+) => {$(
        impl Stored for $type {
            type Form = Self;

            fn to_form(&self) -> Self {
                self.clone()
            }

            fn from_form(form: Self) -> Result<Self, RecordError> {
                Ok(form)
            }
        }
    )+};
}

stored_as_is!(String, bool, u8, u16, u32, u64);

impl<T: Stored> Stored for Option<T> {
    type Form = Option<T::Form>;

    fn to_form(&self) -> Self::Form {
        self.as_ref().map(T::to_form)
    }

    fn from_form(form: Self::Form) -> Result<Self, RecordError> {
        form.map(T::from_form).transpose()
    }
}

impl<T: Stored> Stored for Vec<T> {
    type Form = Vec<T::Form>;

    fn to_form(&self) -> Self::Form {
        self.iter().map(T::to_form).collect()
    }

    fn from_form(form: Self::Form) -> Result<Self, RecordError> {
        form.into_iter().map(T::from_form).collect()
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    type Form = (A::Form, B::Form);

    fn to_form(&self) -> Self::Form {
        (self.0.to_form(), self.1.to_form())
    }

    fn from_form(form: Self::Form) -> Result<Self, RecordError> {
        Ok((A::from_form(form.0)?, B::from_form(form.1)?))
    }
}

/// Days since 1970-01-01.
impl Stored for Day {
    type Form = i32;

    fn to_form(&self) -> i32 {
        self.to_epoch_days()
    }

    fn from_form(form: i32) -> Result<Self, RecordError> {
        Self::from_epoch_days(form).ok_or(RecordError::Day(form))
    }
}

/// Millionths.
impl Stored for Decimal {
    type Form = i64;

    fn to_form(&self) -> i64 {
        self.millionths()
    }

    fn from_form(form: i64) -> Result<Self, RecordError> {
        Ok(Self::from_millionths(form))
    }
}

/// `n` or `n/d` in lowest terms.
impl Stored for Exact {
    type Form = String;

    fn to_form(&self) -> String {
        self.reduced().to_string()
    }

    fn from_form(form: String) -> Result<Self, RecordError> {
        Self::parse(&form).map_err(|_| RecordError::Exact(form))
    }
}

/// Its number.
impl Stored for EventId {
    type Form = u32;

    fn to_form(&self) -> u32 {
        self.0
    }

    fn from_form(form: u32) -> Result<Self, RecordError> {
        Ok(Self(form))
    }
}

/// Identifiers are stored as their numbers.
macro_rules! stored_ids {
    ($($id:ident),+ $(,)?) => {$(
        impl Stored for crate::domain::$id {
            type Form = u32;

            fn to_form(&self) -> u32 {
                self.0
            }

            fn from_form(form: u32) -> Result<Self, RecordError> {
                Ok(Self(form))
            }
        }
    )+};
}

stored_ids!(
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

/// The mirror of a struct: the same fields, each in its stored form.
///
/// A field the domain type gains does not compile here until it is stored.
macro_rules! stored_struct {
    ($($(#[$doc:meta])* $form:ident for $domain:ident { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs, reason = "the fields are those of the domain type")]
        pub struct $form {
            $(pub $field: <$type as $crate::store::records::Stored>::Form,)*
        }

        impl $crate::store::records::Stored for $crate::domain::$domain {
            type Form = $form;

            fn to_form(&self) -> $form {
                $form { $($field: self.$field.to_form(),)* }
            }

            fn from_form(form: $form) -> Result<Self, $crate::store::records::RecordError> {
                Ok(Self {
                    $($field: <$type as $crate::store::records::Stored>::from_form(form.$field)?,)*
                })
            }
        }
    )+};
}

/// The mirror of an enum: the same variants, in an order that is only ever appended to.
macro_rules! stored_enum {
    ($($(#[$doc:meta])* $form:ident for $($domain:ident)::+ { $(
        $variant:ident $(($($part:ident: $ptype:ty),*))? $({ $($field:ident: $ftype:ty),+ $(,)? })?
    ),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs, reason = "the variants are those of the domain type")]
        pub enum $form {
            $($variant
                $(($(<$ptype as $crate::store::records::Stored>::Form),*))?
                $({ $($field: <$ftype as $crate::store::records::Stored>::Form),+ })?
            ,)+
        }

        impl $crate::store::records::Stored for $crate::$($domain)::+ {
            type Form = $form;

            fn to_form(&self) -> $form {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),+ })? => $form::$variant
                        $(($($part.to_form()),*))?
                        $({ $($field: $field.to_form()),+ })?,)+
                }
            }

            fn from_form(form: $form) -> Result<Self, $crate::store::records::RecordError> {
                Ok(match form {
                    $($form::$variant $(($($part),*))? $({ $($field),+ })? => Self::$variant
                        $(($(<$ptype as $crate::store::records::Stored>::from_form($part)?),*))?
                        $({ $($field: <$ftype as $crate::store::records::Stored>::from_form($field)?),+ })?,)+
                })
            }
        }
    )+};
}

pub(super) use {stored_enum, stored_struct};
