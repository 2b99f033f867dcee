//! Asks for the passphrase of locked data, or for the recovery code.

use std::time::Duration;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::workflow::restore::Passphrase;
use crate::app::{Door, Event, LockAnswer, LockAsk, LockRefusal, Moment, RecoveryCode, Secret};
use crate::i18n::Locale;
use crate::i18n::data::DataMessage;
use crate::i18n::lock::LockMessage;
use crate::i18n::start::StartMessage;
use crate::ui::components::{Button, ButtonLook, Glyph, Icon, InputKind, Note, TextInput};
use crate::ui::{App, use_app};

/// What stands in the field, and what is said about it.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    workspace: StoredValue<String>,
    typed: RwSignal<String>,
    by_code: RwSignal<bool>,
    /// What was typed cannot be a code.
    no_code: RwSignal<bool>,
    /// Seconds until the next try.
    left: RwSignal<i64>,
}

impl Asked {
    fn secret(self) -> Option<Secret> {
        let typed = self.typed.get_untracked();
        if self.by_code.get_untracked() {
            RecoveryCode::typed(&typed).map(Secret::Code)
        } else {
            (!typed.is_empty()).then(|| Secret::Passphrase(Passphrase::typed(&typed)))
        }
    }

    fn unlock(self) {
        let busy = self.app.peek(|model| model.lock.busy);
        if busy || self.left.get_untracked() > 0 {
            return;
        }
        let secret = self.secret();
        self.no_code
            .set(secret.is_none() && self.by_code.get_untracked());
        let Some(secret) = secret else { return };
        self.typed.set(String::new());
        let workspace = self.workspace.get_value();
        let ask = LockAsk::Unlock { workspace, secret };
        self.app.dispatch(Event::LockAsked(ask));
    }

    fn change_way(self) {
        self.typed.set(String::new());
        self.no_code.set(false);
        self.by_code.update(|by_code| *by_code = !*by_code);
        self.app.dispatch(Event::LockSeen);
    }

    /// What is wrong, if anything: said once, in the live region under the field.
    fn fault(self, last: Option<LockAnswer>) -> Option<String> {
        let app = self.app;
        if self.no_code.get() {
            return Some(app.t(LockMessage::NotACode));
        }
        let now = app.now().moment.0;
        let wait = |until: Moment| app.t(LockMessage::wait((until.0 - now).max(0)));
        match last? {
            LockAnswer::Refused(LockRefusal::Wrong { until }) => {
                let wrong = if self.by_code.get() {
                    LockMessage::WrongCode
                } else {
                    LockMessage::WrongPassphrase
                };
                let parts = [Some(app.t(wrong)), until.map(wait)];
                Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
            LockAnswer::Refused(LockRefusal::TooSoon { until }) => Some(wait(until)),
            LockAnswer::Refused(refusal) => Some(app.t(refusal)),
            LockAnswer::Waits { until, .. } => until.map(wait),
            LockAnswer::On(_) | LockAnswer::Off | LockAnswer::Changed => None,
        }
    }
}

/// When the next try is allowed.
fn wait_of(last: Option<&LockAnswer>) -> Option<Moment> {
    match last? {
        LockAnswer::Waits { until, .. } | LockAnswer::Refused(LockRefusal::Wrong { until }) => {
            *until
        }
        LockAnswer::Refused(LockRefusal::TooSoon { until }) => Some(*until),
        _ => None,
    }
}

/// The page in place of all others while the data are locked.
#[component]
pub fn Unlock(workspace: String) -> impl IntoView {
    let app = use_app();
    let asked = Asked {
        app,
        workspace: StoredValue::new(workspace),
        typed: RwSignal::new(String::new()),
        by_code: RwSignal::new(false),
        no_code: RwSignal::new(false),
        left: RwSignal::new(0),
    };
    count_down(asked);
    Effect::new(move |_| {
        asked.by_code.track();
        focus_field();
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        asked.unlock();
    };
    let busy = app.view(|model| model.lock.busy);
    let waits = Signal::derive(move || asked.left.get() > 0);
    view! {
        <main class="problem unlock">
            <h1 class="problem__title unlock__title"><Icon glyph=Glyph::Lock size=28 />" "{app.t(LockMessage::UnlockTitle)}</h1>
            <p>{app.t(LockMessage::UnlockText)}</p>
            <form class="unlock__form" on:submit=submit>
                {move || field(asked)}
                <div class="problem__actions">
                    <Button submit=true look=ButtonLook::Primary icon=Glyph::Unlock label=app.t(LockMessage::Unlock) busy=busy disabled=waits />
                    {move || way(asked)}
                </div>
                <p role="status" class="unlock__state">{move || busy.get().then(|| app.t(LockMessage::Unlocking))}</p>
                <p class="unlock__state" aria-hidden="true">
                    {move || waits.get().then(|| app.t(LockMessage::LeftSeconds { count: asked.left.get() }))}
                </p>
            </form>
            <Note title=app.t(LockMessage::ForgottenTitle)>
                <p>{app.t(LockMessage::ForgottenText)}</p>
                {other_doors(app)}
            </Note>
            {language(app)}
        </main>
    }
}

/// The secret is what one comes here to type.
fn focus_field() {
    request_animation_frame(|| {
        let field = document().query_selector(".unlock__form input");
        let field = field.ok().flatten();
        if let Some(field) = field.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A field that cannot take the focus leaves it where the browser put it.
            field.focus().ok();
        }
    });
}

/// The field of the way chosen, made anew when the way changes.
fn field(asked: Asked) -> AnyView {
    let app = asked.app;
    let last = app.view(|model| model.lock.last.clone());
    let error = Signal::derive(move || asked.fault(last.get()));
    if asked.by_code.get() {
        let (label, hint) = (app.t(LockMessage::Code), app.t(LockMessage::CodeHint));
        view! { <TextInput label=label hint=hint error=error bind=asked.typed autofocus=true /> }
            .into_any()
    } else {
        let label = app.t(LockMessage::Passphrase);
        view! { <TextInput kind=InputKind::Password label=label error=error bind=asked.typed autofocus=true /> }
            .into_any()
    }
}

fn way(asked: Asked) -> AnyView {
    let label = if asked.by_code.get() {
        LockMessage::UsePassphrase
    } else {
        LockMessage::UseCode
    };
    let label = asked.app.t(label);
    view! { <Button look=ButtonLook::Quiet icon=Glyph::Key label=label on_press=move |()| asked.change_way() /> }
        .into_any()
}

fn other_doors(app: App) -> AnyView {
    view! {
        <div class="problem__actions">
            <Button icon=Glyph::History label=app.t(StartMessage::BackupTitle) on_press=move |()| app.dispatch(Event::DoorChosen(Door::Backup)) />
            <Button icon=Glyph::Eye label=app.t(DataMessage::TrySample) on_press=move |()| app.dispatch(Event::DoorChosen(Door::Sample)) />
        </div>
    }
    .into_any()
}

fn language(app: App) -> AnyView {
    let other = match app.locale.get_untracked() {
        Locale::Vi => Locale::En,
        Locale::En => Locale::Vi,
    };
    let prefer = move |()| {
        app.dispatch(Event::Preferred {
            name: "language".to_owned(),
            value: other.tag().to_owned(),
        });
    };
    view! { <Button look=ButtonLook::Quiet icon=Glyph::Globe label=other.own_name() on_press=prefer /> }
        .into_any()
}

/// Keeps the seconds that are left, as the clock says and not as ticks were counted.
fn count_down(asked: Asked) {
    let until = asked.app.view(|model| wait_of(model.lock.last.as_ref()));
    let look = move || {
        // A last tick may come when the page has gone.
        let (Some(until), Some(shown)) =
            (until.try_get_untracked(), asked.left.try_get_untracked())
        else {
            return;
        };
        let left = until.map_or(0, |until| until.0) - asked.app.now().moment.0;
        let seconds = if left > 0 { (left + 999) / 1_000 } else { 0 };
        if shown != seconds {
            asked.left.set(seconds);
        }
    };
    Effect::new(move |_| {
        until.track();
        look();
    });
    if let Ok(ticks) = set_interval_with_handle(look, Duration::from_millis(500)) {
        on_cleanup(move || ticks.clear());
    }
}
