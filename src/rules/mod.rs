//! The law as dated data: instruments, criteria, thresholds, readings, calendars.
