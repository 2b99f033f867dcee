//! The tables we import and the fields their columns can hold.

use serde::{Deserialize, Serialize};

use crate::domain::LineId;
use crate::files::wire;

/// Which table a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TableKind {
    /// Officials with unit and position.
    Staff,
    /// Products and works with points and coefficient.
    Catalogue,
    /// The general criteria with their greatest points.
    GeneralCriteria,
    /// Assigned tasks.
    Tasks,
    /// Complaints and reports about conduct.
    Complaints,
    /// Incidents recorded for the directive's criteria.
    Incidents,
    /// Points of the general criteria by person and period.
    GeneralScores,
}

/// Whose score a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scorer {
    /// The official themself.
    Own,
    /// The competent authority.
    Authority,
}

/// What a column can hold. A field means the same in every table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// STT.
    Ordinal,
    /// Code of the official.
    PersonCode,
    /// Full name.
    PersonName,
    /// Family and middle names, when the name stands in two columns.
    FamilyName,
    /// Given name, when the name stands in two columns.
    GivenName,
    /// Date of birth.
    Born,
    /// Unit of the official, or of the task or complaint.
    Unit,
    /// Title of the position, as written.
    Title,
    /// Head, deputy, staff or support.
    Role,
    /// Group of officials with similar duties.
    DutyGroup,
    /// First day in the position.
    StartDate,
    /// Last day in the position.
    EndDate,
    /// Code of a product in the catalogue.
    ProductCode,
    /// Department a product belongs to.
    Department,
    /// The task a product belongs to.
    ProductTask,
    /// The work in detail.
    Detail,
    /// The output.
    Output,
    /// Group of complexity, for example "N2".
    Group,
    /// Lowest and highest points of the group.
    PointBand,
    /// Points of the product, or their range.
    Points,
    /// Coefficient of the product or task, or its range.
    Coefficient,
    /// Wording of a general criterion.
    Criterion,
    /// Greatest points of a general criterion.
    MaxPoints,
    /// Code of the task.
    TaskCode,
    /// Name of the task.
    TaskName,
    /// Assigned quantity.
    Assigned,
    /// Completed quantity.
    Completed,
    /// Day of assignment.
    AssignedOn,
    /// Deadline.
    Due,
    /// Day of completion.
    Finished,
    /// Deadline after extension.
    ExtendedDue,
    /// Who approved the extension.
    ExtensionApprover,
    /// Document of the extension.
    ExtensionDocument,
    /// Day of the extension.
    ExtensionDate,
    /// Assessments "chưa đạt".
    Failures,
    /// Late occurrences, as recorded.
    LateOccurrences,
    /// Of the failures, how many are excused.
    ExcusedFailures,
    /// Of the late occurrences, how many are excused.
    ExcusedLate,
    /// The objective cause.
    Cause,
    /// Who confirmed the cause.
    CauseConfirmer,
    /// Document of the confirmation.
    CauseDocument,
    /// Day of the confirmation.
    CauseDate,
    /// Planned, taken over or unplanned.
    Origin,
    /// Whether (or when) the task was handed back.
    HandedBack,
    /// Month or quarter.
    Period,
    /// Number of a complaint in the register.
    ComplaintNumber,
    /// Day of receipt.
    Received,
    /// How the complaint came in.
    Channel,
    /// Kind of conduct, as written.
    ComplaintKind,
    /// Kind of procedure (khiếu nại, tố cáo, phản ánh, kiến nghị), as written.
    Procedure,
    /// Dossier number.
    Dossier,
    /// What it says.
    Summary,
    /// Where the complaint stands.
    State,
    /// What was concluded.
    Conclusion,
    /// Day of the conclusion.
    ConclusionDate,
    /// Document of the conclusion.
    ConclusionDocument,
    /// The day an incident happened.
    HappenedOn,
    /// What proves an incident.
    Evidence,
    /// Who recorded an incident.
    RecordedBy,
    /// What the official says about an incident.
    Explanation,
    /// What the competent person found of an incident.
    Confirmed,
    /// Who confirmed or dismissed it.
    ReviewedBy,
    /// The day it was confirmed or dismissed.
    ReviewedOn,
    /// With what document.
    ReviewDocument,
    /// Whose score the row holds.
    Scorer,
    /// Points of a line of the general criteria, of the official or of the row's scorer.
    Line(#[serde(with = "wire::line")] LineId),
    /// Points of a line given by the authority, beside the official's own.
    AuthorityLine(#[serde(with = "wire::line")] LineId),
    /// Note.
    Note,
}

impl TableKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Staff,
        Self::Catalogue,
        Self::GeneralCriteria,
        Self::Tasks,
        Self::Complaints,
        Self::Incidents,
        Self::GeneralScores,
    ];

    /// The name under which a kind is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Catalogue => "catalogue",
            Self::GeneralCriteria => "general_criteria",
            Self::Tasks => "tasks",
            Self::Complaints => "complaints",
            Self::Incidents => "incidents",
            Self::GeneralScores => "general_scores",
        }
    }

    /// The kind stored under a name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The fields a column of this table can hold, in the order of our
    /// template. Lines of the general criteria are not listed: any
    /// [`Field::Line`] and [`Field::AuthorityLine`] belongs to
    /// [`Self::GeneralScores`].
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Staff => &[
                F::Ordinal,
                F::PersonCode,
                F::PersonName,
                F::FamilyName,
                F::GivenName,
                F::Born,
                F::Unit,
                F::Title,
                F::Role,
                F::DutyGroup,
                F::StartDate,
                F::EndDate,
                F::Note,
            ],
            Self::Catalogue => &[
                F::Ordinal,
                F::ProductCode,
                F::Department,
                F::ProductTask,
                F::Detail,
                F::Output,
                F::Group,
                F::PointBand,
                F::Points,
                F::Coefficient,
                F::Note,
            ],
            Self::GeneralCriteria => &[F::Ordinal, F::Criterion, F::MaxPoints, F::Note],
            Self::Tasks => &[
                F::Ordinal,
                F::TaskCode,
                F::TaskName,
                F::ProductCode,
                F::PersonCode,
                F::PersonName,
                F::Unit,
                F::Coefficient,
                F::Assigned,
                F::Completed,
                F::AssignedOn,
                F::Due,
                F::Finished,
                F::ExtendedDue,
                F::ExtensionApprover,
                F::ExtensionDocument,
                F::ExtensionDate,
                F::Failures,
                F::ExcusedFailures,
                F::LateOccurrences,
                F::ExcusedLate,
                F::Cause,
                F::CauseConfirmer,
                F::CauseDocument,
                F::CauseDate,
                F::Origin,
                F::HandedBack,
                F::Period,
                F::Output,
                F::Note,
            ],
            Self::Complaints => &[
                F::Ordinal,
                F::ComplaintNumber,
                F::Received,
                F::Channel,
                F::ComplaintKind,
                F::Procedure,
                F::PersonCode,
                F::PersonName,
                F::Unit,
                F::TaskCode,
                F::Dossier,
                F::Summary,
                F::State,
                F::Conclusion,
                F::ConclusionDate,
                F::ConclusionDocument,
                F::Note,
            ],
            Self::Incidents => INCIDENT,
            Self::GeneralScores => &[
                F::Ordinal,
                F::PersonCode,
                F::PersonName,
                F::FamilyName,
                F::GivenName,
                F::Unit,
                F::Period,
                F::Scorer,
                F::Note,
            ],
        }
    }

    /// Groups of fields of which at least one must be mapped and filled.
    #[must_use]
    pub const fn required(self) -> &'static [&'static [Field]] {
        use Field as F;
        match self {
            Self::Staff => &[&[F::PersonName, F::GivenName]],
            Self::Catalogue => &[
                &[F::ProductCode],
                &[F::ProductTask, F::Detail],
                &[F::Coefficient, F::Points],
            ],
            Self::GeneralCriteria => &[&[F::Criterion], &[F::MaxPoints]],
            Self::Tasks => &[
                &[F::TaskName, F::ProductCode],
                &[F::PersonName, F::PersonCode],
            ],
            Self::Complaints => &[&[F::Summary], &[F::Received]],
            Self::Incidents => &[
                &[F::HappenedOn],
                &[F::ComplaintKind],
                &[F::Summary],
                &[F::RecordedBy],
                &[F::PersonName, F::PersonCode, F::Unit],
            ],
            Self::GeneralScores => &[&[F::PersonName, F::PersonCode, F::GivenName]],
        }
    }
}

/// The fields of a register of incidents, in the order of our template.
const INCIDENT: &[Field] = &[
    Field::Ordinal,
    Field::HappenedOn,
    Field::PersonCode,
    Field::PersonName,
    Field::Unit,
    Field::TaskCode,
    Field::ComplaintKind,
    Field::Summary,
    Field::Evidence,
    Field::RecordedBy,
    Field::Explanation,
    Field::Confirmed,
    Field::ReviewedBy,
    Field::ReviewedOn,
    Field::ReviewDocument,
];

/// Every field but the lines, with the name it is stored under.
const KEYS: [(Field, &str); 66] = [
    (Field::Ordinal, "ordinal"),
    (Field::PersonCode, "person_code"),
    (Field::PersonName, "person_name"),
    (Field::FamilyName, "family_name"),
    (Field::GivenName, "given_name"),
    (Field::Born, "born"),
    (Field::Unit, "unit"),
    (Field::Title, "title"),
    (Field::Role, "role"),
    (Field::DutyGroup, "duty_group"),
    (Field::StartDate, "start_date"),
    (Field::EndDate, "end_date"),
    (Field::ProductCode, "product_code"),
    (Field::Department, "department"),
    (Field::ProductTask, "product_task"),
    (Field::Detail, "detail"),
    (Field::Output, "output"),
    (Field::Group, "group"),
    (Field::PointBand, "point_band"),
    (Field::Points, "points"),
    (Field::Coefficient, "coefficient"),
    (Field::Criterion, "criterion"),
    (Field::MaxPoints, "max_points"),
    (Field::TaskCode, "task_code"),
    (Field::TaskName, "task_name"),
    (Field::Assigned, "assigned"),
    (Field::Completed, "completed"),
    (Field::AssignedOn, "assigned_on"),
    (Field::Due, "due"),
    (Field::Finished, "finished"),
    (Field::ExtendedDue, "extended_due"),
    (Field::ExtensionApprover, "extension_approver"),
    (Field::ExtensionDocument, "extension_document"),
    (Field::ExtensionDate, "extension_date"),
    (Field::Failures, "failures"),
    (Field::LateOccurrences, "late_occurrences"),
    (Field::ExcusedFailures, "excused_failures"),
    (Field::ExcusedLate, "excused_late"),
    (Field::Cause, "cause"),
    (Field::CauseConfirmer, "cause_confirmer"),
    (Field::CauseDocument, "cause_document"),
    (Field::CauseDate, "cause_date"),
    (Field::Origin, "origin"),
    (Field::HandedBack, "handed_back"),
    (Field::Period, "period"),
    (Field::ComplaintNumber, "complaint_number"),
    (Field::Received, "received"),
    (Field::Channel, "channel"),
    (Field::ComplaintKind, "complaint_kind"),
    (Field::Procedure, "procedure"),
    (Field::Dossier, "dossier"),
    (Field::Summary, "summary"),
    (Field::State, "state"),
    (Field::Conclusion, "conclusion"),
    (Field::ConclusionDate, "conclusion_date"),
    (Field::ConclusionDocument, "conclusion_document"),
    (Field::HappenedOn, "happened_on"),
    (Field::Evidence, "evidence"),
    (Field::RecordedBy, "recorded_by"),
    (Field::Explanation, "explanation"),
    (Field::Confirmed, "confirmed"),
    (Field::ReviewedBy, "reviewed_by"),
    (Field::ReviewedOn, "reviewed_on"),
    (Field::ReviewDocument, "review_document"),
    (Field::Scorer, "scorer"),
    (Field::Note, "note"),
];

impl Field {
    /// The name under which the field is stored, for instance in a remembered mapping.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Line(line) => format!("line:{line}"),
            Self::AuthorityLine(line) => format!("authority_line:{line}"),
            field => KEYS
                .iter()
                .find(|(known, _)| *known == field)
                .map_or("", |(_, key)| *key)
                .to_owned(),
        }
    }

    /// The field stored under a name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once(':') {
            Some(("line", line)) => LineId::parse(line).map(Self::Line),
            Some(("authority_line", line)) => LineId::parse(line).map(Self::AuthorityLine),
            Some(_) => None,
            None => KEYS
                .iter()
                .find(|(_, known)| *known == key)
                .map(|(field, _)| *field),
        }
    }

    /// Whether a column of this table can hold the field.
    #[must_use]
    pub fn belongs_to(self, kind: TableKind) -> bool {
        match self {
            Self::Line(_) | Self::AuthorityLine(_) => kind == TableKind::GeneralScores,
            field => kind.fields().contains(&field),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_table_has_its_own_stored_name() {
        let line = LineId {
            section: 2,
            line: 3,
        };
        let lines = [Field::Line(line), Field::AuthorityLine(line)];
        let listed = TableKind::ALL
            .into_iter()
            .flat_map(|kind| kind.fields().iter().copied());
        for field in listed.chain(lines) {
            assert_eq!(Field::from_key(&field.key()), Some(field));
        }
    }

    #[test]
    fn what_a_table_requires_it_can_hold() {
        for kind in TableKind::ALL {
            assert!(
                kind.required()
                    .iter()
                    .flat_map(|any| any.iter())
                    .all(|field| field.belongs_to(kind)),
                "{kind:?}"
            );
        }
    }
}
