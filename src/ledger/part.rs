//! The part of a book that bears on one official's own score.

use crate::domain::{AssignmentId, OfficialId};

use super::{Book, Key, Record};

impl Book {
    /// A book that scores one official as this one does, those they lead aside, and is small
    /// enough to try something on: the tasks of others stay out, the own ones are numbered anew.
    /// Its records may point to ones that are not there.
    #[must_use]
    pub fn part_of(&self, official: OfficialId) -> Self {
        let mut part = Self {
            agency: self.agency.clone(),
            units: self.units.clone(),
            groups: self.groups.clone(),
            catalogues: self.catalogues.clone(),
            unit_years: self.unit_years.clone(),
            readings: self.readings.clone(),
            calendar: self.calendar.clone(),
            local_rules: self.local_rules.clone(),
            ..Self::default()
        };
        let mut put = |key, record: Record| part.put(key, Some(record));
        if let Some(record) = self.officials.get(official) {
            put(Key::Official(official), record.clone().into());
        }
        for (id, record) in self.positions.of(official) {
            put(Key::Position(id), record.clone().into());
        }
        for (id, record) in self.absences.of(official) {
            put(Key::Absence(id), record.clone().into());
        }
        // Tasks lie densely by number: numbered anew they take no more room than there are.
        for (number, (_, record)) in (1..).zip(self.assignments.of(official)) {
            put(Key::Assignment(AssignmentId(number)), record.clone().into());
        }
        for (id, record) in self.complaints.of(official) {
            put(Key::Complaint(id), record.clone().into());
        }
        for (id, record) in self.incidents.of(official) {
            put(Key::Incident(id), record.clone().into());
        }
        for (id, record) in self.disciplines.of(official) {
            put(Key::Discipline(id), record.clone().into());
        }
        for (id, record) in self.gate_conclusions.of(official) {
            put(Key::GateConclusion(id), record.clone().into());
        }
        for (id, record) in self.decisions.of(official) {
            put(Key::Decision(id), record.clone().into());
        }
        self.put_sheets_of(official, &mut put);
        part
    }

    fn put_sheets_of(&self, official: OfficialId, put: &mut impl FnMut(Key, Record) -> bool) {
        let own = |key: OfficialId| key == official;
        for ((whose, period), record) in self.generals.iter().filter(|((key, _), _)| own(*key)) {
            put(Key::General(whose, period), record.clone().into());
        }
        for ((whose, period), record) in self.leaderships.iter().filter(|((key, _), _)| own(*key)) {
            put(Key::Leadership(whose, period), record.clone().into());
        }
        for ((whose, period), record) in self.supports.iter().filter(|((key, _), _)| own(*key)) {
            put(Key::Support(whose, period), record.clone().into());
        }
        for ((whose, period), record) in self.confirmations.iter().filter(|((key, _), _)| own(*key))
        {
            put(Key::Confirmation(whose, period), record.clone().into());
        }
        for ((whose, month), record) in self.foreign_scores.iter().filter(|((key, _), _)| own(*key))
        {
            put(Key::ForeignScore(whose, month), record.clone().into());
        }
    }
}
