//! One official's sheet: criteria, leadership, ratings, remarks, with the live total beside.

use leptos::prelude::*;

use crate::app::view::scoring::{SheetView, period, sheet};
use crate::app::view::why::{WhyOf, why};
use crate::domain::{OfficialId, Period, Role};
use crate::i18n::format;
use crate::i18n::scoring::{ScoringMessage, SheetMessage};
use crate::i18n::start::FormsMessage;
use crate::ui::components::{
    Button, ButtonLink, EmptyState, Facts, Glyph, Note, NoteKind, PageHead, Panel,
};
use crate::ui::why::body;
use crate::ui::{App, Route, StatutoryForm};

use super::{Open, confirm, criteria, leadership, remarks, unlock};

/// What the parts of the sheet share.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub app: App,
    pub official: OfficialId,
    pub view: Memo<Option<SheetView>>,
    pub locked: Signal<bool>,
}

impl Sheet {
    /// A part of the sheet that follows the model.
    pub fn part<T: Clone + Default + PartialEq + Send + Sync + 'static>(
        self,
        pick: impl Fn(&SheetView) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            self.view
                .with(|view| view.as_ref().map(&pick).unwrap_or_default())
        })
    }
}

/// What decides which parts there are; everything else changes inside the parts.
type Shape = Option<(Period, Option<Role>)>;

pub(super) fn page(app: App, official: OfficialId) -> AnyView {
    let view = app.view(move |model| sheet(model, official));
    let locked = Signal::derive(move || {
        view.with(|view| view.as_ref().is_some_and(|view| view.locked.is_some()))
    });
    let shared = Sheet {
        app,
        official,
        view,
        locked,
    };
    let shape: Memo<Shape> =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| (view.period, view.role))));
    let open = RwSignal::new(Open::None);
    let people = Signal::derive(move || vec![official]);
    let content = move || match shape.get() {
        None => gone(app),
        Some((_, role)) => parts(shared, role, open),
    };
    view! {
        <div class="page scoring">
            {content}
            {move || match open.get() {
                Open::None | Open::Bulk => ().into_any(),
                Open::Confirm => confirm::dialog(app, open, people),
                Open::Unlock => unlock::dialog(app, open, people),
            }}
        </div>
    }
    .into_any()
}

fn gone(app: App) -> AnyView {
    view! {
        <PageHead title=app.t(SheetMessage::Gone) />
        <EmptyState icon=Glyph::Person title=app.t(SheetMessage::Gone) text=app.t(SheetMessage::GoneText)>
            <ButtonLink label=app.t(SheetMessage::Back) href=Route::Scoring(None).href() />
        </EmptyState>
    }
    .into_any()
}

fn parts(sheet: Sheet, role: Option<Role>, open: RwSignal<Open>) -> AnyView {
    let app = sheet.app;
    let name = sheet.part(|view| view.name.clone());
    let title = Signal::derive(move || app.t(SheetMessage::Title { name: name.get() }));
    let held = sheet.part(|view| view.position.clone());
    let when = app.peek(period);
    let subtitle = Signal::derive(move || {
        let period = format::capitalised(&format::period(when, app.locale.get()));
        let held = held.get();
        Some(if held.is_empty() {
            period
        } else {
            format!("{held} · {period}")
        })
    });
    let leads = role.is_some_and(Role::leads);
    view! {
        <PageHead title=title subtitle=subtitle>{actions(sheet, open)}</PageHead>
        {move || locked_note(sheet)}
        <div class="split">
            <div class="stack">
                {criteria::panel(sheet)}
                {leads.then(|| leadership::panel(sheet))}
                {(role == Some(Role::Support)).then(|| leadership::ratings(sheet))}
                {remarks::panel(sheet)}
            </div>
            <div class="stack">
                {explanation(sheet, when)}
                {facts(sheet)}
            </div>
        </div>
    }
    .into_any()
}

fn actions(sheet: Sheet, open: RwSignal<Open>) -> AnyView {
    let app = sheet.app;
    let neighbours = sheet.part(|view| view.neighbours);
    let link = move |official: Option<OfficialId>, message: SheetMessage, icon: Glyph| {
        let label = app.t(message);
        official.map(|official| {
            let href = Route::Scoring(Some(official)).href();
            view! { <ButtonLink label=label icon=icon href=href /> }
        })
    };
    let lock = move || {
        if sheet.locked.get() {
            view! { <Button icon=Glyph::Unlock label=app.t(ScoringMessage::UnlockPeriod) on_press=move |()| open.set(Open::Unlock) /> }.into_any()
        } else {
            view! { <Button icon=Glyph::Lock label=app.t(ScoringMessage::LockPeriod) on_press=move |()| open.set(Open::Confirm) /> }.into_any()
        }
    };
    let paper = Route::Paper(StatutoryForm::Monthly, Some(sheet.official)).href();
    view! {
        <ButtonLink label=app.t(SheetMessage::Back) href=Route::Scoring(None).href() />
        <ButtonLink icon=Glyph::Print label=app.t(FormsMessage::MonthlyShort) href=paper />
        {move || link(neighbours.get().0, SheetMessage::Before, Glyph::ChevronLeft)}
        {move || link(neighbours.get().1, SheetMessage::After, Glyph::ChevronRight)}
        {lock}
    }
    .into_any()
}

fn locked_note(sheet: Sheet) -> Option<AnyView> {
    let app = sheet.app;
    let (day, by) = sheet
        .view
        .with(|view| view.as_ref().and_then(|view| view.locked.clone()))?;
    let text = app.t(SheetMessage::Locked {
        day: format::day(day),
        by,
    });
    Some(view! { <Note kind=NoteKind::Info title=text /> }.into_any())
}

fn explanation(sheet: Sheet, when: Period) -> AnyView {
    let app = sheet.app;
    let of = WhyOf::Period(sheet.official, when);
    let shown = app.view(move |model| why(model, of));
    view! {
        <Panel title=app.t(SheetMessage::Why)>
            <div aria-live="polite">{move || body(app, shown.get())}</div>
        </Panel>
    }
    .into_any()
}

fn facts(sheet: Sheet) -> AnyView {
    let app = sheet.app;
    let facts = sheet.part(|view| view.facts);
    let items = Signal::derive(move || {
        let facts = facts.get();
        let locale = app.locale.get();
        let number = |number: usize| format::count(number, locale);
        vec![
            (app.t(SheetMessage::FactTasks), number(facts.tasks)),
            (app.t(SheetMessage::FactLate), facts.late.to_string()),
            (
                app.t(SheetMessage::FactFailures),
                facts.failures.to_string(),
            ),
            (app.t(SheetMessage::FactAdded), number(facts.added)),
            (
                app.t(SheetMessage::FactHandedBack),
                number(facts.handed_back),
            ),
            (app.t(SheetMessage::FactOpen), number(facts.open_complaints)),
            (app.t(SheetMessage::FactEffects), number(facts.effects)),
        ]
    });
    view! { <Panel title=app.t(SheetMessage::Facts)><Facts items=items /></Panel> }.into_any()
}
