//! Words of the data screen: where the data are kept, exports, the log, workspaces.

use crate::app::view::log::LogFilter;
use crate::ledger::Kind;

use super::{Locale, Say};

crate::messages! {
    /// The data screen.
    pub enum DataMessage {
        Sections => "Các phần của dữ liệu", "Parts of the data";
        TabState => "Tình trạng", "State";
        TabImport => "Nhập", "Import";
        TabExport => "Xuất", "Export";
        TabBackup => "Sao lưu, khôi phục", "Backup, restore";
        TabLog => "Nhật ký", "Log";
        StateTitle => "Dữ liệu", "Data";
        StateIntro => "Dữ liệu đang ở đâu, có an toàn không, và có những gì.", "Where the data are, how safe they are, and what there is.";
        ExportTitle => "Xuất dữ liệu", "Export";
        ExportIntro => "Tệp được tạo ngay trên máy này. Muốn mang toàn bộ dữ liệu sang máy khác, hãy dùng tệp sao lưu.", "Files are made on this machine. To take everything to another machine, use a backup file.";
        LogTitle => "Nhật ký", "Log";
        LogIntro => "Mọi thao tác đã làm, mới nhất trước. Thao tác hoàn tác cũng được ghi; không dòng nào bị xóa.", "Every action, newest first. Taking back is an action too; no line is ever removed.";
        WhereTitle => "Nơi lưu", "Storage";
        Place => "Nơi lưu", "Kept in";
        PlaceText => "Trong trình duyệt này, trên máy này; không gửi đi đâu", "This browser on this machine; nothing is sent anywhere";
        Used => "Đã dùng", "Used";
        UsedOf { used: String, allowed: String } => "{used} trong {allowed} được phép", "{used} of {allowed} allowed";
        NotTold => "Trình duyệt không cho biết", "The browser does not tell";
        Kept => "Khi máy thiếu chỗ", "When room gets short";
        KeptYes => "Trình duyệt hứa giữ lại", "The browser promised to keep them";
        KeptNo => "Trình duyệt có thể tự xóa", "The browser may clear them";
        LastBackup => "Sao lưu gần nhất", "Last backup";
        Never => "Chưa có", "None yet";
        AskTitle => "Trình duyệt chưa hứa giữ dữ liệu khi máy thiếu chỗ.", "The browser has not promised to keep the data when room gets short.";
        AskText => "Bấm nút dưới đây để xin. Trình duyệt có thể hỏi lại bạn.", "Press the button to ask. The browser may ask you in turn.";
        AskedText => "Trình duyệt chưa đồng ý lúc này. Hãy đánh dấu trang này, dùng thường xuyên rồi xin lại; trong lúc đó hãy sao lưu ra tệp mỗi ngày.", "The browser does not agree now. Bookmark this page, use it often and ask again; meanwhile save a backup file every day.";
        Ask => "Xin giữ lại dữ liệu", "Ask to keep the data";
        OnlyFile => "Chỉ tệp để ngoài trình duyệt mới là bản sao lưu: xóa dữ liệu duyệt web sẽ xóa cả dữ liệu ở đây.", "Only a file outside the browser is a backup: clearing site data clears these data too.";
        CountsTitle => "Đang có", "What there is";
        Operations => "thao tác trong nhật ký", "actions in the log";
        WorkspacesTitle => "Các bộ dữ liệu trong trình duyệt này", "Sets of data in this browser";
        WorkspacesIntro => "Mỗi bộ ở một ngăn riêng, không bộ nào chạm được vào bộ khác.", "Each is kept apart; none can touch another.";
        Unnamed => "(chưa đặt tên cơ quan)", "(agency without a name)";
        SampleName => "Cơ quan mẫu", "The sample agency";
        Sample => "hư cấu", "invented";
        OpenNow => "đang mở", "open";
        DeleteSet => "Xóa…", "Delete…";
        DeleteSetNamed { name: String } => "Xóa bộ dữ liệu {name}", "Delete {name}";
        DeleteSetTitle { name: String } => "Xóa bộ dữ liệu “{name}” khỏi trình duyệt này?", "Delete “{name}” from this browser?";
        DeleteSetText => "Mọi bản ghi và nhật ký của bộ này trong trình duyệt bị xóa hẳn và không hoàn tác được. Các tệp và bản sao ở ngoài trình duyệt vẫn còn. Nếu chưa có bản sao, hãy mở bộ này và tải tệp sao lưu trước.", "All records and the log of this set in the browser go for good; this cannot be undone. Files and copies outside the browser stay. Where there is no copy yet, open the set and download a backup first.";
        DeleteSetConfirm => "Xóa hẳn", "Delete for good";
        SwitchTo => "Mở", "Open";
        SwitchToNamed { name: String } => "Mở bộ dữ liệu {name}", "Open {name}";
        TrySample => "Mở cơ quan mẫu", "Open the sample agency";
        NewSet => "Tạo bộ dữ liệu mới", "Start a new set";
        LogFilters => "Lọc nhật ký", "Filter the log";
        FilterAll => "Tất cả", "All";
        FilterBrought => "Nhập, dán, khôi phục", "Imports, pastes, restores";
        FilterScored => "Chấm điểm, quyết định", "Points, decisions";
        FilterEdited => "Sửa từng mục", "Single edits";
        FilterUndone => "Đã hoàn tác", "Taken back";
        ColumnNumber => "Số", "No.";
        ColumnWhen => "Lúc", "When";
        ColumnDesk => "Bàn làm việc", "Desk";
        ColumnWhat => "Việc đã làm", "What was done";
        ColumnRecords => "Bản ghi", "Records";
        ColumnState => "Tình trạng", "State";
        LogUndone => "Đã hoàn tác", "Taken back";
        LogStands => "Còn hiệu lực", "Stands";
        LogUnsaved => "Chưa lưu", "Not saved";
        LogEmpty => "Chưa có thao tác nào ở mục này.", "No action here yet.";
        LogNotFound => "Không thao tác nào khớp với điều đang tìm.", "No action matches the search.";
        LogNotFoundText => "Hãy bỏ bớt chữ, mã băm hoặc ngày ở trên, hoặc chọn “Tất cả”.", "Take out words, hash or days above, or choose “All”.";
        SetHolds { officials: String, actions: String } => "{officials} công chức, {actions} thao tác", "{officials} officials, {actions} actions";
        SetNotKnown => "chưa rõ bên trong có gì, hãy mở ra xem trước khi xóa", "what is in it is not known: open it before deleting it";
        SetCopied { day: String } => "bản sao gần nhất {day}", "last copy {day}";
        SetNotCopied => "chưa có bản sao ngoài trình duyệt", "no copy outside the browser";
        LogMore { count: String } => "Xem thêm {count} thao tác cũ hơn", "Show {count} older actions";
    }
}

impl From<LogFilter> for DataMessage {
    fn from(filter: LogFilter) -> Self {
        match filter {
            LogFilter::All => Self::FilterAll,
            LogFilter::Brought => Self::FilterBrought,
            LogFilter::Scored => Self::FilterScored,
            LogFilter::Edited => Self::FilterEdited,
            LogFilter::Undone => Self::FilterUndone,
        }
    }
}

/// What a number of records counts, as a title: `Công chức`.
#[must_use]
pub fn counted(kind: Kind, locale: Locale) -> String {
    super::format::capitalised(&super::action::KindName::from(kind).say(locale))
}

/// A size of storage with one decimal: `1,2 MB`.
#[must_use]
pub fn size(bytes: u64, locale: Locale) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    let mut tenths = bytes / 100;
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1_000;
        unit += 1;
    }
    let point = if locale == Locale::Vi { ',' } else { '.' };
    format!("{}{point}{} {}", tenths / 10, tenths % 10, UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        assert_eq!(size(0, Locale::Vi), "0,0 kB");
        assert_eq!(size(1_234_567, Locale::Vi), "1,2 MB");
        assert_eq!(size(64_000_000_000, Locale::En), "64.0 GB");
    }
}
