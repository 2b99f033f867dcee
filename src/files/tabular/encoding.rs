//! Turns the bytes of a text file into text, whichever encoding they are in.

use super::TextEncoding;

/// The text in normal form C and the encoding found; nothing when the bytes are no text.
///
/// A byte order mark decides; else valid UTF-8 is UTF-8, text with every other
/// byte zero is UTF-16, and anything else is the Vietnamese code page of old
/// Windows, whose separate tone marks are composed here.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, TextEncoding)> {
    let (text, encoding) = decode_as(bytes)?;
    let is_text = !text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{1a}'));
    is_text.then(|| (crate::text::nfc(&text), encoding))
}

fn decode_as(bytes: &[u8]) -> Option<(String, TextEncoding)> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some((
            String::from_utf8_lossy(rest).into_owned(),
            TextEncoding::Utf8,
        ));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some((utf16(rest, TextEncoding::Utf16Le), TextEncoding::Utf16Le));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some((utf16(rest, TextEncoding::Utf16Be), TextEncoding::Utf16Be));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Some((utf16(bytes, encoding), encoding));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.to_owned(), TextEncoding::Utf8));
    }
    if bytes.contains(&0) {
        return None;
    }
    let (text, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes);
    Some((text.into_owned(), TextEncoding::Windows1258))
}

fn utf16(bytes: &[u8], encoding: TextEncoding) -> String {
    let codec = if encoding == TextEncoding::Utf16Be {
        encoding_rs::UTF_16BE
    } else {
        encoding_rs::UTF_16LE
    };
    codec.decode_without_bom_handling(bytes).0.into_owned()
}

/// Latin text has a zero in at least a third of its high bytes.
fn utf16_without_mark(bytes: &[u8]) -> Option<TextEncoding> {
    let head = &bytes[..bytes.len().min(2000)];
    let zeros = |at: usize| {
        head.iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (high_first, low_first) = (zeros(0), zeros(1));
    let enough = head.len() / 6;
    if head.len() < 8 || !bytes.len().is_multiple_of(2) {
        None
    } else if low_first > enough && high_first == 0 {
        Some(TextEncoding::Utf16Le)
    } else if high_first > enough && low_first == 0 {
        Some(TextEncoding::Utf16Be)
    } else {
        None
    }
}

/// Whether the text looks like UTF-8 that was read as a western code page and
/// saved again ("NguyÃªn" for "Nguyên").
pub(super) fn is_double_encoded(text: &str) -> bool {
    if text.is_ascii() || !text.contains(['Ã', 'á', 'Ä', 'Æ', 'Â']) {
        return false;
    }
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(text);
    !unmappable && std::str::from_utf8(&bytes).is_ok_and(|again| !again.is_ascii())
}

/// Whether a question mark stands inside a word, where a letter was ("V?n").
pub(super) fn has_lost_letters(text: &str) -> bool {
    let inside = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().find(|c| *c != '?');
        before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
    };
    text.contains('?') && !text.contains("://") && text.match_indices('?').any(|(at, _)| inside(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "Đặng Hoàng Mẫu; Tiến độ ưu việt";

    fn decoded(bytes: &[u8]) -> (String, TextEncoding) {
        decode(bytes).unwrap()
    }

    #[test]
    fn utf8_reads_with_and_without_mark() {
        assert_eq!(
            decoded(NAME.as_bytes()),
            (NAME.to_owned(), TextEncoding::Utf8)
        );
        assert_eq!(decoded(format!("\u{FEFF}{NAME}").as_bytes()).0, NAME);
    }

    #[test]
    fn utf16_reads_in_both_byte_orders_with_and_without_mark() {
        let low: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let high: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(&low), (NAME.to_owned(), TextEncoding::Utf16Le));
        assert_eq!(decoded(&high), (NAME.to_owned(), TextEncoding::Utf16Be));
        assert_eq!(decoded(&[b"\xFF\xFE".as_slice(), &low].concat()).0, NAME);
        assert_eq!(decoded(&[b"\xFE\xFF".as_slice(), &high].concat()).0, NAME);
    }

    #[test]
    fn windows_1258_tone_marks_are_composed() {
        // "Tiến độ" as old Windows wrote it: ê then acute, ô then dot below.
        let bytes = b"Ti\xEA\xECn \xF0\xF4\xF2";
        assert_eq!(
            decoded(bytes),
            ("Tiến độ".to_owned(), TextEncoding::Windows1258)
        );
    }

    #[test]
    fn bytes_with_zeros_or_control_characters_are_no_text() {
        assert_eq!(decode(b"\x00\x01\x02\xFF\xFE\x00\x03"), None);
        assert_eq!(decode(b"abc\x07\x08"), None);
    }

    #[test]
    fn lost_letters_are_noticed() {
        assert!(has_lost_letters("V?n ph?ng"));
        assert!(has_lost_letters("Th? tr??ng"));
        assert!(!has_lost_letters("Xong chưa? Rồi."));
        assert!(!has_lost_letters("https://a.vn/x?y=1"));
    }

    #[test]
    fn double_encoded_text_is_noticed() {
        assert!(is_double_encoded("NguyÃªn"));
        assert!(!is_double_encoded("Nguyên"));
        assert!(!is_double_encoded("á à ã"));
    }
}
