//! Asking for the coefficient of a product that has a range.

use leptos::prelude::*;

use crate::app::workflow::entry;
use crate::app::workflow::task::{self, CellEntry, TaskField};
use crate::app::{Action, Kind, Notice};
use crate::domain::{AssignmentId, Decimal, ProductId};
use crate::i18n::cells::CellsMessage;
use crate::i18n::format;
use crate::i18n::task::TaskColumnName;
use crate::text::format_number;
use crate::ui::App;
use crate::ui::components::NumberInput;
use crate::ui::register::cells::{asked, ground};

use super::{TasksState, dialogs};

/// Asks for the value within a product's range; product and coefficient are one action.
pub(super) fn dialog(app: App, state: TasksState, id: AssignmentId, product: ProductId) -> AnyView {
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let locale = app.locale.get_untracked();
    let Some((code, (from, to))) = app.peek(|model| {
        let found = model.book.products.get(product)?;
        Some((found.code.clone(), task::range_of(&model.book, product)?))
    }) else {
        return ().into_any();
    };
    let (low, high) = (format::decimal(from, locale), format::decimal(to, locale));
    let outside = CellsMessage::CoefficientOutside {
        from: low.clone(),
        to: high.clone(),
    };
    let title = app.t(CellsMessage::CoefficientTitle {
        product: code.clone(),
    });
    let press = move |()| {
        let text = value.get_untracked();
        let fits = |value: Decimal| (from..=to).contains(&value);
        let numbers = app.peek(|model| ground(model).numbers);
        let typed = match entry::number_in(&text, Some(numbers)) {
            Ok(number) if fits(number) => format_number(&number.to_string()),
            Ok(_) => return error.set(Some(app.t(outside.clone()))),
            Err(why) => return error.set(Some(app.t(why))),
        };
        let cell = |field, text: &str| CellEntry {
            task: id,
            field,
            text: text.to_owned(),
        };
        let entries = [
            cell(TaskField::Product, &code),
            cell(TaskField::Coefficient, &typed),
        ];
        let drafted = app.peek(|model| {
            let action = Action::Edit(Kind::Assignment);
            let year = model.month().year();
            task::edit(&model.book, &entries, action, model.now.today, year)
        });
        dialogs::close(state);
        match drafted {
            Ok(operation) => app.act(operation),
            Err((_, why)) => app.tell(Notice::NotTaken(why)),
        }
    };
    let note = CellsMessage::CoefficientNote {
        from: low,
        to: high,
    };
    asked(
        app,
        title,
        CellsMessage::Apply,
        Callback::new(move |()| dialogs::close(state)),
        Callback::new(press),
        move || {
            view! {
                <p class="form__note">{app.t(note.clone())}</p>
                <NumberInput
                    label=app.t(TaskColumnName::Coefficient) bind=value
                    error=Signal::derive(move || error.get()) required=true
                />
            }
            .into_any()
        },
    )
}
