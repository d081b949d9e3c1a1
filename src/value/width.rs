//! Digits and signs of either width.

/// The text with full-width digits and signs made half-width, so that １２ and 12 are one number.
///
/// Every character keeps its place: the result has as many characters as the text.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' | '．' | '＋' | '％' | '（' | '）' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '，' | '﹐' => ',',
            '－' | '−' | '–' => '-',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_keeps_its_place() {
        for (text, plain) in
            [("１２．５％", "12.5%"), ("（－３）", "(-3)"), ("１，２３４", "1,234"), ("三件。", "三件。")]
        {
            assert_eq!(half_width(text), plain);
            assert_eq!(half_width(text).chars().count(), text.chars().count());
        }
    }
}
