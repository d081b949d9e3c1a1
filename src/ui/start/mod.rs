//! The start: a new report, other ways in, and the drafts on the shelf.

mod new;
mod shelf;

use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};

use super::dom::{El, el};
use super::later::{Later, Piece};
use super::parts::{Icon, button, icon};
use super::route::{FillPart, Route, Router, Screen};
use crate::session::Session;
use new::new_form;
pub use shelf::shelf_list;

/// The first screen.
pub fn start_screen(session: Session, router: Router, later: Later) -> Vec<El> {
    let words = |title: &str, words: &str| el("span").child(el("strong").text(title)).child(el("small").text(words));
    let tile = move |el: El, shape: Icon, title: &str, small: &str| {
        el.child(super::dom::el("span").class("tile-icon").child(icon(shape))).child(words(title, small))
    };
    let open =
        open_button(session, router, later, "tile", move |el| tile(el, Icon::Open, "打开草稿", "自己或同事存下的文件"));
    let sample = move || later.then(move |door| (door.open_sample)(session, router));
    let sample = button("tile", sample).attr("data-action", "sample");
    let sample = tile(sample, Icon::File, "样例（2017年街道年报）", "先试一试，不影响自己的草稿");
    let main = el("main")
        .class("page start")
        .child(el("h1").text("填写年报"))
        .child(new_form(session, router))
        .child(el("div").class("tiles").children(open).child(sample))
        .child(later.place(el("div"), Piece::Shelf, waiting_shelf))
        .child(
            el("p")
                .class("drop-hint")
                .child(icon(Icon::Download))
                .text("把草稿文件拖进窗口任何地方就能打开，可以一次多份"),
        );
    let kept = "草稿存在这个浏览器里，清除浏览器数据会一并清除；换电脑前请导出草稿文件。";
    let foot = el("footer")
        .class("page-foot")
        .child(el("span").child(icon(Icon::Lock)).text("所有内容只在本机，不上传。"))
        .child(el("span").class("note").text(kept));
    vec![main, foot]
}

/// What stands where the shelf will.
fn waiting_shelf(words: El) -> El {
    el("section").class("shelf").child(el("div").class("shelf-head").child(el("h2").text("最近的草稿"))).child(words)
}

/// A button that opens files, and the input for which it stands, which takes every readable kind, several at once.
pub fn open_button(session: Session, router: Router, later: Later, class: &str, fill: impl Fn(El) -> El) -> [El; 2] {
    let input = el("input").attrs(&[
        ("type", "file"),
        ("name", "open"),
        ("multiple", ""),
        ("hidden", ""),
        ("accept", ".json,application/json"),
        ("aria-label", "打开草稿文件"),
        ("tabindex", "-1"),
    ]);
    let (chosen, clicked) = (input.clone(), input.clone());
    let input = input.on("change", move |_| {
        if let Some(files) = chosen.node().dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files) {
            open_files(session, router, later, &files);
        }
        // So that the same file can be chosen again.
        chosen.set_value("");
    });
    [fill(button(class, move || clicked.click()).attr("data-action", "open")), input]
}

/// Opens the files that were chosen or dropped; the last that could be read is shown.
pub fn open_files(session: Session, router: Router, later: Later, files: &FileList) {
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|index| files.item(index)).collect();
    later.then(move |door| (door.open_files)(session, router, files));
}

/// Shows a draft where it is filled in.
pub fn go_to(router: Router, id: String) {
    router.go(&Route::Draft { id, screen: Screen::Fill(FillPart::Office) });
}
