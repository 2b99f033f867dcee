//! A set of local rules as it is typed, and how it is read.

use serde::{Deserialize, Serialize};

use crate::app::{Model, law};
use crate::domain::{
    Conclusion, Day, Decimal, LineId, LocalLine, LocalRules, LocalTariff, Month, Span, TariffBand,
    TariffForm,
};
use crate::files::wire;

use super::super::entry::{self, EntryError};

/// A set as typed; it also travels so between page and worker.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TypedSet {
    /// What it is called.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Number of the decision.
    pub decision: String,
    /// First day in force.
    pub from: String,
    /// Last day in force; open when empty.
    pub to: String,
    /// True when the lines are worded or weighed locally.
    pub own_lines: bool,
    /// All lines of the form.
    pub lines: Vec<TypedLine>,
    /// Tariffs of the directive's criteria.
    pub tariffs: Vec<TypedTariff>,
    /// Points proposed for a conclusion; an empty text leaves the shipped proposal.
    pub conclusions: Vec<TypedConclusion>,
}

/// A line as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedLine {
    /// Which.
    #[serde(with = "wire::line")]
    pub line: LineId,
    /// Its words.
    pub wording: String,
    /// Its most points.
    pub max: String,
}

/// A tariff as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TypedTariff {
    /// Key of the criterion.
    pub criterion: String,
    /// False leaves the shipped proposal.
    pub own: bool,
    /// Most points.
    pub max: String,
    /// How the figure becomes points.
    pub form: FormKind,
    /// Points off per event.
    pub per_event: String,
    /// Bands; rows without anything are passed over.
    pub bands: Vec<TypedBand>,
    /// Points proposed to take off a line; nothing proposes nothing.
    pub proposed: String,
}

/// Which form a tariff has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum FormKind {
    /// Most points times the share reached.
    #[default]
    Share,
    /// Points off per event.
    PerEvent,
    /// Points of the band.
    Bands,
}

impl FormKind {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Share, Self::PerEvent, Self::Bands];

    /// The key of a form, for a choice on screen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::PerEvent => "event",
            Self::Bands => "bands",
        }
    }

    /// The form of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        let found = Self::ALL.into_iter().find(|kind| kind.key() == key);
        found.unwrap_or_default()
    }
}

/// A band as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TypedBand {
    /// From this figure on.
    pub from: String,
    /// Below this figure; open when empty.
    pub below: String,
    /// Its points.
    pub points: String,
}

/// Points for a conclusion as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedConclusion {
    /// Which.
    #[serde(with = "wire::ConclusionWire")]
    pub conclusion: Conclusion,
    /// Points proposed to take off.
    pub points: String,
}

/// A field that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetField {
    /// First day.
    From,
    /// Last day.
    To,
    /// Most points of a line.
    Line(LineId),
    /// Most points of a criterion.
    Most(String),
    /// Points per event of a criterion.
    PerEvent(String),
    /// A band of a criterion, from 1.
    Band(String, usize),
    /// Points proposed for a criterion.
    Proposed(String),
    /// Points for a conclusion.
    Conclusion(Conclusion),
}

/// Fields that were not taken, with why.
pub type Refused = Vec<(SetField, EntryError)>;

/// The shipped set: the decree's form, and the shipped proposals, from next month on.
#[must_use]
pub fn shipped(model: &Model) -> TypedSet {
    let month = model.month();
    let today = Month::of(model.now.today);
    let lines = law().for_month(month).ok().or(law().in_force().last());
    let lines = lines.into_iter().flat_map(|rules| rules.lines());
    let conclusions = law().complaint.tariffs.iter();
    let mut typed = TypedSet {
        from: day_text(today.next().first_day()),
        own_lines: true,
        lines: lines
            .map(|line| TypedLine {
                line: line.id,
                wording: line.basis.name.vi.clone(),
                max: text(line.max),
            })
            .collect(),
        conclusions: conclusions
            .map(|tariff| TypedConclusion {
                conclusion: tariff.conclusion,
                points: text(tariff.points),
            })
            .collect(),
        ..TypedSet::default()
    };
    fill_up(&mut typed);
    typed
}

/// A set as it would be typed, with what it leaves to the law and to the shipped proposals
/// filled in to begin with.
#[must_use]
pub fn typed(set: &LocalRules) -> TypedSet {
    let mut typed = TypedSet {
        title: set.title.clone(),
        issuer: set.issuer.clone(),
        decision: set.decision.clone(),
        from: day_text(set.span.from),
        to: set.span.to.map(day_text).unwrap_or_default(),
        own_lines: !set.lines.is_empty(),
        lines: set.lines.iter().map(typed_line).collect(),
        tariffs: set.tariffs.iter().map(typed_tariff).collect(),
        conclusions: set
            .conclusions
            .iter()
            .map(|(conclusion, points)| TypedConclusion {
                conclusion: *conclusion,
                points: text(*points),
            })
            .collect(),
    };
    fill_up(&mut typed);
    typed
}

/// Adds what the set leaves out, so that every field can be shown.
fn fill_up(typed: &mut TypedSet) {
    if typed.lines.is_empty() {
        let lines = law().in_force().last().into_iter();
        let lines = lines.flat_map(|rules| rules.lines());
        typed.lines = lines
            .map(|line| TypedLine {
                line: line.id,
                wording: line.basis.name.vi.clone(),
                max: text(line.max),
            })
            .collect();
    }
    for criterion in &law().directive {
        let key = &criterion.basis.key;
        if typed.tariffs.iter().any(|known| known.criterion == *key) {
            continue;
        }
        let shipped = &criterion.tariff;
        typed.tariffs.push(TypedTariff {
            criterion: key.clone(),
            max: text(shipped.max),
            form: shipped
                .per_event
                .map_or(FormKind::Share, |_| FormKind::PerEvent),
            per_event: shipped.per_event.map(text).unwrap_or_default(),
            ..TypedTariff::default()
        });
    }
    let order = |key: &str| {
        let at = law().directive.iter().position(|c| c.basis.key == key);
        at.unwrap_or(usize::MAX)
    };
    typed.tariffs.sort_by_key(|tariff| order(&tariff.criterion));
    for shipped in &law().complaint.tariffs {
        let conclusion = shipped.conclusion;
        if !typed.conclusions.iter().any(|c| c.conclusion == conclusion) {
            typed.conclusions.push(TypedConclusion {
                conclusion,
                points: String::new(),
            });
        }
    }
}

fn typed_line(line: &LocalLine) -> TypedLine {
    TypedLine {
        line: line.line,
        wording: line.wording.clone(),
        max: text(line.max),
    }
}

fn typed_tariff(tariff: &LocalTariff) -> TypedTariff {
    let mut typed = TypedTariff {
        criterion: tariff.criterion.clone(),
        own: true,
        max: text(tariff.max),
        proposed: tariff.proposed.map(text).unwrap_or_default(),
        ..TypedTariff::default()
    };
    match &tariff.form {
        TariffForm::Share => typed.form = FormKind::Share,
        TariffForm::PerEvent(points) => {
            typed.form = FormKind::PerEvent;
            typed.per_event = text(*points);
        }
        TariffForm::Bands(bands) => {
            typed.form = FormKind::Bands;
            typed.bands = bands
                .iter()
                .map(|band| TypedBand {
                    from: text(band.from),
                    below: band.below.map(text).unwrap_or_default(),
                    points: text(band.points),
                })
                .collect();
        }
    }
    typed
}

/// Reads what was typed.
///
/// # Errors
/// All fields that were not taken.
pub(super) fn read(typed: &TypedSet, year: u16) -> Result<LocalRules, Refused> {
    let mut refused = Refused::new();
    let from = entry::day(&typed.from, year).and_then(|day| day.ok_or(EntryError::Required));
    let from = from.map_err(|error| refused.push((SetField::From, error)));
    let to = entry::day(&typed.to, year).map_err(|error| refused.push((SetField::To, error)));
    let words = |text: &str| entry::text(text).unwrap_or_default();
    let mut number = |field: SetField, text: &str| {
        required(text)
            .map_err(|error| refused.push((field, error)))
            .unwrap_or_default()
    };
    let lines = typed.lines.iter().filter(|_| typed.own_lines);
    let lines = lines
        .map(|line| LocalLine {
            line: line.line,
            wording: words(&line.wording),
            max: number(SetField::Line(line.line), &line.max),
        })
        .collect();
    let tariffs = typed.tariffs.iter().filter(|tariff| tariff.own);
    let tariffs = tariffs
        .map(|tariff| read_tariff(tariff, &mut number))
        .collect();
    let conclusions = typed.conclusions.iter();
    let conclusions = conclusions
        .filter(|one| !one.points.trim().is_empty())
        .map(|one| {
            let field = SetField::Conclusion(one.conclusion);
            (one.conclusion, number(field, &one.points))
        })
        .collect();
    let (Ok(from), Ok(to), true) = (from, to, refused.is_empty()) else {
        return Err(refused);
    };
    Ok(LocalRules {
        title: words(&typed.title),
        issuer: words(&typed.issuer),
        decision: words(&typed.decision),
        span: Span { from, to },
        lines,
        tariffs,
        conclusions,
    })
}

fn read_tariff(
    tariff: &TypedTariff,
    number: &mut impl FnMut(SetField, &str) -> Decimal,
) -> LocalTariff {
    let criterion = || tariff.criterion.clone();
    let form = match tariff.form {
        FormKind::Share => TariffForm::Share,
        FormKind::PerEvent => {
            TariffForm::PerEvent(number(SetField::PerEvent(criterion()), &tariff.per_event))
        }
        FormKind::Bands => {
            let given = tariff.bands.iter().enumerate().filter(|(_, band)| {
                let typed = [&band.below, &band.points];
                typed.iter().any(|text| !text.trim().is_empty())
            });
            let bands = given.map(|(at, band)| {
                let mut one = |text: &str| number(SetField::Band(criterion(), at + 1), text);
                TariffBand {
                    from: one(&band.from),
                    below: (!band.below.trim().is_empty()).then(|| one(&band.below)),
                    points: one(&band.points),
                }
            });
            TariffForm::Bands(bands.collect())
        }
    };
    let proposed = !tariff.proposed.trim().is_empty();
    LocalTariff {
        criterion: criterion(),
        max: number(SetField::Most(criterion()), &tariff.max),
        form,
        proposed: proposed.then(|| number(SetField::Proposed(criterion()), &tariff.proposed)),
    }
}

fn required(text: &str) -> Result<Decimal, EntryError> {
    if text.trim().is_empty() {
        return Err(EntryError::Required);
    }
    entry::number(text)
}

/// A number as one types it here, with a decimal comma.
fn text(value: Decimal) -> String {
    crate::text::format_number(&value.to_string())
}

fn day_text(day: Day) -> String {
    crate::text::format_date(day)
}
