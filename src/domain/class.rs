//! The classes a year ends in.

/// How well a year's duties were completed (Điều 20), best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành nhiệm vụ.
    Completed,
    /// Không hoàn thành nhiệm vụ.
    NotCompleted,
}

impl Class {
    /// All classes, best first.
    pub const ALL: [Self; 4] = [
        Self::Excellent,
        Self::Good,
        Self::Completed,
        Self::NotCompleted,
    ];

    /// The worse of the two.
    #[must_use]
    pub fn not_above(self, limit: Self) -> Self {
        self.max(limit)
    }
}

/// What a year can be answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Classification {
    /// A class.
    Class(Class),
    /// Not classified: less than the required time worked (Điều 11.1).
    Unclassified,
    /// Not enough data to say anything.
    None,
}
