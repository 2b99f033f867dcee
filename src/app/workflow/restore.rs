//! Restores a backup that was read: where it may go, what it would do, then one operation.

use std::collections::BTreeSet;

use crate::app::Model;
use crate::app::outside::{copies_itself, may_copy_in_clear};
use crate::app::view::data::data;
use crate::domain::{Official, OfficialId};
use crate::files::backup;
use crate::ledger::{Action, Operation};
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

/// What is needed before a restore, so that what is there now can be had again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing: there are no data, or the newest copy holds all of them.
    Nothing,
    /// A copy, which is made by itself.
    Copy,
    /// A copy the user seals: the data are locked, and nobody agreed to copies in the clear.
    SealedCopy,
}

/// What is needed before restoring into the open workspace.
#[must_use]
pub fn before(model: &Model) -> Before {
    let copied = model.outside.copied_to >= model.sequence;
    let clear = may_copy_in_clear(model);
    // What is only downloaded may be gone from where it was put: once more costs nothing.
    if !data(model).any || (copied && (copies_itself(model) || !clear)) {
        Before::Nothing
    } else if clear {
        Before::Copy
    } else {
        Before::SealedCopy
    }
}

/// The names of people whom a restore would bring back though they were erased for good.
/// Nothing can be told of a backup that numbers its people otherwise.
#[must_use]
pub fn erased_again(model: &Model, backup: &Backup) -> Vec<String> {
    if !numbers_people_alike(model, backup) {
        return Vec::new();
    }
    // Who was brought back and erased once more is named once.
    let erased: BTreeSet<OfficialId> = model
        .log
        .iter()
        .filter_map(|line| match line.action {
            Action::Erase { official, .. } => Some(official),
            _ => None,
        })
        .collect();
    let name = |id| {
        let there = &backup.book.officials.get(id)?.name;
        let here = model.book.officials.get(id).map(|official| &official.name);
        (here != Some(there)).then(|| there.clone())
    };
    erased.into_iter().filter_map(name).collect()
}

/// The data themselves, or what was carried on from them elsewhere: somebody has one number and
/// name in both.
fn numbers_people_alike(model: &Model, backup: &Backup) -> bool {
    let (here, there) = (&model.book.officials, &backup.book.officials);
    let alike = |(id, official): (OfficialId, &Official)| {
        here.get(id).is_some_and(|here| here.name == official.name)
    };
    backup.workspace == model.workspace.id || there.iter().any(alike)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Workspace;
    use crate::app::outside::clear_preference;
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
    fn a_copy_comes_first_and_of_locked_data_a_sealed_one_will_do() {
        let mut here = model("a", "Xã Mẫu");
        assert_eq!(before(&here), Before::Nothing, "there are no data");
        here = with_somebody(here);
        here.sequence = 3;
        assert_eq!(before(&here), Before::Copy);
        here.lock.on = true;
        assert_eq!(before(&here), Before::SealedCopy);
        here.outside.copied_to = 2;
        assert_eq!(before(&here), Before::SealedCopy, "one action is not in it");
        here.outside.copied_to = 3;
        assert_eq!(before(&here), Before::Nothing);
        let agreed = (
            clear_preference("a"),
            crate::app::outside::WANTED.to_owned(),
        );
        here.preferences.extend([agreed]);
        assert_eq!(
            before(&here),
            Before::Copy,
            "as of data that are not locked"
        );
    }

    #[test]
    fn who_was_erased_is_named_before_a_backup_brings_them_back() {
        let mut here = with_somebody(model("a", "Xã Mẫu"));
        let old = backup_of(&here);
        // Erased, brought back and erased again.
        for sequence in [1, 3] {
            here.log.push(crate::app::LogLine {
                sequence,
                at: crate::ledger::Moment(0),
                desk: String::new(),
                action: Action::Erase {
                    official: OfficialId(1),
                    cleaned: crate::ledger::Cleaned::default(),
                },
                changes: 1,
                hash: None,
            });
        }
        let pseudonym = Official {
            name: "Đã xóa 1".to_owned(),
            ..Official::default()
        };
        let key = Key::Official(OfficialId(1));
        here.book.put(key, Some(Record::Official(pseudonym)));
        assert_eq!(erased_again(&here, &old), ["Người Mẫu"]);
        assert!(erased_again(&here, &backup_of(&here)).is_empty());
        here.book.put(key, None);
        assert_eq!(erased_again(&here, &old), ["Người Mẫu"]);
        let mut other = Backup {
            workspace: "b".to_owned(),
            ..old
        };
        let told = erased_again(&here, &other);
        assert!(told.is_empty(), "somebody else may have the number there");
        let colleague = Official {
            name: "Người Cùng Phòng".to_owned(),
            ..Official::default()
        };
        let (key, colleague) = (Key::Official(OfficialId(2)), Record::Official(colleague));
        here.book.put(key, Some(colleague.clone()));
        other.book.put(key, Some(colleague));
        let told = erased_again(&here, &other);
        assert_eq!(told, ["Người Mẫu"], "the data went on elsewhere");
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
