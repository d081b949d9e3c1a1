//! What is said of words where they stand: the finding, both sides of its arithmetic, its mend. It stands beside the field and never
//! takes the focus from it.

use std::rc::Rc;

use leptos::prelude::{IntoAny, document};
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, KeyboardEvent, Node};

use super::layer::Layer;
use super::way::to_note;
use crate::browser;
use crate::rules::{Severity, Status};
use crate::session::{Found, Mending};
use crate::ui::dom::{El, Signal, el, follow, next_frame};
use crate::ui::findings::card::draw_arithmetic;
use crate::ui::findings::severity_words;
use crate::ui::page::{Page, mount};
use crate::ui::parts::{Icon, button, icon, icon_button, severity_mark};

/// What brought it up, and so what takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The caret went into the words.
    Caret,
    /// They were pointed at.
    Pointer,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    number: u64,
    by: By,
    /// The 强制性 findings that its mend would wake, once the mend was chosen.
    wakes: Vec<String>,
}

/// The popover of a field.
pub struct Popover {
    page: Page,
    layer: Rc<Layer>,
    marks: El,
    drawn: El,
    shown: Signal<Option<Shown>>,
}

impl Popover {
    /// The popover of a field, put into what holds the field and its layer.
    pub fn new(page: Page, layer: Rc<Layer>, marks: El, around: &El) -> Rc<Self> {
        let drawn = el("div")
            .attrs(&[("class", "words-popover"), ("popover", "manual"), ("hidden", "")])
            .attrs(&[("role", "group"), ("aria-label", "这里的问题")]);
        // It is new, and can stand there.
        let _ = around.node().append_child(drawn.node());
        let popover = Rc::new(Self { page, layer, marks, drawn: drawn.clone(), shown: Signal::default() });
        let (key, draw, gone) = (Rc::clone(&popover), Rc::clone(&popover), Rc::clone(&popover));
        let drawn = drawn.switch(
            move || key.content(),
            move |content| match content {
                Some((found, wakes)) => draw.draw(found, wakes),
                None => Vec::new(),
            },
        );
        follow(move || {
            // What was mended, or is no fault any longer, is not spoken of.
            if gone.shown.with(Option::is_some) && gone.content().is_none() {
                gone.hide();
            }
        });
        let left = Rc::clone(&popover);
        let drawn = drawn.on("mousedown", |event| {
            // The focus stays where one writes.
            event.prevent_default();
        });
        let drawn = drawn.on("focusout", move |event| {
            let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
            if !left.is_of(to.and_then(|to| to.dyn_into().ok()).as_ref()) {
                left.hide();
            }
        });
        let closed = Rc::clone(&popover);
        let _ = drawn.on("keydown", move |event: &Event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                event.prevent_default();
                closed.close();
            }
        });
        popover
    }

    /// The finding that is shown, with what its mend would wake; watches both.
    fn content(&self) -> Option<(Found, Vec<String>)> {
        let Shown { number, wakes, .. } = self.shown.with(Clone::clone)?;
        let found = self.page.session.with_findings(|all| all.iter().find(|found| found.number == number).cloned());
        Some((found?, wakes))
    }

    /// Whether an element is the field or stands in the popover.
    pub fn is_of(&self, element: Option<&Node>) -> bool {
        let area: &Node = self.layer.area();
        element.is_some_and(|element| element == area || self.drawn.node().contains(Some(element)))
    }

    /// The finding that is shown, and what brought it up.
    pub fn shown(&self) -> Option<(u64, By)> {
        self.shown.look(|shown| shown.as_ref().map(|shown| (shown.number, shown.by)))
    }

    /// Whether it is pointed at.
    pub fn is_pointed_at(&self) -> bool {
        self.drawn.node().matches(":hover").unwrap_or_default()
    }

    /// Shows a finding at its words: in the line at these pixels of the window, or in the last one.
    pub fn show(&self, number: u64, by: By, at: Option<(i32, i32)>) {
        let is_shown =
            self.shown().is_some_and(|(shown, brought)| shown == number && (brought == By::Caret || by == By::Pointer));
        if is_shown {
            return;
        }
        self.shown.set(Some(Shown { number, by, wakes: Vec::new() }));
        self.place(number, at);
    }

    /// Places it once it is drawn.
    fn place(&self, number: u64, at: Option<(i32, i32)>) {
        let (drawn, marks) = (self.drawn.clone(), self.marks.clone());
        next_frame(move || browser::show_at(drawn.node(), marks.node(), &number.to_string(), at));
    }

    /// Takes it away.
    pub fn hide(&self) {
        if self.shown().is_some() {
            self.shown.set(None);
            browser::hide_at(self.drawn.node());
        }
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        self.drawn.remove();
    }

    /// Takes it away; the focus is in the field afterwards.
    pub fn close(&self) {
        let had_focus = document().active_element().is_some_and(|focus| self.drawn.node().contains(Some(&focus)));
        self.hide();
        if had_focus {
            self.focus_field();
        }
    }

    fn focus_field(&self) {
        El::of(self.layer.area().clone().into()).focus();
    }

    /// Mends a finding by its first mend, and says so; false where it has none. What it would wake elsewhere is said first, and the mend
    /// made when it is chosen once more.
    pub fn mend(&self, number: u64) -> bool {
        let session = self.page.session;
        let found = session.findings_now().into_iter().find(|found| found.number == number);
        let Some(mend) = found.filter(Found::is_open).and_then(|found| found.finding.mend) else { return false };
        let knows = self.shown.look(|shown| shown.as_ref().is_some_and(|s| s.number == number && !s.wakes.is_empty()));
        match session.mend(number, 0, knows) {
            Mending::Made => {
                self.close();
                session.say_undoable(format!("已改正：{}", mend.label));
            }
            Mending::Gone => self.close(),
            Mending::Wakes(wakes) => {
                self.shown.set(Some(Shown { number, by: By::Caret, wakes }));
                self.place(number, None);
            }
        }
        true
    }

    fn draw(self: &Rc<Self>, found: &Found, wakes: &[String]) -> Vec<El> {
        let Found { number, finding, status } = found;
        let words = severity_words(finding.severity).0;
        let closed = Rc::clone(self);
        let head = el("div")
            .class("finding-head")
            .child(severity_mark(finding.severity))
            .child(el("strong").class("words-title").text(&finding.title))
            .child(el("span").class("rule-id").text(finding.rule).text(" · ").text(words))
            .child(icon_button("words-close", Icon::CLOSE, "关闭 Esc", move || closed.close()));
        let mut drawn = vec![head];
        if !wakes.is_empty() {
            drawn.push(self.draw_wakes(*number, wakes));
            return drawn;
        }
        if !finding.words.is_empty() {
            drawn.push(el("p").text(&finding.words));
        }
        if let Some(arithmetic) = finding.arithmetic.clone() {
            let sums = el("div");
            mount(self.page, &sums, move || draw_arithmetic(&arithmetic).into_any());
            drawn.push(sums);
        }
        match status {
            Status::Accepted { note, .. } => drawn.push(el("p").class("note-text").text("说明：").text(note)),
            Status::Open | Status::Lapsed { .. } => drawn.push(self.draw_actions(found)),
        }
        drawn
    }

    /// The mend first, then what becomes of the finding without one.
    fn draw_actions(self: &Rc<Self>, found: &Found) -> El {
        let number = found.number;
        let mend = found.finding.mend.as_ref().map(|mend| {
            let popover = Rc::clone(self);
            let mend_now = button("button primary small", move || _ = popover.mend(number));
            mend_now
                .attrs(&[("data-action", "mend-here"), ("title", "Alt+Enter")])
                .child(icon(Icon::TICK))
                .text(&mend.label)
        });
        let keep = match found.finding.severity {
            Severity::Error => {
                let keep = button("button small", || ()).attr("disabled", "").text("说明并保留");
                vec![keep, el("span").class("note").text("强制性要改正")]
            }
            Severity::Warning => {
                let popover = Rc::clone(self);
                let note = move || {
                    popover.hide();
                    to_note(number);
                };
                vec![button("button small", note).attr("data-action", "accept-here").text("说明并保留")]
            }
            Severity::Hint => Vec::new(),
        };
        el("div").class("actions").children(mend).children(keep)
    }

    /// What the mend would wake elsewhere, before it is made.
    fn draw_wakes(self: &Rc<Self>, number: u64, wakes: &[String]) -> El {
        let (popover, closed) = (Rc::clone(self), Rc::clone(self));
        let anyway = button("button primary small", move || _ = popover.mend(number));
        let anyway = anyway.attr("data-action", "mend-here-anyway").text("仍然修改");
        let cancel = button("button small", move || closed.close()).text("取消");
        el("div")
            .class("noting")
            .attr("role", "alert")
            .child(el("p").class("note").text("这样改会引出强制性问题："))
            .child(el("ul").class("waking").children(wakes.iter().map(|title| el("li").text(title))))
            .child(el("div").class("actions").child(cancel).child(anyway))
    }
}
