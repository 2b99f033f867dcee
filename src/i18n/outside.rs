//! Words of copies outside the browser: the folder, reminders, practising a restore.

use crate::app::outside::CopyProblem;
use crate::app::workflow::practise::NotComparable;

use super::{Locale, Say};

crate::messages! {
    /// Copies outside the browser.
    pub enum OutsideMessage {
        FolderTitle => "Tự sao lưu ra thư mục", "Copies to a folder by themselves";
        FolderText { minutes: i64, actions: usize } => "Chọn một thư mục một lần. Từ đó Công Tâm tự ghi bản sao vào đó: {minutes} phút sau khi có thay đổi, hoặc ngay khi đủ {actions} thao tác, và trước mỗi lần nhập, khôi phục, đổi quy tắc. Mỗi bản ghi xong được đọc lại để kiểm tra.", "Choose a folder once. From then on copies are written there: {minutes} minutes after a change, at once after {actions} actions, and before every import, restore and change of the rules. Each is read back and checked.";
        FolderKept => "Giữ lại: mọi bản của hôm nay, bản cuối mỗi ngày trong một tháng, sau đó bản cuối mỗi tháng. Tệp khác trong thư mục không bị đụng đến.", "Kept: all of today, the last of each day for a month, the last of each month after that. Other files in the folder are left alone.";
        FolderWhere => "Nên chọn thư mục trên USB hoặc trên máy chủ của cơ quan: ổ đĩa này hỏng thì bản sao vẫn còn.", "Best on a stick or on the agency's server: then the copies outlive this disk.";
        ChooseFolder => "Chọn thư mục…", "Choose a folder…";
        OtherFolder => "Chọn thư mục khác…", "Another folder…";
        LeaveFolder => "Thôi tự sao lưu", "Stop copying";
        CopyNow => "Sao lưu ngay vào thư mục", "Copy to the folder now";
        Folder => "Thư mục", "Folder";
        NoFolder => "Chưa chọn", "Not chosen";
        FolderLapsed { name: String } => "{name} (trình duyệt chờ bạn cho phép lại)", "{name} (the browser waits to be allowed again)";
        LastCopy => "Bản sao gần nhất", "Last copy";
        Uncopied => "Thao tác chưa có trong bản sao nào", "Actions in no copy yet";
        Copying => "Đang ghi bản sao…", "Writing a copy…";
        Unsupported => "Trình duyệt này không cho trang ghi vào thư mục (Firefox, Safari). Hãy tải tệp sao lưu; hoặc dùng Chrome, Edge, Cốc Cốc để được tự sao lưu.", "This browser does not let pages write to folders (Firefox, Safari). Download backups; or use Chrome or Edge to have copies written by themselves.";
        DownloadWhenDue => "Khi bản sao gần nhất đã quá một ngày, tự tải xuống một tệp sao lưu", "When the last copy is over a day old, download a backup by itself";
        ClearTitle => "Dữ liệu này đang khóa, nhưng bản sao ra thư mục và tệp tự tải xuống KHÔNG được mã hóa.", "These data are locked, but copies to a folder and files downloaded by themselves are NOT encrypted.";
        ClearText => "Ai lấy được thư mục đó thì đọc được mọi tên và điểm. Bù lại, nó cứu được dữ liệu khi quên mật khẩu khóa. Chỉ đồng ý nếu thư mục nằm ở nơi chỉ người có quyền vào được (máy chủ cơ quan, ổ đĩa đã mã hóa). Không đồng ý thì không có bản sao nào được ghi tự động; hãy tự tải tệp sao lưu có mật khẩu. Các bản sao đã ghi trước khi khóa vẫn còn đó, không mã hóa.", "Whoever gets at that folder reads every name and score. On the other hand it saves the data when the lock's passphrase is lost. Agree only where the folder is out of others' reach (the agency's server, an encrypted disk). Without it no copy is written by itself: download backups under a passphrase. Copies written before locking are still there, not encrypted.";
        ClearAgree => "Tôi hiểu, vẫn tự sao lưu không mã hóa", "I understand: copy in the clear all the same";
        ClearAgreed => "Đã đồng ý: bản sao của dữ liệu đang khóa này được ghi không mã hóa.", "Agreed: copies of these locked data are written in the clear.";
        ClearWithdraw => "Thôi ghi bản sao không mã hóa", "Stop copying in the clear";
        Lapsed { name: String } => "Trình duyệt chờ bạn cho phép ghi vào thư mục “{name}” lần nữa. Cho đến lúc đó, không có bản sao nào được ghi.", "The browser waits to be allowed to write to “{name}” again. Until then no copy is written.";
        Allow => "Cho phép ghi lại", "Allow writing again";
        Offered { age: String } => "Đã tự tải xuống một tệp sao lưu ({age}). Trình duyệt không cho biết tệp đã đến nơi hay bị chặn: hãy xem trong thư mục Tải xuống.", "A backup was downloaded by itself ({age}). The browser does not tell whether the file arrived or was held back: look into the downloads folder.";
        OfferedSeen => "Đã thấy tệp", "The file is there";
        RemindNever => "Dữ liệu mới chỉ có trong trình duyệt này, chưa có bản sao nào ở ngoài.", "The data are in this browser only; no copy is outside yet.";
        RemindGentle { age: String } => "Bản sao gần nhất: {age}. Hãy tải tệp sao lưu.", "Last copy: {age}. Download a backup.";
        RemindFirm { age: String } => "Bản sao gần nhất đã cũ ({age}). Nếu máy hỏng hôm nay, mọi việc làm từ đó sẽ mất. Hãy tải tệp sao lưu.", "The last copy is old ({age}). Should the machine fail today, all work since is lost. Download a backup.";
        RemindUrgent { age: String } => "Đã quá lâu không sao lưu ({age}). Mọi việc làm từ đó chỉ nằm trong trình duyệt này và có thể mất bất cứ lúc nào. Hãy tải tệp sao lưu ngay.", "There was no copy for too long ({age}). All work since is in this browser only and can be lost at any time. Download a backup now.";
        RemindFolder => "Chọn thư mục để tự sao lưu", "Choose a folder for copies";
        KeepAsk => "Bạn vừa có dữ liệu thật trong trình duyệt này. Trình duyệt có thể tự xóa dữ liệu của trang khi máy thiếu chỗ; hãy xin trình duyệt giữ lại. Có trình duyệt sẽ hỏi lại bạn: hãy đồng ý.", "There is real work in this browser now. A browser may clear a page's data when room gets short; ask it to keep them. Some browsers ask in turn: agree.";
        KeepYes => "Xin giữ lại", "Ask to keep them";
        KeepLater => "Để sau", "Later";
        Safari => "Trên Safari (Mac, iPhone, iPad): dữ liệu của một trang không được mở trong 7 ngày có thể bị xóa hết. Hãy thêm Công Tâm vào màn hình chính hoặc Dock, mở mỗi tuần, và tải tệp sao lưu sau mỗi buổi làm việc.", "In Safari (Mac, iPhone, iPad): the data of a page that is not opened for 7 days may be cleared. Add Công Tâm to the home screen or Dock, open it every week, and download a backup after each session.";
        CopiesTitle => "Các bản sao trong thư mục", "Copies in the folder";
        CopiesMore { count: String } => "và {count} bản cũ hơn trong thư mục", "and {count} older ones in the folder";
        CopiesNone => "Trong thư mục chưa có bản sao nào.", "There is no copy in the folder yet.";
        CopyOf { day: String, agency: String } => "{day} · {agency}", "{day} · {agency}";
        CopyThis => "của bộ đang mở", "of the open set";
        Look => "Xem trước", "Preview";
        LookAt { name: String } => "Xem trước bản sao {name}", "Preview the copy {name}";
        ListCopies => "Tìm bản sao trong thư mục", "Find copies in the folder";
        FirstCopy => "Đang ghi bản sao an toàn của dữ liệu đang có…", "Writing a safety copy of the present data…";
        FirstCopyFailed => "Chưa khôi phục: không ghi được bản sao an toàn. Dữ liệu đang có giữ nguyên.", "Not restored: the safety copy could not be written. The present data are unchanged.";
        PractiseTitle => "Diễn tập khôi phục", "Practise a restore";
        PractiseText => "Mỗi tháng một lần, hãy thử xem bản sao có thật sự cứu được dữ liệu không. Công Tâm đọc bản sao mới nhất, dựng lại dữ liệu trong bộ nhớ rồi so từng bản ghi và từng điểm số với dữ liệu đang có. Không có gì thay đổi.", "Once a month, see whether a copy really brings the data back. The newest copy is read and rebuilt in memory, and every record and score is compared with the present data. Nothing changes.";
        PractiseLast => "Diễn tập tốt gần nhất", "Last good practice";
        PractiseDue => "đến hạn diễn tập", "due again";
        Practise => "Diễn tập ngay", "Practise now";
        PractiseDrop => "Kéo tệp sao lưu mới nhất vào đây", "Drop the newest backup here";
        PractisePick => "Chọn tệp để diễn tập…", "Choose a file to practise with…";
        PractiseHint => "Tệp .congtam hoặc .congtam.age tải xuống gần đây nhất. Tệp chỉ được đọc.", "The .congtam or .congtam.age file downloaded last. It is only read.";
        Practising => "Đang đọc bản sao và tính lại điểm…", "Reading the copy and scoring anew…";
        PractiseGood { name: String } => "Bản sao “{name}” khôi phục được đầy đủ.", "The copy “{name}” brings everything back.";
        PractiseGoodText { records: String, scores: String } => "{records} bản ghi và {scores} điểm số, xếp loại giống hệt dữ liệu lúc sao lưu.", "{records} records and {scores} scores and classes are the same as when it was made.";
        PractiseLater { count: String } => "{count} thao tác làm sau bản sao này chưa có trong đó.", "{count} actions done after it are not in it.";
        PractiseBad { name: String } => "Bản sao “{name}” KHÔNG khớp với dữ liệu.", "The copy “{name}” does NOT match the data.";
        PractiseUnread { name: String } => "Không mở được bản sao “{name}”, nên chưa so được gì.", "The copy “{name}” does not open, so nothing was compared.";
        PractiseBadText { records: String, scores: String } => "{records} bản ghi và {scores} điểm số, xếp loại khác nhau. Hãy tạo bản sao mới rồi diễn tập lại; nếu vẫn khác, hãy giữ cả hai tệp và báo cho người hỗ trợ.", "{records} records and {scores} scores and classes differ. Make a new copy and practise again; if they still differ, keep both files and tell whoever supports you.";
        PractiseNone => "Chưa có bản sao nào của bộ dữ liệu này trong thư mục. Hãy sao lưu ngay rồi diễn tập.", "There is no copy of this set of data in the folder yet. Copy now, then practise.";
        ColumnCopy => "Trong bản sao", "In the copy";
        ColumnBook => "Dữ liệu lúc đó", "Data then";
        ColumnDifferent => "Khác nhau", "Different";
        Scores => "Điểm số các kỳ", "Scores of periods";
        Years => "Xếp loại năm", "Classes of years";
        PractiseAgain => "Diễn tập lại", "Practise again";
        FollowingBar => "Dữ liệu này đang mở để ghi ở một thẻ khác. Thẻ này chỉ xem và tự cập nhật theo thẻ kia.", "These data are open for writing in another tab. This one only shows them and follows.";
        TakeOver => "Ghi ở thẻ này", "Write in this tab";
        FollowingNotice => "Chưa thay đổi gì: dữ liệu đang mở để ghi ở một thẻ khác. Hãy bấm “Ghi ở thẻ này” ở đầu trang rồi làm lại.", "Nothing was changed: the data are open for writing in another tab. Press “Write in this tab” at the top, then try again.";
        WritingNotGiven => "Thẻ kia chưa trả lời hoặc chưa lưu xong. Hãy đóng thẻ đó: thẻ này sẽ tự nhận quyền ghi.", "The other tab does not answer or has not finished saving. Close it: this one then writes by itself.";
    }
}

crate::messages! {
    /// Why a copy was not made: the reason and the next step.
    pub enum NotCopied {
        NotAllowed => "Chưa ghi được bản sao: trình duyệt không cho ghi vào thư mục. Hãy cho phép lại, hoặc tải tệp sao lưu.", "No copy was written: the browser does not allow writing to the folder. Allow it again, or download a backup.";
        FolderGone => "Chưa ghi được bản sao: không còn thấy thư mục (bị đổi tên, xóa, hoặc USB đã rút). Hãy cắm lại hoặc chọn thư mục khác.", "No copy was written: the folder is gone (renamed, deleted, or the stick was pulled out). Put it back or choose another.";
        Full => "Chưa ghi được bản sao: nơi chứa thư mục đã đầy. Hãy dọn bớt hoặc chọn thư mục khác.", "No copy was written: there is no room where the folder is. Make room or choose another.";
        NotAsWritten => "Bản sao vừa ghi đọc lại không giống: ổ đĩa hoặc USB có thể đang hỏng. Hãy chọn thư mục ở nơi khác.", "The copy reads back differently: the disk or stick may be failing. Choose a folder elsewhere.";
        DoesNotOpen { reason: String } => "Bản sao vừa ghi không mở được: {reason}", "The copy just written does not open: {reason}";
        Storage { reason: String } => "Chưa ghi được bản sao vì không đọc được dữ liệu. {reason}", "No copy was written, for the data could not be read. {reason}";
        NotWorked { reason: String } => "Chưa ghi được bản sao. {reason}", "No copy was written. {reason}";
        Nothing => "Chưa có gì để sao lưu.", "There is nothing to copy yet.";
        TooLarge { size: String } => "Tệp trong thư mục lớn hơn {size} nên không mở ở đây.", "The file in the folder is larger than {size} and is not opened here.";
        InClear => "Chưa ghi bản sao: dữ liệu đang khóa mà bản sao thì không được mã hóa. Hãy đọc và đồng ý ở mục Tự sao lưu ra thư mục (Dữ liệu → Sao lưu), hoặc tự tải tệp sao lưu có mật khẩu.", "No copy was written: the data are locked, and a copy would be in the clear. Read and agree under Copies to a folder (Data → Backup), or download a backup under a passphrase yourself.";
        Other { name: String } => "Chưa ghi được bản sao: trình duyệt báo lỗi {name}. Hãy thử lại, hoặc chọn thư mục khác.", "No copy was written: the browser reported {name}. Try again, or choose another folder.";
    }
}

impl Say for CopyProblem {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::NotAllowed => NotCopied::NotAllowed,
            Self::FolderGone => NotCopied::FolderGone,
            Self::Full => NotCopied::Full,
            Self::NotAsWritten => NotCopied::NotAsWritten,
            Self::DoesNotOpen(error) => NotCopied::DoesNotOpen {
                reason: error.say(locale),
            },
            Self::Storage(problem) => NotCopied::Storage {
                reason: problem.say(locale),
            },
            Self::NotWorked(problem) => NotCopied::NotWorked {
                reason: crate::app::Notice::NotWorked(*problem).say(locale),
            },
            Self::Nothing => NotCopied::Nothing,
            Self::InClear => NotCopied::InClear,
            Self::TooLarge(limit) => NotCopied::TooLarge {
                size: super::data::size(u64::from(*limit), locale),
            },
            Self::Other(name) => NotCopied::Other { name: name.clone() },
        };
        message.say(locale)
    }
}

crate::messages! {
    /// Why a copy cannot be practised with.
    pub enum NotPractised {
        OtherWorkspace => "Tệp này là của một bộ dữ liệu khác nên không so được. Hãy chọn tệp sao lưu của bộ đang mở.", "This file is of another set of data and cannot be compared. Choose a backup of the open one.";
        TooOld => "Bản sao này mở được, nhưng đã quá cũ để so từng bản ghi. Hãy tạo bản sao mới rồi diễn tập với nó.", "This copy opens, but is too old to be compared record by record. Make a new one and practise with that.";
    }
}

impl Say for NotComparable {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::OtherWorkspace => NotPractised::OtherWorkspace,
            Self::TooOld => NotPractised::TooOld,
        };
        message.say(locale)
    }
}
