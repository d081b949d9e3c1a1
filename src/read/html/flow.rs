//! Text as it flows: white space as CSS shows it, paragraphs one after the other.

use crate::read::Refusal;
use crate::read::limits::{MOST_PARAGRAPHS, too_large};
use crate::read::piece::{Piece, joined, numbered};

/// The text of a page, of a cell, or of whatever is read apart from what is around it.
#[derive(Debug, Default)]
pub struct Flow {
    /// What was read.
    pub pieces: Vec<Piece>,
    /// Which of the pieces is chosen, where they are the options of a field.
    pub chosen: Option<usize>,
    line: String,
    blank: Blank,
    /// The number of the list item that begins with the next words.
    number: String,
}

/// White space that was read and may show as a blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Blank {
    #[default]
    None,
    Space,
    /// With a line break, which does not show between Chinese characters (CSS Text 4, 4.1.3).
    Break,
}

impl Flow {
    /// Adds words; where they are not `pre`, white space in them becomes one blank at most.
    ///
    /// # Errors
    /// Where there is more text than is read.
    pub fn text(&mut self, words: &str, pre: bool) -> Result<(), Refusal> {
        for c in words.chars() {
            match c {
                '\n' | '\r' if pre => self.end()?,
                '\n' | '\r' => self.blank = Blank::Break,
                ' ' | '\t' | '\u{c}' if !pre => self.blank = self.blank.max(Blank::Space),
                c => {
                    if let Some(last) = self.line.chars().next_back() {
                        let shows = match self.blank {
                            Blank::None => false,
                            Blank::Space => true,
                            Blank::Break => !(is_wide(last) && is_wide(c)),
                        };
                        if shows {
                            self.line.push(' ');
                        }
                    }
                    self.blank = Blank::None;
                    self.line.push(c);
                }
            }
        }
        Ok(())
    }

    /// Sets the number with which the next paragraph begins, unless it is typed there.
    pub fn number(&mut self, number: String) {
        self.number = number;
    }

    /// Ends the paragraph.
    ///
    /// # Errors
    /// Where there are more paragraphs than are read.
    pub fn end(&mut self) -> Result<(), Refusal> {
        self.blank = Blank::None;
        let text = self.line.trim();
        if !text.is_empty() {
            self.pieces.push(Piece::Paragraph(numbered(&self.number, text)));
            self.number.clear();
        }
        self.line.clear();
        if self.pieces.len() > MOST_PARAGRAPHS { Err(too_large()) } else { Ok(()) }
    }

    /// All of it as text, a line a paragraph.
    ///
    /// # Errors
    /// Where there is more text than is read.
    pub fn into_text(mut self) -> Result<String, Refusal> {
        self.end()?;
        Ok(joined(&self.pieces))
    }
}

/// Characters between which a line break of the source does not show.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
