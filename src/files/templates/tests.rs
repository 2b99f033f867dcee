//! Our own templates come back as they went out.

use std::collections::BTreeMap;

use super::*;
use crate::domain::{Conclusion, Day, Decimal, LineId, Origin, Role};
use crate::files::recognise::{
    ExtractOptions, Field, RawRow, RawTable, RawValue, Reviewed, Scorer, SkipReason, Stage,
    TableKind, extract, recognise,
};
use crate::files::tabular::{Limits, read};
use crate::text::WrittenPeriod;

const LINES: [(LineId, Decimal); 3] = [
    (
        LineId {
            section: 1,
            line: 1,
        },
        Decimal::from_whole(5),
    ),
    (
        LineId {
            section: 1,
            line: 2,
        },
        Decimal::from_whole(5),
    ),
    (
        LineId {
            section: 2,
            line: 1,
        },
        Decimal::from_millionths(2_500_000),
    ),
];

fn day(day: u32) -> Day {
    Day::from_ymd_opt(2026, 8, day).unwrap()
}

fn with_contents<T>(run: impl FnOnce(&TemplateContents<'_>) -> T) -> T {
    let units: Vec<String> = (1..40).map(|n| format!("Phòng Ví Dụ số {n}")).collect();
    let groups = vec!["Chuyên viên".to_owned()];
    run(&TemplateContents {
        lines: &LINES,
        units: &units,
        groups: &groups,
        today: day(1),
    })
}

fn read_back(bytes: &[u8]) -> Vec<RawTable> {
    let workbook = read(bytes, "mau.xlsx", Limits::default(), &mut |_| {
        std::ops::ControlFlow::Continue(())
    })
    .unwrap();
    let found = recognise(&workbook, &[]);
    let tables = found.into_iter().filter_map(|one| {
        one.mapping
            .map(|mapping| extract(&workbook, one.sheet, &mapping, &ExtractOptions::default()))
    });
    tables.collect()
}

/// A value of the right type for a field of a table.
fn sample(kind: TableKind, field: Field, row: u32) -> RawValue {
    use crate::files::recognise::{Shape, shape_of};
    match (field, shape_of(kind, field)) {
        (Field::Ordinal, _) => RawValue::Text(row.to_string()),
        (Field::Role, _) => RawValue::Role(Role::Deputy),
        (Field::Origin, _) => RawValue::Origin(Origin::TakenOver),
        (Field::State, _) => RawValue::Stage(Stage::Verifying),
        (Field::Conclusion, _) => RawValue::Conclusion(Conclusion::PartlySubstantiated),
        (Field::Scorer, _) => RawValue::Scorer(Scorer::Own),
        (Field::Confirmed, _) => RawValue::Review(Reviewed::Dismissed),
        (Field::HandedBack, _) => RawValue::Flag(true),
        (_, Shape::Date) => RawValue::Date(day(row + 1)),
        (_, Shape::Period) => RawValue::Period(WrittenPeriod::Quarter {
            year: 2026,
            quarter: 3,
        }),
        (_, Shape::Count) => RawValue::Count(row),
        (_, Shape::Decimal) => RawValue::Decimal(Decimal::parse(&format!("{row}.123457")).unwrap()),
        (_, Shape::DecimalOrRange) => {
            RawValue::Range(Decimal::from_whole(1), Decimal::parse("10.5").unwrap())
        }
        (_, Shape::Text | Shape::LongText | Shape::Word) => {
            RawValue::Text(format!("=Mẫu {row} \"ấ\" 01"))
        }
    }
}

fn rows(kind: TableKind) -> Vec<RawRow> {
    let skip = [Field::FamilyName, Field::GivenName, Field::Scorer];
    let fields = kind
        .fields()
        .iter()
        .copied()
        .filter(|field| !skip.contains(field));
    let lines = LINES
        .iter()
        .flat_map(|(line, _)| [Field::Line(*line), Field::AuthorityLine(*line)]);
    let lines = lines.filter(|_| kind == TableKind::GeneralScores);
    let fields: Vec<Field> = fields.chain(lines).collect();
    let record = |row: u32| RawRow {
        row: row + 3,
        section: None,
        values: fields
            .iter()
            .map(|field| (*field, sample(kind, *field, row)))
            .collect::<BTreeMap<_, _>>(),
    };
    (1..=3).map(record).collect()
}

#[test]
fn a_filled_template_reads_back_as_the_same_rows() {
    for kind in TableKind::ALL {
        let rows = rows(kind);
        let bytes = with_contents(|contents| filled_template(kind, contents, &rows)).unwrap();
        let tables = read_back(&bytes);
        assert_eq!(
            tables.iter().map(|table| table.kind).collect::<Vec<_>>(),
            [kind]
        );
        assert_eq!(tables[0].rows, rows, "{kind:?}");
    }
}

#[test]
fn example_rows_left_in_are_skipped_and_listed() {
    for kind in TableKind::ALL {
        let bytes = with_contents(|contents| template(kind, contents)).unwrap();
        let tables = read_back(&bytes);
        assert_eq!(tables.len(), 1, "{kind:?}");
        assert_eq!(tables[0].rows, []);
        let skipped: Vec<_> = tables[0]
            .skipped
            .iter()
            .map(|one| (one.row, one.reason))
            .collect();
        assert_eq!(
            skipped,
            [(4, SkipReason::Example), (5, SkipReason::Example)],
            "{kind:?}"
        );
    }
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    let write = || with_contents(|contents| template(TableKind::Tasks, contents)).unwrap();
    assert_eq!(write(), write());
}

#[test]
fn a_text_that_looks_like_a_formula_stays_text() {
    let mut row = rows(TableKind::Staff).remove(0);
    row.values
        .insert(Field::Note, RawValue::Text("=1+1".to_owned()));
    let bytes =
        with_contents(|contents| filled_template(TableKind::Staff, contents, &[row])).unwrap();
    assert_eq!(read_back(&bytes)[0].rows[0].text(Field::Note), Some("=1+1"));
}
