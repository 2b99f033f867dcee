//! Citations as the data files write them: `nd-335-2025 Đ20.5a`, `nd-335-2025 Phụ lục I`.

use crate::domain::Citation;

/// Reads an instrument's key, then an article with clause and point, or a part as printed.
///
/// The point may follow the clause directly (`Đ14.2b`); `Đ20` and `Đ20.5` are articles and
/// clauses as a whole; anything else after the key is a part as printed.
#[must_use]
pub fn parse_citation(text: &str) -> Option<Citation> {
    let (instrument, place) = match text.split_once(' ') {
        Some((instrument, place)) => (instrument, place.trim()),
        None => (text, ""),
    };
    let key_like = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if instrument.is_empty() || !instrument.chars().all(key_like) {
        return None;
    }
    let mut citation = Citation {
        instrument: instrument.to_owned(),
        ..Citation::default()
    };
    match place.strip_prefix('Đ') {
        Some(article) if article.starts_with(|c: char| c.is_ascii_digit()) => {
            read_article(article, &mut citation)?;
        }
        _ if !place.is_empty() => citation.part = Some(place.to_owned()),
        _ => {}
    }
    Some(citation)
}

fn read_article(text: &str, citation: &mut Citation) -> Option<()> {
    let (article, clause) = match text.split_once('.') {
        Some((article, clause)) => (article, Some(clause)),
        None => (text, None),
    };
    citation.article = Some(article.parse().ok()?);
    let Some(clause) = clause else {
        return Some(());
    };
    let digits = clause
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(clause.len());
    citation.clause = Some(clause[..digits].parse().ok()?);
    let point = &clause[digits..];
    if !point.is_empty() {
        let is_point = point.chars().count() <= 2 && point.chars().all(char::is_lowercase);
        citation.point = is_point.then(|| point.to_owned());
        citation.point.as_ref()?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_article_clause_and_point() {
        let read = parse_citation("nd-335-2025 Đ18.1đ").expect("a citation");
        assert_eq!(read.instrument, "nd-335-2025");
        assert_eq!((read.article, read.clause), (Some(18), Some(1)));
        assert_eq!(read.point.as_deref(), Some("đ"));
    }

    #[test]
    fn reads_a_part_as_printed() {
        let read = parse_citation("nd-335-2025 Phụ lục I, mục 1a").expect("a citation");
        assert_eq!(read.part.as_deref(), Some("Phụ lục I, mục 1a"));
        assert_eq!(read.article, None);
    }

    #[test]
    fn refuses_what_is_no_citation() {
        for text in ["", "NĐ 335", "nd-335-2025 Đ20.5!", "nd-335-2025 Đ20.x"] {
            assert_eq!(parse_citation(text), None, "{text}");
        }
    }
}
