//! The mirror: the same texts under the same keys in IndexedDB, each written to the disk before it counts as written.
//!
//! What is written when, and that one write waits for the one before it, is for the save queue to say.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::local::name;
use super::queue::MirrorWrite;
use super::reconcile::{Action, Repair, reconcile};
use super::record::{alone_key, draft_key, read};
use super::{Failed, Pairs, Shelf, Storage};

#[wasm_bindgen(module = "/src/storage/mirror.js")]
extern "C" {
    #[wasm_bindgen(js_name = all)]
    fn start_all() -> Promise;
    #[wasm_bindgen(js_name = get)]
    fn start_get(key: &str) -> Promise;
    #[wasm_bindgen(js_name = keep)]
    fn start_keep(key: &str, value: &str, below: f64, own: &str, note: &str, alone: Option<String>) -> Promise;
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

/// The text of a key.
pub async fn get(key: &str) -> Result<Option<String>, Failed> {
    Ok(done(start_get(key)).await?.as_string())
}

/// Writes a record where nothing stands that the writer does not know; otherwise returns the head of what stands there. It
/// is on the disk when this comes back.
#[allow(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "a revision is below 2⁵³")]
pub async fn keep(write: &MirrorWrite) -> Result<Option<String>, Failed> {
    let MirrorWrite { record, below, own, alone } = write;
    let (key, note) = (draft_key(&record.id), alone_key(&record.id));
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let promise = start_keep(&key, &record.to_value(), *below as f64, &own.join("\0"), &note, alone.clone());
    Ok(done(promise).await?.as_string())
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

/// Brings both stores to the same. What only the mirror has is held where localStorage cannot be reached.
pub async fn reconcile_stores<S: Storage>(local: Option<Pairs>, mirrored: Option<Pairs>, shelf: &Shelf<S>) {
    let reconciled = reconcile(local.as_deref(), mirrored.as_deref(), read);
    apply_repairs(reconciled.repairs, shelf).await;
    if local.is_none() {
        for (key, text) in mirrored.into_iter().flatten() {
            shelf.hold(key, text);
        }
    }
}

/// Does what reconciling asked for, to the store and to the mirror.
///
/// A repair ends where it fails, and the others go on. What the store does not take the shelf holds, so that the newest
/// text is found wherever it lies.
async fn apply_repairs<S: Storage>(repairs: Vec<Repair>, shelf: &Shelf<S>) {
    for Repair { actions, .. } in repairs {
        let mut failed = false;
        for action in actions {
            let done = match &action {
                _ if failed => Err(Failed::Denied),
                Action::WriteLocal { key, value, over } => shelf.storage().replace(key, over.as_deref(), value),
                Action::WriteMirror { key, value, over } => replace(key, over.as_deref(), value).await,
                Action::RemoveLocal { key } => shelf.storage().remove(key).map(|()| true),
                Action::RemoveMirror { key } => remove(key).await.map(|()| true),
            };
            // Where another window was quicker, what it wrote is found there; it need not be the newest.
            if done != Ok(true) {
                failed = true;
                shelf.hold_undone(action);
            }
        }
    }
}

async fn done(promise: Promise) -> Result<JsValue, Failed> {
    JsFuture::from(promise).await.map_err(|error| match name(&error).as_str() {
        "QuotaExceededError" => Failed::Full,
        _ => Failed::Denied,
    })
}
