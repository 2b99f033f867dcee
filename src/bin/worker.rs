//! Mounts the worker.

fn main() {
    congtam::browser::serve_jobs();
}
