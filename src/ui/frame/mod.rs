//! The frame around every screen: top bar, rail, banners, notices, keys.

mod idle;
mod keys;
mod notices;
mod period;
mod problem;
mod rail;
mod search;
mod top;
mod unlock;

use leptos::prelude::*;

use crate::app::view::frame::{FrameView, frame};
use crate::i18n::shell::ShellMessage;
use crate::ui::components::{Banner, Button, NoteKind};
use crate::ui::layout::Shell;
use crate::ui::use_app;

pub use notices::Notices;
pub use problem::Problem;
pub use unlock::Unlock;

/// The frame; the page comes in as children.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let app = use_app();
    let view = app.view(frame);
    keys::listen(app);
    idle::watch(app);
    view! {
        <Shell
            skip_label=app.t(ShellMessage::SkipToContent)
            rail_label=app.t(ShellMessage::NavMain)
            rail=rail::items(app)
            top=move || top::bar(view)
            banners=move || banners(view)
        >
            {children()}
        </Shell>
        {search::palette(app)}
        <Notices/>
    }
}

fn banners(view: Memo<FrameView>) -> AnyView {
    let app = use_app();
    let sample = move || {
        view.with(|view| view.sample).then(|| {
            view! {
                <Banner text=app.t(ShellMessage::SampleBanner)>
                    <Button
                        label=app.t(ShellMessage::LeaveSample)
                        on_press=move |()| app.dispatch(crate::app::Event::SampleLeft)
                    />
                </Banner>
            }
        })
    };
    let failure = move || {
        let saving = view.with(|view| view.saving.clone());
        let crate::app::Saving::Failed(problem) = saving else {
            return None;
        };
        Some(view! {
            <Banner kind=NoteKind::Error text=app.t(problem)>
                <Button
                    label=app.t(ShellMessage::Retry)
                    on_press=move |()| app.dispatch(crate::app::Event::RetryAsked)
                />
                <Button
                    label=app.t(ShellMessage::RescueDownload)
                    on_press=move |()| app.perform(crate::app::Effect::Rescue)
                />
            </Banner>
        })
    };
    view! { {failure} {sample} }.into_any()
}
