//! The browser's localStorage. Texts are stored as they are, not as JSON within JSON.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

use super::{Failed, Storage};

/// The browser's localStorage, found to be there.
#[derive(Clone, Debug)]
pub struct Local(web_sys::Storage);

impl Local {
    /// The store, or nothing when the browser has none, denies it, or has it broken.
    pub fn open() -> Option<Self> {
        // Asked first, since `raw` panics where there is none.
        web_sys::window()?.local_storage().ok()??;
        let storage = LocalStorage::raw();
        // A damaged profile hands out a store of which every call throws.
        storage.length().ok()?;
        Some(Self(storage))
    }
}

impl Storage for Local {
    fn keys(&self) -> Result<Vec<String>, Failed> {
        let mut keys = Vec::new();
        for index in 0..self.0.length().map_err(denied)? {
            keys.extend(self.0.key(index).map_err(denied)?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Failed> {
        self.0.get_item(key).map_err(denied)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failed> {
        self.0.set_item(key, value).map_err(|error| match name(&error).as_str() {
            "SecurityError" => Failed::Denied,
            // Each engine has its own names for a store that is full; whatever is thrown, nothing was saved.
            _ => Failed::Full,
        })
    }

    fn remove(&self, key: &str) -> Result<(), Failed> {
        self.0.remove_item(key).map_err(denied)
    }
}

#[allow(clippy::needless_pass_by_value)] // The shape that `map_err` takes.
fn denied(_: JsValue) -> Failed {
    Failed::Denied
}

/// The name of what was thrown.
pub(super) fn name(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
