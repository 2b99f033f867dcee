//! A preview of other tariffs or readings names exactly those whose results differ once it is
//! taken: scores and classes, and the points of the directive's scorecard.

use std::collections::{BTreeMap, BTreeSet};

use congtam::app::view::conduct::{ConductSpan, Whose};
use congtam::app::view::impact::{ChangedPoints, ImpactRun, ImpactStep, ImpactView};
use congtam::app::view::{local_rules, readings};
use congtam::app::workflow::local_rules::{FormKind, TypedSet, remove, save, shipped};
use congtam::app::workflow::reading::{NewChoice, choose};
use congtam::app::{Model, Operation};
use congtam::domain::{Classification, Day, Decimal, Exact, Month, OfficialId, Period, Span};
use congtam::engine::Scores;
use congtam::engine::scorecard::{Facts, scorecard};
use congtam::rules::Rules;
use congtam::sample;

fn rules() -> &'static Rules {
    Rules::shipped_ref().unwrap()
}

/// The sample agency without local rules of its own.
fn model() -> Model {
    let today = Day::from_ymd_opt(2026, 11, 20).unwrap();
    let mut model = Model::default();
    let operation = sample::agency(sample::SEED, 24, 2, today);
    model.book.apply(&operation).unwrap();
    model.scores = Scores::full(&model.book, rules());
    model.now.today = today;
    model.month = Month::new(2026, 10).ok();
    let own: Vec<_> = model.book.local_rules.iter().map(|(id, _)| id).collect();
    for id in own {
        let removed = remove(&model.book, id).unwrap();
        model = taken(&model, &removed);
    }
    model
}

fn taken(before: &Model, operation: &Operation) -> Model {
    let mut after = Model {
        scores: before.scores.clone(),
        book: before.book.clone(),
        now: before.now,
        month: before.month,
        ..Model::default()
    };
    after.book.apply(operation).unwrap();
    after.scores.update(&after.book, rules(), operation);
    after
}

fn done(mut run: ImpactRun, model: &Model) -> ImpactView {
    loop {
        match run.step(model) {
            ImpactStep::Working(percent) => assert!(percent < 100),
            ImpactStep::Ready(found) => return found,
            ImpactStep::Stale => panic!("nothing changed meanwhile"),
        }
    }
}

type Digits = Vec<Option<(Exact, Decimal)>>;

/// The points of everybody's scorecard in every period of the year that has begun.
fn points(model: &Model) -> BTreeMap<(Whose, Period), Digits> {
    let book = &model.book;
    let units = book.units.iter().map(|(unit, _)| Whose::Unit(unit));
    let people = book.officials.iter().map(|(id, _)| Whose::Official(id));
    let all: Vec<Whose> = std::iter::once(Whose::Agency)
        .chain(units)
        .chain(people)
        .collect();
    let whole = ConductSpan::Period(Period::Year(2026)).days();
    let gathered = Span {
        from: Day::from_ymd_opt(2025, 1, 1).unwrap(),
        ..whole
    };
    let facts = Facts::gather(book, rules(), gathered, model.now.today);
    let year = 2026;
    let months = Month::all_of(year).map(Period::Month);
    let quarters = (1..=4).map(|number| Period::Quarter { year, number });
    let halves = (1..=2).map(|number| Period::HalfYear { year, number });
    let periods = months
        .chain(quarters)
        .chain(halves)
        .chain([Period::Year(year)]);
    let mut found = BTreeMap::new();
    for period in periods.filter(|period| period.first_day() <= model.now.today) {
        for whose in &all {
            let span = ConductSpan::Period(period).days();
            let card = scorecard(book, rules(), &facts, *whose, span);
            let digits = card.criteria.iter().map(|card| {
                let points = card.points.as_ref();
                points.map(|points| (points.earned.clone(), points.max))
            });
            found.insert((*whose, period), digits.collect());
        }
    }
    found
}

type Year = (Option<Exact>, Classification);

/// Totals of periods, and mean and class of the year, of everybody.
fn scores(model: &Model) -> BTreeMap<OfficialId, (Vec<Option<Exact>>, Option<Year>)> {
    let all = model.book.officials.iter();
    let own = |official| {
        let periods = model.scores.periods().into_iter();
        let totals = periods.map(|period| {
            let score = model.scores.score(official, period);
            score.and_then(|score| score.total.clone())
        });
        let year = model.scores.year(official, 2026);
        (
            totals.collect(),
            year.map(|year| (year.mean.clone(), year.computed)),
        )
    };
    all.map(|(official, _)| (official, own(official))).collect()
}

fn differing<K: Ord + Copy, V: PartialEq>(
    old: &BTreeMap<K, V>,
    new: &BTreeMap<K, V>,
) -> BTreeSet<K> {
    assert!(old.keys().eq(new.keys()));
    let keys = old.keys().copied();
    keys.filter(|key| old[key] != new[key]).collect()
}

/// Everything that can differ, counted once.
struct State {
    model: Model,
    scores: BTreeMap<OfficialId, (Vec<Option<Exact>>, Option<Year>)>,
    points: BTreeMap<(Whose, Period), Digits>,
}

impl State {
    fn of(model: Model) -> Self {
        Self {
            scores: scores(&model),
            points: points(&model),
            model,
        }
    }

    fn after(&self, operation: &Operation) -> Self {
        Self::of(taken(&self.model, operation))
    }
}

/// The preview names exactly those who differ, with what they had and will have.
fn agrees(before: &State, shown: &ImpactView, after: &State) {
    let listed: BTreeSet<OfficialId> = shown.people.iter().map(|one| one.official).collect();
    assert_eq!(listed, differing(&before.scores, &after.scores));
    let differ = differing(&before.points, &after.points);
    let expected: BTreeSet<Whose> = differ.iter().map(|(whose, _)| *whose).collect();
    let listed: Vec<Whose> = shown.points.iter().map(|one| one.whose).collect();
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(listed.len(), expected.len(), "nobody is named twice");
    let sum = |digits: &Digits| {
        let measured = digits.iter().flatten();
        measured.fold((Exact::zero(), Exact::zero()), |sum, (earned, max)| {
            (sum.0.plus(earned), sum.1.plus(&max.exact()))
        })
    };
    for one in &shown.points {
        let own = differ.iter().filter(|(whose, _)| *whose == one.whose);
        assert_eq!(one.periods, own.count(), "{:?}", one.name);
        let key = (one.whose, one.period);
        assert!(differ.contains(&key));
        assert_eq!(one.before, sum(&before.points[&key]));
        assert_eq!(one.after, sum(&after.points[&key]));
    }
}

/// The confirmed results of a book.
fn frozen(model: &Model) -> BTreeMap<(OfficialId, Period), Option<Exact>> {
    let confirmed = model.book.confirmations.iter();
    let open = confirmed.filter(|(_, it)| it.unlocked.is_none());
    open.map(|((official, period), _)| {
        let score = model.scores.score(official, period);
        let total = score.and_then(|score| score.total.clone());
        ((official, period), total)
    })
    .collect()
}

/// What is shown of confirmed periods stays to the last digit, points of the scorecard included.
fn keeps(before: &State, after: &State) {
    let kept = frozen(&before.model);
    assert!(!kept.is_empty(), "the sample has confirmed periods");
    assert_eq!(kept, frozen(&after.model));
    for (official, period) in kept.keys() {
        let key = (Whose::Official(*official), *period);
        let (old, new) = (before.points.get(&key), after.points.get(&key));
        assert_eq!(old, new, "{official:?} {period}");
    }
}

/// A new set from the first of September that weighs lateness and completion otherwise.
fn set(model: &Model) -> TypedSet {
    let mut set = TypedSet {
        title: "Biểu điểm mẫu".to_owned(),
        issuer: "UBND tỉnh Mẫu".to_owned(),
        decision: "99/QĐ-UBND".to_owned(),
        from: "01/09/2026".to_owned(),
        ..shipped(model)
    };
    for tariff in &mut set.tariffs {
        match tariff.criterion.as_str() {
            "CT.1" => {
                tariff.own = true;
                "12".clone_into(&mut tariff.max);
                tariff.form = FormKind::Share;
            }
            "CT.2" => {
                tariff.own = true;
                tariff.form = FormKind::PerEvent;
                "3".clone_into(&mut tariff.per_event);
            }
            _ => {}
        }
    }
    set
}

#[test]
fn a_changed_tariff_names_exactly_whose_points_change() {
    let before = State::of(model());
    let operation = save(&before.model, None, &set(&before.model))
        .unwrap()
        .operation;
    let shown = done(
        local_rules::impact_of(&before.model, &operation),
        &before.model,
    );
    assert_eq!(shown.people, [], "a tariff proposes: no score moves by it");
    assert!(shown.points.len() > 20);
    let after = before.after(&operation);
    agrees(&before, &shown, &after);
    keeps(&before, &after);
    // What ended before the set began is as it was.
    let august = Period::parse("2026-08").unwrap().last_day();
    for (key, digits) in &before.points {
        if key.1.last_day() <= august {
            assert_eq!(Some(digits), after.points.get(key), "{key:?}");
        }
    }
}

#[test]
fn a_tariff_that_moves_few_names_few() {
    let before = State::of(model());
    let mut set = set(&before.model);
    for tariff in &mut set.tariffs {
        tariff.own = tariff.criterion == "CT.3";
        tariff.form = FormKind::PerEvent;
        "3".clone_into(&mut tariff.per_event);
    }
    "01/10/2026".clone_into(&mut set.from);
    "31/10/2026".clone_into(&mut set.to);
    let operation = save(&before.model, None, &set).unwrap().operation;
    let shown = done(
        local_rules::impact_of(&before.model, &operation),
        &before.model,
    );
    let people = |one: &&ChangedPoints| matches!(one.whose, Whose::Official(_));
    let count = shown.points.iter().filter(people).count();
    let all = before.model.book.officials.iter().count();
    assert!(count > 0 && count < all, "{count} of {all}");
    agrees(&before, &shown, &before.after(&operation));
}

#[test]
fn a_changed_reading_names_exactly_whose_scores_and_points_change() {
    let before = State::of(model());
    for (reading, option) in [("R1", "per_day"), ("R8", "also_late"), ("R3", "keep")] {
        let new = NewChoice {
            reading: reading.to_owned(),
            option: option.to_owned(),
            from: "01/01/2026".to_owned(),
            ground: "Quy chế mẫu".to_owned(),
            issuer: String::new(),
        };
        let shown = done(
            readings::impact_of(&before.model, &new).unwrap(),
            &before.model,
        );
        let after = before.after(&choose(&before.model, &new).unwrap());
        agrees(&before, &shown, &after);
        keeps(&before, &after);
        assert_eq!(shown.points.is_empty(), reading == "R3", "{reading}");
    }
}
