//! Stored forms of entered points and confirmed periods.

use super::mirror::stored_struct;
use super::{RecordError, Stored};
use crate::domain::{Class, Day, Decimal, Exact, LeadershipAnswer, LineId, LinePoints};

stored_struct! {
    /// A line of the general criteria.
    LineIdRecord for LineId { section: u8, line: u8 }
    /// The general criteria.
    GeneralSheetRecord for GeneralSheet {
        own: LinePoints,
        authority: LinePoints,
        authority_on: Option<Day>,
        strengths: Option<String>,
        weaknesses: Option<String>,
        comment: Option<String>,
    }
    /// One leadership answer.
    LeadershipAnswerRecord for LeadershipAnswer { full: bool, reason: Option<String> }
    /// The leadership answers.
    LeadershipSheetRecord for LeadershipSheet {
        unit_result: Option<LeadershipAnswer>,
        organising: Option<LeadershipAnswer>,
        unity: Option<LeadershipAnswer>,
    }
    /// Ratings of a support worker.
    SupportSheetRecord for SupportSheet {
        quality: Option<Decimal>,
        compliance: Option<Decimal>,
        effectiveness: Option<Decimal>,
    }
    /// A confirmed period.
    ConfirmationRecord for Confirmation {
        version: u32,
        on: Day,
        by: String,
        total: Exact,
        general: Exact,
        result: Exact,
        class: Class,
        readings: Vec<(String, String)>,
        unlocked: Option<(Day, String)>,
    }
    /// A score from elsewhere.
    ForeignScoreRecord for ForeignScore { total: Decimal, source: String }
}

/// Lines with their points, in order.
impl Stored for LinePoints {
    type Form = Vec<(LineIdRecord, i64)>;

    fn to_form(&self) -> Self::Form {
        self.iter()
            .map(|(line, points)| (line.to_form(), points.to_form()))
            .collect()
    }

    fn from_form(form: Self::Form) -> Result<Self, RecordError> {
        form.into_iter()
            .map(<(LineId, Decimal)>::from_form)
            .collect()
    }
}
