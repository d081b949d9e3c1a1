//! Small pieces that every screen uses.

mod button;
mod dialog;
mod drawn;
mod icon;
mod notice;

pub use button::{button, icon_button};
pub use dialog::keys_dialog;
pub use drawn::{SeverityMark, icon_view};
pub use icon::{Icon, icon, severity_mark};
pub use notice::notice_bar;
