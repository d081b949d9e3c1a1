//! Elements by key: those of a key that stays are left alone, with the focus and the caret in them.
//!
//! Keys are whatever a screen knows its rows by. Only a thin layer is made anew for each type of key: it compares and hashes
//! them. All that touches the page is one piece of code for all lists.

use std::hash::{Hash, Hasher};

use leptos::prelude::*;
use web_sys::{Element, Node, Text};

use super::El;
use super::follow::follow;
use super::matching::rows_that_stay;

/// A list of rows, whatever its keys are.
pub(super) trait List {
    /// Reads the keys anew; false if nothing has changed.
    fn refresh(&mut self) -> bool;
    /// Notes the hash of each key as they are now.
    fn hash(&self, hashes: &mut Vec<u64>);
    /// Whether a row before and one now have the same key.
    fn is_same(&self, before: usize, now: usize) -> bool;
    /// Draws a row as it is now.
    fn draw(&self, now: usize) -> Vec<El>;
}

/// Returns the keys, of which none comes twice.
type Keys<K> = Box<dyn Fn() -> Vec<K>>;
/// Draws what stands for a key.
type Draw<K> = Box<dyn Fn(&K) -> Vec<El>>;

/// Rows by their keys.
pub(super) struct Keyed<K> {
    keys: Keys<K>,
    draw: Draw<K>,
    before: Vec<K>,
    now: Vec<K>,
}

impl<K> Keyed<K> {
    pub fn new(keys: Keys<K>, draw: Draw<K>) -> Self {
        Self { keys, draw, before: Vec::new(), now: Vec::new() }
    }
}

impl<K: Hash + PartialEq> List for Keyed<K> {
    fn refresh(&mut self) -> bool {
        let keys = (self.keys)();
        let changed = keys != self.now;
        if changed {
            self.before = std::mem::replace(&mut self.now, keys);
        }
        changed
    }

    fn hash(&self, hashes: &mut Vec<u64>) {
        for key in &self.now {
            let mut fnv = Fnv(0xcbf2_9ce4_8422_2325);
            key.hash(&mut fnv);
            hashes.push(fnv.finish());
        }
    }

    fn is_same(&self, before: usize, now: usize) -> bool {
        self.before.get(before) == self.now.get(now)
    }

    fn draw(&self, now: usize) -> Vec<El> {
        self.now.get(now).map(|key| (self.draw)(key)).unwrap_or_default()
    }
}

/// One view, drawn anew whenever its key is another.
pub(super) trait View {
    /// Reads the key anew; false if it has not changed.
    fn refresh(&mut self) -> bool;
    /// Draws the view of the key as it is now.
    fn draw(&self) -> Vec<El>;
}

/// A view by its key.
pub(super) struct Switch<K> {
    key: Box<dyn Fn() -> K>,
    draw: Draw<K>,
    now: Option<K>,
}

impl<K> Switch<K> {
    pub fn new(key: Box<dyn Fn() -> K>, draw: Draw<K>) -> Self {
        Self { key, draw, now: None }
    }
}

impl<K: PartialEq> View for Switch<K> {
    fn refresh(&mut self) -> bool {
        let key = Some((self.key)());
        let changed = key != self.now;
        if changed {
            self.now = key;
        }
        changed
    }

    fn draw(&self) -> Vec<El> {
        self.now.as_ref().map(|key| (self.draw)(key)).unwrap_or_default()
    }
}

/// The hash of Fowler, Noll and Vo: a few bytes of code. Keys that collide are still told apart, by comparing them.
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 << 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// What stands for a key, and what owns its closures.
struct Row {
    owner: Owner,
    elements: Vec<El>,
}

impl Row {
    fn draw(owner: &Owner, draw: impl FnOnce() -> Vec<El>) -> Self {
        let owner = owner.child();
        let elements = owner.with(draw);
        Self { owner, elements }
    }

    fn remove(self) {
        // First the closures, so that none acts when its field loses the focus by being taken away.
        self.owner.cleanup();
        self.elements.iter().for_each(El::remove);
    }
}

/// A text by itself.
pub(super) fn text(words: &str) -> Text {
    document().create_text_node(words)
}

/// Marks in an element the place before which rows stand; whatever is put into it later stands after them.
fn end_in(parent: &Element) -> Text {
    let end = text("");
    // What is refused here is a node that cannot stand in another; these can.
    let _ = parent.append_child(&end);
    end
}

/// Keeps a row for each key in an element.
pub(super) fn rows(parent: &Element, mut list: Box<dyn List>) {
    let end = end_in(parent);
    let Some(owner) = Owner::current() else { return };
    let mut hashes: Vec<u64> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    follow(move || {
        if list.refresh() {
            let (before, mut now) = (std::mem::take(&mut rows), Vec::new());
            list.hash(&mut now);
            rows = untrack(|| update(before, &hashes, &now, &*list, &owner, &end));
            hashes = now;
        }
    });
}

fn update(before: Vec<Row>, hashes: &[u64], now: &[u64], list: &dyn List, owner: &Owner, end: &Text) -> Vec<Row> {
    let stays = rows_that_stay(hashes, now, &|before, now| list.is_same(before, now));
    let mut leaving: Vec<Option<Row>> = before.into_iter().map(Some).collect();
    let mut take = |row: usize| leaving.get_mut(row).and_then(Option::take);
    let mut rows: Vec<Option<Row>> = stays.into_iter().map(|stays| stays.and_then(&mut take)).collect();
    leaving.into_iter().flatten().for_each(Row::remove);
    for (at, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.is_none()) {
        *row = Some(Row::draw(owner, || list.draw(at)));
    }
    let rows: Vec<Row> = rows.into_iter().flatten().collect();
    arrange(&rows, end);
    rows
}

/// Puts the elements of rows where they belong, from the last to the first: what stands there already is not moved, since
/// moving takes the focus away.
fn arrange(rows: &[Row], end: &Text) {
    let Some(parent) = end.parent_node() else { return };
    let mut next: Node = end.clone().into();
    for element in rows.iter().rev().flat_map(|row| row.elements.iter().rev()) {
        let node: &Node = element.as_ref();
        if node.next_sibling().as_ref() != Some(&next) || node.parent_node().as_ref() != Some(&parent) {
            let _ = parent.insert_before(node, Some(&next));
        }
        next = node.clone();
    }
}

/// Keeps one view in an element.
pub(super) fn switch(parent: &Element, mut view: Box<dyn View>) {
    let end = end_in(parent);
    let Some(owner) = Owner::current() else { return };
    let mut drawn: Vec<Row> = Vec::new();
    follow(move || {
        if view.refresh() {
            drawn.drain(..).for_each(Row::remove);
            drawn.push(untrack(|| Row::draw(&owner, || view.draw())));
            arrange(&drawn, &end);
        }
    });
}
