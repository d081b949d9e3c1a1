//! Rules about the form: the right edition, its notice, its title, its parts, its years and names, no blank cell.

mod f01_form_of_another_year;
mod f02_notice_number_wrong;
mod f07_listed_parts_differ;
mod f11_blank_cell;

use super::Rule;

pub(super) const RULES: &[&Rule] = &[
    &f01_form_of_another_year::RULE,
    &f02_notice_number_wrong::RULE,
    &f07_listed_parts_differ::RULE,
    &f11_blank_cell::RULE,
];
