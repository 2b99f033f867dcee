//! Draws a [`Paper`] as a page to print: elements in the order of the document, for a screen to build.

use serde::{Deserialize, Serialize};

use super::paper::{
    Block, Cell, Choice, FormHead, Grid, GridRow, Note, Paper, SignatureBlock, Words,
};

/// One element of a page.
///
/// Words are words: whoever builds the page sets them as text, so that nothing imported can
/// become an element. Looks come from the style sheet alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PagePart {
    /// How deep it stands; 0 for a paper.
    pub depth: u8,
    /// Which element: `p`, `td`, …
    pub tag: String,
    /// Its classes.
    pub class: String,
    /// Its words, before the parts inside it.
    pub text: String,
    /// Of a cell the number of columns it covers, of a column its percent of the width; else 0.
    pub number: u8,
}

/// The paper as parts of a page: an `article` and what stands in it.
#[must_use]
pub fn page_parts(paper: &Paper) -> Vec<PagePart> {
    let mut page = Page::default();
    page.push("article", "paper", "");
    page.inside(|page| paper.blocks.iter().for_each(|block| page.block(block)));
    page.parts
}

#[derive(Default)]
struct Page {
    parts: Vec<PagePart>,
    depth: u8,
}

impl Page {
    fn push(&mut self, tag: &str, class: &str, text: &str) {
        self.parts.push(PagePart {
            depth: self.depth,
            tag: tag.to_owned(),
            class: class.to_owned(),
            text: text.to_owned(),
            number: 0,
        });
    }

    /// Adds parts inside the one added last.
    fn inside(&mut self, add: impl FnOnce(&mut Self)) {
        self.depth += 1;
        add(self);
        self.depth -= 1;
    }

    fn words(&mut self, tag: &str, class: &str, words: &Words) {
        self.push(tag, class, &words.text);
        if let Some(mark) = words.mark {
            self.inside(|page| page.push("sup", "", &mark.to_string()));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::FormNumber(text) => self.push("p", "paper__number", text),
            Block::Head(head) => self.head(head),
            Block::Title(lines) => self.title(lines),
            Block::Section(words) => self.words("h3", "paper__section", words),
            Block::Field {
                label,
                value,
                more_lines,
            } => self.field(label, value.as_deref(), *more_lines),
            Block::Text(text) => self.push("p", "paper__text", text),
            Block::Grid(grid) => self.grid(grid),
            Block::Choices(choices) => choices.iter().for_each(|choice| self.choice(choice)),
            Block::Signatures(both) => {
                self.push("div", "paper__signatures", "");
                self.inside(|page| both.iter().for_each(|one| page.signature(one)));
            }
            Block::Notes(notes) => self.notes(notes),
            Block::Item {
                level,
                number,
                text,
                detail,
            } => self.item(*level, number, text, detail.as_deref()),
        }
    }

    fn head(&mut self, head: &FormHead) {
        self.push("div", "paper__head", "");
        self.inside(|page| {
            page.push("div", "paper__side", "");
            page.inside(|page| {
                if let Some(superior) = &head.superior {
                    page.push("p", "paper__superior", &superior.to_uppercase());
                }
                match &head.agency {
                    Some(agency) => page.push("p", "paper__agency", &agency.to_uppercase()),
                    None => FormHead::PLACEHOLDER
                        .iter()
                        .for_each(|line| page.push("p", "paper__agency", line)),
                }
            });
            page.push("div", "paper__side", "");
            page.inside(|page| {
                page.push("p", "paper__state", FormHead::STATE);
                page.push("p", "paper__motto", FormHead::MOTTO);
            });
        });
    }

    fn title(&mut self, lines: &[Words]) {
        for (at, words) in lines.iter().enumerate() {
            let class = if words.text.starts_with('(') {
                "paper__subtitle"
            } else {
                "paper__title"
            };
            self.words(if at == 0 { "h2" } else { "p" }, class, words);
        }
    }

    fn field(&mut self, label: &str, value: Option<&str>, more_lines: u8) {
        let Some(value) = value else {
            for line in 0..=more_lines {
                self.push("p", "paper__field", if line == 0 { label } else { "" });
                self.inside(|page| page.push("span", "paper__dots", ""));
            }
            return;
        };
        self.push("p", "paper__field", [label, value].join(" ").trim_start());
    }

    fn grid(&mut self, grid: &Grid) {
        self.push("table", "paper__grid", "");
        self.inside(|page| {
            page.push("colgroup", "", "");
            page.inside(|page| {
                for column in &grid.columns {
                    page.push("col", "", "");
                    page.number(column.percent);
                }
            });
            for (part, tag, rows) in [("thead", "th", &grid.head), ("tbody", "td", &grid.rows)] {
                page.push(part, "", "");
                page.inside(|page| rows.iter().for_each(|row| page.row(row, grid, tag)));
            }
        });
    }

    /// The number of the part added last.
    fn number(&mut self, number: u8) {
        if let Some(part) = self.parts.last_mut() {
            part.number = number;
        }
    }

    fn row(&mut self, row: &GridRow, grid: &Grid, tag: &str) {
        let class = if row.bold {
            "paper__row paper__row--bold"
        } else {
            "paper__row"
        };
        self.push("tr", class, "");
        self.inside(|page| {
            let mut at = 0;
            for cell in &row.cells {
                let centred = cell.centred || grid.columns.get(at).is_some_and(|it| it.centred);
                page.cell(cell, centred, tag);
                at += usize::from(cell.span);
            }
        });
    }

    fn cell(&mut self, cell: &Cell, centred: bool, tag: &str) {
        let class = if centred {
            "paper__cell paper__cell--centred"
        } else {
            "paper__cell"
        };
        self.push(tag, class, &cell.text);
        self.number(cell.span);
    }

    fn choice(&mut self, choice: &Choice) {
        let text = [choice.sign(), &choice.text].join(" ");
        self.push("p", "paper__choice", &text);
    }

    fn signature(&mut self, block: &SignatureBlock) {
        self.push("div", "paper__side", "");
        self.inside(|page| {
            page.push("p", "paper__dated", &block.dated);
            for role in &block.role {
                page.push("p", "paper__role", role);
            }
            page.push("p", "paper__instruction", &block.instruction);
            page.push(
                "p",
                "paper__name",
                block.name.as_deref().unwrap_or_default(),
            );
        });
    }

    fn notes(&mut self, notes: &[Note]) {
        self.push("div", "paper__notes", "");
        self.inside(|page| {
            for note in notes {
                page.push("p", "paper__note", "");
                page.inside(|page| {
                    page.push("sup", "", &note.mark.to_string());
                    page.push("span", "", &[" ", &note.text].concat());
                });
            }
        });
    }

    fn item(&mut self, level: u8, number: &str, text: &str, detail: Option<&str>) {
        let class = if level == 0 {
            "paper__item paper__item--top"
        } else {
            "paper__item"
        };
        self.push("p", class, &[number, text].join(". "));
        if let Some(detail) = detail {
            self.inside(|page| page.push("small", "", &[" (", detail, ")"].concat()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MonthlyForm, YearlyForm};
    use super::*;

    #[test]
    fn every_text_of_the_paper_stands_on_the_page_in_its_order() {
        for paper in [
            MonthlyForm::default().paper(),
            YearlyForm::default().paper(),
        ] {
            let parts = page_parts(&paper);
            let mut said = parts.iter().map(|part| part.text.as_str());
            for text in texts(&paper) {
                assert!(
                    said.any(|other| other.contains(&text)),
                    "{text} is missing or out of order"
                );
            }
        }
    }

    #[test]
    fn each_part_stands_inside_one_that_was_there_before() {
        let parts = page_parts(&MonthlyForm::default().paper());
        assert_eq!((parts[0].depth, parts[0].tag.as_str()), (0, "article"));
        let pairs = parts.windows(2);
        assert!(
            pairs
                .into_iter()
                .all(|two| two[1].depth <= two[0].depth + 1)
        );
        assert_eq!(parts.iter().filter(|part| part.depth == 0).count(), 1);
    }

    fn texts(paper: &Paper) -> Vec<String> {
        let mut said = Vec::new();
        for block in &paper.blocks {
            match block {
                Block::FormNumber(text) | Block::Text(text) => said.push(text.clone()),
                Block::Head(_) => {
                    said.extend([FormHead::STATE.to_owned(), FormHead::MOTTO.to_owned()]);
                }
                Block::Title(lines) => said.extend(lines.iter().map(|words| words.text.clone())),
                Block::Section(words) => said.push(words.text.clone()),
                Block::Field { label, .. } => said.push(label.clone()),
                Block::Grid(grid) => {
                    let rows = grid.head.iter().chain(&grid.rows);
                    said.extend(
                        rows.flat_map(|row| &row.cells)
                            .map(|cell| cell.text.clone()),
                    );
                }
                Block::Choices(choices) => said.extend(choices.iter().map(|one| one.text.clone())),
                Block::Signatures(both) => {
                    said.extend(both.iter().flat_map(|one| one.role.clone()));
                }
                Block::Notes(notes) => said.extend(notes.iter().map(|note| note.text.clone())),
                Block::Item { text, .. } => said.push(text.clone()),
            }
        }
        said
    }
}
