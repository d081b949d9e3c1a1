//! Elements by key: those of a key that stays are left alone, with the focus and the caret in them.

use leptos::prelude::*;
use web_sys::{Element, Node, Text};

use super::El;
use super::follow::follow;

/// Gives the keys, of which none comes twice.
pub(super) type Keys = Box<dyn Fn() -> Vec<String>>;
/// Draws what stands for a key.
pub(super) type Draw = Box<dyn Fn(&str) -> Vec<El>>;

/// What stands for a key, and what owns its closures.
struct Row {
    key: String,
    owner: Owner,
    elements: Vec<El>,
}

/// A text by itself.
pub(super) fn text(words: &str) -> Text {
    document().create_text_node(words)
}

/// Keeps a row for each key in an element, before whatever is put into it later.
pub(super) fn rows(parent: &Element, keys: Keys, draw: Draw) {
    let end = text("");
    // What is refused here is a node that cannot stand in another; these can.
    let _ = parent.append_child(&end);
    let Some(owner) = Owner::current() else { return };
    let mut rows: Vec<Row> = Vec::new();
    follow(move || {
        let keys = keys();
        if !rows.iter().map(|row| &row.key).eq(&keys) {
            untrack(|| update(&mut rows, &keys, &owner, &draw, &end));
        }
    });
}

fn update(rows: &mut Vec<Row>, keys: &[String], owner: &Owner, draw: &Draw, end: &Text) {
    let Some(parent) = end.parent_node() else { return };
    let (mut staying, leaving): (Vec<Row>, Vec<Row>) = rows.drain(..).partition(|row| keys.contains(&row.key));
    for row in leaving {
        // First the closures, so that none acts when its field loses the focus by being taken away.
        row.owner.cleanup();
        row.elements.iter().for_each(El::remove);
    }
    for key in keys {
        let row = if let Some(at) = staying.iter().position(|row| row.key == *key) {
            staying.swap_remove(at)
        } else {
            let owner = owner.child();
            let elements = owner.with(|| draw(key));
            Row { key: key.clone(), owner, elements }
        };
        rows.push(row);
    }
    // From the last to the first: what stands where it should is not moved, since moving takes the focus away.
    let mut behind: Node = end.clone().into();
    for element in rows.iter().rev().flat_map(|row| row.elements.iter().rev()) {
        let node: &Node = element.as_ref();
        if node.next_sibling().as_ref() != Some(&behind) || node.parent_node().as_ref() != Some(&parent) {
            let _ = parent.insert_before(node, Some(&behind));
        }
        behind = node.clone();
    }
}
