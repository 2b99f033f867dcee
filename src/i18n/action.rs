//! What the log, the undo button and the save state call an action.

use crate::ledger::{Action, Kind};

use super::{Locale, Say};

crate::messages! {
    /// The kinds of records, as nouns within a sentence.
    pub enum KindName {
        Agency => "cơ quan", "agency";
        Unit => "đơn vị", "unit";
        Group => "nhóm nhiệm vụ tương đồng", "duty group";
        Official => "công chức", "official";
        Position => "vị trí công tác", "position";
        Absence => "thời gian nghỉ", "absence";
        Catalogue => "danh mục", "catalogue";
        Product => "sản phẩm/công việc", "product";
        Assignment => "nhiệm vụ", "task";
        Complaint => "phản ánh", "complaint";
        Discipline => "quyết định kỷ luật", "disciplinary decision";
        GateConclusion => "kết luận của cấp có thẩm quyền", "authority's conclusion";
        General => "điểm tiêu chí chung", "general criteria";
        Leadership => "tiêu chí lãnh đạo", "leadership criteria";
        Support => "điểm nhân viên hỗ trợ", "support ratings";
        Confirmation => "xác nhận kỳ", "confirmation";
        ForeignScore => "điểm từ đơn vị cũ", "score from elsewhere";
        UnitYear => "xếp loại đơn vị", "unit's year";
        Decision => "quyết định xếp loại", "classification decision";
        Reading => "cách hiểu", "reading";
        Calendar => "ngày làm việc", "working day";
        Incident => "vụ việc ghi nhận", "incident";
        Complainant => "người phản ánh", "complainant";
        Grounds => "căn cứ thời hạn của phản ánh", "grounds of a complaint's time limits";
        LocalRules => "bộ tiêu chí nội bộ", "local rules";
        Clock => "thời hạn giải quyết của cơ quan", "own time limit";
    }
}

impl From<Kind> for KindName {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Agency => Self::Agency,
            Kind::Unit => Self::Unit,
            Kind::Group => Self::Group,
            Kind::Official => Self::Official,
            Kind::Position => Self::Position,
            Kind::Absence => Self::Absence,
            Kind::Catalogue => Self::Catalogue,
            Kind::Product => Self::Product,
            Kind::Assignment => Self::Assignment,
            Kind::Complaint => Self::Complaint,
            Kind::Discipline => Self::Discipline,
            Kind::GateConclusion => Self::GateConclusion,
            Kind::General => Self::General,
            Kind::Leadership => Self::Leadership,
            Kind::Support => Self::Support,
            Kind::Confirmation => Self::Confirmation,
            Kind::ForeignScore => Self::ForeignScore,
            Kind::UnitYear => Self::UnitYear,
            Kind::Decision => Self::Decision,
            Kind::Reading => Self::Reading,
            Kind::Calendar => Self::Calendar,
            Kind::Incident => Self::Incident,
            Kind::Complainant => Self::Complainant,
            Kind::LocalRules => Self::LocalRules,
            Kind::Clock => Self::Clock,
            Kind::Grounds => Self::Grounds,
        }
    }
}

crate::messages! {
    /// Actions, as the user would say what was done.
    pub enum ActionName {
        Add { kind: String } => "Thêm {kind}", "Add {kind}";
        Edit { kind: String } => "Sửa {kind}", "Edit {kind}";
        Remove { kind: String } => "Xóa {kind}", "Remove {kind}";
        Import { kind: String, source: String } => "Nhập {kind} từ {source}", "Import {kind} from {source}";
        ImportPasted { kind: String } => "Nhập {kind} từ khối đã dán", "Import {kind} from a pasted block";
        Paste { kind: String } => "Dán {kind}", "Paste {kind}";
        Fill { kind: String } => "Điền xuống {kind}", "Fill down {kind}";
        Extend => "Gia hạn nhiệm vụ", "Extend a deadline";
        RecordCause => "Ghi nguyên nhân khách quan", "Record an objective cause";
        HandOver => "Chuyển giao nhiệm vụ", "Hand over a task";
        AdvanceComplaint => "Chuyển bước xử lý phản ánh", "Move a complaint on";
        DecideEffect => "Quyết định ảnh hưởng của phản ánh", "Decide a complaint's effect";
        Score => "Chấm điểm", "Enter points";
        Confirm => "Khóa kỳ", "Confirm a period";
        Unlock => "Mở khóa kỳ", "Unlock a period";
        Decide => "Quyết định xếp loại", "Decide a class";
        ChooseReading => "Đổi cách hiểu quy định", "Switch a reading";
        Revoke => "Thu hồi gia hạn, nguyên nhân khách quan", "Revoke an extension or a cause";
        Handle => "Ghi cách xử lý việc chậm", "Record what was done about a late task";
        Divide => "Chia nhiệm vụ", "Divide a task";
        Replace { kind: String } => "Thay trong {kind}", "Replace in {kind}";
        ReviewIncident => "Kết luận vụ việc ghi nhận", "Review an incident";
        LoadSample => "Nạp cơ quan mẫu", "Load the sample agency";
        Restore => "Khôi phục bản sao lưu", "Restore a backup";
        Undo { of: u64 } => "Hoàn tác thao tác số {of}", "Undo action {of}";
        Redo { of: u64 } => "Làm lại thao tác số {of}", "Redo action {of}";
        PutBack { of: u64 } => "Lấy lại mục đã xóa ở thao tác số {of}", "Put back what action {of} deleted";
        Purge => "Xóa hẳn mục đã xóa quá hạn giữ", "Purge what was deleted long ago";
        Erase { number: u32 } => "Xóa dữ liệu cá nhân của công chức số {number}", "Erase the personal data of official {number}";
    }
}

impl Say for Action {
    fn say(&self, locale: Locale) -> String {
        let named = |kind: &Kind| KindName::from(*kind).say(locale);
        let name = match self {
            Self::Add(kind) => ActionName::Add { kind: named(kind) },
            Self::Edit(kind) => ActionName::Edit { kind: named(kind) },
            Self::Remove(kind) => ActionName::Remove { kind: named(kind) },
            Self::Import { kind, source } if source.is_empty() => {
                ActionName::ImportPasted { kind: named(kind) }
            }
            Self::Import { kind, source } => ActionName::Import {
                kind: named(kind),
                source: source.clone(),
            },
            Self::Paste(kind) => ActionName::Paste { kind: named(kind) },
            Self::Fill(kind) => ActionName::Fill { kind: named(kind) },
            Self::Extend => ActionName::Extend,
            Self::RecordCause => ActionName::RecordCause,
            Self::HandOver => ActionName::HandOver,
            Self::AdvanceComplaint => ActionName::AdvanceComplaint,
            Self::DecideEffect => ActionName::DecideEffect,
            Self::Score => ActionName::Score,
            Self::Confirm => ActionName::Confirm,
            Self::Unlock => ActionName::Unlock,
            Self::Decide => ActionName::Decide,
            Self::ChooseReading => ActionName::ChooseReading,
            Self::Revoke => ActionName::Revoke,
            Self::Handle => ActionName::Handle,
            Self::Divide => ActionName::Divide,
            Self::Replace(kind) => ActionName::Replace { kind: named(kind) },
            Self::ReviewIncident => ActionName::ReviewIncident,
            Self::LoadSample => ActionName::LoadSample,
            Self::Restore => ActionName::Restore,
            Self::Undo(of) => ActionName::Undo { of: *of },
            Self::Redo(of) => ActionName::Redo { of: *of },
            Self::PutBack(of) => ActionName::PutBack { of: *of },
            Self::Purge { .. } => ActionName::Purge,
            Self::Erase { official, .. } => ActionName::Erase { number: official.0 },
        };
        name.say(locale)
    }
}
