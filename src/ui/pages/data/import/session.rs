//! What the wizard knows between its steps.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::import::TabularError;
use crate::app::import::{CellProblem, Field, Mapping, ProblemReason, RawTable, RememberedMapping};
use crate::app::import::{Choices, ImportPlan, ImportSettings, RowAt, Verdict, plan};
use crate::app::job::{Bytes, HeaderAt, Job, JobReply, Pasted, ReadTables, Tables};
use crate::app::{Event, Notice, Worked};
use crate::i18n::import::{ImportMessage, shown_raw};
use crate::ui::App;
use crate::ui::pick::takes_block;

/// The preference under which confirmed mappings are kept.
const REMEMBERED: &str = "mappings";

/// Where one is in the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Step {
    #[default]
    Choose,
    Reading,
    NotRead,
    Sheets,
    Review,
    Done(usize),
}

/// A handle to what the wizard knows.
#[derive(Clone, Copy)]
pub(super) struct Session {
    pub app: App,
    pub step: RwSignal<Step>,
    /// What is read: a file with its name, or a pasted block without one.
    source: StoredValue<ReadTables>,
    /// Points of the standard product, as typed.
    pub standard: RwSignal<String>,
    /// The job under way, with rows read so far.
    job: RwSignal<Option<u32>>,
    pub rows_read: RwSignal<u64>,
    pub error: RwSignal<Option<TabularError>>,
    pub tables: RwSignal<Option<Tables>>,
    /// Mappings changed by the user, by sheet; nothing for a sheet left out.
    pub mappings: RwSignal<BTreeMap<usize, Option<Mapping>>>,
    pub choices: RwSignal<Choices>,
}

impl Session {
    pub fn new(app: App) -> Self {
        Self {
            app,
            step: RwSignal::new(Step::Choose),
            source: StoredValue::new(ReadTables::default()),
            standard: RwSignal::new(String::new()),
            job: RwSignal::new(None),
            rows_read: RwSignal::new(0),
            error: RwSignal::new(None),
            tables: RwSignal::new(None),
            mappings: RwSignal::new(BTreeMap::new()),
            choices: RwSignal::new(Choices::default()),
        }
    }

    /// Name of the file; empty for a pasted block.
    pub fn name(self) -> String {
        self.source.with_value(|source| source.name.clone())
    }

    /// Goes back to an earlier step.
    pub fn back_to(self, step: usize) {
        match step {
            0 => self.start_over(),
            _ => self.step.set(Step::Sheets),
        }
    }

    /// Forgets everything about the present file.
    pub fn start_over(self) {
        if let Some(number) = self.job.get_untracked() {
            self.app.give_up(number);
        }
        self.job.set(None);
        self.error.set(None);
        self.standard.set(String::new());
        self.tables.set(None);
        self.mappings.set(BTreeMap::new());
        self.choices.set(Choices::default());
        self.step.set(Step::Choose);
    }

    /// Reads a file that was chosen.
    pub fn take_file(self, name: String, bytes: Vec<u8>) {
        self.take(ReadTables {
            name,
            bytes: Bytes(bytes),
            ..ReadTables::default()
        });
    }

    /// Reads a block that was pasted.
    pub fn take_block(self, block: Pasted) {
        if !takes_block(self.app, &block.text, block.html.as_deref()) {
            return;
        }
        self.take(ReadTables {
            pasted: Some(block),
            ..ReadTables::default()
        });
    }

    fn take(self, source: ReadTables) {
        self.start_over();
        self.source.set_value(source);
        self.read(Step::Sheets);
    }

    /// Reads the file again with the mappings made so far.
    pub fn read(self, then: Step) {
        let remembered = self
            .app
            .peek(|model| model.preferences.get(REMEMBERED).cloned())
            .unwrap_or_default();
        let mappings = self.mappings.with_untracked(|mappings| {
            mappings
                .iter()
                .filter_map(|(sheet, mapping)| Some((*sheet, mapping.clone()?)))
                .collect()
        });
        let standard = self.standard.get_untracked();
        let order = ReadTables {
            remembered: RememberedMapping::list_from_text(&remembered),
            mappings,
            standard_points: Some(standard).filter(|typed| !typed.trim().is_empty()),
            ..self.source.get_value()
        };
        self.rows_read.set(0);
        self.step.set(Step::Reading);
        let number = self.app.work(Job::ReadTables(order), false, move |heard| {
            self.heard(heard, then);
        });
        self.job.set(Some(number));
    }

    fn heard(self, heard: Worked, then: Step) {
        match heard {
            Worked::Progress(progress) => self.rows_read.set(progress.done),
            Worked::Done(JobReply::Tables(Ok(tables))) => {
                self.tables.set(Some(tables));
                self.job.set(None);
                self.step.set(then);
            }
            Worked::Done(JobReply::Tables(Err(error))) => {
                self.error.set(Some(error));
                self.job.set(None);
                self.step.set(Step::NotRead);
            }
            Worked::Done(_) => {}
            Worked::Failed(problem) => {
                self.job.set(None);
                self.step.set(Step::Choose);
                self.app.tell(Notice::NotWorked(problem));
            }
        }
    }

    /// Reads again, with the header of a sheet where the user says it is.
    pub fn read_header(self, sheet: usize, header: HeaderAt) {
        self.source.update_value(|source| {
            source.headers.insert(sheet, header);
        });
        self.mappings.update(|mappings| {
            mappings.remove(&sheet);
        });
        self.read(Step::Sheets);
    }

    /// Rows of a sheet whose coefficient waits for the points of the standard product.
    pub fn without_standard(self, sheet: usize) -> usize {
        let asks = |problem: &&CellProblem| problem.reason == ProblemReason::StandardPointsUnknown;
        self.tables.with_untracked(|tables| {
            let mut tables = tables.iter().flat_map(|tables| &tables.tables);
            let table = tables.find(|(index, _)| *index == sheet);
            table.map_or(0, |(_, table)| table.problems.iter().filter(asks).count())
        })
    }

    /// The mapping a sheet is read by, as proposed or changed.
    pub fn mapping(self, sheet: usize) -> Option<Mapping> {
        let changed = self.mappings.with(|mappings| mappings.get(&sheet).cloned());
        changed.unwrap_or_else(|| {
            self.tables.with(|tables| {
                let proposals = &tables.as_ref()?.proposals;
                proposals
                    .iter()
                    .find(|proposal| proposal.sheet == sheet)?
                    .mapping
                    .clone()
            })
        })
    }

    /// What is looked for in each table that is imported: those of sheets that are not left out.
    fn chosen<T>(self, look: fn(&RawTable) -> T) -> Vec<T> {
        self.tables.with(|tables| {
            let all = tables.iter().flat_map(|tables| &tables.tables);
            let chosen = all.filter(|(sheet, _)| self.is_kept(*sheet));
            chosen.map(|(_, table)| look(table)).collect()
        })
    }

    /// The names of the tables that are imported, in their order.
    pub fn sheet_names(self) -> Vec<String> {
        let mut names = self.chosen(|table| table.sheet.clone());
        for name in names.iter_mut().filter(|name| name.is_empty()) {
            *name = self.app.t(ImportMessage::PastedSheet);
        }
        names
    }

    /// What stands in a cell, as a person would write it; empty for nothing.
    pub fn written(self, at: RowAt, field: Field) -> String {
        let locale = self.app.locale.get_untracked();
        self.tables.with_untracked(|tables| {
            let left_out = |sheet: &usize| {
                self.mappings
                    .with_untracked(|mappings| matches!(mappings.get(sheet), Some(None)))
            };
            let all = tables.iter().flat_map(|tables| &tables.tables);
            let table = all.filter(|(sheet, _)| !left_out(sheet)).nth(at.table);
            let rows = table.map_or(&[][..], |(_, table)| &table.rows);
            let row = rows.iter().find(|row| row.row == at.row);
            row.and_then(|row| row.get(field))
                .map_or_else(String::new, |value| shown_raw(value, locale))
        })
    }

    /// The dry run of what is chosen now.
    pub fn plan(self) -> ImportPlan {
        let choices = self.choices.get();
        // Without a copy: there may be a hundred thousand rows.
        self.tables.with(|tables| {
            let all = tables.iter().flat_map(|tables| &tables.tables);
            let chosen: Vec<&RawTable> = all
                .filter(|(sheet, _)| self.is_kept(*sheet))
                .map(|(_, table)| table)
                .collect();
            self.app.read(|model| {
                let settings = ImportSettings::of(model, self.name());
                plan(&model.book, &chosen, &settings, &choices)
            })
        })
    }

    fn is_kept(self, sheet: usize) -> bool {
        self.mappings
            .with(|mappings| !matches!(mappings.get(&sheet), Some(None)))
    }

    /// Corrects one cell for this import.
    ///
    /// `table` counts among the chosen tables. Gives the words why not, when it does not fit.
    pub fn correct(self, table: usize, row: u32, field: Field, text: &str) -> Result<(), String> {
        let left_out: Vec<usize> = self.mappings.with_untracked(|mappings| {
            mappings
                .iter()
                .filter(|(_, mapping)| mapping.is_none())
                .map(|(sheet, _)| *sheet)
                .collect()
        });
        let mut outcome = Ok(());
        self.tables.update(|tables| {
            let Some(tables) = tables else { return };
            let mut kept = tables
                .tables
                .iter_mut()
                .filter(|(sheet, _)| !left_out.contains(sheet));
            if let Some((_, table)) = kept.nth(table) {
                outcome = table
                    .correct(row, field, text)
                    .map_err(|problem| self.app.t(problem.reason));
            }
        });
        outcome
    }

    /// Takes the plan as one operation and remembers the mappings.
    pub fn take_plan(self, plan: &ImportPlan) {
        let count = plan.operation.changes.len();
        let before = self.app.peek(|model| model.sequence);
        self.app.act(plan.operation.clone());
        // What the book refuses is told; the rows stay as they are.
        if self.app.peek(|model| model.sequence) > before {
            self.remember();
            self.step.set(Step::Done(count));
        }
    }

    fn remember(self) {
        let before = self
            .app
            .peek(|model| model.preferences.get(REMEMBERED).cloned())
            .unwrap_or_default();
        let mut list = RememberedMapping::list_from_text(&before);
        self.tables.with_untracked(|tables| {
            let all = tables.iter().flat_map(|tables| &tables.proposals);
            // Without a header nothing tells the next block that it is the same.
            for proposal in all.filter(|proposal| !proposal.signature.is_empty()) {
                let mapping = self
                    .mappings
                    .with_untracked(|mappings| mappings.get(&proposal.sheet).cloned().flatten());
                if let Some(mapping) = mapping {
                    list.retain(|known| known.signature != proposal.signature);
                    list.push(proposal.remember(&mapping));
                }
            }
        });
        let value = RememberedMapping::list_to_text(&list);
        if value != before && !list.is_empty() {
            self.app.dispatch(Event::Preferred {
                name: REMEMBERED.to_owned(),
                value,
            });
        }
    }
}

/// True for rows that the plan takes.
pub(super) const fn is_taken(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::New(_) | Verdict::Changed(..))
}
