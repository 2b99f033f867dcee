//! Complaint registers.

use crate::domain::{AssignmentId, Complaint, ComplaintId, Day};
use crate::files::recognise::{Field, RawRow};
use crate::ledger::{Key, Kind, Record};
use crate::text::search_key;

use super::complaint_path;
use super::differences::Differences;
use super::people;
use super::plan::{Outcome, Run, compare};
use super::report::{ImportProblem, RowAt, ShownValue};

/// Works out one row of a complaint register.
pub(super) fn row(run: &mut Run<'_>, at: RowAt, row: &RawRow) -> Outcome {
    let label = row
        .text(Field::ComplaintNumber)
        .or_else(|| row.text(Field::Summary))
        .unwrap_or_default()
        .to_owned();
    match read(run, at, row) {
        Ok(read) => take(run, row, label, read),
        Err(problem) => Outcome::person(label, problem),
    }
}

struct Read {
    received: Day,
    official: Option<crate::domain::OfficialId>,
    criterion: Option<String>,
    procedure: Option<String>,
    assignment: Option<AssignmentId>,
}

fn read(run: &Run<'_>, at: RowAt, row: &RawRow) -> Result<Read, ImportProblem> {
    let received = row
        .date(Field::Received)
        .ok_or(ImportProblem::MissingField(Field::Received))?;
    let name = row.person_name();
    let code = row.text(Field::PersonCode);
    let official = match (name.as_deref(), code) {
        (None, None) => None,
        (name, code) => Some(people::find(run, at, name, code, row.text(Field::Unit))?),
    };
    let criterion = row
        .text(Field::ComplaintKind)
        .map(|word| known(word, &run.settings.criteria))
        .transpose()?;
    let procedure = row
        .text(Field::Procedure)
        .map(|word| known(word, &run.settings.procedures))
        .transpose()?;
    let assignment = row
        .text(Field::TaskCode)
        .and_then(|code| task_with_code(run, code));
    Ok(Read {
        received,
        official,
        criterion,
        procedure,
        assignment,
    })
}

/// The key meant by a written word: the key itself, or a name that holds all of the word.
pub(super) fn known(word: &str, names: &[(String, String)]) -> Result<String, ImportProblem> {
    let wanted = plain(word);
    let by_key = names.iter().find(|(key, _)| plain(key) == wanted);
    let by_name = || names.iter().find(|(_, name)| plain(name) == wanted);
    let inside = || {
        let mut close = names
            .iter()
            .filter(|(_, name)| plain(name).contains(&wanted) || wanted.contains(&plain(name)));
        let first = close.next();
        if close.next().is_some() { None } else { first }
    };
    by_key
        .or_else(by_name)
        .or_else(inside)
        .map(|(key, _)| key.clone())
        .ok_or_else(|| ImportProblem::UnknownWord(word.to_owned()))
}

/// A word without marks and points: a register writes “Đơn thư” where the rules have “Đơn, thư”.
fn plain(word: &str) -> String {
    let key = search_key(word);
    let words = key.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

pub(super) fn task_with_code(run: &Run<'_>, code: &str) -> Option<AssignmentId> {
    let drafted = run
        .draft
        .changes()
        .find_map(|change| match (&change.key, &change.after) {
            (Key::Assignment(id), Some(Record::Assignment(task)))
                if task.code.as_deref() == Some(code) =>
            {
                Some(*id)
            }
            _ => None,
        });
    drafted.or_else(|| {
        run.draft
            .book()
            .assignments
            .iter()
            .find(|(_, task)| task.code.as_deref() == Some(code))
            .map(|(id, _)| id)
    })
}

fn take(run: &mut Run<'_>, row: &RawRow, label: String, read: Read) -> Outcome {
    let number = row
        .text(Field::ComplaintNumber)
        .map_or_else(|| format!("{}", row.row), str::to_owned);
    let same =
        |complaint: &Complaint| complaint.number == number && complaint.received == read.received;
    let known = run
        .draft
        .book()
        .complaints
        .iter()
        .find(|(_, complaint)| same(complaint))
        .map(|(id, complaint)| (id, complaint.clone()));
    let is_new = known.is_none();
    let (id, mut complaint) = known.unwrap_or_else(|| {
        (
            ComplaintId(run.draft.fresh(Kind::Complaint)),
            Complaint::new(number, read.received),
        )
    });
    if let Some(first) = run.first_row(Key::Complaint(id), row.row) {
        return Outcome::refused(label, ImportProblem::SameAsRow(first));
    }
    let other = read
        .official
        .filter(|other| complaint.official != Some(*other));
    if other.is_some() && !complaint.effects.is_empty() {
        return Outcome::refused(label, ImportProblem::PersonRestedOn);
    }
    let mut remarks = Vec::new();
    let mut differences = Differences::default();
    let mut summary = Some(complaint.summary.clone()).filter(|text| !text.is_empty());
    differences.text(Field::Summary, &mut summary, row.text(Field::Summary));
    complaint.summary = summary.unwrap_or_default();
    let mut channel = Some(complaint.channel.clone()).filter(|text| !text.is_empty());
    let written = row.text(Field::Channel);
    let way = written.map(|written| way_in(run, written, &mut remarks));
    differences.text(Field::Channel, &mut channel, way.as_deref());
    complaint.channel = channel.unwrap_or_default();
    differences.text(
        Field::Dossier,
        &mut complaint.dossier,
        row.text(Field::Dossier),
    );
    differences.text(
        Field::ComplaintKind,
        &mut complaint.criterion,
        read.criterion.as_deref(),
    );
    differences.text(
        Field::Procedure,
        &mut complaint.procedure,
        read.procedure.as_deref(),
    );
    complaint.official = read.official.or(complaint.official);
    complaint.assignment = read.assignment.or(complaint.assignment);
    complaint.unit = row
        .text(Field::Unit)
        .and_then(|name| run.units.named(name))
        .or(complaint.unit);
    let steps = complaint.steps.len();
    remarks.extend(complaint_path::follow(
        &mut complaint,
        row,
        run.settings.today,
    ));
    if complaint.steps.len() > steps {
        differences.note(
            Field::State,
            ShownValue::Count(steps),
            ShownValue::Count(complaint.steps.len()),
        );
    }
    run.draft.put(Key::Complaint(id), complaint);
    Outcome {
        label,
        verdict: compare(Key::Complaint(id), is_new, differences.0),
        remarks,
    }
}

/// The key of the way it came in; one that is not known stays as written, and says so: what is
/// counted by its way in is then not counted.
fn way_in(run: &Run<'_>, written: &str, remarks: &mut Vec<ImportProblem>) -> String {
    known(written, &run.settings.channels).unwrap_or_else(|problem| {
        remarks.push(problem);
        written.to_owned()
    })
}
