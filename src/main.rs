//! Mounts the page.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>{env!("CARGO_PKG_NAME")}</h1></main> });
}
