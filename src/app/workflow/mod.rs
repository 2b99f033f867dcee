//! What a person can do: each function checks its input and drafts one operation.
