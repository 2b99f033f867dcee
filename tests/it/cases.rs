//! Worked cases an officer can check with a calculator come out as expected; a wrong or
//! broken case is named precisely.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "../../examples/score/build.rs"]
mod build;
#[path = "../../examples/score/case.rs"]
mod case;
#[path = "../../examples/score/complaint.rs"]
mod complaint;
#[path = "../../examples/score/event.rs"]
mod event;
#[path = "../../examples/score/json.rs"]
mod json;
#[path = "../../examples/score/node.rs"]
mod node;
#[path = "../../examples/score/period.rs"]
mod period;
#[path = "../../examples/score/run.rs"]
mod run;
#[path = "../../examples/score/task.rs"]
mod task;
#[path = "../../examples/score/year.rs"]
mod year;

use congtam::domain::Exact;
use run::{Outcome, run_text};

fn case_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_worked_case_comes_out_as_expected() {
    let mut cases = 0;
    for file in case_files() {
        let text = std::fs::read_to_string(&file).unwrap();
        let outcomes = run_text(&text).unwrap_or_else(|fault| panic!("{}:{fault}", file.display()));
        for outcome in &outcomes {
            let said: Vec<String> = outcome
                .differences
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(said, [""; 0], "{}", file.display());
            let json: serde_json::Value = serde_json::from_str(&outcome.json).unwrap();
            assert!(json["name"].is_string() && json["findings"].is_array());
        }
        cases += outcomes.len();
    }
    assert!(cases >= 100, "only {cases} cases were found");
}

fn worked() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    std::fs::read_to_string(folder.join("worked.toml")).unwrap()
}

fn differences(outcomes: &[Outcome]) -> Vec<String> {
    let all = outcomes.iter().flat_map(|outcome| &outcome.differences);
    all.map(ToString::to_string).collect()
}

#[test]
fn a_changed_expectation_is_named_with_case_field_expected_and_got() {
    let changed = worked().replacen("shown = \"83,68\"", "shown = \"83,69\"", 1);
    let said = differences(&run_text(&changed).unwrap());
    assert_eq!(said.len(), 1, "{said:?}");
    for part in ["Handbook: three lines", "shown", "83,69", "83,68"] {
        assert!(said[0].contains(part), "{part} in {}", said[0]);
    }
}

#[test]
fn a_broken_file_is_refused_with_its_line_and_a_reason() {
    for (broken, line, reason) in [
        ("[[case]]\nname = \"x\nkind = \"cap\"", 2, "string"),
        (
            "[[case]]\nname = \"x\"\nkind = \"tax\"",
            3,
            "no kind of case",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"clock\"\nfrom = 2026-02-30\nworking_days = 7",
            4,
            "date",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"clock\"\nfrom = 2026-02-03\nworking_day = 7",
            1,
            "`working_days` is missing",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"clock\"\nfrom = 2026-02-03\nworking_days = 7\nnight = 1",
            6,
            "unknown key `night`",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"period\"\nperiod = \"2026-13\"\nrole = \"staff\"",
            4,
            "2026-13",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"period\"\nperiod = \"2026-05\"\nrole = \"staff\"\n[[case.task]]\ncoefficient = \"1e300\"\nassigned = \"1\"",
            7,
            "not a decimal",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"period\"\nperiod = \"2026-05\"\nrole = \"staff\"\n[[case.task]]\ncoefficient = \"-1\"\nassigned = \"1\"",
            6,
            "NegativeQuantity",
        ),
        (
            "[[case]]\nname = \"x\"\nkind = \"clock\"\nfrom = 2026-02-03\nworking_days = 7\nexpect = { date = 2026-02-09 }",
            6,
            "unknown key `date`",
        ),
    ] {
        let fault = run_text(broken).expect_err(broken);
        assert!(fault.reason.contains(reason), "{fault} should say {reason}");
        assert_eq!(fault.line, line, "{fault}");
    }
}

/// 30 general points and 70 · h/7 reach 90, 70 and 50 at h = 6, 4 and 2.
#[test]
fn classes_at_their_thresholds_are_decided_on_the_exact_value() {
    let mut text = String::new();
    for (h, at, under) in [
        (6, "excellent", "good"),
        (4, "good", "completed"),
        (2, "completed", "not_completed"),
    ] {
        write_case(&mut text, &h.to_string(), at);
        for decimals in 1..=6 {
            write_case(
                &mut text,
                &format!("{}.{}", h - 1, "9".repeat(decimals)),
                under,
            );
        }
    }
    let said = differences(&run_text(&text).unwrap());
    assert_eq!(said, [""; 0]);
}

/// One line with 7 assigned: 30 points and 10 for each completed, cut off when shown.
fn write_case(text: &mut String, completed: &str, class: &str) {
    let earned = Exact::parse(completed).unwrap().times(&Exact::whole(10));
    let total = earned.plus(&Exact::whole(30));
    let shown = total.truncated(2).replace('.', ",");
    write!(
        text,
        "[[case]]\nname = \"{completed} of 7\"\nkind = \"period\"\nperiod = \"2026-05\"\n\
         role = \"staff\"\ngeneral = \"30\"\n\
         expect = {{ total = \"{total}\", shown = \"{shown}\", class = \"{class}\" }}\n\
         [[case.task]]\ncoefficient = \"1\"\nassigned = \"7\"\ncompleted = \"{completed}\"\n"
    )
    .unwrap();
}
