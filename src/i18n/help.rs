//! Words of the help: what the rules cannot say of themselves.
//!
//! Long lists stand as data, both languages side by side.

use crate::app::view::help::{Chapter, RuleValue};

use super::{Locale, Say, format};

/// The same words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both(pub &'static str, pub &'static str);

impl Say for Both {
    fn say(&self, locale: Locale) -> String {
        let Self(vi, en) = self;
        (if locale == Locale::Vi { *vi } else { *en }).to_owned()
    }
}

/// One part of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// Its name in the address.
    pub key: &'static str,
    /// Its title.
    pub title: Both,
    /// Its entries: a name, the words, and the address of a screen or nothing.
    pub entries: &'static [(Both, Both, &'static str)],
}

/// The parts that are not about rules, in order; the chapters of the rules stand after the first.
pub const TOPICS: [Topic; 5] = [
    Topic {
        key: "nam-buoc",
        title: Both("Việc chính trong năm bước", "The main job in five steps"),
        entries: &[
            (
                Both("1. Nhập dữ liệu", "1. Import"),
                Both(
                    "Đưa danh sách công chức, danh mục, sổ nhiệm vụ, sổ phản ánh từ Excel vào; xem trước từng dòng, sửa ô sai rồi mới nhập. Một lần hoàn tác lấy lại cả lần nhập.",
                    "Bring in the staff list, catalogue, task and complaint registers from Excel; see every row first, correct it, then import. One undo takes the whole import back.",
                ),
                "#/du-lieu/nhap",
            ),
            (
                Both(
                    "2. Theo dõi nhiệm vụ và phản ánh",
                    "2. Keep tasks and complaints up to date",
                ),
                Both(
                    "Cập nhật số lượng, ngày xong, lần chưa đạt, gia hạn, nguyên nhân khách quan. Phản ánh chỉ tính khi đã kết luận và có quyết định.",
                    "Record quantity, day done, failures, extensions, objective causes. A complaint counts only once concluded and decided.",
                ),
                "#/nhiem-vu",
            ),
            (
                Both(
                    "3. Chấm điểm tháng hoặc quý",
                    "3. Score the month or quarter",
                ),
                Both(
                    "Nhập điểm tiêu chí chung cạnh những gì sổ ghi nhận; a, b, c (d, đ, e) và tổng điểm tự tính. Thiếu gì thì phần mềm nói rõ. Đủ thì khóa kỳ.",
                    "Enter the general criteria beside what the registers hold; a, b, c (d, đ, e) and the total follow. What is missing is named. When complete, confirm the period.",
                ),
                "#/cham-diem",
            ),
            (
                Both("4. Xếp loại năm", "4. Classify the year"),
                Both(
                    "Trung bình năm, căn cứ xếp mức, tỷ lệ Xuất sắc ở cơ quan và từng nhóm; mức tính được và mức quyết định đứng cạnh nhau, khác nhau phải có lý do.",
                    "The year's mean, grounds, the cap in the agency and in each group; computed and decided class side by side, a difference needs a reason.",
                ),
                "#/xep-loai",
            ),
            (
                Both("5. In và xuất", "5. Print and export"),
                Both(
                    "Mẫu số 01, Mẫu số 02, bảng tổng hợp, tệp cho hệ thống chính thức. Sau đó tải một bản sao lưu và cất ngoài máy.",
                    "Form 01, Form 02, the summary, the file for the official system. Then download a backup and keep it elsewhere.",
                ),
                "#/bieu-mau",
            ),
        ],
    },
    Topic {
        key: "tu-dung",
        title: Both("Từ dùng", "Glossary"),
        entries: &[
            (
                Both("Sản phẩm chuẩn", "Standard product"),
                Both(
                    "Sản phẩm có hệ số 1 trong danh mục; mọi sản phẩm khác quy về nó.",
                    "The product of coefficient 1; all others are converted to it.",
                ),
                "",
            ),
            (
                Both("Hệ số quy đổi (k)", "Coefficient (k)"),
                Both(
                    "Điểm của sản phẩm chia cho điểm sản phẩm chuẩn. Nhiệm vụ giữ hệ số lúc giao.",
                    "A product's points over the standard product's. A task keeps the coefficient it was assigned with.",
                ),
                "",
            ),
            (
                Both("a, b, c", "a, b, c"),
                Both(
                    "Số lượng, chất lượng, tiến độ: tỷ lệ so với số được giao đã quy đổi.",
                    "Quantity, quality, schedule: shares of the assigned, converted amount.",
                ),
                "#/tro-giup/component.staff.a",
            ),
            (
                Both("d, đ, e", "d, đ, e"),
                Both(
                    "Kết quả của đơn vị, khả năng tổ chức, đoàn kết: chỉ người lãnh đạo, quản lý.",
                    "Unit's result, organising, unity: for heads and deputies only.",
                ),
                "#/tro-giup/leadership.d",
            ),
            (
                Both("Lần chậm, lần chưa đạt", "Late occurrence, failure"),
                Both(
                    "Sự kiện ghi trên nhiệm vụ, mỗi lần trừ một phần tư. Chỉ được miễn khi có nguyên nhân khách quan do người có thẩm quyền xác nhận.",
                    "Events on a task, a quarter off each. Excused only by an objective cause the authority confirmed.",
                ),
                "#/tro-giup/task.objective_cause",
            ),
            (
                Both("Cách hiểu (R1–R11)", "Reading (R1–R11)"),
                Both(
                    "Chỗ nghị định để ngỏ; cơ quan chọn một cách và ghi căn cứ.",
                    "Where the decree leaves a question open; the agency chooses and gives its ground.",
                ),
                "#/danh-muc/cach-hieu",
            ),
            (
                Both(
                    "Bộ tiêu chí, biểu điểm nội bộ (L)",
                    "Local criteria and tariffs (L)",
                ),
                Both(
                    "Cơ quan hoặc tỉnh diễn đạt, phân điểm lại các dòng tiêu chí chung và đặt biểu điểm của chỉ thị, theo quyết định có ngày hiệu lực. Mọi số theo bộ này mang dấu L kèm số quyết định; vẫn 30 và 70 điểm; kỳ đã khóa giữ bộ của kỳ đó.",
                    "The agency or province words and weighs the lines of the general criteria and sets the directive's tariffs, by a dated decision. Every number of it bears the mark L and the decision; 30 and 70 points stay; confirmed periods keep theirs.",
                ),
                "#/danh-muc/noi-bo",
            ),
            (
                Both("Khóa kỳ", "Confirming a period"),
                Both(
                    "Người có thẩm quyền xác nhận điểm của kỳ; hồ sơ và quy tắc đổi về sau không làm đổi điểm đã khóa.",
                    "The authority confirms a period's score; later changes of records or rules do not touch it.",
                ),
                "#/cham-diem",
            ),
            (
                Both("Nhóm nhiệm vụ tương đồng", "Duty group"),
                Both(
                    "Những người có nhiệm vụ giống nhau; tỷ lệ Xuất sắc cũng tính trong từng nhóm.",
                    "People with similar duties; the cap also holds in each group.",
                ),
                "#/tro-giup/cap.levels",
            ),
            (
                Both(
                    "Bắt buộc · Hướng dẫn · Quy định nội bộ · Đề xuất",
                    "Mandatory · Guidance · Local rule · Proposal",
                ),
                Both(
                    "Mức ràng buộc của từng con số: câu chữ nghị định; sổ tay của Bộ; cơ quan hoặc tỉnh tự quy định; phần mềm đề xuất khi không văn bản nào cho số.",
                    "How binding a number is: the decree's text; the ministry's handbook; the agency's or province's own rule; our proposal where no text gives a number.",
                ),
                "",
            ),
        ],
    },
    Topic {
        key: "phim-tat",
        title: Both("Phím tắt", "Keyboard"),
        entries: &[
            (
                Both("Ctrl K", "Ctrl K"),
                Both(
                    "Tìm người, nhiệm vụ, văn bản ở bất cứ đâu",
                    "Search everything, anywhere",
                ),
                "",
            ),
            (
                Both("Ctrl Z · Ctrl Y", "Ctrl Z · Ctrl Y"),
                Both(
                    "Hoàn tác · làm lại, cả sau khi tải lại trang",
                    "Undo · redo, also after a reload",
                ),
                "",
            ),
            (
                Both("?", "?"),
                Both(
                    "Trên ô điểm: Vì sao có số này",
                    "On a score: why this number",
                ),
                "",
            ),
            (
                Both(
                    "↑ ↓ ← → · Home · End · Ctrl Home · Ctrl End",
                    "↑ ↓ ← → · Home · End · Ctrl Home · Ctrl End",
                ),
                Both("Đi trong bảng", "Move in a grid"),
                "",
            ),
            (
                Both("F2 · Enter · Esc", "F2 · Enter · Esc"),
                Both("Sửa ô · nhận · bỏ", "Edit a cell · take · give up"),
                "",
            ),
            (
                Both("Ctrl + mũi tên", "Ctrl + arrows"),
                Both(
                    "Đến mép vùng có dữ liệu",
                    "To the edge of what is filled in",
                ),
                "",
            ),
            (
                Both(
                    "Shift + mũi tên · Shift Space · Ctrl Space · Ctrl A",
                    "Shift + arrows · Shift Space · Ctrl Space · Ctrl A",
                ),
                Both(
                    "Chọn một khối ô · cả dòng · cả cột · tất cả",
                    "Select a block · the row · the column · everything",
                ),
                "",
            ),
            (
                Both("Tab · Enter", "Tab · Enter"),
                Both(
                    "Khi đang gõ: nhận và sang ô bên · nhận và xuống dòng, về cột bắt đầu",
                    "While typing: take and go right · take and go down, back to where the row began",
                ),
                "",
            ),
            (
                Both("Ctrl Enter", "Ctrl Enter"),
                Both(
                    "Nhiệm vụ: xong đủ số giao, hôm nay; nhấn lần nữa để bỏ",
                    "Task: all of it done today; again to take it back",
                ),
                "",
            ),
            (
                Both("Delete · Ctrl ;", "Delete · Ctrl ;"),
                Both("Xóa nội dung ô · ngày hôm nay", "Clear the cells · today"),
                "",
            ),
            (
                Both("Ctrl C · Ctrl V", "Ctrl C · Ctrl V"),
                Both(
                    "Chép và dán khối ô, qua lại với Excel",
                    "Copy and paste blocks, to and from Excel",
                ),
                "",
            ),
            (
                Both("Ctrl D", "Ctrl D"),
                Both(
                    "Điền xuống từ dòng đầu của khối",
                    "Fill down from the first row of the block",
                ),
                "",
            ),
            (
                Both("Ctrl Shift D · Ctrl H", "Ctrl Shift D · Ctrl H"),
                Both(
                    "Điền dãy ngày, số · tìm và thay",
                    "Fill a series of days or numbers · find and replace",
                ),
                "",
            ),
            (
                Both("Ctrl Shift C", "Ctrl Shift C"),
                Both("Chép kèm tiêu đề cột", "Copy with the column heads"),
                "",
            ),
            (
                Both("Space", "Space"),
                Both("Đánh dấu dòng", "Tick the row"),
                "",
            ),
            (
                Both("Enter · Shift Enter", "Enter · Shift Enter"),
                Both(
                    "Trên đầu cột: xếp theo cột, thêm cột vào thứ tự",
                    "On a column's head: sort by it, add it to the order",
                ),
                "",
            ),
            (
                Both("Alt ↓ · Alt ← →", "Alt ↓ · Alt ← →"),
                Both(
                    "Trên đầu cột: lọc, thu hẹp và nới rộng",
                    "On a column's head: filter, make narrower or wider",
                ),
                "",
            ),
        ],
    },
    Topic {
        key: "du-lieu-o-dau",
        title: Both(
            "Dữ liệu ở đâu, có sự cố thì làm gì",
            "Where the data are, and what to do when something is wrong",
        ),
        entries: &[
            (
                Both(
                    "Dữ liệu nằm trong trình duyệt này",
                    "The data live in this browser",
                ),
                Both(
                    "Không gửi đi đâu. Máy khác, trình duyệt khác, hồ sơ người dùng khác không thấy. Xóa dữ liệu trang web là mất: hãy có bản sao lưu.",
                    "Nothing is sent anywhere. Another machine, browser or profile does not see them. Clearing site data loses them: keep a backup.",
                ),
                "#/du-lieu",
            ),
            (
                Both(
                    "Sao lưu là một tệp để ngoài trình duyệt",
                    "A backup is a file outside the browser",
                ),
                Both(
                    "Tải về sau mỗi buổi làm việc có thay đổi, cất ở nơi cơ quan cho phép. Khôi phục có xem trước và hoàn tác được.",
                    "Download one after a day's changes and keep it where the agency allows. Restoring shows a preview and can be undone.",
                ),
                "#/du-lieu/sao-luu",
            ),
            (
                Both("Thấy “Chưa lưu được”", "“Not saved” is shown"),
                Both(
                    "Đừng đóng trang. Bấm Thử lại; nếu máy hết chỗ, dọn bớt rồi thử lại; nếu vẫn không được, bấm Tải bản cứu dữ liệu.",
                    "Do not close the page. Press Try again; free disk space if it is full; if it still fails, download the rescue file.",
                ),
                "",
            ),
            (
                Both("Làm nhầm", "A mistake"),
                Both(
                    "Ctrl Z lấy lại từng thao tác, kể cả cả lần nhập hay khôi phục. Nhật ký ghi mọi thao tác; bấm vào một dòng để xem đã đổi gì.",
                    "Ctrl Z takes actions back one by one, whole imports and restores too. The log holds every action; press a line to see what it changed.",
                ),
                "#/du-lieu/nhat-ky",
            ),
            (
                Both("Điểm lạ", "A score looks odd"),
                Both(
                    "Bấm vào điểm (phím ?) để xem cách tính từ tổng điểm xuống từng nhiệm vụ, điều khoản và cách hiểu đã dùng.",
                    "Press the score (key ?) to see how it was made, down to tasks, articles and readings.",
                ),
                "#/cham-diem",
            ),
        ],
    },
    Topic {
        key: "gioi-han",
        title: Both("Phần mềm không làm gì", "What the program does not do"),
        entries: &[
            (
                Both(
                    "Không thay phần mềm chính thức",
                    "It does not replace the official system",
                ),
                Both(
                    "Điều 26 khoản 1 điểm d yêu cầu dùng phần mềm kết nối và đồng bộ lên Cơ sở dữ liệu quốc gia. Công Tâm là bảng làm việc của đơn vị; tệp xuất ra để cập nhật sang hệ thống đó.",
                    "Article 26.1d asks for software linked to the national database. Công Tâm is the unit's worksheet; its export feeds that system.",
                ),
                "#/tro-giup/synchronise.days",
            ),
            (
                Both("Không tính viên chức", "Public employees are not scored"),
                Both(
                    "Nghị định 233/2026/NĐ-CP được nhắc đến nhưng chưa có toàn văn để làm theo.",
                    "Decree 233/2026/NĐ-CP is reported, but its text was not at hand.",
                ),
                "",
            ),
            (
                Both(
                    "Không tính các năm trước 2026",
                    "Years before 2026 are not computed",
                ),
                Both(
                    "Chỉ ghi nhận và hiển thị mức xếp loại kèm số quyết định.",
                    "Their class and decision are recorded and shown only.",
                ),
                "#/tro-giup/civil-servant.2020",
            ),
            (
                Both(
                    "Không tự quyết định thay người có thẩm quyền",
                    "It never decides for the authority",
                ),
                Both(
                    "Mức tính được chỉ để đối chiếu. Quyết định, căn cứ và lý do do người có thẩm quyền ghi.",
                    "The computed class is for comparison. Decision, ground and reason are recorded by people.",
                ),
                "#/tro-giup/class.decision",
            ),
        ],
    },
];

crate::messages! {
    /// The screen of the help.
    pub enum HelpMessage {
        Title => "Trợ giúp", "Help";
        Subtitle { rules: String } => "{rules} quy tắc kèm điều khoản, lấy thẳng từ dữ liệu mà phần mềm dùng để tính", "{rules} rules with their articles, straight from the data the program computes with";
        Filter => "Tìm trong trợ giúp", "Search the help";
        FilterHint => "Từ khóa, điều khoản, ví dụ: tiến độ, Điều 22, R3", "Words or an article, such as: schedule, Điều 22, R3";
        Found { count: String } => "{count} mục", "{count} entries";
        Nothing => "Không tìm thấy. Hãy thử từ ngắn hơn, không cần dấu.", "Nothing found. Try a shorter word; diacritics are not needed.";
        Contents => "Mục lục", "Contents";
        Screen => "Mở màn hình", "Open the screen";
        Since { from: String } => "Hiệu lực từ {from}", "In force from {from}";
        SinceTo { from: String, to: String } => "Hiệu lực {from} – {to}", "In force {from} – {to}";
        VerifiedOn { day: String } => "đối chiếu ngày {day}", "verified on {day}";
        Key { key: String } => "mã quy tắc {key}", "rule {key}";
        Link => "Liên kết đến mục này", "Link to this entry";
        Quote => "Nguyên văn", "In the source's words";
        Choose => "Xem và đổi cách hiểu", "See and change the reading";
        TextAtHand => "có toàn văn khi lập quy tắc", "full text at hand";
        SecondHand => "chỉ biết qua nguồn khác", "known second-hand only";
        InstrumentList => "Các văn bản được dẫn", "Instruments cited";
        Example => "Ví dụ của sổ tay, do chính phần mềm tính", "The handbook's example, computed by this program";
        ExampleText { general: String } => "Ba nhiệm vụ trong tháng 11/2026, tiêu chí chung {general} điểm. Một “lần chậm” là gì (R1) đổi kết quả:", "Three tasks in November 2026, general criteria {general} points. What one late occurrence is (R1) changes the result:";
        ExampleLines => "Ba nhiệm vụ của ví dụ", "The three tasks of the example";
        ExampleScores => "Kết quả theo hai cách hiểu", "The result under two readings";
        Line => "Nhiệm vụ", "Task";
        Coefficient => "Hệ số", "Coefficient";
        Assigned => "Giao", "Assigned";
        Completed => "Xong", "Done";
        Due => "Hạn", "Due";
        Finished => "Ngày xong", "Done on";
        Failures => "Lần chưa đạt", "Failures";
        Reading => "Cách hiểu R1", "Reading R1";
        Result => "Kết quả", "Result";
        Total => "Tổng điểm", "Total";
    }
}

impl Say for RuleValue {
    fn say(&self, locale: Locale) -> String {
        let number = |value: &crate::domain::Decimal| format::decimal(*value, locale);
        let (value, unit) = match self {
            Self::Points(points) => (number(points), Both(" điểm", " points")),
            Self::FromPoints(points) => {
                let from = Both("từ ", "from ").say(locale);
                (from + &number(points), Both(" điểm", " points"))
            }
            Self::PointsBetween(low, high) => {
                (number(low) + "–" + &number(high), Both(" điểm", " points"))
            }
            Self::Percent(percent) => (number(percent), Both(" %", "%")),
            Self::Months(count) => (count.to_string(), Both(" tháng", " months")),
            Self::Days(count) => (count.to_string(), Both(" ngày", " days")),
            Self::WorkingDays(count) => {
                (count.to_string(), Both(" ngày làm việc", " working days"))
            }
            Self::Count(count) => (count.to_string(), Both("", "")),
            Self::Before(day, month) => {
                return Both("trước ", "before ").say(locale) + &day_of_year(*day, *month);
            }
            Self::UpTo(day, month) => {
                return Both("đến hết ", "up to ").say(locale) + &day_of_year(*day, *month);
            }
        };
        value + &unit.say(locale)
    }
}

fn day_of_year(day: u32, month: u32) -> String {
    format!("{day:02}/{month:02}")
}

impl Say for Chapter {
    fn say(&self, locale: Locale) -> String {
        let title = match self {
            Self::General => Both("Tiêu chí chung", "General criteria"),
            Self::Products => Both("Sản phẩm và quy đổi", "Products and conversion"),
            Self::Task => Both("Kết quả nhiệm vụ: a, b, c", "Task result: a, b, c"),
            Self::Leaders => Both("Lãnh đạo, quản lý: d, đ, e", "Heads and deputies: d, đ, e"),
            Self::Support => Both("Nhân viên hỗ trợ, phục vụ", "Support staff"),
            Self::Total => Both("Tổng điểm, quý và năm", "Total, quarter and year"),
            Self::Readings => Both("Cách hiểu R1–R11", "Readings R1–R11"),
            Self::Class => Both("Mức xếp loại năm", "Class of the year"),
            Self::Gates => Both("Căn cứ xếp Không hoàn thành", "Grounds for Not completed"),
            Self::Cap => Both("Tỷ lệ Xuất sắc", "The cap on Excellent"),
            Self::Procedure => Both("Trình tự và hồ sơ", "Steps and papers"),
            Self::Uses => Both("Sử dụng kết quả", "Uses of the results"),
            Self::Clocks => Both("Thời hạn", "Time limits"),
            Self::Complaints => Both("Phản ánh và việc chậm", "Complaints and lateness"),
            Self::Discipline => Both("Hình thức kỷ luật", "Forms of discipline"),
            Self::Directive => Both("Tiêu chí của chỉ thị", "The directive's criteria"),
            Self::Organisations => Both("Xếp loại cơ quan, đơn vị", "Classes of organisations"),
            Self::Calendar => Both("Ngày làm việc", "Working days"),
            Self::Instruments => Both("Văn bản và thời gian áp dụng", "Instruments and their time"),
        };
        title.say(locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_said_in_both_languages() {
        for topic in TOPICS {
            for (name, text, place) in topic.entries {
                for both in [name, text] {
                    assert!(!both.0.trim().is_empty() && !both.1.trim().is_empty());
                }
                assert!(place.is_empty() || place.starts_with("#/"), "{place}");
            }
        }
    }

    #[test]
    fn a_link_into_the_help_names_a_rule_that_exists() {
        let known = crate::app::law().register();
        let places = TOPICS
            .iter()
            .flat_map(|topic| topic.entries)
            .map(|entry| entry.2);
        for key in places.filter_map(|place| place.strip_prefix("#/tro-giup/")) {
            assert!(known.iter().any(|rule| rule.basis.key == key), "{key}");
        }
    }

    #[test]
    fn a_value_is_said_in_the_units_of_the_law() {
        let points = crate::domain::Decimal::parse("2.5").expect("a number");
        assert_eq!(RuleValue::Points(points).say(Locale::Vi), "2,5 điểm");
        assert_eq!(RuleValue::Before(15, 12).say(Locale::Vi), "trước 15/12");
        assert_eq!(RuleValue::WorkingDays(7).say(Locale::En), "7 working days");
    }
}
