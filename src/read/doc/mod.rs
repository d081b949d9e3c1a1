//! DOC and the WPS of Kingsoft Writer: the binary Word format of 1997 to 2003.
//!
//! Source: [MS-DOC]. What stands where is told by the file's head (`fib`); its text lies in pieces (`pieces`), what it looks like
//! in pages of runs (`runs`) as lists of changes (`sprm`), over styles (`styles`). Automatic numbers are counted (`lists`),
//! rows become tables with one grid (`table`).

mod blocks;
mod fib;
mod fonts;
mod lists;
mod pieces;
mod runs;
mod sprm;
mod styles;
mod table;
mod text;
#[cfg(test)]
mod tests;

use self::blocks::Builder;
use self::fib::{Fib, Story};
use self::text::Words;
use super::bytes::u32_at;
use super::kind::other_ole;
use super::ole::Container;
use super::package::incomplete;
use super::told::{FOOTNOTES, HIDDEN, REVISED};
use super::{Document, LeftKind, Refusal};

/// Reads a document of Word 97 to 2003 or of Kingsoft Writer.
///
/// Text boxes come after the running text. Footnotes, endnotes, comments, and heads and feet of pages are left out of it.
///
/// # Errors
/// Where the bytes are no such document, or one that needs a password, is older, cut, or has no text.
pub fn read_doc(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut container = Container::open(bytes)?;
    if container.has("EncryptedPackage") {
        return Err(super::package::encrypted());
    }
    let Some(main) = container.stream("WordDocument")? else {
        return Err(other_ole(&container));
    };
    let fib = Fib::read(&main)?;
    let table = container.stream(fib.table_name)?.ok_or_else(incomplete)?;
    // What is too long for a page of runs lies here; a short document has none of it.
    let extra = container.stream("Data")?.unwrap_or_default();
    let words = Words::read(&main, &table, &extra, &fib)?;
    let mut builder = Builder::new(&words, &table, &fib);
    let mut document = Document::default();
    for story in [Story::Main, Story::TextBoxes] {
        let (start, end) = fib.range(story);
        builder.blocks(start, end, &mut document)?;
    }
    for story in [Story::Footnotes, Story::Endnotes] {
        let (start, end) = fib.range(story);
        for line in builder.lines(start, end)? {
            document.note(FOOTNOTES);
            document.leave(LeftKind::Comment, &line);
        }
    }
    leave_margins(&mut builder, &table, &fib, &mut document)?;
    let (start, end) = fib.range(Story::Comments);
    for line in builder.lines(start, end)? {
        document.leave(LeftKind::Comment, &line);
    }
    let seen = builder.seen();
    if seen.has_changes {
        document.note(REVISED);
    }
    if seen.has_hidden {
        document.note(HIDDEN);
    }
    if document.is_empty() {
        let has_objects = container.has("ObjectPool");
        let why = if has_objects { "只有嵌入的文件或图片，" } else { "" };
        return Err(Refusal::new(format!(
            "文件里没有可读的文字，{why}没有读入。请打开文件，把正文复制过来，或换一个有文字的文件。"
        )));
    }
    Ok(document)
}

/// Leaves the heads and feet of pages: six stories for separators, then six a section, each an even, odd and first head and foot
/// ([MS-DOC] 2.8.23, `PlcfHdd`).
fn leave_margins(builder: &mut Builder, table: &[u8], fib: &Fib, document: &mut Document) -> Result<(), Refusal> {
    let (start, end) = fib.range(Story::Margins);
    let Some(places) = fib.part(table, fib::PLCF_HDD) else { return Ok(()) };
    let stories = (places.len() / 4).saturating_sub(2);
    let mut done = start;
    for story in 6..stories {
        let bounds = u32_at(places, story * 4).zip(u32_at(places, story * 4 + 4));
        let Some((first, last)) = bounds else { break };
        let (first, last) = (start.saturating_add(first), start.saturating_add(last).min(end));
        // Each begins where the one before ended, so that no text is read twice.
        if first >= last || first < done {
            continue;
        }
        done = last;
        let side = if matches!(story % 6, 0 | 1 | 4) { LeftKind::Header } else { LeftKind::Footer };
        for line in builder.lines(first, last)? {
            let is_number =
                line.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-—–－·第页共/".contains(c));
            document.leave(if is_number { LeftKind::PageNumber } else { side }, &line);
        }
    }
    Ok(())
}
