//! The reasons annex: why a score is what it is, as a numbered list to print.
//!
//! The sentences come with the data, so the annex says what the screen says.

use super::paper::{Block, FormHead, FormPerson, Note, Paper, Words};

/// What the annex prints.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annex {
    /// The agency's side of the head.
    pub head: FormHead,
    /// Centred lines: what is explained, for which period.
    pub title: Vec<String>,
    /// The person.
    pub person: FormPerson,
    /// The reasons in order, the result first.
    pub reasons: Vec<AnnexReason>,
    /// Footnotes, for instance what the grades mean.
    pub notes: Vec<String>,
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnnexReason {
    /// The sentence.
    pub title: String,
    /// Its value as shown, with unit.
    pub value: Option<String>,
    /// Where the rule stands.
    pub citation: Option<String>,
    /// How binding the rule is.
    pub grade: Option<String>,
    /// The steps it rests on.
    pub children: Vec<AnnexReason>,
}

/// Lists nested deeper are printed at this level, with their full number.
const DEEPEST_LEVEL: u8 = 8;

impl Annex {
    /// The annex as it is printed.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let mut blocks = vec![
            Block::Head(self.head.clone()),
            Block::Title(self.title.iter().map(Words::plain).collect()),
        ];
        blocks.extend(self.person.blocks());
        list(&self.reasons, 0, "", &mut blocks);
        if !self.notes.is_empty() {
            let notes = (1..).zip(&self.notes).map(|(mark, text)| Note {
                mark,
                text: text.clone(),
            });
            blocks.push(Block::Notes(notes.collect()));
        }
        Paper {
            title: self.title.first().cloned().unwrap_or_default(),
            blocks,
        }
    }
}

fn list(reasons: &[AnnexReason], level: u8, above: &str, blocks: &mut Vec<Block>) {
    for (at, reason) in (1_usize..).zip(reasons) {
        let number = if above.is_empty() {
            at.to_string()
        } else {
            format!("{above}.{at}")
        };
        blocks.push(Block::Item {
            level: level.min(DEEPEST_LEVEL),
            number: number.clone(),
            text: sentence(reason),
            detail: detail(reason),
        });
        list(&reason.children, level.saturating_add(1), &number, blocks);
    }
}

fn sentence(reason: &AnnexReason) -> String {
    match &reason.value {
        Some(value) => format!("{}: {value}", reason.title),
        None => reason.title.clone(),
    }
}

fn detail(reason: &AnnexReason) -> Option<String> {
    match (&reason.citation, &reason.grade) {
        (None, None) => None,
        (Some(citation), None) => Some(citation.clone()),
        (None, Some(grade)) => Some(format!("[{grade}]")),
        (Some(citation), Some(grade)) => Some(format!("{citation} [{grade}]")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbered_by_their_place_in_the_tree() {
        let leaf = |title: &str| AnnexReason {
            title: title.to_owned(),
            ..AnnexReason::default()
        };
        let annex = Annex {
            reasons: vec![AnnexReason {
                value: Some("83,68".to_owned()),
                citation: Some("Điều 17 khoản 1".to_owned()),
                grade: Some("Bắt buộc".to_owned()),
                children: vec![leaf("Một"), leaf("Hai")],
                ..leaf("Tổng điểm")
            }],
            ..Annex::default()
        };
        let items: Vec<_> = annex
            .paper()
            .blocks
            .into_iter()
            .filter_map(|block| match block {
                Block::Item {
                    number,
                    text,
                    detail,
                    ..
                } => Some((number, text, detail)),
                _ => None,
            })
            .collect();
        assert_eq!(
            items[0],
            (
                "1".to_owned(),
                "Tổng điểm: 83,68".to_owned(),
                Some("Điều 17 khoản 1 [Bắt buộc]".to_owned())
            )
        );
        assert_eq!(items[2].0, "1.2");
    }
}
