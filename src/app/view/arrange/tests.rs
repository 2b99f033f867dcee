//! Filters, orders, groups and columns of a register that holds fruit.

use super::*;

const SPECS: [ColumnSpec; 4] = [
    ColumnSpec {
        key: "name",
        holds: ColumnType::Text,
        shown: true,
    },
    ColumnSpec {
        key: "weight",
        holds: ColumnType::Number,
        shown: true,
    },
    ColumnSpec {
        key: "due",
        holds: ColumnType::Day,
        shown: true,
    },
    ColumnSpec {
        key: "state",
        holds: ColumnType::Choice,
        shown: false,
    },
];

type Fruit = (&'static str, i64, Option<&'static str>, u16);

const FRUIT: [Fruit; 6] = [
    ("Cam", 3, Some("2026-11-20"), 1),
    ("Ổi", 1, None, 0),
    ("", 2, Some("2026-12-01"), 1),
    ("Cam", 1, Some("2026-11-02"), 0),
    ("Bưởi", 5, Some("2026-11-20"), 2),
    ("Đào", 5, None, 2),
];

fn value(row: usize, column: usize) -> Value<'static> {
    let (name, weight, due, state) = FRUIT[row];
    match column {
        0 => Value::text(name),
        1 => Value::Number(weight * 1_000_000),
        2 => Value::day(due.map(|due| due.parse().expect("a day"))),
        _ => Value::Choice(state, 0),
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Weight(i64);

impl Total<usize> for Weight {
    fn add(&mut self, row: usize) {
        self.0 += FRUIT[row].1;
    }
}

fn shown(arrangement: &Arrangement, folded: &[&str]) -> Arranged<usize, Weight> {
    let folded = folded.iter().map(|key| (*key).to_owned()).collect();
    arranged(
        (0..FRUIT.len()).collect(),
        arrangement,
        &SPECS,
        &folded,
        value,
    )
}

fn by(columns: &[(&str, bool)]) -> Arrangement {
    let sorting = |(column, descending): &(&str, bool)| Sorting {
        column: (*column).to_owned(),
        descending: *descending,
    };
    Arrangement {
        sort: columns.iter().map(sorting).collect(),
        ..Arrangement::default()
    }
}

fn keeping(key: &str, filter: ColumnFilter) -> Vec<usize> {
    let mut arrangement = Arrangement::default();
    arrangement.set_filter(key, filter);
    shown(&arrangement, &[]).rows
}

#[test]
fn several_columns_decide_one_after_the_other_and_empty_cells_come_last() {
    assert_eq!(shown(&by(&[("name", false)]), &[]).rows, [4, 0, 3, 5, 1, 2]);
    assert_eq!(shown(&by(&[("name", true)]), &[]).rows, [1, 5, 0, 3, 4, 2]);
    assert_eq!(
        shown(&by(&[("weight", true), ("name", true)]), &[]).rows,
        [5, 4, 0, 2, 1, 3]
    );
    assert_eq!(
        shown(&by(&[("due", true), ("weight", false)]), &[]).rows,
        [2, 0, 4, 3, 1, 5]
    );
}

#[test]
fn pressing_heads_makes_the_order() {
    let one = next_order(&[], "name", false);
    let two = next_order(&one, "due", true);
    assert_eq!(two, by(&[("name", false), ("due", false)]).sort);
    let turned = next_order(&two, "name", true);
    assert_eq!(turned, by(&[("name", true), ("due", false)]).sort);
    assert_eq!(
        next_order(&turned, "name", true),
        by(&[("due", false)]).sort
    );
    assert_eq!(next_order(&two, "name", false), by(&[("name", true)]).sort);
    let full = by(&[("a", false), ("b", false), ("c", false), ("d", false)]).sort;
    assert_eq!(next_order(&full, "e", true), full);
}

#[test]
fn each_kind_of_filter_keeps_what_it_says() {
    let contains = ColumnFilter {
        contains: "dao".to_owned(),
        ..ColumnFilter::default()
    };
    assert_eq!(keeping("name", contains), [5]);
    let among = ColumnFilter {
        among: BTreeSet::from(["Cam".to_owned(), "Đào".to_owned()]),
        ..ColumnFilter::default()
    };
    assert_eq!(keeping("name", among), [0, 3, 5]);
    let weight = ColumnFilter {
        from: Some(2_000_000),
        to: Some(3_000_000),
        ..ColumnFilter::default()
    };
    assert_eq!(keeping("weight", weight), [0, 2]);
    let november = ColumnFilter {
        to: Some(day_number("2026-11-30".parse().expect("a day"))),
        ..ColumnFilter::default()
    };
    assert_eq!(keeping("due", november), [0, 3, 4]);
    let no_day = ColumnFilter {
        empty: Some(true),
        ..ColumnFilter::default()
    };
    assert_eq!(keeping("due", no_day), [1, 5]);
    let state = ColumnFilter {
        among: BTreeSet::from(["2".to_owned()]),
        ..ColumnFilter::default()
    };
    assert_eq!(keeping("state", state), [4, 5]);
}

#[test]
fn a_filter_offers_the_values_with_their_counts() {
    let names = facets((0..FRUIT.len()).map(|row| value(row, 0)), 10);
    let listed: Vec<(&str, usize)> = names
        .values
        .iter()
        .map(|facet| (facet.key.as_str(), facet.count))
        .collect();
    assert_eq!(listed, [("Bưởi", 1), ("Cam", 2), ("Đào", 1), ("Ổi", 1)]);
    assert_eq!((names.empty, names.filled, names.different), (1, 5, 4));
    let few = facets((0..FRUIT.len()).map(|row| value(row, 0)), 1);
    assert_eq!((few.values[0].key.as_str(), few.different), ("Cam", 4));
    let weights = facets((0..FRUIT.len()).map(|row| value(row, 1)), 10);
    assert_eq!(weights.span, Some((1_000_000, 5_000_000)));
}

#[test]
fn groups_count_sum_and_fold() {
    let mut arrangement = by(&[("weight", false)]);
    arrangement.group = Some("name".to_owned());
    let open = shown(&arrangement, &[]);
    let heads: Vec<(&str, usize, usize, i64)> = open
        .groups
        .iter()
        .map(|group| (group.key.as_str(), group.at, group.count, group.total.0))
        .collect();
    assert_eq!(
        heads,
        [
            ("Bưởi", 0, 1, 5),
            ("Cam", 2, 2, 4),
            ("Đào", 5, 1, 5),
            ("Ổi", 7, 1, 1),
            ("", 9, 1, 2)
        ]
    );
    assert_eq!(open.rows, [4, 3, 0, 5, 1, 2]);
    assert_eq!(open.line(3), Some(Line::Row(3)));
    assert!(matches!(open.line(5), Some(Line::Group(group)) if group.key == "Đào"));
    assert_eq!(open.line(11), None);
    assert_eq!(open.rows_between(2, 6), [3, 0, 5]);

    let folded = shown(&arrangement, &["Cam"]);
    assert_eq!((folded.len(), folded.kept), (9, 6));
    assert_eq!(folded.groups[1].total, Weight(4));
    assert!(matches!(folded.line(3), Some(Line::Group(group)) if group.key == "Đào"));
}

#[test]
fn days_are_grouped_by_month() {
    let arrangement = Arrangement {
        group: Some("due".to_owned()),
        ..Arrangement::default()
    };
    let counts: Vec<usize> = shown(&arrangement, &[])
        .groups
        .iter()
        .map(|group| group.count)
        .collect();
    assert_eq!(counts, [3, 1, 2]);
}

#[test]
fn columns_are_hidden_moved_and_never_all_gone() {
    let mut columns = ColumnChoice::default();
    assert_eq!(columns.keys(&SPECS), ["name", "weight", "due"]);
    columns.show("weight", false);
    columns.show("state", true);
    columns.shift(&SPECS, "state", true);
    assert_eq!(columns.keys(&SPECS), ["name", "state", "due"]);
    columns.shift(&SPECS, "name", true);
    assert_eq!(columns.keys(&SPECS), ["name", "state", "due"]);
    for spec in SPECS {
        columns.show(spec.key, false);
    }
    assert_eq!(columns.keys(&SPECS), ["name"]);
}

#[test]
fn a_column_that_is_new_stands_where_it_belongs_by_habit() {
    let columns = ColumnChoice {
        order: vec!["due".to_owned(), "name".to_owned()],
        ..ColumnChoice::default()
    };
    assert_eq!(columns.keys(&SPECS), ["due", "name", "weight"]);
}

#[test]
fn what_is_kept_reads_back_and_yesterdays_filters_are_gone() {
    let mut arrangement = by(&[("due", true)]);
    arrangement.columns.show("name", false);
    arrangement.columns.widths.insert("due".to_owned(), 200);
    let mut filtered = arrangement.clone();
    filtered.set_filter(
        "name",
        ColumnFilter {
            contains: "cam".to_owned(),
            ..ColumnFilter::default()
        },
    );
    assert_eq!(Arrangement::from_text(&filtered.to_text()), arrangement);
    let view = SavedView {
        name: "Cam".to_owned(),
        quick: "tre-han".to_owned(),
        arrangement: filtered,
    };
    let text = views_to_text(std::slice::from_ref(&view));
    assert_eq!(views_from_text(&text), [view]);
    assert_eq!(
        Arrangement::from_text("no such text"),
        Arrangement::default()
    );
}

#[test]
fn the_shape_kept_by_this_version_is_read_by_the_next() {
    let text = r#"[{"name":"Q","quick":"tat-ca","arrangement":{"sort":[{"column":"due","descending":true}],"filters":{"name":{"contains":"cam","among":["Cam"],"from":1,"to":2,"empty":false}},"group":"state","columns":{"order":["due"],"shown":{"name":false},"widths":{"due":120},"frozen":2}}}]"#;
    let views = views_from_text(text);
    assert_eq!(views_to_text(&views), text);
}
