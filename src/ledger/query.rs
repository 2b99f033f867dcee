//! Questions asked of the book in many places.

use crate::domain::{
    AbsenceKind, Assignment, AssignmentId, ClockChoice, Day, Decimal, LocalRules, LocalRulesId,
    Month, Official, OfficialId, Period, Position, PositionId, Role, UnitId,
};

use super::Book;

impl Book {
    /// The positions of an official, earliest first.
    #[must_use]
    pub fn positions_of(&self, official: OfficialId) -> Vec<(PositionId, &Position)> {
        let mut found: Vec<_> = self.positions.of(official).collect();
        found.sort_by_key(|(id, position)| (position.span.from, *id));
        found
    }

    /// The position an official holds in a period: the one in force on its last day,
    /// else the last one that touches the period.
    #[must_use]
    pub fn position_in(
        &self,
        official: OfficialId,
        period: Period,
    ) -> Option<(PositionId, &Position)> {
        let span = crate::domain::Span {
            from: period.first_day(),
            to: Some(period.last_day()),
        };
        let last_day = period.last_day();
        let held = self.positions.of(official);
        held.filter(|(_, position)| position.span.overlaps(&span))
            .max_by_key(|(id, position)| {
                let at_the_end = position.span.contains(last_day);
                (at_the_end, position.span.from, *id)
            })
    }

    /// The position an official holds on a day.
    #[must_use]
    pub fn position_on(&self, official: OfficialId, day: Day) -> Option<(PositionId, &Position)> {
        self.positions_of(official)
            .into_iter()
            .rfind(|(_, position)| position.span.contains(day))
    }

    /// The units at and below a unit.
    #[must_use]
    pub fn units_under(&self, unit: UnitId) -> Vec<UnitId> {
        let mut found = vec![unit];
        let mut at = 0;
        while at < found.len() {
            let parent = found[at];
            found.extend(
                self.units
                    .iter()
                    .filter(|(_, unit)| unit.parent == Some(parent))
                    .map(|(id, _)| id),
            );
            at += 1;
        }
        found
    }

    /// The whole months in which an official is away for one of the kinds on every day.
    #[must_use]
    pub fn is_away_all_of(
        &self,
        official: OfficialId,
        month: Month,
        kinds: &[AbsenceKind],
    ) -> bool {
        let (first, last) = (month.first_day(), month.last_day());
        self.absences.of(official).any(|(_, absence)| {
            kinds.contains(&absence.kind)
                && absence.span.contains(first)
                && absence.span.contains(last)
        })
    }

    /// The role of an official in a period.
    #[must_use]
    pub fn role_in(&self, official: OfficialId, period: Period) -> Option<Role> {
        self.position_in(official, period)
            .map(|(_, position)| position.role)
    }

    /// The parts of a divided task in order of numbers.
    pub fn parts_of(
        &self,
        whole: AssignmentId,
    ) -> impl Iterator<Item = (AssignmentId, &Assignment)> + '_ {
        let of_it = move |task: &Assignment| task.part_of().is_some_and(|(of, _)| of == whole);
        self.assignments.iter().filter(move |(_, task)| of_it(task))
    }

    /// What the parts of a divided task sum to; nothing beyond what can be added.
    #[must_use]
    pub fn sum_of_parts(&self, whole: AssignmentId) -> Option<Decimal> {
        self.parts_of(whole)
            .try_fold(Decimal::ZERO, |sum, (_, part)| {
                sum.checked_add(part.assigned)
            })
    }

    /// The agency's own criteria and tariffs in force on a day: what is scored goes by the last
    /// day of its period, what happened by its own day.
    ///
    /// Two sets in force on one day are refused when they are saved; should a merged file hold
    /// such, the one that began later holds.
    #[must_use]
    pub fn local_rules_on(&self, day: Day) -> Option<(LocalRulesId, &LocalRules)> {
        let in_force = self
            .local_rules
            .iter()
            .filter(|(_, set)| set.span.contains(day));
        in_force.max_by_key(|(id, set)| (set.span.from, *id))
    }

    /// The agency's own length of the time limit with this key for complaints received on a day.
    #[must_use]
    pub fn clock_on(&self, clock: &str, day: Day) -> Option<&ClockChoice> {
        let in_force = self
            .clocks
            .iter()
            .filter(|(_, choice)| choice.clock == clock && choice.span.contains(day));
        let latest = in_force.max_by_key(|(id, choice)| (choice.span.from, *id));
        latest.map(|(_, choice)| choice)
    }

    /// An official's name, for views that always have one.
    #[must_use]
    pub fn official_name(&self, official: OfficialId) -> &str {
        self.officials
            .get(official)
            .map_or("", |official: &Official| official.name.as_str())
    }
}
