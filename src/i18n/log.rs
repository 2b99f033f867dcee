//! Words of the log: its screen, its file, and what a line says was done.

use crate::app::view::log::{Again, LogRow};

use super::shell::ShellMessage;
use super::{Locale, Say};

crate::messages! {
    /// The desk, an opened line, and what the log proves.
    pub enum LogMessage {
        Desk => "Tên bàn làm việc", "Desk name";
        DeskHint => "Ai làm việc ở máy này, ghi vào mọi thao tác từ nay. Không phải tài khoản, không có mật khẩu.", "Who works at this machine; written into every action from now on. It is no account and has no password.";
        DeskExample => "Ví dụ: Phòng Nội vụ, máy 2", "Such as: Personnel, machine 2";
        DeskTooLong { limit: usize } => "Tên dài quá {limit} ký tự nên chưa được lưu. Hãy rút gọn.", "The name is longer than {limit} characters, so it was not saved. Shorten it.";
        NoDesk => "(chưa đặt tên)", "(no name)";
        Open { number: u64 } => "Xem thao tác số {number} đã đổi gì", "See what action {number} changed";
        Opened { number: u64 } => "Thao tác số {number}", "Action {number}";
        Close => "Đóng", "Close";
        Changed => "Đã đổi", "Changed";
        Nothing => "Thao tác này không đổi bản ghi nào.", "This action changed no record.";
        Field => "Mục", "Field";
        Before => "Trước", "Before";
        After => "Sau", "After";
        Reading => "Đang đọc nhật ký…", "Reading the log…";
        TakenOut { number: u64 } => "Thao tác số {number} đã xóa hẳn nội dung khỏi dòng này: hết hạn giữ mục đã xóa, hoặc xóa dữ liệu cá nhân theo yêu cầu. Chỉ còn phần dưới đây.", "Action {number} took contents out of this line for good: what was deleted had been kept long enough, or a person was erased. What is below is all that is left.";
        Unreadable => "Chưa đọc được nội dung của thao tác này.", "The contents of this action could not be read.";
        More { count: String } => "Còn {count} bản ghi nữa không hiện ở đây.", "{count} more records are not shown here.";
        Limits => "Nhật ký chứng minh được gì: sau khi một mã băm đã đi theo biểu mẫu xuất ra hoặc bản sao lưu, chuỗi mã băm cho thấy không dòng nào trước đó bị sửa, bỏ bớt hay đổi chỗ. Nhật ký không chứng minh ai ngồi ở bàn làm việc, đồng hồ của máy có đúng không, và không chống được người ghi lại tất cả trên máy này khi chưa có mã băm nào được đưa ra ngoài. Bản ghi đang lưu được giữ bằng mã kiểm tra riêng, không phải bằng chuỗi này.", "What the log proves: once a hash has left with an exported form or a backup, the chain shows that no line before it was changed, left out or moved. It does not prove who sat at the desk or that the machine's clock was right, and it is no protection against somebody who rewrites everything on this machine before any hash was given away. The stored records themselves are guarded by checksums, not by this chain.";
    }
}

crate::messages! {
    /// The log as a file.
    pub enum LogFileMessage {
        Number => "Số", "No.";
        When => "Lúc", "When";
        Desk => "Bàn làm việc", "Desk";
        What => "Việc đã làm", "What was done";
        Records => "Bản ghi", "Records";
        State => "Tình trạng", "State";
        Before => "Trước", "Before";
        After => "Sau", "After";
        Previous => "Mã băm của thao tác trước", "Hash of the action before";
        Hash => "Mã băm", "Hash";
        Stands => "Còn hiệu lực", "Stands";
        Undone => "Đã hoàn tác", "Taken back";
        Shown { shown: String, of: String } => "Trong tệp: {shown} trong {of} thao tác", "In this file: {shown} of {of} actions";
        Whole { sequence: u64, hash: String } => "Chuỗi mã băm nguyên vẹn đến thao tác số {sequence}, mã {hash}", "The chain of hashes is whole up to action {sequence}, hash {hash}";
        Empty => "Chưa có thao tác nào", "No action yet";
        Broken { sequence: u64 } => "Chuỗi mã băm ĐỨT ở thao tác số {sequence}: thiếu, hoặc không còn như khi được ghi. Từ đó trở đi không có gì chứng minh được nên không nằm trong tệp này.", "The chain of hashes is BROKEN at action {sequence}: missing, or not as it was written. From there on nothing is proven, so it is not in this file.";
        Export => "Xuất nhật ký (.csv)", "Export the log (.csv)";
        ExportHint => "Xuất các dòng đang lọc, kèm nội dung trước và sau, có tên người. Toàn bộ chuỗi mã băm được kiểm tra trước khi xuất.", "Exports the lines shown by the filter with what stood before and after, names included. The whole chain of hashes is verified first.";
        Words => "Tìm trong nhật ký", "Search the log";
        WordsHint => "Việc, bàn, số, mã băm", "What, desk, number, hash";
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
