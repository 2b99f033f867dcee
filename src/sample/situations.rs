//! Situations written by hand: hand-backs, revoked grants, vague tasks, scores from elsewhere.

use chrono::Days;

use super::cast::{Cast, Person};
use super::work::{Outcome, event};
use super::{Maker, YEAR, day};
use crate::domain::{
    Assignment, Day, Decimal, Excuses, ForeignScore, HandBack, Month, Origin, Role, TaskEventKind,
};
use crate::ledger::Key;

impl Maker<'_> {
    pub(super) fn situations(&mut self, cast: &Cast) {
        self.foreign_scores(cast);
        self.hand_backs(cast);
        self.revoked_extension(cast);
        self.revoked_cause(cast);
        self.task_named_total(cast);
        self.vague_tasks(cast);
        self.task_of_next_year(cast);
    }

    /// Scores a transferred official brings along.
    fn foreign_scores(&mut self, cast: &Cast) {
        let Some(person) = cast.of("transferred") else {
            return;
        };
        let scores = [8650, 8425, 8800, 8575];
        for (month, score) in Month::all_of(YEAR).zip(scores) {
            let record = ForeignScore {
                total: Decimal::from_millionths(score * Decimal::SCALE / 100),
                source: "UBND xã Tân Lập (mẫu)".to_owned(),
            };
            if person.from <= self.until {
                self.draft.put(Key::ForeignScore(person.id, month), record);
            }
        }
    }

    /// Every second month somebody cannot do a task and a colleague takes it over.
    fn hand_backs(&mut self, cast: &Cast) {
        let staff: Vec<&Person> = cast
            .people
            .iter()
            .filter(|person| person.role == Role::Staff && person.story.is_empty())
            .collect();
        if staff.is_empty() {
            return;
        }
        for month in Month::all_of(YEAR).skip(1).step_by(2) {
            let Some(on) = month.first_day().checked_add_days(Days::new(8)) else {
                continue;
            };
            let giver = self.chance.pick(&staff);
            let mut others = staff.iter();
            let taker = others.find(|other| other.group == giver.group && other.id != giver.id);
            if let (Some(taker), true) = (taker, on <= self.until) {
                self.hand_back(giver, taker, month, on);
            }
        }
    }

    fn hand_back(&mut self, giver: &Person, taker: &Person, month: Month, on: Day) {
        let pool = self.shelf.under(giver.duties);
        let product = self.chance.pick(&pool);
        let days = (month.first_day(), month.first_day() + Days::new(24));
        let mut given = self.line(giver, product, 1, days);
        given.due = Some(days.1);
        let mut taken = given.clone();
        taken.official = Some(taker.id);
        taken.assigned_on = Some(on);
        taken.origin = Origin::TakenOver;
        self.settle(&mut taken, Outcome::Clean);
        let taken = self.put_task(taken);
        let reason = Some(self.word("handback"));
        given.handed_back = Some(HandBack {
            on,
            reason,
            taken_over_by: Some(taken),
        });
        self.put_task(given);
    }

    /// A line of a person with a story: assigned on the month's first days, due on a day.
    pub(super) fn scripted(
        &self,
        cast: &Cast,
        story: &str,
        code: &str,
        (assigned_on, due): (Day, Day),
    ) -> Option<Assignment> {
        let person = cast.of(story).filter(|_| assigned_on <= self.until)?;
        let product = self.shelf.product(code);
        Some(Assignment {
            code: None,
            name: None,
            official: Some(person.id),
            unit: None,
            product: Some(product.id),
            coefficient: product.coefficient(),
            assigned: Decimal::ONE,
            completed: Decimal::ZERO,
            assigned_on: Some(assigned_on),
            due: Some(due),
            finished: None,
            origin: Origin::Planned,
            handed_back: None,
            events: Vec::new(),
            note: None,
        })
    }

    fn done(&self, task: &mut Assignment, on: Day) -> bool {
        let done = on <= self.until;
        if done {
            task.completed = task.assigned;
            task.finished = Some(on);
        }
        done
    }

    /// A deadline was moved, then the extension was taken back: the first one holds.
    fn revoked_extension(&mut self, cast: &Cast) {
        let days = (day(5, 4), day(5, 14));
        let Some(mut task) = self.scripted(cast, "complained", "HCC.17", days) else {
            return;
        };
        if self.done(&mut task, day(5, 20)) {
            let extension = TaskEventKind::Extension {
                to: day(5, 22),
                approver: Some(self.word("confirmer")),
                document: Some(self.document("extension")),
                revoked: Some(day(5, 18)),
            };
            event(&mut task, day(5, 12), extension);
        }
        self.put_task(task);
    }

    /// A confirmed cause that was taken back later: the lateness counts again.
    fn revoked_cause(&mut self, cast: &Cast) {
        let days = (day(4, 2), day(4, 15));
        let Some(mut task) = self.scripted(cast, "overturned", "HCC.25", days) else {
            return;
        };
        if self.done(&mut task, day(4, 21)) {
            let cause = TaskEventKind::ObjectiveCause {
                excuses: Excuses::DerivedLateness,
                cause: self.word("cause"),
                confirmed_by: Some(self.word("confirmer")),
                document: Some(self.document("document")),
                revoked: Some(day(5, 11)),
            };
            event(&mut task, day(4, 22), cause);
        }
        self.put_task(task);
    }

    /// Its name reads like a total row and must never be taken for one.
    fn task_named_total(&mut self, cast: &Cast) {
        let days = (day(6, 2), day(6, 18));
        let Some(mut task) = self.scripted(cast, "moved", "DC.04", days) else {
            return;
        };
        task.name = Some("Lập bảng tổng cộng số liệu hộ nghèo, cận nghèo".to_owned());
        self.done(&mut task, day(6, 17));
        self.put_task(task);
    }

    /// Tasks without a lead person, a product or a deadline: what the *4 rõ* check marks.
    fn vague_tasks(&mut self, cast: &Cast) {
        let first = Month::of(self.until).first_day();
        let days = (first, first + Days::new(24));
        for (story, gap) in [("complained", 0), ("overturned", 1), ("moved", 2)] {
            let Some(mut task) = self.scripted(cast, story, "DC.14", days) else {
                continue;
            };
            let name = match gap {
                0 => {
                    task.official = None;
                    task.unit = cast.of(story).map(|person| person.unit);
                    "Rà soát biển hiệu, bảng niêm yết"
                }
                1 => {
                    task.product = None;
                    task.coefficient = Decimal::ONE;
                    "Hỗ trợ chuẩn bị hội nghị đột xuất"
                }
                _ => {
                    task.due = None;
                    "Theo dõi kiến nghị cử tri"
                }
            };
            task.name = Some(name.to_owned());
            self.put_task(task);
        }
    }

    /// Due after the day the year is rated: it belongs to the next year's assessment.
    fn task_of_next_year(&mut self, cast: &Cast) {
        let days = (day(12, 1), day(12, 22));
        if let Some(task) = self.scripted(cast, "moved", "DC.06", days) {
            self.put_task(task);
        }
    }
}
