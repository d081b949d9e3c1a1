//! A report held against a file that was published, printed or sent: whether it says the same, and where not.
//!
//! Words and figures are compared, in their order. White space, the ends of lines and pages, what a page or a site has around a report, heads
//! that stand again overleaf and the words drawn in charts are no differences.

mod align;
mod judge;
mod ours;
mod stream;
#[cfg(test)]
mod tests;
mod theirs;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::draft::Draft;
use crate::facts::Case;
use crate::read::{Document, Input, Opened, Refusal, finished, read_file, read_html_text, read_pdf_pages, read_plain};
use crate::report::{build, check_code};
use crate::value::Date;
use ours::Ours;
use stream::Stream;
use theirs::Theirs;

/// So many differences are listed; the rest is counted.
const MOST: usize = 20;

/// What is asked beside the bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What the bytes are.
    pub input: Input,
    /// The report.
    pub blocks: Vec<Block>,
    /// The day on which it is asked (2024-01-22).
    pub today: String,
}

/// What became of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It was compared.
    Compared(Comparison),
    /// PDF, which is first to be taken apart.
    Pdf,
}

/// How a file stands to the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Whether it says the same.
    pub is_same: bool,
    /// That in a sentence, with what the check code of the file says of it.
    pub words: String,
    /// The first differences, in the order of the report.
    pub differences: Vec<Difference>,
    /// How many more there are.
    pub more: usize,
}

/// A place where they differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Where, in the words of the report.
    pub place: String,
    /// What stands in the report.
    pub here: String,
    /// What stands in the file.
    pub there: String,
}

/// Compares a report with the bytes of a file.
///
/// # Errors
/// Where the file cannot be read: a sentence for the clerk.
pub fn answer(asked: &Asked, bytes: &[u8]) -> Result<Answer, Refusal> {
    let text = || String::from_utf8_lossy(bytes);
    let document = match asked.input {
        Input::File => match read_file(bytes)? {
            Opened::Document(document) => document,
            Opened::Pdf => return Ok(Answer::Pdf),
            Opened::Draft(json) => return compare_draft(asked, &json).map(Answer::Compared),
        },
        Input::PdfPages => finished(read_pdf_pages(bytes)?)?,
        Input::Html => finished(read_html_text(&text())?)?,
        Input::Text => finished(read_plain(&text()))?,
    };
    Ok(Answer::Compared(compare(&asked.blocks, &document)))
}

/// Compares a report with a draft, as it would be printed.
fn compare_draft(asked: &Asked, json: &str) -> Result<Comparison, Refusal> {
    let opened = Draft::from_json(json).map_err(|refused| Refusal::new(refused.to_string()))?;
    let today: Date = asked.today.parse().map_err(|()| Refusal::new("不知道今天的日期，没有核对，请刷新页面后再试"))?;
    let blocks = build(&Case::new(&opened.draft, today));
    let theirs = Theirs { code: Some(check_code(&blocks)), ..Theirs::of(&blocks) };
    Ok(compared(&asked.blocks, &theirs))
}

/// Compares a report with what was read of a file.
pub fn compare(blocks: &[Block], document: &Document) -> Comparison {
    compared(blocks, &Theirs::read(document))
}

fn compared(blocks: &[Block], theirs: &Theirs) -> Comparison {
    let own = check_code(blocks);
    let ours = Ours::of(blocks);
    if !is_like(&ours.stream, &theirs.stream) {
        let words = "不同：这个文件不像是这份报告，报告里的文字多数不在其中。请检查是不是选错了文件。".to_owned();
        return Comparison { is_same: false, words, differences: Vec::new(), more: 0 };
    }
    let (differences, count) = judge::judge(&ours, theirs, &align::align(&ours, theirs), MOST);
    let (is_same, words) = verdict(&own, theirs.code.as_deref(), count);
    let more = count - differences.len();
    Comparison { is_same, words, differences, more }
}

/// Whether they say the same, in a sentence. Two codes that differ come of two reports, whatever was read.
fn verdict(own: &str, other: Option<&str>, count: usize) -> (bool, String) {
    match (count, other) {
        (0, None) => (true, "相同：文件里的文字和数字与这份报告一致".to_owned()),
        (0, Some(other)) if other == own => (true, format!("相同：校验码 {other} 相同，文字和数字也一致")),
        (0, Some(other)) => (
            false,
            format!(
                "不同：校验码是 {other}，导出它时的报告与现在的有改动，只是改在读不出的地方，如标点的写法、空白的格"
            ),
        ),
        (count, None) => (false, format!("不同：有 {count} 处")),
        (count, Some(other)) if other == own => {
            (false, format!("不同：有 {count} 处。校验码 {other} 却相同，可能导出以后有人改过文件，也可能文件没有读全"))
        }
        (count, Some(other)) => (false, format!("不同：有 {count} 处，校验码是 {other}")),
    }
}

/// So many tokens in a row are looked for in the file.
const ROW: usize = 4;

/// Whether at least half of a report's words, four tokens in a row, stand in a file.
fn is_like(ours: &Stream, theirs: &Stream) -> bool {
    let rows = |stream: &Stream| (0..(stream.len() + 1).saturating_sub(ROW)).map(|at| at..at + ROW).collect::<Vec<_>>();
    let mut left: HashSet<&str> = rows(ours).into_iter().map(|row| ours.folded(row)).collect();
    let all = left.len();
    for row in rows(theirs) {
        left.remove(theirs.folded(row));
    }
    left.len() * 2 <= all
}
