//! Walks through the text of a text document: its paragraphs, lists and tables.

use std::collections::HashSet;

use super::inline::Line;
use super::lists::{Lists, OpenList};
use super::styles::{Styles, style_elements};

use crate::read::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use crate::read::piece::{Piece, give, joined, numbered};
use crate::read::told::{FOOTNOTES, HIDDEN, REVISED};
use crate::read::xml::Element;
use crate::read::{Document, LeftKind, Refusal};

/// Reads the root of the text, and the root of the common styles with the margins of the pages.
pub(super) fn read(content: Element<'_>, styles: Option<Element<'_>>) -> Result<Document, Refusal> {
    let roots: Vec<Element<'_>> = [content].into_iter().chain(styles).collect();
    let elements = style_elements(&roots);
    let mut walk = Walk { styles: Styles::read(&elements), lists: Lists::read(&elements), ..Walk::default() };
    let text = content.child("office", "body").and_then(|body| body.child("office", "text"));
    let pieces = walk.contents(text.ok_or_else(super::no_text)?)?;
    give(pieces, &mut walk.document)?;
    let pages = styles.and_then(|styles| styles.child("office", "master-styles"));
    for page in pages.into_iter().flat_map(Element::elements).filter(|page| page.name() == ("style", "master-page")) {
        walk.margins(page)?;
    }
    Ok(walk.document)
}

/// What is known while walking.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) styles: Styles,
    lists: Lists,
    /// What is said and left so far; the pieces become its blocks in the end.
    pub(super) document: Document,
    /// Whether the number of the page was met.
    pub(super) has_page: bool,
    /// The ids of the changes that delete text, and of those within which the walk is.
    deletions: HashSet<String>,
    pub(super) deleting: HashSet<String>,
    /// Text whose paragraph goes on in the next one, because what parts them was deleted.
    carried: String,
    paragraphs: usize,
    pub(super) cells: usize,
    /// How many bytes were written again for cells and rows that repeat.
    pub(super) repeated: usize,
}

/// An item of a list that waits for its first paragraph, which has the number.
struct Item<'l> {
    list: &'l OpenList,
    start: Option<usize>,
    is_numbered: bool,
    /// The number, where the file has it written out.
    written: Option<String>,
}

impl Walk {
    /// The pieces of a container: the body, a cell, a text box, a note.
    pub(super) fn contents(&mut self, container: Element<'_>) -> Result<Vec<Piece>, Refusal> {
        let (mut pieces, outer) = (Vec::new(), std::mem::take(&mut self.carried));
        self.blocks(container, &mut pieces)?;
        self.flush(&mut pieces);
        self.carried = outer;
        Ok(pieces)
    }

    /// Ends a paragraph that was to go on.
    fn flush(&mut self, pieces: &mut Vec<Piece>) {
        if !self.carried.is_empty() {
            pieces.push(Piece::Paragraph(std::mem::take(&mut self.carried)));
        }
    }

    fn blocks(&mut self, container: Element<'_>, pieces: &mut Vec<Piece>) -> Result<(), Refusal> {
        container.elements().try_for_each(|element| self.block(element, pieces, &mut None))
    }

    fn block(
        &mut self,
        element: Element<'_>,
        pieces: &mut Vec<Piece>,
        item: &mut Option<Item<'_>>,
    ) -> Result<(), Refusal> {
        match element.name() {
            ("text", "p" | "h") => self.paragraph(element, pieces, item),
            ("text", "list") => {
                let list = self.lists.open(element, item.as_ref().map(|item| item.list));
                self.list(element, &list, pieces)
            }
            ("table", "table") => {
                self.flush(pieces);
                self.table(element, pieces)
            }
            ("text", "tracked-changes") => {
                self.changes(element);
                Ok(())
            }
            ("text", "section") if element.attribute("display").as_deref() == Some("none") => {
                self.document.note(HIDDEN);
                Ok(())
            }
            (
                "text",
                "section" | "numbered-paragraph" | "index-body" | "index-title" | "table-of-content"
                | "illustration-index" | "table-index" | "object-index" | "user-index" | "alphabetical-index"
                | "bibliography",
            ) => self.blocks(element, pieces),
            ("draw", "frame" | "text-box" | "g" | "a" | "custom-shape" | "rect" | "ellipse" | "caption" | "line") => {
                self.blocks(element, pieces)
            }
            _ => Ok(()),
        }
    }

    fn list(&mut self, element: Element<'_>, list: &OpenList, pieces: &mut Vec<Piece>) -> Result<(), Refusal> {
        for inside in element.elements() {
            let ("text", name @ ("list-item" | "list-header")) = inside.name() else { continue };
            let start = inside.number("start-value");
            let written = inside.child("text", "number").map(Element::text);
            let mut item = Some(Item { list, start, is_numbered: name == "list-header", written });
            for block in inside.elements() {
                self.block(block, pieces, &mut item)?;
            }
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        paragraph: Element<'_>,
        pieces: &mut Vec<Piece>,
        item: &mut Option<Item<'_>>,
    ) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS + MOST_CELLS {
            return Err(too_large());
        }
        let style = paragraph.attribute("style-name");
        let is_hidden = self.styles.is_hidden("paragraph", style.as_deref()).unwrap_or(false);
        let mut line = Line { is_hidden, ..Line::default() };
        self.inline(paragraph, &mut line)?;
        let is_going_on = !self.deleting.is_empty();
        // What is deleted as a whole does not count.
        if !(is_going_on && line.text.is_empty() && self.carried.is_empty()) {
            if self.carried.is_empty() {
                let written = paragraph.child("text", "number").map(Element::text);
                let counted = self.number(paragraph, style.as_deref(), item.as_mut());
                self.carried = numbered(&written.or(counted).unwrap_or_default(), &line.text);
            } else {
                self.carried.push_str(&line.text);
            }
            if !is_going_on {
                self.flush(pieces);
            }
        }
        for after in line.after {
            self.block(after, pieces, &mut None)?;
        }
        Ok(())
    }

    /// Notes which changes delete text: it mostly stands with the change, but may stand in its place still.
    fn changes(&mut self, changes: Element<'_>) {
        for change in changes.elements().filter(|change| change.name() == ("text", "changed-region")) {
            self.document.note(REVISED);
            if change.child("text", "deletion").is_some() {
                self.deletions.extend(change.attribute("id").map(std::borrow::Cow::into_owned));
            }
        }
    }

    /// Begins or ends what a change has in its place.
    pub(super) fn mark(&mut self, mark: Element<'_>, is_start: bool) {
        let Some(id) = mark.attribute("change-id") else { return };
        if !is_start {
            self.deleting.remove(&*id);
        } else if self.deletions.contains(&*id) {
            self.deleting.insert(id.into_owned());
        }
    }

    /// The number of a paragraph: that of its item, where it is the first in it, or that of a heading.
    fn number(&mut self, paragraph: Element<'_>, style: Option<&str>, item: Option<&mut Item<'_>>) -> Option<String> {
        if let Some(item) = item {
            if std::mem::replace(&mut item.is_numbered, true) {
                return None;
            }
            let counted = self.lists.number(item.list, self.styles.list(style), item.start);
            return item.written.take().or(counted);
        }
        // A style that names no list takes its headings out of the numbers.
        let is_out =
            self.styles.list(style) == Some("") || paragraph.attribute("is-list-header").as_deref() == Some("true");
        if is_out || paragraph.name() != ("text", "h") {
            return None;
        }
        let level = paragraph.number("outline-level").unwrap_or(1).checked_sub(1)?;
        let is_anew = paragraph.attribute("restart-numbering").as_deref() == Some("true");
        let start = paragraph.number("start-value").filter(|_| is_anew);
        self.lists.heading_number(level, start)
    }

    /// Takes a note out of the text.
    pub(super) fn note(&mut self, note: Element<'_>) -> Result<(), Refusal> {
        let Some(body) = note.child("text", "note-body") else { return Ok(()) };
        let text = joined(&self.contents(body)?);
        if !text.is_empty() {
            self.document.note(FOOTNOTES);
        }
        self.document.leave(LeftKind::Comment, &text);
        Ok(())
    }

    /// Takes a remark out of the text.
    pub(super) fn comment(&mut self, comment: Element<'_>) -> Result<(), Refusal> {
        let text = joined(&self.contents(comment)?);
        self.document.leave(LeftKind::Comment, &text);
        Ok(())
    }

    /// Takes the heads and feet of a kind of page out of the text, paragraph by paragraph.
    fn margins(&mut self, page: Element<'_>) -> Result<(), Refusal> {
        for margin in page.elements() {
            let kind = match margin.name() {
                ("style", "header" | "header-left") | ("style" | "loext", "header-first") => LeftKind::Header,
                ("style", "footer" | "footer-left") | ("style" | "loext", "footer-first") => LeftKind::Footer,
                _ => continue,
            };
            if margin.attribute("display").as_deref() == Some("false") {
                continue;
            }
            for element in margin.elements() {
                self.has_page = false;
                let mut pieces = Vec::new();
                self.block(element, &mut pieces, &mut None)?;
                let kind = if self.has_page { LeftKind::PageNumber } else { kind };
                self.document.leave(kind, &joined(&pieces));
            }
        }
        Ok(())
    }
}
