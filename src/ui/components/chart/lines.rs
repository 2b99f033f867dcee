//! Lines over time: each with its own dash and end label, so that no colour is needed to tell them apart.

use leptos::prelude::*;

use super::{ChartFrame, along};
use crate::ui::components::size::{tenths, width_of};
use crate::ui::components::table::{TableCell, TableColumn};
use crate::ui::components::tone::Tone;

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// Its points, one per column; `None` leaves a gap.
    pub points: Vec<Option<LinePoint>>,
    /// Its meaning.
    pub tone: Tone,
}

/// One point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinePoint {
    /// How high; only the drawing uses it.
    pub amount: f64,
    /// The amount written for reading.
    pub text: String,
}

/// A level drawn across, such as a threshold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Level {
    /// How high.
    pub amount: f64,
    /// Its name.
    pub label: String,
}

const HEIGHT: f64 = 200.0;
const LEFT: f64 = 34.0;
/// Room at the end for half a label.
const MARGIN: f64 = 16.0;
const TOP: f64 = 14.0;
const FLOOR: f64 = 168.0;

/// Lines over the same columns.
#[component]
pub fn LineChart(
    /// What is drawn.
    #[prop(into)]
    label: Signal<String>,
    /// The words that unfold the table.
    #[prop(into)]
    table_label: Signal<String>,
    /// What the first column of the table holds.
    #[prop(into)]
    corner: Signal<String>,
    /// The names of the columns.
    #[prop(into)]
    columns: Signal<Vec<String>>,
    /// The lines.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
    /// The top of the scale.
    #[prop(default = 100.0)]
    max: f64,
    /// Levels drawn across.
    #[prop(optional, into)]
    levels: Signal<Vec<Level>>,
) -> impl IntoView {
    let heads = Signal::derive(move || {
        std::iter::once(TableColumn::text(corner.get()))
            .chain(columns.get().into_iter().map(TableColumn::number))
            .collect()
    });
    let rows = Signal::derive(move || lines.with(|lines| lines.iter().map(table_row).collect()));
    let room = NodeRef::new();
    let width = width_of(room, 480.0);
    let right = Signal::derive(move || width.get() - MARGIN);
    view! {
        <ChartFrame label=label table_label=table_label columns=heads rows=rows room=room>
            <svg class="chart__drawing" viewBox=move || format!("0 0 {} {}", tenths(width.get()), tenths(HEIGHT)) role="img" aria-label=label>
                {move || levels.get().into_iter().map(|level| level_view(&level, max, right.get())).collect_view()}
                {move || ticks(&columns.get(), right.get())}
                {move || lines.get().iter().enumerate().map(|(index, line)| line_view(index, line, max, right.get())).collect_view()}
            </svg>
            <ul class="legend">
                {move || lines.get().into_iter().enumerate().map(|(index, line)| legend_view(index, line)).collect_view()}
            </ul>
        </ChartFrame>
    }
    .into_any()
}

fn table_row(line: &Line) -> Vec<TableCell> {
    std::iter::once(TableCell::from(line.label.clone()))
        .chain(
            line.points.iter().map(|point| {
                TableCell::from(point.as_ref().map_or("—", |point| point.text.as_str()))
            }),
        )
        .collect()
}

fn place(index: usize, count: usize, right: f64) -> f64 {
    let last = f64::from(u32::try_from(count.saturating_sub(1).max(1)).unwrap_or(1));
    let at = f64::from(u32::try_from(index).unwrap_or(0));
    along(at, last, right - LEFT) + LEFT
}

fn level_view(level: &Level, max: f64, right: f64) -> AnyView {
    let y = tenths(FLOOR - along(level.amount, max, FLOOR - TOP));
    view! {
        <line class="chart__level" x1=tenths(LEFT) x2=tenths(right) y1=y.clone() y2=y.clone()></line>
        <text class="chart__tick" x=tenths(LEFT - 6.0) y=y text-anchor="end" dominant-baseline="middle">{level.label.clone()}</text>
    }
    .into_any()
}

fn ticks(columns: &[String], right: f64) -> AnyView {
    let count = columns.len();
    columns.iter().enumerate().map(|(index, name)| view! {
        <text class="chart__tick" x=tenths(place(index, count, right)) y=tenths(FLOOR + 20.0) text-anchor="middle">{name.clone()}</text>
    }).collect_view().into_any()
}

fn line_view(index: usize, line: &Line, max: f64, right: f64) -> AnyView {
    let count = line.points.len();
    let spot = |(at, point): (usize, &Option<LinePoint>)| {
        point.as_ref().map(|point| {
            (
                place(at, count, right),
                FLOOR - along(point.amount, max, FLOOR - TOP),
            )
        })
    };
    let spots: Vec<Option<(f64, f64)>> = line.points.iter().enumerate().map(spot).collect();
    let dots = spots.iter().flatten().map(|(x, y)| view! {
        <circle class=line.tone.class("chart__dot") cx=tenths(*x) cy=tenths(*y) r="3"></circle>
    }).collect_view();
    view! {
        <path class=format!("{} chart__line--dash-{}", line.tone.class("chart__line"), index % 4) d=path_of(&spots)></path>
        {dots}
    }
    .into_any()
}

/// Path data through the spots; a gap starts a new stroke.
fn path_of(spots: &[Option<(f64, f64)>]) -> String {
    let mut path = String::new();
    let mut pen_down = false;
    for spot in spots {
        if let Some((x, y)) = spot {
            path.push(if pen_down { 'L' } else { 'M' });
            path.extend([tenths(*x), " ".to_owned(), tenths(*y)]);
        }
        pen_down = spot.is_some();
    }
    path
}

fn legend_view(index: usize, line: Line) -> AnyView {
    view! {
        <li class="legend__item">
            <svg class="legend__sign" width="24" height="8" viewBox="0 0 24 8" aria-hidden="true">
                <path class=format!("{} chart__line--dash-{}", line.tone.class("chart__line"), index % 4) d="M0 4H24"></path>
            </svg>
            {line.label}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn a_gap_lifts_the_pen() {
        let path = path_of(&[Some((0.0, 1.0)), Some((1.0, 2.0)), None, Some((3.0, 4.0))]);
        assert_eq!(path, "M0 1L1 2M3 4");
    }
}
