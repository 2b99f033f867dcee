//! Entered points: general criteria, leadership answers, support ratings, years of units.

use chrono::Days;

use super::cast::{Cast, Level, Person};
use super::{IDLE_MONTHS, Maker, YEAR, day};
use crate::domain::{
    Class, Day, Decimal, GeneralSheet, LeadershipAnswer, LeadershipSheet, LineId, LinePoints,
    Month, Period, Role, SupportSheet, UnitYear,
};
use crate::ledger::Key;

/// Points are taken off in quarters of a point.
const STEP: i64 = Decimal::SCALE / 4;

impl Level {
    /// Quarters of a point taken off the general criteria: least, and how many more at most.
    const fn taken_off(self) -> (u32, u32) {
        match self {
            Self::Outstanding => (2, 6),
            Self::Good => (18, 8),
            Self::Steady => (22, 8),
            Self::Fair => (40, 8),
            Self::Weak => (52, 8),
            Self::Narrow => (20, 0),
        }
    }
}

impl Maker<'_> {
    /// Points and answers of one official for one month.
    pub(super) fn month_of_points(&mut self, person: &Person, month: Month) {
        if person.at_work(month).is_none() {
            return;
        }
        let closed = self.is_closed(month);
        if closed {
            self.general(person, month);
        } else if person.level == Level::Good && self.until >= month.first_day() + Days::new(19) {
            self.self_score(person, month);
        }
        let answered = closed || person.story != "unanswered";
        if person.role.leads() && answered && self.until >= month.first_day() + Days::new(14) {
            self.leadership(person, month);
        }
        if person.role == Role::Support && closed {
            self.support(person, month);
        }
    }

    fn general(&mut self, person: &Person, month: Month) {
        let mut authority = self.points(person);
        let mut own = authority.clone();
        if person.level != Level::Narrow {
            self.praise_oneself(&mut own);
        }
        if person.story == "unlined" && month.number() == 6 {
            for (section, line) in [(3, 2), (3, 3)] {
                own.set(LineId { section, line }, None);
                authority.set(LineId { section, line }, None);
            }
        }
        let told = self.chance.percent(40);
        let scored = (month.next().first_day() + Days::new(2)).min(self.until);
        let sheet = GeneralSheet {
            own,
            authority,
            authority_on: Some(scored),
            strengths: told.then(|| self.word("strength")),
            weaknesses: told.then(|| self.word("weakness")),
            comment: Some(self.word("comment")),
        };
        let key = Key::General(person.id, Period::Month(month));
        self.draft.put(key, sheet);
    }

    /// Only the official's own points, early in the open month.
    fn self_score(&mut self, person: &Person, month: Month) {
        if !self.chance.percent(30) {
            return;
        }
        let sheet = GeneralSheet {
            own: self.points(person),
            ..GeneralSheet::default()
        };
        let key = Key::General(person.id, Period::Month(month));
        self.draft.put(key, sheet);
    }

    /// Full points with some quarters taken off, never more than half a line.
    fn points(&mut self, person: &Person) -> LinePoints {
        let (least, more) = person.level.taken_off();
        let mut off = least + self.chance.below(more + 1);
        if matches!(person.level, Level::Good | Level::Steady) {
            off += person.id.0 * 5 % 9;
        }
        let mut taken: Vec<i64> = vec![0; self.lines.len()];
        let mut tries = 0;
        while off > 0 && tries < 1000 {
            tries += 1;
            let count = u32::try_from(self.lines.len()).unwrap_or(0);
            let at = self.chance.below(count) as usize;
            if (taken[at] + STEP) * 2 <= self.lines[at].1.millionths() + STEP {
                taken[at] += STEP;
                off -= 1;
            }
        }
        let lines = self.lines.iter().zip(taken);
        lines
            .map(|((id, max), taken)| (*id, Decimal::from_millionths(max.millionths() - taken)))
            .collect()
    }

    /// People give themselves a quarter more here and there.
    fn praise_oneself(&mut self, own: &mut LinePoints) {
        for (line, max) in self.lines.clone() {
            let Some(value) = own.get(line) else { continue };
            let more = value.millionths() + STEP;
            if more <= max.millionths() && self.chance.percent(20) {
                own.set(line, Some(Decimal::from_millionths(more)));
            }
        }
    }

    fn leadership(&mut self, person: &Person, month: Month) {
        // Somebody led is without tasks and score in these months: the authority answers d.
        let unscored = person.story.starts_with("idle") && IDLE_MONTHS.contains(&month.number());
        let unit_result = unscored.then(|| LeadershipAnswer {
            full: person.story != "idle-top",
            reason: Some(self.word(person.story)),
        });
        let delayed = person.level == Level::Steady && self.chance.percent(20);
        let reason = self.word(if delayed { "delayed" } else { "organising" });
        let sheet = LeadershipSheet {
            unit_result,
            organising: Some(LeadershipAnswer {
                full: !delayed,
                reason: Some(reason),
            }),
            unity: Some(LeadershipAnswer {
                full: true,
                reason: Some(self.word("unity")),
            }),
        };
        let key = Key::Leadership(person.id, Period::Month(month));
        self.draft.put(key, sheet);
    }

    fn support(&mut self, person: &Person, month: Month) {
        let mut rating = |from: u32| {
            let rating = i32::try_from(from + self.chance.below(6)).unwrap_or(100);
            Some(Decimal::from_whole(rating))
        };
        let sheet = SupportSheet {
            quality: rating(85),
            compliance: rating(90),
            effectiveness: rating(80),
        };
        let key = Key::Support(person.id, Period::Month(month));
        self.draft.put(key, sheet);
    }

    /// What the units themselves are recognised with; one of them not yet.
    pub(super) fn unit_years(&mut self, cast: &Cast) {
        let recognised = [
            (885, Class::Good),
            (930, Class::Excellent),
            (840, Class::Good),
            (825, Class::Good),
            (872, Class::Good),
        ];
        for (unit, (score, class)) in cast.units.iter().zip(recognised) {
            let record = UnitYear {
                score: Some(Decimal::from_millionths(score * Decimal::SCALE / 10)),
                class: Some(class),
                document: Some("Dự kiến xếp loại tập thể (mẫu)".to_owned()),
                decided_on: decided_on(self.until),
                raised_cap: false,
                raised_cap_document: None,
            };
            self.draft.put(Key::UnitYear(*unit, YEAR), record);
        }
    }
}

fn decided_on(until: Day) -> Option<Day> {
    let decided = day(12, 4);
    (decided <= until).then_some(decided)
}
