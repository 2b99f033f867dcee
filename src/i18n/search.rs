//! Words of the search over everything.

crate::messages! {
    /// The search palette.
    pub enum SearchMessage {
        Label => "Tìm mọi thứ", "Search everything";
        Placeholder => "Tên người, nhiệm vụ, mã sản phẩm, phản ánh, màn hình… (không cần dấu)", "People, tasks, product codes, complaints, screens…";
        Nothing => "Không tìm thấy. Hãy thử ít chữ hơn, hoặc một từ khác.", "Nothing found. Try fewer letters, or another word.";
        Person => "công chức", "official";
        Task => "nhiệm vụ", "task";
        Complaint => "phản ánh", "complaint";
        Incident => "vụ việc", "incident";
        Product => "danh mục", "catalogue";
        Screen => "màn hình", "screen";
        Help => "trợ giúp", "help";
        BackupFile => "Sao lưu ra tệp, khôi phục", "Backup file, restore";
        ImportFile => "Nhập từ Excel, dán khối ô", "Import from Excel, paste cells";
        ExportFile => "Xuất dữ liệu: csv, Excel, JSON", "Export: csv, Excel, JSON";
        LogOfActions => "Nhật ký thao tác", "Log of actions";
        DeletedRecords => "Mục đã xóa, lấy lại", "Deleted records, put back";
    }
}
