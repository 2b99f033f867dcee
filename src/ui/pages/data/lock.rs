//! The lock of the data: switched on and off, its passphrase, its recovery kit.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::workflow::passphrase::{differ, settled, strength};
use crate::app::workflow::restore::Passphrase;
use crate::app::{
    Event, IDLE, IDLE_CHOICES, LockAnswer, LockAsk, LockRefusal, RecoveryCode, Secret, idle_minutes,
};
use crate::i18n::backup::PassphraseMessage;
use crate::i18n::format;
use crate::i18n::lock::LockMessage;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Choice, Facts, Glyph, InputKind, Note, NoteKind, Panel, Select, TextInput,
};

/// The forms of the panel; what was answered is said in the one that asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    On,
    Change,
    NewCode,
    Off,
}

#[derive(Clone, Copy)]
struct Locking {
    app: App,
    asked: RwSignal<Option<Form>>,
    /// A forgotten passphrase is changed by the recovery code.
    by_code: RwSignal<bool>,
    /// What was typed cannot be a code.
    no_code: RwSignal<bool>,
}

impl Locking {
    fn ask(self, form: Form, ask: LockAsk) {
        self.asked.set(Some(form));
        self.app.dispatch(Event::LockAsked(ask));
    }

    /// What went wrong with this form.
    fn fault(self, form: Form) -> Signal<Option<String>> {
        let app = self.app;
        let refusal = app.view(|model| model.lock.refusal().cloned());
        Signal::derive(move || {
            let by_code = form == Form::Change && self.by_code.get();
            if by_code && self.no_code.get() {
                return Some(app.t(LockMessage::NotACode));
            }
            let refusal = refusal.get().filter(|_| self.asked.get() == Some(form))?;
            let now = app.now().moment.0;
            Some(match refusal {
                LockRefusal::Wrong { until: Some(until) } | LockRefusal::TooSoon { until } => {
                    app.t(LockMessage::wait((until.0 - now).max(0)))
                }
                LockRefusal::Wrong { .. } if by_code => app.t(LockMessage::WrongCode),
                refusal => app.t(refusal),
            })
        })
    }

    /// What proves that a passphrase may be changed.
    fn secret(self, typed: &str) -> Option<Secret> {
        if self.by_code.get_untracked() {
            RecoveryCode::typed(typed).map(Secret::Code)
        } else {
            Some(Secret::Passphrase(Passphrase::typed(typed)))
        }
    }

    fn change(self, typed: &str, to: Passphrase) -> bool {
        let secret = self.secret(typed);
        self.no_code.set(secret.is_none());
        let Some(secret) = secret else { return false };
        self.ask(Form::Change, LockAsk::Change { secret, to });
        true
    }

    fn change_way(self) {
        self.no_code.set(false);
        self.by_code.update(|by_code| *by_code = !*by_code);
        self.app.dispatch(Event::LockSeen);
    }

    fn busy(self, form: Form) -> Signal<bool> {
        let busy = self.app.view(|model| model.lock.busy);
        Signal::derive(move || busy.get() && self.asked.get() == Some(form))
    }
}

/// The panel on the state of the data.
pub(super) fn panel(app: App) -> AnyView {
    let locking = Locking {
        app,
        asked: RwSignal::new(None),
        by_code: RwSignal::new(false),
        no_code: RwSignal::new(false),
    };
    let on = app.view(|model| model.lock.on);
    let code = app.view(|model| model.lock.code().cloned());
    let content = move || match code.get() {
        Some(code) => kit(app, &code),
        None if on.get() => switched_on(locking),
        None => switched_off(locking),
    };
    view! {
        <Panel title=app.t(LockMessage::Title)>
            <div class="data__stack" id="khoa">{content}{said(locking)}</div>
        </Panel>
    }
    .into_any()
}

/// What the lock answered, for who looks and who listens.
fn said(locking: Locking) -> AnyView {
    let app = locking.app;
    let last = app.view(|model| model.lock.last.clone());
    let busy = app.view(|model| model.lock.busy);
    let text = move || match last.get() {
        _ if busy.get() => Some(app.t(LockMessage::Working)),
        Some(LockAnswer::Off) => Some(app.t(LockMessage::Off)),
        Some(LockAnswer::Changed) => Some(app.t(LockMessage::Changed)),
        _ => None,
    };
    view! { <p class="data__text lock__said" role="status">{text}</p> }.into_any()
}

fn switched_off(locking: Locking) -> AnyView {
    let app = locking.app;
    let make = move |_: &str, passphrase| {
        locking.ask(Form::On, LockAsk::SwitchOn(passphrase));
        true
    };
    view! {
        <p class="data__text">{app.t(LockMessage::WhatText)}</p>
        <p class="data__text lock__limits">{app.t(LockMessage::LimitsText)}</p>
        <Note kind=NoteKind::Warning title=app.t(LockMessage::LostTitle)>{app.t(LockMessage::LostText)}</Note>
        {typed_twice(locking, Form::On, LockMessage::SwitchOn, make)}
    }
    .into_any()
}

fn switched_on(locking: Locking) -> AnyView {
    let app = locking.app;
    view! {
        <p class="data__text">{app.t(LockMessage::OnText)}</p>
        <div class="lock__row">
            {idle(app)}
            <Button look=ButtonLook::Primary icon=Glyph::Lock label=app.t(LockMessage::LockNow) keys="Ctrl Shift L" on_press=move |()| lock_now(app) />
        </div>
        <details class="lock__more">
            <summary>{app.t(LockMessage::ChangeTitle)}</summary>
            {move || change(locking)}
        </details>
        <details class="lock__more">
            <summary>{app.t(LockMessage::NewCodeTitle)}</summary>
            <p class="data__text">{app.t(LockMessage::NewCodeText)}</p>
            {typed_once(locking, Form::NewCode, LockMessage::NewCode, LockAsk::NewCode)}
        </details>
        <details class="lock__more">
            <summary>{app.t(LockMessage::OffTitle)}</summary>
            <p class="data__text">{app.t(LockMessage::OffText)}</p>
            {typed_once(locking, Form::Off, LockMessage::SwitchOff, LockAsk::SwitchOff)}
        </details>
    }
    .into_any()
}

/// The form is made anew when another way is chosen.
fn change(locking: Locking) -> AnyView {
    let label = if locking.by_code.get() {
        LockMessage::UsePassphrase
    } else {
        LockMessage::UseCode
    };
    let label = locking.app.t(label);
    let done = move |typed: &str, to| locking.change(typed, to);
    view! {
        {typed_twice(locking, Form::Change, LockMessage::Change, done)}
        <Button look=ButtonLook::Quiet icon=Glyph::Key label=label on_press=move |()| locking.change_way() />
    }
    .into_any()
}

fn lock_now(app: App) {
    app.dispatch(Event::LockAsked(LockAsk::LockNow));
}

fn idle(app: App) -> AnyView {
    let options: Vec<_> = IDLE_CHOICES
        .into_iter()
        .map(|count| {
            let label = match count {
                0 => LockMessage::IdleNever,
                count => LockMessage::IdleMinutes { count },
            };
            Choice::new(count.to_string(), app.t(label))
        })
        .collect();
    let chosen = app.view(|model| {
        let minutes = idle_minutes(model.preferences.get(IDLE).map(String::as_str));
        minutes.unwrap_or(0).to_string()
    });
    let choose = move |value: String| {
        let name = IDLE.to_owned();
        app.dispatch(Event::Preferred { name, value });
    };
    let (label, hint) = (app.t(LockMessage::Idle), app.t(LockMessage::IdleHint));
    view! { <Select label=label hint=hint options=options value=chosen on_change=choose /> }
        .into_any()
}

/// A new passphrase, twice, after what proves that it may be set where there is one already.
/// `done` says whether it takes what was typed.
fn typed_twice(
    locking: Locking,
    form: Form,
    verb: LockMessage,
    done: impl Fn(&str, Passphrase) -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let app = locking.app;
    let [now, first, second] = [(); 3].map(|()| RwSignal::new(String::new()));
    let asks_now = form == Form::Change;
    let fault = locking.fault(form);
    let hint = move || first.with(|typed| (!typed.is_empty()).then(|| app.t(strength(typed))));
    let unlike = move || {
        let differ = first.with(|first| second.with(|second| differ(first, second)));
        differ.then(|| app.t(PassphraseMessage::Different))
    };
    let settled = move || first.with(|first| second.with(|second| settled(first, second)));
    let ready =
        Memo::new(move |_| settled().is_some() && !(asks_now && now.with(String::is_empty)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let to = untrack(settled).filter(|_| ready.get_untracked());
        if to.is_some_and(|to| done(&now.get_untracked(), to)) {
            for field in [now, first, second] {
                field.set(String::new());
            }
        }
    };
    let (new, again) = (LockMessage::NewPassphrase, LockMessage::NewPassphraseAgain);
    view! {
        <form class="lock__form" on:submit=submit>
            {asks_now.then(|| present(locking, now, fault))}
            <TextInput kind=InputKind::Password label=app.t(new) bind=first hint=Signal::derive(hint) />
            <TextInput kind=InputKind::Password label=app.t(again) bind=second error=Signal::derive(unlike) />
            {(!asks_now).then(|| refused(fault))}
            {button(locking, form, verb, ready.into())}
        </form>
    }
    .into_any()
}

/// The present passphrase, for what it alone allows.
fn typed_once(
    locking: Locking,
    form: Form,
    verb: LockMessage,
    done: impl Fn(Passphrase) -> LockAsk + Copy + Send + Sync + 'static,
) -> AnyView {
    let app = locking.app;
    let now = RwSignal::new(String::new());
    let ready = Signal::derive(move || !now.with(String::is_empty));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if ready.get_untracked() {
            let passphrase = Passphrase::typed(&now.get_untracked());
            now.set(String::new());
            locking.ask(form, done(passphrase));
        }
    };
    view! {
        <form class="lock__form" on:submit=submit>
            {password(app.t(LockMessage::CurrentPassphrase), now, locking.fault(form))}
            {button(locking, form, verb, ready)}
        </form>
    }
    .into_any()
}

/// What opens the lock now: the passphrase, or the code of the kit.
fn present(locking: Locking, bind: RwSignal<String>, error: Signal<Option<String>>) -> AnyView {
    let app = locking.app;
    if locking.by_code.get_untracked() {
        let (label, hint) = (app.t(LockMessage::Code), app.t(LockMessage::CodeHint));
        view! { <TextInput label=label hint=hint bind=bind error=error /> }.into_any()
    } else {
        password(app.t(LockMessage::CurrentPassphrase), bind, error)
    }
}

fn password(label: String, bind: RwSignal<String>, error: Signal<Option<String>>) -> AnyView {
    view! { <TextInput kind=InputKind::Password label=label bind=bind error=error /> }.into_any()
}

/// A refusal that is about no field.
fn refused(fault: Signal<Option<String>>) -> AnyView {
    (move || {
        fault
            .get()
            .map(|text| view! { <Note kind=NoteKind::Error title=text /> })
    })
    .into_any()
}

fn button(locking: Locking, form: Form, verb: LockMessage, ready: Signal<bool>) -> AnyView {
    let (label, busy) = (locking.app.t(verb), locking.busy(form));
    let look = match form {
        Form::On => ButtonLook::Primary,
        Form::Off => ButtonLook::Danger,
        Form::Change | Form::NewCode => ButtonLook::Plain,
    };
    view! {
        <div class="data__actions">
            <Button submit=true look=look label=label busy=busy disabled=Signal::derive(move || !ready.get()) />
        </div>
    }
    .into_any()
}

/// The recovery kit, on the screen this once and on paper for good.
fn kit(app: App, code: &RecoveryCode) -> AnyView {
    let agency = app.peek(|model| model.book.agency.name.clone());
    let named = (!agency.is_empty()).then(|| (app.t(LockMessage::KitAgency), agency));
    let made = (app.t(LockMessage::KitMade), format::day(app.now().today));
    let facts: Vec<_> = named.into_iter().chain([made]).collect();
    view! {
        <section class="lock-kit" aria-labelledby="lock-kit-title">
            <h3 class="lock-kit__title" id="lock-kit-title">{app.t(LockMessage::KitTitle)}</h3>
            <div class="no-print"><Note kind=NoteKind::Warning title=app.t(LockMessage::KitOnce) /></div>
            <Facts items=facts />
            <p class="data__text">{app.t(LockMessage::KitWhat)}</p>
            <p class="lock-kit__code" translate="no">{code.grouped()}</p>
            <p class="data__text">{app.t(LockMessage::KitKeep)}</p>
            <div class="data__actions no-print">
                <Button look=ButtonLook::Primary icon=Glyph::Print label=app.t(ShellMessage::Print) on_press=move |()| { window().print().ok(); } />
                <Button label=app.t(LockMessage::KitDone) on_press=move |()| app.dispatch(Event::LockSeen) />
            </div>
        </section>
    }
    .into_any()
}
