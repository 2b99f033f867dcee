//! Who meets a documented condition: facts for whoever decides on personnel.

use leptos::prelude::*;

use crate::app::view::conduct::{ConductSpan, ConductView, PersonRow, Whose, evidence_row};
use crate::i18n::Say as _;
use crate::i18n::conduct::ConductMessage;
use crate::i18n::reason::{GradeName, wording};
use crate::ui::components::{GradeBadge, Panel};
use crate::ui::why::grade_mark;
use crate::ui::{App, Route};

use super::evidence::record;

pub(super) fn panel(app: App, shown: &ConductView) -> AnyView {
    let title = app.t(ConductMessage::Personnel);
    let aside = app.t(ConductMessage::PersonnelAside);
    if shown.personnel.is_empty() {
        let none = app.t(ConductMessage::PersonnelNone);
        return view! { <Panel title=title aside=aside><p class="muted">{none}</p></Panel> }
            .into_any();
    }
    let rows = shown.personnel.iter().map(|row| person(app, shown, row));
    let rows = rows.collect_view();
    view! { <Panel title=title aside=aside><ul class="conduct__people">{rows}</ul></Panel> }
        .into_any()
}

fn person(app: App, shown: &ConductView, row: &PersonRow) -> AnyView {
    let locale = app.locale.get_untracked();
    let to = shown.span.to.unwrap_or(shown.span.from);
    let days = ConductSpan::Days(shown.span.from, to).word();
    let whose = Whose::Official(row.official).word();
    let href = Route::Conduct(Some(whose), Some(days)).href();
    let met = row.met.iter().map(|(met, source)| {
        let name = wording(&source.name, locale).to_owned();
        let times = app.t(ConductMessage::Times {
            count: met.count,
            least: met.condition.at_least,
        });
        let grade = GradeName::from(source.grade).say(locale);
        let records = app.peek(|model| {
            let all = met.evidence.iter();
            all.map(|one| evidence_row(&model.book, one))
                .collect::<Vec<_>>()
        });
        let records = StoredValue::new(records);
        let open = RwSignal::new(false);
        let list = move || {
            open.get().then(|| {
                let rows = records.get_value().into_iter();
                let rows = rows.map(|row| record(app, row)).collect_view();
                view! { <ul class="conduct__records">{rows}</ul> }
            })
        };
        view! {
            <details class="conduct__condition" on:toggle=move |_| open.set(true)>
                <summary>{name}": "{times}" "<GradeBadge mark=grade_mark(source.grade) label=grade /></summary>
                {list}
            </details>
        }
    });
    let met = met.collect_view();
    view! {
        <li class="conduct__person">
            <h3 class="conduct__title"><a href=href>{row.name.clone()}</a></h3>
            <div>{met}</div>
        </li>
    }
    .into_any()
}
