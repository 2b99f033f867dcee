//! Catalogues of products, and the general criteria that stand beside them in a decision.

use crate::domain::{
    Catalogue, CatalogueId, Decimal, Product, ProductCoefficient, ProductId, ProductPoints, Span,
};
use crate::files::recognise::{Field, RawRow, RawTable, RawValue};
use crate::ledger::{Key, Kind, Record};

use super::differences::Differences;
use super::plan::{Outcome, Run, compare};
use super::report::{ImportProblem, ShownValue, Verdict};

/// The name a row goes by before it is understood.
pub(super) fn label(row: &RawRow) -> String {
    let names = [
        Field::PersonName,
        Field::TaskName,
        Field::ProductTask,
        Field::Criterion,
        Field::ComplaintNumber,
        Field::Summary,
        Field::ProductCode,
    ];
    let text = names
        .iter()
        .find_map(|field| row.text(*field))
        .map(str::to_owned);
    text.or_else(|| row.person_name())
        .unwrap_or_else(|| row.row.to_string())
}

/// The catalogue all catalogue sheets of this import belong to: the one of the same decision, else a new one.
pub(super) fn catalogue_of(run: &mut Run<'_>, table: &RawTable) -> CatalogueId {
    let source = run.settings.source.clone();
    let decision = table
        .titles
        .iter()
        .find(|title| crate::text::search_key(title).contains("quyet dinh so"))
        .cloned();
    let facts = table.catalogue.clone().unwrap_or_default();
    let same = |catalogue: &Catalogue| {
        if decision.is_some() {
            catalogue.decision == decision
        } else {
            catalogue.name == source
        }
    };
    let known = run
        .draft
        .book()
        .catalogues
        .iter()
        .find(|(_, catalogue)| same(catalogue))
        .map(|(id, _)| id);
    let drafted = run
        .draft
        .changes()
        .find_map(|change| match (&change.key, &change.after) {
            (Key::Catalogue(id), Some(Record::Catalogue(catalogue))) if same(catalogue) => {
                Some(*id)
            }
            _ => None,
        });
    if let Some(id) = known.or(drafted) {
        return id;
    }
    let id = CatalogueId(run.draft.fresh(Kind::Catalogue));
    run.created.push((Kind::Catalogue, source.clone()));
    let catalogue = Catalogue {
        name: source,
        decision,
        issuer: None,
        span: Span {
            from: run.settings.year_start,
            to: None,
        },
        standard_points: facts.standard_points.unwrap_or(Decimal::ONE),
        coefficient_decimals: facts.coefficient_decimals,
        bands: Vec::new(),
    };
    run.draft.put(Key::Catalogue(id), catalogue);
    id
}

/// Works out one row of a catalogue.
pub(super) fn row(run: &mut Run<'_>, row: &RawRow, catalogue: CatalogueId) -> Outcome {
    let Some(code) = row.text(Field::ProductCode) else {
        return Outcome::refused(label(row), ImportProblem::MissingField(Field::ProductCode));
    };
    let Some(coefficient) = coefficient(row) else {
        return Outcome::refused(code, ImportProblem::MissingField(Field::Coefficient));
    };
    let known = run
        .draft
        .book()
        .products
        .iter()
        .find(|(_, product)| product.catalogue == catalogue && product.code == code);
    let known = known.map(|(id, product)| (id, product.clone()));
    let product = Product {
        catalogue,
        code: code.to_owned(),
        task: row
            .text(Field::ProductTask)
            .or_else(|| row.text(Field::Detail))
            .unwrap_or_default()
            .to_owned(),
        detail: row.text(Field::Detail).map(str::to_owned),
        output: row.text(Field::Output).map(str::to_owned),
        department: row
            .text(Field::Department)
            .map(str::to_owned)
            .or_else(|| row.section.clone()),
        band: row.text(Field::Group).map(str::to_owned),
        points: points(row),
        coefficient,
        note: row.text(Field::Note).map(str::to_owned),
    };
    let (id, verdict) = match known {
        Some((id, before)) => {
            let mut differences = Differences::default();
            differences.note(
                Field::ProductTask,
                ShownValue::Text(before.task.clone()),
                ShownValue::Text(product.task.clone()),
            );
            if before.coefficient != product.coefficient {
                differences.note(
                    Field::Coefficient,
                    shown(before.coefficient),
                    shown(product.coefficient),
                );
            }
            if before != product && differences.0.is_empty() {
                differences.note(
                    Field::Detail,
                    ShownValue::Text(before.detail.unwrap_or_default()),
                    ShownValue::Text(product.detail.clone().unwrap_or_default()),
                );
            }
            (id, compare(Key::Product(id), false, differences.0))
        }
        None => {
            let id = ProductId(run.draft.fresh(Kind::Product));
            (id, Verdict::New(Key::Product(id)))
        }
    };
    let label = format!("{code} {}", product.task);
    run.draft.put(Key::Product(id), product);
    Outcome {
        label,
        verdict,
        remarks: Vec::new(),
    }
}

fn coefficient(row: &RawRow) -> Option<ProductCoefficient> {
    match row.get(Field::Coefficient)? {
        RawValue::Range(from, to) => Some(ProductCoefficient::Range(*from, *to)),
        _ => row
            .decimal(Field::Coefficient)
            .map(ProductCoefficient::Fixed),
    }
}

fn points(row: &RawRow) -> ProductPoints {
    match row.get(Field::Points) {
        Some(RawValue::Range(from, to)) => ProductPoints::Range(*from, *to),
        _ => row
            .decimal(Field::Points)
            .map_or(ProductPoints::Unknown, ProductPoints::Fixed),
    }
}

fn shown(coefficient: ProductCoefficient) -> ShownValue {
    match coefficient {
        ProductCoefficient::Fixed(value) => ShownValue::Decimal(value),
        ProductCoefficient::Range(from, to) => ShownValue::Text(format!("{from}–{to}")),
    }
}

/// One line of the general criteria: compared with those in force, never taken as a product.
pub(super) fn criterion(run: &Run<'_>, row: &RawRow) -> Outcome {
    let name = label(row);
    let Some(maximum) = row.decimal(Field::MaxPoints) else {
        return Outcome::refused(name, ImportProblem::MissingField(Field::MaxPoints));
    };
    let known = run
        .settings
        .line_maxima
        .iter()
        .any(|(_, points)| *points == maximum);
    let remarks = if known {
        Vec::new()
    } else {
        vec![ImportProblem::CriteriaDiffer]
    };
    Outcome {
        label: name,
        verdict: Verdict::Unchanged(Key::Agency()),
        remarks,
    }
}
