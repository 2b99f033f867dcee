//! What restoring a backup would change: counts of each kind, and every change on request.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::view::data::data;
use crate::app::workflow::restore::{
    BackupFit, Before, RestorePreview, before, erased_again, restore,
};
use crate::app::{Model, Operation, Restorable};
use crate::i18n::backup::BackupMessage;
use crate::i18n::data::counted;
use crate::i18n::format;
use crate::i18n::shell::ShellMessage;
use crate::text::joined;
use crate::ui::App;
use crate::ui::components::{
    Button, ButtonLook, Choice, Dialog, DialogShape, Note, NoteKind, Panel, RadioGroup, ShowMore,
    Table, TableCell, TableColumn, Tone,
};

use super::changes::{MOST, shown, tell};
use super::restore::{Restoring, open_apart, other_file};
use super::restored_log::{self, goes_here};

/// What would change, what it needs first, and the button that does it.
pub(super) fn differences(
    restoring: Restoring,
    backup: Arc<Restorable>,
    near: BackupFit,
    seen: &RestorePreview,
) -> AnyView {
    let app = restoring.app;
    let total = seen.total();
    let keep = restoring.keep;
    let warning = (near == BackupFit::SameAgency).then(|| {
        view! { <Note kind=NoteKind::Warning title=app.t(BackupMessage::SameAgency) /> }
    });
    let columns = Signal::derive(move || columns(app, keep.get()));
    let rows = Signal::derive({
        let rows = rows(app, seen);
        move || rows.clone()
    });
    let count = move || {
        let gone = if keep.get() { 0 } else { total.missing };
        total.new + total.changed + gone
    };
    let label = Signal::derive(move || {
        app.t(BackupMessage::Restore {
            count: format::count(count(), app.locale.get_untracked()),
        })
    });
    let anything = app.peek(|model| data(model).any);
    let goes = app.peek(|model| goes_here(model, &backup.log).is_some());
    let safety = if goes {
        BackupMessage::SafetyWhole
    } else {
        BackupMessage::Safety
    };
    let log = restored_log::here(app, &backup.log);
    let needed = app.view(before);
    let none = move || count() == 0 && !goes;
    let of_its_own = Arc::clone(&backup);
    let each = each_change(restoring, Arc::clone(&backup));
    view! {
        <Panel title=app.t(BackupMessage::PreviewTitle)>
            <div class="data__stack">
                {warning}
                {brought_back(app, &backup)}
                {(total.missing > 0).then(|| mode(restoring))}
                {move || none().then(|| view! { <Note kind=NoteKind::Info title=app.t(BackupMessage::Nothing) /> })}
                <p class="data__text">{app.t(safety)}</p>
                {log}
                {move || anything.then(|| copy_first(app, needed.get()))}
                <div class="data__actions">
                    <Button
                        look=ButtonLook::Primary
                        label=label
                        disabled=Signal::derive(move || none() || needed.get() == Before::SealedCopy)
                        on_press=move |()| restoring.copy_and_restore(&backup)
                    />
                    {move || (count() > 0).then(|| each.run())}
                    {anything.then(|| open_apart(app, of_its_own, ButtonLook::Plain))}
                    {other_file(restoring)}
                </div>
                <Table caption=app.t(BackupMessage::PreviewTitle) columns=columns rows=rows />
            </div>
        </Panel>
    }
    .into_any()
}

/// People who were erased for good and would be there again.
fn brought_back(app: App, backup: &Restorable) -> Option<AnyView> {
    let names = app.peek(|model| erased_again(model, &backup.backup));
    (!names.is_empty()).then(|| {
        let title = app.t(BackupMessage::BroughtBack {
            names: joined(&names, ", "),
        });
        let text = app.t(BackupMessage::BroughtBackText);
        view! { <Note kind=NoteKind::Warning title=title>{text}</Note> }.into_any()
    })
}

fn copy_first(app: App, needed: Before) -> AnyView {
    match needed {
        Before::Nothing => text(app, BackupMessage::CopyMade),
        Before::Copy => text(app, BackupMessage::CopyFirst),
        Before::SealedCopy => {
            let title = app.t(BackupMessage::SealedFirst);
            let text = app.t(BackupMessage::SealedFirstText);
            view! { <Note kind=NoteKind::Warning title=title>{text}</Note> }.into_any()
        }
    }
}

fn text(app: App, message: BackupMessage) -> AnyView {
    view! { <p class="data__text">{app.t(message)}</p> }.into_any()
}

/// The button that shows every change, and the dialog with them.
fn each_change(restoring: Restoring, backup: Arc<Restorable>) -> ViewFn {
    let app = restoring.app;
    let changes = RwSignal::new(None::<Arc<Operation>>);
    let most = RwSignal::new(MOST);
    let look = move || {
        let sorted = app.peek(|model| sorted(model, &backup, restoring));
        most.set(MOST);
        changes.set(Some(Arc::new(sorted)));
    };
    ViewFn::from(move || {
        let look = look.clone();
        let open = Signal::derive(move || changes.with(Option::is_some));
        let close = move |()| changes.set(None);
        let actions = move || {
            view! { <Button label=app.t(ShellMessage::Close) on_press=close /> }
        };
        view! {
            <Button label=app.t(BackupMessage::EachChange) on_press=move |()| look() />
            <Dialog
                open=open on_close=close title=app.t(BackupMessage::PreviewTitle)
                close_label=app.t(ShellMessage::Close) shape=DialogShape::Wide actions=actions
            >
                {listed(app, changes, most)}
            </Dialog>
        }
    })
}

/// The first changes, and the button that shows more of them.
fn listed(app: App, changes: RwSignal<Option<Arc<Operation>>>, most: RwSignal<usize>) -> AnyView {
    let told = Memo::new(move |_| {
        let operation = changes.get()?;
        Some(app.peek(|model| tell(model, &operation, most.get())))
    });
    let left = Signal::derive(move || told.with(|told| told.as_ref().map_or(0, |told| told.more)));
    let label = Signal::derive(move || {
        let count = format::count(left.get().min(MOST), app.locale.get());
        app.t(BackupMessage::MoreChanges { count })
    });
    let press = move |()| most.update(|most| *most += MOST);
    view! {
        {move || told.with(|told| told.as_ref().map(|told| shown(app, told)))}
        <ShowMore left=left label=label ended=app.t(ShellMessage::AllShown) on_press=press class="data__actions" />
    }
    .into_any()
}

/// What would go first: that is what one looks for.
fn sorted(model: &Model, backup: &Restorable, restoring: Restoring) -> Operation {
    let mut operation = restore(model, &backup.backup, restoring.mode());
    operation
        .changes
        .sort_by_key(|change| (change.after.is_some(), change.before.is_none()));
    operation
}

fn columns(app: App, keep: bool) -> Vec<TableColumn> {
    let last = if keep {
        BackupMessage::Stay
    } else {
        BackupMessage::Gone
    };
    let numbers = [
        BackupMessage::New,
        BackupMessage::Changed,
        last,
        BackupMessage::Same,
    ];
    let mut columns = vec![TableColumn::text(app.t(BackupMessage::Kind))];
    columns.extend(numbers.map(|name| TableColumn::number(app.t(name))));
    columns
}

fn rows(app: App, seen: &RestorePreview) -> Vec<Vec<TableCell>> {
    let locale = app.locale.get_untracked();
    let named = seen
        .kinds
        .iter()
        .map(|(kind, difference)| (counted(*kind, locale), *difference));
    let total = (app.t(BackupMessage::Total), seen.total());
    named
        .chain([total])
        .map(|(name, difference)| {
            let counts = [
                difference.new,
                difference.changed,
                difference.missing,
                difference.same,
            ];
            let mut cells = vec![TableCell::from(name)];
            cells.extend(counts.map(|count| TableCell {
                text: format::count(count, locale),
                tone: if count == 0 {
                    Tone::Muted
                } else {
                    Tone::Neutral
                },
                ..TableCell::default()
            }));
            cells
        })
        .collect()
}

/// What becomes of records that only the open workspace holds.
fn mode(restoring: Restoring) -> AnyView {
    let app = restoring.app;
    let options = vec![
        Choice::new("", app.t(BackupMessage::ModeReplace)),
        Choice::new("keep", app.t(BackupMessage::ModeKeep)),
    ];
    let chosen = move || if restoring.keep.get() { "keep" } else { "" }.to_owned();
    view! {
        <RadioGroup
            label=app.t(BackupMessage::ModeLabel)
            options=options
            value=Signal::derive(chosen)
            on_change=move |value: String| restoring.keep.set(!value.is_empty())
        />
    }
    .into_any()
}
