//! Why a score is what it is, in sentences: steps, values, articles, readings, grades.

use crate::app::view::why::{Place, WhyNode, WhyView};
use crate::domain::{Citation, Exact, LeadershipCriterion, Origin};
use crate::engine::{InputName, Step, Value};
use crate::rules::Wording;

use super::{Locale, Say, format};

mod words;

pub use words::{AnnexWord, ClassName, ClassWord, GradeName, ReasonMessage, RoleName, StateName};

/// The instrument whose articles are cited without its name: the one computed here.
const MAIN_INSTRUMENT: &str = "nd-335-2025";

/// One step, put into words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The step in a sentence.
    pub title: String,
    /// Its value, written for reading.
    pub value: Option<String>,
    /// Further facts.
    pub notes: Vec<String>,
    /// The articles it follows.
    pub citation: String,
}

/// Puts one step into words.
#[must_use]
pub fn tell(node: &WhyNode, locale: Locale) -> Told {
    let mut notes = notes(node, locale);
    for used in &node.readings {
        let option = wording(&used.basis.name, locale).to_owned();
        let key = used.id.key().to_owned();
        notes.push(ReasonMessage::Reading { key, option }.say(locale));
    }
    let shown = !matches!(
        node.step,
        Step::QualityFailure
            | Step::LateOccurrence
            | Step::DerivedLateness
            | Step::Extension
            | Step::ObjectiveCause
            | Step::HandedBack
    );
    Told {
        title: title(node, locale),
        value: shown.then(|| signed_value(node, locale)),
        notes,
        citation: citation(&node.citations, locale),
    }
}

fn signed_value(node: &WhyNode, locale: Locale) -> String {
    let text = value(&node.value, locale);
    if node.step == Step::ComplaintEffect {
        format!("−{text}")
    } else {
        text
    }
}

/// The language's half of a wording.
#[must_use]
pub fn wording(wording: &Wording, locale: Locale) -> &str {
    match locale {
        Locale::Vi => &wording.vi,
        Locale::En => &wording.en,
    }
}

/// A number with at most two decimals and no idle zeros.
#[must_use]
pub fn amount(value: &Exact, locale: Locale) -> String {
    let text = value.truncated(2);
    let short = text.trim_end_matches('0').trim_end_matches('.');
    match locale {
        Locale::Vi => short.replace('.', ","),
        Locale::En => short.to_owned(),
    }
}

/// A total to four decimals with dots where more follow: `89,9928…`.
#[must_use]
pub fn exact(value: &Exact, locale: Locale) -> String {
    const DECIMALS: u32 = 4;
    let text = format::points(value, DECIMALS, locale);
    if value.fits_decimals(DECIMALS) {
        text.trim_end_matches('0')
            .trim_end_matches([',', '.'])
            .to_owned()
    } else {
        format!("{text}…")
    }
}

/// A value with its unit.
#[must_use]
pub fn value(value: &Value, locale: Locale) -> String {
    match value {
        Value::Points(points) => format::points(points, 2, locale),
        Value::Ratio(ratio) => format::percent(ratio, locale),
        Value::Quantity(number) | Value::Months(number) => amount(number, locale),
        Value::Count(count) => count.to_string(),
        Value::Day(day) => format::day(*day),
        Value::Period(period) => format::period(*period, locale),
        Value::Class(class) => ClassWord::from(*class).say(locale),
        Value::Classification(answer) => ClassWord::from(*answer).say(locale),
        Value::Role(role) => RoleName::from(*role).say(locale),
        Value::Origin(origin) => origin_word(*origin).say(locale),
        Value::ByAuthority(true) => ReasonMessage::ByAuthority.say(locale),
        Value::ByAuthority(false) => ReasonMessage::ByOwn.say(locale),
        Value::Flag(true) => ReasonMessage::Yes.say(locale),
        Value::Flag(false) => ReasonMessage::No.say(locale),
        Value::Text(text) => text.clone(),
        Value::Missing => "—".to_owned(),
    }
}

const fn origin_word(origin: Origin) -> ReasonMessage {
    match origin {
        Origin::Planned => ReasonMessage::Planned,
        Origin::TakenOver => ReasonMessage::TakenOver,
        Origin::Unplanned => ReasonMessage::Unplanned,
    }
}

/// The articles, those of the main decree by number alone.
#[must_use]
pub fn citation(citations: &[(Citation, Wording)], locale: Locale) -> String {
    let cited = citations.iter().map(|(citation, instrument)| {
        let place = article(citation, locale);
        let name = wording(instrument, locale);
        match (citation.instrument == MAIN_INSTRUMENT, place) {
            (true, Some(place)) => place,
            (true, None) => name.to_owned(),
            // Local rules are cited by their decision alone.
            (false, Some(place)) if name.is_empty() => place,
            (false, Some(place)) => format!("{place}, {name}"),
            (false, None) => name.to_owned(),
        }
    });
    cited.collect::<Vec<_>>().join("; ")
}

fn article(citation: &Citation, locale: Locale) -> Option<String> {
    let message = match (citation.article, citation.clause, &citation.point) {
        (Some(article), Some(clause), Some(point)) => ReasonMessage::Point {
            article,
            clause,
            point: point.clone(),
        },
        (Some(article), Some(clause), None) => ReasonMessage::Clause { article, clause },
        (Some(article), None, _) => ReasonMessage::Article { article },
        (None, ..) => return citation.part.clone(),
    };
    Some(message.say(locale))
}

fn title(node: &WhyNode, locale: Locale) -> String {
    let name = || wording(&node.rule, locale).to_owned();
    let shown = |input| told(node, input, locale);
    let message = match node.step {
        Step::Total => ReasonMessage::Total {
            general: shown(InputName::General),
            result: shown(InputName::Result),
            points: amount_of(node, InputName::FullPoints, locale),
        },
        Step::Confirmed => ReasonMessage::Confirmed {
            day: shown(InputName::On),
            by: shown(InputName::ConfirmedBy),
        },
        Step::Foreign => ReasonMessage::Foreign,
        Step::Mean => ReasonMessage::Mean {
            count: node.count(InputName::Months),
        },
        Step::Part(period) => return format::capitalised(&format::period(period, locale)),
        Step::General => ReasonMessage::General {
            max: amount_of(node, InputName::Max, locale),
        },
        Step::GeneralLine(line) => return line_title(line, node, locale),
        Step::ComplaintEffect if matches!(node.place, Some(Place::Incident(_))) => {
            ReasonMessage::IncidentEffect {
                day: node.name.clone(),
                by: shown(InputName::GivenBy),
                on: shown(InputName::On),
            }
        }
        Step::ComplaintEffect => ReasonMessage::Effect {
            number: node.name.clone(),
            by: shown(InputName::GivenBy),
            day: shown(InputName::On),
        },
        Step::Result => result(node),
        Step::Quantity | Step::Quality | Step::Schedule => quotient(node, locale),
        Step::Leadership(LeadershipCriterion::UnitResult)
            if node.input(InputName::Given).is_none() =>
        {
            ReasonMessage::Led {
                symbol: symbol(node.step).to_owned(),
                name: name(),
                people: node.count(InputName::PeopleLed),
                below: node.count(InputName::BelowThreshold),
                threshold: amount_of(node, InputName::Threshold, locale),
            }
        }
        Step::Leadership(_) | Step::Support(_) => ReasonMessage::Leader {
            symbol: symbol(node.step).to_owned(),
            name: name(),
        },
        Step::Led(_) | Step::Task => return node.name.clone(),
        Step::QualityFailure => ReasonMessage::Failure {
            day: shown(InputName::On),
        },
        Step::LateOccurrence => ReasonMessage::LateOccurrence {
            day: shown(InputName::On),
        },
        Step::DerivedLateness => ReasonMessage::Derived {
            count: match node.value {
                Value::Count(count) => count,
                _ => 0,
            },
            deadline: shown(InputName::Deadline),
            finished: shown(InputName::Finished),
        },
        Step::Extension => ReasonMessage::Extension {
            from: shown(InputName::Due),
            to: shown(InputName::Deadline),
        },
        Step::ObjectiveCause => ReasonMessage::Cause {
            cause: shown(InputName::Source),
        },
        Step::HandedBack => ReasonMessage::HandedBack,
        Step::YearClass => ReasonMessage::YearClass,
        Step::Threshold if node.input(InputName::Mean) == Some(&Value::Missing) => {
            ReasonMessage::NoMean
        }
        Step::Threshold => ReasonMessage::Threshold {
            mean: shown(InputName::Mean),
            from: amount_of(node, InputName::Threshold, locale),
        },
        Step::Gate(_) => return name(),
        Step::HeadLimit => ReasonMessage::HeadLimit {
            unit: node.name.clone(),
        },
        Step::WorkedTime => ReasonMessage::Worked {
            worked: shown(InputName::WorkedMonths),
            minimum: shown(InputName::MinimumMonths),
        },
        Step::Decision => ReasonMessage::Decision {
            number: node.name.clone(),
        },
    };
    message.say(locale)
}

fn line_title(line: crate::domain::LineId, node: &WhyNode, locale: Locale) -> String {
    format!("{line} {}", wording(&node.rule, locale))
}

fn result(node: &WhyNode) -> ReasonMessage {
    let symbols: Vec<&str> = node
        .children
        .iter()
        .map(|child| symbol(child.step))
        .collect();
    if symbols.is_empty() {
        return ReasonMessage::ResultBare;
    }
    ReasonMessage::Result {
        count: symbols.len(),
        symbols: symbols.join(" + "),
    }
}

/// The letter of a component as the decree prints it.
const fn symbol(step: Step) -> &'static str {
    use crate::engine::SupportRating;
    match step {
        Step::Quantity | Step::Support(SupportRating::Quality) => "a",
        Step::Quality | Step::Support(SupportRating::Compliance) => "b",
        Step::Schedule | Step::Support(SupportRating::Effectiveness) => "c",
        Step::Leadership(LeadershipCriterion::UnitResult) => "d",
        Step::Leadership(LeadershipCriterion::Organising) => "đ",
        Step::Leadership(LeadershipCriterion::Unity) => "e",
        _ => "",
    }
}

fn quotient(node: &WhyNode, locale: Locale) -> ReasonMessage {
    let symbol = symbol(node.step).to_owned();
    let name = wording(&node.rule, locale).to_owned();
    if node.input(InputName::Denominator).is_none() {
        return ReasonMessage::NoQuotient { symbol, name };
    }
    ReasonMessage::Quotient {
        symbol,
        name,
        numerator: told(node, InputName::Numerator, locale),
        denominator: told(node, InputName::Denominator, locale),
    }
}

fn told(node: &WhyNode, name: InputName, locale: Locale) -> String {
    node.input(name)
        .map_or_else(|| "—".to_owned(), |found| value(found, locale))
}

/// Points or quantities without idle zeros.
fn amount_of(node: &WhyNode, name: InputName, locale: Locale) -> String {
    match node.input(name) {
        Some(Value::Points(number) | Value::Quantity(number)) => amount(number, locale),
        _ => told(node, name, locale),
    }
}

fn notes(node: &WhyNode, locale: Locale) -> Vec<String> {
    let messages = match node.step {
        Step::Confirmed if node.count(InputName::Version) > 0 => vec![ReasonMessage::Version {
            version: node.count(InputName::Version),
        }],
        Step::General => vec![match node.input(InputName::GivenBy) {
            Some(Value::ByAuthority(true)) => ReasonMessage::ByAuthority,
            _ => ReasonMessage::ByOwn,
        }],
        Step::GeneralLine(_) => vec![ReasonMessage::GivenOf {
            given: amount_of(node, InputName::Given, locale),
            max: amount_of(node, InputName::Max, locale),
        }],
        Step::ComplaintEffect => ground(node, locale),
        Step::Quantity => vec![ReasonMessage::Lines {
            count: node.count(InputName::Lines),
        }],
        Step::Quality => vec![ReasonMessage::Failures {
            count: node.sum(InputName::Failures),
            excused: node.sum(InputName::ExcusedFailures),
        }],
        Step::Schedule => vec![ReasonMessage::Late {
            count: node.sum(InputName::Late),
            excused: node.sum(InputName::ExcusedLate),
        }],
        Step::Leadership(criterion) => leadership(node, criterion, locale),
        Step::Led(_) if node.flag(InputName::Absence) => vec![ReasonMessage::AwayThroughout],
        Step::Task => task(node, locale),
        Step::QualityFailure | Step::LateOccurrence => {
            let mut found = ground(node, locale);
            found.push(excused(node));
            found
        }
        Step::DerivedLateness => vec![excused(node)],
        Step::Extension => {
            let mut found = confirmed(node, locale);
            found.extend(revoked(node, locale));
            if node.flag(InputName::Superseded) {
                found.push(ReasonMessage::Superseded);
            }
            found
        }
        Step::ObjectiveCause => {
            let mut found = confirmed(node, locale);
            match revoked(node, locale) {
                Some(revoked) => found.push(revoked),
                None if node.value != Value::Flag(true) => found.push(ReasonMessage::CauseOpen),
                None => {}
            }
            found
        }
        Step::Part(_) => {
            let quiet = node.value == Value::Missing;
            return quiet
                .then(|| wording(&node.rule, locale).to_owned())
                .into_iter()
                .collect();
        }
        _ => Vec::new(),
    };
    messages
        .into_iter()
        .map(|message| message.say(locale))
        .collect()
}

fn excused(node: &WhyNode) -> ReasonMessage {
    if node.flag(InputName::Excused) {
        ReasonMessage::Excused
    } else {
        ReasonMessage::NotExcused
    }
}

fn ground(node: &WhyNode, locale: Locale) -> Vec<ReasonMessage> {
    let source = node.input(InputName::Source);
    source
        .map(|text| ReasonMessage::Ground {
            text: value(text, locale),
        })
        .into_iter()
        .collect()
}

fn confirmed(node: &WhyNode, locale: Locale) -> Vec<ReasonMessage> {
    let who = node
        .input(InputName::ConfirmedBy)
        .map(|who| ReasonMessage::By {
            who: value(who, locale),
        });
    let document = node
        .input(InputName::Document)
        .map(|document| ReasonMessage::With {
            document: value(document, locale),
        });
    who.into_iter().chain(document).collect()
}

/// That it counts no longer, and since when.
fn revoked(node: &WhyNode, locale: Locale) -> Option<ReasonMessage> {
    node.input(InputName::Revoked)
        .map(|day| ReasonMessage::Revoked {
            day: value(day, locale),
        })
}

fn leadership(
    node: &WhyNode,
    criterion: LeadershipCriterion,
    locale: Locale,
) -> Vec<ReasonMessage> {
    let mut found = match node.input(InputName::Given) {
        Some(Value::Flag(true)) => vec![ReasonMessage::AnsweredFull],
        Some(_) => vec![ReasonMessage::AnsweredReduced],
        None if criterion == LeadershipCriterion::UnitResult => Vec::new(),
        None => vec![ReasonMessage::Unanswered],
    };
    found.extend(ground(node, locale));
    let unscored = node.count(InputName::Unscored);
    if unscored > 0 {
        found.push(ReasonMessage::LedUnscored { count: unscored });
    }
    found
}

fn task(node: &WhyNode, locale: Locale) -> Vec<ReasonMessage> {
    let mut found = vec![ReasonMessage::TaskAmounts {
        completed: told(node, InputName::Completed, locale),
        assigned: told(node, InputName::Assigned, locale),
        coefficient: told(node, InputName::Coefficient, locale),
    }];
    if let Some(Value::Origin(origin)) = node.input(InputName::Origin)
        && *origin != Origin::Planned
    {
        found.push(origin_word(*origin));
    }
    let factor = told(node, InputName::Factor, locale);
    if node.count(InputName::Failures) > 0 {
        found.push(ReasonMessage::TaskFailures {
            count: node.count(InputName::Failures),
            excused: node.count(InputName::ExcusedFailures),
            factor: factor.clone(),
        });
    }
    if node.count(InputName::Late) > 0 {
        found.push(ReasonMessage::TaskLate {
            count: node.count(InputName::Late),
            excused: node.count(InputName::ExcusedLate),
            factor,
        });
        found.push(ReasonMessage::TaskDates {
            deadline: told(node, InputName::Deadline, locale),
            finished: told(node, InputName::Finished, locale),
        });
    }
    if node.input(InputName::Share).is_some() {
        let share = told(node, InputName::Share, locale);
        found.push(ReasonMessage::TaskShare { share });
    }
    found
}

/// The sentence about the exact value and the next class.
#[must_use]
pub fn standing(view: &WhyView, locale: Locale) -> Option<String> {
    let total = view.total.as_ref()?;
    let shown = exact(total, locale);
    let message = match &view.next {
        Some((class, from, missing)) => ReasonMessage::NotYet {
            exact: shown,
            from: amount(from, locale),
            class: ClassWord::from(*class).say(locale),
            missing: exact(missing, locale),
        },
        None => ReasonMessage::Highest { exact: shown },
    };
    Some(message.say(locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Basis, parse_citation};

    fn node(step: Step, value: Value) -> WhyNode {
        let rules = crate::app::law();
        let basis: &Basis = &rules
            .for_year(2026)
            .expect("rules of 2026")
            .task
            .leader
            .basis;
        WhyNode {
            step,
            value,
            inputs: Vec::new(),
            name: String::new(),
            rule: basis.name.clone(),
            help: None,
            citations: basis
                .citations
                .iter()
                .map(|citation| (citation.clone(), Wording::default()))
                .collect(),
            grade: basis.grade,
            readings: Vec::new(),
            place: None,
            children: Vec::new(),
        }
    }

    #[test]
    fn a_citation_names_article_clause_and_point() {
        let cited = |text: &str| {
            let citation = parse_citation(text).expect("a citation");
            let name = Wording {
                vi: "Sổ tay".to_owned(),
                en: "Handbook".to_owned(),
            };
            citation_text(citation, name)
        };
        assert_eq!(cited("nd-335-2025 Đ18.1đ"), "Điều 18 khoản 1 điểm đ");
        assert_eq!(cited("nd-335-2025 Đ22"), "Điều 22");
        assert_eq!(cited("so-tay Chương III"), "Chương III, Sổ tay");
    }

    fn citation_text(cited: Citation, name: Wording) -> String {
        citation(&[(cited, name)], Locale::Vi)
    }

    #[test]
    fn the_result_lists_its_components() {
        let mut result = node(Step::Result, Value::Ratio(Exact::ratio(1, 2)));
        result.children = vec![
            node(Step::Quantity, Value::Missing),
            node(Step::Quality, Value::Missing),
            node(Step::Schedule, Value::Missing),
        ];
        let told = tell(&result, Locale::Vi);
        assert_eq!(told.title, "Kết quả nhiệm vụ: (a + b + c) ÷ 3");
        assert_eq!(told.value.as_deref(), Some("50 %"));
        assert_eq!(told.citation, "Điều 16 khoản 2; Điều 15 khoản 4");
    }

    #[test]
    fn an_exact_value_shows_that_more_digits_follow() {
        assert_eq!(exact(&Exact::ratio(1, 3), Locale::Vi), "0,3333…");
        assert_eq!(exact(&Exact::ratio(179, 2), Locale::Vi), "89,5");
        assert_eq!(exact(&Exact::whole(90), Locale::En), "90");
    }
}
