//! The sample's catalogue: the products of a real commune's decision.

use crate::domain::{
    Band, Catalogue, CatalogueId, Day, Decimal, Product, ProductCoefficient, ProductId,
    ProductPoints, Span,
};
use crate::ledger::{Draft, Key, Kind};

const CATALOGUE: &str = include_str!("data/catalogue.tsv");
const STANDARD_POINTS: i32 = 5;
const COEFFICIENT_DECIMALS: u8 = 2;

/// The products the sample's tasks are taken from.
pub(super) struct Shelf(Vec<OnShelf>);

/// What a task needs to know of its product.
#[derive(Clone, Copy)]
pub(super) struct OnShelf {
    pub(super) id: ProductId,
    pub(super) code: &'static str,
    pub(super) points: i32,
}

impl OnShelf {
    pub(super) fn coefficient(self) -> Decimal {
        coefficient(self.points)
    }
}

impl Shelf {
    /// The products whose codes begin with one of the prefixes, set apart by spaces.
    pub(super) fn under(&self, prefixes: &str) -> Vec<OnShelf> {
        let fits = |product: &&OnShelf| {
            let mut prefixes = prefixes.split(' ').filter(|prefix| !prefix.is_empty());
            prefixes.any(|prefix| product.code.starts_with(prefix))
        };
        self.0.iter().filter(fits).copied().collect()
    }

    /// The product with a code; the shelf's first one when there is none.
    pub(super) fn product(&self, code: &str) -> OnShelf {
        let found = self.0.iter().find(|product| product.code == code);
        *found.unwrap_or(&self.0[0])
    }

    pub(super) fn all(&self) -> &[OnShelf] {
        &self.0
    }
}

/// Puts the catalogue and its products into the draft.
pub(super) fn stock(draft: &mut Draft, from: Day) -> Shelf {
    let catalogue = CatalogueId(draft.fresh(Kind::Catalogue));
    draft.put(Key::Catalogue(catalogue), described(from));
    let mut shelf = Vec::new();
    let mut department = None;
    for line in CATALOGUE.lines() {
        let columns: Vec<&'static str> = line.split('\t').collect();
        match columns[..] {
            ["band", ..] => {}
            ["part", name] => department = text(name),
            [code, _, points, ..] => {
                let id = ProductId(draft.fresh(Kind::Product));
                let points = points.parse().unwrap_or(STANDARD_POINTS);
                shelf.push(OnShelf { id, code, points });
                let product = product(catalogue, department.clone(), &columns, points);
                draft.put(Key::Product(id), product);
            }
            _ => {}
        }
    }
    Shelf(shelf)
}

fn product(
    catalogue: CatalogueId,
    department: Option<String>,
    columns: &[&'static str],
    points: i32,
) -> Product {
    let column = |at: usize| columns.get(at).and_then(|value| text(value));
    Product {
        catalogue,
        code: columns[0].to_owned(),
        task: column(3).unwrap_or_default(),
        detail: column(4),
        output: column(5),
        department,
        band: column(1),
        points: ProductPoints::Fixed(Decimal::from_whole(points)),
        coefficient: ProductCoefficient::Fixed(coefficient(points)),
        note: column(6),
    }
}

fn described(from: Day) -> Catalogue {
    let bands = CATALOGUE.lines().filter_map(|line| {
        let mut columns = line.strip_prefix("band\t")?.split('\t');
        let name = columns.next()?.to_owned();
        let mut points = columns.map(|number| number.parse().map(Decimal::from_whole));
        let (from, to) = (points.next()?.ok()?, points.next()?.ok()?);
        Some(Band { name, from, to })
    });
    Catalogue {
        name: "Danh mục sản phẩm/công việc quy đổi (mẫu)".to_owned(),
        decision: Some(
            "Nội dung lấy từ Quyết định số 283/QĐ-UBND ngày 31/5/2026 của một UBND xã".to_owned(),
        ),
        issuer: Some(super::AGENCY_NAME.to_owned()),
        span: Span { from, to: None },
        standard_points: Decimal::from_whole(STANDARD_POINTS),
        coefficient_decimals: Some(COEFFICIENT_DECIMALS),
        bands: bands.collect(),
    }
}

/// Points over the standard product's points, to the nearest hundredth.
fn coefficient(points: i32) -> Decimal {
    let standard = i64::from(STANDARD_POINTS);
    let hundredths = (i64::from(points) * 200 + standard) / (2 * standard);
    Decimal::from_millionths(hundredths * Decimal::SCALE / 100)
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Action, Book};
    use std::collections::BTreeSet;

    #[test]
    fn all_371_products_of_the_decision_are_there_once() {
        let book = Book::default();
        let mut draft = Draft::new(&book, Action::LoadSample);
        let shelf = stock(&mut draft, Day::default());
        let codes: BTreeSet<_> = shelf.all().iter().map(|product| product.code).collect();
        assert_eq!((shelf.all().len(), codes.len()), (371, 371));
        assert_eq!(described(Day::default()).bands.len(), 4);
    }

    #[test]
    fn a_coefficient_is_points_over_the_standard_products_five() {
        assert_eq!(coefficient(5), Decimal::ONE);
        assert_eq!(Ok(coefficient(72)), Decimal::parse("14.4"));
    }
}
