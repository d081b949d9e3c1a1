//! Whole reports and whole drafts, natively, in one binary.

mod blocks;
mod catalogue;
mod check_program;
mod damage;
mod drafts;
mod editions;
mod edits;
mod findings;
mod large;
mod missing;
mod named;
mod readers;
mod phrase;
mod reading;
mod refusals;
mod report;
mod reports;
mod roll;
mod schema;
mod sentences;
mod silence;
mod slips;
mod sound;
mod storage;
mod styles;
mod tidy;
mod writers;

/// Where the reports stand, one without fault for each edition among them.
const REPORTS: &[&str] = &["tests/core/reports"];

/// The editions of the form.
fn forms() -> &'static [nianbao::form::Form] {
    nianbao::form::forms()
}
