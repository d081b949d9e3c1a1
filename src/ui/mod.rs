//! The page: elements that call the session and follow what it holds. No arithmetic and no rule stands here.

mod app;
mod charts;
mod dom;
mod fill;
mod findings;
mod frame;
mod keys;
mod later;
mod paper;
mod parts;
mod route;
mod rules;
mod start;

pub use app::start;
pub use later::{DOOR, Door, Fetch};
