//! The numbers of the law and the readings in force, with their source, for the workbook.

use crate::app::law;
use crate::domain::{Citation, Class, Decimal, Grade};
use crate::engine::Terms;
use crate::files::workbook::{Criterion, Parameters, Sourced};
use crate::rules::{Basis, ReadingId};

/// The parameters of a year; `percent` is the share of the best class in force.
pub(super) fn of(terms: &Terms<'_>, percent: Decimal) -> Parameters {
    let rules = terms.rules;
    let task = &rules.task;
    let reading = |id| terms.chosen.option(id).basis.as_ref();
    let threshold = |class| {
        let found = rules.class.threshold(class);
        sourced(found.from, &found.basis)
    };
    let lines = terms.sections().iter().flat_map(|section| &section.lines);
    let criteria = lines.map(|line| Criterion {
        number: line.id.to_string(),
        wording: line.basis.name.vi.clone(),
        most_points: line.max,
    });
    Parameters {
        criteria: criteria.collect(),
        result_points: sourced(task.points.value, &task.points.basis),
        failure_deduction: share(task.failure_deduction.value, &task.failure_deduction.basis),
        late_deduction: share(task.late_deduction.value, &task.late_deduction.basis),
        floor: share(terms.chosen.floor(), reading(ReadingId::R4)),
        thresholds: [Class::Excellent, Class::Good, Class::Completed].map(threshold),
        cap_share: share(percent, &rules.class.cap.basis),
        denominator: sourced(terms.denominator, reading(ReadingId::R2)),
        over_full: sourced(terms.excess, reading(ReadingId::R3)),
        cap_base: sourced(terms.chosen.cap_base(), reading(ReadingId::R5)),
        cap_rounding: sourced(terms.chosen.cap_rounding(), reading(ReadingId::R6)),
        decimals: terms.chosen.decimals(),
    }
}

/// Percent as a part of one.
fn share(percent: Decimal, basis: &Basis) -> Sourced<Decimal> {
    sourced(Decimal::from_millionths(percent.millionths() / 100), basis)
}

fn sourced<T>(value: T, basis: &Basis) -> Sourced<T> {
    let citations: Vec<String> = basis.citations.iter().map(citation).collect();
    Sourced {
        value,
        citation: citations.join("; "),
        grade: grade(basis.grade).to_owned(),
    }
}

fn citation(citation: &Citation) -> String {
    let instrument = law()
        .cited(citation)
        .map(|instrument| instrument.short.vi.clone());
    let mut words: Vec<String> = instrument.into_iter().collect();
    let mut place = Vec::new();
    if let Some(article) = citation.article {
        place.push(format!("Điều {article}"));
    }
    if let Some(clause) = citation.clause {
        place.push(format!("khoản {clause}"));
    }
    if let Some(point) = &citation.point {
        place.push(format!("điểm {point}"));
    }
    if !place.is_empty() {
        words.push(place.join(" "));
    }
    words.extend(citation.part.clone());
    words.join(", ")
}

const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Mandatory => "Bắt buộc",
        Grade::Guidance => "Hướng dẫn",
        Grade::Local => "Quy định nội bộ",
        Grade::Proposal => "Đề xuất",
    }
}
