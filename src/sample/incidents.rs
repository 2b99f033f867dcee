//! Incidents: some open, some confirmed, one dismissed, some with a decided effect.

use chrono::Days;

use super::Maker;
use super::cast::Cast;
use super::complaints::{known, read_effect, whom};
use crate::domain::{Day, Incident, IncidentId, IncidentReview};
use crate::ledger::{Key, Kind};

const INCIDENTS: &str = include_str!("data/incidents.tsv");

impl Maker<'_> {
    /// The register of incidents, as far as it has come by the last day of the sample.
    pub(super) fn incidents(&mut self, cast: &Cast) {
        let rows = INCIDENTS.lines().filter(|row| !row.starts_with('#'));
        for row in rows {
            let columns: Vec<&str> = row.split('\t').collect();
            if let Some(incident) = self.incident(cast, &columns) {
                let id = IncidentId(self.draft.fresh(Kind::Incident));
                self.draft.put(Key::Incident(id), incident);
            }
        }
    }

    fn incident(&self, cast: &Cast, columns: &[&str]) -> Option<Incident> {
        let [
            on,
            criterion,
            about,
            summary,
            recorded_by,
            evidence,
            explanation,
            review,
            effects,
        ] = *columns.first_chunk::<9>()?;
        let on = self.day_of(on).filter(|day| *day <= self.until)?;
        let (official, unit) = whom(cast, about);
        let review = read_review(review, on).filter(|review| review.on <= self.until);
        let effects = effects.split(';').filter_map(|text| read_effect(text, on));
        Some(Incident {
            on,
            criterion: criterion.to_owned(),
            official,
            unit,
            assignment: None,
            summary: summary.to_owned(),
            recorded_by: recorded_by.to_owned(),
            evidence: known(evidence),
            explanation: known(explanation),
            effects: effects.filter(|effect| effect.on <= self.until).collect(),
            reviews: review.into_iter().collect(),
        })
    }
}

/// `confirmed+6@05/BB-VP`: verdict, days after the incident, document.
fn read_review(text: &str, on: Day) -> Option<IncidentReview> {
    let (verdict, document) = match text.split_once('@') {
        Some((verdict, document)) => (verdict, Some(document.to_owned())),
        None => (text, None),
    };
    let (verdict, days) = verdict.split_once('+')?;
    Some(IncidentReview {
        confirmed: verdict == "confirmed",
        by: "Chủ tịch UBND xã".to_owned(),
        on: on + Days::new(days.parse().ok()?),
        document,
    })
}
