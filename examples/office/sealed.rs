//! A backup of the sample agency and a thousand actions on it, sealed under a passphrase, for
//! the stock age program to open.

use std::error::Error;
use std::path::Path;

use congtam::domain::{AssignmentId, Day, DutyGroup, GroupId};
use congtam::files::backup::{self, Backup, Passphrase};
use congtam::ledger::{Action, Book, Draft, Key, Kind, LogEntry, Moment, Operation, Record};
use congtam::store::Keeper;

/// Known to `tests/office/age_backup.py`: the records are invented.
const PASSPHRASE: &str = "ốc sên tím ngồi trên nóc tàu";
/// Actions after the sample was made.
const ACTIONS: u32 = 1_000;

/// The book as it grows, and its log.
struct Desk {
    book: Book,
    keeper: Keeper,
    log: Vec<LogEntry>,
}

impl Desk {
    fn act(&mut self, operation: Operation) -> Result<(), Box<dyn Error>> {
        self.book.apply(&operation)?;
        let at = Moment(1_795_000_000_000 + i64::try_from(self.log.len())?);
        let (head, _) = self.keeper.append(at, "", &operation);
        self.log.push(head.with_changes(operation.changes));
        Ok(())
    }

    /// One action, drawn: a task gets a note or loses it, a group is added, one is removed, or
    /// the action before is taken back.
    fn draw(&mut self, number: u32) -> Result<(), Box<dyn Error>> {
        // Always the same thousand: a small generator of its own.
        let drawn = number.wrapping_mul(2_654_435_761).rotate_left(13);
        let mut draft = Draft::new(&self.book, Action::Edit(Kind::Assignment));
        match drawn % 8 {
            0 => {
                let id = draft.fresh(Kind::Group);
                let name = format!("Nhóm {number}");
                draft.put(Key::Group(GroupId(id)), DutyGroup { name });
            }
            1 => {
                let last = self.book.groups.iter().next_back();
                let added = last.filter(|(_, group)| group.name.starts_with("Nhóm "));
                if let Some((id, _)) = added {
                    draft.remove(Key::Group(id));
                }
            }
            2 => {
                let last = self.log.last().ok_or("a log")?;
                let action = Action::Undo(last.sequence);
                let inverse = last.operation.inverse(action);
                return self.act(inverse);
            }
            _ => {
                let tasks = u32::try_from(self.book.assignments.len())?;
                let key = Key::Assignment(AssignmentId(1 + drawn % tasks));
                if let Some(Record::Assignment(mut task)) = self.book.get(key) {
                    task.note = task.note.is_none().then(|| format!("Ghi chú {number}"));
                    draft.put(key, task);
                }
            }
        }
        let operation = draft.finish();
        self.act(operation)
    }
}

pub fn write(directory: &Path) -> Result<(), Box<dyn Error>> {
    let today = Day::from_ymd_opt(2026, 11, 22).ok_or("a day")?;
    let mut desk = Desk {
        book: Book::default(),
        keeper: Keeper::new("mau"),
        log: Vec::new(),
    };
    desk.act(congtam::app::sample_agency(today))?;
    for number in 1..=ACTIONS {
        desk.draw(number)?;
    }
    let backup = Backup {
        workspace: "mau".to_owned(),
        made: Moment(1_795_000_000_000),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        book: desk.book,
        log: desk.log,
    };
    let passphrase = Passphrase::typed(PASSPHRASE);
    let sealed = backup::seal(&backup::write(&backup), &passphrase, backup::WORK);
    Ok(std::fs::write(
        directory.join("sao-luu.congtam.age"),
        sealed,
    )?)
}
