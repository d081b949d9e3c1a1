//! A store that lasts as long as the page: for tests, and for a browser that keeps nothing.

use std::cell::{Cell, RefCell};

use super::{Failed, Storage};
use crate::value::Ordered;

/// How much a browser keeps for a site: UTF-16 code units of keys and values together.
pub const BROWSER_LIMIT: usize = 5_242_880;

/// A store in memory. It can be given a limit and can be made to deny, as a browser's may.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<Ordered<String, String>>,
    limit: Cell<Option<usize>>,
    denied: Cell<bool>,
}

impl Memory {
    /// An empty store without a limit.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how many UTF-16 code units of keys and values it takes; nothing for no limit.
    pub fn limit(&self, units: Option<usize>) {
        self.limit.set(units);
    }

    /// Makes every call fail from now on, or work again.
    pub fn deny(&self, denied: bool) {
        self.denied.set(denied);
    }

    /// How many UTF-16 code units it holds.
    pub fn units(&self) -> usize {
        self.texts.borrow().iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    fn allowed(&self) -> Result<(), Failed> {
        if self.denied.get() { Err(Failed::Denied) } else { Ok(()) }
    }
}

impl Storage for Memory {
    fn keys(&self) -> Result<Vec<String>, Failed> {
        self.allowed()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Failed> {
        self.allowed()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failed> {
        self.allowed()?;
        if let Some(limit) = self.limit.get() {
            let before = self.texts.borrow().get(key).map_or(0, |before| units(key) + units(before));
            if self.units() - before + units(key) + units(value) > limit {
                return Err(Failed::Full);
            }
        }
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failed> {
        self.allowed()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_counts_keys_and_values_in_utf_16() {
        let memory = Memory::new();
        memory.limit(Some(6));
        assert_eq!(memory.set("k", "年报年报年"), Ok(()));
        assert_eq!(memory.set("k", "年报年报年报"), Err(Failed::Full));
        assert_eq!(memory.set("l", ""), Err(Failed::Full));
        assert_eq!(memory.get("k").as_ref().map(Option::as_deref), Ok(Some("年报年报年")));
        assert_eq!(memory.set("k", "😀"), Ok(()));
        assert_eq!(memory.units(), 3);
    }

    #[test]
    fn what_is_denied_does_nothing() {
        let memory = Memory::new();
        assert_eq!(memory.set("k", "v"), Ok(()));
        memory.deny(true);
        assert_eq!((memory.get("k"), memory.keys()), (Err(Failed::Denied), Err(Failed::Denied)));
        assert_eq!((memory.set("k", "w"), memory.remove("k")), (Err(Failed::Denied), Err(Failed::Denied)));
        memory.deny(false);
        assert_eq!(memory.get("k"), Ok(Some("v".to_owned())));
    }

    #[test]
    fn a_text_is_replaced_only_while_it_is_what_was_read() {
        let memory = Memory::new();
        assert_eq!(memory.replace("k", Some("v"), "w"), Ok(false));
        assert_eq!(memory.replace("k", None, "v"), Ok(true));
        assert_eq!(memory.replace("k", None, "w"), Ok(false));
        assert_eq!(memory.replace("k", Some("v"), "w"), Ok(true));
        assert_eq!(memory.get("k"), Ok(Some("w".to_owned())));
    }
}
