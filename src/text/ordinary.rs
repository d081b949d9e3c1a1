//! Ordinary characters for those that only look like them, as PDFs and clipboards bring them.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Whether a character does not stay as it is.
fn is_foreign(c: char) -> bool {
    is_unseen(c)
        || matches!(c, '\r' | '\u{a0}' | '\u{202f}' | '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{fb00}'..='\u{fb06}'
            | '\u{2f800}'..='\u{2fa1f}' | '\u{2028}' | '\u{2029}')
}

/// Characters that show nothing: joiners, marks of direction, soft hyphens, marks of order and of variants, controls.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
        || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// A text in ordinary characters, and whether radicals were among them; the text itself where it has no others.
///
/// Digits, 〇 and full-width forms stay as they are; so do characters of private use, of which nobody knows what they are. A
/// no-break blank becomes a plain one.
pub fn ordinary(text: &str) -> (Cow<'_, str>, bool) {
    if !text.chars().any(is_foreign) {
        return (Cow::Borrowed(text), false);
    }
    let mut had_radicals = false;
    let mut ordinary = String::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        match c {
            c if is_unseen(c) => {}
            '\r' | '\u{2028}' | '\u{2029}' => ordinary.push('\n'),
            // CR LF is one line break.
            '\n' if before == Some('\r') => {}
            '\u{a0}' | '\u{202f}' => ordinary.push(' '),
            '\u{2e80}'..='\u{2eff}' => {
                let at = u32::from(c).wrapping_sub(0x2e80);
                let found = usize::try_from(at).ok().and_then(|at| SUPPLEMENT.get(at)).copied().unwrap_or(c);
                had_radicals |= found != c;
                ordinary.push(found);
            }
            // Of these two Unicode names forms that nobody writes today; 门⼾网站 is meant to be 门户网站.
            '\u{2f3e}' | '\u{2fad}' => {
                had_radicals = true;
                ordinary.push(if c == '\u{2f3e}' { '户' } else { '青' });
            }
            '\u{2f00}'..='\u{2fdf}' => {
                had_radicals = true;
                ordinary.extend(std::iter::once(c).nfkc());
            }
            '\u{f900}'..='\u{faff}' | '\u{fb00}'..='\u{fb06}' | '\u{2f800}'..='\u{2fa1f}' => {
                ordinary.extend(std::iter::once(c).nfkc());
            }
            c => ordinary.push(c),
        }
        before = Some(c);
    }
    (Cow::Owned(ordinary), had_radicals)
}

/// The ideographs of the CJK Radicals Supplement from U+2E80 on (Unicode 14.0, EquivalentUnifiedIdeograph.txt); the radical itself
/// where it has none.
#[rustfmt::skip]
const SUPPLEMENT: [char; 116] = [
    '\u{2e80}', '厂', '乛', '乚', '乙', '亻', '冂', '𠘨', '刀', '刂', '卜', '㔾', '小', '小', '兀', '尣', '尢', '𡯂', '巳', '幺',
    '彑', '彐', '忄', '心', '扌', '攵', '\u{2e9a}', '旡', '日', '月', '歺', '母', '民', '氵', '氺', '灬', '爫', '爫', '丬', '牛',
    '犭', '王', '𤴔', '目', '示', '礻', '𥫗', '糹', '纟', '罓', '罒', '㓁', '冗', '𦉫', '羊', '𦍌', '𦍋', '耂', '肀', '聿',
    '肉', '𦥑', '艹', '艹', '艹', '虎', '衤', '覀', '西', '见', '角', '𧢲', '讠', '贝', '𧾷', '车', '辶', '辶', '辶', '邑',
    '钅', '長', '镸', '长', '门', '𨸏', '阝', '雨', '青', '韦', '页', '风', '飞', '食', '𩙿', '飠', '饣', '𩠐', '马', '骨',
    '鬼', '鱼', '鸟', '卤', '麦', '黄', '黾', '斉', '齐', '歯', '齿', '竜', '龙', '龜', '亀', '龟',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ordinary_is_handed_back() {
        for text in ["一、本年新收", "１２，（一）：", "二〇二三年", "①㈠㎡", "\u{e000}"] {
            assert_eq!(ordinary(text), (Cow::Borrowed(text), false), "{text}");
        }
    }

    #[test]
    fn radicals_and_what_cannot_be_seen_go() {
        let (text, radicals) = ordinary("⾃然⼈\u{200b}\r\n1\u{a0}2");
        assert_eq!((text.as_ref(), radicals), ("自然人\n1 2", true));
    }
}
