//! Complaints and reports about conduct, from receipt to conclusion.

use super::{AssignmentId, Day, OfficialId, UnitId};

/// One complaint, report, denunciation or petition.
///
/// The complainant's identity has no field: a file number is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Number in the agency's register.
    pub number: String,
    /// Day of receipt.
    pub received: Day,
    /// How it came in.
    pub channel: String,
    /// Key of the directive's criterion, for example `CT.9`; nothing while undetermined.
    pub criterion: Option<String>,
    /// Key of the kind of procedure in the rules: `khieu-nai`, `to-cao`, `phan-anh`, `kien-nghi`.
    pub procedure: Option<String>,
    /// Whom it is about.
    pub official: Option<OfficialId>,
    /// Which unit it is about.
    pub unit: Option<UnitId>,
    /// Which task it is about.
    pub assignment: Option<AssignmentId>,
    /// Dossier number.
    pub dossier: Option<String>,
    /// What it says, without names.
    pub summary: String,
    /// Its path, in order.
    pub steps: Vec<ComplaintStep>,
    /// Decisions on an effect on the general criteria.
    pub effects: Vec<ComplaintEffect>,
}

/// One dated step of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintStep {
    /// When.
    pub on: Day,
    /// The state reached.
    pub state: ComplaintState,
    /// Who acted.
    pub actor: Option<String>,
    /// With what document.
    pub document: Option<String>,
    /// Free note.
    pub note: Option<String>,
}

/// Where a complaint stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComplaintState {
    /// Received, nothing decided.
    Received,
    /// Accepted for handling.
    Accepted,
    /// Not accepted.
    Refused,
    /// Sent on to the competent body.
    Forwarded,
    /// Being verified.
    Verifying,
    /// Concluded.
    Concluded(Conclusion),
    /// Followed up and closed.
    Closed,
}

/// What a conclusion found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conclusion {
    /// Right.
    Substantiated,
    /// Partly right.
    PartlySubstantiated,
    /// Wrong.
    Unfounded,
    /// Taken back by the complainant.
    Withdrawn,
    /// Cannot be established.
    NotEstablished,
}

impl Conclusion {
    /// True when it may bear on a score, by a recorded decision.
    #[must_use]
    pub const fn may_count(self) -> bool {
        matches!(self, Self::Substantiated | Self::PartlySubstantiated)
    }
}

/// A recorded human decision on a complaint's effect on one line of the general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintEffect {
    /// The line, for example `I.1`.
    pub line: super::LineId,
    /// The month it bears on.
    pub month: super::Month,
    /// Points proposed to take off.
    pub points: super::Decimal,
    /// True when taken, false when declined.
    pub taken: bool,
    /// Who decided.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When.
    pub on: Day,
}

impl Complaint {
    /// The state reached last; `Received` when no step is recorded.
    #[must_use]
    pub fn state(&self) -> ComplaintState {
        self.steps
            .last()
            .map_or(ComplaintState::Received, |step| step.state)
    }

    /// The decisions on an effect that no later one on the same line and month replaces.
    pub fn effects_in_force(&self) -> impl Iterator<Item = &ComplaintEffect> {
        let replaced = |at: usize, effect: &ComplaintEffect| {
            self.effects[at + 1..]
                .iter()
                .any(|later| later.line == effect.line && later.month == effect.month)
        };
        let all = self.effects.iter().enumerate();
        all.filter(move |(at, effect)| !replaced(*at, effect))
            .map(|(_, effect)| effect)
    }

    /// The latest conclusion, with its day.
    #[must_use]
    pub fn conclusion(&self) -> Option<(Conclusion, Day)> {
        self.steps.iter().rev().find_map(|step| match step.state {
            ComplaintState::Concluded(conclusion) => Some((conclusion, step.on)),
            _ => None,
        })
    }
}
