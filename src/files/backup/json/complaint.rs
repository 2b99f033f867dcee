//! The JSON of complaints.

use super::mirror::{json_enum, json_struct};
use crate::domain::{
    AssignmentId, ComplaintId, ComplaintState, ComplaintStep, Conclusion, Day, Decimal,
    IncidentReview, LineEffect, LineId, Month, OfficialId, UnitId,
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
        effects: Vec<LineEffect>,
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
    LineEffectJson for LineEffect {
        line: LineId,
        month: Month,
        points: Decimal,
        taken: bool,
        by: String,
        reason: String,
        on: Day,
    }
    /// Who made a complaint.
    ComplainantJson for Complainant { name: String, contact: Option<String> }
    /// What bears on a complaint's time limits.
    GroundsJson for Grounds { second: bool, remote: bool }
    /// An incident.
    IncidentJson for Incident {
        on: Day,
        criterion: String,
        official: Option<OfficialId>,
        unit: Option<UnitId>,
        assignment: Option<AssignmentId>,
        summary: String,
        recorded_by: String,
        evidence: Option<String>,
        explanation: Option<String>,
        reviews: Vec<IncidentReview>,
        effects: Vec<LineEffect>,
    }
    /// What became of an incident.
    IncidentReviewJson for IncidentReview {
        confirmed: bool,
        by: String,
        on: Day,
        document: Option<String>,
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
        Extended,
        Linked(complaint: ComplaintId),
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
