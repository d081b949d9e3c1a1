//! Small pieces that every screen uses.

mod dialog;
mod icon;
mod notice;

pub use dialog::KeysDialog;
pub use icon::{Icon, SeverityMark, icon};
pub use notice::NoticeBar;
