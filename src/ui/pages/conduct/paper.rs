//! The report as a page to print: drawn by the worker from what its Word file is drawn from.

use leptos::prelude::*;

use crate::app::job::{ConductForm, PagePart};
use crate::i18n::conduct::ConductMessage;
use crate::i18n::shell::ShellMessage;
use crate::i18n::start::FormsMessage;
use crate::ui::components::{Button, ButtonLink, ButtonLook, Checkbox, Glyph, PageHead};
use crate::ui::pages::forms::paper::{draw, sheets};
use crate::ui::{Route, use_app};

use super::exports::product;

/// The report of somebody over some days.
#[component]
pub fn ConductPaperPage(whose: String, days: String) -> impl IntoView {
    let app = use_app();
    let ask = super::asked(app, Some(&whose), Some(&days));
    let hidden = RwSignal::new(false);
    let parts = RwSignal::new(None::<Vec<PagePart>>);
    draw(app, product(ask, ConductForm::Pages), None, hidden, parts);
    let back = Route::Conduct(Some(ask.whose.word()), Some(ask.span.word())).href();
    view! {
        <div class="page forms">
            <div class="forms__bar no-print">
                <PageHead title=app.t(ConductMessage::PaperTitle)>
                    <ButtonLink label=app.t(ConductMessage::Back) href=back />
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
