//! Reading files of tables, and making empty ones to fill in.

use std::ops::ControlFlow;

use crate::app::job::{Bytes, JobProgress, MadeFile, NotMade, ReadTables, Tables};
use crate::app::law;
use crate::app::workflow::entry;
use crate::domain::{Day, Month, Period};
use crate::engine::criteria_in;
use crate::files::recognise::{ExtractOptions, TableKind, extract, propose_for, recognise};
use crate::files::tabular::{self, Limits, ReadProgress, TabularError};

use crate::files::templates::{TemplateContents, template, template_file_name};
use crate::ledger::Book;

use super::Report;

/// Reads a file and extracts every sheet that has a mapping.
pub(super) fn read(order: &ReadTables, report: Report<'_>) -> Result<Tables, TabularError> {
    let mut on_progress = |progress: ReadProgress| {
        report(JobProgress {
            done: progress.rows,
            of: 0,
        });
        ControlFlow::Continue(())
    };
    let limits = Limits::default();
    let workbook = match &order.pasted {
        Some(block) => {
            tabular::read_clipboard(&block.text, block.html.as_deref(), limits, &mut on_progress)
        }
        None => tabular::read(&order.bytes.0, &order.name, limits, &mut on_progress),
    }?;
    let typed = order.standard_points.as_deref();
    let options = ExtractOptions {
        standard_points: typed.and_then(|typed| entry::number(typed).ok()),
        ..ExtractOptions::default()
    };
    let mut proposals = recognise(&workbook, &order.remembered);
    for proposal in &mut proposals {
        let sheet = workbook.sheets.get(proposal.sheet);
        if let (Some(header), Some(sheet)) = (order.headers.get(&proposal.sheet), sheet) {
            *proposal = propose_for(sheet, proposal.sheet, header.kind, header.row, 1);
        }
    }
    let mut tables = Vec::new();
    for proposal in &proposals {
        let mapping = order
            .mappings
            .get(&proposal.sheet)
            .or(proposal.mapping.as_ref());
        if let Some(mapping) = mapping {
            let table = extract(&workbook, proposal.sheet, mapping, &options);
            tables.push((proposal.sheet, table));
        }
    }
    Ok(Tables {
        proposals,
        tables,
        findings: workbook.findings,
    })
}

/// An empty table to fill in, with the agency's own units and groups to choose from.
pub(super) fn empty_table(
    book: Option<&Book>,
    kind: TableKind,
    today: i32,
) -> Result<MadeFile, NotMade> {
    let today = Day::from_num_days_from_ce_opt(today).ok_or(NotMade::NothingToMake)?;
    let month = Period::Month(Month::of(today));
    law()
        .for_period(month)
        .map_err(|_| NotMade::NothingToMake)?;
    let none = Book::default();
    let sections = criteria_in(book.unwrap_or(&none), law(), month);
    let lines = sections.iter().flat_map(|section| &section.lines);
    let lines: Vec<_> = lines.map(|line| (line.id, line.max)).collect();
    let units: Vec<String> = book
        .into_iter()
        .flat_map(|book| book.units.iter())
        .map(|(_, unit)| unit.name.clone())
        .collect();
    let groups: Vec<String> = book
        .into_iter()
        .flat_map(|book| book.groups.iter())
        .map(|(_, group)| group.name.clone())
        .collect();
    let contents = TemplateContents {
        lines: &lines,
        units: &units,
        groups: &groups,
        today,
    };
    let bytes = template(kind, &contents).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: template_file_name(kind).to_owned(),
        bytes: Bytes(bytes),
    })
}
