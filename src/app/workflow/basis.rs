//! What a cell means that names an entry of the rules: a criterion, a kind of procedure.

use crate::app::law;
use crate::rules::Basis;
use crate::text::search_key;

use super::entry::EntryError;

/// The key of the criterion or subject of complaints and incidents meant by a key, a name or both.
///
/// # Errors
/// [`EntryError::Unknown`], also for a criterion that registers alone measure.
pub(super) fn criterion(text: &str) -> Result<String, EntryError> {
    let law = law();
    let directive = law.directive.iter();
    let directive = directive
        .filter(|criterion| criterion.measure.counts_complaints())
        .map(|criterion| &*criterion.basis);
    let subjects = law.complaint.subjects.iter();
    one_of(directive.chain(subjects.map(|it| &*it.basis)), text)
}

/// The key of the kind of procedure meant by a key or a name.
///
/// # Errors
/// [`EntryError::Unknown`].
pub(super) fn procedure(text: &str) -> Result<String, EntryError> {
    let all = law().complaint.procedures.iter();
    one_of(all.map(|it| &*it.basis), text)
}

fn one_of<'a>(all: impl Iterator<Item = &'a Basis>, text: &str) -> Result<String, EntryError> {
    let wanted = search_key(text);
    let means = |basis: &&Basis| {
        let (vi, en) = (&basis.name.vi, &basis.name.en);
        let with_key = format!("{} {vi}", basis.key);
        [&basis.key, vi, en, &with_key]
            .into_iter()
            .any(|written| search_key(written) == wanted)
    };
    let mut found = all.filter(means);
    found
        .next()
        .map(|basis| basis.key.clone())
        .ok_or_else(|| EntryError::Unknown(text.to_owned()))
}
