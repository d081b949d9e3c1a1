//! The captions of tables: lines of the text that belong to the table below them.

use std::collections::HashSet;

use super::line::is_of_table;
use super::prose::Para;
use super::tables::Mark;
use crate::draft::{Draft, Edit, Embed, Embedded, Item, Splice};
use crate::form::TableId;
use crate::report::{is_appended, table_caption};
use crate::text::compact;

/// A table among the text, with the line that names it.
#[derive(Debug)]
pub struct Captioned {
    /// Which table.
    pub table: TableId,
    /// Its first letter on the tape.
    pub at: usize,
    /// Its caption, where it has one.
    pub caption: Option<Para>,
}

impl Captioned {
    /// The table under its caption, as it stands in a part.
    pub fn embed(&self) -> Embed {
        let caption = self.caption.as_ref().and_then(|para| without_number(&para.text));
        let mut embed = Embed::new(Embedded::Table(self.table));
        caption.unwrap_or_default().clone_into(&mut embed.caption);
        embed
    }
}

/// A caption has at most so many letters.
const LONGEST: usize = 60;
/// The number of a table has at most so many: 表2013 is none.
const NUMBER: usize = 2;

/// Takes the captions out of the paragraphs: of each table the line before it, but for one that says what it counts in.
pub fn take_captions(paras: Vec<Para>, marks: &[Mark]) -> (Vec<Para>, Vec<Captioned>) {
    let mut from = 0;
    let of_mark = |mark: &Mark| {
        let before = paras.partition_point(|para| para.at < mark.at);
        let named = (from..before).rev().find(|at| !paras.get(*at).is_some_and(|para| is_of_table(&para.text)));
        from = before;
        named.filter(|at| paras.get(*at).is_some_and(|para| without_number(&para.text).is_some()))
    };
    let named: Vec<Option<usize>> = marks.iter().map(of_mark).collect();
    let captions: HashSet<usize> = named.iter().flatten().copied().collect();
    let caption = |at: &usize| paras.get(*at).cloned();
    let tables = marks.iter().zip(&named).map(|(mark, named)| Captioned {
        table: mark.table,
        at: mark.at,
        caption: named.as_ref().and_then(caption),
    });
    let tables = tables.collect();
    let kept = paras.into_iter().enumerate().filter(|(at, _)| !captions.contains(at)).map(|(_, para)| para);
    (kept.collect(), tables)
}

/// A caption without its number, which the report counts anew; nothing where a line has none and so is no caption.
pub fn without_number(line: &str) -> Option<&str> {
    let is_number = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
    let rest = line.strip_prefix('表')?.trim_start();
    let number: String = rest.chars().take_while(is_number).collect();
    let is_caption = (1..=NUMBER).contains(&number.chars().count()) && line.chars().count() <= LONGEST;
    let words = rest.get(number.len()..)?.trim_start_matches(|c: char| "：:．.、".contains(c) || c.is_whitespace());
    is_caption.then_some(words)
}

/// Leaves a caption that the report makes by itself to the report, which then goes on to fit the figures.
pub fn leave_own_captions(draft: &mut Draft) {
    for n in 0..draft.narrative().len() {
        let body = draft.narrative().get(n).map(|part| part.body.clone()).unwrap_or_default();
        for (at, item) in body.iter().enumerate() {
            let Item::Embed(Embed { what: Embedded::Table(table), caption, .. }) = item else { continue };
            if compact(caption) == compact(&table_caption(draft, *table)) {
                let insert = vec![Item::Embed(Embed::new(Embedded::Table(*table)))];
                draft.apply(Edit::SpliceBody(n, Splice { at, remove: 1, insert }));
            }
        }
    }
}

/// Takes the tables that stand last in a part out of it, as long as the report then prints them elsewhere by itself.
pub fn take_last_tables(draft: &mut Draft, n: usize, is_elsewhere: impl Fn(&Draft, TableId) -> bool) -> Vec<Embed> {
    let mut taken = Vec::new();
    while let Some(Item::Embed(embed)) = draft.narrative().get(n).and_then(|part| part.body.last().cloned()) {
        let Embedded::Table(table) = embed.what else { break };
        let at = draft.narrative().get(n).map_or(0, |part| part.body.len().saturating_sub(1));
        draft.apply(Edit::SpliceBody(n, Splice::remove(at, 1)));
        if !is_elsewhere(draft, table) {
            draft.apply(Edit::SpliceBody(n, Splice::insert(at, vec![Item::Embed(embed)])));
            break;
        }
        taken.push(embed);
    }
    taken
}

/// Takes a table of the form that stands last of all out of the text, where the report prints it behind the signature by itself.
pub fn leave_to_the_appendix(draft: &mut Draft) {
    if let Some(last) = draft.narrative().len().checked_sub(1) {
        take_last_tables(draft, last, is_appended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_no_part_of_a_caption() {
        for (line, words) in [
            ("表1　2013—2017年主动公开政府信息数（单位：条）", Some("2013—2017年主动公开政府信息数（单位：条）")),
            ("表二：公开渠道", Some("公开渠道")),
            ("表 3 公开渠道", Some("公开渠道")),
            ("表4", Some("")),
            ("表2013年主动公开政府信息数", None),
            ("表明各项工作有序。", None),
            ("公开渠道（单位：条）", None),
        ] {
            assert_eq!(without_number(line), words, "{line}");
        }
        assert_eq!(without_number(&format!("表1{}", "长".repeat(60))), None);
    }

    #[test]
    fn the_line_before_a_table_is_its_caption() {
        let para = |(at, text): (usize, &str)| Para { text: text.to_owned(), sources: Vec::new(), at };
        let lines = [(0, "表1　不在表前"), (5, "其他文字。"), (9, "表2　公开渠道"), (14, "单位：条"), (30, "结尾。")];
        let paras = lines.into_iter().map(para).collect();
        let marks = [20, 25].map(|at| Mark { table: TableId::Channels, at });
        let (kept, tables) = take_captions(paras, &marks);
        assert_eq!(kept.iter().map(|para| para.at).collect::<Vec<_>>(), [0, 5, 14, 30]);
        let captions: Vec<Option<&str>> =
            tables.iter().map(|table| table.caption.as_ref().map(|para| para.text.as_str())).collect();
        assert_eq!(captions, [Some("表2　公开渠道"), None]);
    }
}
