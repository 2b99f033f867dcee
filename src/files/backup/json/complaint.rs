//! The JSON of complaints.

use super::mirror::{json_enum, json_struct};
use crate::domain::{
    AssignmentId, ComplaintEffect, ComplaintState, ComplaintStep, Conclusion, Day, Decimal, LineId,
    Month, OfficialId, UnitId,
};

json_struct! {
    /// A complaint.
    ComplaintJson for Complaint {
        number: String,
        received: Day,
        channel: String,
        criterion: Option<String>,
        procedure: Option<String>,
        official: Option<OfficialId>,
        unit: Option<UnitId>,
        assignment: Option<AssignmentId>,
        dossier: Option<String>,
        summary: String,
        steps: Vec<ComplaintStep>,
        effects: Vec<ComplaintEffect>,
    }
    /// One step of a complaint.
    ComplaintStepJson for ComplaintStep {
        on: Day,
        state: ComplaintState,
        actor: Option<String>,
        document: Option<String>,
        note: Option<String>,
    }
    /// A decision on an effect.
    ComplaintEffectJson for ComplaintEffect {
        line: LineId,
        month: Month,
        points: Decimal,
        taken: bool,
        by: String,
        reason: String,
        on: Day,
    }
}

json_enum! {
    /// Where a complaint stands.
    ComplaintStateJson for domain::ComplaintState {
        Received,
        Accepted,
        Refused,
        Forwarded,
        Verifying,
        Concluded(conclusion: Conclusion),
        Closed,
    }
    /// What a conclusion found.
    ConclusionJson for domain::Conclusion {
        Substantiated,
        PartlySubstantiated,
        Unfounded,
        Withdrawn,
        NotEstablished,
    }
}
