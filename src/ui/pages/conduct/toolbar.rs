//! Whose scorecard, and which days.

use leptos::prelude::*;

use crate::app::view::conduct::{ConductSpan, Whose};
use crate::app::view::people::suggest_officials;
use crate::app::workflow::entry;
use crate::domain::{Month, OfficialId, Period};
use crate::i18n::conduct::ConductMessage;
use crate::i18n::format;
use crate::i18n::start::FormsMessage;
use crate::ui::components::{Button, Checkbox, Choice, Combobox, DateInput, Select, Suggestion};
use crate::ui::filter::{unit_choices, unit_of, unit_value};
use crate::ui::{App, Route};

use super::ConductState;

/// The choice of days that is none of the periods.
const OWN: &str = "own";
/// The choice of whose that is the person chosen beside it.
const PERSON: &str = "person";

pub(super) fn bar(state: ConductState) -> AnyView {
    let own = RwSignal::new(false);
    Effect::new(move |_| own.set(matches!(state.ask.get().span, ConductSpan::Days(..))));
    view! {
        <div class="conduct__bar no-print">
            {whose(state)}
            {when(state, own)}
            {move || own.get().then(|| own_days(state))}
            <Checkbox
                label=state.app.t(FormsMessage::HideNames)
                hint=state.app.t(FormsMessage::HideNamesHint)
                bind=state.hidden
            />
        </div>
    }
    .into_any()
}

fn go(state: ConductState, whose: Option<Whose>, span: Option<ConductSpan>) {
    let ask = state.ask.get_untracked();
    let whose = whose.unwrap_or(ask.whose).word();
    let span = span.unwrap_or(ask.span).word();
    state.app.go(&Route::Conduct(Some(whose), Some(span)));
}

fn whose(state: ConductState) -> AnyView {
    let app = state.app;
    let name = Memo::new(move |_| match state.ask.get().whose {
        Whose::Official(official) => {
            app.read(|model| model.book.official_name(official).to_owned())
        }
        Whose::Agency | Whose::Unit(_) => String::new(),
    });
    // A person stands in the list as well, so that the agency can be chosen again.
    let options = Signal::derive(move || {
        let mut options = app.read(|model| unit_choices(model, app.t(ConductMessage::Agency)));
        if matches!(state.ask.get().whose, Whose::Official(_)) {
            options.push(Choice::new(PERSON, name.get()));
        }
        options
    });
    let value = Signal::derive(move || match state.ask.get().whose {
        Whose::Agency => String::new(),
        Whose::Unit(unit) => unit_value(Some(unit)),
        Whose::Official(_) => PERSON.to_owned(),
    });
    let choose = move |value: String| {
        if value != PERSON {
            let whose = unit_of(&value).map_or(Whose::Agency, Whose::Unit);
            go(state, Some(whose), None);
        }
    };
    let text = RwSignal::new(String::new());
    Effect::new(move |_| text.set(name.get()));
    let take = move |value: String| {
        if let Ok(id) = value.parse() {
            go(state, Some(Whose::Official(OfficialId(id))), None);
        }
    };
    view! {
        <Select label=app.t(ConductMessage::Whose) options=options value=value on_change=choose />
        <Combobox
            label=app.t(ConductMessage::People)
            text=text
            suggestions=Signal::derive(move || suggestions(app, &text.get()))
            on_take=take
        />
    }
    .into_any()
}

fn suggestions(app: App, typed: &str) -> Vec<Suggestion> {
    app.read(|model| {
        let found = suggest_officials(model, typed).into_iter();
        found
            .map(|(id, suggested)| Suggestion {
                value: id.0.to_string(),
                label: suggested.name,
                detail: Some(suggested.detail),
            })
            .collect()
    })
}

/// The month looked at with the quarter and year around it, and the days shown now.
fn periods(app: App, shown: ConductSpan) -> Vec<Choice> {
    let locale = app.locale.get_untracked();
    let month: Month = app.read(crate::app::Model::month);
    let mut all = vec![
        Period::Month(month),
        Period::quarter_of(month),
        Period::Year(month.year()),
    ];
    if let ConductSpan::Period(period) = shown
        && !all.contains(&period)
    {
        all.push(period);
    }
    let choices = all.into_iter().map(|period| {
        let name = format::capitalised(&format::period(period, locale));
        Choice::new(period.to_string(), name)
    });
    choices
        .chain([Choice::new(OWN, app.t(ConductMessage::OwnDays))])
        .collect()
}

fn when(state: ConductState, own: RwSignal<bool>) -> AnyView {
    let app = state.app;
    let value = Signal::derive(move || match state.ask.get().span {
        ConductSpan::Period(period) if !own.get() => period.to_string(),
        _ => OWN.to_owned(),
    });
    let choose = move |value: String| match ConductSpan::parse(&value) {
        Some(span) => go(state, None, Some(span)),
        None => own.set(true),
    };
    view! {
        <Select
            label=app.t(ConductMessage::When)
            options=Signal::derive(move || periods(app, state.ask.get().span))
            value=value
            on_change=choose
        />
    }
    .into_any()
}

fn own_days(state: ConductState) -> AnyView {
    let app = state.app;
    let shown = state.ask.get_untracked().span.days();
    let from = RwSignal::new(format::day(shown.from));
    let to = RwSignal::new(format::day(shown.to.unwrap_or(shown.from)));
    let wrong = RwSignal::new(None::<String>);
    let show = move |()| {
        let year = app.peek(|model| model.month().year());
        let read = |text: RwSignal<String>| entry::day(&text.get_untracked(), year).ok().flatten();
        match read(from).zip(read(to)).filter(|(from, to)| from <= to) {
            Some((from, to)) => go(state, None, Some(ConductSpan::Days(from, to))),
            None => wrong.set(Some(app.t(ConductMessage::WrongDays))),
        }
    };
    view! {
        <DateInput label=app.t(ConductMessage::From) bind=from />
        <DateInput label=app.t(ConductMessage::To) bind=to error=Signal::derive(move || wrong.get()) />
        <Button label=app.t(ConductMessage::Show) on_press=show />
    }
    .into_any()
}
