//! What every screen shares: the model, the language, the address, and the way to act.

use std::rc::Rc;

use leptos::prelude::*;

use crate::app::job::{Job, MadeFile};
use crate::app::outside::{CopyName, CopyProblem, due_now};
use crate::app::view::care::reads_differently;
use crate::app::workflow::restore::Passphrase;
use crate::app::{
    self, BackupRead, Edge, Effect, Event, Model, Notice, Notices, Operation, Worked, looks_now,
};
use crate::i18n::{Locale, Say};

use super::Route;
use super::screens::Screen;

/// A handle to the running program; cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct App {
    model: StoredValue<Model, LocalStorage>,
    edge: StoredValue<Rc<dyn Edge>, LocalStorage>,
    screens: StoredValue<Vec<(Route, Screen)>>,
    revision: RwSignal<u64>,
    /// The language of the screens.
    pub locale: RwSignal<Locale>,
    /// Where one is.
    pub route: RwSignal<Route>,
    /// Whether the search over everything is open.
    pub search_open: RwSignal<bool>,
    /// Notices that have not gone yet.
    pub notices: RwSignal<Notices, LocalStorage>,
}

/// The running program, from anywhere below the root.
#[must_use]
pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    pub(super) fn new(edge: Rc<dyn Edge>) -> Self {
        Self {
            model: StoredValue::new_local(Model::default()),
            edge: StoredValue::new_local(edge),
            screens: StoredValue::new(Vec::new()),
            revision: RwSignal::new(0),
            locale: RwSignal::new(Locale::default()),
            route: RwSignal::new(Route::default()),
            search_open: RwSignal::new(false),
            notices: RwSignal::new_local(Notices::default()),
        }
    }

    /// Reads the model; reactive, so a view made from it follows every change.
    pub fn read<T>(self, look: impl FnOnce(&Model) -> T) -> T {
        self.revision.track();
        self.model.with_value(look)
    }

    /// Reads the model now, without following changes.
    pub fn peek<T>(self, look: impl FnOnce(&Model) -> T) -> T {
        self.model.with_value(look)
    }

    /// A view model that follows the model and is shown again only when it differs.
    pub fn view<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Model) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.read(|model| look(model)))
    }

    /// A sentence in the current language.
    ///
    /// Not reactive by itself: a change of language makes every screen anew.
    pub fn t(self, message: impl Say) -> String {
        message.say(self.locale.get_untracked())
    }

    /// Tells the program what happened.
    pub fn dispatch(self, event: Event) {
        let edge = self.edge.get_value();
        let now = edge.now();
        let Some(effects) = self
            .model
            .try_update_value(|model| app::update(model, event, now))
        else {
            return;
        };
        self.revision.update(|revision| *revision += 1);
        for effect in effects {
            self.perform(effect);
        }
    }

    /// Does one operation of the user.
    pub fn act(self, operation: Operation) {
        self.dispatch(Event::Acted(operation));
    }

    /// Has the edge do something whose answer only one screen waits for.
    pub fn perform(self, effect: Effect) {
        match effect {
            Effect::Tell(notice) => self.tell(notice),
            effect => {
                self.perform_heard(effect, |_| {});
            }
        }
    }

    /// Has the worker do a job; `with_book` sends the records along. Returns its number.
    pub fn work(self, job: Job, with_book: bool, heard: impl Fn(Worked) + 'static) -> u32 {
        let edge = self.edge.get_value();
        self.model
            .with_value(|model| edge.work(job, with_book.then_some(&model.book), Rc::new(heard)))
    }

    /// Has the worker read a backup, a sealed one with its passphrase. Returns the job's number.
    pub fn read_backup(
        self,
        bytes: Vec<u8>,
        passphrase: Option<Passphrase>,
        heard: impl Fn(BackupRead) + 'static,
    ) -> u32 {
        let edge = self.edge.get_value();
        edge.read_backup(bytes, passphrase, Rc::new(heard))
    }

    /// Lets some time pass: what is due is done, and ages are shown anew where they read differently.
    pub fn tick(self) {
        let now = self.edge.get_value().now();
        let is_due = |model: &Model| due_now(model, now.moment).is_some() || looks_now(model, now);
        if self.peek(|model| is_due(model) || reads_differently(model, now.moment)) {
            self.dispatch(Event::Ticked);
        }
    }

    /// Has the edge do something; what is heard of it goes to one screen, then to the program.
    pub fn perform_heard(self, effect: Effect, heard: impl Fn(&Event) + 'static) {
        let edge = self.edge.get_value();
        let asked_in = self.peek(|model| model.workspace.id.clone());
        let answer = move |event: Event| {
            let elsewhere = self.peek(|model| model.workspace.id != asked_in);
            if elsewhere && event.is_of_one_workspace() {
                return;
            }
            heard(&event);
            self.dispatch(event);
        };
        edge.run(effect, Rc::new(answer));
    }

    /// Lists the copies in the folder, of all workspaces.
    pub fn copies(self, heard: impl Fn(Result<Vec<CopyName>, CopyProblem>) + 'static) {
        self.edge.get_value().copies(Rc::new(heard));
    }

    /// Reads a copy in the folder.
    pub fn read_copy(
        self,
        name: &CopyName,
        heard: impl Fn(Result<Vec<u8>, CopyProblem>) + 'static,
    ) {
        self.edge.get_value().read_copy(name, Rc::new(heard));
    }

    /// Gives a job up.
    pub fn give_up(self, number: u32) {
        self.edge.get_value().give_up(number);
    }

    /// Hands a file to the user and says so; false when the browser does not take it.
    pub fn offer(self, file: &MadeFile) -> bool {
        let offered = self.edge.get_value().offer(file);
        self.tell(if offered {
            Notice::FileReady(file.name.clone())
        } else {
            Notice::FileNotOffered(file.name.clone())
        });
        offered
    }

    /// The time now.
    #[must_use]
    pub fn now(self) -> app::Now {
        self.edge.with_value(|edge| edge.now())
    }

    /// Shows a notice.
    pub fn tell(self, notice: Notice) {
        self.notices.update(|notices| notices.add(notice));
    }

    /// Takes a notice away.
    pub fn dismiss(self, number: u64) {
        self.notices.update(|notices| notices.take_away(number));
    }

    /// The screen fetched for this page before.
    pub(super) fn fetched(self, page: &Route) -> Option<Screen> {
        let found = |screens: &Vec<(Route, Screen)>| {
            let found = screens.iter().find(|(of, _)| of == page);
            found.map(|(_, screen)| *screen)
        };
        self.screens.with_value(found)
    }

    /// Keeps a fetched screen, so that the page shows at once from now on.
    pub(super) fn keep(self, page: Route, screen: Screen) {
        self.screens
            .update_value(|screens| screens.push((page, screen)));
    }

    /// Goes to a screen.
    pub fn go(self, route: &Route) {
        self.perform(Effect::GoTo(route.href()));
    }
}
