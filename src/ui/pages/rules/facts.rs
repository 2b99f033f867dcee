//! The catalogue itself: decision, time, standard product, groups.

use leptos::prelude::*;

use crate::app::view::catalogue::current;
use crate::app::workflow::catalogue::{CatalogueField, NewCatalogue, save_catalogue, suggested};
use crate::i18n::format;
use crate::i18n::rules::CatalogueMessage as M;
use crate::i18n::shell::ShellMessage;
use crate::ui::App;
use crate::ui::components::{DialogShape, InputKind, Note};

use super::catalogue::{Open, range};
use super::form::{Fields, FormDialog, Shown};

/// The fields before the groups.
const PLAIN: usize = 7;
/// Groups offered: the most the decree allows (Điều 13.1a).
const BANDS: usize = 5;

pub(super) fn dialog(app: App, open: RwSignal<Open>) -> AnyView {
    let close = move || open.set(Open::None);
    let held = app.peek(current);
    let id = held.as_ref().map(|(id, _)| *id);
    let facts = held.map_or_else(
        || app.peek(|model| suggested(&model.book, model.month().year())),
        |(_, facts)| facts,
    );
    let locale = app.locale.get_untracked();
    let mut texts = vec![
        facts.name,
        facts.decision.unwrap_or_default(),
        facts.issuer.unwrap_or_default(),
        format::day(facts.span.from),
        facts.span.to.map(format::day).unwrap_or_default(),
        format::decimal(facts.standard_points, locale),
        facts
            .coefficient_decimals
            .map(|decimals| decimals.to_string())
            .unwrap_or_default(),
    ];
    for at in 0..BANDS {
        let band = facts.bands.get(at);
        texts.push(band.map(|band| band.name.clone()).unwrap_or_default());
        texts.push(
            band.map(|band| range(band.from, band.to, locale))
                .unwrap_or_default(),
        );
    }
    let fields = Fields::new(texts);
    let on_save = move |()| {
        let new = NewCatalogue {
            name: fields.text(0),
            decision: fields.text(1),
            issuer: fields.text(2),
            from: fields.text(3),
            to: fields.text(4),
            standard: fields.text(5),
            decimals: fields.text(6),
            bands: (0..BANDS)
                .map(|at| (fields.text(PLAIN + 2 * at), fields.text(PLAIN + 2 * at + 1)))
                .collect(),
        };
        let drafted = app.peek(|model| save_catalogue(&model.book, id, &new, model.month().year()));
        match drafted {
            Ok(operation) => {
                close();
                app.act(operation);
            }
            Err(errors) => fields.refuse(errors.into_iter().map(|(field, error)| {
                let at = match field {
                    CatalogueField::Name => 0,
                    CatalogueField::From => 3,
                    CatalogueField::To => 4,
                    CatalogueField::Standard => 5,
                    CatalogueField::Decimals => 6,
                    CatalogueField::Band(at) => PLAIN + 2 * at + 1,
                };
                (at, app.t(error))
            })),
        }
    };
    FormDialog {
        title: app.t(M::FactsTitle),
        shape: DialogShape::Wide,
        save: app.t(ShellMessage::Save),
        ready: Signal::derive(|| true),
        on_save: Callback::new(on_save),
        on_close: Callback::new(move |()| close()),
        more: ViewFn::default(),
        content: ViewFn::from(move || content(app, fields)),
    }
    .show(app)
}

fn content(app: App, fields: Fields) -> AnyView {
    let plain = [
        (M::Name, None, InputKind::Text),
        (M::Decision, None, InputKind::Text),
        (M::Issuer, None, InputKind::Text),
        (M::From, None, InputKind::Date),
        (M::To, Some(M::ToHint), InputKind::Date),
        (M::Standard, None, InputKind::Number),
        (M::Decimals, Some(M::DecimalsHint), InputKind::Number),
    ];
    let inputs = plain
        .into_iter()
        .enumerate()
        .map(|(at, (label, hint, kind))| {
            let shown = Shown {
                hint: hint.map(|hint| app.t(hint)),
                kind,
                required: matches!(at, 0 | 3 | 5),
                ..Shown::text(app.t(label))
            };
            fields.input(at, shown)
        });
    let bands = (0..2 * BANDS).map(|at| {
        let number = at / 2 + 1;
        let label = if at % 2 == 0 {
            M::BandName { number }
        } else {
            M::BandPoints { number }
        };
        fields.input(PLAIN + at, Shown::text(app.t(label)))
    });
    view! {
        <div class="stack">
            <Note title=app.t(M::FactsNote) />
            <div class="form form--columns">{inputs.collect_view()}</div>
            <div class="rules__pairs">{bands.collect_view()}</div>
        </div>
    }
    .into_any()
}
