//! The nouns of the field: officials, units, tasks, complaints, periods, points.
//!
//! No rule of the law, no sentence a person reads and no serialisation lives here, so
//! these types may change shape freely; what is stored is mirrored in `store`.

mod absence;
mod agency;
mod assignment;
mod catalogue;
mod citation;
mod class;
mod clock;
mod complaint;
mod confirmation;
mod decimal;
mod decision;
mod discipline;
mod exact;
mod ids;
mod incident;
mod local_rules;
mod official;
mod period;
mod reading;
mod sheet;
mod unit;

pub use absence::*;
pub use agency::*;
pub use assignment::*;
pub use catalogue::*;
pub use citation::*;
pub use class::*;
pub use clock::*;
pub use complaint::*;
pub use confirmation::*;
pub use decimal::*;
pub use decision::*;
pub use discipline::*;
pub use exact::*;
pub use ids::*;
pub use incident::*;
pub use local_rules::*;
pub use official::*;
pub use period::*;
pub use reading::*;
pub use sheet::*;
pub use unit::*;

/// A calendar day without time zone.
pub type Day = chrono::NaiveDate;
