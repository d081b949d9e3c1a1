//! Rules about the text: its numbering, its wording, its marks.

mod q04_numbering_mixed;
mod q11_stray_markup;

use super::Rule;

pub(super) const RULES: &[&Rule] = &[&q04_numbering_mixed::RULE, &q11_stray_markup::RULE];
