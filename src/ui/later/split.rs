//! The one place where the program is cut in two: what only the door leads to becomes a file of its own.
//!
//! The attribute writes the call across the cut, which is foreign to Rust and so can only be written as unsafe code; nowhere
//! else is there any.
#![allow(unsafe_code)]

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::door::{DOOR, Door};

/// Opens the door: fetches the file behind it first. After a failure it can be tried again.
#[wasm_split(later, fallible)]
pub fn open() -> Result<&'static Door, SplitLoaderError> {
    Ok(&DOOR)
}
