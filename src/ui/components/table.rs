//! A plain table for a few dozen rows; the grid is for thousands.

use leptos::prelude::*;

use super::badge::ClassMark;
use super::tone::Tone;

/// Where the content of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Start,
    /// Numbers.
    End,
    /// Signs.
    Middle,
}

impl Align {
    /// The class modifier of a cell.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End => "end",
            Self::Middle => "middle",
        }
    }
}

/// A column of a plain table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableColumn {
    /// Its header.
    pub header: String,
    /// Where its content stands.
    pub align: Align,
}

impl TableColumn {
    /// A column of words.
    pub fn text(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            align: Align::Start,
        }
    }

    /// A column of numbers.
    pub fn number(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            align: Align::End,
        }
    }
}

/// A cell of a plain table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableCell {
    /// Its words.
    pub text: String,
    /// Whether it is good or bad news.
    pub tone: Tone,
    /// Where it leads.
    pub href: Option<String>,
    /// Shows the words as a class badge.
    pub mark: Option<ClassMark>,
    /// Shows the words strong.
    pub strong: bool,
    /// Makes the words a button that opens a dialog about the row; this is its name.
    pub opens: Option<String>,
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// A plain table; the first cell of each row is its header.
#[component]
pub fn Table(
    /// What the table shows; visible only when `caption_shown`.
    #[prop(into)]
    caption: Signal<String>,
    /// Its columns.
    #[prop(into)]
    columns: Signal<Vec<TableColumn>>,
    /// Its rows, each as long as `columns`.
    #[prop(into)]
    rows: Signal<Vec<Vec<TableCell>>>,
    /// Shows the caption.
    #[prop(optional)]
    caption_shown: bool,
    /// Runs with the place of the row whose button was pressed.
    #[prop(optional, into)]
    on_open: Option<Callback<usize>>,
) -> impl IntoView {
    // Said again is not changed: only a real change draws anew what stands here.
    let columns = Memo::new(move |_| columns.get());
    let rows = Memo::new(move |_| rows.get());
    let heads = move || {
        columns.get().into_iter().map(|column| view! {
            <th scope="col" class=format!("table__head table__head--{}", column.align.name())>{column.header}</th>
        }).collect_view()
    };
    let body = move || {
        let aligns: Vec<Align> =
            columns.with(|columns| columns.iter().map(|column| column.align).collect());
        rows.get()
            .into_iter()
            .enumerate()
            .map(|(row, cells)| row_view(cells, &aligns, on_open.map(|open| (open, row))))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=caption>
            <table class="table">
                <caption class="table__caption" class:visually-hidden=!caption_shown>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What a row's button runs, and with which row.
type Opens = Option<(Callback<usize>, usize)>;

fn row_view(cells: Vec<TableCell>, aligns: &[Align], opens: Opens) -> AnyView {
    let cells = cells
        .into_iter()
        .enumerate()
        .map(|(index, cell)| {
            let align = aligns.get(index).copied().unwrap_or_default();
            let class = format!(
                "table__cell table__cell--{} table__cell--{}{}",
                align.name(),
                cell.tone.name(),
                if cell.strong {
                    " table__cell--strong"
                } else {
                    ""
                }
            );
            let inner = cell_view(cell, opens);
            if index == 0 {
                view! { <th scope="row" class=class>{inner}</th> }.into_any()
            } else {
                view! { <td class=class>{inner}</td> }.into_any()
            }
        })
        .collect_view();
    view! { <tr class="table__row">{cells}</tr> }.into_any()
}

fn cell_view(cell: TableCell, opens: Opens) -> AnyView {
    let TableCell {
        text, href, mark, ..
    } = cell;
    if let (Some(name), Some((open, row))) = (cell.opens, opens) {
        return view! {
            <button
                type="button" class="table__open" aria-haspopup="dialog" title=name
                on:click=move |_| open.run(row)
            >
                {text}
            </button>
        }
        .into_any();
    }
    match (mark, href) {
        (Some(mark), _) => view! { <super::badge::ClassBadge mark=mark label=text /> }.into_any(),
        (None, Some(href)) => view! { <a href=href>{text}</a> }.into_any(),
        (None, None) => text.into_any(),
    }
}
