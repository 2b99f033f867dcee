//! A statutory form as a page to print: drawn by the worker from what its Word file is drawn from.

use leptos::{html, prelude::*};
use web_sys::Element;

use crate::app::job::{Job, JobReply, PagePart, Product};
use crate::app::{Notice, Worked};
use crate::domain::OfficialId;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::i18n::start::FormsMessage;
use crate::ui::components::{Button, ButtonLink, ButtonLook, Checkbox, Glyph, PageHead, Progress};
use crate::ui::{App, Route, StatutoryForm, use_app};

/// A statutory form of one official, or of all, as pages to print.
#[component]
pub fn PaperPage(form: StatutoryForm, official: Option<OfficialId>) -> impl IntoView {
    let app = use_app();
    let hidden = RwSignal::new(false);
    let parts = RwSignal::new(None::<Vec<PagePart>>);
    let (product, title) = match form {
        StatutoryForm::Monthly => (Product::MonthlyPages, FormsMessage::Monthly),
        StatutoryForm::Yearly => (Product::YearlyPages, FormsMessage::Yearly),
    };
    draw(app, product, official.map(|id| id.0), hidden, parts);
    let month = app.view(crate::app::Model::month);
    let subtitle = Signal::derive(move || {
        Some(app.t(FormsMessage::Subtitle {
            period: format::month(month.get(), app.locale.get()),
        }))
    });
    view! {
        <div class="page forms">
            <div class="forms__bar no-print">
                <PageHead title=app.t(title) subtitle=subtitle>
                    <ButtonLink label=app.t(FormsMessage::Back) href=Route::Forms.href() />
                    <Button
                        look=ButtonLook::Primary
                        icon=Glyph::Print
                        label=app.t(ShellMessage::Print)
                        disabled=Signal::derive(move || parts.with(Option::is_none))
                        on_press=move |()| { window().print().ok(); }
                    />
                </PageHead>
                <Checkbox label=app.t(FormsMessage::HideNames) hint=app.t(FormsMessage::HideNamesHint) bind=hidden />
            </div>
            {sheets(app, parts)}
        </div>
    }
}

/// The pages once they are drawn; until then, that they are being drawn.
pub(in crate::ui::pages) fn sheets(app: App, parts: RwSignal<Option<Vec<PagePart>>>) -> AnyView {
    let room = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(room) = room.get() {
            parts.with(|parts| build(&room, parts.as_deref().unwrap_or_default()));
        }
    });
    let waiting = move || {
        parts
            .with(Option::is_none)
            .then(|| view! { <Progress label=app.t(FormsMessage::Drawing) /> })
    };
    view! {
        {waiting}
        <div class="forms__papers" node_ref=room></div>
    }
    .into_any()
}

/// Has the pages drawn, and drawn again when the records, the month or the names change.
pub(in crate::ui::pages) fn draw(
    app: App,
    product: Product,
    whose: Option<u32>,
    hidden: RwSignal<bool>,
    parts: RwSignal<Option<Vec<PagePart>>>,
) {
    let state = app.view(|model| (model.sequence, model.month()));
    let under_way = StoredValue::new(None::<u32>);
    let give_up = move || {
        if let Some(number) = under_way.get_value() {
            app.give_up(number);
        }
    };
    Effect::new(move |_| {
        // Read, not only tracked: a memo nobody reads follows nothing.
        let _ = state.get();
        let order = super::order(app, product, whose, hidden.get());
        give_up();
        parts.set(None);
        let heard = move |heard| {
            let told = match heard {
                Worked::Progress(_) => return,
                Worked::Done(JobReply::Pages(made)) => {
                    parts.set(Some(made));
                    None
                }
                Worked::Done(JobReply::NotMade(why)) => Some(Notice::NotMade(why)),
                Worked::Done(_) => None,
                Worked::Failed(problem) => Some(Notice::NotWorked(problem)),
            };
            under_way.set_value(None);
            if let Some(notice) = told {
                parts.set(Some(Vec::new()));
                app.tell(notice);
            }
        };
        let number = app.work(Job::Export(order), true, heard);
        under_way.set_value(Some(number));
    });
    on_cleanup(give_up);
}

/// Builds the pages; words are set as text and can become nothing else.
fn build(room: &Element, parts: &[PagePart]) {
    room.set_text_content(None);
    let document = document();
    let mut path = vec![room.clone()];
    for part in parts {
        path.truncate(usize::from(part.depth) + 1);
        let Ok(element) = document.create_element(&part.tag) else {
            continue;
        };
        element.set_class_name(&part.class);
        if !part.text.is_empty() {
            element.set_text_content(Some(&part.text));
        }
        if part.number > 0 {
            let (name, unit) = if part.tag == "col" {
                ("width", "%")
            } else {
                ("colspan", "")
            };
            let value = [&part.number.to_string(), unit].concat();
            // Fails only for a name that no attribute can have.
            element.set_attribute(name, &value).ok();
        }
        if let Some(parent) = path.last() {
            // Fails only where an element would stand in itself.
            parent.append_child(&element).ok();
        }
        path.push(element);
    }
}
