//! Reads the tables of an html page: files named .xls by web programs, and what the clipboard holds.
//!
//! Tolerant on purpose: such pages are seldom well formed. Only tables, rows
//! and cells are understood; everything else is text or passed over.

use std::ops::Range;

use super::intake::{Intake, MOST_COLUMNS, number_cell};
use super::{Cell, MergedRange, TabularError};

/// Wider or higher spans than this are a slip or an attack.
const MOST_SPAN: u32 = 1024;

/// Reads every outermost table as a sheet; tells whether there was any.
pub(super) fn read_html(page: &str, intake: &mut Intake<'_>) -> Result<bool, TabularError> {
    let mut reader = HtmlReader {
        intake,
        depth: 0,
        tables: 0,
        row: 0,
        column: 0,
        row_open: false,
        cell: None,
        taken: Vec::new(),
    };
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = &rest[at..];
        rest = if let Some(comment) = rest.strip_prefix("<!--") {
            after(comment, "-->")
        } else if is_tag_start(rest) {
            let (tag, after_tag) = cut_tag(rest);
            reader.tag(tag)?;
            passed_over(tag, after_tag)
        } else {
            reader.text("<");
            &rest[1..]
        };
    }
    reader.text(rest);
    reader.close_cell()?;
    Ok(reader.tables > 0)
}

struct HtmlReader<'i, 'p> {
    intake: &'i mut Intake<'p>,
    depth: u32,
    tables: usize,
    row: u32,
    column: u32,
    row_open: bool,
    cell: Option<OpenCell>,
    /// The row from which each column is free again of the cells above that span rows.
    taken: Vec<u32>,
}

struct OpenCell {
    text: String,
    /// The exact number an attribute of the spreadsheet program gives.
    number: Option<String>,
    columns: u32,
    rows: u32,
    /// Long text that runs over empty neighbours, which Excel writes as a span but is none.
    runs_over: bool,
}

impl HtmlReader<'_, '_> {
    fn tag(&mut self, tag: &str) -> Result<(), TabularError> {
        let name = tag_name(tag);
        match name.as_str() {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.tables += 1;
                    self.intake.begin_sheet("", true)?;
                    (self.row, self.column, self.row_open) = (0, 0, false);
                    self.taken.clear();
                }
            }
            "/table" => {
                if self.depth == 1 {
                    self.close_row()?;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "br" | "br/" | "/p" | "/div" | "/li" => self.push("\n"),
            _ if self.depth != 1 => {}
            "tr" => {
                self.close_row()?;
                self.row_open = true;
            }
            "/tr" => self.close_row()?,
            "td" | "th" => {
                self.close_cell()?;
                self.row_open = true;
                self.cell = Some(OpenCell::new(tag));
            }
            "/td" | "/th" => self.close_cell()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.cell.is_some() {
            self.push(&without_entities(&one_spaced(text)));
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    fn close_cell(&mut self) -> Result<(), TabularError> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        self.pass_taken();
        let (row, column) = (self.row, self.column);
        if column >= MOST_COLUMNS {
            return Ok(());
        }
        if (cell.columns > 1 || cell.rows > 1) && !cell.runs_over {
            self.intake.merge(MergedRange {
                first_row: row,
                first_column: column,
                last_row: row + cell.rows - 1,
                last_column: column + cell.columns - 1,
            });
        }
        self.column += cell.columns;
        if cell.rows > 1 {
            self.take(column..self.column, row + cell.rows);
        }
        self.intake.cell(row, column, cell.value())
    }

    /// Goes on to the next column that no cell above reaches into.
    fn pass_taken(&mut self) {
        let from = usize::try_from(self.column).unwrap_or(usize::MAX);
        let taken = self.taken.get(from..).unwrap_or_default().iter();
        let passed = taken.take_while(|free| **free > self.row).count();
        self.column += u32::try_from(passed).unwrap_or(0);
    }

    fn take(&mut self, columns: Range<u32>, free: u32) {
        let end = usize::try_from(columns.end).unwrap_or(usize::MAX);
        let start = usize::try_from(columns.start).unwrap_or(end);
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        for own in &mut self.taken[start..end] {
            *own = free.max(*own);
        }
    }

    fn close_row(&mut self) -> Result<(), TabularError> {
        self.close_cell()?;
        if self.row_open {
            self.row += 1;
            self.column = 0;
            self.row_open = false;
        }
        Ok(())
    }
}

impl OpenCell {
    fn new(tag: &str) -> Self {
        let span = |name| {
            html_attribute(tag, name)
                .and_then(|value| value.parse().ok())
                .unwrap_or(1)
                .clamp(1, MOST_SPAN)
        };
        let number = ["x:num", "sdval"]
            .into_iter()
            .find_map(|name| html_attribute(tag, name));
        Self {
            text: String::new(),
            number: number.filter(|value| !value.is_empty()),
            columns: span("colspan"),
            rows: span("rowspan"),
            runs_over: html_attribute(tag, "style")
                .is_some_and(|style| style.contains("mso-ignore:colspan")),
        }
    }

    fn value(self) -> Cell {
        let lines: Vec<String> = self
            .text
            .split('\n')
            .map(crate::text::collapse_spaces)
            .collect();
        let text = lines.join("\n").trim().to_owned();
        // A date or a percentage shows something else than its number; what is shown counts.
        let shows_number = crate::text::parse_number(&text).is_ok();
        match self
            .number
            .filter(|_| shows_number)
            .map(|number| number_cell(&number))
        {
            Some(Cell::Number(number)) => Cell::Number(number),
            _ => Cell::Text(text),
        }
    }
}

fn is_tag_start(rest: &str) -> bool {
    rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The tag without its brackets and what follows it; a `>` inside quotes does not end it.
fn cut_tag(rest: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in rest.char_indices().skip(1) {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return (&rest[1..at], &rest[at + 1..]),
            _ => {}
        }
    }
    // A quote that never closes: the first bracket ends the tag after all.
    match rest.find('>') {
        Some(at) => (&rest[1..at], &rest[at + 1..]),
        None => (&rest[1..], ""),
    }
}

/// Scripts and styles hold no text of the table.
fn passed_over<'a>(tag: &str, rest: &'a str) -> &'a str {
    match tag_name(tag).as_str() {
        "script" => after_ignoring_case(rest, "</script"),
        "style" => after_ignoring_case(rest, "</style"),
        _ => rest,
    }
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.find(end).map_or("", |at| &text[at + end.len()..])
}

fn after_ignoring_case<'a>(text: &'a str, end: &str) -> &'a str {
    let found = text
        .as_bytes()
        .windows(end.len())
        .position(|bytes| bytes.eq_ignore_ascii_case(end.as_bytes()));
    found.map_or("", |at| after(&text[at..], ">"))
}

fn tag_name(tag: &str) -> String {
    let end = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
    tag[..end].to_ascii_lowercase()
}

fn html_attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        from = at + name.len();
        let starts = lower[..at].ends_with(|c: char| c.is_whitespace());
        let Some(rest) = tag[from..]
            .trim_start()
            .strip_prefix('=')
            .map(str::trim_start)
        else {
            continue;
        };
        if !starts {
            continue;
        }
        let value = match rest.chars().next()? {
            quote @ ('"' | '\'') => rest[1..].split(quote).next()?,
            _ => rest.split(char::is_whitespace).next()?,
        };
        return Some(without_entities(value));
    }
}

/// Line breaks of the page's own source are spaces.
fn one_spaced(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .char_indices()
            .take(12)
            .find(|(_, c)| *c == ';')
            .map(|(end, _)| end);
        if let Some((end, letter)) =
            end.and_then(|end| entity(&rest[1..end]).map(|letter| (end, letter)))
        {
            out.push(letter);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The letters older programs name; Vietnamese beyond them is always numeric.
const LATIN: [(&str, char); 34] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("yacute", 'ý'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Uacute", 'Ú'),
];

fn entity(name: &str) -> Option<char> {
    if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => code.parse().ok()?,
        };
        return char::from_u32(code);
    }
    LATIN
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::super::{Limits, Sheet};
    use super::*;

    fn sheets(page: &str) -> Vec<Sheet> {
        let mut quiet = |_| ControlFlow::Continue(());
        let mut intake = Intake::new(Limits::default(), &mut quiet);
        assert!(read_html(page, &mut intake).unwrap());
        intake.finish().unwrap()
    }

    fn shown(sheet: &Sheet, row: u32, column: u32) -> String {
        sheet.cell(row, column).map(Cell::shown).unwrap_or_default()
    }

    #[test]
    fn a_table_from_excels_clipboard_is_read_with_its_exact_numbers() {
        let page = "<html><head><style><!-- td {mso: '<td>x</td>'} --></style></head><body><!--StartFragment-->\
            <table><col width=64><tr height=20><td class=xl65 x:str>H\u{1ecd} t\u{ea}n</td><td>H\u{1ec7} s\u{1ed1}</td></tr>\
            <tr><td>L\u{ea}\r\n  Th\u{1eed}</td><td align=right x:num=\"2.7\">2,70</td></tr></table></body></html>";
        let sheet = &sheets(page)[0];
        assert_eq!(shown(sheet, 0, 0), "Họ tên");
        assert_eq!(shown(sheet, 1, 0), "Lê Thử");
        assert_eq!(sheet.cell(1, 1), Some(&Cell::Number("2.7".to_owned())));
    }

    #[test]
    fn spans_push_later_cells_to_their_columns() {
        let page = "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e</table>";
        let sheet = &sheets(page)[0];
        assert_eq!(
            [
                shown(sheet, 0, 1),
                shown(sheet, 1, 1),
                shown(sheet, 1, 2),
                shown(sheet, 2, 0)
            ],
            ["b", "c", "d", "e"]
        );
        assert_eq!(sheet.merges.len(), 2);
        assert_eq!(
            sheet.cell_through_merge(1, 0).map(Cell::shown).as_deref(),
            Some("a")
        );
    }

    #[test]
    fn text_that_runs_over_its_neighbours_is_not_merged_with_them() {
        let page = "<table><tr><td colspan=3 style='mso-ignore:colspan'>dài<td>b</table>";
        let sheet = &sheets(page)[0];
        assert_eq!(shown(sheet, 0, 3), "b");
        assert!(sheet.merges.is_empty());
    }

    #[test]
    fn entities_breaks_and_stray_brackets_are_text() {
        let sheet = &sheets("<TABLE><TR><TD>1 < 2 &amp; 3&nbsp;&#7871;<br>x</TD></TR></TABLE>")[0];
        assert_eq!(shown(sheet, 0, 0), "1 < 2 & 3 ế\nx");
    }

    #[test]
    fn a_date_shown_is_not_replaced_by_its_number() {
        let sheet = &sheets("<table><tr><td x:num=46143>2026-05-01</td></tr></table>")[0];
        assert_eq!(shown(sheet, 0, 0), "2026-05-01");
    }

    #[test]
    fn a_page_cut_anywhere_does_no_harm() {
        let page = "<table a='x><tr><td x:num=\"1\">1</td><!-- c --><script>if(a<b)</script><td>&#1;&amp</td></tr></table>";
        for end in 0..page.len() {
            let mut quiet = |_| ControlFlow::Continue(());
            let mut intake = Intake::new(Limits::default(), &mut quiet);
            assert!(read_html(&page[..end], &mut intake).is_ok());
        }
    }
}
