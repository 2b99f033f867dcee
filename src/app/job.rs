//! Heavy work for the worker: a job goes there, progress and one reply come back.
//!
//! Messages travel as postcard bytes, so their types carry serde and hold no domain type.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Job {
    /// Sends the bytes back, telling progress at every piece of this many: tests the way.
    Echo {
        /// The bytes.
        bytes: Bytes,
        /// Bytes between two reports.
        piece: u32,
    },
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum JobReply {
    /// The bytes of an echo.
    Echo(Bytes),
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct JobProgress {
    /// Steps done.
    pub done: u64,
    /// Steps in all.
    pub of: u64,
}

/// Does a job, in the worker; `report` is called as it goes on.
#[must_use]
pub fn run(job: Job, report: &mut dyn FnMut(JobProgress)) -> JobReply {
    match job {
        Job::Echo { bytes, piece } => echo(bytes, piece, report),
    }
}

fn echo(bytes: Bytes, piece: u32, report: &mut dyn FnMut(JobProgress)) -> JobReply {
    let of = bytes.0.len() as u64;
    let mut done = 0;
    while piece > 0 && done < of {
        done = of.min(done + u64::from(piece));
        report(JobProgress { done, of });
    }
    JobReply::Echo(bytes)
}

/// Bytes of a file: they travel in one piece, not one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;

        impl<'de> Visitor<'de> for Whole {
            type Value = Bytes;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }

            fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Bytes, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = items.next_element()? {
                    bytes.push(byte);
                }
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(Whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_travels_and_its_progress_is_told() {
        let job = Job::Echo {
            bytes: Bytes(vec![1, 2, 3, 4, 5]),
            piece: 2,
        };
        let sent = postcard::to_allocvec(&job).expect("encodes");
        let arrived: Job = postcard::from_bytes(&sent).expect("decodes");
        assert_eq!(arrived, job);
        let mut told = Vec::new();
        let reply = run(arrived, &mut |progress| told.push(progress.done));
        assert_eq!(told, [2, 4, 5]);
        assert_eq!(reply, JobReply::Echo(Bytes(vec![1, 2, 3, 4, 5])));
    }
}
