//! Words of the agency's own time limits for complaints.

crate::messages! {
    /// The list and its form.
    pub enum ClocksMessage {
        Title => "Thời hạn giải quyết đơn", "Time limits for complaints";
        Intro => "Thời hạn theo văn bản là mức hướng dẫn. Cơ quan có quy chế quy định ngắn hơn, hoặc có thời hạn cho loại đơn chưa có thời hạn chung, thì ghi ở đây; áp dụng cho đơn nhận trong những ngày có hiệu lực.", "The time limits of the texts are guidance. An agency whose rules set shorter ones, or one for a kind that has none, records it here; it holds for complaints received while it is in force.";
        Name { procedure: String, stage: String } => "{procedure}: {stage}", "{procedure}: {stage}";
        Whole { procedure: String } => "{procedure}: từ ngày nhận đến khi giải quyết xong", "{procedure}: from receipt until settled";
        Shipped { length: String, cited: String } => "Theo văn bản: {length} ({cited})", "As written: {length} ({cited})";
        NotShipped => "Chưa có thời hạn chung", "No general time limit";
        Days { length: u32 } => "{length} ngày", "{length} days";
        WorkingDays { length: u32 } => "{length} ngày làm việc", "{length} working days";
        Own { length: String, days: String, cited: String } => "Của cơ quan: {length}, {days} ({cited})", "The agency's own: {length}, {days} ({cited})";
        Since { from: String } => "từ {from}", "since {from}";
        SinceTo { from: String, to: String } => "từ {from} đến {to}", "from {from} to {to}";
        Set => "Đặt thời hạn riêng", "Set an own time limit";
        SetNote => "Thời hạn riêng cũ của cùng việc kết thúc vào ngày trước ngày bắt đầu ở đây. Có thể hoàn tác.", "An older own one for the same stage ends the day before this one begins. This can be undone.";
        Clock => "Việc", "Stage";
        Length => "Số ngày", "Days";
        Unit => "Tính theo", "Counted in";
        UnitDays => "Ngày", "Days";
        UnitWorkingDays => "Ngày làm việc", "Working days";
        From => "Áp dụng từ ngày", "In force from";
        To => "Đến ngày", "Until";
        ToHint => "Để trống nếu chưa biết ngày kết thúc", "Leave empty while there is no end";
        Issuer => "Cơ quan, người ban hành", "Issued by";
        Document => "Số, ngày văn bản", "Document";
        Remove { cited: String } => "Bỏ thời hạn riêng theo {cited}", "Remove the own time limit by {cited}";
    }
}
