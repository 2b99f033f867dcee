//! What is said about saving, and about stored data that cannot be read.

use crate::app::job::NotMade;
use crate::app::{Damage, Notice, StorageProblem, WorkProblem};

use super::outside::OutsideMessage;
use super::shell::ShellMessage;
use super::{Locale, Say};

crate::messages! {
    /// Storage problems: what happened, and the next step.
    pub enum StorageMessage {
        Unavailable => "Trình duyệt không cho lưu dữ liệu ở đây (cửa sổ ẩn danh hoặc bị chính sách chặn). Hãy mở Công Tâm trong cửa sổ thường; dữ liệu đang có trên màn hình có thể tải về ngay.", "The browser does not allow storing data here (a private window, or a policy). Open Công Tâm in an ordinary window; what is on screen can be downloaded now.";
        SetDeleted => "Đã xóa bộ dữ liệu.", "The set of data was deleted.";
        SetInUse => "Chưa xóa: bộ dữ liệu đang mở ở một thẻ khác. Hãy đóng thẻ đó rồi xóa lại.", "Not deleted: another tab has this set of data open. Close it and try again.";
        NotLeft => "Chưa mở bộ dữ liệu khác, vì ở đây còn thao tác chưa lưu được và rời đi lúc này sẽ làm mất. Hãy bấm Thử lại hoặc tải bản cứu dữ liệu trước.", "No other set of data was opened: something here is not saved yet and would be lost. Try saving again or download a rescue file first.";
        ActionUnreadable => "Không đọc lại được chi tiết của thao tác này trong nhật ký nên không hoàn tác được. Dữ liệu hiện có vẫn đầy đủ.", "The details of this action cannot be read from the log any more, so it cannot be undone. The data as they are now are complete.";
        Full => "Ổ đĩa hoặc phần dành cho trình duyệt đã đầy nên thao tác vừa rồi chưa được lưu. Hãy giải phóng dung lượng rồi bấm Thử lại, hoặc tải bản cứu dữ liệu.", "The disk, or the browser's share of it, is full, so the last action is not saved. Free some space and try again, or download a rescue file.";
        HeldByOtherTab => "Dữ liệu đang mở để ghi ở một thẻ khác. Hãy dùng thẻ đó, hoặc đóng thẻ đó rồi bấm Thử lại.", "The data are open for writing in another tab. Use that tab, or close it and try again.";
        Blocked => "Một thẻ cũ đang giữ dữ liệu. Hãy đóng các thẻ Công Tâm khác rồi bấm Thử lại.", "An older tab holds the data. Close the other Công Tâm tabs and try again.";
        TimedOut => "Ổ đĩa không trả lời kịp nên chưa chắc thao tác vừa rồi đã được lưu. Hãy bấm Thử lại, hoặc tải bản cứu dữ liệu.", "The disk did not answer in time, so the last action may not be saved. Try again, or download a rescue file.";
        Lost => "Trình duyệt đã ngắt kết nối với kho dữ liệu. Hãy bấm Thử lại; nếu vẫn lỗi, tải bản cứu dữ liệu rồi mở lại trang.", "The browser closed the connection to the data. Try again; if it fails, download a rescue file and reload.";
        Gone => "Dữ liệu đã lưu trước đây không còn trong trình duyệt (có thể do xóa dữ liệu trang hoặc ổ đĩa đầy). Chưa ghi gì thêm. Hãy khôi phục từ bản sao lưu gần nhất.", "Data saved before are no longer in the browser (site data cleared, or a full disk). Nothing has been written. Restore the latest backup.";
        Chain { sequence: u64 } => "Nhật ký bị sai lệch từ thao tác số {sequence}. Chưa ghi gì thêm. Hãy khôi phục từ bản sao lưu, hoặc tải bản cứu dữ liệu.", "The log does not fit from action {sequence} on. Nothing has been written. Restore a backup, or download a rescue file.";
        Checksum => "Một phần dữ liệu đã lưu bị hỏng (sai mã kiểm tra). Chưa ghi gì thêm. Hãy khôi phục từ bản sao lưu.", "Part of the stored data is damaged (wrong checksum). Nothing has been written. Restore a backup.";
        Undecodable => "Một phần dữ liệu đã lưu không đọc được. Chưa ghi gì thêm. Hãy khôi phục từ bản sao lưu.", "Part of the stored data cannot be read. Nothing has been written. Restore a backup.";
        Unreadable => "Trình duyệt không đọc được dữ liệu đã lưu: ổ đĩa có lỗi, hoặc tệp của trình duyệt bị hỏng. Hãy thử lại, rồi đóng và mở lại trình duyệt; nếu vẫn lỗi, khôi phục từ bản sao lưu gần nhất.", "The browser cannot read the stored data: the disk fails, or the browser's files are damaged. Try again, then close the browser and open it again; if that does not help, restore the latest backup.";
        Newer { version: u16 } => "Dữ liệu được lưu bằng phiên bản Công Tâm mới hơn (dạng {version}). Hãy tải lại trang để dùng phiên bản mới; phiên bản này không ghi đè.", "The data were saved by a newer Công Tâm (format {version}). Reload the page to get it; this version does not overwrite them.";
        Locked => "Dữ liệu đang khóa. Hãy mở khóa bằng mật khẩu hoặc mã khôi phục trước.", "The data are locked. Unlock them with the passphrase or the recovery code first.";
        Other { name: String } => "Trình duyệt báo lỗi khi lưu ({name}) nên thao tác vừa rồi chưa được lưu. Đừng đóng trang: hãy bấm Thử lại, hoặc tải bản cứu dữ liệu.", "The browser reported an error while saving ({name}), so the last action is not saved. Do not close the page: try again, or download a rescue file.";
        ClosedTitle => "Chưa mở được dữ liệu", "The data could not be opened";
        DoneForGood { action: String } => "{action}: xong, không hoàn tác được.", "{action}: done, and cannot be undone.";
        Done { action: String } => "{action}: xong.", "{action}: done.";
        FileNotOffered { name: String } => "Trình duyệt không nhận tệp {name} để tải xuống. Hãy cho phép tải xuống ở trang này rồi làm lại.", "The browser did not take the file {name}. Allow downloads for this page and try again.";
        WorkerNotStarted => "Phần xử lý tệp chưa chạy được. Hãy tải lại trang rồi làm lại; dữ liệu không thay đổi.", "The part that handles files did not start. Reload the page and try again; the data are unchanged.";
        WorkerBrokeDown => "Việc xử lý tệp bị dừng giữa chừng: tệp có thể bị hỏng hoặc máy thiếu bộ nhớ. Dữ liệu không thay đổi. Hãy mở tệp bằng phần mềm bảng tính, lưu lại thành .xlsx rồi làm lại; nếu tệp vẫn tốt, hãy đóng bớt thẻ hoặc chia nhỏ tệp.", "Handling the file broke down: it may be damaged, or memory ran out. The data are unchanged. Open the file in a spreadsheet program, save it as .xlsx and try again; if it is sound, close other tabs or split it.";
        WorkerOtherVersion => "Trang và phần xử lý tệp thuộc hai phiên bản khác nhau. Hãy tải lại trang.", "The page and the part that handles files are of different versions. Reload the page.";
        NothingToMake => "Không có ai hoặc kỳ nào để xuất theo lựa chọn này. Hãy chọn lại.", "There is nobody or no period to export. Choose again.";
        FormatRefused => "Không tạo được tệp ở dạng này. Hãy chọn ít người hơn hoặc dạng khác.", "The file could not be made in this format. Choose fewer people or another format.";
        NoBook => "Dữ liệu chưa đến được phần xử lý tệp. Hãy tải lại trang rồi làm lại.", "The data did not reach the part that handles files. Reload the page and try again.";
        FileTooLarge { size: String } => "Tệp lớn hơn {size} nên không mở ở đây. Hãy chia tệp thành nhiều tệp nhỏ hơn.", "The file is larger than {size} and is not opened here. Split it into smaller files.";
        BlockTooLarge => "Khối ô vừa dán quá lớn nên chưa ghi gì. Hãy dán từng phần, hoặc đưa tệp vào ở mục Nhập từ Excel.", "The pasted block is too large, so nothing was entered. Paste it in parts, or bring the file in by Import.";
        FileOfPart { name: String } => "Tệp {name} chỉ giữ được phần dữ liệu còn đọc được, nên không được tính là bản sao. Hãy giữ tệp, rồi mở lại trang: Công Tâm sẽ kiểm tra dữ liệu và hướng dẫn bước tiếp theo.", "The file {name} holds only what could still be read of the data, so it does not count as a copy. Keep it and reload the page: the data are then examined and the next step is offered.";
        FileReady { name: String } => "Đã tạo tệp {name}.", "Made the file {name}.";
    }
}

impl Say for StorageProblem {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Unavailable => StorageMessage::Unavailable,
            Self::Full => StorageMessage::Full,
            Self::HeldByOtherTab => StorageMessage::HeldByOtherTab,
            Self::Blocked => StorageMessage::Blocked,
            Self::TimedOut => StorageMessage::TimedOut,
            Self::Lost => StorageMessage::Lost,
            Self::Damaged(Damage::Gone) => StorageMessage::Gone,
            Self::Damaged(Damage::Chain(sequence)) => StorageMessage::Chain {
                sequence: *sequence,
            },
            Self::Damaged(Damage::Checksum) => StorageMessage::Checksum,
            Self::Damaged(Damage::Undecodable) => StorageMessage::Undecodable,
            Self::Newer(version) => StorageMessage::Newer { version: *version },
            Self::Locked => StorageMessage::Locked,
            Self::Unreadable => StorageMessage::Unreadable,
            Self::Other(name) => StorageMessage::Other { name: name.clone() },
        };
        message.say(locale)
    }
}

impl Say for Notice {
    fn say(&self, locale: Locale) -> String {
        match self {
            Self::Done(action) => StorageMessage::Done {
                action: action.say(locale),
            }
            .say(locale),
            Self::DoneForGood(action) => StorageMessage::DoneForGood {
                action: action.say(locale),
            }
            .say(locale),
            Self::Undone(action) => ShellMessage::UndoDone {
                action: action.say(locale),
            }
            .say(locale),
            Self::Redone(action) => ShellMessage::RedoDone {
                action: action.say(locale),
            }
            .say(locale),
            Self::NothingToUndo => ShellMessage::NothingToUndo.say(locale),
            Self::NothingToRedo => ShellMessage::NothingToRedo.say(locale),
            Self::Refused(error) => error.say(locale),
            Self::NotTaken(error) => error.say(locale),
            Self::Storage(problem) => problem.say(locale),
            Self::NotCopied(problem) => problem.say(locale),
            Self::Following => OutsideMessage::FollowingNotice.say(locale),
            Self::WritingNotGiven => OutsideMessage::WritingNotGiven.say(locale),
            Self::NotGoneOn => super::recovery::RecoveryMessage::NotLocked.say(locale),
            Self::Carried => super::backup::BackupMessage::CarriedNotice.say(locale),
            Self::Carrying => super::backup::BackupMessage::CarryingNotice.say(locale),
            Self::NotLocked => super::lock::LockMessage::Unsaved.say(locale),
            Self::SetDeleted => StorageMessage::SetDeleted.say(locale),
            Self::SetInUse => StorageMessage::SetInUse.say(locale),
            Self::NotLeft => StorageMessage::NotLeft.say(locale),
            Self::ActionUnreadable => StorageMessage::ActionUnreadable.say(locale),
            Self::FileNotOffered(name) => {
                StorageMessage::FileNotOffered { name: name.clone() }.say(locale)
            }
            Self::FileUnreadable => super::import::ImportMessage::Unpicked.say(locale),
            Self::FileTooLarge(limit) => StorageMessage::FileTooLarge {
                size: super::data::size(u64::from(*limit), locale),
            }
            .say(locale),
            Self::Mended(repair) => repair.say(locale),
            Self::NotFetched => ShellMessage::NotFetchedText.say(locale),
            Self::NotWorked(WorkProblem::NotStarted) => {
                StorageMessage::WorkerNotStarted.say(locale)
            }
            Self::NotWorked(WorkProblem::BrokeDown) => StorageMessage::WorkerBrokeDown.say(locale),
            Self::NotWorked(WorkProblem::OtherVersion) => {
                StorageMessage::WorkerOtherVersion.say(locale)
            }
            Self::NotMade(NotMade::NothingToMake) => StorageMessage::NothingToMake.say(locale),
            Self::NotMade(NotMade::Format) => StorageMessage::FormatRefused.say(locale),
            Self::NotMade(NotMade::NoBook) => StorageMessage::NoBook.say(locale),
            Self::BlockTooLarge => StorageMessage::BlockTooLarge.say(locale),
            Self::FileOfPart(name) => StorageMessage::FileOfPart { name: name.clone() }.say(locale),
            Self::FileReady(name) => StorageMessage::FileReady { name: name.clone() }.say(locale),
        }
    }
}
