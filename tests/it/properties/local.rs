//! Local rules tried on any book: what the preview says is what then comes about.

use congtam::domain::LocalRulesId;
use congtam::engine::{Scores, ScoresUnder, Trial};
use congtam::ledger::{Action, Draft, Key, Kind};
use proptest::prelude::*;

use super::edits::Edit;
use super::rules;
use super::world::{base, local_set, month};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn scores_under_other_local_rules_are_those_that_come_about(
        edits in prop::collection::vec(any::<Edit>(), 1..30),
        from in 1_u8..=3,
        moved in 0_u32..8,
    ) {
        let mut book = base();
        for edit in edits {
            let operation = edit.on(&book);
            // What the book refuses changes nothing.
            drop(book.apply(&operation));
        }
        let before = Scores::full(&book, rules());
        let id = LocalRulesId(7);
        let set = local_set(month(from), 7, moved);
        let mut draft = Draft::new(&book, Action::Add(Kind::LocalRules));
        draft.put(Key::LocalRules(id), set.clone());
        let operation = draft.finish();

        let sets = book.local_rules.iter();
        let sets = sets.map(|(id, set)| (id, set.clone())).chain([(id, set)]);
        let trial = Trial::Local(sets.collect());
        let under = ScoresUnder::new(&book, rules(), &trial);
        let (foreseen, _) = under.finish(&book, 2026);
        book.apply(&operation).unwrap();
        let mut after = before.clone();
        after.update(&book, rules(), &operation);
        prop_assert!(foreseen == after, "the preview differs from what came about");

        // Nobody changes but those named, and no confirmed period changes at all.
        let impact = before.impact(&foreseen);
        for period in before.periods() {
            for (official, old) in before.period_scores(period) {
                let now = after.score(official, period).and_then(|s| s.total.clone());
                let named = impact.periods.contains_key(&(official, period));
                prop_assert_eq!(named, now != old.total);
                let confirmed = book.confirmations.get((official, period));
                if let Some(kept) = confirmed.filter(|kept| kept.unlocked.is_none()) {
                    prop_assert_eq!(now.as_ref(), Some(&kept.total));
                }
            }
        }
    }
}
