//! The csv export and the JSON for the official system, made of the same summary.

use std::error::Error;
use std::path::Path;

use congtam::domain::{Day, Exact, Grade};
use congtam::files::csv_out::{CsvCell, write_csv};
use congtam::files::names::Names;
use congtam::files::official::{
    ExportAgency, ExportCap, ExportOfficial, ExportPeriod, ExportReading, ExportRole, ExportYear,
    OfficialExport, write_official,
};
use congtam::files::workbook::{PeriodRole, PersonPeriod, Summary, SummaryPerson};

pub fn write(directory: &Path, summary: &Summary) -> Result<(), Box<dyn Error>> {
    std::fs::write(directory.join("nhiem-vu.csv"), tasks(summary)?)?;
    let mut export = export(summary)?;
    let save = |name: &str, export: &OfficialExport| -> Result<(), Box<dyn Error>> {
        Ok(std::fs::write(
            directory.join(name),
            write_official(export)?,
        )?)
    };
    save("chinh-thuc.json", &export)?;
    export.names = Names::Hidden;
    save("chinh-thuc-an-ten.json", &export)
}

fn tasks(summary: &Summary) -> Result<Vec<u8>, Box<dyn Error>> {
    let periods = summary
        .people
        .iter()
        .flat_map(|person| person.periods.iter().map(move |period| (person, period)));
    let rows = periods.flat_map(|(person, period)| {
        period.tasks.iter().map(|task| {
            vec![
                CsvCell::Text(person.name.clone()),
                CsvCell::Text(task.title.clone()),
                CsvCell::Number(task.coefficient.to_string()),
                task.due.map_or(CsvCell::Empty, CsvCell::Day),
            ]
        })
    });
    Ok(write_csv(&["Họ và tên", "Nội dung", "Hệ số", "Hạn"], rows)?)
}

fn export(summary: &Summary) -> Result<OfficialExport, Box<dyn Error>> {
    Ok(OfficialExport {
        agency: ExportAgency {
            name: summary.agency.clone(),
            ..ExportAgency::default()
        },
        year: summary.year,
        written_on: Day::from_ymd_opt(2026, 12, 15).ok_or("a day")?,
        names: Names::Shown,
        instrument: "nd-335-2025".to_owned(),
        readings: vec![ExportReading {
            id: "R1".to_owned(),
            option: "per_occurrence".to_owned(),
            grade: Grade::Mandatory,
        }],
        decimals: summary.parameters.decimals,
        officials: summary
            .people
            .iter()
            .map(|person| official(person, summary))
            .collect(),
        caps: vec![ExportCap {
            group: None,
            share: Exact::ratio(1, 5),
            excellent: 1,
            base: 6,
            allowed: 1,
        }],
    })
}

fn official(person: &SummaryPerson, summary: &Summary) -> ExportOfficial {
    ExportOfficial {
        code: person.code.clone(),
        name: person.name.clone(),
        position: person.position.clone(),
        unit: person.unit.clone(),
        group: Some(person.group.clone()).filter(|group| !group.is_empty()),
        periods: person
            .periods
            .iter()
            .map(|scored| period(scored, summary))
            .collect(),
        year: ExportYear {
            mean: person.mean.clone(),
            months: u8::try_from(person.periods.len()).unwrap_or(12),
            gates: vec![],
            computed: person.computed,
            decided: None,
        },
    }
}

fn period(scored: &PersonPeriod, summary: &Summary) -> ExportPeriod {
    let lines = summary.parameters.criteria.iter();
    ExportPeriod {
        period: scored.period,
        role: match scored.role {
            PeriodRole::Staff => ExportRole::Staff,
            PeriodRole::Leader => ExportRole::Head,
            PeriodRole::Support => ExportRole::Support,
        },
        confirmed: false,
        own_lines: lines
            .zip(&scored.general_lines)
            .filter_map(|(line, points)| Some((line.number.clone(), (*points)?)))
            .collect(),
        authority_lines: vec![],
        general: scored.general(),
        ratios: scored.ratios.clone(),
        leadership: scored.leadership.clone(),
        result: scored.result.clone(),
        total: scored.total.clone(),
        findings: vec![],
    }
}
