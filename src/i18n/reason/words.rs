//! Names of classes, grades, states and roles, and the sentences of the reasons.

use crate::domain::{Class, Classification, Grade, Role};
use crate::engine::ScoreState;

crate::messages! {
    /// The classes as the law names them, and what stands where there is none.
    pub enum ClassName {
        Excellent => "Hoàn thành xuất sắc nhiệm vụ", "Excellent";
        Good => "Hoàn thành tốt nhiệm vụ", "Good";
        Completed => "Hoàn thành nhiệm vụ", "Completed";
        NotCompleted => "Không hoàn thành nhiệm vụ", "Not completed";
        Unclassified => "Không xếp loại", "Not classified";
        None => "Chưa đủ dữ liệu", "Not enough data";
    }
}

crate::messages! {
    /// The classes in a word or two, for badges.
    pub enum ClassWord {
        Excellent => "Xuất sắc", "Excellent";
        Good => "Tốt", "Good";
        Completed => "Hoàn thành", "Completed";
        NotCompleted => "Không hoàn thành", "Not completed";
        Unclassified => "Không xếp loại", "Not classified";
        None => "Chưa đủ dữ liệu", "Not enough data";
    }
}

impl From<Class> for ClassName {
    fn from(class: Class) -> Self {
        match class {
            Class::Excellent => Self::Excellent,
            Class::Good => Self::Good,
            Class::Completed => Self::Completed,
            Class::NotCompleted => Self::NotCompleted,
        }
    }
}

impl From<Classification> for ClassName {
    fn from(answer: Classification) -> Self {
        match answer {
            Classification::Class(class) => class.into(),
            Classification::Unclassified => Self::Unclassified,
            Classification::None => Self::None,
        }
    }
}

impl From<Class> for ClassWord {
    fn from(class: Class) -> Self {
        match class {
            Class::Excellent => Self::Excellent,
            Class::Good => Self::Good,
            Class::Completed => Self::Completed,
            Class::NotCompleted => Self::NotCompleted,
        }
    }
}

impl From<Classification> for ClassWord {
    fn from(answer: Classification) -> Self {
        match answer {
            Classification::Class(class) => class.into(),
            Classification::Unclassified => Self::Unclassified,
            Classification::None => Self::None,
        }
    }
}

crate::messages! {
    /// How binding a rule is.
    pub enum GradeName {
        Mandatory => "Bắt buộc", "Mandatory";
        Guidance => "Hướng dẫn", "Guidance";
        Local => "Quy định nội bộ", "Local rule";
        Proposal => "Đề xuất", "Proposal";
    }
}

crate::messages! {
    /// Words of the printed reasons that the screen has no use for.
    pub enum AnnexWord {
        Title => "PHỤ LỤC GIẢI TRÌNH ĐIỂM", "ANNEX: REASONS FOR THE SCORE";
        Log { sequence: u64, hash: String } => "Theo dữ liệu đến thao tác số {sequence} của nhật ký, mã băm {hash}.", "From the data up to action {sequence} of the log, hash {hash}.";
    }
}

impl From<Grade> for GradeName {
    fn from(grade: Grade) -> Self {
        match grade {
            Grade::Mandatory => Self::Mandatory,
            Grade::Guidance => Self::Guidance,
            Grade::Local => Self::Local,
            Grade::Proposal => Self::Proposal,
        }
    }
}

crate::messages! {
    /// What a period's score is.
    pub enum StateName {
        Computed => "Đã đủ dữ liệu", "Complete";
        Confirmed => "Đã khóa", "Confirmed";
        Foreign => "Điểm mang theo", "Brought along";
        Mean => "Bình quân", "Mean";
        Incomplete => "Chưa đủ dữ liệu", "Not enough data";
        Empty => "Không được giao việc", "Nothing assigned";
        Away => "Nghỉ cả kỳ", "Away all period";
        NotComputed => "Không tính", "Not computed";
    }
}

impl From<ScoreState> for StateName {
    fn from(state: ScoreState) -> Self {
        match state {
            ScoreState::Computed => Self::Computed,
            ScoreState::Confirmed => Self::Confirmed,
            ScoreState::Foreign => Self::Foreign,
            ScoreState::Mean => Self::Mean,
            ScoreState::Incomplete => Self::Incomplete,
            ScoreState::Empty => Self::Empty,
            ScoreState::Away => Self::Away,
            ScoreState::NotComputed => Self::NotComputed,
        }
    }
}

crate::messages! {
    /// What the holder of a position is.
    pub enum RoleName {
        Head => "Người đứng đầu", "Head";
        Deputy => "Cấp phó", "Deputy";
        Staff => "Công chức không giữ chức vụ lãnh đạo", "Staff";
        Support => "Nhân viên hỗ trợ, phục vụ", "Support";
    }
}

impl From<Role> for RoleName {
    fn from(role: Role) -> Self {
        match role {
            Role::Head => Self::Head,
            Role::Deputy => Self::Deputy,
            Role::Staff => Self::Staff,
            Role::Support => Self::Support,
        }
    }
}

crate::messages! {
    /// The panel and the steps of the reasons.
    pub enum ReasonMessage {
        WhyTotal { total: String } => "Vì sao {total} điểm?", "Why {total} points?";
        WhyNone => "Vì sao chưa có điểm?", "Why is there no score?";
        WhyYear { class: String } => "Vì sao {class}?", "Why {class}?";
        Tree => "Cách tính từ tổng điểm đến từng hồ sơ", "From the total down to single records";
        Missing => "Cần bổ sung, kiểm tra", "To be completed or looked at";
        NotYet { exact: String, from: String, class: String, missing: String } => "Giá trị đúng {exact} nhỏ hơn {from}, nên không phải {class}. Còn thiếu {missing} điểm.", "The exact value {exact} is less than {from}, so this is not {class}. {missing} points are missing.";
        Highest { exact: String } => "Giá trị đúng {exact}; đây là mức cao nhất.", "The exact value is {exact}; this is the highest class.";
        Frozen { day: String, by: String } => "Đã khóa ngày {day}, {by} xác nhận. Số liệu đã khóa không đổi khi hồ sơ hoặc cách hiểu thay đổi.", "Confirmed on {day} by {by}. Frozen figures do not change with records or readings.";
        Decided { class: String } => "Cấp có thẩm quyền đã quyết định: {class}.", "Decided by the authority: {class}.";
        OpenComplaints { count: String } => "{count} phản ánh đang xác minh, chưa tính vào điểm; chỉ kết luận đúng, có quyết định của cấp có thẩm quyền mới được tính.", "{count} complaints are being verified and do not count; only one found right, with a recorded decision, does.";
        OpenRule => "Xem quy định", "See the rule";
        OpenRecord => "Mở hồ sơ", "Open the record";
        OpenSheet => "Mở phiếu chấm điểm", "Open the sheet";
        Total { general: String, result: String, points: String } => "Tổng điểm: tiêu chí chung {general} + kết quả nhiệm vụ {result} × {points}", "Total: general criteria {general} + task result {result} × {points}";
        Confirmed { day: String, by: String } => "Đã khóa ngày {day}, {by} xác nhận", "Confirmed on {day} by {by}";
        Version { version: u32 } => "lần xác nhận thứ {version}", "confirmation {version}";
        Foreign => "Điểm mang theo từ nơi công tác trước", "Score brought along";
        Mean { count: u32 } => "Bình quân {count} kỳ có điểm", "Mean of {count} scored periods";
        General { max: String } => "Tiêu chí chung (tối đa {max})", "General criteria (at most {max})";
        ByAuthority => "theo điểm của người có thẩm quyền", "by the authority's points";
        ByOwn => "theo điểm tự chấm, vì người có thẩm quyền chưa chấm đủ", "by the official's own points: the authority's are not complete";
        GivenOf { given: String, max: String } => "chấm {given}, tối đa {max}", "given {given} of {max}";
        Effect { number: String, by: String, day: String } => "Phản ánh số {number}: {by} quyết định ngày {day}", "Complaint {number}: decided by {by} on {day}";
        IncidentEffect { day: String, by: String, on: String } => "Vụ việc ngày {day}: {by} quyết định ngày {on}", "Incident of {day}: decided by {by} on {on}";
        Result { symbols: String, count: usize } => "Kết quả nhiệm vụ: ({symbols}) ÷ {count}", "Task result: ({symbols}) ÷ {count}";
        ResultBare => "Kết quả nhiệm vụ", "Task result";
        Quotient { symbol: String, name: String, numerator: String, denominator: String } => "{symbol} {name}: {numerator} ÷ {denominator} đơn vị chuẩn", "{symbol} {name}: {numerator} ÷ {denominator} standard units";
        NoQuotient { symbol: String, name: String } => "{symbol} {name}: chưa có số được giao", "{symbol} {name}: nothing assigned";
        Lines { count: u32 } => "{count} nhiệm vụ", "{count} tasks";
        Failures { count: u32, excused: u32 } => "{count} lần chưa đạt, {excused} lần được miễn", "{count} failures, {excused} excused";
        Late { count: u32, excused: u32 } => "{count} lần chậm, {excused} lần được miễn", "{count} late, {excused} excused";
        Led { symbol: String, name: String, people: u32, below: u32, threshold: String } => "{symbol} {name}: {people} người thuộc quyền, {below} người dưới {threshold} điểm", "{symbol} {name}: {people} led, {below} under {threshold} points";
        LedUnscored { count: u32 } => "{count} người chưa có điểm", "{count} without a score";
        Leader { symbol: String, name: String } => "{symbol} {name}", "{symbol} {name}";
        AnsweredFull => "người có thẩm quyền xác định: đạt", "answered by the authority: fulfilled";
        AnsweredReduced => "người có thẩm quyền xác định: chưa đạt", "answered by the authority: not fulfilled";
        Unanswered => "người có thẩm quyền chưa xác định", "not answered by the authority";
        Ground { text: String } => "căn cứ: {text}", "ground: {text}";
        AwayThroughout => "nghỉ cả kỳ, không tính", "away all period, not counted";
        TaskAmounts { completed: String, assigned: String, coefficient: String } => "xong {completed} trên {assigned} được giao, hệ số {coefficient}", "{completed} of {assigned} done, coefficient {coefficient}";
        TaskFailures { count: u32, excused: u32, factor: String } => "chưa đạt {count} lần, miễn {excused} → còn {factor}", "{count} failures, {excused} excused → {factor} left";
        TaskLate { count: u32, excused: u32, factor: String } => "chậm {count} lần, miễn {excused} → còn {factor}", "late {count} times, {excused} excused → {factor} left";
        TaskDates { deadline: String, finished: String } => "hạn {deadline}, xong {finished}", "due {deadline}, done {finished}";
        TaskShare { share: String } => "tính {share} vào kỳ này", "{share} of it counts here";
        Planned => "theo kế hoạch", "planned";
        TakenOver => "nhận thêm, cộng vào tử số (Điều 18.1đ)", "taken over, added to the numerators";
        Unplanned => "đột xuất, phát sinh, cộng vào tử số", "unplanned, added to the numerators";
        Failure { day: String } => "Lần chưa đạt chất lượng ngày {day}", "Quality failure on {day}";
        LateOccurrence { day: String } => "Lần chậm ghi ngày {day}", "Late occurrence on {day}";
        Derived { count: u32, deadline: String, finished: String } => "Chậm {count:02} lần theo ngày: hạn {deadline}, xong {finished}", "Late {count} times by its dates: due {deadline}, done {finished}";
        Excused => "được miễn", "excused";
        NotExcused => "không được miễn", "not excused";
        Extension { from: String, to: String } => "Gia hạn từ {from} đến {to}", "Extended from {from} to {to}";
        By { who: String } => "{who} xác nhận", "confirmed by {who}";
        With { document: String } => "{document}", "{document}";
        Cause { cause: String } => "Nguyên nhân khách quan: {cause}", "Objective cause: {cause}";
        CauseOpen => "chưa được xác nhận nên không miễn trừ", "not confirmed, so nothing is excused";
        Revoked { day: String } => "đã thu hồi ngày {day}, không còn tính", "revoked on {day}, counts no longer";
        Superseded => "đã có lần gia hạn sau thay thế", "followed by a later extension";
        HandedBack => "Đã trả lại: vẫn tính trong số được giao, không tính hoàn thành", "Handed back: stays assigned, not completed";
        YearClass => "Mức xếp loại năm theo cách tính", "The year's class as computed";
        Threshold { mean: String, from: String } => "Điểm bình quân {mean} từ {from} điểm trở lên", "The mean {mean} reaches {from}";
        NoMean => "Chưa có điểm bình quân của cả năm", "No complete mean of the year";
        HeadLimit { unit: String } => "Người đứng đầu không cao hơn mức của đơn vị {unit}", "A head is not above the unit {unit}";
        Worked { worked: String, minimum: String } => "Làm việc {worked} tháng trong năm; phải từ {minimum} tháng", "{worked} months worked; {minimum} are needed";
        Decision { number: String } => "Quyết định của cấp có thẩm quyền {number}", "The authority's decision {number}";
        Reading { key: String, option: String } => "cách hiểu {key}: {option}", "reading {key}: {option}";
        Article { article: u16 } => "Điều {article}", "Article {article}";
        Clause { article: u16, clause: u16 } => "Điều {article} khoản {clause}", "Article {article}.{clause}";
        Point { article: u16, clause: u16, point: String } => "Điều {article} khoản {clause} điểm {point}", "Article {article}.{clause}.{point}";
        Yes => "có", "yes";
        No => "không", "no";
        Full => "Đạt", "Fulfilled";
        Reduced => "Chưa đạt", "Not fulfilled";
    }
}
