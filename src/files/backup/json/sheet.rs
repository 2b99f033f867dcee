//! The JSON of entered points and confirmed periods.

use super::mirror::json_struct;
use crate::domain::{Class, Day, Decimal, Exact, LeadershipAnswer, LinePoints};

json_struct! {
    /// The general criteria.
    GeneralSheetJson for GeneralSheet {
        own: LinePoints,
        authority: LinePoints,
        authority_on: Option<Day>,
        strengths: Option<String>,
        weaknesses: Option<String>,
        comment: Option<String>,
    }
    /// One leadership answer.
    LeadershipAnswerJson for LeadershipAnswer { full: bool, reason: Option<String> }
    /// The leadership answers.
    LeadershipSheetJson for LeadershipSheet {
        unit_result: Option<LeadershipAnswer>,
        organising: Option<LeadershipAnswer>,
        unity: Option<LeadershipAnswer>,
    }
    /// Ratings of a support worker.
    SupportSheetJson for SupportSheet {
        quality: Option<Decimal>,
        compliance: Option<Decimal>,
        effectiveness: Option<Decimal>,
    }
    /// A confirmed period.
    ConfirmationJson for Confirmation {
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
    ForeignScoreJson for ForeignScore { total: Decimal, source: String }
}
