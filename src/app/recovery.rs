//! What was mended when stored data were opened, and what is left of those that do not open.

use crate::ledger::{Kind, Moment};

/// Something that was damaged and cost no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Records were damaged and made from the log again, all of them.
    Rebuilt,
    /// The records are complete, but of so many actions in the log only the heading is left.
    LogOnly(usize),
}

/// What can still be made out of stored data that do not open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The last action known to have been saved.
    pub saved: u64,
    /// The last action after which everything fits together; 0 when nothing does.
    pub whole: u64,
    /// When that action was done, where its line in the log can be read.
    pub at: Option<Moment>,
    /// Kinds of records of which there are fewer or more then: how many were saved, how many are there.
    pub differing: Vec<(Kind, u64, u64)>,
    /// It is locked: what goes on from it must be locked too.
    pub locked: bool,
    /// True when the log goes along to where one goes on from that action.
    pub log: bool,
    /// True when single records beyond that can be read, for the rescue file.
    pub more: bool,
}

#[cfg(test)]
mod tests {
    use crate::app::{
        Effect, Event, LockAnswer, LockAsk, LockRefusal, Model, Notice, Now, Opened, RecoveryCode,
        Restorable, update,
    };
    use crate::files::backup::{Backup, Passphrase};
    use crate::ledger::{Key, Record};

    fn backup() -> Box<Restorable> {
        let mut backup = Backup::default();
        let unit = crate::domain::Unit {
            name: "Phòng Mẫu".to_owned(),
            code: None,
            parent: None,
        };
        let key = Key::Unit(crate::domain::UnitId(1));
        assert!(backup.book.put(key, Some(Record::Unit(unit))));
        Box::new(Restorable {
            backup,
            ..Restorable::default()
        })
    }

    fn tell(model: &mut Model, event: Event) -> Vec<Effect> {
        update(model, event, Now::default())
    }

    /// Goes on from locked data until the new workspace stands open and empty.
    fn going_on() -> (Model, Vec<Effect>) {
        let mut model = Model::default();
        let asked = Event::GoneOnLocked(Passphrase::typed("năm con voi qua cầu"));
        assert_eq!(tell(&mut model, asked), [Effect::GoOn]);
        tell(&mut model, Event::RestoredApart(backup()));
        let effects = tell(&mut model, Event::Opened(Box::<Opened>::default()));
        (model, effects)
    }

    #[test]
    fn what_goes_on_from_locked_data_is_locked_before_anything_is_in_it() {
        let (mut model, effects) = going_on();
        let locks = |effect: &Effect| matches!(effect, Effect::Lock(LockAsk::SwitchOn(_)));
        assert!(effects.iter().any(locks));
        let writes = |effect: &Effect| matches!(effect, Effect::Persist(_));
        assert!(!effects.iter().any(writes) && model.book.units.is_empty());
        let on = LockAnswer::On(RecoveryCode::drawn([7; crate::app::CODE_BYTES]));
        let effects = tell(&mut model, Event::Locking(on));
        assert!(effects.iter().any(writes) && model.book.units.len() == 1);
    }

    #[test]
    fn nothing_is_filled_where_it_could_not_be_locked() {
        let (mut model, _) = going_on();
        let refused = LockAnswer::Refused(LockRefusal::NoCipher);
        let effects = tell(&mut model, Event::Locking(refused));
        assert_eq!(effects, [Effect::Tell(Notice::NotGoneOn)]);
        assert!(model.book.units.is_empty() && model.apart.is_none());
    }
}
