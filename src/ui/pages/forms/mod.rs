//! Statutory forms and other exports: made in the worker, with progress, for one person or all.

pub(super) mod paper;

use chrono::Datelike as _;
use leptos::prelude::*;

use crate::app::job::{Job, JobReply, LogMark, Order, Product};
use crate::app::{Notice, Worked};
use crate::domain::{OfficialId, Period};
use crate::i18n::shell::ShellMessage;
use crate::i18n::start::FormsMessage;
use crate::i18n::{Locale, format};
use crate::ui::components::{
    Button, ButtonLink, Checkbox, Choice, Glyph, PageHead, Panel, Progress, Select,
};
use crate::ui::{App, Route, StatutoryForm, use_app};

pub use paper::PaperPage;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct FormsState {
    app: App,
    who: RwSignal<String>,
    hidden: RwSignal<bool>,
    /// The job under way: its number, its name, how far.
    job: RwSignal<Option<(u32, String)>>,
    progress: RwSignal<(u64, u64)>,
}

impl FormsState {
    fn new(app: App) -> Self {
        Self {
            app,
            who: RwSignal::new(String::new()),
            hidden: RwSignal::new(false),
            job: RwSignal::new(None),
            progress: RwSignal::new((0, 0)),
        }
    }
}

/// The exports that are no statutory form, for the data screen.
pub(super) fn exports(app: App) -> AnyView {
    let state = FormsState::new(app);
    view! {
        <Panel>{who(state)}</Panel>
        {move || running(state)}
        {others(state)}
    }
    .into_any()
}

fn who(state: FormsState) -> AnyView {
    let app = state.app;
    view! {
        <div class="forms__who">
            <Select label=app.t(FormsMessage::Who) options=people(app) bind=state.who />
            <Checkbox
                label=app.t(FormsMessage::HideNames)
                hint=app.t(FormsMessage::HideNamesHint)
                bind=state.hidden
            />
        </div>
    }
    .into_any()
}

fn others(state: FormsState) -> AnyView {
    view! {
        <Panel title=state.app.t(FormsMessage::Other)>
            {item(state, Product::Workbook, FormsMessage::Workbook, FormsMessage::WorkbookText)}
            {item(state, Product::Annex, FormsMessage::Annex, FormsMessage::AnnexText)}
            {item(state, Product::Csv, FormsMessage::Csv, FormsMessage::CsvText)}
            {item(state, Product::Official, FormsMessage::Official, FormsMessage::OfficialText)}
        </Panel>
    }
    .into_any()
}

/// Statutory forms and other exports.
#[component]
pub fn FormsPage() -> impl IntoView {
    let app = use_app();
    let state = FormsState::new(app);
    let month = app.view(crate::app::Model::month);
    let subtitle = Signal::derive(move || {
        Some(app.t(FormsMessage::Subtitle {
            period: format::month(month.get(), app.locale.get()),
        }))
    });
    view! {
        <div class="page forms">
            <PageHead title=app.t(FormsMessage::Title) subtitle=subtitle />
            <Panel>{who(state)}</Panel>
            {move || running(state)}
            <Panel title=app.t(FormsMessage::Statutory)>
                {item(state, Product::MonthlyForms, FormsMessage::Monthly, FormsMessage::MonthlyText)}
                {item(state, Product::YearlyForms, FormsMessage::Yearly, FormsMessage::YearlyText)}
            </Panel>
            {others(state)}
        </div>
    }
}

fn people(app: App) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let mut options = vec![Choice::new("", app.t(FormsMessage::Everybody))];
        app.read(|model| {
            let mut officials: Vec<_> = model.book.officials.iter().collect();
            officials.sort_by_cached_key(|(id, official)| {
                (crate::text::name_sort_key(&official.name), *id)
            });
            options.extend(officials.into_iter().map(|(id, official)| {
                let code = official
                    .code
                    .as_ref()
                    .map(|code| format!(" · {code}"))
                    .unwrap_or_default();
                Choice::new(id.0.to_string(), format!("{}{code}", official.name))
            }));
        });
        options
    })
}

fn running(state: FormsState) -> AnyView {
    let Some((number, name)) = state.job.get() else {
        return ().into_any();
    };
    let app = state.app;
    let percent = Signal::derive(move || {
        let (done, of) = state.progress.get();
        (of > 0).then(|| u8::try_from(done * 100 / of).unwrap_or(100))
    });
    let detail = Signal::derive(move || {
        let (done, of) = state.progress.get();
        (of > 0).then(|| app.t(FormsMessage::Done { done, of }))
    });
    let cancel = move |()| {
        app.give_up(number);
        state.job.set(None);
    };
    view! {
        <Panel>
            <Progress
                label=app.t(FormsMessage::Making { name })
                percent=percent
                detail=detail
                cancel_label=app.t(ShellMessage::Cancel)
                on_cancel=Callback::new(cancel)
            />
        </Panel>
    }
    .into_any()
}

fn item(state: FormsState, product: Product, title: FormsMessage, text: FormsMessage) -> AnyView {
    let app = state.app;
    let name = app.t(title);
    let form = match product {
        Product::MonthlyForms => Some(StatutoryForm::Monthly),
        Product::YearlyForms => Some(StatutoryForm::Yearly),
        _ => None,
    };
    let page = form.map(|form| {
        move || {
            let whose = state.who.get().parse().ok().map(OfficialId);
            let href = Route::Paper(form, whose).href();
            view! { <ButtonLink icon=Glyph::Print label=app.t(FormsMessage::View) href=href /> }
        }
    });
    let label = format!("{}: {name}", app.t(FormsMessage::Make));
    view! {
        <div class="forms__item">
            <div class="forms__words">
                <h3 class="forms__name">{name.clone()}</h3>
                <p class="muted">{app.t(text)}</p>
            </div>
            {page}
            <Button
                icon=Glyph::Download
                label=app.t(FormsMessage::Make)
                hint=label
                disabled=Signal::derive(move || state.job.get().is_some())
                on_press=move |()| make(state, product, name.clone())
            />
        </div>
    }
    .into_any()
}

/// What the worker is asked for: this product for the month looked at.
pub(super) fn order(app: App, product: Product, whose: Option<u32>, names_hidden: bool) -> Order {
    app.peek(|model| {
        let month = model.month();
        let period = match product {
            Product::YearlyForms
            | Product::YearlyPages
            | Product::Workbook
            | Product::Official
            | Product::Person
            | Product::Deadlines => Period::Year(month.year()),
            Product::MonthlyForms
            | Product::MonthlyPages
            | Product::Csv
            | Product::Annex
            | Product::Conduct(_) => match model.book.agency.tracking {
                crate::domain::Tracking::Monthly => Period::Month(month),
                crate::domain::Tracking::Quarterly => Period::quarter_of(month),
            },
        };
        Order {
            product,
            period: period.to_string(),
            officials: whose.into_iter().collect(),
            tasks: Vec::new(),
            names_hidden,
            english: app.locale.get_untracked() == Locale::En,
            today: model.now.today.num_days_from_ce(),
            log: LogMark::of(model),
        }
    })
}

fn make(state: FormsState, product: Product, name: String) {
    let app = state.app;
    let whose = state.who.get_untracked().parse().ok();
    let order = order(app, product, whose, state.hidden.get_untracked());
    state.progress.set((0, 0));
    let number = app.work(Job::Export(order), true, move |heard| match heard {
        Worked::Progress(progress) => state.progress.set((progress.done, progress.of)),
        Worked::Done(reply) => {
            state.job.set(None);
            match reply {
                JobReply::File(file) => {
                    app.offer(&file);
                }
                JobReply::NotMade(why) => app.tell(Notice::NotMade(why)),
                JobReply::Echo(_)
                | JobReply::Tables(_)
                | JobReply::LocalRules(_)
                | JobReply::Pages(_) => {}
            }
        }
        Worked::Failed(problem) => {
            state.job.set(None);
            app.tell(Notice::NotWorked(problem));
        }
    });
    state.job.set(Some((number, name)));
}
