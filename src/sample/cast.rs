//! Who works in the sample agency: units, groups, officials, positions and absences.

use chrono::Days;

use super::chance::Chance;
use super::words::Names;
use super::{AGENCY_NAME, YEAR, day};
use crate::domain as d;
use crate::domain::{Day, GroupId, Month, OfficialId, Role, Span, UnitId};
use crate::ledger::{Draft, Key, Kind};

const CAST: &str = include_str!("data/cast.tsv");
const UNITS: [&str; 5] = [
    "Văn phòng HĐND-UBND",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công",
    "Ban Chỉ huy Quân sự",
];
const GROUPS: [&str; 5] = [
    "Văn phòng - Tư pháp",
    "Tài chính - Xây dựng",
    "Địa chính - Nông nghiệp - Môi trường",
    "Văn hóa - Xã hội",
    "Bộ phận một cửa",
];

/// How well somebody works, which decides the odds of every task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Outstanding,
    Good,
    Steady,
    Fair,
    Weak,
    /// Written line by line so that the mean stays just under the highest class.
    Narrow,
}

/// One official of the sample.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: OfficialId,
    pub(super) unit: UnitId,
    pub(super) role: Role,
    pub(super) group: Option<GroupId>,
    pub(super) level: Level,
    pub(super) duties: &'static str,
    /// What is special about this person; empty for most.
    pub(super) story: &'static str,
    /// First day in the agency.
    pub(super) from: Day,
    pub(super) away: Option<Span>,
    /// Spreads good and bad outcomes evenly over a person's tasks.
    pub(super) phase: u32,
}

/// Least days of presence for a month with tasks and points.
const SHORTEST_PRESENCE: i64 = 6;

impl Person {
    /// The first and last day of a month on which the person is at work, if long enough.
    pub(super) fn at_work(&self, month: Month) -> Option<(Day, Day)> {
        let (mut first, mut last) = (month.first_day().max(self.from), month.last_day());
        if let Some(Span { from, to: Some(to) }) = self.away {
            if from <= first && first <= to {
                first = to + Days::new(1);
            } else if first < from && from <= last {
                last = from - Days::new(1);
            }
        }
        ((last - first).num_days() >= SHORTEST_PRESENCE).then_some((first, last))
    }
}

/// The units with the agency itself first, and everybody in them.
pub(super) struct Cast {
    pub(super) units: Vec<UnitId>,
    pub(super) people: Vec<Person>,
}

impl Cast {
    /// The person with a story.
    pub(super) fn of(&self, story: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.story == story)
    }
}

/// Puts the agency, its units, groups and people into the draft.
pub(super) fn assemble(draft: &mut Draft, chance: &mut Chance, officials: u32) -> Cast {
    draft.put(Key::Agency(), agency());
    let units = units(draft);
    let groups = groups(draft);
    let mut cast = Cast {
        units,
        people: Vec::new(),
    };
    let mut names = Names::new();
    for number in 1..=officials {
        let Some(row) = role_for(number) else { break };
        let person = hire(draft, chance, &mut names, &row, (&cast, &groups));
        cast.people.push(person);
    }
    name_the_namesakes(draft, &cast);
    cast
}

/// The row of the cast for the person with this number: after the last one, the ordinary
/// staff at the end of the list is repeated.
fn role_for(number: u32) -> Option<Vec<&'static str>> {
    let rows: Vec<&'static str> = CAST.lines().filter(|row| !row.starts_with('#')).collect();
    let ordinary: Vec<&'static str> = rows
        .iter()
        .copied()
        .filter(|row| row.split('\t').count() == 6 && row.contains("\tstaff\t"))
        .collect();
    let at = number as usize - 1;
    let row = match rows.get(at) {
        Some(row) => row,
        None => ordinary.get((at - rows.len()) % ordinary.len().max(1))?,
    };
    Some(row.split('\t').collect())
}

fn agency() -> d::Agency {
    d::Agency {
        name: AGENCY_NAME.to_owned(),
        superior: "UBND tỉnh (mẫu)".to_owned(),
        place: "Bình Minh".to_owned(),
        signer_title: "Chủ tịch UBND xã".to_owned(),
        tracking: d::Tracking::Monthly,
        sample: true,
    }
}

fn units(draft: &mut Draft) -> Vec<UnitId> {
    let top = UnitId(draft.fresh(Kind::Unit));
    let mut units = vec![top];
    let unit = |name: &str, parent| d::Unit {
        name: name.to_owned(),
        code: None,
        parent,
    };
    draft.put(Key::Unit(top), unit(AGENCY_NAME, None));
    for name in UNITS {
        let id = UnitId(draft.fresh(Kind::Unit));
        draft.put(Key::Unit(id), unit(name, Some(top)));
        units.push(id);
    }
    units
}

fn groups(draft: &mut Draft) -> Vec<GroupId> {
    let mut groups = Vec::new();
    for name in GROUPS {
        let id = GroupId(draft.fresh(Kind::Group));
        let name = name.to_owned();
        draft.put(Key::Group(id), d::DutyGroup { name });
        groups.push(id);
    }
    groups
}

fn hire(
    draft: &mut Draft,
    chance: &mut Chance,
    names: &mut Names,
    row: &[&'static str],
    (cast, groups): (&Cast, &[GroupId]),
) -> Person {
    let column = |at: usize| row.get(at).copied().unwrap_or("");
    let id = OfficialId(draft.fresh(Kind::Official));
    let female = match column(6) {
        "maternity" => true,
        "driver" => false,
        _ => chance.percent(45),
    };
    let born = d::Month::new(
        1968 + u16::try_from(chance.below(32)).unwrap_or(0),
        1 + u8::try_from(chance.below(12)).unwrap_or(0),
    );
    let official = d::Official {
        name: names.fresh(chance, female),
        code: Some(format!("BM.{:03}", id.0)),
        born: born
            .ok()
            .map(|month| month.first_day() + Days::new(u64::from(chance.below(28)))),
        note: None,
    };
    draft.put(Key::Official(id), official);
    let unit_at: usize = column(0).parse().unwrap_or(0);
    let person = Person {
        id,
        unit: cast.units[unit_at.min(UNITS.len())],
        role: role(column(1)),
        group: column(3)
            .parse()
            .ok()
            .and_then(|at: usize| groups.get(at).copied()),
        level: level(column(4)),
        duties: column(5),
        story: column(6),
        from: first_day(column(6)),
        away: None,
        phase: chance.below(1000),
    };
    place(draft, &person, column(2), (cast, groups));
    away(draft, person)
}

fn place(draft: &mut Draft, person: &Person, title: &str, (cast, groups): (&Cast, &[GroupId])) {
    let mut seat = d::Position {
        official: person.id,
        unit: person.unit,
        role: person.role,
        title: title.to_owned(),
        group: person.group,
        span: Span {
            from: match person.story {
                "transferred" | "newcomer" => person.from,
                _ => day(7, 1) - chrono::Months::new(12),
            },
            to: None,
        },
    };
    if person.story == "moved" {
        let moved = day(7, 1);
        seat.span.to = moved.pred_opt();
        let mut next = seat.clone();
        next.unit = cast.units[3];
        next.group = groups.get(3).copied();
        next.span = Span {
            from: moved,
            to: None,
        };
        let id = d::PositionId(draft.fresh(Kind::Position));
        draft.put(Key::Position(id), seat);
        seat = next;
    }
    let id = d::PositionId(draft.fresh(Kind::Position));
    draft.put(Key::Position(id), seat);
}

fn away(draft: &mut Draft, mut person: Person) -> Person {
    let (kind, from, to, document) = match person.story {
        "sick" => (d::AbsenceKind::Sick, day(3, 9), day(4, 17), "Giấy ra viện"),
        "maternity" => (
            d::AbsenceKind::Maternity,
            day(2, 1),
            day(8, 31),
            "Quyết định nghỉ thai sản số 08/QĐ-UBND",
        ),
        "unpaid" => (
            d::AbsenceKind::Unpaid,
            day(5, 18),
            day(7, 17),
            "Quyết định nghỉ không hưởng lương số 27/QĐ-UBND",
        ),
        _ => return person,
    };
    let span = Span { from, to: Some(to) };
    person.away = Some(span);
    let id = d::AbsenceId(draft.fresh(Kind::Absence));
    let absence = d::Absence {
        official: person.id,
        kind,
        span,
        document: Some(document.to_owned()),
    };
    draft.put(Key::Absence(id), absence);
    person
}

/// Two people get one name; only codes and days of birth tell them apart.
fn name_the_namesakes(draft: &mut Draft, cast: &Cast) {
    let mut namesakes = cast
        .people
        .iter()
        .filter(|person| person.story == "namesake");
    let (Some(one), Some(other)) = (namesakes.next(), namesakes.next()) else {
        return;
    };
    let records = [one.id, other.id].map(|id| draft.get(Key::Official(id)));
    if let [
        Some(crate::ledger::Record::Official(one)),
        Some(crate::ledger::Record::Official(mut second)),
    ] = records
    {
        second.name = one.name;
        draft.put(Key::Official(other.id), second);
    }
}

fn first_day(story: &str) -> Day {
    match story {
        "transferred" => day(5, 1),
        "newcomer" => day(8, 3),
        _ => Month::new(YEAR, 1).map_or(Day::MIN, Month::first_day),
    }
}

fn role(word: &str) -> Role {
    match word {
        "head" => Role::Head,
        "deputy" => Role::Deputy,
        "support" => Role::Support,
        _ => Role::Staff,
    }
}

fn level(word: &str) -> Level {
    match word {
        "outstanding" => Level::Outstanding,
        "steady" => Level::Steady,
        "fair" => Level::Fair,
        "weak" => Level::Weak,
        "narrow" => Level::Narrow,
        _ => Level::Good,
    }
}
