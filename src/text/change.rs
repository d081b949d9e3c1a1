//! Where two texts differ.

use std::ops::Range;

/// The bytes of the text after a change that are not as they were before: what stands before them and after them is the
/// same in both.
pub fn changed(before: &str, after: &str) -> Range<usize> {
    let lengths = |(b, a): &(char, char)| if b == a { Some(a.len_utf8()) } else { None };
    let start: usize = before.chars().zip(after.chars()).map_while(|pair| lengths(&pair)).sum();
    let (rest_before, rest) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let tail: usize = rest_before.chars().rev().zip(rest.chars().rev()).map_while(|pair| lengths(&pair)).sum();
    start..after.len() - tail
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn what_stands_around_a_change_is_the_same() {
        for (before, after, words) in [
            ("", "", ""),
            ("甲", "甲乙", "乙"),
            ("甲乙", "甲", ""),
            ("甲丙", "甲乙丙", "乙"),
            ("甲。乙", "甲。丙。乙", "丙。"),
            ("甲甲", "甲", ""),
            ("甲", "甲甲", "甲"),
            ("甲乙丙", "甲丁丙", "丁"),
        ] {
            assert_eq!(&after[changed(before, after)], words, "{before} → {after}");
        }
    }
}
