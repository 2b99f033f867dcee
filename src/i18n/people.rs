//! Words of the overview, the list of officials and the page of one official.

use crate::domain::AbsenceKind;

crate::messages! {
    /// The overview.
    pub enum OverviewMessage {
        Title => "Hôm nay cần làm gì", "What must be done today";
        Subtitle { weekday: String, today: String, days: i64 } => "{weekday} {today} · còn {days} ngày đến hạn xếp loại 15/12", "{weekday} {today} · {days} days left until classification on 15/12";
        SubtitlePast { weekday: String, today: String } => "{weekday} {today} · đã qua hạn xếp loại của năm đang xem", "{weekday} {today} · the year's classification is past its date";
        SubtitlePlain { weekday: String, today: String } => "{weekday} {today}", "{weekday} {today}";
        Waiting => "Việc chờ bạn", "Waiting for you";
        Overdue => "nhiệm vụ quá hạn", "tasks overdue";
        DueSoon => "nhiệm vụ đến hạn trong 3 ngày", "tasks due within 3 days";
        Unscored { of: usize } => "trong {of} công chức chưa có điểm kỳ này", "of {of} officials without a score in this period";
        OpenComplaints => "phản ánh chưa kết luận", "complaints not concluded";
        OverCap { allowed: u32 } => "người vượt tỷ lệ Xuất sắc (cho phép {allowed})", "people beyond the cap on Xuất sắc ({allowed} allowed)";
        Unclear => "nhiệm vụ chưa rõ người, việc, trách nhiệm hoặc thời gian", "tasks without person, work, responsibility or deadline";
        Nothing => "Không còn việc nào chờ bạn.", "Nothing is waiting for you.";
        Lateness => "Trễ hạn theo đơn vị và tháng", "Lateness by unit and month";
        LatenessAside => "số nhiệm vụ, đã trừ nguyên nhân được xác nhận", "tasks, net of confirmed causes";
        Distribution => "Phân bố điểm trung bình năm", "Distribution of the year's means";
        DistributionTable => "Xem bảng số", "See the table";
        Classes => "Mức xếp loại đang có", "Classes as they stand";
        NoClass => "Chưa xếp", "None yet";
        EmptyTitle => "Chưa có dữ liệu", "No data yet";
        EmptyText => "Hãy nhập danh sách công chức, danh mục và sổ nhiệm vụ từ Excel, hoặc thêm từng người.", "Import the staff list, catalogue and task register from Excel, or add people one by one.";
        People { count: usize } => "{count} người", "{count} people";
        Tens => "Khoảng điểm", "Points";
        Unit => "Đơn vị", "Unit";
        Class => "Mức", "Class";
        Number => "Số người", "People";
    }
}

crate::messages! {
    /// The list of officials.
    pub enum OfficialsMessage {
        Title => "Công chức", "Officials";
        Subtitle { count: String } => "{count} người, xếp theo tên", "{count} people, by given name";
        Search => "Tìm công chức", "Search officials";
        SearchHint => "Tên hoặc mã", "Name or code";
        Grid => "Danh sách công chức", "List of officials";
        Add => "Thêm công chức", "Add an official";
        Name => "Họ và tên", "Name";
        Code => "Mã", "Code";
        Position => "Chức vụ, chức danh", "Title";
        Unit => "Đơn vị", "Unit";
        NewUnit => "Tên đơn vị mới", "Name of the new unit";
        NewUnitHint => "Chỉ điền khi đơn vị chưa có trong danh sách", "Only when the unit is not in the list yet";
        Group => "Nhóm tương đồng", "Duty group";
        Role => "Vai trò", "Role";
        From => "Từ ngày", "From";
        Period => "Kỳ này", "This period";
        Mean => "Trung bình năm", "Year's mean";
        Class => "Mức năm", "Year's class";
        EmptyTitle => "Chưa có công chức nào", "No officials yet";
        EmptyText => "Nhập danh sách từ Excel hoặc thêm từng người.", "Import the list from Excel or add people one by one.";
        ClassExcellent => "Xuất sắc", "Excellent";
        ClassGood => "Tốt", "Good";
        ClassCompleted => "Hoàn thành", "Completed";
        ClassNot => "Không hoàn thành", "Not completed";
        ClassUnclassified => "Không xếp loại", "Not classified";
        ClassNone => "Chưa đủ dữ liệu", "Not enough data";
        RoleHead => "Người đứng đầu", "Head";
        RoleDeputy => "Cấp phó", "Deputy";
        RoleStaff => "Công chức", "Staff";
        RoleSupport => "Nhân viên hỗ trợ", "Support";
    }
}

crate::messages! {
    /// One official.
    pub enum OfficialMessage {
        Gone => "Không có công chức này", "There is no such official";
        Back => "Danh sách công chức", "All officials";
        Year { year: u16 } => "Các kỳ năm {year}", "Periods of {year}";
        PartTitle { period: String, score: String } => "{period}: {score}", "{period}: {score}";
        NoScore => "chưa có điểm", "no score";
        Positions => "Vị trí công tác", "Positions";
        Absences => "Thời gian nghỉ", "Absences";
        Records => "Hồ sơ trong năm", "Records of the year";
        Tasks => "Nhiệm vụ", "Tasks";
        TasksValue { all: usize, late: usize, overdue: usize } => "{all} nhiệm vụ, {late} trễ hạn, {overdue} quá hạn", "{all} tasks, {late} late, {overdue} overdue";
        Complaints => "Phản ánh", "Complaints";
        ComplaintsValue { all: usize, right: usize } => "{all} phản ánh, {right} kết luận đúng hoặc đúng một phần", "{all} complaints, {right} concluded as right or partly right";
        Incidents => "Vụ việc ghi nhận", "Incidents";
        IncidentsValue { all: usize, confirmed: usize } => "{all} vụ việc, {confirmed} đã xác nhận", "{all} incidents, {confirmed} confirmed";
        IncidentEntry { day: String } => "Vụ việc ngày {day}", "Incident of {day}";
        Disciplines => "Kỷ luật", "Discipline";
        DisciplinesValue { count: usize } => "{count} quyết định", "{count} decisions";
        Span { from: String, to: String } => "{from} – {to}", "{from} – {to}";
        Now => "nay", "now";
        ScoreSheet => "Phiếu chấm điểm", "Score sheet";
        YearSheet => "Phiếu xếp loại năm", "Year sheet";
        Sick => "Nghỉ ốm", "Sick leave";
        Maternity => "Nghỉ thai sản", "Maternity leave";
        Unpaid => "Nghỉ không hưởng lương", "Unpaid leave";
        Other => "Vắng mặt vì lý do khác", "Other absence";
    }
}

impl From<AbsenceKind> for OfficialMessage {
    fn from(kind: AbsenceKind) -> Self {
        match kind {
            AbsenceKind::Sick => Self::Sick,
            AbsenceKind::Maternity => Self::Maternity,
            AbsenceKind::Unpaid => Self::Unpaid,
            AbsenceKind::Other => Self::Other,
        }
    }
}

impl From<crate::domain::Role> for OfficialsMessage {
    fn from(role: crate::domain::Role) -> Self {
        match role {
            crate::domain::Role::Head => Self::RoleHead,
            crate::domain::Role::Deputy => Self::RoleDeputy,
            crate::domain::Role::Staff => Self::RoleStaff,
            crate::domain::Role::Support => Self::RoleSupport,
        }
    }
}

impl From<crate::domain::Class> for OfficialsMessage {
    fn from(class: crate::domain::Class) -> Self {
        match class {
            crate::domain::Class::Excellent => Self::ClassExcellent,
            crate::domain::Class::Good => Self::ClassGood,
            crate::domain::Class::Completed => Self::ClassCompleted,
            crate::domain::Class::NotCompleted => Self::ClassNot,
        }
    }
}

impl From<crate::domain::Classification> for OfficialsMessage {
    fn from(classification: crate::domain::Classification) -> Self {
        match classification {
            crate::domain::Classification::Class(class) => class.into(),
            crate::domain::Classification::Unclassified => Self::ClassUnclassified,
            crate::domain::Classification::None => Self::ClassNone,
        }
    }
}
