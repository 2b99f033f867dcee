//! Incidents: light records for the directive's criteria that no register measures.

use super::{AssignmentId, Day, LineEffect, OfficialId, UnitId, complaint};

/// Something seen that bears on a criterion of the directive: avoiding, pushing off, office
/// culture, direction not followed, coordination late, work outside one's lead.
///
/// Unconfirmed it counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// The day it happened.
    pub on: Day,
    /// Key of the directive's criterion, for example `CT.5`.
    pub criterion: String,
    /// Whom it is about.
    pub official: Option<OfficialId>,
    /// Which unit it is about.
    pub unit: Option<UnitId>,
    /// Which task it is about.
    pub assignment: Option<AssignmentId>,
    /// What happened.
    pub summary: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// What proves it: a document, a record, a picture's number.
    pub evidence: Option<String>,
    /// What the official says about it.
    pub explanation: Option<String>,
    /// What the competent person found, in order: the last review holds. Empty while it is open.
    pub reviews: Vec<IncidentReview>,
    /// Decisions on an effect on the general criteria.
    pub effects: Vec<LineEffect>,
}

/// What became of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentReview {
    /// True when it is confirmed, false when it is dismissed.
    pub confirmed: bool,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Day,
    /// With what document.
    pub document: Option<String>,
}

impl Incident {
    /// The review in force: the last one; nothing while it is open.
    #[must_use]
    pub fn review(&self) -> Option<&IncidentReview> {
        self.reviews.last()
    }

    /// True once the competent person confirmed it and did not dismiss it since.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.review().is_some_and(|review| review.confirmed)
    }

    /// The decisions on an effect that no later one on the same line and month replaces.
    pub fn effects_in_force(&self) -> impl Iterator<Item = &LineEffect> {
        complaint::in_force(&self.effects)
    }
}
