//! Choosing another reading: first who would change, then the ground, then one operation.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::view::readings::{
    ChangedCap, ChangedOfficial, PreviewRun, PreviewStep, ReadingPreview,
};
use crate::app::workflow::entry::EntryError;
use crate::app::workflow::reading::{ChoiceField, NewChoice, choose, first_day, slabs_key};
use crate::domain::{Classification, Decimal, Exact};
use crate::i18n::reason::ClassWord;
use crate::i18n::rules::ReadingsMessage as M;
use crate::i18n::{Say as _, format};
use crate::ui::components::{
    DialogShape, InputKind, Note, NoteKind, Progress, Table, TableCell, TableColumn, Tone,
};
use crate::ui::{App, Route};

use super::form::{Fields, FormDialog, Shown};

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
/// More people than this are counted, not listed.
const MOST: usize = 500;
/// Printed decimals of points.
const DECIMALS: u32 = 2;

#[derive(Clone, Copy)]
struct State {
    app: App,
    trial: StoredValue<Trial>,
    fields: Fields,
    /// The preview, or how many percent of it is done.
    shown: RwSignal<Result<ReadingPreview, u8>>,
    /// Which computation counts: a new one makes the former stop.
    turn: StoredValue<u32>,
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
        shown: RwSignal::new(Err(0)),
        turn: StoredValue::new(0),
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
        ready: Signal::derive(move || state.shown.with(Result::is_ok)),
        on_save: Callback::new(apply),
        on_close: Callback::new(move |()| close()),
        more: ViewFn::default(),
        content: ViewFn::from(move || content(state)),
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

    /// Computes the preview anew, in steps between which the page stays alive.
    fn begin(self) {
        self.shown.set(Err(0));
        self.turn.update_value(|turn| *turn += 1);
        let run = self.typed().and_then(|new| {
            let run = self.app.peek(|model| PreviewRun::begin(model, &new));
            run.map_err(|error| vec![error])
        });
        match run {
            Ok(run) => {
                self.refuse(Vec::new());
                self.go_on(self.turn.get_value(), run);
            }
            Err(errors) => self.refuse(errors),
        }
    }

    fn go_on(self, turn: u32, mut run: PreviewRun) {
        let step = move || {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match self.app.peek(|model| run.step(model)) {
                PreviewStep::Working(percent) => {
                    self.shown.set(Err(percent));
                    self.go_on(turn, run);
                }
                PreviewStep::Ready(preview) => self.shown.set(Ok(preview)),
                PreviewStep::Stale => self.begin(),
            }
        };
        set_timeout(step, Duration::ZERO);
    }
}

fn content(state: State) -> AnyView {
    let app = state.app;
    let again = Callback::new(move |_: String| state.begin());
    let words = state.trial.with_value(|trial| {
        app.t(M::FromTo {
            from: trial.before.clone(),
            to: trial.after.clone(),
        })
    });
    let result = move || {
        state.shown.with(|shown| match shown {
            Ok(preview) => told(app, preview, state),
            Err(percent) => {
                let percent = *percent;
                view! { <Progress label=app.t(M::Working) percent=percent /> }.into_any()
            }
        })
    };
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
            {slabs(state, again)}
            <div class="form form--columns">{plain.collect_view()}</div>
            <div class="rules__result" aria-live="polite">{result}</div>
        </div>
    }
    .into_any()
}

fn slabs(state: State, again: Callback<String>) -> Option<AnyView> {
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

fn told(app: App, preview: &ReadingPreview, state: State) -> AnyView {
    let locale = app.locale.get_untracked();
    let people = preview.people.len();
    let summary = if people > 0 {
        M::Changed {
            people: format::count(people, locale),
            classes: format::count(preview.classes, locale),
        }
    } else {
        M::Nobody
    };
    let kind = if people > 0 {
        NoteKind::Warning
    } else {
        NoteKind::Success
    };
    let print_only = people == 0
        && preview.caps.is_empty()
        && state
            .trial
            .with_value(|trial| ["R10", "R11"].contains(&trial.reading.as_str()));
    let print_only = print_only.then(|| view! { <p>{app.t(M::PrintOnly)}</p> });
    let confirmed = (preview.confirmed > 0).then(|| {
        let count = format::count(preview.confirmed, locale);
        view! { <p>{app.t(M::Confirmed { count })}</p> }
    });
    let more = people
        .checked_sub(MOST)
        .filter(|more| *more > 0)
        .map(|more| {
            let count = format::count(more, locale);
            view! { <p class="muted">{app.t(M::More { count })}</p> }
        });
    view! {
        <Note kind=kind title=app.t(summary)>{print_only}{confirmed}</Note>
        {(people > 0).then(|| table(app, &preview.people))}
        {more}
        {(!preview.caps.is_empty()).then(|| caps(app, &preview.caps))}
    }
    .into_any()
}

fn table(app: App, people: &[ChangedOfficial]) -> AnyView {
    let locale = app.locale.get_untracked();
    let year = app.peek(|model| model.month().year());
    let columns = vec![
        TableColumn::text(app.t(M::Name)),
        TableColumn::text(app.t(M::Class)),
        TableColumn::number(app.t(M::Mean)),
        TableColumn::number(app.t(M::Period)),
        TableColumn::number(app.t(M::Periods)),
    ];
    let rows: Vec<Vec<TableCell>> = people
        .iter()
        .take(MOST)
        .map(|one| {
            let name = if one.year == year {
                one.name.clone()
            } else {
                app.t(M::NameInYear {
                    name: one.name.clone(),
                    year: one.year,
                })
            };
            let points = |before: &Option<Exact>, after: &Option<Exact>| {
                let said = |value: &Option<Exact>| {
                    let value = value.as_ref();
                    value.map_or_else(|| "—".to_owned(), |v| format::points(v, DECIMALS, locale))
                };
                change(app, said(before), said(after))
            };
            let said = |class: Classification| ClassWord::from(class).say(locale);
            let (before, after) = one.class;
            let mut class = TableCell::from(change(app, said(before), said(after)));
            if before != after {
                class.tone = Tone::Fair;
                class.strong = true;
            }
            let mut first = TableCell::from(name);
            first.href = Some(Route::Official(one.official).href());
            let period = one.period.as_ref().map(|(period, before, after)| {
                app.t(M::InPeriod {
                    period: format::period(*period, locale),
                    points: points(before, after),
                })
            });
            let period = period.unwrap_or_default();
            let mean = points(&one.mean.0, &one.mean.1);
            let periods = one.periods.to_string();
            let rest = [mean, period, periods].map(TableCell::from);
            [first, class].into_iter().chain(rest).collect()
        })
        .collect();
    view! { <Table caption=app.t(M::Table) columns=columns rows=rows /> }.into_any()
}

/// `before → after`, or the one value that stays.
fn change(app: App, before: String, after: String) -> String {
    if before == after {
        before
    } else {
        app.t(M::Change { before, after })
    }
}

fn caps(app: App, caps: &[ChangedCap]) -> AnyView {
    let columns = vec![
        TableColumn::text(app.t(M::CapScope)),
        TableColumn::number(app.t(M::CapAllowed)),
        TableColumn::number(app.t(M::CapStanding)),
    ];
    let rows: Vec<Vec<TableCell>> = caps
        .iter()
        .map(|cap| {
            let scope = cap.group.clone();
            let (before, after) = cap.allowed;
            let allowed = change(app, before.to_string(), after.to_string());
            let scope = scope.unwrap_or_else(|| app.t(M::CapOrganisation));
            [scope, allowed, cap.standing.to_string()]
                .map(TableCell::from)
                .to_vec()
        })
        .collect();
    view! { <Table caption=app.t(M::CapTable) caption_shown=true columns=columns rows=rows /> }
        .into_any()
}
