//! What the user did, as the log and the undo button name it.

use super::Kind;

/// The user's action behind one operation. Sentences for it are in `i18n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Added a record.
    Add(Kind),
    /// Changed a record.
    Edit(Kind),
    /// Removed a record.
    Remove(Kind),
    /// Imported rows from a file or the clipboard.
    Import {
        /// What the rows are.
        kind: Kind,
        /// Name of the file; empty for the clipboard.
        source: String,
    },
    /// Pasted a block into a register.
    Paste(Kind),
    /// Filled cells down.
    Fill(Kind),
    /// Extended a deadline.
    Extend,
    /// Recorded an objective cause.
    RecordCause,
    /// Handed a task back and over to another official.
    HandOver,
    /// Moved a complaint to its next state.
    AdvanceComplaint,
    /// Decided a complaint's effect.
    DecideEffect,
    /// Entered points.
    Score,
    /// Confirmed periods.
    Confirm,
    /// Unlocked a confirmed period.
    Unlock,
    /// Decided a class.
    Decide,
    /// Switched a reading.
    ChooseReading,
    /// Took back an extension or an objective cause.
    Revoke,
    /// Recorded what was done about a late task.
    Handle,
    /// Divided a task among officials or over months.
    Divide,
    /// Replaced what stands in cells.
    Replace(Kind),
    /// Confirmed or dismissed an incident.
    ReviewIncident,
    /// Put the sample agency in place.
    LoadSample,
    /// Restored a backup.
    Restore,
    /// Took back the operation with this sequence number.
    Undo(u64),
    /// Did the operation with this sequence number again.
    Redo(u64),
}
