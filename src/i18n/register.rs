//! Words of every register: filters of columns, order, groups, choice of columns, saved views.

crate::messages! {
    /// What arranges a register.
    pub enum RegisterMessage {
        Group => "Nhóm theo", "Group by";
        NoGroup => "Không nhóm", "Not grouped";
        GroupBy { column: String } => "Nhóm theo {column}", "Group by {column}";
        FoldAll => "Gập mọi nhóm", "Fold all groups";
        UnfoldAll => "Mở mọi nhóm", "Open all groups";
        Nothing => "(trống)", "(empty)";
        Rows { count: String } => "{count} dòng", "{count} rows";
        Assigned { sum: String } => "giao {sum}", "assigned {sum}";
        Completed { sum: String } => "xong {sum}", "done {sum}";
        Late { count: String, share: String } => "trễ {count} ({share})", "late {count} ({share})";
        Columns => "Cột", "Columns";
        ColumnsHint => "Chọn cột hiện ra và thứ tự của chúng. Được nhớ trên máy này.", "Choose which columns are shown and their order. Remembered on this machine.";
        MoveBefore { column: String } => "Đưa cột {column} lên trước", "Move column {column} earlier";
        MoveAfter { column: String } => "Đưa cột {column} ra sau", "Move column {column} later";
        Frozen => "Giữ cố định khi cuộn ngang", "Stay in view when scrolled sideways";
        FrozenAsMade => "Như mặc định", "As by default";
        FrozenNone => "Không cột nào", "No column";
        FrozenFirst { count: usize } => "{count} cột đầu", "First {count} columns";
        Reset => "Về cách sắp xếp mặc định", "Back to the default arrangement";
        Views => "Chế độ xem", "Views";
        ViewsHint => "Chế độ xem nhớ bộ lọc, thứ tự, nhóm và cột đang dùng, trên máy này.", "A view remembers the filters, order, groups and columns in use, on this machine.";
        ViewsNone => "Chưa lưu chế độ xem nào.", "No view saved yet.";
        ViewName => "Tên chế độ xem", "Name of the view";
        ViewSave => "Lưu cách xem hiện tại", "Save what is shown now";
        ViewNameNeeded => "Cần đặt tên để tìm lại chế độ xem này.", "Give the view a name to find it again.";
        ViewDelete { name: String } => "Xóa chế độ xem {name}", "Delete the view {name}";
        Filter { column: String } => "Lọc cột {column}", "Filter column {column}";
        Contains => "Có chứa", "Contains";
        ContainsHint => "Gõ có dấu hoặc không dấu", "With or without diacritics";
        Values => "Chỉ các giá trị được đánh dấu", "Only the ticked values";
        MoreValues { count: String } => "Còn {count} giá trị khác: gõ vào ô trên để tìm.", "{count} more values: type above to find them.";
        From => "Từ", "From";
        To => "Đến", "To";
        Spread { from: String, to: String } => "Đang có từ {from} đến {to}", "There are values from {from} to {to}";
        Empty => "Ô trống", "Empty cells";
        EmptyAny => "Mọi ô", "All cells";
        EmptyOnly { count: String } => "Chỉ ô trống ({count})", "Only empty cells ({count})";
        EmptyNot { count: String } => "Chỉ ô có nội dung ({count})", "Only cells with content ({count})";
        SortUp => "Xếp tăng dần", "Sort ascending";
        SortDown => "Xếp giảm dần", "Sort descending";
        Hide => "Ẩn cột này", "Hide this column";
        Clear => "Bỏ lọc cột này", "Clear this filter";
        ClearAll => "Bỏ mọi lọc theo cột", "Clear all column filters";
        Filtering => "Đang lọc theo cột", "Filtering by column";
        Filtered { column: String, what: String } => "{column}: {what}", "{column}: {what}";
        WhatContains { words: String } => "chứa “{words}”", "contains “{words}”";
        WhatFrom { bound: String } => "từ {bound}", "from {bound}";
        WhatTo { bound: String } => "đến {bound}", "to {bound}";
        WhatEmpty => "ô trống", "empty";
        WhatFilled => "có nội dung", "not empty";
        WhatMore { first: String, count: usize } => "{first} và {count} giá trị khác", "{first} and {count} more";
        HeadFiltered => "đang lọc", "filtered";
        HeadUp { place: usize } => "thứ tự {place}, tăng dần", "order {place}, ascending";
        HeadDown { place: usize } => "thứ tự {place}, giảm dần", "order {place}, descending";
        Print => "In danh sách", "Print the list";
        PrintNote { shown: String, all: String } => "Bản in có {shown} dòng đầu trong {all} dòng. Lọc bớt để in đủ, hoặc xuất ra Excel ở màn hình Dữ liệu.", "This print has the first {shown} of {all} rows. Filter to print them all, or export to Excel on the Data screen.";
        KeySort => "thêm cột vào thứ tự", "add to the order";
        KeyFilter => "lọc cột", "filter the column";
    }
}
