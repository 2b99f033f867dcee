//! Mounts the page, or only offers the rescue file when the address asks for that.

use std::rc::Rc;

use congtam::{browser, ui};

fn main() {
    let language = browser::language();
    browser::install_rescue(ui::broken_words(&language).into());
    let edge = browser::BrowserEdge::new();
    if browser::rescue_asked() {
        browser::rescue(&edge, ui::rescue_words(&language).into());
    } else {
        ui::mount(Rc::new(edge));
    }
}
