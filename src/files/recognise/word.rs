//! The words registers use for roles, origins, states, conclusions and yes or no.

use super::raw::{Reviewed, Stage};
use super::{Field, RawValue, Scorer};
use crate::domain::{Conclusion, Origin, Role};
use crate::text::header_key;

/// The value a word stands for in a field of fixed words; nothing for an unknown word.
pub(crate) fn value_of(field: Field, text: &str) -> Option<RawValue> {
    let key = header_key(text);
    match field {
        Field::Role => role(&key).map(RawValue::Role),
        Field::Origin => origin(&key).map(RawValue::Origin),
        Field::State => stage(&key).map(RawValue::Stage),
        Field::Conclusion => conclusion(&key).map(RawValue::Conclusion),
        Field::Scorer => scorer(&key).map(RawValue::Scorer),
        Field::HandedBack => flag(&key).map(RawValue::Flag),
        Field::Confirmed => review(&key).map(RawValue::Review),
        _ => None,
    }
}

/// The usual words of a field, as templates and suggestions show them.
pub(crate) fn usual_words(field: Field) -> &'static [&'static str] {
    match field {
        Field::Role => &["Trưởng", "Phó", "Chuyên viên", "Hỗ trợ"],
        Field::Origin => &["Trong kế hoạch", "Tiếp nhận lại", "Đột xuất"],
        Field::State => &[
            "Tiếp nhận",
            "Thụ lý",
            "Không thụ lý",
            "Chuyển đơn",
            "Đang xác minh",
            "Đã kết luận",
            "Kết thúc",
        ],
        Field::Conclusion => &[
            "Đúng",
            "Đúng một phần",
            "Không đúng",
            "Rút đơn",
            "Không xác định được",
        ],
        Field::Scorer => &["Tự chấm", "Cấp có thẩm quyền"],
        Field::HandedBack => &["Có", "Không"],
        Field::Confirmed => &["Xác nhận", "Bác bỏ", "Chưa xem xét"],
        _ => &[],
    }
}

/// The role a title speaks of, when it does so clearly ("Phó Trưởng phòng").
pub(super) fn role(key: &str) -> Option<Role> {
    const DEPUTY: &[&str] = &[
        "pp",
        "ptp",
        "pct",
        "pho",
        "cap pho",
        "chi huy pho",
        "doi pho",
    ];
    const HEAD: &[&str] = &[
        "tp",
        "truong",
        "cap truong",
        "chu tich",
        "giam doc",
        "chanh",
        "bi thu",
        "nguoi dung dau",
        "quyen truong",
        "q truong",
        "phu trach phong",
        "phu trach trung tam",
        "chi huy truong",
        "doi truong",
        "thu truong",
        "hieu truong",
        "quyen giam doc",
    ];
    const SUPPORT: &[&str] = &[
        "ho tro",
        "lai xe",
        "bao ve",
        "tap vu",
        "le tan",
        "phuc vu",
        "nhan vien ho tro",
        "nhan vien phuc vu",
        "nhan vien bao ve",
        "nhan vien lai xe",
        "nhan vien tap vu",
        "nhan vien le tan",
    ];
    const STAFF: &[&str] = &[
        "cv",
        "cvc",
        "chuyen vien",
        "cong chuc",
        "nhan vien",
        "can su",
        "van thu",
        "ke toan vien",
        "khong giu chuc vu",
    ];
    let starts = |words: &[&str]| words.iter().any(|word| begins_with(key, word));
    if starts(DEPUTY) {
        Some(Role::Deputy)
    } else if starts(HEAD) {
        Some(Role::Head)
    } else if starts(SUPPORT) {
        Some(Role::Support)
    } else if starts(STAFF) {
        Some(Role::Staff)
    } else {
        None
    }
}

fn origin(key: &str) -> Option<Origin> {
    let table: [(Origin, &[&str]); 3] = [
        (
            Origin::Unplanned,
            &[
                "dot xuat",
                "phat sinh",
                "ngoai ke hoach",
                "bo sung",
                "viec dot xuat",
                "nhiem vu dot xuat",
                "nhiem vu phat sinh",
            ],
        ),
        (
            Origin::TakenOver,
            &[
                "tiep nhan",
                "nhan lai",
                "nhan ban giao",
                "chuyen den",
                "nhan tu",
                "duoc chuyen giao",
            ],
        ),
        (
            Origin::Planned,
            &[
                "trong ke hoach",
                "ke hoach",
                "theo ke hoach",
                "thuong xuyen",
                "duoc giao",
                "giao dau ky",
                "nhiem vu thuong xuyen",
            ],
        ),
    ];
    longest(key, &table)
}

fn stage(key: &str) -> Option<Stage> {
    let table: [(Stage, &[&str]); 7] = [
        (
            Stage::Received,
            &[
                "tiep nhan",
                "moi tiep nhan",
                "da tiep nhan",
                "moi",
                "moi nhan",
                "cho phan loai",
                "cho xu ly",
            ],
        ),
        (Stage::Accepted, &["thu ly", "da thu ly"]),
        (
            Stage::Refused,
            &[
                "khong thu ly",
                "tu choi",
                "khong tiep nhan",
                "khong du dieu kien",
            ],
        ),
        (
            Stage::Forwarded,
            &["chuyen don", "da chuyen", "chuyen co quan", "chuyen"],
        ),
        (
            Stage::Verifying,
            &[
                "dang xac minh",
                "xac minh",
                "dang giai quyet",
                "dang xu ly",
                "dang kiem tra",
            ],
        ),
        (
            Stage::Concluded,
            &[
                "da ket luan",
                "da kl",
                "ket luan",
                "co ket luan",
                "da giai quyet",
                "da xac minh",
            ],
        ),
        (
            Stage::Closed,
            &[
                "ket thuc",
                "da ket thuc",
                "dong",
                "luu ho so",
                "hoan thanh",
                "da hoan thanh",
                "da dong",
            ],
        ),
    ];
    longest(key, &table)
}

fn conclusion(key: &str) -> Option<Conclusion> {
    let table: [(Conclusion, &[&str]); 5] = [
        (
            Conclusion::PartlySubstantiated,
            &[
                "dung mot phan",
                "co dung co sai",
                "dung co sai",
                "co co so mot phan",
                "dung 1 phan",
                "mot phan",
            ],
        ),
        (
            Conclusion::Substantiated,
            &[
                "dung",
                "dung toan bo",
                "co co so",
                "phan anh dung",
                "to cao dung",
                "khieu nai dung",
                "co sai pham",
                "co vi pham",
            ],
        ),
        (
            Conclusion::Unfounded,
            &[
                "sai",
                "khong dung",
                "khong co co so",
                "phan anh sai",
                "phan anh khong dung",
                "to cao sai",
                "to cao khong dung",
                "khieu nai sai",
                "khong co vi pham",
            ],
        ),
        (
            Conclusion::Withdrawn,
            &["rut", "rut don", "da rut", "da rut don", "nguoi gui rut"],
        ),
        (
            Conclusion::NotEstablished,
            &[
                "khong xac dinh duoc",
                "chua xac dinh",
                "khong du can cu",
                "chua du can cu",
                "chua du co so",
                "khong du co so",
            ],
        ),
    ];
    longest(key, &table)
}

fn scorer(key: &str) -> Option<Scorer> {
    let table: [(Scorer, &[&str]); 2] = [
        (
            Scorer::Own,
            &[
                "tu cham",
                "ca nhan",
                "tu danh gia",
                "cong chuc",
                "ca nhan tu cham",
            ],
        ),
        (
            Scorer::Authority,
            &[
                "cap co tham quyen",
                "cap tham quyen",
                "cap tren",
                "thu truong",
                "lanh dao",
                "nguoi dung dau",
                "tham quyen",
            ],
        ),
    ];
    longest(key, &table)
}

fn flag(key: &str) -> Option<bool> {
    let table: [(bool, &[&str]); 2] = [
        (
            true,
            &[
                "x",
                "co",
                "1",
                "true",
                "dung",
                "da ban giao",
                "ban giao",
                "tra lai",
                "da tra lai",
                "yes",
            ],
        ),
        (false, &["khong", "0", "false", "chua", "no"]),
    ];
    longest(key, &table)
}

/// What the competent person found of an incident.
fn review(key: &str) -> Option<Reviewed> {
    let table: [(Reviewed, &[&str]); 3] = [
        (
            Reviewed::Confirmed,
            &[
                "xac nhan",
                "da xac nhan",
                "duoc xac nhan",
                "dung",
                "co",
                "x",
                "yes",
            ],
        ),
        (
            Reviewed::Dismissed,
            &[
                "bac bo",
                "da bac bo",
                "khong xac nhan",
                "khong dung",
                "khong",
                "no",
            ],
        ),
        (
            Reviewed::Open,
            &[
                "chua",
                "chua xac nhan",
                "chua xem xet",
                "cho xac nhan",
                "cho xem xet",
                "dang xem xet",
            ],
        ),
    ];
    longest(key, &table)
}

/// The value whose longest word the key begins with.
fn longest<T: Copy>(key: &str, table: &[(T, &[&str])]) -> Option<T> {
    let all = table
        .iter()
        .flat_map(|(value, words)| words.iter().map(move |word| (*word, *value)));
    all.filter(|(word, _)| begins_with(key, word))
        .max_by_key(|(word, _)| word.len())
        .map(|(_, value)| value)
}

fn begins_with(key: &str, word: &str) -> bool {
    key.strip_prefix(word)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_word_is_understood() {
        for field in [
            Field::Role,
            Field::Origin,
            Field::State,
            Field::Conclusion,
            Field::Scorer,
            Field::HandedBack,
        ] {
            let values: Vec<_> = usual_words(field)
                .iter()
                .map(|word| value_of(field, word))
                .collect();
            assert!(values.iter().all(Option::is_some), "{field:?}");
            let mut distinct = values.clone();
            distinct.dedup();
            assert_eq!(values.len(), distinct.len(), "{field:?}");
        }
    }

    #[test]
    fn a_title_says_its_role_or_nothing() {
        let of = |title: &str| role(&header_key(title));
        assert_eq!(of("Phó Chủ tịch UBND"), Some(Role::Deputy));
        assert_eq!(of("Chánh Văn phòng"), Some(Role::Head));
        assert_eq!(of("Công chức Tư pháp - Hộ tịch"), Some(Role::Staff));
        assert_eq!(of("Nhân viên bảo vệ"), Some(Role::Support));
        assert_eq!(of("Kế toán trưởng"), None);
        assert_eq!(of("Phong phú"), None);
    }

    #[test]
    fn the_longer_word_decides() {
        assert_eq!(
            value_of(Field::State, "Không thụ lý"),
            Some(RawValue::Stage(Stage::Refused))
        );
        assert_eq!(
            value_of(Field::Conclusion, "Đúng một phần"),
            Some(RawValue::Conclusion(Conclusion::PartlySubstantiated))
        );
        assert_eq!(value_of(Field::Conclusion, "dungx"), None);
    }
}
