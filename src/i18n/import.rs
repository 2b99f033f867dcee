//! Words of the import: files, sheets, columns, rows, problems, verdicts.

use crate::app::import::{ImportProblem, ShownValue, Verdict};
use crate::domain::{Conclusion, Origin, Role};
use crate::files::recognise::{
    Field, ProblemReason, RawValue, Reviewed, Scorer, SkipReason, Stage, Suggestion,
};
use crate::files::tabular::{ForeignContent, ReadFinding, TabularError};
use crate::text::WrittenPeriod;

use super::{Locale, Say, format};

mod names;

pub use names::{FieldName, TableName};

crate::messages! {
    /// The wizard.
    pub enum ImportMessage {
        Title => "Nhập từ Excel", "Import from Excel";
        Intro => "Chọn tệp Excel, OpenDocument hoặc CSV. Công Tâm tự tìm trang tính, dòng tiêu đề và cột; chưa có gì thay đổi cho đến khi bạn bấm Nhập.", "Choose an Excel, OpenDocument or CSV file. Công Tâm finds sheets, header rows and columns; nothing changes until you press Import.";
        StepChoose => "Chọn tệp", "Choose a file";
        StepSheets => "Trang tính và cột", "Sheets and columns";
        StepReview => "Xem trước", "Preview";
        Steps => "Các bước nhập", "Steps of the import";
        Drop => "Kéo tệp vào đây", "Drop a file here";
        Pick => "Chọn tệp…", "Choose a file…";
        PickHint => "xlsx, xls, ods, csv, tsv hoặc html; tối đa 50 MB", "xlsx, xls, ods, csv, tsv or html; at most 50 MB";
        PasteLabel => "Hoặc dán khối ô chép từ Excel", "Or paste cells copied from Excel";
        PasteHint => "Nên chép cả dòng tiêu đề trong Excel, rồi bấm vào đây và nhấn Ctrl+V; không có tiêu đề thì chọn từng cột ở bước sau.", "Best copy the header row too, then click here and press Ctrl+V; without it you choose each column in the next step.";
        PastedName => "khối đã dán", "the pasted block";
        PastedSheet => "Khối đã dán", "Pasted block";
        PasteEmpty => "Trong bộ nhớ tạm không có ô nào. Hãy chép lại từ Excel.", "There are no cells on the clipboard. Copy them again.";
        StandardTitle { rows: String } => "Tệp không nói sản phẩm chuẩn (hệ số 1) được bao nhiêu điểm, nên chưa tính được hệ số của {rows} dòng.", "The file does not say how many points the standard product (coefficient 1) has, so the coefficients of {rows} rows cannot be computed.";
        StandardLabel => "Điểm của sản phẩm chuẩn", "Points of the standard product";
        StandardHint => "Ghi trong quyết định ban hành danh mục; hệ số = điểm ÷ điểm sản phẩm chuẩn.", "It stands in the decision on the catalogue; coefficient = points ÷ these points.";
        Templates => "Tệp mẫu để điền", "Templates to fill in";
        TemplatesHint => "Nếu bắt đầu từ đầu, hãy tải tệp mẫu: có dòng ví dụ, danh sách chọn và ghi chú.", "Starting afresh? Templates have example rows, drop-downs and notes.";
        Reading => "Đang đọc tệp…", "Reading the file…";
        RowsRead { rows: String } => "{rows} dòng", "{rows} rows";
        NotReadTitle => "Chưa đọc được tệp này", "This file could not be read";
        Unpicked => "Trình duyệt không mở được tệp vừa chọn. Hãy chọn lại, hoặc chép tệp ra ổ đĩa của máy rồi chọn.", "The browser could not open the file. Choose again, or copy it to this machine first.";
        OtherFile => "Chọn tệp khác", "Another file";
        Sheet { name: String } => "Trang “{name}”", "Sheet “{name}”";
        SheetKind => "Trang này chứa", "This sheet holds";
        SheetSkip => "Không nhập trang này", "Do not import this sheet";
        SheetUnknown => "Không nhận ra bảng nào trên trang này; trang sẽ được bỏ qua.", "No table was recognised on this sheet; it is passed over.";
        SheetFound { rows: String, header: String } => "{rows} dòng dữ liệu, tiêu đề ở dòng {header}", "{rows} rows, header in row {header}";
        HeadlessTitle => "Không thấy dòng tiêu đề", "No header row was found";
        HeadlessText => "Nếu các dòng này là dữ liệu, hãy chọn ở trên chúng là bảng gì, rồi chọn từng cột bên dưới: cột nào nội dung đã rõ thì được chọn sẵn. Nếu có dòng tiêu đề, hãy ghi số dòng của nó. Không chọn thì phần này được bỏ qua.", "If these rows are data, choose above which table they are, then each column below: what the content shows beyond doubt is chosen already. If there is a header, give its row. Without a choice this part is passed over.";
        HeadlessFound => "Không có dòng tiêu đề: mọi dòng đều được đọc là dữ liệu. Hãy kiểm tra từng cột bên dưới.", "No header: every row is read as data. Check each column below.";
        SheetMissing { fields: String } => "Còn thiếu cột: {fields}. Hãy chọn cột tương ứng bên dưới.", "Missing columns: {fields}. Choose them below.";
        Remembered => "Theo lần nhập trước", "As chosen before";
        Columns => "Cột trong tệp", "Columns of the file";
        ColumnIs { column: String } => "Cột {column} là", "Column {column} is";
        ColumnNone => "(không dùng)", "(not used)";
        Example { values: String } => "ví dụ: {values}", "for example: {values}";
        HeaderRow => "Tiêu đề ở dòng số", "Header in row";
        HeaderAgain => "Đọc lại theo dòng này", "Read again from this row";
        HeaderWrong => "Hãy chọn trang này chứa gì, rồi ghi số dòng tiêu đề (từ 1).", "Choose what the sheet holds, then give the row of its header (from 1).";
        Back => "Quay lại", "Back";
        ToReview => "Xem trước kết quả", "Preview the result";
        Summary { added: String, changed: String, same: String, conflict: String, refused: String } => "{added} mới · {changed} thay đổi · {same} không đổi · {conflict} cần chọn · {refused} không nhận", "{added} new · {changed} changed · {same} the same · {conflict} to be chosen · {refused} refused";
        Created { list: String } => "Sẽ tạo thêm: {list}", "Also created: {list}";
        FilterAll => "Tất cả", "All";
        FilterNew => "Mới", "New";
        FilterChanged => "Thay đổi", "Changed";
        FilterSame => "Không đổi", "Unchanged";
        FilterConflict => "Cần chọn", "To be chosen";
        FilterRefused => "Không nhận", "Refused";
        FilterLook => "Cần xem lại", "Deserve a look";
        FilterSkipped => "Dòng bỏ qua", "Rows passed over";
        Filters => "Lọc dòng", "Filter rows";
        Rows => "Các dòng của tệp", "Rows of the file";
        ColumnTake => "Nhập", "Take";
        ColumnRow => "Trang, dòng", "Sheet, row";
        ColumnWhat => "Nội dung", "Content";
        ColumnVerdict => "Kết quả", "Result";
        ColumnReason => "Lý do, gợi ý", "Reason, suggestion";
        TakeRow { row: String } => "Nhập dòng {row}", "Take row {row}";
        SheetRow { sheet: String, row: String } => "{sheet}, dòng {row}", "{sheet}, row {row}";
        Change { field: String, before: String, after: String } => "{field}: {before} → {after}", "{field}: {before} → {after}";
        CellAt { column: String, header: String, value: String } => "Cột {column} ({header}), “{value}”: ", "Column {column} ({header}), “{value}”: ";
        Correct => "Sửa", "Correct";
        CorrectField { field: String } => "Sửa {field}", "Correct {field}";
        CorrectTitle { field: String, row: String } => "Sửa {field}, dòng {row}", "Correct {field}, row {row}";
        CorrectHint => "Chỉ sửa trong lần nhập này; tệp gốc giữ nguyên.", "Only for this import; the file stays as it is.";
        CorrectValue => "Giá trị đúng", "The right value";
        ComesWithout { field: String } => "Nếu nhập ngay, dòng này được nhận mà KHÔNG có {field}. Bấm Sửa để điền giá trị đúng.", "Imported as it is, this row comes WITHOUT {field}. Press Correct to fill it in.";
        StaysAsItIs { field: String } => "Nếu nhập ngay, {field} giữ nguyên như đang có. Bấm Sửa để điền giá trị đúng.", "Imported as it is, {field} stays as recorded. Press Correct to fill it in.";
        WhoIsMeant => "Người được nói đến", "Who is meant";
        Choose => "(chọn)", "(choose)";
        Take { count: String } => "Nhập {count} dòng", "Import {count} rows";
        NothingToTake => "Không có gì mới để nhập", "Nothing new to import";
        DoneTitle => "Đã nhập xong", "Imported";
        DoneText { count: String, source: String } => "Đã ghi {count} bản ghi từ {source}. Có thể hoàn tác bằng một lần Ctrl+Z.", "{count} records from {source} are in. One Ctrl+Z takes all of it back.";
        NextFile => "Nhập tệp khác", "Import another file";
        SeeScores => "Xem điểm", "See the scores";
        VerdictNew => "Mới", "New";
        VerdictChanged => "Thay đổi", "Changed";
        VerdictSame => "Không đổi", "Unchanged";
        VerdictConflict => "Cần chọn", "Choose";
        VerdictRefused => "Không nhận", "Refused";
        VerdictLeftOut => "Bỏ ra", "Left out";
        Skipped { text: String, reason: String } => "“{text}”: {reason}", "“{text}”: {reason}";
    }
}

crate::messages! {
    /// Why a file gives no table, and the next step.
    pub enum FileMessage {
        EmptyFile => "Tệp không có nội dung nào. Hãy kiểm tra lại tệp.", "The file is empty. Check it.";
        FileTooLarge { size: u64, limit: u64 } => "Tệp nặng {size} MB, vượt mức {limit} MB. Hãy chia thành nhiều tệp nhỏ hơn.", "The file has {size} MB, more than {limit} MB. Split it into smaller files.";
        UnpacksTooLarge { part: String } => "Phần “{part}” của tệp khi giải nén lớn bất thường nên không được đọc. Hãy mở tệp bằng Excel, chép phần dữ liệu sang tệp mới rồi nhập tệp mới.", "The part “{part}” grows beyond reason when unpacked, so it is not read. Open the file in Excel, copy the data to a new file and import that.";
        TooManyCells { sheet: String } => "Trang “{sheet}” có quá nhiều ô. Hãy xóa các dòng, cột trống đã định dạng, hoặc chia nhỏ tệp.", "Sheet “{sheet}” has too many cells. Delete formatted empty rows and columns, or split the file.";
        PasswordProtected => "Tệp được bảo vệ bằng mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu lại rồi nhập.", "The file is protected by a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save, and import again.";
        Truncated => "Tệp bị cụt hoặc hỏng, thường do tải về chưa xong. Hãy tải lại hoặc xin tệp gốc.", "The file is cut off or damaged, often by a broken download. Get it again.";
        Damaged { part: String } => "Phần “{part}” của tệp bị hỏng. Hãy mở bằng Excel, lưu thành tệp mới rồi nhập.", "The part “{part}” is damaged. Open the file in Excel, save it as a new file, and import that.";
        NotATable { found: String } => "Đây là {found}, không phải bảng tính. Hãy chọn tệp Excel, OpenDocument hoặc CSV.", "This is {found}, not a table. Choose an Excel, OpenDocument or CSV file.";
        NothingInside => "Không trang tính nào có dữ liệu. Hãy kiểm tra lại tệp.", "No sheet holds anything. Check the file.";
        Cancelled => "Đã dừng đọc tệp. Chưa có gì thay đổi.", "Reading was stopped. Nothing has changed.";
        TextDocument => "tệp văn bản Word", "a Word document";
        Presentation => "tệp trình chiếu", "a presentation";
        Pdf => "tệp PDF", "a PDF";
        Picture => "tệp ảnh", "a picture";
        RichText => "tệp văn bản RTF", "a rich text file";
        Archive => "tệp nén không có bảng tính", "an archive without a workbook";
        PageWithoutTable => "trang web không có bảng", "a web page without a table";
        WebArchive => "trang web lưu từ Excel; hãy mở bằng Excel và lưu thành xlsx", "a web archive saved by Excel; open it in Excel and save it as xlsx";
        BinaryWorkbook => "tệp xlsb; hãy mở bằng Excel và lưu thành xlsx", "an xlsb file; open it in Excel and save it as xlsx";
        Xml2003 => "tệp XML Excel 2003; hãy mở bằng Excel và lưu thành xlsx", "Excel 2003 XML; open it in Excel and save it as xlsx";
        Xml => "tệp XML", "an XML file";
        Json => "tệp JSON (có thể là bản sao lưu: hãy dùng mục Sao lưu)", "a JSON file (perhaps a backup: use Backup)";
        Unknown => "tệp không rõ loại", "a file of unknown kind";
        NamedOtherwise { extension: String } => "Tên tệp có đuôi “{extension}” nhưng nội dung là loại khác; Công Tâm đọc theo nội dung.", "The name ends in “{extension}” but the content is of another kind; the content was read.";
        DoubleEncoded { sheet: String, example: String } => "Chữ tiếng Việt trên trang “{sheet}” bị mã hóa hai lần (ví dụ “{example}”). Hãy xuất lại tệp với mã UTF-8.", "Vietnamese on sheet “{sheet}” was encoded twice (such as “{example}”). Export the file again as UTF-8.";
        LettersLost { sheet: String, example: String } => "Chữ tiếng Việt trên trang “{sheet}” đã bị thay bằng dấu hỏi (ví dụ “{example}”) khi lưu tệp. Hãy lưu lại dạng xlsx hoặc CSV UTF-8.", "Vietnamese letters on sheet “{sheet}” were replaced by question marks (such as “{example}”) when the file was saved. Save it again as xlsx or CSV UTF-8.";
    }
}

impl Say for TabularError {
    fn say(&self, locale: Locale) -> String {
        const MEGABYTE: u64 = 1_000_000;
        let message = match self {
            Self::EmptyFile => FileMessage::EmptyFile,
            Self::FileTooLarge { bytes, limit } => FileMessage::FileTooLarge {
                size: bytes / MEGABYTE,
                limit: limit / MEGABYTE,
            },
            Self::UnpacksTooLarge { part, .. } => {
                FileMessage::UnpacksTooLarge { part: part.clone() }
            }
            Self::TooManyCells { sheet, .. } => FileMessage::TooManyCells {
                sheet: sheet.clone(),
            },
            Self::PasswordProtected => FileMessage::PasswordProtected,
            Self::Truncated => FileMessage::Truncated,
            Self::Damaged { part } => FileMessage::Damaged { part: part.clone() },
            Self::NotATable { found, .. } => FileMessage::NotATable {
                found: found.say(locale),
            },
            Self::NothingInside => FileMessage::NothingInside,
            Self::Cancelled => FileMessage::Cancelled,
        };
        message.say(locale)
    }
}

impl Say for ForeignContent {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::TextDocument => FileMessage::TextDocument,
            Self::Presentation => FileMessage::Presentation,
            Self::Pdf => FileMessage::Pdf,
            Self::Picture => FileMessage::Picture,
            Self::RichText => FileMessage::RichText,
            Self::Archive => FileMessage::Archive,
            Self::PageWithoutTable => FileMessage::PageWithoutTable,
            Self::WebArchive => FileMessage::WebArchive,
            Self::BinaryWorkbook => FileMessage::BinaryWorkbook,
            Self::Xml2003 => FileMessage::Xml2003,
            Self::Xml => FileMessage::Xml,
            Self::Json => FileMessage::Json,
            Self::Unknown => FileMessage::Unknown,
        };
        message.say(locale)
    }
}

impl Say for ReadFinding {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::NamedOtherwise { extension } => FileMessage::NamedOtherwise {
                extension: extension.clone(),
            },
            Self::DoubleEncoded { sheet, example } => FileMessage::DoubleEncoded {
                sheet: sheet.clone(),
                example: example.clone(),
            },
            Self::LettersLost { sheet, example } => FileMessage::LettersLost {
                sheet: sheet.clone(),
                example: example.clone(),
            },
        };
        message.say(locale)
    }
}

crate::messages! {
    /// What is wrong with a cell, and what would be right.
    pub enum CellMessage {
        RequiredMissing => "còn trống, cần có.", "is empty and needed.";
        NotANumber => "không phải là số.", "is not a number.";
        NumberOutOfRange => "là số quá lớn.", "is far too large.";
        AmbiguousNumber => "có thể là số nghìn hoặc số thập phân.", "may be a thousand or a fraction.";
        Negative => "là số âm.", "is below zero.";
        NotWhole => "không phải số nguyên.", "is not a whole number.";
        TooPrecise => "có quá nhiều chữ số thập phân; giữ 6 chữ số.", "has too many decimals; six are kept.";
        DateInsteadOfNumber => "là ngày, ở đây cần số (Excel có thể đã tự đổi “1.5” thành ngày).", "is a date where a number belongs (Excel may have turned “1.5” into one).";
        NotADate => "không phải là ngày.", "is not a date.";
        NoSuchDay => "là ngày không có trong lịch.", "is a day that does not exist.";
        TwoDigitYear => "có năm chỉ hai chữ số.", "has a year of two digits.";
        YearOutOfRange => "có năm không hợp lý.", "has a year that cannot be meant.";
        NotAPeriod => "không phải tháng hay quý.", "is neither a month nor a quarter.";
        YearMissing => "thiếu năm.", "has no year.";
        UnknownWord => "là từ không nhận ra.", "is a word that is not known.";
        FormulaWithoutValue => "là công thức chưa có kết quả trong tệp.", "is a formula without a stored result.";
        FailedFormula => "là công thức báo lỗi.", "is a formula that failed.";
        Duplicate { row: u32 } => "trùng với dòng {row}.", "stands in row {row} already.";
        CoefficientDiffers { computed: String } => "khác với điểm chia điểm chuẩn ({computed}); lấy theo tệp.", "differs from points ÷ standard points ({computed}); the file's value is taken.";
        StandardPointsUnknown => "chưa tính được vì chưa biết điểm của sản phẩm chuẩn.", "cannot be computed: the standard product's points are not known.";
        SumDiffers { sum: String } => "không bằng tổng các dòng ({sum}).", "is not the sum of its lines ({sum}).";
        TextTooLong => "quá dài.", "is too long.";
        SuggestUse { value: String } => "Gợi ý: {value}.", "Suggestion: {value}.";
        SuggestWords { words: String } => "Dùng một trong các từ: {words}.", "Use one of: {words}.";
        SuggestDate => "Hãy ghi ngày/tháng/năm.", "Write day/month/year.";
        SuggestSave => "Hãy mở tệp bằng Excel rồi lưu lại.", "Open the file in Excel and save it.";
        SuggestStandard => "Hãy quay lại bước “Trang tính và cột” và cho biết điểm của sản phẩm chuẩn.", "Go back to “Sheets and columns” and tell the standard product's points.";
    }
}

impl Say for ProblemReason {
    fn say(&self, locale: Locale) -> String {
        let number = |value| format::decimal(value, locale);
        let message = match self {
            Self::RequiredMissing => CellMessage::RequiredMissing,
            Self::NotANumber => CellMessage::NotANumber,
            Self::NumberOutOfRange => CellMessage::NumberOutOfRange,
            Self::AmbiguousNumber => CellMessage::AmbiguousNumber,
            Self::Negative => CellMessage::Negative,
            Self::NotWhole => CellMessage::NotWhole,
            Self::TooPrecise => CellMessage::TooPrecise,
            Self::DateInsteadOfNumber => CellMessage::DateInsteadOfNumber,
            Self::NotADate => CellMessage::NotADate,
            Self::NoSuchDay => CellMessage::NoSuchDay,
            Self::TwoDigitYear => CellMessage::TwoDigitYear,
            Self::YearOutOfRange => CellMessage::YearOutOfRange,
            Self::NotAPeriod => CellMessage::NotAPeriod,
            Self::YearMissing => CellMessage::YearMissing,
            Self::UnknownWord => CellMessage::UnknownWord,
            Self::FormulaWithoutValue => CellMessage::FormulaWithoutValue,
            Self::FailedFormula => CellMessage::FailedFormula,
            Self::Duplicate { first_row } => CellMessage::Duplicate { row: *first_row },
            Self::CoefficientDiffers { computed } => CellMessage::CoefficientDiffers {
                computed: number(*computed),
            },
            Self::StandardPointsUnknown => CellMessage::StandardPointsUnknown,
            Self::SumDiffers { sum } => CellMessage::SumDiffers { sum: number(*sum) },
            Self::TextTooLong => CellMessage::TextTooLong,
        };
        message.say(locale)
    }
}

impl Say for Suggestion {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Use(value) => CellMessage::SuggestUse {
                value: shown_raw(value, locale),
            },
            Self::UseOneOf(values) => CellMessage::SuggestWords {
                words: values
                    .iter()
                    .map(|value| shown_raw(value, locale))
                    .collect::<Vec<_>>()
                    .join(", "),
            },
            Self::OneOfWords(words) => CellMessage::SuggestWords {
                words: words.join(", "),
            },
            Self::WriteDayMonthYear => CellMessage::SuggestDate,
            Self::SaveAgain => CellMessage::SuggestSave,
            Self::TellStandardPoints => CellMessage::SuggestStandard,
        };
        message.say(locale)
    }
}

crate::messages! {
    /// Values that are words.
    pub enum ValueName {
        Yes => "có", "yes";
        Confirmed => "đã xác nhận", "confirmed";
        Dismissed => "bác bỏ", "dismissed";
        NotReviewed => "chưa xem xét", "not reviewed";
        No => "không", "no";
        Head => "người đứng đầu", "head";
        Deputy => "cấp phó", "deputy";
        Staff => "công chức", "staff";
        Support => "nhân viên hỗ trợ", "support";
        Planned => "theo kế hoạch", "planned";
        TakenOver => "nhận thêm", "taken over";
        Unplanned => "phát sinh", "unplanned";
        Received => "đã tiếp nhận", "received";
        Accepted => "đã thụ lý", "accepted";
        Refused => "không thụ lý", "not accepted";
        Forwarded => "đã chuyển", "forwarded";
        Verifying => "đang xác minh", "being verified";
        Concluded => "đã kết luận", "concluded";
        Closed => "đã kết thúc", "closed";
        Substantiated => "đúng", "substantiated";
        PartlySubstantiated => "đúng một phần", "partly substantiated";
        Unfounded => "sai", "unfounded";
        Withdrawn => "đã rút", "withdrawn";
        NotEstablished => "không đủ cơ sở", "not established";
        Own => "cá nhân", "the official";
        Authority => "cấp có thẩm quyền", "the authority";
    }
}

/// The name of a role.
#[must_use]
pub const fn role_name(role: Role) -> ValueName {
    match role {
        Role::Head => ValueName::Head,
        Role::Deputy => ValueName::Deputy,
        Role::Staff => ValueName::Staff,
        Role::Support => ValueName::Support,
    }
}

/// The name of a conclusion.
#[must_use]
pub const fn conclusion_name(conclusion: Conclusion) -> ValueName {
    match conclusion {
        Conclusion::Substantiated => ValueName::Substantiated,
        Conclusion::PartlySubstantiated => ValueName::PartlySubstantiated,
        Conclusion::Unfounded => ValueName::Unfounded,
        Conclusion::Withdrawn => ValueName::Withdrawn,
        Conclusion::NotEstablished => ValueName::NotEstablished,
    }
}

/// A value of a file as a person reads it.
#[must_use]
pub fn shown_raw(value: &RawValue, locale: Locale) -> String {
    let name = match value {
        RawValue::Text(text) => return text.clone(),
        RawValue::Decimal(value) => return format::decimal(*value, locale),
        RawValue::Range(from, to) => {
            return format!(
                "{}–{}",
                format::decimal(*from, locale),
                format::decimal(*to, locale)
            );
        }
        RawValue::Count(count) => return count.to_string(),
        RawValue::Date(day) => return format::day(*day),
        RawValue::Period(WrittenPeriod::Month { year, month }) => return format!("{month}/{year}"),
        RawValue::Period(WrittenPeriod::Quarter { year, quarter }) => {
            return format!("Q{quarter}/{year}");
        }
        RawValue::Flag(true) => ValueName::Yes,
        RawValue::Flag(false) => ValueName::No,
        RawValue::Role(role) => role_name(*role),
        RawValue::Origin(Origin::Planned) => ValueName::Planned,
        RawValue::Origin(Origin::TakenOver) => ValueName::TakenOver,
        RawValue::Origin(Origin::Unplanned) => ValueName::Unplanned,
        RawValue::Stage(Stage::Received) => ValueName::Received,
        RawValue::Stage(Stage::Accepted) => ValueName::Accepted,
        RawValue::Stage(Stage::Refused) => ValueName::Refused,
        RawValue::Stage(Stage::Forwarded) => ValueName::Forwarded,
        RawValue::Stage(Stage::Verifying) => ValueName::Verifying,
        RawValue::Stage(Stage::Concluded) => ValueName::Concluded,
        RawValue::Stage(Stage::Closed) => ValueName::Closed,
        RawValue::Conclusion(conclusion) => conclusion_name(*conclusion),
        RawValue::Review(Reviewed::Confirmed) => ValueName::Confirmed,
        RawValue::Review(Reviewed::Dismissed) => ValueName::Dismissed,
        RawValue::Review(Reviewed::Open) => ValueName::NotReviewed,
        RawValue::Scorer(Scorer::Own) => ValueName::Own,
        RawValue::Scorer(Scorer::Authority) => ValueName::Authority,
    };
    name.say(locale)
}

/// A value of the book beside one of the file.
#[must_use]
pub fn shown_value(value: &ShownValue, locale: Locale) -> String {
    match value {
        ShownValue::Empty => "—".to_owned(),
        ShownValue::Text(text) => text.clone(),
        ShownValue::Decimal(value) => format::decimal(*value, locale),
        ShownValue::Day(day) => format::day(*day),
        ShownValue::Count(count) => count.to_string(),
    }
}

crate::messages! {
    /// Why a row is refused, in conflict, or deserves a look.
    pub enum RowMessage {
        MissingField { field: String } => "Thiếu “{field}”. Hãy sửa ô hoặc chọn đúng cột.", "“{field}” is missing. Correct the cell or choose the right column.";
        UnknownPerson { written: String } => "Không có ai tên hoặc mã “{written}”. Hãy nhập danh sách công chức trước, hoặc sửa tên.", "Nobody has the name or code “{written}”. Import the list of officials first, or correct the name.";
        UnknownCode { written: String } => "Không có ai mang mã “{written}”. Hãy nhập danh sách công chức trước, sửa mã, hoặc xóa mã để tìm theo tên.", "Nobody has the code “{written}”. Import the list of officials first, correct the code, or empty it to go by the name.";
        UnknownCodeNear { written: String, near: String } => "Không có ai mang mã “{written}”. Người có tên này hoặc gần giống: {near}. Hãy sửa mã, hoặc xóa mã để tìm theo tên.", "Nobody has the code “{written}”. Of this name, or close: {near}. Correct the code, or empty it to go by the name.";
        UnknownPersonNear { written: String, near: String } => "Không có ai tên hoặc mã “{written}”. Gần giống: {near}.", "Nobody has the name or code “{written}”. Close: {near}.";
        Namesakes { written: String, count: usize } => "Có {count} người tên “{written}”. Hãy chọn đúng người.", "{count} people are called “{written}”. Choose who is meant.";
        NameAndCodeDiffer { name: String, code: String } => "Mã “{code}” không phải của “{name}”. Hãy sửa tên hoặc mã.", "The code “{code}” is not that of “{name}”. Correct one of them.";
        UnknownProduct { code: String } => "Danh mục không có mã “{code}”. Hãy nhập danh mục trước, hoặc sửa mã.", "No catalogue holds the code “{code}”. Import the catalogue first, or correct the code.";
        CoefficientMissing => "Sản phẩm này có khung hệ số; hãy ghi hệ số đã giao.", "This product has a range of coefficients; give the one assigned.";
        CoefficientOutOfRange { from: String, to: String } => "Hệ số nằm ngoài khung {from}–{to} của danh mục.", "The coefficient is outside the catalogue's range {from}–{to}.";
        CompletedAboveAssigned => "Số hoàn thành lớn hơn số giao; vẫn nhận, hãy kiểm tra lại.", "More is completed than assigned; taken, but check it.";
        FinishedBeforeAssigned => "Ngày hoàn thành trước ngày giao; vẫn nhận, hãy kiểm tra lại.", "Finished before it was assigned; taken, but check it.";
        PeriodConfirmed { period: String } => "Kỳ {period} đã khóa. Hãy mở khóa kỳ trước khi nhập.", "The period {period} is confirmed. Unlock it first.";
        AboveMaximum { line: String, maximum: String } => "Điểm {line} vượt mức tối đa {maximum}.", "Points of {line} are above the greatest, {maximum}.";
        SameAsRow { row: u32 } => "Trùng với dòng {row} của tệp.", "The same as row {row} of the file.";
        PeriodMissing => "Không rõ tháng hay quý nào.", "The month or quarter cannot be told.";
        ExcusedAboveHappened => "Số lần được miễn nhiều hơn số lần xảy ra.", "More is excused than happened.";
        UnknownWord { word: String } => "Không nhận ra “{word}”.", "“{word}” is not known.";
        NoSuchStep => "Trạng thái này không đi tiếp được từ trạng thái trong sổ; trong sổ giữ nguyên.", "This state does not lead on from the one in the register; the register keeps its own.";
        StepOutside { from: String, to: String } => "Ngày của bước này phải từ {from} đến {to}; không nhận bước này.", "The day of this step must be from {from} to {to}; the step is not taken.";
        PersonRestedOn => "Đã có quyết định về điểm của người đang ghi trong sổ; không đổi sang người khác được.", "An effect on the score of the person in the register is decided; it cannot move to somebody else.";
        CriteriaDiffer => "Điểm tối đa khác với tiêu chí chung đang áp dụng (NĐ 335/2025).", "The greatest points differ from the general criteria in force (NĐ 335/2025).";
    }
}

fn unknown_code(written: &str, near: &[String]) -> RowMessage {
    let written = written.to_owned();
    if near.is_empty() {
        RowMessage::UnknownCode { written }
    } else {
        let near = near.join(", ");
        RowMessage::UnknownCodeNear { written, near }
    }
}

impl Say for ImportProblem {
    fn say(&self, locale: Locale) -> String {
        let number = |value| format::decimal(value, locale);
        let message = match self {
            Self::MissingField(field) => RowMessage::MissingField {
                field: FieldName::from(*field).say(locale),
            },
            Self::UnknownPerson {
                field: Field::PersonCode,
                written,
                near,
            } => unknown_code(written, near),
            Self::UnknownPerson { written, near, .. } if near.is_empty() => {
                RowMessage::UnknownPerson {
                    written: written.clone(),
                }
            }
            Self::UnknownPerson { written, near, .. } => RowMessage::UnknownPersonNear {
                written: written.clone(),
                near: near.join(", "),
            },
            Self::Namesakes { written, who } => RowMessage::Namesakes {
                written: written.clone(),
                count: who.len(),
            },
            Self::NameAndCodeDiffer { name, code } => RowMessage::NameAndCodeDiffer {
                name: name.clone(),
                code: code.clone(),
            },
            Self::UnknownProduct { code } => RowMessage::UnknownProduct { code: code.clone() },
            Self::CoefficientMissing => RowMessage::CoefficientMissing,
            Self::CoefficientOutOfRange { from, to } => RowMessage::CoefficientOutOfRange {
                from: number(*from),
                to: number(*to),
            },
            Self::CompletedAboveAssigned => RowMessage::CompletedAboveAssigned,
            Self::FinishedBeforeAssigned => RowMessage::FinishedBeforeAssigned,
            Self::PeriodConfirmed(period) => RowMessage::PeriodConfirmed {
                period: format::period(*period, locale),
            },
            Self::AboveMaximum { line, maximum } => RowMessage::AboveMaximum {
                line: line.to_string(),
                maximum: number(*maximum),
            },
            Self::SameAsRow(row) => RowMessage::SameAsRow { row: *row },
            Self::PeriodMissing => RowMessage::PeriodMissing,
            Self::ExcusedAboveHappened => RowMessage::ExcusedAboveHappened,
            Self::UnknownWord(word) => RowMessage::UnknownWord { word: word.clone() },
            Self::NoSuchStep => RowMessage::NoSuchStep,
            Self::StepOutside { from, to } => RowMessage::StepOutside {
                from: format::day(*from),
                to: format::day(*to),
            },
            Self::PersonRestedOn => RowMessage::PersonRestedOn,
            Self::CriteriaDiffer => RowMessage::CriteriaDiffer,
        };
        message.say(locale)
    }
}

impl From<&Verdict> for ImportMessage {
    fn from(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::New(_) => Self::VerdictNew,
            Verdict::Changed(..) => Self::VerdictChanged,
            Verdict::Unchanged(_) => Self::VerdictSame,
            Verdict::Conflict(_) => Self::VerdictConflict,
            Verdict::Refused(_) => Self::VerdictRefused,
            Verdict::LeftOut => Self::VerdictLeftOut,
        }
    }
}

crate::messages! {
    /// Why a row is no record.
    pub enum SkipMessage {
        Total => "dòng tổng", "a total";
        Heading => "dòng tiêu đề nhóm", "a heading inside the table";
        RepeatedHeader => "tiêu đề lặp lại", "the header again";
        ColumnNumbers => "dòng số thứ tự cột", "numbers of the columns";
        Example => "dòng ví dụ của tệp mẫu", "an example row of the template";
        BelowTable => "chữ dưới bảng", "text below the table";
        OnlyOrdinal => "chỉ có số thứ tự", "only an ordinal number";
    }
}

impl Say for SkipReason {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Total => SkipMessage::Total,
            Self::Heading => SkipMessage::Heading,
            Self::RepeatedHeader => SkipMessage::RepeatedHeader,
            Self::ColumnNumbers => SkipMessage::ColumnNumbers,
            Self::Example => SkipMessage::Example,
            Self::BelowTable => SkipMessage::BelowTable,
            Self::OnlyOrdinal => SkipMessage::OnlyOrdinal,
        };
        message.say(locale)
    }
}
