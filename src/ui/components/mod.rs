//! Building blocks of the screens; they know neither the app nor its languages.
