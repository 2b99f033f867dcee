//! Why a typed value was not taken, and what to type instead.

use crate::app::workflow::entry::EntryError;
use crate::text::DateError;

use super::{Locale, Say, format};

crate::messages! {
    /// Refused entries.
    pub enum EntryMessage {
        Formula { value: String } => "“{value}” là công thức. Hãy nhập kết quả của nó (trong Excel: Dán đặc biệt, Giá trị).", "“{value}” is a formula. Enter its result (in Excel: Paste special, Values).";
        SheetError { value: String } => "“{value}” là báo lỗi của Excel, không phải dữ liệu. Hãy nhập giá trị đúng; nếu là ####, hãy nới rộng cột trong Excel rồi chép lại.", "“{value}” is an error of the spreadsheet, not data. Enter the value; for #### widen the column there and copy again.";
        NotANumber { value: String } => "“{value}” không phải là số. Hãy nhập số, ví dụ 2,5.", "“{value}” is not a number. Enter one such as 2.5.";
        NumberOutOfRange { value: String } => "“{value}” lớn quá mức. Hãy kiểm tra lại số chữ số.", "“{value}” is too large. Check the digits.";
        TooPrecise { value: String } => "“{value}” có quá nhiều chữ số thập phân (tối đa 6).", "“{value}” has too many decimals (at most 6).";
        Negative { value: String } => "“{value}” là số âm; ở đây chỉ nhận số từ 0 trở lên.", "“{value}” is negative; only 0 or more fits here.";
        NotWhole { value: String } => "“{value}” không phải số nguyên.", "“{value}” is not a whole number.";
        NotADate => "Đây không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ 05/03/2026.", "This is not a date. Enter day/month/year, such as 05/03/2026.";
        NoSuchDay { day: u32, month: u32, year: i32 } => "Không có ngày {day:02}/{month:02}/{year}. Hãy kiểm tra lại.", "There is no day {day:02}/{month:02}/{year}. Check it.";
        TwoDigitYear => "Hãy nhập năm đủ bốn chữ số.", "Enter the year with four digits.";
        YearOutOfRange { year: i32 } => "Năm {year} không hợp lý. Hãy kiểm tra lại.", "The year {year} cannot be meant. Check it.";
        Required => "Cần nhập mục này.", "This is needed.";
        Unknown { value: String } => "Không tìm thấy “{value}”. Hãy chọn trong danh sách gợi ý.", "“{value}” was not found. Choose one of the suggestions.";
        Ambiguous { value: String } => "Có nhiều người tên “{value}”. Hãy chọn đúng người kèm mã.", "Several people are called “{value}”. Choose one with the code.";
        Locked { period: String } => "Kỳ {period} đã khóa nên không sửa được. Hãy mở khóa kỳ (ghi lý do) ở màn hình Chấm điểm trước.", "The period {period} is confirmed and cannot be changed. Unlock it (with a reason) on the Scoring screen first.";
        Above { limit: String } => "Giá trị vượt mức tối đa {limit}.", "The value is above the greatest, {limit}.";
        Below { limit: String } => "Giá trị thấp hơn mức tối thiểu {limit}.", "The value is below the least, {limit}.";
        SumDiffers { sum: String, whole: String } => "Các phần cộng lại là {sum}, phải đúng bằng {whole}. Hãy sửa số lượng.", "The parts sum to {sum} and must sum to {whole}. Correct the quantities.";
        NoDeadline => "Nhiệm vụ này chưa có thời hạn. Hãy nhập ở cột Hạn trước.", "This task has no deadline. Enter one in the column Due first.";
        Extended => "Nhiệm vụ đã gia hạn nên không ghi đè hạn ở đây. Hãy gia hạn tiếp hoặc thu hồi gia hạn trong Diễn biến.", "The deadline was extended, so it is not typed over here. Extend it again or revoke the extension in the history of the task.";
        InHistory { count: usize } => "{count} lần đã ghi chi tiết hoặc nguyên nhân khách quan trong Diễn biến nên số này không giảm dưới {count}. Hãy sửa trong Diễn biến.", "{count} of them have details or an objective cause in the history of the task, so the number cannot go below {count}. Correct them there.";
        HandedBack => "Nhiệm vụ này đã trả lại nên không làm thêm được việc này.", "This task was handed back, so nothing more can be done here.";
        TooEarly { day: String } => "Ngày này sớm hơn {day} là ngày sớm nhất có thể. Hãy kiểm tra lại.", "This is before {day}, the earliest day it can be. Check it.";
        TooLate { day: String } => "Ngày này muộn hơn {day} là ngày muộn nhất có thể. Hãy kiểm tra lại.", "This is after {day}, the latest day it can be. Check it.";
        Taken { value: String } => "“{value}” đã có trong sổ. Hãy dùng số hoặc mã khác.", "“{value}” is already in the register. Use another one.";
        NoSuchStep => "Không đi được bước này từ trạng thái hiện tại. Hãy chọn một bước trong danh sách.", "This step does not lead on from the present state. Choose one of the list.";
        RestedOn => "Đã có bước xử lý hoặc quyết định dựa trên mục này nên không đổi được. Hãy hoàn tác các bước đó trước.", "Recorded steps or decisions rest on this, so it cannot be changed. Undo them first.";
        LinkedElsewhere { number: String } => "Phản ánh này đã ghép vào {number}. Hãy ghép vào {number}.", "This one is itself linked to {number}. Link to {number} instead.";
        NotRising { value: String } => "“{value}” phải lớn hơn số đứng trước.", "“{value}” must be larger than the one before.";
        OtherPerson => "Phải là một quyết định khác về cùng một người. Hãy chọn lại.", "It must be another decision about the same person. Choose again.";
        NotThen { value: String } => "Hình thức đang ghi (“{value}”) không có trong quy định vào ngày và theo loại này. Hãy sửa hình thức cùng lúc với ngày và loại.", "The form recorded (“{value}”) is not in the rules on this day and of this kind. Correct the form together with the day and the kind.";
        Gone => "Bản ghi này không còn nữa. Hãy tải lại danh sách.", "This record is no longer there. Look at the list again.";
    }
}

impl Say for EntryError {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Formula(value) => EntryMessage::Formula {
                value: value.clone(),
            },
            Self::SheetError(value) => EntryMessage::SheetError {
                value: value.clone(),
            },
            Self::NotANumber(value) => EntryMessage::NotANumber {
                value: value.clone(),
            },
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
            Self::NotThen(value) => EntryMessage::NotThen {
                value: value.clone(),
            },
            Self::Gone => EntryMessage::Gone,
        };
        message.say(locale)
    }
}
