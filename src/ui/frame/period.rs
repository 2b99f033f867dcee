//! The choice of the month looked at.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::view::frame::FrameView;
use crate::domain::Month;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Choice, Select};
use crate::ui::use_app;

/// A select with the months of the year looked at and its neighbours.
pub(super) fn picker(view: Memo<FrameView>) -> AnyView {
    let app = use_app();
    let options = Signal::derive(move || {
        let at = view.with(|view| view.month);
        let first = Month::new(at.year() - 1, 12).unwrap_or(at);
        let mut months = vec![first];
        months.extend(Month::all_of(at.year()));
        months.push(Month::new(at.year() + 1, 1).unwrap_or(at));
        let locale = app.locale.get();
        months
            .into_iter()
            .map(|month| {
                Choice::new(
                    month.to_string(),
                    format::capitalised(&format::month(month, locale)),
                )
            })
            .collect::<Vec<_>>()
    });
    view! {
        <Select
            label=app.t(ShellMessage::Period)
            label_hidden=true
            options=options
            value=Signal::derive(move || view.with(|view| view.month.to_string()))
            on_change=move |text: String| {
                if let Ok(crate::domain::Period::Month(month)) = crate::domain::Period::parse(&text) {
                    app.dispatch(Event::MonthChosen(month));
                }
            }
        />
    }
    .into_any()
}
