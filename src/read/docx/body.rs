//! Walks through the text of a Word document: its paragraphs and tables, whatever is wrapped around them.

use super::inline::Line;
use super::is_set;
use super::lists::Lists;
use super::parts::Kind;
use super::styles::{ListPlace, Styles};

use crate::read::limits::{MOST_CELLS, MOST_PARAGRAPHS, too_large};
use crate::read::piece::{Piece, give, joined, numbered};
use crate::read::symbol::is_font;
use crate::read::told::{FOOTNOTES, INNER_FILE, REVISED};
use crate::read::xml::Element;
use crate::read::{Document, LeftKind, Refusal};

/// Reads the root of the text, with the parts beside it.
pub(super) fn read(main: Element<'_>, others: &[(Kind, Element<'_>)]) -> Result<Document, Refusal> {
    let part = |kind: Kind| others.iter().find(|(own, _)| *own == kind).map(|(_, root)| *root);
    let styles = Styles::read(part(Kind::Styles).map(|root| root.child("w", "styles").unwrap_or(root)));
    let lists = Lists::read(part(Kind::Lists).map(|root| root.child("w", "lists").unwrap_or(root)), &styles);
    let mut walk = Walk { styles, lists, ..Walk::default() };
    let body = main.child("w", "body").ok_or_else(super::no_word)?;
    let pieces = walk.contents(body)?;
    for (kind, root) in others {
        match kind {
            Kind::Styles | Kind::Lists => {}
            Kind::Header => walk.margin(*root, LeftKind::Header)?,
            Kind::Footer => walk.margin(*root, LeftKind::Footer)?,
            Kind::Notes => {
                let is_text = |note: &Element<'_>| {
                    // Others are the lines between text and notes.
                    note.attribute("type").is_none_or(|kind| kind == "normal")
                };
                for note in root.elements().filter(is_text) {
                    walk.note(note)?;
                }
            }
            Kind::Comments => {
                for comment in root.elements() {
                    walk.comment(comment)?;
                }
            }
        }
    }
    give(pieces, &mut walk.document)?;
    Ok(walk.document)
}

/// What is known while walking.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) styles: Styles,
    lists: Lists,
    /// The fields that are open, the innermost last: whether what follows is an instruction and not a result.
    pub(super) fields: Vec<bool>,
    /// Whether the number of the page was met.
    pub(super) has_page: bool,
    /// What is said and left so far; the pieces become its blocks in the end.
    pub(super) document: Document,
    paragraphs: usize,
    cells: usize,
}

/// The pieces of a container while they are read.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) pieces: Vec<Piece>,
    /// Text whose paragraph goes on in the next one, because the mark between them was deleted.
    carried: String,
}

impl Flow {
    /// Ends a paragraph that was to go on.
    pub(super) fn flush(&mut self) {
        if !self.carried.is_empty() {
            self.pieces.push(Piece::Paragraph(std::mem::take(&mut self.carried)));
        }
    }
}

impl Walk {
    /// The pieces of a container: the body, a cell, a text box, a note.
    pub(super) fn contents(&mut self, container: Element<'_>) -> Result<Vec<Piece>, Refusal> {
        let mut flow = Flow::default();
        self.blocks(container, &mut flow)?;
        flow.flush();
        Ok(flow.pieces)
    }

    fn blocks(&mut self, container: Element<'_>, flow: &mut Flow) -> Result<(), Refusal> {
        container.elements().try_for_each(|element| self.block(element, flow))
    }

    fn block(&mut self, element: Element<'_>, flow: &mut Flow) -> Result<(), Refusal> {
        match element.name() {
            ("w", "p") => self.paragraph(element, flow),
            ("w", "tbl") => {
                flow.flush();
                self.table(element, flow)
            }
            ("w", "sdt") => element.child("w", "sdtContent").map_or(Ok(()), |content| self.blocks(content, flow)),
            ("w", "ins" | "moveTo") => {
                self.document.note(REVISED);
                self.blocks(element, flow)
            }
            ("w", "del" | "moveFrom") => {
                self.document.note(REVISED);
                Ok(())
            }
            ("mc", "AlternateContent") => branch(element).map_or(Ok(()), |branch| self.blocks(branch, flow)),
            ("aml", "annotation") => self.annotation(element).map_or(Ok(()), |content| self.blocks(content, flow)),
            ("w", "hdr") => self.margin(element, LeftKind::Header),
            ("w", "ftr") => self.margin(element, LeftKind::Footer),
            ("w", "altChunk") => {
                self.document.note(INNER_FILE);
                Ok(())
            }
            ("w", "customXml" | "smartTag" | "sectPr" | "txbxContent") | ("wx", "sect" | "sub-section") => {
                self.blocks(element, flow)
            }
            _ => Ok(()),
        }
    }

    fn paragraph(&mut self, paragraph: Element<'_>, flow: &mut Flow) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS + MOST_CELLS {
            return Err(too_large());
        }
        let properties = paragraph.child("w", "pPr");
        let style = properties.and_then(|properties| properties.child("w", "pStyle"));
        let style = style.and_then(|style| style.attribute("val"));
        let is_hidden = self.styles.is_hidden(style.as_deref()).unwrap_or(false);
        let mut line = Line { is_hidden, ..Line::default() };
        self.inline(paragraph, &mut line)?;
        // An instruction does not go beyond its paragraph: one that was not closed must not swallow the rest.
        self.fields.iter_mut().for_each(|is_instruction| *is_instruction = false);

        let mark = properties.and_then(|properties| properties.child("w", "rPr"));
        let has = |name: &str| mark.is_some_and(|mark| mark.child("w", name).is_some_and(is_set));
        let is_deleted = has("del") || has("moveFrom");
        if is_deleted || has("ins") || has("moveTo") {
            self.document.note(REVISED);
        }
        if is_deleted || has("specVanish") {
            flow.carried.push_str(&line.text);
        } else {
            let own = ListPlace::read(properties);
            let is_unseen = line.text.is_empty() && (has("vanish") || is_hidden);
            let number = match hinted_number(properties) {
                Some(number) => number,
                None if is_unseen => String::new(),
                None => self.lists.number(own, style.as_deref(), &self.styles).unwrap_or_default(),
            };
            let text = numbered(&number, &(std::mem::take(&mut flow.carried) + &line.text));
            if !text.is_empty() {
                flow.pieces.push(Piece::Paragraph(text));
            }
        }
        for after in line.after {
            self.block(after, flow)?;
        }
        Ok(())
    }

    /// What a remark or a change of Word 2003 leaves in the text.
    pub(super) fn annotation<'t>(&mut self, annotation: Element<'t>) -> Option<Element<'t>> {
        let content = annotation.child("aml", "content");
        match annotation.attribute("type").as_deref() {
            Some("Word.Deletion") => {
                self.document.note(REVISED);
                None
            }
            Some("Word.Insertion") => {
                self.document.note(REVISED);
                content
            }
            _ => None,
        }
    }

    /// Counts a cell.
    pub(super) fn count_cell(&mut self) -> Result<(), Refusal> {
        self.cells += 1;
        if self.cells > MOST_CELLS { Err(too_large()) } else { Ok(()) }
    }

    /// Takes a note out of the text.
    pub(super) fn note(&mut self, note: Element<'_>) -> Result<(), Refusal> {
        let text = joined(&self.contents(note)?);
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

    /// Takes the head or the foot of a page out of the text, paragraph by paragraph.
    fn margin(&mut self, margin: Element<'_>, kind: LeftKind) -> Result<(), Refusal> {
        for element in margin.elements() {
            self.has_page = false;
            let mut flow = Flow::default();
            self.block(element, &mut flow)?;
            flow.flush();
            let kind = if self.has_page { LeftKind::PageNumber } else { kind };
            self.document.leave(kind, &joined(&flow.pieces));
        }
        Ok(())
    }
}

/// What to read where a program may choose: the newest branch that has anything in it (ISO/IEC 29500-3, 7.6).
pub(super) fn branch(alternatives: Element<'_>) -> Option<Element<'_>> {
    alternatives.elements().find(|branch| branch.elements().next().is_some())
}

/// The number of a paragraph as Word 2003 left it with the paragraph, unless it is a bullet, which is drawn in a font of signs.
fn hinted_number(properties: Option<Element<'_>>) -> Option<String> {
    let place = properties?.child("w", "listPr")?;
    let font = place.child("wx", "font").and_then(|font| font.attribute("val"));
    let is_sign = font.is_some_and(|font| is_font(&font));
    place.child("wx", "t")?.attribute("val").filter(|_| !is_sign).map(|number| number.trim().to_owned())
}
