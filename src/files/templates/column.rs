//! What stands above, beside and below each column of a template.

use crate::domain::LineId;
use crate::files::recognise::{Field, TableKind};

/// One column of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) field: Field,
    pub(super) header: String,
    /// How to fill it in, one sentence.
    pub(super) help: String,
    /// What the two example rows hold.
    pub(super) examples: [&'static str; 2],
    /// In characters.
    pub(super) width: u16,
}

/// The title of a template's sheet, shown above its header.
pub(super) const fn title(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Staff => "DANH SÁCH CÔNG CHỨC",
        TableKind::Catalogue => "DANH MỤC SẢN PHẨM, CÔNG VIỆC QUY ĐỔI",
        TableKind::GeneralCriteria => "TIÊU CHÍ CHUNG",
        TableKind::Tasks => "SỔ THEO DÕI NHIỆM VỤ ĐƯỢC GIAO",
        TableKind::Complaints => "SỔ THEO DÕI PHẢN ÁNH, KHIẾU NẠI, TỐ CÁO",
        TableKind::Incidents => "SỔ GHI NHẬN VỤ VIỆC THEO CHỈ THỊ",
        TableKind::GeneralScores => "BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG",
    }
}

/// The name of a template's sheet.
pub(super) const fn sheet_name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Staff => "Công chức",
        TableKind::Catalogue => "Danh mục",
        TableKind::GeneralCriteria => "Tiêu chí chung",
        TableKind::Tasks => "Nhiệm vụ",
        TableKind::Complaints => "Phản ánh",
        TableKind::Incidents => "Vụ việc",
        TableKind::GeneralScores => "Điểm tiêu chí chung",
    }
}

/// The columns of a template in their order; `lines` are those of the general criteria.
pub(super) fn columns(kind: TableKind, lines: &[LineId]) -> Vec<Column> {
    let mut columns: Vec<Column> = kind
        .fields()
        .iter()
        .filter(|field| !matches!(field, Field::FamilyName | Field::GivenName))
        .map(|field| column(kind, *field))
        .collect();
    if kind == TableKind::GeneralScores {
        let at = columns
            .iter()
            .position(|one| one.field == Field::Note)
            .unwrap_or(columns.len());
        let own = lines.iter().map(|line| own_line(*line));
        let authority = lines.iter().map(|line| authority_line(*line));
        columns.splice(at..at, own.chain(authority));
        columns.retain(|one| one.field != Field::Scorer);
    }
    columns
}

fn own_line(line: LineId) -> Column {
    Column {
        field: Field::Line(line),
        header: format!("{line}"),
        help: format!("Điểm tự chấm của tiêu chí {line}. Để trống nếu chưa chấm."),
        examples: ["2", "2,5"],
        width: 8,
    }
}

fn authority_line(line: LineId) -> Column {
    Column {
        field: Field::AuthorityLine(line),
        header: format!("Cấp có thẩm quyền chấm {line}"),
        help: format!("Điểm của cấp có thẩm quyền cho tiêu chí {line}. Để trống nếu chưa chấm."),
        examples: ["2", ""],
        width: 12,
    }
}

fn column(kind: TableKind, field: Field) -> Column {
    let (header, help, examples, width) = match kind {
        TableKind::Catalogue | TableKind::GeneralCriteria => catalogue(kind, field),
        TableKind::Tasks => task(field),
        TableKind::Complaints => complaint(field),
        TableKind::Incidents => incident(field),
        TableKind::Staff | TableKind::GeneralScores => person(field),
    };
    Column {
        field,
        header: header.to_owned(),
        help: help.to_owned(),
        examples,
        width,
    }
}

type Words = (&'static str, &'static str, [&'static str; 2], u16);

fn common(field: Field) -> Words {
    match field {
        Field::Ordinal => (
            "STT",
            "Số thứ tự. Dòng ghi VD là dòng ví dụ, không được nhập.",
            ["VD", "VD"],
            6,
        ),
        Field::PersonCode => (
            "Mã công chức",
            "Mã riêng của từng người, để phân biệt những người trùng tên. Nên có.",
            ["CC-VD1", "CC-VD2"],
            15,
        ),
        Field::PersonName => (
            "Họ và tên",
            "Họ và tên đầy đủ, có dấu.",
            ["Nguyễn Văn Ví Dụ", "Trần Thị Mẫu"],
            26,
        ),
        Field::Unit => (
            "Đơn vị",
            "Phòng, ban hoặc đơn vị công tác.",
            ["Phòng Ví Dụ", "Phòng Ví Dụ"],
            24,
        ),
        Field::Period => (
            "Tháng",
            "Tháng hoặc quý, ví dụ 08/2026 hoặc Quý III/2026.",
            ["08/2026", "08/2026"],
            13,
        ),
        Field::Output => (
            "Sản phẩm đầu ra",
            "Văn bản hoặc kết quả phải có.",
            ["Công văn", "Báo cáo"],
            24,
        ),
        _ => (
            "Ghi chú",
            "Không bắt buộc.",
            ["Dòng ví dụ", "Dòng ví dụ"],
            24,
        ),
    }
}

fn person(field: Field) -> Words {
    match field {
        Field::Born => (
            "Ngày sinh",
            "Ngày/tháng/năm, ví dụ 05/08/1985.",
            ["05/08/1985", "12/11/1990"],
            13,
        ),
        Field::Title => (
            "Chức vụ, chức danh",
            "Ghi như trong quyết định.",
            ["Trưởng phòng", "Chuyên viên"],
            22,
        ),
        Field::Role => (
            "Vai trò",
            "Chọn trong danh sách; quyết định cách tính điểm.",
            ["Trưởng", "Chuyên viên"],
            14,
        ),
        Field::DutyGroup => (
            "Nhóm nhiệm vụ tương đồng",
            "Những người có nhiệm vụ tương tự nhau mang cùng một tên nhóm.",
            ["Lãnh đạo cấp phòng", "Chuyên viên"],
            24,
        ),
        Field::StartDate => (
            "Từ ngày",
            "Ngày bắt đầu giữ vị trí này.",
            ["01/01/2026", "01/01/2026"],
            13,
        ),
        Field::EndDate => (
            "Đến ngày",
            "Ngày thôi giữ vị trí này. Để trống nếu còn giữ.",
            ["", "30/06/2026"],
            13,
        ),
        other => common(other),
    }
}

fn catalogue(kind: TableKind, field: Field) -> Words {
    match field {
        Field::ProductCode => (
            "Mã CV",
            "Mã riêng của từng sản phẩm, công việc.",
            ["VD.01", "VD.02"],
            12,
        ),
        Field::Department => (
            "Phòng, ban chuyên môn",
            "Để trống nếu dùng chung cho mọi đơn vị.",
            ["Phòng Ví Dụ", ""],
            24,
        ),
        Field::ProductTask => (
            "Nhiệm vụ",
            "Tên nhiệm vụ hoặc sản phẩm.",
            ["Soạn công văn đơn giản", "Báo cáo chuyên đề"],
            40,
        ),
        Field::Detail => (
            "Công việc chi tiết",
            "Mô tả việc phải làm.",
            ["Soạn theo mẫu có sẵn", "Tổng hợp, phân tích"],
            40,
        ),
        Field::Group => (
            "Nhóm",
            "Nhóm độ phức tạp theo danh mục của cơ quan.",
            ["N1", "N3"],
            8,
        ),
        Field::PointBand => (
            "Khung điểm",
            "Điểm thấp nhất và cao nhất của nhóm.",
            ["1-10", "51-100"],
            13,
        ),
        Field::Points => (
            "Điểm chấm",
            "Một số, hoặc khoảng như 120-180 khi điểm định lúc giao việc.",
            ["5", "80"],
            11,
        ),
        Field::Coefficient => (
            "Hệ số quy đổi",
            "Điểm chia cho điểm của sản phẩm chuẩn. Để trống thì phần mềm tự tính.",
            ["1", "16"],
            14,
        ),
        Field::Criterion => (
            "Tiêu chí chấm điểm",
            "Ghi nguyên văn tiêu chí.",
            ["Nhóm tiêu chí ví dụ", "Tiêu chí ví dụ"],
            60,
        ),
        Field::MaxPoints => ("Điểm tối đa", "Điểm cao nhất của tiêu chí.", ["5", "5"], 12),
        Field::Ordinal if kind == TableKind::GeneralCriteria => (
            "TT",
            "Số La Mã (I, II, III) cho nhóm, số thường (1, 2, 3) cho từng tiêu chí của nhóm.",
            ["VD", "VD"],
            6,
        ),
        other => common(other),
    }
}

fn task(field: Field) -> Words {
    match field {
        Field::TaskCode => (
            "Mã nhiệm vụ",
            "Mã riêng; nhập lại tệp sẽ cập nhật đúng nhiệm vụ này.",
            ["NV-VD1", "NV-VD2"],
            14,
        ),
        Field::TaskName => (
            "Tên nhiệm vụ",
            "Nội dung việc được giao.",
            ["Soạn công văn ví dụ", "Báo cáo ví dụ"],
            40,
        ),
        Field::ProductCode => (
            "Mã sản phẩm",
            "Mã trong danh mục sản phẩm của cơ quan.",
            ["VD.01", "VD.02"],
            13,
        ),
        Field::PersonName => (
            "Người thực hiện",
            "Họ và tên; nếu trùng tên, ghi thêm mã công chức.",
            ["Nguyễn Văn Ví Dụ", "Trần Thị Mẫu"],
            26,
        ),
        Field::Coefficient => (
            "Hệ số",
            "Để trống thì lấy hệ số trong danh mục.",
            ["1", "16"],
            9,
        ),
        Field::Assigned => (
            "Số lượng giao",
            "Số lượng được giao, không âm.",
            ["4", "1"],
            12,
        ),
        Field::Completed => (
            "Số lượng hoàn thành",
            "Có thể lẻ, ví dụ 0,8.",
            ["4", "0,8"],
            13,
        ),
        Field::AssignedOn => (
            "Ngày giao",
            "Ngày/tháng/năm.",
            ["01/08/2026", "03/08/2026"],
            13,
        ),
        Field::Due => (
            "Thời hạn",
            "Hạn hoàn thành ban đầu; gia hạn ghi ở cột riêng.",
            ["15/08/2026", "20/08/2026"],
            13,
        ),
        Field::Finished => (
            "Ngày hoàn thành",
            "Để trống nếu chưa xong.",
            ["14/08/2026", ""],
            15,
        ),
        other => task_event(other),
    }
}

fn task_event(field: Field) -> Words {
    match field {
        Field::ExtendedDue => (
            "Gia hạn đến",
            "Hạn mới khi được gia hạn.",
            ["", "25/08/2026"],
            13,
        ),
        Field::ExtensionApprover => (
            "Người duyệt gia hạn",
            "Người có thẩm quyền cho gia hạn.",
            ["", "Lê Văn Mẫu"],
            20,
        ),
        Field::ExtensionDocument => (
            "Văn bản gia hạn",
            "Số, ký hiệu văn bản.",
            ["", "01/TB-VD"],
            16,
        ),
        Field::ExtensionDate => (
            "Ngày duyệt gia hạn",
            "Ngày/tháng/năm.",
            ["", "18/08/2026"],
            17,
        ),
        Field::Failures => (
            "Số lần chưa đạt",
            "Số lần bị đánh giá chưa đạt chất lượng.",
            ["0", "1"],
            12,
        ),
        Field::ExcusedFailures => (
            "Chưa đạt do khách quan",
            "Trong số đó, số lần có nguyên nhân khách quan được xác nhận.",
            ["0", "0"],
            14,
        ),
        Field::LateOccurrences => (
            "Số lần chậm",
            "Để trống thì tính theo thời hạn và ngày hoàn thành.",
            ["", ""],
            11,
        ),
        Field::ExcusedLate => (
            "Chậm do khách quan",
            "Trong số đó, số lần có nguyên nhân khách quan được xác nhận.",
            ["", ""],
            13,
        ),
        Field::Cause => (
            "Nguyên nhân khách quan",
            "Nội dung nguyên nhân.",
            ["", ""],
            26,
        ),
        Field::CauseConfirmer => (
            "Người xác nhận",
            "Cấp có thẩm quyền đã xác nhận nguyên nhân.",
            ["", ""],
            20,
        ),
        Field::CauseDocument => ("Văn bản xác nhận", "Số, ký hiệu văn bản.", ["", ""], 16),
        Field::CauseDate => ("Ngày xác nhận", "Ngày/tháng/năm.", ["", ""], 13),
        Field::Origin => (
            "Nguồn giao",
            "Chọn trong danh sách; để trống là trong kế hoạch.",
            ["Trong kế hoạch", "Đột xuất"],
            16,
        ),
        Field::HandedBack => (
            "Bàn giao lại",
            "Có, hoặc ngày bàn giao, khi việc đã giao lại cho người khác.",
            ["", ""],
            12,
        ),
        other => common(other),
    }
}

fn complaint(field: Field) -> Words {
    match field {
        Field::ComplaintNumber => ("Số đơn", "Số trong sổ tiếp nhận.", ["VD-01", "VD-02"], 12),
        Field::Received => (
            "Ngày tiếp nhận",
            "Ngày/tháng/năm.",
            ["05/08/2026", "06/08/2026"],
            15,
        ),
        Field::Channel => (
            "Kênh tiếp nhận",
            "Đường dây nóng, hộp thư, trực tiếp …",
            ["Đường dây nóng", "Trực tiếp"],
            18,
        ),
        Field::ComplaintKind => (
            "Hành vi",
            "Loại hành vi theo chỉ thị, hoặc mô tả ngắn.",
            ["CT.9", ""],
            18,
        ),
        Field::Procedure => (
            "Loại đơn",
            "Phản ánh, kiến nghị, khiếu nại hoặc tố cáo.",
            ["Phản ánh", "Khiếu nại"],
            13,
        ),
        Field::PersonName => (
            "Công chức bị phản ánh",
            "Để trống nếu chưa xác định.",
            ["Nguyễn Văn Ví Dụ", ""],
            26,
        ),
        Field::TaskCode => (
            "Mã nhiệm vụ",
            "Nhiệm vụ liên quan, nếu có.",
            ["NV-VD1", ""],
            14,
        ),
        Field::Dossier => (
            "Số hồ sơ",
            "Hồ sơ thủ tục hành chính liên quan, nếu có.",
            ["", "HS-VD2"],
            14,
        ),
        Field::Summary => (
            "Nội dung",
            "Tóm tắt, không ghi tên người gửi.",
            [
                "Giải quyết chậm hồ sơ (ví dụ)",
                "Thái độ chưa đúng mực (ví dụ)",
            ],
            44,
        ),
        Field::State => (
            "Trạng thái",
            "Chọn trong danh sách.",
            ["Đang xác minh", "Đã kết luận"],
            16,
        ),
        Field::Conclusion => (
            "Kết luận",
            "Chọn trong danh sách khi đã kết luận.",
            ["", "Đúng một phần"],
            18,
        ),
        Field::ConclusionDate => ("Ngày kết luận", "Ngày/tháng/năm.", ["", "20/08/2026"], 14),
        Field::ConclusionDocument => (
            "Văn bản kết luận",
            "Số, ký hiệu văn bản.",
            ["", "02/KL-VD"],
            17,
        ),
        other => common(other),
    }
}

fn incident(field: Field) -> Words {
    match field {
        Field::HappenedOn => (
            "Ngày xảy ra",
            "Ngày/tháng/năm.",
            ["05/08/2026", "06/08/2026"],
            15,
        ),
        Field::PersonName => (
            "Công chức liên quan",
            "Để trống nếu vụ việc chỉ về một đơn vị.",
            ["Nguyễn Văn Ví Dụ", ""],
            26,
        ),
        Field::TaskCode => (
            "Mã nhiệm vụ",
            "Nhiệm vụ liên quan, nếu có.",
            ["NV-VD1", ""],
            14,
        ),
        Field::ComplaintKind => (
            "Nội dung theo chỉ thị",
            "Mã (CT.5) hoặc tên của nội dung trong chỉ thị.",
            ["CT.5", "CT.9"],
            20,
        ),
        Field::Summary => (
            "Mô tả vụ việc",
            "Việc gì đã xảy ra.",
            [
                "Chuyển việc cho phòng khác không nêu lý do (ví dụ)",
                "Yêu cầu thêm giấy tờ (ví dụ)",
            ],
            44,
        ),
        Field::Evidence => (
            "Bằng chứng",
            "Văn bản, biên bản, số hồ sơ.",
            ["Biên bản 01/BB-VD", ""],
            28,
        ),
        Field::RecordedBy => (
            "Người ghi nhận",
            "Người ghi vụ việc vào sổ.",
            ["Trần Thị Mẫu", "Trần Thị Mẫu"],
            22,
        ),
        Field::Explanation => (
            "Giải trình của công chức",
            "Để trống nếu chưa có.",
            ["Hồ sơ không thuộc phòng (ví dụ)", ""],
            32,
        ),
        Field::Confirmed => (
            "Xác nhận",
            "Chọn trong danh sách. Vụ việc chưa xác nhận không tính ở đâu.",
            ["Xác nhận", "Chưa xem xét"],
            14,
        ),
        Field::ReviewedBy => (
            "Người xác nhận",
            "Người có thẩm quyền; bắt buộc khi đã xác nhận hoặc bác bỏ.",
            ["Lê Văn Giả Định", ""],
            22,
        ),
        Field::ReviewedOn => (
            "Ngày xác nhận",
            "Ngày/tháng/năm; bắt buộc khi đã xác nhận hoặc bác bỏ.",
            ["12/08/2026", ""],
            14,
        ),
        Field::ReviewDocument => (
            "Văn bản xác nhận",
            "Số, ký hiệu văn bản, nếu có.",
            ["03/TB-VD", ""],
            17,
        ),
        other => common(other),
    }
}
