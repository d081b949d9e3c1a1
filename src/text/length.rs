//! How long a text is, in 字 as WPS and Word count them.

/// How many 字 a text has: each character but white space, a run of Latin letters and digits once.
pub fn length(text: &str) -> usize {
    let (mut count, mut goes_on) = (0, false);
    for c in text.chars() {
        // A point or a comma inside a number parts no word.
        let of_word =
            c.is_ascii_alphanumeric() || (goes_on && matches!(c, '.' | ',' | '-' | '/' | ':' | '%' | '@' | '_'));
        count += usize::from(!(c.is_whitespace() || of_word && goes_on));
        goes_on = of_word;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn characters_and_words_are_counted_as_word_processors_do() {
        assert_eq!(length(""), 0);
        assert_eq!(length("公开 信息，共 1,234.5 条。"), 9);
        assert_eq!(length("访问 www.example.gov.cn 12%"), 4);
        assert_eq!(length("１２条\u{3000}（全角）"), 7);
    }
}
