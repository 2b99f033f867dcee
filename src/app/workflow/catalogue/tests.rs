//! Tests of the catalogue's workflow.

use super::*;
use crate::engine::Scores;
use crate::sample;

fn today() -> Day {
    Day::from_ymd_opt(2026, 11, 20).expect("a day")
}

fn model() -> Model {
    let mut model = Model::default();
    let operation = sample::agency(sample::SEED, 45, 3, today());
    model.book.apply(&operation).expect("the sample");
    model.scores = Scores::full(&model.book, law());
    model.now.today = today();
    model
}

fn apply(model: &mut Model, operation: &Operation) {
    model.book.apply(operation).expect("a good operation");
}

fn new(code: &str, points: &str, coefficient: &str) -> NewProduct {
    NewProduct {
        code: code.to_owned(),
        task: "Việc mẫu".to_owned(),
        points: points.to_owned(),
        coefficient: coefficient.to_owned(),
        ..NewProduct::default()
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

fn last(model: &Model) -> Product {
    let last = model.book.products.iter().next_back();
    last.expect("a product").1.clone()
}

#[test]
fn the_coefficient_is_worked_out_of_the_points_and_rounded_half_up() {
    let mut facts = suggested(&model().book, 2026);
    assert_eq!(facts.standard_points, decimal("5"));
    facts.coefficient_decimals = Some(1);
    assert_eq!(converted(decimal("13"), &facts), Some(decimal("2.6")));
    facts.standard_points = decimal("8");
    assert_eq!(converted(decimal("10"), &facts), Some(decimal("1.3")));
    facts.coefficient_decimals = None;
    assert_eq!(converted(decimal("10"), &facts), Some(decimal("1.25")));
    facts.standard_points = Decimal::ZERO;
    assert_eq!(converted(decimal("10"), &facts), None);
}

#[test]
fn a_product_may_carry_a_range() {
    let mut model = model();
    let operation = save(&model, None, &new("MAU.01", "120–180", "")).expect("a product");
    apply(&mut model, &operation);
    let product = last(&model);
    assert_eq!(
        product.points,
        ProductPoints::Range(decimal("120"), decimal("180"))
    );
    assert_eq!(
        product.coefficient,
        ProductCoefficient::Range(decimal("24"), decimal("36"))
    );
}

#[test]
fn what_was_not_taken_is_named_field_by_field() {
    let model = model();
    let known = model.book.products.iter().next().expect("a product").1;
    let refused = save(&model, None, &new(&known.code, "180-120", "x")).expect_err("all wrong");
    let fields: Vec<ProductField> = refused.into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            ProductField::Code,
            ProductField::Points,
            ProductField::Coefficient
        ]
    );
    let refused = save(&model, None, &new("MAU.02", "", "")).expect_err("no coefficient");
    assert_eq!(refused, [(ProductField::Coefficient, EntryError::Required)]);
}

#[test]
fn without_any_catalogue_the_first_product_brings_the_suggested_one() {
    let mut model = Model::default();
    model.now.today = today();
    model.month = crate::domain::Month::new(2026, 11).ok();
    let operation = save(&model, None, &new("MAU.01", "10", "")).expect("a product");
    apply(&mut model, &operation);
    assert_eq!(model.book.catalogues.len(), 1);
    assert_eq!(
        last(&model).coefficient,
        ProductCoefficient::Fixed(decimal("2"))
    );
}

#[test]
fn a_retired_product_keeps_its_tasks_and_can_come_back() {
    let mut model = model();
    let used = model
        .book
        .assignments
        .iter()
        .find_map(|(_, task)| task.product);
    let id = used.expect("a product in use");
    let scores = model.scores.clone();
    let refused = model.book.clone().apply(&remove(&model.book, id));
    assert!(refused.is_err(), "a product in use is not removed");

    let operation = retire(&model.book, id, today(), "Danh mục cũ").expect("a product");
    apply(&mut model, &operation);
    let product = model.book.products.get(id).expect("still there").clone();
    let ended = model.book.catalogues.get(product.catalogue).expect("one");
    assert_eq!(ended.span.to, Some(today()));
    assert!(in_force(&model.book, today().succ_opt().expect("a day")) != Some(product.catalogue));
    assert_eq!(Scores::full(&model.book, law()), scores);

    let tomorrow = today().succ_opt().expect("a day");
    let operation = restore(&model.book, id, tomorrow).expect("free");
    apply(&mut model, &operation);
    let back = model.book.products.get(id).expect("still there");
    assert_eq!(Some(back.catalogue), in_force(&model.book, tomorrow));
}

#[test]
fn a_catalogue_has_a_name_a_first_day_and_a_standard() {
    let mut model = model();
    let mut typed = NewCatalogue {
        from: "01/01/2027".to_owned(),
        to: "31/12/2026".to_owned(),
        standard: "0".to_owned(),
        bands: vec![("N1".to_owned(), "1–10".to_owned())],
        ..NewCatalogue::default()
    };
    let refused = save_catalogue(&model.book, None, &typed, 2026).expect_err("three faults");
    assert_eq!(refused.len(), 3);
    typed.name = "Danh mục mẫu".to_owned();
    typed.to = String::new();
    typed.standard = "5".to_owned();
    let operation = save_catalogue(&model.book, None, &typed, 2026).expect("a catalogue");
    apply(&mut model, &operation);
    let (_, made) = model.book.catalogues.iter().next_back().expect("one");
    assert_eq!(made.bands.len(), 1);
}
