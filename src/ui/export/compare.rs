//! 核对: whether what was printed or published is this report, by its check code or by the file itself.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Set};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use crate::browser;
use crate::compare::{Comparison, Difference};
use crate::job::Progress;
use crate::session::FileCheck;
use crate::ui::dom::{El, el, value_of};
use crate::ui::page::Page;
use crate::ui::parts::button;
use crate::ui::start::ACCEPTED;

/// A file that is held against the report, one at a time; cloned freely, it is a handle.
#[derive(Clone)]
pub(super) struct Held {
    page: Page,
    state: RwSignal<State>,
    running: Rc<RefCell<FileCheck>>,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Nothing,
    Reading(Option<Progress>),
    Compared(Comparison),
    Refused(String),
}

impl Held {
    /// None yet.
    pub fn new(page: Page) -> Self {
        Self { page, state: RwSignal::new(State::Nothing), running: Rc::default() }
    }

    /// Holds a file against the report, in place of one that is still read.
    fn take(&self, file: File) {
        self.stop();
        let check = FileCheck::default();
        self.running.replace(check.clone());
        let (session, state) = (self.page.session, self.state);
        state.set(State::Reading(None));
        browser::spawn(async move {
            // The menu may be gone, or another file chosen.
            let shown = check.clone();
            let tell = move |now: State| {
                if !shown.is_off() {
                    let _ = state.try_set(now);
                }
            };
            let step = tell.clone();
            let done = session.check_file(&file, &check, move |progress| step(State::Reading(Some(progress)))).await;
            tell(done.map_or_else(State::Refused, State::Compared));
        });
    }

    /// The first of several files; the report is held against one.
    fn take_first(&self, files: Option<FileList>) -> bool {
        let file = files.and_then(|files| files.item(0));
        let is_one = file.is_some();
        if let Some(file) = file {
            self.take(file);
        }
        is_one
    }

    /// Calls off what is read.
    pub fn stop(&self) {
        self.running.borrow().stop();
    }

    /// Lets an element take a file that is dropped on it, in place of the window, which would open it.
    pub fn takes_drops(&self, el: El) -> El {
        let held = self.clone();
        el.on("drop", move |event| {
            let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if held.take_first(transfer.and_then(|transfer| transfer.files())) {
                event.prevent_default();
            }
        })
    }
}

/// The field for a code and the button for a file, and what they say.
pub(super) fn compare(code: String, held: &Held) -> El {
    let typed = RwSignal::new(String::new());
    let explained = "印在页脚，也写进 Word 和网页。改动一个字就不同。也可以把发布的网页、PDF 或 Word 拖到这里。";
    let verdict = move || match compared(&code, &typed.get()) {
        None => (explained, ""),
        Some(true) => ("相同：印出或发布的就是这份报告", "ok"),
        Some(false) => ("不同：那一份与现在的报告有改动", "differs"),
    };
    let words = verdict.clone();
    let field = el("input").attrs(&[
        ("name", "check-code"),
        ("aria-label", "要核对的校验码"),
        ("placeholder", "核对：填入印出的校验码"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
    ]);
    let field = field.on("input", move |event| typed.set(value_of(event)));
    let said = el("p").attr("role", "status").attr_of("class", move || Some(format!("note {}", verdict().1)));
    let fields = el("div").class("export-fields").child(field).children(choose(held));
    let state = held.state;
    let found = el("div").attrs(&[("role", "status"), ("class", "export-held")]);
    let found = found.switch(move || state.get(), draw);
    el("div").class("export-compare").child(fields).child(said.text_of(move || words().0.to_owned())).child(found)
}

/// The button that chooses a file, and the input that it stands for.
fn choose(held: &Held) -> [El; 2] {
    let input = el("input").attrs(&[
        ("type", "file"),
        ("name", "check-file"),
        ("hidden", ""),
        ("accept", ACCEPTED),
        ("aria-label", "要核对的文件"),
        ("tabindex", "-1"),
    ]);
    let (chosen, held, asked) = (input.clone(), held.clone(), input.clone());
    let input = input.on("change", move |_| {
        held.take_first(chosen.node().dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files));
        // So that the same file can be chosen again.
        chosen.set_value("");
    });
    let button = button("button small", move || asked.click()).attr("data-action", "check-file").text("选文件核对");
    [button, input]
}

/// What is known of the file.
fn draw(state: &State) -> Vec<El> {
    match state {
        State::Nothing => Vec::new(),
        State::Reading(progress) => {
            let pages = progress.map(|progress| format!("第 {} 页，共 {} 页", progress.done, progress.all));
            let words = format!("正在核对……{}", pages.unwrap_or_default());
            vec![el("p").class("note").text(&words)]
        }
        State::Refused(words) => vec![result("differs", &format!("没有核对：{words}"))],
        State::Compared(comparison) => {
            let said = result(if comparison.is_same { "ok" } else { "differs" }, &comparison.words);
            let mut drawn = vec![said];
            if !comparison.differences.is_empty() {
                let list = el("ul").attrs(&[("tabindex", "0"), ("aria-label", "不同的地方")]);
                let more = (comparison.more > 0)
                    .then(|| el("li").class("note").text(&format!("另有 {} 处没有列出", comparison.more)));
                drawn.push(list.children(comparison.differences.iter().map(row)).children(more));
            }
            drawn
        }
    }
}

fn result(class: &str, words: &str) -> El {
    el("p").attrs(&[("class", &format!("note {class}")), ("data-compare-result", "")]).text(words)
}

/// A place where they differ.
fn row(difference: &Difference) -> El {
    let side = |label: &str, words: &str| el("span").child(el("small").text(label)).text(words);
    el("li")
        .attr("data-difference", "")
        .child(el("strong").text(&difference.place))
        .child(side("这里 ", &difference.here))
        .child(side("那里 ", &difference.there))
}

/// Whether a code that was typed is this one; nothing while it is not whole. Dashes, blanks and case do not matter, nor does full width.
fn compared(code: &str, typed: &str) -> Option<bool> {
    let bare = |text: &str| -> String {
        let half = text.chars().map(|c| match c {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        });
        half.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
    };
    let (code, typed) = (bare(code), bare(typed));
    (typed.len() >= code.len()).then(|| typed == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        for typed in ["3F7A-91C2", "3f7a91c2", " 校验码 3F7A-91C2", "３Ｆ７Ａ—９１Ｃ２"] {
            assert_eq!(compared("3F7A-91C2", typed), Some(true), "{typed}");
        }
        for (typed, expected) in [("3F7A-91C3", Some(false)), ("3F7A", None), ("", None), ("3F7A-91C2-0", Some(false))]
        {
            assert_eq!(compared("3F7A-91C2", typed), expected, "{typed}");
        }
    }
}
