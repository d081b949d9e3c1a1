//! Takes a page token by token, and gathers its text in flows: one for the page, one for each cell and each thing apart.

use html5gum::{HtmlString, Token, Tokenizer};

use super::element::{is_block, is_heading, is_hidden, is_pre, is_shell, is_void};
use super::flow::Flow;
use super::open::{Open, Role, State};
use super::style::{Attributes, Style, attribute};
use super::table::OpenTable;
use super::taken::Taken;
use crate::read::grid::Grid;
use crate::read::limits::{MOST_PARAGRAPHS, too_large};
use crate::read::piece::{Piece, give};
use crate::read::told::REVISED;
use crate::read::{Document, Refusal};

/// So many elements may be open; those in deeper ones are read as if they stood in these.
const MOST_OPEN: usize = 256;
/// So many tags a page may have.
const MOST_TAGS: usize = 1_000_000;

/// What was read so far.
#[derive(Debug)]
pub struct Reader {
    pub(super) open: Vec<Open>,
    pub(super) flows: Vec<Flow>,
    pub(super) tables: Vec<OpenTable>,
    pub(super) cells: usize,
    document: Document,
}

impl Reader {
    /// A reader of one page.
    pub fn new() -> Self {
        let flows = vec![Flow::default()];
        Self { open: Vec::new(), flows, tables: Vec::new(), cells: 0, document: Document::default() }
    }

    /// Reads a page.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn read(mut self, html: &str) -> Result<Document, Refusal> {
        let (characters, values) = Taken::of(html);
        let mut tokens = Tokenizer::new(characters);
        // What is raw text, such as a script, is told by the name of its element.
        let mut tags = 0;
        while let Some(token) = tokens.next() {
            let Ok(token) = token else { return Err(too_large()) };
            values.set(0);
            tags += usize::from(matches!(token, Token::StartTag(_) | Token::EndTag(_)));
            if tags > MOST_TAGS {
                return Err(too_large());
            }
            match token {
                Token::StartTag(tag) => {
                    if let Some(state) = html5gum::naive_next_state(&tag.name).filter(|_| !self.is_foreign()) {
                        tokens.set_state(state);
                    }
                    self.start(tag.name, &tag.attributes, tag.self_closing)?;
                }
                Token::EndTag(tag) => self.end(&tag.name)?,
                Token::String(text) => self.text(&String::from_utf8_lossy(&text.value))?,
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        self.close_down_to(0)?;
        let mut flow = self.flows.pop().unwrap_or_default();
        flow.end()?;
        give(flow.pieces, &mut self.document)?;
        if self.document.blocks.len() > MOST_PARAGRAPHS { Err(too_large()) } else { Ok(self.document) }
    }

    pub(super) fn state(&self) -> State {
        self.open.last().map(|open| open.state).unwrap_or_default()
    }

    /// The text that is being read. There is always one: the page's is taken only at the end.
    pub(super) fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push(Flow::default());
        }
        let last = self.flows.len().saturating_sub(1);
        #[allow(clippy::indexing_slicing, reason = "the list was just filled")]
        &mut self.flows[last]
    }

    /// Whether a drawing or a formula is open, where elements of the same names are others.
    fn is_foreign(&self) -> bool {
        self.open.iter().any(|open| matches!(open.name.as_slice(), b"svg" | b"math"))
    }

    pub(super) fn text(&mut self, words: &str) -> Result<(), Refusal> {
        let state = self.state();
        if state.is_hidden {
            return Ok(());
        }
        if state.is_deleted {
            if !words.trim().is_empty() {
                self.document.note(REVISED);
            }
            return Ok(());
        }
        if state.is_list_number {
            // The blanks after it are the width of its column.
            let number: String = words.chars().filter(|c| !c.is_whitespace()).collect();
            return self.flow().text(&number, false);
        }
        self.flow().text(words, state.is_pre)
    }

    fn start(&mut self, name: HtmlString, attributes: &Attributes, closes_itself: bool) -> Result<(), Refusal> {
        if is_shell(&name) {
            return Ok(());
        }
        if is_void(&name) {
            return self.void(&name, attributes);
        }
        let style = Style::of(attributes);
        match name.as_slice() {
            b"table" | b"caption" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"td" | b"th" => {
                return self.start_table_part(name, attributes, style);
            }
            b"li" => self.close_nearest(b"li", |role| matches!(role, Role::List(..)))?,
            b"dt" | b"dd" => {
                self.close_nearest(b"dt", |_| false)?;
                self.close_nearest(b"dd", |_| false)?;
            }
            b"option" | b"optgroup" => self.close_nearest(b"option", |_| false)?,
            _ => {}
        }
        if is_block(&name) {
            self.close_nearest(b"p", |role| matches!(role, Role::Apart(_)))?;
        }
        // A name with a prefix is one of Office's, which ends as XML does.
        if closes_itself && name.contains(&b':') {
            return Ok(());
        }
        let role = self.role(&name, attributes, style);
        self.push(name, role, style)
    }

    /// Opens an element.
    pub(super) fn push(&mut self, name: HtmlString, role: Role, style: Style) -> Result<(), Refusal> {
        let state = self.state().inside(style, is_hidden(&name), name.as_slice() == b"del", is_pre(&name));
        if self.open.len() >= MOST_OPEN {
            return if role == Role::Inline { Ok(()) } else { self.flow().end() };
        }
        if !state.is_hidden {
            match role {
                Role::Inline | Role::Table | Role::Group | Role::Row => {}
                Role::Block | Role::List(..) | Role::Item | Role::Choice => self.flow().end()?,
                Role::Cell | Role::Caption | Role::Apart(_) | Role::Select => self.flows.push(Flow::default()),
            }
        }
        self.open.push(Open { name, role, state });
        Ok(())
    }

    /// An element without content.
    fn void(&mut self, name: &[u8], attributes: &Attributes) -> Result<(), Refusal> {
        let style = Style::of(attributes);
        match name {
            b"br" | b"hr" if !self.state().is_hidden => self.flow().end(),
            b"input" if !style.is_hidden => {
                let kind = attribute(attributes, "type").unwrap_or("text").to_ascii_lowercase();
                let is_shown = matches!(kind.as_str(), "" | "text" | "number" | "tel" | "date" | "month");
                self.text(attribute(attributes, "value").filter(|_| is_shown).unwrap_or_default())
            }
            _ => Ok(()),
        }
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Refusal> {
        match name {
            b"br" => return self.void(b"br", &Attributes::new()),
            b"table" | b"caption" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"td" | b"th" => {
                return self.end_table_part(name);
            }
            _ => {}
        }
        let is_same = |open: &Open| open.name.as_slice() == name || (is_heading(name) && is_heading(&open.name));
        let mut found = None;
        for (index, open) in self.open.iter().enumerate().rev() {
            if is_same(open) {
                found = Some(index);
                break;
            }
            // A table that the page never began does not hold anything back.
            if open.role.is_wall() && !open.name.is_empty() {
                break;
            }
        }
        let Some(at) = found else {
            return if is_block(name) && !self.state().is_hidden { self.flow().end() } else { Ok(()) };
        };
        let is_inline = |open: &Open| open.role == Role::Inline;
        if self.open.get(at).is_some_and(is_inline) && !self.open.iter().skip(at).all(is_inline) {
            // `<b><p>…</b>…</p>`: the paragraph goes on.
            self.open.remove(at);
            return Ok(());
        }
        self.close_down_to(at)
    }

    /// Closes the nearest open element of a name, where no table and none of the roles lies between.
    pub(super) fn close_nearest(&mut self, name: &[u8], is_wall: fn(Role) -> bool) -> Result<(), Refusal> {
        let mut inner =
            self.open.iter().enumerate().rev().take_while(|(_, open)| !open.role.is_wall() && !is_wall(open.role));
        match inner.find(|(_, open)| open.name.as_slice() == name).map(|(index, _)| index) {
            Some(at) => self.close_down_to(at),
            None => Ok(()),
        }
    }

    /// Closes elements until so many are open.
    pub(super) fn close_down_to(&mut self, count: usize) -> Result<(), Refusal> {
        while self.open.len() > count {
            let Some(open) = self.open.pop() else { break };
            if !open.state.is_hidden {
                self.close(open.role)?;
            }
        }
        Ok(())
    }

    fn close(&mut self, role: Role) -> Result<(), Refusal> {
        match role {
            Role::Inline | Role::Group | Role::Row => Ok(()),
            Role::Block | Role::List(..) => self.flow().end(),
            Role::Item => {
                self.flow().end()?;
                self.flow().number(String::new());
                Ok(())
            }
            Role::Choice => {
                let flow = self.flow();
                flow.end()?;
                // A chosen option without words is no other option.
                flow.chosen = flow.chosen.map(|chosen| if chosen >= flow.pieces.len() { usize::MAX } else { chosen });
                Ok(())
            }
            Role::Select => self.close_select(),
            Role::Apart(kind) => {
                let text = self.flows.pop().unwrap_or_default().into_text()?;
                self.document.leave(kind, &text);
                Ok(())
            }
            Role::Cell => self.close_cell(),
            Role::Caption => self.close_caption(),
            Role::Table => self.close_table(),
        }
    }

    /// Adds a table to the text that is being read.
    pub(super) fn add(&mut self, grid: Grid) -> Result<(), Refusal> {
        let flow = self.flow();
        flow.end()?;
        flow.pieces.push(Piece::Table(grid));
        Ok(())
    }
}
