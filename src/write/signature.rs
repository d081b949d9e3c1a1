//! Where the signature stands (GB/T 9704-2012, 7.3.5.2: without a seal).

/// How far name and date end from the right edge, in halves of a character: the longer of both two characters from it, the date beginning
/// two characters right of the name's first.
pub(super) fn indents(name: &str, date: &str) -> (u32, u32) {
    let (name, date) = (halves(name), if date.is_empty() { 0 } else { halves(date) + 4 });
    let widest = name.max(date);
    (4 + widest - name, 4 + widest - date)
}

/// The width of a text in halves of a character: letters and digits are half as wide.
pub(super) fn halves(text: &str) -> u32 {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_begins_two_characters_right_of_the_name() {
        // 临江市兴隆街道办事处 is 10 characters wide, 2018年3月5日 6.
        assert_eq!(indents("临江市兴隆街道办事处", "2018年3月5日"), (4, 8));
        // A short name moves left, so that the date still stands within.
        assert_eq!(indents("某局", "2018年3月5日"), (16, 4));
        assert_eq!(indents("某局", ""), (4, 8));
    }
}
