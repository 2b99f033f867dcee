//! What stands in the fields of a record.
//!
//! Each record is taken apart field by field, so that a field it gains does not compile here
//! until somebody has said how the log tells of it.

use crate::app::law;
use crate::app::view::Wording;
use crate::app::view::readings::option_name;
use crate::domain as d;
use crate::ledger::{Key, Record};
use crate::rules::ReadingId;

use super::{Look, Part, Shown, called, case, sheet, task};

macro_rules! all_fields {
    ($($name:ident)+) => {
        /// A field of a record; one word may serve several kinds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "their words stand in i18n")]
        pub enum Field { $($name,)+ }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

all_fields! {
    Name FullName Superior Place SignerTitle Tracking Code Parent Born Note Official Unit Role
    JobTitle Group From To Reason Document DecisionNumber Issuer StandardPoints Decimals Band
    Least Most Below Catalogue Product Detail Output Department Points Coefficient Task Lead
    Assigned Completed AssignedOn Due Finished Origin HandedBack TakenOverBy On Extension NewDue
    Approver Revoked Failure Late ObjectiveCause Cause Excuses ConfirmedBy Pause WaitingFor
    Handling Measure By Assessment Version Passed Milestone Reminder Apology AgainOn PartOf
    Quantity Answerable Dossiers Handled Electronic Number Received Channel Criterion Procedure
    RelatedTask Dossier Summary Step State SameCase Effect Line Month Taken RecordedBy Evidence
    Explanation Review Confirmed Side Form Act ActOn Effective DutyRelated SameAct AlreadyUsed
    ActUnit Ground Year Authority OwnPoints AuthorityPoints AuthorityOn Strengths Weaknesses
    Comment UnitResult Organising Unity Fulfilled Quality Compliance Effectiveness Total
    GeneralPoints TaskPoints Class Reading Unlocked Source RaisedCap RaisedCapDocument OwnClass
    Proposal Replaces Petition Answered Question Answer Working Complainant Words Tariff ByShare
    PerEvent Proposed Clock Length WorkingDays Second Remote Slab
}

/// The fields of one record, as they are collected.
pub(super) struct Parts<'a> {
    parts: Vec<Part>,
    look: Look<'a>,
}

impl<'a> Parts<'a> {
    pub(super) const fn new(look: Look<'a>) -> Self {
        Self {
            parts: Vec::new(),
            look,
        }
    }

    /// What finds other records.
    pub(super) const fn look(&self) -> Look<'a> {
        self.look
    }

    pub(super) fn put(&mut self, field: Field, value: Shown) {
        self.parts.push(Part {
            field,
            of: None,
            value,
        });
    }

    /// One of several fields of the same name.
    pub(super) fn one_of(&mut self, field: Field, of: String, value: Shown) {
        self.parts.push(Part {
            field,
            of: Some(of),
            value,
        });
    }

    pub(super) fn text(&mut self, field: Field, text: &str) {
        if !text.is_empty() {
            self.put(field, Shown::Text(text.to_owned()));
        }
    }

    pub(super) fn note(&mut self, field: Field, text: Option<&String>) {
        self.text(field, text.map_or("", String::as_str));
    }

    pub(super) fn day(&mut self, field: Field, day: Option<d::Day>) {
        self.optional(field, day.map(Shown::Day));
    }

    pub(super) fn number(&mut self, field: Field, number: Option<d::Decimal>) {
        self.optional(field, number.map(Shown::Number));
    }

    pub(super) fn whole(&mut self, field: Field, number: Option<u32>) {
        self.optional(field, number.map(Shown::Whole));
    }

    pub(super) fn class(&mut self, field: Field, class: Option<d::Class>) {
        self.optional(field, class.map(Shown::Class));
    }

    /// Another record.
    pub(super) fn about(&mut self, field: Field, key: Option<Key>) {
        let look = self.look;
        self.optional(field, key.map(|key| Shown::Record(key, called(key, look))));
    }

    /// A key the rules have words for.
    pub(super) fn law(&mut self, field: Field, key: &str, words: Option<&Wording>) {
        if !key.is_empty() {
            self.put(field, law_or(key, words));
        }
    }

    fn span(&mut self, span: d::Span) {
        self.day(Field::From, Some(span.from));
        self.day(Field::To, span.to);
    }

    fn optional(&mut self, field: Field, value: Option<Shown>) {
        if let Some(value) = value {
            self.put(field, value);
        }
    }

    /// All of them as one value.
    pub(super) fn together(self) -> Shown {
        Shown::Parts(self.parts)
    }
}

/// The law's words, else the key they were looked for by.
pub(super) fn law_or(key: &str, words: Option<&Wording>) -> Shown {
    words.map_or_else(
        || Shown::Text(key.to_owned()),
        |words| Shown::Law(words.clone()),
    )
}

/// The words of an answer to a reading.
pub(super) fn option(reading: &str, option: &str) -> Shown {
    law_or(option, option_name(reading, option).as_ref())
}

/// The fields of a record; empty ones are left out.
pub(super) fn fields(record: &Record, look: Look<'_>) -> Vec<Part> {
    let mut parts = Parts::new(look);
    let all = &mut parts;
    match record {
        Record::Agency(it) => agency(all, it),
        Record::Unit(it) => unit(all, it),
        Record::Group(d::DutyGroup { name }) => all.text(Field::Name, name),
        Record::Official(it) => official(all, it),
        Record::Position(it) => position(all, it),
        Record::Absence(it) => absence(all, it),
        Record::Catalogue(it) => catalogue(all, it),
        Record::Product(it) => product(all, it),
        Record::Assignment(it) => task::assignment(all, it),
        Record::Complaint(it) => case::complaint(all, it),
        Record::Discipline(it) => case::discipline(all, it),
        Record::GateConclusion(it) => case::conclusion(all, it),
        Record::General(it) => sheet::general(all, it),
        Record::Leadership(it) => sheet::leadership(all, it),
        Record::Support(it) => sheet::support(all, it),
        Record::Confirmation(it) => sheet::confirmation(all, it),
        Record::ForeignScore(d::ForeignScore { total, source }) => {
            all.put(Field::Total, Shown::Number(*total));
            all.text(Field::Source, source);
        }
        Record::UnitYear(it) => sheet::unit_year(all, it),
        Record::Decision(it) => sheet::decision(all, it),
        Record::Reading(it) => reading(all, it),
        Record::Calendar(d::CalendarEdit { day, working, note }) => {
            all.day(Field::On, Some(*day));
            all.put(Field::Working, Shown::Yes(*working));
            all.note(Field::Note, note.as_ref());
        }
        Record::Incident(it) => case::incident(all, it),
        // Kept apart from every list, print and export: that it changed is told, not into what.
        Record::Complainant(d::Complainant {
            name: _,
            contact: _,
        }) => {
            all.put(Field::Complainant, Shown::Apart);
        }
        Record::LocalRules(it) => local_rules(all, it),
        Record::Clock(it) => clock(all, it),
        Record::Grounds(d::Grounds { second, remote }) => {
            all.put(Field::Second, Shown::Yes(*second));
            all.put(Field::Remote, Shown::Yes(*remote));
        }
    }
    parts.parts
}

fn agency(parts: &mut Parts<'_>, agency: &d::Agency) {
    let d::Agency {
        name,
        superior,
        place,
        signer_title,
        tracking,
        sample: _,
    } = agency;
    parts.text(Field::Name, name);
    parts.text(Field::Superior, superior);
    parts.text(Field::Place, place);
    parts.text(Field::SignerTitle, signer_title);
    parts.put(Field::Tracking, Shown::Tracking(*tracking));
}

fn unit(parts: &mut Parts<'_>, unit: &d::Unit) {
    let d::Unit { name, code, parent } = unit;
    parts.text(Field::Name, name);
    parts.note(Field::Code, code.as_ref());
    parts.about(Field::Parent, parent.map(Key::Unit));
}

fn official(parts: &mut Parts<'_>, official: &d::Official) {
    let d::Official {
        name,
        code,
        born,
        note,
    } = official;
    parts.text(Field::FullName, name);
    parts.note(Field::Code, code.as_ref());
    parts.day(Field::Born, *born);
    parts.note(Field::Note, note.as_ref());
}

fn position(parts: &mut Parts<'_>, position: &d::Position) {
    let d::Position {
        official,
        unit,
        role,
        title,
        group,
        span,
    } = position;
    parts.about(Field::Official, Some(Key::Official(*official)));
    parts.about(Field::Unit, Some(Key::Unit(*unit)));
    parts.put(Field::Role, Shown::Role(*role));
    parts.text(Field::JobTitle, title);
    parts.about(Field::Group, group.map(Key::Group));
    parts.span(*span);
}

fn absence(parts: &mut Parts<'_>, absence: &d::Absence) {
    let d::Absence {
        official,
        kind,
        span,
        document,
    } = absence;
    parts.about(Field::Official, Some(Key::Official(*official)));
    parts.put(Field::Reason, Shown::Absence(*kind));
    parts.span(*span);
    parts.note(Field::Document, document.as_ref());
}

fn catalogue(parts: &mut Parts<'_>, catalogue: &d::Catalogue) {
    let d::Catalogue {
        name,
        decision,
        issuer,
        span,
        standard_points,
        coefficient_decimals,
        bands,
    } = catalogue;
    parts.text(Field::Name, name);
    parts.note(Field::DecisionNumber, decision.as_ref());
    parts.note(Field::Issuer, issuer.as_ref());
    parts.span(*span);
    parts.put(Field::StandardPoints, Shown::Number(*standard_points));
    parts.whole(Field::Decimals, coefficient_decimals.map(u32::from));
    for d::Band { name, from, to } in bands {
        let value = between(*from, *to, parts.look);
        parts.one_of(Field::Band, name.clone(), value);
    }
}

fn between(from: d::Decimal, to: d::Decimal, look: Look<'_>) -> Shown {
    let mut parts = Parts::new(look);
    parts.put(Field::Least, Shown::Number(from));
    parts.put(Field::Most, Shown::Number(to));
    parts.together()
}

fn product(parts: &mut Parts<'_>, product: &d::Product) {
    let d::Product {
        catalogue,
        code,
        task,
        detail,
        output,
        department,
        band,
        points,
        coefficient,
        note,
    } = product;
    parts.about(Field::Catalogue, Some(Key::Catalogue(*catalogue)));
    parts.text(Field::Code, code);
    parts.text(Field::Product, task);
    parts.note(Field::Detail, detail.as_ref());
    parts.note(Field::Output, output.as_ref());
    parts.note(Field::Department, department.as_ref());
    parts.note(Field::Band, band.as_ref());
    match points {
        d::ProductPoints::Fixed(points) => parts.put(Field::Points, Shown::Number(*points)),
        d::ProductPoints::Range(from, to) => {
            parts.put(Field::Points, between(*from, *to, parts.look));
        }
        d::ProductPoints::Unknown => {}
    }
    let coefficient = match coefficient {
        d::ProductCoefficient::Fixed(coefficient) => Shown::Number(*coefficient),
        d::ProductCoefficient::Range(from, to) => between(*from, *to, parts.look),
    };
    parts.put(Field::Coefficient, coefficient);
    parts.note(Field::Note, note.as_ref());
}

fn reading(parts: &mut Parts<'_>, choice: &d::ReadingChoice) {
    let d::ReadingChoice {
        reading,
        option: chosen,
        span,
        issuer,
        document,
    } = choice;
    let rules = law().in_force().last();
    let question = ReadingId::parse(reading).zip(rules);
    let question = question.map(|(id, rules)| rules.reading(id).question());
    parts.law(Field::Question, reading, question);
    parts.put(Field::Answer, option(reading, chosen));
    parts.span(*span);
    parts.note(Field::By, issuer.as_ref());
    parts.note(Field::Ground, document.as_ref());
}

fn local_rules(parts: &mut Parts<'_>, set: &d::LocalRules) {
    let d::LocalRules {
        title,
        issuer,
        decision,
        span,
        lines,
        tariffs,
        conclusions,
    } = set;
    parts.text(Field::Name, title);
    parts.text(Field::Issuer, issuer);
    parts.text(Field::DecisionNumber, decision);
    parts.span(*span);
    for d::LocalLine { line, wording, max } in lines {
        let mut within = Parts::new(parts.look);
        within.text(Field::Words, wording);
        within.put(Field::Most, Shown::Number(*max));
        parts.one_of(Field::Line, line.to_string(), within.together());
    }
    for tariff in tariffs {
        let value = tariff_of(tariff, parts.look);
        parts.one_of(Field::Tariff, tariff.criterion.clone(), value);
    }
    for (number, (conclusion, points)) in (1_usize..).zip(conclusions) {
        let mut within = Parts::new(parts.look);
        within.put(Field::State, Shown::Conclusion(*conclusion));
        within.put(Field::Points, Shown::Number(*points));
        parts.one_of(Field::Proposed, number.to_string(), within.together());
    }
}

fn tariff_of(tariff: &d::LocalTariff, look: Look<'_>) -> Shown {
    let d::LocalTariff {
        criterion: _,
        max,
        form,
        proposed,
    } = tariff;
    let mut parts = Parts::new(look);
    parts.put(Field::Most, Shown::Number(*max));
    match form {
        d::TariffForm::Share => parts.put(Field::ByShare, Shown::Yes(true)),
        d::TariffForm::PerEvent(points) => parts.put(Field::PerEvent, Shown::Number(*points)),
        d::TariffForm::Bands(bands) => {
            for d::TariffBand {
                from,
                below,
                points,
            } in bands
            {
                let mut within = Parts::new(look);
                within.put(Field::Least, Shown::Number(*from));
                within.number(Field::Below, *below);
                within.put(Field::Points, Shown::Number(*points));
                parts.put(Field::Slab, within.together());
            }
        }
    }
    parts.number(Field::Proposed, *proposed);
    parts.together()
}

fn clock(parts: &mut Parts<'_>, choice: &d::ClockChoice) {
    let d::ClockChoice {
        clock,
        length,
        working_days,
        span,
        issuer,
        document,
    } = choice;
    let rules = &law().complaint;
    let stage = rules.clocks.iter().find(|it| it.basis.key == *clock);
    let procedure = || rules.procedure(clock).map(|it| &it.basis.name);
    let words = stage.map(|it| &it.basis.name).or_else(procedure);
    parts.law(Field::Clock, clock, words);
    parts.whole(Field::Length, Some(*length));
    parts.put(Field::WorkingDays, Shown::Yes(*working_days));
    parts.span(*span);
    parts.text(Field::Issuer, issuer);
    parts.text(Field::Document, document);
}
