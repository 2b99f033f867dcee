//! What is said when stored data were mended, or do not open and something of them is left.

use crate::app::Repair;

use super::{Locale, Say};

crate::messages! {
    /// Mending and recovery: what was found, what is lost, what can be done.
    pub enum RecoveryMessage {
        Rebuilt => "Một phần dữ liệu đã lưu bị hỏng và đã được dựng lại đầy đủ từ nhật ký; không mất gì. Hãy tải một bản sao lưu và kiểm tra ổ đĩa của máy.", "Part of the stored data was damaged and has been made from the log again, completely; nothing is lost. Download a backup and check this machine's disk.";
        LogOnly { count: usize } => "Hồ sơ còn đủ, nhưng chi tiết của {count} thao tác cũ trong nhật ký bị hỏng nên không hoàn tác được các thao tác đó. Hãy tải một bản sao lưu và kiểm tra ổ đĩa của máy.", "All records are there, but the details of {count} older actions in the log are damaged, so those cannot be undone. Download a backup and check this machine's disk.";
        FoundTitle => "Những gì còn đọc được", "What can still be read";
        LastSaved => "Thao tác cuối cùng đã lưu", "Last action saved";
        NewestWhole => "Trạng thái gần nhất còn nguyên vẹn", "Newest state that is whole";
        Number { number: u64 } => "số {number}", "number {number}";
        AfterAt { number: u64, moment: String } => "sau thao tác số {number}, lúc {moment}", "after action {number}, at {moment}";
        After { number: u64 } => "sau thao tác số {number}", "after action {number}";
        NothingWhole => "không có", "none";
        Counted { saved: String, found: String } => "đã lưu {saved}, còn {found}", "{saved} saved, {found} left";
        LostActions { count: u64 } => "{count} thao tác cuối không có trong trạng thái này và phải làm lại, trừ khi bản sao lưu mới hơn.", "The last {count} actions are not in that state and must be done again, unless a backup is newer.";
        NothingLost => "Trạng thái này có đủ mọi thao tác đã lưu.", "That state holds every action saved.";
        Others => "Ngoài ra còn đọc được một số hồ sơ lẻ mới hơn; chúng nằm trong bản cứu dữ liệu.", "Some single newer records can be read as well; they are in the rescue file.";
        LockFirst => "Dữ liệu cũ đang khóa, nên bộ dữ liệu mới cũng được khóa trước khi chép sang: không gì nằm không mã hóa, dù chỉ một lúc. Đặt mật khẩu cho bộ mới (có thể dùng lại mật khẩu cũ).", "The old data are locked, so the new set is locked before anything is copied to it: nothing lies in the clear, not for a moment. Choose a passphrase for the new set (the old one will do).";
        NotLocked => "Chưa chép gì sang bộ dữ liệu mới vì không khóa được bộ đó. Dữ liệu cũ không đổi: hãy mở lại bộ cũ và thử lại.", "Nothing was copied to the new set, for it could not be locked. The old data are unchanged: open the old set again and try once more.";
        WhereTo => "Làm việc tiếp sẽ chép trạng thái đó thành một bộ dữ liệu mới. Bộ bị hỏng được giữ nguyên để còn cứu.", "Going on copies that state into a new set of data. The damaged set stays as it is, so that more can be rescued.";
        LogStays => "Nhật ký của bộ hỏng không dẫn tới trạng thái đó nên không chép theo được: ở bộ mới không hoàn tác được thao tác cũ, không lấy lại được mục đã xóa và không tìm thấy mã băm đã in. Nếu có bản sao lưu, hãy thử mở bản sao lưu trước.", "The log of the damaged set does not lead to that state, so it cannot go along: in the new set older actions cannot be undone, the bin is empty and hashes already printed are not found. If there is a backup, try opening it first.";
        LogGoes => "Nhật ký được chép theo: hoàn tác, mục đã xóa và mã băm đã in vẫn dùng tiếp được.", "The log goes along: undo, the bin and hashes already printed go on working.";
        GoOn { number: u64 } => "Làm việc tiếp với trạng thái sau thao tác số {number}", "Go on with the state after action {number}";
    }
}

impl Say for Repair {
    fn say(&self, locale: Locale) -> String {
        match self {
            Self::Rebuilt => RecoveryMessage::Rebuilt,
            Self::LogOnly(count) => RecoveryMessage::LogOnly { count: *count },
        }
        .say(locale)
    }
}
