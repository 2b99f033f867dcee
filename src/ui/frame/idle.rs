//! Locks the data after a while without use.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::{Event, IDLE, LockAsk, idle_minutes};
use crate::ui::App;

/// Between two looks at the clock: a machine that slept is locked at its next tick.
const TICK: Duration = Duration::from_secs(10);
/// What counts as use.
const USES: [&str; 4] = ["pointerdown", "pointermove", "keydown", "wheel"];

/// Watches while the frame stands.
pub(super) fn watch(app: App) {
    let limit = app.view(|model| {
        let minutes = idle_minutes(model.preferences.get(IDLE).map(String::as_str));
        minutes.filter(|_| model.lock.on)
    });
    let used = StoredValue::new(app.now().moment.0);
    // True when it was time. What cannot be locked now is tried again after another while.
    let due = move || {
        let now = app.now().moment.0;
        // A last tick may come when the frame has gone.
        let minutes = limit.try_get_untracked().flatten();
        let since = used.try_get_value().unwrap_or(now);
        let due = minutes.is_some_and(|minutes| now - since >= i64::from(minutes) * 60_000);
        if due {
            used.set_value(now);
            app.dispatch(Event::LockAsked(LockAsk::LockUnused));
        }
        due
    };
    for name in USES {
        let name = leptos::ev::Custom::<web_sys::Event>::new(name);
        let handle = window_event_listener(name, move |_| {
            // The first touch after a long sleep locks; it does not count as use.
            if !due() {
                used.set_value(app.now().moment.0);
            }
        });
        on_cleanup(move || handle.remove());
    }
    let ticks = set_interval_with_handle(
        move || {
            due();
        },
        TICK,
    );
    if let Ok(ticks) = ticks {
        on_cleanup(move || ticks.clear());
    }
}
