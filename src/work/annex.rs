//! The reasons annex: why a score is what it is, for one person as docx, many as a zip.

use crate::app::job::{MadeFile, NotMade, Order};
use crate::app::law;
use crate::app::view::why::{WhyNode, node};
use crate::domain::{Grade, Period};
use crate::engine::{Input, Reason, Scores, Step, Value};
use crate::files::forms::{Annex, AnnexReason};
use crate::files::names::Names;
use crate::i18n::reason::{AnnexWord, GradeName, Told, tell};
use crate::i18n::{Locale, Say, format};
use crate::ledger::Book;

use super::people::{self, Person};
use super::{Report, forms};

/// What stands where a name or a free text is hidden.
const HIDDEN: &str = "…";

/// The annex of a month, quarter or year.
pub(super) fn annex(book: &Book, order: &Order, report: Report<'_>) -> Result<MadeFile, NotMade> {
    let period = people::period(order).ok_or(NotMade::NothingToMake)?;
    let scores = Scores::full(book, law());
    let paper = |person: &Person| {
        let reason = match period {
            Period::Year(year) => {
                let assessed = scores.assess_year(book, law(), person.id, year);
                assessed.reason
            }
            _ => scores.assess(book, law(), person.id, period).reason,
        };
        of(book, order, period, person, reason).paper()
    };
    forms::pack(book, order, period, "Vi-sao", paper, report)
}

fn of(
    book: &Book,
    order: &Order,
    period: Period,
    person: &Person,
    reason: Option<Reason>,
) -> Annex {
    let locale = if order.english {
        Locale::En
    } else {
        Locale::Vi
    };
    let hidden = people::names(order) == Names::Hidden;
    let tree = reason.map(|reason| {
        let tree = node(book, reason, period);
        if hidden { without_names(tree) } else { tree }
    });
    let grades = [
        Grade::Mandatory,
        Grade::Guidance,
        Grade::Local,
        Grade::Proposal,
    ];
    let grades = grades.map(|grade| GradeName::from(grade).say(locale));
    Annex {
        head: people::head(book),
        title: vec![
            AnnexWord::Title.say(locale),
            format!("({})", format::period(period, locale)),
        ],
        person: people::form_person(person),
        reasons: tree.iter().map(|tree| step(tree, locale)).collect(),
        notes: [format!("[{}]", grades.join(" / "))]
            .into_iter()
            .chain(people::log_head(order).map(|head| people::log_note(head, locale)))
            .collect(),
    }
}

fn step(node: &WhyNode, locale: Locale) -> AnnexReason {
    let Told {
        title,
        value,
        notes,
        citation,
    } = tell(node, locale);
    let mut sentence = vec![title];
    sentence.extend(notes);
    AnnexReason {
        title: sentence.join("; "),
        value,
        citation: Some(citation).filter(|citation| !citation.is_empty()),
        grade: Some(GradeName::from(node.grade).say(locale)),
        children: node
            .children
            .iter()
            .map(|child| step(child, locale))
            .collect(),
    }
}

/// Names of people and whatever was typed freely, which may name people, are left out;
/// the law's own words stay.
fn without_names(node: WhyNode) -> WhyNode {
    let law_words = matches!(node.step, Step::GeneralLine(_));
    WhyNode {
        name: if law_words || node.name.is_empty() {
            node.name
        } else {
            HIDDEN.to_owned()
        },
        value: without_text(node.value),
        inputs: node
            .inputs
            .into_iter()
            .map(|input| Input {
                value: without_text(input.value),
                ..input
            })
            .collect(),
        children: node.children.into_iter().map(without_names).collect(),
        ..node
    }
}

fn without_text(value: Value) -> Value {
    match value {
        Value::Text(_) => Value::Text(HIDDEN.to_owned()),
        other => other,
    }
}
