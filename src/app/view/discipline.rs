//! The register of discipline: each decision with what it does to the year.

use chrono::Datelike as _;

use crate::app::view::arrange::{ColumnSpec, ColumnType, Value};
use crate::app::view::why::cited;
use crate::app::{Model, law};
use crate::domain::{
    Citation, Class, ConclusionId, Day, Discipline, DisciplineId, DisciplineSide, Gate,
    GateConclusion, OfficialId, Period, Role,
};
use crate::engine::{Finding, Ground, NotCounted, closed_gates, same_act};
use crate::rules::Wording;

/// One decision of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisciplineRow {
    /// Which.
    pub id: DisciplineId,
    /// The record.
    pub record: Discipline,
    /// Whose.
    pub name: String,
    /// The form as its time called it; nothing when unknown on that day.
    pub form: Option<Wording>,
    /// The other decisions on the same act, as number or nothing, with the day they take effect.
    pub same_act: Vec<(Option<String>, Day)>,
    /// What it does to the year it takes effect in.
    pub consequence: Consequence,
}

/// What a decision does to the class of the year it takes effect in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// It sets the class, whatever the score.
    SetsClass {
        /// The year.
        year: i32,
        /// The class.
        class: Class,
        /// Where that stands.
        citations: Vec<(Citation, Wording)>,
    },
    /// It does not count in that year.
    NotCounted(NotCounted),
    /// It holds for leaders only, and the person leads nobody in that year.
    LeadersOnly,
    /// The year is not computed here.
    NotComputed(i32),
}

/// One conclusion of the competent authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConclusionRow {
    /// Which.
    pub id: ConclusionId,
    /// The record.
    pub record: GateConclusion,
    /// Whose.
    pub name: String,
    /// The ground in the decree's words; nothing for a year that is not computed.
    pub ground: Option<Wording>,
    /// What it does to its year.
    pub consequence: Consequence,
}

/// Projects the conclusions, latest first.
#[must_use]
pub fn conclusions(model: &Model) -> Vec<ConclusionRow> {
    let all = model.book.gate_conclusions.iter().rev();
    all.map(|(id, record)| {
        let rules = law().for_year(record.year).ok();
        let gate = rules.map(|rules| rules.class.gate(record.gate));
        let period = Period::Year(record.year);
        let leads = || {
            let role = model.book.role_in(record.official, period);
            role.is_some_and(Role::leads)
        };
        let year = i32::from(record.year);
        let consequence = match gate {
            None => Consequence::NotComputed(year),
            Some(gate) if gate.leaders_only && !leads() => Consequence::LeadersOnly,
            Some(gate) => Consequence::SetsClass {
                year,
                class: gate.class,
                citations: cited(&gate.basis),
            },
        };
        ConclusionRow {
            id,
            name: model.book.official_name(record.official).to_owned(),
            ground: gate.map(|gate| gate.basis.name.clone()),
            consequence,
            record: record.clone(),
        }
    })
    .collect()
}

/// The grounds an authority may conclude in a year, in the decree's order; discipline has its
/// own register.
#[must_use]
pub fn gates(year: u16) -> Vec<(Gate, Wording)> {
    let rules = law().for_year(year).ok();
    let gates = rules.map(|rules| rules.class.gates.iter());
    let gates = gates.into_iter().flatten();
    gates
        .filter(|rule| rule.gate != Gate::DutyDiscipline)
        .map(|rule| (rule.gate, rule.basis.name.clone()))
        .collect()
}

/// Projects the register, latest first.
#[must_use]
pub fn list(model: &Model) -> Vec<DisciplineRow> {
    let all = model.book.disciplines.iter();
    let mut rows: Vec<DisciplineRow> = all.map(|(id, record)| row(model, id, record)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.record.effective, row.id)));
    rows
}

fn row(model: &Model, id: DisciplineId, record: &Discipline) -> DisciplineRow {
    let form = law().discipline_form(record.side, &record.form, record.effective);
    DisciplineRow {
        id,
        name: model.book.official_name(record.official).to_owned(),
        form: form.map(|form| form.basis.name.clone()),
        same_act: same_act(&model.book, record.official, id)
            .into_iter()
            .filter_map(|other| model.book.disciplines.get(other))
            .map(|other| (other.decision.clone(), other.effective))
            .collect(),
        consequence: consequence(model, id, record),
        record: record.clone(),
    }
}

fn consequence(model: &Model, id: DisciplineId, record: &Discipline) -> Consequence {
    let year = record.effective.year();
    let evaluated = u16::try_from(year).ok();
    let rules = evaluated.and_then(|year| Some((year, law().for_year(year).ok()?)));
    let Some((evaluated, rules)) = rules else {
        return Consequence::NotComputed(year);
    };
    let book = &model.book;
    let role = book.role_in(record.official, Period::Year(evaluated));
    let mut findings = Vec::new();
    let closed = closed_gates(book, law(), record.official, evaluated, role, &mut findings);
    let counts = closed
        .iter()
        .any(|gate| gate.ground == Ground::Discipline(id));
    let why = findings.iter().find_map(|finding| match finding {
        Finding::DisciplineNotCounted { discipline, why } if *discipline == id => Some(*why),
        _ => None,
    });
    match why {
        Some(why) if !counts => Consequence::NotCounted(why),
        _ => {
            let gate = rules.class.gate(Gate::DutyDiscipline);
            Consequence::SetsClass {
                year,
                class: gate.class,
                citations: cited(&gate.basis),
            }
        }
    }
}

/// The columns of the register.
pub const COLUMNS: [ColumnSpec; 11] = [
    ColumnSpec::new("official", ColumnType::Name),
    ColumnSpec::new("form", ColumnType::Text),
    ColumnSpec::new("side", ColumnType::Choice),
    ColumnSpec::new("act", ColumnType::Text),
    ColumnSpec::new("act_on", ColumnType::Day).hidden(),
    ColumnSpec::new("decision", ColumnType::Text),
    ColumnSpec::new("effective", ColumnType::Day),
    ColumnSpec::new("duty", ColumnType::Choice).hidden(),
    ColumnSpec::new("used", ColumnType::Number).hidden(),
    ColumnSpec::new("same_act", ColumnType::Text).hidden(),
    ColumnSpec::new("consequence", ColumnType::Choice),
];

/// The sides; their places are the numbers filters keep.
pub const SIDES: [DisciplineSide; 2] = [DisciplineSide::Party, DisciplineSide::Administrative];

/// Whether a decision bears on the class of its year; their places are the numbers filters keep.
pub const BEARS: [bool; 2] = [true, false];

impl DisciplineRow {
    /// Whether it sets the class of its year.
    #[must_use]
    pub const fn bears(&self) -> bool {
        matches!(self.consequence, Consequence::SetsClass { .. })
    }
}

/// What a decision holds in the column at a place among [`COLUMNS`]; of others on the same act the
/// first one's number.
#[must_use]
pub fn value(row: &DisciplineRow, column: usize) -> Value<'_> {
    let record = &row.record;
    let truth = |truth: bool| Value::Choice(u16::from(!truth), 0);
    match COLUMNS.get(column).map(|column| column.key) {
        Some("official") => Value::text(&row.name),
        Some("form") => written(row.form.as_ref().map(|form| form.vi.as_str())),
        Some("side") => Value::Choice(record.side as u16, 0),
        Some("act") => Value::text(&record.act),
        Some("act_on") => Value::day(record.act_on),
        Some("decision") => written(record.decision.as_deref()),
        Some("effective") => Value::Day(record.effective),
        Some("duty") => truth(record.duty_related),
        Some("used") => record.already_used_in.map_or(Value::Empty, |year| {
            Value::Number(i64::from(year) * crate::domain::Decimal::SCALE)
        }),
        Some("same_act") => {
            let first = row.same_act.first();
            written(first.and_then(|(number, _)| number.as_deref()))
        }
        Some("consequence") => truth(row.bears()),
        _ => Value::Empty,
    }
}

fn written(text: Option<&str>) -> Value<'_> {
    Value::text(text.unwrap_or_default())
}

/// The forms of a side that exist on a day, mildest first, by key.
#[must_use]
pub fn forms(side: DisciplineSide, day: Day) -> Vec<(String, Wording)> {
    let forms = law().discipline_forms_on(side, day).into_iter();
    forms
        .map(|form| (form.form.clone(), form.basis.name.clone()))
        .collect()
}

/// The other decisions about the same person, as number or day.
#[must_use]
pub fn others(
    model: &Model,
    official: OfficialId,
    id: Option<DisciplineId>,
) -> Vec<(DisciplineId, Discipline)> {
    let all = model.book.disciplines.of(official);
    all.filter(|(other, _)| Some(*other) != id)
        .map(|(other, record)| (other, record.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn model() -> Model {
        let today = Day::from_ymd_opt(2026, 11, 22).expect("a day");
        let mut model = Model::default();
        let operation = sample::agency(sample::SEED, 45, 3, today);
        model.book.apply(&operation).expect("the sample");
        model.now.today = today;
        model
    }

    fn changed(change: impl Fn(&mut Discipline)) -> Consequence {
        let mut model = model();
        let (id, mut record) = {
            let row = list(&model).remove(0);
            (row.id, row.record)
        };
        change(&mut record);
        let key = crate::ledger::Key::Discipline(id);
        assert!(model.book.put(key, Some(record.into())));
        list(&model).remove(0).consequence
    }

    #[test]
    fn a_duty_violation_sets_the_class_of_its_year() {
        let Consequence::SetsClass {
            year,
            class,
            citations,
        } = changed(|_| ())
        else {
            panic!("the sample's case counts");
        };
        assert_eq!((year, class), (2026, Class::NotCompleted));
        assert_eq!(citations[0].0.article, Some(20));
    }

    #[test]
    fn what_is_not_about_duty_does_not_count() {
        let answer = changed(|record| record.duty_related = false);
        assert_eq!(answer, Consequence::NotCounted(NotCounted::NotDutyRelated));
    }

    #[test]
    fn a_year_before_the_decree_is_not_computed() {
        let answer = changed(|record| {
            record.effective = Day::from_ymd_opt(2024, 5, 20).expect("a day");
        });
        assert_eq!(answer, Consequence::NotComputed(2024));
    }

    #[test]
    fn old_and_new_forms_are_offered_in_their_time() {
        let day = |year, month| Day::from_ymd_opt(year, month, 1).expect("a day");
        let keys = |day| -> Vec<String> {
            let forms = forms(DisciplineSide::Administrative, day);
            forms.into_iter().map(|(key, _)| key).collect()
        };
        assert!(keys(day(2025, 6)).contains(&"ha-bac-luong".to_owned()));
        assert!(!keys(day(2025, 7)).contains(&"ha-bac-luong".to_owned()));
    }

    #[test]
    fn a_conclusion_for_leaders_does_not_count_for_others() {
        let mut model = model();
        let year = Period::Year(2026);
        let officials: Vec<OfficialId> = model.book.officials.iter().map(|(id, _)| id).collect();
        let leads = |model: &Model, id: OfficialId| {
            let role = model.book.role_in(id, year);
            role.is_some_and(Role::leads)
        };
        let mut conclude = |official: OfficialId| {
            let record = GateConclusion {
                official,
                gate: Gate::UnitCorruption,
                year: 2026,
                authority: "Thanh tra".to_owned(),
                document: "01/KL".to_owned(),
                on: model.now.today,
            };
            let key = crate::ledger::Key::GateConclusion(ConclusionId(1));
            assert!(model.book.put(key, Some(record.into())));
            let led = leads(&model, official);
            (led, conclusions(&model).remove(0).consequence)
        };
        for official in officials {
            let (led, answer) = conclude(official);
            assert_eq!(answer != Consequence::LeadersOnly, led);
        }
        assert_eq!(gates(2026).len(), 4);
    }
}
