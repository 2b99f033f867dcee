//! Strengths, weaknesses and the authority's comment (Mẫu số 01, II.4 to II.6).

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::scoring::period;
use crate::app::workflow::score::{self, Remark};
use crate::i18n::scoring::SheetMessage;
use crate::ui::components::{Button, Panel, TextArea};

use super::sheet::Sheet;

const REMARKS: [Remark; 3] = [Remark::Strengths, Remark::Weaknesses, Remark::Comment];

pub(super) fn panel(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let texts = REMARKS.map(|_| RwSignal::new(String::new()));
    let recorded = sheet.part(|view| view.remarks.clone());
    // What is recorded comes back into the form when it changes, by whatever way.
    Effect::new(move |_| {
        for (text, recorded) in texts.into_iter().zip(recorded.get()) {
            text.set(recorded);
        }
    });
    let save = move |()| {
        let typed = texts.map(|text| text.get_untracked());
        let remarks: Vec<(Remark, &str)> = REMARKS
            .into_iter()
            .zip(typed.iter().map(String::as_str))
            .collect();
        let drafted =
            app.peek(|model| score::remark(&model.book, sheet.official, period(model), &remarks));
        match drafted {
            Ok(operation) => app.act(operation),
            Err(error) => app.tell(Notice::NotTaken(error)),
        }
    };
    let fields = REMARKS.into_iter().zip(texts).map(|(remark, text)| {
        view! { <TextArea label=app.t(SheetMessage::from(remark)) bind=text rows=2 /> }
    });
    let fields = fields.collect_view();
    view! {
        <Panel title=app.t(SheetMessage::Remarks)>
            <div class="form">
                {fields}
                <div class="row">
                    <Button label=app.t(SheetMessage::SaveRemarks) disabled=sheet.locked on_press=save />
                </div>
            </div>
        </Panel>
    }
    .into_any()
}
