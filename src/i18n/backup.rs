//! Words of backups: making one, what restoring would do, and why a file is refused.

use crate::app::workflow::passphrase::{LEAST_LETTERS, Strength};
use crate::files::backup::BackupError;

use super::{Locale, Say};

crate::messages! {
    /// Backup and restore.
    pub enum BackupMessage {
        Title => "Sao lưu và khôi phục", "Backup and restore";
        Intro => "Một tệp chứa toàn bộ dữ liệu và nhật ký. Hãy cất ở nơi khác: USB, máy chủ của cơ quan.", "One file with all data and the log. Keep it elsewhere: a stick, the agency's server.";
        MakeTitle => "Sao lưu ra tệp", "Make a backup file";
        MakeText => "Tệp có đủ họ tên và mọi ghi chép, nên hãy giữ như hồ sơ cán bộ. Mở lại được trên bất kỳ máy nào.", "The file holds all names and notes: keep it like a personnel file. It opens on any machine.";
        Make => "Tải tệp sao lưu", "Download a backup";
        MakeSealed => "Tải tệp sao lưu có mật khẩu", "Download a sealed backup";
        SealIt => "Khóa tệp bằng mật khẩu", "Seal the file under a passphrase";
        SealHint => "Ai nhặt được tệp mà không có mật khẩu thì không đọc được gì.", "Whoever finds the file learns nothing from it without the passphrase.";
        Passphrase => "Mật khẩu", "Passphrase";
        PassphraseAgain => "Nhập lại mật khẩu", "The passphrase again";
        LostTitle => "Mất mật khẩu là mất tệp này.", "A lost passphrase is a lost file.";
        LostText => "Không ai mở lại được, kể cả người làm ra Công Tâm: không có mật khẩu dự phòng, không có cách khôi phục. Hãy ghi mật khẩu ra giấy và cất ở nơi khác với tệp. Thử mở lại tệp ngay ở mục Khôi phục bên dưới.", "Nobody can open it again, not even those who made Công Tâm: there is no second key and no way back. Write the passphrase down and keep it apart from the file. Try to open the file at once under Restore below.";
        SealedTitle { file: String } => "“{file}” được khóa bằng mật khẩu", "“{file}” is sealed under a passphrase";
        OpenSealed => "Mở tệp", "Open the file";
        RestoreTitle => "Khôi phục từ tệp", "Restore from a file";
        Drop => "Kéo tệp sao lưu vào đây", "Drop a backup file here";
        Pick => "Chọn tệp sao lưu…", "Choose a backup file…";
        PickHint => "Tệp .congtam, hoặc .congtam.age nếu có mật khẩu. Bạn sẽ xem trước từng thay đổi; chưa có gì thay đổi cho đến khi bạn bấm Khôi phục.", "A .congtam file, or .congtam.age with a passphrase. You see every change first; nothing changes until you press Restore.";
        Reading => "Đang kiểm tra tệp sao lưu…", "Checking the backup…";
        RefusedTitle { file: String } => "Chưa mở được “{file}” – dữ liệu đang có giữ nguyên", "“{file}” was not opened; the present data are unchanged";
        OtherFile => "Chọn tệp khác", "Another file";
        Agency => "Cơ quan", "Agency";
        Made => "Sao lưu lúc", "Made";
        Program => "Phiên bản Công Tâm", "Version of Công Tâm";
        Holds => "Trong tệp", "It holds";
        HoldsText { records: String } => "{records} bản ghi", "{records} records";
        PreviewTitle => "Khôi phục sẽ thay đổi gì", "What restoring would change";
        Kind => "Loại", "Kind";
        New => "Thêm vào", "Added";
        Changed => "Đổi theo tệp", "Changed";
        Same => "Giữ nguyên", "The same";
        Gone => "Sẽ bỏ đi", "Removed";
        Stay => "Chỉ có ở đây, giữ lại", "Only here, kept";
        Total => "Cộng", "Total";
        ModeLabel => "Những bản ghi chỉ có ở đây, không có trong tệp", "Records that are only here, not in the file";
        ModeReplace => "Bỏ đi: dữ liệu trở lại đúng như lúc sao lưu", "Remove them: the data become what they were then";
        ModeKeep => "Giữ lại: chỉ thêm và đổi theo tệp", "Keep them: only add and change";
        Safety => "Khôi phục là một thao tác: hoặc được tất cả, hoặc không thay đổi gì; hoàn tác được bằng một lần Ctrl+Z.", "Restoring is one action: all of it or nothing; one Ctrl+Z takes it back.";
        Nothing => "Dữ liệu đang có giống hệt tệp này. Không có gì để khôi phục.", "The present data are the same as this file. There is nothing to restore.";
        SameAgency => "Tệp này được tạo ở một bộ dữ liệu khác (ví dụ trên máy khác) của cơ quan cùng tên. Hãy xem kỹ bảng dưới đây trước khi khôi phục.", "This file was made in another set of data (another machine, say) of an agency of the same name. Look at the table before restoring.";
        ApartTitle { agency: String } => "Tệp này là dữ liệu của bộ khác: {agency}", "This file is of another set of data: {agency}";
        ApartUnlocked => "Bộ dữ liệu mới chưa được khóa: hãy bật khóa cho nó ngay sau khi mở.", "The new set of data is not locked: switch its lock on as soon as it is open.";
        ApartText => "Để không ghi đè nhầm, Công Tâm không khôi phục nó lên bộ đang mở. Hãy mở nó thành một bộ dữ liệu riêng; bộ đang mở giữ nguyên.", "So that nothing is overwritten by mistake it is not restored over the open set. Open it as a set of its own; the open one stays as it is.";
        Apart => "Mở thành bộ dữ liệu riêng", "Open as a set of its own";
        CopyFirst => "Trước khi khôi phục, dữ liệu đang có được sao lưu: vào thư mục đã chọn, hoặc thành tệp tải xuống.", "Before restoring, the present data are backed up: to the chosen folder, or as a download.";
        CopyMade => "Bản sao gần nhất đã có mọi thay đổi: còn giữ bản đó thì lấy lại được dữ liệu đang có.", "The last copy holds every change: as long as you keep it, the present data can be had again.";
        SealedFirst => "Cần một tệp sao lưu có mật khẩu trước khi khôi phục", "A backup under a passphrase is needed first";
        SealedFirstText => "Dữ liệu đang khóa nên Công Tâm không tự ghi bản sao không mã hóa. Hãy tải tệp ở phần Sao lưu ra tệp phía trên (có khóa bằng mật khẩu); xong, nút Khôi phục sẽ dùng được. Hoặc đồng ý với bản sao không mã hóa ở phần Tự sao lưu ra thư mục.", "The data are locked, so no copy in the clear is made by itself. Download one above, under Make a backup file, sealed under a passphrase; Restore can be pressed then. Or agree to copies in the clear under Copies to a folder.";
        EachChange => "Xem từng thay đổi…", "See every change…";
        BackToPreview => "Quay lại bản xem trước", "Back to the preview";
        MoreChanges { count: String } => "Hiện thêm {count} bản ghi", "Show {count} more records";
        BroughtBack { names: String } => "Khôi phục sẽ đưa trở lại người đã xóa vĩnh viễn: {names}", "Restoring brings people back who were erased for good: {names}";
        BroughtBackText => "Nếu yêu cầu xóa vẫn còn, sau khi khôi phục hãy xóa lại ở mục Đã xóa, và bỏ các tệp sao lưu cũ.", "If they are still to be erased, erase them again under Deleted after restoring, and let old backups go.";
        Restore { count: String } => "Khôi phục ({count} thay đổi)", "Restore ({count} changes)";
        DoneTitle => "Đã khôi phục", "Restored";
        DoneText { file: String, count: String } => "{count} bản ghi theo “{file}”. Nếu không đúng, hãy hoàn tác.", "{count} records as in “{file}”. Undo if that was not meant.";
        Actions => "Nhật ký trong tệp", "Its log";
        ActionsText { count: String } => "{count} thao tác, nguyên vẹn", "{count} actions, whole";
        NoActions => "không có", "none";
        UnreadableActions => "hỏng, không đọc được", "damaged, cannot be read";
        BrokenActions { number: u64 } => "hỏng từ thao tác số {number}", "broken from action {number}";
        ApartActions { number: u64 } => "chỉ có đến thao tác số {number}, không dẫn tới các bản ghi trong tệp", "ends with action {number} and does not lead to the records of the file";
        LogGoes => "Nhật ký đi kèm: hoàn tác, mục đã xóa và mã băm đã in vẫn dùng tiếp được.", "The log goes along: undo, the bin and hashes already printed go on working.";
        LogStays => "Chỉ khôi phục được các bản ghi. Nhật ký trong tệp không đưa vào được, nên không hoàn tác được thao tác cũ, không lấy lại được mục đã xóa và không tìm thấy mã băm đã in. Nếu có bản sao lưu khác, hãy thử trước; hãy giữ lại tệp này.", "Only the records can be restored. The log in the file cannot go along: older actions cannot be undone, the bin is empty and hashes already printed are not found. Try another backup first if there is one, and keep this file.";
        LogNotMerged => "Bộ đang mở giữ nhật ký của mình; nhật ký trong tệp không được gộp vào.", "The open set keeps its own log; the log in the file is not merged into it.";
        SafetyWhole => "Hoặc khôi phục được tất cả, hoặc không thay đổi gì.", "All of it is restored, or nothing changes.";
        Carrying => "Đang khôi phục các bản ghi và nhật ký…", "Restoring records and log…";
        DoneCarriedText { file: String, count: String, actions: String } => "{count} bản ghi và nhật ký {actions} thao tác theo “{file}”.", "{count} records and a log of {actions} actions as in “{file}”.";
        CarriedNotice => "Khôi phục bản sao lưu: xong. Nhật ký trong tệp được dùng tiếp.", "Restoring the backup: done. Its log goes on.";
        CarryingNotice => "Đang khôi phục bản sao lưu; xin chờ cho xong rồi làm tiếp.", "A backup is being restored; please wait until that is done.";
        NotDone => "Chưa khôi phục: dữ liệu trong tệp không khớp nhau nên không được nhận. Dữ liệu đang có giữ nguyên. Hãy dùng tệp sao lưu khác.", "Not restored: the records of the file do not fit together. The present data are unchanged. Use another backup.";
    }
}

crate::messages! {
    /// What is said of a passphrase while it is typed.
    pub enum PassphraseMessage {
        Short { least: usize } => "Cần ít nhất {least} ký tự. Tốt nhất là bốn, năm từ không liên quan đến nhau.", "At least {least} characters. Best are four or five words that have nothing to do with each other.";
        Weak => "Dễ đoán. Hãy dùng bốn, năm từ không liên quan đến nhau.", "Easily guessed. Use four or five words that have nothing to do with each other.";
        Fair => "Tạm được. Dài thêm một hai từ nữa thì tốt.", "Fair. One or two more words would be good.";
        Strong => "Khó đoán, miễn là không lấy từ tên người, tên cơ quan hay ngày tháng.", "Hard to guess, as long as it is not made of names, the agency or a date.";
        Different => "Hai lần nhập không giống nhau. Hãy nhập lại.", "The two do not agree. Enter it again.";
    }
}

impl Say for Strength {
    fn say(&self, locale: Locale) -> String {
        let message = match self {
            Self::Short => PassphraseMessage::Short {
                least: LEAST_LETTERS,
            },
            Self::Weak => PassphraseMessage::Weak,
            Self::Fair => PassphraseMessage::Fair,
            Self::Strong => PassphraseMessage::Strong,
        };
        message.say(locale)
    }
}

crate::messages! {
    /// Why a file is no backup that can be restored: the place, the reason, the next step.
    pub enum RefusedBackup {
        NotABackup => "Đây không phải tệp sao lưu của Công Tâm. Hãy chọn tệp có đuôi .congtam; tệp Excel thì dùng mục Nhập.", "This is not a backup of Công Tâm. Choose a file ending in .congtam; Excel files go to Import.";
        Truncated => "Tệp rỗng hoặc bị cụt, thường do chép hoặc tải về chưa xong. Hãy chép lại tệp từ nơi cất giữ.", "The file is empty or cut short, often by a broken copy. Copy it again from where it is kept.";
        Newer { program: String } => "Tệp do phiên bản Công Tâm mới hơn ({program}) tạo ra. Hãy tải lại trang để dùng phiên bản mới rồi mở lại tệp.", "The file was made by a newer Công Tâm ({program}). Reload the page to get it, then open the file again.";
        Checksum { part: String } => "Phần “{part}” trong tệp đã bị thay đổi hoặc hỏng sau khi sao lưu (sai mã kiểm tra). Hãy dùng bản sao khác của tệp, hoặc bản sao lưu trước đó.", "The part “{part}” was changed or damaged after the backup was made (wrong checksum). Use another copy of the file, or an earlier backup.";
        PartMissing { part: String } => "Trong tệp thiếu phần “{part}”. Hãy dùng bản sao khác của tệp, hoặc bản sao lưu trước đó.", "The part “{part}” is missing. Use another copy of the file, or an earlier backup.";
        Line { part: String, line: usize, reason: String } => "Không hiểu được dòng {line} của phần “{part}” ({reason}). Hãy dùng bản sao lưu khác.", "Line {line} of “{part}” cannot be understood ({reason}). Use another backup.";
        Count { expected: u64, found: u64 } => "Tệp phải có {expected} bản ghi nhưng chỉ thấy {found}. Hãy dùng bản sao khác của tệp.", "The file should hold {expected} records; {found} were found. Use another copy of the file.";
        Sealed => "Tệp này được khóa bằng mật khẩu. Hãy nhập mật khẩu đã đặt khi sao lưu.", "This file is sealed under a passphrase. Enter the one it was made with.";
        WrongPassphrase => "Mật khẩu không đúng. Tệp và dữ liệu đang có giữ nguyên. Hãy xem lại phím Caps Lock, kiểu gõ tiếng Việt và chọn đúng tệp rồi nhập lại; nếu chắc chắn đúng thì phần đầu tệp đã hỏng, hãy dùng bản sao khác của tệp.", "The passphrase is wrong. The file and the present data are unchanged. Check Caps Lock, the keyboard and that it is the right file, then enter it again; if it is surely right, the head of the file is damaged: use another copy.";
        SealBroken => "Tệp đã bị thay đổi, hỏng hoặc cụt sau khi khóa bằng mật khẩu, nên không được mở. Hãy dùng bản sao khác của tệp, hoặc bản sao lưu trước đó.", "The file was changed, damaged or cut short after it was sealed, so it is not opened. Use another copy of the file, or an earlier backup.";
        SealedOtherwise => "Tệp được mã hóa bằng khóa riêng của một người chứ không bằng mật khẩu. Hãy giải mã tệp bằng chương trình đã tạo ra nó rồi chọn tệp .congtam nhận được.", "The file is encrypted for somebody's key, not under a passphrase. Decrypt it with the program that made it, then choose the .congtam file that comes out.";
        SealTooCostly { work: u8, most: u8 } => "Tệp đòi hỏi phép tính mật khẩu quá nặng đối với trình duyệt (mức {work}, tối đa {most}). Hãy giải mã tệp bằng chương trình age trên máy rồi chọn tệp .congtam nhận được.", "Its passphrase asks for more work than a browser can do (level {work}, at most {most}). Decrypt it with the program age, then choose the .congtam file that comes out.";
        TooLarge { limit: u64 } => "Tệp lớn bất thường khi giải nén (quá {limit} MB) nên không được mở. Hãy kiểm tra lại đó có phải tệp sao lưu không.", "The file grows beyond {limit} MB when unpacked, so it is not opened. Check that it is a backup.";
    }
}

crate::messages! {
    /// What lies in a part of a backup.
    pub enum BackupPart {
        Book { part: String } => "bản ghi ({part})", "records ({part})";
        Log { part: String } => "nhật ký ({part})", "log ({part})";
        Manifest { part: String } => "mục lục ({part})", "table of contents ({part})";
    }
}

/// A part by what lies in it; its name in the file stays, for whoever has to look there.
fn part_name(part: &str, locale: Locale) -> String {
    let name = part.to_owned();
    let message = match part.split_once('.').map_or(part, |(stem, _)| stem) {
        "book" => BackupPart::Book { part: name },
        "log" | "first" => BackupPart::Log { part: name },
        "manifest" => BackupPart::Manifest { part: name },
        _ => return name,
    };
    message.say(locale)
}

impl Say for BackupError {
    fn say(&self, locale: Locale) -> String {
        const MEGABYTE: u64 = 1 << 20;
        let message = match self {
            Self::NotABackup => RefusedBackup::NotABackup,
            Self::Truncated => RefusedBackup::Truncated,
            Self::Newer { program, .. } => RefusedBackup::Newer {
                program: program.clone(),
            },
            Self::Checksum { part } => RefusedBackup::Checksum {
                part: part_name(part, locale),
            },
            Self::PartMissing { part } => RefusedBackup::PartMissing {
                part: part_name(part, locale),
            },
            Self::Line { part, line, reason } => RefusedBackup::Line {
                part: part_name(part, locale),
                line: *line,
                reason: reason.clone(),
            },
            Self::Count { expected, found } => RefusedBackup::Count {
                expected: *expected,
                found: *found,
            },
            Self::Sealed => RefusedBackup::Sealed,
            Self::WrongPassphrase => RefusedBackup::WrongPassphrase,
            Self::SealBroken => RefusedBackup::SealBroken,
            Self::SealedOtherwise => RefusedBackup::SealedOtherwise,
            Self::SealTooCostly { work, most } => RefusedBackup::SealTooCostly {
                work: *work,
                most: *most,
            },
            Self::TooLarge { limit } => RefusedBackup::TooLarge {
                limit: limit / MEGABYTE,
            },
        };
        message.say(locale)
    }
}
