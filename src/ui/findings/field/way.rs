//! The way from words to the card of their finding, where a note is written.

use crate::ui::dom::{El, find};
use crate::ui::page::focus_first;

/// Opens the field for a note in the card of a finding, wherever the cards are just now.
pub fn to_note(number: u64) {
    // The column may list last year's sentences, or be a drawer that is shut.
    for way in ["[data-action=show-findings][aria-pressed=false]", ".findings > .drawer[aria-expanded=false]"] {
        if let Some(button) = find(way) {
            El::of(button).click();
        }
    }
    let card = format!("#finding-{number}");
    if let Some(note) = find(&format!("{card} .actions [data-action=accept]")) {
        El::of(note).click();
    }
    focus_first(&[format!("{card} textarea"), format!("{card} [data-action=goto]")]);
}
