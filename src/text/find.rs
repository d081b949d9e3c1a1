//! Words looked for in a text as a clerk looks for them: capitals and small letters, full and half width are alike.

use std::ops::Range;

/// The bytes of each place at which words stand in a text, from its beginning; none lies over another. Empty words stand nowhere.
pub fn find(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: String = words.chars().map(alike).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let plain: String = text.chars().map(alike).collect();
    // Both texts have the same letters, though not of the same length: they are walked through side by side.
    let (mut letters, mut own, mut of_plain) = (text.chars(), 0, 0);
    let mut own_end = |end: usize| {
        while of_plain < end {
            let Some(letter) = letters.next() else { break };
            own += letter.len_utf8();
            of_plain += alike(letter).len_utf8();
        }
        own
    };
    plain.match_indices(&wanted).map(|(at, found)| own_end(at)..own_end(at + found.len())).collect()
}

/// The letter for all that are alike: half width, and small where it has a small form of one letter.
fn alike(letter: char) -> char {
    let half = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    };
    let mut small = half.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        (Some(_) | None, _) => half,
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        find(text, words).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn letters_that_are_alike_are_found() {
        assert_eq!(found("增长95.6％，增长95.6%。", "95.6%"), ["95.6％", "95.6%"]);
        assert_eq!(found("ＰＤＦ、pdf、Pdf", "pDf"), ["ＰＤＦ", "pdf", "Pdf"]);
        assert_eq!(found("甲，乙,丙", "，"), ["，", ","]);
        assert_eq!(found("一　二 三", " "), ["　", " "]);
        // A letter whose small form is two stays itself.
        assert_eq!(found("İ", "İ"), ["İ"]);
    }

    #[test]
    fn none_lies_over_another() {
        assert_eq!(found("aaaaa", "aa").len(), 2);
        assert_eq!(found("政政政", "政政"), ["政政"]);
    }

    #[test]
    fn what_is_empty_or_longer_is_found_nowhere() {
        for (text, words) in [("", ""), ("甲", ""), ("", "甲"), ("甲", "甲乙"), ("甲乙", "乙甲")] {
            assert!(find(text, words).is_empty(), "{words} in {text}");
        }
    }

    #[test]
    fn a_long_text_is_searched_once() {
        // Words that nearly stand everywhere: what compares them anew at each letter would take hours.
        let text = "a".repeat(2_000_000);
        assert!(find(&text, &format!("{}b", "a".repeat(200_000))).is_empty());
    }
}
