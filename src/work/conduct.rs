//! The directive's scorecard as a workbook, a Word report and pages to print.

use crate::app::job::{
    Bytes, ConductForm, ConductOrder, ConductWhose, JobReply, MadeFile, NotMade, Order,
};
use crate::app::law;
use crate::app::view::conduct::{
    CardFigure, ConductAsk, ConductRow, ConductSpan, ConductView, Evidence, EvidenceRow, Whose,
    conduct, evidence_row,
};
use crate::domain::{Day, Exact, OfficialId, Span, UnitId};
use crate::engine::Scores;
use crate::files::forms::{DocxProperties, page_parts, write_docx};
use crate::files::names::{Names, pseudonym};
use crate::files::report::{Report, ReportCell, ReportColumn, ReportTable};
use crate::files::workbook::write_report;
use crate::i18n::conduct::{
    ConductFinding, ConductMessage, ConductReport, detail, evidence_words, figure, mean_days,
    points, proposal, tariff,
};
use crate::i18n::reason::{GradeName, wording};
use crate::i18n::{Locale, Say as _, format};
use crate::ledger::Book;
use crate::text::name_sort_key;

use super::people;

/// Makes what is wanted.
pub(super) fn made(book: &Book, order: &Order, wanted: ConductOrder) -> JobReply {
    let Some((report, name)) = report(book, order, wanted) else {
        return JobReply::NotMade(NotMade::NothingToMake);
    };
    let bytes = match wanted.form {
        ConductForm::Pages => return JobReply::Pages(page_parts(&report.paper())),
        ConductForm::Workbook => write_report(&report).map_err(|_| NotMade::Format),
        ConductForm::Report => {
            let properties = DocxProperties {
                written_on: report.written_on,
                log: people::log_head(order),
            };
            write_docx(&report.paper(), properties).map_err(|_| NotMade::Format)
        }
    };
    let extension = match wanted.form {
        ConductForm::Workbook => "xlsx",
        ConductForm::Report | ConductForm::Pages => "docx",
    };
    match bytes {
        Ok(bytes) => JobReply::File(MadeFile {
            name: [name.as_str(), extension].join("."),
            bytes: Bytes(bytes),
        }),
        Err(why) => JobReply::NotMade(why),
    }
}

/// The report's writer: what people are called in it, and in which language.
struct Writer<'a> {
    book: &'a Book,
    locale: Locale,
    /// Everybody by given name, when names are hidden: the place is the pseudonym.
    hidden: Option<Vec<OfficialId>>,
}

fn report(book: &Book, order: &Order, wanted: ConductOrder) -> Option<(Report, String)> {
    let day = |days| Day::from_num_days_from_ce_opt(days);
    let (from, to) = (day(wanted.from)?, day(wanted.to)?);
    let ask = ConductAsk {
        whose: match wanted.whose {
            ConductWhose::Agency => Whose::Agency,
            ConductWhose::Unit(unit) => Whose::Unit(UnitId(unit)),
            ConductWhose::Official(official) => Whose::Official(OfficialId(official)),
        },
        span: ConductSpan::Days(from, to),
    };
    let today = people::today(order)?;
    let scores = Scores::full(book, law());
    let view = conduct(book, &scores, ask, today)?;
    let writer = Writer::new(book, order);
    let log = people::log_head(order);
    let word = ask.whose.word();
    let name = [
        "Ky-cuong",
        word.as_str(),
        &from.to_string(),
        &to.to_string(),
    ]
    .join("-");
    let mut report = writer.report(&view, today);
    let note = log.map(|head| people::log_note(head, writer.locale));
    report.notes.extend(note);
    report.log = log;
    Some((report, name))
}

impl<'a> Writer<'a> {
    fn new(book: &'a Book, order: &Order) -> Self {
        let hidden = (people::names(order) == Names::Hidden).then(|| {
            let mut all: Vec<OfficialId> = book.officials.iter().map(|(id, _)| id).collect();
            all.sort_by_cached_key(|id| (name_sort_key(book.official_name(*id)), *id));
            all
        });
        Self {
            book,
            locale: if order.english {
                Locale::En
            } else {
                Locale::Vi
            },
            hidden,
        }
    }

    fn say(&self, message: &ConductReport) -> String {
        message.say(self.locale)
    }

    fn who(&self, official: OfficialId) -> String {
        match &self.hidden {
            None => self.book.official_name(official).to_owned(),
            Some(all) => {
                let place = all.iter().position(|other| *other == official);
                place.map(pseudonym).unwrap_or_default()
            }
        }
    }

    fn report(&self, view: &ConductView, today: Day) -> Report {
        let of_person = matches!(view.whose, Whose::Official(_));
        let about = match view.whose {
            Whose::Official(official) => self.who(official),
            Whose::Agency | Whose::Unit(_) => view.name.clone(),
        };
        let mut tables = vec![self.criteria(view)];
        if view.units.len() > 1 {
            tables.push(self.units(view));
        }
        tables.push(self.evidence(view, of_person));
        tables.push(self.personnel(view));
        let mut notes = vec![self.say(&ConductReport::Note)];
        if !of_person {
            notes.push(self.say(&ConductReport::EvidenceElsewhere));
        }
        Report {
            head: people::head(self.book),
            title: vec![
                self.say(&ConductReport::Title),
                self.say(&ConductReport::About {
                    name: about,
                    days: self.days(view.span),
                }),
            ],
            intro: vec![
                ConductMessage::AsOf {
                    day: format::day(view.as_of),
                }
                .say(self.locale),
            ],
            tables,
            notes,
            written_on: Some(today),
            log: None,
        }
    }

    fn days(&self, span: Span) -> String {
        self.say(&ConductReport::Days {
            from: format::day(span.from),
            to: format::day(span.to.unwrap_or(span.from)),
        })
    }

    fn column(&self, head: &ConductReport, percent: u8, letters: u8) -> ReportColumn {
        ReportColumn {
            head: self.say(head),
            percent,
            letters,
        }
    }

    fn criteria(&self, view: &ConductView) -> ReportTable {
        ReportTable {
            sheet: self.say(&ConductReport::CriteriaSheet),
            title: self.say(&ConductReport::CriteriaTitle),
            columns: vec![
                self.column(&ConductReport::Code, 8, 8),
                self.column(&ConductReport::Criterion, 26, 34),
                self.column(&ConductReport::Figure, 22, 24),
                self.column(&ConductReport::Reached, 0, 10),
                self.column(&ConductReport::Of, 0, 10),
                self.column(&ConductReport::Events, 0, 10),
                self.column(&ConductReport::Points, 14, 14),
                self.column(&ConductReport::Tariff, 0, 40),
                self.column(&ConductReport::Remarks, 30, 60),
            ],
            rows: view.rows().map(|row| self.criterion(row)).collect(),
            printed: true,
        }
    }

    fn criterion(&self, row: &ConductRow) -> Vec<ReportCell> {
        let locale = self.locale;
        let [reached, of, events] = numbers(row.card.figure);
        let own = row.card.points.as_ref();
        let tariff = own.map(|own| {
            let words = tariff(own, row.tariff.as_ref(), locale);
            let grade = GradeName::from(own.grade).say(locale);
            format!("{words} [{grade}]")
        });
        let findings = row.card.findings.iter();
        let findings = findings.map(|finding| ConductFinding::from(*finding).say(locale));
        let proposals = row.card.proposals.iter();
        let proposals = proposals.map(|one| proposal(one, locale));
        let remarks: Vec<String> = detail(row.card.detail, locale)
            .into_iter()
            .chain(findings)
            .chain(proposals)
            .collect();
        vec![
            text(row.source.key.clone()),
            text(wording(&row.source.name, locale)),
            text(figure(row.card.figure, locale)),
            reached,
            of,
            events,
            own.map_or(ReportCell::Empty, |own| text(points(own, locale))),
            tariff.map_or(ReportCell::Empty, text),
            text(remarks.join("\n")),
        ]
    }

    fn units(&self, view: &ConductView) -> ReportTable {
        let rows = view.units.iter().map(|row| {
            let line = &row.line;
            let share = (line.tasks > 0).then(|| {
                let share = Exact::ratio(i128::from(line.late) * 100, i128::from(line.tasks));
                ReportCell::Number(share.truncated(2))
            });
            let handled = match line.handled {
                CardFigure::Share { reached, .. } => reached,
                _ => 0,
            };
            let speed = mean_days(line.handling_days, handled, Locale::En);
            let whole = || self.say(&ConductReport::Whole);
            vec![
                text(row.name.clone().unwrap_or_else(whole)),
                number(line.people),
                number(line.tasks),
                number(line.late),
                share.unwrap_or_default(),
                number(line.overdue),
                number(handled),
                speed.map_or(ReportCell::Empty, ReportCell::Number),
                number(line.complaints),
                number(line.incidents),
            ]
        });
        ReportTable {
            sheet: self.say(&ConductReport::UnitsSheet),
            title: self.say(&ConductReport::UnitsTitle),
            columns: vec![
                self.column(&ConductReport::Unit, 28, 34),
                self.column(&ConductReport::People, 8, 10),
                self.column(&ConductReport::Tasks, 8, 10),
                self.column(&ConductReport::Late, 8, 10),
                self.column(&ConductReport::LateShare, 8, 10),
                self.column(&ConductReport::Overdue, 8, 10),
                self.column(&ConductReport::Handled, 8, 10),
                self.column(&ConductReport::Speed, 8, 12),
                self.column(&ConductReport::Complaints, 8, 10),
                self.column(&ConductReport::Incidents, 8, 10),
            ],
            rows: rows.collect(),
            printed: true,
        }
    }

    fn evidence(&self, view: &ConductView, printed: bool) -> ReportTable {
        let all = view.rows().flat_map(|row| {
            let evidence = row.card.evidence.iter();
            evidence.map(move |one| (row.source.key.as_str(), one))
        });
        let rows = all.map(|(code, one)| {
            let mut cells = vec![text(code)];
            cells.extend(self.record(one));
            cells
        });
        ReportTable {
            sheet: self.say(&ConductReport::EvidenceSheet),
            title: self.say(&ConductReport::EvidenceTitle),
            columns: vec![
                self.column(&ConductReport::Code, 9, 8),
                self.column(&ConductReport::Day, 13, 12),
                self.column(&ConductReport::Record, 12, 14),
                self.column(&ConductReport::Called, 26, 50),
                self.column(&ConductReport::Person, 0, 26),
                self.column(&ConductReport::Shows, 26, 40),
                self.column(&ConductReport::Count, 0, 8),
                self.column(&ConductReport::Document, 14, 30),
            ],
            rows: rows.collect(),
            printed,
        }
    }

    /// Day, number, name, person, what it shows, count, document.
    fn record(&self, evidence: &Evidence) -> [ReportCell; 7] {
        let row: EvidenceRow = evidence_row(self.book, evidence);
        let hidden = self.hidden.is_some();
        // What was typed freely may name people.
        let free = |words: String| if hidden { String::new() } else { words };
        let who = evidence.official.map(|official| self.who(official));
        let words = evidence_words(&row, self.locale);
        [
            ReportCell::Day(row.on),
            text(row.number),
            text(free(row.name)),
            who.map_or(ReportCell::Empty, text),
            text(words),
            number(row.count),
            text(free(row.documents.join("; "))),
        ]
    }

    fn personnel(&self, view: &ConductView) -> ReportTable {
        let met = view.personnel.iter().flat_map(|row| {
            let met = row.met.iter();
            met.map(move |(met, source)| (row.official, met, source))
        });
        let rows = met.map(|(official, met, source)| {
            let grade = GradeName::from(source.grade).say(self.locale);
            let records = met.evidence.iter().map(|one| {
                let row = evidence_row(self.book, one);
                let documents = row.documents.join("; ");
                let known = if documents.is_empty() || self.hidden.is_some() {
                    String::new()
                } else {
                    format!(" ({documents})")
                };
                format!("{} {}{known}", format::day(row.on), row.number)
            });
            let records: Vec<String> = records.collect();
            vec![
                text(self.who(official)),
                text(wording(&source.name, self.locale)),
                number(met.count),
                number(met.condition.at_least),
                text(grade),
                text(records.join("\n")),
            ]
        });
        ReportTable {
            sheet: self.say(&ConductReport::PersonnelSheet),
            title: self.say(&ConductReport::PersonnelTitle),
            columns: vec![
                self.column(&ConductReport::Person, 22, 26),
                self.column(&ConductReport::Condition, 26, 34),
                self.column(&ConductReport::Times, 8, 10),
                self.column(&ConductReport::Threshold, 8, 10),
                self.column(&ConductReport::Grade, 10, 14),
                self.column(&ConductReport::Records, 26, 60),
            ],
            rows: rows.collect(),
            printed: true,
        }
    }
}

fn text(words: impl Into<String>) -> ReportCell {
    ReportCell::Text(words.into())
}

fn number(value: impl ToString) -> ReportCell {
    ReportCell::Number(value.to_string())
}

/// Numerator, denominator, events.
fn numbers(figure: CardFigure) -> [ReportCell; 3] {
    let none = ReportCell::default;
    match figure {
        CardFigure::NotMeasured => [none(), none(), none()],
        CardFigure::Share { reached, of } => [number(reached), number(of), none()],
        CardFigure::Events { count, of } => [none(), of.map_or_else(none, number), number(count)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::job::Product;
    use crate::domain::Period;

    fn book() -> Book {
        let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let mut book = Book::default();
        book.apply(&crate::app::sample_agency(today))
            .expect("the sample");
        book
    }

    fn order(form: ConductForm, whose: ConductWhose, names_hidden: bool) -> Order {
        use chrono::Datelike as _;
        let period = Period::parse("2026-Q3").expect("a quarter");
        let wanted = ConductOrder {
            form,
            whose,
            from: period.first_day().num_days_from_ce(),
            to: period.last_day().num_days_from_ce(),
        };
        Order {
            product: Product::Conduct(wanted),
            period: "2026".to_owned(),
            officials: Vec::new(),
            tasks: Vec::new(),
            names_hidden,
            english: false,
            today: period.last_day().num_days_from_ce(),
            log: None,
        }
    }

    fn make(book: &Book, order: &Order) -> JobReply {
        match order.product {
            Product::Conduct(wanted) => made(book, order, wanted),
            _ => JobReply::NotMade(NotMade::NothingToMake),
        }
    }

    #[test]
    fn a_page_holds_everybody_it_lists_and_hides_them_when_asked() {
        let book = book();
        let said = |hidden| {
            let order = order(ConductForm::Pages, ConductWhose::Agency, hidden);
            let JobReply::Pages(parts) = make(&book, &order) else {
                panic!("pages");
            };
            let texts: Vec<String> = parts.into_iter().map(|part| part.text).collect();
            texts.join("\n")
        };
        let named = |text: &str| {
            let mut officials = book.officials.iter();
            officials.any(|(_, official)| text.contains(&official.name))
        };
        let (shown, hidden) = (said(false), said(true));
        assert!(named(&shown));
        assert!(!named(&hidden));
        assert!(hidden.contains("CC-0"));
    }

    #[test]
    fn files_are_made_for_the_agency_a_unit_and_a_person_and_for_nobody_else() {
        let book = book();
        for whose in [
            ConductWhose::Agency,
            ConductWhose::Unit(2),
            ConductWhose::Official(3),
        ] {
            for (form, magic) in [(ConductForm::Workbook, b"PK"), (ConductForm::Report, b"PK")] {
                let reply = make(&book, &order(form, whose, false));
                let JobReply::File(file) = reply else {
                    panic!("{whose:?}: {reply:?}");
                };
                assert!(file.bytes.0.starts_with(magic), "{}", file.name);
            }
        }
        let nobody = ConductWhose::Official(9_999);
        let reply = make(&book, &order(ConductForm::Report, nobody, false));
        assert_eq!(reply, JobReply::NotMade(NotMade::NothingToMake));
    }
}
