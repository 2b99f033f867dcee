//! A heat map that is itself a table: the number stands in each cell, the shade only repeats it.

use leptos::prelude::*;

/// One row of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// Its cells, as many as there are columns.
    pub cells: Vec<HeatCell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatCell {
    /// How much; only the shade uses it.
    pub amount: f64,
    /// The amount written for reading.
    pub text: String,
    /// Where the list behind it is.
    pub href: Option<String>,
}

/// The map.
#[component]
pub fn HeatMap(
    /// What is drawn.
    #[prop(into)]
    label: Signal<String>,
    /// What the rows are.
    #[prop(into)]
    corner: Signal<String>,
    /// The names of the columns.
    #[prop(into)]
    columns: Signal<Vec<String>>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<HeatRow>>,
) -> impl IntoView {
    let body = move || {
        let rows = rows.get();
        let max = rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.amount)
            .fold(0.0, f64::max);
        rows.into_iter()
            .map(|row| row_view(row, max))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="heat">
                <caption class="visually-hidden">{label}</caption>
                <thead><tr>
                    <th scope="col" class="heat__corner"><span class="visually-hidden">{corner}</span></th>
                    {move || columns.get().into_iter().map(|name| view! { <th scope="col" class="heat__column">{name}</th> }).collect_view()}
                </tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(row: HeatRow, max: f64) -> AnyView {
    let cells = row
        .cells
        .into_iter()
        .map(|cell| {
            let class = format!("heat__cell heat__cell--{}", shade(cell.amount, max));
            let inner = match cell.href {
                Some(href) => view! { <a class="heat__link" href=href>{cell.text}</a> }.into_any(),
                None => cell.text.into_any(),
            };
            view! { <td class=class>{inner}</td> }
        })
        .collect_view();
    view! { <tr><th scope="row" class="heat__row">{row.label}</th>{cells}</tr> }.into_any()
}

/// One of six shades, 0 for nothing and 5 for the most.
fn shade(amount: f64, max: f64) -> u8 {
    if max <= 0.0 || amount <= 0.0 {
        return 0;
    }
    match amount / max {
        part if part > 0.8 => 5,
        part if part > 0.6 => 4,
        part if part > 0.4 => 3,
        part if part > 0.2 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn nothing_has_no_shade_and_the_most_has_the_darkest() {
        assert_eq!(shade(0.0, 10.0), 0);
        assert_eq!(shade(0.0, 0.0), 0);
        assert_eq!(shade(0.1, 10.0), 1);
        assert_eq!(shade(10.0, 10.0), 5);
    }
}
