//! Builds a book from a case, record by record, as an action of a user would.

use congtam::domain as d;
use congtam::domain::{
    Class, Day, Decimal, Exact, LineId, LinePoints, OfficialId, Period, PositionId,
    ReadingChoiceId, Role, Span, UnitId,
};
use congtam::ledger::{Action, Book, Draft, Key, Kind, Record};
use congtam::rules::{CivilServantRules, ReadingId, Rules};

use super::case::General;
use super::node::{Fault, Read};

/// The unit of every case.
pub const UNIT: UnitId = UnitId(1);
/// The official a case is about.
pub const WHO: OfficialId = OfficialId(1);

/// A book in the making.
pub struct Builder {
    book: Book,
    line: usize,
    positions: u32,
}

/// Days that hold every case.
pub fn always() -> Span {
    Span {
        from: Day::from_ymd_opt(2000, 1, 1).unwrap_or(Day::MIN),
        to: None,
    }
}

impl Builder {
    /// A book with one unit; `line` is where its case stands.
    pub fn new(line: usize, tracking: d::Tracking) -> Read<Self> {
        let mut builder = Self {
            book: Book::default(),
            line,
            positions: 0,
        };
        let agency = d::Agency {
            tracking,
            ..d::Agency::default()
        };
        builder.put(Key::Agency(), agency)?;
        let unit = d::Unit {
            name: "Đơn vị mẫu".to_owned(),
            code: None,
            parent: None,
        };
        builder.put(Key::Unit(UNIT), unit)?;
        Ok(builder)
    }

    /// Puts one record, checked by the book.
    pub fn put(&mut self, key: Key, record: impl Into<Record>) -> Read<()> {
        let mut draft = Draft::new(&self.book, Action::Add(key.kind()));
        draft.put(key, record);
        let operation = draft.finish();
        self.book.apply(&operation).map_err(|error| Fault {
            line: self.line,
            reason: error.to_string(),
        })
    }

    /// Adds an official who holds a position for some days.
    pub fn official(
        &mut self,
        id: OfficialId,
        role: Role,
        group: Option<d::GroupId>,
        spans: &[Span],
    ) -> Read<()> {
        let official = d::Official {
            name: format!("Người Mẫu {}", id.0),
            ..d::Official::default()
        };
        self.put(Key::Official(id), official)?;
        for span in spans {
            self.positions += 1;
            let position = d::Position {
                official: id,
                unit: UNIT,
                role,
                title: String::new(),
                group,
                span: *span,
            };
            self.put(Key::Position(PositionId(self.positions)), position)?;
        }
        Ok(())
    }

    /// Chooses readings for good.
    pub fn readings(&mut self, readings: &[(ReadingId, String)]) -> Read<()> {
        for (id, option) in readings {
            let choice = d::ReadingChoice {
                reading: id.key().to_owned(),
                option: option.clone(),
                span: always(),
                issuer: None,
                document: None,
            };
            let next = self.book.next_id(Kind::Reading);
            self.put(Key::Reading(ReadingChoiceId(next)), choice)?;
        }
        Ok(())
    }

    /// Confirms a total, which may be any fraction.
    pub fn confirm(
        &mut self,
        official: OfficialId,
        period: Period,
        total: &Exact,
        rules: &Rules,
    ) -> Read<()> {
        let class = match rules.for_period(period) {
            Ok(in_force) => in_force.class.class_of(total),
            Err(_) => Class::NotCompleted,
        };
        let confirmation = d::Confirmation {
            version: 1,
            on: period.last_day(),
            by: "Cấp mẫu".to_owned(),
            total: total.clone(),
            general: Exact::zero(),
            result: Exact::zero(),
            class,
            readings: Vec::new(),
            unlocked: None,
        };
        self.put(Key::Confirmation(official, period), confirmation)
    }

    /// The book.
    pub fn book(&self) -> &Book {
        &self.book
    }
}

/// Points by line; a sum is spread over the lines in order, what is left over goes on the last.
pub fn line_points(general: &General, rules: &CivilServantRules) -> LinePoints {
    match general {
        General::Lines(lines) => lines.iter().copied().collect(),
        General::Sum(sum) => {
            let mut left = sum.millionths();
            let lines: Vec<(LineId, Decimal)> =
                rules.lines().map(|line| (line.id, line.max)).collect();
            let last = lines.len().saturating_sub(1);
            let spread = lines.into_iter().enumerate().map(|(at, (line, max))| {
                let here = if at == last {
                    left
                } else {
                    left.min(max.millionths())
                };
                left -= here;
                (line, Decimal::from_millionths(here))
            });
            spread.collect()
        }
    }
}
