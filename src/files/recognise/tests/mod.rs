//! Recognition as a whole, on small tables made here and on the real catalogue.

mod extract;
mod propose;
mod value;
