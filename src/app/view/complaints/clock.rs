//! The time limits of one complaint: which run, until when, and how they were kept.

use std::cmp::Ordering;

use crate::app::law;
use crate::app::view::why::cited;
use crate::domain::{
    CalendarEdit, Citation, ClockChoice, Complaint, ComplaintState, ComplaintStep, Conclusion, Day,
    Grade, Grounds,
};
use crate::ledger::Book;
use crate::rules::{ClockStart, ClockUnit, ComplaintClock, Wording};

/// Days ahead that count as soon.
const SOON: i64 = 3;

/// How one time limit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockState {
    /// Past its last day by so many days, and still running.
    Overdue(i64),
    /// Its last day is today or at most three days off.
    Soon(i64),
    /// So many days are left.
    Running(i64),
    /// Was ended so many days after its last day.
    Late(i64),
    /// Was ended in time.
    Met,
    /// Has not started.
    NotStarted,
    /// No time limit is known, or none applies any more.
    None,
}

/// One time limit of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockView {
    /// The stage, in the rules' words.
    pub name: Wording,
    /// Where it stands written.
    pub citations: Vec<(Citation, Wording)>,
    /// Document and issuer of the agency's own length, where it has one.
    pub own: Option<String>,
    /// How binding it is.
    pub grade: Grade,
    /// How long it runs.
    pub length: u32,
    /// True when it counts working days.
    pub working_days: bool,
    /// True when it runs from acceptance, false when from receipt.
    pub from_acceptance: bool,
    /// What it is for this complaint.
    pub part: ClockPart,
    /// The last day in time, once it started.
    pub last: Option<Day>,
    /// How it stands; judged for limits in force only.
    pub state: ClockState,
}

/// What a time limit of the procedure is for one complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockPart {
    /// It runs.
    InForce,
    /// A recorded extension put a longer one in its place.
    Replaced,
    /// It runs only with grounds that are not recorded.
    Special,
}

/// A time limit as it applies to one complaint.
struct Applying {
    /// As the rules have it, with the agency's own length where it has one.
    clock: ComplaintClock,
    /// Document and issuer of the own length.
    own: Option<String>,
    /// True for the agency's own limit of a procedure the rules know none of: it runs from
    /// receipt until the complaint is settled.
    whole: bool,
}

/// All time limits of a complaint's kind of procedure, in the rules' order.
#[must_use]
pub fn clocks(book: &Book, complaint: &Complaint, grounds: Grounds, today: Day) -> Vec<ClockView> {
    let edits: Vec<CalendarEdit> = book.calendar.iter().map(|(_, it)| it.clone()).collect();
    let all = applying(book, complaint);
    all.iter()
        .map(|one| {
            let clock = &one.clock;
            let (last, state) = standing(one, complaint, today, &edits);
            let part = part(clock, &all, complaint, grounds);
            let is_own = one.own.is_some();
            ClockView {
                name: clock.basis.name.clone(),
                citations: if is_own {
                    Vec::new()
                } else {
                    cited(&clock.basis)
                },
                own: one.own.clone(),
                grade: if is_own {
                    Grade::Local
                } else {
                    clock.basis.grade
                },
                length: clock.length,
                working_days: clock.unit == ClockUnit::WorkingDays,
                from_acceptance: clock.start == ClockStart::Accepted,
                part,
                last,
                state: match part {
                    ClockPart::InForce => state,
                    ClockPart::Replaced | ClockPart::Special => ClockState::None,
                },
            }
        })
        .collect()
}

/// The time limit that presses most: its state and last day.
#[must_use]
pub fn pressing(
    book: &Book,
    complaint: &Complaint,
    grounds: Grounds,
    today: Day,
) -> (ClockState, Option<Day>) {
    let edits: Vec<CalendarEdit> = book.calendar.iter().map(|(_, it)| it.clone()).collect();
    let all = applying(book, complaint);
    let in_force =
        |one: &&Applying| part(&one.clock, &all, complaint, grounds) == ClockPart::InForce;
    let standings = all.iter().filter(in_force);
    let standings = standings.map(|one| {
        let (last, state) = standing(one, complaint, today, &edits);
        (state, last)
    });
    standings.min().unwrap_or((ClockState::None, None))
}

/// What a clock is for a complaint: of the clocks with its start, those with the complaint's
/// grounds, or those without any where the law makes no difference; the recorded extensions put
/// a longer one in the ordinary one's place.
fn part(
    clock: &ComplaintClock,
    all: &[Applying],
    complaint: &Complaint,
    grounds: Grounds,
) -> ClockPart {
    let beside = || {
        let all = all.iter().map(|other| &other.clock);
        all.filter(|other| other.start == clock.start)
    };
    let makes_a_difference = beside().any(|other| other.grounds == grounds);
    let wanted = if makes_a_difference {
        grounds
    } else {
        Grounds::default()
    };
    if clock.grounds != wanted {
        return ClockPart::Special;
    }
    let extended = complaint.extensions();
    let same = beside().filter(|other| other.grounds == wanted);
    let reached = same.filter(|other| other.extensions <= extended);
    let longest = reached.map(|other| other.extensions).max().unwrap_or(0);
    match clock.extensions.cmp(&longest) {
        Ordering::Less => ClockPart::Replaced,
        Ordering::Equal => ClockPart::InForce,
        Ordering::Greater => ClockPart::Special,
    }
}

/// The time limits of the complaint's procedure on the day of receipt: the rules', each with the
/// agency's own length where it has one, else the agency's own one of the whole procedure.
fn applying(book: &Book, complaint: &Complaint) -> Vec<Applying> {
    let procedure = complaint.procedure.as_deref().unwrap_or_default();
    let rules = &law().complaint;
    let known = rules.clocks_of(procedure);
    let known = known.filter(|clock| clock.basis.span.contains(complaint.received));
    let mut all: Vec<Applying> = known
        .map(|clock| {
            let choice = book.clock_on(&clock.basis.key, complaint.received);
            Applying {
                clock: choice.map_or_else(|| clock.clone(), |choice| with_length(clock, choice)),
                own: choice.map(ClockChoice::cited),
                whole: false,
            }
        })
        .collect();
    let own = book.clock_on(procedure, complaint.received);
    if let (true, Some(procedure), Some(choice)) = (all.is_empty(), rules.procedure(procedure), own)
    {
        let clock = ComplaintClock {
            basis: procedure.basis.clone(),
            procedure: procedure.basis.key.clone(),
            start: ClockStart::Received,
            length: choice.length,
            unit: unit_of(choice),
            ordinary: true,
            extensions: 0,
            grounds: Grounds::default(),
        };
        all.push(Applying {
            clock,
            own: Some(choice.cited()),
            whole: true,
        });
    }
    all
}

fn with_length(clock: &ComplaintClock, choice: &ClockChoice) -> ComplaintClock {
    ComplaintClock {
        length: choice.length,
        unit: unit_of(choice),
        ..clock.clone()
    }
}

const fn unit_of(choice: &ClockChoice) -> ClockUnit {
    if choice.working_days {
        ClockUnit::WorkingDays
    } else {
        ClockUnit::Days
    }
}

fn standing(
    one: &Applying,
    complaint: &Complaint,
    today: Day,
    edits: &[CalendarEdit],
) -> (Option<Day>, ClockState) {
    let clock = &one.clock;
    let (start, ended) = if one.whole {
        settling(complaint, Some(complaint.received))
    } else {
        run(clock.start, complaint)
    };
    let Some(start) = start else {
        let never = ended.is_some();
        let state = if never {
            ClockState::None
        } else {
            ClockState::NotStarted
        };
        return (None, state);
    };
    let last = clock.last_day(start, &law().calendar, edits);
    let over = (ended.unwrap_or(today) - last).num_days();
    let state = match (ended, over) {
        (Some(_), 1..) => ClockState::Late(over),
        (Some(_), _) => ClockState::Met,
        (None, 1..) => ClockState::Overdue(over),
        (None, over) if over >= -SOON => ClockState::Soon(-over),
        (None, over) => ClockState::Running(-over),
    };
    (Some(last), state)
}

/// The first of these steps with a state that is wanted.
fn first(steps: &[ComplaintStep], wanted: fn(ComplaintState) -> bool) -> Option<Day> {
    let found = steps.iter().find(|step| wanted(step.state));
    found.map(|step| step.on)
}

/// When settling it began, and when nothing was left to settle. What is taken up again is
/// settled anew, from the day on that took it up.
fn settling(complaint: &Complaint, start: Option<Day>) -> (Option<Day>, Option<Day>) {
    let steps = complaint.since_opening();
    let again = steps.first().filter(|_| complaint.is_taken_up_again());
    let start = again.map_or(start, |step| Some(step.on));
    (start, first(steps, ComplaintState::is_settled))
}

/// When a clock started and when what it waits for was done.
fn run(start: ClockStart, complaint: &Complaint) -> (Option<Day>, Option<Day>) {
    match start {
        ClockStart::Received => {
            let next = |state| state != ComplaintState::Received;
            // A register may tell of a verification and not of the acceptance before it: then
            // nobody knows whether it was accepted in time.
            let is_known = complaint.steps.iter().find(|step| next(step.state));
            let is_known = is_known.is_none_or(|step| is_answer(step.state));
            let start = is_known.then_some(complaint.received);
            (start, first(&complaint.steps, next))
        }
        ClockStart::Accepted => {
            let accepted = |state| state == ComplaintState::Accepted;
            settling(complaint, first(&complaint.steps, accepted))
        }
    }
}

/// True for what answers a complaint on receipt.
const fn is_answer(state: ComplaintState) -> bool {
    matches!(
        state,
        ComplaintState::Accepted
            | ComplaintState::Refused
            | ComplaintState::Forwarded
            | ComplaintState::Linked(_)
            | ComplaintState::Concluded(Conclusion::Withdrawn)
    )
}
