//! Writes one of every office file, with invented content, into a directory:
//! `cargo run --example office -- DIRECTORY`. `tests/office/check.sh` opens them
//! with LibreOffice and independent readers.

use std::error::Error;
use std::path::Path;

#[path = "office/exchange.rs"]
mod exchange;
#[path = "office/expected.rs"]
mod expected;
#[path = "office/forms.rs"]
mod forms;
#[path = "office/sample.rs"]
mod sample;
#[path = "office/sealed.rs"]
mod sealed;
#[path = "office/summary.rs"]
mod summary;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args()
        .nth(1)
        .ok_or("name a directory to write to")?;
    let directory = Path::new(&directory);
    std::fs::create_dir_all(directory)?;
    forms::write(directory)?;
    let summary = summary::write(directory)?;
    exchange::write(directory, &summary)?;
    sample::write(directory)?;
    sealed::write(directory)?;
    Ok(())
}
