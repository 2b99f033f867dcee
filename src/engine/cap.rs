//! How many may be rated Xuất sắc, in the whole organisation and in each group of similar
//! duties (Điều 20.5, readings R5 and R6).
//!
//! The numbers follow from who stands where, never from the order in which people were
//! decided. Nobody is moved: the report ranks and warns.

use std::collections::BTreeMap;

use crate::domain::{Class, Classification, Decimal, Exact, GroupId, OfficialId};
use crate::rules::{CapBase, CapRounding};

/// One official as the cap sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapMember {
    /// Who.
    pub official: OfficialId,
    /// Group of similar duties.
    pub group: Option<GroupId>,
    /// The year's mean, by which they are ranked.
    pub mean: Option<Exact>,
    /// The computed class.
    pub computed: Classification,
    /// The class that stands: decided, else computed.
    pub standing: Classification,
}

/// Where a cap holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CapScope {
    /// The whole organisation.
    Organisation,
    /// One group of similar duties.
    Group(GroupId),
}

/// The cap in one scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapLine {
    /// Where.
    pub scope: CapScope,
    /// Percent.
    pub percent: Decimal,
    /// The number of people the percentage is taken of, at the allowed number.
    pub base: u32,
    /// The largest number of Xuất sắc.
    pub allowed: u32,
    /// How many stand at Xuất sắc now.
    pub standing: u32,
    /// How many of these are beyond the allowed number.
    pub over: u32,
    /// Everyone computed or decided Xuất sắc, best first.
    pub ranking: Vec<RankedOfficial>,
}

/// One place of the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedOfficial {
    /// Who.
    pub official: OfficialId,
    /// Mean.
    pub mean: Option<Exact>,
    /// 1 for the best; equal means share a place.
    pub place: u32,
    /// True when the place lies within the allowed number.
    pub within: bool,
    /// True when equal means lie on both sides of the allowed number: people must choose.
    pub tied_at_edge: bool,
    /// The class that stands.
    pub standing: Classification,
}

/// The cap at both levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapReport {
    /// The year.
    pub year: u16,
    /// The whole organisation.
    pub organisation: CapLine,
    /// Each group of similar duties, in order of groups.
    pub groups: Vec<CapLine>,
}

/// Percent, base and rounding a cap is formed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapTerms {
    /// Percent of Xuất sắc allowed.
    pub percent: Decimal,
    /// R5.
    pub base: CapBase,
    /// R6.
    pub rounding: CapRounding,
}

/// The cap at both levels for these members, in any order.
#[must_use]
pub fn cap_report(year: u16, members: &[CapMember], terms: CapTerms) -> CapReport {
    let everyone: Vec<&CapMember> = members.iter().collect();
    let mut groups: BTreeMap<GroupId, Vec<&CapMember>> = BTreeMap::new();
    for member in members {
        if let Some(group) = member.group {
            groups.entry(group).or_default().push(member);
        }
    }
    CapReport {
        year,
        organisation: cap_line(CapScope::Organisation, &everyone, terms),
        groups: groups
            .into_iter()
            .map(|(group, members)| cap_line(CapScope::Group(group), &members, terms))
            .collect(),
    }
}

fn cap_line(scope: CapScope, members: &[&CapMember], terms: CapTerms) -> CapLine {
    let count = |wanted: &dyn Fn(&CapMember) -> bool| {
        u32::try_from(members.iter().filter(|member| wanted(member)).count()).unwrap_or(u32::MAX)
    };
    let is = |class| move |member: &CapMember| member.standing == Classification::Class(class);
    let excellent = count(&is(Class::Excellent));
    let good = count(&is(Class::Good));
    let originally_good = count(&|m| m.computed == Classification::Class(Class::Good));
    let (allowed, base) = match terms.base {
        CapBase::FinalGood => allowed_of_final(excellent + good, terms),
        CapBase::OriginalGood => (allowed_of(originally_good, terms), originally_good),
        CapBase::GoodAndAbove => (allowed_of(excellent + good, terms), excellent + good),
    };
    CapLine {
        scope,
        percent: terms.percent,
        base,
        allowed,
        standing: excellent,
        over: excellent.saturating_sub(allowed),
        ranking: ranking(members, allowed),
    }
}

/// The largest number that is within the percentage of those left at Tốt.
fn allowed_of_final(both: u32, terms: CapTerms) -> (u32, u32) {
    let mut allowed = 0;
    while allowed < both && allowed < allowed_of(both - allowed - 1, terms) {
        allowed += 1;
    }
    (allowed, both - allowed)
}

fn allowed_of(base: u32, terms: CapTerms) -> u32 {
    let share = terms
        .percent
        .exact()
        .times(&Exact::ratio(i128::from(base), 100));
    let number = match terms.rounding {
        CapRounding::Down => share.floor(),
        CapRounding::Nearest => share.nearest(),
        CapRounding::AtLeastOne => share.floor().max(1),
    };
    u32::try_from(number).unwrap_or(0)
}

fn ranking(members: &[&CapMember], allowed: u32) -> Vec<RankedOfficial> {
    let top = Classification::Class(Class::Excellent);
    let mut ranked: Vec<&CapMember> = members
        .iter()
        .copied()
        .filter(|member| member.computed == top || member.standing == top)
        .collect();
    ranked.sort_by(|a, b| b.mean.cmp(&a.mean).then(a.official.cmp(&b.official)));
    let edge = allowed as usize;
    let across = match (
        edge.checked_sub(1).and_then(|at| ranked.get(at)),
        ranked.get(edge),
    ) {
        (Some(last), Some(next)) if last.mean == next.mean => Some(next.mean.clone()),
        _ => None,
    };
    let mut place = 0;
    let mut ranking: Vec<RankedOfficial> = Vec::with_capacity(ranked.len());
    for (at, member) in ranked.iter().enumerate() {
        if at == 0 || ranked[at - 1].mean != member.mean {
            place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        }
        ranking.push(RankedOfficial {
            official: member.official,
            mean: member.mean.clone(),
            place,
            within: at < edge,
            tied_at_edge: across.as_ref().is_some_and(|mean| *mean == member.mean),
            standing: member.standing,
        });
    }
    ranking
}
