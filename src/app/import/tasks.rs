//! Task registers.

use crate::app::workflow::entry::EntryError;
use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, Excuses, HandBack, Month, OfficialId, Origin, Period,
    ProductCoefficient, ProductId, TaskEvent, TaskEventKind,
};
use crate::files::recognise::{Field, RawRow, RawValue};
use crate::ledger::{Key, Kind};

use super::differences::Differences;
use super::people;
use super::plan::{Outcome, Run, compare};
use super::report::{ImportProblem, RowAt, ShownValue};

/// Works out one row of a task register.
pub(super) fn row(run: &mut Run<'_>, at: RowAt, row: &RawRow) -> Outcome {
    let label = row
        .text(Field::TaskName)
        .or_else(|| row.text(Field::ProductCode))
        .unwrap_or_default()
        .to_owned();
    match read(run, at, row) {
        Ok((official, product, coefficient)) => {
            take(run, row, label, official, product, coefficient)
        }
        Err(problem) => Outcome::person(label, problem),
    }
}

type Read = (OfficialId, Option<ProductId>, Decimal);

fn read(run: &mut Run<'_>, at: RowAt, row: &RawRow) -> Result<Read, ImportProblem> {
    let name = row.person_name();
    let unit = row
        .text(Field::Unit)
        .map(str::to_owned)
        .or_else(|| row.section.clone());
    let official = people::find(
        run,
        at,
        name.as_deref(),
        row.text(Field::PersonCode),
        unit.as_deref(),
    )?;
    let product = product(run, row)?;
    let coefficient = coefficient(run, row, product)?;
    if row.text(Field::TaskName).is_none() && product.is_none() {
        return Err(ImportProblem::MissingField(Field::TaskName));
    }
    if row.decimal(Field::Assigned).is_none() {
        return Err(ImportProblem::MissingField(Field::Assigned));
    }
    Ok((official, product, coefficient))
}

fn product(run: &mut Run<'_>, row: &RawRow) -> Result<Option<ProductId>, ImportProblem> {
    let Some(code) = row.text(Field::ProductCode) else {
        return Ok(None);
    };
    let found = run.product_with_code(code);
    found
        .map(Some)
        .ok_or_else(|| ImportProblem::UnknownProduct {
            code: code.to_owned(),
        })
}

fn coefficient(
    run: &Run<'_>,
    row: &RawRow,
    product: Option<ProductId>,
) -> Result<Decimal, ImportProblem> {
    let given = row.decimal(Field::Coefficient);
    let listed = product.and_then(|id| run.listed_coefficient(id));
    match (given, listed) {
        (Some(given), Some(ProductCoefficient::Range(from, to))) if given < from || given > to => {
            Err(ImportProblem::CoefficientOutOfRange { from, to })
        }
        (Some(given), _) => Ok(given),
        (None, Some(ProductCoefficient::Fixed(listed))) => Ok(listed),
        (None, Some(ProductCoefficient::Range(..))) => Err(ImportProblem::CoefficientMissing),
        (None, None) => Err(ImportProblem::MissingField(Field::Coefficient)),
    }
}

fn take(
    run: &mut Run<'_>,
    row: &RawRow,
    label: String,
    official: OfficialId,
    product: Option<ProductId>,
    coefficient: Decimal,
) -> Outcome {
    let known = same_task(run, row, official, product);
    let is_new = known.is_none();
    // A new number is nobody's yet.
    if let Some(known) = known
        && let Some(first) = run.first_row(Key::Assignment(known), row.row)
    {
        return Outcome::refused(label, ImportProblem::SameAsRow(first));
    }
    let before = known.and_then(|id| run.draft.book().assignments.get(id).cloned());
    let mut task = before
        .clone()
        .unwrap_or_else(|| blank(official, coefficient, row));
    let mut differences = Differences::of(is_new);
    fill(&mut task, row, &mut differences, coefficient);
    task.product = product.or(task.product);
    if task.assigned_on.is_none() && task.due.is_none() {
        task.assigned_on = Some(written_month(row).unwrap_or(run.settings.month).first_day());
    }
    events(&mut task, row, run.settings.today, &mut differences);
    if before.as_ref() != Some(&task)
        && let Some(period) = locked(run, before.as_ref(), &task)
    {
        return Outcome::refused(label, ImportProblem::PeriodConfirmed(period));
    }
    let remarks = remarks(&task, row);
    let id = known.unwrap_or_else(|| AssignmentId(run.draft.fresh(Kind::Assignment)));
    run.draft.put(Key::Assignment(id), task);
    Outcome {
        label,
        verdict: compare(Key::Assignment(id), is_new, differences.0),
        remarks,
    }
}

/// The confirmed period the task counts in, as it stands or as the row would have it.
fn locked(run: &Run<'_>, before: Option<&Assignment>, after: &Assignment) -> Option<Period> {
    let states = before.into_iter().chain([after]);
    let mut held = states.filter_map(|task| match run.locks.check(task) {
        Err(EntryError::Locked(period)) => Some(period),
        _ => None,
    });
    held.next()
}

/// The same task as in the book: by its code, else by person, what it is, and deadline.
fn same_task(
    run: &Run<'_>,
    row: &RawRow,
    official: OfficialId,
    product: Option<ProductId>,
) -> Option<AssignmentId> {
    let code = row.text(Field::TaskCode);
    let name = row.text(Field::TaskName);
    let due = row.date(Field::Due);
    let same = |task: &Assignment| match (code, &task.code) {
        (Some(code), Some(own)) => own == code,
        (Some(_), None) | (None, Some(_)) => false,
        (None, None) => {
            task.name.as_deref() == name
                && task.due == due
                && (product.is_none() || task.product == product)
        }
    };
    run.draft
        .book()
        .assignments
        .of(official)
        .find(|(_, task)| same(task))
        .map(|(id, _)| id)
}

fn blank(official: OfficialId, coefficient: Decimal, row: &RawRow) -> Assignment {
    let origin = match row.get(Field::Origin) {
        Some(RawValue::Origin(origin)) => *origin,
        _ => Origin::Planned,
    };
    Assignment {
        code: None,
        name: None,
        official: Some(official),
        unit: None,
        product: None,
        coefficient,
        assigned: Decimal::ZERO,
        completed: Decimal::ZERO,
        assigned_on: None,
        due: None,
        finished: None,
        origin,
        handed_back: None,
        events: Vec::new(),
        note: None,
    }
}

fn fill(task: &mut Assignment, row: &RawRow, differences: &mut Differences, coefficient: Decimal) {
    differences.text(Field::TaskCode, &mut task.code, row.text(Field::TaskCode));
    differences.text(Field::TaskName, &mut task.name, row.text(Field::TaskName));
    differences.number(Field::Coefficient, &mut task.coefficient, Some(coefficient));
    differences.number(
        Field::Assigned,
        &mut task.assigned,
        row.decimal(Field::Assigned),
    );
    differences.number(
        Field::Completed,
        &mut task.completed,
        row.decimal(Field::Completed),
    );
    differences.day(
        Field::AssignedOn,
        &mut task.assigned_on,
        row.date(Field::AssignedOn),
    );
    differences.day(Field::Due, &mut task.due, row.date(Field::Due));
    differences.day(
        Field::Finished,
        &mut task.finished,
        row.date(Field::Finished),
    );
    differences.text(Field::Note, &mut task.note, row.text(Field::Note));
}

fn written_month(row: &RawRow) -> Option<Month> {
    match row.get(Field::Period) {
        Some(RawValue::Period(written)) => super::scores::period(*written, None)
            .and_then(|period| period.months().first().copied()),
        _ => None,
    }
}

/// Turns counts and columns of a register into events, where the task has none of the kind yet.
fn events(task: &mut Assignment, row: &RawRow, today: Day, differences: &mut Differences) {
    let on = task.finished.or(task.due).unwrap_or(today);
    let has = |task: &Assignment, what: fn(&TaskEventKind) -> bool| {
        task.events.iter().filter(|event| what(&event.kind)).count()
    };
    let failures = has(task, |kind| {
        matches!(kind, TaskEventKind::QualityFailure { .. })
    });
    let late = has(task, |kind| matches!(kind, TaskEventKind::Late { .. }));
    let wanted = |field| {
        row.count(field)
            .and_then(|count| usize::try_from(count).ok())
    };
    if let Some(count) = wanted(Field::Failures) {
        differences.note(
            Field::Failures,
            ShownValue::Count(failures),
            ShownValue::Count(count.max(failures)),
        );
        let added = add(task, on, count.saturating_sub(failures), || {
            TaskEventKind::QualityFailure { note: None }
        });
        excuse(task, row, on, Field::ExcusedFailures, &added);
    }
    if let Some(count) = wanted(Field::LateOccurrences) {
        differences.note(
            Field::LateOccurrences,
            ShownValue::Count(late),
            ShownValue::Count(count.max(late)),
        );
        let added = add(task, on, count.saturating_sub(late), || {
            TaskEventKind::Late { note: None }
        });
        excuse(task, row, on, Field::ExcusedLate, &added);
    }
    derived_cause(task, row, on);
    extension(task, row, on, differences);
    handed_back(task, row, on);
}

fn add(
    task: &mut Assignment,
    on: Day,
    count: usize,
    kind: impl Fn() -> TaskEventKind,
) -> Vec<Excuses> {
    let mut added = Vec::new();
    for _ in 0..count {
        let id = task.next_event();
        task.events.push(TaskEvent {
            id,
            on,
            kind: kind(),
        });
        added.push(Excuses::Event(id));
    }
    added
}

/// Records as many confirmed causes as the register excuses; each excuses one event.
fn excuse(task: &mut Assignment, row: &RawRow, on: Day, field: Field, events: &[Excuses]) {
    let excused = row
        .count(field)
        .and_then(|count| usize::try_from(count).ok())
        .unwrap_or(0);
    for target in events.iter().take(excused) {
        push_cause(task, row, on, *target);
    }
}

/// A cause beside a task without recorded occurrences excuses the lateness that follows from its dates.
fn derived_cause(task: &mut Assignment, row: &RawRow, on: Day) {
    let recorded = row.get(Field::LateOccurrences).is_some() || row.get(Field::Failures).is_some();
    if row.text(Field::Cause).is_some() && !recorded && !task.is_excused(Excuses::DerivedLateness) {
        push_cause(task, row, on, Excuses::DerivedLateness);
    }
}

fn push_cause(task: &mut Assignment, row: &RawRow, on: Day, excuses: Excuses) {
    let id = task.next_event();
    let kind = TaskEventKind::ObjectiveCause {
        excuses,
        cause: row.text(Field::Cause).unwrap_or_default().to_owned(),
        confirmed_by: row.text(Field::CauseConfirmer).map(str::to_owned),
        document: row.text(Field::CauseDocument).map(str::to_owned),
        revoked: None,
    };
    task.events.push(TaskEvent {
        id,
        on: row.date(Field::CauseDate).unwrap_or(on),
        kind,
    });
}

fn extension(task: &mut Assignment, row: &RawRow, on: Day, differences: &mut Differences) {
    let Some(to) = row.date(Field::ExtendedDue) else {
        return;
    };
    if task.deadline() == Some(to) {
        return;
    }
    differences.note(
        Field::ExtendedDue,
        task.deadline().map_or(ShownValue::Empty, ShownValue::Day),
        ShownValue::Day(to),
    );
    let kind = TaskEventKind::Extension {
        to,
        approver: row.text(Field::ExtensionApprover).map(str::to_owned),
        document: row.text(Field::ExtensionDocument).map(str::to_owned),
        revoked: None,
    };
    let id = task.next_event();
    task.events.push(TaskEvent {
        id,
        on: row.date(Field::ExtensionDate).unwrap_or(on),
        kind,
    });
}

fn handed_back(task: &mut Assignment, row: &RawRow, on: Day) {
    let on = match row.get(Field::HandedBack) {
        Some(RawValue::Flag(true)) => on,
        Some(RawValue::Date(day)) => *day,
        _ => return,
    };
    if task.handed_back.is_none() {
        task.handed_back = Some(HandBack {
            on,
            reason: row.text(Field::Note).map(str::to_owned),
            taken_over_by: None,
        });
    }
}

fn remarks(task: &Assignment, row: &RawRow) -> Vec<ImportProblem> {
    let mut remarks = Vec::new();
    if task.completed > task.assigned {
        remarks.push(ImportProblem::CompletedAboveAssigned);
    }
    if let (Some(finished), Some(assigned_on)) = (task.finished, task.assigned_on)
        && finished < assigned_on
    {
        remarks.push(ImportProblem::FinishedBeforeAssigned);
    }
    let above =
        |happened, excused| row.count(excused).unwrap_or(0) > row.count(happened).unwrap_or(0);
    if above(Field::Failures, Field::ExcusedFailures)
        || above(Field::LateOccurrences, Field::ExcusedLate)
    {
        remarks.push(ImportProblem::ExcusedAboveHappened);
    }
    remarks
}
