//! The worker that writes files: hands messages to `job::answer`, nothing else.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs the job of a message. What there is to say of it is given to `send` as bytes. False when the message was no job.
#[wasm_bindgen]
pub fn run(message: &[u8], send: &Function) -> bool {
    nianbao::job::answer(nianbao::job::write, message, &mut |bytes| {
        // A page that has gone listens no more.
        let _ = send.call1(&JsValue::NULL, &Uint8Array::from(bytes.as_slice()));
    })
}

fn main() {}
