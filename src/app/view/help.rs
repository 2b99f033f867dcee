//! The help about the rules, made from the rules themselves: nothing of it is typed again.

use std::collections::BTreeMap;

use crate::app::{Model, law};
use crate::domain::{Day, Decimal};
use crate::rules::{CivilServantRules, ClockUnit, Figure, RegisteredRule, Wording, YearlyDay};
use crate::text::matches;

use super::rules::{Source, source};

/// A chapter of the help about the rules, in the order a score is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// The thirty points.
    General,
    /// Products and their conversion.
    Products,
    /// a, b, c.
    Task,
    /// d, đ, e.
    Leaders,
    /// Support staff.
    Support,
    /// From the result to the total, the quarter and the year.
    Total,
    /// Open questions with their options.
    Readings,
    /// The class of a year.
    Class,
    /// Grounds that set the class.
    Gates,
    /// The cap on Xuất sắc.
    Cap,
    /// Days, steps, papers.
    Procedure,
    /// What results are used for.
    Uses,
    /// Time limits.
    Clocks,
    /// Complaints and lateness.
    Complaints,
    /// Forms of discipline.
    Discipline,
    /// The directive's criteria.
    Directive,
    /// Classes of organisations.
    Organisations,
    /// Working days.
    Calendar,
    /// Which instrument governs which days.
    Instruments,
}

/// Which chapter a rule belongs to: the first whose beginning of a key fits.
const CHAPTERS: [(&str, Chapter); 48] = [
    ("general.", Chapter::General),
    ("complaint.", Chapter::Complaints),
    ("catalogue.", Chapter::Products),
    ("component.staff.", Chapter::Task),
    ("task.points", Chapter::Total),
    ("task.", Chapter::Task),
    ("formula.support", Chapter::Support),
    ("component.support.", Chapter::Support),
    ("component.leader.", Chapter::Leaders),
    ("leadership.", Chapter::Leaders),
    ("formula.", Chapter::Total),
    ("scale", Chapter::Total),
    ("period.", Chapter::Total),
    ("year.mean", Chapter::Total),
    ("year.time_worked", Chapter::Total),
    ("year.transfer", Chapter::Total),
    ("display.", Chapter::Total),
    ("year.", Chapter::Clocks),
    ("petition.", Chapter::Clocks),
    ("synchronise.", Chapter::Clocks),
    ("class.", Chapter::Class),
    ("gate.", Chapter::Gates),
    ("discipline.same_act", Chapter::Gates),
    ("discipline.already_used", Chapter::Gates),
    ("discipline.former_organisation", Chapter::Gates),
    ("discipline.", Chapter::Discipline),
    ("cap.", Chapter::Cap),
    ("local.", Chapter::Instruments),
    ("civil-servant.", Chapter::Instruments),
    ("organisation.", Chapter::Organisations),
    ("step.", Chapter::Procedure),
    ("paper.", Chapter::Procedure),
    ("use.", Chapter::Uses),
    ("khieu-nai.", Chapter::Clocks),
    ("to-cao.", Chapter::Clocks),
    ("khieu-nai", Chapter::Complaints),
    ("to-cao", Chapter::Complaints),
    ("phan-anh", Chapter::Complaints),
    ("kien-nghi", Chapter::Complaints),
    ("xu-ly.", Chapter::Complaints),
    ("nguyen-nhan.", Chapter::Complaints),
    ("tariff.", Chapter::Complaints),
    ("directive.", Chapter::Directive),
    ("CT.", Chapter::Directive),
    ("can-bo.", Chapter::Directive),
    ("R", Chapter::Readings),
    ("calendar.", Chapter::Calendar),
    ("", Chapter::Complaints),
];

/// A number of a rule, in the unit the law counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleValue {
    /// Points.
    Points(Decimal),
    /// From so many points.
    FromPoints(Decimal),
    /// Points between, both ends included.
    PointsBetween(Decimal, Decimal),
    /// Percent.
    Percent(Decimal),
    /// Months.
    Months(u32),
    /// Calendar days.
    Days(u32),
    /// Working days.
    WorkingDays(u32),
    /// A plain count.
    Count(u32),
    /// Before a day of the year.
    Before(u32, u32),
    /// Up to and with a day of the year.
    UpTo(u32, u32),
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRule {
    /// Its words and where they stand.
    pub source: Source,
    /// What it belongs to: an answer's question, a time limit's procedure.
    pub of: Option<Wording>,
    /// Its number, where it has one.
    pub value: Option<RuleValue>,
    /// First day in force.
    pub from: Day,
    /// Last day in force; open when nothing.
    pub to: Option<Day>,
    /// The day somebody last compared it with its source.
    pub verified_on: Day,
    /// The source's own words.
    pub quote: Option<String>,
    /// What belongs under it.
    pub details: Vec<Wording>,
}

/// A chapter with its rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpChapter {
    /// Which.
    pub chapter: Chapter,
    /// Its rules in the order of the data.
    pub rules: Vec<HelpRule>,
}

/// All rules that hold in the year looked at, by chapter.
#[must_use]
pub fn chapters(model: &Model) -> Vec<HelpChapter> {
    let day = super::super::workflow::reading::first_day(model);
    let in_force = law().on(day).ok().or_else(|| law().in_force().last());
    let (values, mut details) = in_force.map(values).unwrap_or_default();
    let owners = in_force.map(owners).unwrap_or_default();
    let mut found: BTreeMap<Chapter, Vec<HelpRule>> = BTreeMap::new();
    for rule in law().register() {
        let basis = &rule.basis;
        let chapter = chapter_of(rule);
        found.entry(chapter).or_default().push(HelpRule {
            source: source(basis),
            of: owners.get(basis.key.as_str()).cloned(),
            value: values.get(basis.key.as_str()).copied(),
            from: basis.span.from,
            to: basis.span.to,
            verified_on: basis.verified_on,
            quote: basis.quote.clone(),
            details: details.remove(basis.key.as_str()).unwrap_or_default(),
        });
    }
    let chapters = found.into_iter();
    chapters
        .map(|(chapter, rules)| HelpChapter { chapter, rules })
        .collect()
}

/// What the rules that are a part of something belong to, by key.
fn owners(rules: &CivilServantRules) -> BTreeMap<&str, Wording> {
    let mut found = BTreeMap::new();
    for reading in &rules.readings {
        for option in &reading.options {
            found.insert(option.basis.key.as_str(), reading.basis.name.clone());
        }
    }
    let complaint = &law().complaint;
    for clock in &complaint.clocks {
        if let Some(procedure) = complaint.procedure(&clock.procedure) {
            found.insert(&clock.basis.key, procedure.basis.name.clone());
        }
    }
    found
}

fn chapter_of(rule: &RegisteredRule) -> Chapter {
    let key = rule.basis.key.as_str();
    let mut fits = CHAPTERS.iter().filter(|(start, _)| key.starts_with(start));
    fits.next()
        .map_or(Chapter::Complaints, |(_, chapter)| *chapter)
}

type Values<'r> = BTreeMap<&'r str, RuleValue>;
type Details<'r> = BTreeMap<&'r str, Vec<Wording>>;

/// The number and the further words of each rule, by key.
fn values(rules: &CivilServantRules) -> (Values<'_>, Details<'_>) {
    let (mut values, mut details) = (Values::new(), Details::new());
    let task = &rules.task;
    let points = |figure: &Figure| RuleValue::Points(figure.value);
    let percent = |figure: &Figure| RuleValue::Percent(figure.value);
    let catalogue = &rules.catalogue;
    let organisation = &rules.organisation;
    let figures = [
        (&rules.general_points, points(&rules.general_points)),
        (&rules.scale, points(&rules.scale)),
        (&task.points, points(&task.points)),
        (&task.failure_deduction, percent(&task.failure_deduction)),
        (&task.late_deduction, percent(&task.late_deduction)),
        (&task.leadership_full, percent(&task.leadership_full)),
        (&task.leadership_reduced, percent(&task.leadership_reduced)),
        (&rules.class.cap, percent(&rules.class.cap)),
        (&rules.class.raised_cap, percent(&rules.class.raised_cap)),
        (
            &catalogue.standard_points,
            points(&catalogue.standard_points),
        ),
        (
            &organisation.general_points,
            points(&organisation.general_points),
        ),
        (&organisation.task_points, points(&organisation.task_points)),
        (&organisation.cap, percent(&organisation.cap)),
        (&organisation.raised_cap, percent(&organisation.raised_cap)),
    ];
    values.extend(figures.map(|(figure, value)| (figure.basis.key.as_str(), value)));
    let procedure = &rules.procedure;
    let counts = [
        (
            &rules.class.minimum_months,
            RuleValue::Months as fn(u32) -> RuleValue,
        ),
        (&procedure.petition_working_days, RuleValue::WorkingDays),
        (&procedure.synchronise_days, RuleValue::Days),
        (&procedure.catalogue_groups, RuleValue::Count),
        (&catalogue.coefficient_decimals, RuleValue::Count),
    ];
    values.extend(counts.map(|(count, unit)| (count.basis.key.as_str(), unit(count.value))));
    let days = [
        &procedure.evaluation,
        &procedure.special_evaluation,
        &procedure.last_counted_deadline,
    ];
    values.extend(days.map(|day| (day.basis.key.as_str(), yearly(day))));
    for threshold in rules
        .class
        .thresholds
        .iter()
        .chain(&organisation.thresholds)
    {
        values.insert(&threshold.basis.key, RuleValue::FromPoints(threshold.from));
    }
    for band in &catalogue.bands {
        let value = RuleValue::PointsBetween(band.band.from, band.band.to);
        values.insert(&band.basis.key, value);
    }
    for section in &rules.sections {
        values.insert(&section.basis.key, RuleValue::Points(section.max));
        for line in &section.lines {
            values.insert(&line.basis.key, RuleValue::Points(line.max));
            details.insert(&line.basis.key, line.details.clone());
        }
    }
    for rule in &task.leadership {
        let both = vec![rule.when_full.clone(), rule.when_reduced.clone()];
        details.insert(&rule.basis.key, both);
    }
    for clock in &law().complaint.clocks {
        let value = match clock.unit {
            ClockUnit::Days => RuleValue::Days(clock.length),
            ClockUnit::WorkingDays => RuleValue::WorkingDays(clock.length),
        };
        values.insert(&clock.basis.key, value);
    }
    for tariff in &law().complaint.tariffs {
        values.insert(&tariff.basis.key, RuleValue::Points(tariff.points));
    }
    for condition in &law().personnel {
        values.insert(&condition.basis.key, RuleValue::Count(condition.at_least));
    }
    for tariff in &law().complaint.incident_tariffs {
        values.insert(&tariff.basis.key, RuleValue::Points(tariff.points));
    }
    (values, details)
}

const fn yearly(day: &YearlyDay) -> RuleValue {
    if day.before {
        RuleValue::Before(day.day, day.month)
    } else {
        RuleValue::UpTo(day.day, day.month)
    }
}

/// An instrument the rules cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentView {
    /// Its key.
    pub key: String,
    /// Printed in full.
    pub name: Wording,
    /// First day in force.
    pub from: Day,
    /// Last day in force; open when nothing.
    pub to: Option<Day>,
    /// True when the full text was at hand when the rules were written.
    pub text_at_hand: bool,
    /// What a reader should know besides.
    pub note: Option<Wording>,
}

/// The instruments the rules cite.
#[must_use]
pub fn instruments() -> Vec<InstrumentView> {
    let all = law().instruments.iter().map(|instrument| InstrumentView {
        key: instrument.key.clone(),
        name: instrument.full.clone(),
        from: instrument.span.from,
        to: instrument.span.to,
        text_at_hand: instrument.text_at_hand,
        note: instrument.note.clone(),
    });
    all.collect()
}

/// True when a rule is found by words in either language, an article or its key.
#[must_use]
pub fn is_found(rule: &HelpRule, cited: &str, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let mut all = rule.source.key.clone();
    let mut add = |text: &str| {
        all.push(' ');
        all.push_str(text);
    };
    add(cited);
    let notes = rule.source.note.iter().chain(&rule.details).chain(&rule.of);
    for wording in std::iter::once(&rule.source.name).chain(notes) {
        add(&wording.vi);
        add(&wording.en);
    }
    add(rule.quote.as_deref().unwrap_or_default());
    matches(words, &all)
}

mod example;
pub use example::{Example, ExampleLine, ExampleScore, example};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Month;

    fn model() -> Model {
        Model {
            month: Month::new(2026, 10).ok(),
            ..Model::default()
        }
    }

    #[test]
    fn every_rule_of_the_register_stands_in_one_chapter() {
        let shown = chapters(&model());
        let count: usize = shown.iter().map(|chapter| chapter.rules.len()).sum();
        assert_eq!(count, law().register().len());
        for chapter in &shown {
            assert!(!chapter.rules.is_empty());
        }
        let order: Vec<Chapter> = shown.iter().map(|chapter| chapter.chapter).collect();
        assert!(order.is_sorted(), "in the order a score is made");
        let (last, _) = order.split_last().expect("chapters");
        assert_eq!(*last, Chapter::Instruments);
    }

    #[test]
    fn a_number_of_the_law_is_shown_as_the_rules_have_it() {
        let shown = chapters(&model());
        let value = |key: &str| {
            let mut all = shown.iter().flat_map(|chapter| &chapter.rules);
            all.find(|rule| rule.source.key == key)
                .and_then(|rule| rule.value)
        };
        let rules = law().for_year(2026).expect("rules of 2026");
        assert_eq!(
            value("cap.normal"),
            Some(RuleValue::Percent(rules.class.cap.value))
        );
        assert_eq!(
            value("petition.working_days"),
            Some(RuleValue::WorkingDays(
                rules.procedure.petition_working_days.value
            ))
        );
        let numbered = [
            "figure",
            "count",
            "threshold",
            "line",
            "clock",
            "tariff",
            "yearly_day",
        ];
        for rule in law()
            .register()
            .iter()
            .filter(|rule| numbered.contains(&rule.list.as_str()))
        {
            assert!(value(&rule.basis.key).is_some(), "{}", rule.basis.key);
        }
    }

    #[test]
    fn a_rule_is_found_by_words_without_diacritics_article_and_key() {
        let shown = chapters(&model());
        let hits = |words: &str| {
            let all = shown.iter().flat_map(|chapter| &chapter.rules);
            all.filter(|rule| is_found(rule, "Điều 22", words)).count()
        };
        assert!(hits("dong bo") > 0);
        assert!(hits("petition.working_days") >= 1);
        assert!(hits("hoàn thành xuất sắc") < hits(""));
    }
}
