//! The book of all records, the operations that change it, and the log of them.
