//! Everything recorded about one person as a csv file, to read, to hand over to them or to keep.

use crate::app::job::{Bytes, MadeFile, NotMade, Order};
use crate::app::view::changes::{ChangedRecord, changed};
use crate::domain::OfficialId;
use crate::files::backup::plain_name;
use crate::files::csv_out::{CsvCell, write_csv};
use crate::i18n::bin::EraseMessage;
use crate::i18n::changes::{field_name, record_name, shown_or_empty};
use crate::i18n::{Locale, Say, format};
use crate::ledger::{Book, Change, Key, references};

/// The file of the one official of an order: a row for each field of each record about them.
/// Who complained about them is somebody else's data and not among it.
pub(super) fn file(book: &Book, order: &Order) -> Result<MadeFile, NotMade> {
    let [whom] = order.officials[..] else {
        return Err(NotMade::NothingToMake);
    };
    let official = OfficialId(whom);
    if !book.officials.contains(official) {
        return Err(NotMade::NothingToMake);
    }
    let today = super::people::today(order).ok_or(NotMade::NothingToMake)?;
    let locale = if order.english {
        Locale::En
    } else {
        Locale::Vi
    };
    let about = about(book, official);
    // Told like records that were added: with all that stands in them.
    let told = changed(&about, &|key| book.get(key), usize::MAX);
    let rows = told.records.iter().flat_map(|it| rows(it, locale));
    let name = book.official_name(official);
    let foot = EraseMessage::FileFoot {
        name: name.to_owned(),
        agency: book.agency.name.clone(),
        day: format::day(today),
    };
    let foot = [vec![], vec![CsvCell::Text(foot.say(locale))]];
    let head = [
        EraseMessage::FileRecord,
        EraseMessage::FileNumber,
        EraseMessage::FileField,
        EraseMessage::FileValue,
    ]
    .map(|message| message.say(locale));
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let bytes = write_csv(&head, rows.chain(foot)).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: format!("ho-so-{}-{today}.csv", plain_name(name)),
        bytes: Bytes(bytes),
    })
}

/// Every record about an official.
fn about(book: &Book, official: OfficialId) -> Vec<Change> {
    let whom = Key::Official(official);
    book.all()
        .filter(|(key, record)| *key == whom || references(*key, record).contains(&whom))
        .map(|(key, record)| Change {
            key,
            before: None,
            after: Some(record),
        })
        .collect()
}

fn rows(record: &ChangedRecord, locale: Locale) -> Vec<Vec<CsvCell>> {
    let name = record_name(record, locale);
    // Records of one name are told apart by it.
    let number = record.key.number().map(|number| number.to_string());
    let number = number.unwrap_or_default();
    let row = |field: String, value: String| {
        [name.clone(), number.clone(), field, value]
            .map(CsvCell::Text)
            .into()
    };
    if record.fields.is_empty() {
        return vec![row(String::new(), String::new())];
    }
    let fields = record.fields.iter().map(|part| {
        let field = field_name(part.field, part.of.as_deref(), locale);
        row(field, shown_or_empty(part.after.as_ref(), locale))
    });
    fields.collect()
}
