//! Has the linker leave in the page what tools/split needs to take it apart.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=tools/link.rs");
    let split = std::env::var_os("CARGO_FEATURE_SPLIT").is_some();
    let target = std::env::var("CARGO_CFG_TARGET_FAMILY").unwrap_or_default();
    if split && target.split(',').any(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=page=--emit-relocs");
    }
}
