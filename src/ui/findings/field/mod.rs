//! A text field with what was found in it: marked at the words by a layer of the same text, told where the words are pointed at or the
//! caret goes into them, mended by a key.

mod caret;
mod layer;
mod lines;
mod marks;
mod pieces;
mod popover;
mod way;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{document, on_cleanup, set_timeout};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlTextAreaElement, KeyboardEvent, MouseEvent};

use super::last_year::{are_shown, sentence_marks};
use super::numbers::go;
use super::severity_words;
use crate::browser;
use crate::draft::Place;
use crate::session::{Found, Session};
use crate::ui::dom::{El, el, follow, is_composing};
use crate::ui::page::{Page, TextField};
use layer::Layer;
pub use marks::paragraph_at;
use popover::{By, Popover};

/// How long the caret or the pointer rests in words before they are spoken of: who only passes through is not held up.
const REST: Duration = Duration::from_millis(250);
/// How long the pointer may be on its way from the words to what is said of them.
const WAY: Duration = Duration::from_millis(400);

thread_local! {
    /// Counts the fields, so that each description has a name of its own.
    static FIELDS: Cell<u64> = const { Cell::new(0) };
}

/// A field with its layer and what is said of its words.
struct Field {
    session: Session,
    layer: Rc<Layer>,
    popover: Rc<Popover>,
    /// What is said of the words at the caret to those who cannot see them.
    said: El,
    /// Whether an input method composes: then the field holds what the draft does not.
    composes: Cell<bool>,
    /// Counts what the caret and the pointer did: of what is done after a rest only the last counts.
    moves: Cell<u64>,
}

/// Draws the layer of a field that stands right before it, and listens in the field.
pub fn field_marks(page: Page, layer: &El, field: TextField) -> Vec<El> {
    let Page { session, router, .. } = page;
    let area = layer.node().previous_element_sibling().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(area), Some(around)) = (area, layer.node().parent_element().map(El::of)) else { return Vec::new() };
    let lines = el("div").class("text-lines");
    let drawn = Rc::new(Layer::new(area.clone(), around.clone(), lines.clone()));
    let name = FIELDS.replace(FIELDS.get() + 1);
    let said = el("span").attrs(&[("id", &format!("said-{name}")), ("hidden", "")]);
    // It is new, and can stand there.
    let _ = around.node().append_child(said.node());
    let popover = Popover::new(page, Rc::clone(&drawn), lines.clone(), &around);
    let own = Rc::new(Field {
        session,
        layer: drawn,
        popover,
        said: said.clone(),
        composes: Cell::new(false),
        moves: Cell::new(0),
    });
    let followed = Rc::clone(&own);
    follow(move || {
        session.watch(&[field.touch(), Place::Parts], |_| ());
        // It is counted after each check, whether or not something was found.
        session.checked();
        let is_settled = session.is_checked() && !followed.composes.get();
        let checked = if is_settled { followed.layer.text() } else { None };
        let lines = match checked {
            Some(value) => lines::marked(&value, marks::marks(session, field)),
            // What is being typed is not marked until it has been checked; what is looked for is.
            None => lines::with_hits(followed.layer.follow_field(), marks::hits(session, field)),
        };
        followed.layer.draw(lines);
        followed.describe();
    });
    own.listen(&area, field);
    follow_scroll(&area, layer);
    let clicked = Rc::clone(&own);
    let _ = El::of(area.clone().into()).on("click", move |event| {
        let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.ctrl_key() || mouse.meta_key()) else {
            return;
        };
        if let Some(account) = clicked.layer.number_at_caret() {
            mouse.prevent_default();
            go(session, router, &account);
        }
    });
    // The page has one thread, on which it is taken away as well.
    let gone = SendWrapper::new((Rc::clone(&own.popover), said));
    on_cleanup(move || {
        let (popover, said) = &*gone;
        popover.hide();
        popover.remove();
        said.remove();
    });
    vec![lines, sentence_marks(session, area, field)]
}

impl Field {
    /// Listens to what the caret, the keys and the pointer do. The listeners go with the layer.
    fn listen(self: &Rc<Self>, area: &HtmlTextAreaElement, field: TextField) {
        let listened = El::of(area.clone().into());
        let own = || Rc::clone(self);
        let (typed, key, moved, clicked) = (own(), own(), own(), own());
        let (selected, left, pointed, away) = (own(), own(), own(), own());
        let (begun, ended) = (own(), own());
        let _ = listened
            .on("compositionstart", move |_| begun.composes.set(true))
            .on("compositionend", move |_| ended.composes.set(false))
            .on("input", move |_| {
                typed.moves.set(typed.moves.get() + 1);
                typed.popover.hide();
                // The field grows with what an input method composes, too.
                let lines = typed.layer.follow_field();
                typed.layer.draw(lines::with_hits(lines, marks::hits(typed.session, field)));
                typed.describe();
            })
            .on("keydown", move |event| key.press(event))
            .on("keyup", move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
                if key.starts_with("Arrow") || key.starts_with("Page") || key == "Home" || key == "End" {
                    moved.caret_moved(None);
                }
            })
            .on("click", move |event| {
                let at = event.dyn_ref::<MouseEvent>().map(|mouse| (mouse.client_x(), mouse.client_y()));
                clicked.caret_moved(at);
            })
            .on("select", move |_| {
                // Sentences of last year's are gone through one after the other: they have their own row.
                if !are_shown() {
                    selected.caret_moved(None);
                }
            })
            .on("blur", move |event| {
                let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
                if !left.popover.is_of(to.and_then(|to| to.dyn_into().ok()).as_ref()) {
                    left.moves.set(left.moves.get() + 1);
                    left.popover.hide();
                }
            })
            .on("mousemove", move |event| pointed.pointed_at(event))
            .on("mouseleave", move |_| away.pointer_left());
    }

    /// Does something after a rest, unless the caret or the pointer does something else meanwhile.
    fn at_rest(self: &Rc<Self>, rest: Duration, then: impl FnOnce(&Rc<Self>) + 'static) {
        let move_now = self.moves.get() + 1;
        self.moves.set(move_now);
        let own = Rc::clone(self);
        set_timeout(
            move || {
                if own.moves.get() == move_now {
                    then(&own);
                }
            },
            rest,
        );
    }

    /// The weightiest finding at the caret.
    fn at_caret(&self) -> Option<Found> {
        let first = *self.layer.found_at_caret().first()?;
        self.session.findings_now().into_iter().find(|found| found.number == first)
    }

    /// The caret has gone somewhere, not by typing: what is found there is spoken of once it rests.
    fn caret_moved(self: &Rc<Self>, at: Option<(i32, i32)>) {
        self.describe();
        self.at_rest(REST, move |own| match own.at_caret().filter(|_| own.has_focus()) {
            Some(found) => {
                own.session.set_current(Some(found.number));
                own.popover.show(found.number, By::Caret, at);
            }
            None => own.popover.hide(),
        });
    }

    fn has_focus(&self) -> bool {
        document().active_element().as_ref() == Some(self.layer.area())
    }

    /// Tells those who cannot see the marks what is found at the caret, when they ask for it.
    fn describe(&self) {
        let found = if self.has_focus() { self.at_caret() } else { None };
        let area = self.layer.area();
        let Some(Found { finding, .. }) = found else {
            // The name is this program's own; so below.
            let _ = area.remove_attribute("aria-describedby");
            return;
        };
        let mend = finding.mend.map(|mend| format!("Alt+Enter {}", mend.label)).unwrap_or_default();
        let words = format!("{}：{}。{}{mend}", severity_words(finding.severity).0, finding.title, finding.words);
        self.said.node().set_text_content(Some(&words));
        let _ = area.set_attribute("aria-describedby", &self.said.node().id());
    }

    fn press(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !is_composing(event)) else { return };
        let is_held = event.alt_key() && !event.ctrl_key() && !event.meta_key();
        if event.key() == "Escape" && self.popover.shown().is_some() {
            event.prevent_default();
            self.popover.hide();
        } else if event.key() == "Enter" && is_held && !are_shown() {
            // While the column lists last year's sentences, these keys confirm one.
            let can = |found: &Found| found.is_open() && found.finding.mend.is_some();
            let numbers = self.layer.found_at_caret();
            let all = self.session.findings_now();
            let at_caret = |number: &u64| all.iter().find(|found| found.number == *number && can(found));
            if numbers.iter().find_map(at_caret).is_some_and(|found| self.popover.mend(found.number)) {
                event.prevent_default();
            }
        }
    }

    /// The pointer is over the field: what is found in the words below it is spoken of once it rests.
    fn pointed_at(self: &Rc<Self>, event: &Event) {
        // Who holds a button selects.
        let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.buttons() == 0) else { return };
        let at = (mouse.client_x(), mouse.client_y());
        self.at_rest(REST, move |own| {
            let own = Rc::clone(own);
            browser::spawn(async move {
                let numbers = browser::words_at(&own.layer.lines(), at).await;
                match numbers.first() {
                    Some(number) => own.popover.show(*number, By::Pointer, Some(at)),
                    None => own.hide_if_left(),
                }
            });
        });
    }

    fn pointer_left(self: &Rc<Self>) {
        self.at_rest(WAY, Self::hide_if_left);
    }

    /// Takes away what the pointer brought up, once it is no longer there.
    fn hide_if_left(self: &Rc<Self>) {
        if matches!(self.popover.shown(), Some((_, By::Pointer))) {
            if self.popover.is_pointed_at() {
                // It is looked at; asked again after a while.
                self.pointer_left();
            } else {
                self.popover.hide();
            }
        }
    }
}

/// A text that scrolls by itself takes its layer along, and the layer the text, where something in it is gone to.
fn follow_scroll(area: &HtmlTextAreaElement, layer: &El) {
    let (field, lines) = (area.clone(), layer.node().clone());
    let (of_field, of_lines) = (field.clone(), lines.clone());
    let _ = El::of(area.clone().into()).on("scroll", move |_| lines.set_scroll_top(of_field.scroll_top()));
    let _ = layer.clone().on("scroll", move |_| field.set_scroll_top(of_lines.scroll_top()));
}
