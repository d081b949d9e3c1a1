//! Rules about the text: its numbering, its period, its date.

mod q04_numbering_mixed;
mod q05_period_wrong;
mod q06_signed_at_the_wrong_time;

use super::Rule;

pub(super) const RULES: &[&Rule] =
    &[&q04_numbering_mixed::RULE, &q05_period_wrong::RULE, &q06_signed_at_the_wrong_time::RULE];
