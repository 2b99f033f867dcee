//! What a paste, a fill or a replacement comes to, before it is taken: cells that are not taken
//! are mended in place.

use leptos::prelude::*;

use crate::app::Action;
use crate::app::workflow::paste::{CellField, Laid, Problem, Taken};
use crate::i18n::action::KindName;
use crate::i18n::cells::{CellsMessage, preview_title};
use crate::i18n::shell::ShellMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLook, CellEdit, CellView, DataGrid, Dialog, DialogShape, GridColumn, GridSpot,
    Note, NoteKind, RowView, Tone,
};

use super::{Cells, CellsAsk};

impl<F: CellField> Cells<F> {
    /// Takes what was laid at once where nothing needs a look, else shows it first.
    pub fn offer(self, laid: Laid<F>) {
        if laid.wants_a_look() {
            self.show(laid);
        } else {
            take(self, &laid);
        }
    }

    /// Shows what was laid before it is taken.
    pub(super) fn show(self, laid: Laid<F>) {
        self.laid.set(Some(laid));
        self.ask.set(CellsAsk::Preview);
    }
}

fn take<F: CellField>(cells: Cells<F>, laid: &Laid<F>) {
    let app = cells.app;
    let operation = app.peek(|model| laid.operation(&model.book));
    app.act(operation);
}

fn close<F: CellField>(cells: Cells<F>) {
    cells.close();
    cells.laid.set(None);
}

pub(super) fn dialog<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let title = cells.laid.with_untracked(|laid| {
        let action = laid.as_ref().map(Laid::action);
        action.map(|action| preview_title(action, app.locale.get_untracked()))
    });
    let problems = cells
        .laid
        .with_untracked(|laid| laid.as_ref().is_some_and(|laid| laid.open() > 0));
    view! {
        <Dialog
            open=Signal::derive(|| true)
            shape=if problems { DialogShape::Wide } else { DialogShape::Middle }
            title=title.unwrap_or_default()
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close(cells)
            actions=move || actions(cells)
        >
            <div class="laid">
                {summary(cells)}
                {problems.then(|| list(cells))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// What is taken and what is not, as it stands now.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Standing {
    taken: Taken,
    open: usize,
    suggested: bool,
}

fn standing<F: CellField>(cells: Cells<F>) -> Memo<Standing> {
    Memo::new(move |_| {
        cells.laid.with(|laid| {
            let laid = laid.as_ref();
            let suggested = |problem: &Problem<F>| problem.suggestion.is_some();
            Standing {
                taken: laid.map(Laid::taken).unwrap_or_default(),
                open: laid.map_or(0, Laid::open),
                suggested: laid.is_some_and(|laid| laid.problems().iter().any(suggested)),
            }
        })
    })
}

fn actions<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let now = standing(cells);
    let count = move |count: usize| format::count(count, app.locale.get_untracked());
    let label = Signal::derive(move || {
        let Standing { taken, open, .. } = now.get();
        let cells = count(taken.cells);
        app.t(if open == 0 {
            CellsMessage::Take { cells }
        } else {
            CellsMessage::TakeWithout {
                cells,
                open: count(open),
            }
        })
    });
    let take_all = move |()| {
        cells.laid.update(|laid| {
            if let Some(laid) = laid {
                app.peek(|model| laid.mend_all(&model.book));
            }
        });
    };
    let finish = move |()| {
        let laid = cells.laid.try_update(Option::take).flatten();
        close(cells);
        if let Some(laid) = laid {
            take(cells, &laid);
        }
    };
    view! {
        {move || now.with(|now| now.suggested).then(|| view! {
            <Button label=app.t(CellsMessage::TakeSuggestions) on_press=take_all />
        })}
        <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close(cells) />
        <Button
            look=ButtonLook::Primary label=label on_press=finish
            disabled=Signal::derive(move || now.with(|now| now.taken.cells == 0))
        />
    }
    .into_any()
}

fn summary<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let now = standing(cells);
    let count = move |count: usize| format::count(count, app.locale.get_untracked());
    let replaces = cells.laid.with_untracked(|laid| {
        let action = laid.as_ref().map(Laid::action);
        matches!(action, Some(Action::Replace(_)))
    });
    let taken = move || {
        let Standing { taken, open, .. } = now.get();
        let cells = count(taken.cells);
        let rows = count(taken.rows);
        let kind = app.t(KindName::from(F::KIND));
        app.t(match (taken.cells, taken.added) {
            (0, _) if open == 0 && replaces => CellsMessage::FoundNothing,
            (0, _) => CellsMessage::TakenNothing,
            (_, 0) => CellsMessage::Taken { cells, rows, kind },
            (_, added) => CellsMessage::TakenAdded {
                cells,
                rows,
                kind,
                added: count(added),
            },
        })
    };
    let open = move || match now.get().open {
        0 => app.t(CellsMessage::AllMended),
        open => app.t(CellsMessage::OpenCells { count: count(open) }),
    };
    let had_problems = cells
        .laid
        .with_untracked(|laid| laid.as_ref().is_some_and(|laid| laid.open() > 0));
    let notes: Vec<String> = cells.laid.with_untracked(|laid| {
        let number = |of: fn(&Laid<F>) -> usize| laid.as_ref().map_or(0, of);
        let merged = number(Laid::merged);
        let beyond = number(Laid::beyond);
        let passed = number(Laid::passed);
        let unlisted = number(Laid::unlisted);
        [
            (
                merged,
                CellsMessage::Merged {
                    count: count(merged),
                },
            ),
            (
                beyond,
                CellsMessage::Beyond {
                    count: count(beyond),
                },
            ),
            (
                passed,
                CellsMessage::Passed {
                    count: count(passed),
                },
            ),
            (
                unlisted,
                CellsMessage::Unlisted {
                    count: count(unlisted),
                },
            ),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, message)| app.t(message))
        .collect()
    });
    view! {
        <p class="laid__taken" role="status">{taken}</p>
        {had_problems.then(|| view! { <p class="laid__open">{open}</p> })}
        {notes.into_iter().map(|note| view! { <Note kind=NoteKind::Info title=note>""</Note> }).collect_view()}
    }
    .into_any()
}

/// The column one mends in.
const VALUE: usize = 2;

fn list<F: CellField>(cells: Cells<F>) -> AnyView {
    let app = cells.app;
    let row = Callback::new(move |index: usize| {
        let locale = app.locale.get_untracked();
        cells.laid.with(|laid| {
            let problem = laid.as_ref().and_then(|laid| laid.problems().get(index));
            problem
                .map(|problem| problem_row(cells, index, problem, locale))
                .unwrap_or_default()
        })
    });
    let columns = Signal::derive(move || columns(app.locale.get()));
    let rows = Signal::derive(move || {
        cells
            .laid
            .with(|laid| laid.as_ref().map_or(0, |laid| laid.problems().len()))
    });
    let edit = Callback::new(move |edit: CellEdit| mend(cells, edit.spot.row, &edit.value));
    let activate = move |spot: GridSpot| {
        let suggestion = cells.laid.with_untracked(|laid| {
            let problem = laid.as_ref()?.problems().get(spot.row)?;
            problem.suggestion.clone()
        });
        if let Some(value) = suggestion.filter(|_| spot.col > VALUE) {
            // A suggestion that is not taken after all says so in its row.
            mend(cells, spot.row, &value).ok();
        }
    };
    view! {
        <p class="laid__hint">{app.t(CellsMessage::TakeHint)}</p>
        <DataGrid
            label=app.t(CellsMessage::Problems)
            columns=columns
            row_count=rows
            row=row
            row_height=52
            start=VALUE
            on_edit=edit
            on_activate=activate
        />
    }
    .into_any()
}

fn mend<F: CellField>(cells: Cells<F>, index: usize, value: &str) -> Result<(), String> {
    let app = cells.app;
    let error = cells
        .laid
        .try_update(|laid| {
            let laid = laid.as_mut()?;
            app.peek(|model| laid.mend(&model.book, index, value));
            laid.problems().get(index)?.error.clone()
        })
        .flatten();
    error.map_or(Ok(()), |error| Err(app.t(error)))
}

fn columns(locale: Locale) -> Vec<GridColumn> {
    let head = |message: CellsMessage| message.say(locale);
    vec![
        GridColumn::number("row", head(CellsMessage::ColumnRow)).width(64),
        GridColumn::text("column", head(CellsMessage::ColumnColumn)).width(100),
        GridColumn::text("value", head(CellsMessage::ColumnValue))
            .width(190)
            .editable(),
        GridColumn::text("reason", head(CellsMessage::ColumnReason))
            .width(300)
            .grow(),
        GridColumn::text("suggestion", head(CellsMessage::ColumnSuggestion)).width(180),
    ]
}

fn problem_row<F: CellField>(
    cells: Cells<F>,
    index: usize,
    problem: &Problem<F>,
    locale: Locale,
) -> RowView {
    let reason = match &problem.error {
        Some(error) => CellView::text(error.say(locale)),
        None => CellView::text(CellsMessage::Mended.say(locale)).tone(Tone::Excellent),
    };
    let value = CellView {
        error: problem.error.as_ref().map(|error| error.say(locale)),
        ..CellView::text(problem.value.clone())
    };
    let suggestion = problem.suggestion.clone().unwrap_or_default();
    let row = vec![
        CellView::text(format::count(problem.row + 1, locale)),
        CellView::text(cells.name(problem.field)),
        value,
        reason,
        CellView::text(suggestion).tone(Tone::Accent),
    ];
    RowView::new(index.to_string(), row)
}
