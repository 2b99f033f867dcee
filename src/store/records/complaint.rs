//! Stored forms of complaints.

use super::mirror::{stored_enum, stored_struct};
use crate::domain::{
    AssignmentId, ComplaintId, ComplaintState, ComplaintStep, Conclusion, Day, Decimal,
    IncidentReview, LineEffect, LineId, Month, OfficialId, UnitId,
};

stored_struct! {
    /// A complaint.
    ComplaintRecord for Complaint {
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
    ComplaintStepRecord for ComplaintStep {
        on: Day,
        state: ComplaintState,
        actor: Option<String>,
        document: Option<String>,
        note: Option<String>,
    }
    /// A decision on an effect.
    LineEffectRecord for LineEffect {
        line: LineId,
        month: Month,
        points: Decimal,
        taken: bool,
        by: String,
        reason: String,
        on: Day,
    }
    /// Who made a complaint.
    ComplainantRecord for Complainant { name: String, contact: Option<String> }
    /// What bears on a complaint's time limits.
    GroundsRecord for Grounds { second: bool, remote: bool }
    /// An incident.
    IncidentRecord for Incident {
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
    IncidentReviewRecord for IncidentReview {
        confirmed: bool,
        by: String,
        on: Day,
        document: Option<String>,
    }
}

stored_enum! {
    /// Where a complaint stands.
    ComplaintStateRecord for domain::ComplaintState {
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
    ConclusionRecord for domain::Conclusion {
        Substantiated,
        PartlySubstantiated,
        Unfounded,
        Withdrawn,
        NotEstablished,
    }
}
