//! Words of the catalogue, the readings, the criteria, the calendar and the agency.

use crate::app::view::catalogue::InUse;
use crate::app::view::rules::DayKind;

crate::messages! {
    /// The screen and its tabs.
    pub enum RulesMessage {
        Title => "Danh mục & quy tắc", "Catalogue & rules";
        Subtitle => "Những gì điểm số dựa vào: sản phẩm, cách hiểu, tiêu chí, lịch làm việc", "What the scores rest on: products, readings, criteria, calendar";
        Tabs => "Các phần của danh mục và quy tắc", "Parts of catalogue and rules";
        Products => "Danh mục sản phẩm", "Catalogue";
        Readings => "Cách hiểu", "Readings";
        Criteria => "Tiêu chí chung", "General criteria";
        Local => "Tiêu chí, biểu điểm nội bộ", "Local criteria and tariffs";
        Calendar => "Lịch làm việc", "Working days";
        Agency => "Cơ quan", "Agency";
        NotComputed { year: u16 } => "Năm {year} không thuộc Nghị định 335/2025/NĐ-CP nên không tính điểm. Hãy chọn kỳ từ tháng 01/2026 trở đi ở thanh trên cùng.", "The year {year} does not fall under Decree 335/2025/NĐ-CP, so nothing is computed. Choose a period from January 2026 on in the top bar.";
    }
}

crate::messages! {
    /// The catalogue.
    pub enum CatalogueMessage {
        Grid => "Danh mục sản phẩm, công việc", "Catalogue of products";
        Search => "Tìm sản phẩm", "Search products";
        SearchHint => "Mã, tên, kết quả, bộ phận", "Code, name, output, department";
        Bands => "Nhóm độ phức tạp", "Complexity groups";
        AllBands => "Tất cả", "All";
        NoBand => "Chưa xếp nhóm", "No group";
        Used => "Tình trạng sử dụng", "In use";
        UsedNow => "Đang dùng", "In use";
        UsedRetired => "Ngừng dùng", "Retired";
        UsedAll => "Tất cả", "All";
        Add => "Thêm sản phẩm", "Add a product";
        EditTitle { code: String } => "Sản phẩm {code}", "Product {code}";
        Facts => "Sửa danh mục", "Edit the catalogue";
        NewFacts => "Lập danh mục", "Set up a catalogue";
        FactsTitle => "Danh mục đang áp dụng", "The catalogue in force";
        FactsText { from: String, standard: String, decimals: String } => "Áp dụng từ {from}. Sản phẩm chuẩn {standard} điểm (hệ số 1); hệ số {decimals}.", "In force from {from}. Standard product {standard} points (coefficient 1); coefficient {decimals}.";
        Rounded { decimals: u8 } => "làm tròn {decimals} chữ số thập phân", "rounded to {decimals} decimals";
        NotRounded => "không làm tròn", "not rounded";
        NoCatalogue => "Chưa có danh mục nào đang áp dụng. Nhập từ Excel, hoặc lập danh mục theo gợi ý của sổ tay.", "No catalogue is in force. Import one from Excel, or set one up as the handbook suggests.";
        Code => "Mã", "Code";
        Task => "Sản phẩm, công việc", "Product or work";
        Detail => "Nội dung công việc", "What is done";
        Output => "Kết quả đầu ra (đơn vị tính)", "Output (unit of measure)";
        Department => "Bộ phận", "Department";
        Band => "Nhóm", "Group";
        Points => "Điểm", "Points";
        PointsHint => "Một số, hoặc một khoảng như 120–180 (chốt khi giao việc)", "One number, or a range such as 120–180 (fixed on assignment)";
        Coefficient => "Hệ số quy đổi", "Coefficient";
        CoefficientHint => "Để trống thì tự tính: điểm ÷ điểm sản phẩm chuẩn", "Left empty it is worked out: points ÷ points of the standard product";
        Note => "Ghi chú", "Note";
        Keeps { count: String } => "{count} nhiệm vụ đang dùng sản phẩm này; chúng giữ hệ số đã chốt khi giao.", "{count} tasks are of this product; they keep the coefficient fixed on assignment.";
        Retire => "Ngừng dùng", "Retire";
        RetireHint => "Không gợi ý khi giao việc nữa; việc đã giao giữ nguyên", "No longer suggested; assigned tasks stay as they are";
        Restore => "Dùng lại", "Use again";
        Remove => "Xóa", "Remove";
        RetiredName { name: String, day: String } => "{name} (ngừng dùng từ {day})", "{name} (retired from {day})";
        Outside { band: String, from: String, to: String } => "Điểm nằm ngoài khung của nhóm {band}: {from}–{to}", "The points lie outside group {band}: {from}–{to}";
        EmptyTitle => "Không có sản phẩm nào", "No products";
        EmptyText => "Nhập danh mục từ Excel hoặc thêm từng sản phẩm. Đang lọc thì hãy bỏ bớt điều kiện.", "Import the catalogue from Excel or add products one by one. If a filter is on, loosen it.";
        Name => "Tên danh mục", "Name of the catalogue";
        Decision => "Quyết định ban hành (số, ngày)", "Decision (number, date)";
        Issuer => "Cơ quan ban hành", "Issued by";
        From => "Áp dụng từ", "In force from";
        To => "Đến hết ngày", "Up to";
        ToHint => "Để trống khi chưa hết hiệu lực", "Empty while in force";
        Standard => "Điểm của sản phẩm chuẩn", "Points of the standard product";
        Decimals => "Số chữ số thập phân của hệ số", "Decimals of the coefficient";
        DecimalsHint => "Để trống thì không làm tròn", "Empty: not rounded";
        BandName { number: usize } => "Nhóm {number}", "Group {number}";
        BandPoints { number: usize } => "Khung điểm nhóm {number}", "Points of group {number}";
        BandDoubts => "Khung điểm các nhóm chưa khớp nhau. Sửa ở “Sửa danh mục”.", "The points of the groups do not fit together. Correct them under “Edit the catalogue”.";
        FactsNote => "Đổi điểm chuẩn hay số chữ số không tính lại hệ số của sản phẩm đã có.", "Changing the standard or the decimals does not recompute coefficients already there.";
    }
}

impl From<InUse> for CatalogueMessage {
    fn from(used: InUse) -> Self {
        match used {
            InUse::Now => Self::UsedNow,
            InUse::Retired => Self::UsedRetired,
            InUse::All => Self::UsedAll,
        }
    }
}

crate::messages! {
    /// The readings.
    pub enum ReadingsMessage {
        Intro => "Nghị định để ngỏ một số chỗ. Cơ quan chọn cách hiểu, ghi căn cứ; mọi điểm số nói rõ cách hiểu đã dùng. Trước khi đổi, phần mềm cho xem ai đổi điểm, đổi mức.", "The decree leaves some questions open. The agency chooses how to read them and gives its ground; every score names the reading used. Before a change you see whose score or class it would change.";
        Question { key: String, question: String } => "{key}. {question}", "{key}. {question}";
        Current => "Đang dùng", "In use";
        Default => "Mặc định", "Default";
        Try => "Xem trước và chọn", "Preview and choose";
        TryNamed { option: String } => "Xem trước và chọn: {option}", "Preview and choose: {option}";
        EditSlabs => "Sửa khung", "Edit the slabs";
        OnlyOne => "Chỉ có một cách hiểu.", "There is one answer only.";
        History => "Đã chọn", "Chosen";
        HistoryLine { from: String, to: String, option: String, ground: String } => "{from} – {to}: {option}. Căn cứ: {ground}", "{from} – {to}: {option}. Ground: {ground}";
        Issuer { issuer: String } => "Người quyết định: {issuer}", "Decided by {issuer}";
        Now => "nay", "now";
        NoGround => "không ghi", "not recorded";
        DialogTitle { key: String } => "Đổi cách hiểu {key}", "Change reading {key}";
        FromTo { from: String, to: String } => "Từ “{from}” sang “{to}”.", "From “{from}” to “{to}”.";
        From => "Áp dụng từ ngày", "From the day";
        FromHint => "Kỳ nào kết thúc từ ngày này trở đi thì tính theo cách hiểu mới", "Periods that end on or after this day are scored the new way";
        Ground => "Căn cứ hoặc lý do", "Ground or reason";
        GroundHint => "Ví dụ: Quy chế số 12/QC ngày 05/01/2026", "Such as: Rule no. 12/QC of 05/01/2026";
        By => "Người quyết định", "Decided by";
        Apply => "Áp dụng", "Apply";
        Slab { number: usize } => "Khung {number}: chậm đến (ngày)", "Slab {number}: late up to (days)";
        SlabPercent { number: usize } => "Khung {number}: trừ (%)", "Slab {number}: taken off (%)";
        SlabRest => "Chậm nhiều hơn: trừ (%)", "Later than that: taken off (%)";
        SlabLine { days: u32, percent: String } => "đến {days} ngày trừ {percent}%", "up to {days} days {percent}% off";
        SlabMore { percent: String } => "nhiều hơn trừ {percent}%", "more {percent}% off";
        Working => "Đang tính lại để so sánh…", "Computing for comparison…";
        Changed { people: String, classes: String } => "{people} người đổi điểm, {classes} người đổi mức", "{people} people change score, {classes} change class";
        Nobody => "Không ai đổi điểm, không ai đổi mức.", "Nobody's score or class changes.";
        PointsChanged { people: String, units: String } => "Điểm kỷ cương theo chỉ thị: {people} người và {units} đơn vị đổi điểm.", "Conduct points under the directive: {people} people and {units} units change.";
        PointsNobody => "Không ai đổi điểm kỷ cương theo chỉ thị.", "Nobody's conduct points under the directive change.";
        PointsTable => "Điểm kỷ cương thay đổi", "Conduct points that change";
        PointsWhose => "Của ai", "Whose";
        PointsPeriod => "Kỳ đang xem, hoặc kỳ đổi sau cùng", "The period shown, or the last changed";
        Points => "Điểm đạt trên điểm tối đa", "Points of the most points";
        PointsOf { earned: String, max: String } => "{earned}/{max}", "{earned}/{max}";
        PrintOnly => "Cách hiểu này chỉ đổi cách trình bày khi in.", "This reading only changes how things are printed.";
        Confirmed { count: String } => "{count} kỳ đã khóa giữ nguyên điểm.", "{count} confirmed periods keep their scores.";
        More { count: String } => "và {count} người nữa (không liệt kê hết)", "and {count} more (not all listed)";
        Table => "Ai thay đổi", "Who changes";
        Name => "Họ và tên", "Name";
        NameInYear { name: String, year: u16 } => "{name} (năm {year})", "{name} ({year})";
        Period => "Điểm kỳ đang xem, hoặc kỳ đổi sau cùng", "Score of the period shown, or the last changed";
        InPeriod { period: String, points: String } => "{period}: {points}", "{period}: {points}";
        Periods => "Số kỳ đổi", "Periods changed";
        Mean => "Trung bình năm", "Year's mean";
        Class => "Mức năm", "Year's class";
        Change { before: String, after: String } => "{before} → {after}", "{before} → {after}";
        CapTable => "Tỷ lệ Xuất sắc thay đổi", "The cap on Excellent changes";
        CapOrganisation => "Toàn cơ quan", "Whole agency";
        CapScope => "Phạm vi", "Scope";
        CapAllowed => "Số người được phép", "Allowed";
        CapStanding => "Đang xếp Xuất sắc", "Stand at Excellent";
    }
}

crate::messages! {
    /// The criteria.
    pub enum CriteriaMessage {
        Intro { points: String } => "Nguyên văn Mẫu số 01 và Phụ lục I. Tổng {points} điểm, áp dụng như nhau cho công chức và lãnh đạo; nghị định không cho mức trừ bên trong từng dòng.", "The words of Form 01 and Annex I. {points} points in all, the same for staff and leaders; the decree gives no deductions within a line.";
        Section { mark: String, name: String } => "{mark}. {name}", "{mark}. {name}";
        Max { points: String } => "tối đa {points} điểm", "at most {points} points";
        Leaders => "Người giữ chức vụ lãnh đạo, quản lý trả lời thêm d, đ, e", "Heads and deputies also answer d, đ, e";
        LeadersText { full: String, reduced: String } => "Mỗi tiêu chí đúng {full}% hoặc {reduced}%; không có mức ở giữa và không có mặc định.", "Each is exactly {full}% or {reduced}%: nothing between, and no default.";
        Details => "Nội dung chi tiết theo Phụ lục I", "In detail, from Annex I";
        Full { percent: String } => "{percent}%:", "{percent}%:";
    }
}

crate::messages! {
    /// The calendar.
    pub enum CalendarMessage {
        Year => "Năm", "Year";
        Verified { day: String } => "Đã đối chiếu với thông báo nghỉ lễ, tết (kiểm tra ngày {day}).", "Compared with the announcement of holidays (checked {day}).";
        Unverified { year: u16 } => "Lịch năm {year} là dự kiến, chưa có thông báo nghỉ để đối chiếu. Khi có thông báo, hãy thêm hoặc sửa ngày ở bảng dưới.", "The calendar of {year} is expected only: no announcement to compare it with yet. Once there is one, add or correct days below.";
        Unknown { year: u16 } => "Phần mềm chưa có ngày nghỉ lễ của năm {year}: hiện chỉ trừ thứ bảy và chủ nhật. Hãy thêm ngày nghỉ theo thông báo.", "Holidays of {year} are not in the program yet: only Saturdays and Sundays are off. Add days as announced.";
        Use => "Lịch này tính thời hạn theo ngày làm việc (kiến nghị, R1 theo ngày làm việc).", "This calendar counts time limits in working days (petitions, R1 by working days).";
        Months => "Ngày làm việc từng tháng", "Working days by month";
        Month { month: u8, count: usize } => "Tháng {month}: {count} ngày làm việc", "Month {month}: {count} working days";
        Special => "Ngày khác tuần thường", "Days that differ from the plain week";
        NoSpecial => "Chưa có ngày nào.", "None yet.";
        Add => "Thêm ngày", "Add a day";
        AddTitle => "Ngày nghỉ hoặc làm bù của cơ quan", "A day off or worked, as the agency decides";
        Day => "Ngày", "Day";
        Weekday => "Thứ", "Weekday";
        Kind => "Loại", "Kind";
        What => "Tên gọi, lý do", "Name or reason";
        Working => "Là ngày", "It is";
        Off => "Nghỉ", "Off";
        Worked => "Làm việc", "Worked";
        Note => "Lý do hoặc số thông báo", "Reason or notice";
        Remove { day: String } => "Bỏ ngày {day}, theo lại lịch chung", "Remove {day}, follow the announced calendar again";
        Holiday => "Nghỉ lễ, tết", "Holiday";
        Compensatory => "Nghỉ bù", "Compensatory day off";
        SwappedOff => "Nghỉ hoán đổi", "Swapped day off";
        SwappedWorked => "Làm bù", "Worked instead";
        OwnOff => "Nghỉ (cơ quan ghi)", "Off (entered here)";
        OwnWorked => "Làm việc (cơ quan ghi)", "Worked (entered here)";
    }
}

impl From<DayKind> for CalendarMessage {
    fn from(kind: DayKind) -> Self {
        match kind {
            DayKind::Holiday => Self::Holiday,
            DayKind::Compensatory => Self::Compensatory,
            DayKind::SwappedOff => Self::SwappedOff,
            DayKind::SwappedWorked => Self::SwappedWorked,
            DayKind::OwnOff => Self::OwnOff,
            DayKind::OwnWorked => Self::OwnWorked,
        }
    }
}

crate::messages! {
    /// The agency.
    pub enum AgencyMessage {
        Printed => "In trên biểu mẫu", "Printed on the forms";
        Name => "Tên cơ quan, đơn vị", "Name of the agency";
        Superior => "Cơ quan cấp trên (dòng trên)", "Superior body (line above)";
        Place => "Địa danh ghi trước ngày tháng", "Place of the date line";
        Signer => "Chức danh người có thẩm quyền ký", "Title of the signing authority";
        SignerHint => "Ví dụ: CHỦ TỊCH", "Such as: CHAIRMAN";
        Followed => "Theo dõi, đánh giá", "Follow-up";
        Tracking => "Chấm điểm theo", "Scores are given by";
        Monthly => "Tháng", "Month";
        Quarterly => "Quý", "Quarter";
        TrackingHint => "Điều 17 khoản 1: theo tháng hoặc theo quý", "Article 17.1: by month or by quarter";
        TrackingNote => "Đổi cách theo dõi làm mọi điểm được tính lại theo kỳ mới; điểm tiêu chí chung đã nhập theo kỳ cũ vẫn giữ nhưng không được dùng. Có thể hoàn tác.", "Changing this scores everything anew by the other period; general points entered for the old periods are kept but not used. It can be undone.";
        Save => "Lưu thông tin cơ quan", "Save the agency";
    }
}
