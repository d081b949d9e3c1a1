//! A paragraph as runs: the heading of the second or third level at its start is set apart.

use crate::block::{Run, Style};
use crate::text::{MarkStyle, mark};

/// The longest sentence, in characters, that is still a heading at the start of its paragraph.
const LONGEST: usize = 26;

/// The runs of a paragraph. White space around it is not printed.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let text = text.trim();
    let plain = |text: &str| Run { text: text.to_owned(), style: Style::Plain };
    let style = match mark(text).map(|mark| mark.style) {
        Some(MarkStyle::ChineseInBrackets) => Style::Second,
        Some(MarkStyle::Digits) => Style::Third,
        Some(MarkStyle::Chinese | MarkStyle::DigitsInBrackets) | None => return vec![plain(text)],
    };
    let end = text.find(['。', '：', '\u{3000}']).unwrap_or(text.len());
    let (head, rest) = (text.get(..end).unwrap_or_default(), text.get(end..).unwrap_or_default());
    if head.chars().count() > LONGEST || head.contains(['，', '；', '、']) && rest.is_empty() {
        return vec![plain(text)];
    }
    let head = Run { text: head.to_owned(), style };
    if rest.is_empty() { vec![head] } else { vec![head, plain(rest)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, expected: &[(&str, Style)]) {
        let runs = runs(text);
        let shown: Vec<(&str, Style)> = runs.iter().map(|run| (run.text.as_str(), run.style)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_heading_at_the_start_is_set_apart() {
        is("（一）主动公开", &[("（一）主动公开", Style::Second)]);
        is("（三）制度建设情况。建立健全。", &[("（三）制度建设情况", Style::Second), ("。建立健全。", Style::Plain)]);
        is("1.政策解读。发布稿件。", &[("1.政策解读", Style::Third), ("。发布稿件。", Style::Plain)]);
    }

    #[test]
    fn a_long_sentence_is_text() {
        let long = "（一）科学编制并且及时公布政府信息公开指南和公开目录以及依申请公开办法。";
        is(long, &[(long, Style::Plain)]);
        is("  2017年，我街未收到申请。", &[("2017年，我街未收到申请。", Style::Plain)]);
        is("", &[("", Style::Plain)]);
    }
}
