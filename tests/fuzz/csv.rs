//! Tables as text, in every encoding.
#![no_main]

use congtam::app::job::{Bytes, Job, ReadTables};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let order = ReadTables {
        name: "a.csv".to_owned(),
        bytes: Bytes(data.to_vec()),
        standard_points: Some("10".to_owned()),
        ..ReadTables::default()
    };
    let _ = congtam::work::run(Job::ReadTables(order), None, &mut |_| {});
});
