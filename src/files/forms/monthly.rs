//! Mẫu số 01: the sheet on which a month or quarter is followed up and assessed.
//!
//! # Legal basis
//! NĐ 335/2025/NĐ-CP, Phụ lục II, Mẫu số 01 (Điều 17).

use crate::domain::Period;
use crate::text::format_number;

use super::paper::{
    Block, Cell, Column, FormHead, FormPerson, Grid, GridRow, Note, Paper, SignatureBlock,
    SignatureFill, Words, period_words,
};

/// What is filled into Mẫu số 01; everything optional is left open when missing.
///
/// Points are decimal texts with a point, already cut to the decimals printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthlyForm {
    /// The agency's side of the head.
    pub head: FormHead,
    /// The month or quarter.
    pub period: Option<Period>,
    /// The person.
    pub person: FormPerson,
    /// The general criteria with the self-score, in the order and words of the rules.
    pub sections: Vec<CriterionSection>,
    /// Largest sum of the general criteria.
    pub most_points: String,
    /// Sum of the self-scores.
    pub self_points: Option<String>,
    /// II.1: points of the general criteria.
    pub general_points: Option<String>,
    /// II.2: points of the task result.
    pub result_points: Option<String>,
    /// II.3: the total.
    pub total_points: Option<String>,
    /// II.4: strengths.
    pub strengths: Option<String>,
    /// II.5: weaknesses and shortcomings.
    pub shortcomings: Option<String>,
    /// II.6: what the authority says.
    pub authority_opinion: Option<String>,
    /// The person's signature.
    pub own_signature: SignatureFill,
    /// The authority's signature.
    pub authority_signature: SignatureFill,
}

/// A group of general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionSection {
    /// `I`, `II`, `III`.
    pub number: String,
    /// The words of the rules.
    pub wording: String,
    /// Largest points.
    pub most_points: String,
    /// Sum of the lines' self-scores.
    pub self_points: Option<String>,
    /// Its lines.
    pub lines: Vec<CriterionLine>,
}

/// A line of the general criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionLine {
    /// `1`, `2`, …
    pub number: String,
    /// The words of the rules.
    pub wording: String,
    /// Largest points.
    pub most_points: String,
    /// The self-score.
    pub self_points: Option<String>,
}

impl MonthlyForm {
    /// The form as it is printed.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let period = self.period.map_or_else(
            || "..........".to_owned(),
            |p| format!(" {}", period_words(p)),
        );
        let mut blocks = vec![
            Block::FormNumber("Mẫu số 01".to_owned()),
            Block::Head(self.head.clone()),
            Block::Title(vec![
                Words::plain("PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC"),
                Words::marked(format!("(Kỳ theo dõi, đánh giá:{period})"), 1),
            ]),
        ];
        blocks.extend(self.person.blocks());
        blocks.push(Block::Section(Words::plain(
            "I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG",
        )));
        blocks.push(Block::Grid(self.grid()));
        blocks.push(Block::Section(Words::plain(
            "II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC",
        )));
        blocks.extend(self.summary());
        blocks.push(Block::Signatures(Box::new([
            SignatureBlock::new(&["CÔNG CHỨC TỰ ĐÁNH GIÁ"], &self.own_signature),
            SignatureBlock::new(
                &["CẤP CÓ THẨM QUYỀN", "THEO DÕI, ĐÁNH GIÁ"],
                &self.authority_signature,
            ),
        ])));
        blocks.push(Block::Notes(vec![Note {
            mark: 1,
            text: "Ghi rõ kỳ theo dõi là tháng/quý ... năm... .".to_owned(),
        }]));
        Paper {
            title: "Mẫu số 01 - Phiếu theo dõi, đánh giá công chức".to_owned(),
            blocks,
        }
    }

    fn grid(&self) -> Grid {
        let column = |percent, centred| Column { percent, centred };
        let mut rows = Vec::new();
        for section in &self.sections {
            rows.push(
                points_row(
                    &section.number,
                    &section.wording,
                    &section.most_points,
                    section.self_points.as_deref(),
                )
                .bold(),
            );
            rows.extend(section.lines.iter().map(|line| {
                points_row(
                    &line.number,
                    &line.wording,
                    &line.most_points,
                    line.self_points.as_deref(),
                )
            }));
        }
        rows.push(self.total_row());
        Grid {
            columns: vec![
                column(7, true),
                column(60, false),
                column(12, true),
                column(21, true),
            ],
            head: vec![
                GridRow::of([
                    "TT",
                    "Tiêu chí chấm điểm",
                    "Điểm tối đa",
                    "Điểm do cá nhân tự chấm",
                ])
                .bold()
                .centred(),
                GridRow::of(["(1)", "(2)", "(3)", "(4)"]).centred(),
            ],
            rows,
        }
    }

    fn total_row(&self) -> GridRow {
        let cell = |text: String, span| Cell {
            text,
            span,
            centred: true,
        };
        GridRow {
            cells: vec![
                cell("Tổng cộng".to_owned(), 2),
                cell(format_number(&self.most_points), 1),
                cell(shown(self.self_points.as_deref()), 1),
            ],
            bold: true,
        }
    }

    fn summary(&self) -> [Block; 6] {
        let points = |label: &str, value: &Option<String>| Block::Field {
            label: label.to_owned(),
            value: value.as_deref().map(format_number),
            more_lines: 0,
        };
        let words = |label: &str, value: &Option<String>, more_lines| Block::Field {
            label: label.to_owned(),
            value: value.clone(),
            more_lines,
        };
        [
            points("1. Điểm tiêu chí chung:", &self.general_points),
            points(
                "2. Điểm tiêu chí kết quả thực hiện nhiệm vụ:",
                &self.result_points,
            ),
            points(
                "3. Tổng điểm theo dõi, đánh giá công chức:",
                &self.total_points,
            ),
            words("4. Ưu điểm:", &self.strengths, 1),
            words("5. Hạn chế, khuyết điểm:", &self.shortcomings, 2),
            words(
                "6. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá:",
                &self.authority_opinion,
                2,
            ),
        ]
    }
}

fn points_row(number: &str, wording: &str, most: &str, own: Option<&str>) -> GridRow {
    GridRow::of([
        number.to_owned(),
        wording.to_owned(),
        format_number(most),
        shown(own),
    ])
}

fn shown(points: Option<&str>) -> String {
    points.map(format_number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_stay_open_and_are_never_zero() {
        let paper = MonthlyForm::default().paper();
        let open = paper
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Field { value: None, .. }))
            .count();
        assert_eq!(open, 9);
        let Some(Block::Title(title)) = paper.blocks.get(2) else {
            panic!("the title comes third");
        };
        assert_eq!(title[1].text, "(Kỳ theo dõi, đánh giá:..........)");
    }

    #[test]
    fn points_are_printed_with_a_decimal_comma() {
        let form = MonthlyForm {
            total_points: Some("89.99".to_owned()),
            ..MonthlyForm::default()
        };
        assert!(form.paper().blocks.contains(&Block::Field {
            label: "3. Tổng điểm theo dõi, đánh giá công chức:".to_owned(),
            value: Some("89,99".to_owned()),
            more_lines: 0,
        }));
    }
}
