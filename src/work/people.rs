//! Who an order is about, in office order, and what they are called in it.

use crate::app::job::Order;
use crate::domain::{Day, OfficialId, Period};
use crate::files::forms::{FormHead, FormPerson, SignatureFill};
use crate::files::names::{Names, pseudonym};
use crate::i18n::reason::AnnexWord;
use crate::i18n::{Locale, Say};
use crate::ledger::{Book, Digest, LogHead};
use crate::text::name_sort_key;

/// The order's period, if it is one.
pub(super) fn period(order: &Order) -> Option<Period> {
    Period::parse(&order.period).ok()
}

/// The day of writing.
pub(super) fn today(order: &Order) -> Option<Day> {
    Day::from_num_days_from_ce_opt(order.today)
}

/// Where the log stood when the order was sent.
pub(super) fn log_head(order: &Order) -> Option<LogHead> {
    let mark = order.log?;
    Some(LogHead {
        sequence: mark.sequence,
        hash: Digest(mark.hash),
    })
}

/// Which state of the data a paper of our own shows.
pub(super) fn log_note(head: LogHead, locale: Locale) -> String {
    let LogHead { sequence, hash } = head;
    let hash = hash.to_string();
    AnnexWord::Log { sequence, hash }.say(locale)
}

/// Whether names are shown.
pub(super) const fn names(order: &Order) -> Names {
    if order.names_hidden {
        Names::Hidden
    } else {
        Names::Shown
    }
}

/// One person of the order.
pub(super) struct Person {
    pub(super) id: OfficialId,
    pub(super) name: String,
    pub(super) code: String,
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) group: String,
}

/// The people asked for who hold a position in the period, by given name.
pub(super) fn people(book: &Book, order: &Order, period: Period) -> Vec<Person> {
    let wanted = |id: OfficialId| order.officials.is_empty() || order.officials.contains(&id.0);
    let mut ids: Vec<OfficialId> = book
        .officials
        .iter()
        .map(|(id, _)| id)
        .filter(|id| wanted(*id) && book.position_in(*id, period).is_some())
        .collect();
    ids.sort_by_cached_key(|id| (name_sort_key(book.official_name(*id)), *id));
    ids.into_iter()
        .enumerate()
        .map(|(place, id)| person(book, order, period, place, id))
        .collect()
}

fn person(book: &Book, order: &Order, period: Period, place: usize, id: OfficialId) -> Person {
    let position = book.position_in(id, period).map(|(_, position)| position);
    let unit = position
        .and_then(|position| book.units.get(position.unit))
        .map(|unit| unit.name.clone());
    let group = position
        .and_then(|position| position.group)
        .and_then(|group| book.groups.get(group));
    let official = book.officials.get(id);
    let code = official
        .and_then(|official| official.code.clone())
        .unwrap_or_default();
    let hidden = names(order) == Names::Hidden;
    Person {
        id,
        name: if hidden {
            pseudonym(place)
        } else {
            book.official_name(id).to_owned()
        },
        code: if hidden { pseudonym(place) } else { code },
        title: position
            .map(|position| position.title.clone())
            .unwrap_or_default(),
        unit: unit.unwrap_or_default(),
        group: group.map(|group| group.name.clone()).unwrap_or_default(),
    }
}

/// The agency's side of a form's head.
pub(super) fn head(book: &Book) -> FormHead {
    FormHead {
        superior: filled(&book.agency.superior),
        agency: filled(&book.agency.name),
    }
}

/// The person's lines of a form.
pub(super) fn form_person(person: &Person) -> FormPerson {
    FormPerson {
        name: filled(&person.name),
        position: filled(&person.title),
        unit: filled(&person.unit),
    }
}

/// The person's own signature: place known, day and hand left open.
pub(super) fn signature(book: &Book, name: Option<String>) -> SignatureFill {
    SignatureFill {
        place: filled(&book.agency.place),
        day: None,
        name,
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
