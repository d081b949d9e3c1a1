//! Whole reports and whole drafts, natively, in one binary.

mod catalogue;
mod drafts;
mod edits;
mod findings;
mod refusals;
mod report;
mod reports;
mod schema;
mod silence;
mod storage;
mod tidy;
