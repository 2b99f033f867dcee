//! The rules' data: complete in time, and each figure where the law puts it.

mod calendar;
mod faults;
mod words;

use chrono::{Datelike, NaiveDate};
use congtam::domain::{Class, DisciplineSide, Exact, Gate, Grade, LineId, ReadingChoice, Span};
use congtam::rules::{LateUnit, OptionEffect, PrincipleId, ReadingFinding, ReadingId, Rules};

fn rules() -> &'static Rules {
    Rules::shipped_ref().expect("the shipped data are without fault")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn every_day_of_2026_and_2027() -> impl Iterator<Item = NaiveDate> {
    day("2026-01-01")
        .iter_days()
        .take_while(|day| day.year() <= 2027)
}

#[test]
fn every_day_of_2026_and_2027_has_exactly_one_rule_set() {
    for day in every_day_of_2026_and_2027() {
        let sets = rules().in_force();
        let found = sets.iter().filter(|set| set.span.contains(day)).count();
        assert_eq!(found, 1, "{day}");
        assert!(rules().on(day).is_ok(), "{day}");
        let governing = rules().rule_sets.iter();
        let governing = governing.filter(|set| set.basis.span.contains(day)).count();
        assert_eq!(governing, 1, "{day}");
    }
}

#[test]
fn every_day_has_one_default_for_every_reading() {
    for day in every_day_of_2026_and_2027() {
        let in_force = rules().on(day).expect("rules");
        assert_eq!(in_force.readings.len(), ReadingId::ALL.len());
        for reading in &in_force.readings {
            let defaults = reading.options.iter().filter(|option| option.default);
            assert_eq!(defaults.count(), 1, "{day} {:?}", reading.id);
        }
    }
}

#[test]
fn no_two_entries_with_one_key_share_a_day() {
    let register = rules().register();
    for (place, one) in register.iter().enumerate() {
        for other in &register[place + 1..] {
            if one.basis.key == other.basis.key {
                let (a, b) = (one.basis.span, other.basis.span);
                assert!(!a.overlaps(&b), "{}", one.basis.key);
            }
        }
    }
}

#[test]
fn every_entry_cites_a_listed_instrument_and_says_when_it_was_verified() {
    assert!(rules().register().len() > 150);
    for rule in rules().register() {
        let basis = &rule.basis;
        assert!(!basis.citations.is_empty(), "{}", basis.key);
        for citation in &basis.citations {
            assert!(rules().cited(citation).is_some(), "{}", basis.key);
        }
        assert!(basis.verified_on >= day("2026-01-01"), "{}", basis.key);
        assert!(!basis.name.vi.is_empty() && !basis.name.en.is_empty());
    }
}

#[test]
fn what_is_called_mandatory_rests_on_an_instrument_in_force() {
    for rule in rules().register() {
        let basis = &rule.basis;
        if basis.grade == Grade::Mandatory {
            let foreign = basis.citations.iter().all(|citation| {
                matches!(
                    citation.instrument.as_str(),
                    "cong-tam" | "so-tay" | "ct-01-thanh-hoa"
                )
            });
            assert!(!foreign, "{} is not mandatory", basis.key);
        }
    }
}

#[test]
fn tariffs_are_never_mandatory() {
    for tariff in &rules().complaint.tariffs {
        assert!(matches!(tariff.basis.grade, Grade::Local | Grade::Proposal));
    }
    for criterion in &rules().directive {
        let grade = criterion.tariff.basis.grade;
        assert!(matches!(grade, Grade::Local | Grade::Proposal));
        assert_eq!(criterion.basis.grade, Grade::Local);
    }
}

#[test]
fn thirty_and_seventy_make_a_hundred() {
    let in_force = rules().for_year(2026).expect("rules");
    let lines = in_force.lines().map(|line| line.max.exact());
    let general = lines.fold(Exact::zero(), |sum, max| sum.plus(&max));
    assert_eq!(general, in_force.general_points.exact());
    assert_eq!(general, Exact::whole(30));
    assert_eq!(in_force.task.points.exact(), Exact::whole(70));
    assert_eq!(in_force.lines().count(), 10);
    let third = LineId::parse("II.3").expect("a line");
    assert!(in_force.line(third).is_some());
}

#[test]
fn classes_change_exactly_at_their_thresholds() {
    let class = &rules().for_year(2026).expect("rules").class;
    let of = |text: &str| class.class_of(&Exact::parse(text).expect("a number"));
    assert_eq!(of("90"), Class::Excellent);
    assert_eq!(of("8999999/100000"), Class::Good);
    assert_eq!(of("70"), Class::Good);
    assert_eq!(of("209/3"), Class::Completed);
    assert_eq!(of("50"), Class::Completed);
    assert_eq!(of("499999999/10000000"), Class::NotCompleted);
    assert_eq!(of("0"), Class::NotCompleted);
}

#[test]
fn gates_set_the_lowest_class_and_corruption_concerns_leaders_only() {
    let class = &rules().for_year(2026).expect("rules").class;
    for gate in &class.gates {
        assert_eq!(gate.class, Class::NotCompleted);
        assert_eq!(gate.leaders_only, gate.gate == Gate::UnitCorruption);
    }
    assert_eq!(class.cap.share(), Exact::ratio(1, 5));
    assert_eq!(class.raised_cap.share(), Exact::ratio(1, 4));
    assert_eq!(class.minimum_months.value, 6);
}

#[test]
fn task_results_are_means_of_three_and_of_six() {
    let task = &rules().for_year(2026).expect("rules").task;
    let symbols = |formula: &congtam::rules::Formula| {
        let all = formula.components.iter().map(|c| c.symbol.clone());
        all.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(symbols(&task.staff), "a b c");
    assert_eq!(symbols(&task.leader), "a b c d đ e");
    assert_eq!(symbols(&task.support), "a b c");
    assert_eq!(task.failure_deduction.share(), Exact::ratio(1, 4));
    assert_eq!(task.late_deduction.share(), Exact::ratio(1, 4));
    assert_eq!(task.leadership_ratio(true), Exact::one());
    assert_eq!(task.leadership_ratio(false), Exact::ratio(1, 2));
    assert_eq!(task.unit_result_class.value, Class::Completed);
}

#[test]
fn a_year_before_2026_is_not_computed_and_says_which_decree_governs_it() {
    for year in [2021, 2023, 2025] {
        let refused = rules().for_year(year).expect_err("not computed");
        assert_eq!(refused.instrument.as_deref(), Some("nd-90-2020"), "{year}");
    }
    let refused = rules().for_year(2019).expect_err("not computed");
    assert_eq!(refused.instrument, None);
    assert!(rules().on(day("2025-12-31")).is_err());
}

#[test]
fn every_principle_has_its_basis() {
    let in_force = rules().for_year(2026).expect("rules");
    for id in PrincipleId::ALL {
        assert_eq!(in_force.principle(*id).key, id.key());
    }
}

#[test]
fn forms_of_discipline_changed_on_1_july_2025() {
    let side = DisciplineSide::Administrative;
    let forms = |text: &str| {
        let forms = rules().discipline_forms_on(side, day(text));
        let keys = forms.iter().map(|form| form.form.as_str());
        keys.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        forms("2025-06-30"),
        "khien-trach canh-cao ha-bac-luong giang-chuc cach-chuc buoc-thoi-viec"
    );
    assert_eq!(
        forms("2025-07-01"),
        "khien-trach canh-cao cach-chuc buoc-thoi-viec"
    );
    let party = rules().discipline_forms_on(DisciplineSide::Party, day("2026-05-01"));
    assert_eq!(party.len(), 4);
}

#[test]
fn the_directive_has_fifteen_criteria_that_feed_known_lines() {
    let in_force = rules().for_year(2026).expect("rules");
    assert_eq!(rules().directive.len(), 15);
    for (place, criterion) in rules().directive.iter().enumerate() {
        assert_eq!(criterion.basis.key, format!("CT.{}", place + 1));
        for feed in &criterion.feeds {
            if let congtam::rules::DirectiveFeed::Line(line) = feed {
                assert!(in_force.line(*line).is_some(), "{}", criterion.basis.key);
            }
        }
    }
    assert!(rules().directive_criterion("CT.9").is_some());
}

#[test]
fn an_agencys_choice_replaces_the_default_on_its_days_only() {
    let in_force = rules().for_year(2026).expect("rules");
    let choice = |reading: &str, option: &str, from: &str, to: Option<&str>| ReadingChoice {
        reading: reading.to_owned(),
        option: option.to_owned(),
        span: Span {
            from: day(from),
            to: to.map(day),
        },
        issuer: None,
        document: None,
    };
    let choices = [
        choice("R1", "per_day", "2026-03-01", Some("2026-06-30")),
        choice("R1", "slabs:3=10;*=50", "2026-05-01", None),
        choice("R2", "no such option", "2026-01-01", None),
        choice("R99", "keep", "2026-01-01", None),
    ];
    let late = |on: &str| in_force.choose(&choices, day(on)).0.late_unit();
    assert_eq!(late("2026-02-28"), LateUnit::PerOccurrence);
    assert_eq!(late("2026-03-01"), LateUnit::PerDay);
    let LateUnit::Slabs(slabs) = late("2026-05-01") else {
        panic!("the later choice counts");
    };
    assert_eq!(slabs.deduction(4).to_string(), "50");
    let (_, findings) = in_force.choose(&choices, day("2026-05-01"));
    assert_eq!(findings.len(), 2);
    let unknown = ReadingFinding::UnknownReading {
        reading: "R99".to_owned(),
    };
    assert!(findings.contains(&unknown));
}

#[test]
fn options_carry_the_keys_that_worked_cases_use() {
    let in_force = rules().for_year(2026).expect("rules");
    for (id, keys) in [
        (
            ReadingId::R1,
            "per_occurrence per_day per_working_day slabs",
        ),
        (ReadingId::R2, "assigned completed"),
        (ReadingId::R3, "keep cap_each cap_result"),
        (ReadingId::R4, "floor"),
        (ReadingId::R5, "final_good original_good good_and_above"),
        (ReadingId::R6, "down nearest at_least_one"),
        (ReadingId::R7, "left_out asks"),
        (ReadingId::R8, "quantity_only also_late"),
        (ReadingId::R9, "deadline_month by_shares"),
        (ReadingId::R10, "1 2 3"),
        (ReadingId::R11, "quarter_each_month one_row"),
    ] {
        let options = &in_force.reading(id).options;
        let found: Vec<&str> = options.iter().map(|option| option.key.as_str()).collect();
        assert_eq!(found.join(" "), keys);
    }
    let decimals = &in_force.reading(ReadingId::R10).default_option().effect;
    assert_eq!(*decimals, OptionEffect::Decimals(2));
}
