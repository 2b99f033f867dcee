//! The life of a task: assign, edit cells, extend, excuse, hand over, remove.

use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, EventId, Excuses, HandBack, Month, OfficialId, Origin,
    ProductCoefficient, ProductId, TaskEvent, TaskEventKind,
};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation, Record};

use super::entry::{self, EntryError};
use super::lock;

/// A cell of the register that is edited in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskField {
    /// The agency's code.
    Code,
    /// What is to be done.
    Name,
    /// Who leads it.
    Official,
    /// The product, by code.
    Product,
    /// Coefficient.
    Coefficient,
    /// Assigned quantity.
    Assigned,
    /// Completed quantity.
    Completed,
    /// Day of assignment.
    AssignedOn,
    /// First deadline.
    Due,
    /// Day of completion.
    Finished,
    /// Number of failed quality assessments.
    Failures,
    /// Number of recorded late occurrences.
    Late,
    /// How it came to the official.
    Origin,
    /// Note.
    Note,
}

impl TaskField {
    /// All fields, in the order of the register.
    pub const ALL: [Self; 14] = [
        Self::Code,
        Self::Name,
        Self::Official,
        Self::Product,
        Self::Coefficient,
        Self::Assigned,
        Self::Completed,
        Self::AssignedOn,
        Self::Due,
        Self::Finished,
        Self::Failures,
        Self::Late,
        Self::Origin,
        Self::Note,
    ];

    /// The column's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Official => "official",
            Self::Product => "product",
            Self::Coefficient => "coefficient",
            Self::Assigned => "assigned",
            Self::Completed => "completed",
            Self::AssignedOn => "assigned_on",
            Self::Due => "due",
            Self::Finished => "finished",
            Self::Failures => "failures",
            Self::Late => "late",
            Self::Origin => "origin",
            Self::Note => "note",
        }
    }

    /// The field of a column.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// One cell and what was typed into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellEntry {
    /// Which task.
    pub task: AssignmentId,
    /// Which cell.
    pub field: TaskField,
    /// What was typed.
    pub text: String,
}

/// Drafts the change of one or many cells as one action.
///
/// # Errors
/// The index of the first cell that was not taken, and why; then nothing is drafted.
pub fn edit(
    book: &Book,
    entries: &[CellEntry],
    action: Action,
    today: Day,
    year: u16,
) -> Result<Operation, (usize, EntryError)> {
    let mut draft = Draft::new(book, action);
    for (index, entry) in entries.iter().enumerate() {
        set(&mut draft, entry, today, year).map_err(|error| (index, error))?;
    }
    Ok(draft.finish())
}

fn set(draft: &mut Draft<'_>, entry: &CellEntry, today: Day, year: u16) -> Result<(), EntryError> {
    let mut task = drafted(draft, entry.task)?;
    lock::check_task(draft.book(), &task)?;
    let text = entry.text.trim();
    match entry.field {
        TaskField::Code => task.code = entry::text(text),
        TaskField::Name => task.name = entry::text(text),
        TaskField::Note => task.note = entry::text(text),
        TaskField::Official => task.official = official(draft.book(), text)?,
        TaskField::Product => choose_product(draft.book(), &mut task, text)?,
        TaskField::Coefficient => task.coefficient = coefficient(draft.book(), &task, text)?,
        TaskField::Assigned => task.assigned = entry::number(text)?,
        TaskField::Completed => task.completed = entry::number(text)?,
        TaskField::AssignedOn => task.assigned_on = entry::day(text, year)?,
        TaskField::Due => task.due = entry::day(text, year)?,
        TaskField::Finished => task.finished = entry::day(text, year)?,
        TaskField::Failures => recount(&mut task, entry::count(text)?, today, Counted::Failures),
        TaskField::Late => recount(&mut task, entry::count(text)?, today, Counted::Late),
        TaskField::Origin => task.origin = origin(text)?,
    }
    lock::check_task(draft.book(), &task)?;
    draft.put(Key::Assignment(entry.task), task);
    Ok(())
}

fn drafted(draft: &Draft<'_>, id: AssignmentId) -> Result<Assignment, EntryError> {
    match draft.get(Key::Assignment(id)) {
        Some(Record::Assignment(task)) => Ok(task),
        _ => Err(EntryError::Gone),
    }
}

/// The official meant by a name, `name · code`, or a code; nothing for an empty text.
///
/// # Errors
/// [`EntryError::Unknown`] or [`EntryError::Ambiguous`]; a part of a name never decides.
pub fn official(book: &Book, text: &str) -> Result<Option<OfficialId>, EntryError> {
    if text.is_empty() {
        return Ok(None);
    }
    let (name, code) = match text.rsplit_once('·') {
        Some((name, code)) => (name.trim(), Some(code.trim())),
        None => (text, None),
    };
    let same_code = |official: &crate::domain::Official, code: &str| {
        official
            .code
            .as_deref()
            .is_some_and(|own| own.eq_ignore_ascii_case(code))
    };
    let wanted = crate::text::nfc(name).to_lowercase();
    let by_name = book.officials.iter().filter(|(_, official)| {
        official.name.to_lowercase() == wanted && code.is_none_or(|code| same_code(official, code))
    });
    let found: Vec<OfficialId> = by_name.map(|(id, _)| id).collect();
    match found[..] {
        [one] => Ok(Some(one)),
        [] => {
            let by_code = book
                .officials
                .iter()
                .find(|(_, official)| same_code(official, name))
                .map(|(id, _)| id);
            by_code
                .map(Some)
                .ok_or_else(|| EntryError::Unknown(text.to_owned()))
        }
        _ => Err(EntryError::Ambiguous(text.to_owned())),
    }
}

/// Sets the product by its code; a fixed coefficient comes with it.
fn choose_product(book: &Book, task: &mut Assignment, text: &str) -> Result<(), EntryError> {
    if text.is_empty() {
        task.product = None;
        return Ok(());
    }
    let code = text.split_whitespace().next().unwrap_or_default();
    let found = book
        .products
        .iter()
        .rfind(|(_, product)| product.code.eq_ignore_ascii_case(code));
    let (id, product) = found.ok_or_else(|| EntryError::Unknown(text.to_owned()))?;
    task.product = Some(id);
    if let ProductCoefficient::Fixed(coefficient) = product.coefficient {
        task.coefficient = coefficient;
    }
    Ok(())
}

fn coefficient(book: &Book, task: &Assignment, text: &str) -> Result<Decimal, EntryError> {
    let value = entry::number(text)?;
    let listed = task
        .product
        .and_then(|id| book.products.get(id))
        .map(|product| product.coefficient);
    match listed {
        Some(ProductCoefficient::Range(_, to)) if value > to => Err(EntryError::Above(to)),
        _ => Ok(value),
    }
}

fn origin(text: &str) -> Result<Origin, EntryError> {
    match text {
        "" | "planned" => Ok(Origin::Planned),
        "taken_over" => Ok(Origin::TakenOver),
        "unplanned" => Ok(Origin::Unplanned),
        other => Err(EntryError::Unknown(other.to_owned())),
    }
}

#[derive(Clone, Copy)]
enum Counted {
    Failures,
    Late,
}

impl Counted {
    const fn is(self, kind: &TaskEventKind) -> bool {
        matches!(
            (self, kind),
            (Self::Failures, TaskEventKind::QualityFailure { .. })
                | (Self::Late, TaskEventKind::Late { .. })
        )
    }

    const fn make(self) -> TaskEventKind {
        match self {
            Self::Failures => TaskEventKind::QualityFailure { note: None },
            Self::Late => TaskEventKind::Late { note: None },
        }
    }
}

/// Adds events up to the count, or takes the latest ones away together with what excuses them.
fn recount(task: &mut Assignment, wanted: usize, today: Day, counted: Counted) {
    let on = task.finished.unwrap_or(today);
    let mut there: Vec<EventId> = task
        .events
        .iter()
        .filter(|event| counted.is(&event.kind))
        .map(|event| event.id)
        .collect();
    while there.len() < wanted {
        let id = task.next_event();
        task.events.push(TaskEvent {
            id,
            on,
            kind: counted.make(),
        });
        there.push(id);
    }
    for id in there.split_off(wanted) {
        task.events
            .retain(|event| event.id != id && !excuses(event, id));
    }
}

fn excuses(event: &TaskEvent, id: EventId) -> bool {
    matches!(event.kind, TaskEventKind::ObjectiveCause { excuses: Excuses::Event(target), .. } if target == id)
}

/// What a new task is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTask {
    /// Who leads it, as typed.
    pub official: String,
    /// Code of the product, as typed.
    pub product: String,
    /// What is to be done.
    pub name: String,
    /// Coefficient as typed; empty takes the product's.
    pub coefficient: String,
    /// Quantity as typed.
    pub assigned: String,
    /// Day of assignment as typed; empty is today.
    pub assigned_on: String,
    /// Deadline as typed.
    pub due: String,
    /// True for unplanned work.
    pub unplanned: bool,
}

/// The field of a form that was not taken.
pub type FieldError = (TaskField, EntryError);

/// Drafts a new task.
///
/// # Errors
/// All fields that were not taken, with their reasons.
pub fn assign(
    book: &Book,
    new: &NewTask,
    today: Day,
    year: u16,
) -> Result<Operation, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut task = blank();
    let mut take = |field, result: Result<(), EntryError>| {
        if let Err(error) = result {
            errors.push((field, error));
        }
    };
    take(
        TaskField::Official,
        official(book, new.official.trim())
            .and_then(|found| found.ok_or(EntryError::Required))
            .map(|id| task.official = Some(id)),
    );
    take(
        TaskField::Product,
        choose_product(book, &mut task, new.product.trim()),
    );
    task.name = entry::text(&new.name);
    if task.name.is_none() && task.product.is_none() {
        take(TaskField::Name, Err(EntryError::Required));
    }
    if !new.coefficient.trim().is_empty() {
        take(
            TaskField::Coefficient,
            coefficient(book, &task, &new.coefficient).map(|value| task.coefficient = value),
        );
    } else if task.coefficient.is_zero() {
        take(TaskField::Coefficient, Err(EntryError::Required));
    }
    take(
        TaskField::Assigned,
        entry::number(&new.assigned).map(|value| task.assigned = value),
    );
    take(
        TaskField::AssignedOn,
        entry::day(&new.assigned_on, year).map(|day| task.assigned_on = Some(day.unwrap_or(today))),
    );
    take(
        TaskField::Due,
        entry::day(&new.due, year)
            .and_then(|day| day.ok_or(EntryError::Required))
            .map(|day| task.due = Some(day)),
    );
    task.origin = if new.unplanned {
        Origin::Unplanned
    } else {
        Origin::Planned
    };
    if let Err(error) = lock::check_task(book, &task) {
        errors.push((TaskField::Due, error));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut draft = Draft::new(book, Action::Add(Kind::Assignment));
    let id = AssignmentId(draft.fresh(Kind::Assignment));
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

fn blank() -> Assignment {
    Assignment {
        code: None,
        name: None,
        official: None,
        unit: None,
        product: None,
        coefficient: Decimal::ZERO,
        assigned: Decimal::ZERO,
        completed: Decimal::ZERO,
        assigned_on: None,
        due: None,
        finished: None,
        origin: Origin::Planned,
        handed_back: None,
        events: Vec::new(),
        note: None,
    }
}

/// Drafts one event on a task: an extension, an objective cause, a pause, a handling.
///
/// # Errors
/// [`EntryError::Gone`] or [`EntryError::Locked`].
pub fn record(
    book: &Book,
    id: AssignmentId,
    on: Day,
    kind: TaskEventKind,
) -> Result<Operation, EntryError> {
    let action = match kind {
        TaskEventKind::Extension { .. } => Action::Extend,
        TaskEventKind::ObjectiveCause { .. } => Action::RecordCause,
        _ => Action::Edit(Kind::Assignment),
    };
    let mut draft = Draft::new(book, action);
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let event = TaskEvent {
        id: task.next_event(),
        on,
        kind,
    };
    task.events.push(event);
    lock::check_task(book, &task)?;
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// Drafts the revocation of an extension or an objective cause; the event stays in the history.
///
/// # Errors
/// [`EntryError::Gone`] or [`EntryError::Locked`].
pub fn revoke(
    book: &Book,
    id: AssignmentId,
    event: EventId,
    on: Day,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Edit(Kind::Assignment));
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let found = task
        .events
        .iter_mut()
        .find(|other| other.id == event)
        .ok_or(EntryError::Gone)?;
    match &mut found.kind {
        TaskEventKind::Extension { revoked, .. }
        | TaskEventKind::ObjectiveCause { revoked, .. } => *revoked = Some(on),
        _ => return Err(EntryError::Gone),
    }
    lock::check_task(book, &task)?;
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// Drafts handing a task back and over: both sides in one action (Điều 18.1d).
///
/// # Errors
/// [`EntryError`] when the receiver is not known, or a period is confirmed.
pub fn hand_over(
    book: &Book,
    id: AssignmentId,
    receiver: Option<OfficialId>,
    quantity: Decimal,
    on: Day,
    reason: Option<String>,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::HandOver);
    let mut task = drafted(&draft, id)?;
    lock::check_task(book, &task)?;
    let taken_over_by = match receiver {
        None => None,
        Some(receiver) => {
            let mut taken = task.clone();
            taken.official = Some(receiver);
            taken.unit = None;
            taken.origin = Origin::TakenOver;
            taken.assigned = quantity;
            taken.completed = Decimal::ZERO;
            taken.finished = None;
            taken.assigned_on = Some(on);
            taken.events = task
                .events
                .iter()
                .filter(|event| matches!(event.kind, TaskEventKind::Extension { .. }))
                .cloned()
                .collect();
            taken.handed_back = None;
            lock::check_task(book, &taken)?;
            let new = AssignmentId(draft.fresh(Kind::Assignment));
            draft.put(Key::Assignment(new), taken);
            Some(new)
        }
    };
    task.handed_back = Some(HandBack {
        on,
        reason,
        taken_over_by,
    });
    draft.put(Key::Assignment(id), task);
    Ok(draft.finish())
}

/// Drafts the removal of tasks.
///
/// # Errors
/// [`EntryError::Locked`] when one counts in a confirmed period.
pub fn remove(book: &Book, ids: &[AssignmentId]) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Remove(Kind::Assignment));
    for id in ids {
        lock::check_task(book, &drafted(&draft, *id)?)?;
        draft.remove(Key::Assignment(*id));
    }
    Ok(draft.finish())
}

/// Drafts next month's plan from a month's planned tasks, deadlines moved by whole months.
#[must_use]
pub fn repeat_month(book: &Book, from: Month, official: Option<OfficialId>) -> Operation {
    let mut draft = Draft::new(book, Action::Add(Kind::Assignment));
    let planned = book.assignments.iter().filter(|(_, task)| {
        task.origin == Origin::Planned
            && task.handed_back.is_none()
            && lock::month_of(task) == Some(from)
            && official.is_none_or(|official| task.official == Some(official))
    });
    for (_, task) in planned {
        let next = Assignment {
            completed: Decimal::ZERO,
            assigned_on: task.assigned_on.map(month_later),
            due: task.deadline().map(month_later),
            finished: None,
            events: Vec::new(),
            ..task.clone()
        };
        let id = AssignmentId(draft.fresh(Kind::Assignment));
        draft.put(Key::Assignment(id), next);
    }
    draft.finish()
}

/// The same day a month later, or the month's last day.
fn month_later(day: Day) -> Day {
    day.checked_add_months(chrono::Months::new(1))
        .unwrap_or(day)
}

/// The product a task is of, for suggestions.
#[must_use]
pub fn product_label(book: &Book, id: ProductId) -> String {
    book.products
        .get(id)
        .map(|product| format!("{} {}", product.code, product.task))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Official;

    fn today() -> Day {
        Day::from_ymd_opt(2026, 11, 22).expect("a day")
    }

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name, code) in [
            (1, "Người Mẫu An", "A1"),
            (2, "Người Mẫu Bình", "B1"),
            (3, "Người Mẫu Bình", "B2"),
        ] {
            let official = Official {
                name: name.to_owned(),
                code: Some(code.to_owned()),
                ..Official::default()
            };
            book.put(Key::Official(OfficialId(id)), Some(official.into()));
        }
        let new = NewTask {
            official: "Người Mẫu An".into(),
            name: "Báo cáo mẫu".into(),
            coefficient: "2,5".into(),
            assigned: "4".into(),
            due: "20/11".into(),
            ..NewTask::default()
        };
        let operation = assign(&book, &new, today(), 2026).expect("a complete task");
        book.apply(&operation).expect("it applies");
        book
    }

    fn cell(field: TaskField, text: &str) -> CellEntry {
        CellEntry {
            task: AssignmentId(1),
            field,
            text: text.to_owned(),
        }
    }

    #[test]
    fn several_cells_are_one_action_and_one_bad_cell_stops_it() {
        let book = book();
        let entries = [
            cell(TaskField::Completed, "3,5"),
            cell(TaskField::Finished, "19/11/2026"),
            cell(TaskField::Failures, "2"),
        ];
        let operation = edit(
            &book,
            &entries,
            Action::Paste(Kind::Assignment),
            today(),
            2026,
        )
        .expect("good cells");
        assert_eq!(operation.changes.len(), 1);
        let bad = [
            cell(TaskField::Completed, "3"),
            cell(TaskField::Finished, "31/02/2026"),
        ];
        let (index, error) = edit(&book, &bad, Action::Edit(Kind::Assignment), today(), 2026)
            .expect_err("no such day");
        assert_eq!(index, 1);
        assert!(matches!(error, EntryError::Date(_)));
    }

    #[test]
    fn lowering_a_count_takes_its_excuse_along() {
        let mut book = book();
        let two = edit(
            &book,
            &[cell(TaskField::Late, "2")],
            Action::Edit(Kind::Assignment),
            today(),
            2026,
        )
        .expect("two");
        book.apply(&two).expect("applies");
        let last = book
            .assignments
            .get(AssignmentId(1))
            .expect("the task")
            .events[1]
            .id;
        let cause = TaskEventKind::ObjectiveCause {
            excuses: Excuses::Event(last),
            cause: "Chờ ý kiến".into(),
            confirmed_by: Some("Chủ tịch".into()),
            document: None,
            revoked: None,
        };
        book.apply(&record(&book, AssignmentId(1), today(), cause).expect("a cause"))
            .expect("applies");
        let one = edit(
            &book,
            &[cell(TaskField::Late, "1")],
            Action::Edit(Kind::Assignment),
            today(),
            2026,
        )
        .expect("one");
        book.apply(&one).expect("applies");
        assert_eq!(
            book.assignments
                .get(AssignmentId(1))
                .expect("the task")
                .events
                .len(),
            1
        );
    }

    #[test]
    fn an_extension_keeps_the_old_deadline_and_can_be_revoked() {
        let mut book = book();
        let to = Day::from_ymd_opt(2026, 11, 30).expect("a day");
        let extension = TaskEventKind::Extension {
            to,
            approver: Some("Chủ tịch".into()),
            document: None,
            revoked: None,
        };
        book.apply(&record(&book, AssignmentId(1), today(), extension).expect("an extension"))
            .expect("applies");
        let task = book.assignments.get(AssignmentId(1)).expect("the task");
        assert_eq!(
            (task.deadline(), task.due.map(|d| d.to_string())),
            (Some(to), Some("2026-11-20".into()))
        );
        let event = task.events[0].id;
        book.apply(&revoke(&book, AssignmentId(1), event, today()).expect("a revocation"))
            .expect("applies");
        let task = book.assignments.get(AssignmentId(1)).expect("the task");
        assert_eq!(task.deadline(), task.due);
    }

    #[test]
    fn handing_over_moves_both_sides_at_once() {
        let mut book = book();
        let operation = hand_over(
            &book,
            AssignmentId(1),
            Some(OfficialId(2)),
            Decimal::ONE,
            today(),
            None,
        )
        .expect("a receiver");
        book.apply(&operation).expect("applies");
        let giver = book
            .assignments
            .get(AssignmentId(1))
            .expect("the giver's line");
        assert_eq!(
            giver
                .handed_back
                .as_ref()
                .and_then(|back| back.taken_over_by),
            Some(AssignmentId(2))
        );
        let receiver = book
            .assignments
            .get(AssignmentId(2))
            .expect("the receiver's line");
        assert_eq!(
            (receiver.official, receiver.origin),
            (Some(OfficialId(2)), Origin::TakenOver)
        );
    }

    #[test]
    fn a_name_two_share_needs_the_code() {
        let book = book();
        assert_eq!(
            official(&book, "Người Mẫu Bình"),
            Err(EntryError::Ambiguous("Người Mẫu Bình".into()))
        );
        assert_eq!(
            official(&book, "Người Mẫu Bình · B2"),
            Ok(Some(OfficialId(3)))
        );
        assert_eq!(
            official(&book, "Bình"),
            Err(EntryError::Unknown("Bình".into()))
        );
    }

    #[test]
    fn a_new_task_lists_everything_that_is_missing() {
        let errors =
            assign(&book(), &NewTask::default(), today(), 2026).expect_err("nothing was typed");
        let fields: Vec<TaskField> = errors.iter().map(|(field, _)| *field).collect();
        assert_eq!(
            fields,
            [
                TaskField::Official,
                TaskField::Name,
                TaskField::Coefficient,
                TaskField::Assigned,
                TaskField::Due
            ]
        );
    }

    #[test]
    fn last_months_plan_is_repeated_with_moved_deadlines() {
        let book = book();
        let operation = repeat_month(&book, Month::new(2026, 11).expect("a month"), None);
        assert_eq!(operation.changes.len(), 1);
        let Some(Record::Assignment(task)) = &operation.changes[0].after else {
            panic!("a task")
        };
        assert_eq!(
            task.due.map(|day| day.to_string()).as_deref(),
            Some("2026-12-20")
        );
        assert!(task.completed.is_zero());
    }
}
