//! Opening files, and the sample.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{Owner, document};
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};

use super::opened::{hide_opened, show_opened};
use crate::browser::{read_bytes, spawn, wait};
use crate::session::OpenedFiles;
use crate::ui::dom::{El, el};
use crate::ui::page::{Page, Piece, Route, keep_focus};
use crate::ui::parts::button;

/// The endings that the browser's dialogue shows; what a file is, its bytes say.
pub const ACCEPTED: &str =
    ".json,.doc,.docx,.wps,.rtf,.odt,.pdf,.ofd,.html,.htm,.mht,.mhtml,.txt,.md,.xls,.xlsx,.et,.ods,.csv,.xml";

/// The page's one input for files. It is not seen: buttons stand for it. It takes every readable kind, several at once.
pub fn open_input(page: Page) -> El {
    let input = el("input").attrs(&[
        ("type", "file"),
        ("name", "open"),
        ("multiple", ""),
        ("hidden", ""),
        ("accept", ACCEPTED),
        ("aria-label", "打开草稿或年报文件"),
        ("tabindex", "-1"),
    ]);
    let chosen = input.clone();
    input.on("change", move |_| {
        if let Some(files) = chosen.node().dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files) {
            open_files(page, &files);
        }
        // So that the same file can be chosen again.
        chosen.set_value("");
    })
}

/// Opens the files that were chosen or dropped; the last that could be read is shown. What became of several is said in a list.
pub fn open_files(page: Page, files: &FileList) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.item(index)).collect();
    page.late.then(Piece::Shelf, move || {
        if let Some(shelf) = page.late.shelf() {
            (shelf.open_files)(page, files);
        }
    });
}

/// From how many bytes on the opening of files is shown while it goes on.
const LARGE: f64 = 200_000.0;

/// The same, once it is here. While large files are opened the page says so, and the clerk can call it off.
pub fn open_all(page: Page, files: Vec<File>) {
    spawn(async move {
        let (drafts, others) = sorted(files).await;
        if !others.is_empty() {
            // All of them go one way, so that what became of each stands in one list.
            let all: Vec<File> = drafts.into_iter().chain(others).collect();
            page.late.then(Piece::Imports, move || {
                if let Some(import) = page.late.import() {
                    (import.take_files)(page, all);
                }
            });
            return;
        }
        open_drafts(page, drafts).await;
    });
}

/// So many bytes of a file tell whether it may be a draft.
const HEAD: u32 = 4096;

/// The files that may be drafts, and the others, by what is in them.
async fn sorted(files: Vec<File>) -> (Vec<File>, Vec<File>) {
    let (mut drafts, mut others) = (Vec::new(), Vec::new());
    for file in files {
        let head = read_bytes(&file, HEAD).await.unwrap_or_default();
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head).trim_ascii_start();
        if text.is_empty() || text.starts_with(b"{") && !text.starts_with(b"{\\rtf") || text.starts_with(b"[") {
            drafts.push(file);
        } else {
            others.push(file);
        }
    }
    (drafts, others)
}

/// Opens drafts.
async fn open_drafts(page: Page, files: Vec<File>) {
    let is_large = files.iter().map(|file| file.size()).sum::<f64>() > LARGE;
    let is_one = files.len() == 1;
    let opening = is_large.then(Opening::show);
    let step = async |name: &str| match &opening {
        Some(opening) => opening.step(name).await,
        None => true,
    };
    let opened = page.session.open_files(files, step).await;
    if let Some(opening) = opening {
        opening.end();
    }
    if let Some(id) = &opened.last {
        page.router.go(&Route::filling_in(id.clone()));
    }
    say(page, opened, is_one);
}

/// Says what became of files: of one in a sentence, of several in a list where there is something to say of some.
fn say(page: Page, opened: OpenedFiles, is_one: bool) {
    let session = page.session;
    hide_opened();
    let is_plain = opened.refused.is_empty() && opened.notices.is_empty();
    if !is_one && !is_plain {
        show_opened(&opened);
    } else if let Some(why) = opened.refused.into_iter().next() {
        session.refuse(why);
    } else if !opened.notices.is_empty() {
        session.say_all(opened.notices);
    } else if !is_one && opened.count > 0 {
        session.say(format!("{} 份已打开", opened.count));
    }
}

/// What is said while files are opened, and the way out.
struct Opening {
    shown: El,
    words: El,
    cancelled: Rc<Cell<bool>>,
    owner: Owner,
}

impl Opening {
    fn show() -> Self {
        let (owner, cancelled) = (Owner::new(), Rc::new(Cell::new(false)));
        let (words, shown) = owner.with(|| {
            let words = el("p");
            let (off, said) = (Rc::clone(&cancelled), words.clone());
            let cancel = button("link", move || {
                off.set(true);
                said.node().set_text_content(Some("正在取消……"));
            });
            let cancel = cancel.attr("data-action", "cancel-open").text("取消");
            let all = el("div").class("words").child(words.clone());
            (words, el("div").attrs(&[("class", "toast opening"), ("role", "status")]).child(all).child(cancel))
        });
        if let Some(app) = document().get_element_by_id("app") {
            // It is new, and so can be put there.
            let _ = app.append_child(shown.node());
        }
        Self { shown, words, cancelled, owner }
    }

    /// Says what is opened, and lets the page be painted and clicked; false when it was called off.
    async fn step(&self, name: &str) -> bool {
        if !self.cancelled.get() {
            self.words.node().set_text_content(Some(&format!("正在打开“{name}”……")));
        }
        wait(FRAME).await;
        !self.cancelled.get()
    }

    fn end(self) {
        keep_focus();
        self.owner.cleanup();
        self.shown.remove();
    }
}

/// How long the browser is given to paint and to take clicks between two steps, in milliseconds.
const FRAME: u32 = 30;

/// Opens the seed's report as a draft of its own.
pub fn open_sample(page: Page) {
    if let Some(id) = page.session.open_sample(include_str!("../sample.nianbao.json")) {
        page.router.go(&Route::filling_in(id));
    }
}
