//! Points by tariff, trends, decisions, and who meets a documented condition.

use crate::domain::{Confirmation, Month, Period};

use super::*;

fn decision(class: Class, proposal: Option<&str>, replaces: Option<u32>) -> YearDecision {
    YearDecision {
        official: STAFF,
        year: 2025,
        own_class: None,
        class: Some(class),
        reason: None,
        number: None,
        on: Some(day(3, 12)),
        proposal: proposal.map(str::to_owned),
        replaces: replaces.map(DecisionId),
        petition: None,
    }
}

#[test]
fn decisions_in_force_count_with_what_follows_from_them() {
    let mut book = book();
    let all = [
        decision(Class::NotCompleted, None, None),
        decision(Class::Completed, Some("bồi dưỡng"), Some(1)),
        decision(Class::NotCompleted, None, None),
    ];
    for (id, decision) in (1..).zip(all) {
        put(&mut book, Key::Decision(DecisionId(id)), decision);
    }
    assert_eq!(card(&book, Whose::Agency, "CT.15").figure, share(1, 2));
    let facts = Facts::gather(&book, rules(), march(), day(4, 15));
    let scores = Scores::full(&book, rules());
    let rows = personnel(&book, rules(), &scores, &facts, Whose::Agency, march());
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].official, rows[0].met.len()), (STAFF, 1));
    assert_eq!(rows[0].met[0].count, 1);
}

#[test]
fn repeated_lateness_is_listed_from_the_threshold_of_the_rules_on() {
    let mut book = book();
    tasks(
        &mut book,
        [late(STAFF), late(STAFF), late(STAFF), late(OTHER)],
    );
    let facts = Facts::gather(&book, rules(), march(), day(4, 15));
    let scores = Scores::full(&book, rules());
    let rows = personnel(&book, rules(), &scores, &facts, Whose::Agency, march());
    let listed: Vec<_> = rows.iter().map(|row| row.official).collect();
    assert_eq!(listed, [STAFF]);
    assert_eq!(rows[0].met[0].evidence.len(), 3);
}

fn local(form: TariffForm) -> LocalRules {
    LocalRules {
        title: "Bộ tiêu chí".to_owned(),
        issuer: "UBND".to_owned(),
        decision: "1/QĐ".to_owned(),
        span: Span {
            from: day(3, 31),
            to: None,
        },
        lines: Vec::new(),
        tariffs: vec![LocalTariff {
            criterion: "CT.2".to_owned(),
            max: Decimal::from_whole(6),
            form,
            proposed: Decimal::parse("0.5").ok(),
        }],
        conclusions: Vec::new(),
    }
}

#[test]
fn a_local_tariff_in_force_on_the_last_day_takes_the_place_of_the_proposal() {
    let band = |from: i32, below: Option<i32>, points: i32| TariffBand {
        from: Decimal::from_whole(from),
        below: below.map(Decimal::from_whole),
        points: Decimal::from_whole(points),
    };
    let bands = vec![band(0, Some(1), 6), band(1, Some(3), 3), band(3, None, 0)];
    for (form, expected) in [
        (TariffForm::Bands(bands), Some(Exact::whole(3))),
        (
            TariffForm::PerEvent(Decimal::from_whole(4)),
            Some(Exact::zero()),
        ),
        (TariffForm::Share, None),
    ] {
        let mut book = book();
        tasks(&mut book, [late(STAFF), late(STAFF), task(STAFF)]);
        put(&mut book, Key::LocalRules(LocalRulesId(1)), local(form));
        let card = card(&book, ME, "CT.2");
        let misfit = card.findings.contains(&CardFinding::TariffDoesNotFit);
        assert_eq!(misfit, expected.is_none());
        let earned = card.points.as_ref().map(|points| points.earned.clone());
        assert_eq!(earned, expected);
        if let Some(points) = card.points {
            assert!(matches!(points.source, TariffSource::Local { .. }));
        }
    }
}

#[test]
fn the_points_of_a_unit_are_the_mean_of_those_of_its_people() {
    let mut book = book();
    tasks(
        &mut book,
        [late(STAFF), late(STAFF), task(OTHER), task(HEAD)],
    );
    let points = card(&book, Whose::Unit(OFFICE), "CT.2").points;
    let points = points.expect("measured");
    assert_eq!(points.earned, Exact::ratio(26, 3));
    assert_eq!(points.mean_of, Some(3));
}

#[test]
fn a_trend_goes_over_the_months_of_the_span() {
    let of = |from, to| {
        let spans = trend_spans(Span { from, to: Some(to) });
        (spans.len(), spans[0].from, spans[spans.len() - 1].to)
    };
    assert_eq!(of(day(3, 1), day(3, 31)).0, 6);
    assert_eq!(
        of(day(1, 15), day(3, 10)),
        (3, day(1, 15), Some(day(3, 10)))
    );
    assert_eq!(of(day(1, 1), day(12, 31)).0, 12);
}

#[test]
fn a_set_dated_back_moves_no_closed_month_of_units_and_of_the_agency() {
    let mut book = book();
    tasks(&mut book, [late(STAFF), task(OTHER)]);
    let march = Period::Month(Month::of(day(3, 1)));
    let confirmation = Confirmation {
        version: 1,
        on: day(4, 2),
        by: "Chủ tịch".to_owned(),
        total: Exact::whole(80),
        general: Exact::whole(25),
        result: Exact::one(),
        class: Class::Good,
        readings: Vec::new(),
        unlocked: None,
    };
    let key = Key::Confirmation(STAFF, march);
    put(&mut book, key, confirmation.clone());
    let set = local(TariffForm::PerEvent(Decimal::from_whole(4)));
    put(&mut book, Key::LocalRules(LocalRulesId(1)), set);
    let most = |book: &Book, whose| card(book, whose, "CT.2").points.expect("measured").max;
    let [ten, six] = [10, 6].map(Decimal::from_whole);
    for closed in [Whose::Agency, Whose::Unit(OFFICE), ME] {
        assert_eq!(most(&book, closed), ten, "{closed:?}");
    }
    assert_eq!(most(&book, Whose::Official(OTHER)), six, "not confirmed");

    // Whoever is confirmed later under the set does not open what the first one closed.
    let later = Confirmation {
        on: day(4, 9),
        readings: vec![("local".to_owned(), "1/QĐ, UBND".to_owned())],
        ..confirmation.clone()
    };
    put(&mut book, Key::Confirmation(HEAD, march), later);
    assert_eq!(most(&book, Whose::Agency), ten);
    let unlocked = Confirmation {
        unlocked: Some((day(4, 10), "sai số liệu".to_owned())),
        ..confirmation
    };
    put(&mut book, key, unlocked);
    assert_eq!(most(&book, Whose::Agency), six);
}
