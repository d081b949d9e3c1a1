//! Rules about numbers: relations of the form, percentages, growth, other years.

mod culprit;
mod disputed;
mod last;
mod n01_column_out_of_balance;
mod n02_result_total_wrong;
mod n03_row_total_wrong;
mod n04_not_a_number;
mod n05_carried_in_differs;
mod n06_more_than_received;
mod n07_dispute_total_wrong;
mod n08_stock_not_rolled_on;
mod n09_relation_broken;
mod n10_breakdown_wrong;
mod n11_percentage_wrong;
mod n12_growth_wrong;
mod n13_text_against_table;
mod n14_zero_against_table;
mod n15_rules_without_power;
mod n16_leap_from_last_year;
mod n17_amount_in_yuan;
mod n18_inexact_figure;
mod n19_measure_word;
mod n20_outlier_year;
mod n21_closing_rate_wrong;
mod n22_items_of_last_year;
mod n23_more_disputes_than_results;
mod n24_number_untied;
mod n25_text_against_text;
mod n26_suit_before_review;
mod relation;
mod statement;

use super::Rule;
pub(super) use disputed::{Disputed, disputed_anywhere};
pub(super) use relation::safe;

pub(super) const RULES: &[&Rule] = &[
    &n01_column_out_of_balance::RULE,
    &n02_result_total_wrong::RULE,
    &n03_row_total_wrong::RULE,
    &n04_not_a_number::RULE,
    &n05_carried_in_differs::RULE,
    &n06_more_than_received::RULE,
    &n07_dispute_total_wrong::RULE,
    &n08_stock_not_rolled_on::RULE,
    &n09_relation_broken::RULE,
    &n10_breakdown_wrong::RULE,
    &n11_percentage_wrong::RULE,
    &n12_growth_wrong::RULE,
    &n13_text_against_table::RULE,
    &n14_zero_against_table::RULE,
    &n15_rules_without_power::RULE,
    &n16_leap_from_last_year::RULE,
    &n17_amount_in_yuan::RULE,
    &n18_inexact_figure::RULE,
    &n19_measure_word::RULE,
    &n20_outlier_year::RULE,
    &n21_closing_rate_wrong::RULE,
    &n22_items_of_last_year::RULE,
    &n23_more_disputes_than_results::RULE,
    &n24_number_untied::RULE,
    &n25_text_against_text::RULE,
    &n26_suit_before_review::RULE,
];
