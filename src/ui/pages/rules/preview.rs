//! Choosing another reading: first who would change, then the ground, then one operation.

use leptos::prelude::*;

use crate::app::view::readings::impact_of;
use crate::app::workflow::entry::EntryError;
use crate::app::workflow::reading::{ChoiceField, NewChoice, choose, first_day, slabs_key};
use crate::domain::Decimal;
use crate::i18n::format;
use crate::i18n::rules::ReadingsMessage as M;
use crate::ui::App;
use crate::ui::components::{DialogShape, InputKind};

use super::form::{Fields, FormDialog, Shown};
use super::impact::Impact;

/// The option one tries out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trial {
    pub reading: String,
    pub option: String,
    /// The slabs to begin with, for the option of slabs.
    pub slabs: Vec<(Option<u32>, Decimal)>,
    /// The words of the answer in use, and of this one.
    pub before: String,
    pub after: String,
}

/// The fields by place; slabs follow.
const FROM: usize = 0;
const GROUND: usize = 1;
const ISSUER: usize = 2;
const PLAIN: usize = 3;
/// Slabs with an end that can be entered.
const SLABS: usize = 3;

#[derive(Clone, Copy)]
struct State {
    app: App,
    trial: StoredValue<Trial>,
    fields: Fields,
    impact: Impact,
}

pub(super) fn dialog(app: App, open: RwSignal<Option<Trial>>, trial: Trial) -> AnyView {
    let close = move || open.set(None);
    let locale = app.locale.get_untracked();
    let mut texts = vec![
        format::day(app.peek(first_day)),
        String::new(),
        String::new(),
    ];
    let (ends, rest): (Vec<_>, Vec<_>) = trial.slabs.iter().partition(|(days, _)| days.is_some());
    for at in 0..SLABS {
        let slab = ends.get(at);
        let days = slab.and_then(|(days, _)| *days);
        texts.push(days.map(|days| days.to_string()).unwrap_or_default());
        texts.push(
            slab.map(|(_, percent)| format::decimal(*percent, locale))
                .unwrap_or_default(),
        );
    }
    let rest = rest
        .first()
        .map(|(_, percent)| format::decimal(*percent, locale));
    texts.push(rest.unwrap_or_default());
    let title = app.t(M::DialogTitle {
        key: trial.reading.clone(),
    });
    let state = State {
        app,
        trial: StoredValue::new(trial),
        fields: Fields::new(texts),
        impact: Impact::new(app),
    };
    state.begin();
    let apply = move |()| {
        let drafted = state
            .typed()
            .and_then(|new| app.peek(|model| choose(model, &new)));
        match drafted {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(errors) => state.refuse(errors),
        }
    };
    FormDialog {
        title,
        shape: DialogShape::Wide,
        save: app.t(M::Apply),
        ready: Signal::derive(move || state.impact.is_ready()),
        on_save: Callback::new(apply),
        on_close: Callback::new(move |()| close()),
        more: ViewFn::default(),
        content: ViewFn::from(move || content(&state)),
    }
    .show(app)
}

type Refused = Vec<(ChoiceField, EntryError)>;

impl State {
    fn typed(self) -> Result<NewChoice, Refused> {
        let trial = self.trial.get_value();
        let option = if trial.slabs.is_empty() {
            trial.option
        } else {
            let mut rows: Vec<(String, String)> = (0..SLABS)
                .map(|at| {
                    (
                        self.fields.text(PLAIN + 2 * at),
                        self.fields.text(PLAIN + 2 * at + 1),
                    )
                })
                .collect();
            rows.push((String::new(), self.fields.text(PLAIN + 2 * SLABS)));
            slabs_key(&trial.option, &rows).map_err(|error| vec![(ChoiceField::Option, error)])?
        };
        Ok(NewChoice {
            reading: trial.reading,
            option,
            from: self.fields.text(FROM),
            ground: self.fields.text(GROUND),
            issuer: self.fields.text(ISSUER),
        })
    }

    fn refuse(self, errors: Refused) {
        self.fields.refuse(errors.into_iter().map(|(field, error)| {
            let at = match field {
                ChoiceField::From => FROM,
                ChoiceField::Ground => GROUND,
                ChoiceField::Option => PLAIN,
            };
            (at, self.app.t(error))
        }));
    }

    /// Computes the preview anew.
    fn begin(self) {
        self.impact.clear();
        let run = self.typed().and_then(|new| {
            let run = self.app.peek(|model| impact_of(model, &new));
            run.map_err(|error| vec![error])
        });
        match run {
            Ok(run) => {
                self.refuse(Vec::new());
                self.impact.run(run, Callback::new(move |()| self.begin()));
            }
            Err(errors) => self.refuse(errors),
        }
    }
}

fn content(state: &State) -> AnyView {
    let state = *state;
    let app = state.app;
    let again = Callback::new(move |_: String| state.begin());
    let words = state.trial.with_value(|trial| {
        app.t(M::FromTo {
            from: trial.before.clone(),
            to: trial.after.clone(),
        })
    });
    let print_only = state
        .trial
        .with_value(|trial| ["R10", "R11"].contains(&trial.reading.as_str()));
    let plain = [
        Shown {
            hint: Some(app.t(M::FromHint)),
            kind: InputKind::Date,
            required: true,
            on_commit: Some(again),
            ..Shown::text(app.t(M::From))
        },
        Shown {
            hint: Some(app.t(M::GroundHint)),
            required: true,
            ..Shown::text(app.t(M::Ground))
        },
        Shown::text(app.t(M::By)),
    ];
    let plain = plain.into_iter().enumerate();
    let plain = plain.map(|(at, shown)| state.fields.input(at, shown));
    view! {
        <div class="stack">
            <p>{words}</p>
            {slabs(&state, again)}
            <div class="form form--columns">{plain.collect_view()}</div>
            {state.impact.view(print_only)}
        </div>
    }
    .into_any()
}

fn slabs(state: &State, again: Callback<String>) -> Option<AnyView> {
    let state = *state;
    let app = state.app;
    let any = state.trial.with_value(|trial| !trial.slabs.is_empty());
    any.then(|| {
        let inputs = (0..=2 * SLABS).map(|at| {
            let number = at / 2 + 1;
            let label = match at {
                at if at == 2 * SLABS => M::SlabRest,
                at if at % 2 == 0 => M::Slab { number },
                _ => M::SlabPercent { number },
            };
            let shown = Shown {
                kind: InputKind::Number,
                on_commit: Some(again),
                ..Shown::text(app.t(label))
            };
            state.fields.input(PLAIN + at, shown)
        });
        view! { <div class="rules__pairs">{inputs.collect_view()}</div> }.into_any()
    })
}
