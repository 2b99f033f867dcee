//! What is typed into the form of a set, field by field.

use leptos::prelude::*;

use crate::app::workflow::local_rules::{
    FormKind, TypedBand, TypedConclusion, TypedLine, TypedSet, TypedTariff,
};
use crate::domain::{Conclusion, LineId};

/// Bands that can be entered.
pub(super) const BANDS: usize = 4;

type Text = RwSignal<String>;

/// The form of a set as signals.
#[derive(Clone)]
pub(super) struct DraftSet {
    pub title: Text,
    pub issuer: Text,
    pub decision: Text,
    pub from: Text,
    pub to: Text,
    pub own_lines: RwSignal<bool>,
    pub lines: Vec<DraftLine>,
    pub tariffs: Vec<DraftTariff>,
    pub conclusions: Vec<(Conclusion, Text)>,
}

/// A line.
#[derive(Clone, Copy)]
pub(super) struct DraftLine {
    pub line: LineId,
    pub wording: Text,
    pub max: Text,
}

/// A tariff.
#[derive(Clone)]
pub(super) struct DraftTariff {
    pub criterion: String,
    pub own: RwSignal<bool>,
    pub max: Text,
    pub form: Text,
    pub per_event: Text,
    /// Upper ends and points; each band begins where the one before ends.
    pub bands: Vec<(Text, Text)>,
    pub proposed: Text,
}

impl DraftSet {
    pub(super) fn new(typed: TypedSet) -> Self {
        let line = |line: TypedLine| DraftLine {
            line: line.line,
            wording: RwSignal::new(line.wording),
            max: RwSignal::new(line.max),
        };
        Self {
            title: RwSignal::new(typed.title),
            issuer: RwSignal::new(typed.issuer),
            decision: RwSignal::new(typed.decision),
            from: RwSignal::new(typed.from),
            to: RwSignal::new(typed.to),
            own_lines: RwSignal::new(typed.own_lines),
            lines: typed.lines.into_iter().map(line).collect(),
            tariffs: typed.tariffs.into_iter().map(DraftTariff::new).collect(),
            conclusions: typed
                .conclusions
                .into_iter()
                .map(|one| (one.conclusion, RwSignal::new(one.points)))
                .collect(),
        }
    }

    /// What is typed now; reactive.
    pub(super) fn typed(&self) -> TypedSet {
        let line = |line: &DraftLine| TypedLine {
            line: line.line,
            wording: line.wording.get(),
            max: line.max.get(),
        };
        TypedSet {
            title: self.title.get(),
            issuer: self.issuer.get(),
            decision: self.decision.get(),
            from: self.from.get(),
            to: self.to.get(),
            own_lines: self.own_lines.get(),
            lines: self.lines.iter().map(line).collect(),
            tariffs: self.tariffs.iter().map(DraftTariff::typed).collect(),
            conclusions: self
                .conclusions
                .iter()
                .map(|(conclusion, points)| TypedConclusion {
                    conclusion: *conclusion,
                    points: points.get(),
                })
                .collect(),
        }
    }
}

impl DraftTariff {
    fn new(typed: TypedTariff) -> Self {
        let count = typed.bands.len().max(BANDS);
        let band = |at: usize| {
            let band = typed.bands.get(at).cloned().unwrap_or_default();
            (RwSignal::new(band.below), RwSignal::new(band.points))
        };
        Self {
            own: RwSignal::new(typed.own),
            max: RwSignal::new(typed.max),
            form: RwSignal::new(typed.form.key().to_owned()),
            per_event: RwSignal::new(typed.per_event),
            bands: (0..count).map(band).collect(),
            proposed: RwSignal::new(typed.proposed),
            criterion: typed.criterion,
        }
    }

    /// The figure a band begins at: the end of the one before; reactive.
    pub(super) fn from(&self, at: usize) -> String {
        let before = at.checked_sub(1).and_then(|at| self.bands.get(at));
        before.map_or_else(|| "0".to_owned(), |(below, _)| below.get())
    }

    fn typed(&self) -> TypedTariff {
        let bands = self.bands.iter().enumerate();
        TypedTariff {
            criterion: self.criterion.clone(),
            own: self.own.get(),
            max: self.max.get(),
            form: FormKind::from_key(&self.form.get()),
            per_event: self.per_event.get(),
            bands: bands
                .map(|(at, (below, points))| TypedBand {
                    from: self.from(at),
                    below: below.get(),
                    points: points.get(),
                })
                .collect(),
            proposed: self.proposed.get(),
        }
    }
}
