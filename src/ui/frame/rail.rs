//! The rail: one level, every screen.

use leptos::prelude::*;

use crate::i18n::shell::ShellMessage;
use crate::ui::components::Glyph;
use crate::ui::layout::{RailGroup, RailItem};
use crate::ui::{App, DataSection, Route};

/// The items with the present one marked.
pub(super) fn items(app: App) -> Signal<Vec<RailGroup>> {
    Signal::derive(move || {
        let here = app.route.get().page();
        let item = |message: ShellMessage, glyph: Glyph, route: Route| {
            let mut item = RailItem::new(app.t(message), glyph, route.href());
            item.current = here == route;
            item
        };
        vec![
            vec![
                item(ShellMessage::NavOverview, Glyph::Home, Route::Overview),
                item(ShellMessage::NavOfficials, Glyph::People, Route::Officials),
                item(ShellMessage::NavTasks, Glyph::Task, Route::Tasks(None)),
                item(
                    ShellMessage::NavComplaints,
                    Glyph::Speech,
                    Route::Complaints(None),
                ),
                item(ShellMessage::NavScoring, Glyph::Chart, Route::Scoring(None)),
                item(ShellMessage::NavYear, Glyph::Calendar, Route::Year(None)),
                item(
                    ShellMessage::NavConduct,
                    Glyph::Scales,
                    Route::Conduct(None, None),
                ),
                item(ShellMessage::NavForms, Glyph::Document, Route::Forms),
            ],
            vec![
                item(ShellMessage::NavRules, Glyph::Book, Route::Rules(None)),
                item(
                    ShellMessage::NavData,
                    Glyph::Database,
                    Route::Data(DataSection::State),
                ),
                item(ShellMessage::NavHelp, Glyph::Question, Route::Help(None)),
            ],
        ]
    })
}
