//! Words of the log as a file, and what a line of the log says was done.

use crate::app::view::log::{Again, LogRow};

use super::shell::ShellMessage;
use super::{Locale, Say};

crate::messages! {
    /// The log as a file.
    pub enum LogFileMessage {
        Number => "Số", "No.";
        When => "Lúc", "When";
        Desk => "Bàn làm việc", "Desk";
        What => "Việc đã làm", "What was done";
        Records => "Bản ghi", "Records";
        State => "Tình trạng", "State";
        Previous => "Mã băm của thao tác trước", "Hash of the action before";
        Hash => "Mã băm", "Hash";
        Stands => "Còn hiệu lực", "Stands";
        Undone => "Đã hoàn tác", "Taken back";
        Shown { shown: String, of: String } => "Trong tệp: {shown} trong {of} thao tác", "In this file: {shown} of {of} actions";
        Whole { sequence: u64, hash: String } => "Chuỗi mã băm nguyên vẹn đến thao tác số {sequence}, mã {hash}", "The chain of hashes is whole up to action {sequence}, hash {hash}";
        Empty => "Chưa có thao tác nào", "No action yet";
        Broken { sequence: u64 } => "Chuỗi mã băm ĐỨT ở thao tác số {sequence}: thiếu, hoặc không còn như khi được ghi. Từ đó trở đi không có gì chứng minh được nên không nằm trong tệp này.", "The chain of hashes is BROKEN at action {sequence}: missing, or not as it was written. From there on nothing is proven, so it is not in this file.";
        Export => "Xuất nhật ký (.csv)", "Export the log (.csv)";
        ExportHint => "Xuất các dòng đang lọc. Toàn bộ chuỗi mã băm được kiểm tra trước khi xuất.", "Exports the lines shown by the filter. The whole chain of hashes is verified first.";
        Words => "Tìm trong nhật ký", "Search the log";
        From => "Từ ngày", "From";
        To => "Đến ngày", "To";
    }
}

/// What a line of the log says was done.
#[must_use]
pub fn said(row: &LogRow, locale: Locale) -> String {
    let action = row.action.say(locale);
    match row.again {
        Again::No => action,
        Again::Undo(of) => numbered(ShellMessage::UndoNamed { action }.say(locale), of),
        Again::Redo(of) => numbered(ShellMessage::RedoNamed { action }.say(locale), of),
    }
}

/// The number of the action meant stands behind its name.
fn numbered(mut what: String, of: u64) -> String {
    what.push_str(" (");
    what.push_str(&of.to_string());
    what.push(')');
    what
}
