//! An invented agency, made deterministically from a seed.
