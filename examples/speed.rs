#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::print_stdout)]
#[path = "office/forms.rs"]
mod forms;
use congtam::files::archive::{FileNames, pack};
use congtam::files::forms::*;
use std::ops::ControlFlow;
use std::time::Instant;
fn main() {
    for n in [60usize, 1000] {
        let start = Instant::now();
        let mut names = FileNames::default();
        let zip = pack(
            n,
            |_| {
                let file = names.claim(&["Mau-01", "2026-08", "Nguyễn Văn Mẫu"], "docx");
                Ok::<_, DocxError>((
                    file,
                    write_docx(
                        &forms::monthly("Nguyễn Văn Mẫu").paper(),
                        DocxProperties::default(),
                    )?,
                ))
            },
            |_| ControlFlow::Continue(()),
        )
        .unwrap();
        println!(
            "{n} forms: {:?}, zip {} kB",
            start.elapsed(),
            zip.len() / 1024
        );
    }
}
