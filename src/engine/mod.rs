//! Exact scores with their reasons, for months, quarters and years.
