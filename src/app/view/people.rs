//! Suggestions while typing: people and products, with what tells equal names apart, and days.

use chrono::{Datelike as _, Days, Weekday};

use crate::app::Model;
use crate::domain::{Day, Month, OfficialId, ProductCoefficient};
use crate::text::{match_rank, name_sort_key};

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// What the field holds once it is taken.
    pub entry: String,
    /// What is read.
    pub name: String,
    /// What tells it apart.
    pub detail: String,
}

/// How many suggestions are useful at once.
const MOST: usize = 8;

/// People whose name or code holds what was typed, best first.
#[must_use]
pub fn suggest(model: &Model, typed: &str) -> Vec<Suggested> {
    let found = suggest_officials(model, typed).into_iter();
    found.map(|(_, suggested)| suggested).collect()
}

/// The same people with their numbers, for a choice that goes straight to one.
#[must_use]
pub fn suggest_officials(model: &Model, typed: &str) -> Vec<(OfficialId, Suggested)> {
    let words = typed.split('·').next().unwrap_or_default().trim();
    let mut found: Vec<_> = model
        .book
        .officials
        .iter()
        .filter_map(|(id, official)| {
            let by_name = match_rank(words, &official.name);
            let by_code = official
                .code
                .as_deref()
                .and_then(|code| match_rank(words, code));
            let rank = by_name.into_iter().chain(by_code).min()?;
            Some((rank, name_sort_key(&official.name), id))
        })
        .collect();
    found.sort();
    found
        .into_iter()
        .take(MOST)
        .map(|(_, _, id)| (id, person(model, id)))
        .collect()
}

/// An official with what tells namesakes apart.
#[must_use]
pub fn person(model: &Model, id: OfficialId) -> Suggested {
    let official = model.book.officials.get(id).cloned().unwrap_or_default();
    let position = model
        .book
        .position_on(id, model.now.today)
        .or_else(|| model.book.positions_of(id).into_iter().next_back());
    let unit = position
        .and_then(|(_, position)| model.book.units.get(position.unit))
        .map(|unit| unit.name.clone());
    let title = position
        .map(|(_, position)| position.title.clone())
        .filter(|title| !title.is_empty());
    let detail: Vec<String> = title
        .into_iter()
        .chain(unit)
        .chain(official.code.clone())
        .collect();
    let entry = official.code.as_ref().map_or_else(
        || official.name.clone(),
        |code| format!("{} · {code}", official.name),
    );
    Suggested {
        entry,
        name: official.name,
        detail: detail.join(" · "),
    }
}

/// Units whose name or code holds what was typed, best first.
#[must_use]
pub fn suggest_units(model: &Model, typed: &str) -> Vec<Suggested> {
    let ranked = model.book.units.iter().filter_map(|(id, unit)| {
        let by_code = unit.code.as_deref();
        let by_code = by_code.and_then(|code| match_rank(typed, code));
        let rank = match_rank(typed, &unit.name).into_iter().chain(by_code);
        Some((rank.min()?, id))
    });
    let mut found: Vec<_> = ranked.collect();
    found.sort();
    let view = |(_, id)| {
        let unit = model.book.units.get(id)?;
        let parent = unit.parent.and_then(|parent| model.book.units.get(parent));
        Some(Suggested {
            entry: unit.name.clone(),
            name: unit.name.clone(),
            detail: parent.map(|parent| parent.name.clone()).unwrap_or_default(),
        })
    };
    found.into_iter().take(MOST).filter_map(view).collect()
}

/// Products in use today whose code or name holds what was typed, best first.
#[must_use]
pub fn suggest_products(model: &Model, typed: &str) -> Vec<Suggested> {
    let mut found: Vec<_> = model
        .book
        .products
        .iter()
        .filter_map(|(id, product)| {
            let catalogue = model.book.catalogues.get(product.catalogue)?;
            if !catalogue.span.contains(model.now.today) {
                return None;
            }
            let rank = match_rank(typed, &product.code)
                .into_iter()
                .chain(match_rank(typed, &product.task))
                .min()?;
            Some((rank, id))
        })
        .collect();
    found.sort();
    let view = |id| {
        let product = model.book.products.get(id)?;
        let detail: Vec<String> = product
            .department
            .iter()
            .chain(&product.band)
            .cloned()
            .collect();
        Some(Suggested {
            entry: product.code.clone(),
            name: format!("{} {}", product.code, product.task),
            detail: detail.join(" · "),
        })
    };
    found
        .into_iter()
        .take(MOST)
        .filter_map(|(_, id)| view(id))
        .collect()
}

/// The coefficient a product's code brings: one, or the range it is fixed in on assignment.
#[must_use]
pub fn listed_coefficient(model: &Model, code: &str) -> Option<ProductCoefficient> {
    // Of several with one code the newest is meant, as when it is assigned.
    let products = &model.book.products;
    let found = products
        .iter()
        .rfind(|(_, product)| product.code.eq_ignore_ascii_case(code.trim()));
    found.map(|(_, product)| product.coefficient)
}

/// Today, the Friday that comes, and the last day of the month: the days most often meant.
#[must_use]
pub fn usual_days(today: Day) -> [Day; 3] {
    let weekday = |day: Weekday| day.num_days_from_monday();
    let to_friday = (weekday(Weekday::Fri) + 7 - weekday(today.weekday())) % 7;
    let friday = today
        .checked_add_days(Days::new(to_friday.into()))
        .unwrap_or(today);
    [today, friday, Month::of(today).last_day()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_friday_that_comes_may_be_today() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let sunday = usual_days(day("2026-11-22"));
        assert_eq!(sunday[1..], [day("2026-11-27"), day("2026-11-30")]);
        assert_eq!(usual_days(day("2026-11-27"))[1], day("2026-11-27"));
    }
}
