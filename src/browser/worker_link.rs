//! The page's side: starts the worker when first needed, sends jobs, hands answers on.
//!
//! A job runs to its end without looking up, so cancelling the one under way ends the
//! worker; the next job starts another. Jobs are sent one at a time, so none is lost by it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::rc::{Rc, Weak};

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::worker_message::{Mark, Message};

/// Why a job was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// The worker did not start: its files are missing, or the browser has no workers.
    #[error("the worker did not start")]
    NotStarted,
    /// The worker broke down over this job, most likely for want of memory.
    #[error("the worker broke down")]
    BrokeDown,
    /// The worker answered in a language this page does not know.
    #[error("the worker is of another version")]
    OtherVersion,
}

/// What is heard of a job: any number of reports, then one of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobAnswer<R, P> {
    /// How far it is.
    Progress(P),
    /// What came of it.
    Done(R),
    /// It was not done.
    Failed(WorkerError),
}

/// The number of a job, to cancel it by.
pub type JobNumber = u32;

type Told<R, P> = Rc<dyn Fn(JobAnswer<R, P>)>;

struct Waiting<R, P> {
    number: JobNumber,
    bytes: Vec<u8>,
    told: Told<R, P>,
}

struct Running {
    worker: Worker,
    /// It said that it listens.
    ready: bool,
    /// Kept alive as long as the worker may call them.
    _listeners: [Closure<dyn Fn(JsValue)>; 2],
}

struct State<R, P> {
    address: String,
    last: JobNumber,
    running: Option<Running>,
    /// The first one is under way once the worker is ready.
    jobs: VecDeque<Waiting<R, P>>,
    sent: bool,
}

/// The way to the worker.
pub struct WorkerLink<J, R, P> {
    state: Rc<RefCell<State<R, P>>>,
    jobs: PhantomData<fn(J)>,
}

impl<J, R, P> WorkerLink<J, R, P>
where
    J: Serialize,
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    /// A link to the worker whose loader the page names; nothing is started yet.
    #[must_use]
    pub fn new() -> Self {
        Self::to(worker_address())
    }

    /// A link to the worker whose loader has this address.
    #[must_use]
    pub fn to(address: impl Into<String>) -> Self {
        Self {
            state: Rc::new(RefCell::new(State {
                address: address.into(),
                last: 0,
                running: None,
                jobs: VecDeque::new(),
                sent: false,
            })),
            jobs: PhantomData,
        }
    }

    /// Has a job done after those before it.
    pub fn start(&self, job: &J, told: impl Fn(JobAnswer<R, P>) + 'static) -> JobNumber {
        let number = {
            let mut state = self.state.borrow_mut();
            state.last += 1;
            let number = state.last;
            state.jobs.push_back(Waiting {
                number,
                bytes: Message::with(number, Mark::Job, job).bytes,
                told: Rc::new(told),
            });
            number
        };
        go_on(&self.state);
        number
    }

    /// Forgets a job; nothing more is heard of it. Whatever it was doing is ended.
    pub fn cancel(&self, number: JobNumber) {
        {
            let mut state = self.state.borrow_mut();
            let first = state.jobs.front().map(|job| job.number);
            if first == Some(number) && state.sent {
                state.end_worker();
            }
            state.jobs.retain(|job| job.number != number);
        }
        go_on(&self.state);
    }
}

impl<J, R, P> Default for WorkerLink<J, R, P>
where
    J: Serialize,
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    fn default() -> Self {
        Self::new()
    }
}

impl<J, R, P> Drop for WorkerLink<J, R, P> {
    fn drop(&mut self) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.end_worker();
        }
    }
}

impl<R, P> State<R, P> {
    fn end_worker(&mut self) {
        if let Some(running) = self.running.take() {
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
            running.worker.terminate();
        }
        self.sent = false;
    }

    /// Sends the first job when the worker listens and has none.
    fn send_first(&mut self) {
        let (Some(running), Some(job)) = (&self.running, self.jobs.front_mut()) else {
            return;
        };
        if !running.ready || self.sent {
            return;
        }
        let message = Message {
            job: job.number,
            mark: Mark::Job,
            bytes: std::mem::take(&mut job.bytes),
        };
        let (packed, handed_over) = message.pack();
        // A message that cannot be sent is one of a worker that is gone, which tells itself.
        drop(
            running
                .worker
                .post_message_with_transfer(&packed, &handed_over),
        );
        self.sent = true;
    }
}

type Shared<R, P> = Rc<RefCell<State<R, P>>>;

/// Starts the worker if there is work and none, and sends the next job.
fn go_on<R, P>(state: &Shared<R, P>)
where
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    let missing = {
        let state = state.borrow();
        state.running.is_none() && !state.jobs.is_empty()
    };
    if missing {
        let address = state.borrow().address.clone();
        match start_worker(&address, Rc::downgrade(state)) {
            Ok(running) => state.borrow_mut().running = Some(running),
            Err(_) => return fail_first(state, WorkerError::NotStarted),
        }
    }
    state.borrow_mut().send_first();
}

fn start_worker<R, P>(address: &str, state: Weak<RefCell<State<R, P>>>) -> Result<Running, JsValue>
where
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    let worker = Worker::new(address)?;
    let hear = {
        let state = Weak::clone(&state);
        Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let data = event.unchecked_into::<MessageEvent>().data();
            if let Some(state) = state.upgrade() {
                heard(&state, Message::unpack(&data));
            }
        })
    };
    let fail = Closure::<dyn Fn(JsValue)>::new(move |_: JsValue| {
        if let Some(state) = state.upgrade() {
            broke_down(&state);
        }
    });
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
    Ok(Running {
        worker,
        ready: false,
        _listeners: [hear, fail],
    })
}

fn heard<R, P>(state: &Shared<R, P>, message: Option<Message>)
where
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    let Some(message) = message else { return };
    match message.mark {
        Mark::Ready => {
            if let Some(running) = &mut state.borrow_mut().running {
                running.ready = true;
            }
        }
        Mark::Progress => {
            if let (Some(told), Some(progress)) = (listener(state, message.job), message.value()) {
                told(JobAnswer::Progress(progress));
            }
        }
        Mark::Reply => {
            if let Some(told) = listener(state, message.job) {
                finish_first(state);
                told(match message.value() {
                    Some(reply) => JobAnswer::Done(reply),
                    None => JobAnswer::Failed(WorkerError::OtherVersion),
                });
            }
        }
        Mark::Job => {}
    }
    go_on(state);
}

/// Who waits for the job under way, when it is this one.
fn listener<R, P>(state: &Shared<R, P>, number: JobNumber) -> Option<Told<R, P>> {
    let state = state.borrow();
    let first = state.jobs.front().filter(|job| job.number == number);
    first.map(|job| Rc::clone(&job.told))
}

fn finish_first<R, P>(state: &Shared<R, P>) {
    let mut state = state.borrow_mut();
    state.jobs.pop_front();
    state.sent = false;
}

fn broke_down<R, P>(state: &Shared<R, P>)
where
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    let was_ready = {
        let mut state = state.borrow_mut();
        let ready = state.running.as_ref().is_some_and(|running| running.ready);
        // Its listeners are running now, so they are let go only after this event.
        let gone = state.running.take();
        state.sent = false;
        wasm_bindgen_futures::spawn_local(async move {
            super::pause(0).await;
            if let Some(gone) = gone {
                gone.worker.terminate();
            }
        });
        ready
    };
    let error = if was_ready {
        WorkerError::BrokeDown
    } else {
        WorkerError::NotStarted
    };
    fail_first(state, error);
}

fn fail_first<R, P>(state: &Shared<R, P>, error: WorkerError)
where
    R: DeserializeOwned + 'static,
    P: DeserializeOwned + 'static,
{
    let first = state.borrow_mut().jobs.pop_front();
    if let Some(job) = first {
        (job.told)(JobAnswer::Failed(error));
        go_on(state);
    }
}

/// The loader the page names, which changes with every build; else its plain name.
fn worker_address() -> String {
    let named = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("meta[name=worker]").ok().flatten())
        .and_then(|meta| meta.get_attribute("content"));
    named.unwrap_or_else(|| "./worker_loader.js".to_owned())
}
