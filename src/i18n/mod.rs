//! Every sentence a person reads, in Vietnamese and in English.
