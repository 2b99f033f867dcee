//! Restores a backup that was read: where it may go, what it would do, then one operation.

use crate::app::Model;
use crate::files::backup;
use crate::ledger::Operation;
use crate::text::search_key;

/// What a screen of backups speaks of.
pub use crate::files::backup::{
    Backup, BackupError, EXTENSION, KindDifference, Passphrase, RestoreMode, RestorePreview,
    SEALED_EXTENSION,
};

/// Where a backup may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupFit {
    /// Into the open workspace: it was made there, or nothing is recorded there yet.
    Here,
    /// Into the open workspace with care: it was made elsewhere, for an agency of the same name.
    SameAgency,
    /// Only into a workspace of its own: it is of somebody else, or real data met the sample.
    Apart,
}

/// Where a backup may go, so that one agency's data never overwrite another's by mistake.
#[must_use]
pub fn fit(model: &Model, backup: &Backup) -> BackupFit {
    let (here, there) = (&model.book.agency, &backup.book.agency);
    if backup.workspace == model.workspace.id {
        return BackupFit::Here;
    }
    if model.workspace.sample {
        return BackupFit::Apart;
    }
    if model
        .book
        .all()
        .all(|(key, _)| key.kind() == crate::ledger::Kind::Agency)
        && here.name.is_empty()
    {
        return BackupFit::Here;
    }
    let same = !here.name.is_empty() && search_key(&here.name) == search_key(&there.name);
    if same && !there.sample {
        BackupFit::SameAgency
    } else {
        BackupFit::Apart
    }
}

/// What restoring would change in the open workspace.
#[must_use]
pub fn preview(model: &Model, backup: &Backup) -> RestorePreview {
    backup::preview(&model.book, &model.workspace.id, backup)
}

/// The operation that restores it: undoable like any other.
#[must_use]
pub fn restore(model: &Model, backup: &Backup, mode: RestoreMode) -> Operation {
    backup::restore(&model.book, backup, mode)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Workspace;
    use crate::domain::{Official, OfficialId};
    use crate::ledger::{Key, Record};

    fn model(id: &str, agency: &str) -> Model {
        let mut model = Model {
            workspace: Workspace {
                id: id.to_owned(),
                sample: false,
            },
            ..Model::default()
        };
        model.book.agency.name = agency.to_owned();
        model
    }

    fn with_somebody(mut model: Model) -> Model {
        let official = Official {
            name: "Người Mẫu".to_owned(),
            ..Official::default()
        };
        let key = Key::Official(OfficialId(1));
        model.book.put(key, Some(Record::Official(official)));
        model
    }

    fn backup_of(model: &Model) -> Backup {
        Backup {
            workspace: model.workspace.id.clone(),
            book: model.book.clone(),
            ..Backup::default()
        }
    }

    #[test]
    fn a_backup_goes_back_where_it_was_made_and_into_what_is_empty() {
        let here = with_somebody(model("a", "Xã Mẫu"));
        assert_eq!(fit(&here, &backup_of(&here)), BackupFit::Here);
        assert_eq!(fit(&model("b", ""), &backup_of(&here)), BackupFit::Here);
    }

    #[test]
    fn a_backup_of_another_agency_never_goes_over_the_open_data() {
        let here = with_somebody(model("a", "Xã Mẫu"));
        let other = with_somebody(model("b", "Xã Khác"));
        let twin = with_somebody(model("c", "XÃ MẪU"));
        assert_eq!(fit(&here, &backup_of(&other)), BackupFit::Apart);
        assert_eq!(fit(&here, &backup_of(&twin)), BackupFit::SameAgency);
    }

    #[test]
    fn nothing_real_goes_into_the_sample() {
        let mut sample = model("s", "");
        sample.workspace.sample = true;
        let real = with_somebody(model("a", "Xã Mẫu"));
        assert_eq!(fit(&sample, &backup_of(&real)), BackupFit::Apart);
    }

    #[test]
    fn restoring_is_one_operation_that_undoes_to_what_was_before() {
        let mut here = with_somebody(model("a", "Xã Mẫu"));
        let mut backup = backup_of(&here);
        let key = Key::Official(OfficialId(2));
        let moved = backup.book.get(Key::Official(OfficialId(1)));
        backup.book.put(key, moved);
        backup.book.put(Key::Official(OfficialId(1)), None);
        let total = preview(&here, &backup).total();
        assert_eq!((total.new, total.missing), (1, 1));
        let before = here.book.clone();
        let operation = restore(&here, &backup, RestoreMode::Replace);
        here.book.apply(&operation).unwrap();
        assert!(here.book.officials.contains(OfficialId(2)));
        assert!(!here.book.officials.contains(OfficialId(1)));
        let inverse = operation.inverse(crate::ledger::Action::Undo(1));
        here.book.apply(&inverse).unwrap();
        assert!(before.all().eq(here.book.all()));
    }
}
