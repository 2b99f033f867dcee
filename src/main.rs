//! Mounts the page.

use std::rc::Rc;

use congtam::{browser::BrowserEdge, ui};

fn main() {
    ui::mount(Rc::new(BrowserEdge::new()));
}
