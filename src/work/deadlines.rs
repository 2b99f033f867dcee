//! Deadlines that are not done yet, as a calendar file.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::job::{Bytes, MadeFile, NotMade, Order};
use crate::app::view::deadlines::{DeadlineMark, due_days, mark};
use crate::app::view::tasks;
use crate::domain::{Assignment, AssignmentId, Day, OfficialId, TaskEventKind};
use crate::files::ics::{IcsEvent, write_ics};
use crate::files::names::Names;
use crate::i18n::deadlines::IcsMessage;
use crate::i18n::{Locale, Say as _};
use crate::ledger::Book;

use super::people;

/// What every event of the file is made with.
struct Maker<'a> {
    book: &'a Book,
    people: BTreeMap<OfficialId, String>,
    names: Names,
    locale: Locale,
    /// Tells the deadlines of one agency from those of another.
    agency: String,
}

/// The deadlines and milestones that are open: those of the order's tasks, else all of its period;
/// of everybody or of some.
pub(super) fn calendar(book: &Book, order: &Order) -> Result<MadeFile, NotMade> {
    let period = people::period(order).ok_or(NotMade::NothingToMake)?;
    let today = people::today(order).ok_or(NotMade::NothingToMake)?;
    let listed = people::people(book, order, period);
    let maker = Maker {
        book,
        people: listed.into_iter().map(|it| (it.id, it.name)).collect(),
        names: people::names(order),
        locale: if order.english {
            Locale::En
        } else {
            Locale::Vi
        },
        agency: fingerprint(&book.agency.name),
    };
    let asked = |official: Option<OfficialId>| {
        order.officials.is_empty() || official.is_some_and(|id| order.officials.contains(&id.0))
    };
    let mut events: Vec<(Day, IcsEvent)> = Vec::new();
    let chosen: BTreeSet<u32> = order.tasks.iter().copied().collect();
    for (id, task) in book
        .assignments
        .iter()
        .filter(|(id, task)| asked(task.official) && (chosen.is_empty() || chosen.contains(&id.0)))
    {
        // Who chose the tasks wants their deadlines, whichever year they fall into.
        let inside = |day: &Day| {
            !chosen.is_empty() || period.first_day() <= *day && *day <= period.last_day()
        };
        for (day, event) in due_days(task).filter(|(day, _)| inside(day)) {
            if mark(task, event, day, today) != DeadlineMark::Done {
                events.push((day, maker.event(id, task, event, day)));
            }
        }
    }
    if events.is_empty() {
        return Err(NotMade::NothingToMake);
    }
    // Deadlines in order; those of one day in order of numbers.
    events.sort_by_key(|(day, _)| *day);
    let name = IcsMessage::Name {
        agency: book.agency.name.clone(),
    };
    let events = events.into_iter().map(|(_, event)| event);
    let text = write_ics(&name.say(maker.locale), today, events);
    Ok(MadeFile {
        name: format!("Thoi-han-{period}.ics"),
        bytes: Bytes(text.into_bytes()),
    })
}

impl Maker<'_> {
    fn event(
        &self,
        id: AssignmentId,
        task: &Assignment,
        event: Option<usize>,
        day: Day,
    ) -> IcsEvent {
        let milestone = event.and_then(|at| task.events.get(at));
        let part = milestone.map_or_else(String::new, |event| format!("-{}", event.id.0));
        IcsEvent {
            uid: format!("nhiem-vu-{}{part}-{}@cong-tam", id.0, self.agency),
            day,
            summary: self.summary(id, task, milestone.map(|event| &event.kind)),
            description: self.description(task),
        }
    }

    fn summary(
        &self,
        id: AssignmentId,
        task: &Assignment,
        milestone: Option<&TaskEventKind>,
    ) -> String {
        let task = self.task_name(id, task);
        let message = match milestone {
            None => IcsMessage::Due { task },
            Some(_) if self.names == Names::Hidden => IcsMessage::HiddenMilestone { task },
            Some(TaskEventKind::Milestone { name, .. }) => IcsMessage::MilestoneDue {
                name: name.clone(),
                task,
            },
            Some(_) => IcsMessage::HiddenMilestone { task },
        };
        message.say(self.locale)
    }

    /// What a task is called; while names are hidden never what somebody wrote about it.
    fn task_name(&self, id: AssignmentId, task: &Assignment) -> String {
        let number = IcsMessage::Number { number: id.0 }.say(self.locale);
        let written = match self.names {
            Names::Shown => tasks::name(self.book, task),
            Names::Hidden => {
                let product = task.product.and_then(|id| self.book.products.get(id));
                product
                    .map(|product| product.task.clone())
                    .unwrap_or_default()
            }
        };
        if written.is_empty() { number } else { written }
    }

    fn description(&self, task: &Assignment) -> String {
        let lead = task.official.and_then(|id| match self.names {
            Names::Shown => Some(self.book.official_name(id).to_owned()),
            Names::Hidden => self.people.get(&id).cloned(),
        });
        let lead = lead.map(|name| IcsMessage::Lead { name }.say(self.locale));
        let code = task.code.clone().filter(|_| self.names == Names::Shown);
        let code = code.map(|code| IcsMessage::Code { code }.say(self.locale));
        let lines: Vec<String> = lead.into_iter().chain(code).collect();
        lines.join("\n")
    }
}

/// A short mark of an agency's name (FNV-1a), so that two agencies' deadlines in one calendar
/// stay apart without the name standing in every number.
fn fingerprint(name: &str) -> String {
    const START: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let bytes = name.bytes();
    let mark = bytes.fold(START, |mark, byte| {
        (mark ^ u32::from(byte)).wrapping_mul(PRIME)
    });
    format!("{mark:08x}")
}
