//! One product: its fields, retiring it, removing it.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::catalogue::{row, tasks_of};
use crate::app::workflow::catalogue::{NewProduct, ProductField, remove, restore, retire, save};
use crate::domain::ProductId;
use crate::i18n::format;
use crate::i18n::rules::CatalogueMessage as M;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, DialogShape, Note};

use super::catalogue::{Open, coefficient, points};
use super::form::{Fields, FormDialog, Shown};

/// The fields by place: code, duty, points, coefficient, then words.
const CODE: usize = 0;
const TASK: usize = 1;
const POINTS: usize = 2;
const COEFFICIENT: usize = 3;
const DETAIL: usize = 7;

pub(super) fn dialog(app: App, open: RwSignal<Open>, id: Option<ProductId>) -> AnyView {
    let close = move || open.set(Open::None);
    let shown = id.and_then(|id| app.peek(|model| row(model, id)));
    let locale = app.locale.get_untracked();
    let texts = match &shown {
        None => vec![String::new(); 9],
        Some(shown) => {
            let product = &shown.product;
            let words = |text: &Option<String>| text.clone().unwrap_or_default();
            vec![
                product.code.clone(),
                product.task.clone(),
                points(product.points, locale),
                coefficient(product.coefficient, locale),
                words(&product.band),
                words(&product.output),
                words(&product.department),
                words(&product.detail),
                words(&product.note),
            ]
        }
    };
    let fields = Fields::new(texts);
    let catalogue = shown.as_ref().map(|shown| shown.product.catalogue);
    let on_save = move |()| {
        let new = NewProduct {
            catalogue,
            code: fields.text(CODE),
            task: fields.text(TASK),
            points: fields.text(POINTS),
            coefficient: fields.text(COEFFICIENT),
            band: fields.text(4),
            output: fields.text(5),
            department: fields.text(6),
            detail: fields.text(DETAIL),
            note: fields.text(8),
        };
        match app.peek(|model| save(model, id, &new)) {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(errors) => fields.refuse(errors.into_iter().map(|(field, error)| {
                let at = match field {
                    ProductField::Code => CODE,
                    ProductField::Task => TASK,
                    ProductField::Points => POINTS,
                    ProductField::Coefficient => COEFFICIENT,
                };
                (at, app.t(error))
            })),
        }
    };
    let count = id.map_or(0, |id| app.peek(|model| tasks_of(model, id)));
    let used = shown.as_ref().is_some_and(|shown| shown.used);
    let title = shown.map_or_else(
        || app.t(M::Add),
        |shown| {
            app.t(M::EditTitle {
                code: shown.product.code,
            })
        },
    );
    FormDialog {
        title,
        shape: DialogShape::Wide,
        save: app.t(ShellMessage::Save),
        ready: Signal::derive(|| true),
        on_save: Callback::new(on_save),
        on_close: Callback::new(move |()| close()),
        more: ViewFn::from(move || id.map(|id| buttons(app, open, id, used, count))),
        content: ViewFn::from(move || content(app, fields, count)),
    }
    .show(app)
}

fn content(app: App, fields: Fields, count: usize) -> AnyView {
    let keeps = (count > 0).then(|| {
        let count = format::count(count, app.locale.get_untracked());
        view! { <div class="form__wide"><Note title=app.t(M::Keeps { count }) /></div> }
    });
    let hints = [(POINTS, M::PointsHint), (COEFFICIENT, M::CoefficientHint)];
    let labels = [
        M::Code,
        M::Task,
        M::Points,
        M::Coefficient,
        M::Band,
        M::Output,
        M::Department,
        M::Detail,
        M::Note,
    ];
    let inputs = labels.into_iter().enumerate().map(|(at, label)| {
        let hint = hints.iter().find(|(place, _)| *place == at);
        let shown = Shown {
            hint: hint.map(|(_, hint)| app.t(hint.clone())),
            required: at <= TASK,
            wide: matches!(at, TASK | DETAIL),
            ..Shown::text(app.t(label))
        };
        fields.input(at, shown)
    });
    view! { <div class="form form--columns">{keeps}{inputs.collect_view()}</div> }.into_any()
}

/// Retiring, using again, removing.
fn buttons(app: App, open: RwSignal<Open>, id: ProductId, used: bool, count: usize) -> AnyView {
    let act = move |drafted| {
        open.set(Open::None);
        match drafted {
            Ok(operation) => app.act(operation),
            Err(error) => app.tell(Notice::NotTaken(error)),
        }
    };
    let turn = move |()| {
        act(app.peek(|model| {
            let today = model.now.today;
            if !used {
                return restore(&model.book, id, today);
            }
            let product = model.book.products.get(id);
            let catalogue = product.and_then(|p| model.book.catalogues.get(p.catalogue));
            let name = app.t(M::RetiredName {
                name: catalogue.map_or_else(String::new, |catalogue| catalogue.name.clone()),
                day: format::day(today),
            });
            retire(&model.book, id, today.pred_opt().unwrap_or(today), &name)
        }));
    };
    let gone = move |()| act(Ok(app.peek(|model| remove(&model.book, id))));
    let label = app.t(if used { M::Retire } else { M::Restore });
    let hint = used.then(|| app.t(M::RetireHint));
    view! {
        <div class="rules__more">
            <Button label=label hint=hint on_press=turn />
            {(count == 0).then(|| view! { <Button look=ButtonLook::Danger label=app.t(M::Remove) on_press=gone /> })}
        </div>
    }
    .into_any()
}
