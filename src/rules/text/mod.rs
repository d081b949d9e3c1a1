//! Rules about the text: its numbering.

mod q04_numbering_mixed;

use super::Rule;

pub(super) const RULES: &[&Rule] = &[&q04_numbering_mixed::RULE];
