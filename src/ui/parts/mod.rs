//! Small pieces that every screen uses.

mod button;
mod drawn;
mod icon;
mod notice;

pub use button::{button, icon_button};
pub use drawn::{SeverityMark, icon_view};
pub use icon::{Icon, SEVERITIES, icon, severity_mark};
pub use notice::{beginning, notice_bar};
