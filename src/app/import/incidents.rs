//! Registers of incidents for the directive's criteria.
//!
//! An incident counts only once the competent person confirmed it, so a row that says
//! "confirmed" without who and when comes in as open, and says so.

use crate::domain::{AssignmentId, Day, Incident, IncidentId, IncidentReview, OfficialId, UnitId};
use crate::files::recognise::{Field, RawRow, RawValue, Reviewed};
use crate::ledger::{Key, Kind};

use super::complaints::{known, task_with_code};
use super::differences::Differences;
use super::people;
use super::plan::{Outcome, Run, compare};
use super::report::{ImportProblem, RowAt, ShownValue};

/// Works out one row of a register of incidents.
pub(super) fn row(run: &mut Run<'_>, at: RowAt, row: &RawRow) -> Outcome {
    let label = row
        .text(Field::Summary)
        .map_or_else(|| row.row.to_string(), str::to_owned);
    match read(run, at, row) {
        Ok(read) => take(run, row, label, read),
        Err(problem) => Outcome::person(label, problem),
    }
}

struct Read {
    on: Day,
    criterion: String,
    summary: String,
    recorded_by: String,
    official: Option<OfficialId>,
    unit: Option<UnitId>,
    assignment: Option<AssignmentId>,
}

fn read(run: &Run<'_>, at: RowAt, row: &RawRow) -> Result<Read, ImportProblem> {
    let missing = ImportProblem::MissingField;
    let text = |field| row.text(field).map(str::to_owned).ok_or(missing(field));
    let on = row
        .date(Field::HappenedOn)
        .ok_or(missing(Field::HappenedOn))?;
    let written = text(Field::ComplaintKind)?;
    let criterion = known(&written, &run.settings.criteria)?;
    if !takes_incidents(&criterion) {
        return Err(ImportProblem::UnknownWord(written));
    }
    let (name, code) = (row.person_name(), row.text(Field::PersonCode));
    let official = match (name.as_deref(), code) {
        (None, None) => None,
        (name, code) => Some(people::find(run, at, name, code, row.text(Field::Unit))?),
    };
    let unit = row.text(Field::Unit).and_then(|name| run.units.named(name));
    if official.is_none() && unit.is_none() {
        return Err(missing(Field::PersonName));
    }
    Ok(Read {
        on,
        criterion,
        summary: text(Field::Summary)?,
        recorded_by: text(Field::RecordedBy)?,
        official,
        unit,
        assignment: row
            .text(Field::TaskCode)
            .and_then(|code| task_with_code(run, code)),
    })
}

/// Whether an incident under this criterion can count: some are measured by registers alone.
fn takes_incidents(key: &str) -> bool {
    let criterion = crate::app::law().directive_criterion(key);
    criterion.is_none_or(|criterion| criterion.measure.counts_complaints())
}

fn take(run: &mut Run<'_>, row: &RawRow, label: String, read: Read) -> Outcome {
    let same = |incident: &Incident| {
        incident.on == read.on
            && incident.criterion == read.criterion
            && incident.official == read.official
            && incident.summary == read.summary
    };
    let mut all = run.draft.book().incidents.iter();
    let known = all
        .find(|(_, incident)| same(incident))
        .map(|(id, incident)| (id, incident.clone()));
    let is_new = known.is_none();
    let (id, mut incident) = known.unwrap_or_else(|| {
        let id = IncidentId(run.draft.fresh(Kind::Incident));
        (id, blank(&read))
    });
    if let Some(first) = run.first_row(Key::Incident(id), row.row) {
        return Outcome::refused(label, ImportProblem::SameAsRow(first));
    }
    let mut differences = Differences::of(is_new);
    let mut recorded_by = Some(incident.recorded_by.clone()).filter(|text| !text.is_empty());
    differences.text(Field::RecordedBy, &mut recorded_by, Some(&read.recorded_by));
    incident.recorded_by = recorded_by.unwrap_or_default();
    differences.text(
        Field::Evidence,
        &mut incident.evidence,
        row.text(Field::Evidence),
    );
    differences.text(
        Field::Explanation,
        &mut incident.explanation,
        row.text(Field::Explanation),
    );
    incident.unit = read.unit.or(incident.unit);
    incident.assignment = read.assignment.or(incident.assignment);
    let remarks = review(&mut incident, row, &mut differences);
    run.draft.put(Key::Incident(id), incident);
    Outcome {
        label,
        verdict: compare(Key::Incident(id), is_new, differences.0),
        remarks,
    }
}

fn blank(read: &Read) -> Incident {
    Incident {
        on: read.on,
        criterion: read.criterion.clone(),
        official: read.official,
        unit: read.unit,
        assignment: read.assignment,
        summary: read.summary.clone(),
        recorded_by: String::new(),
        evidence: None,
        explanation: None,
        reviews: Vec::new(),
        effects: Vec::new(),
    }
}

/// Takes over what the competent person found. A review in the book stays: the file cannot know
/// what was decided since.
fn review(
    incident: &mut Incident,
    row: &RawRow,
    differences: &mut Differences,
) -> Vec<ImportProblem> {
    let confirmed = match row.get(Field::Confirmed) {
        Some(RawValue::Review(Reviewed::Confirmed)) => true,
        Some(RawValue::Review(Reviewed::Dismissed)) => false,
        _ => return Vec::new(),
    };
    if !incident.reviews.is_empty() {
        return Vec::new();
    }
    let (by, on) = (row.text(Field::ReviewedBy), row.date(Field::ReviewedOn));
    let (Some(by), Some(on)) = (by, on) else {
        let fields = [
            (Field::ReviewedBy, by.is_none()),
            (Field::ReviewedOn, on.is_none()),
        ];
        let lacking = fields.into_iter().filter(|(_, lacks)| *lacks);
        return lacking
            .map(|(field, _)| ImportProblem::MissingField(field))
            .collect();
    };
    differences.note(
        Field::Confirmed,
        ShownValue::Empty,
        ShownValue::Text(by.to_owned()),
    );
    incident.reviews.push(IncidentReview {
        confirmed,
        by: by.to_owned(),
        on,
        document: row.text(Field::ReviewDocument).map(str::to_owned),
    });
    Vec::new()
}
