//! Sharing a task among officials, or spreading it over months: its parts, and their sum.

use leptos::prelude::*;

use crate::app::view::people;
use crate::app::workflow::entry;
use crate::app::workflow::task::{self, DivideField, NewPart};
use crate::domain::{Assignment, AssignmentId, Decimal};
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::task_life::{DivideMessage, TaskLifeMessage};
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Combobox, DateInput, Dialog, DialogShape, Glyph, NumberInput, Tag, Tone,
};
use crate::ui::form::suggest_people;

use super::{TasksState, dialogs};

/// One part in the making.
#[derive(Clone, Copy)]
struct Row {
    key: usize,
    official: RwSignal<String>,
    quantity: RwSignal<String>,
    due: RwSignal<String>,
}

impl Row {
    fn new(key: usize, part: NewPart) -> Self {
        Self {
            key,
            official: RwSignal::new(part.official),
            quantity: RwSignal::new(part.quantity),
            due: RwSignal::new(part.due),
        }
    }

    fn part(self) -> NewPart {
        NewPart {
            official: self.official.get_untracked(),
            quantity: self.quantity.get_untracked(),
            due: self.due.get_untracked(),
        }
    }
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Parts {
    app: App,
    rows: RwSignal<Vec<Row>>,
    errors: RwSignal<Vec<(DivideField, String)>>,
    whole: Decimal,
}

impl Parts {
    fn error(
        self,
        field: impl Fn(usize) -> DivideField + Send + Sync + 'static,
        key: usize,
    ) -> Signal<Option<String>> {
        Signal::derive(move || {
            let at = self
                .rows
                .with(|rows| rows.iter().position(|row| row.key == key))?;
            let wanted = field(at);
            self.errors.with(|errors| {
                let found = errors.iter().find(|(field, _)| *field == wanted);
                found.map(|(_, error)| error.clone())
            })
        })
    }

    fn add(self, part: NewPart) {
        self.errors.update(Vec::clear);
        self.rows.update(|rows| {
            let key = rows.iter().map(|row| row.key + 1).max().unwrap_or(0);
            rows.push(Row::new(key, part));
        });
    }

    fn sum(self) -> Option<Decimal> {
        self.rows.with(|rows| {
            rows.iter().try_fold(Decimal::ZERO, |sum, row| {
                let quantity = entry::number(&row.quantity.get()).ok()?;
                sum.checked_add(quantity)
            })
        })
    }
}

pub(super) fn dialog(app: App, state: TasksState, id: AssignmentId, over_months: bool) -> AnyView {
    let title = if over_months {
        TaskLifeMessage::Spread
    } else {
        TaskLifeMessage::Split
    };
    if let Some(refused) = dialogs::refused(app, state, id, title.clone()) {
        return refused;
    }
    let Some(found) = app.peek(|model| model.book.assignments.get(id).cloned()) else {
        return ().into_any();
    };
    let whole = found.assigned;
    let parts = Parts {
        app,
        rows: RwSignal::new(Vec::new()),
        errors: RwSignal::new(Vec::new()),
        whole,
    };
    for part in first_parts(app, &found, over_months) {
        parts.add(part);
    }
    let save = move |()| {
        let typed: Vec<NewPart> = parts
            .rows
            .with_untracked(|rows| rows.iter().map(|row| row.part()).collect());
        let drafted = app.peek(|model| {
            let year = model.month().year();
            task::divide(&model.book, id, &typed, year, model.now.today)
        });
        match drafted {
            Ok(operation) => {
                dialogs::close(state);
                app.act(operation);
            }
            Err(errors) => {
                let said = errors
                    .into_iter()
                    .map(|(field, error)| (field, app.t(error)));
                parts.errors.set(said.collect());
            }
        }
    };
    let shown = format::decimal(whole, app.locale.get_untracked());
    let text = if over_months {
        DivideMessage::SpreadText { whole: shown }
    } else {
        DivideMessage::SplitText { whole: shown }
    };
    let due = found.deadline().map(format::day);
    let lead = first_lead(app, &found);
    let text = app.t(text);
    view! {
        <Dialog
            open=Signal::derive(|| true)
            shape=DialogShape::Wide
            title=dialogs::title(app, title)
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| dialogs::close(state)
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| dialogs::close(state) />
                <Button look=ButtonLook::Primary label=app.t(ShellMessage::Save) on_press=save />
            }
        >
            <p class="form__note">{text.clone()}</p>
            {list(parts, due.clone(), lead.clone())}
        </Dialog>
    }
    .into_any()
}

/// Who leads the task, as the fields of its parts hold it.
fn first_lead(app: App, task: &Assignment) -> String {
    let lead = task.official;
    app.peek(|model| {
        lead.map(|lead| people::person(model, lead).entry)
            .unwrap_or_default()
    })
}

/// What stands in the dialog at first.
fn first_parts(app: App, task: &Assignment, over_months: bool) -> Vec<NewPart> {
    let lead = first_lead(app, task);
    let mut parts = Vec::new();
    if over_months {
        parts = app
            .peek(|model| task::spread(task, &lead, model.month(), &task::calendar(&model.book)));
    }
    let due = task.deadline().map(format::day).unwrap_or_default();
    if parts.is_empty() {
        parts.push(NewPart {
            official: lead.clone(),
            quantity: format::decimal(task.assigned, app.locale.get_untracked()),
            due: due.clone(),
        });
    }
    if parts.len() < 2 {
        parts.push(NewPart {
            official: if over_months { lead } else { String::new() },
            quantity: String::new(),
            due,
        });
    }
    parts
}

fn list(parts: Parts, due: Option<String>, lead: String) -> AnyView {
    let app = parts.app;
    let more = due.clone().unwrap_or_default();
    let add = move |()| {
        parts.add(NewPart {
            official: String::new(),
            quantity: String::new(),
            due: more.clone(),
        });
    };
    let given = !lead.is_empty();
    view! {
        <div class="parts">
            <For each=move || parts.rows.get() key=|row| row.key let:row>
                {row_view(parts, row, given, due.clone())}
            </For>
        </div>
        <div class="parts__foot">
            <Button icon=Glyph::Plus label=app.t(DivideMessage::AddPart) on_press=add />
            <span class="parts__sum" role="status">{move || sum(parts)}</span>
        </div>
        {move || parts.errors.with(|errors| {
            let of_all = errors.iter().find(|(field, _)| *field == DivideField::Sum);
            of_all.map(|(_, error)| view! { <p class="parts__error" role="alert">{error.clone()}</p> })
        })}
    }
    .into_any()
}

fn sum(parts: Parts) -> AnyView {
    let app = parts.app;
    let shown = |value: Decimal| format::decimal(value, app.locale.get_untracked());
    let whole = shown(parts.whole);
    let (tone, words) = match parts.sum() {
        Some(sum) if sum == parts.whole => (Tone::Excellent, DivideMessage::SumFits { sum: whole }),
        Some(sum) => (
            Tone::Poor,
            DivideMessage::SumDiffers {
                sum: shown(sum),
                whole,
            },
        ),
        None => (Tone::Fair, DivideMessage::SumUnread),
    };
    view! { <Tag tone=tone label=app.t(words) /> }.into_any()
}

fn row_view(parts: Parts, row: Row, given: bool, due: Option<String>) -> AnyView {
    let app = parts.app;
    let at = move || {
        parts.rows.with(|rows| {
            rows.iter()
                .position(|other| other.key == row.key)
                .unwrap_or(0)
        })
    };
    let is_first = row.key == 0;
    let legend = move || {
        app.t(match at() {
            0 => DivideMessage::FirstPart,
            at => DivideMessage::Part { number: at + 1 },
        })
    };
    let lead = if is_first && given {
        view! { <p class="parts__fixed"><span class="muted">{app.t(DivideMessage::Lead)}</span><br/>{row.official.get_untracked()}</p> }.into_any()
    } else {
        view! {
            <Combobox
                label=app.t(DivideMessage::Lead) text=row.official required=true
                suggestions=Signal::derive(move || suggest_people(app, &row.official.get()))
                on_take=move |value: String| row.official.set(value)
                error=parts.error(DivideField::Official, row.key)
            />
        }
        .into_any()
    };
    let until = if is_first {
        let words = due.unwrap_or_else(|| app.t(DivideMessage::NoDue));
        view! { <p class="parts__fixed"><span class="muted">{app.t(DivideMessage::Due)}</span><br/>{words}</p> }.into_any()
    } else {
        view! { <DateInput label=app.t(DivideMessage::Due) bind=row.due error=parts.error(DivideField::Due, row.key) /> }.into_any()
    };
    let remove = move |()| {
        parts.errors.update(Vec::clear);
        parts
            .rows
            .update(|rows| rows.retain(|other| other.key != row.key));
    };
    view! {
        <fieldset class="parts__part">
            <legend class="parts__legend">{legend}</legend>
            {lead}
            <NumberInput label=app.t(DivideMessage::Quantity) bind=row.quantity required=true error=parts.error(DivideField::Quantity, row.key) />
            {until}
            {(!is_first).then(|| view! {
                <Button
                    look=ButtonLook::Quiet icon=Glyph::Trash icon_only=true
                    label=Signal::derive(move || app.t(DivideMessage::RemovePart { number: at() + 1 }))
                    on_press=remove
                />
            })}
        </fieldset>
    }
    .into_any()
}
