//! Commands: each is one value, from which its buttons, its keys and its line in the list of keys are drawn.

mod buttons;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::body::home;
use super::dom::find;
use super::page::{FillPart, Page, Piece, keep_focus};
use super::parts::Icon;
use crate::draft::Place;
pub use buttons::{action, icon_action, label_action};

/// Keys that are pressed together.
#[derive(Clone, Copy)]
pub struct Keys {
    /// As they are shown: Ctrl+Z.
    pub shown: &'static str,
    /// The key, as the browser names it; a letter stands for both of its cases.
    key: &'static str,
    /// Whether Ctrl is held, or Command.
    control: bool,
    /// Whether Shift is held.
    shift: bool,
}

impl Keys {
    /// Whether they write something where text is typed: there they are the text's.
    pub fn write(self) -> bool {
        !self.control && self.key.len() == 1
    }

    /// Whether these keys were pressed.
    pub fn are(self, pressed: &Pressed) -> bool {
        pressed.control == self.control
            && pressed.shift == self.shift
            && !pressed.alt
            && pressed.key.eq_ignore_ascii_case(self.key)
    }
}

/// What was pressed, read of its event once: each question to the browser takes its time.
pub struct Pressed {
    key: String,
    /// Whether Ctrl is held, or Command.
    pub control: bool,
    shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

impl Pressed {
    /// What an event tells of.
    pub fn of(event: &KeyboardEvent) -> Self {
        let control = event.ctrl_key() || event.meta_key();
        Self { key: event.key(), control, shift: event.shift_key(), alt: event.alt_key() }
    }
}

/// Something that the clerk can have done from anywhere.
pub struct Command {
    /// Its name in the page (`data-action`).
    pub name: &'static str,
    /// What it does, in the clerk's words.
    pub words: &'static str,
    /// The words on its button; none where the button is an icon.
    pub label: &'static str,
    /// The icon of its button.
    pub icon: Icon,
    /// Its keys, the usual ones first; none where it has no keys.
    pub keys: &'static [Keys],
    /// Whether it is there only while a draft is shown.
    pub of_draft: bool,
    /// Whether it can be done now; watches what that depends on.
    pub can: fn(Page) -> bool,
    /// Does it.
    pub run: fn(Page),
}

/// 撤销.
pub static UNDO: Command = Command {
    name: "undo",
    words: "撤销",
    label: "",
    icon: Icon::UNDO,
    keys: &[Keys { shown: "Ctrl+Z", key: "Z", control: true, shift: false }],
    of_draft: true,
    can: |page| page.session.steps().0,
    run: |page| {
        keep_focus();
        say_where(page, "已撤销", page.session.undo());
    },
};

/// 重做.
pub static REDO: Command = Command {
    name: "redo",
    words: "重做",
    label: "",
    icon: Icon::REDO,
    keys: &[
        Keys { shown: "Ctrl+Y", key: "Y", control: true, shift: false },
        Keys { shown: "Ctrl+Shift+Z", key: "Z", control: true, shift: true },
    ],
    of_draft: true,
    can: |page| page.session.steps().1,
    run: |page| {
        keep_focus();
        say_where(page, "已重做", page.session.redo());
    },
};

/// 打开草稿: by the one input of the page that takes files.
pub static OPEN: Command = Command {
    name: "open",
    words: "打开草稿",
    label: "打开",
    icon: Icon::OPEN,
    keys: &[],
    of_draft: false,
    can: |_| true,
    run: choose_files,
};

/// 导入年报: by the same input; what a file is, its bytes say.
pub static IMPORT: Command = Command {
    name: "import",
    words: "导入年报",
    label: "导入",
    icon: Icon::DOWNLOAD,
    keys: &[],
    of_draft: false,
    can: |_| true,
    run: choose_files,
};

/// Lets the clerk choose files by the page's one input for them.
fn choose_files(_: Page) {
    if let Some(input) = find("input[name=open]").and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        input.click();
    }
}

/// 导出草稿.
pub static EXPORT: Command = Command {
    name: "export-json",
    words: "导出草稿",
    label: "",
    icon: Icon::DOWNLOAD,
    keys: &[Keys { shown: "Ctrl+S", key: "S", control: true, shift: false }],
    of_draft: true,
    can: |_| true,
    run: |page| page.session.export(),
};

/// 导出: the menu of all that the report goes out as.
pub static EXPORT_MENU: Command = Command {
    name: "export",
    words: "导出",
    label: "导出",
    icon: Icon::EXPORT,
    keys: &[],
    of_draft: true,
    can: |_| true,
    run: |page| {
        page.late.then(Piece::Paper, move || {
            if let Some(paper) = page.late.paper() {
                (paper.menu)(page);
            }
        });
    },
};

/// 可以交了吗: the list of what is done and what is missing.
pub static READY: Command = Command {
    name: "ready",
    words: "可以交了吗",
    label: "",
    icon: Icon::TICK,
    keys: &[],
    of_draft: true,
    can: |_| true,
    run: |page| {
        page.late.then(Piece::Paper, move || {
            if let Some(paper) = page.late.paper() {
                (paper.ready)(page);
            }
        });
    },
};

/// 打印或存为PDF.
pub static PRINT: Command = Command {
    name: "print",
    words: "打印或存为PDF",
    label: "打印",
    icon: Icon::PRINT,
    // The browser's own command prints as well, but waits for no chart.
    keys: &[Keys { shown: "Ctrl+P", key: "P", control: true, shift: false }],
    of_draft: true,
    can: |_| true,
    run: |page| {
        page.late.then(Piece::Paper, move || {
            if let Some(paper) = page.late.paper() {
                (paper.print)(page.session, page.router);
            }
        });
    },
};

/// 下一处问题.
pub static NEXT_FINDING: Command = Command {
    name: "next-finding",
    words: "下一处问题",
    label: "",
    icon: Icon::DOWN,
    keys: &[Keys { shown: "F8", key: "F8", control: false, shift: false }],
    of_draft: true,
    can: |_| true,
    run: |page| go_to_finding(page, false),
};

/// 上一处问题.
pub static PREVIOUS_FINDING: Command = Command {
    name: "previous-finding",
    words: "上一处问题",
    label: "",
    icon: Icon::UP,
    keys: &[Keys { shown: "Shift+F8", key: "F8", control: false, shift: true }],
    of_draft: true,
    can: |_| true,
    run: |page| go_to_finding(page, true),
};

/// 样例.
pub static SAMPLE: Command = Command {
    name: "sample",
    words: "样例（2017年街道年报）",
    label: "样例",
    icon: Icon::FILE,
    keys: &[],
    of_draft: false,
    can: |_| true,
    run: |page| {
        page.late.then(Piece::Shelf, move || {
            if let Some(shelf) = page.late.shelf() {
                (shelf.open_sample)(page);
            }
        });
    },
};

/// 按键与帮助: the list of the keys.
pub static KEYS: Command = Command {
    name: "keys",
    words: "按键与帮助",
    label: "",
    icon: Icon::HELP,
    keys: &[Keys { shown: "?", key: "?", control: false, shift: true }],
    of_draft: false,
    can: |_| true,
    run: |page| {
        page.late.then(Piece::Editors, move || {
            if let Some(editors) = page.late.editors() {
                (editors.keys)();
            }
        });
    },
};

/// The commands that have keys, in the order in which the clerk reads of them.
pub static BY_KEY: [&Command; 7] = [&UNDO, &REDO, &EXPORT, &PRINT, &NEXT_FINDING, &PREVIOUS_FINDING, &KEYS];

/// Says where a step changed something, if that is not seen.
fn say_where(page: Page, done: &str, changed: Option<Place>) {
    let part = changed.map(|place| home(page.session, FillPart::of(place)));
    if let Some(part) = part.filter(|part| page.router.part().is_some_and(|here| home(page.session, here) != *part)) {
        let heading = page.session.look(|draft| part.title(draft)).unwrap_or_default();
        page.session.say([done, "：", &heading].concat());
    }
}

fn go_to_finding(page: Page, back: bool) {
    page.late.then(Piece::Checks, move || {
        if let Some(checks) = page.late.checks() {
            (checks.next)(page, back);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_shown_as_they_are_pressed() {
        for keys in BY_KEY.iter().flat_map(|command| command.keys) {
            // A character that Shift writes is shown alone.
            let held =
                [("Ctrl", keys.control), ("Shift", keys.shift && !keys.write())].into_iter().filter(|(_, is)| *is);
            let names: Vec<&str> = held.map(|(name, _)| name).chain([keys.key]).collect();
            assert_eq!(keys.shown, names.join("+"));
        }
    }

    #[test]
    fn no_keys_do_two_things() {
        let mut all: Vec<&str> = BY_KEY.iter().flat_map(|c| c.keys).map(|keys| keys.shown).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(BY_KEY.iter().all(|command| !command.keys.is_empty()));
    }
}
