//! Rules about the text: its numbering, its wording, its marks, its period and its date.

mod likeness;
mod q01_like_last_year;
mod q02_like_another_office;
mod q03_empty_phrase;
mod q04_numbering_mixed;
mod q05_period_wrong;
mod q06_signed_at_the_wrong_time;
mod q07_personal_details;
mod q08_marks_and_slips;
mod q09_outdated_law;
mod q10_sentence_taken_over;
mod q11_stray_markup;
mod q12_placeholder;
mod q13_confused_words;

use super::Rule;

pub(super) const RULES: &[&Rule] = &[
    &q01_like_last_year::RULE,
    &q02_like_another_office::RULE,
    &q03_empty_phrase::RULE,
    &q04_numbering_mixed::RULE,
    &q05_period_wrong::RULE,
    &q06_signed_at_the_wrong_time::RULE,
    &q07_personal_details::RULE,
    &q08_marks_and_slips::RULE,
    &q09_outdated_law::RULE,
    &q10_sentence_taken_over::RULE,
    &q11_stray_markup::RULE,
    &q12_placeholder::RULE,
    &q13_confused_words::RULE,
];
