//! What a careful printer would say of the pages before they are printed.

use super::{Part, Sheet, TEXT_HEIGHT};
use crate::block::Block;

/// How high a line of the text is, in hundredths of a pixel of CSS.
const LINE: u32 = TEXT_HEIGHT / 22;

/// Something to look at on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The page, counted from 1.
    pub page: usize,
    /// What there is to see, in words for the clerk.
    pub words: String,
}

/// What breaks badly. A report without date or name is said as well: nothing else on paper shows that they are missing.
pub fn proof(blocks: &[Block], sheets: &[Sheet]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (n, sheet) in sheets.iter().enumerate() {
        let mut remark = |words: String| remarks.push(Remark { page: n + 1, words });
        let is_last = n + 1 == sheets.len();
        if !is_last && !is_signed(sheet) && sheet.blank > TEXT_HEIGHT / 4 {
            let what = sheets.get(n + 1).and_then(|next| next.parts.first()).map_or("内容", named);
            remark(format!("下面空着约 {} 行：后面的{what}这里放不下", sheet.blank / LINE));
        }
        for part in sheet.parts.iter().filter(|part| !part.begins && matches!(part.block, Block::Table(_))) {
            remark(format!("“{}”接上页，表头重复", table_words(blocks, part)));
        }
        if is_signed(sheet) && n > 0 && lines_on(sheet) <= 2 {
            remark("这一页只有落款和一两行字".to_owned());
        }
    }
    let last = sheets.iter().position(is_signed).map_or(sheets.len().max(1), |n| n + 1);
    let mut missing = |words: &str| remarks.push(Remark { page: last, words: words.to_owned() });
    let signature = |block: &&Block| matches!(block, Block::Signature { .. });
    match blocks.iter().find(signature) {
        Some(Block::Signature { name, date }) => {
            if name.is_empty() {
                missing("落款没有单位名称");
            }
            if date.is_empty() {
                missing("落款没有成文日期");
            }
        }
        _ => missing("没有落款：单位名称和成文日期都没有填"),
    }
    remarks
}

fn is_signed(sheet: &Sheet) -> bool {
    sheet.parts.iter().any(|part| matches!(part.block, Block::Signature { .. }))
}

/// How high what stands on the page with the signature is, in lines of the text, without the signature itself.
fn lines_on(signed: &Sheet) -> u32 {
    let used = TEXT_HEIGHT.saturating_sub(signed.blank) / LINE;
    // The signature takes two lines, and two blank ones above it.
    used.saturating_sub(4)
}

fn named(part: &Part) -> &'static str {
    match part.block {
        Block::Table(_) => "表",
        Block::Picture(_) => "图",
        Block::Signature { .. } => "落款",
        Block::Heading(_) => "标题和它下面的内容",
        Block::Title(_) | Block::Paragraph(_) => "内容",
    }
}

/// How a table is called: by its caption, or by the heading over it.
fn table_words(blocks: &[Block], part: &Part) -> String {
    let caption = match blocks.get(part.of) {
        Some(Block::Table(table)) if !table.caption.is_empty() => Some(table.caption.clone()),
        _ => None,
    };
    let heading = || {
        let mut above = blocks.iter().take(part.of).rev();
        above.find_map(|block| if let Block::Heading(words) = block { Some(words.clone()) } else { None })
    };
    caption.or_else(heading).unwrap_or_else(|| "表".to_owned())
}
