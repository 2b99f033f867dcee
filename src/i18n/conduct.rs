//! Words of the directive's scorecard, on screen and in its reports.

use crate::app::view::conduct::{
    CardFigure, CardFinding, CardPoints, Detail, DirectiveFeed, EvidenceKind, EvidenceRow,
    Proposal, ProposalKind, Register, TariffBand, TariffForm, TariffSource,
};
use crate::app::view::rules::Source;
use crate::domain::{Decimal, Exact, Span};

use super::reason::{amount, wording};
use super::{Locale, Say, format};

crate::messages! {
    /// The screen.
    pub enum ConductMessage {
        Title => "Kỷ cương", "Conduct";
        Subtitle { name: String, from: String, to: String, people: String } => "{name} · từ {from} đến {to} · {people} người", "{name} · {from} to {to} · {people} people";
        AsOf { day: String } => "Việc chưa xong được tính đến ngày {day}.", "Unfinished work is counted as of {day}.";
        Whose => "Của ai", "Whose";
        Agency => "Toàn cơ quan", "The whole agency";
        Units => "Đơn vị", "Units";
        People => "Công chức", "Officials";
        Level => "Phạm vi", "Scope";
        LevelAgency => "Cơ quan", "Agency";
        LevelUnit => "Đơn vị", "Unit";
        LevelPerson => "Công chức", "Official";
        When => "Thời gian", "Days";
        OwnDays => "Từ ngày đến ngày", "Own dates";
        From => "Từ ngày", "From";
        To => "Đến ngày", "To";
        Show => "Xem", "Show";
        WrongDays => "Ngày cuối phải bằng hoặc sau ngày đầu, viết dạng dd/mm/yyyy.", "The last day must not be before the first one; write dd/mm/yyyy.";
        Everyone => "Tiêu chí với mọi công chức", "Criteria for every civil servant";
        Heads => "Tiêu chí với người đứng đầu", "Criteria for heads of units";
        HeadsAside => "tính trên đơn vị do người này đứng đầu, gồm cả đơn vị trực thuộc", "over the units this person heads, with all below";
        NotAHead => "Người này không đứng đầu đơn vị nào trong thời gian đang xem nên không có tiêu chí của người đứng đầu.", "This person heads no unit in these days, so the criteria for heads do not apply.";
        Code => "Mã", "Code";
        Criterion => "Tiêu chí", "Criterion";
        Figure => "Số liệu", "Figure";
        Points => "Điểm", "Points";
        Trend => "Diễn biến", "Trend";
        TrendOf { criterion: String } => "Diễn biến {criterion}", "Trend of {criterion}";
        Month => "Tháng", "Month";
        ShowTable => "Xem bảng số", "See the table";
        Evidence => "Bằng chứng", "Evidence";
        EvidenceOf { criterion: String } => "Xem bằng chứng: {criterion}", "Evidence: {criterion}";
        EvidenceCount { count: String } => "{count} bản ghi", "{count} records";
        NoEvidence => "Không có bản ghi nào làm giảm số liệu này.", "No record lowers this figure.";
        MoreEvidence { count: String } => "và {count} bản ghi nữa; tải bảng Excel để có đủ.", "and {count} more; the workbook has all of them.";
        Undecided => "chưa quyết định ảnh hưởng tới tiêu chí chung", "effect on the general criteria not decided";
        Beside => "chỉ đứng cạnh, không tính vào số liệu", "stands beside the figure, does not count";
        Document { document: String } => "Văn bản: {document}", "Document: {document}";
        NotMeasured => "Chưa đo được", "Not measured";
        Total { points: String, max: String, count: usize } => "{points} / {max} điểm của {count} tiêu chí đo được", "{points} of {max} points over {count} measured criteria";
        TotalNote => "Điểm kỷ cương là số tham khảo theo biểu điểm, không phải điểm xếp loại. Biểu điểm theo số lần tính gộp cho cả thời gian đang xem nên xem càng dài điểm càng thấp. Không tự trừ điểm ai: mọi đề xuất do người có thẩm quyền quyết định.", "These points follow a tariff for reference and are no class. Tariffs per event add up over all the days looked at, so a longer span has fewer points. Nothing is taken off by itself: a person with authority decides on every proposal.";
        Tariff => "Biểu điểm", "Tariff";
        WholeSpan => "tính gộp cho cả thời gian đang xem, không theo từng tháng", "for all the days looked at together, not for each month";
        MeanOf { count: usize } => "trung bình của {count} người", "mean of {count} people";
        Named => "Chỉ thị nêu", "The directive names";
        Proposals => "Đề xuất", "Proposals";
        Compare => "So sánh các đơn vị", "Units side by side";
        CompareAside => "ai chậm và đã xử lý thế nào", "who is late and what was done about it";
        Whole => "Cộng", "All";
        UnitHead => "Đơn vị", "Unit";
        Tasks => "Nhiệm vụ", "Tasks";
        Late => "Chậm", "Late";
        LateShare => "Tỷ lệ chậm", "Share late";
        Overdue => "Còn chưa xong", "Still open";
        Handled => "Đã xử lý", "Handled";
        Speed => "Xử lý sau (ngày)", "Handled after (days)";
        Complaints => "Phản ánh đúng", "Complaints";
        Incidents => "Vụ việc", "Incidents";
        Personnel => "Cơ sở công tác cán bộ", "Basis for personnel work";
        PersonnelAside => "ai có căn cứ bằng văn bản; danh sách không tự đề xuất gì", "who meets a documented condition; the list proposes nothing";
        PersonnelNone => "Không ai đạt các mốc đang đặt trong thời gian này.", "Nobody meets the thresholds in these days.";
        Condition => "Điều kiện", "Condition";
        Times { count: u64, least: u32 } => "{count} lần (mốc {least})", "{count} times (from {least})";
        Person => "Họ và tên", "Name";
        Gone => "Không có đơn vị hoặc người này", "There is no such unit or official";
        GoneText => "Hãy chọn lại ở ô “Của ai”.", "Choose again under “Whose”.";
        Print => "Xem và in", "View and print";
        Word => "Tải Word", "Word file";
        Excel => "Tải Excel", "Excel file";
        Back => "Về kỷ cương", "Back";
        PaperTitle => "Báo cáo kỷ luật, kỷ cương", "Conduct report";
        Local => "Biểu điểm nội bộ", "Local tariff";
        NoTasks => "—", "—";
    }
}

crate::messages! {
    /// What is missing or doubtful about a criterion.
    pub enum ConductFinding {
        NoTasks => "Không có nhiệm vụ nào trong thời gian này.", "There are no tasks in these days.";
        NothingDue => "Chưa có nhiệm vụ nào đến hạn trong thời gian này.", "No task was due in these days.";
        WithoutRules { count: u64 } => "{count} nhiệm vụ thuộc thời gian chưa có quy định để tính nên không tính vào.", "{count} tasks of a time without computed rules are left out.";
        ComplaintsNotKept => "Sổ phản ánh chưa có bản ghi nào đến hết thời gian này, nên chưa thể nói là không có phản ánh đúng.", "Up to these days the register of complaints has no record, so it cannot be said that none was right.";
        IncidentsNotKept => "Sổ vụ việc chưa có bản ghi nào đến hết thời gian này, nên chưa thể nói là không có vi phạm.", "Up to these days the register of incidents has no record, so it cannot be said that nothing happened.";
        RemindersNotKept => "Chưa ghi lần nhắc việc nào đến hết thời gian này, nên chưa thể nói là không ai phải nhắc. Ghi ở dòng nhiệm vụ.", "Up to these days no reminder was recorded, so it cannot be said that nobody had to be reminded. Record them on the task.";
        NoDossiers => "Chưa ghi số hồ sơ xử lý trên môi trường điện tử. Ghi ở dòng nhiệm vụ.", "No dossiers were recorded. Record them on the task.";
        ImpossibleDossiers { count: u64 } => "{count} lần ghi có số hồ sơ điện tử lớn hơn tổng số nên không tính; hãy sửa ở dòng nhiệm vụ.", "{count} counts have more electronic dossiers than dossiers and are left out; correct them on the task.";
        NobodyAnswers => "Cơ quan chưa ghi ai chịu trách nhiệm quyết định cho nhiệm vụ nào, nên chưa đo được “rõ trách nhiệm”. Ghi ở dòng nhiệm vụ.", "The agency records for no task who answers for it, so responsibility cannot be measured. Record it on the task.";
        NothingLate => "Không có việc chậm nên không có gì phải xử lý.", "Nothing was late, so there was nothing to handle.";
        NoDecisions => "Chưa ghi quyết định xếp loại nào trong thời gian này.", "No decision on a class was recorded in these days.";
        WithoutCriterion { count: u64 } => "{count} phản ánh đúng hoặc vụ việc đã xác nhận chưa gắn tiêu chí của chỉ thị nên chưa tính ở đâu.", "{count} substantiated complaints or confirmed incidents have no known criterion and count nowhere.";
        IncidentsNotCounted { count: u64 } => "{count} vụ việc đã xác nhận gắn tiêu chí này không tính: tiêu chí chỉ tính phản ánh đã kết luận đúng và kết luận của cấp có thẩm quyền.", "{count} confirmed incidents under this criterion do not count: it counts substantiated complaints and conclusions of the authority only.";
        WithoutPerson { count: u64 } => "{count} lần không gắn với người nào: có trong số liệu, không vào điểm của ai.", "{count} events are about no official: in the figure, in nobody's points.";
        NoPosition => "Không giữ vị trí nào trong thời gian này.", "No position is held in these days.";
        TariffDoesNotFit => "Biểu điểm nội bộ không hợp với loại số liệu này nên chưa có điểm; hãy sửa biểu điểm.", "The local tariff does not fit this figure, so there are no points; correct the tariff.";
    }
}

impl From<CardFinding> for ConductFinding {
    fn from(finding: CardFinding) -> Self {
        match finding {
            CardFinding::NoTasks => Self::NoTasks,
            CardFinding::NothingDue => Self::NothingDue,
            CardFinding::WithoutRules(count) => Self::WithoutRules { count },
            CardFinding::NotKept(Register::Complaints) => Self::ComplaintsNotKept,
            CardFinding::NotKept(Register::Incidents) => Self::IncidentsNotKept,
            CardFinding::NotKept(Register::Reminders) => Self::RemindersNotKept,
            CardFinding::NoDossiers => Self::NoDossiers,
            CardFinding::ImpossibleDossiers(count) => Self::ImpossibleDossiers { count },
            CardFinding::NobodyAnswers => Self::NobodyAnswers,
            CardFinding::NothingLate => Self::NothingLate,
            CardFinding::NoDecisions => Self::NoDecisions,
            CardFinding::WithoutCriterion(count) => Self::WithoutCriterion { count },
            CardFinding::IncidentsNotCounted(count) => Self::IncidentsNotCounted { count },
            CardFinding::WithoutPerson(count) => Self::WithoutPerson { count },
            CardFinding::NoPosition => Self::NoPosition,
            CardFinding::TariffDoesNotFit => Self::TariffDoesNotFit,
        }
    }
}

crate::messages! {
    /// What a record shows, and what stands beside a figure.
    pub enum ConductFact {
        Share { reached: u64, of: u64, percent: String } => "{reached} / {of} ({percent})", "{reached} of {of} ({percent})";
        Events { count: u64 } => "{count} lần", "{count} times";
        EventsOf { count: u64, of: u64 } => "{count} lần / {of} việc", "{count} times in {of} tasks";
        LateDays { days: u64 } => "tổng cộng chậm {days} ngày", "{days} days late in all";
        Clear { person: u64, work: u64, answers: u64, time: u64, overlapping: u64 } => "rõ người {person}, rõ việc {work}, rõ trách nhiệm {answers}, rõ thời gian {time}; chồng chéo {overlapping}", "person {person}, work {work}, responsibility {answers}, time {time}; overlapping {overlapping}";
        Handling { mean: String, longest: u64 } => "xử lý sau hạn trung bình {mean} ngày, lâu nhất {longest} ngày", "handled {mean} days after the deadline on average, {longest} at most";
        Inspections { count: u64 } => "kết luận thanh tra, kiểm tra: {count}", "conclusions of inspections: {count}";
        NotCompleted => "chưa hoàn thành sau hạn", "not completed after its deadline";
        HandedBack => "đã trả lại, vẫn thuộc việc được giao (Điều 18.1d)", "handed back, still among the assigned (Điều 18.1d)";
        Late { count: u32, days: u32 } => "chậm {count} lần, {days} ngày", "late {count} times, {days} days";
        Overdue { days: u32 } => "quá hạn {days} ngày, chưa xong", "{days} days past its deadline, unfinished";
        Failed { count: u32 } => "chưa đạt {count} lần", "not passed {count} times";
        Reminder => "phải nhắc việc", "had to be reminded";
        NoReason => "trả việc không có lý do", "handed back without a reason";
        Complaint => "phản ánh đã kết luận đúng", "substantiated complaint";
        Incident => "vụ việc đã xác nhận", "confirmed incident";
        Dossiers { handled: u32, electronic: u32 } => "{electronic} / {handled} hồ sơ điện tử, đúng hạn", "{electronic} of {handled} dossiers electronic and on time";
        Unclear { gaps: String } => "chưa rõ {gaps}", "not clear: {gaps}";
        Person => "người", "person";
        Work => "việc", "work";
        Answers => "trách nhiệm", "responsibility";
        Time => "thời gian", "time";
        Overlap => "trùng việc đã giao cho người khác", "the same work was given to somebody else";
        Handled { days: u32 } => "chậm, đã xử lý sau hạn {days} ngày", "late, handled {days} days after the deadline";
        NotHandled => "chậm, chưa ghi nhận xử lý", "late, no handling recorded";
        Inspection => "thanh tra, kiểm tra kết luận", "conclusion of an inspection";
        DecisionUsed => "quyết định xếp loại có phương án sử dụng kết quả", "decision that says what follows";
        DecisionBare => "quyết định xếp loại chưa ghi phương án sử dụng kết quả", "decision that does not say what follows";
        Discipline => "quyết định kỷ luật", "disciplinary decision";
        Conclusion => "kết luận của cấp có thẩm quyền", "conclusion of the authority";
        LowPeriod { period: String } => "{period}: dưới ngưỡng Hoàn thành nhiệm vụ", "{period}: below the threshold of completion";
        FormShare { max: String } => "{max} điểm nhân với tỷ lệ đạt", "{max} points times the share reached";
        FormEvent { max: String, each: String } => "{max} điểm, trừ {each} điểm mỗi lần, không thấp hơn 0", "{max} points, {each} off per event, not below 0";
        FormBands { bands: String } => "theo khung: {bands}", "by bands: {bands}";
        Band { from: String, below: String, points: String } => "từ {from} đến dưới {below}: {points} điểm", "{from} to under {below}: {points} points";
        LastBand { from: String, points: String } => "từ {from}: {points} điểm", "from {from}: {points} points";
        LocalSource { title: String, decision: String, issuer: String } => "{title}, {decision} của {issuer}", "{title}, {decision} of {issuer}";
        InFormula { symbol: String } => "Đã tính trong {symbol}, không trừ thêm.", "Already counted in {symbol}; nothing more.";
        ConsiderLine { line: String } => "Xem xét khi chấm tiêu chí chung dòng {line}; biểu điểm không định mức trừ.", "To be looked at for line {line} of the general criteria; no points are set.";
        ConsiderOrganising => "Xem xét khi trả lời câu hỏi đ của người đứng đầu (Điều 15.3b).", "To be looked at for question đ of the head (Điều 15.3b).";
        ConsiderGates => "Xem xét căn cứ ở Điều 20 khoản 4 nếu có kết luận của cấp có thẩm quyền.", "To be looked at under Article 20.4 if the authority concluded so.";
        TakeOff { points: String, line: String, events: u64, each: String } => "Đề xuất trừ {points} điểm ở dòng {line} ({events} lần × {each}); người có thẩm quyền quyết định.", "Proposed: {points} points off line {line} ({events} × {each}); a person with authority decides.";
    }
}

/// A figure in words.
#[must_use]
pub fn figure(figure: CardFigure, locale: Locale) -> String {
    match figure {
        CardFigure::NotMeasured => ConductMessage::NotMeasured.say(locale),
        CardFigure::Share { reached, of } => {
            let share = figure.share().unwrap_or_else(Exact::zero);
            let percent = format::percent(&share, locale);
            ConductFact::Share {
                reached,
                of,
                percent,
            }
            .say(locale)
        }
        CardFigure::Events { count, of: None } => ConductFact::Events { count }.say(locale),
        CardFigure::Events {
            count,
            of: Some(of),
        } => ConductFact::EventsOf { count, of }.say(locale),
    }
}

/// What stands beside a figure; nothing where nothing does.
#[must_use]
pub fn detail(detail: Detail, locale: Locale) -> Option<String> {
    let fact = match detail {
        Detail::None | Detail::LateDays(0) | Detail::Inspections(0) => return None,
        Detail::LateDays(days) => ConductFact::LateDays { days },
        Detail::Clear {
            parts: [person, work, answers, time],
            overlapping,
        } => ConductFact::Clear {
            person,
            work,
            answers,
            time,
            overlapping,
        },
        Detail::Handling {
            days,
            longest,
            tasks,
        } => ConductFact::Handling {
            mean: mean_days(days, tasks, locale)?,
            longest,
        },
        Detail::Inspections(count) => ConductFact::Inspections { count },
    };
    Some(fact.say(locale))
}

/// A mean of days cut after one decimal; nothing of nothing.
#[must_use]
pub fn mean_days(days: u64, of: u64, locale: Locale) -> Option<String> {
    (of > 0).then(|| {
        let mean = Exact::ratio(i128::from(days), i128::from(of));
        format::points(&mean, 1, locale)
    })
}

/// What a record shows.
#[must_use]
pub fn evidence(what: EvidenceKind, locale: Locale) -> String {
    let fact = match what {
        EvidenceKind::NotCompleted => ConductFact::NotCompleted,
        EvidenceKind::HandedBack => ConductFact::HandedBack,
        EvidenceKind::Late(count, days) => ConductFact::Late { count, days },
        EvidenceKind::Overdue(days) => ConductFact::Overdue { days },
        EvidenceKind::Failed(count) => ConductFact::Failed { count },
        EvidenceKind::Reminder => ConductFact::Reminder,
        EvidenceKind::NoReason => ConductFact::NoReason,
        EvidenceKind::Complaint => ConductFact::Complaint,
        EvidenceKind::Incident => ConductFact::Incident,
        EvidenceKind::Dossiers(handled, electronic) => ConductFact::Dossiers {
            handled,
            electronic,
        },
        EvidenceKind::Unclear(clear) => ConductFact::Unclear {
            gaps: gaps(clear, locale),
        },
        EvidenceKind::Overlap => ConductFact::Overlap,
        EvidenceKind::Handled(days) => ConductFact::Handled { days },
        EvidenceKind::NotHandled => ConductFact::NotHandled,
        EvidenceKind::Inspection => ConductFact::Inspection,
        EvidenceKind::Decision(true) => ConductFact::DecisionUsed,
        EvidenceKind::Decision(false) => ConductFact::DecisionBare,
        EvidenceKind::Discipline => ConductFact::Discipline,
        EvidenceKind::Conclusion => ConductFact::Conclusion,
        EvidenceKind::LowPeriod(period) => ConductFact::LowPeriod {
            period: format::capitalised(&format::period(period, locale)),
        },
    };
    fact.say(locale)
}

fn gaps(clear: [bool; 4], locale: Locale) -> String {
    let names = [
        ConductFact::Person,
        ConductFact::Work,
        ConductFact::Answers,
        ConductFact::Time,
    ];
    let missing = names.iter().zip(clear).filter(|(_, clear)| !clear);
    let missing: Vec<String> = missing.map(|(name, _)| name.say(locale)).collect();
    missing.join(", ")
}

/// What a record shows, with what still has to be decided and what it does not count for.
#[must_use]
pub fn evidence_words(row: &EvidenceRow, locale: Locale) -> String {
    let mut words = vec![evidence(row.what, locale)];
    if row.undecided {
        words.push(ConductMessage::Undecided.say(locale));
    }
    let beside = matches!(
        row.what,
        EvidenceKind::Complaint | EvidenceKind::Incident | EvidenceKind::Overdue(_)
    );
    if row.count == 0 && beside {
        words.push(ConductMessage::Beside.say(locale));
    }
    words.join("; ")
}

/// Points of the most points: `8,5 / 10`.
#[must_use]
pub fn points(points: &CardPoints, locale: Locale) -> String {
    let earned = amount(&points.earned, locale);
    [earned, format::decimal(points.max, locale)].join(" / ")
}

/// Where the tariff stands and how it counts.
#[must_use]
pub fn tariff(points: &CardPoints, shipped: Option<&Source>, locale: Locale) -> String {
    let form = form(&points.form, points.max, locale);
    let mut words = vec![match (&points.source, shipped) {
        (TariffSource::Shipped(_), Some(source)) => wording(&source.name, locale).to_owned(),
        _ => form,
    }];
    if let TariffSource::Local {
        title,
        issuer,
        decision,
        ..
    } = &points.source
    {
        let local = ConductFact::LocalSource {
            title: title.clone(),
            decision: decision.clone(),
            issuer: issuer.clone(),
        };
        words.push(local.say(locale));
    }
    // Events add up over the days looked at, while the tariff stays the same.
    if !matches!(points.form, TariffForm::Share) {
        words.push(ConductMessage::WholeSpan.say(locale));
    }
    if let Some(count) = points.mean_of {
        words.push(ConductMessage::MeanOf { count }.say(locale));
    }
    words.join("; ")
}

fn form(form: &TariffForm, max: Decimal, locale: Locale) -> String {
    let max = format::decimal(max, locale);
    let fact = match form {
        TariffForm::Share => ConductFact::FormShare { max },
        TariffForm::PerEvent(each) => ConductFact::FormEvent {
            max,
            each: format::decimal(*each, locale),
        },
        TariffForm::Bands(bands) => {
            let told = bands.iter().map(|one| band(one, locale));
            ConductFact::FormBands {
                bands: told.collect::<Vec<_>>().join("; "),
            }
        }
    };
    fact.say(locale)
}

fn band(band: &TariffBand, locale: Locale) -> String {
    let from = format::decimal(band.from, locale);
    let points = format::decimal(band.points, locale);
    let fact = match band.below {
        Some(below) => ConductFact::Band {
            from,
            below: format::decimal(below, locale),
            points,
        },
        None => ConductFact::LastBand { from, points },
    };
    fact.say(locale)
}

/// What a criterion would propose.
#[must_use]
pub fn proposal(proposal: &Proposal, locale: Locale) -> String {
    let line = || match proposal.feed {
        DirectiveFeed::Line(line) => line.to_string(),
        _ => String::new(),
    };
    let fact = match (&proposal.kind, proposal.feed) {
        (ProposalKind::InFormula, feed) => ConductFact::InFormula {
            symbol: match feed {
                DirectiveFeed::Quantity => "a",
                DirectiveFeed::Quality => "b",
                _ => "c",
            }
            .to_owned(),
        },
        (ProposalKind::Consider, DirectiveFeed::Organising) => ConductFact::ConsiderOrganising,
        (ProposalKind::Consider, DirectiveFeed::Gates) => ConductFact::ConsiderGates,
        (ProposalKind::Consider, _) => ConductFact::ConsiderLine { line: line() },
        (
            ProposalKind::TakeOff {
                each,
                events,
                points,
            },
            _,
        ) => ConductFact::TakeOff {
            points: amount(points, locale),
            line: line(),
            events: *events,
            each: format::decimal(*each, locale),
        },
    };
    fact.say(locale)
}

/// The days of a part of a trend: its month.
#[must_use]
pub fn trend_label(span: Span) -> String {
    let month = crate::domain::Month::of(span.from);
    [month.number().to_string(), month.year().to_string()].join("/")
}

crate::messages! {
    /// The report and its workbook.
    pub enum ConductReport {
        Title => "BÁO CÁO KỶ LUẬT, KỶ CƯƠNG", "CONDUCT REPORT";
        About { name: String, days: String } => "{name}, {days}", "{name}, {days}";
        Days { from: String, to: String } => "từ ngày {from} đến ngày {to}", "{from} to {to}";
        CriteriaSheet => "Tiêu chí", "Criteria";
        CriteriaTitle => "Các tiêu chí của Chỉ thị 01/CT-UBND", "The criteria of Directive 01/CT-UBND";
        UnitsSheet => "Đơn vị", "Units";
        UnitsTitle => "So sánh các đơn vị: ai chậm và đã xử lý thế nào", "Units: who is late and what was done about it";
        EvidenceSheet => "Bằng chứng", "Evidence";
        EvidenceTitle => "Bằng chứng theo tiêu chí", "Evidence by criterion";
        PersonnelSheet => "Công tác cán bộ", "Personnel";
        PersonnelTitle => "Cơ sở công tác cán bộ (danh sách không tự đề xuất gì)", "Basis for personnel work (the list proposes nothing)";
        Code => "Mã", "Code";
        Criterion => "Tiêu chí", "Criterion";
        Figure => "Số liệu", "Figure";
        Reached => "Số đạt", "Reached";
        Of => "Trên tổng số", "Of";
        Events => "Số lần", "Events";
        Points => "Điểm", "Points";
        Tariff => "Biểu điểm", "Tariff";
        Remarks => "Ghi chú, đề xuất", "Remarks, proposals";
        Unit => "Đơn vị", "Unit";
        Whole => "Cộng", "All";
        People => "Số người", "People";
        Tasks => "Nhiệm vụ", "Tasks";
        Late => "Chậm", "Late";
        LateShare => "Tỷ lệ chậm (%)", "Share late (%)";
        Overdue => "Còn chưa xong", "Still open";
        Handled => "Đã xử lý", "Handled";
        Speed => "Xử lý sau hạn (ngày)", "Handled after (days)";
        Complaints => "Phản ánh đúng", "Complaints";
        Incidents => "Vụ việc", "Incidents";
        Day => "Ngày", "Day";
        Record => "Số, mã", "Number";
        Called => "Nội dung", "Content";
        Person => "Họ và tên", "Name";
        Shows => "Thể hiện", "What it shows";
        Count => "Tính", "Counts";
        Document => "Văn bản", "Document";
        Condition => "Điều kiện", "Condition";
        Times => "Số lần", "Times";
        Threshold => "Mốc", "From";
        Grade => "Mức độ ràng buộc", "Grade";
        Records => "Bản ghi, văn bản", "Records, documents";
        Note => "Chỉ thị không có con số: biểu điểm và các mốc là đề xuất hoặc quy định nội bộ. Không điểm nào bị trừ tự động; người có thẩm quyền quyết định và ghi lý do.", "The directive has no numbers: tariffs and thresholds are proposals or local rules. Nothing is taken off by itself; a person with authority decides and gives a reason.";
        EvidenceElsewhere => "Bằng chứng từng dòng ở bảng Excel của báo cáo này.", "The evidence line by line is in this report's workbook.";
    }
}
