//! Words of the register of incidents, and of what a complaint or an incident takes off a line.

use crate::app::view::effect::{EffectStanding, MayDecide};
use crate::app::view::incidents::{IncidentFilter, IncidentState};

crate::messages! {
    /// The register, one incident and its dialogs.
    pub enum IncidentMessage {
        Title => "Vụ việc ghi nhận", "Incidents";
        Tab => "Vụ việc ghi nhận", "Incidents";
        Subtitle { all: String, open: String, undecided: String } => "{all} vụ việc · {open} chưa kết luận · {undecided} chờ quyết định ảnh hưởng điểm", "{all} incidents · {open} not reviewed · {undecided} waiting for a decision on their effect";
        Intro => "Ghi ngắn gọn những việc chưa có sổ nào đo được: né tránh, đùn đẩy, văn hóa công sở, không chấp hành chỉ đạo, phối hợp chậm, làm việc không được giao chủ trì. Chưa được xác nhận thì không tính ở đâu cả.", "Short records of what no register measures: avoiding, pushing off, office culture, direction not followed, late coordination, work outside one's lead. Unconfirmed, they count nowhere.";
        FilterAll => "Tất cả", "All";
        FilterOpen => "Chưa kết luận", "Not reviewed";
        FilterConfirmed => "Đã xác nhận", "Confirmed";
        FilterUndecided => "Chờ quyết định điểm", "Effect undecided";
        FilterDismissed => "Không xác nhận", "Dismissed";
        Search => "Tìm vụ việc", "Search incidents";
        SearchHint => "Nội dung, người, căn cứ", "Content, person or evidence";
        Grid => "Sổ vụ việc ghi nhận", "Register of incidents";
        Record => "Ghi vụ việc", "Record an incident";
        EmptyTitle => "Chưa có vụ việc nào", "No incidents yet";
        EmptyText => "Bấm “Ghi vụ việc” để ghi vụ việc đầu tiên. Vụ việc chỉ được tính khi người có thẩm quyền xác nhận.", "Press “Record an incident” for the first one. It counts only once the competent person confirms it.";
        NoneFoundTitle => "Không có vụ việc nào khớp", "No incident fits";
        NoneFoundText => "Hãy bỏ bớt điều kiện lọc hoặc sửa từ tìm kiếm.", "Clear some filters or change the search.";
        On => "Ngày xảy ra", "Day";
        Criterion => "Nội dung theo chỉ thị", "Criterion (directive)";
        Choose => "— chọn —", "— choose —";
        About => "Về ai, đơn vị nào", "About";
        Official => "Công chức liên quan", "Official concerned";
        OfficialHint => "Cần ghi công chức hoặc đơn vị", "The official or the unit is needed";
        Unit => "Đơn vị", "Unit";
        Task => "Nhiệm vụ liên quan", "Task concerned";
        Summary => "Việc đã xảy ra", "What happened";
        SummaryHint => "Ghi sự việc, không ghi nhận xét về con người", "The facts, no judgement of the person";
        RecordedBy => "Người ghi nhận", "Recorded by";
        EvidenceOf => "Căn cứ", "Evidence";
        EvidenceHint => "Số văn bản, biên bản, ảnh", "Number of a document, minutes or picture";
        State => "Tình trạng", "State";
        StateOpen => "Chưa kết luận, chưa tính", "Not reviewed, does not count";
        StateConfirmed => "Đã xác nhận", "Confirmed";
        StateDismissed => "Không xác nhận", "Dismissed";
        Explained => "Giải trình", "Explanation";
        ExplainedYes => "Có", "Given";
        ExplainedNo => "Chưa có", "None yet";
        DetailTitle { day: String } => "Vụ việc ngày {day}", "Incident of {day}";
        Gone => "Không có vụ việc này", "There is no such incident";
        GoneText => "Vụ việc đã bị xóa hoặc thao tác ghi đã được hoàn tác. Hãy quay lại sổ.", "It was removed or its recording undone. Go back to the register.";
        Back => "Sổ vụ việc", "All incidents";
        Correct => "Sửa thông tin", "Correct";
        Remove => "Xóa", "Remove";
        RemoveAsk { day: String } => "Xóa vụ việc ngày {day} khỏi sổ? Chỉ dùng khi ghi nhầm. Có thể hoàn tác.", "Remove the incident of {day} from the register? Only for a mistaken record. This can be undone.";
        Content => "Việc đã xảy ra", "What happened";
        Explanation => "Giải trình của công chức", "What the official says";
        ExplanationNone => "Chưa có giải trình. Hãy nghe công chức nói trước khi kết luận.", "Nothing yet. Hear the official before the review.";
        Explain => "Ghi giải trình", "Record the explanation";
        ExplainText => "Ghi đúng lời công chức; để trống là xóa giải trình đã ghi.", "In the official's own words; empty takes the recorded one away.";
        Review => "Kết luận", "Review";
        ReviewAgain => "Kết luận lại", "Review again";
        ReviewText => "Người có thẩm quyền xác nhận hoặc không xác nhận. Kết luận sau thay kết luận trước, kết luận trước vẫn giữ trong hồ sơ; khoản trừ dựa trên vụ việc không được xác nhận sẽ không còn được tính.", "The competent person confirms or dismisses it. A later review holds in place of the earlier one, which stays on record; an effect of a dismissed incident no longer counts.";
        ReviewNone => "Chưa kết luận nên không tính ở đâu cả.", "Not reviewed, so it counts nowhere.";
        ReviewsBefore => "Kết luận trước, không còn hiệu lực", "Earlier reviews, no longer in force";
        ReviewBy { by: String, day: String } => "{by}, ngày {day}", "{by}, {day}";
        Verdict => "Kết luận", "Verdict";
        VerdictYes => "Xác nhận đúng", "Confirm";
        VerdictNo => "Không xác nhận", "Dismiss";
        By => "Người có thẩm quyền", "Decided by";
        ReviewOn => "Ngày kết luận", "Day of the review";
        Document => "Số, ngày văn bản", "Document";
        Unknown => "Chưa xác định", "Not determined";
    }
}

impl From<IncidentState> for IncidentMessage {
    fn from(state: IncidentState) -> Self {
        match state {
            IncidentState::Open => Self::StateOpen,
            IncidentState::Confirmed => Self::StateConfirmed,
            IncidentState::Dismissed => Self::StateDismissed,
        }
    }
}

impl From<IncidentFilter> for IncidentMessage {
    fn from(filter: IncidentFilter) -> Self {
        match filter {
            IncidentFilter::All => Self::FilterAll,
            IncidentFilter::Open => Self::FilterOpen,
            IncidentFilter::Confirmed => Self::FilterConfirmed,
            IncidentFilter::Undecided => Self::FilterUndecided,
            IncidentFilter::Dismissed => Self::FilterDismissed,
        }
    }
}

crate::messages! {
    /// What a complaint or an incident takes off a line.
    pub enum EffectMessage {
        Title => "Ảnh hưởng đến điểm", "Effect on the score";
        Text => "Phần mềm không tự trừ điểm. Chỉ phản ánh đã kết luận đúng, đúng một phần hoặc vụ việc đã xác nhận mới có thể ảnh hưởng tiêu chí chung, bằng quyết định ghi tại đây.", "Nothing is taken off by itself. Only a complaint concluded as right or partly right, or a confirmed incident, may bear on the general criteria, by a decision recorded here.";
        NotConcluded => "Chưa kết luận nên chưa ảnh hưởng điểm. Bước tiếp theo: chuyển bước đến khi có kết luận.", "Not concluded, so it does not bear on a score. Next: move it on to a conclusion.";
        NotRight => "Kết luận không xác nhận phản ánh là đúng nên không ảnh hưởng điểm.", "The conclusion does not find it right, so it does not bear on a score.";
        Linked => "Đã ghép vào phản ánh khác nên không tính; vụ việc được theo dõi ở phản ánh kia.", "Linked to another complaint, so it does not count; the case is followed there.";
        NotReviewed => "Chưa kết luận nên không tính. Bước tiếp theo: người có thẩm quyền xác nhận hoặc không xác nhận.", "Not reviewed, so it does not count. Next: the competent person confirms or dismisses it.";
        Dismissed => "Không được xác nhận nên không ảnh hưởng điểm.", "Dismissed, so it does not bear on a score.";
        Nobody => "Chưa gắn với công chức nào. Bấm “Sửa thông tin” để ghi công chức trước.", "It is about nobody in person. Press “Correct” to record the official first.";
        Undecided => "Đã có kết luận, chưa quyết định. Hãy ghi quyết định trừ hoặc không trừ.", "Found right, not decided. Record whether points are taken off.";
        Decide => "Ghi quyết định", "Record a decision";
        Line => "Dòng tiêu chí chung", "Line of the general criteria";
        LineHint { lines: String } => "Theo chỉ thị, nội dung này liên quan {lines}", "By the directive it has to do with {lines}";
        LineOption { line: String, name: String } => "{line} {name}", "{line} {name}";
        Month => "Tháng chịu ảnh hưởng", "Month";
        Taken => "Quyết định", "Decision";
        TakenYes => "Trừ điểm", "Take points off";
        TakenNo => "Không trừ", "Take nothing off";
        Points => "Số điểm trừ", "Points off";
        Proposed { points: String } => "Mức đề xuất của phần mềm: {points} điểm. Nghị định 335/2025/NĐ-CP không quy định mức trừ.", "Proposed by the program: {points} points. Decree 335/2025/NĐ-CP names no such number.";
        ProposedLocal { points: String, issuer: String, decision: String } => "Mức theo quy định nội bộ: {points} điểm ({decision}, {issuer}). Nghị định 335/2025/NĐ-CP không quy định mức trừ.", "By the local rule: {points} points ({decision}, {issuer}). Decree 335/2025/NĐ-CP names no such number.";
        NoProposal => "Chưa có mức đề xuất cho trường hợp này; hãy nhập số điểm.", "No number is proposed for this; enter one.";
        UseProposal => "Dùng mức này", "Use it";
        On => "Ngày", "Day";
        By => "Người có thẩm quyền quyết định", "Decided by";
        Reason => "Lý do", "Reason";
        EffectTaken { line: String, points: String, month: String } => "Trừ {points} điểm · {month} · {line}", "{points} points off · {month} · {line}";
        EffectNothing { line: String, month: String } => "Không trừ · {month} · {line}", "Nothing off · {month} · {line}";
        EffectBy { by: String, day: String, reason: String } => "{by}, {day}: {reason}", "{by}, {day}: {reason}";
        StandingCounts => "Đang tính", "Counts";
        StandingDeclined => "Không trừ", "Nothing off";
        StandingReplaced => "Đã thay", "Replaced";
        StandingGroundless => "Không còn căn cứ, không tính", "No longer grounded, does not count";
        Preview => "Nếu lưu quyết định này", "If this decision is saved";
        PreviewOpen => "Chọn dòng, tháng và số điểm để xem trước thay đổi.", "Choose line, month and points to see the change beforehand.";
        PreviewLocked { period: String } => "{period} đã khóa nên không ghi được. Hãy mở khóa kỳ (ghi lý do) ở màn hình Chấm điểm trước, hoặc chọn tháng khác.", "{period} is confirmed. Unlock it (with a reason) on the Scoring screen first, or choose another month.";
        PreviewNone => "Điểm và mức xếp loại không thay đổi.", "Score and class stay as they are.";
        PreviewWhat => "Mục", "What";
        Before => "Trước", "Before";
        After => "Sau", "After";
        PreviewLine { line: String } => "Dòng {line}", "Line {line}";
        PreviewTotal { period: String } => "Tổng điểm {period}", "Total of {period}";
        PreviewClass { period: String } => "Mức tương ứng {period}", "Class of {period}";
        PreviewMean { year: String } => "Trung bình năm {year}", "Mean of {year}";
        PreviewYear { year: String } => "Mức xếp loại năm {year}", "Class of {year}";
        Missing => "chưa đủ dữ liệu", "not enough data";
        Beyond { points: String } => "Dòng này không còn đủ điểm để trừ: thiếu {points} điểm. Dòng tính 0 điểm, phần vượt không trừ vào dòng khác.", "The line has too few points left: {points} short. It counts as 0; the rest is not taken from other lines.";
    }
}

impl From<EffectStanding> for EffectMessage {
    fn from(standing: EffectStanding) -> Self {
        match standing {
            EffectStanding::Counts => Self::StandingCounts,
            EffectStanding::Declined => Self::StandingDeclined,
            EffectStanding::Replaced => Self::StandingReplaced,
            EffectStanding::Groundless => Self::StandingGroundless,
        }
    }
}

impl From<MayDecide> for EffectMessage {
    fn from(may: MayDecide) -> Self {
        match may {
            MayDecide::Yes => Self::Undecided,
            MayDecide::NotConcluded => Self::NotConcluded,
            MayDecide::NotRight => Self::NotRight,
            MayDecide::Linked => Self::Linked,
            MayDecide::NotReviewed => Self::NotReviewed,
            MayDecide::Dismissed => Self::Dismissed,
            MayDecide::Nobody => Self::Nobody,
        }
    }
}
