//! What an element is to the text, by its name and its attributes.

use super::element::{is_block, is_web};
use super::open::{Numbers, Role};
use super::reader::Reader;
use super::style::{Attributes, Outside, Style, attribute, number};
use crate::read::piece::Piece;
use crate::read::{LeftKind, Refusal};

impl Reader {
    /// What an element that may hold text is.
    pub(super) fn role(&mut self, name: &[u8], attributes: &Attributes, style: Style) -> Role {
        let in_article = || self.open.iter().any(|open| matches!(open.name.as_slice(), b"article" | b"main"));
        match (style.outside, name) {
            (Some(Outside::Header), _) => Role::Apart(LeftKind::Header),
            (Some(Outside::Footer), _) => Role::Apart(LeftKind::Footer),
            (Some(Outside::Comments), _) => Role::Apart(LeftKind::Comment),
            // The head of an article has its title.
            (None, b"header" | b"footer") if in_article() => Role::Block,
            (None, name) if is_web(name) => Role::Apart(LeftKind::Web),
            (None, b"a") if attribute(attributes, "class").is_some_and(|class| class.contains("msocomanchor")) => {
                Role::Apart(LeftKind::Comment)
            }
            (None, b"ol") => Role::List(number(attributes, "start").unwrap_or(1), numbers(attributes, style)),
            (None, b"ul" | b"menu" | b"dir") => Role::List(1, Numbers::None),
            (None, b"li") => {
                self.number_item(attributes);
                Role::Item
            }
            (None, b"select") => Role::Select,
            (None, b"option") => {
                if attributes.contains_key(b"selected".as_slice()) {
                    let flow = self.flow();
                    flow.chosen = Some(flow.pieces.len());
                }
                Role::Choice
            }
            (None, name) if is_block(name) || style.is_block => Role::Block,
            (None, _) => Role::Inline,
        }
    }

    /// Sets the number of the item that begins, and counts it.
    fn number_item(&mut self, attributes: &Attributes) {
        let inner = self.open.iter_mut().rev().take_while(|open| !open.role.is_wall());
        let list = inner.map(|open| &mut open.role).find(|role| matches!(role, Role::List(..)));
        let Some(Role::List(next, numbers)) = list else { return };
        let item = number(attributes, "value").unwrap_or(*next);
        *next = item.saturating_add(1);
        let before = numbers.before(item);
        if !self.state().is_hidden && !before.is_empty() {
            // What stands before the item is a paragraph of its own.
            let _ = self.flow().end();
            self.flow().number(before);
        }
    }

    /// Adds what a field shows to the text around it.
    pub(super) fn close_select(&mut self) -> Result<(), Refusal> {
        let mut flow = self.flows.pop().unwrap_or_default();
        flow.end()?;
        // Without a choice the first option shows; outside tables that is a list of links.
        let shown =
            flow.chosen.or_else(|| (!self.tables.is_empty()).then_some(0)).and_then(|index| flow.pieces.get(index));
        match shown {
            Some(Piece::Paragraph(words)) if !words.starts_with(['请', '-', '—']) => {
                let words = words.clone();
                self.text(&words)
            }
            Some(Piece::Paragraph(_) | Piece::Table(_)) | None => Ok(()),
        }
    }
}

/// How an ordered list counts.
fn numbers(attributes: &Attributes, style: Style) -> Numbers {
    match attribute(attributes, "type").map(str::trim) {
        _ if style.is_bare => Numbers::None,
        _ if style.is_chinese => Numbers::Chinese,
        Some("a") => Numbers::Small,
        Some("A") => Numbers::Capital,
        Some(_) | None => Numbers::Digits,
    }
}
