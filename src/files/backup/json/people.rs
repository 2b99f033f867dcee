//! The JSON of the agency, its units, its people and their positions.

use super::mirror::{json_enum, json_struct};
use crate::domain::{
    AbsenceKind, Class, Day, Decimal, GroupId, OfficialId, Role, Span, Tracking, UnitId,
};

json_struct! {
    /// Days from the first to the last.
    SpanJson for Span { from: Day, to: Option<Day> }
    /// The agency.
    AgencyJson for Agency {
        name: String,
        superior: String,
        place: String,
        signer_title: String,
        tracking: Tracking,
        sample: bool,
    }
    /// A unit.
    UnitJson for Unit { name: String, code: Option<String>, parent: Option<UnitId> }
    /// A group of similar duties.
    DutyGroupJson for DutyGroup { name: String }
    /// A unit's own year.
    UnitYearJson for UnitYear {
        score: Option<Decimal>,
        class: Option<Class>,
        document: Option<String>,
        decided_on: Option<Day>,
        raised_cap: bool,
        raised_cap_document: Option<String>,
    }
    /// A civil servant.
    OfficialJson for Official {
        name: String,
        code: Option<String>,
        born: Option<Day>,
        note: Option<String>,
    }
    /// A dated position.
    PositionJson for Position {
        official: OfficialId,
        unit: UnitId,
        role: Role,
        title: String,
        group: Option<GroupId>,
        span: Span,
    }
    /// An absence.
    AbsenceJson for Absence {
        official: OfficialId,
        kind: AbsenceKind,
        span: Span,
        document: Option<String>,
    }
}

json_enum! {
    /// The rhythm of follow-up.
    TrackingJson for domain::Tracking { Monthly, Quarterly }
    /// What a position is to the decree.
    RoleJson for domain::Role { Head, Deputy, Staff, Support }
    /// Why an official was away.
    AbsenceKindJson for domain::AbsenceKind { Sick, Maternity, Unpaid, Other }
    /// A class.
    ClassJson for domain::Class { Excellent, Good, Completed, NotCompleted }
}
