//! Words of the lock: unlocking, the panel that switches it, the recovery kit, refusals.

use crate::app::LockRefusal;

use super::{Locale, Say};

crate::messages! {
    /// The lock of the data.
    pub enum LockMessage {
        UnlockTitle => "Dữ liệu đang khóa", "The data are locked";
        UnlockText => "Nhập mật khẩu hoặc mã khôi phục để mở. Dữ liệu nằm trên máy này và không gửi đi đâu.", "Enter the passphrase or the recovery code to open them. The data are on this machine and are sent nowhere.";
        Passphrase => "Mật khẩu", "Passphrase";
        Code => "Mã khôi phục", "Recovery code";
        CodeHint => "Tám nhóm bốn ký tự trên tờ khôi phục. Không phân biệt chữ hoa, chữ thường; gạch nối và dấu cách không cần gõ.", "The eight groups of four on the recovery kit. Capitals do not matter; hyphens and spaces need not be typed.";
        UseCode => "Dùng mã khôi phục", "Use the recovery code";
        UsePassphrase => "Dùng mật khẩu", "Use the passphrase";
        Unlock => "Mở khóa", "Unlock";
        Unlocking => "Đang mở khóa…", "Unlocking…";
        WrongPassphrase => "Mật khẩu không đúng. Hãy xem lại phím Caps Lock và kiểu gõ tiếng Việt rồi nhập lại.", "The passphrase is wrong. Check Caps Lock and the keyboard, then enter it again.";
        WrongCode => "Mã khôi phục không đúng hoặc đã được thay bằng mã mới.", "The recovery code is wrong, or was replaced by a newer one.";
        NotACode => "Chưa phải mã khôi phục: mã có 32 chữ và số, chia tám nhóm.", "Not a recovery code yet: it has 32 letters and digits in eight groups.";
        WaitSeconds { count: i64 } => "Đã sai nhiều lần. Thử lại sau {count} giây.", "Wrong several times. Try again in {count} seconds.";
        WaitMinutes { count: i64 } => "Đã sai nhiều lần. Thử lại sau {count} phút.", "Wrong several times. Try again in {count} minutes.";
        LeftSeconds { count: i64 } => "Còn {count} giây", "{count} s left";
        ForgottenTitle => "Quên mật khẩu?", "Forgot the passphrase?";
        ForgottenText => "Chỉ mã khôi phục trên tờ đã in mới mở được. Mất cả mật khẩu lẫn mã khôi phục thì không ai mở lại được dữ liệu này, kể cả người làm ra Công Tâm. Khi đó chỉ còn cách mở bản sao lưu thành một bộ dữ liệu mới.", "Only the recovery code on the printed kit opens them then. Without passphrase and code nobody can open these data again, not even those who made Công Tâm. What is left is opening a backup as a new set of data.";
        Title => "Khóa dữ liệu", "Lock the data";
        WhatText => "Khi bật, bộ dữ liệu đang mở được mã hóa trong trình duyệt này; chỉ mật khẩu của bạn hoặc mã khôi phục mở được. Mỗi bộ dữ liệu có khóa riêng: bộ khác không khóa theo. Ai có máy hay ổ đĩa mà không có mật khẩu thì không đọc được gì.", "When it is on, the open set of data is encrypted in this browser; only your passphrase or the recovery code opens it. Each set has a lock of its own: others are not locked with it. Whoever has the machine or the disk without the passphrase reads nothing.";
        LimitsText => "Khóa không che tệp đã xuất, bản sao lưu không đặt mật khẩu và trang đang mở. Những gì đã ghi trước khi bật khóa có thể còn sót trên ổ đĩa cho đến khi trình duyệt dọn. Người có bản chép ổ đĩa có thể dò mật khẩu bao lâu tùy ý, nên hãy chọn mật khẩu khó đoán.", "It does not cover exported files, backups without a passphrase, or a page that is open. What was written before it was switched on may remain on the disk until the browser tidies up. Whoever copied the disk can guess at the passphrase as long as they like, so choose one that is hard to guess.";
        LostTitle => "Mất cả mật khẩu lẫn mã khôi phục là mất dữ liệu.", "Without passphrase and recovery code the data are lost.";
        LostText => "Không ai mở lại được, không có cửa sau. Sau khi bật khóa, mã khôi phục hiện ra một lần: hãy in và cất ở nơi khóa được.", "Nobody can open them again; there is no back door. After switching on, the recovery code is shown once: print it and lock it away.";
        NewPassphrase => "Mật khẩu mới", "New passphrase";
        NewPassphraseAgain => "Nhập lại mật khẩu mới", "The new passphrase again";
        CurrentPassphrase => "Mật khẩu hiện tại", "Present passphrase";
        SwitchOn => "Bật khóa", "Switch the lock on";
        Working => "Đang mã hóa rồi đọc lại để kiểm tra từng phần. Đừng đóng trang; nếu trang bị đóng giữa chừng, dữ liệu vẫn còn nguyên như trước.", "Encrypting, then reading every part back. Do not close the page; should it close half-way, the data are as they were.";
        OnText => "Dữ liệu này đang được khóa: chỉ mở được bằng mật khẩu hoặc mã khôi phục.", "These data are locked at rest: only the passphrase or the recovery code opens them.";
        LockNow => "Khóa ngay", "Lock now";
        Idle => "Tự khóa khi không dùng", "Lock when not in use";
        IdleMinutes { count: u32 } => "Sau {count} phút", "After {count} minutes";
        IdleNever => "Không tự khóa", "Never";
        IdleHint => "Chữ đang gõ dở trong ô chưa lưu sẽ mất khi tự khóa.", "What is typed and not yet saved is lost when it locks.";
        ChangeTitle => "Đổi mật khẩu", "Change the passphrase";
        Change => "Đổi mật khẩu", "Change the passphrase";
        Changed => "Đã đổi mật khẩu. Mật khẩu cũ không mở được nữa; mã khôi phục giữ nguyên.", "The passphrase is changed. The old one opens nothing any more; the recovery code stays.";
        NewCodeTitle => "Tạo mã khôi phục mới", "Make a new recovery code";
        NewCodeText => "Dùng khi tờ khôi phục bị mất hoặc có người khác đã thấy. Mã cũ hết tác dụng ngay.", "For when the kit is lost or somebody else saw it. The old code stops working at once.";
        NewCode => "Tạo mã mới", "Make a new code";
        OffTitle => "Tắt khóa", "Switch the lock off";
        OffText => "Dữ liệu trở lại dạng đọc được trên máy này, không cần mật khẩu.", "The data lie readable on this machine again, without a passphrase.";
        SwitchOff => "Tắt khóa", "Switch the lock off";
        Off => "Đã tắt khóa. Dữ liệu lại nằm ở dạng đọc được trên máy này.", "The lock is off. The data lie readable on this machine again.";
        KitTitle => "Tờ khôi phục Công Tâm", "Công Tâm recovery kit";
        KitOnce => "Mã này chỉ hiện một lần. Hãy in hoặc chép ra giấy ngay bây giờ.", "This code is shown once. Print it or write it down now.";
        KitWhat => "Mã khôi phục là chìa khóa thứ hai của dữ liệu Công Tâm trên máy này. Khi quên mật khẩu: ở màn hình mở khóa chọn “Dùng mã khôi phục”, nhập mã; sau đó vào Dữ liệu, mục Khóa dữ liệu, mở Đổi mật khẩu và lại chọn “Dùng mã khôi phục” để đặt mật khẩu mới.", "The recovery code is the second key to the Công Tâm data on this machine. If the passphrase is forgotten: choose “Use the recovery code” on the unlock screen, enter it; then, under Data, Lock the data, open Change the passphrase and choose “Use the recovery code” again to set a new one.";
        KitKeep => "Cất tờ này ở nơi khóa được, tách khỏi máy tính. Ai có cả tờ này lẫn máy này thì đọc được mọi dữ liệu. Mã không thay cho bản sao lưu: máy hỏng thì chỉ bản sao lưu cứu được.", "Lock this sheet away, apart from the computer. Whoever has both reads everything. The code is no backup: if the machine breaks, only a backup helps.";
        KitAgency => "Cơ quan", "Agency";
        KitMade => "Lập ngày", "Made on";
        KitDone => "Đã in hoặc chép xong", "Printed or written down";
        NoCipher => "Trình duyệt không cho mã hóa ở địa chỉ này. Hãy mở Công Tâm qua địa chỉ bắt đầu bằng https:// hoặc trên chính máy này (localhost).", "The browser does not encrypt at this address. Open Công Tâm at an address beginning with https://, or on this machine itself (localhost).";
        NotTheSame => "Chưa đổi gì: phần vừa ghi đọc lại không giống nên không dùng. Dữ liệu còn nguyên như trước. Hãy sao lưu ra tệp, kiểm tra ổ đĩa rồi thử lại.", "Nothing was changed: what was written did not read back the same and is not used. The data are as before. Make a backup file, check the disk, then try again.";
        Unsaved => "Chưa khóa, vì còn thao tác chưa lưu được và khóa lúc này sẽ làm mất. Hãy bấm Thử lại hoặc tải bản cứu dữ liệu trước.", "Not locked: something is not saved yet and would be lost. Try saving again or download a rescue file first.";
    }
}

impl LockMessage {
    /// How long one has to wait, from milliseconds.
    #[must_use]
    pub const fn wait(milliseconds: i64) -> Self {
        let seconds = (milliseconds + 999) / 1_000;
        if seconds < 120 {
            Self::WaitSeconds { count: seconds }
        } else {
            Self::WaitMinutes {
                count: (seconds + 59) / 60,
            }
        }
    }
}

/// Why the lock did not open, said to who tried with a passphrase.
impl Say for LockRefusal {
    fn say(&self, locale: Locale) -> String {
        match self {
            Self::Wrong { .. } | Self::TooSoon { .. } => LockMessage::WrongPassphrase.say(locale),
            Self::NoCipher => LockMessage::NoCipher.say(locale),
            Self::Unsaved => LockMessage::Unsaved.say(locale),
            Self::NotTheSame => LockMessage::NotTheSame.say(locale),
            Self::Storage(problem) => problem.say(locale),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_said_in_seconds_then_in_minutes_and_never_too_short() {
        assert_eq!(LockMessage::wait(1), LockMessage::WaitSeconds { count: 1 });
        assert_eq!(
            LockMessage::wait(5_000),
            LockMessage::WaitSeconds { count: 5 }
        );
        assert_eq!(
            LockMessage::wait(160_000),
            LockMessage::WaitMinutes { count: 3 }
        );
    }
}
