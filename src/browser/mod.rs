//! The edge to the browser: storage, files, clipboard, clock, worker.
