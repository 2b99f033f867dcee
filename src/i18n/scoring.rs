//! Words of the screen of scores: the list, the sheet, the grid for many people, confirming.

use crate::app::view::scoring::ScoringFilter;
use crate::app::workflow::confirm::ConfirmError;
use crate::app::workflow::score::{RefusedPoint, Remark, Side};

use super::{Locale, Say, format};

crate::messages! {
    /// The screen.
    pub enum ScoringMessage {
        Title { period: String } => "Chấm điểm {period}", "Scores of {period}";
        Subtitle { people: String, complete: String, missing: String, locked: String } => "{people} công chức · {complete} đã đủ dữ liệu · {missing} còn thiếu · {locked} đã khóa", "{people} officials · {complete} complete · {missing} not · {locked} confirmed";
        Filters => "Lọc nhanh", "Quick filters";
        FilterAll => "Tất cả", "All";
        FilterOpen => "Chưa đủ dữ liệu", "Not complete";
        FilterLate => "Có trễ hạn", "Late";
        FilterComplaint => "Có phản ánh đúng", "Complaint found right";
        FilterLeader => "Lãnh đạo", "Leaders";
        Unit => "Đơn vị", "Unit";
        AllUnits => "Đơn vị: tất cả", "All units";
        Search => "Tìm theo tên", "Search by name";
        EnterPoints => "Nhập điểm tiêu chí chung", "Enter general criteria";
        Export => "Xuất Mẫu số 01", "Export form 01";
        LockPeriod => "Khóa kỳ…", "Confirm…";
        UnlockPeriod => "Mở khóa…", "Unlock…";
        Grid => "Điểm của từng người", "Everybody's scores";
        ColumnName => "Họ và tên", "Name";
        ColumnA => "a Lượng", "a Quantity";
        ColumnB => "b Chất", "b Quality";
        ColumnC => "c Tiến độ", "c Schedule";
        ColumnGeneral => "Chung", "General";
        ColumnTotal => "Tổng", "Total";
        ColumnClass => "Mức tương ứng", "Class";
        ColumnState => "Tình trạng", "State";
        OpenSheet => "Mở phiếu", "Open the sheet";
        KeyWhy => "vì sao", "why";
        KeyOpen => "mở phiếu", "open the sheet";
        EmptyTitle => "Chưa có ai để chấm trong kỳ này", "Nobody is scored in this period";
        EmptyText => "Kỳ này chưa có công chức nào giữ vị trí. Hãy thêm công chức, chọn kỳ khác hoặc bỏ bớt điều kiện lọc.", "No official holds a position in this period. Add officials, choose another period or clear the filters.";
        AddOfficials => "Đến danh sách công chức", "Go to the officials";
        Away => "Nghỉ cả kỳ", "Away all period";
        Nothing => "Không được giao việc", "Nothing assigned";
        LockedMark => "đã khóa", "confirmed";
    }
}

crate::messages! {
    /// One official's sheet.
    pub enum SheetMessage {
        Title { name: String } => "Phiếu chấm điểm: {name}", "Sheet of {name}";
        Back => "Về danh sách", "Back to the list";
        Before => "Người trước", "Previous";
        After => "Người sau", "Next";
        Gone => "Không có công chức này trong dữ liệu", "There is no such official";
        GoneText => "Người này có thể đã bị xóa hoặc thuộc dữ liệu khác.", "They may have been removed or belong to other data.";
        Locked { day: String, by: String } => "Kỳ đã khóa ngày {day}, {by} xác nhận. Muốn sửa, hãy mở khóa và ghi lý do.", "Confirmed on {day} by {by}. To change anything, unlock with a reason.";
        General => "I. Tiêu chí chung", "I. General criteria";
        Criterion => "Tiêu chí", "Criterion";
        Most => "Tối đa", "Most";
        Own => "Tự chấm", "Own";
        Authority => "Cấp có thẩm quyền", "Authority";
        Evidence => "Hồ sơ liên quan", "What the records hold";
        OwnOf { line: String } => "Tự chấm, dòng {line}", "Own points, line {line}";
        AuthorityOf { line: String } => "Điểm của cấp có thẩm quyền, dòng {line}", "Authority's points, line {line}";
        Sum => "Cộng", "Sum";
        CopyOwn => "Chép từ tự chấm", "Copy from own points";
        CopyHint => "Chỉ chép vào các dòng cấp có thẩm quyền chưa chấm", "Only onto lines the authority left open";
        AuthorityOn { day: String } => "Cấp có thẩm quyền chấm ngày {day}", "Scored by the authority on {day}";
        SectionMost { max: String } => "tối đa {max}", "at most {max}";
        SourceComplaint { number: String } => "Phản ánh {number}", "Complaint {number}";
        SourceIncident { day: String } => "Vụ việc ngày {day}", "Incident of {day}";
        EvidenceEffect { source: String, points: String, by: String } => "{source}: trừ {points}, {by} quyết định", "{source}: {points} off, decided by {by}";
        EvidenceDeclined { source: String, by: String } => "{source}: không trừ, {by} quyết định", "{source}: nothing off, decided by {by}";
        EvidenceUndecided { source: String } => "{source} kết luận đúng, chưa quyết định ảnh hưởng", "{source} found right, effect not decided";
        EvidencePartly { source: String } => "{source} kết luận đúng một phần, chưa quyết định ảnh hưởng", "{source} found partly right, effect not decided";
        EvidenceConfirmed { source: String } => "{source} đã xác nhận, chưa quyết định ảnh hưởng", "{source} confirmed, effect not decided";
        EvidenceOpen { source: String } => "{source} đang xác minh, chưa tính", "{source} being verified, does not count";
        EvidenceUnreviewed { source: String } => "{source} chưa kết luận, chưa tính", "{source} not reviewed, does not count";
        LeadershipEvidence => "Hồ sơ để xem xét, không tự trả lời câu hỏi này", "To be considered; it does not answer this question";
        LeadershipRecord { source: String, day: String, state: String } => "{source}, nhận ngày {day}: {state}", "{source}, received on {day}: {state}";
        LeadershipIncident { source: String, state: String } => "{source}: {state}", "{source}: {state}";
        EvidenceHandedBack { count: usize } => "{count} nhiệm vụ trả lại trong kỳ", "{count} tasks handed back in the period";
        Facts => "Hồ sơ trong kỳ", "Records of the period";
        FactTasks => "Nhiệm vụ tính trong kỳ", "Tasks that count";
        FactLate => "Lần chậm không được miễn", "Late, not excused";
        FactFailures => "Lần chưa đạt không được miễn", "Failures, not excused";
        FactAdded => "Đột xuất, nhận thêm", "Unplanned or taken over";
        FactHandedBack => "Trả lại", "Handed back";
        FactOpen => "Phản ánh đang xác minh", "Complaints being verified";
        FactEffects => "Khoản trừ vì phản ánh, vụ việc", "Effects that count";
        Leadership => "Tiêu chí lãnh đạo, quản lý", "Leadership criteria";
        LeadershipText => "Người có thẩm quyền xác định; không có giá trị mặc định. Mỗi lựa chọn phải ghi căn cứ.", "The authority answers; there is no default. Each answer needs its ground.";
        Answer => "Xác định", "Answer";
        AnswerFull { percent: String } => "Đạt ({percent} %)", "Fulfilled ({percent}%)";
        AnswerReduced { percent: String } => "Chưa đạt ({percent} %)", "Not fulfilled ({percent}%)";
        AnswerNone => "Chưa xác định", "Not answered";
        AnswerByScores => "Tính theo điểm người thuộc quyền", "As the scores of those led say";
        Computed { answer: String, people: u32, below: u32, unscored: u32 } => "Theo điểm: {answer} ({people} người thuộc quyền, {below} người ở mức không hoàn thành, {unscored} người chưa có điểm)", "By scores: {answer} ({people} led, {below} under the threshold, {unscored} without a score)";
        ComputedOpen => "chưa đủ dữ liệu", "open";
        Ground => "Căn cứ", "Ground";
        GroundNeeded => "Hãy ghi căn cứ rồi lưu.", "Write the ground, then save.";
        SaveAnswer => "Lưu xác định", "Save the answer";
        Ratings => "Tỷ lệ của nhân viên hỗ trợ, phục vụ", "Ratings of support staff";
        RatingHint => "Từ 0 đến 100 %, do người có thẩm quyền cho", "0 to 100%, given by the authority";
        Remarks => "II. Nhận xét", "II. Remarks";
        Strengths => "4. Ưu điểm", "4. Strengths";
        Weaknesses => "5. Hạn chế, khuyết điểm", "5. Weaknesses";
        Comment => "6. Ý kiến nhận xét của người có thẩm quyền", "6. The authority's comment";
        SaveRemarks => "Lưu nhận xét", "Save remarks";
        Why => "Vì sao?", "Why?";
    }
}

crate::messages! {
    /// Entering the points of many people.
    pub enum BulkMessage {
        Title { period: String } => "Điểm tiêu chí chung {period}", "General criteria of {period}";
        Side => "Nhập điểm", "Enter points of";
        Own => "Tự chấm", "The officials";
        Authority => "Cấp có thẩm quyền", "The authority";
        Grid => "Điểm từng dòng", "Points by line";
        Sum => "Cộng", "Sum";
        LineTitle { name: String, max: String } => "{name} (tối đa {max})", "{name} (at most {max})";
        CopyAll => "Chép tự chấm cho mọi người", "Copy own points for everybody";
        Help => "Gõ điểm rồi Enter hoặc mũi tên; dán cả khối từ Excel bằng Ctrl V.", "Type points, then Enter or an arrow; paste a block from Excel with Ctrl V.";
        Refused { taken: String, refused: String } => "Đã nhận {taken} ô; {refused} ô không nhận được:", "{taken} cells taken; {refused} were not:";
        RefusedCell { row: String, line: String, value: String, reason: String } => "Dòng {row}, cột {line}, “{value}”: {reason}", "Row {row}, column {line}, “{value}”: {reason}";
    }
}

crate::messages! {
    /// Confirming and unlocking.
    pub enum ConfirmMessage {
        Title { period: String } => "Khóa {period}", "Confirm {period}";
        Text => "Khóa kỳ giữ nguyên điểm, mức và cách hiểu đang dùng của từng người; sau đó đổi hồ sơ hay cách hiểu cũng không làm đổi điểm. Có thể mở khóa kèm lý do.", "Confirming keeps everybody's score, class and readings as they are; later changes do not touch them. It can be unlocked with a reason.";
        Ready { count: String } => "{count} người đủ dữ liệu, sẽ khóa", "{count} are complete and will be confirmed";
        Open { count: String } => "{count} người chưa đủ dữ liệu, để mở", "{count} are not complete and stay open";
        Already { count: String } => "{count} người đã khóa", "{count} are confirmed already";
        Nothing { count: String } => "{count} người không có điểm để khóa (nghỉ, không được giao việc, điểm mang theo)", "{count} have nothing to confirm";
        By => "Người xác nhận", "Confirmed by";
        ByHint => "Chức danh hoặc tên người có thẩm quyền", "Title or name of the authority";
        On => "Ngày xác nhận", "Day";
        Do { count: String } => "Khóa {count} người", "Confirm {count}";
        NobodyReady => "Chưa ai đủ dữ liệu để khóa. Hãy bổ sung phần còn thiếu trước.", "Nobody is complete. Fill in what is missing first.";
        UnlockTitle { period: String } => "Mở khóa {period}", "Unlock {period}";
        UnlockText => "Điểm đã khóa được lưu lại; điểm mới tính theo hồ sơ hiện nay.", "The frozen figures stay on record; the score follows the records again.";
        UnlockWho => "Mở khóa cho", "Unlock for";
        Everybody { count: String } => "Tất cả {count} người đã khóa", "All {count} confirmed";
        Reason => "Lý do", "Reason";
        Unlock => "Mở khóa", "Unlock";
        WhyOpen { name: String, reason: String } => "{name}: {reason}", "{name}: {reason}";
    }
}

impl From<ScoringFilter> for ScoringMessage {
    fn from(filter: ScoringFilter) -> Self {
        match filter {
            ScoringFilter::All => Self::FilterAll,
            ScoringFilter::Open => Self::FilterOpen,
            ScoringFilter::Late => Self::FilterLate,
            ScoringFilter::Complaint => Self::FilterComplaint,
            ScoringFilter::Leader => Self::FilterLeader,
        }
    }
}

impl From<Remark> for SheetMessage {
    fn from(remark: Remark) -> Self {
        match remark {
            Remark::Strengths => Self::Strengths,
            Remark::Weaknesses => Self::Weaknesses,
            Remark::Comment => Self::Comment,
        }
    }
}

impl From<Side> for BulkMessage {
    fn from(side: Side) -> Self {
        match side {
            Side::Own => Self::Own,
            Side::Authority => Self::Authority,
        }
    }
}

impl Say for ConfirmError {
    fn say(&self, locale: Locale) -> String {
        match self {
            Self::NobodyReady => ConfirmMessage::NobodyReady.say(locale),
            Self::By(error) | Self::On(error) => error.say(locale),
        }
    }
}

/// The points of a paste that were not taken, the first few in full.
#[must_use]
pub fn refused(taken: usize, cells: &[RefusedPoint], locale: Locale) -> Vec<String> {
    const IN_FULL: usize = 5;
    let head = BulkMessage::Refused {
        taken: format::count(taken, locale),
        refused: format::count(cells.len(), locale),
    };
    let lines = cells.iter().take(IN_FULL).map(|cell| {
        let line = BulkMessage::RefusedCell {
            row: (cell.row + 1).to_string(),
            line: cell.line.to_string(),
            value: cell.value.clone(),
            reason: cell.error.say(locale),
        };
        line.say(locale)
    });
    std::iter::once(head.say(locale)).chain(lines).collect()
}
