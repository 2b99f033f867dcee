//! Charts drawn as SVG, each with the table it is drawn from.
//!
//! Nothing is shown by colour alone: bars carry their numbers, cells their
//! counts, lines their points, and the table behind every chart says the same.

pub mod bars;
pub mod heat;
pub mod lines;
pub mod spark;

use leptos::{html, prelude::*};

use super::table::{Table, TableCell, TableColumn};

/// Where a value lies on an axis of `length` pixels whose end is `max`; both ends are kept.
#[must_use]
pub fn along(value: f64, max: f64, length: f64) -> f64 {
    if max <= 0.0 {
        0.0
    } else {
        (value / max).clamp(0.0, 1.0) * length
    }
}

/// The frame around a drawing: the drawing, and its numbers as a table that can be unfolded.
#[component]
pub(super) fn ChartFrame(
    label: Signal<String>,
    table_label: Signal<String>,
    columns: Signal<Vec<TableColumn>>,
    rows: Signal<Vec<Vec<TableCell>>>,
    /// Measured, so that text keeps its size in any room.
    room: NodeRef<html::Div>,
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <figure class="chart">
            <div class="chart__room" node_ref=room>{children()}</div>
            <details class="chart__data" on:toggle=move |_| open.set(true)>
                <summary class="chart__more">{table_label}</summary>
                {move || open.get().then(|| view! { <Table caption=label columns=columns rows=rows /> })}
            </details>
        </figure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::along;

    #[test]
    fn a_value_beyond_the_axis_stays_on_it() {
        assert!((along(12.0, 10.0, 100.0) - 100.0).abs() < f64::EPSILON);
        assert!(along(3.0, 0.0, 100.0).abs() < f64::EPSILON);
    }
}
