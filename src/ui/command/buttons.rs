//! The buttons of commands.

use super::Command;
use crate::ui::dom::{El, el};
use crate::ui::page::Page;
use crate::ui::parts::{button, icon};

/// A button that does a command, and is off while it cannot be done. What is seen of it is put into it.
pub fn action(page: Page, command: &'static Command, class: &str) -> El {
    let title = command.keys.first().map(|keys| [command.words, " ", keys.shown].concat());
    let run = move || {
        if (command.can)(page) {
            (command.run)(page);
        }
    };
    button(class, run)
        .attr("data-action", command.name)
        .attr("title", title.as_deref().unwrap_or(command.words))
        // It keeps the focus when it has just done the last that there was to do.
        .attr_of("aria-disabled", move || (!(command.can)(page)).then(|| "true".to_owned()))
}

/// A button that is the command's icon, with what it does in words for those who cannot see it.
pub fn icon_action(page: Page, command: &'static Command, class: &str) -> El {
    action(page, command, class).attr("aria-label", command.words).child(icon(command.icon))
}

/// A button with the command's icon and label.
pub fn label_action(page: Page, command: &'static Command, class: &str) -> El {
    action(page, command, class).child(icon(command.icon)).child(el("span").text(command.label))
}
