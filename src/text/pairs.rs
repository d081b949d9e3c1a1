//! Brackets and quotation marks without their other half.

use std::ops::Range;

/// The brackets, each width by the same letter: （ and ) make a pair here.
const PAIRS: [(char, char); 9] = [
    ('（', '）'),
    ('《', '》'),
    ('〈', '〉'),
    ('“', '”'),
    ('‘', '’'),
    ('【', '】'),
    ('〔', '〕'),
    ('「', '」'),
    ('[', ']'),
];

/// The brackets and quotation marks of a paragraph that lack their other half, from left to right. The closing bracket of
/// a numbering (1）, 一）) lacks nothing.
pub fn unpaired(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut found): (Vec<(usize, char)>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    // How many of each kind are open, so that one that was never opened is not looked for among all that are.
    let mut counts = [0_usize; PAIRS.len()];
    let mut piece = 0;
    let mut before = '\0';
    for (at, c) in text.char_indices() {
        let mark = alike(c);
        let is_apostrophe = mark == '’' && before.is_ascii_alphabetic();
        before = c;
        if let Some(count) = count_of(&mut counts, mark) {
            *count += 1;
            open.push((at, mark));
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == mark) {
            // One that was opened closes with all that was opened within and never closed.
            let is_open = count_of(&mut counts, *opening).is_some_and(|count| *count > 0);
            if let Some(from) = is_open.then(|| open.iter().rposition(|(_, c)| c == opening)).flatten() {
                let closed: Vec<(usize, char)> = open.drain(from..).collect();
                for (_, opening) in &closed {
                    if let Some(count) = count_of(&mut counts, *opening) {
                        *count -= 1;
                    }
                }
                let within = closed.into_iter().skip(1);
                found.extend(within.into_iter().map(|(at, c)| at..at + width(text, at, c)));
            } else if !is_apostrophe && !numbers_a_piece(text.get(piece..at).unwrap_or_default(), mark) {
                found.push(at..at + c.len_utf8());
            }
        }
        if matches!(c, '。' | '；' | '，' | '：' | '、' | ';' | ',' | ':' | ' ' | '\u{3000}') {
            piece = at + c.len_utf8();
        }
    }
    found.extend(open.into_iter().map(|(at, c)| at..at + width(text, at, c)));
    found.extend(turned(text));
    found.sort_by_key(|span| span.start);
    found.dedup();
    found
}

/// Quotation marks that point the wrong way: “六稳“、”六保”.
fn turned(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    const PARTS: [char; 5] = ['、', '，', '。', '；', '）'];
    let opens = text
        .match_indices('“')
        .filter(|(at, mark)| text.get(at + mark.len()..).is_some_and(|rest| rest.starts_with(PARTS)));
    let closes = text.match_indices('”').filter(|(at, _)| text.get(..*at).is_some_and(|before| before.ends_with('、')));
    opens.chain(closes).map(|(at, mark)| at..at + mark.len())
}

/// How many brackets of the kind that this one opens are open; nothing for what opens none.
fn count_of(counts: &mut [usize], opening: char) -> Option<&mut usize> {
    counts.get_mut(PAIRS.iter().position(|(other, _)| *other == opening)?)
}

/// A bracket in the width of `PAIRS`.
fn alike(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        _ => c,
    }
}

/// How many bytes the mark at a position takes.
fn width(text: &str, at: usize, mark: char) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(mark).len_utf8()
}

/// Whether a closing bracket after these words numbers what follows: 1）, 一）, a).
fn numbers_a_piece(words: &str, mark: char) -> bool {
    let numbering = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十０１２３４５６７８９".contains(c);
    let short = (1..=3 * 4).contains(&words.len()) && words.chars().count() <= 3;
    mark == '）' && short && words.chars().all(numbering)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_their_other_half() {
        for (text, expected) in [
            ("落实《条例要求，公开（含乙）3条", vec!["《"]),
            ("落实条例》要求，做到“应公开尽公开，", vec!["》", "“"]),
            ("（一）主动公开（共3条", vec!["（"]),
            ("规范审核）发布", vec!["）"]),
            ("”三审三校”制度", vec!["”", "”"]),
            ("《关于（试行的通知》", vec!["（"]),
            ("“六稳“、”六保”工作", vec!["“", "”"]),
        ] {
            let found: Vec<&str> = unpaired(text).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn pairs_and_numbering() {
        for text in [
            "（一)主动公开（国办发〔2021〕30号）《关于印发〈条例〉的通知（试行）》“建设‘四最’环境”",
            "1）甲；2）乙，一）丙 a)丁",
            "don’t, 4’",
            "",
        ] {
            assert!(unpaired(text).iter().all(|span| &text[span.clone()] == "’" && text.contains("4’")), "{text}");
        }
    }
}
