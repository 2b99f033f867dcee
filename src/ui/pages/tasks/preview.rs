//! What a paste, a fill or a replacement comes to, before it is taken: cells that are not taken
//! are mended in place.

use leptos::prelude::*;

use crate::app::workflow::paste::{Laid, Problem, Taken};
use crate::i18n::cells::{CellsMessage, preview_title};
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskColumnName;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, CellEdit, CellView, DataGrid, Dialog, DialogShape, GridColumn, GridSpot,
    Note, NoteKind, RowView, Tone,
};

use super::{Open, TasksState, dialogs};

/// Takes what was laid at once where nothing needs a look, else shows it first.
pub(super) fn offer(app: App, state: TasksState, laid: Laid) {
    if laid.wants_a_look() {
        show(state, laid);
    } else {
        take(app, &laid);
    }
}

/// Shows what was laid before it is taken.
pub(super) fn show(state: TasksState, laid: Laid) {
    state.laid.set(Some(laid));
    state.open.set(Open::Preview);
}

fn take(app: App, laid: &Laid) {
    let operation = app.peek(|model| laid.operation(&model.book));
    app.act(operation);
}

fn close(state: TasksState) {
    dialogs::close(state);
    state.laid.set(None);
}

pub(super) fn dialog(app: App, state: TasksState) -> AnyView {
    let title = state.laid.with_untracked(|laid| {
        let action = laid.as_ref().map(Laid::action);
        action.map(|action| preview_title(action, app.locale.get_untracked()))
    });
    let problems = state
        .laid
        .with_untracked(|laid| laid.as_ref().is_some_and(|laid| laid.open() > 0));
    view! {
        <Dialog
            open=Signal::derive(|| true)
            shape=if problems { DialogShape::Wide } else { DialogShape::Middle }
            title=title.unwrap_or_default()
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close(state)
            actions=move || actions(app, state)
        >
            <div class="laid">
                {summary(app, state)}
                {problems.then(|| list(app, state))}
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

fn standing(state: TasksState) -> Memo<Standing> {
    Memo::new(move |_| {
        state.laid.with(|laid| {
            let laid = laid.as_ref();
            let suggested = |problem: &Problem| problem.suggestion.is_some();
            Standing {
                taken: laid.map(Laid::taken).unwrap_or_default(),
                open: laid.map_or(0, Laid::open),
                suggested: laid.is_some_and(|laid| laid.problems().iter().any(suggested)),
            }
        })
    })
}

fn actions(app: App, state: TasksState) -> AnyView {
    let now = standing(state);
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
        state.laid.update(|laid| {
            if let Some(laid) = laid {
                app.peek(|model| laid.mend_all(&model.book));
            }
        });
    };
    let finish = move |()| {
        let laid = state.laid.try_update(Option::take).flatten();
        close(state);
        if let Some(laid) = laid {
            take(app, &laid);
        }
    };
    view! {
        {move || now.with(|now| now.suggested).then(|| view! {
            <Button label=app.t(CellsMessage::TakeSuggestions) on_press=take_all />
        })}
        <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close(state) />
        <Button
            look=ButtonLook::Primary label=label on_press=finish
            disabled=Signal::derive(move || now.with(|now| now.taken.cells == 0))
        />
    }
    .into_any()
}

fn summary(app: App, state: TasksState) -> AnyView {
    let now = standing(state);
    let count = move |count: usize| format::count(count, app.locale.get_untracked());
    let taken = move || {
        let Standing { taken, open, .. } = now.get();
        let cells = count(taken.cells);
        let tasks = count(taken.tasks);
        app.t(match (taken.cells, taken.added) {
            (0, _) if open == 0 => CellsMessage::FoundNothing,
            (0, _) => CellsMessage::TakenNothing,
            (_, 0) => CellsMessage::Taken { cells, tasks },
            (_, added) => CellsMessage::TakenAdded {
                cells,
                tasks,
                added: count(added),
            },
        })
    };
    let open = move || match now.get().open {
        0 => app.t(CellsMessage::AllMended),
        open => app.t(CellsMessage::OpenCells { count: count(open) }),
    };
    let had_problems = state
        .laid
        .with_untracked(|laid| laid.as_ref().is_some_and(|laid| laid.open() > 0));
    let notes: Vec<String> = state.laid.with_untracked(|laid| {
        let number = |of: fn(&Laid) -> usize| laid.as_ref().map_or(0, of);
        let merged = number(Laid::merged);
        let beyond = number(Laid::beyond);
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

fn list(app: App, state: TasksState) -> AnyView {
    let row = Callback::new(move |index: usize| {
        let locale = app.locale.get_untracked();
        state.laid.with(|laid| {
            let problem = laid.as_ref().and_then(|laid| laid.problems().get(index));
            problem
                .map(|problem| problem_row(index, problem, locale))
                .unwrap_or_default()
        })
    });
    let columns = Signal::derive(move || columns(app.locale.get()));
    let rows = Signal::derive(move || {
        state
            .laid
            .with(|laid| laid.as_ref().map_or(0, |laid| laid.problems().len()))
    });
    let edit = Callback::new(move |edit: CellEdit| mend(app, state, edit.spot.row, &edit.value));
    let activate = move |spot: GridSpot| {
        let suggestion = state.laid.with_untracked(|laid| {
            let problem = laid.as_ref()?.problems().get(spot.row)?;
            problem.suggestion.clone()
        });
        if let Some(value) = suggestion.filter(|_| spot.col > VALUE) {
            // A suggestion that is not taken after all says so in its row.
            mend(app, state, spot.row, &value).ok();
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

fn mend(app: App, state: TasksState, index: usize, value: &str) -> Result<(), String> {
    let error = state
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

fn problem_row(index: usize, problem: &Problem, locale: Locale) -> RowView {
    let reason = match &problem.error {
        Some(error) => CellView::text(error.say(locale)),
        None => CellView::text(CellsMessage::Mended.say(locale)).tone(Tone::Excellent),
    };
    let value = CellView {
        error: problem.error.as_ref().map(|error| error.say(locale)),
        ..CellView::text(problem.value.clone())
    };
    let suggestion = problem.suggestion.clone().unwrap_or_default();
    let cells = vec![
        CellView::text(format::count(problem.row + 1, locale)),
        CellView::text(TaskColumnName::from(problem.field).say(locale)),
        value,
        reason,
        CellView::text(suggestion).tone(Tone::Accent),
    ];
    RowView::new(index.to_string(), cells)
}
