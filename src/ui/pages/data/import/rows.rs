//! The rows of the preview, virtual, with what each needs from the user.

use leptos::prelude::*;

use crate::app::import::Field;
use crate::app::import::{ImportPlan, ImportProblem, PlannedRow, Verdict};
use crate::domain::OfficialId;
use crate::i18n::import::{FieldName, ImportMessage, shown_value};
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Button, Checkbox, Choice, Glyph, Select, ShowMore, Tag, Tone};

use super::correct::Correction;
use super::review::Shown;
use super::session::Session;

/// Rows shown at once; the chips narrow a longer list.
const PAGE: usize = 200;

pub(super) fn table(
    session: Session,
    plan: Memo<ImportPlan>,
    shown: RwSignal<Shown>,
    correcting: RwSignal<Option<Correction>>,
) -> AnyView {
    let app = session.app;
    let more = RwSignal::new(PAGE);
    let body = move || {
        let filter = shown.get();
        let sheets = session.sheet_names();
        plan.with(|plan| {
            if filter == Shown::Skipped {
                return plan
                    .skipped
                    .iter()
                    .take(more.get())
                    .map(|(table, row)| skipped(session, sheet(&sheets, *table), row))
                    .collect_view()
                    .into_any();
            }
            let rows = plan
                .rows
                .iter()
                .filter(|row| filter.keeps(row))
                .take(more.get());
            rows.map(|row| one(session, sheet(&sheets, row.at.table), row, correcting))
                .collect_view()
                .into_any()
        })
    };
    let head = [
        ImportMessage::ColumnTake,
        ImportMessage::ColumnRow,
        ImportMessage::ColumnWhat,
        ImportMessage::ColumnVerdict,
        ImportMessage::ColumnReason,
    ];
    let left = Memo::new(move |_| {
        let kept = |row: &&PlannedRow| shown.get().keeps(row);
        let total = plan.with(|plan| plan.rows.iter().filter(kept).count());
        total.saturating_sub(more.get())
    });
    let label = Signal::derive(move || {
        let rows = format!("+ {}", left.get());
        app.t(ImportMessage::RowsRead { rows })
    });
    let rest = move |()| more.update(|more| *more += PAGE);
    // The roles are said: on a phone rows are laid out as cards, and a browser may forget what they are.
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=app.t(ImportMessage::Rows)>
            <table class="table import__table" role="table">
                <thead role="rowgroup"><tr role="row">{head.into_iter().map(|head| view! { <th scope="col" role="columnheader">{app.t(head)}</th> }).collect_view()}</tr></thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
        </div>
        <ShowMore left=left label=label ended=app.t(ShellMessage::AllShown) on_press=rest class="import__rest" />
    }
    .into_any()
}

fn sheet(names: &[String], table: usize) -> String {
    names.get(table).cloned().unwrap_or_default()
}

fn skipped(session: Session, sheet: String, row: &crate::app::import::SkippedRow) -> AnyView {
    let app = session.app;
    let place = ImportMessage::SheetRow {
        sheet,
        row: row.row.to_string(),
    };
    view! {
        <tr role="row">
            <td role="cell"></td>
            <td role="cell">{app.t(place)}</td>
            <td role="cell">{row.text.clone()}</td>
            <td role="cell">{app.t(ImportMessage::FilterSkipped)}</td>
            <td role="cell">{app.t(row.reason)}</td>
        </tr>
    }
    .into_any()
}

const fn tone(verdict: &Verdict) -> Tone {
    match verdict {
        Verdict::New(_) => Tone::Excellent,
        Verdict::Changed(..) => Tone::Good,
        Verdict::Unchanged(_) | Verdict::LeftOut => Tone::Muted,
        Verdict::Conflict(_) => Tone::Fair,
        Verdict::Refused(_) => Tone::Poor,
    }
}

fn one(
    session: Session,
    sheet: String,
    row: &PlannedRow,
    correcting: RwSignal<Option<Correction>>,
) -> AnyView {
    let app = session.app;
    let at = row.at;
    let place = ImportMessage::SheetRow {
        sheet,
        row: at.row.to_string(),
    };
    let taken = row.verdict != Verdict::LeftOut;
    let toggle = move |take: bool| {
        session.choices.update(|choices| {
            if take {
                choices.left_out.remove(&at);
            } else {
                choices.left_out.insert(at);
            }
        });
    };
    view! {
        <tr role="row">
            <td role="cell">
                <Checkbox
                    label=app.t(ImportMessage::TakeRow { row: at.row.to_string() })
                    label_hidden=true
                    checked=taken
                    on_change=toggle
                />
            </td>
            <td role="cell">{app.t(place)}</td>
            <td class="import__what" role="cell">{row.label.clone()}</td>
            <td role="cell"><Tag label=app.t(ImportMessage::from(&row.verdict)) tone=tone(&row.verdict) /></td>
            <td role="cell">{reasons(session, row, correcting)}</td>
        </tr>
    }
    .into_any()
}

fn reasons(
    session: Session,
    row: &PlannedRow,
    correcting: RwSignal<Option<Correction>>,
) -> AnyView {
    let app = session.app;
    let locale = app.locale.get_untracked();
    let line = |text: String| view! { <p class="import__reason">{text}</p> }.into_any();
    let mut parts: Vec<AnyView> = Vec::new();
    match &row.verdict {
        Verdict::Refused(problem) => {
            parts.push(line(app.t(problem.clone())));
            parts.push(mend(session, row, problem, correcting));
        }
        Verdict::Conflict(problem) => {
            parts.push(line(app.t(problem.clone())));
            if let ImportProblem::Namesakes { who, .. } = problem {
                parts.push(who_is_meant(session, row, who));
            }
        }
        Verdict::Changed(_, changes) => {
            for change in changes {
                let message = ImportMessage::Change {
                    field: app.t(FieldName::from(change.field)),
                    before: shown_value(&change.before, locale),
                    after: shown_value(&change.after, locale),
                };
                parts.push(line(app.t(message)));
            }
        }
        Verdict::New(_) | Verdict::Unchanged(_) | Verdict::LeftOut => {}
    }
    for remark in &row.remarks {
        parts.push(line(app.t(remark.clone())));
        parts.push(mend(session, row, remark, correcting));
    }
    for problem in &row.cells {
        let at = ImportMessage::CellAt {
            column: problem.column.clone(),
            header: problem.header.clone(),
            value: problem.value.clone(),
        };
        let suggestion = problem
            .suggestion
            .clone()
            .map(|suggestion| app.t(suggestion))
            .unwrap_or_default();
        parts.push(line(format!(
            "{}{} {suggestion}",
            app.t(at),
            app.t(problem.reason.clone())
        )));
        if row.comes_without(problem) {
            let field = app.t(FieldName::from(problem.field)).to_lowercase();
            let message = match row.verdict {
                Verdict::New(_) => ImportMessage::ComesWithout { field },
                _ => ImportMessage::StaysAsItIs { field },
            };
            parts.push(
                view! { <p class="import__reason import__without">{app.t(message)}</p> }.into_any(),
            );
        }
        parts.push(correct_button(
            session,
            row,
            problem.field,
            app.t(ImportMessage::Correct),
            Some(problem.value.clone()),
            correcting,
        ));
    }
    parts.collect_view().into_any()
}

/// The cells a problem can be mended at.
fn fields_of(problem: &ImportProblem) -> Vec<Field> {
    match problem {
        ImportProblem::MissingField(field) => vec![*field],
        ImportProblem::UnknownPerson { .. } | ImportProblem::NameAndCodeDiffer { .. } => {
            vec![Field::PersonName, Field::PersonCode]
        }
        ImportProblem::UnknownProduct { .. } => vec![Field::ProductCode],
        ImportProblem::CoefficientMissing | ImportProblem::CoefficientOutOfRange { .. } => {
            vec![Field::Coefficient]
        }
        ImportProblem::CompletedAboveAssigned => vec![Field::Completed, Field::Assigned],
        ImportProblem::FinishedBeforeAssigned => vec![Field::Finished, Field::AssignedOn],
        ImportProblem::PeriodMissing => vec![Field::Period],
        ImportProblem::NoSuchStep => vec![Field::State],
        ImportProblem::StepOutside { .. } => vec![Field::ConclusionDate],
        ImportProblem::PersonRestedOn => vec![Field::PersonName, Field::PersonCode],
        _ => Vec::new(),
    }
}

/// Buttons to correct what a problem is about; cells with a problem of their own have theirs.
fn mend(
    session: Session,
    row: &PlannedRow,
    problem: &ImportProblem,
    correcting: RwSignal<Option<Correction>>,
) -> AnyView {
    let app = session.app;
    let own = |field: &Field| row.cells.iter().any(|cell| cell.field == *field);
    let button = |field: Field| {
        let name = app.t(FieldName::from(field)).to_lowercase();
        let label = app.t(ImportMessage::CorrectField { field: name });
        correct_button(session, row, field, label, None, correcting)
    };
    let fields = fields_of(problem).into_iter().filter(|field| !own(field));
    let buttons = fields.map(button).collect_view();
    view! { <div class="import__mend">{buttons}</div> }.into_any()
}

fn correct_button(
    session: Session,
    row: &PlannedRow,
    field: Field,
    label: String,
    value: Option<String>,
    correcting: RwSignal<Option<Correction>>,
) -> AnyView {
    let app = session.app;
    let at = row.at;
    let press = move |()| {
        let value = value.clone();
        let value = value.unwrap_or_else(|| session.written(at, field));
        correcting.set(Some(Correction { at, field, value }));
    };
    view! {
        <Button
            icon=Glyph::Edit
            label=label
            hint=app.t(ImportMessage::CorrectTitle { field: app.t(FieldName::from(field)), row: at.row.to_string() })
            on_press=press
        />
    }
    .into_any()
}

fn who_is_meant(session: Session, row: &PlannedRow, who: &[OfficialId]) -> AnyView {
    let app = session.app;
    let at = row.at;
    let mut options = vec![Choice::new("", app.t(ImportMessage::Choose))];
    app.peek(|model| {
        options.extend(who.iter().map(|id| {
            let code = model
                .book
                .officials
                .get(*id)
                .and_then(|official| official.code.clone())
                .unwrap_or_default();
            let unit = model
                .book
                .positions_of(*id)
                .last()
                .and_then(|(_, position)| model.book.units.get(position.unit))
                .map(|unit| unit.name.clone());
            Choice::new(
                id.0.to_string(),
                format!(
                    "{} · {code} · {}",
                    model.book.official_name(*id),
                    unit.unwrap_or_default()
                ),
            )
        }));
    });
    let take = move |value: String| {
        session.choices.update(|choices| match value.parse() {
            Ok(id) => {
                choices.people.insert(at, OfficialId(id));
            }
            Err(_) => {
                choices.people.remove(&at);
            }
        });
    };
    view! { <Select label=app.t(ImportMessage::WhoIsMeant) label_hidden=true options=options value="" on_change=take /> }.into_any()
}
