//! Rows in the document stay and take over other rows of the grid as these come into view: to make
//! rows anew costs many times what changing their words costs, and a fast scroll would stutter.

/// The rows to show in the places there are: a row that stood stays where it stood, with its focus;
/// the places that became free are taken in order, and new ones are added at the end.
pub(super) fn assigned(before: &[Option<usize>], shown: &[usize]) -> Vec<Option<usize>> {
    let stays = |row: &Option<usize>| row.filter(|row| shown.contains(row));
    let mut slots: Vec<Option<usize>> = before.iter().map(stays).collect();
    let mut new = shown.iter().filter(|row| !slots_hold(before, **row));
    for slot in slots.iter_mut().filter(|slot| slot.is_none()) {
        *slot = new.next().copied();
    }
    slots.extend(new.map(|row| Some(*row)));
    let used = slots.iter().rposition(Option::is_some);
    slots.truncate(used.map_or(0, |last| last + 1));
    slots
}

fn slots_hold(slots: &[Option<usize>], row: usize) -> bool {
    slots.contains(&Some(row))
}

/// The places with a row, by the order of their rows; nothing where they stand in that order.
pub(super) fn reading_order(slots: &[Option<usize>]) -> Option<Vec<usize>> {
    let rows = slots.iter().enumerate();
    let mut placed: Vec<(usize, usize)> = rows
        .filter_map(|(slot, row)| row.map(|row| (row, slot)))
        .collect();
    if placed.is_sorted() {
        return None;
    }
    placed.sort_unstable();
    Some(placed.into_iter().map(|(_, slot)| slot).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(slots: &[Option<usize>]) -> Vec<usize> {
        slots
            .iter()
            .copied()
            .map(Option::unwrap_or_default)
            .collect()
    }

    #[test]
    fn a_step_changes_only_the_rows_that_left() {
        let first = assigned(&[], &[0, 1, 2, 3]);
        assert_eq!(rows(&first), [0, 1, 2, 3]);
        let next = assigned(&first, &[1, 2, 3, 4]);
        assert_eq!(rows(&next), [4, 1, 2, 3]);
        assert_eq!(reading_order(&first), None);
        assert_eq!(reading_order(&next), Some(vec![1, 2, 3, 0]));
    }

    #[test]
    fn the_focused_row_stays_where_it_is_when_all_others_change() {
        let first = assigned(&[], &[0, 1, 2]);
        let far = assigned(&first, &[1, 70, 71, 72]);
        assert_eq!(rows(&far), [70, 1, 71, 72]);
    }

    #[test]
    fn fewer_rows_leave_places_free_and_the_last_ones_go() {
        let first = assigned(&[], &[0, 1, 2, 3]);
        assert_eq!(assigned(&first, &[0, 2]), [Some(0), None, Some(2)]);
        assert_eq!(assigned(&[Some(0), None, Some(2)], &[0, 1, 2]), first[..3]);
        assert_eq!(assigned(&first, &[]), []);
    }
}
