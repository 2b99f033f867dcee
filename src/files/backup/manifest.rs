//! The manifest of a backup: what is in it, and the checksums that prove it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::json::{Json, KindJson};
use crate::ledger::{Kind, NextIds};

/// What the word `congtam-backup` in a manifest says.
pub(super) const NAME: &str = "congtam-backup";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// [`NAME`].
    pub name: String,
    pub format: u32,
    pub program: String,
    pub workspace: String,
    pub agency: String,
    /// Milliseconds since 1970.
    pub made: i64,
    /// Number of records by kind.
    pub counts: BTreeMap<String, u64>,
    /// The next free number by kind.
    pub next_ids: BTreeMap<String, u32>,
    pub parts: BTreeMap<String, Part>,
}

/// One part as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub lines: u64,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}

/// Counts and hashes what passes.
#[derive(Default)]
pub(super) struct Measure {
    pub lines: u64,
    bytes: u64,
    hash: Sha256,
}

impl Measure {
    pub(super) fn take(&mut self, line: &[u8]) {
        self.lines += 1;
        self.bytes += line.len() as u64;
        self.hash.update(line);
    }

    pub(super) fn part(self) -> Part {
        let hash: [u8; 32] = self.hash.finalize().into();
        Part {
            lines: self.lines,
            bytes: self.bytes,
            sha256: crate::ledger::Digest(hash).to_string(),
        }
    }
}

/// A kind's name in a backup.
pub(super) fn kind_name(kind: Kind) -> String {
    let name = serde_json::to_value(kind.to_form()).ok();
    let name = name.as_ref().and_then(serde_json::Value::as_str);
    name.unwrap_or_default().to_owned()
}

fn kind_of(name: &str) -> Option<Kind> {
    let form: KindJson = serde_json::from_value(name.into()).ok()?;
    Kind::from_form(form).ok()
}

impl Manifest {
    pub(super) fn next_ids_of(ids: &NextIds) -> BTreeMap<String, u32> {
        ids.iter()
            .map(|(kind, next)| (kind_name(kind), next))
            .collect()
    }

    /// The next free numbers; nothing when a kind is unknown.
    pub(super) fn read_next_ids(&self) -> Option<Vec<(Kind, u32)>> {
        let ids = self.next_ids.iter();
        ids.map(|(name, next)| Some((kind_of(name)?, *next)))
            .collect()
    }
}
