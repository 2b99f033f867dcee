//! How every sheet looks: title rows, one header row, frozen, filtered, ready to print.

use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use crate::domain::{Class, Classification, Day};

pub const FONT: &str = "Times New Roman";
pub const SIZE: f64 = 12.0;

/// Row of the column headers, from 0; titles stand above it.
pub const HEADER_ROW: u32 = 3;
/// First row of data.
pub const FIRST_ROW: u32 = HEADER_ROW + 1;

/// The formats of cells.
pub struct Look {
    pub text: Format,
    pub centred: Format,
    pub number: Format,
    pub points: Format,
    pub percent: Format,
    pub day: Format,
    pub helper: Format,
    pub header: Format,
    title: Format,
    plain: Format,
    pub decimals: u32,
}

impl Look {
    pub fn new(decimals: u8) -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(SIZE);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        let places = "0".repeat(usize::from(decimals));
        let fixed = |unit: &str| match decimals {
            0 => format!("0{unit}"),
            _ => format!("0.{places}{unit}"),
        };
        let centred = cell.clone().set_align(FormatAlign::Center);
        Self {
            text: cell.clone().set_text_wrap(),
            number: cell.clone().set_num_format("General"),
            points: cell.clone().set_num_format(fixed("")),
            percent: cell.clone().set_num_format(fixed("%")),
            day: centred.clone().set_num_format("dd/mm/yyyy"),
            helper: cell.clone().set_font_color(Color::RGB(0x59_59_59)),
            header: centred
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0xE7_EC_F2)),
            title: plain.clone().set_bold().set_font_size(14.0),
            centred,
            plain,
            decimals: u32::from(decimals),
        }
    }
}

/// A column of a sheet.
pub struct Heading {
    pub text: String,
    pub width: f64,
}

pub fn heading(text: impl Into<String>, width: f64) -> Heading {
    Heading {
        text: text.into(),
        width,
    }
}

/// A sheet with its titles and headers, set up to be read and printed.
pub struct Page<'a> {
    pub sheet: &'a mut Worksheet,
    widths: Vec<f64>,
    /// Lines the longest text of the row being written needs.
    lines: u32,
}

/// What a sheet is made of before its rows.
pub struct Setup<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub headings: &'a [Heading],
    /// Columns that stay in view.
    pub frozen: u16,
    /// From this column on, columns are folded away and not printed.
    pub helpers: Option<u16>,
}

impl<'a> Page<'a> {
    pub fn start(
        book: &'a mut Workbook,
        agency: &str,
        look: &Look,
        setup: &Setup<'_>,
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet().set_name(setup.name)?;
        // Without it an empty result would be kept as 0.
        sheet.set_formula_result_default("");
        sheet.write_string_with_format(0, 0, agency, &look.plain)?;
        sheet.write_string_with_format(1, 0, setup.title, &look.title)?;
        let widths: Vec<f64> = setup.headings.iter().map(|each| each.width).collect();
        let columns = u16::try_from(widths.len()).unwrap_or(u16::MAX);
        for (column, heading) in (0..).zip(setup.headings) {
            sheet.write_string_with_format(HEADER_ROW, column, &heading.text, &look.header)?;
            sheet.set_column_width(column, heading.width)?;
        }
        sheet.set_row_height(HEADER_ROW, 82)?;
        sheet.set_freeze_panes(FIRST_ROW, setup.frozen)?;
        sheet.set_landscape().set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.6, 0.4, 0.6, 0.6, 0.3, 0.3);
        sheet.set_header("&C&\"Times New Roman,Regular\"&P");
        sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
        if let Some(first) = setup.helpers.filter(|first| *first < columns) {
            sheet.group_columns_collapsed(first, columns - 1)?;
        }
        Ok(Self {
            sheet,
            widths,
            lines: 1,
        })
    }

    /// Sets what depends on the number of rows; `printed` columns are printed.
    pub fn finish(self, rows: u32, printed: u16) -> Result<(), XlsxError> {
        let last = last_row(rows);
        let columns = u16::try_from(self.widths.len()).unwrap_or(u16::MAX);
        self.sheet.autofilter(HEADER_ROW, 0, last, columns - 1)?;
        self.sheet.set_print_area(0, 0, last, printed - 1)?;
        Ok(())
    }

    pub fn text(&mut self, row: u32, column: u16, text: &str, look: &Format) -> Written {
        self.make_room(column, text);
        self.sheet
            .write_string_with_format(row, column, cell_text(text), look)
            .map(drop)
    }

    pub fn number(&mut self, row: u32, column: u16, number: f64, look: &Format) -> Written {
        self.sheet
            .write_number_with_format(row, column, number, look)
            .map(drop)
    }

    pub fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        result: &str,
        look: &Format,
    ) -> Written {
        if result.parse::<f64>().is_err() {
            self.make_room(column, result);
        }
        let formula = Formula::new(formula).set_result(result);
        self.sheet
            .write_formula_with_format(row, column, formula, look)
            .map(drop)
    }

    /// Makes the row high enough for its texts: not every program does it by itself.
    pub fn end_row(&mut self, row: u32) -> Written {
        let lines = std::mem::replace(&mut self.lines, 1);
        if lines > 1 {
            self.sheet.set_row_height(row, lines * LINE_HEIGHT)?;
        }
        Ok(())
    }

    fn make_room(&mut self, column: u16, text: &str) {
        let Some(width) = self.widths.get(usize::from(column)) else {
            return;
        };
        let needed = |line: &str| {
            let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
            (f64::from(letters) / (width * 1.05)).ceil().max(1.0)
        };
        let lines: f64 = text.lines().map(needed).sum();
        let most = f64::from(MOST_LINES);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and MOST_LINES"
        )]
        let lines = lines.min(most) as u32;
        self.lines = self.lines.max(lines);
    }

    pub fn day(&mut self, row: u32, column: u16, day: Option<Day>, look: &Look) -> Written {
        match day {
            None => self.text(row, column, "", &look.day),
            Some(day) => self.number(row, column, serial(day), &look.day),
        }
    }
}

/// Height of one line, in points.
const LINE_HEIGHT: u32 = 16;
/// A row is not made higher than this; the rest of a longer text stays hidden.
const MOST_LINES: u32 = 12;

pub type Written = Result<(), XlsxError>;

/// What Excel counts days from, so that 01/03/1900 is day 61.
fn serial(day: Day) -> f64 {
    let origin = Day::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let days = i32::try_from(day.signed_duration_since(origin).num_days());
    f64::from(days.unwrap_or_default())
}

/// A cell holds at most 32,767 characters; longer texts are cut, visibly.
fn cell_text(text: &str) -> String {
    const MOST: usize = 32_000;
    let legal = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let mut cut: String = text.chars().filter(legal).take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        cut.push('…');
    }
    cut
}

/// Last row of data; a sheet without any has one empty row.
pub fn last_row(rows: u32) -> u32 {
    FIRST_ROW + rows.max(1) - 1
}

/// `AB12` for a row and column counted from 0.
pub fn at(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// `$AB$5:$AB$99` over all rows of data.
pub fn column_range(column: u16, rows: u32) -> String {
    let letters = letters(column);
    format!(
        "${letters}${}:${letters}${}",
        FIRST_ROW + 1,
        last_row(rows) + 1
    )
}

fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}

/// Names a column's rows of data for the formulas.
pub fn name_column(
    book: &mut Workbook,
    name: &str,
    sheet: &str,
    column: u16,
    rows: u32,
) -> Written {
    let range = format!("='{sheet}'!{}", column_range(column, rows));
    book.define_name(name, &range).map(drop)
}

/// The words of a class.
pub const fn class_words(class: Class) -> &'static str {
    match class {
        Class::Excellent => "Hoàn thành xuất sắc nhiệm vụ",
        Class::Good => "Hoàn thành tốt nhiệm vụ",
        Class::Completed => "Hoàn thành nhiệm vụ",
        Class::NotCompleted => "Không hoàn thành nhiệm vụ",
    }
}

/// Said of those who are not classified.
pub const UNCLASSIFIED: &str = "Không xếp loại";

/// The words of what a year is answered with; nothing when there is no answer.
pub const fn classification_words(class: Classification) -> &'static str {
    match class {
        Classification::Class(class) => class_words(class),
        Classification::Unclassified => UNCLASSIFIED,
        Classification::None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        assert_eq!(at(0, 0), "A1");
        assert_eq!(at(9, 27), "AB10");
        assert_eq!(column_range(1, 3), "$B$5:$B$7");
        assert_eq!(column_range(1, 0), "$B$5:$B$5");
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        let day = Day::from_ymd_opt(2026, 8, 31).unwrap();
        assert!((serial(day) - 46_265.0).abs() < f64::EPSILON);
    }
}
