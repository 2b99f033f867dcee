//! Finding and replacing in the cells of the register.

use crate::ledger::Action;
use crate::text::nfc;

use super::{Block, CellField, Ground, Laid, Place};

/// What is looked for and what goes there instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replacement {
    /// What is looked for; capitals make no difference.
    pub find: String,
    /// What goes there.
    pub with: String,
    /// Only cells that hold nothing else.
    pub whole: bool,
}

/// Replaces in the cells of rows, given by their fields; cells without a find stay as they are.
#[must_use]
pub fn replace<F: CellField>(
    ground: Ground<'_>,
    ids: &[F::Id],
    fields: &[Option<F>],
    replacement: &Replacement,
) -> Laid<F> {
    // The key of a choice is nothing anybody looks for.
    let words = |field: &Option<F>| field.filter(|field| !field.is_choice());
    let fields: Vec<Option<F>> = fields.iter().map(words).collect();
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    for id in ids {
        let Some(record) = F::row(ground.book, *id, ground.month) else {
            continue;
        };
        let row: Vec<Option<String>> = fields
            .iter()
            .map(|field| replaced(&(*field)?.text(ground.book, &record), replacement))
            .collect();
        if row.iter().any(Option::is_some) {
            rows.push(*id);
            cells.push(row);
        }
    }
    let place = Place {
        height: rows.len(),
        rows,
        width: fields.len(),
        columns: fields,
        grows: false,
    };
    let action = Action::Replace(F::KIND);
    Laid::new(ground, Block::new(cells), &place, action)
}

/// The text with every find replaced; nothing when there is none.
///
/// # Example
/// ```
/// use congtam::app::workflow::paste::{Replacement, replaced};
/// let replacement = Replacement { find: "PHÒNG".into(), with: "Ban".into(), whole: false };
/// assert_eq!(replaced("Phòng Mẫu", &replacement).as_deref(), Some("Ban Mẫu"));
/// assert_eq!(replaced("Tổ Mẫu", &replacement), None);
/// ```
#[must_use]
pub fn replaced(text: &str, replacement: &Replacement) -> Option<String> {
    let find: Vec<char> = nfc(&replacement.find).chars().map(plain).collect();
    let letters: Vec<char> = nfc(text).chars().collect();
    let alike = |part: &[char]| part.iter().copied().map(plain).eq(find.iter().copied());
    if replacement.whole {
        return alike(&letters).then(|| replacement.with.clone());
    }
    if find.is_empty() {
        return None;
    }
    let mut out = String::new();
    let mut at = 0;
    let mut found = false;
    while at < letters.len() {
        match letters.get(at..at + find.len()) {
            Some(part) if alike(part) => {
                out.push_str(&replacement.with);
                at += find.len();
                found = true;
            }
            _ => {
                out.push(letters[at]);
                at += 1;
            }
        }
    }
    found.then_some(out)
}

/// A letter without its capital form; the few that become two letters stay as they are.
fn plain(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(small), None) => small,
        _ => letter,
    }
}
