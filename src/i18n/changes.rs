//! Words of what one operation changed: fields, and what stood and stands in them.

use crate::app::view::changes::{
    Changed, ChangedField, ChangedRecord, Field, Happened, Part, Shown,
};
use crate::domain::Tracking;
use crate::ledger::{Key, Kind};

use super::action::KindName;
use super::complaint::{ComplaintMessage, DisciplineMessage};
use super::local_rules::LocalMessage;
use super::people::OfficialMessage;
use super::reason::{ClassName, RoleName, wording};
use super::rules::AgencyMessage;
use super::task::TaskMessage;
use super::{Locale, Say, format};

crate::messages! {
    /// The fields of records, as the screens call them.
    pub enum FieldWord {
        Name => "Tên", "Name";
        FullName => "Họ và tên", "Name";
        Superior => "Cơ quan cấp trên", "Superior body";
        Place => "Địa danh", "Place";
        SignerTitle => "Chức danh người ký", "Title of the signing authority";
        Tracking => "Chấm điểm theo", "Scores are given by";
        Code => "Mã", "Code";
        Parent => "Đơn vị cấp trên", "Unit above";
        Born => "Ngày sinh", "Born";
        Note => "Ghi chú", "Note";
        Official => "Công chức", "Official";
        Unit => "Đơn vị", "Unit";
        Role => "Vai trò", "Role";
        JobTitle => "Chức vụ, chức danh", "Title";
        Group => "Nhóm tương đồng", "Duty group";
        From => "Từ ngày", "From";
        To => "Đến hết ngày", "Up to";
        Reason => "Lý do", "Reason";
        Document => "Số, ngày văn bản", "Document";
        DecisionNumber => "Số quyết định", "Decision number";
        Issuer => "Cơ quan ban hành", "Issued by";
        StandardPoints => "Điểm của sản phẩm chuẩn", "Points of the standard product";
        Decimals => "Số chữ số thập phân của hệ số", "Decimals of the coefficient";
        Band => "Nhóm", "Group";
        Least => "Từ", "From";
        Most => "Tối đa", "At most";
        Below => "Đến dưới", "Below";
        Catalogue => "Danh mục", "Catalogue";
        Product => "Sản phẩm, công việc", "Product or work";
        Detail => "Nội dung công việc", "What is done";
        Output => "Kết quả đầu ra", "Output";
        Department => "Bộ phận", "Department";
        Points => "Điểm", "Points";
        Coefficient => "Hệ số", "Coefficient";
        Task => "Nhiệm vụ", "Task";
        Lead => "Chủ trì", "Lead";
        Assigned => "Giao", "Assigned";
        Completed => "Xong", "Done";
        AssignedOn => "Ngày giao", "Assigned on";
        Due => "Hạn", "Due";
        Finished => "Ngày xong", "Finished";
        Origin => "Nguồn", "Origin";
        HandedBack => "Trả lại", "Handed back";
        TakenOverBy => "Người nhận làm nhiệm vụ", "Taken over as";
        On => "Ngày", "Day";
        Extension => "Gia hạn", "Extension";
        NewDue => "Hạn mới", "New deadline";
        Approver => "Người phê duyệt", "Approved by";
        Revoked => "Thu hồi ngày", "Revoked on";
        Failure => "Lần chưa đạt chất lượng", "Quality failure";
        Late => "Lần chậm", "Late occurrence";
        ObjectiveCause => "Nguyên nhân khách quan", "Objective cause";
        Cause => "Nguyên nhân", "Cause";
        Excuses => "Miễn trừ cho diễn biến số", "Excuses entry no.";
        ConfirmedBy => "Người xác nhận", "Confirmed by";
        Pause => "Tạm dừng", "Pause";
        WaitingFor => "Chờ cơ quan, đơn vị", "Waiting for";
        Handling => "Xử lý việc chậm", "Handling of lateness";
        Measure => "Hình thức xử lý", "What was done";
        By => "Người thực hiện, quyết định", "By";
        Assessment => "Đánh giá bản nộp", "Assessment of a version";
        Version => "Lần", "Version";
        Passed => "Đạt yêu cầu", "Met the requirement";
        Milestone => "Mốc trung gian", "Milestone";
        Reminder => "Nhắc việc", "Reminder";
        Apology => "Phiếu xin lỗi", "Apology slip";
        AgainOn => "Ngày hẹn lại", "New day promised";
        PartOf => "Một phần của việc chung", "Part of a shared task";
        Quantity => "Số lượng", "Quantity";
        Answerable => "Người chịu trách nhiệm", "Who answers for it";
        Dossiers => "Hồ sơ điện tử", "Dossiers handled electronically";
        Handled => "Số hồ sơ đã xử lý", "Dossiers handled";
        Electronic => "Trong đó điện tử, đúng hạn", "Of these electronic and on time";
        Number => "Số vào sổ", "Number";
        Received => "Ngày nhận", "Received";
        Channel => "Kênh tiếp nhận", "Channel";
        Criterion => "Nội dung theo chỉ thị", "Kind (directive)";
        Procedure => "Loại đơn", "Procedure";
        RelatedTask => "Nhiệm vụ liên quan", "Task concerned";
        Dossier => "Số hồ sơ", "Dossier number";
        Summary => "Nội dung", "Content";
        Step => "Bước xử lý", "Step";
        State => "Trạng thái", "State";
        SameCase => "Cùng vụ việc với", "Same case as";
        Effect => "Quyết định ảnh hưởng điểm", "Decision on points";
        Line => "Dòng tiêu chí", "Line";
        Month => "Tháng", "Month";
        Taken => "Trừ điểm", "Points taken off";
        RecordedBy => "Người ghi nhận", "Recorded by";
        Evidence => "Căn cứ", "Evidence";
        Explanation => "Giải trình", "Explanation";
        Review => "Kết luận", "Review";
        Confirmed => "Xác nhận đúng", "Confirmed";
        Side => "Loại kỷ luật", "Kind";
        Form => "Hình thức", "Form";
        Act => "Hành vi vi phạm", "Act";
        ActOn => "Ngày vi phạm", "Day of the act";
        Effective => "Ngày có hiệu lực", "In effect from";
        DutyRelated => "Liên quan công vụ", "About duty";
        SameAct => "Cùng hành vi với quyết định", "Same act as";
        AlreadyUsed => "Năm đã dùng hành vi này", "Year the act was already a ground";
        ActUnit => "Đơn vị nơi xảy ra vi phạm", "Unit of the act";
        Ground => "Căn cứ", "Ground";
        Year => "Năm", "Year";
        Authority => "Cấp có thẩm quyền", "Authority";
        OwnPoints => "Tự chấm", "Own points";
        AuthorityPoints => "Cấp có thẩm quyền chấm", "Authority's points";
        AuthorityOn => "Ngày cấp có thẩm quyền chấm", "Scored by the authority on";
        Strengths => "Ưu điểm", "Strengths";
        Weaknesses => "Hạn chế, khuyết điểm", "Weaknesses";
        Comment => "Ý kiến nhận xét", "Comment";
        UnitResult => "Tiêu chí lãnh đạo d", "Leadership criterion d";
        Organising => "Tiêu chí lãnh đạo đ", "Leadership criterion đ";
        Unity => "Tiêu chí lãnh đạo e", "Leadership criterion e";
        Fulfilled => "Đạt", "Fulfilled";
        Quality => "Chất lượng", "Quality";
        Compliance => "Chấp hành", "Compliance";
        Effectiveness => "Hiệu quả", "Effectiveness";
        Total => "Tổng điểm", "Total";
        GeneralPoints => "Điểm tiêu chí chung", "General criteria";
        TaskPoints => "Điểm kết quả nhiệm vụ", "Points of the tasks";
        Class => "Mức", "Class";
        Reading => "Cách hiểu", "Reading";
        Unlocked => "Mở khóa", "Unlocked";
        Source => "Nguồn điểm", "Source";
        RaisedCap => "Được nâng tỷ lệ xuất sắc", "Cap raised";
        RaisedCapDocument => "Văn bản nâng tỷ lệ", "Document of the raised cap";
        OwnClass => "Mức tự nhận", "Own class";
        Proposal => "Ý kiến của cấp có thẩm quyền", "Authority's opinion";
        Replaces => "Thay quyết định", "Replaces";
        Petition => "Kiến nghị", "Petition";
        Answered => "Ngày trả lời", "Answered";
        Question => "Câu hỏi", "Question";
        Answer => "Cách hiểu được chọn", "Answer chosen";
        Working => "Là ngày làm việc", "Is worked";
        Complainant => "Người phản ánh", "Who complained";
        Words => "Nội dung", "Words";
        Tariff => "Biểu điểm", "Tariff";
        ByShare => "Tính theo tỷ lệ đạt", "By the share";
        PerEvent => "Trừ mỗi lần", "Per event";
        Proposed => "Đề xuất trừ", "Proposed off";
        Clock => "Thời hạn của việc", "Time limit of";
        Length => "Số ngày", "Days";
        WorkingDays => "Tính theo ngày làm việc", "Counted in working days";
        Second => "Giải quyết lần hai", "Second settlement";
        Remote => "Vùng sâu, vùng xa", "Remote place";
        Slab => "Khung", "Band";
    }
}

macro_rules! words_of_fields {
    ($($name:ident)+) => {
        impl From<Field> for FieldWord {
            fn from(field: Field) -> Self {
                match field { $(Field::$name => Self::$name,)+ }
            }
        }
    };
}

words_of_fields! {
        Name FullName Superior Place SignerTitle Tracking Code Parent Born Note Official Unit
        Role JobTitle Group From To Reason Document DecisionNumber Issuer StandardPoints
        Decimals Band Least Most Below Catalogue Product Detail Output Department Points
        Coefficient Task Lead Assigned Completed AssignedOn Due Finished Origin HandedBack
        TakenOverBy On Extension NewDue Approver Revoked Failure Late ObjectiveCause Cause
        Excuses ConfirmedBy Pause WaitingFor Handling Measure By Assessment Version Passed
        Milestone Reminder Apology AgainOn PartOf Quantity Answerable Dossiers Handled
        Electronic Number Received Channel Criterion Procedure RelatedTask Dossier Summary Step
        State SameCase Effect Line Month Taken RecordedBy Evidence Explanation Review Confirmed
        Side Form Act ActOn Effective DutyRelated SameAct AlreadyUsed ActUnit Ground Year
        Authority OwnPoints AuthorityPoints AuthorityOn Strengths Weaknesses Comment UnitResult
        Organising Unity Fulfilled Quality Compliance Effectiveness Total GeneralPoints
        TaskPoints Class Reading Unlocked Source RaisedCap RaisedCapDocument OwnClass Proposal
        Replaces Petition Answered Question Answer Working Complainant Words Tariff ByShare
        PerEvent Proposed Clock Length WorkingDays Second Remote Slab
}

crate::messages! {
    /// What happened to records, and how it is put together.
    pub enum ChangesMessage {
        Added => "thêm mới", "added";
        Changed => "sửa", "changed";
        Removed => "xóa", "removed";
        TakenOut => "nội dung đã xóa hẳn khỏi nhật ký", "contents taken out of the log for good";
        NotYet => "(chưa có)", "(not there yet)";
        Gone => "(đã xóa)", "(removed)";
        Empty => "(trống)", "(empty)";
        Apart => "(giữ riêng, không hiện ở đây)", "(kept apart, not shown here)";
        Yes => "có", "yes";
        No => "không", "no";
        Named { kind: String, name: String } => "{kind}: {name}", "{kind}: {name}";
        NamedIn { kind: String, name: String, period: String } => "{kind}: {name}, {period}", "{kind}: {name}, {period}";
        Numbered { kind: String, number: u32 } => "{kind} số {number}", "{kind} no. {number}";
        InPeriod { kind: String, period: String } => "{kind}, {period}", "{kind}, {period}";
        FieldOf { field: String, of: String } => "{field} {of}", "{field} {of}";
        FieldIs { field: String, value: String } => "{field}: {value}", "{field}: {value}";
        RecordIs { record: String, value: String } => "[{record}] {value}", "[{record}] {value}";
        RecordHappened { record: String, happened: String } => "{record} ({happened})", "{record} ({happened})";
        More { count: String } => "và {count} bản ghi nữa", "and {count} more records";
        Counted { count: String, kind: String } => "{count} {kind}", "{count} {kind}";
    }
}

impl From<Happened> for ChangesMessage {
    fn from(happened: Happened) -> Self {
        match happened {
            Happened::Added => Self::Added,
            Happened::Changed => Self::Changed,
            Happened::Removed => Self::Removed,
            Happened::TakenOut => Self::TakenOut,
        }
    }
}

/// What a record is called, with its kind: `nhiệm vụ: Báo cáo quý`.
#[must_use]
pub fn record_name(record: &ChangedRecord, locale: Locale) -> String {
    named(record.key, record.name.as_deref(), locale)
}

fn named(key: Key, name: Option<&str>, locale: Locale) -> String {
    let kind = KindName::from(key.kind()).say(locale);
    let period = key.period().map(|period| format::period(period, locale));
    let message = match (name.map(str::to_owned), period, key.number()) {
        (Some(name), Some(period), _) => ChangesMessage::NamedIn { kind, name, period },
        (Some(name), None, _) => ChangesMessage::Named { kind, name },
        (None, Some(period), _) => ChangesMessage::InPeriod { kind, period },
        (None, None, Some(number)) => ChangesMessage::Numbered { kind, number },
        (None, None, None) => return kind,
    };
    message.say(locale)
}

/// A field's name, with which of several it is.
#[must_use]
pub fn field_name(field: Field, of: Option<&str>, locale: Locale) -> String {
    let name = FieldWord::from(field).say(locale);
    match of {
        Some(of) => ChangesMessage::FieldOf {
            field: name,
            of: of.to_owned(),
        }
        .say(locale),
        None => name,
    }
}

/// What stood, or stands, in a field; a word for one that was or is empty.
#[must_use]
pub fn shown_or_empty(value: Option<&Shown>, locale: Locale) -> String {
    value.map_or_else(
        || ChangesMessage::Empty.say(locale),
        |value| shown(value, locale),
    )
}

/// What stands in a field, in words.
fn shown(value: &Shown, locale: Locale) -> String {
    match value {
        Shown::Text(text) => text.clone(),
        Shown::Number(number) => format::decimal(*number, locale),
        Shown::Exact(number) => format::points(number, 2, locale),
        Shown::Whole(number) => number.to_string(),
        Shown::Day(day) => format::day(*day),
        Shown::Month(month) => format::month(*month, locale),
        Shown::Yes(true) => ChangesMessage::Yes.say(locale),
        Shown::Yes(false) => ChangesMessage::No.say(locale),
        Shown::Law(words) => wording(words, locale).to_owned(),
        Shown::Class(class) => ClassName::from(*class).say(locale),
        Shown::Role(role) => RoleName::from(*role).say(locale),
        Shown::Absence(kind) => OfficialMessage::from(*kind).say(locale),
        Shown::Tracking(Tracking::Monthly) => AgencyMessage::Monthly.say(locale),
        Shown::Tracking(Tracking::Quarterly) => AgencyMessage::Quarterly.say(locale),
        Shown::Origin(origin) => TaskMessage::from(*origin).say(locale),
        Shown::State(state) => ComplaintMessage::from(*state).say(locale),
        Shown::Conclusion(conclusion) => LocalMessage::from(*conclusion).say(locale),
        Shown::Side(side) => DisciplineMessage::from(*side).say(locale),
        Shown::Record(_, Some(name)) => name.clone(),
        Shown::Record(key, None) => named(*key, None, locale),
        Shown::Parts(parts) => joined(parts, locale),
        Shown::Apart => ChangesMessage::Apart.say(locale),
    }
}

fn joined(parts: &[Part], locale: Locale) -> String {
    let one = |part: &Part| {
        let field = field_name(part.field, part.of.as_deref(), locale);
        let value = shown(&part.value, locale);
        ChangesMessage::FieldIs { field, value }.say(locale)
    };
    parts.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// How many records of each kind: `3 nhiệm vụ, 1 đơn vị`.
#[must_use]
pub fn counts(kinds: &[(Kind, usize)], locale: Locale) -> String {
    let one = |(kind, count): &(Kind, usize)| {
        let kind = KindName::from(*kind).say(locale);
        let count = format::count(*count, locale);
        ChangesMessage::Counted { count, kind }.say(locale)
    };
    kinds.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A side of what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// As it was.
    Before,
    /// As it is.
    After,
}

/// One side of everything that changed as text, a line for each record.
#[must_use]
pub fn side(changed: &Changed, side: Side, locale: Locale) -> String {
    let line = |record: &ChangedRecord| side_of(record, side, locale);
    let mut lines: Vec<String> = changed.records.iter().map(line).collect();
    if changed.more > 0 {
        let count = format::count(changed.more, locale);
        lines.push(ChangesMessage::More { count }.say(locale));
    }
    lines.join("\n")
}

fn side_of(record: &ChangedRecord, side: Side, locale: Locale) -> String {
    let value = match (record.happened, side) {
        (Happened::TakenOut, _) => ChangesMessage::TakenOut.say(locale),
        (Happened::Added, Side::Before) => ChangesMessage::NotYet.say(locale),
        (Happened::Removed, Side::After) => ChangesMessage::Gone.say(locale),
        _ => {
            let one = |field: &ChangedField| {
                let value = match side {
                    Side::Before => field.before.as_ref(),
                    Side::After => field.after.as_ref(),
                };
                ChangesMessage::FieldIs {
                    field: field_name(field.field, field.of.as_deref(), locale),
                    value: shown_or_empty(value, locale),
                }
                .say(locale)
            };
            let fields: Vec<String> = record.fields.iter().map(one).collect();
            fields.join("; ")
        }
    };
    ChangesMessage::RecordIs {
        record: record_name(record, locale),
        value,
    }
    .say(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_words_in_both_languages() {
        let words = |locale| {
            let all = Field::ALL.iter();
            all.map(move |field| field_name(*field, None, locale))
        };
        for (vi, en) in words(Locale::Vi).zip(words(Locale::En)) {
            assert!(!vi.trim().is_empty() && !en.trim().is_empty() && vi != en);
        }
    }
}
