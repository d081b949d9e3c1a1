//! Arithmetic over a draft: totals, relations that do not hold, growth, shares.
//!
//! Pure functions of the draft. What a difference means, and what to say of it, is for the rules.

mod culprit;
mod extra;
mod growth;
mod law;
mod outline;
mod progress;
mod slip;
mod total;

pub use culprit::{Change, Repair, repairs};
pub use extra::{
    channel_sum, channels_grid, content, derived, history_grid, history_title, history_years, proposals_grid, rests_on,
    slot_content,
};
pub use growth::{Growth, growth, signed_percent};
pub use law::{Balance, Imbalance, Side, balance, imbalance};
pub use outline::{Section, outline};
pub use progress::{Progress, blanks, printed_tables, progress};
pub use slip::{Slip, slip};
pub use total::{Shown, State, blanks_are_zero, is_complete, shown, sum};
