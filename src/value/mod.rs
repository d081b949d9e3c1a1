//! Exact numbers, percentages and dates: the values that a report holds.
//!
//! Nothing here knows a form, a draft or a browser, and no floating point is used:
//! a count, an amount or a percentage that is compared is always exact.

mod date;
mod figure;
mod ordered;
mod ratio;
mod slip;
mod width;

pub use date::{Date, FIRST_YEAR, LAST_YEAR, Year};
pub use figure::{Amount, Change, Count, Figure, Kind, Unreadable};
pub use ordered::{Ordered, each_once, stable_sort_by};
pub use ratio::{percent, rounded};
pub use rust_decimal::Decimal;
pub use slip::{is_slip, is_turned};
pub use width::half_width;
