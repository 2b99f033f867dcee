//! The shell around every screen: navigation, saving, undo, general buttons, refusals.

use crate::ledger::{ApplyError, ImpossibleValue};

use super::action::KindName;
use super::{Locale, Say};

crate::messages! {
    /// Words of the shell.
    pub enum ShellMessage {
        AppName => "Công Tâm", "Công Tâm";
        Tagline => "Theo dõi, đánh giá công chức theo NĐ 335/2025/NĐ-CP", "Evaluation of civil servants under NĐ 335/2025/NĐ-CP";
        NavOverview => "Tổng quan", "Overview";
        NavOfficials => "Công chức", "Officials";
        NavTasks => "Nhiệm vụ", "Tasks";
        NavComplaints => "Phản ánh", "Complaints";
        NavScoring => "Chấm điểm", "Scoring";
        NavYear => "Xếp loại năm", "Year's classes";
        NavConduct => "Kỷ cương", "Conduct";
        NavForms => "Biểu mẫu", "Forms";
        NavRules => "Danh mục & quy tắc", "Catalogue & rules";
        NavData => "Dữ liệu", "Data";
        NavHelp => "Trợ giúp", "Help";
        NavMain => "Các màn hình", "Screens";
        SkipToContent => "Đến nội dung chính", "Skip to content";
        Search => "Tìm người, nhiệm vụ, văn bản…", "Search people, tasks, documents…";
        Period => "Kỳ", "Period";
        Undo => "Hoàn tác", "Undo";
        UndoNamed { action: String } => "Hoàn tác: {action}", "Undo: {action}";
        Redo => "Làm lại", "Redo";
        RedoNamed { action: String } => "Làm lại: {action}", "Redo: {action}";
        Saved => "Đã lưu", "Saved";
        Saving => "Đang lưu…", "Saving…";
        SaveFailed => "Chưa lưu được", "Not saved";
        NoBackup => "chưa có bản sao lưu", "no backup yet";
        BackupAge { age: String } => "sao lưu {age}", "backup {age}";
        JustNow => "vừa xong", "just now";
        MinutesAgo { count: i64 } => "{count} phút trước", "{count} min ago";
        HoursAgo { count: i64 } => "{count} giờ trước", "{count} h ago";
        DaysAgo { count: i64 } => "{count} ngày trước", "{count} days ago";
        Theme => "Giao diện sáng/tối", "Light or dark";
        ThemeLight => "Sáng", "Light";
        ThemeDark => "Tối", "Dark";
        ThemeAuto => "Theo máy", "As the system";
        Language => "Ngôn ngữ", "Language";
        SampleBanner => "Bạn đang xem cơ quan mẫu. Mọi người và số liệu ở đây đều hư cấu.", "You are looking at the sample agency. All people and figures here are invented.";
        LeaveSample => "Rời cơ quan mẫu", "Leave the sample";
        Cancel => "Hủy", "Cancel";
        Close => "Đóng", "Close";
        AllShown => "Đã hiện hết.", "All are shown.";
        Save => "Lưu", "Save";
        Open => "Mở", "Open";
        Print => "In", "Print";
        Why => "Vì sao?", "Why?";
        Retry => "Thử lại", "Try again";
        RescueDownload => "Tải bản cứu dữ liệu", "Download a rescue file";
        Menu => "Trình đơn", "Menu";
        Loading => "Đang mở dữ liệu…", "Opening the data…";
        LoadingScreen => "Đang mở…", "Opening…";
        NotFetched => "Chưa tải được một phần của ứng dụng", "A part of the app could not be loaded";
        NotFetchedText => "Hãy kiểm tra kết nối mạng rồi thử lại. Dữ liệu đã lưu vẫn còn nguyên.", "Check the network connection and try again. Saved data are untouched.";
        UndoDone { action: String } => "Đã hoàn tác: {action}", "Undone: {action}";
        RedoDone { action: String } => "Đã làm lại: {action}", "Redone: {action}";
        NothingToUndo => "Không còn gì để hoàn tác.", "Nothing to undo.";
        NothingToRedo => "Không còn gì để làm lại.", "Nothing to redo.";
    }
}

impl ShellMessage {
    /// How long ago something was, from whole minutes.
    #[must_use]
    pub const fn ago(minutes: i64) -> Self {
        match minutes {
            ..=0 => Self::JustNow,
            count @ 1..60 => Self::MinutesAgo { count },
            count @ 60..1440 => Self::HoursAgo { count: count / 60 },
            count => Self::DaysAgo {
                count: count / 1440,
            },
        }
    }
}

crate::messages! {
    /// Refusals of the book.
    pub enum RefusalMessage {
        Stale { kind: String } => "Chưa thay đổi gì: {kind} này đã được sửa ở nơi khác trong lúc bạn làm. Hãy xem lại rồi làm lại thao tác.", "Nothing was changed: this {kind} was changed elsewhere meanwhile. Look at it and try again.";
        Dangling { kind: String, missing: String } => "Chưa thay đổi gì: {kind} chỉ tới một {missing} không còn trong dữ liệu. Hãy chọn lại.", "Nothing was changed: the {kind} refers to a {missing} that is no longer there. Choose again.";
        InUse { kind: String, by: String } => "Chưa xóa: {kind} này còn được dùng bởi {by}. Hãy sửa hoặc xóa bên đó trước.", "Not removed: this {kind} is still used by a {by}. Change or remove that first.";
        NegativeQuantity => "Số lượng, hệ số và điểm không được âm. Hãy nhập lại.", "Quantities, coefficients and points cannot be negative. Enter again.";
        QuantityTooLarge => "Con số lớn quá mức có thể có. Hãy kiểm tra lại số chữ số.", "The number is larger than can be. Check the digits.";
        EmptyName => "Tên không được để trống. Hãy nhập tên.", "The name cannot be empty. Enter one.";
        ReversedSpan => "Ngày kết thúc trước ngày bắt đầu. Hãy sửa lại.", "The last day is before the first. Correct it.";
        RatingOutOfRange => "Tỷ lệ phải từ 0 đến 100. Hãy nhập lại.", "The rating must be between 0 and 100. Enter again.";
        UnitCycle => "Một đơn vị không thể thuộc chính nó. Hãy chọn đơn vị cấp trên khác.", "A unit cannot belong to itself. Choose another parent.";
        LinkCycle => "Một phản ánh không thể ghép vòng về chính nó. Hãy chọn phản ánh khác.", "A complaint cannot be linked back to itself. Choose another one.";
    }
}

impl Say for ApplyError {
    fn say(&self, locale: Locale) -> String {
        let named = |key: &crate::ledger::Key| KindName::from(key.kind()).say(locale);
        let message = match self {
            Self::Stale(key) => RefusalMessage::Stale { kind: named(key) },
            Self::Dangling { from, to } => RefusalMessage::Dangling {
                kind: named(from),
                missing: named(to),
            },
            Self::InUse { used, by } => RefusalMessage::InUse {
                kind: named(used),
                by: named(by),
            },
            Self::Impossible { value, .. } => match value {
                ImpossibleValue::NegativeQuantity => RefusalMessage::NegativeQuantity,
                ImpossibleValue::QuantityTooLarge => RefusalMessage::QuantityTooLarge,
                ImpossibleValue::EmptyName => RefusalMessage::EmptyName,
                ImpossibleValue::ReversedSpan => RefusalMessage::ReversedSpan,
                ImpossibleValue::RatingOutOfRange => RefusalMessage::RatingOutOfRange,
                ImpossibleValue::UnitCycle => RefusalMessage::UnitCycle,
                ImpossibleValue::LinkCycle => RefusalMessage::LinkCycle,
            },
        };
        message.say(locale)
    }
}
