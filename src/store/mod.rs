//! Stored shapes, journal and chunks, independent of where the bytes are kept.
