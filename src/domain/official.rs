//! Civil servants and the dated positions they hold.

use super::{Day, GroupId, OfficialId, Span, UnitId};

/// A civil servant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Official {
    /// Full name as written, NFC. Never a key.
    pub name: String,
    /// The agency's own staff code, if any.
    pub code: Option<String>,
    /// Day of birth, if recorded; tells namesakes apart.
    pub born: Option<Day>,
    /// Free note.
    pub note: Option<String>,
}

/// What the holder of a position is to the decree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Head of a unit or agency.
    Head,
    /// Deputy of a head.
    Deputy,
    /// Civil servant without leadership duty.
    Staff,
    /// Driver, guard, reception and the like.
    Support,
}

impl Role {
    /// True for heads and deputies, who are also scored on d, đ, e (Điều 15.3, 15.4).
    #[must_use]
    pub const fn leads(self) -> bool {
        matches!(self, Self::Head | Self::Deputy)
    }
}

/// One position an official holds or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Who.
    pub official: OfficialId,
    /// Where.
    pub unit: UnitId,
    /// What kind.
    pub role: Role,
    /// Title as printed, for example "Chuyên viên".
    pub title: String,
    /// Group of similar duties, if assigned.
    pub group: Option<GroupId>,
    /// When.
    pub span: Span,
}
