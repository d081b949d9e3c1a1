//! Whole reports and whole drafts, natively, in one binary.

mod check_program;
mod drafts;
mod edits;
mod findings;
mod refusals;
mod report;
mod reports;
mod schema;
mod slips;
mod storage;
mod tidy;
