//! Names of the tables and columns the import knows.

use crate::files::recognise::{Field, TableKind};

crate::messages! {
    /// Names of tables.
    pub enum TableName {
        Staff => "Danh sách công chức", "List of officials";
        Catalogue => "Danh mục sản phẩm/công việc", "Catalogue of products";
        GeneralCriteria => "Tiêu chí chung (30 điểm)", "General criteria (30 points)";
        Tasks => "Sổ nhiệm vụ", "Register of tasks";
        Complaints => "Sổ phản ánh, kiến nghị", "Register of complaints";
        Incidents => "Sổ vụ việc", "Register of incidents";
        GeneralScores => "Điểm tiêu chí chung", "Points of the general criteria";
    }
}

impl From<TableKind> for TableName {
    fn from(kind: TableKind) -> Self {
        match kind {
            TableKind::Staff => Self::Staff,
            TableKind::Catalogue => Self::Catalogue,
            TableKind::GeneralCriteria => Self::GeneralCriteria,
            TableKind::Tasks => Self::Tasks,
            TableKind::Complaints => Self::Complaints,
            TableKind::Incidents => Self::Incidents,
            TableKind::GeneralScores => Self::GeneralScores,
        }
    }
}

crate::messages! {
    /// Names of columns.
    pub enum FieldName {
        Ordinal => "STT", "No.";
        PersonCode => "Mã công chức", "Staff code";
        PersonName => "Họ và tên", "Full name";
        FamilyName => "Họ và tên đệm", "Family and middle names";
        GivenName => "Tên", "Given name";
        Born => "Ngày sinh", "Born";
        Unit => "Đơn vị", "Unit";
        Title => "Chức vụ, chức danh", "Title";
        Role => "Vai trò", "Role";
        DutyGroup => "Nhóm nhiệm vụ tương đồng", "Duty group";
        StartDate => "Từ ngày", "From";
        EndDate => "Đến ngày", "To";
        ProductCode => "Mã sản phẩm/công việc", "Product code";
        Department => "Phòng, ban", "Department";
        ProductTask => "Nhiệm vụ trong danh mục", "Duty of the catalogue";
        Detail => "Công việc chi tiết", "Work in detail";
        Output => "Sản phẩm đầu ra", "Output";
        Group => "Nhóm", "Group";
        PointBand => "Khung điểm", "Point band";
        Points => "Điểm chấm", "Points";
        Coefficient => "Hệ số quy đổi", "Coefficient";
        Criterion => "Tiêu chí", "Criterion";
        MaxPoints => "Điểm tối đa", "Greatest points";
        TaskCode => "Mã nhiệm vụ", "Task code";
        TaskName => "Tên nhiệm vụ", "Task";
        Assigned => "Số lượng giao", "Assigned";
        Completed => "Số lượng hoàn thành", "Completed";
        AssignedOn => "Ngày giao", "Assigned on";
        Due => "Thời hạn", "Due";
        Finished => "Ngày hoàn thành", "Finished";
        ExtendedDue => "Hạn sau gia hạn", "Extended deadline";
        ExtensionApprover => "Người duyệt gia hạn", "Extension approved by";
        ExtensionDocument => "Văn bản gia hạn", "Extension document";
        ExtensionDate => "Ngày gia hạn", "Extended on";
        Failures => "Số lần chưa đạt", "Quality failures";
        LateOccurrences => "Số lần chậm", "Late occurrences";
        ExcusedFailures => "Lần chưa đạt được miễn", "Failures excused";
        ExcusedLate => "Lần chậm được miễn", "Lateness excused";
        Cause => "Nguyên nhân khách quan", "Objective cause";
        CauseConfirmer => "Người xác nhận", "Confirmed by";
        CauseDocument => "Văn bản xác nhận", "Confirmation document";
        CauseDate => "Ngày xác nhận", "Confirmed on";
        Origin => "Nguồn nhiệm vụ", "Origin";
        HandedBack => "Trả lại", "Handed back";
        Period => "Tháng, quý", "Month or quarter";
        ComplaintNumber => "Số thứ tự phản ánh", "Register number";
        Received => "Ngày tiếp nhận", "Received";
        Channel => "Hình thức tiếp nhận", "Channel";
        ComplaintKind => "Nội dung theo chỉ thị", "Criterion of the directive";
        Procedure => "Loại đơn", "Kind of procedure";
        Dossier => "Mã hồ sơ", "Dossier";
        Summary => "Nội dung", "Content";
        State => "Trạng thái", "State";
        Conclusion => "Kết luận", "Conclusion";
        ConclusionDate => "Ngày kết luận", "Concluded on";
        ConclusionDocument => "Văn bản kết luận", "Conclusion document";
        HappenedOn => "Ngày xảy ra", "Happened on";
        Evidence => "Bằng chứng", "Evidence";
        RecordedBy => "Người ghi nhận", "Recorded by";
        Explanation => "Giải trình của công chức", "The official's explanation";
        Confirmed => "Xác nhận vụ việc", "Confirmed";
        ReviewedBy => "Người xác nhận vụ việc", "Reviewed by";
        ReviewedOn => "Ngày xác nhận vụ việc", "Reviewed on";
        ReviewDocument => "Văn bản xác nhận vụ việc", "Review document";
        Scorer => "Người chấm", "Scored by";
        Line { line: String } => "Điểm {line}", "Points {line}";
        AuthorityLine { line: String } => "Điểm {line} (cấp có thẩm quyền)", "Points {line} (authority)";
        Note => "Ghi chú", "Note";
    }
}

impl From<Field> for FieldName {
    fn from(field: Field) -> Self {
        match field {
            Field::Ordinal => Self::Ordinal,
            Field::PersonCode => Self::PersonCode,
            Field::PersonName => Self::PersonName,
            Field::FamilyName => Self::FamilyName,
            Field::GivenName => Self::GivenName,
            Field::Born => Self::Born,
            Field::Unit => Self::Unit,
            Field::Title => Self::Title,
            Field::Role => Self::Role,
            Field::DutyGroup => Self::DutyGroup,
            Field::StartDate => Self::StartDate,
            Field::EndDate => Self::EndDate,
            Field::ProductCode => Self::ProductCode,
            Field::Department => Self::Department,
            Field::ProductTask => Self::ProductTask,
            Field::Detail => Self::Detail,
            Field::Output => Self::Output,
            Field::Group => Self::Group,
            Field::PointBand => Self::PointBand,
            Field::Points => Self::Points,
            Field::Coefficient => Self::Coefficient,
            Field::Criterion => Self::Criterion,
            Field::MaxPoints => Self::MaxPoints,
            Field::TaskCode => Self::TaskCode,
            Field::TaskName => Self::TaskName,
            Field::Assigned => Self::Assigned,
            Field::Completed => Self::Completed,
            Field::AssignedOn => Self::AssignedOn,
            Field::Due => Self::Due,
            Field::Finished => Self::Finished,
            Field::ExtendedDue => Self::ExtendedDue,
            Field::ExtensionApprover => Self::ExtensionApprover,
            Field::ExtensionDocument => Self::ExtensionDocument,
            Field::ExtensionDate => Self::ExtensionDate,
            Field::Failures => Self::Failures,
            Field::LateOccurrences => Self::LateOccurrences,
            Field::ExcusedFailures => Self::ExcusedFailures,
            Field::ExcusedLate => Self::ExcusedLate,
            Field::Cause => Self::Cause,
            Field::CauseConfirmer => Self::CauseConfirmer,
            Field::CauseDocument => Self::CauseDocument,
            Field::CauseDate => Self::CauseDate,
            Field::Origin => Self::Origin,
            Field::HandedBack => Self::HandedBack,
            Field::Period => Self::Period,
            Field::ComplaintNumber => Self::ComplaintNumber,
            Field::Received => Self::Received,
            Field::Channel => Self::Channel,
            Field::ComplaintKind => Self::ComplaintKind,
            Field::Procedure => Self::Procedure,
            Field::Dossier => Self::Dossier,
            Field::Summary => Self::Summary,
            Field::State => Self::State,
            Field::Conclusion => Self::Conclusion,
            Field::ConclusionDate => Self::ConclusionDate,
            Field::ConclusionDocument => Self::ConclusionDocument,
            Field::HappenedOn => Self::HappenedOn,
            Field::Evidence => Self::Evidence,
            Field::RecordedBy => Self::RecordedBy,
            Field::Explanation => Self::Explanation,
            Field::Confirmed => Self::Confirmed,
            Field::ReviewedBy => Self::ReviewedBy,
            Field::ReviewedOn => Self::ReviewedOn,
            Field::ReviewDocument => Self::ReviewDocument,
            Field::Scorer => Self::Scorer,
            Field::Line(line) => Self::Line {
                line: line.to_string(),
            },
            Field::AuthorityLine(line) => Self::AuthorityLine {
                line: line.to_string(),
            },
            Field::Note => Self::Note,
        }
    }
}
