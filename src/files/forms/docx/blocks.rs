//! One function a block: how each part of a page is drawn in Word.

use docx_rs::{
    AlignmentType, Docx, HeightRule, Paragraph, SpecialIndentType, Table, TableAlignmentType,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::super::paper::{
    Block, Cell, Choice, FormHead, Grid, GridRow, Note, SignatureBlock, Words,
};
use super::finish::HEAD_ROW_HEIGHT;
use super::letters::{self, Look, SMALL, STATE, TITLE, paragraph, run};
use super::page;

/// Adds one block at the end of the document.
pub fn draw(docx: Docx, block: &Block) -> Docx {
    match block {
        Block::FormNumber(text) => docx.add_paragraph(
            paragraph(0, 60)
                .align(AlignmentType::Right)
                .add_run(run(text, Look::PLAIN.bold())),
        ),
        Block::Head(head) => docx.add_table(head_table(head)),
        Block::Title(lines) => title(docx, lines),
        Block::Section(text) => docx.add_paragraph(
            letters::words(paragraph(160, 80), text, Look::PLAIN.bold()).keep_next(true),
        ),
        Block::Field {
            label,
            value,
            more_lines,
        } => field(docx, label, value.as_deref(), *more_lines),
        Block::Text(text) => docx.add_paragraph(
            paragraph(60, 60)
                .align(AlignmentType::Both)
                .add_run(run(text, Look::PLAIN)),
        ),
        Block::Grid(grid) => docx.add_table(grid_table(grid)),
        Block::Choices(choices) => choices.iter().fold(docx, choice),
        Block::Signatures(both) => docx
            .add_paragraph(paragraph(0, 0))
            .add_table(signature_table(both)),
        Block::Notes(list) => notes(docx, list),
        Block::Item {
            level,
            number,
            text,
            detail,
        } => docx.add_paragraph(item(*level, number, text, detail.as_deref())),
    }
}

const HEAD_LEFT: usize = 3_900;
const HEAD_RIGHT: usize = page::TEXT - HEAD_LEFT;

fn head_table(head: &FormHead) -> Table {
    let line = |text: &str, look: Look| {
        paragraph(0, 0)
            .align(AlignmentType::Center)
            .add_run(run(text, look))
    };
    let mut left = TableCell::new().width(HEAD_LEFT, WidthType::Dxa);
    if let Some(superior) = &head.superior {
        left = left.add_paragraph(line(&superior.to_uppercase(), Look::PLAIN.sized(STATE)));
    }
    let agency_look = Look::PLAIN.sized(STATE).bold();
    left = match &head.agency {
        Some(agency) => left.add_paragraph(line(&agency.to_uppercase(), agency_look)),
        None => FormHead::PLACEHOLDER.iter().fold(left, |left, text| {
            left.add_paragraph(line(text, agency_look))
        }),
    };
    let right = TableCell::new()
        .width(HEAD_RIGHT, WidthType::Dxa)
        .add_paragraph(line(FormHead::STATE, Look::PLAIN.sized(STATE).bold()))
        .add_paragraph(line(FormHead::MOTTO, Look::PLAIN.bold()))
        .add_paragraph(letters::rule(1_090, 1_090));
    borderless(vec![left.add_paragraph(letters::rule(1_300, 1_300)), right])
}

/// Two cells side by side without lines, kept on one page.
fn borderless(cells: Vec<TableCell>) -> Table {
    let grid = match cells.len() {
        2 => vec![HEAD_LEFT, HEAD_RIGHT],
        _ => vec![page::TEXT],
    };
    Table::without_borders(vec![TableRow::new(cells).cant_split()])
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .width(page::TEXT, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

fn title(docx: Docx, lines: &[Words]) -> Docx {
    let mut docx = docx;
    for (at, text) in lines.iter().enumerate() {
        let (above, below) = (
            if at == 0 { 240 } else { 0 },
            if at + 1 == lines.len() { 200 } else { 0 },
        );
        let look = if text.text.starts_with('(') {
            Look::PLAIN
        } else {
            Look::PLAIN.sized(TITLE).bold()
        };
        docx = docx.add_paragraph(letters::words(
            paragraph(above, below).align(AlignmentType::Center),
            text,
            look,
        ));
    }
    docx
}

fn field(docx: Docx, label: &str, value: Option<&str>, more_lines: u8) -> Docx {
    let line = || paragraph(60, 60);
    let labelled = if label.is_empty() {
        line()
    } else {
        line().add_run(run(label, Look::PLAIN))
    };
    if let Some(value) = value {
        let space = if label.is_empty() { "" } else { " " };
        let mut lines = value.lines();
        let first = format!("{space}{}", lines.next().unwrap_or_default());
        let justified = |into: Paragraph, text: &str| {
            into.align(AlignmentType::Both)
                .add_run(run(text, Look::PLAIN))
        };
        let docx = docx.add_paragraph(justified(labelled, &first));
        return lines.fold(docx, |docx, text| {
            docx.add_paragraph(justified(line(), text))
        });
    }
    // Lines left open for one answer stay on one page.
    let labelled = labelled.keep_next(more_lines > 0);
    let docx = docx.add_paragraph(letters::dotted(labelled, page::TEXT));
    (1..=more_lines).fold(docx, |docx, at| {
        let line = line().keep_next(at < more_lines);
        docx.add_paragraph(letters::dotted(line, page::TEXT))
    })
}

fn grid_table(grid: &Grid) -> Table {
    let widths: Vec<usize> = grid
        .columns
        .iter()
        .map(|column| page::TEXT * usize::from(column.percent) / 100)
        .collect();
    let row = |row: &GridRow| grid_row(row, grid, &widths);
    let heads = grid
        .head
        .iter()
        .map(|head| row(head).row_height(f32::from(HEAD_ROW_HEIGHT)));
    let rows = heads.chain(grid.rows.iter().map(row)).collect();
    Table::new(rows)
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
        .width(widths.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(30, 85, 30, 85))
}

fn grid_row(row: &GridRow, grid: &Grid, widths: &[usize]) -> TableRow {
    let mut column = 0;
    let cells = row.cells.iter().map(|cell| {
        let first = column;
        column += usize::from(cell.span);
        let centred = cell.centred || grid.columns.get(first).is_some_and(|c| c.centred);
        let width = widths.iter().skip(first).take(usize::from(cell.span)).sum();
        grid_cell(cell, width, centred, row.bold)
    });
    TableRow::new(cells.collect()).cant_split()
}

fn grid_cell(cell: &Cell, width: usize, centred: bool, bold: bool) -> TableCell {
    let align = if centred {
        AlignmentType::Center
    } else {
        AlignmentType::Left
    };
    let drawn = TableCell::new()
        .width(width, WidthType::Dxa)
        .vertical_align(VAlignType::Center)
        .add_paragraph(
            paragraph(20, 20)
                .align(align)
                .add_run(run(&cell.text, Look::PLAIN.bold_if(bold))),
        );
    if cell.span > 1 {
        drawn.grid_span(usize::from(cell.span))
    } else {
        drawn
    }
}

fn choice(docx: Docx, choice: &Choice) -> Docx {
    let text = format!("{} {}", choice.sign(), choice.text);
    docx.add_paragraph(paragraph(40, 40).add_run(run(&text, Look::PLAIN)))
}

/// Room for the signature itself, about 25 mm.
const SIGNATURE_ROOM: u32 = 1_400;

fn signature_table(both: &[SignatureBlock; 2]) -> Table {
    let half = page::TEXT / 2;
    let cells = both.iter().map(|one| signature(one, half)).collect();
    let row = TableRow::new(cells)
        .cant_split()
        .height_rule(HeightRule::AtLeast);
    Table::without_borders(vec![row])
        .set_grid(vec![half, half])
        .layout(TableLayoutType::Fixed)
        .width(page::TEXT, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

fn signature(block: &SignatureBlock, width: usize) -> TableCell {
    let line = |text: &str, look: Look| {
        paragraph(0, 0)
            .align(AlignmentType::Center)
            .add_run(run(text, look))
    };
    let mut cell = TableCell::new()
        .width(width, WidthType::Dxa)
        .add_paragraph(line(&block.dated, Look::PLAIN.italic()));
    for role in &block.role {
        cell = cell.add_paragraph(line(role, Look::PLAIN.bold()));
    }
    cell = cell.add_paragraph(line(&block.instruction, Look::PLAIN.italic()));
    let name = block.name.as_deref().unwrap_or_default();
    cell.add_paragraph(
        paragraph(SIGNATURE_ROOM, 0)
            .align(AlignmentType::Center)
            .add_run(run(name, Look::PLAIN.bold())),
    )
}

fn notes(docx: Docx, list: &[Note]) -> Docx {
    let short_rule = letters::rule(0, 6_200).keep_next(true);
    list.iter()
        .fold(docx.add_paragraph(short_rule), |docx, note| {
            let look = Look::PLAIN.sized(SMALL);
            docx.add_paragraph(
                paragraph(20, 20)
                    .keep_lines(true)
                    .add_run(letters::mark(note.mark, look))
                    .add_run(run(&format!(" {}", note.text), look)),
            )
        })
}

/// Indent of one level of a list, about 6 mm.
const LEVEL_INDENT: i32 = 340;

fn item(level: u8, number: &str, text: &str, detail: Option<&str>) -> Paragraph {
    let look = Look::PLAIN.bold_if(level == 0);
    let drawn = paragraph(40, 40)
        .align(AlignmentType::Left)
        .indent(
            Some(LEVEL_INDENT * (i32::from(level) + 1)),
            Some(SpecialIndentType::Hanging(LEVEL_INDENT)),
            None,
            None,
        )
        .add_run(run(&format!("{number}. {text}"), look));
    match detail {
        Some(detail) => drawn.add_run(run(
            &format!(" ({detail})"),
            Look::PLAIN.sized(SMALL).italic(),
        )),
        None => drawn,
    }
}
