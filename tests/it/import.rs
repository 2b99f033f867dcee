//! The fixtures go in without any manual mapping, and every row is accounted for.

use std::ops::ControlFlow;

use congtam::app::import::{
    Choices, Field, ImportPlan, ImportProblem, ImportSettings, Verdict, plan,
};
use congtam::domain::{Day, Exact, Month, OfficialId, Period, Role};
use congtam::engine::Scores;
use congtam::files::recognise::{ExtractOptions, RawTable, SkipReason, extract, recognise};
use congtam::files::tabular::{Limits, read};
use congtam::ledger::Book;
use congtam::rules::Rules;

fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(2026, month, day).unwrap()
}

fn settings(source: &str) -> ImportSettings {
    let rules = Rules::shipped_ref().unwrap();
    let in_force = rules.for_year(2026).unwrap();
    let lines = in_force.sections.iter().flat_map(|section| &section.lines);
    let named = |key: &String, name: &String| (key.clone(), name.clone());
    let directive = rules.directive.iter().map(|it| &it.basis);
    let procedures = rules.complaint.procedures.iter().map(|it| &it.basis);
    let channels = rules.complaint.channels.iter().map(|it| &it.basis);
    ImportSettings {
        source: source.to_owned(),
        month: Month::new(2026, 10).unwrap(),
        today: day(11, 3),
        year_start: day(1, 1),
        line_maxima: lines.map(|line| (line.id, line.max)).collect(),
        criteria: directive.map(|it| named(&it.key, &it.name.vi)).collect(),
        procedures: procedures.map(|it| named(&it.key, &it.name.vi)).collect(),
        channels: channels.map(|it| named(&it.key, &it.name.vi)).collect(),
    }
}

/// The tables of a file, as recognised without help.
fn tables(name: &str) -> Vec<RawTable> {
    let bytes = match name {
        "danh-muc-qd-283-2026.xlsx" => std::fs::read(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/assets/danh-muc-qd-283-2026.xlsx"
        ))
        .unwrap(),
        name => super::fixtures::bytes(name),
    };
    let mut keep_on = |_| ControlFlow::Continue(());
    let workbook = read(&bytes, name, Limits::default(), &mut keep_on).unwrap();
    recognise(&workbook, &[])
        .into_iter()
        .map(|found| {
            let mapping = found
                .mapping
                .unwrap_or_else(|| panic!("{name}: {}", found.name));
            extract(&workbook, found.sheet, &mapping, &ExtractOptions::default())
        })
        .collect()
}

fn dry_run(book: &Book, name: &str) -> (ImportPlan, Vec<RawTable>) {
    let tables = tables(name);
    (
        plan(book, &tables, &settings(name), &Choices::default()),
        tables,
    )
}

fn import(book: &mut Book, name: &str) -> ImportPlan {
    let (plan, _) = dry_run(book, name);
    book.apply(&plan.operation)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    plan
}

fn staffed() -> Book {
    let mut book = Book::default();
    import(&mut book, "danh-muc-qd-283-2026.xlsx");
    import(&mut book, "danh-sach-cong-chuc.xlsx");
    book
}

fn rows_that_are_not_new(plan: &ImportPlan) -> Vec<(u32, String)> {
    let rows = plan.rows.iter();
    rows.filter(|row| !matches!(row.verdict, Verdict::New(_)))
        .map(|row| (row.at.row, format!("{:?}", row.verdict)))
        .collect()
}

fn with_code(book: &Book, code: &str) -> OfficialId {
    let mut officials = book.officials.iter();
    let found = officials.find(|(_, it)| it.code.as_deref() == Some(code));
    found.unwrap_or_else(|| panic!("{code}")).0
}

#[test]
fn the_real_catalogue_gives_371_products() {
    let mut book = Book::default();
    let plan = import(&mut book, "danh-muc-qd-283-2026.xlsx");
    assert_eq!(book.products.len(), 371);
    let refused = plan.rows.iter();
    let refused = refused.filter(|row| matches!(row.verdict, Verdict::Refused(_)));
    assert_eq!(refused.count(), 0);
}

#[test]
fn the_staff_list_gives_everybody_once_with_unit_and_role() {
    let book = staffed();
    assert_eq!(book.officials.len(), 18);
    let roles = |role| {
        let positions = book.positions.iter();
        positions
            .filter(|(_, position)| position.role == role)
            .count()
    };
    assert_eq!(
        [Role::Head, Role::Deputy, Role::Staff, Role::Support].map(roles),
        [5, 2, 10, 1]
    );
    let names: Vec<_> = book
        .units
        .iter()
        .map(|(_, unit)| unit.name.as_str())
        .collect();
    assert_eq!(names.len(), 5, "{names:?}");
    let composed = book.officials.get(with_code(&book, "AT-11")).unwrap();
    assert_eq!(composed.name, "Đỗ Thị Tạm");
    assert_eq!(composed.born, Some(Day::from_ymd_opt(1987, 7, 27).unwrap()));
}

#[test]
fn the_same_people_from_another_file_are_recognised() {
    let mut book = staffed();
    let plan = import(&mut book, "danh-sach-cong-chuc.ods");
    assert_eq!(book.officials.len(), 18);
    assert_eq!(plan.rows.len(), 18);
    let new = plan
        .rows
        .iter()
        .filter(|row| matches!(row.verdict, Verdict::New(_)));
    assert_eq!(new.count(), 0);
    import(&mut book, "bang-html-doi-ten.xls");
    assert_eq!(book.officials.len(), 18);
}

#[test]
fn the_task_register_tells_its_three_faults_and_takes_the_rest() {
    let mut book = staffed();
    let (dry, raw) = dry_run(&book, "so-giao-viec-thang-10.xlsx");
    assert_eq!(dry.rows.len(), 23);
    let unknown: Vec<u32> = rows_that_are_not_new(&dry)
        .iter()
        .map(|row| row.0)
        .collect();
    assert!(unknown.contains(&21), "{:?}", rows_that_are_not_new(&dry));
    let cells: Vec<u32> = dry
        .rows
        .iter()
        .filter(|row| !row.cells.is_empty())
        .map(|row| row.at.row)
        .collect();
    assert_eq!(cells, [14], "{:#?}", raw[0].problems);
    let remarks: Vec<u32> = dry
        .rows
        .iter()
        .filter(|row| !row.remarks.is_empty())
        .map(|row| row.at.row)
        .collect();
    assert!(remarks.contains(&28), "{remarks:?}");
    let skipped: Vec<_> = dry
        .skipped
        .iter()
        .map(|(_, row)| (row.row, row.reason))
        .collect();
    assert!(skipped.contains(&(29, SkipReason::Total)), "{skipped:?}");
    assert!(!skipped.iter().any(|(row, _)| *row == 11), "{skipped:?}");
    book.apply(&dry.operation).unwrap();
    let named = book.assignments.iter().filter(|(_, task)| {
        task.name
            .as_deref()
            .is_some_and(|name| name.contains("tổng cộng"))
    });
    assert_eq!(named.count(), 1);
}

#[test]
fn the_complaint_register_keeps_its_states_and_dates() {
    let mut book = staffed();
    let plan = import(&mut book, "so-tiep-nhan-phan-anh.xlsx");
    assert_eq!(rows_that_are_not_new(&plan), []);
    let lacking = plan.rows.iter().filter(|row| !row.remarks.is_empty());
    let lacking: Vec<_> = lacking
        .map(|row| (row.label.as_str(), row.remarks.as_slice()))
        .collect();
    let missing = ImportProblem::MissingField;
    let day_only = [missing(Field::ConclusionDate)];
    let both = [
        missing(Field::ConclusionDocument),
        missing(Field::ConclusionDate),
    ];
    assert_eq!(
        lacking,
        [("02/KN", day_only.as_slice()), ("04/TC", both.as_slice())]
    );
    let received: Vec<Day> = book.complaints.iter().map(|(_, it)| it.received).collect();
    let expected = [2, 5, 7, 12, 19].map(|number| day(10, number));
    assert_eq!(received, expected);
    let ways = book.complaints.iter().map(|(_, it)| it.channel.as_str());
    let ways: Vec<_> = ways.collect();
    assert_eq!(
        ways,
        [
            "duong-day-nong",
            "don-thu",
            "truc-tiep",
            "don-thu",
            "cong-dien-tu"
        ]
    );
    let states: Vec<_> = book
        .complaints
        .iter()
        .map(|(_, it)| format!("{:?}", it.state()))
        .collect();
    assert_eq!(
        states,
        [
            "Concluded(Substantiated)",
            "Verifying",
            "Concluded(Unfounded)",
            // Not to take a complaint up needs a document: without one it stays as received.
            "Received",
            "Received"
        ]
    );
}

#[test]
fn incidents_come_in_with_what_was_found_and_open_where_nobody_signed() {
    let mut book = staffed();
    let plan = import(&mut book, "so-vu-viec-thang-10.xlsx");
    let refused = plan.rows.iter().filter(|row| match &row.verdict {
        Verdict::Refused(ImportProblem::UnknownPerson { written, .. }) => written == "AT-99",
        _ => false,
    });
    assert_eq!(refused.map(|row| row.at.row).collect::<Vec<_>>(), [9]);
    let told = plan.rows.iter().filter(|row| !row.remarks.is_empty());
    let told: Vec<_> = told
        .map(|row| (row.at.row, row.remarks.as_slice()))
        .collect();
    let lacking = [Field::ReviewedBy, Field::ReviewedOn].map(ImportProblem::MissingField);
    assert_eq!(told, [(8, lacking.as_slice())]);

    let found: Vec<_> = book
        .incidents
        .iter()
        .map(|(_, it)| {
            let review = it.review();
            let review = review.map(|review| (review.confirmed, review.on));
            (it.on, it.criterion.as_str(), review)
        })
        .collect();
    assert_eq!(
        found,
        [
            (day(10, 6), "CT.5", Some((true, day(10, 15)))),
            (day(10, 9), "CT.9", None),
            (day(10, 14), "CT.9", Some((false, day(10, 20)))),
            (day(10, 21), "CT.5", None),
        ]
    );
    let first = book.incidents.iter().next().map(|(_, it)| it).unwrap();
    assert_eq!(first.official, Some(with_code(&book, "AT-16")));
    assert_eq!(first.recorded_by, "Dương Minh Họa");
    assert_eq!(first.evidence.as_deref(), Some("Biên bản 03/BB"));
    assert_eq!(
        first.explanation.as_deref(),
        Some("Hồ sơ không thuộc thẩm quyền")
    );

    // The same file again brings nothing, and what was decided since stays.
    let (again, _) = dry_run(&book, "so-vu-viec-thang-10.xlsx");
    let unchanged = again.count(|verdict| matches!(verdict, Verdict::Unchanged(_)));
    assert_eq!(unchanged, 4);
}

#[test]
fn a_month_is_scored_from_the_files_alone() {
    let mut book = staffed();
    import(&mut book, "so-giao-viec-thang-10.xlsx");
    import(&mut book, "cham-diem-tieu-chi-chung-thang-10.xlsx");
    assert_eq!(book.generals.len(), 18);
    for (_, sheet) in book.generals.iter() {
        assert!(sheet.own.is_empty());
        assert_eq!(sheet.authority.iter().count(), 10);
    }
    let scores = Scores::full(&book, Rules::shipped_ref().unwrap());
    let october = Period::parse("2026-10").unwrap();
    let example = with_code(&book, "AT-10");
    let score = scores.score(example, october).unwrap();
    assert_eq!(score.total, Some(Exact::ratio(6025, 72)), "{score:?}");
    assert_eq!(score.total.as_ref().unwrap().truncated(2), "83.68");
    let scored = scores
        .period_scores(october)
        .filter(|(_, it)| it.total.is_some());
    assert!(scored.count() >= 10);
}

#[test]
fn an_import_taken_back_leaves_nothing() {
    let mut book = staffed();
    let before = book.clone();
    let (dry, _) = dry_run(&book, "so-giao-viec-thang-10.xlsx");
    book.apply(&dry.operation).unwrap();
    let back = dry.operation.inverse(congtam::ledger::Action::Undo(1));
    book.apply(&back).unwrap();
    assert_eq!(book.assignments, before.assignments);
    assert_eq!(book.officials, before.officials);
}

#[test]
fn strange_numbers_and_dates_are_told_and_never_guessed() {
    let book = staffed();
    let (dry, raw) = dry_run(&book, "so-lieu-la.csv");
    let troubled: Vec<u32> = raw[0].problems.iter().map(|problem| problem.row).collect();
    for row in [2, 3, 5, 6, 7] {
        assert!(troubled.contains(&row), "row {row}: {:#?}", raw[0].problems);
    }
    let early = dry.rows.iter().find(|row| row.at.row == 4).unwrap();
    assert_eq!(early.remarks.len(), 1, "{early:?}");
}

#[test]
fn hostile_names_arrive_as_they_are_or_are_refused() {
    for name in ["noi-dung-doc-hai.xlsx", "noi-dung-doc-hai.csv"] {
        let mut book = Book::default();
        import(&mut book, name);
        assert!(
            book.officials.len() >= 10,
            "{name}: {}",
            book.officials.len()
        );
        let image = book.officials.iter();
        let image = image.filter(|(_, it)| it.name.contains("<img src=x onerror=alert(1)>"));
        assert_eq!(image.count(), 1, "{name}");
    }
}
