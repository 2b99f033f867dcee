//! Entered points: the general criteria, the leadership answers, the support ratings.

use super::{Day, Decimal};

/// A line of the general criteria, shown as `II.3`: the section and the line within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId {
    /// Section, from 1.
    pub section: u8,
    /// Line within the section, from 1.
    pub line: u8,
}

const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

impl LineId {
    /// Reads `"II.3"`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (section, line) = text.split_once('.')?;
        let section = ROMAN.iter().position(|roman| *roman == section)?;
        let line = line.parse().ok().filter(|line| *line > 0)?;
        Some(Self {
            section: u8::try_from(section).ok()? + 1,
            line,
        })
    }
}

impl std::fmt::Display for LineId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let section = usize::from(self.section)
            .checked_sub(1)
            .and_then(|index| ROMAN.get(index))
            .copied();
        write!(f, "{}.{}", section.unwrap_or("?"), self.line)
    }
}

/// Points by line, in order of lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinePoints(Vec<(LineId, Decimal)>);

impl LinePoints {
    /// Points of a line, if entered.
    #[must_use]
    pub fn get(&self, line: LineId) -> Option<Decimal> {
        self.0
            .binary_search_by_key(&line, |(id, _)| *id)
            .ok()
            .map(|at| self.0[at].1)
    }

    /// Enters or clears the points of a line.
    pub fn set(&mut self, line: LineId, points: Option<Decimal>) {
        match (self.0.binary_search_by_key(&line, |(id, _)| *id), points) {
            (Ok(at), Some(points)) => self.0[at].1 = points,
            (Ok(at), None) => {
                self.0.remove(at);
            }
            (Err(at), Some(points)) => self.0.insert(at, (line, points)),
            (Err(_), None) => {}
        }
    }

    /// All entered lines in order.
    pub fn iter(&self) -> impl Iterator<Item = (LineId, Decimal)> + '_ {
        self.0.iter().copied()
    }

    /// True when nothing is entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(LineId, Decimal)> for LinePoints {
    fn from_iter<I: IntoIterator<Item = (LineId, Decimal)>>(lines: I) -> Self {
        let mut points = Self::default();
        for (line, value) in lines {
            points.set(line, Some(value));
        }
        points
    }
}

/// The general criteria of one official in one period (Mẫu số 01, part I and II.4 to II.6).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GeneralSheet {
    /// Points the official gave.
    pub own: LinePoints,
    /// Points the authority gave; they count once all lines are given.
    pub authority: LinePoints,
    /// Day the authority scored.
    pub authority_on: Option<Day>,
    /// II.4 Ưu điểm.
    pub strengths: Option<String>,
    /// II.5 Hạn chế, khuyết điểm.
    pub weaknesses: Option<String>,
    /// II.6 Ý kiến nhận xét.
    pub comment: Option<String>,
}

/// One of the leadership criteria (Điều 15.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeadershipCriterion {
    /// d: results of the unit (điểm a).
    UnitResult,
    /// đ: organising the work (điểm b).
    Organising,
    /// e: unity (điểm c).
    Unity,
}

impl LeadershipCriterion {
    /// d, đ, e in order.
    pub const ALL: [Self; 3] = [Self::UnitResult, Self::Organising, Self::Unity];
}

/// The authority's answer to one leadership criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadershipAnswer {
    /// True for the full ratio, false for the reduced one.
    pub full: bool,
    /// The ground.
    pub reason: Option<String>,
}

/// The leadership answers for one leader in one period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeadershipSheet {
    /// d; where there is none it follows from the scores of those led.
    pub unit_result: Option<LeadershipAnswer>,
    /// đ.
    pub organising: Option<LeadershipAnswer>,
    /// e.
    pub unity: Option<LeadershipAnswer>,
}

/// Ratings of a support worker in one period, each 0 to 100 percent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupportSheet {
    /// Quality of work.
    pub quality: Option<Decimal>,
    /// Compliance.
    pub compliance: Option<Decimal>,
    /// Effectiveness.
    pub effectiveness: Option<Decimal>,
}
