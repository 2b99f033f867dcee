//! Finds the merged ranges of a sheet in the bytes of its XML as they pass by.
//!
//! They stand after all cells, so reading them with an XML reader would mean
//! reading the whole sheet a second time. `<` never stands in text unescaped,
//! so a tag can be found without parsing.

use super::MergedRange;

/// No merge tag is longer.
const LONGEST_TAG: usize = 96;

/// The search over one sheet, chunk by chunk.
#[derive(Default)]
pub(super) struct MergeScan {
    tail: Vec<u8>,
    ranges: Vec<MergedRange>,
}

impl MergeScan {
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        if !self.tail.is_empty() {
            let end = rest
                .iter()
                .position(|byte| *byte == b'>')
                .map_or(rest.len(), |at| at + 1);
            self.tail.extend_from_slice(&rest[..end]);
            rest = &rest[end..];
            if self.tail.ends_with(b">") || self.tail.len() > LONGEST_TAG {
                let tag = std::mem::take(&mut self.tail);
                self.tag(&tag);
            }
        }
        while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
            rest = &rest[at..];
            let Some(end) = rest.iter().position(|byte| *byte == b'>') else {
                self.tail = rest[..rest.len().min(LONGEST_TAG + 1)].to_vec();
                return;
            };
            self.tag(&rest[..=end]);
            rest = &rest[end + 1..];
        }
    }

    pub(super) fn ranges(&self) -> std::iter::Copied<std::slice::Iter<'_, MergedRange>> {
        self.ranges.iter().copied()
    }

    fn tag(&mut self, tag: &[u8]) {
        // Nearly every tag is a cell: look at the length and the letter before anything dear.
        if tag.len() < 20 || tag.len() > LONGEST_TAG || !tag.contains(&b'm') {
            return;
        }
        let Ok(tag) = std::str::from_utf8(tag) else {
            return;
        };
        let mut words = tag[1..].split(['"', '\'']);
        let Some(name) = words.next() else { return };
        let name = name.split_whitespace().next().unwrap_or_default();
        if name.rsplit(':').next() == Some("mergeCell") {
            self.ranges.extend(words.next().and_then(parse_range));
        }
    }
}

/// `A1:C2` as a range.
pub(super) fn parse_range(text: &str) -> Option<MergedRange> {
    let (first, last) = text.split_once(':')?;
    let (first_row, first_column) = parse_place(first)?;
    let (last_row, last_column) = parse_place(last)?;
    (first_row <= last_row && first_column <= last_column).then_some(MergedRange {
        first_row,
        first_column,
        last_row,
        last_column,
    })
}

fn parse_place(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter
            .is_ascii_alphabetic()
            .then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((
        row.parse::<u32>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &[u8] = br#"<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData><mergeCells count="2"><mergeCell ref="A1:J1"/><x:mergeCell ref="B2:C10"></x:mergeCell></mergeCells>"#;

    fn expected() -> Vec<MergedRange> {
        vec![
            MergedRange {
                first_row: 0,
                first_column: 0,
                last_row: 0,
                last_column: 9,
            },
            MergedRange {
                first_row: 1,
                first_column: 1,
                last_row: 9,
                last_column: 2,
            },
        ]
    }

    #[test]
    fn ranges_are_found_however_the_bytes_are_cut() {
        for size in 1..XML.len() {
            let mut scan = MergeScan::default();
            XML.chunks(size).for_each(|chunk| scan.feed(chunk));
            assert_eq!(
                scan.ranges().collect::<Vec<_>>(),
                expected(),
                "chunks of {size}"
            );
        }
    }

    #[test]
    fn words_in_cells_are_no_ranges() {
        let mut scan = MergeScan::default();
        scan.feed(br#"<t>mergeCell ref="A1:B2"</t><c r="A1" merge="A1:B2"/>"#);
        assert_eq!(scan.ranges().count(), 0);
    }
}
