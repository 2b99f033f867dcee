//! The lines of the general criteria: words, points and the running sum of each section.

use leptos::prelude::*;

use crate::app::view::local_rules::{SectionView, sections, typed_sum};
use crate::app::workflow::local_rules::TypedSet;
use crate::domain::Decimal;
use crate::i18n::format;
use crate::i18n::local_rules::{LocalMessage as M, roman};
use crate::i18n::reason::wording;
use crate::ui::App;
use crate::ui::components::{Checkbox, NumberInput, Panel, TextArea};

use super::draft::{DraftLine, DraftSet};

pub(super) fn panel(app: App, draft: &DraftSet, typed: Memo<TypedSet>) -> AnyView {
    let own = draft.own_lines;
    let lines = StoredValue::new(draft.lines.clone());
    let content = move || {
        own.get().then(|| {
            let all = sections().into_iter();
            let shown = all.map(|one| lines.with_value(|lines| section(app, &one, lines, typed)));
            view! { <div class="stack">{shown.collect_view()}<p class="muted small">{app.t(M::TasksStay)}</p></div> }
        })
    };
    view! {
        <Panel title=app.t(M::Criteria)>
            <div class="stack">
                <Checkbox label=app.t(M::OwnLines) hint=app.t(M::OwnLinesHint) bind=own />
                {content}
            </div>
        </Panel>
    }
    .into_any()
}

fn section(app: App, one: &SectionView, lines: &[DraftLine], typed: Memo<TypedSet>) -> AnyView {
    let locale = app.locale.get_untracked();
    let (number, max) = (one.number, one.max);
    let title = app.t(M::Section {
        mark: roman(number),
        name: wording(&one.name, locale).to_owned(),
    });
    let sum = Memo::new(move |_| typed.with(|typed| typed_sum(typed, number)));
    let own = lines.iter().filter(|line| line.line.section == number);
    let rows = own.map(|line| row(app, *line)).collect_view();
    view! {
        <fieldset class="local__section">
            <legend class="local__legend">{title}</legend>
            {rows}
            <p class="local__sum" class:local__sum--off=move || sum.get() != Some(max) aria-live="polite">
                {move || told(app, sum.get(), max)}
            </p>
        </fieldset>
    }
    .into_any()
}

/// The sum beside what the decree gives the section, with what is too much or too little.
fn told(app: App, sum: Option<Decimal>, max: Decimal) -> String {
    let number = |value| format::decimal(value, app.locale.get_untracked());
    let Some(sum) = sum else {
        return app.t(M::SumUnknown { max: number(max) });
    };
    if sum == max {
        return app.t(M::Sum {
            sum: number(sum),
            max: number(max),
        });
    }
    let off = Decimal::from_millionths(sum.millionths().saturating_sub(max.millionths()));
    app.t(M::SumOff {
        sum: number(sum),
        max: number(max),
        off: number(off),
    })
}

fn row(app: App, line: DraftLine) -> AnyView {
    let name = line.line.to_string();
    view! {
        <div class="local__line">
            <strong class="rules__mark" aria-hidden="true">{name.clone()}</strong>
            <TextArea label=app.t(M::Wording { line: name.clone() }) label_hidden=true rows=2 bind=line.wording />
            <NumberInput label=app.t(M::Most { line: name }) label_hidden=true bind=line.max />
        </div>
    }
    .into_any()
}
