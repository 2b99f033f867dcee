//! Files of the sample agency as the worker makes them; beside the workbook stand the
//! values the engine displays.

use std::error::Error;
use std::path::Path;

use chrono::Datelike as _;
use congtam::app::job::{ConductForm, ConductOrder, ConductWhose, Job, JobReply, Order, Product};
use congtam::app::{law, sample_agency};
use congtam::domain::{Day, Exact, Period, Role};
use congtam::engine::{ScoreState, Scores};
use congtam::files::backup::{self, Backup};
use congtam::ledger::Book;
use serde_json::json;

use crate::expected::classification;

const YEAR: u16 = 2026;
/// Printed decimals of the sample.
const DECIMALS: u32 = 2;

pub fn write(directory: &Path) -> Result<(), Box<dyn Error>> {
    let today = Day::from_ymd_opt(YEAR.into(), 12, 20).ok_or("a day")?;
    let mut book = Book::default();
    book.apply(&sample_agency(today))?;
    let (one, _) = book.officials.iter().next().ok_or("an official")?;
    for (name, product, period, officials) in [
        ("xa-mau.xlsx", Product::Workbook, "2026", vec![]),
        ("xa-mau.json", Product::Official, "2026", vec![]),
        (
            "xa-mau-mau-01.docx",
            Product::MonthlyForms,
            "2026-10",
            vec![one.0],
        ),
        (
            "xa-mau-mau-02.docx",
            Product::YearlyForms,
            "2026",
            vec![one.0],
        ),
        ("xa-mau-vi-sao.docx", Product::Annex, "2026-10", vec![one.0]),
    ] {
        let order = Order {
            product,
            period: period.to_owned(),
            officials,
            tasks: Vec::new(),
            names_hidden: false,
            english: false,
            today: today.num_days_from_ce(),
            log: None,
        };
        let reply = congtam::work::run(Job::Export(order), Some(&book), &mut |_| ());
        let JobReply::File(file) = reply else {
            return Err(format!("no {name}: {reply:?}").into());
        };
        std::fs::write(directory.join(name), file.bytes.0)?;
    }
    conduct(directory, &book, today)?;
    let expected = serde_json::to_string_pretty(&expected(&book))?;
    Ok(std::fs::write(
        directory.join("xa-mau.expected.json"),
        expected,
    )?)
}

/// The directive's scorecard of the agency, units and people over different days, with the
/// backup from which each figure can be counted again.
fn conduct(directory: &Path, book: &Book, today: Day) -> Result<(), Box<dyn Error>> {
    let backup = Backup {
        workspace: "xa-mau".to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        book: book.clone(),
        ..Backup::default()
    };
    std::fs::write(directory.join("xa-mau.congtam"), backup::write(&backup))?;
    let mut heads = book.positions.iter().rev();
    let head = heads.find(|(_, it)| it.role == Role::Head);
    let (_, head) = head.ok_or("a head")?;
    let complained = book.complaints.iter().find_map(|(_, it)| it.official);
    let complained = complained.ok_or("a complaint")?;
    let mut cards = Vec::new();
    for (at, (whose, period)) in [
        (ConductWhose::Agency, "2026"),
        (ConductWhose::Agency, "2026-09"),
        (ConductWhose::Unit(head.unit.0), "2026-Q3"),
        (ConductWhose::Official(head.official.0), "2026"),
        (ConductWhose::Official(complained.0), "2026-H1"),
    ]
    .into_iter()
    .enumerate()
    {
        let period = Period::parse(period)?;
        let days = (period.first_day(), period.last_day());
        let file = format!("ky-cuong-{at}.xlsx");
        let word = format!("ky-cuong-{at}.docx");
        conduct_file(directory, book, today, &file, (whose, days, false))?;
        conduct_file(directory, book, today, &word, (whose, days, false))?;
        cards.push(json!({
            "file": file,
            "word": word,
            "whose": match whose {
                ConductWhose::Agency => json!({}),
                ConductWhose::Unit(unit) => json!({ "unit": unit }),
                ConductWhose::Official(official) => json!({ "official": official }),
            },
            "from": days.0.to_string(), "to": days.1.to_string(), "as_of": today.to_string(),
        }));
    }
    let year = Period::Year(YEAR);
    let days = (year.first_day(), year.last_day());
    let agency = ConductWhose::Agency;
    conduct_file(
        directory,
        book,
        today,
        "ky-cuong-an-ten.xlsx",
        (agency, days, true),
    )?;
    conduct_file(
        directory,
        book,
        today,
        "ky-cuong.docx",
        (agency, days, false),
    )?;
    let cards = serde_json::to_string_pretty(&cards)?;
    Ok(std::fs::write(directory.join("ky-cuong.json"), cards)?)
}

fn conduct_file(
    directory: &Path,
    book: &Book,
    today: Day,
    name: &str,
    (whose, (from, to), names_hidden): (ConductWhose, (Day, Day), bool),
) -> Result<(), Box<dyn Error>> {
    let form = if Path::new(name).extension().is_some_and(|it| it == "docx") {
        ConductForm::Report
    } else {
        ConductForm::Workbook
    };
    let order = Order {
        product: Product::Conduct(ConductOrder {
            form,
            whose,
            from: from.num_days_from_ce(),
            to: to.num_days_from_ce(),
        }),
        period: YEAR.to_string(),
        officials: vec![],
        tasks: Vec::new(),
        names_hidden,
        english: false,
        today: today.num_days_from_ce(),
        log: None,
    };
    let reply = congtam::work::run(Job::Export(order), Some(book), &mut |_| ());
    let JobReply::File(file) = reply else {
        return Err(format!("no {name}: {reply:?}").into());
    };
    Ok(std::fs::write(directory.join(name), file.bytes.0)?)
}

fn expected(book: &Book) -> serde_json::Value {
    let scores = Scores::full(book, law());
    let shown = |value: Option<&Exact>| value.map(|v| v.truncated(DECIMALS)).unwrap_or_default();
    let mut cells = Vec::new();
    for (id, official) in book.officials.iter() {
        if book.position_in(id, Period::Year(YEAR)).is_none() {
            continue;
        }
        let code = official.code.clone().unwrap_or_default();
        let mut cell = |sheet: &str, period: &str, header: &str, shown: String| {
            cells.push(json!({
                "sheet": sheet, "code": code, "period": period,
                "header": header, "shown": shown,
            }));
        };
        let assessed = scores.assess_year(book, law(), id, YEAR);
        for part in &assessed.parts {
            if matches!(part.state, ScoreState::Away | ScoreState::NotComputed) {
                continue;
            }
            let period = part.period.to_string();
            let total = shown(part.total.as_ref());
            cell("Tháng", &period, "Tổng điểm", total);
        }
        let score = &assessed.score;
        let mean = shown(score.mean.as_ref());
        cell("Tổng hợp năm", "", "Điểm trung bình năm", mean);
        let computed = classification(score.computed).to_owned();
        cell("Tổng hợp năm", "", "Xếp loại tính toán", computed);
    }
    let cap = scores.cap(book, law(), YEAR);
    for line in cap
        .iter()
        .flat_map(|cap| std::iter::once(&cap.organisation).chain(&cap.groups))
    {
        let scope = match line.scope {
            congtam::engine::CapScope::Organisation => "Toàn cơ quan, tổ chức, đơn vị".to_owned(),
            congtam::engine::CapScope::Group(group) => book
                .groups
                .get(group)
                .map(|group| group.name.clone())
                .unwrap_or_default(),
        };
        cells.push(json!({
            "sheet": "Tỷ lệ", "code": scope, "period": "",
            "header": "Số người xuất sắc tối đa", "shown": line.allowed.to_string(),
        }));
    }
    json!({ "cells": cells })
}
