//! Entering points, leadership answers, support ratings and remarks.

use crate::app::law;
use crate::domain::{
    Day, Decimal, GeneralSheet, LeadershipAnswer, LeadershipCriterion, LeadershipSheet, LineId,
    OfficialId, Period, SupportSheet,
};
use crate::engine::{SupportRating, most_in};
use crate::ledger::{Action, Book, Draft, Key, Kind, Operation, Record};
use crate::rules::CivilServantRules;

use super::entry::{self, EntryError};

/// Whose points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Side {
    /// The official's own.
    #[default]
    Own,
    /// The authority's.
    Authority,
}

/// One cell of points and what was typed into it; empty clears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointEntry {
    /// Who.
    pub official: OfficialId,
    /// Which line.
    pub line: LineId,
    /// Whose points.
    pub side: Side,
    /// What was typed.
    pub text: String,
}

/// A remark of Mẫu số 01, part II.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// II.4 Ưu điểm.
    Strengths,
    /// II.5 Hạn chế, khuyết điểm.
    Weaknesses,
    /// II.6 Ý kiến nhận xét.
    Comment,
}

/// A full rating in percent.
const FULL_RATING: Decimal = Decimal::from_whole(100);

/// Refuses a change to a period that is confirmed for an official.
///
/// # Errors
/// [`EntryError::Locked`] with the period.
pub fn check_open(book: &Book, official: OfficialId, period: Period) -> Result<(), EntryError> {
    let frozen = book.confirmations.get((official, period));
    if frozen.is_some_and(|frozen| frozen.unlocked.is_none()) {
        return Err(EntryError::Locked(period));
    }
    Ok(())
}

/// The line, when the rules of the period know it.
fn rules_of(period: Period) -> Result<&'static CivilServantRules, EntryError> {
    law()
        .for_period(period)
        .map_err(|_| EntryError::Unknown(period.to_string()))
}

/// Points as typed, checked against the most of the line; nothing for an empty text.
///
/// # Errors
/// [`EntryError`] when the text is no such number or is above the most.
pub fn points(
    book: &Book,
    period: Period,
    line: LineId,
    text: &str,
) -> Result<Option<Decimal>, EntryError> {
    rules_of(period)?;
    let most =
        most_in(book, law(), period, line).ok_or_else(|| EntryError::Unknown(line.to_string()))?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = entry::number(text)?;
    if value > most {
        return Err(EntryError::Above(most));
    }
    Ok(Some(value))
}

/// Drafts the points of one or many cells as one action.
///
/// # Errors
/// The index of the first cell that was not taken, and why; then nothing is drafted.
pub fn enter(
    book: &Book,
    period: Period,
    entries: &[PointEntry],
    action: Action,
    today: Day,
) -> Result<Operation, (usize, EntryError)> {
    let mut draft = Draft::new(book, action);
    for (index, entry) in entries.iter().enumerate() {
        set(&mut draft, period, entry, today).map_err(|error| (index, error))?;
    }
    Ok(draft.finish())
}

fn set(
    draft: &mut Draft<'_>,
    period: Period,
    entry: &PointEntry,
    today: Day,
) -> Result<(), EntryError> {
    check_open(draft.book(), entry.official, period)?;
    let value = points(draft.book(), period, entry.line, &entry.text)?;
    let mut sheet = general(draft, entry.official, period);
    match entry.side {
        Side::Own => sheet.own.set(entry.line, value),
        Side::Authority => {
            sheet.authority.set(entry.line, value);
            sheet.authority_on = (!sheet.authority.is_empty()).then_some(today);
        }
    }
    put_general(draft, entry.official, period, sheet);
    Ok(())
}

fn general(draft: &Draft<'_>, official: OfficialId, period: Period) -> GeneralSheet {
    match draft.get(Key::General(official, period)) {
        Some(Record::General(sheet)) => sheet,
        _ => GeneralSheet::default(),
    }
}

/// Puts a sheet, or removes it when nothing is left in it.
fn put_general(draft: &mut Draft<'_>, official: OfficialId, period: Period, sheet: GeneralSheet) {
    let key = Key::General(official, period);
    if sheet == GeneralSheet::default() {
        draft.remove(key);
    } else {
        draft.put(key, sheet);
    }
}

/// Drafts the official's own points as the authority's, on the lines the authority left open.
///
/// # Errors
/// [`EntryError::Locked`], or [`EntryError::Required`] when there are no own points.
pub fn copy_own(
    book: &Book,
    officials: &[OfficialId],
    period: Period,
    today: Day,
) -> Result<Operation, EntryError> {
    let mut draft = Draft::new(book, Action::Score);
    for official in officials {
        check_open(book, *official, period)?;
        let mut sheet = general(&draft, *official, period);
        if sheet.own.is_empty() {
            continue;
        }
        let open: Vec<(LineId, Decimal)> = sheet
            .own
            .iter()
            .filter(|(line, _)| sheet.authority.get(*line).is_none())
            .collect();
        for (line, value) in open {
            sheet.authority.set(line, Some(value));
            sheet.authority_on = Some(today);
        }
        put_general(&mut draft, *official, period, sheet);
    }
    if draft.is_empty() {
        return Err(EntryError::Required);
    }
    Ok(draft.finish())
}

/// Drafts remarks; an empty one is cleared.
///
/// # Errors
/// [`EntryError::Locked`].
pub fn remark(
    book: &Book,
    official: OfficialId,
    period: Period,
    remarks: &[(Remark, &str)],
) -> Result<Operation, EntryError> {
    check_open(book, official, period)?;
    let mut draft = Draft::new(book, Action::Edit(Kind::General));
    let mut sheet = general(&draft, official, period);
    for (remark, text) in remarks {
        let value = entry::text(text);
        match remark {
            Remark::Strengths => sheet.strengths = value,
            Remark::Weaknesses => sheet.weaknesses = value,
            Remark::Comment => sheet.comment = value,
        }
    }
    put_general(&mut draft, official, period, sheet);
    Ok(draft.finish())
}

/// Drafts the answer to a leadership criterion; nothing takes the answer back.
///
/// Every answer needs its ground: there is no default, so somebody has to say why.
///
/// # Errors
/// [`EntryError::Locked`], or [`EntryError::Required`] without a ground.
pub fn answer(
    book: &Book,
    official: OfficialId,
    period: Period,
    criterion: LeadershipCriterion,
    answer: Option<(bool, &str)>,
) -> Result<Operation, EntryError> {
    check_open(book, official, period)?;
    let mut draft = Draft::new(book, Action::Score);
    let key = Key::Leadership(official, period);
    let mut sheet = match draft.get(key) {
        Some(Record::Leadership(sheet)) => sheet,
        _ => LeadershipSheet::default(),
    };
    let given = answer.map(|(full, reason)| {
        let reason = entry::text(reason).ok_or(EntryError::Required)?;
        Ok(LeadershipAnswer {
            full,
            reason: Some(reason),
        })
    });
    let given = given.transpose()?;
    match criterion {
        LeadershipCriterion::UnitResult => sheet.unit_result = given,
        LeadershipCriterion::Organising => sheet.organising = given,
        LeadershipCriterion::Unity => sheet.unity = given,
    }
    if sheet == LeadershipSheet::default() {
        draft.remove(key);
    } else {
        draft.put(key, sheet);
    }
    Ok(draft.finish())
}

/// Drafts a rating of a support worker in percent; empty clears it.
///
/// # Errors
/// [`EntryError`] when the text is no number from 0 to 100, or the period is confirmed.
pub fn rate(
    book: &Book,
    official: OfficialId,
    period: Period,
    rating: SupportRating,
    text: &str,
) -> Result<Operation, EntryError> {
    check_open(book, official, period)?;
    let text = text.trim().trim_end_matches('%');
    let value = if text.trim().is_empty() {
        None
    } else {
        Some(entry::number(text)?)
    };
    if value.is_some_and(|value| value > FULL_RATING) {
        return Err(EntryError::Above(FULL_RATING));
    }
    let mut draft = Draft::new(book, Action::Score);
    let key = Key::Support(official, period);
    let mut sheet = match draft.get(key) {
        Some(Record::Support(sheet)) => sheet,
        _ => SupportSheet::default(),
    };
    match rating {
        SupportRating::Quality => sheet.quality = value,
        SupportRating::Compliance => sheet.compliance = value,
        SupportRating::Effectiveness => sheet.effectiveness = value,
    }
    if sheet == SupportSheet::default() {
        draft.remove(key);
    } else {
        draft.put(key, sheet);
    }
    Ok(draft.finish())
}

/// A pasted point that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedPoint {
    /// Row of the block, from 0.
    pub row: usize,
    /// The line it would have gone into.
    pub line: LineId,
    /// What was pasted.
    pub value: String,
    /// Why not.
    pub error: EntryError,
}

/// What a pasted block of points comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedPoints {
    /// Takes all good cells at once.
    pub operation: Operation,
    /// How many cells it takes.
    pub taken: usize,
    /// The cells that are not taken.
    pub refused: Vec<RefusedPoint>,
}

/// Lays a block of points onto officials and lines, from the first of each on.
///
/// A block of one value fills all the cells given.
#[must_use]
pub fn paste(
    book: &Book,
    period: Period,
    side: Side,
    block: &[Vec<String>],
    officials: &[OfficialId],
    lines: &[LineId],
    today: Day,
) -> PastedPoints {
    let mut entries = Vec::new();
    let mut refused = Vec::new();
    let single = block.len() == 1 && block.first().is_some_and(|row| row.len() == 1);
    for (row, official) in officials.iter().enumerate() {
        let Some(cells) = block.get(if single { 0 } else { row }) else {
            break;
        };
        for (column, line) in lines.iter().enumerate() {
            let Some(value) = cells.get(if single { 0 } else { column }) else {
                break;
            };
            let checked = check_open(book, *official, period)
                .and_then(|()| points(book, period, *line, value));
            match checked {
                Ok(_) => entries.push(PointEntry {
                    official: *official,
                    line: *line,
                    side,
                    text: value.clone(),
                }),
                Err(error) => refused.push(RefusedPoint {
                    row,
                    line: *line,
                    value: value.clone(),
                    error,
                }),
            }
        }
    }
    let action = || Action::Paste(Kind::General);
    let operation = enter(book, period, &entries, action(), today);
    PastedPoints {
        operation: operation.unwrap_or_else(|_| Operation::new(action())),
        taken: entries.len(),
        refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Month, Official};

    const WHO: OfficialId = OfficialId(1);

    fn october() -> Period {
        Period::Month(Month::new(2026, 10).expect("a month"))
    }

    fn today() -> Day {
        Day::from_ymd_opt(2026, 11, 3).expect("a day")
    }

    fn line(text: &str) -> LineId {
        LineId::parse(text).expect("a line")
    }

    fn book() -> Book {
        let mut book = Book::default();
        let mut draft = Draft::new(&book, Action::Add(Kind::Official));
        let official = Official {
            name: "Người Mẫu Một".to_owned(),
            ..Official::default()
        };
        draft.put(Key::Official(WHO), official);
        let operation = draft.finish();
        book.apply(&operation).expect("one official");
        book
    }

    fn cell(id: &str, side: Side, text: &str) -> PointEntry {
        PointEntry {
            official: WHO,
            line: line(id),
            side,
            text: text.to_owned(),
        }
    }

    #[test]
    fn points_above_the_most_of_the_line_are_refused_at_the_cell() {
        let entries = [cell("I.1", Side::Own, "4,5"), cell("II.1", Side::Own, "3")];
        let (index, error) =
            enter(&book(), october(), &entries, Action::Score, today()).expect_err("3 of 2.5");
        assert_eq!(index, 1);
        assert_eq!(
            error,
            EntryError::Above(Decimal::parse("2.5").expect("a number"))
        );
    }

    #[test]
    fn the_authority_copies_only_what_it_left_open() {
        let mut book = book();
        let entries = [
            cell("I.1", Side::Own, "4"),
            cell("I.2", Side::Own, "5"),
            cell("I.1", Side::Authority, "3"),
        ];
        let entered =
            enter(&book, october(), &entries, Action::Score, today()).expect("good points");
        book.apply(&entered).expect("points");
        let copied = copy_own(&book, &[WHO], october(), today()).expect("own points");
        book.apply(&copied).expect("copied");
        let sheet = book.generals.get((WHO, october())).expect("a sheet");
        assert_eq!(
            sheet.authority.get(line("I.1")),
            Some(Decimal::from_whole(3))
        );
        assert_eq!(
            sheet.authority.get(line("I.2")),
            Some(Decimal::from_whole(5))
        );
        assert_eq!(sheet.authority_on, Some(today()));
    }

    #[test]
    fn an_answer_needs_its_ground_and_can_be_taken_back() {
        let mut book = book();
        let criterion = LeadershipCriterion::Unity;
        let without = answer(&book, WHO, october(), criterion, Some((true, " ")));
        assert_eq!(without, Err(EntryError::Required));
        let given = answer(
            &book,
            WHO,
            october(),
            criterion,
            Some((false, "Biên bản mẫu")),
        );
        book.apply(&given.expect("with a ground"))
            .expect("answered");
        assert!(book.leaderships.contains((WHO, october())));
        let back = answer(&book, WHO, october(), criterion, None).expect("taken back");
        book.apply(&back).expect("taken back");
        assert!(!book.leaderships.contains((WHO, october())));
    }

    #[test]
    fn a_rating_is_a_percentage() {
        let book = book();
        let rated = |text: &str| rate(&book, WHO, october(), SupportRating::Quality, text);
        assert!(rated("95 %").is_ok());
        assert_eq!(rated("101"), Err(EntryError::Above(FULL_RATING)));
    }

    #[test]
    fn a_pasted_block_takes_the_good_cells_and_lists_the_others() {
        let book = book();
        let block = [vec!["5".to_owned(), "năm".to_owned(), "2,5".to_owned()]];
        let lines = [line("I.1"), line("I.2"), line("II.1")];
        let pasted = paste(&book, october(), Side::Own, &block, &[WHO], &lines, today());
        assert_eq!(pasted.taken, 2);
        assert_eq!(pasted.refused.len(), 1);
        assert_eq!(pasted.refused[0].line, line("I.2"));
        assert_eq!(pasted.operation.changes.len(), 1);
    }
}
