//! What stands in a paragraph of a text document. Source: ODF 1.3 part 3, 6.

use super::body::Walk;
use crate::read::Refusal;
use crate::read::told::HIDDEN;
use crate::read::xml::{Element, Inside};

/// The most blanks that one element stands for.
const MOST_BLANKS: usize = 100;

/// The text of a paragraph while it is read.
#[derive(Default)]
pub(super) struct Line<'t> {
    pub(super) text: String,
    /// Frames and shapes, whose text comes after the paragraph.
    pub(super) after: Vec<Element<'t>>,
    /// Whether what is read does not show.
    pub(super) is_hidden: bool,
}

impl Line<'_> {
    /// Adds text in which any white space is one blank, and none at the start of the paragraph (6.1.2).
    fn write(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
    }
}

impl Walk {
    /// Reads what stands in a paragraph, or in anything in it.
    pub(super) fn inline<'t>(&mut self, container: Element<'t>, line: &mut Line<'t>) -> Result<(), Refusal> {
        for inside in container.inside() {
            match inside {
                Inside::Text(_) if !self.deleting.is_empty() => {}
                Inside::Text(text) if line.is_hidden => {
                    if !text.trim().is_empty() {
                        self.document.note(HIDDEN);
                    }
                }
                Inside::Text(text) => line.write(text),
                Inside::Element(element) => self.inline_element(element, line)?,
            }
        }
        Ok(())
    }

    fn inline_element<'t>(&mut self, element: Element<'t>, line: &mut Line<'t>) -> Result<(), Refusal> {
        match element.name() {
            ("text", "change-start") => self.mark(element, true),
            ("text", "change-end") => self.mark(element, false),
            ("text", "s" | "tab" | "line-break") if line.is_hidden || !self.deleting.is_empty() => {}
            ("text", "s") => {
                let blanks = element.number("c").unwrap_or(1).min(MOST_BLANKS);
                line.text.extend(std::iter::repeat_n(' ', blanks));
            }
            ("text", "tab") => line.text.push('\t'),
            ("text", "line-break") => line.text.push('\n'),
            ("text", "span") => {
                let style = element.attribute("style-name");
                let own = self.styles.is_hidden("text", style.as_deref());
                let outer = line.is_hidden;
                line.is_hidden = own.unwrap_or(outer);
                self.inline(element, line)?;
                line.is_hidden = outer;
            }
            ("text", "note") => self.note(element)?,
            ("office", "annotation") => self.comment(element)?,
            ("text", "page-number" | "page-count") => {
                self.has_page = true;
                self.inline(element, line)?;
            }
            ("text", "number" | "ruby-text" | "script" | "tracked-changes") => {}
            ("text", "hidden-text") if element.attribute("is-hidden").as_deref() == Some("true") => {
                self.document.note(HIDDEN);
            }
            // Links, fields, marks.
            ("text" | "loext", _) | ("draw", "a") => self.inline(element, line)?,
            ("draw", _) if !line.is_hidden => line.after.push(element),
            _ => {}
        }
        Ok(())
    }
}
