//! The catalogue of products: adding, changing, retiring; and the catalogue's own facts.

mod cells;

use crate::app::{Model, law};
use crate::domain::{
    Band, Catalogue, CatalogueId, Day, Decimal, Product, ProductCoefficient, ProductId,
    ProductPoints, Span,
};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation};
use crate::text::SeparatorStyle;

use super::entry::{self, EntryError, Numbers};

pub use cells::{ProductCell, ProductLine};

/// A field of the product's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProductField {
    /// Code.
    Code,
    /// The duty.
    Task,
    /// Points.
    Points,
    /// Coefficient.
    Coefficient,
}

/// A product as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewProduct {
    /// The catalogue; the one in force when nothing is chosen.
    pub catalogue: Option<CatalogueId>,
    /// Code.
    pub code: String,
    /// The duty.
    pub task: String,
    /// What is done.
    pub detail: String,
    /// What comes out.
    pub output: String,
    /// Department.
    pub department: String,
    /// Complexity group.
    pub band: String,
    /// Points: one number, or two with a dash between.
    pub points: String,
    /// Coefficient, the same way; worked out of the points when empty.
    pub coefficient: String,
    /// Note.
    pub note: String,
}

/// One number, or the two ends of a range.
type Ends = (Decimal, Decimal);

/// Drafts a new product, or a change of one.
///
/// Tasks keep the coefficient they were assigned with.
///
/// # Errors
/// All fields that were not taken.
pub fn save(
    model: &Model,
    id: Option<ProductId>,
    new: &NewProduct,
) -> Result<Operation, Vec<(ProductField, EntryError)>> {
    let book = &model.book;
    let action = match id {
        Some(_) => Action::Edit(Kind::Product),
        None => Action::Add(Kind::Product),
    };
    let mut draft = Draft::new(book, action);
    let known = new.catalogue.or_else(|| in_force(book, model.now.today));
    let (catalogue, facts) = match known.and_then(|id| Some((id, book.catalogues.get(id)?))) {
        Some((id, facts)) => (id, facts.clone()),
        None => {
            let id = CatalogueId(draft.fresh(Kind::Catalogue));
            let facts = suggested(book, model.month().year());
            draft.put(Key::Catalogue(id), facts.clone());
            (id, facts)
        }
    };
    let product = read(book, id, catalogue, &facts, new)?;
    let id = id.unwrap_or_else(|| ProductId(draft.fresh(Kind::Product)));
    draft.put(Key::Product(id), product);
    Ok(draft.finish())
}

fn read(
    book: &Book,
    id: Option<ProductId>,
    catalogue: CatalogueId,
    facts: &Catalogue,
    new: &NewProduct,
) -> Result<Product, Vec<(ProductField, EntryError)>> {
    let mut errors = Vec::new();
    let code = entry::text(&new.code).unwrap_or_default();
    if code.is_empty() {
        errors.push((ProductField::Code, EntryError::Required));
    } else if code_taken(book, id, Some(catalogue), &code) {
        errors.push((ProductField::Code, EntryError::Taken(code.clone())));
    }
    let task = entry::text(&new.task).unwrap_or_default();
    if task.is_empty() {
        errors.push((ProductField::Task, EntryError::Required));
    }
    let mut ends = |field, text: &str| {
        let read = ends(text);
        read.map_err(|error| errors.push((field, error)))
            .ok()
            .flatten()
    };
    let points = ends(ProductField::Points, &new.points);
    let typed = ends(ProductField::Coefficient, &new.coefficient);
    let coefficient = typed.or_else(|| {
        let (from, to) = points?;
        Some((converted(from, facts)?, converted(to, facts)?))
    });
    if coefficient.is_none() && errors.is_empty() {
        errors.push((ProductField::Coefficient, EntryError::Required));
    }
    let (Some((low, high)), true) = (coefficient, errors.is_empty()) else {
        return Err(errors);
    };
    Ok(Product {
        catalogue,
        code,
        task,
        detail: entry::text(&new.detail),
        output: entry::text(&new.output),
        department: entry::text(&new.department),
        band: entry::text(&new.band),
        points: points_of(points),
        coefficient: coefficient_of((low, high)),
        note: entry::text(&new.note),
    })
}

/// Whether another product of the catalogue has a code.
fn code_taken(
    book: &Book,
    id: Option<ProductId>,
    catalogue: Option<CatalogueId>,
    code: &str,
) -> bool {
    let mut others = book.products.iter();
    others.any(|(other, product)| {
        Some(other) != id && Some(product.catalogue) == catalogue && product.code == code
    })
}

fn points_of(ends: Option<Ends>) -> ProductPoints {
    match ends {
        None => ProductPoints::Unknown,
        Some((from, to)) if from == to => ProductPoints::Fixed(from),
        Some((from, to)) => ProductPoints::Range(from, to),
    }
}

fn coefficient_of((low, high): Ends) -> ProductCoefficient {
    if low == high {
        ProductCoefficient::Fixed(low)
    } else {
        ProductCoefficient::Range(low, high)
    }
}

/// One number or a range such as `120–180`; nothing for an empty text.
fn ends(text: &str) -> Result<Option<Ends>, EntryError> {
    ends_in(text, Some(SeparatorStyle::CommaDecimal))
}

fn ends_in(text: &str, numbers: Numbers) -> Result<Option<Ends>, EntryError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parted = text.split_once('–').or_else(|| {
        let (from, to) = text.split_once('-')?;
        (!from.trim().is_empty()).then_some((from, to))
    });
    let Some((from, to)) = parted else {
        return entry::number_in(text, numbers).map(|value| Some((value, value)));
    };
    let read = |text| entry::number_in(text, numbers);
    let (low, high) = (read(from)?, read(to)?);
    if high < low {
        return Err(EntryError::NotRising(to.trim().to_owned()));
    }
    Ok(Some((low, high)))
}

/// Points over the standard product's points, rounded as the catalogue says (Điều 13.1b).
#[must_use]
pub fn converted(points: Decimal, catalogue: &Catalogue) -> Option<Decimal> {
    const MOST_DECIMALS: u32 = 6;
    let decimals = catalogue
        .coefficient_decimals
        .map_or(MOST_DECIMALS, u32::from);
    let standard = i128::from(catalogue.standard_points.millionths());
    if standard <= 0 {
        return None;
    }
    // Rounded half up in the last decimal kept.
    let step = 10_i128.pow(MOST_DECIMALS - decimals.min(MOST_DECIMALS));
    let scaled = i128::from(points.millionths()) * i128::from(Decimal::SCALE);
    let kept = (scaled * 2 + standard * step) / (standard * step * 2) * step;
    i64::try_from(kept).ok().map(Decimal::from_millionths)
}

/// The catalogue in force on a day: the one that came into force last.
#[must_use]
pub fn in_force(book: &Book, day: Day) -> Option<CatalogueId> {
    let held = book.catalogues.iter().filter(|(_, c)| c.span.contains(day));
    held.max_by_key(|(id, catalogue)| (catalogue.span.from, *id))
        .map(|(id, _)| id)
}

/// A catalogue as the handbook suggests it, from the year looked at on.
#[must_use]
pub fn suggested(book: &Book, year: u16) -> Catalogue {
    let defaults = law().for_year(year).ok().map(|rules| &rules.catalogue);
    Catalogue {
        name: book.agency.name.clone(),
        decision: None,
        issuer: None,
        span: Span {
            from: crate::domain::Period::Year(year).first_day(),
            to: None,
        },
        standard_points: defaults.map_or(Decimal::ONE, |d| d.standard_points.value),
        coefficient_decimals: defaults
            .and_then(|d| u8::try_from(d.coefficient_decimals.value).ok()),
        bands: defaults.map_or_else(Vec::new, |d| {
            d.bands.iter().map(|b| b.band.clone()).collect()
        }),
    }
}

/// Drafts the retirement of a product: from the day after, it is no longer in use.
///
/// It moves to a catalogue of the same decision that ended on that day, so that the tasks
/// assigned with it keep it. `name` is what that catalogue is called.
///
/// # Errors
/// [`EntryError::Gone`] when there is no such product.
pub fn retire(book: &Book, id: ProductId, on: Day, name: &str) -> Result<Operation, EntryError> {
    let product = book.products.get(id).ok_or(EntryError::Gone)?;
    let facts = book
        .catalogues
        .get(product.catalogue)
        .ok_or(EntryError::Gone)?;
    let ended = Catalogue {
        name: name.to_owned(),
        span: Span {
            from: facts.span.from.min(on),
            to: Some(on),
        },
        ..facts.clone()
    };
    let mut draft = Draft::new(book, Action::Edit(Kind::Product));
    let mut known = book.catalogues.iter().filter(|(_, other)| **other == ended);
    let catalogue = match known.next() {
        Some((id, _)) => id,
        None => {
            let id = CatalogueId(draft.fresh(Kind::Catalogue));
            draft.put(Key::Catalogue(id), ended);
            id
        }
    };
    let retired = Product {
        catalogue,
        ..product.clone()
    };
    draft.put(Key::Product(id), retired);
    Ok(draft.finish())
}

/// Drafts taking a retired product into use again, in the catalogue in force.
///
/// # Errors
/// [`EntryError::Gone`] without a product or a catalogue in force; [`EntryError::Taken`] when
/// its code has been given again.
pub fn restore(book: &Book, id: ProductId, today: Day) -> Result<Operation, EntryError> {
    let product = book.products.get(id).ok_or(EntryError::Gone)?;
    let catalogue = in_force(book, today).ok_or(EntryError::Gone)?;
    let taken = |(_, other): (ProductId, &Product)| {
        other.catalogue == catalogue && other.code == product.code
    };
    if book.products.iter().any(taken) {
        return Err(EntryError::Taken(product.code.clone()));
    }
    let mut draft = Draft::new(book, Action::Edit(Kind::Product));
    let used = Product {
        catalogue,
        ..product.clone()
    };
    draft.put(Key::Product(id), used);
    Ok(draft.finish())
}

/// Drafts the removal of a product; the book refuses it while a task is of it.
#[must_use]
pub fn remove(book: &Book, id: ProductId) -> Operation {
    let mut draft = Draft::new(book, Action::Remove(Kind::Product));
    draft.remove(Key::Product(id));
    draft.finish()
}

/// A field of the catalogue's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CatalogueField {
    /// Name.
    Name,
    /// First day in force.
    From,
    /// Last day in force.
    To,
    /// Points of the standard product.
    Standard,
    /// Decimals of the coefficient.
    Decimals,
    /// One of the groups.
    Band(usize),
}

/// A catalogue as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewCatalogue {
    /// Name.
    pub name: String,
    /// Number and date of the decision.
    pub decision: String,
    /// Who issued it.
    pub issuer: String,
    /// First day in force.
    pub from: String,
    /// Last day in force; open when empty.
    pub to: String,
    /// Points of the standard product.
    pub standard: String,
    /// Decimals of the coefficient; not rounded when empty.
    pub decimals: String,
    /// Groups: name, and points as a range; those without a name are left out.
    pub bands: Vec<(String, String)>,
}

/// Drafts a new catalogue, or a change of one; its products keep their coefficients.
///
/// # Errors
/// All fields that were not taken.
pub fn save_catalogue(
    book: &Book,
    id: Option<CatalogueId>,
    new: &NewCatalogue,
    year: u16,
) -> Result<Operation, Vec<(CatalogueField, EntryError)>> {
    use CatalogueField::{Decimals, From, Name, Standard, To};
    const MOST_DECIMALS: usize = 6;
    let mut errors = Vec::new();
    let name = entry::text(&new.name).unwrap_or_default();
    if name.is_empty() {
        errors.push((Name, EntryError::Required));
    }
    let mut take = |field, error| errors.push((field, error));
    let from = entry::day(&new.from, year).and_then(|day| day.ok_or(EntryError::Required));
    let from = from.map_err(|error| take(From, error)).unwrap_or_default();
    let to = entry::day(&new.to, year).map_err(|error| take(To, error));
    let to = to.unwrap_or_default();
    if to.is_some_and(|to| to < from) {
        take(To, EntryError::NotRising(new.to.clone()));
    }
    let standard = entry::number(&new.standard).and_then(|points| {
        if points.is_zero() {
            Err(EntryError::Required)
        } else {
            Ok(points)
        }
    });
    let standard = standard
        .map_err(|error| take(Standard, error))
        .unwrap_or_default();
    let decimals = match new.decimals.trim() {
        "" => Ok(None),
        text => entry::count(text).map(Some),
    };
    let decimals = match decimals {
        Ok(Some(count)) if count > MOST_DECIMALS => {
            Err(EntryError::TooPrecise(new.decimals.clone()))
        }
        other => other,
    };
    let decimals = decimals
        .map_err(|error| take(Decimals, error))
        .unwrap_or_default();
    let mut bands = Vec::new();
    for (at, (name, points)) in new.bands.iter().enumerate() {
        let Some(name) = entry::text(name) else {
            continue;
        };
        match ends(points) {
            Ok(Some((from, to))) => bands.push(Band { name, from, to }),
            Ok(None) => take(CatalogueField::Band(at), EntryError::Required),
            Err(error) => take(CatalogueField::Band(at), error),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let action = match id {
        Some(_) => Action::Edit(Kind::Catalogue),
        None => Action::Add(Kind::Catalogue),
    };
    let mut draft = Draft::new(book, action);
    let id = id.unwrap_or_else(|| CatalogueId(draft.fresh(Kind::Catalogue)));
    let catalogue = Catalogue {
        name,
        decision: entry::text(&new.decision),
        issuer: entry::text(&new.issuer),
        span: Span { from, to },
        standard_points: standard,
        coefficient_decimals: decimals.and_then(|count| u8::try_from(count).ok()),
        bands,
    };
    draft.put(Key::Catalogue(id), catalogue);
    Ok(draft.finish())
}

#[cfg(test)]
mod tests;
