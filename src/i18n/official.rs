//! Words of correcting officials, their positions and absences, units and groups.

crate::messages! {
    /// Dialogs of one official, and of units and groups.
    pub enum OfficialEditMessage {
        Correct => "Sửa thông tin", "Correct";
        Remove => "Xóa", "Remove";
        RemoveAsk { name: String } => "Xóa {name} khỏi danh sách, cùng vị trí và thời gian nghỉ? Chỉ xóa được khi chưa có nhiệm vụ, điểm hay quyết định. Có thể hoàn tác.", "Remove {name} with positions and absences? Only possible without tasks, scores or decisions. This can be undone.";
        Born => "Ngày sinh", "Born";
        BornHint => "Để phân biệt người trùng tên", "Tells namesakes apart";
        Note => "Ghi chú", "Note";
        AddPosition => "Thêm vị trí", "Add a position";
        EditPosition => "Sửa vị trí công tác", "Correct a position";
        EditPositionOf { name: String } => "Sửa vị trí {name}", "Correct the position {name}";
        RemovePositionOf { name: String } => "Xóa vị trí {name}", "Remove the position {name}";
        RemovePositionAsk => "Xóa vị trí này? Người này không còn được tính điểm ở các kỳ chỉ có vị trí đó. Không xóa được khi kỳ đã khóa cần đến nó. Có thể hoàn tác.", "Remove this position? The person is no longer scored in periods of which it is the only one. It cannot be removed while a confirmed period needs it. This can be undone.";
        RemoveAbsenceAsk => "Xóa thời gian nghỉ này? Số tháng lấy bình quân và mức xếp loại được tính lại. Có thể hoàn tác.", "Remove this absence? The months of the mean and the class are computed anew. This can be undone.";
        PositionText => "Vai trò quyết định cách tính điểm: người đứng đầu và cấp phó có thêm d, đ, e (Điều 15); vị trí trong kỳ là vị trí đang giữ vào ngày cuối kỳ.", "The role decides the formula: heads and deputies are also scored on d, đ, e (Điều 15); a period takes the position held on its last day.";
        NoPositions => "Chưa ghi vị trí nào. Bấm “Thêm vị trí” để người này được tính điểm.", "No position is recorded. Press “Add a position” so that this person can be scored.";
        To => "Đến ngày", "Until";
        ToHint => "Để trống nếu đang giữ", "Leave empty while it is held";
        ToHintAbsence => "Để trống nếu chưa kết thúc", "Leave empty while it lasts";
        EndsEarlier => "Kết thúc vị trí đang giữ vào ngày liền trước", "End what is held on the day before";
        NoAbsences => "Không có thời gian nghỉ nào được ghi.", "No absence is recorded.";
        AddAbsence => "Thêm thời gian nghỉ", "Add an absence";
        EditAbsence => "Sửa thời gian nghỉ", "Correct an absence";
        EditAbsenceOf { name: String } => "Sửa {name}", "Correct {name}";
        RemoveAbsenceOf { name: String } => "Xóa {name}", "Remove {name}";
        AbsenceText => "Nghỉ ốm, thai sản, không hưởng lương quyết định số tháng lấy bình quân và việc xếp loại (Điều 11, Điều 19 khoản 3).", "Sick, maternity and unpaid leave decide the months of the mean and the right to a class (Điều 11, Điều 19 khoản 3).";
        AbsenceKind => "Lý do", "Reason";
        Document => "Số, ngày văn bản", "Document";
        Units => "Đơn vị, nhóm", "Units, groups";
        UnitsTitle => "Đơn vị và nhóm nhiệm vụ tương đồng", "Units and groups of similar duties";
        UnitsText => "Giới hạn tỷ lệ Xuất sắc áp dụng theo cả đơn vị và nhóm (Điều 20 khoản 5). Chỉ xóa được khi không còn ai thuộc về.", "The cap on Excellent holds by unit and by group (Điều 20 khoản 5). Only an unused one can be removed.";
        UnitsHead => "Đơn vị", "Units";
        GroupsHead => "Nhóm nhiệm vụ tương đồng", "Groups of similar duties";
        NoUnits => "Chưa có đơn vị nào.", "No units yet.";
        NoGroups => "Chưa có nhóm nào; giới hạn khi đó chỉ tính theo đơn vị.", "No groups yet; the cap then holds by unit only.";
        AddUnit => "Thêm đơn vị", "Add a unit";
        AddGroup => "Thêm nhóm", "Add a group";
        EditUnit => "Sửa đơn vị", "Correct a unit";
        EditGroup => "Sửa nhóm", "Correct a group";
        EditOf { name: String } => "Sửa {name}", "Correct {name}";
        RemoveOf { name: String } => "Xóa {name}", "Remove {name}";
        Name => "Tên", "Name";
        Code => "Mã", "Code";
        Parent => "Đơn vị cấp trên", "Unit above";
        NoParent => "Không có", "None";
        People { count: usize } => "{count} người", "{count} people";
    }
}
