//! Pasted blocks: text before a NUL, HTML behind it.
#![no_main]

use congtam::app::job::{Job, Pasted, ReadTables};
use congtam::app::workflow::paste::Block;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let both = String::from_utf8_lossy(data);
    let (text, html) = match both.split_once('\0') {
        Some((text, html)) => (text, Some(html)),
        None => (&*both, None),
    };
    let _ = Block::from_clipboard(text, html);
    let order = ReadTables {
        pasted: Some(Pasted {
            text: text.to_owned(),
            html: html.map(str::to_owned),
        }),
        ..ReadTables::default()
    };
    let _ = congtam::work::run(Job::ReadTables(order), None, &mut |_| {});
});
