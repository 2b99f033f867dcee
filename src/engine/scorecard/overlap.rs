//! The same work given to two people at once.
//!
//! Two tasks overlap when they are of one product and carry the same name of their own, are led
//! by different officials, share a day between assignment and deadline, and are neither parts
//! of one whole nor one of them handed back. Tasks without a name of their own are the ordinary
//! run of a product, which many people do side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Assignment, AssignmentId, OfficialId, ProductId, Span, TaskEventKind};
use crate::ledger::Book;

/// One task as far as it could overlap.
struct Named {
    id: AssignmentId,
    official: OfficialId,
    days: Span,
    whole: Option<AssignmentId>,
}

/// The tasks of a book that overlap with another one, whenever they are due.
pub(super) fn overlapping(book: &Book) -> BTreeSet<AssignmentId> {
    let mut same: BTreeMap<(ProductId, &str), Vec<Named>> = BTreeMap::new();
    for (id, task) in book.assignments.iter() {
        let name = task.name.as_deref().map_or("", str::trim);
        if let (false, Some(product), Some(named)) =
            (name.is_empty(), task.product, named(id, task))
        {
            same.entry((product, name)).or_default().push(named);
        }
    }
    let mut found = BTreeSet::new();
    for group in same.into_values().filter(|group| group.len() > 1) {
        let overlaps = |one: &&Named| group.iter().any(|other| overlap(one, other));
        found.extend(group.iter().filter(overlaps).map(|one| one.id));
    }
    found
}

fn named(id: AssignmentId, task: &Assignment) -> Option<Named> {
    if task.handed_back.is_some() {
        return None;
    }
    let last = task.deadline().or(task.assigned_on)?;
    let whole = task.events.iter().find_map(|event| match event.kind {
        TaskEventKind::PartOf { whole, .. } => Some(whole),
        _ => None,
    });
    Some(Named {
        id,
        official: task.official?,
        days: Span {
            from: task.assigned_on.map_or(last, |from| from.min(last)),
            to: Some(last),
        },
        whole,
    })
}

fn overlap(one: &Named, other: &Named) -> bool {
    let one_whole = one.whole.is_some() && one.whole == other.whole
        || one.whole == Some(other.id)
        || other.whole == Some(one.id);
    one.official != other.official && !one_whole && one.days.overlaps(&other.days)
}
