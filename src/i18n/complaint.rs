//! Words of the registers of complaints and discipline.

use crate::app::view::complaints::{ClockKind, ClockPart, ClockState, ClockView, ComplaintFilter};
use crate::app::view::discipline::Consequence;
use crate::domain::{ComplaintState, Conclusion, DisciplineSide};
use crate::engine::NotCounted;

use super::finding::FindingMessage;
use super::reason::{ClassName, citation};
use super::{Locale, Say};

crate::messages! {
    /// The register, one complaint and its dialogs.
    pub enum ComplaintMessage {
        Title => "Phản ánh", "Complaints";
        Subtitle { all: String, overdue: String, undecided: String } => "{all} phản ánh · {overdue} quá hạn xử lý · {undecided} chờ quyết định ảnh hưởng điểm", "{all} complaints · {overdue} past their time limit · {undecided} waiting for a decision on their effect";
        Filters => "Lọc nhanh", "Quick filters";
        FilterAll => "Tất cả", "All";
        FilterReceived => "Mới nhận", "Received";
        FilterHandled => "Đang xử lý", "Being handled";
        FilterOverdue => "Quá hạn", "Overdue";
        FilterUndecided => "Chờ quyết định điểm", "Effect undecided";
        FilterConcluded => "Đã kết luận", "Concluded";
        FilterTurnedAway => "Không thụ lý, chuyển", "Refused or forwarded";
        Search => "Tìm phản ánh", "Search complaints";
        SearchHint => "Số, nội dung, hồ sơ, người", "Number, content, dossier or person";
        Unit => "Đơn vị", "Unit";
        AllUnits => "Mọi đơn vị", "All units";
        AllKinds => "Mọi nội dung chỉ thị", "All kinds";
        Grid => "Sổ phản ánh, khiếu nại, tố cáo", "Register of complaints";
        Record => "Ghi phản ánh", "Record a complaint";
        Discipline => "Sổ kỷ luật", "Discipline register";
        EmptyTitle => "Chưa có phản ánh nào", "No complaints yet";
        EmptyText => "Bấm “Ghi phản ánh” để ghi phản ánh đầu tiên, hoặc nhập cả sổ từ Excel.", "Press “Record a complaint” for the first one, or import the register from Excel.";
        NoneFoundTitle => "Không có phản ánh nào khớp", "No complaint fits";
        NoneFoundText => "Hãy bỏ bớt điều kiện lọc hoặc sửa từ tìm kiếm.", "Clear some filters or change the search.";
        Number => "Số vào sổ", "Number";
        NumberHead => "Số", "No.";
        NumberHint => "Để trống sẽ lấy số tiếp theo", "Left empty, the next number is taken";
        Received => "Ngày nhận", "Received";
        Summary => "Nội dung", "Content";
        SummaryHint => "Không ghi tên, địa chỉ, điện thoại của người phản ánh; số hồ sơ là đủ", "Leave out who complained; a file number is enough";
        About => "Về ai, đơn vị nào", "About";
        Criterion => "Nội dung theo chỉ thị", "Kind (directive)";
        Directive => "Chỉ thị", "Kind";
        Procedure => "Loại đơn", "Procedure";
        ProcedureHint => "Quyết định thời hạn xử lý", "Decides the time limits";
        Settlement => "Lần giải quyết", "Settlement";
        SettlementFirst => "Lần đầu", "First";
        SettlementSecond => "Lần hai", "Second";
        PlaceOf => "Nơi giải quyết", "Place";
        PlaceOrdinary => "Bình thường", "Ordinary";
        PlaceRemote => "Vùng sâu, vùng xa, đi lại khó khăn", "Remote and hard to reach";
        GroundsHint => "Đổi thời hạn giải quyết khiếu nại", "Changes the time limits of a khiếu nại";
        State => "Trạng thái", "State";
        Clock => "Thời hạn", "Time limit";
        Channel => "Kênh tiếp nhận", "Channel";
        Official => "Công chức bị phản ánh", "Official concerned";
        OfficialHint => "Để trống nếu chưa xác định", "Leave empty while not known";
        Task => "Nhiệm vụ liên quan", "Task concerned";
        TaskHint => "Chọn công chức trước để có danh sách", "Choose the official first";
        Dossier => "Số hồ sơ", "Dossier number";
        Unknown => "Chưa xác định", "Not determined";
        DetailTitle { number: String } => "Phản ánh {number}", "Complaint {number}";
        Gone => "Không có phản ánh này", "There is no such complaint";
        GoneText => "Phản ánh đã bị xóa hoặc thao tác ghi đã được hoàn tác. Hãy quay lại sổ.", "It was removed or its recording undone. Go back to the register.";
        Back => "Sổ phản ánh", "All complaints";
        Correct => "Sửa thông tin", "Correct";
        Remove => "Xóa", "Remove";
        RemoveAsk { number: String } => "Xóa phản ánh {number} khỏi sổ? Chỉ dùng khi ghi nhầm. Có thể hoàn tác.", "Remove complaint {number} from the register? Only for a mistaken record. This can be undone.";
        Content => "Nội dung phản ánh", "What it says";
        OpenOfficial => "Trang công chức", "The official";
        OpenTask => "Nhiệm vụ", "The task";
        OpenSheet => "Phiếu chấm điểm", "Score sheet";
        Clocks => "Thời hạn giải quyết", "Time limits";
        ClocksAside => "mức hướng dẫn, hãy đối chiếu văn bản", "guidance: compare with the text";
        ClockStage => "Việc", "Stage";
        ClockLength => "Thời gian", "Length";
        ClockLast => "Ngày cuối", "Last day";
        ClockStanding => "Tình trạng", "Standing";
        NoClocks => "Loại đơn này chưa có thời hạn chung. Cơ quan có thời hạn riêng thì ghi ở Danh mục & quy tắc, mục Nội bộ.", "No general time limit is known for this kind. The agency's own is set under Catalogue & rules, Local.";
        NoProcedure => "Chưa xác định loại đơn nên chưa có thời hạn. Bấm “Sửa thông tin” để chọn loại đơn.", "The procedure is not determined, so no time limit runs. Press “Correct” to choose it.";
        SpecialClocks { count: usize } => "Khi có căn cứ kéo dài hoặc giải quyết lần hai ({count})", "With grounds to extend, or a second settlement ({count})";
        SpecialClock => "chỉ khi có căn cứ kéo dài", "only with grounds to extend";
        ReplacedClock => "đã gia hạn, thay bằng thời hạn dài hơn", "extended: a longer one took its place";
        Path => "Quá trình xử lý", "Path";
        PathReceived { channel: String } => "Tiếp nhận · {channel}", "Received · {channel}";
        Tabs => "Các sổ", "Registers";
        Tab => "Phản ánh", "Complaints";
        TabDiscipline => "Kỷ luật", "Discipline";
        Link => "Ghép trùng", "Link";
        LinkTitle { number: String } => "Ghép {number} vào phản ánh khác", "Link {number} to another complaint";
        LinkText => "Dùng khi hai phản ánh về cùng một vụ việc. Phản ánh này giữ trong sổ nhưng không tính; vụ việc theo dõi ở phản ánh được chọn.", "For two complaints about the same case. This one stays in the register but counts nowhere; the case is followed under the other one.";
        LinkOther => "Cùng vụ việc với", "Same case as";
        LinkOption { number: String, day: String, summary: String } => "{number} · {day} · {summary}", "{number} · {day} · {summary}";
        LinkNone => "Chưa có phản ánh nào khác để ghép vào.", "There is no other complaint to link to.";
        LinkedTo => "Theo dõi tại", "Followed under";
        LinkedFrom => "Phản ánh trùng đã ghép vào đây", "Linked to this one";
        LinkedEntry { number: String, day: String } => "Phản ánh {number}, nhận ngày {day}", "Complaint {number}, received on {day}";
        LinkedText { number: String } => "Cùng vụ việc với phản ánh {number}. Phản ánh này không tính ở đâu cả.", "The same case as complaint {number}. This one counts nowhere.";
        Complainant => "Người phản ánh", "Who complained";
        ComplainantText => "Không bắt buộc. Giữ riêng, không có trong biểu mẫu, bảng, danh sách, bản in hay tìm kiếm; chỉ bản sao lưu đầy đủ mang theo thông tin này để khôi phục được.", "Not needed. Kept apart: in no form, workbook, list, print or search; only the full backup carries it, so that it can be restored.";
        ComplainantNone => "Chưa ghi người phản ánh.", "Nothing is recorded.";
        ComplainantHidden => "Đã ghi, đang ẩn.", "Recorded, hidden.";
        ComplainantShow => "Hiện", "Show";
        ComplainantHide => "Ẩn", "Hide";
        ComplainantKeep => "Ghi người phản ánh", "Record who complained";
        ComplainantEdit => "Sửa", "Correct";
        ComplainantForget => "Xóa người phản ánh", "Remove who complained";
        ComplainantForgetAsk => "Xóa thông tin người phản ánh? Phản ánh vẫn giữ trong sổ. Có thể hoàn tác.", "Remove who complained? The complaint stays. This can be undone.";
        ComplainantName => "Họ tên", "Name";
        ComplainantContact => "Địa chỉ, điện thoại, thư điện tử", "Address, telephone or mail";
        Advance => "Chuyển bước", "Move on";
        AdvanceText => "Chỉ đi tới, không lùi. Ghi nhầm thì hoàn tác; kết luận cũ bị thay bằng một lần xác minh lại, không bị xóa.", "Only forward. Undo a mistake; an old conclusion is replaced by another verification, never erased.";
        AtEnd => "Hồ sơ đã kết thúc, không còn bước nào.", "The file is closed; no step is left.";
        NextState => "Bước tiếp theo", "Next step";
        On => "Ngày", "Day";
        Actor => "Người hoặc cơ quan thực hiện", "Who acted";
        Document => "Số, ngày văn bản", "Document";
        DocumentHint => "Bắt buộc khi kết luận, gia hạn, không thụ lý, chuyển đi hoặc xác minh lại", "Needed for a conclusion, an extension, a refusal, forwarding or another verification";
        Note => "Ghi chú", "Note";
        StateReceived => "Đã tiếp nhận", "Received";
        StateAccepted => "Đã thụ lý", "Accepted";
        StateRefused => "Không thụ lý", "Refused";
        StateForwarded => "Chuyển cơ quan khác", "Forwarded";
        StateVerifying => "Đang xác minh", "Being verified";
        StateRight => "Kết luận: đúng", "Concluded: right";
        StatePartly => "Kết luận: đúng một phần", "Concluded: partly right";
        StateWrong => "Kết luận: không đúng", "Concluded: unfounded";
        StateWithdrawn => "Người phản ánh rút", "Withdrawn";
        StateNotEstablished => "Không đủ căn cứ kết luận", "Not established";
        StateClosed => "Đã kết thúc", "Closed";
        StateExtended => "Gia hạn, vụ việc phức tạp", "Extended, complex case";
        StateLinked => "Trùng vụ việc khác", "Same case as another";
        ClockOverdue { days: i64 } => "Quá hạn {days} ngày", "{days} days overdue";
        ClockToday => "Đến hạn hôm nay", "Due today";
        ClockSoon { days: i64 } => "Còn {days} ngày", "{days} days left";
        ClockLate { days: i64 } => "Xong, trễ {days} ngày", "Done {days} days late";
        ClockKindSoon => "Sắp hết hạn", "Ends soon";
        ClockKindRunning => "Còn hạn", "Days are left";
        ClockKindLate => "Xong trễ hạn", "Done late";
        ClockMet => "Xong đúng hạn", "Done in time";
        ClockNotStarted => "Chưa bắt đầu", "Not started";
        ClockNone => "—", "—";
        LengthDays { length: u32 } => "{length} ngày", "{length} days";
        LengthWorkingDays { length: u32 } => "{length} ngày làm việc", "{length} working days";
        FromReceipt { length: String } => "{length} từ ngày nhận", "{length} from receipt";
        FromAcceptance { length: String } => "{length} từ ngày thụ lý", "{length} from acceptance";
    }
}

impl From<ComplaintState> for ComplaintMessage {
    fn from(state: ComplaintState) -> Self {
        match state {
            ComplaintState::Received => Self::StateReceived,
            ComplaintState::Accepted => Self::StateAccepted,
            ComplaintState::Refused => Self::StateRefused,
            ComplaintState::Forwarded => Self::StateForwarded,
            ComplaintState::Verifying => Self::StateVerifying,
            ComplaintState::Closed => Self::StateClosed,
            ComplaintState::Extended => Self::StateExtended,
            ComplaintState::Linked(_) => Self::StateLinked,
            ComplaintState::Concluded(conclusion) => match conclusion {
                Conclusion::Substantiated => Self::StateRight,
                Conclusion::PartlySubstantiated => Self::StatePartly,
                Conclusion::Unfounded => Self::StateWrong,
                Conclusion::Withdrawn => Self::StateWithdrawn,
                Conclusion::NotEstablished => Self::StateNotEstablished,
            },
        }
    }
}

impl From<ComplaintFilter> for ComplaintMessage {
    fn from(filter: ComplaintFilter) -> Self {
        match filter {
            ComplaintFilter::All => Self::FilterAll,
            ComplaintFilter::Received => Self::FilterReceived,
            ComplaintFilter::Handled => Self::FilterHandled,
            ComplaintFilter::Overdue => Self::FilterOverdue,
            ComplaintFilter::Undecided => Self::FilterUndecided,
            ComplaintFilter::Concluded => Self::FilterConcluded,
            ComplaintFilter::TurnedAway => Self::FilterTurnedAway,
        }
    }
}

impl From<ClockKind> for ComplaintMessage {
    fn from(kind: ClockKind) -> Self {
        match kind {
            ClockKind::Overdue => Self::FilterOverdue,
            ClockKind::Soon => Self::ClockKindSoon,
            ClockKind::Running => Self::ClockKindRunning,
            ClockKind::Late => Self::ClockKindLate,
            ClockKind::Met => Self::ClockMet,
            ClockKind::NotStarted => Self::ClockNotStarted,
        }
    }
}

impl From<ClockState> for ComplaintMessage {
    fn from(state: ClockState) -> Self {
        match state {
            ClockState::Overdue(days) => Self::ClockOverdue { days },
            ClockState::Soon(0) => Self::ClockToday,
            ClockState::Soon(days) | ClockState::Running(days) => Self::ClockSoon { days },
            ClockState::Late(days) => Self::ClockLate { days },
            ClockState::Met => Self::ClockMet,
            ClockState::NotStarted => Self::ClockNotStarted,
            ClockState::None => Self::ClockNone,
        }
    }
}

impl ComplaintMessage {
    /// How a time limit stands: in force by its days, else why it does not run.
    #[must_use]
    pub fn of_clock(clock: &ClockView) -> Self {
        match clock.part {
            ClockPart::InForce => clock.state.into(),
            ClockPart::Replaced => Self::ReplacedClock,
            ClockPart::Special => Self::SpecialClock,
        }
    }
}

/// How long a time limit runs and from when, with where that stands.
#[must_use]
pub fn clock_length(clock: &ClockView, locale: Locale) -> String {
    let length = clock.length;
    let length = if clock.working_days {
        ComplaintMessage::LengthWorkingDays { length }
    } else {
        ComplaintMessage::LengthDays { length }
    }
    .say(locale);
    let from = if clock.from_acceptance {
        ComplaintMessage::FromAcceptance { length }
    } else {
        ComplaintMessage::FromReceipt { length }
    };
    let mut text = from.say(locale);
    text.push_str(" · ");
    let written = citation(&clock.citations, locale);
    text.push_str(clock.own.as_deref().unwrap_or(&written));
    text
}

crate::messages! {
    /// The register of discipline.
    pub enum DisciplineMessage {
        Title => "Sổ kỷ luật", "Discipline register";
        Subtitle { count: String } => "{count} quyết định", "{count} decisions";
        Intro => "Quyết định kỷ luật liên quan công vụ có hiệu lực trong năm nào thì đặt mức xếp loại của năm đó, dù điểm bao nhiêu.", "A decision about a violation in duty sets the class of the year it takes effect in, whatever the score.";
        Grid => "Quyết định kỷ luật", "Disciplinary decisions";
        Add => "Ghi quyết định kỷ luật", "Record a decision";
        EditTitle => "Sửa quyết định kỷ luật", "Correct a decision";
        EditOf { name: String } => "Sửa quyết định về {name}", "Correct the decision on {name}";
        RemoveOf { name: String } => "Xóa quyết định về {name}", "Remove the decision on {name}";
        RemoveAsk { name: String } => "Xóa quyết định kỷ luật về {name}? Chỉ dùng khi ghi nhầm; mức xếp loại năm sẽ tính lại. Có thể hoàn tác.", "Remove the decision on {name}? Only for a mistaken record; the year's class is computed again. This can be undone.";
        EmptyTitle => "Chưa có quyết định kỷ luật nào", "No disciplinary decisions";
        EmptyText => "Bấm “Ghi quyết định kỷ luật” khi có quyết định có hiệu lực.", "Press “Record a decision” once one is in effect.";
        Official => "Công chức", "Official";
        Side => "Loại kỷ luật", "Kind";
        SideParty => "Kỷ luật đảng", "Party";
        SideAdministrative => "Kỷ luật hành chính", "Administrative";
        Form => "Hình thức", "Form";
        FormHint => "Danh sách theo ngày hiệu lực: từ 01/7/2025 không còn hạ bậc lương và giáng chức", "By the day it takes effect: lower grade and demotion ended on 30/6/2025";
        Act => "Hành vi vi phạm", "Act";
        ActOn => "Ngày vi phạm", "Day of the act";
        Decision => "Số quyết định", "Decision number";
        Effective => "Ngày có hiệu lực", "In effect from";
        DutyRelated => "Liên quan công vụ, tư tưởng, đạo đức, lối sống", "About duty, thought, ethics or lifestyle";
        DutyRelatedHint => "Không đánh dấu thì không tính vào xếp loại (Điều 11 khoản 3, Điều 20 khoản 4)", "Otherwise it does not bear on the class (Điều 11 khoản 3, Điều 20 khoản 4)";
        SameAct => "Cùng hành vi với quyết định", "Same act as";
        SameActAs { number: String, day: String } => "cùng hành vi với {number} ngày {day}", "same act as {number} of {day}";
        SameActHint => "Kỷ luật đảng và hành chính về cùng hành vi chỉ tính ở một năm (Điều 11 khoản 3 điểm a)", "Party and administrative discipline for one act count in one year only (Điều 11 khoản 3 điểm a)";
        AlreadyUsed => "Năm đã dùng hành vi này để xếp loại", "Year the act was already a ground";
        AlreadyUsedHint => "Nếu hành vi đã là căn cứ trước khi có quyết định (Điều 11 khoản 3 điểm b)", "When it was a ground before the decision (Điều 11 khoản 3 điểm b)";
        ActUnit => "Vi phạm xảy ra ở đơn vị cũ", "Act at a former unit";
        ActUnitHint => "Chọn thì tính vào kết quả ở đơn vị cũ (Điều 11 khoản 3 điểm c)", "Then it counts there (Điều 11 khoản 3 điểm c)";
        None => "Không", "None";
        Consequence => "Ảnh hưởng đến năm", "What it does to the year";
        Bears => "Đặt mức xếp loại năm", "Sets the year's class";
        BearsNot => "Không đặt mức xếp loại", "Does not set the class";
        Yes => "Có", "Yes";
        No => "Không", "No";
        Duty => "Liên quan công vụ", "About duty";
        Search => "Tìm quyết định", "Search decisions";
        SearchHint => "Tên, hành vi, số quyết định", "Name, act or number";
        SetsClass { year: i32, class: String, citation: String } => "Năm {year}: xếp loại {class}, dù điểm bao nhiêu ({citation}).", "{year}: {class}, whatever the score ({citation}).";
        NotComputed { year: i32 } => "Năm {year} không tính theo Nghị định 335/2025/NĐ-CP; chỉ lưu để biết.", "{year} is not computed under Decree 335/2025/NĐ-CP; kept for the record.";
        UnknownForm { form: String } => "{form} (không có trong quy định vào ngày hiệu lực)", "{form} (not in the rules on that day)";
        OtherDecision { number: String, day: String } => "{number} ngày {day}", "{number} of {day}";
        Conclusions => "Kết luận của cấp có thẩm quyền", "Conclusions of the competent authority";
        ConclusionText => "Kết luận về suy thoái, điều đảng viên không được làm, nêu gương hoặc đơn vị liên quan tham nhũng, lãng phí đặt mức xếp loại của năm, dù điểm bao nhiêu (Điều 20 khoản 4 điểm b, d).", "A conclusion on degradation, Party prohibitions, the duty to set an example, or a unit's corruption or waste sets the year's class, whatever the score (Điều 20 khoản 4 điểm b, d).";
        NoConclusions => "Chưa có kết luận nào.", "No conclusions.";
        AddConclusion => "Ghi kết luận", "Record a conclusion";
        EditConclusion => "Sửa kết luận", "Correct a conclusion";
        EditConclusionOf { name: String } => "Sửa kết luận về {name}", "Correct the conclusion on {name}";
        RemoveConclusionOf { name: String } => "Xóa kết luận về {name}", "Remove the conclusion on {name}";
        RemoveConclusionAsk { name: String } => "Xóa kết luận về {name}? Chỉ dùng khi ghi nhầm; mức xếp loại năm sẽ tính lại. Có thể hoàn tác.", "Remove the conclusion on {name}? Only for a mistaken record; the year's class is computed again. This can be undone.";
        Ground => "Căn cứ", "Ground";
        Year => "Năm đánh giá", "Evaluated year";
        Authority => "Cấp có thẩm quyền kết luận", "Concluded by";
        Document => "Số, ngày văn bản", "Document";
        On => "Ngày kết luận", "Day";
        NoNumber => "Quyết định chưa ghi số", "Decision without a number";
    }
}

impl From<DisciplineSide> for DisciplineMessage {
    fn from(side: DisciplineSide) -> Self {
        match side {
            DisciplineSide::Party => Self::SideParty,
            DisciplineSide::Administrative => Self::SideAdministrative,
        }
    }
}

impl Say for Consequence {
    fn say(&self, locale: Locale) -> String {
        let not_counted = match self {
            Self::SetsClass {
                year,
                class,
                citations,
            } => {
                let message = DisciplineMessage::SetsClass {
                    year: *year,
                    class: ClassName::from(*class).say(locale),
                    citation: citation(citations, locale),
                };
                return message.say(locale);
            }
            Self::NotComputed(year) => {
                return DisciplineMessage::NotComputed { year: *year }.say(locale);
            }
            Self::LeadersOnly => return FindingMessage::GateForLeadersOnly.say(locale),
            Self::NotCounted(why) => *why,
        };
        let message = match not_counted {
            NotCounted::NotDutyRelated => FindingMessage::NotDutyRelated,
            NotCounted::SameActEarlier => FindingMessage::SameActEarlier,
            NotCounted::AlreadyUsed => FindingMessage::AlreadyUsed,
            NotCounted::FormerOrganisation => FindingMessage::FormerOrganisation,
        };
        message.say(locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overdue_clock_says_so_in_words() {
        let message = ComplaintMessage::from(ClockState::Overdue(5));
        assert_eq!(message.say(Locale::Vi), "Quá hạn 5 ngày");
        assert_eq!(
            ComplaintMessage::from(ClockState::Soon(0)).say(Locale::Vi),
            "Đến hạn hôm nay"
        );
    }

    #[test]
    fn a_decision_that_does_not_count_says_why() {
        let text = Consequence::NotCounted(NotCounted::NotDutyRelated).say(Locale::Vi);
        assert!(text.contains("Điều 11 khoản 3"), "{text}");
    }
}
