//! The words offices head their columns with, without diacritics and punctuation.
//!
//! The first alias of a field is the usual one. Aliases are compared by
//! `text::header_key` and separated by `; `, so "Họ & tên", "HỌ TÊN" and "ho ten" are one.

use super::{Field, TableKind};

/// The aliases of a field in a table; none for the lines of the general criteria,
/// which are read from their numbers.
pub(super) fn aliases(kind: TableKind, field: Field) -> impl Iterator<Item = &'static str> + Clone {
    let own = match kind {
        TableKind::Staff => staff(field),
        TableKind::Catalogue => catalogue(field),
        TableKind::GeneralCriteria => general_criteria(field),
        TableKind::Tasks => task(field),
        TableKind::Complaints => complaint(field),
        TableKind::Incidents => incident(field),
        TableKind::GeneralScores => score(field),
    };
    let words = if own.is_empty() { common(field) } else { own };
    words.split("; ").filter(|alias| !alias.is_empty())
}

/// Words too general to explain a longer header: "Số" is a number of a register,
/// "Số điện thoại" is not.
const WHOLE_HEADER_ONLY: &[&str] = &[
    "so",
    "ma",
    "ten",
    "ho",
    "giao",
    "cham",
    "diem",
    "ly do",
    "nguyen nhan",
    "phong",
    "nhom",
    "han",
    "thang",
    "quy",
    "ngay",
    "loai",
    "nguon",
    "khung",
    "no",
    "hs",
    "ky",
    "thuc hien",
    "don vi",
    "noi dung",
    "ket qua",
];

/// Columns that look like ours and hold something else. Who complains is never read.
const OTHERS: &[&str] = &[
    "don vi tinh",
    "dvt",
    "he so luong",
    "gioi tinh",
    "so ngay cham",
    "so dien thoai",
    "nguoi phoi hop",
    "don vi phoi hop",
    "nguoi phan anh",
    "nguoi gui",
    "nguoi gui don",
    "nguoi khieu nai",
    "nguoi to cao",
    "nguoi kien nghi",
    "nguoi nop",
    "nguoi nop don",
    "ho ten cong dan",
    "ten cong dan",
    "dia chi",
    "ten nguoi phan anh",
    "nguoi viet don",
    "chu don",
];

/// Whether an alias explains only a header it equals.
pub(super) fn is_general(alias: &str) -> bool {
    WHOLE_HEADER_ONLY.contains(&alias)
}

/// Whether a header names something none of our fields holds.
pub(super) fn is_foreign(key: &str) -> bool {
    let padded = format!(" {key} ");
    OTHERS
        .iter()
        .any(|other| padded.contains(&format!(" {other} ")))
}

fn common(field: Field) -> &'static str {
    match field {
        Field::Ordinal => "stt; tt; so tt; so thu tu; thu tu; no",
        Field::Note => "ghi chu; gc; luu y; chu thich; note",
        Field::PersonCode => {
            "ma cong chuc; ma cbcc; ma cb; ma cc; ma can bo; ma nhan vien; ma nv; ma so cong chuc; \
            so hieu cong chuc; so hieu can bo; so hieu cbcc; ma so cbcc; ma nguoi thuc hien; \
            ma can bo cong chuc; so hieu; ma nguoi"
        }
        Field::PersonName => {
            "ho va ten; ho ten; ho dem va ten; ho ten dem va ten; ho chu dem va ten; ho va ten cong chuc; ten cong chuc; ho ten cong chuc; ten can bo; \
            ho ten can bo; cong chuc; can bo cong chuc; ho va ten can bo cong chuc; nguoi thuc hien"
        }
        Field::FamilyName => {
            "ho va ten dem; ho dem; ho va dem; ho ten dem; ho va chu dem; ho; ho va ten ho dem"
        }
        Field::GivenName => "ten; ten goi; ho va ten ten",
        Field::Unit => {
            "don vi; phong ban; don vi chu tri; don vi thuc hien; don vi bi phan anh; phong; don vi cong tac; phong ban chuyen mon; bo phan; noi cong tac; \
            to chuc; co quan don vi; phong don vi; don vi phong ban; phong chuyen mon; \
            don vi quan ly"
        }
        Field::Output => "san pham dau ra; san pham; ket qua dau ra; dau ra; ket qua san pham",
        Field::Period => {
            "thang; ky; ky danh gia; thang nam; thang danh gia; quy; thang quy; ky thang quy"
        }
        _ => "",
    }
}

fn staff(field: Field) -> &'static str {
    match field {
        Field::PersonCode => {
            "ma cong chuc; ma cbcc; ma can bo; ma cb; ma cc; ma nhan vien; ma nv; ma so; ma; \
            so hieu cong chuc; so hieu can bo; so hieu cbcc; so hieu; ma so cong chuc; ma so cbcc; \
            ma dinh danh; ma can bo cong chuc"
        }
        Field::Born => {
            "ngay sinh; ngay thang nam sinh; nam sinh; sinh ngay; ngay thang nam sinh nam; ntns; \
            ngay thang sinh"
        }
        Field::Title => {
            "chuc vu; chuc danh; chuc vu chuc danh; chuc danh chuc vu; vi tri viec lam; vi tri; \
            vtvl; chuc vu hien nay; chuc vu cong tac; chuc danh nghe nghiep; \
            chuc vu vi tri viec lam; chuc danh vi tri viec lam"
        }
        Field::Role => {
            "vai tro; loai vi tri; loai cong chuc; doi tuong; doi tuong danh gia; cap quan ly"
        }
        Field::DutyGroup => {
            "nhom nhiem vu tuong dong; nhom cong chuc; nhom tuong dong; nhom nhiem vu; nhom vi tri; \
            nhom co nhiem vu tuong dong; nhom danh gia; nhom; nhom nhiem vu tuong tu"
        }
        Field::StartDate => {
            "ngay bat dau; tu ngay; thoi diem bat dau; ngay bat dau cong tac; ngay vao; ngay nhan cong tac; ngay bo nhiem; ngay nhan viec; \
            thoi gian bat dau; ngay giu chuc vu; bat dau tu; ngay den"
        }
        Field::EndDate => {
            "ngay ket thuc; den ngay; ngay nghi; ngay thoi viec; ngay chuyen; thoi gian ket thuc; \
            ngay roi"
        }
        _ => "",
    }
}

fn catalogue(field: Field) -> &'static str {
    match field {
        Field::ProductCode => {
            "ma cv; ma cong viec; ma san pham; ma sp; ma; ma so; ma nhiem vu; ma danh muc; ky hieu; \
            ma san pham cong viec"
        }
        Field::Department => {
            "phong ban chuyen mon; phong ban; don vi; phong; linh vuc; phong don vi; bo phan; \
            don vi thuc hien; phong chuyen mon; don vi phu trach"
        }
        Field::ProductTask => {
            "nhiem vu; ten nhiem vu; cong viec; ten cong viec; ten san pham; \
            danh muc san pham cong viec; san pham cong viec; ten san pham cong viec; \
            noi dung cong viec; noi dung nhiem vu; danh muc cong viec; danh muc nhiem vu"
        }
        Field::Detail => {
            "cong viec chi tiet; chi tiet cong viec; chi tiet; mo ta; mo ta cong viec; \
            noi dung chi tiet; noi dung; dien giai"
        }
        Field::Group => {
            "nhom; nhom san pham; nhom cong viec; nhom do phuc tap; muc do phuc tap; do phuc tap; \
            nhom diem; phan nhom; nhom san pham cong viec"
        }
        Field::PointBand => {
            "khung diem; khung; thang diem; khung diem nhom; khung diem cua nhom; muc diem"
        }
        Field::Points => {
            "diem cham; diem; so diem; diem quy doi; diem san pham; diem cong viec; diem chuan; \
            diem so; diem duoc cham"
        }
        Field::Coefficient => {
            "he so quy doi; he so; hs quy doi; hs; he so san pham; he so cong viec; he so k"
        }
        _ => "",
    }
}

fn general_criteria(field: Field) -> &'static str {
    match field {
        Field::Criterion => {
            "tieu chi cham diem; tieu chi; noi dung tieu chi; tieu chi danh gia; noi dung danh gia; \
            tieu chi chung; noi dung"
        }
        Field::MaxPoints => {
            "diem toi da; diem chuan; diem cao nhat; thang diem; muc diem toi da; diem"
        }
        _ => "",
    }
}

fn task(field: Field) -> &'static str {
    match field {
        Field::TaskCode => {
            "ma nhiem vu; ma nv duoc giao; so nhiem vu; ma giao viec; ma so nhiem vu; \
            ma nhiem vu duoc giao"
        }
        Field::TaskName => {
            "ten nhiem vu; nhiem vu; noi dung nhiem vu; noi dung viec; cong viec; ten cong viec; \
            noi dung cong viec; nhiem vu duoc giao; cong viec duoc giao; noi dung; \
            ten nhiem vu cong viec; nhiem vu cong viec; noi dung giao viec; \
            nhiem vu cong viec duoc giao"
        }
        Field::ProductCode => {
            "ma san pham; ma cv; ma cong viec; ma sp; ma danh muc; ma san pham cong viec; ma spcv; \
            ma sp cv"
        }
        Field::PersonName => {
            "nguoi thuc hien; ho va ten; ho ten; ho dem va ten; cong chuc thuc hien; can bo thuc hien; \
            nguoi duoc giao; cong chuc; cong chuc phu trach; nguoi phu trach; can bo phu trach; \
            nguoi chu tri; chu tri; ten cong chuc; ho va ten nguoi thuc hien; \
            ho ten nguoi thuc hien; ho va ten cong chuc; can bo cong chuc; nguoi xu ly; ten can bo"
        }
        Field::Coefficient => "he so quy doi; he so; hs quy doi; hs; he so k; he so san pham",
        Field::Assigned => {
            "so luong giao; so luong duoc giao; khoi luong giao; sl giao; giao; so giao; \
            so luong ke hoach; ke hoach giao; so luong san pham giao; khoi luong duoc giao; \
            so duoc giao; so luong san pham duoc giao; sl duoc giao; so luong"
        }
        Field::Completed => {
            "so luong hoan thanh; so luong thuc hien; da hoan thanh; hoan thanh; \
            khoi luong hoan thanh; sl hoan thanh; sl ht; so luong da thuc hien; ket qua thuc hien; \
            thuc hien; so hoan thanh; so luong da hoan thanh; so luong dat; da thuc hien; \
            khoi luong da hoan thanh"
        }
        Field::AssignedOn => {
            "ngay giao; ngay giao viec; thoi gian giao; ngay duoc giao; giao ngay; \
            ngay giao nhiem vu; ngay bat dau"
        }
        Field::Due => {
            "thoi han; han hoan thanh; han; han xu ly; thoi han hoan thanh; ngay den han; han chot; \
            deadline; thoi gian hoan thanh theo ke hoach; ngay phai hoan thanh; thoi han giao; \
            han thuc hien; thoi han thuc hien; ngay het han; ngay han"
        }
        Field::Finished => {
            "ngay hoan thanh; ngay ht; ngay thuc te hoan thanh; ngay hoan thanh thuc te; \
            hoan thanh ngay; thoi gian hoan thanh; ngay ket thuc; \
            thoi diem hoan thanh; ngay nop; ngay xong"
        }
        Field::ExtendedDue => {
            "gia han den; han moi; thoi han gia han; gia han; han sau gia han; ngay gia han den; \
            gia han den ngay; thoi han moi; han dieu chinh; thoi han sau gia han; gia han han moi; \
            gia han thoi han moi"
        }
        Field::ExtensionApprover => {
            "nguoi duyet gia han; nguoi cho gia han; nguoi gia han; cap duyet gia han; \
            gia han nguoi duyet; gia han nguoi phe duyet; nguoi phe duyet gia han"
        }
        Field::ExtensionDocument => {
            "van ban gia han; so van ban gia han; can cu gia han; gia han van ban; \
            gia han so van ban; gia han so vb; vb gia han"
        }
        Field::ExtensionDate => {
            "ngay gia han; ngay duyet gia han; ngay cho gia han; gia han ngay duyet; \
            ngay van ban gia han; gia han ngay"
        }
        _ => task_event(field),
    }
}

fn task_event(field: Field) -> &'static str {
    match field {
        Field::Failures => {
            "so lan chua dat; chua dat; so lan chua dat chat luong; khong dat chat luong; \
            so lan khong dat; chat luong chua dat; so lan tra lai; loi chat luong; \
            so loi chat luong; so lan chua dat yeu cau; chua dat chat luong"
        }
        Field::ExcusedFailures => {
            "so lan chua dat do khach quan; chua dat do khach quan; chua dat duoc loai tru; \
            so lan chua dat duoc loai tru; chua dat khach quan"
        }
        Field::LateOccurrences => {
            "so lan cham; so lan cham tien do; cham tien do; so lan tre han; so lan tre; \
            so lan qua han; cham; so lan cham muon; lan cham; tre han; so lan cham han"
        }
        Field::ExcusedLate => {
            "so lan cham do khach quan; cham do khach quan; cham duoc loai tru; \
            so lan cham duoc loai tru; cham khach quan; tre do khach quan"
        }
        Field::Cause => {
            "nguyen nhan khach quan; ly do khach quan; nguyen nhan; ly do; loai nguyen nhan; \
            nguyen nhan khach quan nguyen nhan; nguyen nhan khach quan loai; \
            nguyen nhan khach quan noi dung"
        }
        Field::CauseConfirmer => {
            "nguoi xac nhan; nguoi xac nhan nguyen nhan; cap xac nhan; \
            nguyen nhan khach quan nguoi xac nhan; cap co tham quyen xac nhan; \
            nguoi xac nhan nguyen nhan khach quan"
        }
        Field::CauseDocument => {
            "van ban xac nhan; so van ban xac nhan; nguyen nhan khach quan van ban; \
            nguyen nhan khach quan so van ban; van ban xac nhan nguyen nhan; can cu xac nhan"
        }
        Field::CauseDate => {
            "ngay xac nhan; ngay xac nhan nguyen nhan; nguyen nhan khach quan ngay; \
            nguyen nhan khach quan ngay xac nhan"
        }
        Field::Origin => {
            "nguon goc; nguon giao; loai nhiem vu; loai viec; trong ke hoach dot xuat; tinh chat; \
            tinh chat nhiem vu; hinh thuc giao; nguon nhiem vu; nguon"
        }
        Field::HandedBack => {
            "ban giao lai; tra lai; da ban giao; tra lai nhiem vu; nhiem vu tra lai; \
            ban giao lai nhiem vu; chuyen nguoi khac"
        }
        _ => "",
    }
}

fn complaint(field: Field) -> &'static str {
    match field {
        Field::ComplaintNumber => {
            "so thu ly; so phan anh; so don; so so; ma phan anh; so; so vao so; ma don; so den; \
            ma so; so ky hieu; ma"
        }
        Field::Received => {
            "ngay tiep nhan; ngay thang tiep nhan; ngay thang nam tiep nhan; ngay thang; ngay thang nhan; ngay nhan; ngay den; ngay nhan don; ngay; thoi gian tiep nhan; \
            ngay vao so; tiep nhan ngay"
        }
        Field::Channel => {
            "kenh tiep nhan; hinh thuc tiep nhan; kenh; nguon tiep nhan; nguon; hinh thuc; \
            nguon phan anh; noi tiep nhan"
        }
        Field::ComplaintKind => {
            "hanh vi; loai hanh vi; nhom hanh vi; tieu chi; tieu chi chi thi; loai phan anh; \
            hanh vi bi phan anh; bieu hien; loai vi pham; nhom noi dung"
        }
        Field::Procedure => "loai don; loai don thu; thu tuc; phan loai; phan loai don; loai",
        Field::PersonName => {
            "cong chuc bi phan anh; cb cc bi phan anh; cbcc bi phan anh; cong chuc lien quan; nguoi lien quan; nguoi bi phan anh; ho ten cong chuc; ho va ten; cong chuc; \
            nguoi bi khieu nai; doi tuong bi phan anh; ho va ten cong chuc bi phan anh; \
            ho va ten cong chuc; can bo cong chuc bi phan anh; nguoi bi to cao; ten cong chuc; \
            can bo bi phan anh; nguoi bi khieu nai to cao"
        }
        Field::TaskCode => "ma nhiem vu; nhiem vu lien quan; ma nhiem vu lien quan",
        Field::Dossier => "so ho so; ma ho so; ho so; ho so lien quan; ma ho so tthc; so bien nhan",
        Field::Summary => {
            "noi dung; noi dung phan anh; tom tat; tom tat noi dung; noi dung tom tat; noi dung don; \
            noi dung khieu nai to cao; trich yeu; noi dung vu viec"
        }
        Field::State => {
            "trang thai; tinh trang; tinh trang xu ly; tinh trang giai quyet; trang thai xu ly; \
            tien do xu ly; tien do giai quyet"
        }
        Field::Conclusion => {
            "ket luan; ket qua; ket qua xac minh; ket qua giai quyet; ket luan xac minh; \
            noi dung ket luan; ket qua xu ly"
        }
        Field::ConclusionDate => {
            "ngay ket luan; ngay giai quyet; ngay ban hanh ket luan; ngay ket thuc; ket luan ngay"
        }
        Field::ConclusionDocument => {
            "van ban ket luan; so ngay van ban; so ngay van ban ket luan; so van ban ket luan; so ket luan; van ban giai quyet; so van ban; \
            so van ban giai quyet; ket luan so van ban; ket luan van ban"
        }
        _ => "",
    }
}

fn incident(field: Field) -> &'static str {
    match field {
        Field::HappenedOn => {
            "ngay xay ra; ngay xay ra vu viec; thoi gian xay ra; ngay phat hien; ngay vi pham; \
            ngay vu viec; ngay ghi nhan; xay ra ngay; ngay thang; ngay"
        }
        Field::ComplaintKind => {
            "noi dung theo chi thi; tieu chi; tieu chi chi thi; tieu chi theo chi thi; hanh vi; \
            loai hanh vi; nhom hanh vi; hanh vi vi pham; loai vu viec; loai vi pham; bieu hien"
        }
        Field::PersonName => {
            "cong chuc lien quan; nguoi lien quan; cbcc lien quan; cong chuc; ho va ten; ho ten; \
            ho va ten cong chuc; ho ten cong chuc; ten cong chuc; nguoi vi pham; \
            can bo cong chuc lien quan"
        }
        Field::TaskCode => "ma nhiem vu; nhiem vu lien quan; ma nhiem vu lien quan",
        Field::Summary => {
            "mo ta vu viec; mo ta; noi dung vu viec; noi dung; dien bien; dien bien vu viec; \
            tom tat vu viec; tom tat; su viec; vu viec"
        }
        Field::Evidence => {
            "bang chung; minh chung; chung cu; tai lieu chung minh; tai lieu kem theo; \
            bang chung kem theo; can cu"
        }
        Field::RecordedBy => {
            "nguoi ghi nhan; nguoi ghi; nguoi lap; nguoi lap bien ban; nguoi phat hien; \
            can bo ghi nhan; nguoi ghi so"
        }
        Field::Explanation => {
            "giai trinh cua cong chuc; giai trinh; y kien giai trinh; noi dung giai trinh; \
            y kien cua cong chuc; y kien cong chuc; cong chuc giai trinh"
        }
        Field::Confirmed => {
            "xac nhan; ket qua xac nhan; ket qua xem xet; ket luan; da xac nhan; xac nhan vu viec"
        }
        Field::ReviewedBy => {
            "nguoi xac nhan; nguoi xem xet; cap xac nhan; nguoi co tham quyen xac nhan; \
            cap co tham quyen xac nhan; nguoi ket luan"
        }
        Field::ReviewedOn => "ngay xac nhan; ngay xem xet; ngay ket luan",
        Field::ReviewDocument => {
            "van ban xac nhan; so van ban xac nhan; so ngay van ban xac nhan; van ban ket luan; \
            so van ban; so ngay van ban"
        }
        _ => "",
    }
}

fn score(field: Field) -> &'static str {
    match field {
        Field::Scorer => "nguoi cham; loai diem; ben cham; loai cham; nguon diem; cap cham",
        _ => "",
    }
}
