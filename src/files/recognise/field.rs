//! The tables we import and the fields their columns can hold.

use crate::domain::LineId;

/// Which table a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Points of the general criteria by person and period.
    GeneralScores,
}

/// Whose score a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scorer {
    /// The official themself.
    Own,
    /// The competent authority.
    Authority,
}

/// What a column can hold. A field means the same in every table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Whose score the row holds.
    Scorer,
    /// Points of a line of the general criteria, of the official or of the row's scorer.
    Line(LineId),
    /// Points of a line given by the authority, beside the official's own.
    AuthorityLine(LineId),
    /// Note.
    Note,
}

impl TableKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Staff,
        Self::Catalogue,
        Self::GeneralCriteria,
        Self::Tasks,
        Self::Complaints,
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
            Self::GeneralScores => &[&[F::PersonName, F::PersonCode, F::GivenName]],
        }
    }
}

impl Field {
    /// Whether a column of this table can hold the field.
    #[must_use]
    pub fn belongs_to(self, kind: TableKind) -> bool {
        match self {
            Self::Line(_) | Self::AuthorityLine(_) => kind == TableKind::GeneralScores,
            field => kind.fields().contains(&field),
        }
    }
}
