//! Places by number in stretches of memory: a longer table adds stretches and moves none, and
//! numbers far apart cost little.

/// Places of one stretch.
const STRETCH: usize = 4096;

/// A place for each number, made when it is first asked for.
#[derive(Debug, Clone)]
pub(super) struct Stretches<T>(
    /// The last one may be shorter, and one without any place is empty.
    Vec<Vec<T>>,
);

impl<T> Default for Stretches<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Default> Stretches<T> {
    /// The place of a number, where it was made.
    pub(super) fn get(&self, number: usize) -> Option<&T> {
        self.0.get(number / STRETCH)?.get(number % STRETCH)
    }

    /// The place of a number, made when it is not there yet.
    pub(super) fn place(&mut self, number: usize) -> &mut T {
        let (stretch, at) = (number / STRETCH, number % STRETCH);
        if self.0.len() <= stretch {
            self.0.resize_with(stretch + 1, Vec::new);
        }
        let places = &mut self.0[stretch];
        // The first one grows as a small book does; all others are soon full.
        if places.is_empty() && stretch > 0 {
            places.reserve_exact(STRETCH);
        }
        if places.len() <= at {
            places.resize_with(at + 1, T::default);
        }
        &mut places[at]
    }

    /// Every place with its number, in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &T)> + '_ {
        let stretches = self.0.iter().enumerate();
        stretches.flat_map(|(stretch, places)| {
            let places = places.iter().enumerate();
            places.map(move |(at, place)| (stretch * STRETCH + at, place))
        })
    }
}
