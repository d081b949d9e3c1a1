//! The layer behind a text field: the same lines in the same type, so that it is as high as the text is, with what is marked in
//! them. The field lies over it and is given its height, by layout alone: nothing is measured when a key is typed.

use std::cell::RefCell;

use web_sys::{Element, HtmlTextAreaElement, Node};

use super::caret::line_and_byte;
use super::lines::{Line, Look, typed};
use super::pieces::Piece;
use crate::rules::Account;
use crate::ui::dom::{El, el};
use crate::ui::findings::numbers::tie_name;

/// Up to how many bytes a field has a layer; a longer text scrolls by itself and is not marked.
const LONGEST: usize = 100_000;

/// The layer of a field.
pub struct Layer {
    area: HtmlTextAreaElement,
    /// What holds field and layer.
    around: El,
    into: El,
    drawn: RefCell<Vec<(Line, El)>>,
}

impl Layer {
    /// The layer of a field; what holds both is known by a class while there is one.
    pub fn new(area: HtmlTextAreaElement, around: El, into: El) -> Self {
        Self { area, around, into, drawn: RefCell::default() }
    }

    /// The field.
    pub fn area(&self) -> &HtmlTextAreaElement {
        &self.area
    }

    /// Its lines.
    pub fn lines(&self) -> Element {
        self.into.node().clone()
    }

    /// The text of the field, where it is not too long to be marked.
    pub fn text(&self) -> Option<String> {
        // A unit is a byte or more: what is longer need not be copied out of the page.
        let is_short = usize::try_from(self.area.text_length()).is_ok_and(|units| units <= LONGEST);
        is_short.then(|| self.area.value()).filter(|value| value.len() <= LONGEST)
    }

    /// Follows what stands in the field now, before it is checked.
    pub fn follow_field(&self) -> Vec<Line> {
        let before: Vec<Line> = self.drawn.borrow().iter().map(|(line, _)| line.clone()).collect();
        self.text().map(|value| typed(&before, &value)).unwrap_or_default()
    }

    /// Draws these lines; those that are drawn already are left alone. Without any the field stands by itself.
    pub fn draw(&self, lines: Vec<Line>) {
        // The class is this program's own.
        let _ = self.around.node().class_list().toggle_with_force("layered", !lines.is_empty());
        let mut drawn = self.drawn.borrow_mut();
        let head = drawn.iter().zip(&lines).take_while(|((before, _), line)| before == *line).count();
        let most = drawn.len().min(lines.len()) - head;
        let pairs = drawn.iter().rev().zip(lines.iter().rev());
        let tail = pairs.take_while(|((before, _), line)| before == *line).take(most).count();
        let (end_before, end) = (drawn.len() - tail, lines.len() - tail);
        let next: Option<Node> = drawn.get(end_before).map(|(_, element)| element.node().clone().into());
        let fresh = lines.into_iter().take(end).skip(head).map(|line| {
            let element = draw_line(&line);
            // It is new, and can stand before what is drawn.
            let _ = self.into.node().insert_before(element.node(), next.as_ref());
            (line, element)
        });
        let fresh: Vec<(Line, El)> = fresh.collect();
        for (_, gone) in drawn.splice(head..end_before, fresh) {
            gone.remove();
        }
    }

    /// The findings at the caret, or where the selection begins; the weightiest first.
    pub fn found_at_caret(&self) -> Vec<u64> {
        self.at_caret(|line, at| line.found_at(at).collect()).unwrap_or_default()
    }

    /// The number at the caret.
    pub fn number_at_caret(&self) -> Option<Account> {
        self.at_caret(|line, at| line.number_at(at).cloned()).flatten()
    }

    fn at_caret<T>(&self, read: impl FnOnce(&Line, usize) -> T) -> Option<T> {
        let caret = usize::try_from(self.area.selection_start().ok().flatten()?).ok()?;
        let drawn = self.drawn.borrow();
        let texts: Vec<&str> = drawn.iter().map(|(line, _)| line.text.as_str()).collect();
        let (nth, at) = line_and_byte(&texts, caret)?;
        drawn.get(nth).map(|(line, _)| read(line, at))
    }
}

fn draw_line(line: &Line) -> El {
    let drawn = el("div").class("text-line").children(line.pieces().iter().map(draw_piece));
    if line.breaks { drawn.text("\n") } else { drawn }
}

fn draw_piece(piece: &Piece) -> El {
    let numbers: Vec<String> = piece.found.iter().map(u64::to_string).collect();
    let hit = piece.hit.map(|current| if current { "current" } else { "" });
    el("span")
        .text(piece.words)
        .attr_if("data-tie", piece.number.map(|account| tie_name(account.tie)))
        .attr_if("data-words", (!numbers.is_empty()).then(|| numbers.join(" ")).as_deref())
        .attr_if("data-look", piece.look.map(Look::name))
        .attr_if("data-gap", piece.gap.then_some(""))
        .attr_if("data-hit", hit)
}
