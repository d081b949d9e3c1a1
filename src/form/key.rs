//! The names of the figures, over all editions of the form.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use super::{FORMS, Kind, national_2019, national_2021};

/// The name of a figure (`applications.new.natural`): a small number, looked up over all editions.
///
/// Keys are ordered as the editions list them: the newest first, then what only older ones have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u16);

/// What is known of a figure whatever the edition.
struct KeyInfo {
    name: &'static str,
    kind: Kind,
    unit: &'static str,
}

struct Registry {
    entries: Vec<KeyInfo>,
    by_name: HashMap<&'static str, Key>,
}

/// A figure as an edition declares it, before it has its key.
pub(super) struct Declared {
    /// Its name.
    pub name: String,
    /// What it takes.
    pub kind: Kind,
    /// Its unit; empty where the form names none.
    pub unit: &'static str,
}

fn registry() -> &'static Registry {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    REGISTRY.get_or_init(|| {
        let mut registry = Registry { entries: Vec::new(), by_name: HashMap::new() };
        let declared = [national_2021::figures(), national_2019::figures(), super::narrative_2008::figures()];
        for figure in declared.into_iter().flatten() {
            if registry.by_name.contains_key(figure.name.as_str()) {
                continue;
            }
            let (Ok(index), name) = (u16::try_from(registry.entries.len()), &*figure.name.leak()) else { continue };
            registry.by_name.insert(name, Key(index));
            registry.entries.push(KeyInfo { name, kind: figure.kind, unit: figure.unit });
        }
        registry
    })
}

impl Key {
    /// The key of this name, or nothing when no edition has it.
    pub fn parse(name: &str) -> Option<Self> {
        registry().by_name.get(name).copied()
    }

    /// The keys of a table's row or column, or of a group: those whose name is made of these pieces.
    pub fn joined(pieces: &[&str]) -> Option<Self> {
        Self::parse(&pieces.join("."))
    }

    fn info(self) -> Option<&'static KeyInfo> {
        registry().entries.get(usize::from(self.0))
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
        (0..u16::try_from(registry().entries.len()).unwrap_or(u16::MAX)).map(Key)
    }

    /// What the figure is, in the words of the newest edition that has it: 本年新收政府信息公开申请数量，自然人.
    pub fn label(self) -> String {
        FORMS.iter().map(|id| id.form()).find_map(|form| form.label(self)).unwrap_or_else(|| self.name().to_owned())
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
