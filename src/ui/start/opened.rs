//! What became of files that were opened together: how many, and what there is to say of which.

use std::cell::RefCell;

use leptos::prelude::{Owner, document};

use crate::session::OpenedFiles;
use crate::ui::dom::{El, el};
use crate::ui::page::focus_screen;
use crate::ui::parts::{Icon, beginning, icon_button};

/// How many lines are listed of those that could not be opened, and of the others.
const LISTED: usize = 200;

thread_local! {
    /// The list that is shown.
    static SHOWN: RefCell<Option<(El, Owner)>> = const { RefCell::new(None) };
}

/// Shows the list. It stands at the foot of the window, and stays until it is closed or other files are opened.
pub fn show_opened(opened: &OpenedFiles) {
    let owner = Owner::new();
    let shown = owner.with(|| draw(opened));
    if let Some(app) = document().get_element_by_id("app") {
        // It is new, and so can be put there.
        let _ = app.append_child(shown.node());
    }
    SHOWN.set(Some((shown, owner)));
}

/// Takes the list away, if one is shown.
pub fn hide_opened() {
    if let Some((shown, owner)) = SHOWN.take() {
        shown.remove();
        owner.cleanup();
    }
}

fn draw(opened: &OpenedFiles) -> El {
    let refused = opened.refused.len();
    let title = match (opened.count, refused) {
        (count, 0) => format!("{count} 份已打开"),
        (0, refused) => format!("{refused} 份没有打开"),
        (count, refused) => format!("{count} 份已打开，{refused} 份没有打开"),
    };
    let list = el("section").attrs(&[("class", "opened"), ("data-opened", ""), ("aria-labelledby", "opened-title")]);
    let list = list.attr("role", if refused > 0 { "alert" } else { "status" });
    let list = list.attr_if("data-error", (refused > 0).then_some(""));
    let close = icon_button("button quiet small", Icon::CLOSE, "关闭", || {
        hide_opened();
        focus_screen();
    });
    let head = el("h2").attr("id", "opened-title").text(&title);
    let head = el("div").class("opened-head").child(head).child(el("span").class("grow")).child(close);
    let lines = el("div").attrs(&[("class", "opened-lines"), ("tabindex", "0"), ("aria-label", "逐份说明")]);
    list.child(head).child(
        lines.children(lines_of("没有打开", &opened.refused)).children(lines_of("已打开，但请留意", &opened.notices)),
    )
}

/// Sentences under their heading; nothing where there are none.
fn lines_of(title: &str, lines: &[String]) -> Option<El> {
    let left = lines.len().saturating_sub(LISTED);
    let left = (left > 0).then(|| el("li").text(&format!("另有 {left} 条，没有列出。")));
    let listed = lines.iter().take(LISTED).map(|words| el("li").text(&beginning(words)));
    let list = el("ul").children(listed).children(left);
    (!lines.is_empty()).then(|| el("div").child(el("h3").text(title)).child(list))
}
