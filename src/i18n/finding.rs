//! What is missing or doubtful about a score: a full sentence with the next step.

use crate::app::view::why::FindingView;
use crate::domain::{Class, LeadershipCriterion};
use crate::engine::{Finding, NotCounted, Severity, SupportRating};
use crate::rules::ReadingFinding;

use super::reason::{ClassName, ClassWord};
use super::{Locale, Say, format};

crate::messages! {
    /// Findings.
    pub enum FindingMessage {
        NotComputed => "Kỳ này không thuộc Nghị định 335/2025/NĐ-CP nên không tính điểm ở đây.", "This period does not fall under Decree 335/2025/NĐ-CP and is not computed here.";
        NotTracked => "Cơ quan theo dõi theo nhịp khác (tháng hoặc quý). Hãy chọn đúng kỳ, hoặc đổi nhịp ở màn hình Dữ liệu.", "The agency follows the other rhythm (months or quarters). Choose such a period, or change the rhythm on the Data screen.";
        NoPosition => "Chưa ghi vị trí công tác trong kỳ nên không biết áp dụng công thức nào. Hãy thêm vị trí ở hồ sơ công chức.", "No position is recorded in the period, so no formula applies. Add one to the official's record.";
        NoAssignment => "Không có nhiệm vụ nào được giao trong kỳ: không có điểm, không phải 0 cũng không phải 100. Hãy giao nhiệm vụ, hoặc ghi thời gian nghỉ.", "Nothing was assigned in the period: no score, neither 0 nor 100. Assign tasks, or record an absence.";
        FiguresTooLarge => "Số lượng quá lớn, không cộng đúng được. Hãy kiểm tra lại hệ số và số lượng.", "The quantities are too large to be added exactly. Check coefficients and quantities.";
        GeneralMissing { name: String } => "Chưa có điểm dòng {name}. Hãy nhập ở phiếu chấm điểm.", "Line {name} has no points. Enter them in the sheet.";
        GeneralAboveMax { name: String, points: String, max: String } => "Dòng {name} có {points} điểm, vượt mức tối đa {max}. Hãy sửa ở phiếu chấm điểm.", "Line {name} has {points} points, above {max}. Correct it in the sheet.";
        GeneralUnknownLine { line: String } => "Có điểm ở dòng {line} mà mẫu không có; điểm này không được tính.", "Line {line} has points but is not in the form; they do not count.";
        AuthorityIncomplete => "Người có thẩm quyền mới chấm một phần nên đang tính theo điểm tự chấm. Hãy chấm đủ các dòng.", "The authority has scored only some lines, so the official's own points count. Score all lines.";
        LeadershipUnanswered { criterion: String } => "Chưa xác định tiêu chí {criterion}. Người có thẩm quyền phải chọn, không có giá trị mặc định.", "Criterion {criterion} is not answered. The authority must choose; there is no default.";
        NobodyLed => "Không có người thuộc quyền trong kỳ nên tiêu chí d không tự tính được. Hãy xác định ở phiếu chấm điểm.", "Nobody is led in the period, so d cannot follow from scores. Answer it in the sheet.";
        LedUnscored { count: u32 } => "{count} người thuộc quyền chưa có điểm nên tiêu chí d còn để ngỏ. Hãy hoàn tất điểm của họ trước.", "{count} people led have no score, so d is open. Complete their scores first.";
        UnitResultContradicted { below: u32 } => "Tiêu chí d được xác định là đạt dù {below} người thuộc quyền có điểm ở mức không hoàn thành. Hãy kiểm tra lại.", "d is answered as fulfilled although {below} people led are under the threshold. Look at it again.";
        DeputyField => "Chưa ghi lĩnh vực phụ trách của cấp phó; tiêu chí d đang tính theo mọi công chức của đơn vị.", "The deputy's field is not recorded; d takes everybody in the unit.";
        SupportMissing { rating: String } => "Chưa có tỷ lệ “{rating}”. Hãy nhập ở phiếu chấm điểm.", "The rating “{rating}” is missing. Enter it in the sheet.";
        EffectWithoutGround { number: String } => "Phản ánh hoặc vụ việc {number} đã được quyết định trừ điểm nhưng không còn căn cứ (kết luận không đúng, đã ghép hoặc không được xác nhận); khoản trừ này không được tính.", "Complaint or incident {number} was to take points off but is no longer grounded (found wrong, linked or dismissed); it does not count.";
        EffectBeyondLine { name: String } => "Khoản trừ vì phản ánh, vụ việc lớn hơn điểm của dòng {name}; dòng này tính 0 điểm.", "More is taken off for complaints and incidents than line {name} has; the line is 0.";
        ConfirmedDiffers => "Điểm đã khóa khác điểm tính từ hồ sơ hiện nay. Nếu cần tính lại, hãy mở khóa kỳ và ghi lý do.", "The confirmed score differs from what the records give now. Unlock with a reason to score again.";
        ForeignWithTasks => "Đang dùng điểm mang theo, dù kỳ này cũng có nhiệm vụ ở đây. Hãy kiểm tra lại.", "A score brought along counts although tasks are recorded here too. Look at it again.";
        UnknownReading { reading: String } => "Không có cách hiểu {reading}; lựa chọn này bị bỏ qua.", "There is no reading {reading}; the choice is passed over.";
        UnknownOption { reading: String, option: String } => "Cách hiểu {reading} không có lựa chọn “{option}”; đang dùng mặc định.", "Reading {reading} has no option “{option}”; the default is used.";
        CompletedAboveAssigned { name: String } => "“{name}”: số hoàn thành lớn hơn số được giao. Hãy kiểm tra lại.", "“{name}”: more is completed than assigned. Look at it again.";
        FinishedBeforeAssigned { name: String } => "“{name}”: ngày hoàn thành trước ngày giao. Hãy sửa ngày.", "“{name}” was finished before it was assigned. Correct the dates.";
        NoDeadline { name: String } => "“{name}” chưa có thời hạn; đang tính vào tháng được giao.", "“{name}” has no deadline; it counts in the month of assignment.";
        Undated { name: String } => "“{name}” không có thời hạn lẫn ngày giao nên không được tính ở kỳ nào. Hãy nhập thời hạn.", "“{name}” has neither a deadline nor a day of assignment and counts nowhere. Enter a deadline.";
        HandedBackWithWork { name: String } => "“{name}” đã trả lại nhưng có số hoàn thành; số này không được tính.", "“{name}” is handed back but has a completed quantity, which does not count.";
        CauseUnconfirmed { name: String } => "“{name}” có nguyên nhân khách quan chưa được xác nhận nên chưa được miễn trừ. Hãy ghi người xác nhận và văn bản.", "“{name}” has an objective cause that is not confirmed and excuses nothing. Record who confirmed it and how.";
        CauseWithoutEvent { name: String } => "“{name}” có nguyên nhân khách quan không gắn với lần chậm hay lần chưa đạt nào.", "“{name}” has an objective cause that names no lateness or failure.";
        PartsDoNotSum { name: String, sum: String, whole: String } => "Các phần của “{name}” cộng lại là {sum}, khác tổng {whole} đã chia. Hãy sửa số lượng giao của các phần.", "The parts of “{name}” sum to {sum}, not to the {whole} that were divided. Correct the quantities of the parts.";
        PeriodLeftOut { period: String } => "{period} không được giao việc nên không tính vào bình quân (cách hiểu R7).", "{period} had nothing assigned and is left out of the mean (reading R7).";
        PeriodUnsettled { period: String } => "{period} không được giao việc: phải giải quyết trước khi có bình quân (cách hiểu R7).", "{period} had nothing assigned and must be settled before there is a mean (reading R7).";
        PeriodUnrecorded { period: String } => "{period} chưa có dữ liệu của ai trong cơ quan (khác với không được giao việc, cách hiểu R7), nên mức năm mới là tạm tính. Hãy nhập dữ liệu của kỳ đó.", "{period} has no data of anybody in the agency (which is not the same as nothing assigned, reading R7), so the year's class is provisional. Enter the data of that period.";
        PeriodIncomplete { period: String } => "{period} chưa đủ dữ liệu nên bình quân chưa trọn. Hãy hoàn tất kỳ đó.", "{period} is not complete, so the mean is not. Complete it.";
        NothingScored => "Chưa kỳ nào trong năm có điểm.", "No period of the year has a score.";
        UnitClassMissing { name: String } => "Chưa ghi mức xếp loại của đơn vị {name} nên chưa áp được giới hạn với người đứng đầu. Hãy nhập mức của đơn vị.", "The class of the unit {name} is not recorded, so the head's limit is not applied. Enter it.";
        GateForLeadersOnly => "Có kết luận chỉ áp dụng cho người lãnh đạo, nhưng người này không giữ chức vụ lãnh đạo; kết luận không được tính.", "A ground for leaders only is recorded for somebody who leads nobody; it does not count.";
        NotDutyRelated => "Quyết định kỷ luật không liên quan công vụ, tư tưởng, đạo đức, lối sống nên không tính (Điều 11 khoản 3, Điều 20 khoản 4).", "A disciplinary decision is not about duty, thought, ethics or lifestyle and does not count.";
        SameActEarlier => "Hành vi này đã được tính ở năm trước; mỗi hành vi chỉ tính một lần (Điều 11 khoản 3).", "The same act counted in an earlier year; each act counts once.";
        AlreadyUsed => "Hành vi này đã là căn cứ xếp loại trước khi có quyết định kỷ luật nên không tính lại (Điều 11 khoản 3).", "The act was already a ground before the decision and does not count again.";
        FormerOrganisation => "Hành vi xảy ra ở cơ quan trước và được tính ở đó (Điều 11 khoản 3).", "The act happened at a former organisation and counts there.";
        UnknownDisciplineForm => "Hình thức kỷ luật này không có trong quy định vào ngày hiệu lực; vẫn được tính. Hãy kiểm tra lại.", "This form of discipline is unknown on its day; it counts all the same. Look at it again.";
        DecisionReasoned { decided: String, computed: String } => "Mức quyết định ({decided}) khác mức tính ({computed}); đã ghi lý do.", "The decided class ({decided}) differs from the computed one ({computed}); a reason is recorded.";
        DecisionUnreasoned { decided: String, computed: String } => "Mức quyết định ({decided}) khác mức tính ({computed}) mà chưa ghi lý do. Hãy ghi lý do.", "The decided class ({decided}) differs from the computed one ({computed}) without a reason. Record one.";
        NoClass => "chưa có", "none";
        RatingQuality => "chất lượng công việc", "quality of work";
        RatingCompliance => "mức độ chấp hành", "compliance";
        RatingEffectiveness => "hiệu quả công việc", "effectiveness";
        CriterionUnitResult => "d (kết quả hoạt động của đơn vị)", "d (results of the unit)";
        CriterionOrganising => "đ (khả năng tổ chức thực hiện)", "đ (organising the work)";
        CriterionUnity => "e (năng lực tập hợp, đoàn kết)", "e (bringing people together)";
        Blocks => "Cần có để tính điểm", "Needed for a score";
        Warns => "Cần xem lại", "To be looked at";
        Notes => "Ghi chú", "Note";
        Fix => "Đến chỗ nhập", "Go there";
    }
}

impl From<Severity> for FindingMessage {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Blocks => Self::Blocks,
            Severity::Warns => Self::Warns,
            Severity::Notes => Self::Notes,
        }
    }
}

/// The name of a leadership criterion within a sentence.
#[must_use]
pub const fn criterion(criterion: LeadershipCriterion) -> FindingMessage {
    match criterion {
        LeadershipCriterion::UnitResult => FindingMessage::CriterionUnitResult,
        LeadershipCriterion::Organising => FindingMessage::CriterionOrganising,
        LeadershipCriterion::Unity => FindingMessage::CriterionUnity,
    }
}

/// The name of a support rating within a sentence.
#[must_use]
pub const fn rating(rating: SupportRating) -> FindingMessage {
    match rating {
        SupportRating::Quality => FindingMessage::RatingQuality,
        SupportRating::Compliance => FindingMessage::RatingCompliance,
        SupportRating::Effectiveness => FindingMessage::RatingEffectiveness,
    }
}

impl Say for FindingView {
    fn say(&self, locale: Locale) -> String {
        message(&self.finding, &self.name, locale).say(locale)
    }
}

fn message(finding: &Finding, name: &str, locale: Locale) -> FindingMessage {
    let name = || name.to_owned();
    let period = |period| format::capitalised(&format::period(period, locale));
    match finding {
        Finding::NotComputed => FindingMessage::NotComputed,
        Finding::NotTracked => FindingMessage::NotTracked,
        Finding::NoPosition => FindingMessage::NoPosition,
        Finding::NoAssignment => FindingMessage::NoAssignment,
        Finding::FiguresTooLarge => FindingMessage::FiguresTooLarge,
        Finding::GeneralMissing { .. } => FindingMessage::GeneralMissing { name: name() },
        Finding::GeneralAboveMax { points, max, .. } => FindingMessage::GeneralAboveMax {
            name: name(),
            points: format::decimal(*points, locale),
            max: format::decimal(*max, locale),
        },
        Finding::GeneralUnknownLine { line } => FindingMessage::GeneralUnknownLine {
            line: line.to_string(),
        },
        Finding::AuthorityIncomplete => FindingMessage::AuthorityIncomplete,
        Finding::LeadershipUnanswered { criterion: asked } => {
            FindingMessage::LeadershipUnanswered {
                criterion: criterion(*asked).say(locale),
            }
        }
        Finding::NobodyLed => FindingMessage::NobodyLed,
        Finding::LedUnscored { count } => FindingMessage::LedUnscored { count: *count },
        Finding::UnitResultContradicted { below } => {
            FindingMessage::UnitResultContradicted { below: *below }
        }
        Finding::DeputyField => FindingMessage::DeputyField,
        Finding::SupportMissing { rating: asked } => FindingMessage::SupportMissing {
            rating: rating(*asked).say(locale),
        },
        Finding::EffectWithoutGround { .. } => {
            FindingMessage::EffectWithoutGround { number: name() }
        }
        Finding::EffectBeyondLine { .. } => FindingMessage::EffectBeyondLine { name: name() },
        Finding::ConfirmedDiffers => FindingMessage::ConfirmedDiffers,
        Finding::ForeignWithTasks => FindingMessage::ForeignWithTasks,
        Finding::Reading(found) => reading(found),
        Finding::CompletedAboveAssigned { .. } => {
            FindingMessage::CompletedAboveAssigned { name: name() }
        }
        Finding::FinishedBeforeAssigned { .. } => {
            FindingMessage::FinishedBeforeAssigned { name: name() }
        }
        Finding::NoDeadline { .. } => FindingMessage::NoDeadline { name: name() },
        Finding::Undated { .. } => FindingMessage::Undated { name: name() },
        Finding::HandedBackWithWork { .. } => FindingMessage::HandedBackWithWork { name: name() },
        Finding::CauseUnconfirmed { .. } => FindingMessage::CauseUnconfirmed { name: name() },
        Finding::CauseWithoutEvent { .. } => FindingMessage::CauseWithoutEvent { name: name() },
        Finding::PartsDoNotSum { sum, whole, .. } => FindingMessage::PartsDoNotSum {
            name: name(),
            sum: sum.map_or_else(|| "—".to_owned(), |sum| format::decimal(sum, locale)),
            whole: format::decimal(*whole, locale),
        },
        Finding::PeriodLeftOut { period: left } => FindingMessage::PeriodLeftOut {
            period: period(*left),
        },
        Finding::PeriodUnsettled { period: open } => FindingMessage::PeriodUnsettled {
            period: period(*open),
        },
        Finding::PeriodUnrecorded { period: open } => FindingMessage::PeriodUnrecorded {
            period: period(*open),
        },
        Finding::PeriodIncomplete { period: open } => FindingMessage::PeriodIncomplete {
            period: period(*open),
        },
        Finding::NothingScored => FindingMessage::NothingScored,
        Finding::UnitClassMissing { .. } => FindingMessage::UnitClassMissing { name: name() },
        Finding::GateForLeadersOnly { .. } => FindingMessage::GateForLeadersOnly,
        Finding::DisciplineNotCounted { why, .. } => not_counted(*why),
        Finding::UnknownDisciplineForm { .. } => FindingMessage::UnknownDisciplineForm,
        Finding::DecisionDiffers {
            computed,
            decided,
            reasoned,
            ..
        } => differs(*computed, *decided, *reasoned, locale),
    }
}

fn reading(found: &ReadingFinding) -> FindingMessage {
    match found {
        ReadingFinding::UnknownReading { reading } => FindingMessage::UnknownReading {
            reading: reading.clone(),
        },
        ReadingFinding::UnknownOption { reading, option } => FindingMessage::UnknownOption {
            reading: reading.key().to_owned(),
            option: option.clone(),
        },
    }
}

const fn not_counted(why: NotCounted) -> FindingMessage {
    match why {
        NotCounted::NotDutyRelated => FindingMessage::NotDutyRelated,
        NotCounted::SameActEarlier => FindingMessage::SameActEarlier,
        NotCounted::AlreadyUsed => FindingMessage::AlreadyUsed,
        NotCounted::FormerOrganisation => FindingMessage::FormerOrganisation,
    }
}

fn differs(
    computed: Option<Class>,
    decided: Class,
    reasoned: bool,
    locale: Locale,
) -> FindingMessage {
    let decided = ClassName::from(decided).say(locale);
    let computed = computed.map_or_else(
        || FindingMessage::NoClass.say(locale),
        |class| ClassWord::from(class).say(locale),
    );
    if reasoned {
        FindingMessage::DecisionReasoned { decided, computed }
    } else {
        FindingMessage::DecisionUnreasoned { decided, computed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Month, Period};

    fn said(finding: Finding, name: &str) -> String {
        let severity = finding.severity();
        FindingView {
            finding,
            severity,
            name: name.to_owned(),
            place: None,
        }
        .say(Locale::Vi)
    }

    #[test]
    fn a_finding_names_its_period_and_the_next_step() {
        let period = Period::Month(Month::new(2026, 3).expect("a month"));
        assert_eq!(
            said(Finding::PeriodIncomplete { period }, ""),
            "Tháng 3/2026 chưa đủ dữ liệu nên bình quân chưa trọn. Hãy hoàn tất kỳ đó."
        );
    }

    #[test]
    fn a_finding_about_a_task_names_the_task() {
        let task = crate::domain::AssignmentId(3);
        let text = said(Finding::NoDeadline { task }, "Báo cáo mẫu");
        assert!(text.starts_with("“Báo cáo mẫu” chưa có thời hạn"), "{text}");
    }
}
