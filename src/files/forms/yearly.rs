//! Mẫu số 02: the sheet on which a year is classified.
//!
//! # Legal basis
//! NĐ 335/2025/NĐ-CP, Phụ lục II, Mẫu số 02 (Điều 21).

use crate::domain::Class;
use crate::text::format_number;

use super::paper::{
    Block, Cell, Choice, Column, FormHead, FormPerson, Grid, GridRow, Note, Paper, SignatureBlock,
    SignatureFill, Words, roman,
};

/// What is filled into Mẫu số 02; everything optional is left open when missing.
///
/// Points are decimal texts with a point, already cut to the decimals printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearlyForm {
    /// The agency's side of the head.
    pub head: FormHead,
    /// The year.
    pub year: Option<u16>,
    /// The person.
    pub person: FormPerson,
    /// The rows of part I; none prints the twelve empty months.
    pub rows: Vec<YearRow>,
    /// The mean of the year.
    pub mean_points: Option<String>,
    /// What stands beside the mean.
    pub mean_note: String,
    /// The class the person proposes.
    pub own_class: Option<Class>,
    /// The class the authority decides.
    pub decided_class: Option<Class>,
    /// Part IV: what is proposed.
    pub handling: Option<String>,
    /// The person's signature.
    pub own_signature: SignatureFill,
    /// The authority's signature.
    pub authority_signature: SignatureFill,
}

/// A row of part I.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearRow {
    /// Which month or quarter.
    pub label: YearRowLabel,
    /// Its total.
    pub points: Option<String>,
    /// What stands beside it.
    pub note: String,
}

/// What a row of part I speaks of (reading R11: months, or one row a quarter).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearRowLabel {
    /// 1 to 12.
    Month(u8),
    /// 1 to 4.
    Quarter(u8),
}

impl YearRowLabel {
    fn words(self) -> String {
        match self {
            Self::Month(number) => number.to_string(),
            Self::Quarter(number) => format!("Quý {}", roman(number)),
        }
    }
}

const CLASSES: [(Class, &str); 4] = [
    (Class::Excellent, "Hoàn thành xuất sắc nhiệm vụ"),
    (Class::Good, "Hoàn thành tốt nhiệm vụ"),
    (Class::Completed, "Hoàn thành nhiệm vụ"),
    (Class::NotCompleted, "Không hoàn thành nhiệm vụ"),
];

const NOTES: [&str; 2] = [
    "Việc xếp loại chất lượng công chức căn cứ vào quy định tại Điều 20 Nghị định này.",
    "Việc đề xuất phương án xử lý căn cứ quy định tại Điều 23 Nghị định này.",
];

impl YearlyForm {
    /// The form as it is printed.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let year = self
            .year
            .map_or_else(|| "Năm....".to_owned(), |year| format!("Năm {year}"));
        let mut blocks = vec![
            Block::FormNumber("Mẫu số 02".to_owned()),
            Block::Head(self.head.clone()),
            Block::Title(vec![
                Words::plain("PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC"),
                Words::plain(year),
            ]),
        ];
        blocks.extend(self.person.blocks());
        blocks.extend(self.parts());
        blocks.push(Block::Signatures(Box::new([
            SignatureBlock::new(&["CÔNG CHỨC TỰ XẾP LOẠI"], &self.own_signature),
            SignatureBlock::new(&["CẤP CÓ THẨM QUYỀN XẾP LOẠI"], &self.authority_signature),
        ])));
        let notes = (1..).zip(NOTES).map(|(mark, text)| Note {
            mark,
            text: text.to_owned(),
        });
        blocks.push(Block::Notes(notes.collect()));
        Paper {
            title: "Mẫu số 02 - Phiếu xếp loại chất lượng công chức".to_owned(),
            blocks,
        }
    }

    fn parts(&self) -> [Block; 8] {
        [
            Block::Section(Words::plain("I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ")),
            Block::Grid(self.grid()),
            Block::Section(Words::plain(
                "II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG",
            )),
            choices(self.own_class),
            Block::Section(Words::marked(
                "III. KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG CỦA CẤP CÓ THẨM QUYỀN CÔNG CHỨC",
                1,
            )),
            choices(self.decided_class),
            Block::Section(Words::marked("IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ", 2)),
            Block::Field {
                label: String::new(),
                value: self.handling.clone(),
                more_lines: 1,
            },
        ]
    }

    fn grid(&self) -> Grid {
        let column = |percent, centred| Column { percent, centred };
        let empty = |number| YearRow {
            label: YearRowLabel::Month(number),
            points: None,
            note: String::new(),
        };
        let mut rows: Vec<GridRow> = if self.rows.is_empty() {
            (1..=12).map(|number| row(&empty(number))).collect()
        } else {
            self.rows.iter().map(row).collect()
        };
        let mut mean = GridRow::of([
            "Tổng điểm trung bình cả năm".to_owned(),
            shown(self.mean_points.as_deref()),
            self.mean_note.clone(),
        ])
        .bold();
        mean.cells[0] = Cell {
            centred: true,
            ..mean.cells[0].clone()
        };
        rows.push(mean);
        Grid {
            columns: vec![column(38, true), column(40, true), column(22, false)],
            head: vec![
                GridRow::of(["Tháng", "Tổng điểm theo dõi, đánh giá", "Ghi chú"])
                    .bold()
                    .centred(),
            ],
            rows,
        }
    }
}

fn row(row: &YearRow) -> GridRow {
    GridRow::of([
        row.label.words(),
        shown(row.points.as_deref()),
        row.note.clone(),
    ])
}

fn choices(class: Option<Class>) -> Block {
    let choices = CLASSES.map(|(each, text)| Choice {
        ticked: class == Some(each),
        text: text.to_owned(),
    });
    Block::Choices(choices.to_vec())
}

fn shown(points: Option<&str>) -> String {
    points.map(format_number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices_of(form: &YearlyForm) -> Vec<Vec<bool>> {
        let ticks = |block: Block| match block {
            Block::Choices(choices) => Some(choices.iter().map(|c| c.ticked).collect()),
            _ => None,
        };
        form.paper().blocks.into_iter().filter_map(ticks).collect()
    }

    #[test]
    fn own_and_decided_class_are_ticked_apart() {
        let form = YearlyForm {
            own_class: Some(Class::Excellent),
            decided_class: Some(Class::Good),
            ..YearlyForm::default()
        };
        assert_eq!(
            choices_of(&form),
            [[true, false, false, false], [false, true, false, false]]
        );
    }

    #[test]
    fn an_unfilled_form_has_twelve_months_and_no_tick() {
        let form = YearlyForm::default();
        assert_eq!(choices_of(&form), [[false; 4], [false; 4]]);
        assert_eq!(form.grid().rows.len(), 13);
    }

    #[test]
    fn a_quarter_takes_one_row_when_a_year_is_tracked_by_quarters() {
        let rows = (1..=4).map(|number| YearRow {
            label: YearRowLabel::Quarter(number),
            points: Some("81.5".to_owned()),
            note: String::new(),
        });
        let form = YearlyForm {
            rows: rows.collect(),
            ..YearlyForm::default()
        };
        let grid = form.grid();
        assert_eq!(grid.rows.len(), 5);
        assert_eq!(grid.rows[2].cells[0].text, "Quý III");
        assert_eq!(grid.rows[2].cells[1].text, "81,5");
    }
}
