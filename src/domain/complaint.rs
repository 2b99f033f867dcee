//! Complaints and reports about conduct, from receipt to conclusion.

use super::{AssignmentId, Day, OfficialId, UnitId};

/// One complaint, report, denunciation or petition.
///
/// The complainant's identity has no field here: a file number is enough, and who insists on
/// keeping it keeps it apart as a [`Complainant`].
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
    pub effects: Vec<LineEffect>,
}

impl Complaint {
    /// A complaint of which only its number and its day of receipt are known.
    #[must_use]
    pub const fn new(number: String, received: Day) -> Self {
        Self {
            number,
            received,
            channel: String::new(),
            criterion: None,
            procedure: None,
            official: None,
            unit: None,
            assignment: None,
            dossier: None,
            summary: String::new(),
            steps: Vec::new(),
            effects: Vec::new(),
        }
    }
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
    /// The time limit was extended because the case is complex.
    Extended,
    /// Found to be about the same case as another one, which is followed in its place.
    Linked(super::ComplaintId),
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

impl ComplaintState {
    /// True when nothing is left to settle, unless it is taken up again.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(
            self,
            Self::Refused | Self::Forwarded | Self::Concluded(_) | Self::Closed | Self::Linked(_)
        )
    }
}

impl Conclusion {
    /// True when it may bear on a score, by a recorded decision.
    #[must_use]
    pub const fn may_count(self) -> bool {
        matches!(self, Self::Substantiated | Self::PartlySubstantiated)
    }
}

/// A recorded human decision on what a complaint or an incident takes off one line of the
/// general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineEffect {
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

/// The decisions that no later one on the same line and month replaces.
pub(super) fn in_force(effects: &[LineEffect]) -> impl Iterator<Item = &LineEffect> {
    let replaced = |at: usize, effect: &LineEffect| {
        effects[at + 1..]
            .iter()
            .any(|later| later.line == effect.line && later.month == effect.month)
    };
    let all = effects.iter().enumerate();
    all.filter(move |(at, effect)| !replaced(*at, effect))
        .map(|(_, effect)| effect)
}

/// Who complained, kept apart from the complaint: not needed for anything, in no form, workbook,
/// list or exchange file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complainant {
    /// Name.
    pub name: String,
    /// Address, telephone or mail.
    pub contact: Option<String>,
}

/// What bears on a complaint's time limits besides its procedure. Nothing is kept for a first
/// settlement in an ordinary place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grounds {
    /// True for a second settlement.
    pub second: bool,
    /// True where the place is remote and hard to reach.
    pub remote: bool,
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
    pub fn effects_in_force(&self) -> impl Iterator<Item = &LineEffect> {
        in_force(&self.effects)
    }

    /// The steps since it was taken up last: all of them, or those from the step on that took it
    /// up again after it was settled.
    #[must_use]
    pub fn since_opening(&self) -> &[ComplaintStep] {
        let mut pairs = self.steps.windows(2);
        let again = pairs.rposition(|pair| match pair {
            [before, after] => {
                let open = [ComplaintState::Accepted, ComplaintState::Verifying];
                before.state.is_settled() && open.contains(&after.state)
            }
            _ => false,
        });
        &self.steps[again.map_or(0, |before| before + 1)..]
    }

    /// True when it was settled and taken up again since.
    #[must_use]
    pub fn is_taken_up_again(&self) -> bool {
        self.since_opening().len() < self.steps.len()
    }

    /// How many times its time limit was extended since it was taken up last.
    #[must_use]
    pub fn extensions(&self) -> u32 {
        let extended = |step: &&ComplaintStep| step.state == ComplaintState::Extended;
        let count = self.since_opening().iter().filter(extended).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The complaint followed in place of this one, when it was found to be about the same case.
    #[must_use]
    pub fn linked_to(&self) -> Option<super::ComplaintId> {
        match self.state() {
            ComplaintState::Linked(other) => Some(other),
            _ => None,
        }
    }

    /// True while it may bear on a score by a recorded decision: found right last, wholly or
    /// partly, and not followed under another complaint.
    #[must_use]
    pub fn is_found_right(&self) -> bool {
        let right = |(conclusion, _): (Conclusion, Day)| conclusion.may_count();
        self.linked_to().is_none() && self.conclusion().is_some_and(right)
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
