//! The calendar of deadlines: a month at a glance, a day with its tasks, a file for other calendars.

pub(super) mod export;

use leptos::prelude::*;

use crate::app::Event;
use crate::app::view::deadlines::{
    Deadline, DeadlineDay, DeadlineMark, DeadlineQuery, Deadlines, deadlines, moved,
};
use crate::domain::{Day, Month};
use crate::i18n::deadlines::{DeadlinesMessage, weekdays};
use crate::i18n::shell::ShellMessage;
use crate::i18n::task::TaskMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{
    Button, ButtonLink, DayCell, DayItem, Dialog, DialogShape, EmptyState, Glyph, MonthGrid,
    PageHead, Tag, Tone,
};
use crate::ui::filter::{UnitFilter, WordFilter};
use crate::ui::{App, Route, use_app};

/// The word of the address for the calendar, below the register of tasks.
pub const DEADLINES: &str = "lich";

/// Deadlines told within a day of the grid.
const IN_GRID: usize = 3;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct DeadlinesState {
    app: App,
    query: RwSignal<DeadlineQuery>,
    view: Memo<Deadlines>,
    /// The day the keyboard is at.
    current: RwSignal<Day>,
    /// The day whose tasks are shown.
    opened: RwSignal<Option<Day>>,
    exporting: RwSignal<bool>,
}

impl DeadlinesState {
    fn day(self, day: Day) -> Option<DeadlineDay> {
        self.view
            .with(|view| view.days.iter().find(|it| it.day == day).cloned())
    }

    /// Looks at a day, and at its month.
    fn look_at(self, day: Day) {
        self.current.set(day);
        let month = Month::of(day);
        if self.app.peek(|model| model.month()) != month {
            self.app.dispatch(Event::MonthChosen(month));
        }
    }
}

/// The calendar of deadlines.
#[component]
pub fn DeadlinesPage() -> impl IntoView {
    let app = use_app();
    let query = RwSignal::new(DeadlineQuery::default());
    let view = Memo::new(move |_| app.read(|model| deadlines(model, &query.get())));
    let month = app.view(crate::app::Model::month);
    let today = app.peek(|model| model.now.today);
    let state = DeadlinesState {
        app,
        query,
        view,
        current: RwSignal::new(first_day(month.get_untracked(), today)),
        opened: RwSignal::new(None),
        exporting: RwSignal::new(false),
    };
    // Another month, chosen anywhere, has another current day.
    Effect::new(move |_| {
        let month = month.get();
        if Month::of(state.current.get_untracked()) != month {
            state.current.set(first_day(month, today));
        }
    });
    let subtitle = Signal::derive(move || {
        let shown = |count: usize| format::count(count, app.locale.get());
        let [all, overdue, soon] = view.with(|view| view.counts);
        Some(app.t(DeadlinesMessage::Subtitle {
            all: shown(all),
            overdue: shown(overdue),
            soon: shown(soon),
        }))
    });
    view! {
        <div class="page deadlines">
            <PageHead title=app.t(DeadlinesMessage::Title) subtitle=subtitle>
                <ButtonLink icon=Glyph::Task label=app.t(DeadlinesMessage::Register) href=Route::Tasks(None).href() />
                <Button icon=Glyph::Download label=app.t(DeadlinesMessage::Export) on_press=move |()| state.exporting.set(true) />
            </PageHead>
            {toolbar(state, month)}
            {move || nothing(state, month.get())}
            <section class="panel deadlines__panel">
                <MonthGrid
                    label=Signal::derive(move || app.t(DeadlinesMessage::Grid { month: format::month(month.get(), app.locale.get()) }))
                    weekdays=names(app.locale.get_untracked())
                    weeks=Signal::derive(move || weeks(state))
                    current=Signal::derive(move || key_of(state.current.get()))
                    on_move=move |key: String| go(state, &key)
                    on_open=move |key: String| open(state, &key)
                />
                <p class="deadlines__keys">{app.t(DeadlinesMessage::Keys)}</p>
            </section>
            {move || state.opened.get().map(|day| day_panel(state, day))}
            {move || state.exporting.get().then(|| export::dialog(app, state.exporting))}
        </div>
    }
    .into_any()
}

/// The day the keyboard begins at: today in its month, else the first.
fn first_day(month: Month, today: Day) -> Day {
    if Month::of(today) == month {
        today
    } else {
        month.first_day()
    }
}

fn key_of(day: Day) -> String {
    day.to_string()
}

fn names(locale: Locale) -> Vec<(String, String)> {
    weekdays(locale)
        .map(|(short, whole)| (short.to_owned(), whole.to_owned()))
        .to_vec()
}

fn toolbar(state: DeadlinesState, month: Memo<Month>) -> AnyView {
    let app = state.app;
    let choose = move |month: Month| app.dispatch(Event::MonthChosen(month));
    let today = move |()| choose(Month::of(app.peek(|model| model.now.today)));
    view! {
        <div class="deadlines__bar">
            <div class="deadlines__month">
                <Button icon=Glyph::ChevronLeft icon_only=true label=app.t(DeadlinesMessage::Before) on_press=move |()| choose(month.get_untracked().previous()) />
                <h2 class="deadlines__name" aria-live="polite">{move || format::capitalised(&format::month(month.get(), app.locale.get()))}</h2>
                <Button icon=Glyph::ChevronRight icon_only=true label=app.t(DeadlinesMessage::After) on_press=move |()| choose(month.get_untracked().next()) />
                <Button label=app.t(DeadlinesMessage::Today) on_press=today />
            </div>
            <UnitFilter
                label=app.t(TaskMessage::Unit)
                all=app.t(TaskMessage::AllUnits)
                unit=Signal::derive(move || state.query.with(|query| query.unit))
                on_choose=move |unit| state.query.update(|query| query.unit = unit)
            />
            <WordFilter
                label=app.t(TaskMessage::Search)
                hint=app.t(TaskMessage::SearchHint)
                words=Signal::derive(move || state.query.with(|query| query.words.clone()))
                on_type=move |words| state.query.update(|query| query.words = words)
            />
        </div>
    }
    .into_any()
}

fn nothing(state: DeadlinesState, month: Month) -> AnyView {
    let app = state.app;
    if state.view.with(|view| view.counts[0]) > 0 {
        return ().into_any();
    }
    let title = app.t(DeadlinesMessage::Empty {
        month: format::month(month, app.locale.get_untracked()),
    });
    view! { <EmptyState icon=Glyph::Calendar title=title text=app.t(DeadlinesMessage::EmptyText) /> }.into_any()
}

fn weeks(state: DeadlinesState) -> Vec<Vec<DayCell>> {
    state.view.with(|view| {
        let weeks = view.days.chunks(7);
        weeks
            .map(|week| week.iter().map(|day| cell(state.app, day)).collect())
            .collect()
    })
}

fn cell(app: App, day: &DeadlineDay) -> DayCell {
    use chrono::Datelike as _;
    let locale = app.locale.get_untracked();
    let more = day.count.saturating_sub(IN_GRID);
    let shown = day.deadlines.iter().take(IN_GRID);
    DayCell {
        key: key_of(day.day),
        number: day.day.day().to_string(),
        name: whole_name(day.day, locale),
        outside: !day.inside,
        today: day.today,
        rest: !day.working,
        items: shown
            .map(|deadline| DayItem {
                text: words(app, deadline),
                tone: tone(deadline.mark),
                glyph: glyph(deadline.mark),
                state: app.t(DeadlinesMessage::from(deadline.mark)),
            })
            .collect(),
        more: (more > 0).then(|| app.t(DeadlinesMessage::More { count: more })),
    }
}

fn whole_name(day: Day, locale: Locale) -> String {
    format!("{} {}", format::weekday(day, locale), format::day(day))
}

fn words(app: App, deadline: &Deadline) -> String {
    match &deadline.milestone {
        None => deadline.name.clone(),
        Some(name) => app.t(DeadlinesMessage::Milestone {
            name: name.clone(),
            task: deadline.name.clone(),
        }),
    }
}

const fn tone(mark: DeadlineMark) -> Tone {
    match mark {
        DeadlineMark::Overdue => Tone::Poor,
        DeadlineMark::Soon => Tone::Fair,
        DeadlineMark::Open => Tone::Good,
        DeadlineMark::Done => Tone::Muted,
    }
}

const fn glyph(mark: DeadlineMark) -> Option<Glyph> {
    match mark {
        DeadlineMark::Overdue => Some(Glyph::Warning),
        DeadlineMark::Soon => Some(Glyph::Clock),
        DeadlineMark::Open => None,
        DeadlineMark::Done => Some(Glyph::Check),
    }
}

fn go(state: DeadlinesState, key: &str) -> bool {
    match moved(state.current.get_untracked(), key) {
        Some(day) => {
            state.look_at(day);
            true
        }
        None => false,
    }
}

fn open(state: DeadlinesState, key: &str) {
    if let Ok(day) = key.parse::<Day>() {
        state.current.set(day);
        state.opened.set(Some(day));
    }
}

fn day_panel(state: DeadlinesState, day: Day) -> AnyView {
    let app = state.app;
    let title = app.t(DeadlinesMessage::DayTitle {
        day: whole_name(day, app.locale.get_untracked()),
    });
    let close = move |()| state.opened.set(None);
    view! {
        <Dialog
            open=Signal::derive(|| true) shape=DialogShape::Side title=title
            close_label=app.t(ShellMessage::Close) on_close=close
        >
            {move || day_list(state, day)}
        </Dialog>
    }
    .into_any()
}

fn day_list(state: DeadlinesState, day: Day) -> AnyView {
    let app = state.app;
    let Some(found) = state.day(day).filter(|day| day.count > 0) else {
        return view! { <p class="muted">{app.t(DeadlinesMessage::DayEmpty)}</p> }.into_any();
    };
    let items = found.deadlines.iter().map(|deadline| {
        let href = Route::Tasks(Some(deadline.task.0.to_string())).href();
        let who = if deadline.official.is_empty() {
            app.t(DeadlinesMessage::NoLead)
        } else {
            deadline.official.clone()
        };
        let mark = deadline.mark;
        let label = DeadlinesMessage::from(mark).say(app.locale.get_untracked());
        view! {
            <li class="deadlines__item">
                <a href=href>{words(app, deadline)}</a>
                <span class="deadlines__who">{who}</span>
                <Tag tone=tone(mark) label=label />
            </li>
        }
    });
    let more = found.count - found.deadlines.len();
    let rest = (more > 0).then(|| {
        view! { <p class="muted">{app.t(DeadlinesMessage::MoreInRegister { count: more })}</p> }
    });
    view! { <ul class="deadlines__list">{items.collect_view()}</ul>{rest} }.into_any()
}
