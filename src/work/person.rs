//! Everything recorded about one person.

use crate::app::job::{Bytes, MadeFile, NotMade, Order};
use crate::domain::OfficialId;
use crate::files::backup;
use crate::ledger::Book;

use super::people;

/// The file of the one official of an order.
pub(super) fn file(book: &Book, order: &Order) -> Result<MadeFile, NotMade> {
    let [whom] = order.officials[..] else {
        return Err(NotMade::NothingToMake);
    };
    let official = OfficialId(whom);
    if !book.officials.contains(official) {
        return Err(NotMade::NothingToMake);
    }
    let today = people::today(order).ok_or(NotMade::NothingToMake)?;
    let name = backup::plain_name(book.official_name(official));
    Ok(MadeFile {
        name: format!("ho-so-{name}-{today}.json"),
        bytes: Bytes(backup::person(book, official, today).into_bytes()),
    })
}
