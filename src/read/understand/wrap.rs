//! Lines that were broken to fit a page are joined to paragraphs; a report that came in one line is cut into them.

use super::furniture::furniture;
use super::heading::{Headings, sentence_ends};
use super::prose::Para;
use super::signature::day_of;
use super::title::title_in;
use crate::text::mark;

/// From so many letters on a line is taken for one that was broken to fit.
const BROKEN: usize = 15;
/// From so many lines on it is looked whether they were broken.
const FEWEST: usize = 6;
/// A title, or a line of the page around the report, has fewer bytes.
const TITLE: usize = 210;
/// A paragraph of so many letters with headings in it is a whole report.
const WHOLE: usize = 400;

/// Joins lines that were broken to fit a page, where most of them were.
pub fn join(paras: Vec<Para>, headings: &Headings) -> Vec<Para> {
    let lengths: Vec<usize> = paras.iter().map(|para| para.text.chars().count()).collect();
    let is_open = |para: &Para| !ends_sentence(&para.text) && !headings.is_heading(&para.text);
    let long: Vec<&Para> = paras.iter().zip(&lengths).filter(|(_, n)| **n >= BROKEN).map(|(para, _)| para).collect();
    let open = long.iter().filter(|para| is_open(para)).count();
    if long.len() < FEWEST || open * 5 < long.len() * 2 {
        return paras;
    }
    let width = typical(&lengths);
    let mut joined: Vec<Para> = Vec::new();
    let mut goes_on = false;
    for (para, length) in paras.into_iter().zip(lengths) {
        // A day on a line of its own is the one of the signature.
        let is_day = day_of(&para.text).is_some();
        let begins = is_day || mark(&para.text).is_some() || headings.is_heading(&para.text);
        // A sentence may end where the line does: it goes on where the line is full.
        let may_go_on = !ends_sentence(&para.text) || length + 1 >= width;
        let next = may_go_on && !is_day && !headings.is_heading(&para.text);
        match joined.last_mut() {
            Some(before) if goes_on && !begins => before.join(para),
            _ => joined.push(para),
        }
        // The words of the report do not go on its title, which may itself be in two lines, nor on what is around it.
        goes_on = next && !joined.last().is_some_and(|para| is_title(&para.text) || is_around(&para.text));
    }
    joined
}

/// Whether a line is a title and nothing more.
fn is_title(line: &str) -> bool {
    line.len() < TITLE && title_in(line).is_some_and(|title| title.bytes.end == line.trim_end().len())
}

/// Whether a line is of the page around the report: it has words of one, and no clause.
fn is_around(line: &str) -> bool {
    line.len() < TITLE && !line.contains('，') && furniture(line).is_some()
}

/// How long a full line is: what nine lines in ten do not exceed.
fn typical(lengths: &[usize]) -> usize {
    let mut sorted: Vec<usize> = lengths.iter().copied().filter(|n| *n >= BROKEN).collect();
    sorted.sort_unstable();
    sorted.get(sorted.len() * 9 / 10).copied().unwrap_or(usize::MAX)
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '；', '：', '…', '!', '?', ';', ':'])
        || text.trim_end_matches(['”', '）', ')', '"', '》']).ends_with(['。', '！', '？'])
}

/// Cuts paragraphs that hold headings: before each heading, behind it, and where a blank follows the end of a sentence.
pub fn cut(paras: Vec<Para>, headings: &Headings) -> Vec<Para> {
    let mut out = Vec::new();
    for para in paras {
        let found = headings.within(&para.text);
        let is_whole = !found.is_empty() && para.text.chars().count() > WHOLE;
        let mut cuts: Vec<usize> = found.iter().flat_map(|range| [range.start, range.end]).collect();
        if is_whole {
            cuts.extend(sentence_ends(&para.text));
        }
        cuts.sort_unstable();
        cuts.dedup();
        out.extend(if cuts.is_empty() { vec![para] } else { para.parts(cuts) });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::forms;

    fn paras(lines: &[&str]) -> Vec<Para> {
        lines.iter().map(|text| Para { text: (*text).to_owned(), sources: Vec::new(), at: 0 }).collect()
    }

    fn texts(paras: &[Para]) -> Vec<&str> {
        paras.iter().map(|para| para.text.as_str()).collect()
    }

    #[test]
    fn broken_lines_are_joined_up_to_the_next_heading() {
        let headings = Headings::of(&forms()[0].headings_of(2024));
        let lines = [
            "一、总体情况",
            "针对突出问题和日常共性问题，按季度开展政务新媒体",
            "专项检查，及时督促整改。针对具体问题，创新开展调",
            "研式培训、过堂式培训，不断提高全市政务公开工作人",
            "员的工作能力和水平。",
            "（二）平台建设。本年在运维的政务新媒体共计九十五",
            "个，在省办四个季度的检查抽查之中，合格率均为百分",
            "之百，没有收到群众的投诉，也没有发生重大的舆情事",
            "件。",
            "二、主动公开政府信息情况",
        ];
        let joined = join(paras(&lines), &headings);
        assert_eq!(joined.len(), 4, "{:?}", texts(&joined));
        assert!(joined[1].text.ends_with("员的工作能力和水平。"));
        let whole = paras(&["一段完整的话，不用接，也没有断。"; 9]);
        assert_eq!(join(whole.clone(), &headings), whole);
    }

    #[test]
    fn a_report_in_one_line_is_cut_at_its_headings() {
        let headings = Headings::of(&forms()[0].headings_of(2021));
        let long = "在工作中，我局认真落实条例的要求。".repeat(30);
        let text = format!("本报告包括总体情况等部分。一、总体情况2021年，{long}六、其他需要报告的事项无。 附件下载");
        let cut = cut(paras(&[&text]), &headings);
        let texts = texts(&cut);
        assert_eq!(texts[0], "本报告包括总体情况等部分。");
        assert_eq!(texts[1], "一、总体情况");
        assert!(texts[2].starts_with("2021年，"));
        assert_eq!(&texts[3..], ["六、其他需要报告的事项", "无。", "附件下载"]);
    }
}
