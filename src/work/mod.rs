//! What the worker does: a job in, progress, one reply.
//!
//! Everything heavy is here, away from the first view: reading tables, making forms and
//! workbooks. It runs on the host too, which is how it is tested.

mod annex;
mod conduct;
mod csv;
mod deadlines;
mod forms;
mod local_rules;
/// The log as a file: its rows come from the store, so it is no job.
pub mod log;
mod official;
mod parameters;
mod people;
mod person;
mod summary;
mod tables;

use crate::app::job::{Bytes, Job, JobProgress, JobReply, MadeFile, NotMade, Order, Product};
use crate::ledger::Book;

/// Tells how far the job is.
pub type Report<'a> = &'a mut dyn FnMut(JobProgress);

/// Does a job.
#[must_use]
pub fn run(job: Job, book: Option<&Book>, report: Report<'_>) -> JobReply {
    match job {
        Job::Echo { bytes, piece } => echo(bytes, piece, report),
        Job::ReadTables(order) => JobReply::Tables(tables::read(&order, report)),
        Job::Template { kind, today } => made(tables::empty_table(book, kind, today)),
        Job::ReadLocalRules(bytes) => JobReply::LocalRules(local_rules::read(&bytes)),
        Job::WriteLocalRules { set, today } => match book {
            Some(book) => made(local_rules::file(book, set, today)),
            None => JobReply::NotMade(NotMade::NoBook),
        },
        Job::Export(order) => match book {
            Some(book) => exported(book, &order, report),
            None => JobReply::NotMade(NotMade::NoBook),
        },
    }
}

fn made(file: Result<MadeFile, NotMade>) -> JobReply {
    file.map_or_else(JobReply::NotMade, JobReply::File)
}

fn exported(book: &Book, order: &Order, report: Report<'_>) -> JobReply {
    made(match order.product {
        Product::MonthlyPages | Product::YearlyPages => {
            return forms::pages(book, order, report)
                .map_or_else(JobReply::NotMade, JobReply::Pages);
        }
        Product::Conduct(wanted) => return conduct::made(book, order, wanted),
        Product::MonthlyForms | Product::YearlyForms => forms::files(book, order, report),
        Product::Csv => csv::scores(book, order),
        Product::Deadlines => deadlines::calendar(book, order),
        Product::Annex => annex::annex(book, order, report),
        Product::Official => official::json(book, order),
        Product::Person => person::file(book, order),
        Product::Workbook => summary::workbook(book, order, report),
    })
}

fn echo(bytes: Bytes, piece: u32, report: Report<'_>) -> JobReply {
    let of = bytes.0.len() as u64;
    let mut done = 0;
    while piece > 0 && done < of {
        done = of.min(done + u64::from(piece));
        report(JobProgress { done, of });
    }
    JobReply::Echo(bytes)
}

fn progress(report: &mut dyn FnMut(JobProgress), done: usize, of: usize) {
    report(JobProgress {
        done: done as u64,
        of: of as u64,
    });
}

#[cfg(test)]
mod tests;
