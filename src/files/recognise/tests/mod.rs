//! Recognition as a whole, on small tables made here and on the real catalogue.

mod extract;
mod propose;
mod value;

#[cfg(not(target_arch = "wasm32"))]
mod property;
