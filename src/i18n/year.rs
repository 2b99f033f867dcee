//! Words of the screen of the year's classes: the grid, caps, units, decisions, petitions.

use crate::app::view::year::YearFilter;
use crate::domain::Period;

use super::Locale;

crate::messages! {
    /// The screen.
    pub enum YearMessage {
        Title { year: u16 } => "Xếp loại năm {year}", "Classes of {year}";
        Subtitle { people: String, excellent: String, good: String, completed: String, poor: String, none: String } => "{people} công chức · {excellent} xuất sắc · {good} tốt · {completed} hoàn thành · {poor} không hoàn thành · {none} chưa có mức", "{people} officials · {excellent} excellent · {good} good · {completed} completed · {poor} not completed · {none} without a class";
        Filters => "Lọc nhanh", "Quick filters";
        FilterAll => "Tất cả", "All";
        FilterOpen => "Thiếu kỳ", "Periods missing";
        FilterGated => "Có căn cứ hạ mức", "Grounds that set the class";
        FilterUndecided => "Chưa quyết định", "Not decided";
        FilterDiffers => "Quyết định khác mức tính", "Decided otherwise";
        Unit => "Đơn vị", "Unit";
        AllUnits => "Đơn vị: tất cả", "All units";
        Search => "Tìm theo tên", "Search by name";
        Export => "Xuất Mẫu số 02", "Export form 02";
        Grid => "Điểm các kỳ và mức xếp loại", "Scores of the periods and classes";
        ColumnName => "Họ và tên", "Name";
        ColumnMean => "Bình quân", "Mean";
        ColumnComputed => "Mức tính được", "Computed";
        ColumnNotes => "Căn cứ", "Grounds";
        ColumnDecided => "Mức quyết định", "Decided";
        ColumnOwn => "Tự nhận", "Own";
        Month { number: u8 } => "T{number}", "M{number}";
        Quarter { number: u8 } => "Q{number}", "Q{number}";
        Gates { count: usize } => "{count} căn cứ", "{count} grounds";
        Limited => "theo mức đơn vị", "the unit's class";
        Incomplete => "thiếu kỳ", "incomplete";
        SoFar { period: String, class: String } => "tạm tính đến {period}: {class}", "so far, to {period}: {class}";
        SoFarUnrecorded { period: String, class: String, count: usize } => "tạm tính đến {period}: {class} (thiếu dữ liệu {count} kỳ)", "so far, to {period}: {class} (no data for {count} periods)";
        Unrecorded { periods: String } => "Chưa có dữ liệu của ai trong: {periods}. Mức năm mới là tạm tính, chưa tính vào tỷ lệ Xuất sắc.", "No data of anybody for: {periods}. The year's classes are provisional and do not count towards the cap on Excellent.";
        EnterThem => "Nhập dữ liệu", "Enter the data";
        SoFarNote { excellent: String, good: String, completed: String, poor: String } => "Năm chưa kết thúc hoặc chưa đủ dữ liệu. Tạm tính theo các kỳ đã có điểm: {excellent} xuất sắc · {good} tốt · {completed} hoàn thành · {poor} không hoàn thành. Đây chưa phải kết quả xếp loại.", "The year is not over or not recorded whole. So far, by the periods scored: {excellent} excellent · {good} good · {completed} completed · {poor} not completed. Nobody is classified by this.";
        NotDecided => "Chưa quyết định", "Not decided";
        KeyWhy => "vì sao", "why";
        KeyOpen => "mở phiếu năm", "open the year's sheet";
        EmptyTitle => "Chưa có ai để xếp loại trong năm này", "Nobody is classified in this year";
        EmptyText => "Năm này chưa có công chức nào giữ vị trí hoặc có điểm. Hãy chọn năm khác hoặc bỏ bớt điều kiện lọc.", "No official has a position or a score in this year. Choose another year or clear the filters.";
        Caps => "Tỷ lệ Hoàn thành xuất sắc", "The cap on Excellent";
        CapOrganisation => "Toàn cơ quan", "The whole agency";
        CapGroup { name: String } => "Nhóm {name}", "Group {name}";
        CapText { percent: String, base: String, allowed: String, standing: String } => "Không quá {percent} % của {base} người → tối đa {allowed} người. Đang ở mức xuất sắc: {standing} người.", "At most {percent}% of {base} → {allowed}. Standing at Excellent: {standing}.";
        CapOver { over: String } => "Vượt {over} người. Cấp có thẩm quyền chọn theo thứ hạng dưới đây; phần mềm không tự hạ ai.", "{over} too many. The authority chooses by the ranking below; nobody is moved by the program.";
        CapFits => "Trong giới hạn.", "Within the limit.";
        CapNobody => "Chưa ai ở mức xuất sắc.", "Nobody is at Excellent.";
        CapTable { name: String } => "Thứ hạng: {name}", "Ranking: {name}";
        Place => "Hạng", "Place";
        Within => "trong giới hạn", "within";
        Beyond => "ngoài giới hạn", "beyond";
        Tied => "bằng điểm ở ranh giới, phải chọn", "tied at the limit: choose";
        Standing => "Mức hiện tại", "Stands at";
        Units => "Mức xếp loại của đơn vị", "Classes of the units";
        UnitsText => "Mức của đơn vị giới hạn mức của người đứng đầu (Điều 20 khoản 6).", "The unit's class limits its head's (Điều 20 khoản 6).";
        UnitScore { score: String } => "{score} điểm", "{score} points";
        UnitRaised { document: String } => "tỷ lệ được nâng: {document}", "cap raised: {document}";
        EditUnit { name: String } => "Sửa {name}", "Edit {name}";
        NoUnits => "Chưa có đơn vị nào.", "There are no units.";
        Unclassified => "Không xếp loại", "Not classified";
        UnclassifiedRow { name: String, worked: String, minimum: String } => "{name}: làm việc {worked} tháng, chưa đủ {minimum} tháng (Điều 11 khoản 1)", "{name}: worked {worked} months, fewer than {minimum} (Điều 11 khoản 1)";
        Nobody => "Không có ai.", "Nobody.";
        Petitions => "Kiến nghị về kết quả xếp loại", "Petitions";
        PetitionLeft { days: i64 } => "còn {days} ngày làm việc", "{days} working days left";
        PetitionOver { days: i64 } => "quá hạn {days} ngày làm việc", "{days} working days overdue";
        PetitionToday => "hết hạn hôm nay", "due today";
        PetitionAnswered { day: String } => "đã trả lời ngày {day}", "answered on {day}";
        PetitionReceived { received: String, due: String } => "nhận ngày {received}, trả lời trước hết ngày {due}", "received on {received}, to be answered by {due}";
        NoPetitions => "Không có kiến nghị nào.", "No petitions.";
    }
}

crate::messages! {
    /// Dialogs and one official's year.
    pub enum YearSheetMessage {
        Title { name: String, year: u16 } => "Phiếu xếp loại năm {year}: {name}", "{name}: {year}";
        Back => "Về danh sách", "Back to the list";
        Gone => "Không có dữ liệu năm này của người này", "There is nothing about this person in this year";
        GoneText => "Người này có thể đã bị xóa, hoặc chưa giữ vị trí nào trong năm đang xem.", "They may have been removed, or hold no position in the year.";
        Periods => "Điểm các kỳ", "Scores of the periods";
        PeriodsText => "Bấm vào một kỳ để xem vì sao.", "Press a period to see why.";
        Result => "Kết quả", "Result";
        Mean => "Điểm bình quân", "Mean";
        Band => "Mức theo điểm", "Class by score";
        SoFar { period: String } => "Tạm tính đến {period} (chưa phải xếp loại)", "So far, to {period} (no classification)";
        Computed => "Mức tính được", "Computed class";
        Worked => "Thời gian làm việc", "Time worked";
        Months { count: String } => "{count} tháng", "{count} months";
        Own => "Mức tự nhận", "Own class";
        OwnHint => "Mẫu số 02, phần II", "Form 02, part II";
        UnitClass { unit: String } => "Mức của đơn vị {unit}", "Class of {unit}";
        Missing => "chưa có", "none";
        Gates => "Căn cứ xếp Không hoàn thành nhiệm vụ", "Grounds that set the class";
        OpenRegister => "Mở hồ sơ kỷ luật, kết luận", "Open discipline and conclusions";
        Decision => "Quyết định", "Decision";
        Decide => "Ghi quyết định…", "Record a decision…";
        Replace => "Thay quyết định…", "Replace the decision…";
        NoDecision => "Chưa có quyết định. Mức tính được chỉ là căn cứ; cấp có thẩm quyền quyết định.", "There is no decision yet. The computed class informs it; the authority decides.";
        DecisionLine { class: String, number: String, day: String } => "{class} · {number} · {day}", "{class} · {number} · {day}";
        DecisionReason { reason: String } => "Lý do khác mức tính: {reason}", "Why it differs: {reason}";
        DecisionProposal { text: String } => "Ý kiến: {text}", "Opinion: {text}";
        ReplacedTitle => "Các quyết định đã được thay", "Decisions replaced";
        DecideTitle { name: String } => "Quyết định xếp loại: {name}", "Decide the class of {name}";
        DecideComputed { class: String } => "Mức tính được: {class}. Chọn khác thì phải ghi lý do.", "Computed: {class}. Another class needs a reason.";
        DecideReplaces => "Quyết định mới thay quyết định cũ; quyết định cũ vẫn được lưu (Điều 21 khoản 3).", "The new decision replaces the old one, which stays on record.";
        Class => "Mức xếp loại", "Class";
        Choose => "Chọn mức", "Choose a class";
        Reason => "Lý do khác mức tính được", "Why it differs from the computed class";
        Number => "Số quyết định", "Number";
        On => "Ngày quyết định", "Day";
        Proposal => "Ý kiến của cấp có thẩm quyền (Mẫu số 02, phần IV)", "The authority's opinion (form 02, part IV)";
        Petition => "Kiến nghị", "Petition";
        PetitionEdit => "Ghi kiến nghị…", "Record a petition…";
        PetitionText { days: u32 } => "Trả lời trong {days} ngày làm việc kể từ ngày nhận được (Điều 22). Ngày nghỉ, lễ theo lịch làm việc ở Danh mục & quy tắc.", "Answered within {days} working days of receipt (Điều 22), by the working calendar.";
        PetitionNone => "Chưa có kiến nghị.", "There is no petition.";
        PetitionNeedsDecision => "Kiến nghị được ghi khi đã có quyết định.", "A petition is recorded once there is a decision.";
        Received => "Ngày nhận", "Received";
        Answered => "Ngày trả lời", "Answered";
        Document => "Văn bản trả lời", "Answering document";
        UnitTitle { name: String, year: u16 } => "{name}, năm {year}", "{name}, {year}";
        UnitClassLabel => "Mức được công nhận", "Recognised class";
        UnitScoreLabel => "Điểm được công nhận", "Recognised score";
        UnitDocument => "Số quyết định công nhận", "Decision";
        UnitDecidedOn => "Ngày quyết định", "Day";
        Raised => "Được nâng tỷ lệ xuất sắc vì có thành tích nổi trội (Điều 20 khoản 5 điểm b)", "The cap is raised for outstanding results (Điều 20.5b)";
        RaisedHint { normal: String, raised: String } => "Từ {normal} % lên {raised} %, khi mọi đơn vị cấp cao nhất đều được nâng", "From {normal}% to {raised}%, once every top unit has it";
        RaisedDocument => "Văn bản cho phép", "The document that raised it";
        WhyYear => "Vì sao mức cả năm?", "Why the year's class?";
    }
}

impl From<YearFilter> for YearMessage {
    fn from(filter: YearFilter) -> Self {
        match filter {
            YearFilter::All => Self::FilterAll,
            YearFilter::Open => Self::FilterOpen,
            YearFilter::Gated => Self::FilterGated,
            YearFilter::Undecided => Self::FilterUndecided,
            YearFilter::Differs => Self::FilterDiffers,
        }
    }
}

/// A period as a column's head: T1, Q1.
#[must_use]
pub fn column(period: Period, locale: Locale) -> String {
    use super::Say as _;
    match period {
        Period::Month(month) => YearMessage::Month {
            number: month.number(),
        }
        .say(locale),
        Period::Quarter { number, .. } => YearMessage::Quarter { number }.say(locale),
        other => super::format::period(other, locale),
    }
}
