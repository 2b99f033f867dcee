//! Reading as a whole, on files made here.

mod read;
