//! What every screen shares: the model, the language, the address, and the way to act.

use std::rc::Rc;

use leptos::prelude::*;

use crate::app::job::{Job, MadeFile};
use crate::app::workflow::restore::Passphrase;
use crate::app::{self, BackupRead, Edge, Effect, Event, Model, Notice, Operation, Worked};
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
    /// Notices to show, newest last, each with its own number.
    pub notices: RwSignal<Vec<(u64, Notice)>, LocalStorage>,
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
            notices: RwSignal::new_local(Vec::new()),
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
                let edge = self.edge.get_value();
                edge.run(effect, Rc::new(move |event| self.dispatch(event)));
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

    /// Gives a job up.
    pub fn give_up(self, number: u32) {
        self.edge.get_value().give_up(number);
    }

    /// Hands a file to the user and says so.
    pub fn offer(self, file: &MadeFile) {
        if self.edge.get_value().offer(file) {
            self.tell(Notice::FileReady(file.name.clone()));
        } else {
            self.tell(Notice::FileNotOffered(file.name.clone()));
        }
    }

    /// The time now.
    #[must_use]
    pub fn now(self) -> app::Now {
        self.edge.with_value(|edge| edge.now())
    }

    /// Shows a notice.
    pub fn tell(self, notice: Notice) {
        self.notices.update(|notices| {
            let number = notices.last().map_or(1, |(number, _)| number + 1);
            notices.push((number, notice));
        });
    }

    /// Takes a notice away.
    pub fn dismiss(self, number: u64) {
        self.notices
            .update(|notices| notices.retain(|(other, _)| *other != number));
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
