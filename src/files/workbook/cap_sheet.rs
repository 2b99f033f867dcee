//! The sheet "Tỷ lệ": the cap on the best class, for the whole agency and each group.

use rust_xlsxwriter::Workbook;

use super::WorkbookError;
use super::formulas;
use super::sheet::{
    FIRST_ROW, Heading, Look, Page, Setup, UNCLASSIFIED, Written, at, class_words, heading,
};
use super::summary::{Summary, SummaryPerson};
use super::year_sheet::{group_key, groups};
use crate::domain::{Class, Classification, Exact};
use crate::rules::{CapBase, CapRounding};

pub const SHEET: &str = "Tỷ lệ";

mod column {
    pub const SCOPE: u16 = 0;
    pub const PEOPLE: u16 = 1;
    /// The four classes, best first, then those not classified.
    pub const FIRST_CLASS: u16 = 2;
    pub const UNCLASSIFIED: u16 = 6;
    pub const COMPUTED_GOOD: u16 = 7;
    pub const CAP: u16 = 8;
    pub const LEFT: u16 = 9;
    pub const VERDICT: u16 = 10;
    pub const KEY: u16 = 11;
}

fn headings() -> Vec<Heading> {
    let mut all = vec![heading("Phạm vi", 40.0), heading("Số người", 9.0)];
    all.extend(Class::ALL.map(|class| heading(class_words(class), 14.0)));
    all.extend([
        heading(UNCLASSIFIED, 12.0),
        heading("Tính toán ở mức Hoàn thành tốt", 14.0),
        heading("Số người xuất sắc tối đa", 12.0),
        heading("Còn được xếp", 10.0),
        heading("Kết luận", 16.0),
        heading("Khóa nhóm", 10.0),
    ]);
    all
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, summary: &Summary, look: &Look) -> Result<(), WorkbookError> {
    let title = format!("TỶ LỆ HOÀN THÀNH XUẤT SẮC NHIỆM VỤ NĂM {}", summary.year);
    let mut page = Page::start(
        book,
        &summary.agency,
        look,
        &Setup {
            name: SHEET,
            title: &title,
            headings: &headings(),
            frozen: 1,
            helpers: Some(column::KEY),
        },
    )?;
    let all: Vec<&SummaryPerson> = summary.people.iter().collect();
    let groups = groups(summary);
    scope(
        &mut page,
        FIRST_ROW,
        "Toàn cơ quan, tổ chức, đơn vị",
        "",
        &all,
        summary,
        look,
    )?;
    let mut row = FIRST_ROW;
    for group in &groups {
        row += 1;
        let people: Vec<&SummaryPerson> = summary
            .people
            .iter()
            .filter(|person| person.group == *group)
            .collect();
        let key = group_key(&groups, group);
        scope(&mut page, row, group, &key, &people, summary, look)?;
    }
    page.finish(row - FIRST_ROW + 1, column::KEY)?;
    Ok(())
}

fn scope(
    page: &mut Page<'_>,
    row: u32,
    name: &str,
    key: &str,
    people: &[&SummaryPerson],
    summary: &Summary,
    look: &Look,
) -> Written {
    let cell = |column| at(row, column);
    let count = |range: &str, what: &str| {
        let only = if key.is_empty() {
            String::new()
        } else {
            format!(",NAM_NHOM,{}", cell(column::KEY))
        };
        format!("=COUNTIFS({range},{what}{only})")
    };
    let last = |class| {
        people
            .iter()
            .filter(|person| person.last_class() == class)
            .count()
    };
    let computed_good = people
        .iter()
        .filter(|person| person.computed == Classification::Class(Class::Good))
        .count();
    let counts = Class::ALL.map(|class| last(Classification::Class(class)));
    let unclassified = last(Classification::Unclassified);
    page.text(row, column::SCOPE, name, &look.text)?;
    page.text(row, column::KEY, key, &look.helper)?;
    for ((column, place), count_of) in (column::FIRST_CLASS..).zip(1..).zip(counts) {
        let formula = count("NAM_CUOI", &format!("INDEX(XEP_LOAI,{place})"));
        page.formula(row, column, &formula, &count_of.to_string(), &look.centred)?;
    }
    let most = cap(&summary.parameters, counts[1], computed_good, counts[0]);
    let taken = i64::try_from(counts[0]).unwrap_or(i64::MAX);
    let left = most - taken;
    let best = cell(column::FIRST_CLASS);
    let numbers = [
        (
            column::PEOPLE,
            count("NAM_CUOI", "\"?*\""),
            (counts.iter().sum::<usize>() + unclassified).to_string(),
        ),
        (
            column::UNCLASSIFIED,
            count("NAM_CUOI", "KHONG_XEP_LOAI"),
            unclassified.to_string(),
        ),
        (
            column::COMPUTED_GOOD,
            count("NAM_TINH_TOAN", "INDEX(XEP_LOAI,2)"),
            computed_good.to_string(),
        ),
        (
            column::CAP,
            formulas::cap(
                &cell(column::FIRST_CLASS + 1),
                &cell(column::COMPUTED_GOOD),
                &best,
            ),
            most.to_string(),
        ),
        (
            column::LEFT,
            format!("={}-{best}", cell(column::CAP)),
            left.to_string(),
        ),
        (
            column::VERDICT,
            format!(
                "=IF({}<0,\"Vượt tỷ lệ\",\"Trong tỷ lệ\")",
                cell(column::LEFT)
            ),
            if left < 0 {
                "Vượt tỷ lệ"
            } else {
                "Trong tỷ lệ"
            }
            .to_owned(),
        ),
    ];
    for (column, formula, value) in numbers {
        page.formula(row, column, &formula, &value, &look.centred)?;
    }
    page.end_row(row)
}

/// What the formula of the cap gives, to stand in the cell as its result.
fn cap(
    parameters: &super::Parameters,
    last_good: usize,
    computed_good: usize,
    last_best: usize,
) -> i64 {
    let whole = |count: usize| Exact::whole(i64::try_from(count).unwrap_or_default());
    let share = parameters.cap_share.value.exact();
    let rounding = parameters.cap_rounding.value;
    let both = whole(last_good + last_best);
    let base = match parameters.cap_base.value {
        CapBase::FinalGood => {
            let half = match rounding {
                CapRounding::Nearest => Exact::ratio(1, 2),
                CapRounding::Down | CapRounding::AtLeastOne => Exact::zero(),
            };
            let one_more = Exact::one().plus(&share);
            let most = both.times(&share).plus(&half).divided_by(&one_more);
            let most = most.unwrap_or_else(Exact::zero).floor();
            let least = i64::from(rounding == CapRounding::AtLeastOne);
            return most.max(least).min(both.floor());
        }
        CapBase::OriginalGood => whole(computed_good),
        CapBase::GoodAndAbove => both,
    };
    let most = base.times(&share);
    match rounding {
        CapRounding::Down => most.floor(),
        CapRounding::Nearest => most.nearest(),
        CapRounding::AtLeastOne => most.floor().max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::parameters;
    use super::*;

    #[test]
    fn the_cap_follows_the_readings() {
        let mut parameters = parameters();
        assert_eq!(cap(&parameters, 20, 20, 12), 5);
        parameters.cap_rounding.value = CapRounding::Nearest;
        assert_eq!(cap(&parameters, 1, 1, 2), 0);
        assert_eq!(cap(&parameters, 3, 3, 1), 1);
        parameters.cap_base.value = CapBase::OriginalGood;
        assert_eq!(cap(&parameters, 20, 13, 12), 3);
        parameters.cap_rounding.value = CapRounding::AtLeastOne;
        assert_eq!(cap(&parameters, 1, 1, 0), 1);
        parameters.cap_base.value = CapBase::FinalGood;
        assert_eq!(cap(&parameters, 0, 0, 0), 0);
    }
}
