//! The names of the figures, over all editions of the form.

use std::fmt;

use super::registry::registered;
use super::{Kind, forms};
use crate::value::Ordered;

/// The name of a figure (`applications.new.natural`): a small number, looked up over all editions.
///
/// Keys are ordered as the editions declare them, in the order of `EDITIONS`: what an edition has in common with those
/// before it stands where they have it. So an edition that is added changes the bytes of no draft.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u16);

/// What is known of a figure whatever the edition.
struct KeyInfo {
    name: &'static str,
    kind: Kind,
    unit: &'static str,
}

/// The figures of all editions, filled while the editions are made.
#[derive(Default)]
pub struct Keys {
    known: Vec<KeyInfo>,
    by_name: Ordered<&'static str, Key>,
}

impl Keys {
    /// The key of a figure that an edition has: its name, what its cell takes, and its unit, empty where the form names
    /// none. A name that an edition before it has is the same figure.
    pub fn declare(&mut self, name: String, kind: Kind, unit: &'static str) -> Key {
        if let Some(key) = self.by_name.get(&*name) {
            return *key;
        }
        let name: &'static str = name.leak();
        let key = Key(u16::try_from(self.known.len()).unwrap_or(u16::MAX));
        self.by_name.insert(name, key);
        self.known.push(KeyInfo { name, kind, unit });
        key
    }
}

impl Key {
    /// The key of this name, or nothing when no edition has it. A name that stands in the sources is a [`Named`].
    pub fn parse(name: &str) -> Option<Self> {
        registered().keys.by_name.get(name).copied()
    }

    fn info(self) -> Option<&'static KeyInfo> {
        registered().keys.known.get(usize::from(self.0))
    }

    /// The stable name, as in the JSON draft and in the page.
    pub fn name(self) -> &'static str {
        self.info().map_or("", |e| e.name)
    }

    /// What its cell takes.
    pub fn kind(self) -> Kind {
        self.info().map_or(Kind::Count, |e| e.kind)
    }

    /// Its unit (件, 条, 万元 …); empty where the form names none.
    pub fn unit(self) -> &'static str {
        self.info().map_or("", |e| e.unit)
    }

    /// Every key of every edition, in their order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u16::try_from(registered().keys.known.len()).unwrap_or(u16::MAX)).map(Key)
    }

    /// What the figure is, in the words of the newest edition that has it: 本年新收政府信息公开申请数量，自然人.
    pub fn label(self) -> String {
        forms().iter().find_map(|form| form.label(self)).unwrap_or_else(|| self.name().to_owned())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A figure that the program itself names, where no role of the form leads to it.
///
/// `tests/core/tidy.rs` resolves every one that stands in the sources, so that a misspelt one fails there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named(&'static str);

impl Named {
    /// The sum of 主动公开 of the statistic form, of which the history tells.
    pub const DISCLOSED: Self = Self::of("disclosed.total");

    /// The figure of this name.
    pub const fn of(name: &'static str) -> Self {
        Self(name)
    }

    /// Its key.
    pub fn key(self) -> Option<Key> {
        Key::parse(self.0)
    }
}

impl From<Key> for Named {
    fn from(key: Key) -> Self {
        Self(key.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found_again() {
        let mut seen = std::collections::BTreeSet::new();
        for key in Key::all() {
            assert!(seen.insert(key.name()), "{key} twice");
            assert_eq!(Key::parse(key.name()), Some(key));
        }
        assert!(Key::parse("applications.new").is_none());
    }

    #[test]
    fn every_key_has_a_label_of_the_form() {
        for key in Key::all() {
            assert_ne!(key.label(), key.name(), "{key}");
        }
    }
}
