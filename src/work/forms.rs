//! Mẫu số 01 and Mẫu số 02: one person as docx, many as a zip, all of them as pages to print.

use crate::app::job::{Bytes, MadeFile, NotMade, Order, Product};
use crate::app::law;
use crate::domain::{Decimal, Exact, LineId, Month, OfficialId, Period};
use crate::engine::{Part, Scores, criteria_of};
use crate::files::archive::{Archive, Diacritics, FileNames};
use crate::files::forms::{
    CriterionLine, CriterionSection, DocxProperties, MonthlyForm, PagePart, Paper, YearRow,
    YearRowLabel, YearlyForm, page_parts, write_docx,
};
use crate::files::names::Names;
use crate::ledger::Book;
use crate::rules::{ChosenReadings, CivilServantRules, CriteriaSection, QuarterForm};

use super::people::{self, Person};
use super::{Report, progress};

/// How the paper of one person is made.
type MakePaper<'a> = Box<dyn Fn(&Person) -> Paper + 'a>;

/// What is ordered: for which period, the first word of its file names, and how each paper is made.
fn form<'a>(
    book: &'a Book,
    order: &'a Order,
) -> Result<(Period, &'static str, MakePaper<'a>), NotMade> {
    let period = people::period(order).ok_or(NotMade::NothingToMake)?;
    let scores = Scores::full(book, law());
    if matches!(order.product, Product::YearlyForms | Product::YearlyPages) {
        let year = period.year();
        let rules = law().for_year(year).map_err(|_| NotMade::NothingToMake)?;
        let paper = move |person: &Person| yearly_form(book, rules, &scores, year, person).paper();
        return Ok((Period::Year(year), "Mau-02", Box::new(paper)));
    }
    let rules = law()
        .for_period(period)
        .map_err(|_| NotMade::NothingToMake)?;
    let paper =
        move |person: &Person| monthly_form(book, order, rules, &scores, period, person).paper();
    Ok((period, "Mau-01", Box::new(paper)))
}

/// Mẫu số 01 of a month or quarter, or Mẫu số 02 of a year.
pub(super) fn files(book: &Book, order: &Order, report: Report<'_>) -> Result<MadeFile, NotMade> {
    let (period, stem, paper) = form(book, order)?;
    pack(book, order, period, stem, paper, report)
}

/// The same forms as pages to print, one person after the other.
pub(super) fn pages(
    book: &Book,
    order: &Order,
    report: Report<'_>,
) -> Result<Vec<PagePart>, NotMade> {
    let (period, _, paper) = form(book, order)?;
    let people = people::people(book, order, period);
    if people.is_empty() {
        return Err(NotMade::NothingToMake);
    }
    let mut parts = Vec::new();
    for (done, person) in people.iter().enumerate() {
        parts.extend(page_parts(&paper(person)));
        progress(report, done + 1, people.len());
    }
    Ok(parts)
}

/// One person's paper as docx, many in a zip.
pub(super) fn pack(
    book: &Book,
    order: &Order,
    period: Period,
    stem: &str,
    paper: impl Fn(&Person) -> Paper,
    report: Report<'_>,
) -> Result<MadeFile, NotMade> {
    let people = people::people(book, order, period);
    let properties = DocxProperties {
        written_on: people::today(order),
        log: people::log_head(order),
    };
    let docx =
        |person: &Person| write_docx(&paper(person), properties).map_err(|_| NotMade::Format);
    let mut names = FileNames::new(Diacritics::Removed);
    match people.as_slice() {
        [] => Err(NotMade::NothingToMake),
        [only] => {
            let name = names.claim(&[stem, &period.to_string(), &only.name, &only.code], "docx");
            Ok(MadeFile {
                name,
                bytes: Bytes(docx(only)?),
            })
        }
        many => {
            let mut archive = Archive::new();
            for (done, person) in many.iter().enumerate() {
                let name = names.claim(
                    &[stem, &period.to_string(), &person.name, &person.code],
                    "docx",
                );
                archive
                    .add(&name, &docx(person)?)
                    .map_err(|_| NotMade::Format)?;
                progress(report, done + 1, many.len());
            }
            let bytes = archive.finish().map_err(|_| NotMade::Format)?;
            Ok(MadeFile {
                name: format!("{stem}-{period}.zip"),
                bytes: Bytes(bytes),
            })
        }
    }
}

/// The printed decimals of the period (reading R10).
pub(super) fn decimals(book: &Book, rules: &CivilServantRules, period: Period) -> u32 {
    u32::from(readings(book, rules, period).decimals())
}

/// The readings a period is scored and printed under: those of its last day.
fn readings(book: &Book, rules: &CivilServantRules, period: Period) -> ChosenReadings {
    let choices: Vec<_> = book
        .readings
        .iter()
        .map(|(_, choice)| choice.clone())
        .collect();
    rules.choose(&choices, period.last_day()).0
}

fn monthly_form(
    book: &Book,
    order: &Order,
    rules: &CivilServantRules,
    scores: &Scores,
    period: Period,
    person: &Person,
) -> MonthlyForm {
    let assessment = scores.assess(book, law(), person.id, period);
    let digits = decimals(book, rules, period);
    let sheet = book
        .generals
        .get((person.id, period))
        .cloned()
        .unwrap_or_default();
    let own = |line: LineId| sheet.own.get(line);
    let result_points = assessment
        .result
        .as_ref()
        .map(|result| result.times(&rules.task.points.exact()));
    let shown = |value: Option<&Exact>| value.map(|value| value.truncated(digits));
    let free = |text: &Option<String>| {
        if people::names(order) == Names::Hidden {
            None
        } else {
            text.clone()
        }
    };
    MonthlyForm {
        head: people::head(book),
        period: Some(period),
        person: people::form_person(person),
        sections: criteria_of(book, law(), person.id, period)
            .iter()
            .map(|section| criterion_section(section, own))
            .collect(),
        most_points: rules.general_points.value.to_string(),
        self_points: sum(rules.lines().map(|line| own(line.id))),
        general_points: assessment.general.map(|points| points.to_string()),
        result_points: shown(result_points.as_ref()),
        total_points: shown(assessment.total.as_ref()),
        strengths: free(&sheet.strengths),
        shortcomings: free(&sheet.weaknesses),
        authority_opinion: free(&sheet.comment),
        own_signature: people::signature(book, Some(person.name.clone())),
        authority_signature: people::signature(book, None),
    }
}

fn criterion_section(
    section: &CriteriaSection,
    own: impl Fn(LineId) -> Option<Decimal>,
) -> CriterionSection {
    let lines = section.lines.iter().map(|line| CriterionLine {
        number: line.id.line.to_string(),
        wording: line.basis.name.vi.clone(),
        most_points: line.max.to_string(),
        self_points: own(line.id).map(|points| points.to_string()),
    });
    let number = LineId {
        section: section.number,
        line: 1,
    }
    .to_string();
    CriterionSection {
        number: number.split('.').next().unwrap_or_default().to_owned(),
        wording: section.basis.name.vi.clone(),
        most_points: section.max.to_string(),
        self_points: sum(section.lines.iter().map(|line| own(line.id))),
        lines: lines.collect(),
    }
}

/// The sum when every line is there.
fn sum(points: impl Iterator<Item = Option<Decimal>>) -> Option<String> {
    let mut all = points;
    let total = all.try_fold(Decimal::ZERO, |sum, points| sum.checked_add(points?));
    total.map(|total| total.to_string())
}

fn yearly_form(
    book: &Book,
    rules: &CivilServantRules,
    scores: &Scores,
    year: u16,
    person: &Person,
) -> YearlyForm {
    let assessment = scores.assess_year(book, law(), person.id, year);
    let readings = readings(book, rules, Period::Year(year));
    let digits = u32::from(readings.decimals());
    let decision = latest_decision(book, person.id, year);
    YearlyForm {
        head: people::head(book),
        year: Some(year),
        person: people::form_person(person),
        rows: rows(&assessment.parts, year, digits, readings.quarter_form()),
        // While a period is missing there is no mean of the year to print.
        mean_points: assessment
            .score
            .mean
            .as_ref()
            .filter(|_| assessment.score.complete)
            .map(|mean| mean.truncated(digits)),
        mean_note: String::new(),
        own_class: decision.as_ref().and_then(|decision| decision.own_class),
        decided_class: decision.as_ref().and_then(|decision| decision.class),
        handling: decision.and_then(|decision| decision.proposal),
        own_signature: people::signature(book, Some(person.name.clone())),
        authority_signature: people::signature(book, None),
    }
}

/// The decision that no later one replaces.
fn latest_decision(
    book: &Book,
    official: OfficialId,
    year: u16,
) -> Option<crate::domain::YearDecision> {
    book.decisions
        .of(official)
        .rfind(|(_, decision)| decision.year == year)
        .map(|(_, decision)| decision.clone())
}

/// Twelve rows; where the agency follows quarters four, or the quarter's score in each of its
/// months, as reading R11 has it.
fn rows(parts: &[Part], year: u16, digits: u32, form: QuarterForm) -> Vec<YearRow> {
    let total = |period: Period| {
        parts
            .iter()
            .find(|part| part.period == period)
            .and_then(|part| part.total.as_ref())
    };
    let quarterly = parts
        .iter()
        .any(|part| matches!(part.period, Period::Quarter { .. }));
    let row = |label, period| YearRow {
        label,
        points: total(period).map(|value| value.truncated(digits)),
        note: String::new(),
    };
    if quarterly && form == QuarterForm::OneRow {
        return (1..=4)
            .map(|number| {
                row(
                    YearRowLabel::Quarter(number),
                    Period::Quarter { year, number },
                )
            })
            .collect();
    }
    let scored = |month: Month| {
        if quarterly {
            Period::quarter_of(month)
        } else {
            Period::Month(month)
        }
    };
    Month::all_of(year)
        .map(|month| row(YearRowLabel::Month(month.number()), scored(month)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::ScoreState;

    fn quarters() -> Vec<Part> {
        let part = |number: u8| Part {
            period: Period::Quarter { year: 2026, number },
            state: ScoreState::Computed,
            total: Some(Exact::whole(80 + i64::from(number))),
        };
        (1..=4).map(part).collect()
    }

    #[test]
    fn quarters_stand_in_one_row_each_or_in_each_of_their_months() {
        let points = |form| -> Vec<String> {
            let rows = rows(&quarters(), 2026, 0, form);
            rows.into_iter().filter_map(|row| row.points).collect()
        };
        assert_eq!(points(QuarterForm::OneRow), ["81", "82", "83", "84"]);
        let each = points(QuarterForm::EachMonth);
        assert_eq!(each.len(), 12);
        assert_eq!(each[..4], ["81", "81", "81", "82"]);
    }
}
