//! Nianbao: the page in which a government office writes its yearly report on open government information
//! (政府信息公开工作年度报告).
//!
//! The modules stand in order of use: each uses only those above it, and a test holds them to it.

// No floating point comes near a figure, and nothing here panics by itself. clippy.toml lets tests do both.
#![deny(clippy::float_arithmetic, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod value;
pub mod block;
pub mod form;
pub mod text;
pub mod draft;
pub mod calc;
pub mod sheet;
pub mod paste;
pub mod roll;
pub mod facts;
pub mod phrase;
pub mod rules;
pub mod batch;
pub mod chart;
pub mod report;
pub mod infographic;
pub mod pages;
pub mod read;
pub mod write;
pub mod compare;
pub mod job;
pub mod storage;
// Below this line a browser may be known.
pub mod browser;
pub mod session;
pub mod ui;
