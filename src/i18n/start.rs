//! Words of the first start and of the exports.

crate::messages! {
    /// The first start.
    pub enum StartMessage {
        Title => "Công Tâm", "Công Tâm";
        Lead => "Chấm điểm, xếp loại công chức theo NĐ 335/2025/NĐ-CP: chính xác đến chữ số cuối, số nào cũng giải thích được.", "Scores and classifies civil servants under NĐ 335/2025/NĐ-CP: exact to the last digit, every number explained.";
        Private => "Mọi dữ liệu ở lại trong trình duyệt này. Không máy chủ, không tài khoản, không gửi đi đâu.", "All data stay in this browser. No server, no account, nothing is sent anywhere.";
        Choose => "Bắt đầu thế nào?", "How do you want to start?";
        SampleTitle => "Thử với cơ quan mẫu", "Try the sample agency";
        SampleText => "Một xã hư cấu với 60 công chức và cả năm 2026. Ở ngăn riêng, không lẫn với dữ liệu thật.", "An invented commune with 60 officials and all of 2026. Kept apart from real data.";
        FilesTitle => "Đưa tệp Excel của tôi vào", "Bring my Excel files";
        FilesText => "Danh sách công chức, danh mục, sổ nhiệm vụ, sổ phản ánh. Không phải gõ lại.", "Staff list, catalogue, task and complaint registers. Nothing to retype.";
        EmptyTitle => "Bắt đầu trống", "Start empty";
        EmptyText => "Tự thêm đơn vị, công chức và nhiệm vụ.", "Add units, officials and tasks yourself.";
        BackupTitle => "Mở bản sao lưu", "Open a backup";
        BackupText => "Tiếp tục từ một tệp sao lưu của Công Tâm.", "Go on from a Công Tâm backup file.";
        Note => "Phần mềm là bảng tính của đơn vị; kết quả chính thức vẫn phải cập nhật lên phần mềm của cơ quan và Cơ sở dữ liệu quốc gia (Điều 26.1d).", "This is the unit's worksheet; official results still go to the agency's software and the national database (Điều 26.1d).";
    }
}

crate::messages! {
    /// Forms and exports.
    pub enum FormsMessage {
        Title => "Biểu mẫu", "Forms";
        Subtitle { period: String } => "Kỳ đang chọn: {period}", "Period: {period}";
        Statutory => "Mẫu theo Nghị định 335/2025/NĐ-CP", "Forms of NĐ 335/2025/NĐ-CP";
        Other => "Bảng và tệp khác", "Tables and other files";
        Who => "Xuất cho", "For";
        Everybody => "Mọi công chức", "Everybody";
        HideNames => "Ẩn họ tên", "Hide names";
        HideNamesHint => "Thay họ tên, mã bằng số CC-001…; bỏ các phần ghi tự do", "Names and codes become CC-001…; free text is left out";
        Monthly => "Mẫu số 01: Phiếu theo dõi, đánh giá", "Mẫu số 01: follow-up and assessment";
        MonthlyText => "Word (docx); nhiều người thì thành một tệp zip.", "Word (docx); many people come in one zip.";
        Yearly => "Mẫu số 02: Phiếu xếp loại chất lượng năm", "Mẫu số 02: the year's class";
        YearlyText => "Word (docx) cho cả năm của tháng đang xem.", "Word (docx) for the year of the month looked at.";
        Workbook => "Bảng tổng hợp năm (Excel)", "Summary of the year (Excel)";
        WorkbookText => "Từng tháng, từng nhiệm vụ, tỷ lệ xuất sắc, với công thức tính lại được.", "Every month and task and the cap, with formulas that recompute.";
        Annex => "Phụ lục giải trình điểm", "Reasons annex";
        AnnexText => "Vì sao có điểm đó: từng bước, điều khoản, mức độ ràng buộc (Word).", "Why each score is what it is: every step, article and grade (Word).";
        Official => "Dữ liệu gửi hệ thống chính thức (JSON)", "Data for the official system (JSON)";
        OfficialText => "Kết quả cả năm theo cấu trúc có tài liệu, điểm là phân số chính xác.", "The year in a documented structure, scores as exact fractions.";
        Csv => "Điểm của kỳ (csv)", "Scores of the period (csv)";
        CsvText => "Mở được ngay bằng Excel, có dấu tiếng Việt.", "Opens in Excel with Vietnamese letters.";
        Make => "Tạo tệp", "Make the file";
        MonthlyShort => "Mẫu số 01", "Mẫu số 01";
        YearlyShort => "Mẫu số 02", "Mẫu số 02";
        View => "Xem và in", "View and print";
        Back => "Về biểu mẫu", "Back to the forms";
        Drawing => "Đang lập biểu mẫu…", "Drawing the form…";
        Making { name: String } => "Đang tạo {name}…", "Making {name}…";
        Done { done: u64, of: u64 } => "{done} / {of}", "{done} / {of}";
    }
}
