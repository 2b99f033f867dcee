//! Words of the register of tasks.

use crate::app::view::tasks::{Gap, Standing, TaskColumn, TaskFilter, TaskStatus};
use crate::app::workflow::task::TaskField;
use crate::domain::Origin;

use super::{Locale, Say};

crate::messages! {
    /// The screen and its dialogs.
    pub enum TaskMessage {
        Title => "Nhiệm vụ", "Tasks";
        Subtitle { shown: String, overdue: String, soon: String } => "{shown} nhiệm vụ · {overdue} quá hạn · {soon} đến hạn trong 3 ngày", "{shown} tasks · {overdue} overdue · {soon} due within 3 days";
        Filters => "Lọc nhanh", "Quick filters";
        FilterAll => "Tất cả", "All";
        FilterOverdue => "Quá hạn", "Overdue";
        FilterDueSoon => "Đến hạn 3 ngày", "Due in 3 days";
        FilterLate => "Trễ hạn", "Late";
        FilterUnclear => "Chưa rõ người, việc, trách nhiệm, thời gian", "Without person, work, responsibility or deadline";
        FilterNoPerson => "Chưa rõ người", "Without a person";
        FilterNoWork => "Chưa rõ việc (sản phẩm)", "Without a product";
        FilterNoAnswer => "Chưa rõ trách nhiệm", "Nobody answering for it";
        FilterNoTime => "Chưa rõ thời gian", "Without a deadline";
        FilterFailed => "Chưa đạt chất lượng", "Failed quality";
        FilterAdded => "Phát sinh, nhận thêm", "Unplanned or taken over";
        Search => "Tìm trong nhiệm vụ", "Search tasks";
        SearchHint => "Tìm theo mã, tên, người", "Code, name or person";
        Unit => "Đơn vị", "Unit";
        AllUnits => "Mọi đơn vị", "All units";
        Span => "Thời gian", "Time";
        ThisMonth => "Chỉ tháng đang xem", "Only this month";
        ThisYear => "Cả năm", "The whole year";
        Assign => "Giao nhiệm vụ", "Assign a task";
        Repeat => "Lặp lại tháng trước", "Repeat last month";
        RepeatAsk { from: String, count: String } => "Chép {count} nhiệm vụ theo kế hoạch của {from} sang tháng sau, hạn lùi một tháng và rơi vào ngày làm việc, số đã hoàn thành để trống. Việc đã có ở tháng sau không chép lại. Có thể hoàn tác.", "Copies {count} planned tasks of {from} to the month after, deadlines a month later on a working day, nothing completed. What is planned there already is left out. Can be undone.";
        RepeatLeftOut { text: String, who: String } => "{text} Không chép cho người có kỳ sau đã khóa: {who}.", "{text} Left out, because their period is confirmed: {who}.";
        RepeatOne { name: String, period: String } => "{name} (kỳ {period})", "{name} ({period})";
        RepeatNothing { from: String } => "{from} không có nhiệm vụ theo kế hoạch nào chưa được lặp lại.", "{from} has no planned tasks that are not repeated already.";
        HandOver => "Chuyển giao…", "Hand over…";
        History => "Diễn biến…", "History…";
        Delete => "Xóa", "Delete";
        DeleteAsk { count: String } => "Xóa {count} nhiệm vụ đã chọn? Có thể hoàn tác.", "Delete {count} selected tasks? This can be undone.";
        Selected { count: String } => "{count} dòng đã chọn", "{count} rows selected";
        Grid => "Sổ nhiệm vụ", "Register of tasks";
        SelectRow => "Chọn dòng", "Select row";
        SelectAll => "Chọn tất cả", "Select all";
        EmptyTitle => "Chưa có nhiệm vụ nào ở đây", "No tasks here";
        EmptyText => "Giao nhiệm vụ mới, nhập từ Excel, hoặc bỏ bớt điều kiện lọc.", "Assign one, import from Excel, or clear the filters.";
        Import => "Nhập từ Excel…", "Import from Excel…";
        Choose => "Chọn một nhiệm vụ trong bảng trước.", "Choose a task in the table first.";
        Locked => "Kỳ đã khóa", "Period confirmed";
        CurrentCell { column: String, task: String } => "Ô đang chọn: {column} · {task}", "Cell: {column} · {task}";
        KeyEdit => "sửa", "edit";
        KeyFill => "điền xuống", "fill down";
        KeyUndo => "hoàn tác", "undo";
        KeyPaste => "dán từ Excel", "paste from Excel";
        FormOfficial => "Người chủ trì", "Lead person";
        FormProduct => "Sản phẩm trong danh mục", "Product of the catalogue";
        FormProductHint => "Gõ mã hoặc tên; hệ số lấy theo danh mục", "Type a code or name; the coefficient comes with it";
        FormName => "Tên nhiệm vụ", "Task";
        FormNameHint => "Để trống nếu đúng như tên sản phẩm", "Leave empty to use the product's name";
        CoefficientRange { from: String, to: String } => "Sản phẩm này có hệ số từ {from} đến {to}; nhập hệ số chốt khi giao", "This product has a coefficient from {from} to {to}; enter the one fixed now";
        Calendar => "Lịch thời hạn", "Calendar of deadlines";
        FormUnplanned => "Đột xuất, phát sinh ngoài kế hoạch", "Unplanned work";
        FormUnplannedHint => "Tính ngoài số giao ban đầu, được cộng thêm (Điều 18.1d)", "Counts on top of the plan (Điều 18.1d)";
        HistoryTitle { name: String } => "Diễn biến: {name}", "History: {name}";
        StatusOverdue { days: i64 } => "Quá hạn {days} ngày", "{days} days overdue";
        StatusLate { days: i64 } => "Trễ {days} ngày", "{days} days late";
        StatusOccurrences { count: usize } => "Chậm {count} lần", "Late {count} times";
        StatusDueSoon { days: i64 } => "Còn {days} ngày", "{days} days left";
        StatusDueToday => "Đến hạn hôm nay", "Due today";
        StatusNoPerson => "Chưa rõ người", "No person";
        StatusNoWork => "Chưa rõ việc", "No work named";
        StatusNoTime => "Chưa rõ thời gian", "No deadline";
        StatusInProgress => "Đang làm", "In progress";
        StandingOccurrences => "Có lần chậm", "With late occurrences";
        StandingUnclear => "Chưa rõ", "Unclear";
        StatusExcused => "Trễ, được miễn", "Late, excused";
        StatusHandedBack => "Đã trả lại", "Handed back";
        StatusOnTime => "Đúng hạn", "On time";
        OriginPlanned => "Theo kế hoạch", "Planned";
        OriginTakenOver => "Nhận thêm", "Taken over";
        OriginUnplanned => "Phát sinh", "Unplanned";
        CountOfExcused { count: usize, excused: usize } => "{count} (miễn {excused})", "{count} ({excused} excused)";
    }
}

crate::messages! {
    /// Column heads of the register.
    pub enum TaskColumnName {
        Code => "Mã", "Code";
        Name => "Nhiệm vụ", "Task";
        Official => "Chủ trì", "Lead";
        Product => "Sản phẩm", "Product";
        Coefficient => "Hệ số", "Coefficient";
        Assigned => "Giao", "Assigned";
        Completed => "Xong", "Done";
        AssignedOn => "Ngày giao", "Assigned on";
        Due => "Hạn", "Due";
        Finished => "Ngày xong", "Finished";
        Failures => "Chưa đạt", "Failures";
        Late => "Lần chậm", "Late";
        Origin => "Nguồn", "Origin";
        Note => "Ghi chú", "Note";
        Status => "Tình trạng", "Status";
        Unit => "Đơn vị", "Unit";
    }
}

impl From<TaskField> for TaskColumnName {
    fn from(field: TaskField) -> Self {
        match field {
            TaskField::Code => Self::Code,
            TaskField::Name => Self::Name,
            TaskField::Official => Self::Official,
            TaskField::Product => Self::Product,
            TaskField::Coefficient => Self::Coefficient,
            TaskField::Assigned => Self::Assigned,
            TaskField::Completed => Self::Completed,
            TaskField::AssignedOn => Self::AssignedOn,
            TaskField::Due => Self::Due,
            TaskField::Finished => Self::Finished,
            TaskField::Failures => Self::Failures,
            TaskField::Late => Self::Late,
            TaskField::Origin => Self::Origin,
            TaskField::Note => Self::Note,
        }
    }
}

impl From<TaskColumn> for TaskColumnName {
    fn from(column: TaskColumn) -> Self {
        match column {
            TaskColumn::Field(field) => field.into(),
            TaskColumn::Unit => Self::Unit,
            TaskColumn::Deadline => Self::Due,
            TaskColumn::Status => Self::Status,
        }
    }
}

impl From<TaskFilter> for TaskMessage {
    fn from(filter: TaskFilter) -> Self {
        match filter {
            TaskFilter::All => Self::FilterAll,
            TaskFilter::Overdue => Self::FilterOverdue,
            TaskFilter::DueSoon => Self::FilterDueSoon,
            TaskFilter::Late => Self::FilterLate,
            TaskFilter::Unclear => Self::FilterUnclear,
            TaskFilter::NoPerson => Self::FilterNoPerson,
            TaskFilter::NoWork => Self::FilterNoWork,
            TaskFilter::NoAnswer => Self::FilterNoAnswer,
            TaskFilter::NoTime => Self::FilterNoTime,
            TaskFilter::Failed => Self::FilterFailed,
            TaskFilter::Added => Self::FilterAdded,
        }
    }
}

impl From<Standing> for TaskMessage {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Overdue => Self::FilterOverdue,
            Standing::Late => Self::FilterLate,
            Standing::LateOccurrences => Self::StandingOccurrences,
            Standing::DueSoon => Self::FilterDueSoon,
            Standing::Unclear => Self::StandingUnclear,
            Standing::InProgress => Self::StatusInProgress,
            Standing::Excused => Self::StatusExcused,
            Standing::HandedBack => Self::StatusHandedBack,
            Standing::OnTime => Self::StatusOnTime,
        }
    }
}

impl Say for TaskStatus {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Overdue(days) => TaskMessage::StatusOverdue { days: *days },
            Self::Late(days) => TaskMessage::StatusLate { days: *days },
            Self::LateOccurrences(count) => TaskMessage::StatusOccurrences { count: *count },
            Self::DueSoon(0) => TaskMessage::StatusDueToday,
            Self::DueSoon(days) => TaskMessage::StatusDueSoon { days: *days },
            Self::Unclear(Gap::Person) => TaskMessage::StatusNoPerson,
            Self::Unclear(Gap::Work) => TaskMessage::StatusNoWork,
            Self::Unclear(Gap::Time) => TaskMessage::StatusNoTime,
            Self::InProgress => TaskMessage::StatusInProgress,
            Self::Excused => TaskMessage::StatusExcused,
            Self::HandedBack => TaskMessage::StatusHandedBack,
            Self::OnTime => TaskMessage::StatusOnTime,
        };
        message.say(locale)
    }
}

impl From<Origin> for TaskMessage {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Planned => Self::OriginPlanned,
            Origin::TakenOver => Self::OriginTakenOver,
            Origin::Unplanned => Self::OriginUnplanned,
        }
    }
}
