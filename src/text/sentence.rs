//! Sentences and clauses, by their marks.

use std::ops::Range;

/// The byte ranges of a text's sentences, each with the mark that ends it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
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

/// The clause in which a position stands, up to that position.
pub fn clause_before(text: &str, position: usize) -> &str {
    let before = text.get(..position).unwrap_or_default();
    let marks = ['。', '；', '！', '？', '，', '：', ',', ';', ':', '\n'];
    let start = before
        .rfind(marks)
        .map_or(0, |at| at + before.get(at..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8));
    before.get(start..).unwrap_or_default()
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
    fn the_clause_before_a_position() {
        let text = "总数88条。同比上年增幅％。";
        assert_eq!(clause_before(text, text.find('％').unwrap()), "同比上年增幅");
        assert_eq!(clause_before("总数", 6), "总数");
    }
}
