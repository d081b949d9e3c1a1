//! Headings of parts, by their wording whatever their numbering, in paragraphs of their own and within others.

use std::collections::HashSet;
use std::ops::Range;

use super::simplify::simplified;
use crate::text::{MarkStyle, compact, heading_words, mark};

/// The headings of an edition, by which those of a document are known.
pub struct Headings {
    /// The words of each, without numbering.
    words: Vec<Pairs>,
    /// The numbering of the document's own parts; nothing while it is not known.
    style: Option<MarkStyle>,
    /// Headings that are numbered otherwise than the others of the document, but go on with their numbers.
    odd: HashSet<String>,
}

/// How else the parts of reports are headed.
const OTHERS: [&str; 17] = [
    "概述",
    "基本情况",
    "年度工作概述",
    "行政机关主动公开政府信息情况",
    "政府信息主动公开情况",
    "主动公开情况",
    "行政机关收到和处理政府信息公开申请情况",
    "依申请公开政府信息情况",
    "依申请公开情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "行政复议和行政诉讼情况",
    "收费及减免情况",
    "存在问题及改进情况",
    "存在的主要问题和改进措施",
    "存在问题及下一步打算",
    "需要报告的其他事项",
    "其他需要报告事项",
];

/// A heading has at most so many letters.
const LONGEST: usize = 45;
/// How alike words have to be to be a heading of the form, in per cent of their pairs of letters.
const ALIKE: usize = 55;
/// The same where they are numbered as the document numbers its parts, but as others number what is below.
const LIKELY: usize = 70;
/// The same where nothing else says that they are one.
const SURE: usize = 85;

impl Headings {
    /// The headings of an edition.
    pub fn of(headings: &[String]) -> Self {
        let others = OTHERS.iter().map(|words| (*words).to_owned());
        Self {
            words: headings
                .iter()
                .map(|heading| heading_words(heading))
                .chain(others)
                .map(|words| Pairs::of(&words))
                .collect(),
            style: None,
            odd: HashSet::new(),
        }
    }

    /// The same, for a document whose parts are numbered as the first of these paragraphs that are headings of the form: what is
    /// numbered in a lower style is none, though it has the words of one.
    #[must_use]
    pub fn for_document<'a>(mut self, texts: impl Iterator<Item = &'a str>) -> Self {
        let found: Vec<&str> = texts.filter(|text| self.is_heading(text)).collect();
        self.style = found.iter().filter_map(|text| mark(text).map(|mark| mark.style)).min();
        // 1、基本情况 二、…… 5、…… where one hand did not know of the other.
        let mut last = 0;
        for text in found {
            let Some(mark) = mark(text) else { continue };
            let goes_on = mark.ordinal == last + 1;
            if !self.is_heading(text) && mark.style == MarkStyle::Digits && goes_on {
                self.odd.insert(text.trim().to_owned());
            }
            if self.is_heading(text) {
                last = mark.ordinal;
            }
        }
        self
    }

    /// Whether a paragraph is the heading of a part.
    pub fn is_heading(&self, text: &str) -> bool {
        let text = text.trim();
        let length = text.chars().count();
        if length > LONGEST {
            return false;
        }
        let alike = self.of_form(text).unwrap_or(0);
        if length < 3 && alike < 100 || text.ends_with(['，', ';', '；', '、']) {
            return false;
        }
        let first = mark(text).map(|mark| mark.style);
        // A mark may stand behind the words of the form, not behind others; 无其他需要报告的事项。 is a sentence.
        let is_part = first == Some(MarkStyle::Chinese) || (first.is_some() && first == self.style);
        let may_end = alike >= SURE && (is_part || !text.ends_with('。'));
        if text.ends_with(['。', '：', ':']) && !may_end {
            return false;
        }
        let is_section = text.starts_with('第')
            && ["部分", "章"].iter().any(|word| text.chars().take(6).collect::<String>().contains(word));
        let inner = text.trim_end_matches(['。', '：', ':']);
        let has_break = inner.contains(['。', '；', '，', ',', ';']);
        match first {
            Some(MarkStyle::Chinese) => !has_break || alike > 0,
            Some(style) if self.style.is_some_and(|own| own < style) => self.odd.contains(text),
            Some(style) if self.style == Some(style) => alike >= LIKELY,
            Some(MarkStyle::ChineseInBrackets | MarkStyle::Digits | MarkStyle::DigitsInBrackets) | None => {
                (is_section && !has_break) || alike >= SURE
            }
        }
    }

    /// How alike a text is to the likeliest heading of the form, in per cent, where it is alike enough.
    pub fn of_form(&self, text: &str) -> Option<usize> {
        let words: String = heading_words(text.trim_end_matches(['。', '：', ':'])).chars().map(simplified).collect();
        let best = self.likeness(&words);
        (best >= ALIKE).then_some(best)
    }

    /// How alike words are to those of the likeliest heading, in per cent.
    fn likeness(&self, words: &str) -> usize {
        let words = Pairs::of(words);
        self.words.iter().map(|own| own.likeness(&words)).max().unwrap_or(0)
    }

    /// The headings within a longer text, numbering included: 一、总体情况2021年…….
    pub fn within(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if text.chars().count() <= LONGEST {
            return found;
        }
        for (at, _) in text.match_indices('、') {
            let Some(start) = numbering_before(text, at) else { continue };
            let begins = text.get(..start).is_none_or(|before| {
                before.is_empty()
                    || before.ends_with("报告")
                    || before.ends_with(|c: char| c.is_whitespace() || "。！？；：）”0123456789>".contains(c))
            });
            let after = at + '、'.len_utf8();
            let rest = text.get(after..).unwrap_or_default();
            let window: String = rest.chars().take(LONGEST).take_while(|c| !"。；：".contains(*c)).collect();
            let end = self.end_of(&window).filter(|_| begins).map(|end| to_blank(&window, end)).or_else(|| {
                // A heading that the form does not have ends at a blank, where one stands before it as well.
                let is_apart = text.get(..start).is_some_and(|before| before.ends_with(char::is_whitespace));
                let words = window.split(char::is_whitespace).next().filter(|words| words.chars().count() >= 2)?;
                let is_one = is_apart && words.len() < window.len() && !words.contains(['，', ',']);
                (is_one && words.chars().count() <= 24).then_some(words.len())
            });
            if let Some(end) = end.filter(|_| found.last().is_none_or(|before| before.end <= start)) {
                found.push(start..after + end);
            }
        }
        found
    }

    /// Where the words of a heading of the form end that a text begins with.
    fn end_of(&self, text: &str) -> Option<usize> {
        let ends = ["情况", "情況", "問題", "事項", "事项", "措施", "概述", "安排", "问题", "打算", "方向"];
        let mut places: Vec<usize> =
            ends.iter().flat_map(|end| text.match_indices(*end).map(|(at, word)| at + word.len())).collect();
        places.sort_unstable();
        let alike = |end: &usize| {
            let words: String = compact(text.get(..*end).unwrap_or_default()).chars().map(simplified).collect();
            self.likeness(&words)
        };
        let best = places.iter().map(|end| (alike(end), *end)).max_by_key(|(alike, end)| (*alike, usize::MAX - end))?;
        (best.0 >= ALIKE).then_some(best.1)
    }
}

/// The end of a heading, moved on to the blank that follows a few more words: 存在的主要问题|和改进措施 （一）…….
fn to_blank(window: &str, end: usize) -> usize {
    let rest = window.get(end..).unwrap_or_default();
    let words = rest.split(char::is_whitespace).next().unwrap_or_default();
    let is_more = words.len() < rest.len() && words.chars().count() <= 10 && words.chars().all(char::is_alphabetic);
    if is_more { end + words.len() } else { end }
}

/// Where the numbering begins whose 、 stands here: 一 or 十一.
fn numbering_before(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let digits = before.chars().rev().take_while(|c| "一二三四五六七八九十".contains(*c)).map(char::len_utf8);
    let length: usize = digits.take(3).sum();
    (length > 0).then_some(at - length)
}

/// The pairs of letters that stand side by side in some words, sorted.
struct Pairs(Vec<(char, char)>);

impl Pairs {
    fn of(words: &str) -> Self {
        let letters: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut pairs: Vec<(char, char)> = letters.iter().copied().zip(letters.iter().copied().skip(1)).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// How alike two wordings are: twice the pairs that they have in common, in per cent of all their pairs.
    fn likeness(&self, other: &Self) -> usize {
        let all = self.0.len() + other.0.len();
        let mut rest = other.0.as_slice();
        let mut common = 0_usize;
        for pair in &self.0 {
            while let Some((first, tail)) = rest.split_first() {
                if first > pair {
                    break;
                }
                rest = tail;
                if first == pair {
                    common += 1;
                    break;
                }
            }
        }
        (common * 200).checked_div(all).unwrap_or(0)
    }
}

/// The places behind a sentence that a blank follows.
pub fn sentence_ends(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut ended = false;
    for (at, c) in text.char_indices() {
        if ended && c.is_whitespace() {
            found.push(at);
        }
        ended = matches!(c, '。' | '！' | '？' | '；' | '：');
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::forms;

    fn national() -> Headings {
        Headings::of(&forms()[0].headings_of(2022))
    }

    #[test]
    fn headings_are_known_by_their_words() {
        for text in [
            "一、总体情况",
            "一、主动公开政府信息情况",
            "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
            "第二部分 主动公开政府信息情况",
            "总体情况",
            "五、政府信息公开工作存在的主要问题及改进措施",
            "三、概述",
        ] {
            assert!(national().is_heading(text), "{text}");
        }
        for text in [
            "（一）主动公开政府信息。",
            "一是加强组织领导。",
            "一、2022年，我局认真落实条例，收到申请3件。",
            "（二）依申请公开方面",
            "0",
            "本年度没有收到申请",
        ] {
            assert!(!national().is_heading(text), "{text}");
        }
    }

    #[test]
    fn what_is_numbered_below_the_parts_is_no_part() {
        let texts = ["一、总体情况", "（一）主动公开政府信息情况", "二、主动公开政府信息情况"];
        let headings = national().for_document(texts.into_iter());
        assert_eq!(texts.map(|text| headings.is_heading(text)), [true, false, true]);
        let mixed =
            ["1、总体情况", "二、主动公开政府信息情况", "1.其他需要报告的事项", "3、收到和处理政府信息公开申请情况"];
        let headings = national().for_document(mixed.into_iter());
        assert_eq!(mixed.map(|text| headings.is_heading(text)), [true, true, false, true]);
        let headings = national().for_document(texts.into_iter().skip(1).take(1));
        assert!(headings.is_heading("（一）主动公开政府信息情况"));
    }

    #[test]
    fn headings_within_a_text() {
        let text = "包括总体情况、主动公开政府信息情况等。一、总体情况2021年，我区收到3件。二、主动公开政府信息情况第二十条第（一）项信息内容";
        let found: Vec<&str> = national().within(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["一、总体情况", "二、主动公开政府信息情况"]);
        let text = "某某县水务局2022年政府信息公开工作年度报告一、总体情况2022年，我局认真落实条例各项要求，稳步推进政务公开。";
        let found: Vec<&str> = national().within(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["一、总体情况"], "behind the title");
        let text = "现将情况报告如下： 一、年度工作概述 根据上级的有关规定，我局综合科负责日常工作。 二、收费及减免情况 无收费及减免情况。没有其他事项了。";
        let found: Vec<&str> = national().within(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["一、年度工作概述", "二、收费及减免情况"]);
    }
}
