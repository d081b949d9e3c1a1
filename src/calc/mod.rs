//! Arithmetic over a draft: totals, relations that do not hold, growth, shares.
//!
//! Pure functions of the draft. What a difference means, and what to say of it, is for the rules.

mod culprit;
mod growth;
mod law;
mod slip;
mod total;

pub use culprit::{Change, Repair, repairs};
pub use growth::{Growth, growth};
pub use law::{Balance, Imbalance, Side, balance, imbalance};
pub use slip::{Slip, slip};
pub use total::{CellState, Shown, blanks_are_zero, channel_sum, is_complete, is_total, shown, sum};
