//! The catalogue of products: a searchable list, and one product for its form.

use crate::app::Model;
use crate::app::view::arrange::{ColumnSpec, ColumnType, Value};
use crate::app::workflow::catalogue::in_force;
use crate::domain::{
    Band, Catalogue, CatalogueId, Day, Product, ProductCoefficient, ProductId, ProductPoints,
};
use crate::ledger::Book;
use crate::rules::{BandFault, band_faults};
use crate::text::matches;

/// Which products are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InUse {
    /// Those in use today.
    #[default]
    Now,
    /// Those retired.
    Retired,
    /// All.
    All,
}

impl InUse {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::Now, Self::Retired, Self::All];

    /// The key of the choice.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Retired => "retired",
            Self::All => "all",
        }
    }

    /// The choice of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        let found = Self::ALL.into_iter().find(|choice| choice.key() == key);
        found.unwrap_or_default()
    }

    const fn keeps(self, used: bool) -> bool {
        match self {
            Self::Now => used,
            Self::Retired => !used,
            Self::All => true,
        }
    }
}

/// What the list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductQuery {
    /// Words searched in code, duty, detail, output and department.
    pub words: String,
    /// Only this complexity group.
    pub band: Option<String>,
    /// In use or retired.
    pub used: InUse,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductList {
    /// Products in order of catalogue and entry.
    pub rows: Vec<ProductId>,
    /// How many of the products that fit otherwise each complexity group has.
    pub bands: Vec<(String, usize)>,
    /// How many fit without the complexity group.
    pub all: usize,
}

/// Projects the list.
#[must_use]
pub fn list(model: &Model, query: &ProductQuery) -> ProductList {
    let book = &model.book;
    let mut found = ProductList::default();
    for (id, product) in book.products.iter() {
        let used = is_in_use(book, product, model.now.today);
        if !query.used.keeps(used) || !is_found(product, &query.words) {
            continue;
        }
        found.all += 1;
        let band = product.band.clone().unwrap_or_default();
        if query.band.as_ref().is_none_or(|wanted| *wanted == band) {
            found.rows.push(id);
        }
        match found.bands.iter_mut().find(|(name, _)| *name == band) {
            Some((_, count)) => *count += 1,
            None => found.bands.push((band, 1)),
        }
    }
    found.bands.sort();
    found
}

fn is_found(product: &Product, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let texts = [&product.detail, &product.output, &product.department];
    let mut all = product.code.clone();
    for text in std::iter::once(&product.task).chain(texts.into_iter().flatten()) {
        all.push(' ');
        all.push_str(text);
    }
    matches(words, &all)
}

fn is_in_use(book: &Book, product: &Product, day: Day) -> bool {
    let catalogue = book.catalogues.get(product.catalogue);
    catalogue.is_some_and(|catalogue| catalogue.span.contains(day))
}

/// One product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRow {
    /// Which.
    pub id: ProductId,
    /// As recorded.
    pub product: Product,
    /// True while it is in use.
    pub used: bool,
    /// The band of its group when its points lie outside.
    pub outside: Option<Band>,
}

/// Projects one product.
#[must_use]
pub fn row(model: &Model, id: ProductId) -> Option<ProductRow> {
    let product = model.book.products.get(id)?;
    let catalogue = model.book.catalogues.get(product.catalogue)?;
    let band = catalogue
        .bands
        .iter()
        .find(|band| Some(&band.name) == product.band.as_ref());
    let (low, high) = match product.points {
        ProductPoints::Fixed(points) => (Some(points), Some(points)),
        ProductPoints::Range(from, to) => (Some(from), Some(to)),
        ProductPoints::Unknown => (None, None),
    };
    let outside = band.filter(|band| {
        low.is_some_and(|low| low < band.from) || high.is_some_and(|high| high > band.to)
    });
    Some(ProductRow {
        id,
        product: product.clone(),
        used: is_in_use(&model.book, product, model.now.today),
        outside: outside.cloned(),
    })
}

/// The columns of the list.
pub const COLUMNS: [ColumnSpec; 8] = [
    ColumnSpec::new("code", ColumnType::Text),
    ColumnSpec::new("task", ColumnType::Text),
    ColumnSpec::new("band", ColumnType::Text),
    ColumnSpec::new("points", ColumnType::Number),
    ColumnSpec::new("coefficient", ColumnType::Number),
    ColumnSpec::new("output", ColumnType::Text),
    ColumnSpec::new("department", ColumnType::Text),
    ColumnSpec::new("note", ColumnType::Text),
];

/// What a product holds in the column at a place among [`COLUMNS`]; of a range its lower end.
#[must_use]
pub fn value(row: &ProductRow, column: usize) -> Value<'_> {
    let product = &row.product;
    match COLUMNS.get(column).map(|column| column.key) {
        Some("code") => Value::text(&product.code),
        Some("task") => Value::text(&product.task),
        Some("band") => Value::text(product.band.as_deref().unwrap_or_default()),
        Some("points") => match product.points {
            ProductPoints::Fixed(points) | ProductPoints::Range(points, _) => {
                Value::Number(points.millionths())
            }
            ProductPoints::Unknown => Value::Empty,
        },
        Some("coefficient") => match product.coefficient {
            ProductCoefficient::Fixed(value) | ProductCoefficient::Range(value, _) => {
                Value::Number(value.millionths())
            }
        },
        Some("output") => Value::text(product.output.as_deref().unwrap_or_default()),
        Some("department") => Value::text(product.department.as_deref().unwrap_or_default()),
        Some("note") => Value::text(product.note.as_deref().unwrap_or_default()),
        _ => Value::Empty,
    }
}

/// How many tasks are of a product.
#[must_use]
pub fn tasks_of(model: &Model, id: ProductId) -> usize {
    let tasks = model.book.assignments.iter();
    tasks.filter(|(_, task)| task.product == Some(id)).count()
}

/// The catalogue in force today.
#[must_use]
pub fn current(model: &Model) -> Option<(CatalogueId, Catalogue)> {
    let id = in_force(&model.book, model.now.today)?;
    Some((id, model.book.catalogues.get(id)?.clone()))
}

/// What is doubtful about the groups of the catalogue in force: gaps, overlaps.
#[must_use]
pub fn band_doubts(model: &Model) -> Vec<BandFault> {
    let current = current(model);
    current.map_or_else(Vec::new, |(_, catalogue)| band_faults(&catalogue.bands))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::workflow::catalogue::retire;
    use crate::sample;

    fn model() -> Model {
        let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let mut model = Model::default();
        let operation = sample::agency(sample::SEED, 45, 1, today);
        model.book.apply(&operation).expect("the sample");
        model.now.today = today;
        model
    }

    #[test]
    fn the_count_of_a_group_is_the_number_of_rows_it_leaves() {
        let model = model();
        let all = list(&model, &ProductQuery::default());
        assert_eq!(all.rows.len(), model.book.products.len());
        let counted: usize = all.bands.iter().map(|(_, count)| count).sum();
        assert_eq!(counted, all.all);
        for (band, count) in all.bands {
            let query = ProductQuery {
                band: Some(band),
                ..ProductQuery::default()
            };
            assert_eq!(list(&model, &query).rows.len(), count);
        }
    }

    #[test]
    fn the_search_needs_no_diacritics() {
        let model = model();
        let query = ProductQuery {
            words: "soan thao".to_owned(),
            ..ProductQuery::default()
        };
        let found = list(&model, &query).rows.len();
        assert!(found > 0 && found < model.book.products.len());
    }

    #[test]
    fn a_retired_product_leaves_the_list_and_the_suggestions() {
        let mut model = model();
        let (id, product) = model.book.products.iter().next().expect("a product");
        let code = product.code.clone();
        let operation = retire(&model.book, id, model.now.today, "Cũ").expect("a product");
        model.book.apply(&operation).expect("a good operation");
        model.now.today = model.now.today.succ_opt().expect("a day");
        let used = list(&model, &ProductQuery::default());
        assert!(!used.rows.contains(&id));
        let retired = ProductQuery {
            used: InUse::Retired,
            ..ProductQuery::default()
        };
        assert_eq!(list(&model, &retired).rows, [id]);
        let suggested = crate::app::view::people::suggest_products(&model, &code);
        assert!(suggested.iter().all(|product| product.entry != code));
    }
}
