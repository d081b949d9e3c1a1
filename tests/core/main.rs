//! Whole reports and whole drafts, natively, in one binary.

mod blocks;
mod catalogue;
mod check_program;
mod drafts;
mod edits;
mod findings;
mod reading;
mod refusals;
mod report;
mod reports;
mod schema;
mod silence;
mod slips;
mod storage;
mod tidy;
