//! Staff lists: officials with their unit, title, role and group.

use crate::domain::{Official, OfficialId, Position, PositionId, Role, Span};
use crate::files::recognise::{Field, RawRow, RawValue};
use crate::ledger::{Key, Kind};
use crate::text::nfc;

use super::differences::Differences;
use super::people;
use super::plan::{Outcome, Run, compare};
use super::report::{ImportProblem, RowAt, ShownValue};
use super::units;

/// Works out one row of a staff list.
pub(super) fn row(run: &mut Run<'_>, at: RowAt, row: &RawRow) -> Outcome {
    let Some(name) = row.person_name().map(|name| nfc(name.trim())) else {
        return Outcome::refused(
            format!("{}", row.row),
            ImportProblem::MissingField(Field::PersonName),
        );
    };
    let found = match who(run, at, row, &name) {
        Ok(found) => found,
        Err(problem) => return Outcome::person(name, problem),
    };
    let is_new = found.is_none();
    let id = found.unwrap_or_else(|| OfficialId(run.draft.fresh(Kind::Official)));
    if let Some(first) = run.first_row(Key::Official(id), row.row) {
        return Outcome::refused(name, ImportProblem::SameAsRow(first));
    }
    let mut official = people::official(run, id).unwrap_or_else(|| Official {
        name: name.clone(),
        ..Official::default()
    });
    let mut differences = Differences::default();
    differences.text(
        Field::PersonCode,
        &mut official.code,
        row.text(Field::PersonCode),
    );
    differences.day(Field::Born, &mut official.born, row.date(Field::Born));
    differences.text(Field::Note, &mut official.note, row.text(Field::Note));
    run.people.add(id, &official);
    run.draft.put(Key::Official(id), official);
    position(run, id, row, &mut differences);
    Outcome {
        label: name,
        verdict: compare(Key::Official(id), is_new, differences.0),
        remarks: Vec::new(),
    }
}

/// The official already known by code, or by a name that only one has; a code nobody has is a new official.
fn who(
    run: &Run<'_>,
    at: RowAt,
    row: &RawRow,
    name: &str,
) -> Result<Option<OfficialId>, ImportProblem> {
    if let Some(chosen) = run.choices.people.get(&at) {
        return Ok(Some(*chosen));
    }
    let code = row.text(Field::PersonCode);
    if let Some(found) = code.and_then(|code| run.people.with_code(code)) {
        if !run.people.named(name).contains(&found) {
            return Err(ImportProblem::NameAndCodeDiffer {
                name: name.to_owned(),
                code: code.unwrap_or_default().to_owned(),
            });
        }
        return Ok(Some(found));
    }
    let mut same: Vec<OfficialId> = run.people.named(name).to_vec();
    same.retain(|id| {
        people::official(run, *id).is_some_and(|official| may_be(&official, code, row))
    });
    match same[..] {
        [] => Ok(None),
        [one] if run.taken.contains_key(&Key::Official(one)) => Ok(None),
        [one] => Ok(Some(one)),
        _ => Err(ImportProblem::Namesakes {
            written: name.to_owned(),
            who: same,
        }),
    }
}

/// Namesakes with another code or another birthday are other people.
fn may_be(official: &Official, code: Option<&str>, row: &RawRow) -> bool {
    let other_code = official.code.is_some() && code.is_some();
    let born = row.date(Field::Born);
    let other_birthday = official.born.is_some() && born.is_some() && official.born != born;
    !other_code && !other_birthday
}

fn position(run: &mut Run<'_>, official: OfficialId, row: &RawRow, differences: &mut Differences) {
    let Some(unit_name) = row
        .text(Field::Unit)
        .map(str::to_owned)
        .or_else(|| row.section.clone())
    else {
        return;
    };
    let unit = units::unit(run, &unit_name);
    let group = row
        .text(Field::DutyGroup)
        .map(str::to_owned)
        .map(|name| units::group(run, &name));
    let title = row.text(Field::Title).unwrap_or_default().to_owned();
    let role = match row.get(Field::Role) {
        Some(RawValue::Role(role)) => *role,
        _ => role_from_title(&title),
    };
    let from = row.date(Field::StartDate);
    let to = row.date(Field::EndDate);
    let present = run
        .draft
        .book()
        .positions_of(official)
        .into_iter()
        .rfind(|(_, position)| from.is_none_or(|from| position.span.contains(from)));
    let wanted = |span| Position {
        official,
        unit,
        role,
        title: title.clone(),
        group,
        span,
    };
    match present {
        None => {
            let span = Span {
                from: from.unwrap_or(run.settings.year_start),
                to,
            };
            let id = PositionId(run.draft.fresh(Kind::Position));
            run.draft.put(Key::Position(id), wanted(span));
            differences.note(
                Field::Title,
                ShownValue::Empty,
                ShownValue::Text(title.clone()),
            );
        }
        Some((id, now)) => {
            let now = now.clone();
            let mut next = wanted(Span {
                from: from.unwrap_or(now.span.from),
                to: to.or(now.span.to),
            });
            next.group = group.or(now.group);
            if next.title.is_empty() {
                next.title.clone_from(&now.title);
            }
            if next != now {
                differences.note(
                    Field::Title,
                    ShownValue::Text(now.title.clone()),
                    ShownValue::Text(next.title.clone()),
                );
                let unit_before = run
                    .draft
                    .book()
                    .units
                    .get(now.unit)
                    .map(|unit| unit.name.clone())
                    .unwrap_or_default();
                if now.unit != next.unit {
                    differences.note(
                        Field::Unit,
                        ShownValue::Text(unit_before),
                        ShownValue::Text(unit_name),
                    );
                }
                run.draft.put(Key::Position(id), next);
            }
        }
    }
}

/// What a title says of the role when no column does; anything else is staff.
fn role_from_title(title: &str) -> Role {
    let key = crate::text::search_key(title);
    let starts = |words: &[&str]| words.iter().any(|word| key.starts_with(word));
    if starts(&["pho "]) {
        Role::Deputy
    } else if starts(&[
        "truong ",
        "chu tich",
        "chanh ",
        "giam doc",
        "bi thu",
        "chi huy truong",
    ]) {
        Role::Head
    } else if starts(&[
        "lai xe",
        "bao ve",
        "tap vu",
        "le tan",
        "phuc vu",
        "nhan vien ho tro",
    ]) {
        Role::Support
    } else {
        Role::Staff
    }
}
