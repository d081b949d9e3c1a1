//! The words by which a finding names a part of the form.

use crate::form::{Form, PartRole};
use crate::text::chinese_ordinal;

/// A required part by its number: 第五部分.
pub(super) fn part_number(form: &Form, role: PartRole) -> String {
    format!("第{}部分", count_in_words(form.part_of(role).map_or(0, |index| index + 1)))
}

/// How many of something a form has: 六.
pub(super) fn count_in_words(count: usize) -> String {
    u64::try_from(count).ok().and_then(chinese_ordinal).unwrap_or_default()
}
