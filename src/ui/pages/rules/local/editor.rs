//! The form of a set: issue, lines, tariffs, proposals; checked and previewed before it is saved.

use leptos::{html, prelude::*};

use crate::app::view::local_rules::impact_of;
use crate::app::workflow::local_rules::{SetDraft, SetFault, TypedSet, save};
use crate::i18n::format;
use crate::i18n::local_rules::LocalMessage as M;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{Button, ButtonLook, DateInput, Note, NoteKind, Panel, TextInput};

use super::draft::DraftSet;
use super::{Form, Open, lines, tariffs};
use crate::ui::pages::rules::impact::Impact;

/// What the check found.
#[derive(Clone, PartialEq)]
enum Checked {
    /// Not checked yet.
    No,
    /// Not right: everything wrong with it.
    Faults(TypedSet, Vec<SetFault>),
    /// Right: the set as it was checked, and what saves it.
    Right(TypedSet, SetDraft),
}

#[derive(Clone, Copy)]
struct Editor {
    app: App,
    open: RwSignal<Open>,
    form: StoredValue<Form>,
    checked: RwSignal<Checked>,
    impact: Impact,
    /// What is typed now.
    typed: Memo<TypedSet>,
}

pub(super) fn form(app: App, open: RwSignal<Open>, form: Form) -> AnyView {
    let draft = DraftSet::new(form.typed.clone());
    let kept = draft.clone();
    let editor = Editor {
        app,
        open,
        checked: RwSignal::new(Checked::No),
        impact: Impact::new(app),
        typed: Memo::new(move |_| kept.typed()),
        form: StoredValue::new(form),
    };
    let came = editor.form.with_value(|form| form.file.is_some());
    if came {
        editor.check();
    }
    let title = editor.form.with_value(|form| match (&form.file, form.id) {
        (Some(file), _) => app.t(M::TitleImport { file: file.clone() }),
        (None, Some(_)) => app.t(M::TitleEdit {
            title: form.typed.title.clone(),
        }),
        (None, None) => app.t(M::TitleNew),
    });
    let note = came.then(|| view! { <Note title=app.t(M::ImportNote) /> });
    let back = move |()| open.set(Open::List);
    // What was pressed is gone with the list: reading goes on at the form's head.
    let head = NodeRef::<html::H2>::new();
    head.on_load(|head| {
        head.focus().ok();
    });
    view! {
        <div class="local__head">
            <h2 node_ref=head class="local__title" tabindex="-1">{title}</h2>
            <Button label=app.t(M::Back) on_press=back />
        </div>
        {note}
        {facts(app, &draft)}
        {lines::panel(app, &draft, editor.typed)}
        {tariffs::panel(app, &draft)}
        {tariffs::conclusions(app, &draft)}
        {result(&editor)}
    }
    .into_any()
}

impl Editor {
    /// Checks what is typed and, when it is right, works out who would change.
    fn check(self) {
        let typed = self.typed.get_untracked();
        let id = self.form.with_value(|form| form.id);
        match self.app.peek(|model| save(model, id, &typed)) {
            Err(faults) => {
                self.impact.clear();
                self.checked.set(Checked::Faults(typed, faults));
            }
            Ok(draft) => {
                let run = self.app.peek(|model| impact_of(model, &draft.operation));
                self.impact.run(run, Callback::new(move |()| self.check()));
                self.checked.set(Checked::Right(typed, draft));
            }
        }
    }

    /// True when what stands in the form was checked and found right, with who would change.
    fn is_ready(self) -> bool {
        let typed = self.typed.get();
        let right = self
            .checked
            .with(|checked| matches!(checked, Checked::Right(of, _) if *of == typed));
        right && self.impact.is_ready()
    }

    fn save(self) {
        let id = self.form.with_value(|form| form.id);
        let typed = self.typed.get_untracked();
        match self.app.peek(|model| save(model, id, &typed)) {
            Ok(draft) => {
                self.open.set(Open::List);
                self.app.act(draft.operation);
            }
            Err(faults) => self.checked.set(Checked::Faults(typed, faults)),
        }
    }
}

fn facts(app: App, draft: &DraftSet) -> AnyView {
    let (title, issuer, decision) = (draft.title, draft.issuer, draft.decision);
    let (from, to) = (draft.from, draft.to);
    view! {
        <Panel title=app.t(M::Facts)>
            <div class="form form--columns">
                <TextInput label=app.t(M::Title) hint=app.t(M::TitleHint) bind=title required=true />
                <TextInput label=app.t(M::Issuer) bind=issuer required=true />
                <TextInput label=app.t(M::Decision) hint=app.t(M::DecisionHint) bind=decision required=true />
                <DateInput label=app.t(M::From) hint=app.t(M::FromHint) bind=from required=true />
                <DateInput label=app.t(M::To) hint=app.t(M::ToHint) bind=to />
            </div>
        </Panel>
    }
    .into_any()
}

/// What the check found, and the buttons.
fn result(editor: &Editor) -> AnyView {
    let editor = *editor;
    let app = editor.app;
    let found = move || {
        let typed = editor.typed.get();
        editor.checked.with(|checked| match checked {
            Checked::Faults(of, found) if *of == typed => faults(app, found),
            Checked::Right(of, draft) if *of == typed => right(&editor, draft),
            _ => view! { <p class="muted">{app.t(M::NotChecked)}</p> }.into_any(),
        })
    };
    let close = move |()| editor.open.set(Open::List);
    view! {
        <Panel title=app.t(M::ResultTitle)>
            <div class="stack">
                <div class="local__found">{found}</div>
                <div class="local__buttons">
                    <Button label=app.t(ShellMessage::Cancel) on_press=close />
                    <Button label=app.t(M::Check) on_press=move |()| editor.check() />
                    <Button
                        look=ButtonLook::Primary label=app.t(M::Save) hint=app.t(M::CheckHint)
                        disabled=Signal::derive(move || !editor.is_ready())
                        on_press=move |()| editor.save()
                    />
                </div>
            </div>
        </Panel>
    }
    .into_any()
}

fn faults(app: App, faults: &[SetFault]) -> AnyView {
    let title = app.t(M::FaultsTitle {
        count: faults.len(),
    });
    let lines: Vec<String> = faults.iter().map(|fault| app.t(fault.clone())).collect();
    let lines = StoredValue::new(lines);
    view! {
        <Note kind=NoteKind::Error title=title>
            <ul class="local__faults">
                {lines.get_value().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </Note>
    }
    .into_any()
}

fn right(editor: &Editor, draft: &SetDraft) -> AnyView {
    let app = editor.app;
    let ends = draft.ends.as_ref().map(|(_, set)| {
        let day = set.span.to.map(format::day).unwrap_or_default();
        let title = set.title.clone();
        view! { <Note title=app.t(M::Ends { title, day }) /> }
    });
    view! {
        <div class="stack">
            {ends}
            {editor.impact.view(false)}
            <p class="muted small">{app.t(M::ProposalsOnly)}</p>
        </div>
    }
    .into_any()
}
