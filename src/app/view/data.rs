//! What is stored, where, how safe it is, and which workspaces there are.

use crate::app::outside::{DOWNLOAD_WHEN_DUE, Outside, WANTED, may_copy_in_clear, uncopied};
use crate::app::workflow::practise;
use crate::app::{Model, StorageState, Workspace};
use crate::domain::Day;
use crate::ledger::Kind;

/// How the data stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataView {
    /// The open workspace.
    pub workspace: Workspace,
    /// How many records there are of each kind people count.
    pub counts: Vec<(Kind, usize)>,
    /// Operations in the log.
    pub operations: usize,
    /// Minutes since the last copy outside the browser; nothing when there is none.
    pub backup_minutes: Option<i64>,
    /// True when the data hold anything.
    pub any: bool,
    /// How the copies outside the browser stand.
    pub outside: Outside,
    /// Actions no copy holds yet.
    pub uncopied: usize,
    /// Of locked data, whether it was agreed that their copies are in the clear.
    pub copies_in_clear: Option<bool>,
    /// True when a due copy is downloaded by itself.
    pub download_when_due: bool,
    /// When a restore was last practised with success.
    pub practised: Option<Day>,
    /// True when it should be practised again.
    pub practice_due: bool,
    /// What the browser tells of its storage.
    pub storage: StorageState,
}

/// Projects the state of the data.
#[must_use]
pub fn data(model: &Model) -> DataView {
    let book = &model.book;
    let counts = [
        (Kind::Unit, book.units.len()),
        (Kind::Official, book.officials.len()),
        (Kind::Product, book.products.len()),
        (Kind::Assignment, book.assignments.iter().count()),
        (Kind::General, book.generals.len()),
        (Kind::Complaint, book.complaints.iter().count()),
        (Kind::Discipline, book.disciplines.iter().count()),
        (Kind::Decision, book.decisions.iter().count()),
    ];
    DataView {
        workspace: model.workspace.clone(),
        any: counts.iter().any(|(_, count)| *count > 0),
        counts: counts.to_vec(),
        operations: model.log.len(),
        backup_minutes: super::frame::backup_minutes(model),
        outside: model.outside.clone(),
        uncopied: uncopied(model).actions,
        copies_in_clear: model.lock.on.then(|| may_copy_in_clear(model)),
        download_when_due: model.preferences.get(DOWNLOAD_WHEN_DUE).map(String::as_str)
            == Some(WANTED),
        practised: practise::practised(model),
        practice_due: practise::is_due(practise::practised(model), model.now.today),
        storage: model.storage.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Official, OfficialId};
    use crate::ledger::{Key, Moment, Record};

    #[test]
    fn records_are_counted_and_the_backup_ages() {
        let mut model = Model::default();
        assert!(!data(&model).any);
        let somebody = Official {
            name: "Người Mẫu".to_owned(),
            ..Official::default()
        };
        let key = Key::Official(OfficialId(1));
        model.book.put(key, Some(Record::Official(somebody)));
        model.last_backup = Some(Moment(0));
        model.now.moment = Moment(3 * 60_000);
        let view = data(&model);
        assert!(view.counts.contains(&(Kind::Official, 1)));
        assert_eq!(view.backup_minutes, Some(3));
    }
}
