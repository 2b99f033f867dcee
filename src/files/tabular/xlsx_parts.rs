//! What a workbook says about its sheets: their parts in the zip, and whether results are stale.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::TabularError;
use super::archive::Archive;

const PART_BYTES: u64 = 16 << 20;

/// What is needed beside the cells.
#[derive(Debug, Default)]
pub(super) struct WorkbookParts {
    /// Name of the sheet and its part in the zip.
    pub(super) part_of_sheet: BTreeMap<String, String>,
    /// Whether the writer asks for a recalculation, because it computed nothing.
    pub(super) recalculates_on_load: bool,
}

pub(super) fn read_parts(archive: &mut Archive<'_>) -> Result<WorkbookParts, TabularError> {
    let mut parts = WorkbookParts::default();
    if !archive.has("xl/workbook.xml") {
        return Ok(parts);
    }
    let mut targets = BTreeMap::new();
    let relations = "xl/_rels/workbook.xml.rels";
    if archive.has(relations) {
        each_tag(&archive.part(relations, PART_BYTES)?, relations, |tag| {
            if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
                targets.insert(id, absolute(&target));
            }
        })?;
    }
    each_tag(
        &archive.part("xl/workbook.xml", PART_BYTES)?,
        "xl/workbook.xml",
        |tag| match tag.local_name().as_ref() {
            "sheet" => {
                let target = attribute(tag, "id").and_then(|id| targets.get(&id).cloned());
                if let (Some(name), Some(target)) = (attribute(tag, "name"), target) {
                    parts.part_of_sheet.insert(name, target);
                }
            }
            "calcPr" => {
                parts.recalculates_on_load = attribute(tag, "fullCalcOnLoad")
                    .is_some_and(|value| value == "1" || value == "true");
            }
            _ => {}
        },
    )?;
    Ok(parts)
}

fn absolute(target: &str) -> String {
    target
        .strip_prefix('/')
        .map_or_else(|| format!("xl/{target}"), str::to_owned)
}

fn each_tag(
    xml: &[u8],
    part: &str,
    mut visit: impl FnMut(&BytesStart<'_>),
) -> Result<(), TabularError> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => visit(&tag),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => {
                return Err(TabularError::Damaged {
                    part: part.to_owned(),
                });
            }
        }
    }
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}
