//! Identifiers: small numbers given once by the book and never used again.
//!
//! A name, a code or a row number is never a key.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The number as an index into a dense table.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<u32> for $name {
            fn from(value: u32) -> Self {
                Self(value)
            }
        }
    )+};
}

ids! {
    /// One civil servant.
    OfficialId,
    /// One organisation, office or division.
    UnitId,
    /// One dated position of an official.
    PositionId,
    /// One group of civil servants with similar duties (Điều 20.5a).
    GroupId,
    /// One absence.
    AbsenceId,
    /// One catalogue of products and works (Điều 13).
    CatalogueId,
    /// One product or work of a catalogue.
    ProductId,
    /// One assigned task.
    AssignmentId,
    /// One complaint or report.
    ComplaintId,
    /// One disciplinary decision.
    DisciplineId,
    /// One conclusion of an authority that bears on the class (Điều 20.4b, d).
    ConclusionId,
    /// One decision on the class of a year.
    DecisionId,
    /// One choice of a reading of the law.
    ReadingChoiceId,
    /// One edited day of the working calendar.
    CalendarEditId,
    /// One incident.
    IncidentId,
    /// One set of local criteria and tariffs.
    LocalRulesId,
    /// One own length of a time limit for complaints.
    ClockChoiceId,
}

/// The number of an event within the history of one record, in order of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);
