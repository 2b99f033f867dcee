//! Every host test that is more than one module's own, in one binary.
//!
//! One module per line, so that adding one is one line.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod cases;
mod complainant;
mod coverage;
mod fixtures;
mod import;
mod keeping;
mod preview;
mod properties;
mod sample;
mod scorecard;
mod tidy;
