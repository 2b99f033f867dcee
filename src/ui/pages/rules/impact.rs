//! Who a change would touch, worked out in steps between which the page stays alive.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::view::conduct::{ConductSpan, Whose};
use crate::app::view::impact::{
    ChangedCap, ChangedOfficial, ChangedPoints, ImpactRun, ImpactStep, ImpactView,
};
use crate::domain::{Classification, Exact};
use crate::i18n::reason::ClassWord;
use crate::i18n::rules::ReadingsMessage as M;
use crate::i18n::{Say as _, format};
use crate::ui::components::{Note, NoteKind, Progress, Table, TableCell, TableColumn, Tone};
use crate::ui::{App, Route};

/// More people than this are counted, not listed.
const MOST: usize = 500;
/// Printed decimals of points.
const DECIMALS: u32 = 2;

/// A comparison on screen.
#[derive(Clone, Copy)]
pub(super) struct Impact {
    app: App,
    /// What was found, or how many percent of it is done.
    shown: RwSignal<Result<ImpactView, u8>>,
    /// Which computation counts: a new one makes the former stop.
    turn: StoredValue<u32>,
    /// Begins anew when the records have changed meanwhile.
    again: StoredValue<Option<Callback<()>>>,
}

impl Impact {
    pub(super) fn new(app: App) -> Self {
        Self {
            app,
            shown: RwSignal::new(Err(0)),
            turn: StoredValue::new(0),
            again: StoredValue::new(None),
        }
    }

    /// True when it is worked out.
    pub(super) fn is_ready(self) -> bool {
        self.shown.with(Result::is_ok)
    }

    /// Forgets what was found; a computation under way stops.
    pub(super) fn clear(self) {
        self.shown.set(Err(0));
        self.turn.update_value(|turn| *turn += 1);
    }

    /// Works out a comparison; `again` begins another one should the records change meanwhile.
    pub(super) fn run(self, run: ImpactRun, again: Callback<()>) {
        self.clear();
        self.again.set_value(Some(again));
        self.go_on(self.turn.get_value(), run);
    }

    fn go_on(self, turn: u32, mut run: ImpactRun) {
        let step = move || {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match self.app.peek(|model| run.step(model)) {
                ImpactStep::Working(percent) => {
                    self.shown.set(Err(percent));
                    self.go_on(turn, run);
                }
                ImpactStep::Ready(found) => self.shown.set(Ok(found)),
                ImpactStep::Stale => {
                    if let Some(again) = self.again.get_value() {
                        again.run(());
                    }
                }
            }
        };
        set_timeout(step, Duration::ZERO);
    }

    /// The comparison; `print_only` says that the change only shows in print.
    pub(super) fn view(self, print_only: bool) -> AnyView {
        let app = self.app;
        let result = move || {
            self.shown.with(|shown| match shown {
                Ok(found) => told(app, found, print_only),
                Err(percent) => {
                    let percent = *percent;
                    view! { <Progress label=app.t(M::Working) percent=percent /> }.into_any()
                }
            })
        };
        view! { <div class="rules__result" aria-live="polite">{result}</div> }.into_any()
    }
}

/// What the comparison found; `print_only` says so when nobody changes.
fn told(app: App, preview: &ImpactView, print_only: bool) -> AnyView {
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
    let kind = if people > 0 || !preview.points.is_empty() {
        NoteKind::Warning
    } else {
        NoteKind::Success
    };
    let nobody = people == 0 && preview.points.is_empty() && preview.caps.is_empty();
    let print_only = print_only && nobody;
    let print_only = print_only.then(|| view! { <p>{app.t(M::PrintOnly)}</p> });
    let in_points = points_line(app, preview);
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
        <Note kind=kind title=app.t(summary)><p>{in_points}</p>{print_only}{confirmed}</Note>
        {(people > 0).then(|| table(app, &preview.people))}
        {more}
        {(!preview.points.is_empty()).then(|| points(app, &preview.points))}
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

/// In one sentence who changes points of the directive's scorecard.
fn points_line(app: App, preview: &ImpactView) -> String {
    let locale = app.locale.get_untracked();
    let count = |of: fn(Whose) -> bool| {
        let found = preview.points.iter().filter(|one| of(one.whose)).count();
        format::count(found, locale)
    };
    let message = if preview.points.is_empty() {
        M::PointsNobody
    } else {
        M::PointsChanged {
            people: count(|whose| matches!(whose, Whose::Official(_))),
            units: count(|whose| matches!(whose, Whose::Unit(_))),
        }
    };
    app.t(message)
}

fn points(app: App, all: &[ChangedPoints]) -> AnyView {
    let locale = app.locale.get_untracked();
    let columns = vec![
        TableColumn::text(app.t(M::PointsWhose)),
        TableColumn::text(app.t(M::PointsPeriod)),
        TableColumn::number(app.t(M::Points)),
        TableColumn::number(app.t(M::Periods)),
    ];
    let said = |(earned, max): &(Exact, Exact)| {
        let [earned, max] = [earned, max].map(|value| format::points(value, DECIMALS, locale));
        app.t(M::PointsOf { earned, max })
    };
    let rows = all.iter().take(MOST).map(|one| {
        let name = one.name.clone();
        let mut first = TableCell::from(name.unwrap_or_else(|| app.t(M::CapOrganisation)));
        let days = ConductSpan::Period(one.period).word();
        first.href = Some(Route::Conduct(Some(one.whose.word()), Some(days)).href());
        let points = change(app, said(&one.before), said(&one.after));
        let rest = [
            format::period(one.period, locale),
            points,
            one.periods.to_string(),
        ];
        std::iter::once(first)
            .chain(rest.map(TableCell::from))
            .collect::<Vec<_>>()
    });
    let rows: Vec<_> = rows.collect();
    let more = all.len().checked_sub(MOST).filter(|more| *more > 0);
    let more = more.map(|more| {
        let count = format::count(more, locale);
        view! { <p class="muted">{app.t(M::More { count })}</p> }
    });
    view! {
        <Table caption=app.t(M::PointsTable) caption_shown=true columns=columns rows=rows />
        {more}
    }
    .into_any()
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
