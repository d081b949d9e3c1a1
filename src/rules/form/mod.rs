//! Rules about the form: the right edition, its notice, its title, its parts, its years and names, no blank cell.

mod elsewhere;
mod f01_form_of_another_year;
mod f02_notice_number_wrong;
mod f03_title_not_the_forms;
mod f04_year_left_over;
mod f05_name_of_another_office;
mod f06_heading_not_the_forms;
mod f07_listed_parts_differ;
mod f08_topic_missing;
mod f09_problems_not_named;
mod f10_fee_not_told;
mod f11_blank_cell;
mod f12_local_requirements;
mod f13_not_dated;
mod f14_no_way_to_reach;
mod nearly_own;
mod notice_named;
mod office_name;
mod office_title;
mod own_role;
mod part_words;
mod problem_words;
mod teller;
mod year_fault;
mod year_likely;
mod year_lists;
mod year_plan;
mod year_presented;
mod year_told;
mod year_words;

use super::Rule;

pub(super) const RULES: &[&Rule] = &[
    &f01_form_of_another_year::RULE,
    &f02_notice_number_wrong::RULE,
    &f03_title_not_the_forms::RULE,
    &f04_year_left_over::RULE,
    &f05_name_of_another_office::RULE,
    &f06_heading_not_the_forms::RULE,
    &f07_listed_parts_differ::RULE,
    &f08_topic_missing::RULE,
    &f09_problems_not_named::RULE,
    &f10_fee_not_told::RULE,
    &f11_blank_cell::RULE,
    &f12_local_requirements::RULE,
    &f13_not_dated::RULE,
    &f14_no_way_to_reach::RULE,
];
