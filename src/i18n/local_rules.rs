//! Words of the agency's own criteria and tariffs, and of everything that is wrong with a set.

use crate::app::view::local_rules::SetState;
use crate::app::workflow::local_rules::{FormKind, SetFault, SetField};
use crate::domain::{Conclusion, Decimal, LineId};
use crate::files::local_rules::LocalFileError;
use crate::rules::{BandFault, LocalFault};

use super::{Locale, Say, format};

crate::messages! {
    /// The screen.
    pub enum LocalMessage {
        Intro => "Cơ quan hoặc tỉnh có thể diễn đạt và phân điểm lại các dòng tiêu chí chung (tổng vẫn 30 điểm, điểm từng mục theo nghị định), và đặt biểu điểm cho các tiêu chí của chỉ thị. Mỗi bộ có cơ quan ban hành, số quyết định, ngày hiệu lực. Kỳ cũ giữ bộ của kỳ đó.", "An agency or a province may word and weigh the lines of the general criteria (still 30 points, each section as in the decree) and set tariffs for the directive's criteria. Each set has an issuer, a decision and days in force. Old periods keep theirs.";
        List => "Các bộ tiêu chí, biểu điểm", "Sets of criteria and tariffs";
        NewShipped => "Lập bộ mới", "New set";
        NewShippedHint => "Bắt đầu từ bộ có sẵn: Mẫu số 01 và các mức đề xuất", "Begins with the shipped set: Form 01 and the proposals";
        Import => "Nhập từ tệp", "Import a file";
        ImportHint => "Tệp .json do tỉnh hoặc cơ quan khác gửi", "A .json file sent by the province or another agency";
        EmptyTitle => "Chưa có bộ tiêu chí nội bộ nào", "No local criteria yet";
        EmptyText => "Đang dùng nguyên văn Mẫu số 01 và các mức đề xuất của phần mềm. Lập bộ mới, hoặc nhập tệp do tỉnh gửi.", "Form 01 as printed and the program's proposals are used. Make a set, or import the file the province sent.";
        InForce => "Đang hiệu lực", "In force";
        Future => "Chưa đến ngày hiệu lực", "Not yet in force";
        Ended => "Hết hiệu lực", "Ended";
        Cited { decision: String, issuer: String } => "Quyết định số {decision}, {issuer}", "Decision {decision}, {issuer}";
        Days { from: String, to: String } => "Từ {from} đến hết {to}", "From {from} up to {to}";
        DaysOpen { from: String } => "Từ {from}, chưa hết hiệu lực", "From {from}, no end yet";
        Lines { count: usize } => "{count} dòng tiêu chí khác Mẫu số 01", "{count} lines differ from Form 01";
        LinesSame => "Tiêu chí chung nguyên văn Mẫu số 01", "General criteria as in Form 01";
        Tariffs { count: usize } => "{count} biểu điểm của chỉ thị", "{count} tariffs of the directive";
        ConclusionCount { count: usize } => "{count} mức đề xuất khi có kết luận", "{count} proposals for conclusions";
        Confirmed { count: String } => "{count} kỳ đã khóa chấm theo bộ này, nên chỉ kết thúc được, không sửa, không xóa", "{count} confirmed periods were scored with it, so it can be ended but not changed or removed";
        Edit => "Sửa", "Edit";
        EditNamed { title: String } => "Sửa: {title}", "Edit: {title}";
        Copy => "Sao chép thành bộ mới", "Copy into a new set";
        CopyNamed { title: String } => "Sao chép thành bộ mới: {title}", "Copy into a new set: {title}";
        Export => "Xuất tệp", "Export";
        ExportNamed { title: String } => "Xuất tệp: {title}", "Export: {title}";
        End => "Kết thúc", "End";
        EndNamed { title: String } => "Kết thúc: {title}", "End: {title}";
        Remove => "Xóa", "Remove";
        RemoveNamed { title: String } => "Xóa: {title}", "Remove: {title}";
        EndTitle { title: String } => "Kết thúc hiệu lực của “{title}”", "End “{title}”";
        LastDay => "Ngày cuối cùng còn hiệu lực", "Last day in force";
        LastDayHint => "Kỳ kết thúc sau ngày này không theo bộ này nữa", "Periods that end after this day no longer follow it";
        EndSave => "Kết thúc bộ này", "End it";
        RemoveTitle { title: String } => "Xóa “{title}”", "Remove “{title}”";
        RemoveText => "Bộ này chưa được kỳ đã khóa nào dùng nên xóa được. Có thể hoàn tác.", "No confirmed period was scored with it, so it can be removed. This can be undone.";
        TitleNew => "Bộ tiêu chí, biểu điểm mới", "A new set of criteria and tariffs";
        TitleEdit { title: String } => "Sửa “{title}”", "Change “{title}”";
        TitleImport { file: String } => "Nhập từ “{file}”", "Import of “{file}”";
        ImportNote => "Tệp hợp lệ và nguyên vẹn. Hãy xem ai thay đổi rồi lưu; chưa có gì được lưu.", "The file is sound and whole. See who would change, then save; nothing is saved yet.";
        Back => "Quay lại danh sách", "Back to the list";
        Facts => "Thông tin ban hành", "Issue";
        Title => "Tên bộ", "Name";
        TitleHint => "Ví dụ: Bộ tiêu chí của UBND xã năm 2026", "Such as: Criteria of the commune, 2026";
        Issuer => "Cơ quan ban hành", "Issued by";
        Decision => "Số quyết định", "Number of the decision";
        DecisionHint => "Ví dụ: 15/QĐ-UBND ngày 05/01/2026", "Such as: 15/QĐ-UBND of 05/01/2026";
        From => "Hiệu lực từ ngày", "In force from";
        FromHint => "Kỳ nào kết thúc từ ngày này trở đi thì theo bộ này", "Periods that end on or after this day follow it";
        To => "Đến hết ngày", "Up to";
        ToHint => "Để trống khi chưa hết hiệu lực", "Empty while in force";
        Criteria => "Tiêu chí chung", "General criteria";
        OwnLines => "Diễn đạt hoặc phân điểm lại các dòng tiêu chí chung", "Word or weigh the lines of the general criteria";
        OwnLinesHint => "Không chọn thì giữ nguyên Mẫu số 01. Biểu mẫu in ra giữ cấu trúc của nghị định, chỉ thay lời và điểm tối đa của dòng.", "Left out, Form 01 stays. Printed forms keep the decree's structure; only words and most points of a line change.";
        Section { mark: String, name: String } => "{mark}. {name}", "{mark}. {name}";
        Wording { line: String } => "Nội dung dòng {line}", "Words of line {line}";
        Most { line: String } => "Điểm tối đa dòng {line}", "Most points of line {line}";
        Sum { sum: String, max: String } => "Cộng {sum} / {max} điểm", "{sum} of {max} points";
        SumUnknown { max: String } => "Chưa cộng được / {max} điểm", "No sum yet / {max} points";
        SumOff { sum: String, max: String, off: String } => "Cộng {sum} / {max} điểm: lệch {off}", "{sum} of {max} points: off by {off}";
        TasksStay => "70 điểm kết quả thực hiện nhiệm vụ do nghị định quy định, không thay đổi ở đây.", "The 70 points of the task result are the decree's and do not change here.";
        Directive => "Biểu điểm của chỉ thị (Kỷ cương)", "Tariffs of the directive";
        DirectiveText => "Điểm của bảng Kỷ cương. Bảng chỉ đề xuất, không tự thay đổi điểm đánh giá theo nghị định.", "Points of the directive's scorecard. It only proposes and never changes a score of the decree by itself.";
        Own { key: String } => "Đặt biểu điểm riêng cho {key}", "Own tariff for {key}";
        Shipped { words: String } => "Mức có sẵn: {words}", "Shipped: {words}";
        TariffMax { key: String } => "Điểm tối đa {key}", "Most points {key}";
        Form { key: String } => "Cách tính {key}", "How {key} is worked out";
        FormShare => "Điểm tối đa nhân tỷ lệ đạt", "Most points times the share";
        FormEvent => "Trừ theo số lần", "Points off per event";
        FormBands => "Theo khung", "By bands";
        PerEvent { key: String } => "Trừ mỗi lần {key}", "Off per event {key}";
        BandBelowShort { number: usize, from: String, unit: String } => "Khung {number}: từ {from}{unit} đến dưới", "Band {number}: from {from}{unit} to below";
        BandPointsShort { number: usize } => "Khung {number}: số điểm", "Band {number}: points";
        BandHint => "Để trống ở khung cuối: không giới hạn trên", "Empty in the last band: no upper end";
        Percent => "%", "%";
        Times => " lần", " events";
        Proposed { lines: String } => "Đề xuất trừ mỗi lần vào dòng {lines}", "Proposed off per event on line {lines}";
        ProposedHint => "Để trống: không đề xuất", "Empty: no proposal";
        Conclusions => "Đề xuất trừ khi phản ánh, vụ việc đã có kết luận", "Proposed points for concluded complaints and incidents";
        ConclusionsText => "Chỉ là mức đề xuất hiện ra khi quyết định; người có thẩm quyền quyết định và ghi lý do.", "Only proposed when deciding; a person with authority decides and gives a reason.";
        ConclusionRight => "Phản ánh đúng", "Substantiated";
        ConclusionPartly => "Phản ánh đúng một phần", "Partly substantiated";
        ConclusionUnfounded => "Phản ánh sai", "Unfounded";
        ConclusionWithdrawn => "Đã rút", "Withdrawn";
        ConclusionNotEstablished => "Không đủ căn cứ kết luận", "Not established";
        ConclusionHint { points: String } => "Để trống thì dùng mức có sẵn: {points} điểm", "Empty: the shipped {points} points";
        Check => "Kiểm tra và xem ai thay đổi", "Check and see who changes";
        CheckHint => "Lưu được sau khi đã kiểm tra", "It can be saved once checked";
        Save => "Lưu bộ này", "Save the set";
        ResultTitle => "Kiểm tra và xem trước", "Check and preview";
        NotChecked => "Chưa kiểm tra nội dung đang nhập. Bấm “Kiểm tra và xem ai thay đổi”.", "What is typed has not been checked. Press “Check and see who changes”.";
        FaultsTitle { count: usize } => "Còn {count} chỗ chưa đúng, chưa lưu được", "{count} things are not right yet; it cannot be saved";
        Ends { title: String, day: String } => "Bộ “{title}” sẽ hết hiệu lực từ hết ngày {day}.", "“{title}” will end on {day}.";
        ProposalsOnly => "Điểm đánh giá chỉ đổi khi dòng tiêu chí chung đổi. Biểu điểm chỉ thị và mức đề xuất không tự thay đổi điểm của ai.", "Scores change only when lines of the general criteria change. Tariffs and proposals change nobody's score by themselves.";
        RefusedTitle { file: String } => "Chưa nhập được “{file}”, dữ liệu đang có giữ nguyên", "“{file}” was not imported; the present data are unchanged";
        Reading => "Đang đọc tệp…", "Reading the file…";
        Drop => "Kéo tệp bộ tiêu chí vào đây", "Drop a file of criteria here";
        Pick => "Chọn tệp…", "Choose a file…";
        SheetNote { cited: String } => "Tiêu chí theo bộ nội bộ: {cited}", "Criteria by the local rules: {cited}";
        TabNote { cited: String, from: String } => "Từ {from} cơ quan áp dụng bộ nội bộ: {cited}. Dưới đây là nguyên văn nghị định.", "From {from} the agency follows its own set: {cited}. Below are the decree's words.";
    }
}

impl From<SetState> for LocalMessage {
    fn from(state: SetState) -> Self {
        match state {
            SetState::InForce => Self::InForce,
            SetState::Future => Self::Future,
            SetState::Ended => Self::Ended,
        }
    }
}

impl From<FormKind> for LocalMessage {
    fn from(kind: FormKind) -> Self {
        match kind {
            FormKind::Share => Self::FormShare,
            FormKind::PerEvent => Self::FormEvent,
            FormKind::Bands => Self::FormBands,
        }
    }
}

impl From<Conclusion> for LocalMessage {
    fn from(conclusion: Conclusion) -> Self {
        match conclusion {
            Conclusion::Substantiated => Self::ConclusionRight,
            Conclusion::PartlySubstantiated => Self::ConclusionPartly,
            Conclusion::Unfounded => Self::ConclusionUnfounded,
            Conclusion::Withdrawn => Self::ConclusionWithdrawn,
            Conclusion::NotEstablished => Self::ConclusionNotEstablished,
        }
    }
}

crate::messages! {
    /// What is wrong with a set.
    pub enum LocalFaultMessage {
        Title => "Tên bộ: cần nhập.", "Name: it is needed.";
        Issuer => "Cơ quan ban hành: cần nhập.", "Issuer: it is needed.";
        Decision => "Số quyết định: cần nhập.", "Decision: it is needed.";
        Reversed { from: String, to: String } => "Ngày hết hiệu lực {to} sớm hơn ngày bắt đầu {from}. Hãy sửa một trong hai ngày.", "The last day {to} is before the first day {from}. Correct one of them.";
        Overlaps { other: String, day: String } => "Ngày {day} đã có bộ “{other}” đang hiệu lực. Hãy kết thúc bộ đó trước, hoặc đổi ngày.", "“{other}” is in force on {day}. End it first, or change the days.";
        SameDecision { other: String } => "Bộ “{other}” đã mang số quyết định và cơ quan ban hành này. Hãy ghi số quyết định khác.", "“{other}” has this decision and issuer already. Enter another decision.";
        Empty => "Bộ này chưa có nội dung: hãy đặt dòng tiêu chí, biểu điểm hoặc mức đề xuất.", "The set says nothing: enter lines, tariffs or proposals.";
        LineUnknown { line: String } => "Mẫu số 01 không có dòng {line}. Hãy bỏ dòng này.", "Form 01 has no line {line}. Leave it out.";
        LineRepeated { line: String } => "Dòng {line} có hai lần. Hãy bỏ một.", "Line {line} stands twice. Leave one out.";
        LineMissing { line: String } => "Thiếu dòng {line} của Mẫu số 01. Hãy thêm dòng này.", "Line {line} of Form 01 is missing. Add it.";
        Wording { line: String } => "Dòng {line} chưa có nội dung.", "Line {line} has no words.";
        LineWithoutPoints { line: String } => "Dòng {line} phải có điểm tối đa lớn hơn 0.", "Line {line} needs points above 0.";
        SectionSum { section: String, sum: String, wanted: String } => "Mục {section}: các dòng cộng được {sum} điểm, phải đúng {wanted} điểm theo nghị định.", "Section {section}: the lines sum to {sum}; the decree gives it {wanted}.";
        TotalSum { sum: String, wanted: String } => "Tiêu chí chung cộng được {sum} điểm, phải đúng {wanted} điểm; 70 điểm còn lại là kết quả nhiệm vụ.", "The general criteria sum to {sum}; they must be {wanted}, the other 70 are the task result.";
        CriterionUnknown { criterion: String } => "Chỉ thị không có tiêu chí {criterion}. Hãy bỏ biểu điểm này.", "The directive has no criterion {criterion}. Leave the tariff out.";
        CriterionRepeated { criterion: String } => "{criterion} có hai biểu điểm. Hãy bỏ một.", "{criterion} has two tariffs. Leave one out.";
        TariffWithoutPoints { criterion: String } => "{criterion}: điểm tối đa phải lớn hơn 0.", "{criterion}: the most points must be above 0.";
        FormUnfit { criterion: String } => "{criterion}: cách tính không hợp với số đo. Đo bằng số lần thì trừ theo số lần hoặc theo khung; đo bằng tỷ lệ thì nhân tỷ lệ hoặc theo khung.", "{criterion}: the form does not suit the measure. Events go with points per event or bands; shares with the share or bands.";
        EventWithoutPoints { criterion: String } => "{criterion}: điểm trừ mỗi lần phải lớn hơn 0.", "{criterion}: points per event must be above 0.";
        EventAboveMost { criterion: String, points: String, max: String } => "{criterion}: trừ mỗi lần {points} điểm là nhiều hơn điểm tối đa {max}.", "{criterion}: {points} per event is more than the most, {max}.";
        NoBand { criterion: String } => "{criterion}: chưa có khung nào.", "{criterion}: there is no band.";
        BandsBegin { criterion: String, from: String } => "{criterion}: khung đầu phải bắt đầu từ 0, đang là {from}.", "{criterion}: the first band must begin at 0, not {from}.";
        BandGap { criterion: String, from: String, to: String } => "{criterion}: từ {from} đến {to} không thuộc khung nào.", "{criterion}: from {from} to {to} there is no band.";
        BandOverlap { criterion: String, from: String } => "{criterion}: giá trị từ {from} nằm trong hai khung.", "{criterion}: figures from {from} lie in two bands.";
        BandReversed { criterion: String, from: String, below: String } => "{criterion}: khung từ {from} đến dưới {below} là khung rỗng. Hãy sửa giới hạn.", "{criterion}: the band from {from} to below {below} is empty. Correct its end.";
        BandPoints { criterion: String, points: String, max: String } => "{criterion}: khung cho {points} điểm, phải từ 0 đến {max}.", "{criterion}: a band gives {points}; it must be between 0 and {max}.";
        BandsEnd { criterion: String, below: String } => "{criterion}: khung cuối phải để trống giới hạn trên; từ {below} trở lên chưa có điểm.", "{criterion}: the last band must stay open; from {below} on there are no points.";
        ProposedNowhere { criterion: String } => "{criterion} không gắn với dòng tiêu chí chung nào nên không đề xuất trừ được. Hãy để trống.", "{criterion} feeds no line of the general criteria, so nothing can be proposed. Leave it empty.";
        ProposedWithoutPoints { criterion: String } => "{criterion}: điểm đề xuất trừ phải lớn hơn 0, hoặc để trống.", "{criterion}: proposed points must be above 0, or empty.";
        ProposedBelowZero { criterion: String, points: String, line: String, max: String } => "{criterion}: trừ {points} điểm sẽ làm dòng {line} (tối đa {max}) xuống dưới 0.", "{criterion}: taking {points} off would put line {line} (at most {max}) below 0.";
        ConclusionCannotCount { conclusion: String } => "“{conclusion}” không được trừ điểm. Hãy bỏ mức này.", "“{conclusion}” takes nothing off. Leave it out.";
        ConclusionRepeated { conclusion: String } => "“{conclusion}” có hai mức. Hãy bỏ một.", "“{conclusion}” has points twice. Leave one out.";
        ConclusionWithoutPoints { conclusion: String } => "“{conclusion}”: điểm đề xuất phải lớn hơn 0, hoặc để trống.", "“{conclusion}”: points must be above 0, or empty.";
        ConclusionBelowZero { conclusion: String, points: String, line: String, max: String } => "“{conclusion}”: trừ {points} điểm có thể làm dòng {line} (tối đa {max}) xuống dưới 0.", "“{conclusion}”: taking {points} off could put line {line} (at most {max}) below 0.";
        Confirmed { count: usize } => "{count} kỳ đã khóa chấm theo bộ này nên không sửa được nội dung. Hãy kết thúc bộ này và lập bộ mới.", "{count} confirmed periods were scored with this set, so it cannot be changed. End it and make a new one.";
        Gone => "Bộ này không còn nữa. Hãy quay lại danh sách.", "This set is no longer there. Go back to the list.";
        Field { place: String, problem: String } => "{place}: {problem}", "{place}: {problem}";
        FieldFrom => "Hiệu lực từ ngày", "In force from";
        FieldTo => "Đến hết ngày", "Up to";
        FieldLine { line: String } => "Điểm dòng {line}", "Points of line {line}";
        FieldMost { criterion: String } => "Điểm tối đa {criterion}", "Most points of {criterion}";
        FieldPerEvent { criterion: String } => "Trừ mỗi lần {criterion}", "Per event of {criterion}";
        FieldBand { criterion: String, number: usize } => "Khung {number} của {criterion}", "Band {number} of {criterion}";
        FieldProposed { criterion: String } => "Đề xuất trừ của {criterion}", "Proposal of {criterion}";
    }
}

/// A section's number as printed.
#[must_use]
pub fn roman(section: u8) -> String {
    let id = LineId { section, line: 1 }.to_string();
    id.split('.').next().unwrap_or_default().to_owned()
}

impl Say for LocalFault {
    fn say(&self, locale: Locale) -> String {
        fault_message(self, locale).say(locale)
    }
}

#[allow(
    clippy::too_many_lines,
    reason = "one arm for each thing that can be wrong"
)]
fn fault_message(fault: &LocalFault, locale: Locale) -> LocalFaultMessage {
    use LocalFaultMessage as M;
    let number = |value: Decimal| format::decimal(value, locale);
    let name = |conclusion: Conclusion| LocalMessage::from(conclusion).say(locale);
    match fault.clone() {
        LocalFault::TitleMissing => M::Title,
        LocalFault::IssuerMissing => M::Issuer,
        LocalFault::DecisionMissing => M::Decision,
        LocalFault::Reversed { from, to } => M::Reversed {
            from: format::day(from),
            to: format::day(to),
        },
        LocalFault::Overlaps { other, day } => M::Overlaps {
            other,
            day: format::day(day),
        },
        LocalFault::SameDecision { other } => M::SameDecision { other },
        LocalFault::Empty => M::Empty,
        LocalFault::LineUnknown { line } => M::LineUnknown {
            line: line.to_string(),
        },
        LocalFault::LineRepeated { line } => M::LineRepeated {
            line: line.to_string(),
        },
        LocalFault::LineMissing { line } => M::LineMissing {
            line: line.to_string(),
        },
        LocalFault::WordingMissing { line } => M::Wording {
            line: line.to_string(),
        },
        LocalFault::LineWithoutPoints { line } => M::LineWithoutPoints {
            line: line.to_string(),
        },
        LocalFault::SectionSum {
            section,
            sum,
            wanted,
        } => M::SectionSum {
            section: roman(section),
            sum: number(sum),
            wanted: number(wanted),
        },
        LocalFault::TotalSum { sum, wanted } => M::TotalSum {
            sum: number(sum),
            wanted: number(wanted),
        },
        LocalFault::CriterionUnknown { criterion } => M::CriterionUnknown { criterion },
        LocalFault::CriterionRepeated { criterion } => M::CriterionRepeated { criterion },
        LocalFault::TariffWithoutPoints { criterion } => M::TariffWithoutPoints { criterion },
        LocalFault::FormUnfit { criterion } => M::FormUnfit { criterion },
        LocalFault::EventWithoutPoints { criterion } => M::EventWithoutPoints { criterion },
        LocalFault::EventAboveMost {
            criterion,
            points,
            max,
        } => M::EventAboveMost {
            criterion,
            points: number(points),
            max: number(max),
        },
        LocalFault::NoBand { criterion } => M::NoBand { criterion },
        LocalFault::BandsBegin { criterion, from } => M::BandsBegin {
            criterion,
            from: number(from),
        },
        LocalFault::BandGap {
            criterion,
            from,
            to,
        } => M::BandGap {
            criterion,
            from: number(from),
            to: number(to),
        },
        LocalFault::BandOverlap { criterion, from } => M::BandOverlap {
            criterion,
            from: number(from),
        },
        LocalFault::BandReversed {
            criterion,
            from,
            below,
        } => M::BandReversed {
            criterion,
            from: number(from),
            below: number(below),
        },
        LocalFault::BandPoints {
            criterion,
            points,
            max,
        } => M::BandPoints {
            criterion,
            points: number(points),
            max: number(max),
        },
        LocalFault::BandsEnd { criterion, below } => M::BandsEnd {
            criterion,
            below: number(below),
        },
        LocalFault::ProposedNowhere { criterion } => M::ProposedNowhere { criterion },
        LocalFault::ProposedWithoutPoints { criterion } => M::ProposedWithoutPoints { criterion },
        LocalFault::ProposedBelowZero {
            criterion,
            points,
            line,
            max,
        } => M::ProposedBelowZero {
            criterion,
            points: number(points),
            line: line.to_string(),
            max: number(max),
        },
        LocalFault::ConclusionCannotCount { conclusion } => M::ConclusionCannotCount {
            conclusion: name(conclusion),
        },
        LocalFault::ConclusionRepeated { conclusion } => M::ConclusionRepeated {
            conclusion: name(conclusion),
        },
        LocalFault::ConclusionWithoutPoints { conclusion } => M::ConclusionWithoutPoints {
            conclusion: name(conclusion),
        },
        LocalFault::ConclusionBelowZero {
            conclusion,
            points,
            line,
            max,
        } => M::ConclusionBelowZero {
            conclusion: name(conclusion),
            points: number(points),
            line: line.to_string(),
            max: number(max),
        },
    }
}

impl Say for SetFault {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Set(fault) => return fault.say(locale),
            Self::Confirmed(count) => LocalFaultMessage::Confirmed { count: *count },
            Self::Gone => LocalFaultMessage::Gone,
            Self::Field(field, error) => LocalFaultMessage::Field {
                place: field.say(locale),
                problem: error.say(locale),
            },
        };
        message.say(locale)
    }
}

impl Say for SetField {
    fn say(&self, locale: Locale) -> String {
        use LocalFaultMessage as M;
        let message = match self.clone() {
            Self::From => M::FieldFrom,
            Self::To => M::FieldTo,
            Self::Line(line) => M::FieldLine {
                line: line.to_string(),
            },
            Self::Most(criterion) => M::FieldMost { criterion },
            Self::PerEvent(criterion) => M::FieldPerEvent { criterion },
            Self::Band(criterion, number) => M::FieldBand { criterion, number },
            Self::Proposed(criterion) => M::FieldProposed { criterion },
            Self::Conclusion(conclusion) => return LocalMessage::from(conclusion).say(locale),
        };
        message.say(locale)
    }
}

crate::messages! {
    /// Why a file of local rules was not read.
    pub enum LocalFileMessage {
        NotOne => "Tệp này không phải tệp bộ tiêu chí của Công Tâm. Hãy chọn tệp .json do nút “Xuất tệp” tạo ra.", "This is not a file of local rules. Choose a .json file made with “Export”.";
        Newer { version: u32 } => "Tệp do phiên bản mới hơn lập (định dạng {version}). Hãy cập nhật phần mềm rồi nhập lại.", "The file was made by a newer version (format {version}). Update the program and try again.";
        Changed => "Nội dung tệp đã bị sửa hoặc hỏng sau khi xuất (mã kiểm tra không khớp). Hãy xin lại tệp gốc từ nơi ban hành.", "The file was changed or damaged after it was exported (the checksum differs). Ask the issuer for the original.";
        Broken { reason: String } => "Tệp không đọc được: {reason}. Hãy xin lại tệp gốc từ nơi ban hành.", "The file cannot be read: {reason}. Ask the issuer for the original.";
        TooLarge => "Tệp lớn quá mức của một bộ tiêu chí. Hãy kiểm tra lại đã chọn đúng tệp chưa.", "The file is larger than any set of criteria. Check that it is the right one.";
    }
}

impl Say for LocalFileError {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::NotOne => LocalFileMessage::NotOne,
            Self::Newer { version } => LocalFileMessage::Newer { version: *version },
            Self::Changed => LocalFileMessage::Changed,
            Self::Broken { reason } => LocalFileMessage::Broken {
                reason: reason.clone(),
            },
            Self::TooLarge => LocalFileMessage::TooLarge,
        };
        message.say(locale)
    }
}

crate::messages! {
    /// What is doubtful about the groups of a catalogue.
    pub enum BandFaultMessage {
        Reversed { band: String } => "Nhóm {band}: điểm cuối nhỏ hơn điểm đầu", "Group {band} ends before it begins";
        Overlap { lower: String, upper: String } => "Nhóm {lower} và nhóm {upper} chồng điểm lên nhau", "Groups {lower} and {upper} hold the same points";
        Gap { lower: String, upper: String } => "Giữa nhóm {lower} và nhóm {upper} có điểm không thuộc nhóm nào", "Points between groups {lower} and {upper} belong to none";
        SameName { band: String } => "Có hai nhóm tên {band}", "Two groups are called {band}";
    }
}

impl Say for BandFault {
    fn say(&self, locale: Locale) -> String {
        let message = match self.clone() {
            Self::Reversed { band } => BandFaultMessage::Reversed { band },
            Self::Overlap { lower, upper } => BandFaultMessage::Overlap { lower, upper },
            Self::Gap { lower, upper } => BandFaultMessage::Gap { lower, upper },
            Self::SameName { band } => BandFaultMessage::SameName { band },
        };
        message.say(locale)
    }
}
