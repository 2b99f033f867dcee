//! Stored forms of the agency, its units, its people and their positions.

use super::mirror::{stored_enum, stored_struct};
use crate::domain::{
    AbsenceKind, Class, Day, Decimal, GroupId, OfficialId, Role, Span, Tracking, UnitId,
};

stored_struct! {
    /// The agency.
    AgencyRecord for Agency {
        name: String,
        superior: String,
        place: String,
        signer_title: String,
        tracking: Tracking,
        sample: bool,
    }
    /// A unit.
    UnitRecord for Unit { name: String, code: Option<String>, parent: Option<UnitId> }
    /// A group of similar duties.
    DutyGroupRecord for DutyGroup { name: String }
    /// A unit's own year.
    UnitYearRecord for UnitYear {
        score: Option<Decimal>,
        class: Option<Class>,
        document: Option<String>,
        decided_on: Option<Day>,
        raised_cap: bool,
        raised_cap_document: Option<String>,
    }
    /// A civil servant.
    OfficialRecord for Official {
        name: String,
        code: Option<String>,
        born: Option<Day>,
        note: Option<String>,
    }
    /// A dated position.
    PositionRecord for Position {
        official: OfficialId,
        unit: UnitId,
        role: Role,
        title: String,
        group: Option<GroupId>,
        span: Span,
    }
    /// An absence.
    AbsenceRecord for Absence {
        official: OfficialId,
        kind: AbsenceKind,
        span: Span,
        document: Option<String>,
    }
}

stored_enum! {
    /// The rhythm of follow-up.
    TrackingRecord for domain::Tracking { Monthly, Quarterly }
    /// What a position is to the decree.
    RoleRecord for domain::Role { Head, Deputy, Staff, Support }
    /// Why an official was away.
    AbsenceKindRecord for domain::AbsenceKind { Sick, Maternity, Unpaid, Other }
    /// A class.
    ClassRecord for domain::Class { Excellent, Good, Completed, NotCompleted }
}
