//! The dry run: every table in the order in which records need each other.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use crate::app::workflow::lock::{self, Locks};
use crate::domain::{Day, Month, OfficialId, Period, ProductCoefficient, ProductId};
use crate::engine::criteria_in;
use crate::files::recognise::{CellProblem, RawRow, RawTable, TableKind};
use crate::ledger::{Action, Book, Draft, Key, Kind, Record};

use super::people::People;
use super::report::{FieldChange, ImportPlan, ImportProblem, PlannedRow, RowAt, Verdict};
use super::units::Units;
use super::{catalogue, complaints, incidents, scores, staff, tasks};

/// What the user chose in the wizard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Rows left out.
    pub left_out: BTreeSet<RowAt>,
    /// Which of several namesakes a row means.
    pub people: BTreeMap<RowAt, OfficialId>,
}

/// What the whole import goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportSettings {
    /// Name of the file, for the log.
    pub source: String,
    /// The month rows without any date belong to.
    pub month: Month,
    /// The day of the import: start of positions without a date, day of recorded events.
    pub today: Day,
    /// First day of the evaluated year: positions without a start date begin here.
    pub year_start: Day,
    /// The greatest points of each line of the general criteria in force.
    pub line_maxima: Vec<(crate::domain::LineId, crate::domain::Decimal)>,
    /// Keys of the directive's criteria with their names, for reading registers of complaints and incidents.
    pub criteria: Vec<(String, String)>,
    /// Keys of the kinds of procedure with their names.
    pub procedures: Vec<(String, String)>,
    /// Keys of the ways complaints come in with their names.
    pub channels: Vec<(String, String)>,
}

impl ImportSettings {
    /// The settings that follow from the model and the law in force.
    #[must_use]
    pub fn of(model: &crate::app::Model, source: String) -> Self {
        let month = model.month();
        let law = crate::app::law();
        let sections = criteria_in(&model.book, law, Period::Month(month));
        let lines = sections.iter().flat_map(|section| &section.lines);
        let named = |basis: &crate::rules::Basis| (basis.key.clone(), basis.name.vi.clone());
        Self {
            source,
            month,
            today: model.now.today,
            year_start: Period::Year(month.year()).first_day(),
            line_maxima: lines.map(|line| (line.id, line.max)).collect(),
            criteria: law
                .directive
                .iter()
                .map(|criterion| named(&criterion.basis))
                .collect(),
            procedures: law
                .complaint
                .procedures
                .iter()
                .map(|procedure| named(&procedure.basis))
                .collect(),
            channels: law
                .complaint
                .channels
                .iter()
                .map(|channel| named(&channel.basis))
                .collect(),
        }
    }
}

/// Works out what an import would do, and the operation that does it.
#[must_use]
pub fn plan<T: Borrow<RawTable>>(
    book: &Book,
    tables: &[T],
    settings: &ImportSettings,
    choices: &Choices,
) -> ImportPlan {
    let tables: Vec<&RawTable> = tables.iter().map(Borrow::borrow).collect();
    plan_of(book, &tables, settings, choices)
}

fn plan_of(
    book: &Book,
    tables: &[&RawTable],
    settings: &ImportSettings,
    choices: &Choices,
) -> ImportPlan {
    let action = Action::Import {
        kind: leading_kind(tables),
        source: settings.source.clone(),
    };
    let mut run = Run::new(book, action, settings, choices);
    let mut order: Vec<usize> = (0..tables.len()).collect();
    order.sort_by_key(|index| (rank(tables[*index].kind), *index));
    for index in order {
        run.table(index, tables[index]);
    }
    run.finish(tables)
}

const fn rank(kind: TableKind) -> u8 {
    match kind {
        TableKind::GeneralCriteria => 0,
        TableKind::Catalogue => 1,
        TableKind::Staff => 2,
        TableKind::Tasks => 3,
        TableKind::Complaints => 4,
        TableKind::Incidents => 5,
        TableKind::GeneralScores => 6,
    }
}

fn leading_kind(tables: &[&RawTable]) -> Kind {
    let largest = tables.iter().max_by_key(|table| table.rows.len());
    match largest.map(|table| table.kind) {
        Some(TableKind::Catalogue) => Kind::Product,
        Some(TableKind::Tasks) => Kind::Assignment,
        Some(TableKind::Complaints) => Kind::Complaint,
        Some(TableKind::Incidents) => Kind::Incident,
        Some(TableKind::GeneralScores | TableKind::GeneralCriteria) => Kind::General,
        Some(TableKind::Staff) | None => Kind::Official,
    }
}

/// The state of one dry run.
pub(super) struct Run<'a> {
    pub(super) draft: Draft<'a>,
    pub(super) settings: &'a ImportSettings,
    pub(super) choices: &'a Choices,
    pub(super) people: People,
    pub(super) units: Units,
    pub(super) created: Vec<(Kind, String)>,
    /// Which row a record was already taken from.
    pub(super) taken: BTreeMap<Key, u32>,
    /// Products by code, filled when first asked for.
    products: BTreeMap<String, ProductId>,
    rows: Vec<PlannedRow>,
    /// The confirmed periods, with a table of months made once.
    pub(super) locks: Locks<'a>,
}

/// What one row came to.
pub(super) struct Outcome {
    pub(super) label: String,
    pub(super) verdict: Verdict,
    pub(super) remarks: Vec<ImportProblem>,
}

impl Outcome {
    pub(super) fn refused(label: impl Into<String>, problem: ImportProblem) -> Self {
        Self {
            label: label.into(),
            verdict: Verdict::Refused(problem),
            remarks: Vec::new(),
        }
    }

    pub(super) fn person(label: impl Into<String>, problem: ImportProblem) -> Self {
        let verdict = match problem {
            ImportProblem::Namesakes { .. } => Verdict::Conflict(problem),
            other => Verdict::Refused(other),
        };
        Self {
            label: label.into(),
            verdict,
            remarks: Vec::new(),
        }
    }
}

impl<'a> Run<'a> {
    fn new(
        book: &'a Book,
        action: Action,
        settings: &'a ImportSettings,
        choices: &'a Choices,
    ) -> Self {
        Self {
            draft: Draft::new(book, action),
            settings,
            choices,
            people: People::of(book),
            units: Units::of(book),
            created: Vec::new(),
            taken: BTreeMap::new(),
            products: BTreeMap::new(),
            rows: Vec::new(),
            locks: Locks::of(book),
        }
    }

    fn table(&mut self, index: usize, table: &RawTable) {
        let mut cells: BTreeMap<u32, Vec<CellProblem>> = BTreeMap::new();
        for problem in &table.problems {
            cells.entry(problem.row).or_default().push(problem.clone());
        }
        let catalogue =
            (table.kind == TableKind::Catalogue).then(|| catalogue::catalogue_of(self, table));
        for row in &table.rows {
            let at = RowAt {
                table: index,
                row: row.row,
            };
            let outcome = if self.choices.left_out.contains(&at) {
                Outcome {
                    label: catalogue::label(row),
                    verdict: Verdict::LeftOut,
                    remarks: Vec::new(),
                }
            } else {
                self.row(at, table, row, catalogue)
            };
            let cells = cells.remove(&row.row).unwrap_or_default();
            self.rows.push(PlannedRow {
                at,
                kind: table.kind,
                label: outcome.label,
                verdict: outcome.verdict,
                remarks: outcome.remarks,
                cells,
            });
        }
    }

    fn row(
        &mut self,
        at: RowAt,
        table: &RawTable,
        row: &RawRow,
        catalogue: Option<crate::domain::CatalogueId>,
    ) -> Outcome {
        match (table.kind, catalogue) {
            (TableKind::Staff, _) => staff::row(self, at, row),
            (TableKind::Catalogue, Some(catalogue)) => catalogue::row(self, row, catalogue),
            (TableKind::Tasks, _) => tasks::row(self, at, row),
            (TableKind::Complaints, _) => complaints::row(self, at, row),
            (TableKind::Incidents, _) => incidents::row(self, at, row),
            (TableKind::GeneralScores, _) => scores::row(self, at, row),
            (TableKind::GeneralCriteria | TableKind::Catalogue, _) => {
                catalogue::criterion(self, row)
            }
        }
    }

    fn finish(self, tables: &[&RawTable]) -> ImportPlan {
        let skipped = tables
            .iter()
            .enumerate()
            .flat_map(|(index, table)| table.skipped.iter().map(move |row| (index, row.clone())));
        let mut rows = self.rows;
        rows.sort_by_key(|row| row.at);
        ImportPlan {
            rows,
            skipped: skipped.collect(),
            created: self.created,
            operation: self.draft.finish(),
        }
    }

    /// The confirmed period, if any, that holds the official's month.
    pub(super) fn confirmed(&self, official: OfficialId, month: Month) -> Option<Period> {
        lock::locked(self.draft.book(), official, month)
    }

    /// The coefficient a product is listed with, as drafted or in the book.
    pub(super) fn listed_coefficient(&self, id: ProductId) -> Option<ProductCoefficient> {
        let product = match self.draft.drafted(Key::Product(id)) {
            Some(Some(Record::Product(product))) => Some(product),
            Some(_) => None,
            None => self.draft.book().products.get(id),
        };
        product.map(|product| product.coefficient)
    }

    /// The product with this code, the newest catalogue first.
    pub(super) fn product_with_code(&mut self, code: &str) -> Option<ProductId> {
        if self.products.is_empty() {
            let known = self
                .draft
                .book()
                .products
                .iter()
                .map(|(id, product)| (product.code.to_uppercase(), id));
            self.products.extend(known);
            for change in self.draft.changes() {
                if let (Key::Product(id), Some(Record::Product(product))) =
                    (change.key, &change.after)
                {
                    self.products.insert(product.code.to_uppercase(), id);
                }
            }
        }
        self.products.get(&code.trim().to_uppercase()).copied()
    }

    /// The row this record was already taken from; notes the present one when it is the first.
    pub(super) fn first_row(&mut self, key: Key, row: u32) -> Option<u32> {
        if let Some(first) = self.taken.get(&key) {
            return Some(*first);
        }
        self.taken.insert(key, row);
        None
    }
}

/// The verdict on a record that may be new, changed or the same.
pub(super) fn compare(key: Key, is_new: bool, changes: Vec<FieldChange>) -> Verdict {
    match (is_new, changes.is_empty()) {
        (true, _) => Verdict::New(key),
        (false, true) => Verdict::Unchanged(key),
        (false, false) => Verdict::Changed(key, changes),
    }
}
