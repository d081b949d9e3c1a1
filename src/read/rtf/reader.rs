//! Takes an RTF document token by token: groups, characters, and where the text of each goes.

use super::charset::Charsets;
use super::group::{Group, Place};
use super::story::{Story, StoryKind};
use super::token::{Token, Tokens};
use crate::read::limits::{MOST_PARAGRAPHS, too_large};
use crate::read::piece::{give, joined};
use crate::read::told::{FOOTNOTES, HIDDEN, REVISED};
use crate::read::{Document, LeftKind, Refusal};

/// So many groups may be open.
const MOST_OPEN: usize = 1000;
/// So many texts may be open, each in one of the others.
const MOST_STORIES: usize = 32;

/// What was read so far.
#[derive(Debug)]
pub struct Reader {
    pub(super) group: Group,
    outer: Vec<Group>,
    pub(super) charsets: Charsets,
    pub(super) story: Story,
    stories: Vec<Story>,
    /// Bytes of text that are not decoded yet: a character may have two.
    bytes: Vec<u8>,
    /// The first half of a character that UTF-16 writes in two.
    high: Option<u32>,
    /// How many of the next characters only stand in for one in Unicode.
    pub(super) skipped: usize,
    pub(super) document: Document,
    /// The font in which a document begins.
    pub(super) first_font: i32,
}

impl Reader {
    /// A reader of one document.
    pub fn new() -> Self {
        Self {
            group: Group::new(),
            outer: Vec::new(),
            charsets: Charsets::default(),
            story: Story::new(StoryKind::Body),
            stories: Vec::new(),
            bytes: Vec::new(),
            high: None,
            skipped: 0,
            document: Document::default(),
            first_font: 0,
        }
    }

    /// Reads a document.
    ///
    /// # Errors
    /// Where there is more than is read.
    pub fn read(mut self, bytes: &[u8]) -> Result<Document, Refusal> {
        for token in Tokens::new(bytes) {
            match token {
                Token::Open => self.open()?,
                Token::Close => {
                    self.close()?;
                    // What follows the document's own group is no part of it.
                    if self.outer.is_empty() {
                        break;
                    }
                }
                Token::Word(word, number) => {
                    self.flush();
                    if self.skipped > 0 && word != b"u" && word != b"uc" {
                        self.skipped -= 1;
                        continue;
                    }
                    self.word(word, number)?;
                }
                Token::Symbol(symbol) => {
                    self.flush();
                    if self.skipped > 0 {
                        self.skipped -= 1;
                        continue;
                    }
                    self.symbol(symbol)?;
                }
                Token::Hex(byte) | Token::Byte(byte) => {
                    if self.skipped > 0 {
                        self.skipped -= 1;
                    } else if self.group.place == Place::Fonts || self.shows(char::from(byte)) {
                        self.bytes.push(byte);
                    }
                }
            }
        }
        if !self.outer.is_empty() {
            self.document.note("文件不完整，只读到断开的地方，请对照原文。");
        }
        while !self.outer.is_empty() {
            self.close()?;
        }
        self.finish()
    }

    fn finish(mut self) -> Result<Document, Refusal> {
        let body = std::mem::replace(&mut self.story, Story::new(StoryKind::Body));
        give(body.finish()?, &mut self.document)?;
        if self.document.blocks.len() > MOST_PARAGRAPHS { Err(too_large()) } else { Ok(self.document) }
    }

    fn open(&mut self) -> Result<(), Refusal> {
        self.flush();
        self.skipped = 0;
        if self.outer.len() >= MOST_OPEN {
            return Err(too_large());
        }
        self.outer.push(self.group);
        self.group.owns_story = false;
        self.group.is_optional = false;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        self.flush();
        self.skipped = 0;
        let Some(outer) = self.outer.pop() else { return Ok(()) };
        let group = std::mem::replace(&mut self.group, outer);
        if group.owns_story { self.end_story() } else { Ok(()) }
    }

    /// Begins a text of its own, which ends with the group.
    pub(super) fn begin_story(&mut self, kind: StoryKind) {
        if self.group.place == Place::Nowhere {
            return;
        }
        if self.stories.len() >= MOST_STORIES || self.group.owns_story {
            self.group.place = Place::Nowhere;
            return;
        }
        let around = std::mem::replace(&mut self.story, Story::new(kind));
        self.stories.push(around);
        self.group.owns_story = true;
        self.group.place = Place::Text;
        self.group.in_table = false;
        self.group.level = 0;
    }

    fn end_story(&mut self) -> Result<(), Refusal> {
        let Some(around) = self.stories.pop() else { return Ok(()) };
        let story = std::mem::replace(&mut self.story, around);
        let kind = story.kind;
        let pieces = story.finish()?;
        match kind {
            StoryKind::Body | StoryKind::Box => {
                let depth = self.group.depth();
                self.story.add(depth, pieces)
            }
            StoryKind::Note => {
                let text = joined(&pieces);
                if !text.is_empty() {
                    self.document.note(FOOTNOTES);
                }
                self.document.leave(LeftKind::Comment, &text);
                Ok(())
            }
            StoryKind::Apart(kind) => {
                let text = joined(&pieces);
                let is_number = text.chars().all(|c| c.is_numeric() || c.is_whitespace() || "-—－–·第页".contains(c));
                let kind = if kind == LeftKind::Footer && is_number { LeftKind::PageNumber } else { kind };
                self.document.leave(kind, &text);
                Ok(())
            }
        }
    }

    /// Whether a character is read where it stands.
    fn shows(&mut self, c: char) -> bool {
        if self.group.is_deleted && self.group.place == Place::Text {
            self.document.note(REVISED);
        } else if self.group.is_hidden && self.group.place == Place::Text && !c.is_whitespace() {
            self.document.note(HIDDEN);
        }
        !self.group.is_hidden && !self.group.is_deleted && matches!(self.group.place, Place::Text | Place::ListNumber)
    }

    /// Tells that the text was revised.
    pub(super) fn is_revised(&mut self) {
        if self.group.place == Place::Text {
            self.document.note(REVISED);
        }
    }

    /// Decodes the bytes that were read.
    pub(super) fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let text = if self.group.place == Place::Fonts {
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            self.charsets.text(self.group.font, &bytes)
        };
        self.high = None;
        self.add(&text);
    }

    /// Adds text where it goes.
    pub(super) fn add(&mut self, text: &str) {
        match self.group.place {
            // A bullet is a letter of a font of symbols; the tab after a number is its distance.
            Place::ListNumber if !self.charsets.is_symbol(self.group.font) => {
                self.story.number.extend(text.chars().filter(|c| !c.is_whitespace()));
            }
            Place::Text => self.story.line.push_str(text),
            Place::Fonts => self.charsets.font_name(self.group.font, text),
            Place::ListNumber | Place::Nowhere => {}
        }
    }

    /// Adds a character, where text shows.
    pub(super) fn character(&mut self, c: char) {
        if self.shows(c) {
            self.add(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Adds a unit of UTF-16 (`\u`), after which so many characters only stand in for it.
    pub(super) fn unicode(&mut self, number: i32) {
        self.skipped = self.group.stand_ins;
        let unit = if number < 0 { number.saturating_add(0x1_0000) } else { number };
        let Ok(unit) = u32::try_from(unit) else { return };
        match (unit, self.high.take()) {
            (0xd800..0xdc00, _) => self.high = Some(unit),
            (0xdc00..0xe000, Some(high)) => {
                let c = 0x1_0000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
                self.character(char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            (unit, _) => {
                let is_sign = self.charsets.is_symbol(self.group.font) && self.group.place == Place::Text;
                let shown =
                    if is_sign { Some(self.charsets.sign(self.group.font, unit)) } else { char::from_u32(unit) };
                self.character(shown.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
    }

    /// Ends a paragraph or a line of it.
    pub(super) fn end_line(&mut self) -> Result<(), Refusal> {
        if self.group.place != Place::Text {
            return Ok(());
        }
        let depth = self.group.depth();
        self.story.end_line(depth)
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), Refusal> {
        match symbol {
            b'*' => self.group.is_optional = true,
            b'~' => self.character('\u{a0}'),
            b'_' => self.character('-'),
            b'\\' | b'{' | b'}' => self.character(char::from(symbol)),
            b'\r' | b'\n' => return self.end_line(),
            b'\t' => self.character('\t'),
            _ => {}
        }
        Ok(())
    }
}
