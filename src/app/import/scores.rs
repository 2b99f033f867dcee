//! Points of the general criteria by person and period.

use crate::domain::{GeneralSheet, Month, Period};
use crate::files::recognise::{Field, RawRow, RawValue, Scorer};
use crate::ledger::{Key, Record};
use crate::text::WrittenPeriod;

use super::differences::Differences;
use super::people;
use super::plan::{Outcome, Run, compare};
use super::report::{ImportProblem, RowAt, ShownValue};

/// Works out one row of a score sheet.
pub(super) fn row(run: &mut Run<'_>, at: RowAt, row: &RawRow) -> Outcome {
    let label = row
        .person_name()
        .or_else(|| row.text(Field::PersonCode).map(str::to_owned))
        .unwrap_or_default();
    let name = row.person_name();
    let official = match people::find(
        run,
        at,
        name.as_deref(),
        row.text(Field::PersonCode),
        row.text(Field::Unit),
    ) {
        Ok(official) => official,
        Err(problem) => return Outcome::person(label, problem),
    };
    let period = match row.get(Field::Period) {
        Some(RawValue::Period(written)) => period(*written, Some(run.settings.month)),
        _ => Some(Period::Month(run.settings.month)),
    };
    let Some(period) = period else {
        return Outcome::refused(label, ImportProblem::PeriodMissing);
    };
    let month = period
        .months()
        .first()
        .copied()
        .unwrap_or(run.settings.month);
    if let Some(confirmed) = run.confirmed(official, month) {
        return Outcome::refused(label, ImportProblem::PeriodConfirmed(confirmed));
    }
    let key = Key::General(official, period);
    let before = match run.draft.get(key) {
        Some(Record::General(sheet)) => Some(sheet),
        _ => None,
    };
    let is_new = before.is_none();
    let mut sheet = before.unwrap_or_default();
    match enter(run, row, &mut sheet) {
        Ok(differences) => {
            run.draft.put(key, sheet);
            Outcome {
                label,
                verdict: compare(key, is_new, differences.0),
                remarks: Vec::new(),
            }
        }
        Err(problem) => Outcome::refused(label, problem),
    }
}

fn enter(
    run: &Run<'_>,
    row: &RawRow,
    sheet: &mut GeneralSheet,
) -> Result<Differences, ImportProblem> {
    let by_authority = matches!(
        row.get(Field::Scorer),
        Some(RawValue::Scorer(Scorer::Authority))
    );
    let mut differences = Differences::default();
    for (field, value) in &row.values {
        let (line, authority) = match field {
            Field::Line(line) => (*line, by_authority),
            Field::AuthorityLine(line) => (*line, true),
            _ => continue,
        };
        let RawValue::Decimal(points) = value else {
            continue;
        };
        let maximum = run
            .settings
            .line_maxima
            .iter()
            .find(|(known, _)| *known == line)
            .map(|(_, maximum)| *maximum);
        let maximum = maximum.ok_or_else(|| ImportProblem::UnknownWord(line.to_string()))?;
        if *points > maximum {
            return Err(ImportProblem::AboveMaximum { line, maximum });
        }
        let target = if authority {
            &mut sheet.authority
        } else {
            &mut sheet.own
        };
        let before = target
            .get(line)
            .map_or(ShownValue::Empty, ShownValue::Decimal);
        differences.note(*field, before, ShownValue::Decimal(*points));
        target.set(line, Some(*points));
    }
    if row
        .values
        .keys()
        .any(|field| matches!(field, Field::AuthorityLine(_)))
        || by_authority
    {
        sheet.authority_on = Some(run.settings.today);
    }
    Ok(differences)
}

/// The period meant; a month without a year takes the year of the fallback.
pub(super) fn period(written: WrittenPeriod, fallback: Option<Month>) -> Option<Period> {
    let year_of = |year: i32| {
        if year == 0 {
            fallback.map(Month::year)
        } else {
            u16::try_from(year).ok()
        }
    };
    match written {
        WrittenPeriod::Month { year, month } => {
            Month::new(year_of(year)?, u8::try_from(month).ok()?)
                .ok()
                .map(Period::Month)
        }
        WrittenPeriod::Quarter { year, quarter } => {
            let number = u8::try_from(quarter)
                .ok()
                .filter(|number| (1..=4).contains(number))?;
            Some(Period::Quarter {
                year: year_of(year)?,
                number,
            })
        }
    }
}
