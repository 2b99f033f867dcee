//! The chain of heads: what each entry says, and how far all of it is proven.
//!
//! Contents that must leave the log are taken out of the rows that hold them, and the entry of
//! the action that took them carries the hashes of those rows as they are now. So a row is what
//! was written first, or what the last such entry behind it says it is; anything else was
//! changed by somebody. The hashes that link the entries never change, so a head that was
//! printed on a paper years ago is still found in the log.

use std::collections::BTreeMap;

use super::area::Row;
use super::entry::{EntryError, EntryHead, read_head};
use super::load::Damage;
use crate::ledger::{CleanedEntry, Digest};

/// The heads that are proven, from the first on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Chain {
    /// In order; each with the hash of its changes as they are now.
    pub heads: Vec<EntryHead>,
    /// What is wrong with the first that is not proven.
    pub broken: Option<Damage>,
}

/// Reads the heads in rows, in order.
pub(super) fn read_chain(rows: &[Row]) -> Chain {
    let mut chain = Chain::default();
    let mut says = Vec::new();
    for (expected, (row, bytes)) in (1..).zip(rows) {
        if *row != expected {
            chain.broken = Some(Damage::EntryMissing(expected));
            break;
        }
        let previous = chain.heads.last().map(|head| head.hash).unwrap_or_default();
        match read_head(*row, previous, bytes) {
            Ok((head, changed)) => {
                chain.heads.push(head);
                says.push(changed);
            }
            Err(error) => {
                chain.broken = Some(Damage::Entry(*row, error));
                break;
            }
        }
    }
    chain.prove(&says);
    chain
}

impl Chain {
    /// Goes through the entries from the last on: what a proven one says of earlier ones holds.
    fn prove(&mut self, says: &[Option<Digest>]) {
        let mut vouched: BTreeMap<u64, CleanedEntry> = BTreeMap::new();
        let mut first_unproven = None;
        for (head, says) in self.heads.iter_mut().zip(says).rev() {
            let voucher = vouched.get(&head.sequence);
            if says.is_some() && voucher.and_then(|voucher| voucher.head) != *says {
                first_unproven = Some(head.sequence);
                continue;
            }
            if let Some(voucher) = voucher {
                head.payload = voucher.payload;
            }
            let cleaned = head.action.cleaned().into_iter();
            for entry in cleaned.flat_map(|cleaned| cleaned.iter()) {
                if entry.sequence < head.sequence {
                    vouched.entry(entry.sequence).or_insert(*entry);
                }
            }
        }
        if let Some(sequence) = first_unproven {
            self.heads.retain(|head| head.sequence < sequence);
            // Where the chain breaks further on, whoever vouched may be what is lost.
            let unproven = Damage::Entry(sequence, EntryError::Hash);
            self.broken.get_or_insert(unproven);
        }
    }
}
