//! What the page says when the program itself broke.

crate::messages! {
    /// Words in place of the page.
    pub enum BrokenMessage {
        Title => "Công Tâm đã dừng vì một lỗi của chương trình", "Công Tâm stopped because of a fault in the program";
        Text => "Những gì đã báo “Đã lưu” vẫn còn nguyên trong trình duyệt này. Hãy mở lại trang; nếu lỗi lặp lại, hãy tải bản cứu dữ liệu trước rồi mới thử cách khác.", "Everything reported as saved is still in this browser. Open the page again; if the fault returns, download a rescue file before trying anything else.";
        Reload => "Mở lại trang", "Open the page again";
        Rescue => "Tải bản cứu dữ liệu", "Download a rescue file";
        RescueTitle => "Bản cứu dữ liệu", "Rescue file";
        RescueText => "Mọi dữ liệu còn đọc được đang được ghi vào một tệp sao lưu. Khi trình duyệt tải xong, hãy giữ tệp đó ở nơi an toàn rồi mở lại trang.", "Everything that can still be read is being written to a backup file. When the download is done, keep the file in a safe place and open the page again.";
    }
}
