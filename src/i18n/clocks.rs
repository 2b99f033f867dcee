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
        SetNote => "Trong những ngày ghi ở đây, thời hạn này thay thời hạn riêng khác của cùng việc; ngoài những ngày ấy thời hạn kia giữ nguyên. Có thể hoàn tác.", "In the days given here this takes the place of other own ones for the same stage; outside them those stay. This can be undone.";
        Cut { own: String, left: String } => "{own}: còn áp dụng {left}", "{own}: stays in force {left}";
        CutTwice { first: String, second: String } => "{first} và {second}", "{first} and {second}";
        Ends { own: String } => "{own}: không còn áp dụng ngày nào", "{own}: no longer in force on any day";
        GivesWay { to: String } => "Thời hạn mới chỉ đến {to}: từ hôm sau đã có thời hạn riêng khác.", "The new one ends on {to}: from the day after another own one holds.";
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
