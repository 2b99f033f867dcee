//! The agency: what the forms print, and how scores are followed.

use leptos::prelude::*;

use crate::app::view::rules::agency;
use crate::app::workflow::settings::{NewAgency, save};
use crate::domain::{Agency, Tracking};
use crate::i18n::rules::AgencyMessage as M;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Choice, Note, NoteKind, Panel, Select};

use super::form::{Fields, Shown};

const QUARTERLY: &str = "quarterly";

pub(super) fn tab(app: App) -> AnyView {
    let held = app.view(agency);
    (move || form(app, held.get())).into_any()
}

fn form(app: App, held: Agency) -> AnyView {
    let before = held.tracking;
    let fields = Fields::new(vec![
        held.name,
        held.superior,
        held.place,
        held.signer_title,
    ]);
    let key = match before {
        Tracking::Monthly => "monthly",
        Tracking::Quarterly => QUARTERLY,
    };
    let chosen = RwSignal::new(key.to_owned());
    let tracking = move || {
        if chosen.with(|key| key == QUARTERLY) {
            Tracking::Quarterly
        } else {
            Tracking::Monthly
        }
    };
    let on_save = move |()| {
        let new = NewAgency {
            name: fields.text(0),
            superior: fields.text(1),
            place: fields.text(2),
            signer_title: fields.text(3),
            tracking: untrack(tracking),
        };
        match app.peek(|model| save(&model.book, &new)) {
            Ok(operation) => app.act(operation),
            Err(error) => fields.refuse([(0, app.t(error))]),
        }
    };
    let labels = [M::Name, M::Superior, M::Place, M::Signer];
    let inputs = labels.into_iter().enumerate().map(|(at, label)| {
        let shown = Shown {
            hint: (at == 3).then(|| app.t(M::SignerHint)),
            required: at == 0,
            ..Shown::text(app.t(label))
        };
        fields.input(at, shown)
    });
    let inputs = inputs.collect_view();
    let options = vec![
        Choice::new("monthly", app.t(M::Monthly)),
        Choice::new(QUARTERLY, app.t(M::Quarterly)),
    ];
    let warning = move || {
        (tracking() != before)
            .then(|| view! { <Note kind=NoteKind::Warning title=app.t(M::TrackingNote) /> })
    };
    view! {
        <div class="stack rules__agency">
            <Panel title=app.t(M::Printed)><div class="form form--columns">{inputs}</div></Panel>
            <Panel title=app.t(M::Followed)>
                <div class="form">
                    <Select label=app.t(M::Tracking) hint=app.t(M::TrackingHint) options=options bind=chosen />
                    {warning}
                </div>
            </Panel>
            <div class="row"><Button look=ButtonLook::Primary label=app.t(M::Save) on_press=on_save /></div>
        </div>
    }
    .into_any()
}
