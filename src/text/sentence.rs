//! Sentences and clauses, by their marks.

use std::ops::Range;

use smallvec::SmallVec;

/// Byte ranges of a text. Most paragraphs are short, and a report can have a million of them: of one range nothing stands
/// elsewhere in memory.
pub type Ranges = SmallVec<[Range<usize>; 1]>;

/// The byte ranges of a text's sentences, each with the mark that ends it.
pub fn sentences(text: &str) -> Ranges {
    let (mut found, mut start) = (Ranges::new(), 0);
    for (at, c) in text.char_indices() {
        if matches!(c, '。' | '！' | '？' | '\n') {
            found.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// The bytes of the sentence, or the sentences, in which a span stands, with the mark that ends them.
pub fn sentence_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let is_end = |c: char| matches!(c, '。' | '！' | '？' | '\n');
    let before = text.get(..span.start).unwrap_or_default();
    let start = before
        .rfind(is_end)
        .map_or(0, |at| at + before.get(at..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8));
    let inside = text.get(span.clone()).unwrap_or_default();
    if inside.ends_with(is_end) {
        return start..span.end;
    }
    let after = text.get(span.end..).unwrap_or_default();
    let length = after.char_indices().find(|(_, c)| is_end(*c)).map_or(after.len(), |(at, c)| at + c.len_utf8());
    start..span.end + length
}

/// The byte ranges of a text's clauses, each with the mark that ends it. A half-width mark between two digits
/// (1,234 and 8:30) ends none.
pub fn clauses(text: &str) -> Ranges {
    let (mut found, mut start, mut before) = (Ranges::new(), 0, '\0');
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let after = letters.peek().map_or('\0', |(_, c)| *c);
        let in_number = matches!(c, ',' | ':') && before.is_ascii_digit() && after.is_ascii_digit();
        if is_clause_mark(c) && !in_number {
            found.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
        before = c;
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// Whether a mark ends a clause.
pub(super) fn is_clause_mark(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | '，' | '：' | ',' | ';' | ':' | '!' | '?' | '\n' | '（' | '）' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_marks() {
        let text = "共收到17件。办结率100％；没有";
        let cut: Vec<&str> = sentences(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(cut, ["共收到17件。", "办结率100％；没有"]);
        assert!(sentences("").is_empty());
    }

    #[test]
    fn clauses_are_cut_but_not_in_numbers() {
        let text = "公开1,234件,其中：甲8:30（含乙）。完";
        let cut: Vec<&str> = clauses(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(cut, ["公开1,234件,", "其中：", "甲8:30（", "含乙）", "。", "完"]);
    }
}
