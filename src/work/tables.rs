//! Reading files of tables, and making empty ones to fill in.

use std::ops::ControlFlow;

use crate::app::job::{JobProgress, ReadTables, Tables};
use crate::files::recognise::{ExtractOptions, extract, recognise};
use crate::files::tabular::{self, Limits, ReadProgress, TabularError};

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
    let workbook = tabular::read(
        &order.bytes.0,
        &order.name,
        Limits::default(),
        &mut on_progress,
    )?;
    let proposals = recognise(&workbook, &order.remembered);
    let mut tables = Vec::new();
    for proposal in &proposals {
        let mapping = order
            .mappings
            .get(&proposal.sheet)
            .or(proposal.mapping.as_ref());
        if let Some(mapping) = mapping {
            tables.push((
                proposal.sheet,
                extract(
                    &workbook,
                    proposal.sheet,
                    mapping,
                    &ExtractOptions::default(),
                ),
            ));
        }
    }
    Ok(Tables {
        proposals,
        tables,
        findings: workbook.findings,
    })
}
