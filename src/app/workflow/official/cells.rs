//! Officials as a register whose cells are entered, each with the position of the month looked at.
//!
//! Unit, role and first day of a recorded position are corrected only while nothing earlier rests
//! on them: a move is a new position with its own first day, on the official's page.

use crate::domain::{
    Day, GroupId, Month, Official, OfficialId, Period, Position, PositionId, Role, Span, UnitId,
};
use crate::ledger::{Book, Draft, Key, Kind};
use crate::text::format_date;

use super::super::entry::{self, EntryError};
use super::super::paste::{Answer, CellField, Holds, When, key_of, one_of};
use super::super::task::Known;
use super::code_taken;
use super::position::{Stand, check_change, held_on, rests_on};

/// A cell of the list of officials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfficialCell {
    /// Full name.
    Name,
    /// Staff code.
    Code,
    /// Title of the position.
    Title,
    /// Unit of the position.
    Unit,
    /// Role of the position.
    Role,
    /// Group of similar duties.
    Group,
    /// First day of the position.
    From,
    /// Day of birth.
    Born,
    /// Note.
    Note,
}

/// An official with the position of the month looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialLine {
    id: Option<OfficialId>,
    record: Official,
    held: Option<PositionId>,
    unit: Option<UnitId>,
    role: Role,
    title: String,
    group: Option<GroupId>,
    span: Span,
}

/// Roles with the keys their choices have and the words they are known by, without diacritics.
pub const ROLES: [Answer<Role>; 4] = [
    ("staff", Role::Staff, &["cong chuc", "chuyen vien"]),
    (
        "head",
        Role::Head,
        &["nguoi dung dau", "cap truong", "truong"],
    ),
    ("deputy", Role::Deputy, &["cap pho", "pho", "deputy head"]),
    ("support", Role::Support, &["nhan vien ho tro", "ho tro"]),
];

/// The position an official is shown with: the one of the month, else the last one.
#[must_use]
pub fn shown_position(
    book: &Book,
    id: OfficialId,
    month: Month,
) -> Option<(PositionId, &Position)> {
    book.position_in(id, Period::Month(month))
        .or_else(|| book.positions_of(id).into_iter().next_back())
}

impl CellField for OfficialCell {
    type Id = OfficialId;
    type Row = OfficialLine;
    const KIND: Kind = Kind::Official;
    const FIELDS: &'static [Self] = &[
        Self::Name,
        Self::Code,
        Self::Title,
        Self::Unit,
        Self::Role,
        Self::Group,
        Self::From,
        Self::Born,
        Self::Note,
    ];

    fn column(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Code => "code",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Role => "role",
            Self::Group => "group",
            Self::From => "from",
            Self::Born => "born",
            Self::Note => "note",
        }
    }

    fn holds(self) -> Holds {
        match self {
            Self::Name | Self::Code | Self::Title | Self::Note => Holds::Words,
            Self::Unit => Holds::Unit,
            Self::Role | Self::Group => Holds::Other,
            Self::From | Self::Born => Holds::Day,
        }
    }

    fn is_unique(self) -> bool {
        self == Self::Code
    }

    fn is_choice(self) -> bool {
        self == Self::Role
    }

    /// Without a unit there is no position.
    fn carries(self) -> (&'static [Self], EntryError) {
        match self {
            Self::Unit => (
                &[Self::Title, Self::Role, Self::Group, Self::From],
                EntryError::UnitFirst,
            ),
            _ => (&[], EntryError::Required),
        }
    }

    fn id(number: u32) -> OfficialId {
        OfficialId(number)
    }

    fn row(book: &Book, id: OfficialId, month: Month) -> Option<OfficialLine> {
        let record = book.officials.get(id)?.clone();
        let held = shown_position(book, id, month);
        let position = held.map(|(_, position)| position);
        Some(OfficialLine {
            id: Some(id),
            record,
            held: held.map(|(id, _)| id),
            unit: position.map(|it| it.unit),
            role: position.map_or(Role::Staff, |it| it.role),
            title: position.map(|it| it.title.clone()).unwrap_or_default(),
            group: position.and_then(|it| it.group),
            span: position.map_or_else(|| from_january(month), |it| it.span),
        })
    }

    fn blank(_book: &Book, when: When) -> OfficialLine {
        OfficialLine {
            id: None,
            record: Official::default(),
            held: None,
            unit: None,
            role: Role::Staff,
            title: String::new(),
            group: None,
            span: from_january(when.month),
        }
    }

    fn set(
        self,
        known: &Known<'_>,
        row: &mut OfficialLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let text = text.trim();
        entry::plain(text)?;
        let mut changed = row.clone();
        self.write(known, &mut changed, text, when)?;
        if let (Some(id), Some(held)) = (row.id, row.held) {
            changed.may_follow(row, known.book(), (id, held), when)?;
        }
        *row = changed;
        Ok(())
    }

    fn text(self, book: &Book, row: &OfficialLine) -> String {
        let words = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Name => row.record.name.clone(),
            Self::Code => words(&row.record.code),
            Self::Title => row.title.clone(),
            Self::Unit => {
                let unit = row.unit.and_then(|unit| book.units.get(unit));
                unit.map(|unit| unit.name.clone()).unwrap_or_default()
            }
            Self::Role => key_of(&ROLES, row.role),
            Self::Group => {
                let group = row.group.and_then(|group| book.groups.get(group));
                group.map(|group| group.name.clone()).unwrap_or_default()
            }
            Self::From => format_date(row.span.from),
            Self::Born => row.record.born.map(format_date).unwrap_or_default(),
            Self::Note => words(&row.record.note),
        }
    }

    fn missing(
        _book: &Book,
        row: &OfficialLine,
        is_new: bool,
        given: &dyn Fn(Self) -> bool,
    ) -> Vec<Self> {
        let mut missing = Vec::new();
        if row.record.name.is_empty() {
            missing.push(Self::Name);
        }
        let positioned = [Self::Title, Self::Role, Self::Group, Self::From];
        let wants_unit = is_new || positioned.into_iter().any(given);
        if row.unit.is_none() && wants_unit {
            missing.push(Self::Unit);
        }
        missing
    }

    fn put(draft: &mut Draft<'_>, id: Option<OfficialId>, row: &OfficialLine) {
        let official = id.unwrap_or_else(|| OfficialId(draft.fresh(Kind::Official)));
        draft.put(Key::Official(official), row.record.clone());
        let Some(unit) = row.unit else { return };
        let position = Position {
            official,
            unit,
            role: row.role,
            title: row.title.clone(),
            group: row.group,
            span: row.span,
        };
        let id = row
            .held
            .unwrap_or_else(|| PositionId(draft.fresh(Kind::Position)));
        draft.put(Key::Position(id), position);
    }
}

impl OfficialLine {
    fn stand(&self) -> Option<Stand> {
        let unit = self.unit?;
        Some((unit, self.role, self.span))
    }

    /// Refuses what would change months before the one looked at, or lie beside another position.
    fn may_follow(
        &self,
        before: &Self,
        book: &Book,
        (official, held): (OfficialId, PositionId),
        when: When,
    ) -> Result<(), EntryError> {
        let whole = EntryError::WholePosition(before.span.from);
        let change = check_change(book, official, before.stand(), self.stand());
        change.map_err(|_| whole.clone())?;
        let moves = (self.unit, self.role) != (before.unit, before.role);
        let earlier = Span {
            from: before.span.from,
            to: when.month.first_day().pred_opt(),
        };
        let leads = [self.role, before.role].contains(&Role::Head);
        if moves && rests_on(book, official, leads, earlier) {
            return Err(whole);
        }
        let added = Span {
            from: self.span.from,
            to: before.span.from.pred_opt(),
        };
        match held_on(book, official, held, added) {
            Some(other) => Err(EntryError::HeldThen(other)),
            None => Ok(()),
        }
    }
}

impl OfficialCell {
    /// Each arm sets its field once the text is understood.
    fn write(
        self,
        known: &Known<'_>,
        row: &mut OfficialLine,
        text: &str,
        when: When,
    ) -> Result<(), EntryError> {
        let book = known.book();
        match self {
            Self::Name => row.record.name = entry::text(text).ok_or(EntryError::Required)?,
            Self::Code => {
                let code = entry::text(text);
                if code_taken(book, row.id, code.as_ref()) {
                    return Err(EntryError::Taken(text.to_owned()));
                }
                row.record.code = code;
            }
            Self::Title => row.title = entry::text(text).unwrap_or_default(),
            Self::Unit => {
                row.unit = Some(known.unit(text)?.ok_or(EntryError::Required)?);
            }
            Self::Role => row.role = one_of(&ROLES, text)?,
            Self::Group => row.group = known.group(text)?,
            Self::From => row.span.from = first_day(text, row.span.to, when)?,
            Self::Born => row.record.born = born(text, when)?,
            Self::Note => row.record.note = entry::text(text),
        }
        Ok(())
    }
}

fn from_january(month: Month) -> Span {
    Span {
        from: Period::Year(month.year()).first_day(),
        to: None,
    }
}

fn first_day(text: &str, to: Option<Day>, when: When) -> Result<Day, EntryError> {
    let from = entry::day(text, when.year())?.ok_or(EntryError::Required)?;
    match to {
        Some(to) if from > to => Err(EntryError::TooLate(to)),
        _ => Ok(from),
    }
}

fn born(text: &str, when: When) -> Result<Option<Day>, EntryError> {
    match entry::day(text, when.year())? {
        Some(day) if day > when.today => Err(EntryError::TooLate(when.today)),
        day => Ok(day),
    }
}

#[cfg(test)]
mod tests;
