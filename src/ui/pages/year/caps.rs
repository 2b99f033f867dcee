//! The cap on Xuất sắc in the whole agency and in each group of similar duties.

use leptos::prelude::*;

use crate::app::view::RankedOfficial;
use crate::app::view::year::{CapView, caps};
use crate::i18n::reason::ClassWord;
use crate::i18n::year::YearMessage;
use crate::i18n::{Locale, Say as _, format};
use crate::ui::components::{Note, NoteKind, Panel, Table, TableCell, TableColumn, Tone};
use crate::ui::why::mark;
use crate::ui::{App, Route};

use super::YearState;

pub(super) fn panel(app: App, _state: YearState) -> AnyView {
    let caps = app.view(caps);
    let content = move || {
        caps.get()
            .into_iter()
            .map(|cap| one(app, cap))
            .collect_view()
    };
    view! {
        <Panel title=app.t(YearMessage::Caps) class="span-6">
            <div class="year__caps">{content}</div>
        </Panel>
    }
    .into_any()
}

fn one(app: App, cap: CapView) -> AnyView {
    let locale = app.locale.get();
    let count = |number: u32| format::count(number as usize, locale);
    let name = match &cap.group {
        None => app.t(YearMessage::CapOrganisation),
        Some(name) => app.t(YearMessage::CapGroup { name: name.clone() }),
    };
    let text = app.t(YearMessage::CapText {
        percent: format::decimal(cap.line.percent, locale),
        base: count(cap.line.base),
        allowed: count(cap.line.allowed),
        standing: count(cap.line.standing),
    });
    let verdict = if cap.line.over > 0 {
        let over = count(cap.line.over);
        let text = app.t(YearMessage::CapOver { over });
        view! { <Note kind=NoteKind::Warning title=text /> }.into_any()
    } else {
        let text = app.t(if cap.line.standing == 0 {
            YearMessage::CapNobody
        } else {
            YearMessage::CapFits
        });
        view! { <p class="muted">{text}</p> }.into_any()
    };
    let table = (!cap.line.ranking.is_empty()).then(|| ranking(app, &name, &cap));
    view! {
        <section class="year__cap">
            <h3 class="year__cap-name">{name}</h3>
            <p>{text}</p>
            {verdict}
            {table}
        </section>
    }
    .into_any()
}

fn ranking(app: App, name: &str, cap: &CapView) -> AnyView {
    let locale = app.locale.get();
    let columns = vec![
        TableColumn::text(app.t(YearMessage::ColumnName)),
        TableColumn::number(app.t(YearMessage::Place)),
        TableColumn::number(app.t(YearMessage::ColumnMean)),
        TableColumn::text(app.t(YearMessage::Standing)),
        TableColumn::text(""),
    ];
    let rows: Vec<Vec<TableCell>> = cap
        .line
        .ranking
        .iter()
        .zip(&cap.names)
        .map(|(place, name)| cells(place, name, locale))
        .collect();
    let caption = app.t(YearMessage::CapTable {
        name: name.to_owned(),
    });
    view! { <Table caption=caption columns=columns rows=rows /> }.into_any()
}

fn cells(place: &RankedOfficial, name: &str, locale: Locale) -> Vec<TableCell> {
    let mean = place.mean.as_ref();
    let edge = match (place.tied_at_edge, place.within) {
        (true, _) => (YearMessage::Tied, Tone::Fair),
        (false, true) => (YearMessage::Within, Tone::Muted),
        (false, false) => (YearMessage::Beyond, Tone::Fair),
    };
    vec![
        TableCell {
            href: Some(Route::Year(Some(place.official)).href()),
            ..TableCell::from(name)
        },
        TableCell::from(place.place.to_string()),
        TableCell::from(
            mean.map_or_else(|| "—".to_owned(), |mean| format::points(mean, 2, locale)),
        ),
        TableCell {
            mark: Some(mark(place.standing)),
            ..TableCell::from(ClassWord::from(place.standing).say(locale))
        },
        TableCell {
            tone: edge.1,
            ..TableCell::from(edge.0.say(locale))
        },
    ]
}
