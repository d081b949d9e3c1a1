//! What comes in from elsewhere.

mod kind;

pub use kind::foreign_kind;
