//! Words of the bin, and of erasing a person.

crate::messages! {
    /// What was deleted and can be put back.
    pub enum BinMessage {
        Tab => "Đã xóa", "Deleted";
        Title => "Mục đã xóa", "Deleted records";
        Intro { days: i64 } => "Mục đã xóa giữ {days} ngày, trong thời gian đó lấy lại được. Hết hạn, nội dung bị xóa hẳn khỏi dữ liệu và nhật ký; nhật ký chỉ còn ghi đã xóa hẳn mục nào.", "What is deleted is kept for {days} days and can be put back meanwhile. After that its contents leave the data and the log for good; the log only keeps which records they were.";
        Listed => "Những gì đã xóa", "What was deleted";
        What => "Đã xóa", "Deleted";
        When => "Lúc", "When";
        By => "Bởi", "By";
        Left => "Còn giữ", "Kept for";
        Counted { count: String, kind: String } => "{count} {kind}", "{count} {kind}";
        And { first: String, second: String } => "{first}, {second}", "{first}, {second}";
        Named { what: String, names: String } => "{what}: {names}", "{what}: {names}";
        NamedMore { what: String, names: String } => "{what}: {names}…", "{what}: {names}…";
        Through { what: String, action: String } => "{what} ({action})", "{what} ({action})";
        DaysLeft { days: i64 } => "xóa hẳn sau {days} ngày", "gone for good in {days} days";
        Due => "hết hạn, sắp xóa hẳn", "over, about to go for good";
        PutBack => "Lấy lại", "Put back";
        PutBackNamed { what: String } => "Lấy lại: {what}", "Put back: {what}";
        Reading => "Đang đọc nhật ký…", "Reading the log…";
        Empty => "Không có mục nào đã xóa trong thời gian giữ.", "Nothing deleted is being kept.";
        EmptyText => "Mục bạn xóa hoặc bị thay khi khôi phục sẽ hiện ở đây.", "What you delete, or what a restore replaces, shows up here.";
    }
}

crate::messages! {
    /// Erasing a person.
    pub enum EraseMessage {
        Title => "Xóa dữ liệu cá nhân của một người", "Erase a person's data";
        Text => "Theo yêu cầu của người đó, hoặc khi cơ quan không còn được giữ (Luật Bảo vệ dữ liệu cá nhân). Xóa tên, mã, ngày sinh, ghi chú, nhận xét và mọi câu chữ về người đó khỏi dữ liệu, khỏi nội dung cũ trong nhật ký và tên tệp đã nhập. Nhật ký vẫn ghi đã xóa ai (chỉ bằng số thứ tự) và vẫn kiểm tra được là không ai sửa nhật ký.", "At the person's request, or once the agency may keep them no longer (Law on personal data protection). Takes name, code, day of birth, notes, remarks and every text about the person out of the data, out of what the log holds of the past, and out of the names of imported files. The log keeps that somebody was erased (by number only), and its chain of hashes can still be verified.";
        Who => "Người cần xóa", "Whom to erase";
        Choose => "Chọn một người…", "Choose somebody…";
        First => "Trước hết, xuất hồ sơ của người này: một tệp mọi bản ghi về họ, để trao cho họ hoặc lưu theo quy định.", "First export the person's file: every record about them, to hand over or to keep as the rules ask.";
        Export => "Xuất hồ sơ (.csv)", "Export the file (.csv)";
        FileRecord => "Bản ghi", "Record";
        FileNumber => "Số", "No.";
        FileField => "Mục", "Field";
        FileValue => "Nội dung", "Contents";
        FileFoot { name: String, agency: String, day: String } => "Mọi bản ghi về {name} tại {agency}, xuất ngày {day}.", "Every record about {name} at {agency}, exported on {day}.";
        Exported => "Đã xuất hồ sơ của người này.", "The person's file was exported.";
        Goes => "Sẽ bị xóa hoặc sửa", "What goes or changes";
        Kind => "Loại", "Kind";
        Gone => "Xóa hẳn", "Gone for good";
        Lesser => "Ở lại, không còn nói về ai", "Stay without saying whose";
        Years { years: String, pseudonym: String } => "Kỳ đã khóa của năm {years} có người khác cùng được xếp loại, tỷ lệ Xuất sắc của họ tính trên cả người này. Số liệu các năm đó ở lại dưới tên “{pseudonym}”.", "In the closed periods of {years} others were classified too, and their share of Excellent is counted over this person as well. The figures of those years stay under “{pseudonym}”.";
        NoYears => "Không kỳ đã khóa nào của người khác cần đến số liệu của người này: mọi số liệu của họ bị xóa.", "No closed period of others needs this person's figures: all of them go.";
        Work => "Nhiệm vụ, phản ánh, vụ việc là việc của cơ quan nên ở lại, nhưng không còn gắn với người này.", "Tasks, complaints and incidents are the agency's and stay, without the person.";
        WorkButYears => "Nhiệm vụ, phản ánh, vụ việc là việc của cơ quan nên ở lại, nhưng không còn gắn với người này (của các năm nói trên thì gắn với tên thay thế đó).", "Tasks, complaints and incidents are the agency's and stay, without the person (those of the years above with that pseudonym).";
        Shared => "Có người khác trùng tên, hoặc tên chỉ có một chữ: câu chữ nhắc tên này trong bản ghi của người khác không tự thay. Hãy tìm và sửa bằng tay trước.", "Somebody else has the same name, or it is one word only: texts about others that mention it are not changed. Find and correct them by hand first.";
        Serving => "Người này đang giữ vị trí công tác hôm nay. Cơ quan có nghĩa vụ theo dõi công chức đương nhiệm; chỉ xóa khi chắc chắn được phép.", "This person holds a position today. An agency must keep track of those in office; erase only when you are sure you may.";
        Outside => "Bản sao lưu, tệp đã xuất và giấy đã in ở ngoài trình duyệt vẫn còn tên người này. Hãy tự xóa, và tạo bản sao lưu mới sau khi xóa ở đây.", "Backups, exported files and printed papers outside the browser still hold this person. Delete them yourself, and make a new backup after erasing here.";
        Erase => "Xóa vĩnh viễn…", "Erase for good…";
        AskTitle { name: String } => "Xóa vĩnh viễn dữ liệu của {name}?", "Erase the data of {name} for good?";
        AskText { gone: String, lesser: String } => "{gone} bản ghi bị xóa, {lesser} bản ghi ở lại mà không còn nói về ai. Nhật ký mất nội dung tương ứng. KHÔNG hoàn tác được, kể cả bằng Ctrl+Z; chỉ bản sao lưu ở ngoài còn giữ dữ liệu này.", "{gone} records go, {lesser} stay without saying whose. The log loses the same. This CANNOT be undone, not by Ctrl+Z either; only backups outside still hold the data.";
        Confirm => "Xóa vĩnh viễn", "Erase for good";
        Working => "Đang xóa khỏi dữ liệu và nhật ký…", "Erasing from data and log…";
        Pseudonym { number: u32 } => "Người đã xóa dữ liệu số {number}", "Erased person no. {number}";
    }
}
