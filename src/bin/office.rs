//! The worker: hands jobs to `office::run`, nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs a job, given and answered as JSON text; a job that fails throws its words.
#[wasm_bindgen]
pub fn run(job: &str) -> Result<String, String> {
    nianbao::office::run(job)
}

fn main() {}
