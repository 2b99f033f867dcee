//! Complaints in every state with their steps and effects, and one case of discipline.

use chrono::Days;

use super::cast::Cast;
use super::{Maker, day};
use crate::domain::{
    Complaint, ComplaintId, ComplaintState, ComplaintStep, Conclusion, Day, Decimal, Discipline,
    DisciplineId, DisciplineSide, LineEffect, LineId, OfficialId, Period, UnitId,
};
use crate::ledger::{Key, Kind};

const COMPLAINTS: &str = include_str!("data/complaints.tsv");

/// The complaint of each row so far; nothing for one after the sample's last day.
type Recorded = Vec<Option<ComplaintId>>;

impl Maker<'_> {
    /// The register of complaints, as far as it has come by the last day of the sample.
    pub(super) fn complaints(&mut self, cast: &Cast) {
        let rows = COMPLAINTS.lines().filter(|row| !row.starts_with('#'));
        let mut recorded = Recorded::new();
        for row in rows {
            let columns: Vec<&str> = row.split('\t').collect();
            let complaint = self.complaint(cast, &columns, &recorded);
            recorded.push(complaint.map(|complaint| {
                let id = ComplaintId(self.draft.fresh(Kind::Complaint));
                self.draft.put(Key::Complaint(id), complaint);
                id
            }));
        }
    }

    fn complaint(
        &mut self,
        cast: &Cast,
        columns: &[&str],
        recorded: &Recorded,
    ) -> Option<Complaint> {
        let [
            received,
            channel,
            criterion,
            procedure,
            about,
            summary,
            steps,
            effects,
        ] = *columns.first_chunk::<8>()?;
        let received = self.day_of(received).filter(|day| *day <= self.until)?;
        let (official, unit) = whom(cast, about);
        let number = self.draft.fresh(Kind::Complaint);
        let effects: Vec<LineEffect> = effects
            .split(';')
            .filter_map(|effect| read_effect(effect, received))
            .filter(|effect| effect.on <= self.until)
            .collect();
        Some(Complaint {
            number: format!("PA.{number:03}"),
            received,
            channel: channel.to_owned(),
            criterion: known(criterion),
            procedure: known(procedure),
            official,
            unit,
            assignment: None,
            dossier: official.map(|_| format!("H.{:04}", 100 + number * 7)),
            summary: summary.to_owned(),
            steps: steps
                .split(';')
                .filter_map(|step| read_step(step, received, recorded))
                .filter(|step| step.on <= self.until)
                .collect(),
            effects,
        })
    }

    /// A date, or so many days before the sample's last day.
    pub(super) fn day_of(&self, text: &str) -> Option<Day> {
        match text.strip_prefix('-') {
            Some(days) => Some(self.until - Days::new(days.parse().ok()?)),
            None => text.parse().ok(),
        }
    }

    /// A violation in duty, disciplined in the evaluated year.
    pub(super) fn discipline(&mut self, cast: &Cast) {
        let (Some(person), effective) = (cast.of("disciplined"), day(5, 20)) else {
            return;
        };
        if effective > self.until {
            return;
        }
        let record = Discipline {
            official: person.id,
            form: "khien-trach".to_owned(),
            side: DisciplineSide::Administrative,
            act: "Thẩm tra hồ sơ đất đai không đúng trình tự".to_owned(),
            act_on: Some(day(3, 18)),
            decision: Some("45/QĐ-UBND (mẫu)".to_owned()),
            effective,
            duty_related: true,
            same_act_as: None,
            already_used_in: None,
            act_unit: None,
        };
        let id = DisciplineId(self.draft.fresh(Kind::Discipline));
        self.draft.put(Key::Discipline(id), record);
    }
}

pub(super) fn known(text: &str) -> Option<String> {
    (text != "-").then(|| text.to_owned())
}

pub(super) fn whom(cast: &Cast, about: &str) -> (Option<OfficialId>, Option<UnitId>) {
    let unit = about
        .strip_prefix('u')
        .and_then(|number| number.parse::<usize>().ok());
    match unit {
        Some(at) => (None, cast.units.get(at).copied()),
        None => (cast.of(about).map(|person| person.id), None),
    }
}

/// `verifying+5@12/TB-UBND`: state, days after receipt, document.
fn read_step(text: &str, received: Day, recorded: &Recorded) -> Option<ComplaintStep> {
    let (step, document) = match text.split_once('@') {
        Some((step, document)) => (step, Some(document.to_owned())),
        None => (text, None),
    };
    let (state, days) = step.split_once('+')?;
    // What goes out under a number is signed; the rest is done at the reception.
    let actor = if document.is_some() {
        "Chủ tịch UBND xã"
    } else {
        "Công chức tiếp công dân"
    };
    Some(ComplaintStep {
        on: received + Days::new(days.parse().ok()?),
        state: state_of(state, recorded)?,
        actor: Some(actor.to_owned()),
        document,
        note: None,
    })
}

fn state_of(word: &str, recorded: &Recorded) -> Option<ComplaintState> {
    use ComplaintState as State;
    Some(match word {
        "accepted" => State::Accepted,
        "refused" => State::Refused,
        "forwarded" => State::Forwarded,
        "verifying" => State::Verifying,
        "closed" => State::Closed,
        "concluded_substantiated" => State::Concluded(Conclusion::Substantiated),
        "concluded_partly" => State::Concluded(Conclusion::PartlySubstantiated),
        "concluded_unfounded" => State::Concluded(Conclusion::Unfounded),
        "concluded_withdrawn" => State::Concluded(Conclusion::Withdrawn),
        "concluded_not_established" => State::Concluded(Conclusion::NotEstablished),
        "extended" => State::Extended,
        // `linked7`: to the complaint in the seventh row.
        linked => {
            let row: usize = linked.strip_prefix("linked")?.parse().ok()?;
            State::Linked((*recorded.get(row.checked_sub(1)?)?)?)
        }
    })
}

/// `II.4:1:2026-03:taken:20:reason`: line, points, month, taken or declined, days after
/// receipt, reason.
pub(super) fn read_effect(text: &str, received: Day) -> Option<LineEffect> {
    let mut parts = text.splitn(6, ':');
    let (line, points) = (
        LineId::parse(parts.next()?)?,
        Decimal::parse(parts.next()?).ok()?,
    );
    let Period::Month(month) = Period::parse(parts.next()?).ok()? else {
        return None;
    };
    let taken = parts.next()? == "taken";
    let on = received + Days::new(parts.next()?.parse().ok()?);
    Some(LineEffect {
        line,
        month,
        points,
        taken,
        by: "Chủ tịch UBND xã".to_owned(),
        reason: parts.next()?.to_owned(),
        on,
    })
}
