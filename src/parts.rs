//! Code that is fetched when it is first needed, so that the first view stays small.
//!
//! A part is a value, mostly a function, that nothing else in the program names. Built with
//! the feature `split`, all code only it reaches comes in a file of its own; built without,
//! everything stands in one file and a part is there at once.

use std::future::Future;
use std::pin::Pin;

/// A part on its way.
pub type Fetch<T> = Pin<Box<dyn Future<Output = Result<T, NotFetched>>>>;

/// A part could not be fetched: the network failed, or the files on the server were replaced.
/// Fetching again may succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a part of the program could not be fetched")]
pub struct NotFetched;

impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Makes a function that fetches a part: `part!(pub name in file: Type = value);`.
///
/// Parts with the same file come together.
#[macro_export]
macro_rules! part {
    ($(#[$doc:meta])* $vis:vis $name:ident in $file:ident: $type:ty = $value:expr) => {
        $(#[$doc])*
        #[allow(unsafe_code, reason = "a part is linked by name, and only `wasm_split` writes both ends")]
        $vis fn $name() -> $crate::parts::Fetch<$type> {
            #[cfg(feature = "split")]
            #[::leptos::wasm_split::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $name() -> Result<$type, $crate::parts::NotFetched> {
                Ok($value)
            }
            #[cfg(not(feature = "split"))]
            async fn $name() -> Result<$type, $crate::parts::NotFetched> {
                Ok($value)
            }
            Box::pin($name())
        }
    };
}
