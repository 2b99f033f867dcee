//! What a copy in the folder is called: it says of which workspace it is, and how far it goes.

use std::fmt;

use crate::app::view::log::local_time;
use crate::domain::Day;
use crate::files::backup::{EXTENSION, plain_name};
use crate::ledger::Moment;

/// The name of a copy: `xa-mau_2026-11-22_09-05-12_153_4f2a90c1d3e5.congtam`.
///
/// Several workspaces may share one folder. Which of two copies is newer is told by the number
/// of the last action, which only grows, and not by the clock, which people set back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CopyName {
    /// The last action it holds.
    pub sequence: u64,
    /// The day it was made, by Vietnam's time.
    pub day: Day,
    /// Seconds of that day.
    pub second: u32,
    /// The workspace it is of.
    pub workspace: String,
    /// The agency, in letters every system takes.
    pub agency: String,
}

impl CopyName {
    /// The name of a copy made now.
    #[must_use]
    pub fn new(agency: &str, workspace: &str, sequence: u64, now: Moment) -> Self {
        let (day, (hour, minute)) = local_time(now);
        let second = u32::try_from(now.0.div_euclid(1_000).rem_euclid(60)).unwrap_or_default();
        Self {
            sequence,
            day,
            second: (hour * 60 + minute) * 60 + second,
            workspace: workspace.to_owned(),
            agency: plain_name(agency),
        }
    }

    /// Reads a file's name; nothing for files that are no such copies.
    #[must_use]
    pub fn parse(file: &str) -> Option<Self> {
        let stem = file.strip_suffix(EXTENSION)?.strip_suffix('.')?;
        let parts: Vec<&str> = stem.split('_').collect();
        let [agency, day, time, sequence, workspace] = parts[..] else {
            return None;
        };
        let name = Self {
            sequence: sequence.parse().ok()?,
            day: day.parse().ok()?,
            second: second_of(time)?,
            workspace: workspace.to_owned(),
            agency: agency.to_owned(),
        };
        // Only what would be written this way: nobody else's file is ever taken for a copy.
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let ours = !workspace.is_empty() && plain(workspace);
        (ours && name.to_string() == file).then_some(name)
    }

    /// Hour and minute it was made.
    #[must_use]
    pub const fn time(&self) -> (u32, u32) {
        (self.second / 3_600, self.second / 60 % 60)
    }
}

fn second_of(time: &str) -> Option<u32> {
    let parts: Vec<u32> = time
        .split('-')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [hour, minute, second] = parts[..] else {
        return None;
    };
    let fits = hour < 24 && minute < 60 && second < 60;
    fits.then_some((hour * 60 + minute) * 60 + second)
}

impl fmt::Display for CopyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = self.time();
        let second = self.second % 60;
        write!(
            f,
            "{}_{}_{hour:02}-{minute:02}-{second:02}_{}_{}.{EXTENSION}",
            self.agency, self.day, self.sequence, self.workspace
        )
    }
}

/// The newest copy of a workspace.
#[must_use]
pub fn newest<'a>(copies: &'a [CopyName], workspace: &str) -> Option<&'a CopyName> {
    let own = copies.iter().filter(|copy| copy.workspace == workspace);
    own.max()
}
