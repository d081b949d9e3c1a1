//! The sentences of a text that can be last year's: all that say something, and no headings.

use std::ops::Range;

use crate::text::{mark, pieces, unnumbered, words_alone};

/// The longest heading, in letters.
const HEADING: usize = 30;

/// The sentences of a paragraph as byte ranges, without white space around them: what stands between 。！？；, with its mark.
/// A heading is none, be it a line of its own or the beginning of a paragraph: （一）主动公开。
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let pieces = pieces(text);
    let piece = |index: usize| pieces.get(index).and_then(|span| text.get(span.clone())).unwrap_or_default();
    let said = pieces.iter().enumerate().filter(|(index, _)| {
        let words = piece(*index);
        !words_alone(words).is_empty() && !is_heading(words, piece(index + 1))
    });
    said.map(|(_, span)| trimmed(text, span)).collect()
}

/// The bytes of a piece without white space around it.
pub(super) fn trimmed(text: &str, span: &Range<usize>) -> Range<usize> {
    let words = text.get(span.clone()).unwrap_or_default();
    let start = span.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// Whether a piece heads what comes after it: it is short, numbered, and the text goes on with no number; or it has no mark
/// at its end.
fn is_heading(piece: &str, next: &str) -> bool {
    let piece = piece.trim();
    let is_short = || unnumbered(piece).chars().filter(|c| c.is_alphanumeric()).count() <= HEADING;
    let Some(words) = piece.strip_suffix(['。', '；', ';', '！', '？']) else {
        // 下一步，我局将从以下几方面改进： says something.
        return !piece.ends_with(['：', ':', '.', '”', '）', '，']) && is_short();
    };
    let goes_on = !next.trim().is_empty() && mark(next).is_none();
    // （二）改进措施一是加强培训。 is a heading that ran into its first sentence.
    mark(piece).is_some() && goes_on && !words.contains(['，', '；']) && !words.contains("一是") && is_short()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cuts(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_says_something_is_a_sentence() {
        cuts("　　一是公开；二是解读。　三是回应！", &["一是公开；", "二是解读。", "三是回应！"]);
        cuts("1.加强培训。2.完善制度。", &["1.加强培训。", "2.完善制度。"]);
        cuts("下一步，我局将改进：", &["下一步，我局将改进："]);
        cuts("无。", &["无。"]);
        cuts("（二）改进措施一是加强培训。继续努力。", &["（二）改进措施一是加强培训。", "继续努力。"]);
    }

    #[test]
    fn headings_and_figures_alone_are_none() {
        cuts("（一）加强人员队伍建设。我局专门安排人员。", &["我局专门安排人员。"]);
        cuts("（一）政府信息公开平台建设和监督保障方面", &[]);
        cuts("（一）我局公开信息，并作解读。还有不足。", &["（一）我局公开信息，并作解读。", "还有不足。"]);
        cuts("2022。3；", &[]);
        cuts("", &[]);
    }
}
