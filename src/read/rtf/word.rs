//! What each control word of RTF does.

use super::group::Place;
use super::reader::Reader;
use super::row::Shape;
use super::story::StoryKind;
use crate::read::limits::DEEPEST;
use crate::read::{LeftKind, Refusal};

impl Reader {
    /// Does what a control word says.
    pub(super) fn word(&mut self, word: &[u8], number: Option<i32>) -> Result<(), Refusal> {
        if self.destination(word) {
            return Ok(());
        }
        // A group that may be skipped, with a word that is not known here.
        if std::mem::take(&mut self.group.is_optional) {
            self.group.place = Place::Nowhere;
            return Ok(());
        }
        let is_on = number != Some(0);
        match word {
            b"u" => self.unicode(number.unwrap_or(0)),
            b"uc" => self.group.stand_ins = number.and_then(|count| usize::try_from(count).ok()).unwrap_or(1).min(16),
            b"ansicpg" => self.charsets.page = number,
            b"deff" => {
                self.first_font = number.unwrap_or(0);
                self.group.font = self.first_font;
            }
            b"f" => self.group.font = number.unwrap_or(0),
            b"fcharset" if self.group.place == Place::Fonts => {
                self.charsets.charset(self.group.font, number.unwrap_or(0));
            }
            b"cpg" if self.group.place == Place::Fonts => self.charsets.font_page(self.group.font, number.unwrap_or(0)),
            b"plain" => {
                self.group.font = self.first_font;
                self.group.is_hidden = false;
                self.group.is_deleted = false;
            }
            b"v" => self.group.is_hidden = is_on,
            b"deleted" => self.group.is_deleted = is_on,
            b"revised" if is_on => self.is_revised(),
            b"pard" => {
                self.group.in_table = false;
                self.group.level = 0;
            }
            b"intbl" => self.group.in_table = is_on,
            b"itap" => {
                self.group.level = number.and_then(|level| usize::try_from(level).ok()).unwrap_or(0).min(DEEPEST);
            }
            b"par" | b"line" | b"softline" | b"sect" | b"page" | b"column" => return self.end_line(),
            _ if self.special(word) => {}
            _ => return self.table_word(word, number),
        }
        Ok(())
    }

    /// Words that begin a group whose text is not, or not just, part of what is around it. Whether the word is one of those.
    fn destination(&mut self, word: &[u8]) -> bool {
        match word {
            b"fonttbl" => self.group.place = Place::Fonts,
            b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"nonshppict" | b"shprslt" | b"objdata"
            | b"nonesttables" | b"sp" | b"tc" | b"xe" | b"pntxtb" | b"pntxta" | b"fldinst" | b"filetbl" | b"revtbl"
            | b"atnid" | b"atnauthor" | b"template" | b"themedata" | b"datastore" | b"private" | b"rxe" | b"txe"
            | b"ftnsep" | b"ftnsepc" | b"ftncn" | b"aftnsep" | b"aftnsepc" | b"aftncn" | b"listtable"
            | b"listoverridetable" | b"generator" => self.group.place = Place::Nowhere,
            b"header" | b"headerl" | b"headerr" | b"headerf" => self.begin_story(StoryKind::Apart(LeftKind::Header)),
            b"footer" | b"footerl" | b"footerr" | b"footerf" => self.begin_story(StoryKind::Apart(LeftKind::Footer)),
            b"annotation" => self.begin_story(StoryKind::Apart(LeftKind::Comment)),
            b"footnote" => self.begin_story(StoryKind::Note),
            b"shptxt" | b"dptxbxtext" => self.begin_story(StoryKind::Box),
            b"listtext" | b"pntext" => {
                if self.group.place == Place::Text {
                    self.group.place = Place::ListNumber;
                }
            }
            // The same text twice: what is in Unicode is taken.
            b"upr" => {
                self.group.resumed = Some(self.group.place);
                self.group.place = Place::Nowhere;
            }
            b"ud" => self.group.place = self.group.resumed.take().unwrap_or(self.group.place),
            // These hold text and properties that count, though older readers may skip them.
            b"shpinst" | b"nesttableprops" | b"do" => {}
            _ => return false,
        }
        self.group.is_optional = false;
        true
    }

    /// Words that stand for a character. Whether the word is one of those.
    fn special(&mut self, word: &[u8]) -> bool {
        let c = match word {
            b"tab" => '\t',
            b"emdash" => '—',
            b"endash" => '–',
            b"lquote" => '‘',
            b"rquote" => '’',
            b"ldblquote" => '“',
            b"rdblquote" => '”',
            b"bullet" => '•',
            b"emspace" | b"enspace" | b"qmspace" => ' ',
            _ => return false,
        };
        self.character(c);
        true
    }

    /// Words of tables.
    fn table_word(&mut self, word: &[u8], number: Option<i32>) -> Result<(), Refusal> {
        if self.group.place != Place::Text {
            return Ok(());
        }
        let depth = self.group.depth();
        let is_inner = depth > 1;
        let shape = if is_inner { &mut self.story.inner } else { &mut self.story.shape };
        match word {
            b"trowd" => {
                *shape = Shape::default();
                self.story.in_row |= !is_inner;
                Ok(())
            }
            b"trleft" => {
                shape.left = number.unwrap_or(0);
                Ok(())
            }
            b"clmrg" => {
                shape.next.joins_left = true;
                Ok(())
            }
            b"clvmrg" => {
                shape.next.joins_above = true;
                Ok(())
            }
            b"cellx" => shape.end_cell(number.unwrap_or(0)),
            b"cell" => self.story.end_cell(1),
            b"row" => self.story.end_row(1),
            b"nestcell" => self.story.end_cell(depth.max(2)),
            b"nestrow" => self.story.end_row(depth.max(2)),
            _ => Ok(()),
        }
    }
}
