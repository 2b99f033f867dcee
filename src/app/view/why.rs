//! *Vì sao?*: a score's reasons with the names and places of the records they rest on.

use crate::app::{Model, law};
use crate::domain::{
    AssignmentId, Citation, Class, Classification, ComplaintId, ComplaintState, Day, Decimal,
    Exact, Grade, IncidentId, LineId, OfficialId, Period,
};
use crate::engine::{
    Finding, Input, InputName, ReadingUsed, Reason, ScoreState, Severity, Step, Value, criteria_in,
};
use crate::ledger::{Book, Key};
use crate::rules::{Basis, Wording};

use super::tasks;

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyOf {
    /// The score of one official in one period.
    Period(OfficialId, Period),
    /// The class of one official in one year.
    Year(OfficialId, u16),
}

impl WhyOf {
    /// Whom it is about.
    #[must_use]
    pub const fn official(self) -> OfficialId {
        match self {
            Self::Period(official, _) | Self::Year(official, _) => official,
        }
    }

    /// When.
    #[must_use]
    pub const fn period(self) -> Period {
        match self {
            Self::Period(_, period) => period,
            Self::Year(_, year) => Period::Year(year),
        }
    }
}

/// Where a record is looked at and changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// One task.
    Task(AssignmentId),
    /// One complaint.
    Complaint(ComplaintId),
    /// One incident.
    Incident(IncidentId),
    /// The sheet of one official in a period.
    Sheet(OfficialId, Period),
    /// One official with positions, absences and scores from elsewhere.
    Official(OfficialId),
    /// The register of discipline and conclusions.
    Discipline,
    /// The year of one official.
    YearSheet(OfficialId),
    /// The classes of the year.
    Year,
    /// The agency itself.
    Agency,
    /// Readings, catalogue, calendar.
    Rules,
    /// Bringing in tables.
    Import,
}

/// One step of the reasons, with names instead of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNode {
    /// What was done.
    pub step: Step,
    /// What came out.
    pub value: Value,
    /// What it was done with.
    pub inputs: Vec<Input>,
    /// What the record or line is called.
    pub name: String,
    /// What the rule is called.
    pub rule: Wording,
    /// The key the help tells the rule under; nothing for rules the help does not have.
    pub help: Option<String>,
    /// Where the rule stands written, with the name of the instrument.
    pub citations: Vec<(Citation, Wording)>,
    /// How binding it is.
    pub grade: Grade,
    /// The readings that bear on it.
    pub readings: Vec<ReadingUsed>,
    /// Where its record is.
    pub place: Option<Place>,
    /// The steps it rests on.
    pub children: Vec<WhyNode>,
}

impl WhyNode {
    /// The value of an input.
    #[must_use]
    pub fn input(&self, name: InputName) -> Option<&Value> {
        let found = self.inputs.iter().find(|input| input.name == name);
        found.map(|input| &input.value)
    }

    /// The count of an input; zero when there is none.
    #[must_use]
    pub fn count(&self, name: InputName) -> u32 {
        match self.input(name) {
            Some(Value::Count(count)) => *count,
            _ => 0,
        }
    }

    /// The sum of an input's counts over the steps below.
    #[must_use]
    pub fn sum(&self, name: InputName) -> u32 {
        self.children.iter().map(|child| child.count(name)).sum()
    }

    /// True for an input that says yes.
    #[must_use]
    pub fn flag(&self, name: InputName) -> bool {
        self.input(name) == Some(&Value::Flag(true))
    }
}

/// One thing missing or doubtful, with the name of what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingView {
    /// What.
    pub finding: Finding,
    /// How much it weighs.
    pub severity: Severity,
    /// The task, complaint, unit or line it is about.
    pub name: String,
    /// Where it is put right.
    pub place: Option<Place>,
}

/// Everything the panel shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyView {
    /// What is asked about.
    pub of: WhyOf,
    /// Whose score.
    pub name: String,
    /// The exact total or mean.
    pub total: Option<Exact>,
    /// What it comes to.
    pub class: Classification,
    /// What the score of a period is.
    pub state: Option<ScoreState>,
    /// The next better class with its threshold and the points missing to it.
    pub next: Option<(Class, Exact, Exact)>,
    /// The decided class of a year.
    pub decided: Option<Class>,
    /// When and by whom a period was confirmed.
    pub confirmed: Option<(Day, String)>,
    /// What is missing or doubtful, the weightiest first.
    pub findings: Vec<FindingView>,
    /// Complaints still being dealt with: they do not count.
    pub open_complaints: usize,
    /// The reasons.
    pub tree: Option<WhyNode>,
}

/// Projects the reasons of a score.
#[must_use]
pub fn why(model: &Model, of: WhyOf) -> WhyView {
    match of {
        WhyOf::Period(official, period) => why_period(model, official, period),
        WhyOf::Year(official, year) => why_year(model, official, year),
    }
}

fn why_period(model: &Model, official: OfficialId, period: Period) -> WhyView {
    let book = &model.book;
    let answer = model.scores.assess(book, law(), official, period);
    let frozen = book
        .confirmations
        .get((official, period))
        .filter(|confirmation| confirmation.unlocked.is_none());
    WhyView {
        of: WhyOf::Period(official, period),
        name: book.official_name(official).to_owned(),
        next: answer.total.as_ref().and_then(|total| next(period, total)),
        class: answer
            .class
            .map_or(Classification::None, Classification::Class),
        state: Some(answer.state),
        decided: None,
        confirmed: frozen.map(|frozen| (frozen.on, frozen.by.clone())),
        findings: findings(book, official, period, &answer.findings),
        open_complaints: open_complaints(book, official, period),
        tree: answer.reason.map(|reason| node(book, reason, period)),
        total: answer.total,
    }
}

fn why_year(model: &Model, official: OfficialId, year: u16) -> WhyView {
    let book = &model.book;
    let answer = model.scores.assess_year(book, law(), official, year);
    let period = Period::Year(year);
    WhyView {
        of: WhyOf::Year(official, year),
        name: book.official_name(official).to_owned(),
        next: answer
            .score
            .mean
            .as_ref()
            .and_then(|mean| next(period, mean)),
        class: answer.score.computed,
        state: None,
        decided: answer.score.decided.map(|(_, class)| class),
        confirmed: None,
        findings: findings(book, official, period, &answer.score.findings),
        open_complaints: open_complaints(book, official, period),
        tree: answer.reason.map(|reason| node(book, reason, period)),
        total: answer.score.mean,
    }
}

/// The next better class by score, its threshold and what is missing to it.
#[must_use]
pub fn next(period: Period, total: &Exact) -> Option<(Class, Exact, Exact)> {
    let rules = law().for_period(period).ok()?;
    let above = rules.class.thresholds.iter().rev();
    let mut better = above.filter(|threshold| threshold.from.exact() > *total);
    let threshold = better.next()?;
    let from = threshold.from.exact();
    let missing = from.minus(total).reduced();
    Some((threshold.class, from, missing))
}

/// Findings with names, the weightiest first.
#[must_use]
pub fn findings(
    book: &Book,
    official: OfficialId,
    period: Period,
    found: &[Finding],
) -> Vec<FindingView> {
    let mut views: Vec<FindingView> = found
        .iter()
        .map(|finding| FindingView {
            finding: finding.clone(),
            severity: finding.severity(),
            name: finding_name(book, period, finding),
            place: finding_place(book, official, period, finding),
        })
        .collect();
    join_missing_lines(&mut views);
    views.sort_by_key(|view| view.severity);
    views
}

/// Several lines without points are one thing to do, so they become one finding.
fn join_missing_lines(views: &mut Vec<FindingView>) {
    let lines: Vec<String> = views
        .iter()
        .filter_map(|view| match view.finding {
            Finding::GeneralMissing { line } => Some(line.to_string()),
            _ => None,
        })
        .collect();
    if lines.len() < 2 {
        return;
    }
    let mut first = true;
    views.retain_mut(|view| {
        if !matches!(view.finding, Finding::GeneralMissing { .. }) {
            return true;
        }
        view.name = lines.join(", ");
        std::mem::take(&mut first)
    });
}

fn finding_place(
    book: &Book,
    official: OfficialId,
    period: Period,
    finding: &Finding,
) -> Option<Place> {
    match finding {
        Finding::NoAssignment => Some(Place::Official(official)),
        Finding::PeriodIncomplete { period } | Finding::PeriodUnsettled { period } => {
            Some(Place::Sheet(official, *period))
        }
        Finding::PeriodUnrecorded { .. } => Some(Place::Import),
        Finding::Reading(_) => Some(Place::Rules),
        other => other
            .record(official, period)
            .and_then(|key| place(book, key)),
    }
}

fn finding_name(book: &Book, period: Period, finding: &Finding) -> String {
    match finding {
        Finding::GeneralMissing { line }
        | Finding::GeneralAboveMax { line, .. }
        | Finding::EffectBeyondLine { line, .. } => line_name(book, period, *line),
        Finding::EffectWithoutGround { record } => number(book, *record),
        Finding::CompletedAboveAssigned { task }
        | Finding::FinishedBeforeAssigned { task }
        | Finding::NoDeadline { task }
        | Finding::Undated { task }
        | Finding::HandedBackWithWork { task }
        | Finding::CauseUnconfirmed { task, .. }
        | Finding::CauseWithoutEvent { task, .. }
        | Finding::PartsDoNotSum { task, .. } => task_name(book, *task),
        Finding::UnitClassMissing { unit } => book
            .units
            .get(*unit)
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// Where a record is looked at and changed.
#[must_use]
pub fn place(book: &Book, key: Key) -> Option<Place> {
    Some(match key {
        Key::Agency() => Place::Agency,
        Key::Assignment(task) => Place::Task(task),
        Key::Complaint(complaint) | Key::Complainant(complaint) | Key::Grounds(complaint) => {
            Place::Complaint(complaint)
        }
        Key::General(official, period)
        | Key::Leadership(official, period)
        | Key::Support(official, period)
        | Key::Confirmation(official, period) => Place::Sheet(official, period),
        Key::Official(official) | Key::ForeignScore(official, _) => Place::Official(official),
        Key::Position(position) => Place::Official(book.positions.get(position)?.official),
        Key::Absence(absence) => Place::Official(book.absences.get(absence)?.official),
        Key::Discipline(_) | Key::GateConclusion(_) => Place::Discipline,
        Key::Decision(decision) => Place::YearSheet(book.decisions.get(decision)?.official),
        Key::UnitYear(..) => Place::Year,
        Key::Reading(_)
        | Key::Calendar(_)
        | Key::Catalogue(_)
        | Key::Product(_)
        | Key::LocalRules(_)
        | Key::Clock(_) => Place::Rules,
        Key::Incident(incident) => Place::Incident(incident),
        Key::Unit(_) | Key::Group(_) => return None,
    })
}

/// Complaints received by the end of a period that are not concluded or closed.
#[must_use]
pub fn open_complaints(book: &Book, official: OfficialId, period: Period) -> usize {
    let last = period.last_day();
    let open = book.complaints.of(official).filter(|(_, complaint)| {
        let state = complaint.state();
        complaint.received <= last
            && matches!(
                state,
                ComplaintState::Received
                    | ComplaintState::Accepted
                    | ComplaintState::Forwarded
                    | ComplaintState::Verifying
                    | ComplaintState::Extended
            )
    });
    open.count()
}

fn task_name(book: &Book, task: AssignmentId) -> String {
    let found = book.assignments.get(task);
    found
        .map(|task| tasks::name(book, task))
        .unwrap_or_default()
}

/// What a complaint or an incident is called by: its number, its day.
fn number(book: &Book, record: Key) -> String {
    match record {
        Key::Complaint(complaint) => {
            let found = book.complaints.get(complaint);
            found.map(|complaint| complaint.number.clone())
        }
        Key::Incident(incident) => {
            let found = book.incidents.get(incident);
            found.map(|incident| crate::text::format_date(incident.on))
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// A line of the general criteria as printed.
#[must_use]
pub fn line_name(book: &Book, period: Period, line: LineId) -> String {
    let sections = criteria_in(book, law(), period);
    let mut lines = sections.iter().flat_map(|section| &section.lines);
    let rule = lines.find(|rule| rule.id == line);
    rule.map_or_else(|| line.to_string(), |rule| titled(line, &rule.basis.name))
}

fn titled(line: LineId, name: &Wording) -> String {
    format!("{line} {}", name.vi.trim_end_matches('.'))
}

/// Where a rule stands written, with the instruments' short names.
#[must_use]
pub fn cited(rule: &Basis) -> Vec<(Citation, Wording)> {
    let one = |citation: &Citation| {
        let instrument = law().cited(citation);
        let name = instrument.map(|instrument| instrument.short.clone());
        (citation.clone(), name.unwrap_or_default())
    };
    rule.citations.iter().map(one).collect()
}

/// Whether the help tells of the rule: it has the shipped ones, not the agency's own.
fn told_in_help(rule: &Basis) -> bool {
    let mut shipped = law().register().iter().map(|shipped| &shipped.basis);
    shipped.any(|shipped| shipped.key == rule.key && shipped.citations == rule.citations)
}

/// A reason with the names and places of its records.
#[must_use]
pub fn node(book: &Book, reason: Reason, period: Period) -> WhyNode {
    let record = reason.inputs.iter().find_map(|input| input.record);
    let name = match reason.step {
        Step::GeneralLine(line) => titled(line, &reason.rule.name),
        Step::Led(official) => book.official_name(official).to_owned(),
        _ => record.map(|key| record_name(book, key)).unwrap_or_default(),
    };
    let place = match reason.step {
        Step::Led(official) => Some(Place::Sheet(official, period)),
        Step::Task
        | Step::ComplaintEffect
        | Step::Gate(_)
        | Step::HeadLimit
        | Step::Decision
        | Step::HandedBack
        | Step::General
        | Step::Leadership(_)
        | Step::Support(_) => record.and_then(|key| place(book, key)),
        _ => None,
    };
    let mut children: Vec<WhyNode> = reason
        .children
        .into_iter()
        .map(|child| node(book, child, period))
        .collect();
    if children.iter().all(|child| child.step == Step::Task) {
        children.sort_by_key(|child| !has_trouble(child));
    }
    WhyNode {
        step: reason.step,
        value: reason.value,
        name,
        rule: reason.rule.name.clone(),
        help: told_in_help(&reason.rule).then(|| reason.rule.key.clone()),
        citations: cited(&reason.rule),
        grade: reason.rule.grade,
        readings: reason.readings,
        place,
        inputs: reason.inputs,
        children,
    }
}

fn record_name(book: &Book, key: Key) -> String {
    match key {
        Key::Assignment(task) => task_name(book, task),
        Key::Complaint(_) | Key::Incident(_) => number(book, key),
        Key::Discipline(id) => book
            .disciplines
            .get(id)
            .map(|discipline| discipline.act.clone())
            .unwrap_or_default(),
        Key::Decision(id) => book
            .decisions
            .get(id)
            .and_then(|decision| decision.number.clone())
            .unwrap_or_default(),
        Key::UnitYear(unit, _) => book
            .units
            .get(unit)
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// A task that brings less than was planned, or had a failure or a lateness.
fn has_trouble(task: &WhyNode) -> bool {
    let events = [InputName::Failures, InputName::Late];
    let short = match (
        task.input(InputName::Assigned),
        task.input(InputName::Completed),
    ) {
        (Some(Value::Quantity(assigned)), Some(Value::Quantity(completed))) => completed < assigned,
        _ => false,
    };
    short || !task.children.is_empty() || events.into_iter().any(|name| task.count(name) > 0)
}

/// Points as entered, for notes beside a total.
#[must_use]
pub fn entered(value: Option<Decimal>) -> Value {
    Value::points(value.map(Decimal::exact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Month;
    use crate::sample;

    fn model() -> Model {
        let today = Day::from_ymd_opt(2026, 11, 20).expect("a day");
        let mut model = Model::default();
        let operation = sample::agency(sample::SEED, 45, 3, today);
        model.book.apply(&operation).expect("the sample");
        model.scores = crate::engine::Scores::full(&model.book, law());
        model.now.today = today;
        model
    }

    fn october() -> Period {
        Period::Month(Month::new(2026, 10).expect("a month"))
    }

    fn steps(node: &WhyNode, found: &mut Vec<Step>) {
        found.push(node.step);
        node.children.iter().for_each(|child| steps(child, found));
    }

    #[test]
    fn every_score_of_the_sample_has_its_reasons_down_to_single_tasks() {
        let model = model();
        let mut scored = 0;
        for (official, score) in model.scores.period_scores(october()) {
            let view = why(&model, WhyOf::Period(official, october()));
            assert_eq!(view.total, score.total);
            let Some(tree) = view.tree else { continue };
            if score.state == ScoreState::Computed {
                let mut found = Vec::new();
                steps(&tree, &mut found);
                scored += usize::from(found.contains(&Step::Task));
            }
        }
        assert!(scored > 10, "only {scored} reasons reach a task");
    }

    #[test]
    fn the_points_missing_to_the_next_class_are_exact() {
        let just_under = Exact::parse("89.9928").expect("a number");
        let (class, from, missing) = next(october(), &just_under).expect("a class above");
        assert_eq!(class, Class::Excellent);
        assert_eq!(from, Exact::whole(90));
        assert_eq!(missing, Exact::parse("0.0072").expect("a number"));
        assert_eq!(next(october(), &Exact::whole(95)), None);
    }

    #[test]
    fn many_lines_without_points_are_one_finding() {
        let lines = ["I.1", "I.2", "II.1"].map(|line| Finding::GeneralMissing {
            line: crate::domain::LineId::parse(line).expect("a line"),
        });
        let views = findings(&Book::default(), OfficialId(1), october(), &lines);
        assert_eq!(views.len(), 1);
        assert_eq!(views[0].name, "I.1, I.2, II.1");
    }

    #[test]
    fn every_finding_of_the_sample_that_blocks_says_where_to_go() {
        let model = model();
        for (official, score) in model.scores.period_scores(october()) {
            for view in findings(&model.book, official, october(), &score.findings) {
                let known = matches!(
                    view.finding,
                    Finding::NotComputed | Finding::FiguresTooLarge
                );
                if view.severity == Severity::Blocks && !known {
                    assert!(view.place.is_some(), "{:?}", view.finding);
                }
            }
        }
    }
}
