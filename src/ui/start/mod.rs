//! The start: a new report, other ways in, and the drafts on the shelf.

mod new;
mod open;
mod opened;
mod order;
mod shelf;

use super::command::{Command, IMPORT, OPEN, SAMPLE, action};
use super::dom::{El, el};
use super::page::{LateView, Page, Piece, Shelf};
use super::parts::{Icon, icon};
use new::new_form;
pub use open::{ACCEPTED, open_files, open_input};

/// What is called of this folder once its piece is here.
pub static SHELF: Shelf = Shelf { list: shelf::shelf_list, open_files: open::open_all, open_sample: open::open_sample };

/// The first screen.
pub fn start_screen(page: Page) -> Vec<El> {
    let open = tile(page, &OPEN, "自己或同事存下的文件");
    let import = tile(page, &IMPORT, "Word、PDF、网页、Excel，先看再采用");
    let sample = tile(page, &SAMPLE, "先试一试，不影响自己的草稿");
    let shelf = LateView::new(Piece::Shelf, "最近的草稿", move |_| Some(vec![(page.late.shelf()?.list)(page)]));
    let main = el("main")
        .class("page start")
        .child(el("h1").text("填写年报"))
        .child(new_form(page))
        .child(el("div").class("tiles").child(open).child(import).child(sample))
        .child(page.late.place(el("div"), shelf, waiting_shelf))
        .child(
            el("p")
                .class("drop-hint")
                .child(icon(Icon::DOWNLOAD))
                .text("把文件拖进窗口任何地方就能打开，可以一次多份；也可以直接粘贴年报"),
        );
    let kept = "草稿存在这个浏览器里，清除浏览器数据会一并清除；换电脑前请导出草稿文件。";
    let foot = el("footer")
        .class("page-foot")
        .child(el("span").child(icon(Icon::LOCK)).text("所有内容只在本机，不上传。"))
        .child(el("span").class("note").text(kept));
    vec![main, foot]
}

/// A large button that does a command, with a line that says more.
fn tile(page: Page, command: &'static Command, small: &str) -> El {
    let words = el("span").child(el("strong").text(command.words)).child(el("small").text(small));
    action(page, command, "tile").child(el("span").class("tile-icon").child(icon(command.icon))).child(words)
}

/// What stands where the shelf will.
fn waiting_shelf(words: El) -> El {
    el("section").class("shelf").child(el("div").class("shelf-head").child(el("h2").text("最近的草稿"))).child(words)
}
