//! What page and worker say to each other: `[job number, what it is, bytes]`.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// From the worker: it listens.
    Ready,
    /// To the worker: a job.
    Job,
    /// From the worker: how far the job is.
    Progress,
    /// From the worker: what came of the job.
    Reply,
}

const MARKS: [Mark; 4] = [Mark::Ready, Mark::Job, Mark::Progress, Mark::Reply];

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) job: u32,
    pub(super) mark: Mark,
    pub(super) bytes: Vec<u8>,
}

impl Message {
    /// A message with a value in it.
    pub(super) fn with<T: Serialize>(job: u32, mark: Mark, value: &T) -> Self {
        let bytes =
            postcard::to_allocvec(value).expect("job messages have no type postcard cannot encode");
        Self { job, mark, bytes }
    }

    /// The value in it; nothing when it is of another shape.
    pub(super) fn value<T: DeserializeOwned>(&self) -> Option<T> {
        postcard::from_bytes(&self.bytes).ok()
    }

    /// The message for `postMessage`, with the list of what is handed over, not copied.
    pub(super) fn pack(&self) -> (Array, Array) {
        let bytes = Uint8Array::from(self.bytes.as_slice());
        let mark = MARKS.iter().position(|mark| *mark == self.mark);
        let mark = u32::try_from(mark.unwrap_or_default()).unwrap_or_default();
        let packed = Array::of3(&self.job.into(), &mark.into(), &bytes);
        (packed, Array::of1(&bytes.buffer()))
    }

    /// The message in an event's data; nothing when it is not one of ours.
    pub(super) fn unpack(data: &JsValue) -> Option<Self> {
        let parts: &Array = data.dyn_ref()?;
        let bytes: Uint8Array = parts.get(2).dyn_into().ok()?;
        Some(Self {
            job: whole(&parts.get(0))?,
            mark: *MARKS.get(usize::try_from(whole(&parts.get(1))?).ok()?)?,
            bytes: bytes.to_vec(),
        })
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a whole number in range"
)]
fn whole(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    let fits = number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0;
    fits.then_some(number as u32)
}
