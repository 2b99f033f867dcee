//! How numbers that may mean two are read: as the block shows, or as the screen writes.

use crate::ledger::{Action, Book};
use crate::text::{NumberReading, SeparatorStyle, parse_number};

use super::super::entry::Numbers;
use super::{CellField, Holds, Laid};

/// How a language writes numbers.
pub(super) fn of_language(tag: Option<&String>) -> SeparatorStyle {
    match tag.map(String::as_str) {
        Some("en") => SeparatorStyle::PointDecimal,
        _ => SeparatorStyle::CommaDecimal,
    }
}

/// A number with a decimal comma, as the screen writes it.
pub(super) fn written(text: &str, style: SeparatorStyle) -> String {
    match style {
        SeparatorStyle::CommaDecimal => text.to_owned(),
        SeparatorStyle::PointDecimal => text.replace(',', "."),
    }
}

/// What an editor of a cell begins with.
#[must_use]
pub fn editor_text<F: CellField>(
    field: F,
    book: &Book,
    row: &F::Row,
    style: SeparatorStyle,
) -> String {
    let text = field.text(book, row);
    match field.holds() {
        Holds::Number => written(&text, style),
        _ => text,
    }
}

impl<F: CellField> Laid<F> {
    /// How the numbers of the block are read: pasted ones as the sure ones among them show, where
    /// all of those agree; what stands in cells has a decimal comma.
    pub(super) fn style(&self, screen: SeparatorStyle) -> Numbers {
        match self.action {
            Action::Paste(_) => self.style_shown(),
            Action::Fill(_) => Some(SeparatorStyle::CommaDecimal),
            // Words of cells and words typed on the screen: sure only where both are written alike.
            Action::Replace(_) => Some(screen).filter(|it| *it == SeparatorStyle::CommaDecimal),
            _ => Some(screen),
        }
    }

    fn style_shown(&self) -> Numbers {
        let numbers = self.fields.iter();
        let numbers = numbers.filter(|(_, field)| field.holds() == Holds::Number);
        let mut shown = None;
        for (at, _) in numbers {
            for row in 0..self.block.height() {
                let cell = self.block.cell(row, *at).unwrap_or_default();
                // A range shows it at either end.
                for style in cell.split('–').filter_map(style_of) {
                    if shown.is_some_and(|other| other != style) {
                        return None;
                    }
                    shown = Some(style);
                }
            }
        }
        shown
    }
}

fn style_of(text: &str) -> Numbers {
    match parse_number(text).ok()? {
        NumberReading::Sure { style, .. } => style,
        NumberReading::Ambiguous { .. } => None,
    }
}
