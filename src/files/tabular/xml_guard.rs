//! Watches XML pass by and notices what a reader would have to hold as a whole: a text, a tag
//! or a comment without end, and tags within tags without end.

/// Bytes a text, a tag or a comment may have. A cell holds at most 32,767 letters.
pub(super) const MOST_BYTES: usize = 4 << 20;
/// Tags open at a time. No part of a workbook nests deeper than twenty.
const DEEPEST: u32 = 256;

/// What passes by now.
#[derive(Clone, Copy, Default)]
enum Within {
    #[default]
    Text,
    /// After `<`.
    Start,
    /// In a tag; true when it opens an element.
    Tag(bool),
    /// In quotes in such a tag.
    Quoted(bool, u8),
    /// In a comment, or in plain characters.
    Marked,
}

/// The watch over one part.
#[derive(Default)]
pub(super) struct XmlGuard {
    within: Within,
    length: usize,
    depth: u32,
    last: [u8; 2],
}

impl XmlGuard {
    /// False as soon as something is longer or deeper than in any honest file.
    pub(super) fn feed(&mut self, chunk: &[u8]) -> bool {
        for byte in chunk {
            self.length += 1;
            self.within = self.after(*byte);
            self.last = [self.last[1], *byte];
            if self.length > MOST_BYTES || self.depth > DEEPEST {
                return false;
            }
        }
        true
    }

    fn after(&mut self, byte: u8) -> Within {
        match (self.within, byte) {
            (Within::Text, b'<') => {
                self.length = 0;
                Within::Start
            }
            (Within::Start, b'!') => Within::Marked,
            (Within::Start, b'?') => Within::Tag(false),
            (Within::Start, b'/') => {
                self.depth = self.depth.saturating_sub(1);
                Within::Tag(false)
            }
            (Within::Start, _) => {
                self.depth += 1;
                self.in_tag(true, byte)
            }
            (Within::Tag(opens), byte) => self.in_tag(opens, byte),
            (Within::Quoted(opens, quote), byte) if byte == quote => Within::Tag(opens),
            (Within::Marked, b'>') if matches!(&self.last, b"--" | b"]]") => Within::Text,
            (within, _) => within,
        }
    }

    fn in_tag(&mut self, opens: bool, byte: u8) -> Within {
        match byte {
            b'"' | b'\'' => Within::Quoted(opens, byte),
            b'>' => {
                if opens && self.last[1] == b'/' {
                    self.depth -= 1;
                }
                Within::Text
            }
            _ => Within::Tag(opens),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `before`, then `repeated` over so many bytes, pass.
    fn passes(before: &str, repeated: &str, bytes: usize) -> bool {
        let mut guard = XmlGuard::default();
        let block = repeated.repeat(bytes / repeated.len());
        let mut chunks = block.as_bytes().chunks(64 << 10);
        guard.feed(before.as_bytes()) && chunks.all(|chunk| guard.feed(chunk))
    }

    #[test]
    fn cells_pass_however_many_there_are() {
        let head = "<?xml version=\"1.0\"?><!-- a < b --><sheetData>";
        for cell in [
            "<c><v>1</v></c>",
            "<c r=\"A1\"/>",
            "<c t='a/>b'><v/></c>",
            "<t><![CDATA[a<b]]></t>",
        ] {
            assert!(passes(head, cell, 2 * MOST_BYTES), "{cell}");
        }
        assert!(passes("<t>", "x", MOST_BYTES / 2));
    }

    #[test]
    fn what_a_reader_would_hold_as_a_whole_is_noticed() {
        for before in ["<t>", "<c r=\"", "<c ", "<!-- ", "<![CDATA[", "<?"] {
            assert!(!passes(before, " ", 2 * MOST_BYTES), "{before}");
        }
        assert!(!passes("<!--", "<c/>", 2 * MOST_BYTES));
    }

    #[test]
    fn tags_within_tags_are_noticed() {
        assert!(passes("", "<a>", 200 * 3));
        for tag in ["<a>", "<a b=\"/>\">", "<a b='1'>text"] {
            assert!(!passes("", tag, 300 * tag.len()), "{tag}");
        }
    }
}
