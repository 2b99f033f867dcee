//! Invented edits of every kind of record that bears on a score.

use congtam::domain as d;
use congtam::domain::{
    AssignmentId, ComplaintState, Conclusion, Decimal, Excuses, LineId, Month, OfficialId, Period,
    PositionId, Role, Span, UnitId,
};
use congtam::ledger::{Action, Book, Draft, Key, Operation, Record};
use proptest::prelude::*;

use super::world::{
    OFFICIALS, UNITS, add_event, day, excuse, from_start, full_points, local_set, month, plain_task,
};

/// One edit: what kind, about whom, when, and three numbers for the rest.
#[derive(Debug, Clone)]
pub struct Edit {
    kind: u8,
    official: OfficialId,
    month: Month,
    numbers: [u32; 3],
}

impl Arbitrary for Edit {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        (0_u8..23, 1..=OFFICIALS, 1_u8..=3, any::<[u32; 3]>())
            .prop_map(|(kind, official, number, numbers)| Self {
                kind,
                official: OfficialId(official),
                month: month(number),
                numbers,
            })
            .boxed()
    }
}

impl Edit {
    /// The operation this edit is on a book; the book may still refuse it.
    pub fn on(&self, book: &Book) -> Operation {
        let mut draft = Draft::new(book, Action::Score);
        let period = Period::Month(self.month);
        match self.kind {
            0..=4 => self.task(&mut draft),
            5 | 6 => self.general(&mut draft, period),
            7 => self.leadership(&mut draft, period),
            8 => self.support(&mut draft, period),
            9 | 10 => self.position(&mut draft),
            11 => self.absence(&mut draft),
            12 => self.complaint(&mut draft),
            13 => self.confirmation(&mut draft, period),
            14 => self.foreign(&mut draft),
            15 => self.reading(&mut draft),
            16 => self.unit(&mut draft),
            17 => self.grounds(&mut draft),
            18 => self.decision(&mut draft),
            19 => self.unit_year(&mut draft),
            20 => self.official(&mut draft),
            21 => self.local_rules(&mut draft),
            _ => self.agency(&mut draft),
        }
        draft.finish()
    }

    /// Local rules from some month on, with a point moved from line to line, or none.
    fn local_rules(&self, draft: &mut Draft) {
        let key = Key::LocalRules(d::LocalRulesId(1 + self.pick(0, 2)));
        match self.pick(1, 4) {
            0 => draft.remove(key),
            moved => draft.put(key, local_set(self.month, moved, self.pick(2, 7))),
        }
    }

    fn pick(&self, at: usize, of: u32) -> u32 {
        self.numbers[at] % of
    }

    fn task(&self, draft: &mut Draft) {
        let id = AssignmentId(1 + self.pick(0, 14));
        let key = Key::Assignment(id);
        let number = self.month.number();
        let mut task = match draft.get(key) {
            Some(Record::Assignment(task)) => task,
            _ => plain_task(Some(self.official), number, 2),
        };
        match self.pick(1, 10) {
            0 => return draft.remove(key),
            1 => task.official = Some(self.official),
            2 => task.official = None,
            3 => task.due = Some(day(number, 1 + self.pick(2, 28))),
            4 => task.finished = Some(day(number, 1 + self.pick(2, 28))),
            5 => add_event(&mut task, self.pick(2, 2) == 0),
            6 => {
                let target = d::EventId(1 + self.pick(2, 3));
                excuse(&mut task, Excuses::Event(target), self.pick(2, 5) > 0);
            }
            7 => {
                let back = d::HandBack {
                    on: day(number, 5),
                    reason: None,
                    taken_over_by: None,
                };
                task.handed_back = Some(back);
            }
            8 => task.due = Some(day(12, 10 + self.pick(2, 15))),
            _ => task.completed = Decimal::from_millionths(i64::from(self.pick(2, 5_000_000))),
        }
        draft.put(key, task);
    }

    fn general(&self, draft: &mut Draft, period: Period) {
        let key = Key::General(self.official, period);
        let mut sheet = full_points();
        let line = LineId {
            section: 2,
            line: 1,
        };
        match self.pick(0, 5) {
            0 => return draft.remove(key),
            1 => sheet.own.set(line, None),
            2 => sheet.own.set(line, Some(Decimal::from_whole(9))),
            3 => sheet.authority = sheet.own.clone(),
            _ => sheet.own.set(line, Some(Decimal::ZERO)),
        }
        draft.put(key, sheet);
    }

    fn leadership(&self, draft: &mut Draft, period: Period) {
        let answer = |at: usize| {
            let full = self.pick(at, 3);
            (full < 2).then_some(d::LeadershipAnswer {
                full: full == 0,
                reason: None,
            })
        };
        let sheet = d::LeadershipSheet {
            unit_result: answer(0).filter(|_| self.pick(2, 2) == 0),
            organising: answer(1),
            unity: answer(2),
        };
        draft.put(Key::Leadership(self.official, period), sheet);
    }

    fn support(&self, draft: &mut Draft, period: Period) {
        let rating = |at: usize| {
            Some(Decimal::from_whole(
                i32::try_from(self.pick(at, 101)).unwrap(),
            ))
        };
        let sheet = d::SupportSheet {
            quality: rating(0),
            compliance: rating(1).filter(|_| self.pick(1, 4) > 0),
            effectiveness: rating(2),
        };
        draft.put(Key::Support(self.official, period), sheet);
    }

    fn position(&self, draft: &mut Draft) {
        let key = Key::Position(PositionId(1 + self.pick(0, OFFICIALS + 4)));
        if self.pick(1, 6) == 0 {
            return draft.remove(key);
        }
        let role = [Role::Head, Role::Deputy, Role::Staff, Role::Support][self.pick(1, 4) as usize];
        let from = Span {
            from: self.month.first_day(),
            to: None,
        };
        let position = d::Position {
            official: self.official,
            unit: UnitId(1 + self.pick(2, UNITS)),
            role,
            title: String::new(),
            group: None,
            span: if self.pick(2, 3) == 0 {
                from
            } else {
                from_start()
            },
        };
        draft.put(key, position);
    }

    fn absence(&self, draft: &mut Draft) {
        use d::AbsenceKind::{Maternity, Other, Sick, Unpaid};
        let key = Key::Absence(d::AbsenceId(1 + self.pick(0, 3)));
        if self.pick(1, 4) == 0 {
            return draft.remove(key);
        }
        let last = month(u8::try_from(1 + self.pick(2, 12)).unwrap()).max(self.month);
        let absence = d::Absence {
            official: self.official,
            kind: [Sick, Maternity, Unpaid, Other][self.pick(1, 4) as usize],
            span: Span {
                from: self.month.first_day(),
                to: Some(last.last_day()),
            },
            document: None,
        };
        draft.put(key, absence);
    }

    fn complaint(&self, draft: &mut Draft) {
        let conclusions = [Conclusion::Substantiated, Conclusion::Unfounded];
        let conclusion = conclusions[self.pick(0, 2) as usize];
        let step = d::ComplaintStep {
            on: self.month.first_day(),
            state: ComplaintState::Concluded(conclusion),
            actor: None,
            document: None,
            note: None,
        };
        let effect = d::LineEffect {
            line: LineId {
                section: 1,
                line: 1,
            },
            month: self.month,
            points: Decimal::from_whole(1),
            taken: self.pick(1, 3) > 0,
            by: "Cấp mẫu".to_owned(),
            reason: String::new(),
            on: self.month.last_day(),
        };
        let complaint = d::Complaint {
            number: "PA.01".to_owned(),
            received: self.month.first_day(),
            channel: "truc-tiep".to_owned(),
            criterion: None,
            procedure: None,
            official: Some(self.official),
            unit: None,
            assignment: None,
            dossier: None,
            summary: String::new(),
            steps: vec![step],
            effects: vec![effect],
        };
        draft.put(
            Key::Complaint(d::ComplaintId(1 + self.pick(2, 2))),
            complaint,
        );
    }

    fn confirmation(&self, draft: &mut Draft, period: Period) {
        let key = Key::Confirmation(self.official, period);
        let total = d::Exact::ratio(i128::from(self.pick(0, 10_000)), 100);
        let rules = super::rules().for_period(period).unwrap();
        let confirmation = d::Confirmation {
            version: 1,
            on: self.month.last_day(),
            by: "Cấp mẫu".to_owned(),
            class: rules.class.class_of(&total),
            total,
            general: d::Exact::zero(),
            result: d::Exact::zero(),
            readings: Vec::new(),
            unlocked: (self.pick(1, 3) == 0).then(|| (self.month.last_day(), String::new())),
        };
        if self.pick(2, 4) == 0 {
            draft.remove(key);
        } else {
            draft.put(key, confirmation);
        }
    }

    fn foreign(&self, draft: &mut Draft) {
        let key = Key::ForeignScore(self.official, self.month);
        let total = Decimal::from_millionths(i64::from(self.pick(0, 100_000_000)));
        if self.pick(1, 3) == 0 {
            draft.remove(key);
        } else {
            let source = "Cơ quan cũ mẫu".to_owned();
            draft.put(key, d::ForeignScore { total, source });
        }
    }

    fn reading(&self, draft: &mut Draft) {
        let choices = [
            ("R1", "per_day"),
            ("R1", "slabs:5=25;*=100"),
            ("R2", "completed"),
            ("R3", "keep"),
            ("R7", "asks"),
            ("R8", "also_late"),
            ("R9", "by_shares"),
            ("R9", "no such option"),
        ];
        let (reading, option) = choices[self.pick(0, 8) as usize];
        let key = Key::Reading(d::ReadingChoiceId(1 + self.pick(1, 3)));
        let choice = d::ReadingChoice {
            reading: reading.to_owned(),
            option: option.to_owned(),
            span: from_start(),
            issuer: None,
            document: None,
        };
        if self.pick(2, 3) == 0 {
            draft.remove(key);
        } else {
            draft.put(key, choice);
        }
    }

    fn unit(&self, draft: &mut Draft) {
        let number = 2 + self.pick(0, UNITS);
        let unit = d::Unit {
            name: format!("Đơn vị {number}"),
            code: None,
            parent: Some(UnitId(1 + self.pick(1, UNITS))),
        };
        draft.put(Key::Unit(UnitId(number)), unit);
    }

    fn grounds(&self, draft: &mut Draft) {
        let effective = self.month.first_day();
        if self.pick(0, 2) == 0 {
            let discipline = d::Discipline {
                official: self.official,
                form: "khien-trach".to_owned(),
                side: d::DisciplineSide::Administrative,
                act: String::new(),
                act_on: None,
                decision: None,
                effective,
                duty_related: self.pick(1, 3) > 0,
                same_act_as: None,
                already_used_in: None,
                act_unit: None,
            };
            let id = d::DisciplineId(1 + self.pick(2, 2));
            return draft.put(Key::Discipline(id), discipline);
        }
        let gates = [d::Gate::Degradation, d::Gate::UnitCorruption];
        let conclusion = d::GateConclusion {
            official: self.official,
            gate: gates[self.pick(1, 2) as usize],
            year: if self.pick(2, 8) == 0 { 2027 } else { 2026 },
            authority: String::new(),
            document: String::new(),
            on: effective,
        };
        let id = d::ConclusionId(1 + self.pick(2, 2));
        draft.put(Key::GateConclusion(id), conclusion);
    }

    fn decision(&self, draft: &mut Draft) {
        let class = d::Class::ALL[self.pick(0, 4) as usize];
        let decision = d::YearDecision {
            official: self.official,
            year: 2026,
            own_class: None,
            class: Some(class).filter(|_| self.pick(1, 4) > 0),
            reason: None,
            number: None,
            on: None,
            proposal: None,
            replaces: None,
            petition: None,
        };
        draft.put(Key::Decision(d::DecisionId(1 + self.pick(2, 3))), decision);
    }

    fn unit_year(&self, draft: &mut Draft) {
        let unit_year = d::UnitYear {
            class: Some(d::Class::ALL[self.pick(0, 4) as usize]),
            raised_cap: self.pick(1, 2) == 0,
            ..d::UnitYear::default()
        };
        draft.put(
            Key::UnitYear(UnitId(1 + self.pick(2, UNITS)), 2026),
            unit_year,
        );
    }

    fn official(&self, draft: &mut Draft) {
        let id = OfficialId(OFFICIALS + self.pick(0, 3));
        if self.pick(1, 2) == 0 {
            return draft.remove(Key::Official(id));
        }
        let name = format!("Người Mẫu {}", id.0);
        draft.put(
            Key::Official(id),
            d::Official {
                name,
                ..d::Official::default()
            },
        );
    }

    fn agency(&self, draft: &mut Draft) {
        let quarterly = self.pick(0, 4) == 0;
        let agency = d::Agency {
            name: format!("Cơ quan mẫu {}", self.pick(1, 3)),
            tracking: if quarterly {
                d::Tracking::Quarterly
            } else {
                d::Tracking::Monthly
            },
            ..d::Agency::default()
        };
        draft.put(Key::Agency(), agency);
    }
}
