//! Which screen a record is looked at and changed on.

use crate::app::view::why::Place;
use crate::ui::{DataSection, Route};

/// The screen of a place.
#[must_use]
pub fn route(place: Place) -> Route {
    match place {
        Place::Task(task) => Route::Tasks(Some(task.0.to_string())),
        Place::Complaint(complaint) => Route::Complaints(Some(complaint.0.to_string())),
        Place::Incident(incident) => Route::incidents(Some(incident)),
        Place::Sheet(official, period) => Route::SheetOf(official, period),
        Place::Official(official) => Route::Official(official),
        Place::Discipline => Route::Complaints(Some("ky-luat".to_owned())),
        Place::YearSheet(official) => Route::Year(Some(official)),
        Place::Year => Route::Year(None),
        Place::Agency => Route::Data(DataSection::State),
        Place::Import => Route::Data(DataSection::Import),
        Place::Rules => Route::Rules(Some("cach-hieu".to_owned())),
    }
}
