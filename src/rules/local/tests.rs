//! Sets with one fault each, and with several at once.

use super::*;
use crate::domain::{LocalLine, Span};

fn rules() -> &'static Rules {
    Rules::shipped_ref().expect("the shipped rules")
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn points(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

fn line(text: &str) -> LineId {
    LineId::parse(text).expect("a line")
}

/// The decree's form as a set, with an event tariff, a share tariff and both conclusions.
fn set() -> LocalRules {
    let law = rules().in_force().last().expect("some rules");
    let tariff = |criterion: &str, form| LocalTariff {
        criterion: criterion.to_owned(),
        max: points("10"),
        form,
        proposed: None,
    };
    LocalRules {
        title: "Bộ tiêu chí mẫu".to_owned(),
        issuer: "Ủy ban nhân dân tỉnh Mẫu".to_owned(),
        decision: "01/QĐ-UBND".to_owned(),
        span: Span {
            from: day("2026-07-01"),
            to: None,
        },
        lines: law
            .lines()
            .map(|line| LocalLine {
                line: line.id,
                wording: line.basis.name.vi.clone(),
                max: line.max,
            })
            .collect(),
        tariffs: vec![
            tariff("CT.1", TariffForm::Share),
            tariff("CT.2", TariffForm::PerEvent(points("2"))),
        ],
        conclusions: vec![
            (Conclusion::Substantiated, points("1")),
            (Conclusion::PartlySubstantiated, points("0.5")),
        ],
    }
}

fn faults(set: &LocalRules) -> Vec<LocalFault> {
    check_local(set, &[], rules())
}

fn with_bands(bands: &[(&str, Option<&str>, &str)]) -> Vec<LocalFault> {
    let mut set = set();
    let band = |(from, below, worth): &(&str, Option<&str>, &str)| TariffBand {
        from: points(from),
        below: below.map(points),
        points: points(worth),
    };
    set.tariffs[1].form = TariffForm::Bands(bands.iter().map(band).collect());
    faults(&set)
}

#[test]
fn the_decrees_own_form_has_no_fault() {
    assert_eq!(faults(&set()), []);
    let only_tariffs = LocalRules {
        lines: Vec::new(),
        ..set()
    };
    assert_eq!(faults(&only_tariffs), []);
}

#[test]
fn a_set_of_twenty_nine_and_a_half_points_is_refused_with_the_sum_and_the_place() {
    let mut set = set();
    let at = set.lines.iter().position(|own| own.line == line("II.3"));
    set.lines[at.expect("II.3")].max = points("2");
    let section = LocalFault::SectionSum {
        section: 2,
        sum: points("9.5"),
        wanted: points("10"),
    };
    let total = LocalFault::TotalSum {
        sum: points("29.5"),
        wanted: points("30"),
    };
    assert_eq!(faults(&set), [section, total]);
}

#[test]
fn points_moved_from_section_to_section_are_refused_though_they_sum_to_thirty() {
    let mut set = set();
    set.lines[0].max = points("4");
    let last = set.lines.len() - 1;
    set.lines[last].max = points("3.5");
    let found = faults(&set);
    let sections = found
        .iter()
        .filter(|fault| matches!(fault, LocalFault::SectionSum { .. }));
    assert_eq!(sections.count(), 2);
    assert_eq!(found.len(), 2);
}

#[test]
fn every_line_of_the_form_stands_once() {
    let mut set = set();
    set.lines[1].line = line("I.1");
    set.lines[9].line = line("IV.1");
    let found = faults(&set);
    for fault in [
        LocalFault::LineRepeated { line: line("I.1") },
        LocalFault::LineUnknown { line: line("IV.1") },
        LocalFault::LineMissing { line: line("I.2") },
        LocalFault::LineMissing {
            line: line("III.4"),
        },
    ] {
        assert!(found.contains(&fault), "{fault:?} in {found:?}");
    }
}

#[test]
fn a_line_needs_words_and_points() {
    let mut set = set();
    set.lines[0].wording = " ".to_owned();
    set.lines[0].max = points("0");
    set.lines[1].max = points("10");
    let wanted = [
        LocalFault::WordingMissing { line: line("I.1") },
        LocalFault::LineWithoutPoints { line: line("I.1") },
    ];
    assert_eq!(faults(&set), wanted);
}

#[test]
fn bands_go_from_zero_on_without_gap_or_overlap_and_stay_open() {
    let criterion = || "CT.2".to_owned();
    assert_eq!(with_bands(&[("0", Some("3"), "10"), ("3", None, "0")]), []);
    let gap = LocalFault::BandGap {
        criterion: criterion(),
        from: points("3"),
        to: points("4"),
    };
    assert_eq!(
        with_bands(&[("0", Some("3"), "10"), ("4", None, "0")]),
        [gap]
    );
    let overlap = LocalFault::BandOverlap {
        criterion: criterion(),
        from: points("2"),
    };
    let found = with_bands(&[("0", Some("3"), "10"), ("2", None, "0")]);
    assert_eq!(found, [overlap]);
    let wrong = with_bands(&[("1", Some("1"), "11"), ("1", Some("5"), "0")]);
    let wanted = [
        LocalFault::BandsBegin {
            criterion: criterion(),
            from: points("1"),
        },
        LocalFault::BandReversed {
            criterion: criterion(),
            from: points("1"),
            below: points("1"),
        },
        LocalFault::BandPoints {
            criterion: criterion(),
            points: points("11"),
            max: points("10"),
        },
        LocalFault::BandsEnd {
            criterion: criterion(),
            below: points("5"),
        },
    ];
    assert_eq!(wrong, wanted);
    let none = with_bands(&[]);
    assert_eq!(
        none,
        [LocalFault::NoBand {
            criterion: criterion()
        }]
    );
}

#[test]
fn points_per_event_lie_between_zero_and_the_most_and_suit_the_measure() {
    let mut set = set();
    set.tariffs[0].form = TariffForm::PerEvent(points("11"));
    set.tariffs[1].form = TariffForm::PerEvent(Decimal::ZERO);
    let wanted = [
        LocalFault::FormUnfit {
            criterion: "CT.1".to_owned(),
        },
        LocalFault::EventAboveMost {
            criterion: "CT.1".to_owned(),
            points: points("11"),
            max: points("10"),
        },
        LocalFault::EventWithoutPoints {
            criterion: "CT.2".to_owned(),
        },
    ];
    assert_eq!(faults(&set), wanted);
}

#[test]
fn a_tariff_that_could_take_a_line_below_zero_is_refused() {
    let mut set = set();
    set.tariffs[0].criterion = "CT.9".to_owned();
    set.tariffs[0].form = TariffForm::PerEvent(points("2"));
    set.tariffs[0].proposed = Some(points("3"));
    set.conclusions[0].1 = points("2.6");
    let wanted = [
        // CT.9 feeds I.1 with 5 points and II.4 with 2,5.
        LocalFault::ProposedBelowZero {
            criterion: "CT.9".to_owned(),
            points: points("3"),
            line: line("II.4"),
            max: points("2.5"),
        },
        LocalFault::ConclusionBelowZero {
            conclusion: Conclusion::Substantiated,
            points: points("2.6"),
            line: line("II.1"),
            max: points("2.5"),
        },
    ];
    assert_eq!(faults(&set), wanted);
    set.tariffs[0].criterion = "CT.2".to_owned();
    set.tariffs.truncate(1);
    let nowhere = LocalFault::ProposedNowhere {
        criterion: "CT.2".to_owned(),
    };
    assert!(faults(&set).contains(&nowhere));
}

#[test]
fn two_sets_on_one_day_and_one_decision_twice_are_refused() {
    let first = set();
    let mut second = LocalRules {
        title: "Bộ mới".to_owned(),
        ..set()
    };
    second.span = Span {
        from: day("2026-10-01"),
        to: Some(day("2026-09-01")),
    };
    let found = check_local(&second, &[&first], rules());
    let wanted = [
        LocalFault::Reversed {
            from: day("2026-10-01"),
            to: day("2026-09-01"),
        },
        LocalFault::Overlaps {
            other: first.title.clone(),
            day: day("2026-10-01"),
        },
        LocalFault::SameDecision {
            other: first.title.clone(),
        },
    ];
    assert_eq!(found, wanted);
}

#[test]
fn a_set_says_who_issued_it_and_something_at_all() {
    let empty = LocalRules {
        title: String::new(),
        issuer: " ".to_owned(),
        decision: String::new(),
        lines: Vec::new(),
        tariffs: Vec::new(),
        conclusions: Vec::new(),
        ..set()
    };
    let wanted = [
        LocalFault::TitleMissing,
        LocalFault::IssuerMissing,
        LocalFault::DecisionMissing,
        LocalFault::Empty,
    ];
    assert_eq!(faults(&empty), wanted);
}

#[test]
fn groups_of_a_catalogue_neither_overlap_nor_leave_points_out() {
    let band = |name: &str, from: &str, to: &str| Band {
        name: name.to_owned(),
        from: points(from),
        to: points(to),
    };
    let handbook = rules().in_force().last().expect("some rules");
    let handbook: Vec<Band> = handbook
        .catalogue
        .bands
        .iter()
        .map(|suggested| suggested.band.clone())
        .collect();
    assert_eq!(band_faults(&handbook), []);
    let bands = [
        band("N3", "61", "100"),
        band("N1", "1", "10"),
        band("N2", "10", "50"),
        band("N2", "9", "3"),
    ];
    let wanted = [
        BandFault::Reversed {
            band: "N2".to_owned(),
        },
        BandFault::SameName {
            band: "N2".to_owned(),
        },
        BandFault::Overlap {
            lower: "N1".to_owned(),
            upper: "N2".to_owned(),
        },
        BandFault::Gap {
            lower: "N2".to_owned(),
            upper: "N3".to_owned(),
        },
    ];
    assert_eq!(band_faults(&bands), wanted);
}
