//! The directive's scorecard: whose, which days, each criterion with its figure and evidence.

mod criteria;
mod evidence;
mod exports;
mod paper;
mod personnel;
mod toolbar;
mod units;

use leptos::prelude::*;

use crate::app::view::conduct::{ConductAsk, ConductRow, ConductSpan, ConductView, Whose, conduct};
use crate::domain::Period;
use crate::i18n::conduct::ConductMessage;
use crate::i18n::format;
use crate::i18n::reason::amount;
use crate::ui::components::{EmptyState, Glyph, PageHead, Panel};
use crate::ui::{App, Route, use_app};

pub use paper::ConductPaperPage;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct ConductState {
    app: App,
    ask: Memo<ConductAsk>,
    shown: Memo<Option<ConductView>>,
    /// Key of the criterion whose evidence is open.
    open: RwSignal<Option<String>>,
    hidden: RwSignal<bool>,
}

/// What an address asks for; without days, the year of the month looked at.
fn asked(app: App, whose: Option<&str>, days: Option<&str>) -> ConductAsk {
    let span = days.and_then(ConductSpan::parse);
    let year = || app.read(|model| ConductSpan::Period(Period::Year(model.month().year())));
    ConductAsk {
        whose: whose.map_or(Whose::Agency, Whose::parse),
        span: span.unwrap_or_else(year),
    }
}

/// The directive's scorecard.
#[component]
pub fn ConductPage() -> impl IntoView {
    let app = use_app();
    let ask = Memo::new(
        move |last: Option<&ConductAsk>| match (app.route.get(), last) {
            (Route::Conduct(whose, days), _) => asked(app, whose.as_deref(), days.as_deref()),
            // Whoever leaves takes nothing anew along.
            (_, Some(last)) => *last,
            (_, None) => asked(app, None, None),
        },
    );
    // Counted anew when the records change, not whenever the program does something.
    let records = app.view(|model| (model.sequence, model.workspace.id.clone(), model.now.today));
    let shown = Memo::new(move |_| {
        let ask = ask.get();
        // Read, not only tracked: a memo nobody reads follows nothing.
        records
            .with(|_| app.peek(|model| conduct(&model.book, &model.scores, ask, model.now.today)))
    });
    let state = ConductState {
        app,
        ask,
        shown,
        open: RwSignal::new(None),
        hidden: RwSignal::new(false),
    };
    let split = move || {
        if state.open.with(Option::is_some) {
            "split"
        } else {
            "split split--alone"
        }
    };
    view! {
        <div class="page conduct">
            <PageHead title=app.t(ConductMessage::Title) subtitle=subtitle(state)>
                {exports::buttons(state)}
            </PageHead>
            {toolbar::bar(state)}
            <div class=split>
                <div class="stack">{move || body(state)}</div>
                {move || evidence::panel(state)}
            </div>
        </div>
    }
}

fn subtitle(state: ConductState) -> Signal<Option<String>> {
    Signal::derive(move || {
        let app = state.app;
        state.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let to = shown.span.to.unwrap_or(shown.span.from);
            // An agency may have no name yet.
            let name = if shown.name.is_empty() {
                app.t(ConductMessage::Agency)
            } else {
                shown.name.clone()
            };
            Some(app.t(ConductMessage::Subtitle {
                name,
                from: format::day(shown.span.from),
                to: format::day(to),
                people: format::count(shown.people, app.locale.get()),
            }))
        })
    })
}

fn body(state: ConductState) -> AnyView {
    let app = state.app;
    let Some(shown) = state.shown.get() else {
        return view! {
            <Panel><EmptyState icon=Glyph::Scales title=app.t(ConductMessage::Gone) text=app.t(ConductMessage::GoneText) /></Panel>
        }
        .into_any();
    };
    let locale = app.locale.get_untracked();
    let (points, max, count) = &shown.total;
    let total = (*count > 0).then(|| {
        app.t(ConductMessage::Total {
            points: amount(points, locale),
            max: amount(max, locale),
            count: *count,
        })
    });
    let everyone = criteria::list(state, &shown.everyone);
    let as_of = app.t(ConductMessage::AsOf {
        day: format::day(shown.as_of),
    });
    let parts = (
        units::panel(app, &shown),
        personnel::panel(app, &shown),
        heads(state, &shown.heads),
    );
    view! {
        <Panel title=app.t(ConductMessage::Everyone) aside=total>
            {everyone}
            <p class="conduct__note">{app.t(ConductMessage::TotalNote)}" "{as_of}</p>
        </Panel>
        {parts.2}
        {parts.0}
        {parts.1}
    }
    .into_any()
}

fn heads(state: ConductState, rows: &[ConductRow]) -> AnyView {
    let app = state.app;
    if rows.is_empty() {
        return view! { <p class="muted">{app.t(ConductMessage::NotAHead)}</p> }.into_any();
    }
    let of_person = matches!(state.ask.get_untracked().whose, Whose::Official(_));
    let aside = of_person.then(|| app.t(ConductMessage::HeadsAside));
    let list = criteria::list(state, rows);
    view! { <Panel title=app.t(ConductMessage::Heads) aside=aside>{list}</Panel> }.into_any()
}
