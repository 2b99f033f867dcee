//! Mounts the page, or only offers the rescue file when the address asks for that.

use congtam::{browser, ui};

fn main() {
    let language = browser::language();
    browser::install_rescue(ui::broken_words(&language).into());
    browser::take_on_preferences();
    if browser::rescue_asked() {
        browser::rescue(ui::rescue_words(&language).into());
    } else {
        ui::start(ui::Outside {
            language,
            prefer: browser::prefer,
            anything_stored: || Box::pin(browser::anything_stored()),
            edge: browser::edge,
        });
    }
}
