//! Words of what happens to a task: the forms in which it is recorded, and its timeline.

use crate::app::view::tasks::{Excused, Happening};
use crate::app::workflow::task::{EventField, EventForm};
use crate::domain::{Day, TaskEventKind};

use super::{Locale, Say, format};

crate::messages! {
    /// The dialogs.
    pub enum TaskLifeMessage {
        Record => "Ghi diễn biến", "Record";
        RecordHint => "Chọn điều vừa xảy ra với nhiệm vụ này", "Choose what happened to this task";
        Extension => "Gia hạn…", "Extend…";
        Cause => "Nguyên nhân khách quan…", "Objective cause…";
        Confirmation => "Xác nhận nguyên nhân…", "Confirm the cause…";
        Pause => "Tạm dừng chờ cơ quan khác…", "Pause, waiting for another body…";
        Milestone => "Mốc trung gian…", "Milestone…";
        Assessment => "Đánh giá bản nộp…", "Assess a version…";
        Handling => "Xử lý việc chậm…", "Handling of lateness…";
        Apology => "Phiếu xin lỗi, hẹn lại…", "Apology slip…";
        Reminder => "Nhắc việc…", "Reminder…";
        Answerable => "Người chịu trách nhiệm…", "Who answers for it…";
        Dossiers => "Hồ sơ điện tử…", "Dossiers handled electronically…";
        Split => "Chia cho nhiều người…", "Share among officials…";
        Spread => "Rải ra nhiều tháng…", "Spread over months…";
        ExtensionText { day: String } => "Hạn đang áp dụng: {day}. Hạn cũ vẫn được giữ trong diễn biến; có thể thu hồi gia hạn sau.", "Deadline in force: {day}. The old one stays in the history; the extension can be revoked later.";
        CauseText => "Mỗi nguyên nhân chỉ miễn trừ đúng một lần chậm hoặc một lần chưa đạt, và chỉ khi cấp có thẩm quyền đã xác nhận (Điều 14.2).", "Each cause excuses exactly one lateness or failure, and only once the competent authority confirmed it (Điều 14.2).";
        ConfirmationText { cause: String } => "Nguyên nhân đã ghi: {cause}. Từ khi xác nhận, lần chậm hoặc lần chưa đạt này không bị trừ.", "Cause recorded: {cause}. Once confirmed, the lateness or failure is not deducted for.";
        PauseText => "Tạm dừng chỉ ghi nhận thời gian chờ, không tự miễn trừ điểm. Muốn được miễn trừ phải có nguyên nhân khách quan được xác nhận.", "A pause records the time spent waiting and excuses nothing by itself. For that, an objective cause must be confirmed.";
        MilestoneText => "Mốc nộp sau hạn riêng của nó là một lần chậm riêng (Điều 14.2c). Ngày nộp có thể ghi sau.", "A milestone handed in after its own deadline is a late occurrence of its own (Điều 14.2c). The day it was handed in can be entered later.";
        AssessmentText { version: u32 } => "Bản nộp lần {version}. Mỗi lần chưa đạt trừ điểm chất lượng một lần, trừ khi có nguyên nhân khách quan được xác nhận.", "Version {version}. Each one below requirement is one quality failure, unless an objective cause is confirmed.";
        HandlingText => "Ghi lại người đứng đầu đã làm gì với việc chậm (chỉ thị, tiêu chí CT.14). Không làm thay đổi điểm của nhiệm vụ.", "What the head did about the late task (directive, CT.14). The task's score does not change.";
        ApologyText => "Phiếu ghi nhận việc chậm và ngày hẹn mới; không xóa lần chậm và không thay hạn.", "The slip documents the lateness and the new day; it cancels no lateness and moves no deadline.";
        ReminderText => "Nhắc trước khi việc bị chậm (chỉ thị, tiêu chí CT.4). Không làm thay đổi điểm.", "A reminder before anything is late (directive, CT.4). The score does not change.";
        AnswerableText => "Người hoặc chức danh quyết định và chịu trách nhiệm về sản phẩm (rõ trách nhiệm, tiêu chí CT.13). Lần ghi sau cùng được dùng.", "The person or office that decides on the product and answers for it (CT.13). The last one recorded counts.";
        DossiersText => "Số hồ sơ đã xử lý và số xử lý trên môi trường điện tử, đúng hạn (chỉ thị, tiêu chí CT.11).", "Dossiers handled, and those handled electronically and on time (directive, CT.11).";
        NewDue => "Hạn mới", "New deadline";
        Approver => "Người phê duyệt", "Approved by";
        Document => "Số, ngày văn bản", "Document";
        DecidedOn => "Ngày phê duyệt", "Approved on";
        RecordedOn => "Ngày ghi", "Recorded on";
        HappenedOn => "Ngày", "Day";
        Excuses => "Miễn trừ cho", "Excuses";
        CauseKind => "Nguyên nhân", "Cause";
        CauseKindHint => "Chọn trong gợi ý hoặc tự ghi", "Choose a suggestion or write your own";
        Confirmer => "Người có thẩm quyền xác nhận", "Confirmed by";
        ConfirmerHint => "Để trống nếu chưa xác nhận; có thể xác nhận sau trong diễn biến", "Leave empty when it is not confirmed; that can be done later in the history";
        WaitingFor => "Chờ cơ quan, đơn vị nào", "Which body one waits for";
        PausedFrom => "Tạm dừng từ ngày", "Paused from";
        PausedTo => "Đến hết ngày", "Up to and with";
        PausedToHint => "Để trống nếu còn đang chờ", "Leave empty while one still waits";
        MilestoneName => "Tên mốc", "Milestone";
        MilestoneDue => "Hạn của mốc", "Due";
        MilestoneDone => "Ngày nộp", "Handed in on";
        MilestoneDoneHint => "Để trống nếu chưa nộp", "Leave empty until it is handed in";
        Result => "Kết quả", "Result";
        ChooseResult => "Chọn kết quả", "Choose the result";
        Passed => "Đạt yêu cầu", "Met the requirement";
        Returned => "Chưa đạt, trả lại", "Below requirement, returned";
        AssessedBy => "Người đánh giá", "Assessed by";
        Remarks => "Nhận xét", "Remarks";
        Measure => "Hình thức xử lý", "What was done";
        HandledBy => "Người xử lý", "By whom";
        ApologyReason => "Lý do chậm", "Why it is late";
        AgainOn => "Ngày hẹn lại", "New day promised";
        SlipNumber => "Số phiếu", "Number of the slip";
        RemindedBy => "Người nhắc", "Reminded by";
        ReminderNote => "Nội dung nhắc", "Of what";
        Who => "Người hoặc chức danh", "Person or office";
        HandledCount => "Số hồ sơ đã xử lý", "Dossiers handled";
        ElectronicCount => "Trong đó điện tử, đúng hạn", "Of these electronic and on time";
        NothingToExcuse => "Nhiệm vụ này chưa có lần chậm, mốc chậm hay lần chưa đạt nào còn cần nguyên nhân.", "This task has no lateness, late milestone or failure that still needs a cause.";
        LockedTitle => "Chưa sửa được: kỳ đã khóa", "Cannot be changed: the period is confirmed";
        ToSheet => "Đến phiếu chấm điểm để mở khóa", "To the sheet, to unlock it";
        Close => "Đóng", "Close";
        DerivedTarget => "Lần chậm theo ngày hoàn thành", "The lateness by its dates";
        FailureTarget { day: String } => "Lần chưa đạt chất lượng ngày {day}", "Quality failure of {day}";
        VersionTarget { version: u32, day: String } => "Bản nộp lần {version} chưa đạt, ngày {day}", "Version {version} below requirement, {day}";
        LateTarget { day: String } => "Lần chậm ghi ngày {day}", "Late occurrence of {day}";
        MilestoneTarget { name: String } => "Mốc chậm: {name}", "Late milestone: {name}";
        GoneTarget => "một việc không còn trong diễn biến", "something no longer in the history";
    }
}

crate::messages! {
    /// Dividing and handing over.
    pub enum DivideMessage {
        SplitText { whole: String } => "Tổng số lượng {whole} được chia cho nhiều người; các phần phải cộng lại đúng bằng tổng. Dòng hiện có là phần thứ nhất, giữ nguyên diễn biến và hạn.", "The quantity of {whole} is shared; the parts must sum to it. The line itself stays as the first part, with its history and deadline.";
        SpreadText { whole: String } => "Tổng số lượng {whole} được rải ra các tháng, mỗi phần có hạn riêng và được tính trong tháng của hạn đó. Dòng hiện có giữ hạn cuối.", "The quantity of {whole} is spread over months; each part has its own deadline and counts in its month. The line itself keeps the last deadline.";
        Part { number: usize } => "Phần {number}", "Part {number}";
        FirstPart => "Phần 1 (dòng hiện có)", "Part 1 (the line itself)";
        Lead => "Người chủ trì", "Lead person";
        Quantity => "Số lượng", "Quantity";
        Due => "Hạn", "Due";
        KeepsDue { day: String } => "Hạn {day}", "Due {day}";
        NoDue => "Chưa có hạn", "No deadline";
        AddPart => "Thêm phần", "Add a part";
        RemovePart { number: usize } => "Bỏ phần {number}", "Remove part {number}";
        SumFits { sum: String } => "Tổng các phần: {sum}, khớp", "Sum of the parts: {sum}, fits";
        SumDiffers { sum: String, whole: String } => "Tổng các phần: {sum}, phải bằng {whole}", "Sum of the parts: {sum}, must be {whole}";
        SumUnread => "Có số lượng chưa đọc được", "A quantity cannot be read";
        Receiver => "Người nhận", "Receiver";
        ReceiverHint => "Để trống nếu chưa có người nhận", "Leave empty when nobody takes it yet";
        HandedQuantity => "Số lượng chuyển", "Quantity";
        HandedDue => "Hạn của người nhận", "The receiver's deadline";
        Reason => "Lý do", "Reason";
        ReasonHint => "Trả việc không có lý do được ghi nhận ở tiêu chí CT.5", "A hand-back without a reason is counted under CT.5";
        On => "Ngày báo trả lại", "Reported on";
        HandOverText => "Dòng này vẫn tính trong số được giao của người trả lại và không tính phần đã làm; người nhận được tính thêm (Điều 18.1đ). Hai bên đổi trong một thao tác.", "The line stays in the giver's total and what was done of it does not count; the receiver's counts on top (Điều 18.1đ). Both sides change in one action.";
    }
}

crate::messages! {
    /// The timeline.
    pub enum TimelineMessage {
        Lead => "Chủ trì", "Lead";
        NoLead => "Chưa rõ người", "No person";
        Deadline => "Hạn đang áp dụng", "Deadline in force";
        NoDeadline => "Chưa có", "None";
        Status => "Tình trạng", "Status";
        RawLate => "Chậm thực tế", "Late as it stands";
        NetLate => "Chậm sau khi trừ thời gian chờ", "Late net of waiting";
        Waited => "Thời gian chờ cơ quan khác", "Waited for others";
        DaysBoth { calendar: u32, working: u32 } => "{calendar} ngày ({working} ngày làm việc)", "{calendar} days ({working} working days)";
        NetText => "Thời gian chờ chỉ để tham khảo: điểm tiến độ vẫn tính theo lần chậm, trừ khi có nguyên nhân khách quan được xác nhận.", "Waiting is shown for information: the schedule counts the lateness all the same, unless an objective cause is confirmed.";
        Parts { sum: String, whole: String } => "Các phần của việc chung: {sum} trên {whole}", "Parts of the shared task: {sum} of {whole}";
        PartsDiffer { sum: String, whole: String } => "Các phần cộng lại là {sum}, khác tổng {whole} đã chia. Hãy sửa số lượng giao của các phần.", "The parts sum to {sum}, not to the {whole} divided. Correct the quantities of the parts.";
        PartLine { lead: String, quantity: String, due: String } => "{lead}: {quantity}, hạn {due}", "{lead}: {quantity}, due {due}";
        ThisPart => "(nhiệm vụ này)", "(this task)";
        Happened => "Diễn biến", "What happened";
        Assigned => "Giao nhiệm vụ", "Assigned";
        AssignedDue { day: String } => "Giao nhiệm vụ, hạn ban đầu {day}", "Assigned, first deadline {day}";
        TakenOver { from: String } => "Nhận từ {from}", "Taken over from {from}";
        HandedBack => "Trả lại, chưa có người nhận", "Handed back, nobody took it yet";
        HandedTo { to: String } => "Trả lại và chuyển cho {to}", "Handed back and over to {to}";
        WithReason { reason: String } => "Lý do: {reason}", "Reason: {reason}";
        WithoutReason => "Không ghi lý do", "No reason given";
        Complaint { number: String } => "Phản ánh số {number} liên quan đến việc này", "Complaint {number} about this task";
        Finished => "Hoàn thành", "Finished";
        Extension { from: String, to: String } => "Gia hạn từ {from} đến {to}", "Extended from {from} to {to}";
        ApprovedBy { who: String } => "{who} phê duyệt", "approved by {who}";
        Failure => "Một lần chưa đạt chất lượng", "A quality failure";
        Late => "Một lần chậm", "A late occurrence";
        Cause { cause: String, target: String } => "Nguyên nhân khách quan: {cause}. Cho: {target}", "Objective cause: {cause}. For: {target}";
        ConfirmedBy { who: String } => "{who} xác nhận: được miễn trừ", "confirmed by {who}: excused";
        Unconfirmed => "chưa xác nhận: chưa miễn trừ", "not confirmed: nothing is excused";
        Paused { body: String, to: String } => "Tạm dừng chờ {body}, đến {to}", "Paused, waiting for {body}, until {to}";
        StillWaiting => "nay", "now";
        Handling { measure: String } => "Xử lý việc chậm: {measure}", "Lateness handled: {measure}";
        Passed { version: u32 } => "Bản nộp lần {version}: đạt yêu cầu", "Version {version}: met the requirement";
        Returned { version: u32 } => "Bản nộp lần {version}: chưa đạt, trả lại", "Version {version}: returned, below requirement";
        MilestoneOpen { name: String } => "Hạn mốc: {name}, chưa nộp", "Milestone due: {name}, not handed in";
        MilestoneDone { name: String, day: String } => "Hạn mốc: {name}, nộp {day}", "Milestone due: {name}, handed in {day}";
        MilestoneLate { name: String, day: String } => "Hạn mốc: {name}, nộp chậm ngày {day}", "Milestone due: {name}, handed in late on {day}";
        Reminder => "Nhắc việc", "Reminder";
        Apology { reason: String } => "Phiếu xin lỗi: {reason}", "Apology slip: {reason}";
        Again { day: String } => "hẹn lại ngày {day}", "promised for {day}";
        Part { quantity: String } => "Chia việc: là một phần của tổng {quantity}", "Divided: a part of {quantity} in all";
        Answerable { who: String } => "Người quyết định, chịu trách nhiệm: {who}", "Decides and answers for it: {who}";
        Dossiers { handled: u32, electronic: u32 } => "Hồ sơ điện tử, đúng hạn: {electronic} trên {handled}", "Dossiers electronic and on time: {electronic} of {handled}";
        Excused => "được miễn trừ", "excused";
        By { who: String } => "{who}", "{who}";
        Revoked { day: String } => "Đã thu hồi ngày {day}, không còn tính", "Revoked on {day}, counts no longer";
        Revoke => "Thu hồi", "Revoke";
        Confirm => "Xác nhận", "Confirm";
        Correct => "Sửa", "Correct";
        Remove => "Xóa", "Remove";
        ActOn { act: String, what: String } => "{act}: {what}", "{act}: {what}";
        Undated => "Chưa có ngày", "No day";
        Gone => "Nhiệm vụ này không còn nữa.", "This task is no longer there.";
    }
}

impl From<EventForm> for TaskLifeMessage {
    fn from(form: EventForm) -> Self {
        match form {
            EventForm::Extension => Self::Extension,
            EventForm::Cause => Self::Cause,
            EventForm::Confirmation => Self::Confirmation,
            EventForm::Pause => Self::Pause,
            EventForm::Milestone => Self::Milestone,
            EventForm::Assessment => Self::Assessment,
            EventForm::Handling => Self::Handling,
            EventForm::Apology => Self::Apology,
            EventForm::Reminder => Self::Reminder,
            EventForm::Answerable => Self::Answerable,
            EventForm::Dossiers => Self::Dossiers,
        }
    }
}

/// The question a form asks, and how to answer it where that is not plain.
#[must_use]
pub const fn question(
    form: EventForm,
    field: EventField,
) -> (TaskLifeMessage, Option<TaskLifeMessage>) {
    use TaskLifeMessage as M;
    match (form, field) {
        (EventForm::Extension, EventField::On) => (M::DecidedOn, None),
        (EventForm::Extension, EventField::Until) => (M::NewDue, None),
        (EventForm::Extension, EventField::Who) => (M::Approver, None),
        (EventForm::Cause, EventField::On) => (M::RecordedOn, None),
        (EventForm::Cause, EventField::What) => (M::CauseKind, Some(M::CauseKindHint)),
        (EventForm::Cause, EventField::Who) => (M::Confirmer, Some(M::ConfirmerHint)),
        (EventForm::Confirmation, EventField::Who) => (M::Confirmer, None),
        (EventForm::Pause, EventField::On) => (M::PausedFrom, None),
        (EventForm::Pause, EventField::Until) => (M::PausedTo, Some(M::PausedToHint)),
        (EventForm::Pause, EventField::Who) => (M::WaitingFor, None),
        (EventForm::Milestone, EventField::What) => (M::MilestoneName, None),
        (EventForm::Milestone, EventField::Until) => (M::MilestoneDue, None),
        (_, EventField::Done) => (M::MilestoneDone, Some(M::MilestoneDoneHint)),
        (EventForm::Assessment, EventField::Who) => (M::AssessedBy, None),
        (EventForm::Handling, EventField::What) => (M::Measure, Some(M::CauseKindHint)),
        (EventForm::Handling, EventField::Who) => (M::HandledBy, None),
        (EventForm::Apology, EventField::Until) => (M::AgainOn, None),
        (EventForm::Apology, EventField::Document) => (M::SlipNumber, None),
        (EventForm::Reminder, EventField::Who) => (M::RemindedBy, None),
        (EventForm::Reminder, EventField::Note) => (M::ReminderNote, None),
        (_, EventField::Target) => (M::Excuses, None),
        (_, EventField::Passed) => (M::Result, None),
        (_, EventField::Handled) => (M::HandledCount, None),
        (_, EventField::Electronic) => (M::ElectronicCount, None),
        (_, EventField::What) => (M::ApologyReason, None),
        (_, EventField::On) => (M::HappenedOn, None),
        (_, EventField::Until) => (M::NewDue, None),
        (_, EventField::Who) => (M::Who, None),
        (_, EventField::Document) => (M::Document, None),
        (_, EventField::Note) => (M::Remarks, None),
    }
}

/// An event as something a cause can excuse.
#[must_use]
pub fn target(excused: &Excused) -> TaskLifeMessage {
    match excused {
        Excused::ByDates => TaskLifeMessage::DerivedTarget,
        Excused::Gone => TaskLifeMessage::GoneTarget,
        Excused::Event(on, kind) => {
            let day = format::day(*on);
            match kind {
                TaskEventKind::QualityFailure { .. } => TaskLifeMessage::FailureTarget { day },
                TaskEventKind::Assessment { version, .. } => TaskLifeMessage::VersionTarget {
                    version: *version,
                    day,
                },
                TaskEventKind::Milestone { name, .. } => {
                    TaskLifeMessage::MilestoneTarget { name: name.clone() }
                }
                _ => TaskLifeMessage::LateTarget { day },
            }
        }
    }
}

/// An entry of the timeline: what happened, and quieter words about it.
#[must_use]
pub fn told(what: &Happening, locale: Locale) -> (String, Vec<String>) {
    let (message, notes) = match what {
        Happening::Assigned { due: None } => (TimelineMessage::Assigned, Vec::new()),
        Happening::Assigned { due: Some(due) } => {
            let day = format::day(*due);
            (TimelineMessage::AssignedDue { day }, Vec::new())
        }
        Happening::TakenOver { from } => {
            let from = from.clone();
            (TimelineMessage::TakenOver { from }, Vec::new())
        }
        Happening::HandedBack { to, reason } => {
            let message = match to.clone() {
                Some(to) => TimelineMessage::HandedTo { to },
                None => TimelineMessage::HandedBack,
            };
            let note = match reason.clone() {
                Some(reason) => TimelineMessage::WithReason { reason },
                None => TimelineMessage::WithoutReason,
            };
            (message, vec![note])
        }
        Happening::Complaint { number, .. } => {
            let number = number.clone();
            (TimelineMessage::Complaint { number }, Vec::new())
        }
        Happening::Finished => (TimelineMessage::Finished, Vec::new()),
        Happening::Event {
            kind,
            from,
            excuses,
            excused,
        } => {
            let message = event(kind, *from, excuses.as_ref(), locale);
            let mut notes = about(kind);
            if *excused {
                notes.push(TimelineMessage::Excused);
            }
            (message, notes)
        }
    };
    let notes = notes.into_iter().map(|note| note.say(locale)).collect();
    (message.say(locale), notes)
}

fn event(
    kind: &TaskEventKind,
    from: Option<Day>,
    excuses: Option<&Excused>,
    locale: Locale,
) -> TimelineMessage {
    use TimelineMessage as M;
    match kind {
        TaskEventKind::Extension { to, .. } => M::Extension {
            from: from.map_or_else(|| "—".to_owned(), format::day),
            to: format::day(*to),
        },
        TaskEventKind::QualityFailure { .. } => M::Failure,
        TaskEventKind::Late { .. } => M::Late,
        TaskEventKind::ObjectiveCause { cause, .. } => M::Cause {
            cause: cause.clone(),
            target: excuses.map(|it| target(it).say(locale)).unwrap_or_default(),
        },
        TaskEventKind::Pause {
            to, waiting_for, ..
        } => M::Paused {
            body: waiting_for.clone(),
            to: to.map_or_else(|| M::StillWaiting.say(locale), format::day),
        },
        TaskEventKind::Handling { measure, .. } => M::Handling {
            measure: measure.clone(),
        },
        TaskEventKind::Assessment {
            version, passed, ..
        } => {
            let version = *version;
            if *passed {
                M::Passed { version }
            } else {
                M::Returned { version }
            }
        }
        TaskEventKind::Milestone { name, due, done } => milestone(name, *due, *done),
        TaskEventKind::Reminder { .. } => M::Reminder,
        TaskEventKind::Apology { reason, .. } => M::Apology {
            reason: reason.clone(),
        },
        TaskEventKind::PartOf { quantity, .. } => M::Part {
            quantity: format::decimal(*quantity, locale),
        },
        TaskEventKind::Answerable { who } => M::Answerable { who: who.clone() },
        TaskEventKind::Dossiers {
            handled,
            electronic,
        } => M::Dossiers {
            handled: *handled,
            electronic: *electronic,
        },
    }
}

fn milestone(name: &str, due: Day, done: Option<Day>) -> TimelineMessage {
    let name = name.to_owned();
    match done {
        None => TimelineMessage::MilestoneOpen { name },
        Some(done) => {
            let day = format::day(done);
            if done > due {
                TimelineMessage::MilestoneLate { name, day }
            } else {
                TimelineMessage::MilestoneDone { name, day }
            }
        }
    }
}

/// The quieter words about an event: by whom, with what, and whether it still counts.
fn about(kind: &TaskEventKind) -> Vec<TimelineMessage> {
    use TimelineMessage as M;
    let revoked = |on: &Option<Day>| on.map(format::day).map(|day| M::Revoked { day });
    let mut notes: Vec<M> = Vec::new();
    let words: [&Option<String>; 2] = match kind {
        TaskEventKind::Extension {
            approver,
            document,
            revoked: on,
            ..
        } => {
            notes.extend(approver.clone().map(|who| M::ApprovedBy { who }));
            notes.extend(revoked(on));
            [document, &None]
        }
        TaskEventKind::ObjectiveCause {
            confirmed_by,
            document,
            revoked: on,
            ..
        } => {
            match (revoked(on), confirmed_by.clone()) {
                (Some(revoked), who) => {
                    notes.extend(who.map(|who| M::By { who }));
                    notes.push(revoked);
                }
                (None, Some(who)) => notes.push(M::ConfirmedBy { who }),
                (None, None) => notes.push(M::Unconfirmed),
            }
            [document, &None]
        }
        TaskEventKind::Apology {
            again_on, document, ..
        } => {
            let day = again_on.map(format::day);
            notes.extend(day.map(|day| M::Again { day }));
            [document, &None]
        }
        TaskEventKind::QualityFailure { note } | TaskEventKind::Late { note } => [note, &None],
        TaskEventKind::Pause { document, .. } => [document, &None],
        TaskEventKind::Handling { by, document, .. } => [by, document],
        TaskEventKind::Assessment { by, note, .. } | TaskEventKind::Reminder { by, note } => {
            [by, note]
        }
        TaskEventKind::Milestone { .. }
        | TaskEventKind::PartOf { .. }
        | TaskEventKind::Answerable { .. }
        | TaskEventKind::Dossiers { .. } => [&None, &None],
    };
    let words = words.into_iter().flatten().cloned();
    notes.extend(words.map(|who| M::By { who }));
    notes
}
