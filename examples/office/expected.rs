//! What a recalculated summary workbook must show, for the check to compare.
//!
//! The check finds cells by sheet, by the value in a key column and by header text,
//! so any summary can be described this way:
//! `[{ "sheet": …, "key": [column, text], "period": …, "header": …, "shown": … }]`.

use congtam::domain::{Class, Classification, Exact};
use congtam::files::workbook::Summary;
use serde_json::{Value, json};

pub fn of(summary: &Summary) -> Value {
    let mut cells = Vec::new();
    let places = u32::from(summary.parameters.decimals);
    let shown = |value: Option<&Exact>| value.map(|v| v.truncated(places)).unwrap_or_default();
    for person in &summary.people {
        let mut cell = |sheet: &str, period: &str, header: &str, shown: String| {
            cells.push(json!({
                "sheet": sheet, "code": person.code, "period": period,
                "header": header, "shown": shown,
            }));
        };
        for scored in &person.periods {
            let period = scored.period.to_string();
            let general = scored.general();
            let total = shown(scored.total.as_ref());
            cell(
                "Tháng",
                &period,
                "Điểm tiêu chí chung",
                shown(general.as_ref()),
            );
            let result = shown(scored.result.as_ref());
            cell("Tháng", &period, "Điểm kết quả thực hiện nhiệm vụ", result);
            cell("Tháng", &period, "Tổng điểm", total);
        }
        let year = "Tổng hợp năm";
        let mean = shown(person.mean.as_ref());
        cell(year, "", "Điểm trung bình năm", mean);
        let by_score = person.score_class.map(words).unwrap_or_default();
        cell(year, "", "Xếp loại theo điểm", by_score.to_owned());
        let computed = classification(person.computed);
        cell(year, "", "Xếp loại tính toán", computed.to_owned());
    }
    json!({ "cells": cells })
}

const fn words(class: Class) -> &'static str {
    match class {
        Class::Excellent => "Hoàn thành xuất sắc nhiệm vụ",
        Class::Good => "Hoàn thành tốt nhiệm vụ",
        Class::Completed => "Hoàn thành nhiệm vụ",
        Class::NotCompleted => "Không hoàn thành nhiệm vụ",
    }
}

pub const fn classification(class: Classification) -> &'static str {
    match class {
        Classification::Class(class) => words(class),
        Classification::Unclassified => "Không xếp loại",
        Classification::None => "",
    }
}
