//! The two statutory forms, empty and filled, and a reasons annex.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;

use congtam::domain::{Class, Day, Period};
use congtam::files::archive::{FileNames, pack};
use congtam::files::forms::{
    Annex, AnnexReason, CriterionLine, CriterionSection, DocxError, DocxProperties, FormHead,
    FormPerson, MonthlyForm, Paper, SignatureFill, YearRow, YearRowLabel, YearlyForm, write_docx,
};
use congtam::ledger::{Digest, LogHead};

pub fn write(directory: &Path) -> Result<(), Box<dyn Error>> {
    let save = |name: &str, paper: Paper| -> Result<(), Box<dyn Error>> {
        let properties = DocxProperties {
            written_on: Day::from_ymd_opt(2026, 9, 1),
            log: Some(LogHead {
                sequence: 12,
                hash: Digest::of(b"nhat ky"),
            }),
        };
        Ok(std::fs::write(
            directory.join(name),
            write_docx(&paper, properties)?,
        )?)
    };
    save("mau-01-trong.docx", empty_monthly().paper())?;
    save("mau-01.docx", monthly("Nguyễn Văn Mẫu").paper())?;
    save("mau-02-trong.docx", YearlyForm::default().paper())?;
    save("mau-02.docx", yearly().paper())?;
    save("mau-02-quy.docx", quarterly().paper())?;
    save("vi-sao.docx", annex().paper())?;
    archive(directory)
}

/// Sixty forms in one archive, with namesakes.
fn archive(directory: &Path) -> Result<(), Box<dyn Error>> {
    let mut names = FileNames::default();
    let bytes = pack(
        60,
        |at| {
            let name = ["Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Ví Dụ"][at % 3];
            let file = names.claim(&["Mau-01", "2026-08", name], "docx");
            let bytes = write_docx(&monthly(name).paper(), DocxProperties::default())?;
            Ok::<_, DocxError>((file, bytes))
        },
        |_| ControlFlow::Continue(()),
    )?;
    Ok(std::fs::write(directory.join("mau-01.zip"), bytes)?)
}

/// The general criteria as the decree words them.
const CRITERIA: [(&str, &str, &[&str]); 3] = [
    (
        "I",
        "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, kỷ cương trong thực thi công vụ",
        &[
            "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ",
            "Ý thức kỷ luật, kỷ cương trong thực thi công vụ",
        ],
    ),
    (
        "II",
        "Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm; khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao; tinh thần trách nhiệm trong thực thi công vụ; thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp",
        &[
            "Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm",
            "Khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao thường xuyên, đột xuất",
            "Tinh thần trách nhiệm trong thực thi công vụ",
            "Thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp",
        ],
    ),
    (
        "III",
        "Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung trong thực thi công vụ",
        &[
            "Có sản phẩm, giải pháp đột phá, sáng tạo đem lại giá trị, hiệu quả thiết thực, tác động tích cực đến kết quả thực hiện nhiệm vụ của cơ quan, tổ chức, đơn vị.",
            "Sẵn sàng tham gia thực hiện nhiệm vụ chính trị đặc biệt quan trọng, nhiệm vụ có tính chất đột xuất, phức tạp hoặc trong điều kiện khó khăn.",
            "Có tinh thần chịu trách nhiệm trước kết quả công việc; chủ động nhận trách nhiệm khi có sai sót và có biện pháp khắc phục rõ ràng, cụ thể.",
            "Chủ động đưa ra quyết định trong phạm vi thẩm quyền, không né tránh; có tinh thần tiên phong trong thực hiện những nhiệm vụ mới.",
        ],
    ),
];

fn sections(own: impl Fn(&str, usize) -> Option<&'static str>) -> Vec<CriterionSection> {
    CRITERIA
        .iter()
        .map(|(number, wording, lines)| CriterionSection {
            number: (*number).to_owned(),
            wording: (*wording).to_owned(),
            most_points: "10".to_owned(),
            self_points: own(number, 0).map(str::to_owned),
            lines: (1..)
                .zip(*lines)
                .map(|(at, wording)| CriterionLine {
                    number: at.to_string(),
                    wording: (*wording).to_owned(),
                    most_points: if *number == "I" { "5" } else { "2.5" }.to_owned(),
                    self_points: own(number, at).map(str::to_owned),
                })
                .collect(),
        })
        .collect()
}

fn empty_monthly() -> MonthlyForm {
    MonthlyForm {
        sections: sections(|_, _| None),
        most_points: "30".to_owned(),
        ..MonthlyForm::default()
    }
}

fn head() -> FormHead {
    FormHead {
        superior: Some("Ủy ban nhân dân tỉnh Mẫu".to_owned()),
        agency: Some("Ủy ban nhân dân xã Thử Nghiệm".to_owned()),
    }
}

fn person(name: &str) -> FormPerson {
    FormPerson {
        name: Some(name.to_owned()),
        position: Some("Chuyên viên".to_owned()),
        unit: Some("Phòng Kinh tế".to_owned()),
    }
}

/// A filled form for a month.
pub fn monthly(name: &str) -> MonthlyForm {
    let own = |section: &str, at: usize| match (section, at) {
        ("I", 0) => Some("9.5"),
        ("I", 1) => Some("5"),
        ("I", 2) => Some("4.5"),
        (_, 0) => Some("9"),
        (_, 1) => Some("1.5"),
        _ => Some("2.5"),
    };
    let some = |text: &str| Some(text.to_owned());
    MonthlyForm {
        head: head(),
        period: Period::parse("2026-08").ok(),
        person: person(name),
        sections: sections(own),
        most_points: "30".to_owned(),
        self_points: some("27.5"),
        general_points: some("27.5"),
        result_points: some("56.18"),
        total_points: some("83.68"),
        strengths: some("Chủ động, hoàn thành đúng hạn phần lớn nhiệm vụ được giao."),
        shortcomings: some("Một văn bản chậm 02 ngày.\nMột văn bản phải sửa lại."),
        authority_opinion: None,
        own_signature: SignatureFill {
            place: some("Thử Nghiệm"),
            day: Day::from_ymd_opt(2026, 9, 1),
            name: some(name),
        },
        authority_signature: SignatureFill::default(),
    }
}

fn yearly() -> YearlyForm {
    let rows = (1..=12).map(|month| YearRow {
        label: YearRowLabel::Month(month),
        points: (month != 5).then(|| format!("{}.{month:02}", 80 + month)),
        note: if month == 5 {
            "Không có nhiệm vụ"
        } else {
            ""
        }
        .to_owned(),
    });
    YearlyForm {
        head: head(),
        year: Some(2026),
        person: person("Nguyễn Văn Mẫu"),
        rows: rows.collect(),
        mean_points: Some("86.70".to_owned()),
        mean_note: "11 tháng có điểm".to_owned(),
        own_class: Some(Class::Excellent),
        decided_class: Some(Class::Good),
        handling: None,
        own_signature: SignatureFill::default(),
        authority_signature: SignatureFill::default(),
    }
}

fn quarterly() -> YearlyForm {
    let rows = (1..=4).map(|quarter| YearRow {
        label: YearRowLabel::Quarter(quarter),
        points: Some("81.5".to_owned()),
        note: String::new(),
    });
    YearlyForm {
        rows: rows.collect(),
        mean_points: Some("81.5".to_owned()),
        handling: Some("Bồi dưỡng chuyên môn theo Điều 23.".to_owned()),
        ..yearly()
    }
}

fn annex() -> Annex {
    let step = |title: &str, value: &str, children| AnnexReason {
        title: title.to_owned(),
        value: Some(value.to_owned()),
        citation: Some("NĐ 335/2025/NĐ-CP, Điều 16 khoản 1".to_owned()),
        grade: Some("Bắt buộc".to_owned()),
        children,
    };
    let result = step(
        "Điểm kết quả thực hiện nhiệm vụ",
        "56,18",
        vec![
            step("a - Số lượng", "89,64 %", vec![]),
            step("b - Chất lượng", "68,78 %", vec![]),
            step("c - Tiến độ", "71,64 %", vec![]),
        ],
    );
    Annex {
        head: head(),
        title: vec![
            "PHỤ LỤC GIẢI TRÌNH ĐIỂM".to_owned(),
            "(tháng 8 năm 2026)".to_owned(),
        ],
        person: person("Nguyễn Văn Mẫu"),
        reasons: vec![step("Tổng điểm", "83,68", vec![result])],
        notes: vec!["Bắt buộc: quy định của nghị định đang có hiệu lực.".to_owned()],
    }
}
