//! Disciplinary decisions as a register whose cells are entered.
//!
//! Which other decision is about the same act, and that an act happened at a former unit, are
//! chosen in a decision's own form.

use crate::app::law;
use crate::domain::{Day, Discipline, DisciplineId, DisciplineSide, Month, OfficialId, UnitId};
use crate::ledger::{Book, Draft, Key, Kind};
use crate::rules::{DisciplineForm, Wording};
use crate::text::{format_date, search_key};

use super::super::entry::{self, EntryError};
use super::super::paste::{Answer, CellField, Holds, Refused, When, key_of, one_of};
use super::super::task::{Known, person_text};
use super::used_year;

/// A cell of the register of discipline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisciplineCell {
    /// Who.
    Official,
    /// Day it takes effect.
    Effective,
    /// Party or administrative.
    Side,
    /// The form; known by the day it takes effect.
    Form,
    /// What was done.
    Act,
    /// When it was done.
    ActOn,
    /// Number of the decision.
    Decision,
    /// Whether it concerns public duty, thought, ethics or lifestyle.
    Duty,
    /// The year in which the act was already a ground.
    Used,
}

/// A decision while its cells are entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisciplineLine {
    official: Option<OfficialId>,
    effective: Option<Day>,
    side: DisciplineSide,
    form: String,
    act: String,
    act_on: Option<Day>,
    decision: Option<String>,
    duty: bool,
    used: Option<u16>,
    same_act_as: Option<DisciplineId>,
    act_unit: Option<UnitId>,
}

/// The sides with the keys their choices have and the words they are known by, without diacritics.
pub const SIDES: [Answer<DisciplineSide>; 2] = [
    (
        "administrative",
        DisciplineSide::Administrative,
        &["ky luat hanh chinh", "hanh chinh"],
    ),
    ("party", DisciplineSide::Party, &["ky luat dang", "dang"]),
];

/// Whether a decision is about duty: the keys of the answers and the words they are known by.
pub const DUTY: [Answer<bool>; 2] = [("yes", true, &["co", "x"]), ("no", false, &["khong"])];

impl CellField for DisciplineCell {
    type Id = DisciplineId;
    type Row = DisciplineLine;
    const KIND: Kind = Kind::Discipline;
    const FIELDS: &'static [Self] = &[
        Self::Official,
        Self::Effective,
        Self::Side,
        Self::Form,
        Self::Act,
        Self::ActOn,
        Self::Decision,
        Self::Duty,
        Self::Used,
    ];

    fn column(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Effective => "effective",
            Self::Side => "side",
            Self::Form => "form",
            Self::Act => "act",
            Self::ActOn => "act_on",
            Self::Decision => "decision",
            Self::Duty => "duty",
            Self::Used => "used",
        }
    }

    fn holds(self) -> Holds {
        match self {
            Self::Official => Holds::Person,
            Self::Effective | Self::ActOn => Holds::Day,
            Self::Act | Self::Decision => Holds::Words,
            Self::Side | Self::Form | Self::Duty | Self::Used => Holds::Other,
        }
    }

    fn id(number: u32) -> DisciplineId {
        DisciplineId(number)
    }

    fn row(book: &Book, id: DisciplineId, _month: Month) -> Option<DisciplineLine> {
        let record = book.disciplines.get(id)?.clone();
        Some(DisciplineLine {
            official: Some(record.official),
            effective: Some(record.effective),
            side: record.side,
            form: record.form,
            act: record.act,
            act_on: record.act_on,
            decision: record.decision,
            duty: record.duty_related,
            used: record.already_used_in,
            same_act_as: record.same_act_as,
            act_unit: record.act_unit,
        })
    }

    fn blank(_book: &Book, _when: When) -> DisciplineLine {
        DisciplineLine {
            official: None,
            effective: None,
            side: DisciplineSide::Administrative,
            form: String::new(),
            act: String::new(),
            act_on: None,
            decision: None,
            duty: true,
            used: None,
            same_act_as: None,
            act_unit: None,
        }
    }

    fn is_choice(self) -> bool {
        matches!(self, Self::Side | Self::Form | Self::Duty)
    }

    /// The form recorded must be one of its side on its day, and no act is after its decision.
    fn check(_known: &Known<'_>, row: &DisciplineLine) -> Result<(), Refused<Self>> {
        let Some(day) = row.effective else {
            return Ok(());
        };
        if let Some(act_on) = row.act_on.filter(|act_on| *act_on > day) {
            return Err(vec![
                (Self::ActOn, EntryError::TooLate(day)),
                (Self::Effective, EntryError::TooEarly(act_on)),
            ]);
        }
        if row.form.is_empty() || law().discipline_form(row.side, &row.form, day).is_some() {
            return Ok(());
        }
        let error = not_then(&row.form, row.side, day);
        let decides = [Self::Effective, Self::Side, Self::Form];
        Err(decides.map(|field| (field, error.clone())).into())
    }

    fn set(
        self,
        known: &Known<'_>,
        row: &mut DisciplineLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let text = text.trim();
        entry::plain(text)?;
        let mut changed = row.clone();
        self.write(known, &mut changed, text, when)?;
        changed.fits(row)?;
        *row = changed;
        Ok(())
    }

    fn text(self, book: &Book, row: &DisciplineLine) -> String {
        let day = |day: Option<Day>| day.map(format_date).unwrap_or_default();
        match self {
            Self::Official => {
                let official = row.official.and_then(|id| book.officials.get(id));
                official.map(person_text).unwrap_or_default()
            }
            Self::Effective => day(row.effective),
            Self::Side => key_of(&SIDES, row.side),
            Self::Form => row.form.clone(),
            Self::Act => row.act.clone(),
            Self::ActOn => day(row.act_on),
            Self::Decision => row.decision.clone().unwrap_or_default(),
            Self::Duty => key_of(&DUTY, row.duty),
            Self::Used => row.used.map(|year| year.to_string()).unwrap_or_default(),
        }
    }

    fn missing(
        _book: &Book,
        row: &DisciplineLine,
        _is_new: bool,
        _given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self> {
        let needed = [
            (Self::Official, row.official.is_none()),
            (Self::Effective, row.effective.is_none()),
            (Self::Form, row.form.is_empty()),
            (Self::Act, row.act.is_empty()),
        ];
        let missing = needed.into_iter().filter(|(_, missing)| *missing);
        missing.map(|(field, _)| field).collect()
    }

    fn put(draft: &mut Draft<'_>, id: Option<DisciplineId>, row: &DisciplineLine) {
        // Without person or day a row is missing something and is not put.
        let (Some(official), Some(effective)) = (row.official, row.effective) else {
            return;
        };
        let id = id.unwrap_or_else(|| DisciplineId(draft.fresh(Kind::Discipline)));
        let record = Discipline {
            official,
            form: row.form.clone(),
            side: row.side,
            act: row.act.clone(),
            act_on: row.act_on,
            decision: row.decision.clone(),
            effective,
            duty_related: row.duty,
            same_act_as: row.same_act_as,
            already_used_in: row.used,
            act_unit: row.act_unit,
        };
        draft.put(Key::Discipline(id), record);
    }
}

impl DisciplineCell {
    /// Each arm sets its field once the text is understood.
    fn write(
        self,
        known: &Known<'_>,
        row: &mut DisciplineLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let day = || entry::day(text, when.year());
        match self {
            Self::Official => {
                row.official = Some(known.official(text)?.ok_or(EntryError::Required)?);
            }
            Self::Effective => row.effective = Some(day()?.ok_or(EntryError::Required)?),
            Self::Side => row.side = one_of(&SIDES, text)?,
            Self::Form => row.form = form(row, text, when)?,
            Self::Act => row.act = entry::text(text).ok_or(EntryError::Required)?,
            Self::ActOn => row.act_on = day()?,
            Self::Decision => row.decision = entry::text(text),
            Self::Duty => row.duty = one_of(&DUTY, text)?,
            Self::Used => row.used = used_year(text)?,
        }
        Ok(())
    }
}

impl DisciplineLine {
    /// What a cell may not make of a row: the same act as somebody else's.
    fn fits(&self, before: &Self) -> Result<(), EntryError> {
        if self.official != before.official && self.same_act_as.is_some() {
            return Err(EntryError::OtherPerson);
        }
        Ok(())
    }
}

/// A form by its key or its name, among those of the row's side on its day.
fn form(row: &DisciplineLine, text: &str, when: When) -> Result<String, EntryError> {
    if text.is_empty() {
        return Err(EntryError::Required);
    }
    let day = row.effective.unwrap_or(when.today);
    let wanted = search_key(text);
    let means = |form: &&DisciplineForm| {
        let name = &form.basis.name;
        let written = [&form.form, &name.vi, &name.en];
        written.into_iter().any(|it| search_key(it) == wanted)
    };
    let on_day = law().discipline_forms_on(row.side, day);
    if let Some(form) = on_day.into_iter().find(means) {
        return Ok(form.form.clone());
    }
    let of_another = law().discipline_forms.iter().find(means);
    Err(match of_another {
        Some(form) => not_then(&form.form, row.side, day),
        None => EntryError::Unknown(text.to_owned()),
    })
}

/// The form with a key is none of a side on a day; said with its name.
fn not_then(key: &str, side: DisciplineSide, day: Day) -> EntryError {
    let mut all = law().discipline_forms.iter();
    let named = all.find(|form| form.form == key);
    let form = named.map_or_else(
        || Wording {
            vi: key.to_owned(),
            en: key.to_owned(),
        },
        |form| form.basis.name.clone(),
    );
    EntryError::NotThen { form, side, day }
}

#[cfg(test)]
mod tests;
