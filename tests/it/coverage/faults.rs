//! Broken data: every fault is reported, all at once, with its place.

use congtam::domain::Exact;
use congtam::rules::{FaultReason, Rules, RulesFaults, parse_citation};

use super::day;

#[test]
fn broken_data_report_all_their_faults_at_once() {
    let broken = r#"
        [defaults]
        grade = "M"
        from = 2026-01-01
        verified_on = 2026-11-22

        [[instrument]]
        key = "nd-335-2025"

        [[figure]]
        key = "scale"
        vi = "Thang"
        en = "Scale"
        value = "1e2"
        cite = ["nd-335-2025 Đ12"]
        surprise = 1

        [[figure]]
        key = "cap.normal"
        vi = "Trần"
        en = "Cap"
        value = "20"
        cite = ["no-such-law Đ1", "NOT A CITATION"]
        to = 2025-01-01

        [[threshold]]
        key = "class.good"
        vi = "Tốt"
        en = "Good"
        class = "splendid"
        points = "70"
        cite = ["nd-1-2020"]
        verified_on = 2026-13-45

        [[nonsense]]
        key = "x"
    "#;
    let broken = broken.replace("2026-13-45", "\"yesterday\"");
    let files = [
        ("broken.toml", broken.as_str()),
        ("worse.toml", "a = = 1\n"),
    ];
    let faults = Rules::parse(&files).expect_err("faults").0;
    let has = |entry: &str, wanted: &FaultReason| {
        faults
            .iter()
            .any(|f| f.entry == entry && f.reason == *wanted)
    };
    let word = |key: &str, word: &str| FaultReason::UnknownWord {
        key: key.to_owned(),
        word: word.to_owned(),
    };
    assert!(has(
        "instrument nd-335-2025",
        &FaultReason::Missing("short_vi".to_owned())
    ));
    assert!(has(
        "instrument nd-335-2025",
        &FaultReason::Missing("text_at_hand".to_owned())
    ));
    assert!(has(
        "figure scale",
        &FaultReason::Unknown("surprise".to_owned())
    ));
    assert!(
        faults
            .iter()
            .any(|f| matches!(f.reason, FaultReason::Decimal { .. }))
    );
    assert!(has(
        "figure cap.normal",
        &FaultReason::Citation("NOT A CITATION".to_owned())
    ));
    assert!(has("figure cap.normal", &FaultReason::Span));
    assert!(has("threshold class.good", &word("class", "splendid")));
    assert!(has(
        "threshold class.good",
        &FaultReason::Day("verified_on".to_owned())
    ));
    assert!(has(
        "nonsense",
        &FaultReason::Unknown("nonsense".to_owned())
    ));
    assert!(
        faults
            .iter()
            .any(|f| f.file == "worse.toml"
                && matches!(f.reason, FaultReason::Syntax { line: 1, .. }))
    );
}

#[test]
fn a_gap_an_overlap_and_a_wrong_sum_are_faults() {
    let shipped = Rules::shipped_texts();
    let spoil = |file: &str, from: &str, to: &str| -> RulesFaults {
        let spoiled: Vec<(&str, String)> = shipped
            .iter()
            .map(|(name, text)| {
                let text = if *name == file {
                    text.replacen(from, to, 1)
                } else {
                    (*text).to_owned()
                };
                (*name, text)
            })
            .collect();
        let files: Vec<(&str, &str)> = spoiled.iter().map(|(n, t)| (*n, t.as_str())).collect();
        Rules::parse(&files).expect_err("a fault")
    };
    let reasons = |faults: &RulesFaults| {
        faults
            .0
            .iter()
            .map(|f| f.reason.clone())
            .collect::<Vec<_>>()
    };

    let late = "key = \"cap.normal\"\nfrom = 2026-07-01";
    let gap = spoil("civil-servant.toml", "key = \"cap.normal\"", late);
    assert_eq!(reasons(&gap), [FaultReason::Gap(day("2026-01-01"))]);

    let twice = "key = \"cap.raised\"";
    let overlap = spoil("civil-servant.toml", "key = \"cap.normal\"", twice);
    assert!(reasons(&overlap).contains(&FaultReason::Overlap(day("2026-01-01"))));

    let sum = spoil(
        "criteria.toml",
        "id = \"II.3\"\nmax = \"2.5\"",
        "id = \"II.3\"\nmax = \"3\"",
    );
    let wrong = FaultReason::Sum {
        expected: "10".to_owned(),
        found: "10.5".to_owned(),
    };
    assert!(reasons(&sum).contains(&wrong));

    let unlisted = spoil(
        "civil-servant.toml",
        "nd-335-2025 Đ20.6",
        "nd-999-2025 Đ20.6",
    );
    let wrong = FaultReason::Instrument("nd-999-2025".to_owned());
    assert_eq!(reasons(&unlisted), [wrong]);
}

#[test]
fn a_rule_that_changes_in_time_makes_two_rule_sets() {
    let mut files = Rules::shipped_texts().to_vec();
    let until =
        "value = \"20\"\nto = 2026-12-31\nvi = \"Tỷ lệ Hoàn thành xuất sắc nhiệm vụ tối đa\"";
    let since = "value = \"20\"\nvi = \"Tỷ lệ Hoàn thành xuất sắc nhiệm vụ tối đa\"";
    let decree = files
        .iter_mut()
        .find(|(name, _)| *name == "civil-servant.toml");
    let decree = decree.expect("the file");
    let ended = decree.1.replacen(since, until, 1);
    decree.1 = &ended;
    let next = "
        [[figure]]
        key = \"cap.normal\"
        value = \"15\"
        vi = \"Tỷ lệ mới\"
        en = \"A new share\"
        cite = [\"nd-335-2025 Đ20.5a\"]
        grade = \"M\"
        from = 2027-01-01
        verified_on = 2026-11-22
    ";
    files.push(("next.toml", next));
    let rules = Rules::parse(&files).expect("rules");
    assert_eq!(rules.in_force().len(), 2);
    let cap = |year| rules.for_year(year).expect("rules").class.cap.exact();
    assert_eq!((cap(2026), cap(2027)), (Exact::whole(20), Exact::whole(15)));
}

#[test]
fn citations_read_as_they_are_written() {
    let citation = parse_citation("nd-335-2025 Đ14.2b").expect("a citation");
    assert_eq!(citation.point.as_deref(), Some("b"));
}
