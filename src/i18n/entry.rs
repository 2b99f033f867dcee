//! Why a typed value was not taken, and what to type instead.

use crate::app::workflow::entry::EntryError;
use crate::domain::{Day, DisciplineSide, Span};
use crate::text::{DateError, LONGEST_TEXT};

use super::reason::wording;
use super::{Locale, Say, format};

crate::messages! {
    /// Refused entries.
    pub enum EntryMessage {
        Formula { value: String } => "“{value}” là công thức. Hãy nhập kết quả của nó (trong Excel: Dán đặc biệt, Giá trị).", "“{value}” is a formula. Enter its result (in Excel: Paste special, Values).";
        TooLong { limit: String } => "Nội dung dài quá {limit} ký tự. Hãy rút gọn, để phần dài trong văn bản kèm theo.", "Longer than {limit} characters. Shorten it and leave the rest to an attached document.";
        SheetError { value: String } => "“{value}” là báo lỗi của Excel, không phải dữ liệu. Hãy nhập giá trị đúng; nếu là ####, hãy nới rộng cột trong Excel rồi chép lại.", "“{value}” is an error of the spreadsheet, not data. Enter the value; for #### widen the column there and copy again.";
        NotANumber { value: String } => "“{value}” không phải là số. Hãy nhập số, ví dụ 2,5.", "“{value}” is not a number. Enter one such as 2.5.";
        TwoReadings { value: String, one: String, other: String } => "“{value}” có thể là {one} hoặc {other}. Hãy nhập lại một trong hai số đó.", "“{value}” may mean {one} or {other}. Enter one of the two.";
        NumberOutOfRange { value: String } => "“{value}” lớn quá mức. Hãy kiểm tra lại số chữ số.", "“{value}” is too large. Check the digits.";
        TooPrecise { value: String } => "“{value}” có quá nhiều chữ số thập phân (tối đa 6).", "“{value}” has too many decimals (at most 6).";
        Negative { value: String } => "“{value}” là số âm; ở đây chỉ nhận số từ 0 trở lên.", "“{value}” is negative; only 0 or more fits here.";
        NotWhole { value: String } => "“{value}” không phải số nguyên.", "“{value}” is not a whole number.";
        NotADate => "Đây không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ 05/03/2026.", "This is not a date. Enter day/month/year, such as 05/03/2026.";
        NoSuchDay { day: u32, month: u32, year: i32 } => "Không có ngày {day:02}/{month:02}/{year}. Hãy kiểm tra lại.", "There is no day {day:02}/{month:02}/{year}. Check it.";
        TwoDigitYear => "Hãy nhập năm đủ bốn chữ số.", "Enter the year with four digits.";
        YearOutOfRange { year: i32 } => "Năm {year} không hợp lý. Hãy kiểm tra lại.", "The year {year} cannot be meant. Check it.";
        Required => "Cần nhập mục này.", "This is needed.";
        CoefficientFirst => "Hệ số đang ghi không nằm trong khoảng của sản phẩm này. Hãy nhập hệ số cùng lúc với sản phẩm.", "The coefficient recorded is outside the range of this product. Enter the coefficient together with the product.";
        UnitFirst => "Người này chưa có đơn vị trong kỳ. Hãy nhập cột Đơn vị trước.", "This person has no unit yet. Enter the column Unit first.";
        Unknown { value: String } => "Không tìm thấy “{value}”. Hãy kiểm tra lại, hoặc chọn trong gợi ý nếu có.", "“{value}” was not found. Check it, or choose one of the suggestions if there are any.";
        Ambiguous { value: String } => "Có nhiều người tên “{value}”. Hãy chọn đúng người kèm mã.", "Several people are called “{value}”. Choose one with the code.";
        Locked { period: String } => "Kỳ {period} đã khóa nên không sửa được. Hãy mở khóa kỳ (ghi lý do) ở màn hình Chấm điểm trước.", "The period {period} is confirmed and cannot be changed. Unlock it (with a reason) on the Scoring screen first.";
        Above { limit: String } => "Giá trị vượt mức tối đa {limit}.", "The value is above the greatest, {limit}.";
        Below { limit: String } => "Giá trị thấp hơn mức tối thiểu {limit}.", "The value is below the least, {limit}.";
        SumDiffers { sum: String, whole: String } => "Các phần cộng lại là {sum}, phải đúng bằng {whole}. Hãy sửa số lượng.", "The parts sum to {sum} and must sum to {whole}. Correct the quantities.";
        NoDeadline => "Nhiệm vụ này chưa có thời hạn. Hãy nhập ở cột Hạn trước.", "This task has no deadline. Enter one in the column Due first.";
        Extended => "Nhiệm vụ đã gia hạn nên không ghi đè hạn ở đây. Hãy gia hạn tiếp hoặc thu hồi gia hạn trong Diễn biến.", "The deadline was extended, so it is not typed over here. Extend it again or revoke the extension in the history of the task.";
        InHistory { count: usize } => "{count} lần đã ghi chi tiết hoặc nguyên nhân khách quan trong Diễn biến nên số này không giảm dưới {count}. Hãy sửa trong Diễn biến.", "{count} of them have details or an objective cause in the history of the task, so the number cannot go below {count}. Correct them there.";
        HandedBack => "Nhiệm vụ này đã trả lại nên không làm thêm được việc này.", "This task was handed back, so nothing more can be done here.";
        TooEarly { day: String } => "Ngày này phải từ {day} trở đi.", "This must be {day} or later.";
        TooLate { day: String } => "Ngày này không được muộn hơn {day}.", "This must not be later than {day}.";
        Taken { value: String } => "“{value}” đã có trong sổ. Hãy dùng số hoặc mã khác.", "“{value}” is already in the register. Use another one.";
        NoSuchStep => "Không đi được bước này từ trạng thái hiện tại. Hãy chọn một bước trong danh sách.", "This step does not lead on from the present state. Choose one of the list.";
        RestedOn => "Đã có bước xử lý hoặc quyết định dựa trên mục này nên không đổi được. Hãy hoàn tác các bước đó trước.", "Recorded steps or decisions rest on this, so it cannot be changed. Undo them first.";
        LinkedElsewhere { number: String } => "Phản ánh này đã ghép vào {number}. Hãy ghép vào {number}.", "This one is itself linked to {number}. Link to {number} instead.";
        NotRising { value: String } => "“{value}” phải lớn hơn số đứng trước.", "“{value}” must be larger than the one before.";
        OtherPerson => "Phải là một quyết định khác về cùng một người. Hãy chọn lại.", "It must be another decision about the same person. Choose again.";
        NotThenAdministrative { form: String, day: String } => "“{form}” không phải là hình thức kỷ luật hành chính vào ngày {day}. Hãy chọn hình thức khác, hoặc sửa hình thức cùng lúc với ngày và loại.", "“{form}” is not an administrative form of discipline on {day}. Choose another one, or correct the form together with the day and the kind.";
        NotThenParty { form: String, day: String } => "“{form}” không phải là hình thức kỷ luật đảng vào ngày {day}. Hãy chọn hình thức khác, hoặc sửa hình thức cùng lúc với ngày và loại.", "“{form}” is not a form of Party discipline on {day}. Choose another one, or correct the form together with the day and the kind.";
        WholePosition { from: String } => "Sửa ô này là sửa cả thời gian giữ vị trí, từ {from}, gồm cả tháng đã có số liệu hoặc đã khóa. Nếu người này chuyển vị trí: mở trang công chức, chọn Thêm vị trí.", "This cell stands for the whole time of the position, from {from}, with months that have data or are confirmed. If the person moved: open the page of the official and choose Add position.";
        HeldThen { from: String, to: String } => "Người này đã giữ một vị trí khác từ {from} đến {to}. Hãy nhập ngày sau {to}, hoặc sửa vị trí đó trên trang công chức.", "This person held another position from {from} to {to}. Enter a day after {to}, or correct that position on the page of the official.";
        HeldSince { from: String } => "Người này giữ một vị trí khác từ {from} đến nay. Hãy kết thúc vị trí đó trên trang công chức trước.", "This person has held another position since {from}. End that one on the page of the official first.";
        Gone => "Bản ghi này không còn nữa. Hãy tải lại danh sách.", "This record is no longer there. Look at the list again.";
    }
}

impl Say for EntryError {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Formula(value) => EntryMessage::Formula {
                value: value.clone(),
            },
            Self::TooLong => EntryMessage::TooLong {
                limit: format::count(LONGEST_TEXT, locale),
            },
            Self::SheetError(value) => EntryMessage::SheetError {
                value: value.clone(),
            },
            Self::NotANumber(value) => EntryMessage::NotANumber {
                value: value.clone(),
            },
            Self::TwoReadings {
                value,
                readings: [one, other],
            } => EntryMessage::TwoReadings {
                value: value.clone(),
                one: format::decimal(*one, locale),
                other: format::decimal(*other, locale),
            },
            Self::CoefficientFirst => EntryMessage::CoefficientFirst,
            Self::UnitFirst => EntryMessage::UnitFirst,
            Self::NumberOutOfRange(value) => EntryMessage::NumberOutOfRange {
                value: value.clone(),
            },
            Self::TooPrecise(value) => EntryMessage::TooPrecise {
                value: value.clone(),
            },
            Self::Negative(value) => EntryMessage::Negative {
                value: value.clone(),
            },
            Self::NotWhole(value) => EntryMessage::NotWhole {
                value: value.clone(),
            },
            Self::Date(DateError::NotADate) => EntryMessage::NotADate,
            Self::Date(DateError::NoSuchDay { day, month, year }) => EntryMessage::NoSuchDay {
                day: *day,
                month: *month,
                year: *year,
            },
            Self::Date(DateError::TwoDigitYear { .. }) => EntryMessage::TwoDigitYear,
            Self::Date(DateError::YearOutOfRange(year)) => {
                EntryMessage::YearOutOfRange { year: *year }
            }
            Self::Required => EntryMessage::Required,
            Self::Unknown(value) => EntryMessage::Unknown {
                value: value.clone(),
            },
            Self::Ambiguous(value) => EntryMessage::Ambiguous {
                value: value.clone(),
            },
            Self::Locked(period) => EntryMessage::Locked {
                period: format::period(*period, locale),
            },
            Self::Above(limit) => EntryMessage::Above {
                limit: format::decimal(*limit, locale),
            },
            Self::Below(limit) => EntryMessage::Below {
                limit: format::decimal(*limit, locale),
            },
            Self::SumDiffers { sum, whole } => EntryMessage::SumDiffers {
                sum: format::decimal(*sum, locale),
                whole: format::decimal(*whole, locale),
            },
            Self::NoDeadline => EntryMessage::NoDeadline,
            Self::Extended => EntryMessage::Extended,
            Self::InHistory(count) => EntryMessage::InHistory { count: *count },
            Self::HandedBack => EntryMessage::HandedBack,
            Self::TooEarly(day) => EntryMessage::TooEarly {
                day: format::day(*day),
            },
            Self::TooLate(day) => EntryMessage::TooLate {
                day: format::day(*day),
            },
            Self::Taken(value) => EntryMessage::Taken {
                value: value.clone(),
            },
            Self::NoSuchStep => EntryMessage::NoSuchStep,
            Self::RestedOn => EntryMessage::RestedOn,
            Self::LinkedElsewhere(number) => EntryMessage::LinkedElsewhere {
                number: number.clone(),
            },
            Self::NotRising(value) => EntryMessage::NotRising {
                value: value.clone(),
            },
            Self::OtherPerson => EntryMessage::OtherPerson,
            Self::NotThen { form, side, day } => not_then(wording(form, locale), *side, *day),
            Self::WholePosition(from) => EntryMessage::WholePosition {
                from: format::day(*from),
            },
            Self::HeldThen(span) => held_then(*span),
            Self::Gone => EntryMessage::Gone,
        };
        message.say(locale)
    }
}

fn not_then(form: &str, side: DisciplineSide, day: Day) -> EntryMessage {
    let (form, day) = (form.to_owned(), format::day(day));
    match side {
        DisciplineSide::Administrative => EntryMessage::NotThenAdministrative { form, day },
        DisciplineSide::Party => EntryMessage::NotThenParty { form, day },
    }
}

fn held_then(span: Span) -> EntryMessage {
    let from = format::day(span.from);
    match span.to.map(format::day) {
        Some(to) => EntryMessage::HeldThen { from, to },
        None => EntryMessage::HeldSince { from },
    }
}
