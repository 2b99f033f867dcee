//! Element ids that are unique in the page, for labels and descriptions that point at each other.

use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A new id that begins with `stem`; no two calls give the same one.
#[must_use]
pub fn fresh_id(stem: &str) -> String {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{stem}-{number}")
}

#[cfg(test)]
mod tests {
    use super::fresh_id;

    #[test]
    fn two_fields_with_the_same_stem_get_different_ids() {
        assert_ne!(fresh_id("field"), fresh_id("field"));
    }
}
