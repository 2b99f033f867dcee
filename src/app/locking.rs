//! The lock of the data at rest: what is asked of it, and how it stands.

use std::fmt;

use crate::files::backup::Passphrase;
use crate::ledger::Moment;

use super::{DESK, StorageProblem};

/// A secret that opens the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Secret {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The recovery code, as its groups were typed.
    Code(RecoveryCode),
}

/// What is asked of the lock of the open workspace, or of the one that waits to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockAsk {
    /// Open this locked workspace.
    Unlock {
        /// Which.
        workspace: String,
        /// With what.
        secret: Secret,
    },
    /// Lock the open workspace from now on.
    SwitchOn(Passphrase),
    /// Keep the open workspace in the clear from now on.
    SwitchOff(Passphrase),
    /// Give the lock a new passphrase.
    Change {
        /// One of the secrets it has now.
        secret: Secret,
        /// The new passphrase.
        to: Passphrase,
    },
    /// Give the lock a new recovery code; the old one opens nothing any more.
    NewCode(Passphrase),
    /// Close the data now, so that they open with a secret only.
    LockNow,
    /// The same in this tab only, which was not used for a while; another one may be in use.
    LockUnused,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockAnswer {
    /// A workspace that was to be opened is locked.
    Waits {
        /// Which.
        workspace: String,
        /// When a secret may be tried, after wrong ones.
        until: Option<Moment>,
    },
    /// It was not done.
    Refused(LockRefusal),
    /// The lock is on; its recovery code is shown this once.
    On(RecoveryCode),
    /// The lock is off.
    Off,
    /// The passphrase is another one.
    Changed,
}

/// Why the lock did not do what was asked. The data are unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockRefusal {
    /// The secret is wrong.
    Wrong {
        /// When the next one may be tried.
        until: Option<Moment>,
    },
    /// Too soon after a wrong one.
    TooSoon {
        /// When the next one may be tried.
        until: Moment,
    },
    /// The browser gives this page no cipher.
    NoCipher,
    /// Something is not saved yet and would be lost.
    Unsaved,
    /// What was written did not read back the same; what was there before still counts.
    NotTheSame,
    /// Storage failed.
    Storage(StorageProblem),
}

/// How the lock stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    /// The open workspace is locked at rest.
    pub on: bool,
    /// Something asked of it is under way.
    pub busy: bool,
    /// What became of what was asked last.
    pub last: Option<LockAnswer>,
}

impl Lock {
    /// Why the last thing asked was not done.
    #[must_use]
    pub const fn refusal(&self) -> Option<&LockRefusal> {
        match &self.last {
            Some(LockAnswer::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }

    /// The recovery code to be shown now.
    #[must_use]
    pub const fn code(&self) -> Option<&RecoveryCode> {
        match &self.last {
            Some(LockAnswer::On(code)) => Some(code),
            _ => None,
        }
    }
}

/// Bytes drawn for a recovery code: more than anybody can try.
pub const CODE_BYTES: usize = 20;
/// Letters and digits that cannot be taken for one another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 4;
const GROUPS: usize = CODE_BYTES * 8 / 5 / GROUP;

/// The second secret of a lock: drawn at random, printed once. It shows itself to nobody by chance.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// The code of these random bytes.
    #[must_use]
    pub fn drawn(bytes: [u8; CODE_BYTES]) -> Self {
        let mut letters = String::new();
        for five in bytes.chunks(5) {
            let bits = five
                .iter()
                .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
            for place in (0..8).rev() {
                let letter = usize::try_from((bits >> (place * 5)) & 31).unwrap_or_default();
                letters.push(char::from(LETTERS[letter]));
            }
        }
        Self(letters)
    }

    /// The code as it was typed, however it was grouped; nothing when it cannot be one.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let letters: Option<String> = text
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(read_letter)
            .collect();
        letters
            .filter(|letters| letters.len() == GROUP * GROUPS)
            .map(Self)
    }

    /// The code without its groups, as the key is made of it.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.0
    }

    /// The code as it is printed.
    #[must_use]
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        let groups = letters.chunks(GROUP).map(|group| group.iter().collect());
        groups.collect::<Vec<String>>().join("-")
    }
}

/// A letter of a code, also when it was taken for its double.
fn read_letter(letter: char) -> Option<char> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let known = u8::try_from(letter).is_ok_and(|letter| LETTERS.contains(&letter));
    known.then_some(letter)
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

/// Wrong secrets that cost no wait: a slip of the finger, Caps Lock, the keyboard.
const FREE: u32 = 3;
/// Milliseconds after the first that does.
const FIRST_WAIT: i64 = 5_000;
/// The longest wait: a quarter of an hour.
const LONGEST_WAIT: i64 = 15 * 60_000;

/// Milliseconds to wait after so many wrong secrets in a row; each wait is twice the one before.
#[must_use]
pub fn wait_after(wrong: u32) -> i64 {
    match wrong.checked_sub(FREE) {
        None => 0,
        Some(more) => (FIRST_WAIT << more.min(16)).min(LONGEST_WAIT),
    }
}

/// When a secret may be tried, after wrong ones the last of which was at `at`; nothing when now.
///
/// A clock set back makes nobody wait longer than the longest wait.
#[must_use]
pub fn wait_until(wrong: u32, at: Moment, now: Moment) -> Option<Moment> {
    let wait = wait_after(wrong);
    let until = Moment(at.0.min(now.0) + wait);
    (until > now).then_some(until)
}

/// The preference that holds after how many minutes without use the data are locked.
pub const IDLE: &str = "lock-idle";
/// The choices, in minutes; 0 is never.
pub const IDLE_CHOICES: [u32; 5] = [5, 15, 30, 60, 0];

/// Minutes without use after which the data are locked; nothing for never.
#[must_use]
pub fn idle_minutes(preference: Option<&str>) -> Option<u32> {
    let usual = 15;
    let minutes = preference
        .and_then(|text| text.parse().ok())
        .unwrap_or(usual);
    let known = if IDLE_CHOICES.contains(&minutes) {
        minutes
    } else {
        usual
    };
    Some(known).filter(|minutes| *minutes > 0)
}

/// Preferences that tell nothing of anybody who is scored; all others lie sealed with the data
/// when these are. The desk is the machine's: another set opened here must find it too.
const HARMLESS: [&str; 4] = ["language", "theme", IDLE, DESK];

/// Whether a preference may stay beside locked data: those of the registers hold filters, and
/// filters hold names.
#[must_use]
pub fn is_harmless(preference: &str) -> bool {
    HARMLESS.contains(&preference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_printed_and_as_hands_copy_it() {
        let mut bytes = [0; CODE_BYTES];
        for (at, byte) in (0..).zip(&mut bytes) {
            *byte = at * 13;
        }
        let code = RecoveryCode::drawn(bytes);
        let printed = code.grouped();
        assert_eq!(printed.split('-').count(), 8);
        assert_eq!(RecoveryCode::typed(&printed), Some(code.clone()));
        let copied = printed
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(RecoveryCode::typed(&copied), Some(code.clone()));
        assert_eq!(RecoveryCode::typed(&printed[1..]), None);
        assert_eq!(
            RecoveryCode::typed(&printed.replace(&printed[..1], "U")),
            None
        );
        assert!(!format!("{code:?}").contains(&printed[..4]));
    }

    #[test]
    fn every_byte_of_a_code_counts() {
        let none = RecoveryCode::drawn([0; CODE_BYTES]);
        for at in 0..CODE_BYTES {
            let mut bytes = [0; CODE_BYTES];
            bytes[at] = 1;
            assert_ne!(RecoveryCode::drawn(bytes), none, "byte {at}");
        }
    }

    #[test]
    fn the_wait_grows_to_a_quarter_of_an_hour_and_no_further() {
        let seconds = |wrong| wait_after(wrong) / 1_000;
        assert_eq!([0, 1, 2, 3, 4, 5].map(seconds), [0, 0, 0, 5, 10, 20]);
        assert_eq!([10, 11, 99, u32::MAX].map(seconds), [640, 900, 900, 900]);
    }

    #[test]
    fn one_waits_from_the_last_wrong_secret_on_whatever_the_clock_does() {
        assert_eq!(wait_until(2, Moment(100), Moment(100)), None);
        assert_eq!(wait_until(3, Moment(100), Moment(200)), Some(Moment(5_100)));
        assert_eq!(wait_until(3, Moment(100), Moment(5_100)), None);
        let set_back = wait_until(3, Moment(9_000_000), Moment(0));
        assert_eq!(set_back, Some(Moment(5_000)));
    }

    #[test]
    fn an_unknown_time_of_rest_is_the_usual_one() {
        assert_eq!(idle_minutes(None), Some(15));
        assert_eq!(idle_minutes(Some("0")), None);
        assert_eq!(idle_minutes(Some("60")), Some(60));
        assert_eq!(idle_minutes(Some("7")), Some(15));
    }
}
