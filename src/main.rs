//! Mounts the page.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"Công Tâm"</h1></main> });
}
