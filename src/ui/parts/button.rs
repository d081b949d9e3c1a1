//! Buttons.

use super::{Icon, icon};
use crate::ui::dom::{El, el};

/// A button; the words and the icon are put into it.
pub fn button(class: &str, act: impl Fn() + 'static) -> El {
    el("button").attrs(&[("type", "button"), ("class", class)]).on_click(act)
}

/// A button that is an icon, with what it does in words for those who cannot see it.
pub fn icon_button(class: &str, shape: Icon, words: &str, act: impl Fn() + 'static) -> El {
    button(class, act).attrs(&[("aria-label", words), ("title", words)]).child(icon(shape))
}
