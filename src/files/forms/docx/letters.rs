//! Runs and paragraphs in the one font of official documents.

use docx_rs::{
    AlignmentType, BreakType, LineSpacing, LineSpacingType, PageNum, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, RunFonts, RunProperty, Tab, TabLeaderType,
    TabValueType, VertAlignType,
};

use super::super::paper::Words;

pub const FONT: &str = "Times New Roman";

/// Sizes in half points.
pub const BODY: usize = 26;
pub const STATE: usize = 24;
pub const TITLE: usize = 28;
pub const SMALL: usize = 22;

/// How a run looks.
#[derive(Clone, Copy, Default)]
pub struct Look {
    pub size: Option<usize>,
    pub bold: bool,
    pub italic: bool,
    pub raised: bool,
}

impl Look {
    pub const PLAIN: Self = Self {
        size: None,
        bold: false,
        italic: false,
        raised: false,
    };

    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub const fn bold_if(self, bold: bool) -> Self {
        Self { bold, ..self }
    }

    pub const fn italic(self) -> Self {
        Self {
            italic: true,
            ..self
        }
    }

    pub const fn sized(self, size: usize) -> Self {
        Self {
            size: Some(size),
            ..self
        }
    }

    const fn raised(self) -> Self {
        Self {
            raised: true,
            ..self
        }
    }

    fn property(self) -> RunProperty {
        let mut property = RunProperty::new().fonts(fonts());
        property = property.size(self.size.unwrap_or(BODY));
        if self.bold {
            property = property.bold();
        }
        if self.italic {
            property = property.italic();
        }
        if self.raised {
            property = property.vert_align(VertAlignType::SuperScript);
        }
        property
    }
}

fn fonts() -> RunFonts {
    RunFonts::new()
        .ascii(FONT)
        .hi_ansi(FONT)
        .cs(FONT)
        .east_asia(FONT)
}

/// A run of text; its line breaks are kept, what no document may hold is left out.
pub fn run(text: &str, look: Look) -> Run {
    let mut run = bare(look);
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(legal(line));
    }
    run
}

fn bare(look: Look) -> Run {
    let mut run = Run::new();
    run.run_property = look.property();
    run
}

/// Characters that XML cannot hold make Word refuse the whole file.
fn legal(text: &str) -> String {
    let illegal = |c: char| (c.is_control() && c != '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(|c| !illegal(*c)).collect()
}

/// A paragraph with single line spacing and this room above and below (twentieths of a point).
pub fn paragraph(above: u32, below: u32) -> Paragraph {
    Paragraph::new().line_spacing(
        LineSpacing::new()
            .line_rule(LineSpacingType::Auto)
            .line(240)
            .before(above)
            .after(below),
    )
}

/// Words and their raised mark.
pub fn words(into: Paragraph, words: &Words, look: Look) -> Paragraph {
    let into = into.add_run(run(&words.text, look));
    match words.mark {
        Some(mark) => into.add_run(run(&mark.to_string(), look.raised())),
        None => into,
    }
}

/// A raised mark.
pub fn mark(number: u8, look: Look) -> Run {
    run(&number.to_string(), look.raised())
}

/// Dots up to a place given in twentieths of a point from the left margin.
pub fn dotted(into: Paragraph, to: usize) -> Paragraph {
    into.add_tab(
        Tab::new()
            .val(TabValueType::Right)
            .leader(TabLeaderType::Dot)
            .pos(to),
    )
    .add_run(bare(Look::PLAIN).add_tab())
}

/// A thin line under an otherwise empty paragraph, indented from both sides.
pub fn rule(left: i32, right: i32) -> Paragraph {
    let mut line = Paragraph::new()
        .line_spacing(
            LineSpacing::new()
                .line_rule(LineSpacingType::Exact)
                .line(60)
                .before(0)
                .after(60),
        )
        .indent(Some(left), None, Some(right), None)
        .add_run(run("", Look::PLAIN.sized(4)));
    line.property = line.property.set_borders(
        ParagraphBorders::with_empty()
            .set(ParagraphBorder::new(ParagraphBorderPosition::Bottom).size(6)),
    );
    line
}

/// The page's number, centred.
pub fn page_number() -> Paragraph {
    let mut number = Paragraph::new()
        .align(AlignmentType::Center)
        .add_page_num(PageNum::new());
    number.property.run_property = Look::PLAIN.property();
    number
}
