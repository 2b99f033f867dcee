//! Where a rule stands written and how binding it is, in one line.

use leptos::prelude::*;

use crate::app::view::rules::Source;
use crate::i18n::Say as _;
use crate::i18n::reason::{GradeName, citation};
use crate::ui::App;
use crate::ui::components::GradeBadge;
use crate::ui::why::grade_mark;

/// The citation of a rule with its grade.
pub fn cited(app: App, source: &Source) -> AnyView {
    let locale = app.locale.get_untracked();
    let grade = GradeName::from(source.grade).say(locale);
    view! {
        <span class="rules__cite">
            {citation(&source.citations, locale)}" "
            <GradeBadge mark=grade_mark(source.grade) label=grade />
        </span>
    }
    .into_any()
}
