//! What a criterion's figure would propose for the decree's lines. Nothing of it is ever
//! applied by itself: a person with authority decides and gives a reason.

use crate::domain::{Decimal, Exact};
use crate::rules::{DirectiveCriterion, DirectiveFeed};

use super::points::Tariff;
use super::{CardFigure, Outcome, Whose};

/// One proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Where to.
    pub feed: DirectiveFeed,
    /// What.
    pub kind: ProposalKind,
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq)]
pub enum ProposalKind {
    /// Nothing more: a, b or c already counts the same records.
    InFormula,
    /// To look at the records when the line or question is answered.
    Consider,
    /// To take points off the line, as a local tariff proposes.
    TakeOff {
        /// Points for each event.
        each: Decimal,
        /// How many.
        events: u64,
        /// Together.
        points: Exact,
    },
}

pub(super) fn proposals(
    criterion: &DirectiveCriterion,
    tariff: &Tariff,
    outcome: &Outcome,
    whose: Whose,
) -> Vec<Proposal> {
    let misses = outcome.figure.misses().unwrap_or_default();
    if misses == 0 {
        return Vec::new();
    }
    // A line of the general criteria is a person's.
    let of_person = matches!(whose, Whose::Official(_));
    let feeds = criterion
        .feeds
        .iter()
        .filter(|feed| of_person || matches!(feed, DirectiveFeed::Organising));
    feeds
        .map(|feed| Proposal {
            feed: *feed,
            kind: kind(*feed, tariff, outcome.figure, misses),
        })
        .collect()
}

fn kind(feed: DirectiveFeed, tariff: &Tariff, figure: CardFigure, misses: u64) -> ProposalKind {
    match feed {
        DirectiveFeed::Quantity | DirectiveFeed::Quality | DirectiveFeed::Schedule => {
            ProposalKind::InFormula
        }
        DirectiveFeed::Organising | DirectiveFeed::Gates => ProposalKind::Consider,
        DirectiveFeed::Line(_) => match (tariff.proposed, figure) {
            (Some(each), CardFigure::Events { .. }) => ProposalKind::TakeOff {
                each,
                events: misses,
                points: each.exact().times(&Exact::ratio(i128::from(misses), 1)),
            },
            _ => ProposalKind::Consider,
        },
    }
}
