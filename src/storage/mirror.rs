//! The mirror: the same texts under the same keys in IndexedDB, each written to the disk before it counts as written.
//!
//! What is written when, and that one write waits for the one before it, is for the session to decide.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::local::name;
use super::{Action, Failed, Repair, Storage};

#[wasm_bindgen(module = "/src/storage/mirror.js")]
extern "C" {
    #[wasm_bindgen(js_name = all)]
    fn start_all() -> Promise;
    #[wasm_bindgen(js_name = put)]
    fn start_put(key: &str, value: &str) -> Promise;
    #[wasm_bindgen(js_name = replace)]
    fn start_replace(key: &str, over: Option<String>, value: &str) -> Promise;
    #[wasm_bindgen(js_name = remove)]
    fn start_remove(key: &str) -> Promise;
}

/// Every key with its text.
pub async fn all() -> Result<Vec<(String, String)>, Failed> {
    let pairs = done(start_all()).await?;
    let pair = |pair: JsValue| {
        let pair = Array::from(&pair);
        pair.get(0).as_string().zip(pair.get(1).as_string())
    };
    Ok(Array::from(&pairs).iter().filter_map(pair).collect())
}

/// Puts a text in place of what the key had. It is on the disk when this comes back.
pub async fn put(key: &str, value: &str) -> Result<(), Failed> {
    done(start_put(key, value)).await.map(drop)
}

/// Puts a text in place of what was read before; false when something else stands there by now.
pub async fn replace(key: &str, over: Option<&str>, value: &str) -> Result<bool, Failed> {
    let written = done(start_replace(key, over.map(str::to_owned), value)).await?;
    Ok(written.is_truthy())
}

/// Takes a key away; one that is not there is no failure.
pub async fn remove(key: &str) -> Result<(), Failed> {
    done(start_remove(key)).await.map(drop)
}

/// Does what reconciling asked for, to the store and to the mirror, and gives back the first failure.
///
/// A repair ends where it fails, and the others go on.
pub async fn carry_out<S: Storage>(repairs: &[Repair], local: &S) -> Result<(), Failed> {
    let mut outcome = Ok(());
    for repair in repairs {
        for action in &repair.actions {
            let written = match action {
                Action::WriteLocal { key, value, over } => local.replace(key, over.as_deref(), value),
                Action::WriteMirror { key, value, over } => replace(key, over.as_deref(), value).await,
            };
            if written != Ok(true) {
                outcome = outcome.and(written.map(drop));
                break;
            }
        }
    }
    outcome
}

async fn done(promise: Promise) -> Result<JsValue, Failed> {
    JsFuture::from(promise).await.map_err(|error| match name(&error).as_str() {
        "QuotaExceededError" => Failed::Full,
        _ => Failed::Denied,
    })
}
