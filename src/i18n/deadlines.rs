//! Words of the calendar of deadlines and of its file.

use crate::app::view::deadlines::DeadlineMark;

use super::Locale;

crate::messages! {
    /// The screen.
    pub enum DeadlinesMessage {
        Title => "Lịch thời hạn", "Calendar of deadlines";
        Subtitle { all: String, overdue: String, soon: String } => "{all} thời hạn trong tháng · {overdue} quá hạn · {soon} đến hạn trong 3 ngày", "{all} deadlines this month · {overdue} overdue · {soon} due within 3 days";
        Register => "Sổ nhiệm vụ", "Register of tasks";
        Grid { month: String } => "Thời hạn {month}", "Deadlines of {month}";
        Before => "Tháng trước", "Month before";
        After => "Tháng sau", "Month after";
        Today => "Tháng này", "This month";
        Keys => "Phím mũi tên để chuyển ngày, Page Up và Page Down để chuyển tháng, Enter để mở ngày", "Arrow keys move by days, Page Up and Page Down by months, Enter opens a day";
        Empty { month: String } => "Không có thời hạn nào trong {month}", "No deadlines in {month}";
        EmptyText => "Chọn tháng khác hoặc bỏ bớt điều kiện lọc.", "Choose another month or clear the filters.";
        MarkOverdue => "Quá hạn", "Overdue";
        MarkSoon => "Sắp đến hạn", "Due soon";
        MarkOpen => "Chưa đến hạn", "Not due yet";
        MarkDone => "Đã xong", "Done";
        More { count: usize } => "và {count} việc nữa", "and {count} more";
        MoreInRegister { count: usize } => "Còn {count} việc nữa trong ngày này; xem trong sổ nhiệm vụ.", "{count} more on this day; see the register of tasks.";
        DayTitle { day: String } => "Thời hạn {day}", "Deadlines of {day}";
        DayEmpty => "Không có thời hạn nào trong ngày này.", "Nothing is due on this day.";
        Milestone { name: String, task: String } => "{name} ({task})", "{name} ({task})";
        NoLead => "chưa rõ người", "no person";
        Export => "Xuất tệp lịch (.ics)…", "Calendar file (.ics)…";
        ExportText { year: u16 } => "Tệp lịch chứa các thời hạn và mốc chưa xong của năm {year}, mở được bằng Outlook, Google Lịch và điện thoại. Xuất lại sau này thì lịch thay mục cũ, không tạo mục trùng.", "The file holds the deadlines and milestones of {year} that are not done yet, for Outlook, Google Calendar and phones. Exported again, a calendar replaces the former entries.";
        ExportChosen { count: String } => "Tệp lịch chứa các thời hạn và mốc chưa xong của {count} nhiệm vụ đã chọn hoặc đang lọc, mở được bằng Outlook, Google Lịch và điện thoại. Xuất lại sau này thì lịch thay mục cũ, không tạo mục trùng.", "The file holds the deadlines and milestones of the {count} tasks ticked or filtered that are not done yet, for Outlook, Google Calendar and phones. Exported again, a calendar replaces the former entries.";
        ExportWho => "Của ai", "Whose";
        ExportWhoHint => "Để trống nếu lấy của mọi người", "Leave empty for everybody";
        HideNames => "Ẩn tên người", "Hide names";
        HideNamesHint => "Dùng mã thay cho tên và tên sản phẩm thay cho tên nhiệm vụ tự ghi", "Codes in place of names, the product in place of what was written";
        Make => "Tạo tệp lịch", "Make the file";
        Making => "Đang tạo tệp lịch…", "Making the file…";
    }
}

crate::messages! {
    /// What stands in the file.
    pub enum IcsMessage {
        Name { agency: String } => "Thời hạn nhiệm vụ {agency}", "Deadlines of tasks {agency}";
        Due { task: String } => "Hạn: {task}", "Due: {task}";
        MilestoneDue { name: String, task: String } => "Hạn mốc: {name} ({task})", "Milestone due: {name} ({task})";
        HiddenMilestone { task: String } => "Hạn mốc ({task})", "Milestone due ({task})";
        Lead { name: String } => "Chủ trì: {name}", "Lead: {name}";
        Code { code: String } => "Mã: {code}", "Code: {code}";
        Number { number: u32 } => "Nhiệm vụ số {number}", "Task {number}";
    }
}

impl From<DeadlineMark> for DeadlinesMessage {
    fn from(mark: DeadlineMark) -> Self {
        match mark {
            DeadlineMark::Overdue => Self::MarkOverdue,
            DeadlineMark::Soon => Self::MarkSoon,
            DeadlineMark::Open => Self::MarkOpen,
            DeadlineMark::Done => Self::MarkDone,
        }
    }
}

/// The days of the week from Monday: short, whole.
#[must_use]
pub fn weekdays(locale: Locale) -> [(&'static str, &'static str); 7] {
    match locale {
        Locale::Vi => [
            ("T2", "Thứ hai"),
            ("T3", "Thứ ba"),
            ("T4", "Thứ tư"),
            ("T5", "Thứ năm"),
            ("T6", "Thứ sáu"),
            ("T7", "Thứ bảy"),
            ("CN", "Chủ nhật"),
        ],
        Locale::En => [
            ("Mon", "Monday"),
            ("Tue", "Tuesday"),
            ("Wed", "Wednesday"),
            ("Thu", "Thursday"),
            ("Fri", "Friday"),
            ("Sat", "Saturday"),
            ("Sun", "Sunday"),
        ],
    }
}
