//! What the tabs of one workspace tell each other, whatever build each of them is of.
//!
//! The words are plain text, so that builds of different ages understand each other; what a
//! tab does not know it does not hear.

use wasm_bindgen::prelude::*;

use super::js;

/// Something one tab tells all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    /// Operations up to this one are on disk, or a copy of them was made.
    Saved(u64),
    /// This tab asks to write.
    Take(String),
    /// This tab may take the lock: everything is on disk.
    Given(String),
    /// The lock was closed, switched on or off: every other tab starts again.
    Lock,
    /// A build that writes this format has opened the data.
    Format(u16),
}

impl Word {
    fn text(&self) -> String {
        match self {
            Self::Saved(sequence) => format!("saved {sequence}"),
            Self::Take(tab) => format!("take {tab}"),
            Self::Given(tab) => format!("given {tab}"),
            Self::Lock => "lock now".to_owned(),
            Self::Format(format) => format!("format {format}"),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once(' ')?;
        match name {
            "saved" => rest.parse().ok().map(Self::Saved),
            "take" => Some(Self::Take(rest.to_owned())),
            "given" => Some(Self::Given(rest.to_owned())),
            "lock" => Some(Self::Lock),
            "format" => rest.parse().ok().map(Self::Format),
            _ => None,
        }
    }
}

/// The way to the other tabs; where the browser has none, nothing is told and nothing heard.
pub(super) struct Channel {
    port: Option<JsValue>,
    /// Kept alive as long as the port may call it.
    _heard: Closure<dyn Fn(JsValue)>,
}

impl Channel {
    /// Joins the tabs of this name.
    pub(super) fn join(name: &str, heard: impl Fn(Word) + 'static) -> Self {
        let heard = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
            if let Some(word) = Word::parse(&js::text(&message, "data")) {
                heard(word);
            }
        });
        let port = js::make("BroadcastChannel", &[name.into()]).ok();
        if let Some(port) = &port {
            listen(port, heard.as_ref());
        }
        Self {
            port,
            _heard: heard,
        }
    }

    /// Tells all other tabs.
    pub(super) fn tell(&self, word: &Word) {
        if let Some(port) = &self.port {
            // A tab that hears nothing reads everything when it is next told something.
            drop(js::call(port, "postMessage", &[word.text().into()]));
        }
    }
}

fn listen(port: &JsValue, heard: &JsValue) {
    let listening = js_sys::Reflect::set(port, &"onmessage".into(), heard);
    debug_assert!(listening.is_ok(), "a channel takes a listener");
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(port) = &self.port {
            listen(port, &JsValue::NULL);
            // Closing cannot fail.
            drop(js::call(port, "close", &[]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_and_unknown_ones_are_not_heard() {
        for word in [
            Word::Saved(153),
            Word::Take("4f2a".to_owned()),
            Word::Given("4f2a".to_owned()),
            Word::Lock,
            Word::Format(3),
        ] {
            assert_eq!(Word::parse(&word.text()), Some(word));
        }
        for text in ["", "saved", "saved x", "later words", "format 70000"] {
            assert_eq!(Word::parse(text), None, "{text}");
        }
    }
}
