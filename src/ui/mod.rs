//! The page: components that call the session and read its signals. No arithmetic and no rule stands here.

mod app;
mod charts;
mod fill;
mod findings;
mod frame;
mod keys;
mod paper;
mod parts;
mod route;
mod rules;
mod start;

pub use app::App;
