//! Words of changing many cells of the register at once: preview, series, bulk edit, replacing.

use crate::ledger::Action;

use super::{Locale, Say};

crate::messages! {
    /// Many cells at once.
    pub enum CellsMessage {
        Menu => "Sửa nhiều ô", "Edit cells";
        Done => "Xong / bỏ xong", "Done / not done";
        FillDown => "Điền xuống", "Fill down";
        FillSeries => "Điền dãy…", "Fill series…";
        Bulk => "Sửa hàng loạt…", "Edit selected rows…";
        Replace => "Tìm và thay…", "Find and replace…";
        CopyHeads => "Chép kèm tiêu đề cột", "Copy with column heads";
        KeyDone => "xong / bỏ xong", "done / not done";
        PreviewPaste => "Xem trước khi dán", "Before pasting";
        PreviewFill => "Xem trước khi điền", "Before filling";
        PreviewReplace => "Xem trước khi thay", "Before replacing";
        PreviewEdit => "Xem trước khi sửa", "Before editing";
        Taken { cells: String, rows: String, kind: String } => "Sẽ ghi {cells} ô của {rows} {kind} đang có.", "{cells} cells of {rows} existing rows ({kind}) will be set.";
        TakenAdded { cells: String, rows: String, added: String, kind: String } => "Sẽ ghi {cells} ô: {rows} {kind} đang có và thêm {added} {kind} mới.", "{cells} cells will be set: {rows} existing rows ({kind}) and {added} new ones.";
        TakenNothing => "Chưa có ô nào ghi được.", "No cell can be set yet.";
        FoundNothing => "Không tìm thấy ô nào như vậy trong phạm vi đã chọn.", "No such cell in the chosen range.";
        OpenCells { count: String } => "{count} ô chưa hợp lệ nên chưa ghi. Hãy sửa ngay dưới đây, hoặc để lại: ô nào chưa sửa sẽ không ghi.", "{count} cells are not valid and not set. Mend them below, or leave them: what is not mended is not set.";
        AllMended => "Mọi ô đều hợp lệ.", "Every cell is valid.";
        Merged { count: String } => "{count} ô gộp đã được tách: gộp xuống thì mỗi dòng nhận giá trị đó, gộp ngang thì chỉ cột đầu nhận.", "{count} merged cells were divided: downwards every row takes the value, sideways only the first column.";
        Beyond { count: String } => "{count} cột bên phải nằm ngoài sổ nên không dán.", "{count} columns on the right lie beyond the register and are not pasted.";
        Passed { count: String } => "{count} cột do phần mềm tự tính hoặc có chỗ ghi riêng, không dán được ở đây nên bỏ qua.", "{count} columns are worked out, or recorded elsewhere: they are not pasted here and are left out.";
        Unlisted { count: String } => "Còn {count} ô lỗi không liệt kê hết ở đây. Nên sửa trong Excel rồi chép lại.", "{count} more cells are wrong than are listed. Better mend them in the spreadsheet and copy again.";
        Problems => "Các ô chưa hợp lệ", "Cells that are not valid";
        ColumnRow => "Dòng", "Row";
        ColumnColumn => "Cột", "Column";
        ColumnValue => "Giá trị", "Value";
        ColumnReason => "Lý do", "Reason";
        ColumnSuggestion => "Gợi ý", "Suggestion";
        Mended => "Đã sửa, hợp lệ", "Mended, valid";
        TakeHint => "Gõ giá trị đúng rồi nhấn Enter. Ở cột Gợi ý, Enter là nhận gợi ý.", "Type the right value and press Enter. In the column Suggestion, Enter takes it.";
        TakeSuggestions => "Nhận mọi gợi ý", "Take all suggestions";
        Take { cells: String } => "Ghi {cells} ô", "Set {cells} cells";
        TakeWithout { cells: String, open: String } => "Ghi {cells} ô, bỏ {open} ô", "Set {cells} cells, leave {open}";
        SeriesTitle => "Điền dãy", "Fill series";
        SeriesNote => "Bắt đầu từ dòng đầu của khối đang chọn. Ngày và số tăng dần, mã có số ở cuối đếm tiếp, chữ khác chép nguyên.", "Begins at the first row of the range. Days and numbers grow, codes that end in a number count on, other words are repeated.";
        SeriesOneRow => "Hãy chọn một khối từ hai dòng trở lên (Shift + mũi tên), rồi điền dãy.", "Select a range of two rows or more (Shift + arrows) first.";
        SeriesBy => "Ngày tăng theo", "Days grow by";
        SeriesDays => "Ngày", "Days";
        SeriesWorkingDays => "Ngày làm việc", "Working days";
        SeriesMonths => "Tháng", "Months";
        SeriesStep => "Mỗi dòng tăng", "Step";
        Fill => "Điền", "Fill";
        BulkTitle { count: String } => "Sửa {count} dòng đã chọn", "Edit {count} selected rows";
        BulkField => "Cột", "Column";
        BulkValue => "Giá trị mới", "New value";
        BulkHint => "Để trống là xóa nội dung ô, trừ ô mà phần mềm tự tính.", "Left empty, the cells are cleared, except those the app works out.";
        BulkNone => "Hãy đánh dấu dòng (phím cách) hoặc chọn một khối ô trước.", "Tick rows (Space) or select a range first.";
        Apply => "Sửa", "Edit";
        ReplaceTitle => "Tìm và thay", "Find and replace";
        ReplaceFind => "Tìm", "Find";
        ReplaceWith => "Thay bằng", "Replace with";
        ReplaceWhole => "Chỉ ô có đúng nội dung này", "Only cells with exactly this";
        ReplaceWholeHint => "Để trống ô Tìm là tìm ô trống.", "With nothing to find, empty cells are found.";
        ReplaceWhere => "Tìm ở đâu", "Where";
        ReplaceRange => "Khối ô đang chọn", "The selected range";
        ReplaceColumn { name: String } => "Cả cột {name}", "The whole column {name}";
        ReplaceAll => "Mọi cột đang hiện", "All columns shown";
        Preview => "Xem trước", "Preview";
        CoefficientTitle { product: String } => "Hệ số của {product}", "Coefficient of {product}";
        CoefficientNote { from: String, to: String } => "Danh mục cho hệ số từ {from} đến {to}. Hãy chọn giá trị khi giao việc; sản phẩm và hệ số được ghi cùng lúc.", "The catalogue gives {from} to {to}. Fix the value for this task; product and coefficient are set together.";
        CoefficientOutside { from: String, to: String } => "Hệ số phải từ {from} đến {to}.", "The coefficient must lie between {from} and {to}.";
        SuggestToday => "Hôm nay", "Today";
        SuggestWeekEnd => "Thứ Sáu tới", "This coming Friday";
        SuggestMonthEnd => "Cuối tháng", "End of the month";
        KeyOpen => "mở (ở ô có liên kết)", "open (on a cell with a link)";
        SuggestFixed { value: String } => "hệ số {value}", "coefficient {value}";
        SuggestRange { from: String, to: String } => "hệ số {from}–{to}, chọn khi giao", "coefficient {from}–{to}, fixed on assignment";
    }
}

/// The title of a preview, by what was done.
#[must_use]
pub fn preview_title(action: &Action, locale: Locale) -> String {
    let message = match action {
        Action::Paste(_) => CellsMessage::PreviewPaste,
        Action::Fill(_) => CellsMessage::PreviewFill,
        Action::Replace(_) => CellsMessage::PreviewReplace,
        _ => CellsMessage::PreviewEdit,
    };
    message.say(locale)
}
