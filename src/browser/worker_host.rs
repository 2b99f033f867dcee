//! The worker's side: takes jobs one after the other and answers.

use js_sys::global;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::parcel::Parcel;
use super::worker_message::{Mark, Message};

/// Serves the program's jobs for as long as the worker lives.
pub fn serve_jobs() {
    serve(|parcel: Parcel, report| parcel.open(report));
}

/// Serves jobs of any kind with this function.
pub fn serve<J, R, P>(run: impl Fn(J, &mut dyn FnMut(P)) -> R + 'static)
where
    J: DeserializeOwned,
    R: Serialize,
    P: Serialize,
{
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let listener = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Message::unpack(&event.data());
            let asked = message.and_then(|it| it.value::<J>().map(|job| (it.job, job)));
            if let Some((number, job)) = asked {
                let mut report = |progress: P| {
                    send(&scope, &Message::with(number, Mark::Progress, &progress));
                };
                let reply = run(job, &mut report);
                send(&scope, &Message::with(number, Mark::Reply, &reply));
            } else {
                // Page and worker are of two builds: the page hears of it as an error.
                wasm_bindgen::throw_str("unreadable job");
            }
        })
    };
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    send(&scope, &Message::with(0, Mark::Ready, &()));
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &Message) {
    let (packed, handed_over) = message.pack();
    if let Err(error) = scope.post_message_with_transfer(&packed, &handed_over) {
        wasm_bindgen::throw_val(error);
    }
}
