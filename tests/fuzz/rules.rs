//! Rules as TOML, and files of local rules.
#![no_main]

use congtam::files::local_rules;
use congtam::rules::Rules;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    drop(Rules::parse(&[("a.toml", &text)]));
    // Behind the checksum stands the same set as in a backup, which `backup` reads.
    drop(local_rules::read(data));
});
