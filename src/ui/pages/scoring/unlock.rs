//! Unlocking confirmed periods; a reason is needed.

use leptos::prelude::*;

use crate::app::Notice;
use crate::app::view::scoring::{locked, period};
use crate::app::workflow::confirm::unlock;
use crate::app::workflow::entry::EntryError;
use crate::domain::OfficialId;
use crate::i18n::format;
use crate::i18n::scoring::ConfirmMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, Choice, Dialog, Select, TextInput};

use super::{Open, id_of};

pub(super) fn dialog(app: App, open: RwSignal<Open>, people: Signal<Vec<OfficialId>>) -> AnyView {
    let when = app.peek(period);
    let close = move || open.set(Open::None);
    let confirmed = app.view(move |model| locked(model, when, &people.get()));
    let who = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        let confirmed = confirmed.get();
        let count = format::count(confirmed.len(), app.locale.get());
        let all = Choice::new("", app.t(ConfirmMessage::Everybody { count }));
        let each = confirmed
            .into_iter()
            .map(|(id, name)| Choice::new(id.0.to_string(), name));
        std::iter::once(all).chain(each).collect::<Vec<_>>()
    });
    let save = move |()| {
        let chosen = match id_of(&who.get_untracked()) {
            Some(one) => vec![one],
            None => confirmed.with_untracked(|all| all.iter().map(|(id, _)| *id).collect()),
        };
        let drafted = app.peek(|model| {
            let text = reason.get_untracked();
            unlock(&model.book, when, &chosen, &text, model.now.today)
        });
        match drafted {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(problem @ EntryError::Required) => error.set(Some(app.t(problem))),
            Err(problem) => app.tell(Notice::NotTaken(problem)),
        }
    };
    let title = app.t(ConfirmMessage::UnlockTitle {
        period: format::period(when, app.locale.get()),
    });
    view! {
        <Dialog
            open=Signal::derive(|| true)
            title=title
            close_label=app.t(ShellMessage::Close)
            on_close=move |()| close()
            actions=move || view! {
                <Button label=app.t(ShellMessage::Cancel) on_press=move |()| close() />
                <Button look=ButtonLook::Primary label=app.t(ConfirmMessage::Unlock) on_press=save />
            }
        >
            <div class="form">
                <p>{app.t(ConfirmMessage::UnlockText)}</p>
                <Select label=app.t(ConfirmMessage::UnlockWho) options=options bind=who />
                <TextInput label=app.t(ConfirmMessage::Reason) bind=reason error=Signal::derive(move || error.get()) required=true />
            </div>
        </Dialog>
    }
    .into_any()
}
