//! What was deleted and can be put back.

use leptos::prelude::*;

use crate::app::view::bin::{BinRow, bin};
use crate::app::workflow::bin::put_back;
use crate::app::{BIN_DAYS, Effect as Wanted, Notice, Saving};
use crate::i18n::action::KindName;
use crate::i18n::bin::BinMessage;
use crate::i18n::format;
use crate::i18n::outside::OutsideMessage;
use crate::text::joined;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, EmptyState, Glyph, Note, NoteKind, Panel, Progress, Tag, Tone,
};

/// Days left from which they are warned of.
const SOON: i64 = 7;

/// The words above the bin.
pub(super) fn intro(app: App) -> String {
    app.t(BinMessage::Intro { days: BIN_DAYS })
}

/// The bin, and below it erasing a person.
pub(super) fn section(app: App) -> AnyView {
    let rows = app.view(bin);
    let following = app.view(|model| model.following);
    let saved = app.view(|model| {
        let reads = model.saving == Saving::Saved && !model.following;
        reads.then_some(model.sequence)
    });
    // Read again after every action: what it deleted, too, can be put back.
    Effect::new(move |_| {
        if saved.get().is_some() {
            app.perform(Wanted::LookIntoBin);
        }
    });
    let body = move || {
        if following.get() {
            return view! { <Note kind=NoteKind::Info title=app.t(OutsideMessage::FollowingBar) /> }
                .into_any();
        }
        rows.get().map_or_else(
            || view! { <Progress label=app.t(BinMessage::Reading) /> }.into_any(),
            |rows| list(app, &rows),
        )
    };
    view! {
        <Panel title=app.t(BinMessage::Listed)>{body}</Panel>
        {super::erase::panel(app)}
    }
    .into_any()
}

fn list(app: App, rows: &[BinRow]) -> AnyView {
    if rows.is_empty() {
        return view! {
            <EmptyState icon=Glyph::Trash title=app.t(BinMessage::Empty) text=app.t(BinMessage::EmptyText) />
        }
        .into_any();
    }
    let lines = rows.iter().map(|row| one(app, row));
    view! { <ul class="data__sets">{lines.collect_view()}</ul> }.into_any()
}

fn one(app: App, row: &BinRow) -> AnyView {
    let what = what(app, row);
    let when = app.t(BinMessage::Through {
        what: format::day_and_time(row.day, row.time),
        action: app.t(row.action.clone()),
    });
    let by = (!row.desk.is_empty()).then(|| {
        let desk = row.desk.clone();
        view! { <span class="muted">{desk}</span> }
    });
    let left = match row.days_left {
        0 => BinMessage::Due,
        days => BinMessage::DaysLeft { days },
    };
    let tone = if row.days_left <= SOON {
        Tone::Fair
    } else {
        Tone::Muted
    };
    let sequence = row.sequence;
    let hint = app.t(BinMessage::PutBackNamed { what: what.clone() });
    view! {
        <li class="data__set bin__one">
            <span class="bin__words">
                <span class="data__name">{what}</span>
                <span class="muted">{when}</span>
                {by}
            </span>
            <Tag label=app.t(left) tone=tone />
            <span class="push">
                <Button
                    look=ButtonLook::Quiet icon=Glyph::Undo
                    label=app.t(BinMessage::PutBack) hint=hint
                    on_press=move |()| take_out(app, sequence)
                />
            </span>
        </li>
    }
    .into_any()
}

/// What one operation deleted, in words: `2 vị trí công tác, 1 công chức: Người Mẫu`.
fn what(app: App, row: &BinRow) -> String {
    let locale = app.locale.get_untracked();
    let counted = |(kind, count): &(_, usize)| {
        app.t(BinMessage::Counted {
            count: format::count(*count, locale),
            kind: app.t(KindName::from(*kind)),
        })
    };
    let counts = row.kinds.iter().map(counted);
    let what = counts.reduce(|first, second| app.t(BinMessage::And { first, second }));
    let what = what.unwrap_or_default();
    if row.names.is_empty() {
        return what;
    }
    let all: usize = row.kinds.iter().map(|(_, count)| count).sum();
    let names = joined(&row.names, "; ");
    app.t(if all > row.names.len() {
        BinMessage::NamedMore { what, names }
    } else {
        BinMessage::Named { what, names }
    })
}

/// Puts back what an operation deleted.
fn take_out(app: App, sequence: u64) {
    let drafted = app.peek(|model| {
        let deleted = model.bin.iter().flatten();
        let mut found = deleted.filter(|deleted| deleted.sequence == sequence);
        found.next().map(|deleted| put_back(&model.book, deleted))
    });
    match drafted {
        Some(Ok(operation)) => app.act(operation),
        Some(Err(error)) => app.tell(Notice::NotTaken(error)),
        None => {}
    }
}
