//! The points of many people at once: a grid of people by lines, pasted from Excel.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::scoring::{PointsRow, lines, period, points_row};
use crate::app::workflow::paste;
use crate::app::workflow::score::{self, PointEntry, Side};
use crate::app::{Action, Kind};
use crate::domain::{Decimal, LineId, OfficialId};
use crate::i18n::reason::wording;
use crate::i18n::scoring::{BulkMessage, ScoringMessage, SheetMessage, refused};
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, CellEdit, CellRange, CellView, Choice, Commanded, DataGrid, Dialog,
    DialogShape, GridColumn, GridCommand, GridPaste, Note, NoteKind, RadioGroup, RowView,
};
use crate::ui::pick::takes_block;

use super::{Open, id_of};

/// Rows with a second line.
const ROW_HEIGHT: u32 = 52;
/// Columns before the first line of the criteria.
const BEFORE: usize = 1;

#[derive(Clone, Copy)]
struct Bulk {
    app: App,
    people: Signal<Vec<OfficialId>>,
    side: RwSignal<Side>,
    problems: RwSignal<Vec<String>>,
}

pub(super) fn dialog(app: App, open: RwSignal<Open>, people: Signal<Vec<OfficialId>>) -> AnyView {
    let bulk = Bulk {
        app,
        people,
        side: RwSignal::new(Side::Authority),
        problems: RwSignal::new(Vec::new()),
    };
    let close = move || open.set(Open::None);
    let when = app.peek(period);
    let title = app.t(BulkMessage::Title {
        period: format::period(when, app.locale.get()),
    });
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=title
            shape=DialogShape::Wide
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close()
            actions=move || view! {
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Close) on_press=move |()| close() />
            }
        >
            <div class="form">
                <div class="row row--between">
                    {side_choice(bulk)}
                    <Button
                        label=app.t(BulkMessage::CopyAll)
                        hint=app.t(SheetMessage::CopyHint)
                        on_press=move |()| copy_all(bulk)
                    />
                </div>
                <p class="muted small">{app.t(BulkMessage::Help)}</p>
                {move || problems(bulk.problems.get())}
                {grid(bulk)}
            </div>
        </Dialog>
    }
    .into_any()
}

fn problems(lines: Vec<String>) -> Option<AnyView> {
    let mut lines = lines.into_iter();
    let title = lines.next()?;
    let items = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    Some(view! { <Note kind=NoteKind::Error title=title><ul>{items}</ul></Note> }.into_any())
}

const OWN: &str = "own";
const AUTHORITY: &str = "authority";

fn side_choice(bulk: Bulk) -> AnyView {
    let app = bulk.app;
    let options = vec![
        Choice::new(OWN, app.t(BulkMessage::from(Side::Own))),
        Choice::new(AUTHORITY, app.t(BulkMessage::from(Side::Authority))),
    ];
    let value = Signal::derive(move || match bulk.side.get() {
        Side::Own => OWN.to_owned(),
        Side::Authority => AUTHORITY.to_owned(),
    });
    let choose = move |value: String| {
        let side = if value == OWN {
            Side::Own
        } else {
            Side::Authority
        };
        bulk.side.set(side);
    };
    view! { <RadioGroup label=app.t(BulkMessage::Side) options=options value=value on_change=choose inline=true /> }
        .into_any()
}

fn copy_all(bulk: Bulk) {
    let app = bulk.app;
    let drafted = app.peek(|model| {
        let people = bulk.people.get_untracked();
        let open: Vec<OfficialId> = people
            .into_iter()
            .filter(|official| score::check_open(&model.book, *official, period(model)).is_ok())
            .collect();
        score::copy_own(&model.book, &open, period(model), model.now.today)
    });
    match drafted {
        Ok(operation) => {
            bulk.side.set(Side::Authority);
            app.act(operation);
        }
        Err(error) => app.tell(Notice::NotTaken(error)),
    }
}

fn grid(bulk: Bulk) -> AnyView {
    let app = bulk.app;
    let columns = Signal::derive(move || {
        let locale = app.locale.get();
        app.read(|model| columns(lines(&model.book, period(model)), locale))
    });
    let row = Callback::new(move |index: usize| {
        let who = bulk.people.with(|people| people.get(index).copied());
        let side = bulk.side.get();
        let shown = who.and_then(|who| app.read(|model| points_row(model, who, side)));
        shown
            .map(|shown| cells(&shown, app.locale.get_untracked()))
            .unwrap_or_default()
    });
    view! {
        <DataGrid
            label=app.t(BulkMessage::Grid)
            columns=columns
            row_count=Signal::derive(move || bulk.people.with(Vec::len))
            row=row
            row_height=ROW_HEIGHT
            on_edit=Callback::new(move |edit: CellEdit| take(bulk, &edit))
            on_paste=move |pasted: GridPaste| lay(bulk, &pasted)
            on_command=Callback::new(move |asked: Commanded| command(bulk, asked))
        />
    }
    .into_any()
}

fn command(bulk: Bulk, asked: Commanded) -> bool {
    match asked.command {
        GridCommand::FillDown => fill(bulk, asked.range),
        GridCommand::Clear => write(bulk, asked.range, |_, _| String::new(), Action::Score),
        _ => return false,
    }
    true
}

fn columns(
    lines: Vec<(LineId, Decimal, crate::app::view::Wording)>,
    locale: Locale,
) -> Vec<GridColumn> {
    let name = GridColumn::text("name", ScoringMessage::ColumnName.say(locale))
        .width(200)
        .grow()
        .sticky();
    let points = lines.into_iter().map(|(line, max, name)| {
        let title = BulkMessage::LineTitle {
            name: wording(&name, locale).to_owned(),
            max: format::decimal(max, locale),
        };
        GridColumn::number(line.to_string(), line.to_string())
            .width(68)
            .title(title.say(locale))
            .editable()
    });
    let sum = GridColumn::number("sum", BulkMessage::Sum.say(locale)).width(76);
    std::iter::once(name)
        .chain(points)
        .chain(std::iter::once(sum))
        .collect()
}

fn cells(shown: &PointsRow, locale: Locale) -> RowView {
    let number = |value: Decimal| format::decimal(value, locale);
    let name = CellView::text(shown.name.clone()).detail(shown.position.clone());
    let points = shown.points.iter().map(|points| CellView {
        locked: shown.locked,
        ..CellView::text(points.map(number).unwrap_or_default())
    });
    let sum = CellView::text(number(shown.sum)).strong();
    let cells = std::iter::once(name)
        .chain(points)
        .chain(std::iter::once(sum));
    RowView::new(shown.official.0.to_string(), cells.collect())
}

fn take(bulk: Bulk, edit: &CellEdit) -> Result<(), String> {
    let app = bulk.app;
    let (Some(official), Some(line)) =
        (id_of(&edit.spot.row_key), LineId::parse(&edit.spot.column))
    else {
        return Ok(());
    };
    let entry = PointEntry {
        official,
        line,
        side: bulk.side.get_untracked(),
        text: edit.value.clone(),
    };
    let drafted = app.peek(|model| {
        let when = period(model);
        score::enter(&model.book, when, &[entry], Action::Score, model.now.today)
    });
    match drafted {
        Ok(operation) => {
            app.act(operation);
            Ok(())
        }
        Err((_, error)) => Err(app.t(error)),
    }
}

fn line_ids(app: App) -> Vec<LineId> {
    let lines = app.peek(|model| lines(&model.book, period(model)));
    lines.into_iter().map(|(line, ..)| line).collect()
}

/// The people from a row on: as many as the range holds, or as the block needs.
fn people_from(bulk: Bulk, range: CellRange, wanted: usize) -> Vec<OfficialId> {
    let count = wanted.max(range.last_row - range.first_row + 1);
    bulk.people.with_untracked(|people| {
        let below = people.iter().skip(range.first_row);
        below.take(count).copied().collect()
    })
}

fn lay(bulk: Bulk, pasted: &GridPaste) {
    let app = bulk.app;
    if !takes_block(app, &pasted.text, None) {
        return;
    }
    let Ok(block) = paste::block(&pasted.text) else {
        return app.tell(Notice::BlockTooLarge);
    };
    let people = people_from(bulk, pasted.range, block.len());
    let first = pasted.range.first_col.saturating_sub(BEFORE);
    let mut to: Vec<LineId> = line_ids(app).into_iter().skip(first).collect();
    if block.len() == 1 && block.first().is_some_and(|row| row.len() == 1) {
        to.truncate(pasted.range.last_col - pasted.range.first_col + 1);
    }
    let side = bulk.side.get_untracked();
    let laid = app.peek(|model| {
        let when = period(model);
        score::paste(
            &model.book,
            when,
            side,
            &block,
            &people,
            &to,
            model.now.today,
        )
    });
    let lines = if laid.refused.is_empty() {
        Vec::new()
    } else {
        refused(laid.taken, &laid.refused, app.locale.get_untracked())
    };
    bulk.problems.set(lines);
    app.act(laid.operation);
}

fn fill(bulk: Bulk, range: CellRange) {
    let app = bulk.app;
    let side = bulk.side.get_untracked();
    let first = people_from(bulk, range, 1).first().copied();
    let source = first.and_then(|who| app.peek(|model| points_row(model, who, side)));
    let Some(source) = source else { return };
    let locale = app.locale.get_untracked();
    let value = move |at: usize, _: OfficialId| {
        let points = source.points.get(at).copied().flatten();
        points
            .map(|points| format::decimal(points, locale))
            .unwrap_or_default()
    };
    write(bulk, range, value, Action::Fill(Kind::General));
}

/// Writes a value into every cell of a range.
fn write(
    bulk: Bulk,
    range: CellRange,
    value: impl Fn(usize, OfficialId) -> String,
    action: Action,
) {
    let app = bulk.app;
    let all = line_ids(app);
    let columns = range.first_col.max(BEFORE)..=range.last_col.min(all.len());
    let side = bulk.side.get_untracked();
    let mut entries = Vec::new();
    for official in people_from(bulk, range, 1) {
        for column in columns.clone() {
            let at = column - BEFORE;
            let Some(line) = all.get(at).copied() else {
                continue;
            };
            entries.push(PointEntry {
                official,
                line,
                side,
                text: value(at, official),
            });
        }
    }
    let drafted = app.peek(|model| {
        let when = period(model);
        score::enter(&model.book, when, &entries, action, model.now.today)
    });
    match drafted {
        Ok(operation) => app.act(operation),
        Err((_, error)) => app.tell(Notice::NotTaken(error)),
    }
}
