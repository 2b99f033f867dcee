//! The words for when the program itself broke, ready before anything can.

use crate::i18n::broken::BrokenMessage;
use crate::i18n::{Locale, Say as _};

/// Title, text, words to start again and to get a rescue file, in the language of this tag.
#[must_use]
pub fn broken_words(tag: &str) -> [String; 4] {
    words(tag, BrokenMessage::Title, BrokenMessage::Text)
}

/// The same while the rescue file is being made.
#[must_use]
pub fn rescue_words(tag: &str) -> [String; 4] {
    words(tag, BrokenMessage::RescueTitle, BrokenMessage::RescueText)
}

fn words(tag: &str, title: BrokenMessage, text: BrokenMessage) -> [String; 4] {
    let locale = Locale::from_tag(tag);
    [title, text, BrokenMessage::Reload, BrokenMessage::Rescue].map(|message| message.say(locale))
}
